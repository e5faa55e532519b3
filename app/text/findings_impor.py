"""Sentences for findings that arise between a file and the database."""

SENTENCES = {
    "induk_tanpa_nama": (
        "Nama wilayah {kode} tidak ada di berkas dan belum ada di basis data; sementara disebut "
        "menurut kodenya. Masukkan daftar wilayah Kemendagri untuk memberinya nama."
    ),
    "tingkat_bertentangan": (
        "Data sumber dan periode ini untuk {kabupaten} sudah tersimpan per {tersimpan}, sedangkan "
        "berkas ini per {berkas}. Bila disimpan, anak terhitung dua kali. Bila berkas ini "
        "memuat seluruh kabupaten, ulangi dengan --wilayah {kabupaten}; bila tidak, masukkan berkas "
        "per {tersimpan}."
    ),
}
