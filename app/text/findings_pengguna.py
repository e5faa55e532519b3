"""Sentences for what the import of a list of people finds."""

SENTENCES = {
    "pengguna_kolom_kurang": (
        "Daftar orang memerlukan kolom nama, akun, peran, dan kode wilayah. Yang ditemukan: "
        "{kepala}. Pakailah templat yang dapat diunduh di halaman Pengguna."
    ),
    "pengguna_akun_tak_sah": (
        "“{isi}” bukan nama akun. Pakai 3 sampai 60 huruf kecil, angka, titik, atau tanda hubung, "
        "misalnya siti.rahma."
    ),
    "pengguna_nama_kosong": "Nama orang kosong. Isi nama lengkapnya.",
    "pengguna_peran_tak_dikenal": (
        "Peran “{isi}” tidak dikenal. Pilih pimpinan, anggota TPPS, operator, verifikator, "
        "penyetuju, Bappeda, atau admin."
    ),
    "pengguna_peran_beda_tingkat": (
        "Peran {peran} tidak ada di tingkat wilayah {kode}. Periksa peran dan kode wilayahnya."
    ),
    "pengguna_wilayah_tak_dikenal": (
        "Wilayah {kode} tidak ada di basis data. Periksa kodenya, atau masukkan dulu daftar wilayah."
    ),
    "pengguna_perangkat_tak_sah": (
        "Perangkat “{isi}” tidak dikenal untuk peran {peran} di {kode}. Tulis salah satu: "
        "{dikenal}. Perangkat lain didaftarkan dulu di halaman Pengaturan."
    ),
    "pengguna_tanggal_tak_terbaca": (
        "Tanggal SK “{isi}” tidak terbaca. Tulis misalnya 31-01-2026, atau kosongkan."
    ),
    "pengguna_baris_ganda": "Akun dan peran yang sama sudah ada di baris {baris}. Sisakan satu.",
    "pengguna_dua_nama": (
        "Akun {akun} di baris {baris} atas nama orang lain. Satu akun untuk satu orang: samakan "
        "namanya, atau beri akun sendiri."
    ),
    "pengguna_milik_orang_lain": (
        "Akun {akun} sudah dipakai orang lain. Pilih nama akun lain, atau samakan nama orangnya "
        "bila memang orang yang sama."
    ),
    "pengguna_sudah_berperan": "Akun {akun} sudah memegang peran ini; baris ini dilewati.",
    "pengguna_di_luar_wewenang": (
        "Wilayah {kode} di luar wilayah yang Anda kelola. Hapus baris ini; admin wilayah itu yang "
        "memasukkannya."
    ),
    "pengguna_akun_di_luar_wewenang": (
        "Akun {akun} juga berperan di luar wilayah yang Anda kelola, jadi perannya tidak dapat "
        "Anda ubah. Mintalah admin di atasnya."
    ),
}
