"""Words of a meeting's documents: berita acara, lists, sheets to sign, and their letterhead."""

PAGE_WORD = "Halaman"
PAGE_OF = "dari"
NUMBER_LABEL = "Nomor:"
NUMBER_WORDS = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
TEEN, TEN = "belas", "puluh"
ONE_HUNDRED, HUNDRED = "seratus", "ratus"
ONE_THOUSAND, THOUSAND = "seribu", "ribu"
DATE_WORDS = "{weekday}, tanggal {day} bulan {month} tahun {year}"

BLANK = "........................"
BLANK_SHORT = "............"
DASH = "-"
MARK_DRAFT = "KONSEP: catatan rapat belum lengkap"
MARK_DEMO = "DEMONSTRASI: data rekaan"
FOOTER = "{title} · {region} · {year}"
REGION_KINDS = {
    "provinsi": "Provinsi",
    "kabupaten": "Kabupaten",
    "kota": "Kota",
    "kecamatan": "Kecamatan",
    "distrik": "Distrik",
    "kapanewon": "Kapanewon",
    "kemantren": "Kemantren",
}
REGION = "{kind} {name}"
GOVERNMENT = "Pemerintah {region}"
PLANNING = "Badan Perencanaan Pembangunan Daerah"
KINDS_LONG = {
    "pra-musrenbang": ("Pra-Musyawarah Perencanaan Pembangunan (Pra-Musrenbang) Tematik Stunting"),
    "rembuk": "Rembuk Stunting",
    "rapat-ansit": "Rapat Analisis Situasi Stunting",
}
YEAR = "Tahun {year}"
PLACE_IN = "{name} (Kec. {kecamatan})"
PLACE_WHOLE = "seluruh {name}"
PLACE_WHOLE_KECAMATAN = "seluruh Kec. {name}"
AIM_JOIN = "; "

# --- Berita acara ---------------------------------------------------------------------------------
MINUTES = "Berita Acara"
OPENING = (
    "Pada hari ini, {date}, bertempat di {place}, telah dilaksanakan {kind} {region} Tahun {year}, "
    "yang dipimpin oleh {chair} selaku {office} dan dihadiri oleh {count} peserta sebagaimana "
    "tercantum dalam daftar hadir."
)
DATE_IN_FIGURES = "{words} ({figures})"
NO_DATE = "............, tanggal ........................ bulan ............ tahun ........................"
COUNT_WORDS = "{count} ({words}) orang"
COUNT_BLANK = "............ orang"
PART_HELD = "A. Penyelenggaraan"
PART_BASIS = "B. Dasar Data"
PART_DISCUSSED = "C. Hasil Pembahasan"
PART_AGREED = "D. Kesepakatan"
PART_COMMITMENTS = "E. Komitmen"
PART_APPRECIATIONS = "F. Apresiasi"
PART_CORRECTIONS = "G. Koreksi Data"
PART_CLOSING = "H. Penutup"
FACT_DAY = "Hari dan tanggal"
FACT_DAY_VALUE = "{weekday}, {date}"
FACT_PLACE = "Tempat"
FACT_CHAIR = "Pimpinan rapat"
FACT_CHAIR_VALUE = "{name}, {office}"
FACT_COUNT = "Jumlah peserta hadir"
AGENDA = "Agenda"
AGENDA_NONE = "Agenda belum dicatat."
ELEMENTS = "Peserta menurut unsur"
ELEMENT_COLUMNS = ("No.", "Unsur", "Hadir", "Nama yang dicatat")
ELEMENTS_NONE = "Belum ada peserta yang ditandai hadir."
ELEMENT_TOTAL = "Jumlah yang dicatat hadir"

BASIS_NONE = (
    "Angka yang ditayangkan belum dibekukan, jadi bagian data dokumen ini belum dapat disusun."
)
BASIS_FROZEN = "Angka dibekukan"
BASIS_FROZEN_VALUE = "{when}; angka dalam dokumen ini tidak berubah lagi sesudahnya"
BASIS_SOURCE = "Pengukuran balita"
BASIS_SOURCE_VALUE = "{source}, {month}, keadaan sampai {cutoff}"
BASIS_SOURCE_NONE = "belum ada pengukuran dari sumber yang dipilih"
BASIS_PERIOD = "Cakupan layanan"
BASIS_PERIOD_NONE = "belum ada cakupan layanan untuk tahun ini"
BASIS_THRESHOLDS = "Ambang"
THRESHOLDS = (
    "kelas prevalensi dibatasi pada {bounds} %; cakupan hampir tercapai mulai {near} dari "
    "targetnya; penyebut di bawah {small} disebut kecil; layanan tertinggal bila ketercapaiannya "
    "{points} poin atau lebih di bawah median layanan lain, dinilai dari sedikitnya {minimum} layanan"
)

PREVALENCE = "Prevalensi stunting"
PREVALENCE_NONE = "Belum ada pengukuran dari sumber yang dipilih."
COVERAGE = "Cakupan layanan {region}"
COVERAGE_NONE = "Belum ada cakupan layanan untuk tahun ini."
LAGGING = "Layanan tertinggal"
LAGGING_NONE = "Tidak ada layanan yang tertinggal dari layanan lain."
PROBLEMS = "Lokasi masalah"
PROBLEM_COLUMNS = ("Jenis", "Wilayah", "Alasan")
PROBLEMS_NONE = "Tidak ada lokasi masalah menurut penetapan di bagian B."
PROBLEMS_COUNT = "Terdapat {count} lokasi masalah{kinds} dan {watched} wilayah waspada."
PROBLEMS_KINDS = " ({kinds})"
PROBLEMS_KIND = "{count} {kind}"
PROBLEMS_ANNEX = "Daftar lengkapnya tercantum dalam Lampiran."
ANNEX = "Lampiran: Lokasi Masalah"
BUDGET = "Anggaran {snapshot}"
BUDGET_NONE = "Belum ada anggaran yang diimpor untuk wilayah ini."

AGREED_INTRO = (
    "Setelah memperhatikan hasil analisis situasi, hasil penandaan anggaran, serta tanggapan dan "
    "saran peserta, rapat menyepakati hal-hal berikut."
)
PRIORITIES = "1. Layanan prioritas"
PRIORITIES_NONE = "Tidak ada layanan prioritas yang dicatat."
PRIORITY = "{service}: {note}"
PROPOSALS = "2. Rencana kegiatan yang disepakati"
PROPOSALS_NONE = "Tidak ada usulan pada bidang ini."
BIDANG = {
    "fisik": "Bidang fisik prasarana",
    "sosbud": "Bidang sosial budaya",
    "ekonomi": "Bidang ekonomi",
}
PROPOSAL_COLUMNS = (
    "No.",
    "Kegiatan dan nomor usulan",
    "Layanan atau sasaran",
    "Tempat",
    "Pelaksana",
    "Volume",
    "Anggaran (Rp)",
    "Sumber dana, tahun",
)
PROPOSAL_NUMBERED = "{activity}\n{number}"
PROPOSAL_RAISED = "{activity}\n{number}, dari {origin}"
FUND_YEAR = "{fund}, {year}"
SUM = "Jumlah {bidang}"
SUMMARY = "Rekapitulasi"
SUMMARY_COLUMNS = ("Bidang", "Jumlah usulan", "Anggaran (Rp)")
SUMMARY_TOTAL = "Jumlah seluruhnya"
INCOMPLETE = (
    "{count} usulan yang disepakati belum lengkap datanya, sehingga tidak dimuat dalam daftar di "
    "atas."
)
UNDECIDED = "{count} usulan belum diputuskan, sehingga tidak dimuat dalam daftar di atas."
POSTPONED = "3. Usulan yang ditunda"
POSTPONED_NONE = "Tidak ada usulan yang ditunda."
REJECTED = "4. Usulan yang ditolak"
REJECTED_NONE = "Tidak ada usulan yang ditolak."
REASON_COLUMNS = ("No.", "Kegiatan", "Tempat", "Anggaran (Rp)", "Alasan")
NO_REASON = "alasan belum dicatat"

COMMITMENTS_NONE = "Tidak ada komitmen yang dicatat."
COMMITMENT_COLUMNS = ("No.", "Pihak", "Isi komitmen", "Tenggat")
COMMITMENT_FOR = "{statement}\n(untuk usulan {number})"
WITHOUT_DUE = "tanpa tenggat"
APPRECIATIONS_NONE = "Tidak ada apresiasi yang dicatat."
APPRECIATION = "{receiver}: {reason}"
CORRECTIONS_NONE = "Tidak ada data yang dikoreksi dalam rapat."
CORRECTIONS_INTRO = (
    "Angka berikut dikoreksi dalam rapat dan diverifikasi kembali menurut tahapannya. Angka di "
    "bagian B dan C tetap menurut keadaan ketika dibekukan."
)
CORRECTION_COLUMNS = (
    "No.",
    "Desa/kelurahan",
    "Butir",
    "Periode",
    "Semula",
    "Menjadi",
    "Diminta oleh",
    "Dasar",
)
CLOSING = "Demikian berita acara ini dibuat dengan sebenarnya untuk digunakan sebagaimana mestinya."
DATELINE = "{city}, {date}"
CHAIR = "Pimpinan rapat,\n{office}"
RECORDER = "Notulis"
REPRESENTATIVES = "Wakil peserta rapat"
REPRESENTATIVE_COLUMNS = ("No.", "Unsur", "Nama", "Jabatan atau instansi", "Tanda tangan")

# --- Dokumen lain ---------------------------------------------------------------------------------
PLAN = "Daftar Rencana Kegiatan Pencegahan dan Percepatan Penurunan Stunting"
PLAN_OF = "Hasil {kind}"
PLAN_COLUMNS = (
    "No.",
    "No. usulan",
    "Kegiatan",
    "Layanan atau sasaran",
    "Tempat",
    "Pelaksana",
    "Volume",
    "Satuan",
    "Anggaran (Rp)",
    "Sumber dana",
    "Tahun",
    "Prioritas",
)
PLAN_EMPTY = "Belum ada usulan yang disepakati dan lengkap."
PLAN_SHEET = "Daftar rencana kegiatan"
PLAN_ORIGIN = "Asal usulan"
NOTE_REGION, NOTE_MEETING, NOTE_YEAR = "Wilayah", "Rapat", "Tahun siklus"
NOTE_RULE = (
    "Isi daftar",
    "Usulan yang disepakati rapat ini dan lengkap datanya; yang ditunda, ditolak, belum diputuskan, "
    "atau belum lengkap tidak dimuat.",
)
NOTE_OMITTED = "Disepakati tetapi belum lengkap"
NOTE_OMITTED_COUNT = "{count} usulan"
NOTE_DEMO = ("Peringatan", "Data demonstrasi: semua isinya rekaan.")
SIGN_PLAN = "Mengetahui,\n{office}"

MATRIX = "Matriks Masalah dan Tindakan menurut Perangkat Daerah"
MATRIX_NOTE = (
    "Dimuat: usulan yang disepakati dan lengkap serta usulan yang ditunda. Cakupan menurut angka "
    "yang dibekukan. Jumlah hanya menghitung yang disepakati."
)
MATRIX_COLUMNS = (
    "No.",
    "Masalah",
    "Penyebab",
    "Tindakan yang diusulkan",
    "Tempat",
    "Anggaran (Rp)",
    "Keputusan",
)
MATRIX_COVERAGE = "{aim}\ncakupan {coverage}, target {target}"
MATRIX_NO_AGENCY = "Perangkat daerah belum ditentukan"
MATRIX_SUM = "Jumlah yang disepakati"
MATRIX_EMPTY = "Belum ada usulan yang disepakati atau ditunda."
NO_CAUSE = "penyebab belum dicatat"
DECISIONS = {
    "belum": "belum diputuskan",
    "disepakati": "disepakati",
    "ditunda": "ditunda",
    "ditolak": "ditolak",
}
DECISION_WITH_REASON = "{decision}: {reason}"

PLEDGE = "Lembar Komitmen"
PLEDGE_SUBJECT = "Pencegahan dan Percepatan Penurunan Stunting"
PLEDGE_INTRO = (
    "Kami yang bertanda tangan di bawah ini, peserta {kind} {region} Tahun {year}, menyatakan "
    "komitmen untuk merealisasikan hal-hal berikut sesuai kewenangan masing-masing."
)
PLEDGE_COLUMNS = (
    "No.",
    "Pihak",
    "Nama dan jabatan",
    "Isi komitmen",
    "Tenggat",
    "Tanda tangan",
)
PLEDGE_EMPTY = "Belum ada komitmen yang dicatat dalam rapat ini."

ATTENDANCE = "Daftar Hadir"
ATTENDANCE_COLUMNS = ("No.", "Unsur", "Nama", "Jabatan atau instansi", "Tanda tangan")

# --- Bagian Dokumen di halaman Rapat --------------------------------------------------------------
PAPERS_TITLE = "Dokumen rapat"
PAPERS_DRAFT = (
    "Yang masih kurang: {missing}. Dokumen sudah dapat diunduh, tetapi bertanda KONSEP di setiap "
    "halaman sampai semuanya diisi."
)
PAPERS_OMITTED = (
    "{count} usulan yang disepakati belum lengkap dan tidak masuk dokumen. Lengkapi di bagian "
    "Usulan:"
)
PAPERS_OMITTED_LINE = "• {number} {activity}: kurang {missing}"
PAPERS_OMITTED_MORE = "• dan {count} usulan lain"
PAPERS_UNDECIDED = "{count} usulan belum diputuskan dan tidak masuk dokumen."
PAPERS_FREEZE_FIRST = (
    "Angka rapat belum dibekukan. Dokumen dibuat dari angka beku, agar tayangan dan dokumen sama."
)
PAPERS_FREEZE = "Bekukan angka dan siapkan dokumen"
PAPERS_WAIT = (
    "Dokumen baru dapat diunduh setelah angka rapat dibekukan oleh yang mencatat rapat ini."
)
PAPERS_NAMES = {
    "berita-acara": "Berita acara",
    "daftar-rencana": "Daftar rencana kegiatan",
    "matriks": "Matriks masalah dan tindakan per OPD",
    "komitmen": "Lembar komitmen",
    "daftar-hadir": "Daftar hadir",
}
FORMS = {"docx": "Word", "pdf": "PDF", "xlsx": "Excel"}
FILE_NAME = "{paper}-{kind}-{code}-{year}-{number}"

# --- Kop surat di halaman Pengaturan --------------------------------------------------------------
HEAD_TITLE = "Kop surat dan penanda tangan"
HEAD_REGION = "Kop surat milik"
HEAD_INTRO = (
    "Dipakai dalam berita acara, daftar rencana kegiatan, lembar komitmen, dan daftar hadir rapat "
    "{region}."
)
HEAD_DEFAULT = "Belum diatur. Sampai diatur, dokumen memakai kop bawaan:"
HEAD_LINES = "Baris kop, satu baris per baris"
HEAD_LINES_HINT = "Pemerintah Kabupaten ...\nKecamatan ..."
HEAD_ADDRESS = "Alamat, telepon, surel"
HEAD_ADDRESS_HINT = "Jalan ..., telepon ..., kode pos ..."
HEAD_CITY = "Tempat penandatanganan"
HEAD_CITY_HINT = "nama kota atau kecamatan di depan tanggal"
HEAD_SIGNERS = "Penanda tangan selain pimpinan rapat, satu per baris: jabatan; nama"
HEAD_SIGNERS_HINT = "Kepala Puskesmas ...; nama (boleh dikosongkan)"
HEAD_SAVE = "Simpan kop surat"
HEAD_SAVED = "Kop surat sudah disimpan."
HEAD_READ_ONLY = "Yang mengatur: pencatat rapat atau Bappeda."
HEAD_REASON = "Kop surat dan penanda tangan dokumen rapat"
HEAD_CONFLICT = (
    "Belum disimpan: kop surat ini sudah diubah {who} sementara itu. Isinya yang baru sudah tampil; "
    "periksa, lalu simpan lagi bila perlu."
)
HEAD_NOT_ALLOWED = (
    "Belum disimpan: peran Anda tidak mencakup kop surat wilayah ini. Hubungi admin di "
    "kabupaten/kota Anda."
)
HEAD_FAULTS = {
    "tingkat": "Belum disimpan: kop surat diatur per kecamatan, kabupaten/kota, atau provinsi.",
    "kosong": "Belum disimpan: baris kop belum diisi. Isi paling sedikit satu baris.",
    "baris": "Belum disimpan: baris kop paling banyak {lines} baris, masing-masing {length} huruf.",
    "panjang": "Belum disimpan: alamat atau tempat terlalu panjang. Persingkat, lalu simpan lagi.",
    "penanda_tangan": (
        "Belum disimpan: penanda tangan paling banyak {signers} baris, masing-masing jabatan dan "
        "nama paling panjang {length} huruf; jabatannya wajib diisi."
    ),
    "tanda": (
        "Belum disimpan: ada tanda yang tidak diizinkan (< > {{ }} ` $ \\). Hapus tandanya, lalu "
        "simpan lagi."
    ),
}
SOMEBODY = "orang lain"
