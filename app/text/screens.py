"""Words of the screens, in Bahasa Indonesia."""

APP_NAME = "Konvergensi"
PAGE_BERANDA = "Beranda"
PAGE_PETA = "Peta"
PAGE_PETA_BAGIKAN = "Peta untuk dibagikan"
PAGE_KESIAPAN = "Papan kesiapan"
PAGE_TAHAPAN = "Tahapan"
PAGE_ISIAN = "Isian desa"
PAGE_TARGET = "Target"
PAGE_MASALAH = "Masalah dan usulan"
PAGE_CAKUPAN = "Cakupan"
PAGE_LOKASI = "Lokasi masalah"
PAGE_TERTINGGAL = "Layanan tertinggal"
PAGE_PROFIL = "Profil desa"
PAGE_ANGGARAN = "Anggaran"
PAGE_PENANDAAN = "Penandaan"
PAGE_PROGRAM_DESA = "Program desa dan mitra"
PAGE_BIAYA = "Biaya satuan"
PAGE_REMBUK = "Rembuk dan pra-musrenbang"
PAGE_NASIB = "Nasib usulan"
PAGE_BENANG = "Benang merah"
PAGE_PENILAIAN = "Penilaian"
PAGE_DUKUNGAN = "Regulasi dan publikasi"
PAGE_DOKUMEN = "Dokumen"
PAGE_PRESENTASI = "Presentasi"
PAGE_GLOSARIUM = "Glosarium"
PAGE_DATA_MASUK = "Data masuk"
PAGE_RIWAYAT = "Riwayat"
PAGE_PENGGUNA = "Pengguna"
PAGE_PENGATURAN = "Pengaturan"
SECTION_VIEW = "Lihat"
SECTION_WORK = "Kerja"
SECTION_MANAGE = "Kelola"

SIGNED_OUT = "Anda sudah keluar, atau sesi Anda sudah habis."
SIGN_IN_AGAIN = "Masuk lagi"
SIGNED_IN_AS = "Masuk sebagai {name}"
SIGN_OUT = "Keluar"
CHANGE_PASSWORD = "Ganti sandi"
NOT_YOUR_PAGE_TITLE = "Halaman ini bukan untuk peran Anda"
NOT_YOUR_PAGE = (
    "Anda masuk sebagai {name} ({roles}). Bila tugas Anda memerlukan halaman ini, mintalah peran "
    "yang sesuai kepada admin di kabupaten/kota Anda."
)

LEVEL_LABELS = {
    "nasional": "Negara",
    "provinsi": "Provinsi",
    "kabupaten": "Kabupaten/kota",
    "kecamatan": "Kecamatan",
    "desa": "Desa/kelurahan",
    "puskesmas": "Puskesmas",
}
ALL_OF_LEVEL = {
    "provinsi": "Semua provinsi",
    "kabupaten": "Semua kabupaten/kota",
    "kecamatan": "Semua kecamatan",
    "desa": "Semua desa/kelurahan",
}
CHOOSE = "Pilih"
MEASUREMENTS_SHOWN = "Pengukuran di Beranda dan Peta"
SOURCE_LABEL = "Sumber data"
PERIOD_LABEL = "Periode pengukuran"
COMPARE_LABEL = "Dibandingkan dengan"
COMPARE_HELP = (
    "Sedapat mungkin bulan yang sama tahun sebelumnya, supaya musim dan kegiatan posyandu setara."
)

DEMO_BANNER = "DEMONSTRASI: semua data di sini rekaan"
DEMO_MARK = "Data demonstrasi fiktif"

EMPTY_TITLE = "Basis data ini masih kosong"
EMPTY_STEPS = (
    "Masukkan batas wilayah (GeoPackage, shapefile dalam zip, atau GeoJSON):",
    "uv run konvergensi import wilayah BERKAS",
    "Masukkan hasil pengukuran balita (63.11 contoh kode kabupaten; --dry-run untuk memeriksa dulu):",
    "uv run konvergensi import pengukuran BERKAS --periode 2025-08 --sumber e-PPGBM --wilayah 63.11",
    "Muat ulang halaman ini. Petunjuk lengkap ada di docs/panduan/memasukkan-data.md.",
)
EMPTY_HINT = "Ingin melihat-lihat dulu? Jalankan konvergensi run tanpa mengatur basis data."
NO_MEASUREMENTS_TITLE = "Belum ada data pengukuran"
NO_MEASUREMENTS = "Belum ada data pengukuran untuk {name}"
NO_MEASUREMENTS_STEPS = (
    "Operator Dinas Kesehatan atau Bappeda memasukkannya lewat halaman Data masuk. Pengelola server "
    "dapat juga memasukkannya lewat baris perintah:",
    "uv run konvergensi import pengukuran BERKAS --periode 2025-08 --sumber e-PPGBM --wilayah 63.11",
)

HOME_INTRO = (
    "Konvergensi menunjukkan di mana stunting tinggi, sampai tingkat desa, apakah turun, dan "
    "seberapa yakin kita akan angkanya."
)
CARD_PREVALENCE = "Prevalensi"
CARD_CHANGE = "{points} poin"
CARD_STUNTED = "Balita stunting"
CARD_PARTICIPATION = "Balita diukur"
CARD_HIGH = "Tinggi ke atas"
CARD_STUNTED_HELP = "Jumlah balita sangat pendek dan pendek."
CARD_PARTICIPATION_HELP = "Balita yang diukur dibagi balita sasaran."
CARD_HIGH_HELP = "{level} dengan prevalensi {bound} atau lebih (WHO/UNICEF 2018)."
CARD_HIGH_OF = "dari {total} {level}"
INTERVAL_LABEL = "selang 95 %: {interval}"
MEASURED_OF = "dari {target} sasaran"
STUNTED_OF = "dari {measured} diukur"
STUNTED_ONLY = "yang diukur tak tercatat"
UNCERTAIN_CHANGE = "belum meyakinkan"

LOOK_FIRST = "Ke mana melihat lebih dulu"
OPEN_ON_MAP = "Buka di peta"
DATA_TITLE = "Data yang ada di sini"
DATA_COLUMNS = {
    "source": "Sumber",
    "period": "Periode",
    "grain": "Tercatat sampai tingkat",
    "data_date": "Tarikan data",
    "units": "Wilayah berdata",
    "imported_at": "Dimasukkan",
}
NOT_STATED = "tidak tercantum"

MEASURE_LABEL = "Yang ditampilkan"
LEVEL_CHOICE_LABEL = "Tingkat"
COARSER_DATA = "Data {source} {period} tersedia sampai tingkat {grain}."
NO_DENOMINATOR = (
    "{source} {period} hanya memuat jumlah balita stunting, tanpa jumlah yang diukur. "
    "Prevalensi tidak dapat dihitung; peta menampilkan jumlah balita."
)
SAMPLE_NOTE = (
    "Selang 95 % (Wilson; perubahan: Newcombe) memperlakukan balita yang diukur sebagai contoh "
    "dari semua balita. Wilayah dengan kurang dari {minimum} balita diukur diarsir: belum dapat "
    "disimpulkan (batas bawaan Konvergensi). Perubahan diarsir bila belum meyakinkan: selangnya "
    "memuat nol. Wilayah yang terlalu kecil untuk diarsir digambar lebih pucat."
)
CLASS_NOTE = "Kelas prevalensi: WHO/UNICEF 2018."
DASH = "–"
CHANGE_INTERVAL = "{low} s.d. {high}"
RANKING_COLUMNS = {
    "rank": "No.",
    "name": "Wilayah",
    "interval": "Selang 95 %",
    "change": "Perubahan",
    "class": "Kelas",
    "count": "Balita stunting",
    "measured": "Diukur",
    "note": "Catatan",
}
RANKING_ALL = "Tampilkan semua {count} wilayah"
TREND_TITLE = "Perkembangan {name}"
SURVEY_NOTE = (
    "Survei menaksir dari contoh rumah tangga, sumber rutin menghitung anak yang datang diukur: "
    "keduanya tidak disambung dalam satu garis."
)
COMPARED_WITH = "dibandingkan {period}"
DOWNLOAD_EXCEL = "Unduh Excel"
DOWNLOAD_PNG = "Unduh gambar"
DOWNLOAD_HTML = "Unduh peta (HTML)"
NO_BOUNDARY_LAYER = (
    "Batas wilayah {level} di {name} belum ada. Angkanya ditampilkan sebagai batang."
)
BACK_UP = "Naik ke {name}"
SHARE_INTRO = (
    "Satu berkas yang dapat dibuka siapa saja di peramban, tanpa internet: kirim lewat WhatsApp "
    "atau simpan di flashdisk."
)
SHARE_NAMES = "Tulis nama wilayah di peta"
PREVIEW = "Pratinjau"

UNEXPECTED = (
    "Maaf, ada yang tidak berjalan sebagaimana mestinya. Data Anda aman. "
    "Sebutkan nomor {reference} kepada pengelola aplikasi."
)

LEVEL_WORDS = {
    "provinsi": "provinsi",
    "kabupaten": "kabupaten/kota",
    "kecamatan": "kecamatan",
    "desa": "desa/kelurahan",
    "puskesmas": "puskesmas",
}
