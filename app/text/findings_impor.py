"""Sentences for findings that arise between a file and the database."""

SENTENCES = {
    "induk_tanpa_nama": (
        "Nama wilayah {kode} tidak ada di berkas dan belum ada di basis data; sementara disebut "
        "menurut kodenya. Masukkan daftar wilayah Kemendagri untuk memberinya nama."
    ),
    "tingkat_bertentangan": (
        "Data sumber dan periode ini untuk {kabupaten} sudah tersimpan per {tersimpan}, sedangkan "
        "berkas ini per {berkas}. Bila disimpan, anak terhitung dua kali. Bila berkas ini "
        "memuat seluruh kabupaten, ulangi dengan wilayah {kabupaten} (--wilayah {kabupaten} pada "
        "baris perintah); bila tidak, masukkan berkas per {tersimpan}."
    ),
    "wilayah_waktu_baca": (
        "Membaca berkas batas ini melebihi {batas_s} detik. Potong menurut kabupaten/kota, atau "
        "minta pengelola memasukkannya lewat baris perintah (konvergensi import wilayah BERKAS), "
        "yang batasnya diatur KONVERGENSI_BOUNDARY_SECONDS."
    ),
    "wilayah_waktu_rapikan": (
        "Merapikan batas di berkas ini melebihi {batas_s} detik. Potong menurut kabupaten/kota, "
        "atau minta pengelola memasukkannya lewat baris perintah (konvergensi import wilayah "
        "BERKAS), yang batasnya diatur KONVERGENSI_BOUNDARY_SECONDS."
    ),
    "wilayah_memori": (
        "Membaca berkas batas ini memerlukan memori melebihi {batas_mb} MB. Potong menurut "
        "kabupaten/kota, atau minta pengelola memasukkannya lewat baris perintah (konvergensi "
        "import wilayah BERKAS), yang batasnya diatur KONVERGENSI_BOUNDARY_MEMORY_MB."
    ),
    "periode_tak_dikenal": "Periode {isi} tidak dikenal. Pilih bulan dan tahun pengukuran.",
    "periode_belum_tiba": "Bulan {isi} belum tiba. Pilih bulan pengukuran yang benar.",
    "sumber_tak_aman": (
        "Nama sumber kosong, lebih dari {batas} huruf, atau memuat tanda yang tidak boleh dipakai. "
        "Perbaiki namanya."
    ),
    "data_akan_terhapus": (
        "{jumlah} wilayah yang sekarang punya data {periode} dari sumber ini tidak ada di berkas, "
        "antara lain {contoh}; datanya akan dihapus. Bila berkas ini hanya memuat sebagian "
        "wilayah, pilih wilayah yang lebih sempit."
    ),
    "tahapan_terkunci_diajukan": (
        "Pengukuran {kabupaten} untuk siklus {tahun} sudah diajukan, jadi datanya terkunci. Tarik "
        "ajuannya, atau minta verifikator Dinas Kesehatan mengembalikannya di halaman Tahapan, "
        "lalu ulangi."
    ),
    "tahapan_terkunci_terverifikasi": (
        "Pengukuran {kabupaten} untuk siklus {tahun} sudah terverifikasi, jadi datanya terkunci. "
        "Minta verifikator Dinas Kesehatan atau kepala Bappeda mengembalikannya dengan catatan di "
        "halaman Tahapan, lalu ulangi."
    ),
    "tahapan_terkunci_disetujui": (
        "Pengukuran {kabupaten} untuk siklus {tahun} sudah disetujui, jadi datanya terkunci. Minta "
        "kepala Bappeda membukanya kembali dengan alasan di halaman Tahapan, lalu ulangi."
    ),
    "tarik_tidak_ada": "Impor ini tidak ada lagi. Muat ulang halamannya.",
    "tarik_sudah_ditarik": "Impor ini sudah ditarik. Muat ulang halamannya.",
    "tarik_jenis_tetap": "Impor jenis ini tidak dapat ditarik. Perbaiki datanya dengan impor baru.",
    "tarik_sudah_digantikan": (
        "Sebagian atau seluruh isinya sudah digantikan impor nomor {impor}. Tarik impor nomor "
        "{impor} dahulu, atau masukkan berkas yang benar."
    ),
    "tarik_sudah_berubah": (
        "Isinya sudah berubah sejak diimpor. Periksa halaman Riwayat, lalu masukkan berkas yang "
        "benar sebagai impor baru."
    ),
    "tarik_tanpa_riwayat": (
        "Impor ini lebih tua daripada pencatatan riwayat, sehingga isi sebelumnya tidak diketahui. "
        "Masukkan berkas yang benar sebagai impor baru."
    ),
    "tarik_ditimpa_impor_lain": (
        "Data yang harus dipulihkan kini ditempati impor nomor {impor}. Tarik impor nomor {impor} "
        "dahulu."
    ),
    "tarik_tingkat_bercampur": (
        "Bila ditarik, data {kabupaten} bercampur dua tingkat dan anak terhitung dua kali. Tarik "
        "impor yang lebih baru untuk kabupaten itu dahulu."
    ),
    "tarik_menggantikan_wilayah": (
        "Impor ini mengganti nama atau batas wilayah yang sudah ada, yang tidak dapat dipulihkan "
        "sekaligus. Masukkan daftar atau batas yang benar sebagai impor baru."
    ),
    "tarik_wilayah_dipakai": (
        "Wilayah dari impor ini sudah dipakai data lain ({tabel}). Tarik data itu dahulu."
    ),
}
