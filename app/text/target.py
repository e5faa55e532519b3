"""Words of the page Target: setting targets, what is in force, paces, the simulator, the file."""

PREVALENCE = "Prevalensi stunting"
PREVALENCE_LABEL = "PREV"
TITLE = "{page} · {name}"
REGION_NAME = "{kind} {name}"
KINDS = {
    "provinsi": "Provinsi",
    "kabupaten": "Kabupaten",
    "kota": "Kota",
    "kecamatan": "Kecamatan",
}
INTRO = (
    "Target prevalensi dan cakupan layanan menurut dokumen perencanaan daerah. Wilayah yang belum "
    "punya target sendiri memakai target wilayah di atasnya."
)
NO_REGION_TITLE = "Pilih provinsi, kabupaten/kota, atau kecamatan"
NO_REGION = "Target ditetapkan per wilayah. Pilih wilayahnya di samping."
CHOOSE = "Pilih"

VIEW_LABEL = "Yang dibuka"
VIEW_LOOK, VIEW_ENTER = "Target yang berlaku", "Isi target"
VIEW_SIMULATE, VIEW_FILE = "Simulasi", "Excel"

DOCUMENTS = {
    "RPJPD": "RPJPD",
    "RPJMD": "RPJMD",
    "RKPD": "RKPD",
    "Renja": "Renja",
    "nasional-lama": "target nasional lama",
}
FROM_OWN = "{document}"
FROM_ABOVE = "dari {name}, {document}"
NO_TARGET = "tanpa target"
NO_VALUE = "–"
NOT_SET = "tidak ada"

EMPTY_TITLE = "Belum ada target untuk {name}"
EMPTY = (
    "Tanpa target, cakupan tidak dapat dinilai dan peta layanan menulis “tanpa target”. Konvergensi "
    "tidak memakai target lain diam-diam."
)
EMPTY_STEPS = (
    "1. Bappeda mengisi target prevalensi menurut RPJPD, RPJMD, dan RKPD.",
    "2. Tiap perangkat daerah mengisi target layanan yang menjadi tanggung jawabnya.",
    "3. Verifikator memeriksa dan penyetuju menyetujui tahapan target.",
)
EMPTY_ENTER = "Buka “Isi target” di atas untuk mulai, atau unggah lewat “Excel”."
EMPTY_WAIT = (
    "Target diisi Bappeda dan perangkat daerah yang bertanggung jawab. Anda dapat melihat siapa "
    "yang ditunggu di halaman Tahapan."
)
LINK_STAGES = "Lihat tahapan"
LINK_SETTINGS = "Atur penanggung jawab layanan"

TARGET_YEAR = "Tahun target"
LOOK_PREVALENCE = "Prevalensi"
CARD_TARGET = "Target {year}"
CARD_LAST = "Agustus {year}"
CARD_NEEDED = "Laju perlu, poin/tahun"
CARD_ACHIEVED = "Laju dicapai, poin/tahun"
ALREADY = "sudah tercapai"
NOT_IN_TIME = "belum tercapai"
YEARLY = "{pace} poin per tahun"
RISING, FALLING, STEADY = "naik {points}", "turun {points}", "tetap"
NO_LAST = "belum ada data"
PACE_NONE = "Perlu pengukuran Agustus sekurangnya dua tahun untuk menghitung laju."
PACE_REACHED = (
    "Bila terus {achieved} ({first}–{last}), prevalensi {year} menjadi sekitar {projected}: target "
    "{target} tercapai."
)
PACE_MISSED = (
    "Bila terus {achieved} ({first}–{last}), prevalensi {year} menjadi sekitar {projected}: target "
    "{target} belum tercapai. Yang diperlukan: {needed}."
)
PACE_MET = "Prevalensi Agustus {last} sebesar {value}: target {year} ({target}) tercapai."
PACE_UNMET = "Prevalensi Agustus {last} sebesar {value}: target {year} ({target}) belum tercapai."
PACE_NOTE = (
    "Pengukuran {source}, Agustus ke Agustus. Laju yang dicapai dihitung lurus dari tahun pertama "
    "ke tahun terakhir; ini gambaran, bukan ramalan."
)
TREND_TARGET = "Target"
TREND_HOVER = "Target {year}: {value} ({origin})"
NO_PREVALENCE_TARGET = "Target prevalensi {year} belum ada."

VALUE_AND_ORIGIN = "{value} ({origin})"

LOOK_SERVICES = "Cakupan layanan"
LOOK_COLUMNS = {
    "label": "Kode",
    "name": "Layanan",
    "target": "Target {year}",
    "origin": "Asal target",
    "coverage": "Cakupan {period}",
    "reach": "Perlu dijangkau",
    "needed": "Laju perlu (poin/tahun)",
    "achieved": "Laju dicapai (poin/tahun)",
    "agency": "Penanggung jawab",
    "cluster": "Kelompok sasaran",
}
LOOK_NOTE = (
    "Target yang diwarisi dari wilayah di atas ditulis kelabu. Laju: poin persen tiap tahun, naik atau turun. "
    "Perlu dijangkau: orang (untuk pekarangan: desa) yang masih kurang dari target."
)
COVERAGE_PERIOD = "akhir {year}"
COVERAGE_NONE = (
    "Cakupan layanan belum ada, jadi laju dan jumlah yang perlu dijangkau belum dapat dihitung. "
    "Isian desa akhir tahun (analisis situasi atau semester II) yang dipakai."
)
COVERAGE_NOTE = (
    "Cakupan dari analisis situasi, atau semester II bila analisis situasi belum ada. Semester I "
    "tidak dipakai karena baru setengah tahun."
)
ALL_YEARS = "Semua tahun dan asalnya"
REACH_TITLE = "Yang masih perlu dijangkau, menurut desa/kelurahan"
REACH_SERVICE = "Layanan"
REACH_TOTAL = "{name}: {count} lagi untuk mencapai target {year} ({target})."
REACH_MET = "{name}: target {year} ({target}) sudah tercapai."
REACH_UNKNOWN = "{name}: jumlahnya belum dapat dihitung (target atau datanya belum lengkap)."
REACH_DIFFERENCE = (
    "Jumlah menurut desa/kelurahan {count}, karena desa yang melebihi target tidak menutup "
    "kekurangan desa lain."
)
REACH_MISSING = "{count} desa/kelurahan belum dapat dihitung."
REACH_NONE = "Tidak ada desa/kelurahan yang kekurangannya diketahui."
REACH_COLUMNS = {
    "name": "Desa/kelurahan",
    "coverage": "Cakupan",
    "target": "Target",
    "reach": "Perlu dijangkau",
}

ENTER_INTRO = (
    "Isi persen, misalnya 18,4. Kosongkan yang tidak ada targetnya. Beberapa sel sekaligus dapat "
    "ditempel dari Excel."
)
WHAT_LABEL = "Target"
WHAT_PREVALENCE, WHAT_COVERAGE = "Prevalensi", "Cakupan layanan"
DOCUMENT_LABEL = "Dokumen"
PART_LABEL = "Mengisi sebagai"
FORM_VIEW, GRID_VIEW = "Per baris", "Tabel"
FORM_ROW = "Baris yang diisi"
SERVICE_ROW = "{label} · {name}"
ROW_SERVICE, ROW_DOCUMENT = "Layanan", "Dokumen"
YEAR_HELP = "Target tahun {year}, dalam persen"
NOT_YOURS = (
    "Target wilayah ini diisi Bappeda dan perangkat daerahnya. Anda dapat membacanya; angka yang "
    "keliru disampaikan kepada mereka."
)
NOT_YOURS_KECAMATAN = (
    "Target khusus kecamatan diisi operator kecamatan. Tanpa itu, target kabupaten/kota yang "
    "berlaku."
)
NO_DUTY = (
    "Perangkat daerah Anda belum menjadi penanggung jawab layanan mana pun di wilayah ini. Mintalah "
    "Bappeda mengaturnya di halaman Pengaturan, lalu buka lagi."
)
OWN_KECAMATAN = (
    "Target yang diisi di sini berlaku untuk kecamatan ini saja dan menggantikan target dari "
    "kabupaten/kota."
)
CHANGES_TITLE = "{count} target berubah, belum disimpan"
CHANGES_COLUMNS = {"row": "Baris", "year": "Tahun", "old": "Semula", "new": "Menjadi"}
FAULTS_TITLE = (
    "{count} sel belum dapat dibaca sebagai persen. Belum ada yang disimpan; perbaiki sel ini "
    "dulu, lalu simpan."
)
FAULTS_COLUMNS = {
    "row": "Baris",
    "year": "Tahun",
    "text": "Tertulis",
    "remedy": "Yang perlu dilakukan",
}
FAULTS = {
    "target_tak_terbaca": "Bukan angka. Tulis misalnya 18,4, atau kosongkan bila tidak ada target.",
    "target_rancu": "Dapat dibaca sebagai ribuan. Tulis paling banyak dua angka di belakang koma.",
    "target_di_luar_batas": "Di luar 0 sampai 100. Periksa angkanya.",
    "target_di_bawah_satu": "Antara 0 dan 1. Tulis 90 untuk 90 persen, bukan 0,9.",
    "angka_tanggal": "Terbaca sebagai tanggal. Tulis angkanya saja.",
}
SAVED = "{count} target sudah disimpan."
NOT_SAVED_LOCKED = (
    "Tidak ada yang disimpan: bagian {agency} sudah {state}. Angka Anda masih ada di halaman ini. "
    "Mintalah bagian itu dikembalikan atau dibuka kembali, lalu simpan lagi."
)
NOT_SAVED_FORBIDDEN = (
    "Tidak ada yang disimpan: peran Anda tidak mencakup target ini. Hubungi admin di "
    "kabupaten/kota Anda."
)

CONFLICT_TITLE = "{count} target sudah diubah orang lain sejak Anda membukanya"
CONFLICT_CELL = "{row} · {year}"

OLD_TITLE = "Target nasional lama (sampai 2024)"
OLD_INTRO = (
    "Pedoman 2024 tidak memuat target angka untuk 31 layanan. Target nasional yang lama hanya "
    "berlaku bila daerah mengambilnya dengan sengaja: alasannya dicatat, dan target dokumen daerah "
    "selalu didahulukan. Yang ditawarkan hanya layanan yang sasaran dan isinya tetap sama."
)
OLD_CHOOSE = "Layanan yang targetnya diambil"
OLD_OPTION = "{label} · {name}: {target} ({old})"
OLD_OPTION_UNCLEAR = "{label} · {name}: {target} ({old}; angka di pedoman perlu dicek)"
OLD_YEAR = "Dipakai sebagai target tahun"
OLD_REASON = "Alasan (dicatat)"
OLD_CONFIRM = "Saya memahami bahwa target ini bukan dari dokumen perencanaan daerah."
OLD_TAKE = "Ambil target nasional lama"
OLD_TAKEN = "{count} target nasional lama diambil."
OLD_THERE = "Sudah diambil: {items}."
OLD_THERE_ITEM = "{label} {year}: {target}"
OLD_DROP = "Lepaskan semua target nasional lama"
OLD_DROPPED = "{count} target nasional lama dilepaskan."
OLD_NOTHING = "Target itu sudah diambil sebelumnya; tidak ada yang diubah."

SIM_INTRO = (
    "Ubah target, atau cakupan di beberapa desa/kelurahan, dan lihat akibatnya bagi {name}. Tidak "
    "ada yang disimpan."
)
SIM_SERVICE = "Layanan"
SIM_TARGET = "Target (%)"
SIM_NO_TARGET = "Layanan ini tanpa target {year}; simulasi memakai target yang Anda geser."
SIM_DESA = "Desa/kelurahan yang cakupannya diubah"
SIM_DESA_NAME = "{name} ({parent})"
SIM_COVERAGE = "Cakupan baru di desa/kelurahan itu (%)"
SIM_CARD_COVERAGE = "Cakupan {name}"
SIM_CARD_BEFORE = "Sekarang"
SIM_CARD_TARGET = "Perlu dijangkau"
SIM_CARD_MORE = "Tambahan yang dijangkau"
SIM_BEFORE = "sekarang {value}"
SIM_WITHOUT = "Tidak ikut dihitung karena datanya belum lengkap: {names}."
SIM_NONE = "Cakupan layanan belum ada, jadi belum ada yang dapat disimulasikan."

DOWNLOAD = "Unduh Excel"
FILE_NAME = "target-{code}"
FILE_INTRO = (
    "Unduh tabel target wilayah ini, ubah di Excel, lalu unggah kembali. Sel yang dikosongkan "
    "berarti targetnya dihapus; baris yang dibuang dari berkas tidak diubah."
)
UPLOAD = "Tabel target (.xlsx atau .csv)"
UPLOAD_HINT = "Seret berkas ke sini, atau pilih dari komputer. Paling besar 50 MB."
CHECKING = "Memeriksa tabel ..."
FILE_FAULTS = "{count} galat harus diperbaiki di berkas dulu. Belum ada yang disimpan."
FINDING_COLUMNS = {
    "sheet": "Lembar",
    "row": "Baris",
    "column": "Kolom",
    "text": "Apa yang terjadi dan apa yang perlu dilakukan",
}
FILE_NO_CHANGES = "Isi berkas sama dengan yang tersimpan. Tidak ada yang perlu disimpan."
FILE_CHANGES = "{count} target akan berubah"
FILE_MOVED = (
    "Tidak ada yang disimpan: {count} target diubah orang lain sementara berkas ini diperiksa. "
    "Bandingkan lagi di bawah, lalu simpan bila masih benar."
)
FILE_READ_ONLY = "Mengunggah hanya untuk yang mengisi target wilayah ini."
SHEET = "Target"
SHEET_COLUMNS = {
    "wilayah": "Kode wilayah",
    "item": "Kode butir",
    "label": "Kode pedoman",
    "name": "Butir",
    "cluster": "Kelompok sasaran",
    "document": "Dokumen",
}
SHEET_IN_FORCE = "Berlaku"
IN_FORCE_COLUMNS = {
    "item": "Kode butir",
    "name": "Butir",
    "year": "Tahun",
    "target": "Target (%)",
    "document": "Dokumen",
    "from": "Dari wilayah",
    "inherited": "Diwarisi",
}
YES, NO = "ya", "tidak"
CELL_HINT_TITLE = "Persen"
CELL_HINT = "Angka 0 sampai 100, misalnya 18,4. Kosongkan bila tidak ada target."
NOTE_REGION = "Wilayah"
NOTE_MADE = "Dibuat"
NOTE_RULES = "Cara mengisi"
NOTE_RULES_TEXT = (
    "Ubah hanya kolom tahun di lembar Target. Tulis persen, misalnya 18,4. Sel kosong berarti tidak "
    "ada target. Kode wilayah, kode butir, dan dokumen tidak diubah; kolom tahun boleh ditambah "
    "(2020 sampai 2045)."
)
NOTE_IN_FORCE = "Lembar Berlaku"
NOTE_IN_FORCE_TEXT = (
    "Target yang berlaku bila beberapa dokumen memuatnya: Renja, RKPD, RPJMD, RPJPD, lalu target "
    "nasional lama. Yang belum ada diwarisi dari wilayah di atasnya."
)
NOTE_DEMO = "Peringatan"
