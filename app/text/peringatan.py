"""Alerts: what needs attention, in one sentence each, and the words around them."""

TITLE = "Peringatan"
NONE = "Tidak ada yang perlu perhatian khusus di {name} menurut data yang sudah masuk."
COUNTS = "{counts}."
COUNT = "{count} {severity}"
MORE = "Semua peringatan ({count} lagi)"
SINCE = "{sentence} (sejak {when})"
WITH_SINCE = "{sentence} Sejak {when}."
SEVERITIES = {
    "mendesak": "mendesak",
    "perlu_perhatian": "perlu perhatian",
    "untuk_diketahui": "untuk diketahui",
}
SEVERITY_ICONS = {
    "mendesak": ":material/priority_high:",
    "perlu_perhatian": ":material/warning:",
    "untuk_diketahui": ":material/info:",
}
KINDS = {
    "terlambat": "Tahapan terlambat",
    "kenaikan": "Prevalensi naik",
    "cakupan_turun": "Cakupan turun",
    "bertentangan": "Angka bertentangan",
    "tanpa_dana": "Belum ada dana",
    "komitmen": "Komitmen",
}
LEVELS = {
    "provinsi": "provinsi",
    "kabupaten": "kabupaten/kota",
    "kecamatan": "kecamatan",
    "desa": "desa/kelurahan",
}
PLACES_SHOWN = 3

# One sentence for each (kind, code) of `analysis.alerts`.
SENTENCES = {
    ("terlambat", "tahapan_sendiri"): (
        "{stage} {year} di {names} terlambat {hari} hari; menunggu {awaited}."
    ),
    ("terlambat", "tahapan"): (
        "{stage} {year} terlambat di {banyak} {level}, paling lama {hari} hari: {names}."
    ),
    ("kenaikan", "wilayah"): (
        "Prevalensi {names} naik {poin} poin persen menjadi {prevalensi_pct} "
        "({period} dibandingkan {compare}), kenaikan yang meyakinkan."
    ),
    ("kenaikan", "bawahan"): (
        "Prevalensi naik tajam dan meyakinkan di {banyak} dari {dibandingkan} wilayah yang "
        "dibandingkan: {names}; terbesar {poin} poin persen menjadi {prevalensi_pct} ({period} "
        "dibandingkan {compare})."
    ),
    ("cakupan_turun", "wilayah"): (
        "Cakupan {layanan} layanan di {names} turun jauh dari {compare}; terbesar {worst}, turun "
        "{poin} poin persen menjadi {cakupan_pct} ({period})."
    ),
    ("cakupan_turun", "bawahan"): (
        "Di {wilayah} {level} ada layanan yang cakupannya turun jauh dari {compare}: {names}; "
        "terbesar {worst}, turun {poin} poin persen menjadi {cakupan_pct} ({period})."
    ),
    ("bertentangan", "capaian_di_atas_sasaran"): (
        "{banyak} angka capaian melebihi sasarannya di {desa} desa/kelurahan ({period}): {names}. "
        "Salah satunya {worst}."
    ),
    ("bertentangan", "bagian_di_atas_kelompok"): (
        "{banyak} angka sasaran melebihi kelompok yang memuatnya di {desa} desa/kelurahan "
        "({period}): {names}. Salah satunya {worst}."
    ),
    ("bertentangan", "bukan_nol_atau_satu"): (
        "{banyak} isian ya/tidak bernilai lebih dari 1 di {desa} desa/kelurahan ({period}): {names}."
    ),
    ("bertentangan", "diukur"): (
        "Balita diukur melebihi balita sasaran di {banyak} wilayah ({period}): {names}. "
        "Periksa angka sasarannya."
    ),
    ("tanpa_dana", "lokasi_masalah"): (
        "Di {desa} desa/kelurahan lokasi masalah belum ada dana langsung untuk {layanan} layanan "
        "yang masih perlu dijangkau ({pasangan} pasangan desa dan layanan, {tertinggal} di "
        "antaranya layanan tertinggal) menurut {snapshot}: {names}."
    ),
    ("tanpa_dana", "bawahan"): (
        "Di {desa} desa/kelurahan lokasi masalah di {wilayah} kabupaten/kota belum ada dana "
        "langsung untuk {layanan} layanan yang masih perlu dijangkau ({pasangan} pasangan desa dan "
        "layanan, {tertinggal} di antaranya layanan tertinggal) menurut anggaran kabupaten/kota "
        "masing-masing: {names}."
    ),
    ("komitmen", "lewat"): (
        "{banyak} komitmen rapat {year} di {names} sudah lewat batas waktunya; paling lama {hari} "
        "hari: {statement}{office}."
    ),
    ("komitmen", "segera"): (
        "{banyak} komitmen rapat {year} di {names} segera jatuh tempo; paling dekat {hari} hari "
        "lagi: {statement}{office}."
    ),
}
AWAITED = "{role} {agency}"
OFFICE = " ({office})"
STATEMENT_LENGTH = 90

LINKS = {
    "tahapan": "Buka tahapan",
    "kesiapan": "Buka papan kesiapan",
    "isian": "Buka isian",
    "data_masuk": "Buka data masuk",
    "peta": "Buka di peta",
    "cakupan": "Buka cakupan",
    "anggaran": "Buka anggaran",
    "rembuk": "Buka rapat",
}

# First visit
FIRST_TITLE = "Baru pertama kali di sini? Mulai dari empat langkah ini"
FIRST_STEPS = {
    "baca": (
        "Pilih wilayah di bilah sisi; semua halaman mengikutinya.",
        "Baca empat angka teratas di Beranda, lalu Peringatan: apa yang mendesak dan di mana.",
        "Buka Peta untuk melihat tempatnya dan Lokasi masalah untuk melihat sebabnya.",
        "Buka Papan kesiapan untuk melihat siapa yang sedang ditunggu. Arti istilah ada di Glosarium.",
    ),
    "isi": (
        "Lihat Yang menunggu Anda di Beranda: itulah pekerjaan Anda, yang terdekat batasnya di atas.",
        "Buka Isian desa (atau Data masuk dan Penandaan) dari tautan di sebelahnya, isi, lalu simpan.",
        "Buka Tahapan dan ajukan bila bagian Anda sudah lengkap.",
        "Bila dikembalikan, catatannya tampil di Beranda. Perbaiki, lalu ajukan lagi.",
    ),
    "periksa": (
        "Lihat Yang menunggu Anda di Beranda: bagian yang sudah diajukan dan menunggu keputusan Anda.",
        "Buka angkanya dari tautan di sebelahnya dan bandingkan dengan periode sebelumnya.",
        "Di Tahapan, verifikasi atau setujui; bila belum benar, kembalikan dengan catatan yang jelas.",
        "Yang sudah disetujui terkunci. Penyetuju dapat membukanya kembali dengan alasan.",
    ),
    "atur": (
        "Buka Papan kesiapan: siapa yang terlambat dan siapa yang ditunggu.",
        "Baca Peringatan di Beranda; tautannya membawa ke tempat memperbaikinya.",
        "Atur batas waktu, perangkat, dan penyetuju di Pengaturan; tetapkan target di Target.",
        "Siapkan rapat di Rembuk dan pra-musrenbang; dokumennya dapat diunduh dari sana.",
    ),
}
FIRST_GUIDE = "Pegangan lengkap untuk peran Anda: {file} di folder docs/panduan."
FIRST_GUIDES = {
    "baca": "untuk-pimpinan.md",
    "isi": "untuk-operator.md",
    "periksa": "untuk-verifikator-dan-penyetuju.md",
    "atur": "untuk-bappeda.md",
}

# Weekly digest
DIGEST_TITLE = "Ringkasan mingguan"
DIGEST_SUBJECT = "Ringkasan Konvergensi {name}, {date}"
DIGEST_INTRO = (
    "Yang perlu perhatian di {name} menurut data yang tercatat sampai {date}. Setiap hal disebut "
    "satu kali, yang paling mendesak lebih dulu."
)
DIGEST_NONE = "Tidak ada yang perlu perhatian khusus menurut data yang sudah masuk."
DIGEST_COMING = "Batas waktu terdekat"
DIGEST_COMING_ROW = "{stage} · {region}: {due}"
DIGEST_COLUMNS = ("No.", "Perihal", "Uraian", "Sejak")
DIGEST_SOURCE = "Dasar dan batas"
DIGEST_RULES = (
    "Batas waktu tahapan menurut Pedoman Desember 2024 atau perubahan daerah. Batas lain bawaan "
    "Konvergensi, bukan ketentuan resmi: kenaikan prevalensi mulai {rise} poin persen "
    "({own} untuk seluruh wilayah) dan meyakinkan; cakupan turun mulai {fall} poin persen dari "
    "periode sejenis setahun sebelumnya; komitmen mulai {days} hari sebelum batas waktunya."
)
DIGEST_FIGURES = "Angka prevalensi: {source} {period}{compare}. Angka layanan: {services}."
DIGEST_COMPARE = ", dibandingkan {period}"
DIGEST_NO_SERVICES = "belum ada"
DIGEST_NO_MEASURED = "Angka prevalensi: belum ada. Angka layanan: {services}."
DIGEST_FOOTER = "Ringkasan mingguan {name}"
DIGEST_FILE = "ringkasan_{code}_{date}"
DIGEST_SIGN = "Dibuat oleh Konvergensi. Angkanya dapat dibuka di aplikasi."
DEMO = "Data demonstrasi fiktif."

# Command line
HELP_DIGEST = (
    "Buat ringkasan mingguan satu wilayah (HTML, teks, PDF, Word); --kirim mengirimkannya."
)
HELP_REGION = "Kode wilayah: kecamatan, kabupaten/kota, atau provinsi."
HELP_OUT = "Folder tujuan; dibuat bila belum ada."
HELP_SEND = "Kirim lewat surel memakai setelan KONVERGENSI_SMTP_*."
HELP_TO = "Alamat penerima; boleh diulang. Tanpa ini dipakai KONVERGENSI_SMTP_TO."
UNKNOWN_REGION = "Wilayah {code} tidak ada di basis data ini. Periksa kodenya, mis. 63.11."
WRONG_LEVEL = "Ringkasan dibuat untuk kecamatan, kabupaten/kota, atau provinsi, bukan {code}."
WRITTEN = "Ditulis: {path}"
SENT = "Dikirim kepada {count} penerima."
NO_SMTP = (
    "Surel tidak dikirim: setelan server surel belum ada. Isi KONVERGENSI_SMTP_HOST dan "
    "KONVERGENSI_SMTP_SENDER, lalu ulangi. Berkas ringkasannya sudah ditulis."
)
NO_RECIPIENT = (
    "Surel tidak dikirim: penerimanya belum ada. Tambahkan --kepada ALAMAT atau isi "
    "KONVERGENSI_SMTP_TO. Berkas ringkasannya sudah ditulis."
)
BAD_RECIPIENT = "Surel tidak dikirim: alamat {address} bukan alamat surel. Perbaiki, lalu ulangi."
NOT_SENT = (
    "Surel tidak terkirim: server surel menolak atau tidak terjangkau ({reason}). Periksa setelan "
    "KONVERGENSI_SMTP_* dan sambungan server, lalu ulangi. Berkas ringkasannya sudah ditulis."
)
