"""Words of the entry workbook: its sheets, and handing it in on the screen and command line."""

# The workbook
SHEETS = {"puskesmas": "Puskesmas", "plkb": "PLKB", "setcam": "Setcam"}
TEMPLATE_FILE = "isian-{code}-{period}.xlsx"
TITLE = "{period} · Kecamatan {place}"
SHEET_TITLE = "{period} · Kecamatan {place} · {party}"
SHEET_GUIDE = "Isi sel putih dengan jumlah (bilangan bulat). Kosong berarti belum diketahui; 0 berarti memang tidak ada."
CODE, NAME = "Kode", "Desa/kelurahan"
NO_UNIT = "jumlah"
CELL_PROMPT = "{heading} ({unit})."
CELL_BEFORE = " {period}: {value}."
CELL_ERROR_TITLE = "Bukan jumlah"
CELL_ERROR = "Tulis bilangan bulat 0 atau lebih, tanpa persen dan tanpa koma. Kosongkan bila belum diketahui."
BEFORE_CODE = "lalu {code}"
BEFORE_TITLE = "{period}, sebagai pembanding (terkunci, tidak dibaca)"
BEFORE_WHERE = "Nilai {period} ada mulai kolom {column}."
GUIDE_SHEET = "Petunjuk"
GUIDE_PARTY = "{party} ({count} butir)"
GUIDE = (
    ("Isian", "{period}, Kecamatan {place} ({code}), {units} desa/kelurahan."),
    ("Lembar", "Satu lembar satu pihak: {parties}. Isi hanya lembar pihak Anda; biarkan yang lain."),
    ("Yang diisi", "Sel putih: jumlah menurut satuan di bawah judul kolom. Bukan persen; persentase dihitung aplikasi."),
    ("Kosong dan 0", "Kosong berarti belum diketahui. Tulis 0 hanya bila memang tidak ada."),
    ("Sel kuning", "Angka melebihi kelompok sasarannya. Periksa; bila benar demikian, biarkan."),
    ("Pembanding", "Nilai {previous} ada di sebelah kanan, dan tampil ketika sebuah sel dipilih."),
    ("Menempel dari berkas lain", "Pakai tempel khusus: nilai saja. Rumus, sel gabungan, tanggal, dan persen ditolak."),
    ("Jangan diubah", "Kode, nama desa, judul kolom, nama lembar, dan lembar tersembunyi."),
    ("Bila desa berubah", "Daftar desa berasal dari aplikasi. Bila ada desa baru, unduh templat yang baru."),
    ("Mengunggah", "Halaman Isian desa, kecamatan ini. Semua sel diperiksa dahulu: tersimpan semua atau tidak sama sekali."),
)  # fmt: skip

# On the screen
SECTION = "Isi lewat Excel"
INTRO = (
    "Unduh templat, isi di Excel tanpa internet, lalu unggah kembali. Nilai yang sudah tersimpan "
    "ikut di dalamnya."
)
DOWNLOAD = "Unduh templat {period}"
UPLOAD = "Berkas templat yang sudah diisi"
UPLOAD_HINT = "Excel (.xlsx); paling besar {mb} MB. Bagian Anda: {parties}."
ONLY_READ = "Mengunggah dilakukan operator Puskesmas, PLKB, atau Setcam kecamatan ini."
CHECKING = "Membaca dan memeriksa berkas ..."
RECOGNISED = "Dikenali: Kecamatan {place}, {period}"
NEW, CHANGED, CLEARED = "Sel baru", "Sel berubah", "Dikosongkan"
PREVIEW = "Perubahan yang akan disimpan ({count})"
PREVIEW_COLUMNS = {
    "name": "Desa/kelurahan",
    "item": "Butir",
    "before": "Semula",
    "after": "Menjadi",
}
CONFIRM = "{count} peringatan sudah saya periksa"
MUST_MEND = "Belum ada yang disimpan: {count} galat harus diperbaiki dahulu."
NOTHING = "Isi berkas sama dengan yang sudah tersimpan. Tidak ada yang perlu disimpan."
SAVE = "Simpan {count} perubahan"
SAVING = "Menyimpan ..."
SAVED = "Tersimpan sebagai impor nomor {batch}: {count} sel, {period}."
UNCHANGED = "Isi berkas ini sudah tersimpan. Tidak ada yang berubah."
REFUSED = (
    "Tidak ada yang disimpan: peran Anda tidak mencakup bagian ini. Hubungi admin di "
    "kabupaten/kota Anda."
)
EMPTY = "–"

# On the command line
HELP_TEMPLATE = "Templat Excel untuk diisi: ansit."
HELP_TEMPLATE_ANSIT = "Templat isian satu kecamatan dan periode, satu lembar satu pihak."
HELP_KECAMATAN = "Kode kecamatan, misalnya 63.11.01."
HELP_PERIOD = "2026 (analisis situasi), 2026-S1, atau 2026-S2."
HELP_OUT = "Berkas tujuan; bawaan isian-KODE-PERIODE.xlsx."
HELP_IMPORT = "Templat isian kecamatan yang sudah diisi (sasaran, capaian, data dukung)."
BAD_PERIOD = "Periode {period} tidak dikenal. Tulis 2026, 2026-S1, atau 2026-S2."
NO_DESA = "Kecamatan {code} tidak ada di basis data atau belum punya desa."
CHECKED_CELLS = "Diperiksa: {kecamatan}, {periode}: {baru} sel baru, {berubah} berubah, {dikosongkan} dikosongkan."
SAVED_CELLS = "Tersimpan: {kecamatan}, {periode}: {baru} sel baru, {berubah} berubah, {dikosongkan} dikosongkan."
