"""How each main figure is computed: in words, with the rule's source and where the data come from.

One entry a figure; `app.components.how_computed` draws them, `docs/panduan/angka-dan-rumus.md`
says the same at length.
"""

from dataclasses import dataclass

BUTTON = "Bagaimana dihitung?"
RULE_LABEL = "Dasar aturan"
DATA_LABEL = "Sumber data"
THRESHOLDS_LABEL = "Batas yang dipakai"
THRESHOLD = "{value} {unit} · {source}, berlaku sejak {since}. {reason}"
OFFICIAL = "ketentuan resmi"
OURS = "bawaan Konvergensi, bukan ketentuan resmi"


@dataclass(frozen=True, slots=True)
class Explanation:
    """One figure: its `formula` in sentences, the rule's source, the data, names of cut-offs.

    `thresholds`: names of rows of `reference/ambang.toml`, whose values are shown beside.
    """

    title: str
    formula: tuple[str, ...]
    rule: str
    data: str
    thresholds: tuple[str, ...] = ()


EXPLANATIONS = {
    "prevalensi": Explanation(
        title="Prevalensi, perubahan, dan partisipasi",
        formula=(
            "Prevalensi = balita sangat pendek dan pendek ÷ balita diukur × 100. Anak dengan hasil "
            "ukur yang tidak masuk akal (pencilan) tidak ikut dihitung.",
            "Wilayah yang lebih luas: jumlah anaknya dijumlahkan dulu, persennya dihitung terakhir. "
            "Persen desa tidak pernah dirata-ratakan.",
            "Perubahan = prevalensi sekarang − prevalensi periode pembanding, dalam poin persen.",
            "Selang 95 %: Wilson untuk prevalensi, Newcombe untuk perubahan. Perubahan disebut "
            "belum meyakinkan bila selangnya memuat nol.",
            "Balita diukur (partisipasi) = balita diukur ÷ balita sasaran × 100.",
            "Kelas prevalensi: di bawah 2,5 %; 2,5 % sampai di bawah 10 %; 10 % sampai di bawah 20 %; "
            "20 % sampai di bawah 30 %; 30 % atau lebih.",
        ),
        rule="Stunting: Peraturan Menteri Kesehatan Nomor 2 Tahun 2020 (TB/U di bawah −2 simpang "
        "baku). Kelas prevalensi: WHO/UNICEF 2018 (de Onis dkk.).",
        data="Hasil pengukuran balita per desa dari sumber dan periode yang tertulis di bawah judul.",
        thresholds=("anak_diukur_minimum", "kepercayaan_selang", "patah_deret_kali"),
    ),
    "cakupan": Explanation(
        title="Cakupan layanan dan statusnya",
        formula=(
            "Cakupan = orang yang dilayani (capaian) ÷ orang yang seharusnya dilayani (sasaran) × 100.",
            "Wilayah yang lebih luas: capaian dan sasaran desanya dijumlahkan dulu, hanya dari desa "
            "yang keduanya terisi. Persen desa tidak pernah dirata-ratakan.",
            "Status: tercapai bila cakupan sama dengan target atau lebih; hampir bila mendekati "
            "target; jauh bila lebih rendah lagi; anomali bila capaian melebihi sasaran.",
            "Perlu dijangkau = orang yang masih kurang untuk mencapai target, dibulatkan ke atas.",
        ),
        rule="Pedoman Desember 2024, daftar 31 indikator layanan dan penyebutnya. Kata hampir dan "
        "jauh: bawaan Konvergensi.",
        data="Isian desa (capaian dan sasaran) pada periode layanan yang dipilih, dan target dari "
        "halaman Target.",
        thresholds=("hampir_bagian", "penyebut_kecil"),
    ),
    "lokasi_masalah": Explanation(
        title="Lokasi masalah",
        formula=(
            "Tipe 1: prevalensi relatif tinggi dan sebagian besar layanan rendah cakupannya.",
            "Tipe 2: prevalensi relatif tinggi padahal sebagian besar layanan baik cakupannya.",
            "Waspada: prevalensi tidak tinggi, sebagian besar layanan rendah.",
            "Tinggi, rendah, dan sebagian besar diartikan menurut setelan di halaman Lokasi masalah; "
            "arti yang dipakai selalu tertulis di sana.",
            "Wilayah dengan balita diukur atau layanan dinilai yang terlalu sedikit tidak dinilai.",
        ),
        rule="Pedoman Desember 2024, Bab II, analisis situasi kabupaten/kota, rapat lintas sektor "
        "butir 5 (tipe 1) dan 6 (tipe 2).",
        data="Cakupan pada periode layanan yang dipilih, berpasangan dengan pengukuran terakhir "
        "sampai batas waktunya.",
        thresholds=(
            "sebagian_besar",
            "layanan_dinilai_minimum",
            "anak_diukur_minimum",
            "prevalensi_tinggi",
            "cakupan_rendah",
        ),
    ),
    "layanan_tertinggal": Explanation(
        title="Layanan tertinggal",
        formula=(
            "Ketercapaian = cakupan ÷ target × 100.",
            "Layanan disebut tertinggal bila ketercapaiannya jauh di bawah median layanan lain di "
            "wilayah yang sama.",
            "Bila layanan yang dinilai terlalu sedikit, tidak ada yang disebut tertinggal.",
        ),
        rule="Pedoman Desember 2024, Bab II, analisis situasi: layanan yang tertinggal dibandingkan "
        "layanan lain. Jarak ke median: bawaan Konvergensi.",
        data="Cakupan dan target pada periode layanan yang dipilih.",
        thresholds=("layanan_tertinggal_poin", "layanan_tertinggal_minimum"),
    ),
    "anggaran": Explanation(
        title="Dibiayai, cukup, dan tepat tempat",
        formula=(
            "Uang langsung = belanja bertanda untuk sasaran dan untuk layanan; administrasi umum, "
            "bimbingan, dan pengawasan dipisahkan.",
            "Dibiayai = layanan yang punya uang langsung ÷ layanan yang masih perlu dijangkau.",
            "Kebutuhan = orang yang perlu dijangkau × biaya satuan. Cukup = uang langsung dan "
            "program yang disetujui ÷ kebutuhan.",
            "Celah = kebutuhan − uang langsung − program desa dan mitra yang disetujui, di tempat "
            "itu, paling sedikit nol. Tanpa biaya satuan, celah tidak diketahui, bukan nol.",
            "Tepat tempat = bagian uang di lokasi prioritas dibandingkan bagian kebutuhannya.",
        ),
        rule="Pedoman Desember 2024, penandaan anggaran dan pertanyaan rembuk. Batas hijau, kuning, "
        "dan merah: bawaan Konvergensi.",
        data="Belanja SIPD yang ditandai, biaya satuan daerah, program desa dan mitra, cakupan.",
        thresholds=(
            "anggaran_dibiayai_semua",
            "anggaran_dibiayai_sebagian",
            "anggaran_cukup",
            "anggaran_kurang",
            "anggaran_tempat_sesuai",
            "anggaran_tempat_kurang",
        ),
    ),
    "target": Explanation(
        title="Target dan laju",
        formula=(
            "Target suatu wilayah: targetnya sendiri; bila tidak ada, target wilayah di atasnya. "
            "Asalnya selalu disebut.",
            "Laju yang dicapai = perubahan prevalensi ÷ tahun di antaranya, poin persen per tahun.",
            "Laju yang diperlukan = (target − prevalensi terakhir) ÷ tahun yang tersisa.",
            "Perlu dijangkau = orang yang masih kurang untuk mencapai target, dibulatkan ke atas.",
        ),
        rule="Target ditetapkan daerah menurut dokumen perencanaannya; Pedoman Desember 2024, "
        "Bab III, persiapan analisis situasi.",
        data="Halaman Target, cakupan, dan hasil pengukuran.",
    ),
    "penilaian": Explanation(
        title="Nilai dan kelas penilaian",
        formula=(
            "Nilai komponen = poin yang didapat ÷ poin yang dapat dinilai × 100. Yang tidak dapat "
            "dinilai ditinggalkan dan disebutkan; yang belum dikerjakan bernilai 0.",
            "Nilai total = rata-rata enam komponen menurut bobotnya.",
            "Kelas: Tumbuh, Berkembang, atau Berdaya menurut batas nilai dalam Rubrik.",
            "Kabupaten/kota dan provinsi mendapat kelas setelah penilaian semua wilayah di bawahnya "
            "disetujui.",
        ),
        rule="Enam komponen, tiga kelas, dan syarat wilayah di bawahnya: Pedoman Desember 2024, "
        "Penilaian hasil monitoring dan evaluasi. Bobot, poin, dan batas nilai: bawaan Konvergensi, "
        "dapat diubah Bappeda; yang berlaku tampil di bagian Rubrik. Simulasi, bukan penilaian resmi.",
        data="Tahapan dan tanggalnya, isian desa, dokumen, regulasi, publikasi, cakupan, dan "
        "prevalensi yang tercatat di aplikasi ini.",
        thresholds=("layanan_dinilai_minimum", "anak_diukur_minimum"),
    ),
    "peringatan": Explanation(
        title="Peringatan",
        formula=(
            "Tahapan terlambat: batas waktunya sudah lewat dan tahapannya belum selesai.",
            "Kenaikan prevalensi: naik sedikitnya sebanyak batas di bawah, selang 95 % perubahannya "
            "seluruhnya di atas nol, dan tetap berarti setelah diperhitungkan bahwa banyak wilayah "
            "dibandingkan sekaligus (Benjamini dan Hochberg, 5 %).",
            "Cakupan turun: lebih rendah dari periode sejenis setahun sebelumnya sedikitnya sebanyak "
            "batas di bawah; layanan dengan sasaran terlalu kecil tidak disebut.",
            "Angka bertentangan: capaian melebihi sasaran, bagian melebihi kelompoknya, balita diukur "
            "melebihi sasaran.",
            "Lokasi masalah tanpa dana: masih ada orang yang perlu dijangkau, tetapi tidak ada uang "
            "langsung untuk layanan itu di desa itu.",
            "Komitmen: batas waktunya sudah lewat atau sudah dekat, dan belum dipenuhi.",
        ),
        rule="Batas waktu: Pedoman Desember 2024 atau perubahan daerah. Batas lain: bawaan "
        "Konvergensi.",
        data="Semua data yang sudah masuk di wilayah ini; setiap hal dihitung satu kali.",
        thresholds=(
            "peringatan_terlambat_hari",
            "peringatan_naik_poin",
            "peringatan_naik_poin_wilayah",
            "peringatan_turun_poin",
            "peringatan_komitmen_hari",
        ),
    ),
}
