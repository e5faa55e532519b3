"""Sentences for what storing a budget snapshot finds."""

SENTENCES: dict[str, str] = {
    "anggaran_wilayah_asing": (
        "Wilayah {wilayah} belum ada di basis data. Masukkan daftar wilayahnya dahulu."
    ),
    "anggaran_pemilik": (
        "{wilayah} tidak mempunyai APBD sendiri. Pilih kabupaten/kota atau provinsi pemiliknya; "
        "belanja kecamatan dan kelurahan ada di dalamnya."
    ),
    "anggaran_potret": "Potret {isi} tidak ada. Pilih rencana, murni, atau perubahan.",
    "anggaran_tahun": (
        "Tahun {tahun} di luar siklus aplikasi. Untuk {potret}, pilih tahun anggaran {awal} sampai "
        "{akhir}."
    ),
    "anggaran_nomenklatur": (
        "Nama nomenklatur lebih dari {batas} huruf atau memuat tanda yang tidak boleh dipakai. "
        "Tulis nomornya saja, misalnya 900.1-861/2026."
    ),
    "anggaran_skpd_bukan_milik_anda": (
        "Berkas memuat {jumlah} SKPD yang bukan perangkat Anda: {skpd}. Kirim hanya belanja "
        "perangkat Anda, atau minta Bappeda memasukkan berkas ini."
    ),
    "anggaran_judul_tahun": (
        "Judul berkas menyebut tahun {berkas}, sedangkan Anda memilih tahun anggaran {dipilih}. "
        "Periksa pilihan tahunnya."
    ),
    "anggaran_judul_perubahan": (
        "Judul berkas menyebut perubahan, sedangkan potret yang dipilih bukan perubahan. Periksa "
        "pilihan potretnya."
    ),
    "anggaran_judul_bukan_perubahan": (
        "Potret yang dipilih APBD perubahan, sedangkan judul berkas tidak menyebut perubahan. "
        "Periksa pilihan potretnya."
    ),
    "anggaran_skpd_belum_dipasang": (
        "{jumlah} SKPD belum jelas siapa penandanya: {skpd}. Belanjanya tersimpan, tetapi baru "
        "dapat ditandai setelah Bappeda memasangkannya di bagian Pasangan SKPD."
    ),
    "anggaran_baris_hilang": (
        "{jumlah} baris yang sekarang tersimpan tidak ada di berkas dan akan dihapus: {skpd}. "
        "Bila berkas ini hanya sebagian belanja SKPD itu, masukkan berkas yang lengkap."
    ),
    "anggaran_tanda_hilang": (
        "{jumlah} tanda pada {baris} baris akan lepas karena barisnya berubah angka atau hilang. "
        "Baris yang berubah perlu ditandai lagi; tanda lamanya tetap ada di Riwayat."
    ),
    "anggaran_terkunci_diajukan": (
        "Penandaan {potret} oleh {skpd} sudah diajukan, jadi baris belanjanya terkunci. Tarik "
        "ajuannya, atau minta verifikator mengembalikannya di halaman Tahapan, lalu ulangi."
    ),
    "anggaran_terkunci_terverifikasi": (
        "Penandaan {potret} oleh {skpd} sudah terverifikasi, jadi baris belanjanya terkunci. Minta "
        "verifikator atau penyetujunya mengembalikannya dengan catatan di halaman Tahapan, lalu "
        "ulangi."
    ),
    "anggaran_terkunci_disetujui": (
        "Penandaan {potret} oleh {skpd} sudah disetujui, jadi baris belanjanya terkunci. Minta "
        "penyetujunya membukanya kembali dengan alasan di halaman Tahapan, lalu ulangi."
    ),
    "daftar_tanpa_tingkat": (
        "Tidak ada subkegiatan tingkat {tingkat} di berkas ini. Periksa berkasnya."
    ),
    "daftar_tingkat_lain": (
        "{jumlah} subkegiatan tingkat lain tidak dipakai, karena daftar ini untuk {wilayah}."
    ),
}
