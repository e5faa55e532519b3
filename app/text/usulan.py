"""Sentences about proposals: the grid, what is read from it, decisions, sums."""

BIDANG = {"fisik": "Fisik prasarana", "sosbud": "Sosial budaya", "ekonomi": "Ekonomi"}
NO_BIDANG = "Belum ada bidangnya"
BIDANG_WORDS = {
    "fisik": ("fisik", "f", "fisik prasarana", "fisik dan prasarana", "fisik/prasarana"),
    "sosbud": ("sosbud", "s", "sosial budaya", "sosial dan budaya", "sosial", "budaya"),
    "ekonomi": ("ekonomi", "e"),
}
DECISIONS = {
    "belum": "Belum diputuskan",
    "disepakati": "Disepakati",
    "ditunda": "Ditunda",
    "ditolak": "Ditolak",
}
DECISION_WORDS = {
    "belum": ("belum", "belum diputuskan", "-"),
    "disepakati": ("disepakati", "sepakat", "setuju", "disetujui"),
    "ditunda": ("ditunda", "tunda"),
    "ditolak": ("ditolak", "tolak"),
}
FUNDS = (
    *("APBD", "APBD Kabupaten", "APBD Kota", "APBD Provinsi", "APBN", "APBDes", "BOK"),
    *("DAK", "DAK Fisik", "DAK Nonfisik", "DAU", "DBH", "Dana Desa", "ADD", "Dana Kelurahan"),
    *("Insentif Fiskal", "CSR", "Swadaya Masyarakat", "BAZNAS"),
)
ALL_PLACES = (
    *("semua", "semua desa", "seluruh desa", "semua kecamatan", "seluruh kecamatan"),
    *("semua desa/kelurahan", "seluruh desa/kelurahan", "seluruh wilayah"),
)
ALL_WRITTEN = "semua"
PLACE_PREFIXES = {
    "desa": ("Desa", "Kelurahan", "Kel."),
    "kecamatan": ("Kec.", "Kecamatan"),
    "kabupaten": ("Kabupaten", "Kab.", "Kota"),
    "provinsi": ("Provinsi",),
}
IN_PARENT = "{name} ({parent})"
AGENCY_PREFIX = "dinas "

COLUMNS = {
    "activity": "Kegiatan",
    "aim": "Layanan atau sasaran",
    "places": "Tempat",
    "bidang": "Bidang",
    "agency": "OPD",
    "volume": "Volume",
    "unit": "Satuan",
    "amount": "Anggaran (Rp)",
    "fund": "Sumber dana",
    "execution_year": "Tahun",
    "priority": "Prioritas",
    "decision": "Keputusan",
    "decision_reason": "Alasan",
}
HINTS = {
    "activity": "Baris tanpa kegiatan belum tersimpan.",
    "aim": "Nama ringkas layanan, kodenya (I01 atau IBU-1), atau kelompok sasaran.",
    "places": "Nama atau kode, dipisah titik koma; atau “semua”.",
    "bidang": "fisik, sosbud, atau ekonomi; cukup f, s, atau e.",
    "agency": "Singkatan atau nama OPD yang terdaftar.",
    "volume": "Angka saja: 12 atau 12,5.",
    "unit": "paket, orang, unit, …",
    "amount": "12.500.000 atau 12,5 juta.",
    "fund": "APBD, DAK, Dana Desa, …",
    "execution_year": "Tahun pelaksanaan, misalnya 2027.",
    "priority": "1 untuk yang paling utama.",
    "decision": "disepakati, ditunda, atau ditolak.",
    "decision_reason": "Wajib bila ditunda atau ditolak.",
}
CHOSEN = "Pilih"
STATE = "Simpanan"
STATES = {
    "blank": "",
    "saved": "{number} tersimpan",
    "fault": "{number} perlu diperbaiki",
    "fault_new": "belum tersimpan",
    "conflict": "{number} diubah orang lain",
    "waiting": "belum tersimpan: isi kegiatannya",
}
SHORT_NUMBER = "No. {number}"

INTRO = (
    "Ketik atau tempel dari Excel, satu usulan satu baris. Setiap isian langsung disimpan. "
    "Usulan yang belum lengkap disimpan sebagai draf."
)
EMPTY_TITLE = "Belum ada usulan yang dicatat"
EMPTY_OTHER = "Usulan dicatat oleh operator rapat ini."
SAVED_AT = "Tersimpan {time}"
SAVED_COUNT = "{count} usulan dalam rapat ini"
NOT_SAVED = "{count} baris belum tersimpan"
FORBIDDEN = "Anda tidak dapat mencatat usulan dalam rapat ini."
GONE = "Rapat ini sudah tidak ada. Muat ulang halaman."
LOST_KEY = "Isian terakhir belum tersimpan. Muat ulang tabel, lalu ketik lagi."
RELOAD = "Muat ulang tabel"
OTHERS = "Usulan rapat ini berubah di tempat lain. Muat ulang tabel untuk melihatnya."
MORE_ROWS = "Tambah baris kosong"

FAULTS_TITLE = "{count} isian belum tersimpan karena perlu diperbaiki"
FAULT_COLUMNS = {
    "row": "Baris",
    "activity": "Kegiatan",
    "column": "Kolom",
    "text": "Tertulis",
    "why": "Yang perlu diperbaiki",
}
FAULTS = {
    "rancu": (
        "Dapat dibaca dua cara. Tulis 12.500.000 untuk dua belas setengah juta, "
        "atau pakai kata: 12,5 juta."
    ),
    "tak_terbaca": "Bukan jumlah uang. Tulis 12.500.000 atau 12,5 juta.",
    "satuan_rancu": "Satuannya kurang jelas. Tulis ribu, juta, miliar, atau triliun.",
    "negatif": "Tidak boleh kurang dari nol.",
    "nol": "Kosongkan bila anggarannya belum diketahui.",
    "terlalu_kecil": "Di bawah Rp1.000. Maksudnya ribu, juta, atau miliar?",
    "terlalu_besar": "Terlalu besar untuk satu kegiatan. Periksa jumlah nolnya.",
    "pecahan": "Tulis dalam rupiah penuh, tanpa sen.",
    "volume_satuan": "Tulis angkanya saja; satuannya di kolom Satuan.",
    "volume_tak_terbaca": "Bukan angka. Tulis misalnya 12 atau 12,5.",
    "volume_rancu": "Dapat dibaca dua cara. Tulis 12,5 atau 1.250.",
    "volume_nol": "Kosongkan bila volumenya belum diketahui.",
    "volume_terlalu_besar": "Terlalu besar. Periksa angkanya.",
    "tahun": "Tulis tahun antara {first} dan {last}.",
    "prioritas": "Tulis bilangan bulat mulai 1, paling besar 999.",
    "bidang": "Tulis fisik, sosbud, atau ekonomi.",
    "keputusan": "Tulis disepakati, ditunda, atau ditolak.",
    "alasan_kosong": "Keputusan ditunda atau ditolak memerlukan alasan.",
    "kegiatan_kosong": "Kegiatan tidak dapat dikosongkan. Hapus barisnya bila tidak jadi diusulkan.",
    "panjang": "Terlalu panjang. Ringkaslah.",
    "tanda": "Ada tanda yang tidak dapat dipakai: < > { } ` $ \\",
    "tempat_tak_dikenal": "“{word}” tidak ada di wilayah ini.",
    "tempat_rancu": "“{word}” lebih dari satu. Tulis salah satu:",
    "opd_tak_dikenal": "“{word}” belum terdaftar sebagai OPD. Daftarkan di halaman Pengaturan.",
    "opd_rancu": "“{word}” lebih dari satu. Tulis salah satu:",
    "layanan_tak_dikenal": "“{word}” bukan layanan atau kelompok sasaran.",
    "layanan_rancu": "“{word}” lebih dari satu. Tulis salah satu:",
}
SUGGESTED = "Mungkin maksudnya:"
WITH_OPTIONS = "{sentence} {options}."

CONFLICT_TITLE = "{count} usulan diubah orang lain selagi Anda mengubahnya"
CONFLICT_ROW = "{number} · {activity}"
CONFLICT_WHO = "Diubah {who}, {when}. Isian Anda belum tersimpan."
CONFLICT_GONE = "Usulan ini sudah dihapus orang lain."
CONFLICT_COLUMNS = {
    "column": "Kolom",
    "base": "Semula",
    "theirs": "Tersimpan sekarang",
    "ours": "Isian Anda",
}
OURS = "Pakai isian saya"
THEIRS = "Pakai yang tersimpan"
DROP = "Keluarkan dari tabel"
EMPTY_VALUE = "kosong"

DECIDE_TITLE = "Putuskan beberapa usulan sekaligus"
DECIDE_NONE = "Centang kolom Pilih pada usulan yang akan diputuskan atau dihapus."
DECISION = "Keputusan"
REASON = "Alasan"
PRIORITY = "Prioritas"
APPLY = "Terapkan pada {count} usulan"
DECIDED = "{count} usulan: {decision}."
DECIDE_CONFLICT = (
    "Ada usulan yang baru saja diubah orang lain. Muat ulang tabel, lalu periksa lagi."
)
REASON_NEEDED = "Tulis alasannya untuk usulan yang ditunda atau ditolak."
PRIORITY_BAD = "Prioritas: bilangan bulat mulai 1, paling besar 999."
REMOVE = "Hapus {count} usulan"
REMOVE_ASK = "Usulan yang dihapus tidak dapat dikembalikan; nomornya tidak dipakai lagi."
REMOVE_YES = "Ya, hapus"
REMOVED = "{count} usulan dihapus."
IN_USE = "Tidak dihapus: {numbers} sudah disebut dalam komitmen, rapat lain, atau anggaran."

FILL_TITLE = "Ambil usulan awal"
FILL_ANALYSIS = "Dari analisis situasi ({count})"
FILL_PLACES = "Dari lokasi masalah ({count})"
FILL_ANALYSIS_NONE = "Analisis situasi tidak mempunyai rekomendasi yang belum diambil."
FILL_PLACES_NONE = "Tidak ada layanan tertinggal di lokasi masalah yang belum diambil."
FILL_NOT_FROZEN = (
    "Bekukan dulu angka rapat di bagian Data untuk mengambil usulan dari lokasi masalah."
)
FILLED = "{count} usulan ditambahkan sebagai draf. Lengkapi tempat, OPD, volume, dan anggarannya."
FILL_ACTIVITY = "Peningkatan cakupan layanan {service}"
FILL_CAUSE = "Cakupan rendah di {count} lokasi masalah"

MISSING_TITLE = "Belum lengkap ({count})"
MISSING_NOTE = "Usulan ini belum masuk daftar yang ditandatangani."
MISSING_COLUMNS = {"number": "Nomor", "activity": "Kegiatan", "missing": "Yang kurang"}
MISSING = {
    "activity": "kegiatan",
    "aim": "layanan atau sasaran",
    "places": "tempat",
    "bidang": "bidang",
    "agency": "OPD",
    "volume": "volume",
    "unit": "satuan",
    "amount_idr": "anggaran",
    "fund": "sumber dana",
    "execution_year": "tahun",
    "decision": "keputusan",
    "decision_reason": "alasan",
}
MONEY_TITLE = "Yang disepakati per bidang dan sumber dana"
MONEY_COLUMNS = {
    "bidang": "Bidang",
    "fund": "Sumber dana",
    "count": "Usulan",
    "amount": "Anggaran (Rp)",
    "unknown": "Belum ada anggarannya",
}
MONEY_SENTENCE_UNKNOWN = "Disepakati {count} usulan; anggarannya belum diisi."
MONEY_SENTENCE = "Disepakati {count} usulan, {amount}: {parts}."
MONEY_PART = "{bidang} {amount} ({count} usulan)"
MONEY_PART_UNKNOWN = "{bidang} belum ada anggarannya ({count} usulan)"
MONEY_UNKNOWN = "{count} di antaranya belum ada anggarannya."
MONEY_INCOMPLETE = "{count} usulan yang disepakati belum lengkap."
MONEY_NONE = "Belum ada usulan yang disepakati."
NO_FUND = "belum disebut"

RAISED_TITLE = "Usulan dari bawah ({count})"
RAISED_NONE = "Belum ada usulan yang disepakati rapat di bawahnya dan sudah ditutup."
RAISED_LINE = "{count} usulan dari {places} wilayah; {undecided} belum diputuskan di rapat ini."
RAISED_COLUMNS = {
    "number": "Nomor",
    "activity": "Kegiatan",
    "decision": "Keputusan rapat ini",
    "agency": "OPD",
    "amount": "Anggaran (Rp)",
    "region": "Dari",
    "bidang": "Bidang",
    "places": "Tempat",
    "aim": "Layanan atau sasaran",
    "fund": "Sumber dana",
    "reason": "Alasan",
    "priority": "Prioritas",
    "note": "Catatan",
}
RAISED_REOPENED = "rapat asal dibuka kembali"
RAISED_WITHDRAWN = "tidak lagi disepakati rapat asal"
RAISED_INCOMPLETE = "belum lengkap"
FILTER_REGION = "Dari wilayah"
FILTER_AGENCY = "OPD"
FILTER_BIDANG = "Bidang"
FILTER_DECISION = "Keputusan"
ALL = "Semua"
NONE_SET = "belum diisi"
CHOOSE = "Pilih"
CHOOSE_SHOWN = "Pilih semua yang tampak ({count})"
RAISED_CHOOSE = "Pilih barisnya, lalu putuskan."

TABLE_COLUMNS = {"number": "Nomor", **COLUMNS}
SHEET = "Usulan"
SHEET_COMMITMENTS = "Komitmen"
NOTE_YEAR = "Tahun siklus"
NOTE_ALL_YEARS = "semua tahun"
NOTE_RULE = "Daftar yang ditandatangani"
NOTE_RULE_TEXT = "usulan yang disepakati dan lengkap isiannya"
BAD_YEAR = "Periode usulan dan komitmen adalah tahun siklus, misalnya 2026; bukan {asked}."
NO_PROPOSALS = "Belum ada usulan dari {name}."
NO_COMMITMENTS = "Belum ada komitmen dari {name}."
EXPORT_COLUMNS = {
    "number": "Nomor usulan",
    "wilayah_code": "Kode wilayah pengusul",
    "region": "Wilayah pengusul",
    "year": "Tahun siklus",
    "meeting": "Rapat asal",
    "held_on": "Tanggal rapat",
    "activity": "Kegiatan",
    "item_code": "Kode layanan",
    "aim": "Layanan atau sasaran",
    "cause": "Penyebab",
    "place_codes": "Kode tempat",
    "places": "Tempat",
    "bidang": "Bidang",
    "agency_code": "Kode OPD",
    "agency": "OPD",
    "volume": "Volume",
    "unit": "Satuan",
    "amount_idr": "Anggaran (Rp)",
    "fund": "Sumber dana",
    "execution_year": "Tahun pelaksanaan",
    "priority": "Prioritas",
    "decision": "Keputusan",
    "decision_reason": "Alasan keputusan",
    "discussions": "Pembahasan di rapat lebih tinggi",
    "fate": "Nasib",
    "fate_reason": "Alasan nasib",
    "is_complete": "Lengkap",
    "missing": "Yang kurang",
}
COMMITMENT_COLUMNS = {
    "wilayah_code": "Kode wilayah",
    "region": "Wilayah",
    "year": "Tahun siklus",
    "meeting": "Rapat",
    "held_on": "Tanggal rapat",
    "party": "Pihak",
    "office": "Jabatan atau instansi",
    "name": "Nama",
    "statement": "Isi komitmen",
    "proposal": "Nomor usulan",
    "due_on": "Tenggat",
    "state": "Keadaan",
    "evidence": "Bukti atau keterangan",
}
FATES = {"terakomodir": "Terakomodir", "sebagian": "Terakomodir sebagian", "tidak": "Tidak"}
DISCUSSION = "{region}: {decision}"
DISCUSSION_REASON = "{region}: {decision} ({reason})"
YES, NO = "ya", "belum"
