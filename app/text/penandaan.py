"""Words of tagging: which lines of spending are about stunting, for whom, where, how much."""

TITLE = "{page} · {name}"
NO_REGION_TITLE = "Pilih kabupaten/kota atau provinsi"
NO_REGION = (
    "Penandaan dibuat untuk APBD satu kabupaten/kota atau provinsi. Pilih wilayahnya di samping."
)
EMPTY_TITLE = "Belum ada anggaran untuk ditandai"
EMPTY = (
    "Anggaran {name} belum dimasukkan. Bappeda mengunduh RKA/DPA dari SIPD, lalu memasukkannya lewat "
    "halaman Data masuk. Sesudah itu tiap perangkat menandai belanjanya di sini."
)
LINK_UPLOAD = "Buka Data masuk"
LINK_STAGES = "Buka Tahapan"
INTRO = (
    "Tandai hanya belanja yang benar-benar untuk pencegahan stunting: pilih subkegiatan, pilih "
    "barisnya, isi tandanya, simpan. Baris yang tidak terkait cukup dinyatakan bukan stunting. "
    "Bila semua sudah dilihat, ajukan bagian ini dengan tombol di atas."
)
HELP_TITLE = "Cara menandai"
HELP = (
    "1. Pilih subkegiatan pada daftar pertama. Yang tampil lebih dulu ialah yang disarankan.",
    "2. Pilih satu atau beberapa baris belanja. Baris yang serupa dapat ditandai sekaligus.",
    "3. Isi layanan, tempat, bagian, dan jenis belanja. Periksa yang akan disimpan, lalu simpan.",
    "4. Baris rapat, perjalanan, dan alat tulis yang tidak terkait: nyatakan bukan stunting.",
    "5. Yang belum diketahui tempat atau layanannya boleh dikosongkan; nanti dihitung terpisah.",
    "6. Selesai? Ajukan bagian ini kepada verifikator.",
)

SNAPSHOT_LABEL = "Potret anggaran"
OWNER_LABEL = "Perangkat daerah"
OWNER_OWN = "{agency} (bagian Anda)"
OWNER_KECAMATAN = "Kecamatan {name}"
VIEW_LABEL = "Tampilan"
VIEW_WORK, VIEW_ALL = "Tandai belanja", "Semua perangkat"
CHOOSE = "Pilih"

READ_ONLY = (
    "Belanja ini ditandai operator {agency}. Anda dapat membacanya; yang keliru disampaikan kepada "
    "mereka."
)
LOCKED = (
    "Bagian ini sudah {state}, jadi tandanya hanya dapat dibaca. Bila masih perlu diperbaiki, "
    "mintalah dikembalikan atau dibuka kembali lewat tombol di atas atau halaman Tahapan."
)
UNPAIRED = (
    "SKPD berikut belum dipasangkan dengan perangkat daerah, jadi belum ada yang dapat menandainya: "
    "{names}. Bappeda memasangkannya di halaman Data masuk."
)

COUNT_SEEN, COUNT_TAGGED, COUNT_OPEN = "Dilihat dari {total}", "Bertanda", "Belum dilihat"
COUNT_SEEN_HELP = (
    "Baris pada subkegiatan yang disarankan atau dipilih; seluruhnya perangkat ini punya {lines} "
    "baris pada {activities} subkegiatan."
)
COUNT_MONEY = "Bertanda {tagged} dari pagu {total} pada subkegiatan yang disarankan atau dipilih."
ALL_SEEN = "Semua baris pada subkegiatan yang disarankan atau dipilih sudah dilihat."

ACTIVITIES_TITLE = "Subkegiatan"
SHOW_ALL = "Tampilkan juga yang tidak disarankan ({count})"
NO_OFFERED = (
    "Tidak ada subkegiatan yang disarankan. Tampilkan semuanya, lalu pilih yang terkait stunting."
)
ACTIVITY_COLUMNS = {
    "name": "Subkegiatan",
    "hint": "Petunjuk",
    "line_count": "Baris",
    "open_count": "Belum dilihat",
    "tagged_count": "Bertanda",
    "total_idr": "Pagu (Rp)",
    "tagged_idr": "Bertanda (Rp)",
}
ACTIVITY_NAME = "{code} {name}"
HINTS = {
    "tematik": "disarankan: daftar tematik",
    "kata_stunting": "disarankan: teks",
    "layanan": "disarankan: teks",
}
HINT_CHOSEN, HINT_REFUSED, HINT_NONE = "dipilih", "dinyatakan tidak terkait", ""
ACTIVITIES_HINT = "Klik kotak di kiri untuk membuka subkegiatan tertentu. Bila tidak ada yang dipilih, semua yang tampil dibuka."
MARK = "Pilih sebagai terkait stunting"
UNMARK = "Nyatakan tidak terkait"
MARKED = "{count} subkegiatan sudah diubah."

LINES_TITLE = "Baris belanja"
SEARCH = "Cari uraian, rekening, atau sumber dana"
SEARCH_HINT = "mis. makanan tambahan"
STATUS_FILTER = "Keadaan"
KIND_FILTER = "Jenis menurut rekening"
ALL = "Semua"
STATES = {
    "belum": "Belum dilihat",
    "bertanda": "Bertanda",
    "bukan": "Bukan stunting",
    "berubah": "Berubah",
    "terbawa": "Bertanda (terbawa)",
}
STATES_NOTE = (
    "Terbawa: sama dengan {earlier}, jadi tandanya ikut. Berubah: pernah ditandai pada {earlier}, "
    "lalu angkanya berubah, jadi perlu ditandai lagi."
)
STATE_NAMES = {
    "belum": "Belum dilihat",
    "berubah": "Berubah",
    "bertanda": "Bertanda",
    "bukan": "Bukan stunting",
}
KINDS = {
    "sasaran": "Untuk sasaran",
    "layanan": "Untuk layanan",
    "bimbingan": "Bimbingan dan pengawasan",
    "administrasi": "Administrasi umum",
}
KIND_HELP = (
    "Untuk sasaran: diterima langsung oleh sasaran (makanan tambahan, obat). Untuk layanan: membuat "
    "layanan berjalan (alat, pelatihan kader). Bimbingan dan pengawasan, serta administrasi umum "
    "(rapat, perjalanan, alat tulis), tidak dihitung sebagai dana layanan."
)
KIND_UNKNOWN = "Belum dikenal"
LINE_COLUMNS = {
    "state": "Keadaan",
    "description": "Uraian",
    "activity": "Subkegiatan",
    "account": "Rekening",
    "coefficient": "Volume",
    "unit_price_idr": "Harga satuan (Rp)",
    "total_idr": "Jumlah (Rp)",
    "before_idr": "Semula (Rp)",
    "tags": "Tanda",
    "proposal": "Saran",
    "fund": "Sumber dana",
}
ACCOUNT = "{code} {name}"
NO_DESCRIPTION = "(tanpa uraian)"
COUNT_LINES = "{shown} baris"
COUNT_LINES_OF = "{shown} dari {count} baris"
PAGE_LABEL = "Halaman"
PAGE_OPTION = "{first}–{last}"
NO_MATCH = "Tidak ada baris yang cocok dengan saringan ini."
CHOOSE_ALL = "Pilih semua {count} baris yang cocok"
CHOOSE_HINT = "Pilih baris dengan kotak di kirinya, atau centang pilihan di atas tabel."
MOVED = "Baris di tabel ini baru berubah, jadi pilihan Anda dikosongkan. Silakan pilih lagi."

TAG_PART = "{service} · {place} · {amount}"
TAG_MORE = "{first} dan {count} tanda lain"
TAG_OLD = "dulu: {tags}"
TAG_DIVIDED = "dibagi rata"
NO_SERVICE = "Tanpa layanan"
NO_GROUP = "Tidak disebut"
NO_PLACE = "Tempat belum disebut"
WHOLE = "Seluruh {name}"
SERVICE = "{label} {name}"
SERVICE_PROPOSED = "{label} {name} (disarankan)"

FORM_TITLE = "Tandai {count} baris · {amount}"
FORM_ONE = "Tandai: {description} · {amount}"
MODE_LABEL = "Cara"
MODE_NEW = "Isi tanda"
MODE_REUSE = "Pakai lagi tanda lama (sebanding)"
MODE_EDIT = "Ubah tanda satu per satu"
OLD_TAGS = (
    "{count} baris pernah ditandai pada {earlier}, lalu berubah. Tanda lamanya dapat dipakai lagi, "
    "sebanding dengan jumlah yang baru."
)
ITEMS_FROM = "Layanan"
ITEMS_CHOSEN, ITEMS_PROPOSED = "Pilih layanan", "Terima saran tiap baris ({count} baris)"
ITEMS_LABEL = "Layanan yang dibiayai"
ITEMS_HINT = "Boleh lebih dari satu; jumlahnya dibagi rata"
ITEMS_HELP = (
    "Pilih layanan yang benar-benar dibiayai. Kosongkan bila belanja ini tidak menyasar satu layanan, "
    "misalnya koordinasi."
)
GROUP_LABEL = "Kelompok sasaran"
GROUP_HELP = "Bila layanan dipilih, kelompok sasaran mengikuti layanannya."
PLACE_LABEL = "Tempat"
PLACE_NONE, PLACE_WHOLE, PLACE_DISTRICT, PLACE_DESA = (
    "Belum disebut",
    "Seluruh {name}",
    "Kecamatan",
    "Desa/kelurahan",
)
PLACE_DISTRICTS = "Kecamatan yang dituju"
PLACE_IN = "Desa di kecamatan"
PLACE_DESAS = "Desa/kelurahan yang dituju"
PLACE_LOKUS = "Isi dengan {count} desa lokus {year}"
PLACE_LOKUS_HELP = "Desa yang ditetapkan sebagai lokus pada halaman Lokasi masalah."
PLACE_OPTION = "{name} ({parent})"
PLACE_HELP = (
    "Uang untuk seluruh wilayah atau satu kecamatan tidak dianggap sampai ke desa tertentu; di "
    "tingkat desa ia tampil sebagai belum terurai."
)
SHARE_LABEL = "Bagian tiap baris"
SHARES = {
    "seluruhnya": "Seluruhnya",
    "persen": "Persen",
    "volume": "Volume",
    "rupiah": "Rupiah",
}
SHARE_VALUES = {
    "persen": "Persen dari tiap baris",
    "volume": "Volume dari tiap baris ({unit})",
    "rupiah": "Rupiah dari tiap baris",
}
VOLUME_MIXED = "satuan tiap baris"
SHARE_HINT = "mis. {example}"
SHARE_EXAMPLES = {"persen": "40 atau 12,5", "volume": "30", "rupiah": "1.500.000"}
KIND_LABEL = "Jenis belanja"
KIND_BY_ACCOUNT = "Menurut rekening tiap baris"
ADDS_LABEL = "{count} baris sudah bertanda"
ADDS_REPLACE, ADDS_BESIDE = "Ganti tandanya", "Tambahkan di sampingnya"

PREVIEW_TITLE = "Yang akan disimpan"
PREVIEW_SUM = "{tags} tanda pada {lines} baris: {amount} dari {total}."
PREVIEW_DIVIDED = (
    "{count} tanda jumlahnya dibagi rata ({amount}), bukan dinyatakan. Tandanya akan disebut dibagi "
    "rata di mana pun uang ini ditampilkan."
)
PREVIEW_LEFT = "{count} baris tanpa saran dibiarkan seperti sekarang."
PREVIEW_LEFT_REUSE = "{count} baris tanpa tanda lama dibiarkan seperti sekarang."
PREVIEW_NO_SERVICE = "{count} tanda tanpa layanan: tidak akan dihitung pada layanan mana pun."
PREVIEW_NO_PLACE = "{count} tanda tanpa tempat: dihitung, tetapi tidak dapat ditempatkan."
PREVIEW_MORE = "Ditampilkan {shown} tanda pertama dari {count}."
PREVIEW_COLUMNS = {
    "description": "Uraian",
    "service": "Layanan",
    "place": "Tempat",
    "kind": "Jenis",
    "amount_idr": "Jumlah (Rp)",
    "note": "Catatan",
    "group": "Kelompok sasaran",
}
PREVIEW_REPLACED = "Tanda {count} baris yang sudah ada akan diganti dengan yang di bawah ini."
NOTHING_SAID = (
    "Isi dulu sedikitnya layanan, kelompok sasaran, tempat, atau jenis belanjanya. Yang akan disimpan "
    "tampil di sini."
)
NOTHING_PLANNED = "Belum ada yang dapat disimpan."

SAVE = "Simpan tanda ({count} baris)"
NOT_STUNTING = "Bukan stunting"
CLEAR = "Hapus tanda"
ASK_STATUS = {
    "bukan": "{count} baris sudah bertanda. Tandanya akan dihapus dan barisnya dinyatakan bukan stunting.",
    "belum": "Tanda {count} baris akan dihapus dan barisnya kembali belum dilihat. Isinya tetap ada di Riwayat.",
}
YES = "Ya, lanjutkan"

EDIT_INTRO = (
    "Satu baris tabel ini satu tanda. Ubah, tambah di baris kosong, atau hapus dengan memilih baris "
    "lalu menekan tombol hapus. Kelompok sasaran mengikuti layanan; diisi hanya bila tanpa layanan."
)
EDIT_COLUMNS = {
    "service": "Layanan",
    "group": "Kelompok sasaran",
    "place": "Tempat",
    "kind": "Jenis",
    "amount": "Rupiah",
}
EDIT_LEFT = "Bertanda {tagged} dari {total}; sisa {left} tidak ditandai."

SAVED = {
    "bertanda": "{count} baris sudah ditandai.",
    "bukan": "{count} baris dinyatakan bukan stunting.",
    "belum": "Tanda {count} baris sudah dihapus; isinya tetap ada di Riwayat.",
}
NOT_SAVED_LOCKED = (
    "Tidak ada yang disimpan: bagian {agency} sudah {state}. Mintalah dikembalikan atau dibuka kembali "
    "di halaman Tahapan."
)
FORBIDDEN = (
    "Tidak ada yang disimpan: peran Anda tidak mencakup belanja ini. Hubungi admin di kabupaten/kota "
    "Anda."
)
FAULTS_TITLE = "Belum ada yang disimpan. Perbaiki dulu {count} baris ini:"
FAULT_LINE = "{description}: {why}"
FAULTS_MORE = "dan {count} baris lain."
FAULTS = {
    "melebihi_baris": "bagiannya melebihi jumlah baris. Kecilkan bagiannya.",
    "melebihi_sisa": "bersama tanda yang sudah ada, bagiannya melebihi jumlah baris. Kecilkan bagiannya atau ganti tandanya.",
    "negatif": "bagiannya kurang dari 0.",
    "nilai_kosong": "besar bagiannya belum diisi.",
    "nilai": "jumlahnya tidak sama dengan bagian yang dinyatakan. Muat ulang halaman, lalu isi lagi.",
    "nilai_tak_terbaca": "besar bagiannya bukan angka. Tulis misalnya 40 atau 1.500.000.",
    "volume_tak_diketahui": "tidak punya volume. Nyatakan bagiannya dalam persen atau rupiah.",
    "jenis_kosong": "jenisnya tidak dikenali dari rekening. Pilih jenis belanja sendiri.",
    "jenis": "jenis belanjanya tidak dikenal. Pilih dari daftar.",
    "bagian": "cara menyatakan bagiannya tidak dikenal. Pilih dari daftar.",
    "tak_sebanding": "jumlah lamanya atau barunya Rp0, jadi tanda lama tidak dapat disebandingkan. Isi tandanya.",
    "layanan": "layanannya tidak dikenal. Pilih dari daftar.",
    "kelompok": "kelompok sasarannya tidak sesuai dengan layanannya. Pilih lagi.",
    "tempat": "tempatnya di luar wilayah perangkat ini atau tidak berlaku lagi. Pilih tempat lain.",
    "tanpa_tanda": "belum ada tandanya. Isi tandanya, atau nyatakan bukan stunting.",
    "sisa_tanda": "masih ada tandanya. Hapus tandanya dulu.",
    "keadaan": "keadaannya tidak dikenal. Muat ulang halaman, lalu coba lagi.",
    "baris_asing": "barisnya tidak ada lagi pada anggaran ini. Muat ulang halaman, lalu pilih lagi.",
    "baris_ganda": "dipilih dua kali. Muat ulang halaman, lalu pilih lagi.",
    "skpd_lepas": "SKPD-nya belum dipasangkan. Bappeda memasangkannya di halaman Data masuk.",
    "subkegiatan_asing": "subkegiatannya tidak ada pada anggaran ini. Muat ulang halaman.",
    "kosong": "belum ada baris yang dipilih.",
    "terlalu_banyak": "terlalu banyak baris sekaligus; paling banyak 2.000. Saring dulu.",
}

CONFLICT_TITLE = "{count} baris sudah diubah orang lain sejak Anda membukanya"
CONFLICT_INTRO = (
    "Belum ada yang disimpan. Bandingkan dulu, lalu pilih. Bila ragu, tanyakan kepada orang yang "
    "mengubahnya."
)
CONFLICT_COLUMNS = {
    "description": "Uraian",
    "theirs": "Tersimpan sekarang",
    "ours": "Tanda Anda",
    "who": "Diubah oleh",
    "when": "Waktu",
}
CONFLICT_WHO_UNKNOWN = "tidak tercatat"
CONFLICT_OURS = "Pakai tanda saya"
CONFLICT_THEIRS = "Pertahankan yang tersimpan"
CONFLICT_THEIRS_REST = "Pertahankan yang tersimpan, simpan {count} baris lainnya"
CONFLICT_KEPT = "Yang tersimpan dipertahankan; tidak ada yang diubah."

ALL_TITLE = "Keadaan penandaan tiap perangkat"
ALL_INTRO = "Sebelum dikonsolidasi, tiap perangkat perlu melihat semua baris yang disarankan dan mengajukan bagiannya."
ALL_COLUMNS = {
    "agency": "Perangkat",
    "state": "Tahapan",
    "lines": "Baris",
    "seen": "Sudah dilihat",
    "open": "Belum dilihat",
    "tagged": "Bertanda",
    "total_idr": "Pagu (Rp)",
    "tagged_idr": "Bertanda (Rp)",
}
ALL_NOTE = "Baris: pada subkegiatan yang disarankan atau dipilih."
ALL_SUM = "{agencies} perangkat, {tagged} bertanda, {open} baris belum dilihat."
STATE_NONE = "tidak punya bagian"

DOWNLOAD = "Unduh Excel"
DOWNLOAD_HELP = "Penandaan menurut layanan, dengan susunan dokumen penandaan pada pedoman."
FILE_NAME = "penandaan-{code}-{snapshot}"
SHEET = "Penandaan"
HEADINGS = {
    "kelompok": "Kelompok sasaran",
    "label": "Kode layanan",
    "service": "Layanan",
    "agency": "SKPD",
    "sub_unit": "Sub unit",
    "activity_code": "Kode subkegiatan",
    "activity": "Subkegiatan",
    "account_code": "Kode rekening",
    "account": "Nama rekening",
    "description": "Uraian belanja",
    "coefficient": "Koefisien",
    "volume": "Volume",
    "unit": "Satuan",
    "unit_price_idr": "Harga satuan (Rp)",
    "total_idr": "Total belanja (Rp)",
    "fund": "Sumber dana",
    "amount_idr": "Jumlah bertanda (Rp)",
    "share": "Cara bagian dinyatakan",
    "place_code": "Kode tempat",
    "place": "Tempat",
    "kind": "Jenis",
    "note": "Catatan",
    "line_id": "Nomor baris",
    "realisation_idr": "Realisasi baris (Rp)",
}
SHARE_WORDS = {
    "seluruhnya": "seluruh baris",
    "persen": "{value} % dari baris",
    "volume": "{value} {unit}",
    "rupiah": "{value}",
}
NOTE_SNAPSHOT, NOTE_STATE = "Potret anggaran", "Keadaan tahapan"
NOTE_NOMENCLATURE, NOTE_AGENCY = "Nomenklatur", "Perangkat"
NOTE_SOURCE = "Sumber"
NOTE_SOURCE_TEXT = "Rincian belanja SIPD yang ditandai perangkat daerah dan kecamatan."
NOTE_AMOUNT = "Jumlah bertanda"
NOTE_AMOUNT_TEXT = (
    "Bagian dari baris untuk satu layanan di satu tempat. Satu baris belanja dapat tampil beberapa "
    "kali; jumlahkan kolom Jumlah bertanda, bukan kolom Total belanja."
)
NOTE_DIVIDED = "Dibagi rata"
NOTE_DIVIDED_TEXT = (
    "Jumlah yang dibagi sama besar atas beberapa layanan atau tempat, karena bagian masing-masing "
    "tidak dinyatakan."
)
NOTE_PLACE = "Tempat"
NOTE_PLACE_TEXT = (
    "Uang untuk seluruh wilayah atau satu kecamatan belum terurai sampai desa; yang tanpa tempat "
    "tidak dapat ditempatkan."
)
NO_SNAPSHOT = "Belum ada anggaran {name} yang dimasukkan."
NO_SNAPSHOT_PERIOD = "Tidak ada anggaran {period} bagi {name}; yang ada: {known}."
