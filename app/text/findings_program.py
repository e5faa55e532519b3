"""Sentences for what the import of programmes of desa and partners finds."""

SENTENCES: dict[str, str] = {
    "program_kolom_kurang": (
        "Tabel program memerlukan kolom kode desa, sumber, nama kegiatan, dan anggaran. Yang "
        "ditemukan: {kepala}. Pakailah berkas yang diunduh di halaman Program desa dan mitra."
    ),
    "program_desa_lain": (
        "Kode “{isi}” bukan desa atau kelurahan yang berlaku di kecamatan {kecamatan}. Pilih dari "
        "daftar di sel itu, atau salin dari lembar Desa."
    ),
    "program_sumber_tak_dikenal": ("Sumber “{isi}” tidak dikenal. Pilih salah satu: {dikenal}."),
    "program_kelurahan_apbdes": (
        "{desa} adalah kelurahan: dananya ada di APBD, bukan APBDes. Hapus baris ini; belanjanya "
        "ditandai di halaman Penandaan."
    ),
    "program_kegiatan_kosong": "Nama kegiatan belum diisi. Isi dulu, lalu unggah lagi.",
    "program_mitra_kosong": (
        "Nama perusahaan atau lembaga belum diisi. Program swasta harus menyebut siapa yang "
        "membiayai."
    ),
    "program_layanan_tak_dikenal": (
        "Layanan “{isi}” tidak dikenal. Pilih dari daftar di sel itu, atau kosongkan bila tidak "
        "menyasar satu layanan."
    ),
    "program_anggaran_kosong": (
        "Anggaran belum diisi. Tulis rupiahnya; tulis 0 hanya bila memang tanpa uang."
    ),
    "program_satuan_kosong": "Volume tanpa satuan. Isi satuannya, misalnya orang atau paket.",
    "program_ganda": (
        "Program yang sama (desa, sumber, mitra, dan kegiatan) sudah ada di baris {baris}. Sisakan "
        "satu, atau bedakan nama kegiatannya."
    ),
    "program_sudah_ada": (
        "Program “{kegiatan}” dengan sumber dan mitra yang sama sudah tercatat di desa ini. Unduh "
        "tabel yang terbaru dan ubah barisnya, atau hapus baris ini."
    ),
    "program_nomor_tak_dikenal": (
        "Nomor “{isi}” bukan program kecamatan ini di tahun {tahun}. Kosongkan bila program baru, "
        "atau unduh tabel yang terbaru."
    ),
    "program_nomor_ganda": (
        "Nomor yang sama sudah ada di baris {baris}. Kosongkan nomor baris salinan agar tercatat "
        "sebagai program baru."
    ),
    "program_sudah_berubah": (
        "Program “{kegiatan}” sudah diubah {pelaku} setelah tabel ini diunduh. Unduh tabel yang "
        "terbaru, lalu ulangi perubahan Anda."
    ),
    "program_hilang": (
        "Program nomor {nomor} sudah dihapus setelah tabel ini diunduh. Unduh tabel yang terbaru."
    ),
    "program_terkunci": (
        "Tidak ada yang disimpan: Analisis Situasi {tahun} bagian Sekretariat Kecamatan sudah "
        "{keadaan}. Mintalah dikembalikan atau dibuka kembali di halaman Tahapan."
    ),
    "uang_tak_terbaca": (
        "“{isi}” bukan jumlah rupiah. Tulis angkanya saja dalam rupiah penuh, misalnya 1.250.000."
    ),
    "uang_rancu": (
        "“{isi}” dapat dibaca dengan dua cara. Tulis rupiah penuh dengan titik ribuan, misalnya "
        "1.250.000."
    ),
    "uang_pecahan": "“{isi}” mengandung sen. Tulis rupiah penuh tanpa angka di belakang koma.",
    "uang_negatif": "“{isi}” di bawah nol. Tulis jumlah rupiah nol atau lebih.",
    "uang_terlalu_besar": "“{isi}” terlalu besar. Periksa jumlah nolnya.",
    "volume_tak_terbaca": "“{isi}” bukan angka. Tulis volumenya saja, misalnya 45 atau 12,5.",
    "volume_rancu": (
        "“{isi}” dapat dibaca dengan dua cara. Tulis 1.250 untuk seribu dua ratus lima puluh dan "
        "12,5 untuk dua belas setengah."
    ),
    "volume_negatif": "“{isi}” di bawah nol. Tulis volume nol atau lebih.",
    "volume_terlalu_besar": "“{isi}” terlalu besar. Periksa angkanya.",
}
