"""Sentences about stories for meetings: preparing one, its slides, showing it."""

KINDS = {
    "rapat-ansit": "Rapat Analisis Situasi",
    "pra-musrenbang": "Pra-Musrenbang Tematik Stunting",
    "rembuk": "Rembuk Stunting",
    "penilaian": "Penilaian Hasil Monitoring dan Evaluasi",
}
TITLE = "{page} · {name}"
INTRO = (
    "Naskah siap tayang untuk setiap rapat. Pilih lembarnya, urutkan, tambahkan satu kalimat, "
    "bekukan angkanya, lalu tayangkan. Angka yang sudah dibekukan tidak berubah selama rapat."
)
WRONG_LEVEL_TITLE = "Pilih kecamatan, kabupaten/kota, atau provinsi"
WRONG_LEVEL = (
    "Presentasi disusun per kecamatan, kabupaten/kota, atau provinsi. Pilih wilayahnya di samping."
)
CHOOSE = "Pilih"
KIND_LABEL = "Untuk rapat"
STORY_LABEL = "Naskah"
STORY_READY = "Naskah siap pakai (belum disimpan)"
STORY_OPTION = "{title} ({number})"
DEFAULT_TITLE = "{kind} {region} {year}"

NEW_TITLE = "Susun naskah baru"
NEW_NAME = "Judul naskah"
NEW_BUTTON = "Buat naskah"
READY_NOTE = (
    "Naskah siap pakai dapat langsung ditayangkan: angkanya diambil ketika tayang dimulai dan tetap "
    "sampai ditutup."
)
READY_OWN = "Buat naskah untuk memilih lembar, menambahkan kalimat, dan membekukan angka."
READY_OTHER = "Naskah disimpan oleh operator {agency}."

FROZEN_AT = "Angka dibekukan {when}. Yang tayang adalah angka ini, juga bila datanya berubah."
FROZEN_FROM = "Sumber angka: {meeting}."
NOT_FROZEN = (
    "Angka belum dibekukan. Bekukan sebelum rapat supaya semua lembar, PowerPoint, dan PDF memuat "
    "angka yang sama."
)
NOT_FROZEN_OTHER = (
    "Angka naskah ini belum dibekukan oleh penyusunnya, sehingga belum dapat ditayangkan. Untuk "
    "menayangkan angka saat ini, pilih naskah siap pakai."
)
MEETING_LABEL = "Angka dan usulan dari"
MEETING_NONE = "angka saat ini, tanpa rapat"
MEETING_OPTION = "{kind}, {date}{frozen}"
MEETING_FROZEN = " (angka beku rapat)"
NO_DATE = "tanggal belum diisi"
MEETING_HELP = (
    "Rapat yang angkanya sudah dibekukan memakai angka rapat itu sendiri. Usulan dan komitmen "
    "diambil dari rapat yang dipilih."
)
FREEZE = "Bekukan angka"
FREEZE_AGAIN = "Bekukan ulang"
FREEZE_ASK = "Ganti angka naskah ini dengan angka terkini?"
FREEZE_YES = "Ya, ganti"
FROZEN = "Angka sudah dibekukan."
SHOW = "Tayangkan"
SHOW_HELP = "Panah kanan atau Page Down: lembar berikutnya. Esc: selesai."
SAVE_FIRST = "Simpan dulu perubahan naskah sebelum menayangkan."
DOWNLOADS = {"pptx": "PowerPoint", "pdf": "PDF"}
FILE_NAME = "presentasi-{name}.{form}"

SLIDES_TITLE = "Lembar"
SLIDES_HINT = (
    "Urutan di sini adalah urutan tayang. Kalimat tambahan paling panjang {count} huruf dan tampil "
    "di bagian bawah lembarnya."
)
STORY_TITLE = "Judul naskah"
SENTENCE = "Kalimat tambahan: {slide}"
SENTENCE_HINT = "satu kalimat, bila perlu"
SHOWN = "Tampilkan {slide}"
UP, DOWN = "Naik", "Turun"
UP_HELP, DOWN_HELP = "Naikkan {slide}", "Turunkan {slide}"
SAVE = "Simpan naskah"
DISCARD = "Buang perubahan"
UNSAVED = "Ada perubahan naskah yang belum disimpan."
REMOVE = "Hapus naskah"
REMOVE_ASK = "Hapus naskah ini? Isinya tetap tercatat di Riwayat."
REMOVE_YES = "Ya, hapus"
ADDED = "Naskah sudah dibuat. Susun lembarnya, bekukan angkanya, lalu tayangkan."
SAVED = "Naskah sudah disimpan."
REMOVED = "Naskah sudah dihapus; isinya tetap ada di Riwayat."
THEIRS = (
    "Belum disimpan: naskah ini sudah diubah {who} pada {when}. Isinya yang baru sudah tampil; "
    "ulangi perubahan Anda bila masih perlu."
)
GONE = "Naskah ini sudah tidak ada. Pilih naskah lain."
FORBIDDEN = (
    "Tidak ada yang disimpan: peran Anda tidak mencakup presentasi wilayah ini. Hubungi admin di "
    "kabupaten/kota Anda."
)
FAULTS = {
    "judul_kosong": "Belum disimpan: judul naskah belum diisi.",
    "judul_panjang": "Belum disimpan: judul naskah terlalu panjang. Persingkat, lalu simpan lagi.",
    "tanda": (
        "Belum disimpan: judul memuat tanda yang tidak diizinkan (< > { } ` $ \\). Hapus tandanya, "
        "lalu simpan lagi."
    ),
    "lembar": "Belum disimpan: daftar lembarnya tidak lengkap. Muat ulang halaman ini.",
    "kosong": "Belum disimpan: tampilkan paling sedikit satu lembar.",
    "panjang": "Belum disimpan: ada kalimat tambahan yang terlalu panjang. Persingkat dulu.",
}
NOTHING_TITLE = "Naskah tidak ditemukan"
NOTHING = "Naskah ini sudah dihapus atau alamatnya keliru."
PREPARING = "Menyiapkan angka dan lembar"
BACK = "Kembali ke halaman Presentasi"
RETURN = "Kembali ke presentasi, lembar {number}"

# --- Tayang ---------------------------------------------------------------------------------------
SHOW_WORDS = {
    "next": "Berikutnya",
    "previous": "Sebelumnya",
    "close": "Tutup",
    "full": "Layar penuh",
    "open": "Buka {page}",
    "position": "Lembar {number} dari {count}",
    "slides": "Presentasi",
}
PAGES = {
    "peta": "Peta",
    "layanan_tertinggal": "Layanan",
    "lokasi_masalah": "Lokasi",
    "anggaran": "Anggaran",
    "rembuk": "Rembuk",
    "penilaian": "Penilaian",
    "tahapan": "Tahapan",
    "beranda": "Beranda",
}

# --- Lembar ---------------------------------------------------------------------------------------
SLIDE_NAMES = {
    "judul": "Judul",
    "posisi": "Di mana kita sekarang",
    "peta": "Peta prevalensi",
    "perubahan": "Yang naik dan yang turun",
    "layanan": "Layanan yang tertinggal",
    "lokasi": "Lokasi masalah",
    "anggaran": "Jawaban anggaran",
    "tanpa-dana": "Layanan tanpa uang langsung",
    "kelas": "Klasifikasi",
    "usulan": "Usulan dan keputusannya",
    "komitmen-lama": "Komitmen yang masih terbuka",
    "komitmen": "Komitmen rapat ini",
    "penutup": "Langkah berikutnya",
}
SLIDE_TITLES = {
    "posisi": "Di mana kita sekarang?",
    "peta": "Prevalensi stunting menurut {level}",
    "perubahan": "Yang naik dan yang turun",
    "layanan": "Layanan yang tertinggal",
    "lokasi": "Lokasi masalah dan alasannya",
    "anggaran": "Anggaran: dibiayai, cukup, tepat tempat?",
    "tanpa-dana": "Lokasi prioritas tanpa uang langsung",
    "kelas": "Tumbuh, Berkembang, Berdaya",
    "usulan": "Usulan dan keputusannya",
    "komitmen-lama": "Komitmen yang masih terbuka",
    "komitmen": "Komitmen rapat ini",
    "penutup": "Langkah berikutnya",
}
LEVELS = {"kabupaten": "kabupaten/kota", "kecamatan": "kecamatan", "desa": "desa/kelurahan"}
KICKER = "{region} · {year}"
PAGE_OF_PAGES = "{title} ({page}/{pages})"
FROZEN_FOOTER = "Angka per {when}"
MOMENT = "{date} {time}"
MARK_DEMO = "DEMONSTRASI: data rekaan"
MARK_UNAPPROVED = "Belum disetujui"
MARK_SIMULATION = "Simulasi"
MORE_BARS = "dan {count} lainnya"
MORE_PLACES = "{places} dan {count} lainnya"
MORE = "dan {count} lainnya di halaman {page}"
MEETING_LINE = "{date} · {place}"
NO_PLACE = "tempat belum diisi"
BASIS_MEASURED = "Pengukuran balita: {source}, {period}"
BASIS_SERVICES = "Cakupan layanan: {period}"
BASIS_BUDGET = "Anggaran: {budget}"
BASIS_NOTHING = "Belum ada data untuk wilayah dan tahun ini."

PREVALENCE = "Prevalensi stunting"
INTERVAL = "selang {interval}"
CHANGE = "Perubahan"
SINCE = "sejak {period}"
UNSURE = "{words}, belum meyakinkan"
STUNTED = "Balita stunting"
OF_MEASURED = "dari {count} diukur"
MEASURED = "Balita diukur"
OF_TARGET = "dari {count} sasaran"
REACHED = "Layanan sesuai target"
REACHED_OF = "{reached} dari {known}"
REACHED_PERIOD = "{period}"
PROBLEMS = "Lokasi masalah"
WATCHED = "dan {count} waspada"
SURVEY = "Survei {source} {year}: {pct}."
EXTREMES = "Tertinggi {high} ({high_pct}), terendah {low} ({low_pct})."
NO_PREVALENCE = "Belum ada pengukuran dari sumber yang dipilih sampai periode ini."
NO_COMPARISON = "Belum ada pengukuran sebelumnya untuk dibandingkan."
BASIS_NOTE = "{source}, {period}."
MAP_NOTE = "{source}, {period}; angka di peta dalam persen."
FEW_NOTE = "* kurang dari {minimum} balita diukur: belum dapat disimpulkan."
MAP_ALT = "Peta prevalensi stunting menurut {level}, {period}"
NO_MAP = "Peta tidak tersedia karena batas wilayahnya belum ada atau sudah diganti."
LEGEND_BELOW = "<{upper}"
LEGEND_RANGE = "{lower}–<{upper}"
LEGEND_ABOVE = "≥{lower}"
LEGEND_NONE = "belum ada data"
RANKING = "Tertinggi ke terendah (%)"
CHANGES_LINE = (
    "Dibandingkan {compare}: turun di {falling}, naik di {rising} dari {total} {level} yang dapat "
    "dibandingkan."
)
RISES, FALLS = "Naik (poin)", "Turun (poin)"
RISES_NONE, FALLS_NONE = "Tidak ada yang naik", "Tidak ada yang turun"
UNSURE_NOTE = "* belum meyakinkan: jumlah anak yang diukur sedikit."
SERVICE_COUNTS = "{reached} layanan tercapai, {near} hampir, {far} jauh dari target ({period})."
LAGGING_RULE = "Tertinggal: {points} poin atau lebih di bawah median layanan lain."
LAGGING_REST = "{rule} Sisanya terjauh dari target."
LAGGING_NONE = "Tidak ada layanan yang tertinggal dari layanan lain. Yang terjauh dari targetnya:"
LAGGING_MARK = "tertinggal"
SERVICES_ALL_REACHED = "Semua layanan yang dapat dinilai sudah mencapai targetnya."
SERVICES_UNKNOWN = (
    "Belum ada target layanan yang berlaku di sini, sehingga tidak ada layanan yang dapat dinilai."
)
SERVICES_NONE = "Belum ada cakupan layanan untuk tahun ini."
SERVICE_COLUMNS = ("Layanan", "Cakupan", "Target", "Perlu dijangkau", "Keadaan")
PLACES_NONE = "Tidak ada lokasi masalah menurut setelan ini."
PLACE_COLUMNS = ("Tempat", "Alasan")
PLACE_TYPE = "{place}: {type}"
PLACE_IN = "{name} (Kec. {kecamatan})"
PLACES_COUNTED = {
    "tipe 1": "Tipe 1",
    "tipe 2": "Tipe 2",
    "prevalensi tinggi, cakupan campuran": "Campuran",
    "waspada": "Waspada",
}
PLACES_NOTE = {
    "tipe 1": "prevalensi tinggi, cakupan rendah",
    "tipe 2": "prevalensi tinggi, cakupan baik",
    "prevalensi tinggi, cakupan campuran": "prevalensi tinggi, cakupan campuran",
    "waspada": "prevalensi rendah, cakupan rendah",
}
BUDGET_NONE = "Belum ada anggaran yang diimpor untuk wilayah ini."
UNFUNDED_NONE = "Semua layanan di lokasi prioritas mendapat uang langsung."
UNFUNDED_NO_PLACES = (
    "Tidak ada lokasi prioritas anggaran di sini, sehingga tidak ada yang perlu dihitung."
)
PRIORITY_PLACES = "Lokasi prioritas anggaran memakai pembanding {owner}, bukan {region}."
UNFUNDED_UNKNOWN = "Belum dapat dihitung: anggaran atau cakupan layanannya belum ada."
UNFUNDED_LINE = "{places} desa/kelurahan prioritas menunggu sedikitnya satu layanan ini ({budget})."
UNFUNDED_COLUMNS = ("Layanan", "Desa", "Perlu dijangkau", "Celah dana")
AT_LEAST = "≥ {amount}"
PROPOSALS_NONE = "Belum ada usulan dalam rapat ini."
PROPOSALS_NO_MEETING = "Belum ada rapat yang dipilih sebagai asal usulan."
BIDANG_VALUE = "{agreed} dari {count}"
BIDANG_NOTE = "disepakati, {amount}"
PROPOSAL_COLUMNS = ("Kegiatan", "Tempat", "Anggaran", "Keputusan")
UNDECIDED = "{count} usulan belum diputuskan."
COMMITMENT_COLUMNS = ("Pihak", "Isi komitmen", "Tenggat", "Keadaan")
NO_DUE = "tanpa tenggat"
LATE = "{date} (lewat)"
PENDING_NONE = "Tidak ada komitmen rapat sebelumnya yang masih terbuka."
COMMITMENTS_NONE = "Belum ada komitmen yang dicatat dalam rapat ini."
CLASSES_NONE = "Penilaian belum dapat dihitung untuk tahun ini."
CLASSES_RULE = "Simulasi dengan bobot dan batas yang dipakai daerah, bukan penilaian resmi."
CLASS_SIMULATED = "Klasifikasi menurut simulasi"
CLASS_OFFICIAL = "Penilaian resmi"
SCORE = "nilai {score} dari 100"
UNSETTLED = "belum dapat ditetapkan"
COMPONENTS = "Nilai menurut komponen"
RANKING_CLASSES = "Wilayah di bawahnya"
SCORE_CLASS = "{score} {name}"
UNSETTLED_SHORT = "belum"
PROVISIONAL = "{name} (sementara)"
WAITING = "{count} wilayah di bawahnya belum selesai dinilai"
NEXT_STAGES = "Tahapan berikutnya"
STAGE_COLUMNS = ("Tahapan", "Batas waktu", "Keadaan")
STAGES_NONE = "Semua tahapan tahun ini yang bertenggat sudah selesai."
OPEN_UNDECIDED = "{count} usulan masih harus diputuskan."
OPEN_COMMITMENTS = "{count} komitmen masih terbuka."
PRIORITIES = "Layanan prioritas yang disepakati: {services}."
CLASS_NAMES = {"tumbuh": "Tumbuh", "berkembang": "Berkembang", "berdaya": "Berdaya"}
COMPONENT_NAMES = {
    "ansit": "Analisis situasi",
    "perencanaan": "Perencanaan",
    "pelaksanaan": "Pelaksanaan",
    "monev": "Monev",
    "regulasi": "Regulasi",
    "publikasi": "Publikasi",
}
