"""Words of every save on versions: what is not saved yet, and what somebody else changed."""

VIEW_LABEL = "Tampilan"

SAVE = "Simpan {count} perubahan"
DISCARD = "Batalkan perubahan"
NOTHING_LEFT = "Nilai yang tersimpan dipertahankan; tidak ada yang diubah."
UNSAVED_LOCKED = (
    "{count} sel yang Anda ketik belum tersimpan. Angkanya masih diingat selama halaman ini "
    "terbuka, dan dapat disimpan begitu bagian ini dapat diisi lagi."
)

CONFLICT_INTRO = (
    "Belum ada yang disimpan. Pilih nilai yang benar untuk tiap sel, lalu simpan. Bila ragu, "
    "tanyakan dulu kepada orang yang mengubahnya."
)
CONFLICT_BASE = "Semula {base}"
CONFLICT_THEIRS = "Nilai {who}: {value} ({when})"
CONFLICT_THEIRS_UNKNOWN = "Nilai tersimpan: {value}"
CONFLICT_OURS = "Nilai Anda: {value}"
CONFLICT_ALL_OURS = "Pakai semua nilai saya"
CONFLICT_ALL_THEIRS = "Pakai semua nilai mereka"
CONFLICT_OTHERS = "{count} sel lain yang Anda ubah ikut disimpan."
CONFLICT_SAVE = "Simpan pilihan ini"
CONFLICT_BACK = "Kembali mengisi"
CONFLICT_KEEP_OURS = "Pakai isi saya"
CONFLICT_KEEP_THEIRS = "Pertahankan isi sekarang"
