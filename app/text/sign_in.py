"""Words of the sign-in form and what stands around it."""

TITLE_SIGN_IN = "Masuk"
TITLE_PASSWORD = "Ganti sandi"
TITLE_SIGN_OUT = "Keluar"
APP_NAME = "Konvergensi"
APP_SUBTITLE = "Dasbor konvergensi penurunan stunting"

USERNAME = "Nama akun"
PASSWORD = "Sandi"
SIGN_IN = "Masuk"
FORGOTTEN = "Lupa sandi atau belum punya akun? Hubungi admin di kabupaten/kota Anda."
LEADS_TO = "Setelah masuk, Anda dibawa ke halaman yang tadi dibuka."

OLD_PASSWORD = "Sandi sekarang"
NEW_PASSWORD = "Sandi baru"
NEW_PASSWORD_AGAIN = "Sandi baru, sekali lagi"
CHANGE_PASSWORD = "Simpan sandi baru"
PASSWORD_RULES = (
    "Paling sedikit 10 huruf, angka, atau tanda. Rangkaian beberapa kata lebih kuat dan lebih "
    "mudah diingat daripada satu kata dengan angka. Sandi yang sama jangan dipakai di tempat lain."
)
MUST_CHANGE = "Sandi Anda dari admin hanya untuk sekali masuk. Buat sandi Anda sendiri dulu."
SIGNED_IN_AS = "Masuk sebagai {name} ({username})"
BACK = "Kembali"
OTHER_SESSIONS = "Setelah sandi diganti, semua perangkat lain yang masuk dengan akun ini keluar."

CONFIRM_SIGN_OUT = "Keluar dari Konvergensi di peramban ini?"
SIGN_OUT = "Keluar"

DEMO_TITLE = "Demonstrasi: semua data di sini rekaan"
DEMO_HINT = "Pilih satu peran untuk melihat-lihat; tanpa sandi."
DEMO_PASSWORD_HINT = "Semua akun demonstrasi bersandi “{password}”."
DEMO_ELSEWHERE = (
    "Ini demonstrasi. Akun demonstrasi hanya dapat dipakai dari komputer tempat program ini "
    "berjalan, lewat alamat 127.0.0.1 atau localhost."
)
DEMO_FORM = "Masuk dengan akun lain"

NO_ACCOUNTS_TITLE = "Belum ada akun"
NO_ACCOUNTS = (
    "Admin pertama dibuat dari baris perintah di server, sekali saja; akun lain dibuatnya "
    "kemudian di halaman Pengguna:"
)
NO_ACCOUNTS_COMMAND = (
    'uv run konvergensi user add NAMA_AKUN --nama "Nama Lengkap" --peran admin --wilayah 63.11'
)
NO_ACCOUNTS_AFTER = (
    "Ganti 63.11 dengan kode kabupaten/kota Anda. Perintah itu menampilkan sandi untuk sekali "
    "masuk. Setelah itu muat ulang halaman ini."
)

OIDC_BUTTON = "Masuk dengan {label}"
OIDC_LABEL = "akun instansi"
OIDC_OR = "atau dengan sandi Konvergensi"
OIDC_LEAVE = (
    "Anda sudah keluar dari Konvergensi, tetapi di {label} mungkin masih masuk. Di komputer yang "
    "dipakai bersama, keluarlah di sana juga:"
)
OIDC_LEAVE_LINK = "keluar dari {label}"
OIDC_FAULTS = {
    "tak_lengkap": (
        "KONVERGENSI_OIDC_ISSUER dan KONVERGENSI_OIDC_CLIENT_ID harus diisi keduanya, atau tidak "
        "satu pun."
    ),
    "bukan_https": (
        "KONVERGENSI_OIDC_ISSUER harus berupa alamat https:// tanpa tanda tanya, persis seperti "
        "“issuer” pada keterangan penyedianya."
    ),
    "tanpa_domain": (
        "KONVERGENSI_OIDC_CLAIM=email memerlukan KONVERGENSI_OIDC_DOMAIN: domain surel dinas yang "
        "diterima, misalnya kabcontoh.go.id."
    ),
}

ERRORS = {
    "kosong": "Isi nama akun dan sandi.",
    "salah": "Nama akun atau sandi tidak cocok. Periksa huruf besar dan kecil pada sandi.",
    "terkunci": (
        "Terlalu banyak percobaan yang gagal. Tunggu 15 menit, lalu coba lagi, atau mintalah admin "
        "mengatur ulang sandi."
    ),
    "nonaktif": "Akun ini dinonaktifkan. Hubungi admin di kabupaten/kota Anda.",
    "hanya_di_sini": DEMO_ELSEWHERE,
    "sandi_lama_salah": "Sandi sekarang tidak cocok. Tidak ada yang diubah.",
    "sandi_beda": "Kedua isian sandi baru tidak sama. Ketik ulang keduanya.",
    "sandi_sama": "Sandi baru sama dengan yang lama. Pilih sandi lain.",
    "sandi_demo": "Sandi akun demonstrasi tidak dapat diganti, supaya orang lain dapat memakainya.",
    "terlalu_pendek": "Sandi baru terlalu pendek. Paling sedikit 10 huruf, angka, atau tanda.",
    "terlalu_panjang": "Sandi baru terlalu panjang. Paling banyak 200 huruf.",
    "sama_dengan_akun": "Sandi baru tidak boleh sama dengan nama akun. Pilih sandi lain.",
    "mudah_ditebak": (
        "Sandi baru mudah ditebak (kata yang umum atau berulang). Rangkaikan beberapa kata yang "
        "tidak berhubungan."
    ),
    "asal_lain": (
        "Formulir ini tidak dikirim dari halaman Konvergensi, jadi ditolak. Muat ulang halaman "
        "ini, lalu coba lagi."
    ),
    "terlalu_besar": "Isian terlalu besar. Muat ulang halaman ini, lalu coba lagi.",
    "terlalu_sering": (
        "Terlalu banyak percobaan masuk yang gagal dari jaringan ini. Tunggu 15 menit, lalu coba "
        "lagi. Yang sudah masuk dapat terus bekerja."
    ),
    "tak_terdaftar": (
        "{label} mengenal Anda sebagai “{identity}”, tetapi akun itu belum terdaftar di "
        "Konvergensi. Mintalah admin di kabupaten/kota Anda membuatnya dengan nama akun itu."
    ),
    "oidc_tanpa_nama": (
        "{label} tidak memberikan nama akun Anda (atau surel dinas yang sudah diperiksa), jadi "
        "Anda belum masuk. Sampaikan ini kepada pengelola server."
    ),
    "oidc_usang": (
        "Proses masuk lewat {label} sudah terlalu lama, sudah dipakai, atau dimulai di tab lain. "
        "Mulai lagi dari halaman ini."
    ),
    "oidc_batal": "Proses masuk lewat {label} dibatalkan di sana. Anda belum masuk.",
    "oidc_ditolak": (
        "Jawaban dari {label} tidak dapat dipercaya atau ditolak di sana, jadi Anda belum masuk. "
        "Coba sekali lagi; bila tetap begini, hubungi pengelola server."
    ),
    "oidc_tak_terhubung": (
        "{label} sedang tidak dapat dihubungi dari server ini. Coba lagi sebentar, atau masuk "
        "dengan sandi Konvergensi bila Anda punya."
    ),
}
UNKNOWN_HOST_TITLE = "Alamat ini tidak dikenal"
UNKNOWN_HOST = (
    "Konvergensi tidak dibuka lewat nama alamat ini. Pakai alamat yang diberikan pengelola server; "
    "pengelola mengaturnya dengan KONVERGENSI_HOSTS."
)
NO_DATABASE = (
    "Basis data sedang tidak dapat dihubungi. Data Anda aman. Coba lagi sebentar; bila tetap "
    "begini, hubungi pengelola server."
)
