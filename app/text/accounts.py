"""Words for people, their roles and their accounts."""

ROLE_NAMES = {
    "pimpinan": "Pimpinan",
    "anggota_tpps": "Anggota TPPS",
    "operator": "Operator",
    "verifikator": "Verifikator",
    "penyetuju": "Penyetuju",
    "bappeda": "Bappeda",
    "admin": "Admin",
}
ROLE_HELP = {
    "pimpinan": "Melihat dan mengunduh semua data.",
    "anggota_tpps": "Melihat dan mengunduh semua data.",
    "operator": "Mengisi dan mengajukan data bagian perangkatnya.",
    "verifikator": "Memeriksa dan memverifikasi data bagian perangkatnya.",
    "penyetuju": "Menyetujui tahapan dan membukanya kembali: camat, kepala Bappeda, atau sekda.",
    "bappeda": "Mengatur target, batas waktu, dan penanggung jawab; mengonsolidasikan data.",
    "admin": "Mengelola akun di wilayahnya.",
}
EVERYWHERE = "seluruh Indonesia"
ROLE_OF_AGENCY = "{role} {agency}"
ROLE_IN_PLACE = "{role} · {place}"
STATE_ACTIVE = "Aktif"
STATE_DISABLED = "Nonaktif"
STATE_FIRST_USE = "Belum ganti sandi pertama"
PLACE_KECAMATAN = "Kecamatan {name}"

REFUSALS = {
    "akun_tak_sah": (
        "Nama akun hanya boleh 3 sampai 60 huruf kecil, angka, titik, atau tanda hubung, misalnya "
        "siti.rahma."
    ),
    "akun_sudah_ada": "Akun {akun} sudah ada. Pilih nama akun lain.",
    "akun_tidak_ada": "Akun {akun} tidak ada. Periksa nama akunnya.",
    "nama_kosong": "Isi nama lengkap orangnya.",
    "tanpa_peran": "Pilih paling sedikit satu peran.",
    "tanda_terlarang": "Tanda {tanda} tidak boleh dipakai. Hapus tanda itu.",
    "terlalu_panjang": "Isian terlalu panjang. Paling banyak {batas} huruf.",
    "wilayah_tak_sah": (
        "{kode} bukan kode provinsi, kabupaten/kota, atau kecamatan. Tulis bertitik, misalnya 63.11."
    ),
    "peran_tak_dikenal": (
        "Peran {peran} tidak ada. Pilih pimpinan, anggota_tpps, operator, verifikator, penyetuju, "
        "bappeda, atau admin."
    ),
    "peran_beda_tingkat": "Peran {peran} tidak ada di tingkat {tingkat}. Pilih wilayah lain.",
    "perangkat_tak_sah": (
        "Perangkat “{perangkat}” tidak ada di wilayah itu untuk peran ini. Pilih salah satu: "
        "{dikenal}."
    ),
    "perangkat_tak_perlu": "Peran {peran} tidak memakai perangkat. Kosongkan perangkatnya.",
    "peran_sudah_ada": "Orang ini sudah memegang peran itu. Tidak ada yang diubah.",
    "peran_tidak_ada": "Akun {akun} tidak memegang peran itu. Periksa peran, wilayah, dan perangkatnya.",
    "peran_terakhir": (
        "Ini satu-satunya peran akun itu. Beri peran lain dulu, atau nonaktifkan akunnya."
    ),
    "admin_terakhir": (
        "Ini peran admin Anda yang terakhir. Mintalah admin lain mencabutnya, supaya selalu ada "
        "admin."
    ),
    "diri_sendiri": (
        "Akun Anda sendiri tidak dapat Anda nonaktifkan atau atur ulang di sini. Untuk mengganti "
        "sandi, pakai Ganti sandi di bilah samping."
    ),
    "di_luar_wewenang": (
        "Akun atau wilayah ini di luar wilayah yang Anda kelola. Tidak ada yang diubah."
    ),
}

HELP_USER = "Akun: tambah, nonaktifkan, aktifkan, atur ulang sandi, beri atau cabut peran, daftar."
HELP_ADD = "Buat akun; sandi untuk sekali masuk ditampilkan satu kali ini saja."
HELP_DISABLE = "Nonaktifkan akun; sesinya langsung berakhir."
HELP_ENABLE = "Aktifkan lagi akun, dengan sandinya yang dulu."
HELP_RESET = "Buat sandi baru untuk sekali masuk; sesinya langsung berakhir."
HELP_GRANT = "Beri akun satu peran lagi."
HELP_REVOKE = "Cabut satu peran dari akun."
HELP_LIST = "Daftar akun dengan perannya."
HELP_USERNAME = "Nama akun, misalnya siti.rahma."
HELP_NAME = "Nama lengkap orangnya."
HELP_POSITION = "Jabatan."
HELP_ROLE = "pimpinan, anggota_tpps, operator, verifikator, penyetuju, bappeda, atau admin."
HELP_REGION = "Kode wilayah tugas, misalnya 63.11; ID untuk seluruh Indonesia."
HELP_AGENCY = "Perangkat: setcam, puskesmas, plkb, camat, bappeda, sekda, dinkes, ..."
HELP_SK = "Nomor SK penetapan."
HELP_SK_DATE = "Tanggal SK, misalnya 2026-01-31."
BAD_DATE = "Tanggal {date} tidak terbaca. Tulis tahun-bulan-hari, misalnya 2026-01-31."
ADDED = "Akun {username} dibuat: {roles}."
FIRST_PASSWORD = "Sandi untuk sekali masuk (tidak ditampilkan lagi): {password}"
DISABLED = "Akun {username} dinonaktifkan; sesinya berakhir."
ENABLED = "Akun {username} aktif lagi."
WAS_RESET = "Sandi akun {username} diatur ulang; sesinya berakhir."
GRANTED = "Akun {username} sekarang: {roles}."
NOBODY = "Belum ada akun. Buat admin pertama dengan: konvergensi user add"
UNKNOWN_REGION_NOTE = (
    "Catatan: wilayah {code} belum ada di basis data. Periksa kodenya; bila benar, masukkan daftar "
    "wilayahnya."
)

PAGE_INTRO = (
    "Akun untuk orang di wilayah yang Anda kelola: satu akun untuk satu orang, tidak dipakai "
    "bersama. Yang berhenti bertugas dinonaktifkan, tidak dihapus: namanya tetap di riwayat."
)
TAB_PEOPLE = "Daftar akun"
TAB_ADD = "Tambah orang"
TAB_IMPORT = "Impor dari Excel"

SEARCH = "Cari nama, akun, atau jabatan"
SEARCH_HINT = "misalnya Siti"
FILTER_ROLE = "Peran"
FILTER_STATE = "Keadaan"
ALL = "Semua"
COUNT_SHOWN = "{shown} dari {total} akun"
COLUMNS = {
    "name": "Nama",
    "username": "Akun",
    "position": "Jabatan",
    "roles": "Peran",
    "state": "Keadaan",
    "sk": "SK",
}
SK_LINE = "{number} ({date})"
CHOOSE_ACCOUNT = "Akun yang diubah"
CHOOSE_ACCOUNT_HINT = "Pilih akun"
NO_MATCH = "Tidak ada akun yang cocok. Ubah pencarian atau saringannya."
NOT_MANAGEABLE = (
    "Akun ini juga berperan di luar wilayah yang Anda kelola. Hanya admin wilayah di atasnya yang "
    "dapat mengubahnya."
)
OWN_ACCOUNT = "Ini akun Anda sendiri."
DISABLE = "Nonaktifkan"
DISABLE_CONFIRM = (
    "Orang ini langsung keluar dan tidak dapat masuk lagi sampai diaktifkan. Data dan riwayatnya "
    "tetap."
)
DISABLE_YES = "Ya, nonaktifkan"
ENABLE = "Aktifkan"
RESET = "Atur ulang sandi"
RESET_CONFIRM = (
    "Sandi sekarang tidak berlaku lagi dan orang ini langsung keluar. Anda mendapat sandi baru "
    "untuk sekali masuk."
)
RESET_YES = "Ya, buat sandi baru"
REVOKE = "Cabut"
REVOKE_HELP = "Cabut peran ini"
ADD_ROLE = "Tambah peran"
SAVE_ROLE = "Beri peran ini"

NAME = "Nama lengkap"
USERNAME = "Nama akun"
USERNAME_HELP = "3 sampai 60 huruf kecil, angka, titik, atau tanda hubung. Misalnya siti.rahma."
POSITION = "Jabatan"
ROLE = "Peran"
REGION = "Wilayah tugas"
AGENCY = "Perangkat"
NO_AGENCY = "Tidak perlu perangkat"
SK_NUMBER = "Nomor SK"
SK_DATE = "Tanggal SK"
OPTIONAL = "{label} (boleh kosong)"
CHOOSE_ROLE = "Pilih peran"
CHOOSE_REGION = "Pilih wilayah"
CHOOSE_AGENCY = "Pilih perangkat"
INCOMPLETE = "Isi nama, nama akun, peran, wilayah, dan perangkatnya dulu."
INCOMPLETE_ROLE = "Pilih peran, wilayah, dan perangkatnya dulu."
ADD = "Buat akun"

DONE_ADDED = "Akun {username} untuk {name} sudah dibuat."
DONE_RESET = "Sandi akun {username} sudah diatur ulang."
DONE_DISABLED = "Akun {username} dinonaktifkan."
DONE_ENABLED = "Akun {username} aktif lagi."
DONE_GRANTED = "Peran ditambahkan ke akun {username}."
DONE_REVOKED = "Peran dicabut dari akun {username}."
HAND_OVER = (
    "Sampaikan langsung kepada orangnya. Sandi ini hanya untuk sekali masuk, tidak disimpan, dan "
    "tidak ditampilkan lagi:"
)
CLOSE = "Sudah saya sampaikan"

TEMPLATE = "Unduh templat"
TEMPLATE_FILE = "templat-pengguna.xlsx"
IMPORT_INTRO = (
    "Satu baris untuk satu peran satu orang; orang dengan beberapa peran ditulis di beberapa "
    "baris dengan nama akun yang sama. Nomor dan tanggal SK ikut disimpan. Templat memuat kode "
    "wilayah dan perangkat yang dikenal."
)
UPLOAD = "Daftar orang (.xlsx atau .csv)"
UPLOAD_HINT = "Seret berkas ke sini, atau pilih dari komputer. Paling besar 50 MB."
CHECKING = "Memeriksa daftar ..."
FAULTS = "{count} galat harus diperbaiki di berkas dulu. Belum ada yang disimpan."
PLACE = "Tempat"
FINDING_COLUMNS = (PLACE, "Tingkat", "Apa yang terjadi dan apa yang perlu dilakukan")
PLACE_SHEET = "lembar {value}"
PLACE_ROW = "baris {value}"
PLACE_COLUMN = "kolom {value}"
MORE_FINDINGS = "... dan {count} temuan lain."
SEVERITY = {"galat": "Galat", "peringatan": "Peringatan", "catatan": "Catatan"}
PREVIEW = "Akan disimpan: {people} akun baru dan {roles} peran tambahan."
PREVIEW_NONE = "Semua orang di daftar ini sudah memegang perannya. Tidak ada yang perlu disimpan."
SAVE_LIST = "Simpan semua"
SAVING = (
    "Menyimpan; daftar yang panjang dapat memakan beberapa menit. Biarkan halaman ini terbuka ..."
)
SAVED_LIST = "Tersimpan: {people} akun baru, {roles} peran tambahan."
PASSWORDS_HINT = (
    "Unduh daftar sandi sekarang dan sampaikan kepada masing-masing orang. Sandi ini hanya untuk "
    "sekali masuk, tidak disimpan, dan tidak dapat diunduh lagi setelah halaman ini ditutup."
)
PASSWORDS_DOWNLOAD = "Unduh sandi sekali masuk (Excel)"
PASSWORDS_FILE = "sandi-sekali-masuk.xlsx"
PASSWORDS_CLOSE = "Sudah saya unduh"
SHEET_PASSWORDS = "Sandi sekali masuk"
PASSWORD_COLUMNS = {
    "name": "Nama",
    "username": "Akun",
    "password": "Sandi sekali masuk",
    "roles": "Peran",
}
PASSWORD_NOTES = (
    ("Isi", "Sandi untuk sekali masuk; diganti orangnya sendiri saat masuk pertama kali."),
    ("Perlakuan", "Hapus berkas ini setelah semua sandi disampaikan."),
)

TEMPLATE_SHEET = "Pengguna"
TEMPLATE_HEADINGS = (
    "Nama",
    "Akun",
    "Jabatan",
    "Peran",
    "Kode wilayah",
    "Perangkat",
    "Nomor SK",
    "Tanggal SK",
)
TEMPLATE_GUIDE_SHEET = "Petunjuk"
TEMPLATE_GUIDE = (
    ("Nama", "Nama lengkap, tanpa tanda < > { } ` $ \\."),
    ("Akun", "3 sampai 60 huruf kecil, angka, titik, atau tanda hubung; satu untuk satu orang."),
    ("Jabatan", "Boleh kosong. Misalnya Camat Pasirjati."),
    (
        "Peran",
        "pimpinan, anggota TPPS, operator, verifikator, penyetuju, Bappeda, atau admin. Satu baris "
        "satu peran.",
    ),
    ("Kode wilayah", "Kode bertitik dari lembar Wilayah; simpan sebagai teks."),
    (
        "Perangkat",
        "Untuk operator, verifikator, dan penyetuju: singkatan dari lembar Perangkat. Untuk peran "
        "lain kosongkan.",
    ),
    ("Nomor SK", "Boleh kosong. Nomor SK camat atau SK kepala perangkat daerah."),
    ("Tanggal SK", "Boleh kosong. Misalnya 31-01-2026."),
)
TEMPLATE_REGION_SHEET = "Wilayah"
TEMPLATE_REGION_HEADINGS = ("Kode", "Nama", "Tingkat")
TEMPLATE_AGENCY_SHEET = "Perangkat"
TEMPLATE_AGENCY_HEADINGS = ("Wilayah", "Peran", "Singkatan", "Nama perangkat")
LEVEL_NAMES = {
    "nasional": "Negara",
    "provinsi": "Provinsi",
    "kabupaten": "Kabupaten/kota",
    "kecamatan": "Kecamatan",
}
REGISTERED_ROLES = "Operator, Verifikator"
