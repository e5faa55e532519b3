"""Words of the public page, of its files, and of the tab that withholds it."""

APP_NAME = "Konvergensi"
SUBTITLE = "Data konvergensi penurunan stunting yang sudah disetujui"
TITLE_INDEX = "Data publik konvergensi penurunan stunting"
TITLE_PAGE = "{name} · tahun siklus {year}"
SKIP = "Langsung ke isi"
LINK_INDEX = "Semua daerah"
LINK_SIGN_IN = "Masuk (petugas)"
LINK_FROM_SIGN_IN = "Lihat data publik tanpa masuk"
DEMO = "Demonstrasi: semua data di halaman ini rekaan."

INDEX_INTRO = (
    "Halaman ini menampilkan data yang sudah disetujui menurut tahapannya. Pilih daerah dan tahun "
    "siklus. Alamat tiap tahun tetap dan boleh dikutip."
)
INDEX_EMPTY = "Belum ada data yang disetujui untuk ditampilkan."
INDEX_WITHHELD = "{year} (ditahan)"

NOT_FOUND_TITLE = "Halaman tidak ditemukan"
NOT_FOUND = (
    "Tidak ada halaman publik untuk kode wilayah atau tahun ini. Halaman publik ada untuk provinsi, "
    "kabupaten/kota, dan kecamatan. Periksa alamatnya, atau pilih daerah dari daftar."
)
UNAVAILABLE_TITLE = "Sedang tidak dapat dibuka"
UNAVAILABLE = "Basis data sedang tidak dapat dihubungi. Coba lagi sebentar."

WITHHELD_TITLE = "Data tahun {year} ditahan"
WITHHELD = "Data {name} tahun siklus {year} ditahan dari halaman publik oleh {who} sejak {date}."
WITHHELD_REASON = "Alasan: {reason}"
WITHHELD_BY = "Bappeda {name}"
WITHHELD_AFTER = (
    "Data itu tetap tersimpan dan ditampilkan lagi setelah penahanan dicabut. Pertanyaan dapat "
    "disampaikan kepada {who}."
)

NOTHING_YET = (
    "Belum ada tahapan {name} tahun siklus {year} yang disetujui. Halaman ini terisi dengan "
    "sendirinya begitu ada yang disetujui."
)
LEAD = (
    "Yang ditampilkan hanya data yang sudah disetujui dalam tahapannya. Persetujuan terakhir: "
    "{date}."
)
OTHER_YEARS = "Tahun siklus lain"
OWN_PAGES = "Halaman tiap wilayah"

SECTION_PREVALENCE = "Prevalensi stunting"
SECTION_TREND = "Perkembangan dari tahun ke tahun"
SECTION_DESA = "Kelas prevalensi desa/kelurahan"
SECTION_COVERAGE = "Cakupan layanan"
SECTION_STAGES = "Tahapan yang selesai"
SECTION_ASSESSMENT = "Hasil penilaian"
SECTION_REGULATIONS = "Regulasi"
SECTION_PUBLICATIONS = "Publikasi"
SECTION_NOTES = "Sumber dan cara membaca"
SECTION_DOWNLOAD = "Unduh data"

HEADLINE = "{name}: {pct} balita yang diukur stunting ({stunted} dari {measured}), {period}."
HEADLINE_CLASS = "Kelas prevalensi: {kelas}."
HEADLINE_CHANGE = "Dibanding {period} ({before}): {change}."
PERIOD_LINE = "{period} · sumber: {source} · {date}"
DATA_SAID = "data per {date}"
DATA_CAME = "data masuk {date}"
COLUMN_REGION = "Wilayah"
COLUMN_PREVALENCE = "Prevalensi"
COLUMN_STUNTED = "Stunting"
COLUMN_MEASURED = "Diukur"
COLUMN_CLASS = "Kelas"
COLUMN_PERIOD = "Periode"
COLUMN_SERVICE = "Layanan"
COLUMN_COVERAGE = "Cakupan"
COLUMN_TARGET = "Target"
COLUMN_STAGE = "Tahapan"
COLUMN_STATE = "Keadaan"
COLUMN_RESULT = "Hasil"
CAPTION_PREVALENCE = "Prevalensi stunting menurut wilayah, {period}"
CAPTION_TREND = "Prevalensi stunting menurut periode (% balita yang diukur)"
CAPTION_COVERAGE = "Cakupan layanan {name}, {period}"
CAPTION_COVERAGE_BELOW = "Cakupan layanan tiap kecamatan, {period} (persen)"
CAPTION_STAGES = "Tahapan {name}, tahun siklus {year}"
CAPTION_STAGES_BELOW = "Berapa {level} yang sudah menyelesaikan tiap tahapan"
CAPTION_ASSESSMENT = "Hasil penilaian tahun siklus {year}"
SCROLL = "{caption}; dapat digeser ke samping"

# Why there is no figure; the same mark for every reason of protection.
STATES = {
    "terbit": "",
    "dilindungi": "tidak ditampilkan",
    "belum_disetujui": "belum disetujui",
    "ditahan": "ditahan",
    "belum_ada_data": "belum ada data",
    "sedikit": "anak yang diukur terlalu sedikit untuk digolongkan",
}
DESA_STATES = {
    "sedikit": "Terlalu sedikit anak diukur",
    "belum_ada_data": "Belum ada data",
    "belum_disetujui": "Belum disetujui",
    "ditahan": "Ditahan",
}
SHORT_PROTECTED = "t.d."
SHORT_PENDING = "…"
SHORT_LEGEND = (
    "t.d.: tidak ditampilkan untuk melindungi anak; … : belum disetujui atau ditahan; –: belum ada "
    "data."
)
NO_VALUE = "–"

DESA_INTRO = (
    "Desa dan kelurahan ditampilkan menurut kelas prevalensinya saja, tanpa jumlah dan tanpa "
    "persentase ({period})."
)
MAP_TITLE = "Peta kelas prevalensi desa/kelurahan di {name}, {period}"
MAP_DESCRIPTION = "Isi peta sama dengan daftar di bawahnya."
MAP_REGION = "{name}: {kelas}"
DESA_COUNT = "{count} desa/kelurahan"
DESA_OF = "Kecamatan {name}"

COVERAGE_LINE = "{period}. Persentase dibulatkan ke bilangan bulat; jumlah orang tidak ditampilkan."
TARGET_LINE = "Target menurut dokumen perencanaan daerah untuk tahun {year}."
COVERAGE_DETAIL = "Tiap kecamatan"
STATUS_WORDS = {
    "tercapai": "tercapai",
    "hampir": "hampir",
    "jauh": "jauh dari target",
    "anomali": "di atas 100 %, diperiksa",
    "tanpa penilaian (tengah tahun)": "tengah tahun",
    "tanpa target": "tanpa target",
    "netral": "",
    "belum ada data": "",
}
COLUMN_STATUS = "Terhadap target"

STAGE_DONE = "selesai {date}"
STAGE_NOT_DONE = "belum selesai"
STAGES_BELOW = "{done} dari {total}"

OFFICIAL = "hasil resmi"
OFFICIAL_SOURCE = "hasil resmi; sumber: {source}"
SIMULATION = "simulasi, bukan penilaian resmi"
CLASSES = {"tumbuh": "Tumbuh", "berkembang": "Berkembang", "berdaya": "Berdaya"}
NO_CLASS = "belum dapat ditetapkan"
NO_RESULT = "belum ada hasil"
ASSESSMENT_PENDING = "Penilaian tahun siklus {year} belum disetujui."

REGULATION_LINE = "{kind} {number} tentang {subject}"
REGULATION_DATE = "{line} ({date})"
PUBLICATION_LINE = "{title} ({kind}, {date})"
NO_REGULATIONS = "Belum ada regulasi yang dicatat."
NO_PUBLICATIONS = "Belum ada publikasi yang dicatat."
REGULATIONS_PENDING = "Tahapan regulasi belum disetujui."
PUBLICATIONS_PENDING = "Tahapan publikasi belum disetujui."

DOWNLOAD_INTRO = "Isi berkas sama dengan isi halaman ini."
DOWNLOAD_CSV = "Unduh CSV"
DOWNLOAD_XLSX = "Unduh Excel"
FIXED_LINK = "Alamat tetap halaman ini:"

NOTE_SOURCE = "Sumber prevalensi"
NOTE_SOURCE_VALUE = "{source}, {period}, {date}"
NOTE_COVERAGE = "Sumber cakupan layanan"
NOTE_COVERAGE_VALUE = "Isian desa yang disetujui camat, {period}"
NOTE_DENOMINATOR = "Prevalensi"
NOTE_DENOMINATOR_VALUE = (
    "Anak stunting dibagi anak yang diukur, dalam persen. Prevalensi wilayah dihitung dari jumlah "
    "anak, bukan dari rata-rata persentase."
)
NOTE_CLASSES = "Kelas prevalensi"
NOTE_CLASSES_VALUE = "{classes} (WHO/UNICEF 2018)."
NOTE_FEW = "Sedikit anak diukur"
NOTE_FEW_VALUE = "Desa dengan kurang dari {minimum} anak diukur tidak digolongkan."
NOTE_PROTECTION = "Angka yang tidak ditampilkan"
NOTE_PROTECTION_VALUE = (
    "Angka tidak ditampilkan bila jumlah anak atau orang di dalamnya 1 sampai 4 (juga yang tidak "
    "stunting atau yang belum terjangkau), dan bila angka wilayah lain akan membukanya lewat "
    "pengurangan. Karena itu sebagian wilayah dengan jumlah yang cukup besar pun tidak "
    "ditampilkan. Ketersediaan program di desa menghitung desa, bukan orang, sehingga tidak "
    "disamarkan."
)
NOTE_APPROVAL = "Yang ditampilkan"
NOTE_APPROVAL_VALUE = (
    "Pengukuran yang terverifikasi bersama analisis situasi yang disetujui; cakupan, penilaian, "
    "regulasi, dan publikasi setelah tahapannya disetujui. Pengukuran dari tahun sebelum tahapan "
    "dicatat di sini ikut ditampilkan bersama analisis situasi tahun ini."
)
NOTE_PERIOD = "Tahun siklus"
NOTE_PERIOD_VALUE = (
    "Analisis situasi tahun {year} memakai pengukuran Agustus {before} dan keadaan layanan akhir "
    "{before}."
)

FILE_SHEET = "Data publik"
FILE_COLUMNS = {
    "bagian": "Bagian",
    "kode": "Kode wilayah",
    "wilayah": "Wilayah",
    "tingkat": "Tingkat",
    "periode": "Periode",
    "ukuran": "Ukuran",
    "nilai": "Nilai",
    "satuan": "Satuan",
    "target": "Target",
    "keterangan": "Keterangan",
}
FILE_PARTS = {"prevalensi": "Prevalensi", "desa": "Kelas desa", "cakupan": "Cakupan layanan"}
FILE_MEASURES = {
    "prevalensi_pct": ("Prevalensi stunting", "persen"),
    "stunting": ("Balita stunting", "anak"),
    "diukur": ("Balita diukur", "anak"),
    "kelas": ("Kelas prevalensi", "kelas"),
}
FILE_PERCENT = "persen"
FILE_NAME = "publik_{code}_{year}.{form}"
LEVELS = {
    "provinsi": "Provinsi",
    "kabupaten": "Kabupaten/kota",
    "kecamatan": "Kecamatan",
    "desa": "Desa/kelurahan",
}

# The tab of Pengaturan
HOLD_TAB = "Halaman publik"
HOLD_INTRO = (
    "Data {name} yang disetujui tampil di halaman publik tanpa masuk. Desa tampil dengan kelasnya "
    "saja. Satu tahun dapat ditahan dengan alasan; alasan itu ikut ditampilkan kepada umum."
)
HOLD_REGION = "Wilayah"
HOLD_CHOOSE = "Pilih"
HOLD_LINK = "Buka halaman publik"
HOLD_SHOWN = "Yang tampil untuk tahun siklus {year}"
HOLD_COLUMNS = {"subject": "Isi", "state": "Keadaan"}
HOLD_SUBJECTS = {
    "prevalensi": "Prevalensi dan kelas desa",
    "cakupan": "Cakupan layanan",
    "penilaian": "Hasil penilaian",
    "regulasi": "Regulasi",
    "publikasi": "Publikasi",
}
HOLD_STATES = {
    "terbit": "tampil",
    "belum_disetujui": "belum: tahapannya belum disetujui",
    "ditahan": "ditahan",
}
HOLD_IS_HELD = "Ditahan sejak {date} oleh {who}. Alasan: {reason}"
HOLD_ABOVE = "Seluruh {name} ditahan untuk tahun ini, jadi wilayah ini ikut tidak tampil."
HOLD_REASON = "Alasan menahan"
HOLD_REASON_HINT = "mis. data pengukuran sedang diperiksa ulang"
HOLD_PUBLIC = "Alasan ini tampil kepada umum. Jangan menyebut nama orang."
HOLD_WITHHOLD = "Tahan tahun {year}"
HOLD_RELEASE = "Tampilkan lagi tahun {year}"
HOLD_WITHHELD = "Tahun {year} ditahan dari halaman publik. Perubahan terlihat dalam beberapa menit."
HOLD_RELEASED = "Tahun {year} tampil lagi. Perubahan terlihat dalam beberapa menit."
HOLD_READ_ONLY = "Yang dapat menahan dan menampilkan lagi: Bappeda {name}."
HOLD_NOT_ALLOWED = "Anda tidak berhak menahan data wilayah ini. Mintalah Bappeda."
HOLD_FAULTS = {
    "wilayah": "Wilayah ini tidak mempunyai halaman publik. Pilih wilayah lain.",
    "tahun": "Tahun ini di luar tahun siklus yang dapat dipilih. Pilih tahun lain.",
    "tanpa_alasan": "Tulis alasannya dulu: alasan itu ditampilkan kepada umum.",
    "alasan": (
        "Alasan terlalu panjang atau memuat tanda yang tidak dipakai di sini (< > { } ` $ \\). "
        "Perbaiki, lalu tekan lagi."
    ),
}
