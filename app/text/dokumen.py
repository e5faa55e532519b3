"""Words of the guideline's documents, of the page Dokumen and of `konvergensi dokumen`."""

DASH = "-"
AND_MORE = "{names}, dan {count} lainnya"
FILLED_OF = "{filled} dari {total}"

# --- Dokumen --------------------------------------------------------------------------------------
TITLES = {
    "analisis-situasi": "Dokumen Analisis Situasi",
    "rencana-pra-musrenbang": (
        "Daftar Rencana Program dan Kegiatan Hasil Pra-Musrenbang Tematik Stunting"
    ),
    "penandaan-depan": "Dokumen Hasil Penandaan Rincian Kegiatan dan Belanja Tahun Berikutnya",
    "penandaan-apbd": "Dokumen Hasil Penandaan Rincian Kegiatan dan Belanja APBD Tahun Berjalan",
    "penandaan-perubahan": "Dokumen Hasil Penandaan Rincian Kegiatan dan Belanja APBD Perubahan",
    "capaian-semester-1": (
        "Dokumen Identifikasi Realisasi Anggaran, Capaian Layanan, dan Masalah Semester I"
    ),
    "capaian-semester-2": (
        "Dokumen Identifikasi Realisasi Anggaran, Capaian Layanan, dan Masalah Semester II"
    ),
    "hasil-monitoring": "Dokumen Hasil Monitoring Pelaksanaan Aksi Konvergensi",
    "hasil-penilaian": "Dokumen Hasil Penilaian Pelaksanaan Aksi Konvergensi",
    "daftar-regulasi": "Daftar Identifikasi Regulasi",
    "daftar-publikasi": "Daftar Identifikasi Publikasi",
    "reviu-kinerja": "Reviu Kinerja Tahunan",
}
SHORT_TITLES = {
    "analisis-situasi": "Analisis situasi",
    "rencana-pra-musrenbang": "Daftar rencana hasil pra-musrenbang",
    "penandaan-depan": "Penandaan tahun berikutnya",
    "penandaan-apbd": "Penandaan APBD tahun berjalan",
    "penandaan-perubahan": "Penandaan APBD perubahan",
    "capaian-semester-1": "Realisasi, capaian, dan masalah semester I",
    "capaian-semester-2": "Realisasi, capaian, dan masalah semester II",
    "hasil-monitoring": "Hasil monitoring",
    "hasil-penilaian": "Hasil penilaian",
    "daftar-regulasi": "Daftar regulasi",
    "daftar-publikasi": "Daftar publikasi",
    "reviu-kinerja": "Reviu kinerja tahunan",
}
GROUPS = {
    "analisis": "Analisis situasi",
    "perencanaan": "Penguatan perencanaan",
    "pelaksanaan": "Penguatan pelaksanaan",
    "penilaian": "Penilaian kinerja",
    "dukungan": "Dukungan regulasi dan publikasi",
    "reviu": "Reviu kinerja",
}

# --- Sampul, tanda, bagian bersama ----------------------------------------------------------------
COVER_SUBJECT = "Pencegahan dan Percepatan Penurunan Stunting"
COVER_STATE = "Keadaan dokumen"
COVER_FINAL = "Final"
COVER_DRAFT = "Konsep; belum dapat dipakai sebagai dokumen resmi"
COVER_STAGE = "Tahapan"
COVER_MADE = "Disusun"
COVER_NOTE = "Perhatian"
COVER_DEMO = "Data demonstrasi: semua isinya rekaan"
MARK_DRAFT = "KONSEP: belum disetujui atau belum lengkap"
PART = "{letter}. {title}"
ANNEX = "Lampiran: peta dan gambar"

PART_MISSING = "Yang masih kurang"
MISSING_INTRO = (
    "Dokumen ini masih konsep. Dokumen menjadi final setelah hal berikut dipenuhi; angka di "
    "dalamnya masih dapat berubah."
)
MISSING_CELLS = "Desa/kelurahan dan butir yang belum terisi"
GAP_COLUMNS = ("No.", "Pihak", "Desa/kelurahan", "Butir kosong", "Butir yang belum diisi")
ALL_DESA = "semua ({count})"
ALL_ITEMS = "semua butir pihak ini"
LACK_STAGE = "{stage} belum selesai: {parts}."
LACK_NOT_BEGUN = "{stage} belum dimulai."
LACK_NO_STAGE = "Tahapan dokumen ini belum ada untuk wilayah ini."
LACK_ANSIT = "Capaian layanan untuk analisis situasi {year} belum diisi."
LACK_PROBLEMS = "Masalah, penyebab, dan rekomendasi belum dicatat di halaman Masalah dan usulan."
LACK_MEETING = "Pra-musrenbang {year} belum dicatat di halaman Rembuk dan musrenbang."
LACK_PROPOSALS = "Belum ada usulan yang disepakati dan lengkap datanya."
LACK_SIGNED = "Berita acara yang sudah ditandatangani belum dilampirkan."
LACK_SNAPSHOT = "{snapshot} belum diimpor di halaman Data masuk."
LACK_TAGS = "Belum ada belanja {snapshot} yang ditandai untuk wilayah ini."
LACK_HALF = "Capaian layanan semester {half} {year} belum diisi."
LACK_PROGRAMMES = "Program APBDes, swadaya, dan kemitraan {year} belum dicatat."
LACK_REALISATION = "Realisasi program desa dan mitra sampai dengan {month} belum diisi."
LACK_SUPPORT = {
    "regulasi": "Belum ada regulasi {year} yang dicatat.",
    "publikasi": "Belum ada publikasi {year} yang dicatat.",
}
LACK_SUPPORT_STAGES = {
    "regulasi": "Belum ada regulasi untuk tahapan: {stages}.",
    "publikasi": "Belum ada publikasi untuk tahapan: {stages}.",
}
LACK_PROVISIONAL = (
    "Nilai masih sementara: semester II atau penilaian wilayah di bawahnya belum selesai."
)
LACK_END = "Belum ada capaian layanan yang menggambarkan akhir tahun {year}."

PART_BASIS = "Dasar data"
BASIS_PERIODS = "Sumber dan periode"
BASIS_CUTOFF = "Batas data"
BASIS_CUTOFF_VALUE = "layanan: keadaan akhir periode itu; pengukuran: akhir bulan pengukuran"
BASIS_STATE = "Keadaan persetujuan"
BASIS_BEHIND = "Tahapan yang mendasari"
BASIS_MADE = "Disusun"
BASIS_MADE_VALUE = "{date}, dari data Konvergensi pada hari itu"
BASIS_MEETING = "Rapat"
BASIS_BUDGET = "Anggaran"
BASIS_MONEY = "Program desa dan mitra"
BASIS_MONEY_VALUE = "catatan kecamatan per desa; APBDes, swasta, dan swadaya masyarakat"
BASIS_LIST = "Sumber"
BASIS_LIST_VALUE = {
    "regulasi": "catatan regulasi tahun siklus {year}",
    "publikasi": "catatan publikasi tahun siklus {year}",
}
BASIS_RUBRIC = "Sifat nilai"
BASIS_CLASSES = "Batas kelas"
CLASS_BOUNDS = (
    "Tumbuh di bawah {developing}; Berkembang mulai {developing}; Berdaya mulai {empowered} "
    "(bawaan Konvergensi, dapat diubah Bappeda)"
)
THRESHOLD_CLASSES = (
    "Kelas prevalensi: {bounds} % (WHO/UNICEF 2018). Wilayah dengan kurang dari {minimum} anak "
    "diukur tidak dipakai untuk menyimpulkan (bawaan Konvergensi)."
)
THRESHOLD_COVERAGE = (
    "Cakupan disebut hampir tercapai mulai {near} dari targetnya; penyebut di bawah {small} disebut "
    "kecil; layanan tertinggal bila ketercapaiannya {points} poin atau lebih di bawah median layanan "
    "lain, dinilai dari sedikitnya {minimum} layanan (bawaan Konvergensi). Target: menurut dokumen "
    "perencanaan wilayah ini, bila tidak ada dari wilayah di atasnya."
)
THRESHOLD_PLACES = "Lokasi masalah: {settings} ({origin})."
ONLY_MEASURED = "{source} {period}; belum ada capaian layanan"

STATE = "{stage}: {state}"
STATE_SINCE = "{stage}: {state} {date}"
STATE_SHARE = "{stage}: selesai di {done} dari {total} {level}"
STATE_NONE = "tahapan belum ada"

PART_APPROVAL = "Pengesahan"
APPROVED = "Isi dokumen ini berasal dari data yang sudah disetujui pada tahapannya."
NOT_APPROVED = (
    "Dokumen ini belum dapat ditandatangani: tahapannya belum disetujui atau isinya belum lengkap."
)
SIGNED = "Menyetujui,\n{office}"
OFFICES = {
    "camat": "Camat\n{region}",
    "bappeda": "Kepala Bappeda\n{region}",
    "sekda": "Sekretaris Daerah\n{region}",
}
DEFAULT_APPROVERS = {"kecamatan": "camat", "kabupaten": "bappeda", "provinsi": "bappeda"}

# --- Peta dan gambar ------------------------------------------------------------------------------
CAPTION_PREVALENCE = "Prevalensi stunting menurut {level} di {region}"
CAPTION_PROBLEMS = "Jenis masalah menurut desa/kelurahan di {region}"
CAPTION_COVERAGE = "Cakupan layanan menurut {level} di {region}, {period}"
CAPTION_GROUPS = "Belanja bertanda menurut kelompok sasaran"
CAPTION_COMPONENTS = "Nilai menurut komponen (0 sampai 100)"
LEGEND_PROBLEMS = "Jenis masalah"
MAP_FOOTNOTE = "Kelas: WHO/UNICEF 2018. Disusun {made}."
PROBLEM_MAP_FOOTNOTE = (
    "Arsir: belum dapat dinilai, atau terlalu sedikit anak diukur untuk memastikan jenisnya. "
    "Disusun {made}."
)

# --- Analisis situasi -----------------------------------------------------------------------------
PART_PREVALENCE = "Prevalensi stunting"
NO_PREVALENCE = "Belum ada pengukuran balita yang dapat dipakai."
PREVALENCE_COLUMNS = (
    "No.",
    "Wilayah",
    "Prevalensi",
    "Balita stunting",
    "Balita diukur",
    "Perubahan",
)
NO_PERIOD = "Belum ada capaian layanan untuk tahun ini."
PART_GROUPS = "Kelompok sasaran"
GROUPS_NOTE = "Jumlah orang menurut isian desa/kelurahan yang ada. Yang belum diisi tidak dihitung sebagai nol."
GROUP_COLUMNS = ("Kode", "Kelompok sasaran", "Jumlah", "Desa terisi")
PART_COVERAGE = "Cakupan layanan"
SERVICE_COLUMNS = ("Layanan", "Terjangkau", "Cakupan", "Target", "Status", "Masih perlu dijangkau")
SERVICES_COUNTED = "{period}: {known} dari 31 layanan dapat dihitung cakupannya. Status: {parts}."
STATUS_COUNT = "{count} {status}"
WORST_SERVICES = "Yang paling jauh di bawah targetnya: {services}."
WORST_SERVICE = "{service} ({coverage}, target {target})"
LAGGING = "Layanan tertinggal"
LAGGING_LINE = "{service}: cakupan {coverage} dari target {target}, {points} poin di bawah median layanan lain."
LAGGING_NONE = "Tidak ada layanan yang tertinggal dari layanan lain."
LAGGING_UNKNOWN = "Belum dapat dinilai: terlalu sedikit layanan yang mempunyai target dan cakupan untuk dibandingkan."
PART_BUDGET = "Anggaran"
NO_BUDGET = "Belum ada anggaran yang diimpor untuk wilayah ini."
BUDGET_OF = "Menurut {snapshot}:"
LAMP = "{question} {word}. {sentence}"
LAMP_DARK = "{question} {sentence}"
GAP_TABLE_COLUMNS = (
    "Layanan",
    "Kebutuhan (Rp)",
    "APBD (Rp)",
    "Desa dan mitra (Rp)",
    "Masih kurang (Rp)",
)
GAP_NOTE = (
    "Kebutuhan: orang yang masih perlu dijangkau dikali biaya satuan. Dana desa dan mitra hanya yang "
    "disetujui camat. Tanda - berarti belum diketahui atau tidak ada."
)
PART_PLACES = "Lokasi masalah"
PLACES_COUNTED = "Penggolongan seluruh wilayah di dalamnya: {parts}."
PLACE_COUNT = "{count} {kind}"
PLACES_NONE = "Tidak ada lokasi masalah menurut penetapan di atas."
PLACES_MORE = "{count} lokasi masalah lain tercantum dalam berkas Excel dokumen ini."
PLACE_COLUMNS = ("Jenis", "Wilayah", "Prevalensi", "Alasan")
PLACE_IN = "{name} ({parent})"
PART_PROBLEMS = "Masalah, penyebab, dan solusinya"
NO_PROBLEMS = "Belum ada masalah yang dicatat."
PROBLEM_COLUMNS = (
    "No.",
    "Layanan",
    "Masalah",
    "Penyebab",
    "Rekomendasi dan usulan",
    "Tempat",
)
PART_PRIORITY = "Program prioritas"
PRIORITY = "{proposal}: {places}"
NO_PRIORITY = "Belum ada usulan kegiatan yang dicatat."

# --- Rencana pra-musrenbang -----------------------------------------------------------------------
PART_PLAN = "Daftar rencana"
NO_MEETING = "Pra-musrenbang tahun ini belum dicatat."
PLAN_OPENING = (
    "{kind} menyepakati {agreed} kegiatan yang lengkap datanya. {postponed} usulan ditunda, "
    "{rejected} ditolak, dan {undecided} belum diputuskan."
)
PLAN_RULE = "Dimuat hanya usulan yang disepakati rapat dan lengkap datanya."
PLAN_BIDANG = "Bidang"

# --- Penandaan ------------------------------------------------------------------------------------
PART_TAG_SUMS = "Ringkasan penandaan"
PART_TAGS = "Rincian kegiatan, belanja, dan aktivitas menurut layanan"
NO_SNAPSHOT = "{snapshot} belum diimpor, jadi belum ada yang dapat ditandai."
NO_TAGS = "Belum ada belanja {snapshot} yang ditandai untuk wilayah ini."
TAGS_OPENING = (
    "Dari {snapshot}, belanja yang ditandai untuk {region} berjumlah {amount}, terdiri dari {lines} "
    "baris belanja pada {activities} subkegiatan di {agencies} perangkat daerah, untuk {services} "
    "layanan."
)
TAGS_EMPTY = "Belum ada yang ditandai."
TAGS_MANY = (
    "Ada {count} tanda. Di bawah ini diringkas per subkegiatan; rinciannya per baris belanja ada "
    "dalam berkas Excel dokumen ini."
)
NO_GROUP = "Tanpa kelompok sasaran"
SUM_GROUP, SUM_KIND, SUM_AGENCY = "Kelompok sasaran", "Jenis belanja", "Perangkat daerah"
SUM_COLUMNS = ("Baris", "Jumlah bertanda (Rp)", "Bagian")
SUM_TOTAL = "Jumlah"
SUM_OF = "Jumlah {group}"
LINE_COLUMNS = (
    "No.",
    "Layanan",
    "Perangkat daerah",
    "Subkegiatan",
    "Rekening dan uraian",
    "Tempat",
    "Koefisien",
    "Jumlah bertanda (Rp)",
)
ACTIVITY_COLUMNS = (
    "No.",
    "Layanan",
    "Perangkat daerah",
    "Subkegiatan",
    "Baris",
    "Jumlah bertanda (Rp)",
)
LINE_WORDS = "{account}: {words}"
PART_COMPARED = "Sebelum dan sesudah perubahan"
COMPARED_NOTE = (
    "Hanya uang langsung untuk sasaran dan layanan yang ditempatkan di wilayah ini atau milik "
    "perangkatnya."
)
COMPARE_COLUMNS = ("Layanan", "APBD murni (Rp)", "APBD perubahan (Rp)", "Selisih (Rp)")

# --- Semester -------------------------------------------------------------------------------------
HALF_CUTOFF = {1: "30 Juni {year}", 2: "31 Desember {year}"}
HALF_MONTHS = {1: "Juni", 2: "Desember"}
NO_HALF = "Capaian layanan semester ini belum diisi."
MIDYEAR_NOTE = (
    "Angka tengah tahun belum dinilai terhadap target setahun; selisihnya hanya petunjuk layanan mana "
    "yang perlu dikejar."
)
PART_PROGRAMMES = "Realisasi APBDes, swadaya masyarakat, dan kemitraan"
NO_PROGRAMMES = "Belum ada program desa dan mitra yang dicatat."
PROGRAMMES_OPENING = (
    "Di {region} tercatat {count} program desa dan mitra senilai {amount}. Realisasi sampai dengan "
    "{month} sudah diisi untuk {known} program: {spent} ({share} dari anggarannya)."
)
PROGRAMMES_OPENING_NONE = (
    "Di {region} tercatat {count} program desa dan mitra senilai {amount}. Realisasi sampai dengan "
    "{month} belum diisi."
)
SOURCE_COLUMNS = ("Sumber", "Program", "Anggaran (Rp)", "Realisasi (Rp)", "Bagian", "Terisi")
PROGRAMMES_BY_PLACE = "Menurut wilayah"
PROGRAMME_PLACE_COLUMNS = (
    "No.",
    "Wilayah",
    "Program",
    "Anggaran (Rp)",
    "Realisasi (Rp)",
    "Terisi",
)
PROGRAMMES_NOTE = (
    "Bagian dihitung hanya dari program yang realisasinya sudah diisi. Tanda - berarti belum ada "
    "program atau realisasinya belum diisi."
)
PROGRAMMES_LIST = "Daftar program desa dan mitra"
PROGRAMMES_MANY = "Daftar {count} program tercantum dalam berkas Excel dokumen ini."
PROGRAMME_COLUMNS = (
    "No.",
    "Desa/kelurahan",
    "Kegiatan",
    "Sumber",
    "Layanan",
    "Anggaran (Rp)",
    "Realisasi (Rp)",
    "Reviu camat",
)
PROGRAMME_HEADINGS = {
    "wilayah_code": "Kode desa/kelurahan",
    "desa_name": "Desa/kelurahan",
    "source": "Sumber",
    "partner": "Mitra",
    "activity": "Kegiatan",
    "service": "Layanan",
    "amount_idr": "Anggaran (Rp)",
    "realisation_june_idr": "Realisasi s.d. Juni (Rp)",
    "realisation_december_idr": "Realisasi s.d. Desember (Rp)",
    "review": "Reviu camat",
}
SHEET_PROGRAMMES = "Program desa dan mitra"
PROBLEMS_FROM_ANSIT = (
    "Memuat masalah yang tercatat untuk tahun {year}, sejak analisis situasi sampai dokumen ini "
    "disusun. Masalah tidak dicatat terpisah per semester."
)

# --- Monitoring dan penilaian ---------------------------------------------------------------------
PART_STAGES = "Pelaksanaan tahapan"
PART_STAGES_BELOW = "Wilayah di bawahnya"
STAGES_OPENING = (
    "Di {region}, {done} dari {total} tahapan aksi konvergensi sudah selesai; {late} tahapan lewat "
    "dari batas waktunya."
)
STAGE_COLUMNS = ("No.", "Tahapan", "Keadaan", "Batas waktu", "Selesai", "Terlambat")
DAYS = "{days} hari"
SHEET_STAGES = "Tahapan"
STAGE_HEADINGS = {
    "code": "Kode wilayah",
    "region": "Wilayah",
    "level": "Tingkat",
    "year": "Tahun siklus",
    "stage": "Tahapan",
    "state": "Keadaan",
    "due": "Batas waktu",
    "done": "Selesai",
    "late_days": "Terlambat (hari)",
}
BELOW_COLUMNS = ("No.", "Wilayah", "Selesai", "Tahapan yang belum selesai")
DEADLINE_NOTE = (
    "Batas waktu menurut pedoman 2024, kecuali yang diubah daerah. Regulasi dan publikasi tidak "
    "berbatas waktu."
)
PART_FOLLOW_UP = "Tindak lanjut"
FOLLOW_UP_INTRO = "Tahapan berikut masih harus diselesaikan:"
FOLLOW_UP = "{stage}, sekarang {state}, batas {due}."
FOLLOW_UP_NONE = "Semua tahapan sudah selesai."
NO_DUE = "tidak ditentukan"
PART_COMMITMENTS = "Komitmen rapat"
NO_COMMITMENTS = "Belum ada komitmen rapat yang dicatat tahun ini."
COMMITMENT_COLUMNS = ("No.", "Pihak", "Isi komitmen", "Tenggat", "Keadaan")

PART_RESULT = "Hasil penilaian"
RESULT_TOTAL = "Nilai (0 sampai 100)"
RESULT_CLASS = "Klasifikasi simulasi"
RESULT_OFFICIAL = "Hasil resmi"
NO_OFFICIAL = "belum dicatat"
OFFICIAL = "{name}, menurut {source}, {date}"
CLASS_PROVISIONAL = "{name} (sementara)"
COMPONENT_COLUMNS = ("No.", "Komponen", "Nilai", "Bobot rubrik", "Bobot terpakai")
PART_EVIDENCE = "Bukti setiap kriteria"
EVIDENCE_COLUMNS = ("Komponen", "Tahapan", "Kriteria", "Bukti", "Poin")
PART_BELOW = "Hasil wilayah di bawahnya"
RESULT_COLUMNS = ("No.", "Wilayah", "Nilai", "Klasifikasi")
PART_CLARIFICATIONS = "Klarifikasi peserta"
NO_CLARIFICATIONS = "Tidak ada klarifikasi yang dicatat."
CLARIFICATION_COLUMNS = ("No.", "Komponen", "Disampaikan oleh", "Isi", "Jawaban")
SHEET_RESULT = "Hasil penilaian"
RESULT_HEADINGS = {
    "code": "Kode",
    "name": "Wilayah",
    "nilai": "Nilai",
    "kelas": "Klasifikasi",
    "kelas_sementara": "Klasifikasi sementara",
    "ansit": "Analisis situasi",
    "perencanaan": "Penguatan perencanaan",
    "pelaksanaan": "Penguatan pelaksanaan",
    "monev": "Monitoring dan evaluasi",
    "regulasi": "Regulasi",
    "publikasi": "Publikasi",
    "belum_selesai": "Wilayah di bawahnya yang belum selesai",
}

# --- Regulasi dan publikasi -----------------------------------------------------------------------
PART_SUPPORT = {"regulasi": "Daftar regulasi", "publikasi": "Daftar publikasi"}
PART_SUPPORT_BELOW = "Wilayah di bawahnya"
SUPPORT_OPENING = {
    "regulasi": (
        "{region} mencatat {count} regulasi yang mendukung tahapan aksi konvergensi; {bare} belum "
        "dilampiri naskahnya."
    ),
    "publikasi": (
        "{region} mencatat {count} publikasi tahapan aksi konvergensi; {bare} belum disertai tautan "
        "atau berkas bukti."
    ),
}
SUPPORT_NONE = {
    "regulasi": "{region} belum mencatat regulasi yang mendukung tahapan aksi konvergensi.",
    "publikasi": "{region} belum mencatat publikasi tahapan aksi konvergensi.",
}
SUPPORT_COLUMNS = {
    "regulasi": ("No.", "Jenis", "Nomor", "Tanggal", "Tentang", "Tahapan yang didukung"),
    "publikasi": ("No.", "Jenis", "Tanggal", "Judul atau kegiatan", "Bukti", "Tahapan"),
}
SUPPORT_BELOW_COLUMNS = ("No.", "Wilayah", "Jumlah", "Tahapan yang belum ada")
WITH_FILE = "berkas terlampir di Konvergensi"

# --- Reviu kinerja --------------------------------------------------------------------------------
PART_RUNNING = "Tahun berjalan {year}"
PART_NEXT = "Tahun rencana {year}"
REVIEW_PREVALENCE = "Prevalensi stunting"
REVIEW_COVERAGE = "Cakupan layanan terhadap target"
REVIEW_MONEY = "Pelaksanaan anggaran"
REVIEW_PROGRAMMES = "Program desa dan mitra sampai dengan Desember:"
REVIEW_FATES = "Nasib usulan yang disepakati di wilayah ini dan di dalamnya"
REVIEW_COLUMNS = ("Target", "Perubahan")
REVIEW_HEADINGS = {
    "service": "Layanan",
    "item_code": "Kode layanan",
    "awal_pct": "Cakupan awal (%)",
    "akhir_pct": "Cakupan akhir (%)",
    "target_pct": "Target (%)",
}
SHEET_REVIEW = "Cakupan awal dan akhir tahun"
SPENT = (
    "Menurut {snapshot}, {amount} ditandai untuk wilayah ini; realisasinya {spent}, {share} dari yang "
    "realisasinya diketahui."
)
SPENT_UNKNOWN = (
    "Menurut {snapshot}, {amount} ditandai untuk wilayah ini; realisasinya belum diketahui."
)
NO_AGREED = "Belum ada usulan yang disepakati tahun ini."
FATE_COLUMNS = ("Nasib", "Usulan", "Anggaran yang diusulkan (Rp)")
FATE_UNKNOWN = "Belum diketahui"
NEXT_PREVALENCE = "Target prevalensi"
NEXT_NOW = "Prevalensi terakhir"
PREVALENCE_NOW = "{value} ({period})"
NEXT_PROPOSALS = "Kegiatan yang disepakati untuk tahun rencana"
PLANNED_COLUMNS = ("Bidang", "Usulan", "Anggaran (Rp)")
NO_PLANNED = "Belum ada kegiatan yang disepakati untuk tahun rencana."
NEXT_BUDGET = "Rencana anggaran"

# --- Excel ----------------------------------------------------------------------------------------
NOTE_DOCUMENT, NOTE_YEAR, NOTE_MISSING = "Dokumen", "Tahun siklus", "Yang masih kurang"

# --- Halaman Dokumen ------------------------------------------------------------------------------
TITLE = "{page} · {name}"
INTRO = (
    "Semua dokumen yang diharapkan pedoman untuk satu tahun siklus, dibuat dari data yang ada saat "
    "diunduh. Yang belum disetujui atau belum lengkap bertanda KONSEP di setiap halaman."
)
WRONG_LEVEL_TITLE = "Pilih provinsi, kabupaten/kota, atau kecamatan"
WRONG_LEVEL = "Dokumen disusun per kecamatan, kabupaten/kota, dan provinsi. Pilih di samping."
COUNT = "{final} dari {total} dokumen final."
FINAL, DRAFT = "Final", "Konsep"
MISSING_TITLE = "Yang masih kurang ({count})"
MISSING_LINE = "• {line}"
MISSING_DESA = "Masih ada {cells} butir kosong di {desa} desa/kelurahan; daftarnya ada di dokumen."
MISSING_SHOWN = 6
MISSING_REST = "• dan {count} hal lain, tercantum di dalam dokumen"
FORMS = {"docx": "Word", "pdf": "PDF", "xlsx": "Excel"}
ZIP = "Unduh semua (zip)"
ZIP_HINT = "Semua dokumen wilayah dan tahun ini dalam Word, PDF, dan Excel; perlu waktu sejenak."
ZIP_NAME = "dokumen-{code}-{year}.zip"
WAIT = "Menyiapkan daftar dokumen"

# --- Baris perintah -------------------------------------------------------------------------------
HELP = "Buat semua dokumen pedoman satu wilayah dan tahun (Word, PDF, Excel)."
HELP_YEAR = "Tahun siklus, misalnya 2026."
HELP_OUT = "Folder tujuan; dibuat bila belum ada."
NO_DOCUMENTS = (
    "{code} bukan kecamatan, kabupaten/kota, atau provinsi yang dikenal. Dokumen disusun untuk "
    "ketiga tingkat itu; periksa kode wilayahnya."
)
BAD_YEAR = "Tahun {year} di luar tahun siklus. Pakai 2024 sampai 2100, misalnya --tahun 2026."
MADE = "{name}: {state}"
MADE_DRAFT = "konsep, {count} hal masih kurang"
MADE_FINAL = "final"
NO_PROGRAMMES_OF = "Belum ada program desa dan mitra {year} untuk {name}. Pilih tahun lain."
NO_STAGES_OF = (
    "{name} tidak mempunyai tahapan. Pakai kode kecamatan, kabupaten/kota, atau provinsi."
)
DONE = "{count} berkas ditulis di {path}."
