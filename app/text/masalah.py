"""Words of the problems and proposals that the situation analysis finds."""

INTRO = (
    "Masalah layanan beserta penyebab, rekomendasi, dan usulan kegiatannya, dicatat pada analisis "
    "situasi. Yang lain dapat membacanya."
)
YEAR_HELP = "Analisis situasi yang dibahas tahun ini."
WRONG_LEVEL_TITLE = "Pilih kecamatan, kabupaten/kota, atau provinsi"
WRONG_LEVEL = (
    "Masalah dicatat per kecamatan, kabupaten/kota, atau provinsi. Pilih wilayahnya di samping."
)
EMPTY_TITLE = "Belum ada masalah yang dicatat untuk {year}"
EMPTY_OWN = "Catat yang pertama di bawah ini: layanan mana yang tertinggal, di mana, dan mengapa."
EMPTY_OTHER = "Dicatat oleh operator {agencies}."
NO_MATCH = "Tidak ada masalah yang cocok dengan saringan ini."
COUNT = "{count} masalah"
COUNT_OF = "{shown} dari {count} masalah"

FILTER_ITEM, FILTER_ASPECT, FILTER_PLACE = "Layanan", "Sisi masalah", "Tempat"
ALL = "Semua"
CHOOSE = "Pilih"

ITEM = "Layanan"
GENERAL = "Umum (bukan satu layanan)"
ITEM_OPTION = "{short} ({code})"
PLACE = "Tempat"
PLACE_ALL = "Seluruh {name}"
PLACE_OPTION = "{name} ({level})"
ASPECT = "Sisi masalah"
ASPECTS = {
    "permintaan": "Penerima layanan",
    "penyediaan": "Ketersediaan layanan",
    "dukungan": "Dukungan dan tata kelola",
}
ASPECT_HINTS = {
    "permintaan": "Sasaran tidak datang, tidak tahu, tidak mau, atau tidak mampu.",
    "penyediaan": "Petugas, tempat, jadwal, obat, atau alat kurang.",
    "dukungan": "Aturan, anggaran, koordinasi, atau data kurang.",
}
FACTOR = "Faktor"
NO_FACTOR = "Tidak ditentukan"
FACTORS = {
    "sosial": "Sosial",
    "ekonomi": "Ekonomi",
    "budaya": "Budaya",
    "pola asuh": "Pola asuh",
    "lainnya": "Lainnya",
}
PART = "Dicatat sebagai"
PROBLEM = "Masalah atau kendala"
PROBLEM_HINT = "Apa yang terjadi, pada siapa."
CAUSE = "Penyebab"
RECOMMENDATION = "Rekomendasi perbaikan"
PROPOSAL = "Usulan kegiatan"
PROPOSAL_HINT = "Kegiatan yang diusulkan ke musrenbang atau rencana kerja, dan siapa pelaksananya."
BY_WHEN = "{agency} · {name}, {when}"
TITLE_LINE = "{service} · {place}"

NEW = "Catat masalah"
SAVE_NEW = "Simpan"
CHANGE = "Ubah"
SAVE_CHANGE = "Simpan perubahan"
CANCEL = "Batal"
REMOVE = "Hapus"
REMOVE_ASK = "Hapus masalah ini? Isinya tetap tercatat di Riwayat."
REMOVE_YES = "Ya, hapus"
ADDED = "Masalah sudah dicatat."
CHANGED = "Perubahan sudah disimpan."
REMOVED = "Masalah sudah dihapus; isinya tetap ada di Riwayat."
FAULTS = {
    "kosong": "Belum ada yang disimpan: masalahnya belum ditulis. Tuliskan dulu, lalu simpan.",
    "panjang": "Belum ada yang disimpan: tiap isian paling panjang 2.000 huruf. Persingkat, lalu simpan.",
}
LOCKED = (
    "Tidak ada yang disimpan: analisis situasi bagian ini sudah {state}. Mintalah dikembalikan atau "
    "dibuka kembali di halaman Tahapan."
)
LOCKED_NOTE = "Bagian {agency} sudah {state}, jadi masalahnya hanya dapat dibaca."
FORBIDDEN = (
    "Tidak ada yang disimpan: peran Anda tidak mencakup bagian ini. Hubungi admin di kabupaten/kota "
    "Anda."
)
GONE = "Masalah ini sudah dihapus orang lain. Catat lagi bila masih perlu."
CONFLICT = (
    "{who} sudah mengubah masalah ini ({when}) sejak Anda membukanya. Belum ada yang disimpan."
)
CONFLICT_THEIRS = "Isi sekarang"
CONFLICT_OURS = "Isi Anda"
REMOVE_CONFLICT = "Tidak ada yang dihapus: {who} sudah mengubah masalah ini ({when}). Baca dulu isinya yang terbaru."

DOWNLOAD = "Unduh Excel"
FILE_NAME = "masalah-{code}-{year}"
SHEET = "Masalah dan usulan"
COLUMNS = {
    "place_code": "Kode",
    "place": "Tempat",
    "item_code": "Kode layanan",
    "service": "Layanan",
    "aspect": "Sisi masalah",
    "factor": "Faktor",
    "problem": "Masalah atau kendala",
    "cause": "Penyebab",
    "recommendation": "Rekomendasi perbaikan",
    "proposal": "Usulan kegiatan",
    "agency": "Dicatat oleh",
    "who": "Orang",
    "when": "Terakhir diubah",
}
NOTE_REGION, NOTE_YEAR, NOTE_STATE, NOTE_MADE = "Wilayah", "Tahun siklus", "Keadaan", "Dibuat"
NOTE_DEMO = ("Catatan", "Data demonstrasi fiktif")
