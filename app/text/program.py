"""Words of the programmes of desa and partners: APBDes, private money, self-help."""

INTRO = (
    "Program pencegahan stunting yang tidak dibayar APBD: APBDes, swasta, dan swadaya masyarakat. "
    "Dicatat kecamatan per desa, direviu camat, dan disandingkan dengan belanja APBD di halaman "
    "Anggaran. Dana kelurahan ada di APBD, jadi ditandai di halaman Penandaan."
)
NATION_TITLE = "Pilih provinsi, kabupaten/kota, atau kecamatan"
NATION = "Program dicatat per desa. Pilih wilayahnya di samping."
READ_ONLY_REGION = "Program dicatat per kecamatan. Pilih kecamatan di samping untuk rinciannya."

SOURCES = {"apbdes": "APBDes", "swasta": "Swasta", "swadaya": "Swadaya masyarakat"}
SOURCE_SYNONYMS = {
    "apb_desa": "apbdes",
    "apbdesa": "apbdes",
    "dana_desa": "apbdes",
    "csr": "swasta",
    "swasta_csr": "swasta",
    "swadaya_masyarakat": "swadaya",
    "masyarakat": "swadaya",
}
REVIEWS = {
    "menunggu": "Menunggu reviu",
    "disetujui": "Disetujui camat",
    "dikembalikan": "Dikembalikan camat",
}
NO_SERVICE = "Bukan satu layanan"
SERVICE_OPTION = "{code} · {label} {name}"
CHOOSE = "Pilih"
NO_VALUE = "–"
RUPIAH_COLUMN = "{name} (Rp)"

VIEW_LABEL = "Yang dibuka"
VIEW_SUM = "Ringkasan"
VIEW_LIST = "Daftar program"
VIEW_SPENT = "Realisasi"
VIEW_REVIEW = "Reviu camat"
VIEW_FILE = "Berkas Excel"

EMPTY_TITLE = "Belum ada program yang dicatat untuk {year}"
EMPTY_OWN = (
    "Catat yang pertama di Daftar program, atau isi tabel di Berkas Excel lalu unggah kembali."
)
EMPTY_OTHER = "Dicatat oleh operator Sekretariat Kecamatan masing-masing."
NO_DESA = "Kecamatan ini belum mempunyai desa atau kelurahan di sini. Masukkan wilayahnya dulu."

CARD_COUNT = "Program"
CARD_TOTAL = "Anggaran"
CARD_APPROVED = "Disetujui camat"
CARD_WAITING = "Menunggu reviu"
CARD_RETURNED = "Dikembalikan"
OF_AMOUNT = "{count} program"
SUM_COLUMNS = {
    "name": "Wilayah",
    "count": "Program",
    "apbdes_idr": "APBDes (Rp)",
    "swasta_idr": "Swasta (Rp)",
    "swadaya_idr": "Swadaya (Rp)",
    "amount_idr": "Jumlah (Rp)",
    "approved_idr": "Disetujui camat (Rp)",
    "waiting": "Menunggu reviu",
    "june_idr": "Realisasi s.d. Juni (Rp)",
    "december_idr": "Realisasi s.d. Desember (Rp)",
}
SUM_NOTE = (
    "Garis (–): belum ada program yang dicatat, atau realisasinya belum diisi. Yang dihitung "
    "sebagai dana desa dan mitra di halaman Anggaran hanya yang disetujui camat."
)
SUM_KELURAHAN = "{name} (kelurahan)"
SUM_PARTIAL = "Realisasi baru diisi untuk {filled} dari {count} program."

FILTER_DESA, FILTER_SOURCE, FILTER_REVIEW = "Desa", "Sumber", "Reviu"
ALL = "Semua"
COUNT = "{count} program, {amount}"
COUNT_OF = "{shown} dari {count} program, {amount}"
NO_MATCH = "Tidak ada program yang cocok dengan saringan ini."
LIST_COLUMNS = {
    "desa_name": "Desa",
    "activity": "Kegiatan",
    "source": "Sumber",
    "partner": "Mitra",
    "amount_idr": "Anggaran (Rp)",
    "service": "Layanan",
    "volume": "Volume",
    "unit": "Satuan",
    "realisation_june_idr": "Realisasi s.d. Juni (Rp)",
    "realisation_december_idr": "Realisasi s.d. Desember (Rp)",
    "review": "Reviu",
    "review_note": "Catatan camat",
}

NEW = "Catat program"
PICK = "Ubah atau hapus program"
PICK_LABEL = "Program"
PICK_OPTION = "{desa} · {activity} ({source})"
DESA = "Desa atau kelurahan"
SOURCE = "Sumber dana"
PARTNER = "Mitra"
PARTNER_HINT = "Nama perusahaan, lembaga, atau kelompok. Wajib bagi swasta; kosongkan bagi APBDes."
ACTIVITY = "Nama kegiatan"
SERVICE = "Layanan"
SERVICE_HINT = "Layanan yang dibiayai, supaya dapat disandingkan dengan kebutuhannya."
VOLUME = "Volume"
VOLUME_HINT = "Misalnya 45 atau 12,5."
UNIT = "Satuan"
UNIT_HINT = "Misalnya orang, paket, atau unit."
AMOUNT = "Anggaran (Rp)"
AMOUNT_HINT = "Rupiah penuh, misalnya 1.250.000. Tulis 0 hanya bila memang tanpa uang."
SAVE_NEW = "Simpan"
CHANGE = "Ubah"
SAVE_CHANGE = "Simpan perubahan"
CANCEL = "Batal"
REMOVE = "Hapus"
REMOVE_ASK = "Hapus program ini? Isinya tetap tercatat di Riwayat."
REMOVE_YES = "Ya, hapus"
ADDED = "Program sudah dicatat dan menunggu reviu camat."
CHANGED = "Perubahan sudah disimpan; program menunggu reviu camat lagi."
REMOVED = "Program sudah dihapus; isinya tetap ada di Riwayat."
FAULTS = {
    "desa_kosong": "Belum ada yang disimpan: desa atau kelurahannya belum dipilih.",
    "sumber_kosong": "Belum ada yang disimpan: sumber dananya belum dipilih.",
    "kegiatan_kosong": "Belum ada yang disimpan: nama kegiatan belum ditulis.",
    "panjang": (
        "Belum ada yang disimpan: nama kegiatan paling panjang 500 huruf, mitra 200, satuan 100. "
        "Persingkat, lalu simpan."
    ),
    "tanda": (
        "Belum ada yang disimpan: tulisan memuat tanda yang tidak diterima (kurung sudut, kurung "
        "kurawal, tanda dolar, petik miring, atau garis miring terbalik). Hapus tandanya, lalu "
        "simpan."
    ),
    "mitra_kosong": (
        "Belum ada yang disimpan: program swasta harus menyebut nama perusahaan atau lembaganya."
    ),
    "satuan_kosong": "Belum ada yang disimpan: volume tanpa satuan. Isi satuannya.",
    "anggaran_kosong": (
        "Belum ada yang disimpan: anggaran belum diisi. Tulis 0 hanya bila memang tanpa uang."
    ),
    "kelurahan": (
        "Belum ada yang disimpan: ini kelurahan, dananya ada di APBD, bukan APBDes. Belanjanya "
        "ditandai di halaman Penandaan."
    ),
    "ganda": (
        "Belum ada yang disimpan: program yang sama (desa, sumber, mitra, dan kegiatan) sudah "
        "tercatat. Ubah yang sudah ada, atau bedakan nama kegiatannya."
    ),
    "catatan_kosong": "Belum ada yang disimpan: tulis dulu apa yang harus diperbaiki.",
    "catatan_panjang": "Belum ada yang disimpan: catatan paling panjang 2.000 huruf.",
}
UNREAD = "Belum ada yang disimpan. {field}: {fault}"
LOCKED = (
    "Tidak ada yang disimpan: Analisis Situasi {year} bagian {agency} sudah {state}. Mintalah "
    "dikembalikan atau dibuka kembali di halaman Tahapan."
)
LOCKED_NOTE = (
    "Analisis Situasi {year} bagian {agency} sudah {state}, jadi daftar programnya hanya dapat "
    "dibaca. Realisasi diisi di tahapan semester."
)
FORBIDDEN = (
    "Tidak ada yang disimpan: peran Anda tidak mencakup kecamatan ini. Hubungi admin di "
    "kabupaten/kota Anda."
)
GONE = "Program ini sudah dihapus orang lain. Catat lagi bila masih perlu."
REMOVE_CONFLICT = (
    "Tidak ada yang dihapus: {who} sudah mengubah program ini ({when}). Baca dulu isinya yang "
    "terbaru."
)
CONFLICT = (
    "{who} sudah mengubah program ini ({when}) sejak Anda membukanya. Belum ada yang disimpan."
)
CONFLICT_THEIRS = "Isi sekarang"
CONFLICT_OURS = "Isi Anda"
BY_WHEN = "Terakhir diubah {name}, {when}"
CARD_TITLE = "{desa} · {activity}"
CARD_FIGURES = "Anggaran {amount}"
CARD_VOLUME = "Volume {volume} {unit}"
CARD_SPENT = "Realisasi s.d. {month}: {amount}"
CARD_NOTE = "Catatan camat: {note}"

REVIEW_INTRO = (
    "Periksa bersama kepala desa atau mitranya, lalu setujui. Hanya yang disetujui yang dihitung "
    "sebagai dana desa dan mitra."
)
REVIEW_NONE = "Tidak ada program yang menunggu reviu."
REVIEW_OTHERS = "Direviu oleh camat {name}."
REVIEW_PICK = "Program yang disetujui sekaligus"
REVIEW_APPROVE = "Setujui {count} program"
REVIEW_RETURN_TITLE = "Kembalikan untuk diperbaiki"
REVIEW_RETURN_PICK = "Program yang dikembalikan"
REVIEW_NOTE = "Apa yang harus diperbaiki"
REVIEW_RETURN = "Kembalikan {count} program"
REVIEW_RETURN_HINT = (
    "Operator hanya dapat memperbaikinya selama Analisis Situasi bagian Sekretariat Kecamatan "
    "belum diajukan atau sudah dibuka kembali."
)
REVIEW_OPTION = "{desa} · {activity} · {source} · {amount}"
REVIEW_DONE = {
    "disetujui": "{count} program sudah disetujui.",
    "dikembalikan": "{count} program sudah dikembalikan.",
}
REVIEW_MOVED = (
    "Tidak ada yang disimpan: {count} program sudah diubah atau dihapus sejak halaman ini dibuka. "
    "Daftarnya sudah diperbarui; periksa lagi."
)
REVIEW_FORBIDDEN = "Tidak ada yang disimpan: hanya camat kecamatan ini yang mereviu program."

SPENT_INTRO = (
    "Realisasi kumulatif sejak Januari, rupiah penuh. Sampai dengan Juni diisi di tahapan semester "
    "I, sampai dengan Desember di semester II. Kosongkan bila belum diketahui."
)
MONTHS = {"juni": "Juni", "desember": "Desember"}
SPENT_COLUMNS = {
    "desa": "Desa",
    "activity": "Kegiatan",
    "source": "Sumber",
    "amount": "Anggaran (Rp)",
    "juni": "s.d. Juni (Rp)",
    "desember": "s.d. Desember (Rp)",
}
SPENT_LOCKED = "{stage} bagian {agency} sudah {state}: realisasi s.d. {month} hanya dapat dibaca."
SPENT_FAULTS_TITLE = "{count} sel tidak dapat dibaca. Perbaiki dulu, lalu simpan."
SPENT_CHANGES_TITLE = "{count} perubahan belum disimpan"
SPENT_FAULTS_COLUMNS = {
    "program": "Program",
    "month": "Sampai dengan",
    "text": "Isi",
    "remedy": "Apa yang harus dilakukan",
}
SPENT_CHANGES_COLUMNS = {
    "program": "Program",
    "month": "Sampai dengan",
    "old": "Semula",
    "new": "Menjadi",
}
SPENT_PROGRAM = "{desa} · {activity}"
SPENT_SAVED = "{count} realisasi sudah disimpan."
SPENT_GONE = (
    "Tidak ada yang disimpan: {count} program sudah dihapus orang lain. Isian programnya "
    "dilepaskan; periksa yang lain, lalu simpan lagi."
)
SPENT_CONFLICT_TITLE = "{count} realisasi sudah diubah orang lain sejak Anda membukanya"
SPENT_CONFLICT_CELL = "{program} · s.d. {month}"
SPENT_LOCKED_SAVE = (
    "Tidak ada yang disimpan: {stage} bagian {agency} sudah {state}. Mintalah dikembalikan atau "
    "dibuka kembali di halaman Tahapan."
)
SPENT_ABOVE = "Periksa: realisasi melebihi anggaran pada {names}."
SPENT_FALLING = "Periksa: realisasi s.d. Desember lebih kecil daripada s.d. Juni pada {names}."
EMPTY_CELL = "kosong"
GRID_VIEW = "Tabel"
FORM_VIEW = "Formulir"
FORM_ROW = "Program"

FILE_INTRO = (
    "Unduh tabel, isi atau ubah di Excel (satu baris satu program), lalu unggah kembali. Yang tidak "
    "ada di tabel tetap seperti semula; menghapus program hanya di Daftar program."
)
FILE_DOWNLOAD = "Unduh tabel untuk diisi"
FILE_NAME = "program-desa-{code}-{year}"
FILE_UPLOAD = "Unggah tabel yang sudah diisi"
FILE_UPLOAD_HINT = (
    "Berkas .xlsx atau .csv. Diperiksa dulu, lalu disimpan seluruhnya atau tidak sama sekali."
)
FILE_READ_ONLY = "Tabel hanya dapat diunggah operator Sekretariat Kecamatan ini."
FILE_CHECKING = "Memeriksa berkas …"
FILE_FAULTS = "Belum ada yang disimpan. Perbaiki {count} temuan ini di berkas, lalu unggah lagi."
FILE_COUNTS = "{new} program baru, {changed} berubah, {same} tetap."
FILE_NOTHING = "Isi tabel sama dengan yang tersimpan; tidak ada yang perlu disimpan."
FILE_SAVE = "Simpan {count} program"
FILE_SAVED = "{count} program dari berkas sudah disimpan dan menunggu reviu camat."
FILE_UNCHANGED = "Berkas ini sudah pernah disimpan; tidak ada yang diubah."
FILE_PREVIEW_COLUMNS = {
    "desa": "Desa",
    "source": "Sumber",
    "activity": "Kegiatan",
    "amount_idr": "Anggaran (Rp)",
    "what": "Yang terjadi",
}
FILE_NEW, FILE_CHANGED = "baru", "berubah"

SHEET = "Program"
SHEET_DESA = "Desa"
SHEET_SERVICES = "Layanan"
SHEET_GUIDE = "Petunjuk"
TEMPLATE_COLUMNS = {
    "number": "Nomor",
    "desa": "Desa",
    "source": "Sumber",
    "partner": "Mitra",
    "activity": "Kegiatan",
    "service": "Layanan",
    "volume": "Volume",
    "unit": "Satuan",
    "amount_idr": "Anggaran, Rp",
}
TEMPLATE_OPTION = "{code} · {name}"
TEMPLATE_HINT_TITLE = "Rupiah penuh"
TEMPLATE_HINT = "Angka saja, tanpa Rp, titik, atau koma."
TEMPLATE_GUIDE = (
    ("Nomor", "Jangan diubah. Kosong berarti program baru; baris salinan: hapus nomornya."),
    ("Desa", "Pilih dari daftar. Kelurahan tidak mempunyai APBDes."),
    ("Sumber", "APBDes, Swasta, atau Swadaya masyarakat."),
    ("Mitra", "Nama perusahaan, lembaga, atau kelompok. Wajib bagi Swasta."),
    ("Kegiatan", "Nama kegiatan, paling panjang 500 huruf."),
    ("Layanan", "Pilih dari daftar; kosongkan bila tidak menyasar satu layanan."),
    ("Volume dan Satuan", "Misalnya 45 dan orang. Boleh kosong keduanya."),
    ("Anggaran, Rp", "Rupiah penuh. Tulis 0 hanya bila memang tanpa uang."),
    ("Setelah diunggah", "Program baru dan yang berubah menunggu reviu camat."),
    ("Realisasi", "Diisi di halaman Program desa dan mitra, bukan di tabel ini."),
)
LIST_DOWNLOAD = "Unduh Excel"
LIST_FILE_NAME = "daftar-program-{code}-{year}"
LIST_SHEET = "Program desa dan mitra"
LIST_EXTRA = {"wilayah_code": "Kode desa", "item_code": "Kode layanan"}
NOTE_REGION, NOTE_YEAR, NOTE_MADE = "Wilayah", "Tahun anggaran", "Dibuat"
NOTE_RULE = (
    "Yang dihitung",
    "Hanya program yang disetujui camat dihitung sebagai dana desa dan mitra",
)
NOTE_DEMO = ("Catatan", "Data demonstrasi fiktif")
