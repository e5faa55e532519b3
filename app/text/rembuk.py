"""Sentences about meetings: their record, what was agreed, closing and corrections."""

KINDS = {
    "pra-musrenbang": "Pra-Musrenbang Tematik Stunting",
    "rembuk": "Rembuk Stunting",
    "rapat-ansit": "Rapat Analisis Situasi",
}
KINDS_LOWER = {
    "pra-musrenbang": "pra-musrenbang",
    "rembuk": "rembuk stunting",
    "rapat-ansit": "rapat analisis situasi",
}
STATES = {"dibuka": "Masih dicatat", "ditutup": "Sudah ditutup"}
REOPEN_NOTE = "{kind} dibuka kembali: {reason}"
CORRECTION_NOTE = (
    "Dikoreksi dalam {kind} {date} atas permintaan {asked_by}; perlu diverifikasi lagi."
)

TITLE = "{page} · {name}"
WRONG_LEVEL_TITLE = "Pilih kecamatan, kabupaten/kota, atau provinsi"
WRONG_LEVEL = (
    "Rapat dicatat per kecamatan, kabupaten/kota, atau provinsi. Pilih wilayahnya di samping."
)
CHOOSE = "Pilih"
MEETING_LABEL = "Rapat"
MEETING_OPTION = "{kind}, {date}"
MEETING_OPTION_UNDATED = "{kind} ({number})"
NO_DATE = "tanggal belum diisi"
EMPTY_TITLE = "Belum ada rapat yang dicatat untuk {year}"
EMPTY_OWN = (
    "Buka rapatnya di bawah ini. Setelah itu usulan, komitmen, dan peserta dapat langsung dicatat "
    "selagi rapat berjalan."
)
EMPTY_OTHER = "Rapat dibuka oleh operator {agency}."

OPEN_TITLE = "Buka rapat baru"
OPEN_KIND = "Jenis rapat"
OPEN_DATE = "Tanggal rapat"
OPEN_BUTTON = "Buka rapat"
OPEN_LOCKED = (
    "{stage} sudah {state}, jadi rapat untuk tahapan itu tidak dapat dibuka lagi. Bila masih perlu, "
    "mintalah tahapannya dikembalikan di halaman Tahapan."
)
OPENED = "Rapat sudah dibuka. Unsur peserta menurut pedoman sudah disiapkan di bagian Peserta."

STAGE_PART = "Tahapan {stage}"
HEAD_LINE = "{kind} · {date} · {place}"
HEAD_CHAIR = "Pimpinan: {name}, {office}"
HEAD_COUNT = "{count} peserta hadir"
HEAD_NUMBER = "Nomor berita acara: {number}"
UNKNOWN_PLACE = "tempat belum diisi"
UNKNOWN_CHAIR = "pimpinan rapat belum diisi"
UNKNOWN_OFFICE = "jabatan belum diisi"
READ_ONLY = "Anda membaca catatan rapat ini. Yang mencatat: operator {agency}."
CLOSED_NOTE = (
    "Rapat ini sudah ditutup. Isinya tidak berubah lagi; hanya tindak lanjut komitmen yang masih "
    "dapat dicatat."
)
STAGE_LOCKED = (
    "Tahapan rapat ini sudah {state}, jadi rapatnya hanya dapat dibaca. Mintalah dikembalikan di "
    "halaman Tahapan."
)

PENDING_TITLE = "Komitmen rapat sebelumnya yang masih terbuka ({count})"
PENDING_NONE = "Tidak ada komitmen rapat sebelumnya yang masih terbuka."

PARTS = {
    "data": "Data",
    "usulan": "Usulan",
    "komitmen": "Komitmen",
    "koreksi": "Koreksi data",
    "peserta": "Peserta",
    "dokumen": "Dokumen",
}
PARTS_LABEL = "Bagian catatan"

HEAD_EDIT = "Kepala catatan rapat"
HELD_ON = "Tanggal rapat"
PLACE = "Tempat"
CHAIR_NAME = "Nama pimpinan rapat"
CHAIR_OFFICE = "Jabatan pimpinan rapat"
CHAIR_OFFICE_HINT = "misalnya: Camat Merawesi"
COUNT = "Jumlah peserta hadir"
COUNT_HINT = "orang"
AGENDA = "Agenda"
NUMBER = "Nomor berita acara"
NUMBER_HINT = "menurut tata naskah daerah"
SAVE = "Simpan"
HEAD_SAVED = "Kepala catatan rapat sudah disimpan."
HEAD_THEIRS = (
    "Belum disimpan: {who} sudah mengubah kepala catatan ini pada {when}. Yang tampil sekarang "
    "adalah isinya yang baru. Periksa, ubah bila perlu, lalu simpan lagi."
)
HEAD_YOURS = "Yang Anda tulis: {words}"

READY_TITLE = "Siap dicetak?"
READY_YES = "Lengkap. Berita acara dapat dicetak dan ditandatangani."
READY_NO = "Belum lengkap: {count} hal."
READY_MUST = "wajib sebelum rapat ditutup"
MISSING = {
    "tanggal": "Tanggal rapat belum diisi",
    "tempat": "Tempat rapat belum diisi",
    "pimpinan": "Nama pimpinan rapat belum diisi",
    "jabatan": "Jabatan pimpinan rapat belum diisi",
    "jumlah_peserta": "Jumlah peserta hadir belum diisi",
    "peserta": "Belum ada peserta yang ditandai hadir",
    "agenda": "Agenda belum diisi",
    "nomor": "Nomor berita acara belum diisi",
    "angka": "Angka yang ditayangkan belum dibekukan",
    "usulan": "Belum ada usulan yang disepakati dan lengkap",
    "komitmen": "Belum ada komitmen",
}
MISSING_MUST = "{what} ({must})"

# --- Data -----------------------------------------------------------------------------------------
FROZEN_AT = "Angka ini dibekukan {when}. Dokumen rapat memakai angka ini, juga bila data berubah."
LIVE = "Angka terkini, belum dibekukan. Bekukan sebelum ditayangkan agar layar dan dokumen sama."
FREEZE = "Bekukan angka"
FREEZE_AGAIN = "Bekukan ulang"
FREEZE_ASK = "Ganti angka beku dengan angka terkini? Dokumen yang sudah dicetak tidak ikut berubah."
FREEZE_YES = "Ya, ganti"
FROZEN = "Angka sudah dibekukan."
FREEZE_THEIRS = "Angka sudah dibekukan oleh {who} pada {when}. Angka itulah yang tampil sekarang."
CHANGED_TITLE = "Sejak dibekukan, {count} angka sudah berubah di basis data"
CHANGED_NONE = "Sejak dibekukan, tidak ada angka yang berubah."
CHANGED_MORE = "Tampil {shown} dari {count} perubahan."
CHANGE_SUBJECTS = {
    "periode": "Periode layanan",
    "pengukuran": "Pengukuran",
    "persetujuan": "Persetujuan data",
    "setelan": "Setelan dan ambang",
    "prevalensi": "Prevalensi",
    "cakupan": "Cakupan",
    "target": "Target",
    "masalah": "Lokasi masalah",
    "anggaran": "Anggaran",
}
CHANGE_COLUMNS = {
    "subject": "Angka",
    "place": "Wilayah",
    "item": "Layanan atau setelan",
    "old": "Ketika dibekukan",
    "new": "Sekarang",
}
NOTHING = "tidak ada"
NO_PROBLEM = "bukan lokasi masalah"
SETTING_NAMES = {
    "minimum_services": "Layanan dinilai, paling sedikit",
    "minimum_measured": "Anak diukur, paling sedikit",
    "who_high_pct": "Prevalensi tinggi menurut WHO",
    "cutoff_pct": "Batas cakupan rendah",
    "most_share": "Arti sebagian besar",
    "high": "Arti prevalensi tinggi",
    "low": "Arti cakupan rendah",
    "prevalence_bounds": "Batas kelas prevalensi",
    "near_share": "Batas hampir tercapai",
    "small_denominator": "Penyebut kecil",
    "lagging_points": "Jarak layanan tertinggal",
    "lagging_minimum": "Layanan dinilai untuk tertinggal",
}
MARKS = {
    "services": "Layanan: {words}",
    "measured": "Pengukuran: {words}",
}
MARK_NAMES = {"services": "Layanan", "measured": "Pengukuran"}
MARK_SHARE = "{done} dari {total} wilayah selesai"
SETTINGS = "Setelan: {settings} ({origin})"
ORIGIN_DEFAULT = "bawaan Konvergensi"
ORIGIN_OWN = "ditetapkan {name}: {reason}"
LAMP = "{question} {word}. {sentence}"
LAMP_DARK = "{question} {sentence}"
PROBLEM_LINE = "{type} · {place}: {reason}"
METRIC_PREVALENCE = "Prevalensi stunting"
METRIC_CHILDREN = "Balita stunting"
METRIC_SERVICES = "Layanan mencapai target"
METRIC_SERVICES_OF = "{reached} dari {known}"
METRIC_PROBLEMS = "Lokasi masalah"
METRIC_PROBLEMS_HELP = "Tempat dengan prevalensi tinggi: tipe 1, tipe 2, atau campuran."
PLACES_TITLE = "Prevalensi menurut wilayah"
PLACES_COLUMNS = {
    "name": "Wilayah",
    "prevalence": "Prevalensi",
    "stunted": "Balita stunting",
    "measured": "Balita diukur",
}
PLACES_NONE = "Belum ada pengukuran dari sumber yang dipilih sampai periode ini."
SERVICES_TITLE = "Cakupan layanan"
SERVICES_PLACE = "Wilayah"
SERVICES_COLUMNS = {
    "service": "Layanan",
    "coverage": "Cakupan",
    "target": "Target",
    "status": "Status",
    "need": "Perlu dijangkau",
}
SERVICES_NONE = "Belum ada cakupan layanan untuk tahun ini. Isi dulu di halaman Isian desa."
LAGGING_TITLE = "Layanan tertinggal"
LAGGING_NONE = "Tidak ada layanan yang tertinggal dari layanan lain."
LAGGING_LINE = (
    "{service}: cakupan {coverage}, target {target}; ketercapaiannya {points} poin di bawah median "
    "layanan lain"
)
PROBLEMS_TITLE = "Lokasi masalah"
PROBLEMS_NONE = "Tidak ada lokasi masalah menurut setelan ini."
BUDGET_TITLE = "Anggaran {snapshot}"
BUDGET_NONE = "Belum ada anggaran yang diimpor untuk wilayah ini."

# --- Komitmen, prioritas, apresiasi ---------------------------------------------------------------
PRIORITY_TITLE = "Layanan prioritas yang disepakati"
PRIORITY_LABEL = "Layanan prioritas"
PRIORITY_NOTE = "Catatan: {service}"
PRIORITY_NONE = "Belum ada layanan prioritas yang disepakati."
PRIORITY_SAVED = "Layanan prioritas sudah disimpan."
PRIORITY_LINE = "{service}: {note}"

COMMITMENTS_TITLE = "Komitmen"
COMMITMENTS_NONE = "Belum ada komitmen dalam rapat ini."
COMMITMENT_NEW = "Catat komitmen"
PARTY = "Pihak"
PARTIES = {
    "kepala_daerah": "Kepala daerah",
    "dprd": "DPRD",
    "opd": "Perangkat daerah",
    "camat": "Camat",
    "kepala_desa": "Kepala desa/lurah",
    "lainnya": "Lainnya",
}
OFFICE = "Jabatan atau instansi"
NAME = "Nama"
STATEMENT = "Isi komitmen"
DUE_ON = "Tenggat"
COMMITMENT_STATES = {
    "belum": "Belum dimulai",
    "berjalan": "Berjalan",
    "selesai": "Selesai",
    "batal": "Batal",
}
COMMITMENT_WHO = "{party}: {who}"
COMMITMENT_DUE = "Tenggat {date}"
COMMITMENT_LATE = "Lewat tenggat {date}"
COMMITMENT_NO_DUE = "Tanpa tenggat"
COMMITMENT_FROM = "Dari {kind} {date}"
COMMITMENT_PROPOSAL = "Untuk usulan"
COMMITMENT_GENERAL = "umum, tidak untuk satu usulan tertentu"
COMMITMENT_FOR = "Untuk usulan {proposal}"
PROPOSAL_OPTION = "{number} · {activity}"
COMMITMENT_EVIDENCE = "Keterangan: {evidence}"
COMMITMENT_ADDED = "Komitmen sudah dicatat."
COMMITMENT_CHANGED = "Komitmen sudah diubah."
COMMITMENT_REMOVED = "Komitmen sudah dihapus; isinya tetap ada di Riwayat."
FOLLOW_UP = "Tindak lanjut"
FOLLOW_STATE = "Keadaan"
FOLLOW_EVIDENCE = "Bukti atau keterangan"
FOLLOWED = "Tindak lanjut sudah disimpan."
FOLLOW_THEIRS = (
    "Belum disimpan: {who} sudah mencatat tindak lanjut komitmen ini ({state}) pada {when}. "
    "Periksa, lalu simpan lagi bila perlu."
)
CHANGE = "Ubah"
CANCEL = "Batal"
REMOVE = "Hapus"
REMOVE_COMMITMENT = "Hapus komitmen ini? Isinya tetap tercatat di Riwayat."
REMOVE_APPRECIATION = "Hapus apresiasi ini? Isinya tetap tercatat di Riwayat."
REMOVE_YES = "Ya, hapus"

APPRECIATION_TITLE = "Apresiasi"
APPRECIATION_NONE = "Belum ada apresiasi dalam rapat ini."
APPRECIATION_NEW = "Catat apresiasi"
RECEIVER = "Penerima"
REASON = "Alasan"
APPRECIATION_ADDED = "Apresiasi sudah dicatat."
APPRECIATION_REMOVED = "Apresiasi sudah dihapus; isinya tetap ada di Riwayat."

# --- Peserta --------------------------------------------------------------------------------------
PARTICIPANTS_TITLE = "Peserta menurut unsur"
PARTICIPANTS_INTRO = (
    "Unsur menurut pedoman sudah disiapkan. Isi nama dan kehadirannya, tambahkan baris bila perlu, "
    "lalu tekan Simpan. Daftar dari Excel dapat ditempel."
)
PARTICIPANTS_NONE = "Belum ada peserta."
PARTICIPANT_COLUMNS = {
    "element": "Unsur",
    "name": "Nama",
    "office": "Jabatan atau instansi",
    "present": "Kehadiran",
}
PRESENT, ABSENT = "hadir", "tidak hadir"
PARTICIPANTS_UNSAVED = "{count} perubahan belum tersimpan."
PARTICIPANTS_SAVE = "Simpan {count} perubahan"
PARTICIPANTS_DISCARD = "Buang perubahan"
PARTICIPANTS_SAVED = "Daftar peserta sudah disimpan."
PARTICIPANTS_EMPTY_ELEMENT = "{count} baris tanpa unsur tidak dapat disimpan. Isi unsurnya dulu."
PARTICIPANTS_CONFLICT = (
    "Belum disimpan: {names} sudah diubah orang lain sementara itu. Daftar yang baru sudah tampil; "
    "perubahan Anda untuk baris lain perlu diisi lagi."
)
PRESENT_COUNT = "{present} orang ditandai hadir dari {count} baris."
REMOVED_ROW = "(baris dihapus)"

# --- Koreksi --------------------------------------------------------------------------------------
CORRECTION_TITLE = "Koreksi data dalam rapat"
CORRECTION_INTRO = (
    "Angka yang dikoreksi langsung tampil. Bila sudah diverifikasi atau disetujui, bagian isiannya "
    "kembali berstatus diajukan dan diverifikasi lagi."
)
CORRECTION_PERIOD = "Periode"
CORRECTION_DESA = "Desa/kelurahan"
CORRECTION_GROUP = "Kelompok"
CORRECTION_GROUPS = {
    "sasaran": "Sasaran",
    "capaian": "Capaian layanan",
    "data_dukung": "Data dukung",
}
CORRECTION_ITEM = "Butir"
CORRECTION_NOW = "Angka sekarang: {value}"
CORRECTION_VALUE = "Angka seharusnya"
CORRECTION_ASKED = "Yang meminta koreksi"
CORRECTION_ASKED_HINT = "jabatan, misalnya: Bidan Desa Sidodamar"
CORRECTION_EVIDENCE = "Bukti atau dasar"
CORRECTION_EVIDENCE_HINT = "misalnya: register kohort ibu; tanpa nama ibu atau anak"
CORRECTION_SAVE = "Simpan koreksi"
CORRECTION_SAVED = "Koreksi sudah disimpan dan langsung tampil."
CORRECTION_SET_BACK = (
    "Koreksi sudah disimpan dan langsung tampil. Bagian isiannya kembali diajukan dan menunggu "
    "verifikasi."
)
CORRECTION_CONFLICT = (
    "Belum disimpan: angka ini sudah diubah {who} menjadi {value}. Periksa angka sekarang, lalu "
    "simpan lagi bila masih perlu."
)
CORRECTION_NONE = "Belum ada koreksi data dalam rapat ini."
CORRECTION_COLUMNS = {
    "place": "Desa/kelurahan",
    "item": "Butir",
    "period": "Periode",
    "old": "Semula",
    "new": "Menjadi",
    "asked_by": "Diminta oleh",
    "evidence": "Dasar",
    "who": "Dicatat oleh",
}
SOMEBODY = "orang lain"

# --- Dokumen, penutupan ---------------------------------------------------------------------------
CLOSE_TITLE = "Salinan bertanda tangan"
CLOSE_INTRO = (
    "Pindai berita acara yang sudah ditandatangani (PDF, JPG, atau PNG, paling besar 10 MB), lalu "
    "unggah di sini. Rapat ditutup dan tahapannya diajukan sekaligus."
)
CLOSE_BLOCKED = "Rapat belum dapat ditutup: {what}."
CLOSE_FILE = "Pilih berkas pindaian"
CLOSE = "Unggah dan tutup rapat"
CLOSED = "Rapat sudah ditutup dan tahapannya diajukan."
CLOSED_ONLY = (
    "Rapat sudah ditutup. Tahapannya diajukan setelah rapat lain pada tahapan ini ditutup."
)
SIGNED_NONE = "Belum ada salinan bertanda tangan."
DOCUMENTS_TITLE = "Dokumen pendukung"
REOPEN = "Buka kembali rapat"
REOPEN_INTRO = "Tahapan rapat ini sudah dikembalikan, jadi rapatnya dapat dibuka kembali."
REOPEN_REASON = "Alasan membuka kembali"
REOPENED = "Rapat sudah dibuka kembali."

# --- Penolakan ------------------------------------------------------------------------------------
FORBIDDEN = (
    "Tidak ada yang disimpan: peran Anda tidak mencakup rapat ini. Hubungi admin di kabupaten/kota "
    "Anda."
)
LOCKED = (
    "Tidak ada yang disimpan: tahapan rapat ini sudah {state}. Mintalah dikembalikan di halaman "
    "Tahapan."
)
MEETING_CLOSED = "Tidak ada yang disimpan: rapat ini sudah ditutup. Muat ulang halaman ini."
GONE = "Tidak ada yang disimpan: catatan ini sudah tidak ada. Muat ulang halaman ini."
CONFLICT = (
    "Tidak ada yang disimpan: catatan ini sudah diubah orang lain sementara itu. Isinya yang baru "
    "sudah tampil; periksa, lalu ulangi bila perlu."
)
FAULTS = {
    "kosong": "Belum disimpan: {field} belum diisi.",
    "panjang": "Belum disimpan: {field} terlalu panjang. Persingkat, lalu simpan lagi.",
    "tanda": (
        "Belum disimpan: {field} memuat tanda yang tidak diizinkan (< > {{ }} ` $ \\). Hapus "
        "tandanya, lalu simpan lagi."
    ),
    "tanggal": "Belum disimpan: tanggal rapat terlalu jauh dari tahun siklusnya. Periksa tanggalnya.",
    "jumlah": "Belum disimpan: jumlah peserta hadir harus bilangan bulat, misalnya 42.",
    "prioritas_lain": (
        "Belum disimpan: layanan prioritas sudah diubah orang lain. Yang baru sudah tampil; "
        "periksa, lalu simpan lagi."
    ),
    "bukti_kosong": "Belum disimpan: komitmen yang selesai perlu bukti atau keterangan.",
    "alasan_kosong": "Belum disimpan: alasan belum diisi.",
    "angka_kosong": "Belum disimpan: angka seharusnya belum diisi.",
    "angka_sama": "Belum disimpan: angkanya sama dengan yang sekarang.",
    "angka_tak_terbaca": "Belum disimpan: angka tidak terbaca. Tulis bilangan bulat, misalnya 42.",
    "angka_negatif": "Belum disimpan: angka tidak boleh negatif.",
    "angka_pecahan": "Belum disimpan: angka harus bilangan bulat.",
    "angka_persen": "Belum disimpan: tulis jumlah, bukan persen.",
    "angka_tanggal": "Belum disimpan: yang tertulis tanggal, bukan jumlah.",
    "angka_rancu": "Belum disimpan: angka rancu. Tulis tanpa titik dan koma, misalnya 1250.",
    "angka_terlalu_besar": "Belum disimpan: angka terlalu besar.",
}
FIELDS = {
    "held_on": "tanggal rapat",
    "place": "tempat",
    "chair_name": "nama pimpinan rapat",
    "chair_office": "jabatan pimpinan rapat",
    "participant_count": "jumlah peserta",
    "agenda": "agenda",
    "document_number": "nomor berita acara",
    "element": "unsur peserta",
    "name": "nama",
    "office": "jabatan atau instansi",
    "statement": "isi komitmen",
    "receiver": "penerima apresiasi",
    "reason": "alasan",
    "note": "catatan prioritas",
    "evidence": "bukti atau dasar",
    "asked_by": "yang meminta koreksi",
    "new_text": "angka seharusnya",
}
