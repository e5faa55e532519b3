"""Words for a database that cannot work now: what happened, what stands, what to do."""

# On screens; {reference} leads to the log.
SCREEN = {
    "penuh": (
        "Penyimpanan server penuh, jadi perubahan terakhir tidak tersimpan sama sekali. Data yang "
        "sudah tersimpan tetap utuh dan dapat dilihat. Mintalah pengelola server mengosongkan "
        "ruang, lalu simpan lagi. Nomor kejadian {reference}."
    ),
    "hanya_baca": (
        "Basis data sedang hanya dapat dibaca, jadi perubahan terakhir tidak tersimpan. Semua data "
        "tetap dapat dilihat. Tunggu sampai pengelola server membukanya untuk ditulisi, lalu "
        "simpan lagi. Nomor kejadian {reference}."
    ),
    "tanpa_hak": (
        "Aplikasi tidak berhak melakukan itu di basis datanya, jadi tidak ada yang diubah. "
        "Sebutkan nomor {reference} kepada pengelola server: hak peran basis data perlu diatur "
        "(konvergensi db grant)."
    ),
    "sibuk": (
        "Basis data sedang sibuk dan tidak sempat menjawab. Perubahan terakhir tidak tersimpan. "
        "Tunggu sebentar, lalu coba lagi; bila terulang, sebutkan nomor {reference} kepada "
        "pengelola server."
    ),
    "rusak": (
        "Penyimpanan server bermasalah: basis data tidak dapat dibaca atau ditulisi dengan "
        "semestinya. Berhentilah mengisi dulu dan segera sebutkan nomor {reference} kepada "
        "pengelola server; cadangan terakhir mungkin diperlukan."
    ),
    "terputus": (
        "Basis data sedang tidak dapat dihubungi. Yang sudah dinyatakan tersimpan tetap aman; "
        "perubahan terakhir mungkin belum tersimpan. Tunggu sebentar, tekan Coba lagi, lalu "
        "periksa. Bila tetap begini, sebutkan nomor {reference} kepada pengelola server."
    ),
}
TRY_AGAIN = "Coba lagi"
# Before the app itself: signing in, changing the password, signing out.
FORM = {
    "penuh": (
        "Penyimpanan server penuh, jadi belum ada yang dapat masuk. Data tetap utuh. Mintalah "
        "pengelola server mengosongkan ruang, lalu coba lagi. Orang yang sudah masuk tetap dapat "
        "melihat data. Nomor kejadian {reference}."
    ),
    "hanya_baca": (
        "Basis data sedang hanya dapat dibaca, jadi belum ada yang dapat masuk atau mengganti "
        "sandi. Orang yang sudah masuk tetap dapat melihat data. Coba lagi setelah pengelola "
        "server membukanya untuk ditulisi. Nomor kejadian {reference}."
    ),
}
FORM_OTHERWISE = (
    "Basis data sedang tidak dapat dipakai, jadi permintaan Anda belum dijalankan. Data Anda aman. "
    "Coba lagi sebentar; bila tetap begini, sebutkan nomor {reference} kepada pengelola server."
)
LEFT_HERE = (
    "Peramban ini sudah keluar, tetapi basis data belum dapat mencatatnya. Nomor kejadian "
    "{reference}."
)
# For whoever keeps the server.
COMMAND_LINE = {
    "penuh": (
        "Penyimpanan penuh: tidak ada yang disimpan. Kosongkan ruang di tempat basis data atau "
        "berkas tujuan berada (df -h), lalu jalankan perintah ini sekali lagi."
    ),
    "hanya_baca": (
        "Basis data hanya dapat dibaca: tidak ada yang disimpan. Periksa hak berkas dan foldernya "
        "(SQLite), atau apakah alamatnya server siaga atau default_transaction_read_only menyala "
        "(PostgreSQL)."
    ),
    "tanpa_hak": (
        "Peran basis data ini tidak berhak melakukannya: tidak ada yang diubah. Jalankan perintah "
        "ini dengan peran pemilik, atau beri haknya dengan konvergensi db grant."
    ),
    "sibuk": (
        "Basis data sibuk dan tidak sempat menjawab: tidak ada yang disimpan. Coba lagi sebentar."
    ),
    "rusak": (
        "Basis data atau penyimpanannya bermasalah: berkasnya bukan basis data, rusak, atau "
        "disknya gagal. Periksa disk, lalu konvergensi db check; bila rusak, pulihkan cadangan."
    ),
    "terputus": (
        "Basis data tidak dapat dihubungi. Periksa KONVERGENSI_DATABASE_URL dan apakah servernya "
        "hidup."
    ),
}
COMMAND_LINE_LOG = "Rinciannya tercatat dengan nomor {reference}."
