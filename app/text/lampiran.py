"""Words of attachments."""

TITLE = "Lampiran"
INTRO = "Dokumen pendukung: PDF, JPG, PNG, DOCX, atau XLSX, paling besar 10 MB."
NONE = "Belum ada lampiran."
UPLOAD = "Pilih berkas"
ADD = "Lampirkan"
ADDED = "{name} sudah dilampirkan."
WITHDRAW = "Tarik"
WITHDRAW_HELP = "Menarik {name}; penarikannya tercatat di riwayat."
WITHDRAW_ASK = "Tarik {name}?"
WITHDRAW_YES = "Ya, tarik"
WITHDRAWN = "Lampiran sudah ditarik."
ROW = "{size}, {who}, {when}"
SIZE_MB = "{number} MB"
SIZE_KB = "{number} kB"
FAULTS = {
    "nama_kosong": "Berkas ini tidak bernama. Beri nama, lalu lampirkan lagi.",
    "nama_panjang": "Nama berkas lebih dari 150 huruf. Persingkat namanya, lalu lampirkan lagi.",
    "nama_tanda": (
        'Nama berkas memuat tanda yang tidak diizinkan (< > {{ }} ` $ \\ "). Ganti namanya, lalu '
        "lampirkan lagi."
    ),
    "jenis": "Jenis berkas ini tidak diterima. Lampirkan PDF, JPG, PNG, DOCX, atau XLSX.",
    "isi_lain": (
        "Isi berkas tidak sesuai dengan akhiran namanya. Buka berkasnya, simpan ulang sebagai "
        "jenis yang benar, lalu lampirkan lagi."
    ),
    "rapat_ditutup": (
        "Berkas rapat yang sudah ditutup, dan salinan bertanda tangannya, tidak dapat diubah. Buka "
        "kembali rapatnya dulu di halaman Rembuk."
    ),
    "dukungan_ditarik": (
        "Tidak ada yang diubah: regulasi atau publikasi ini sudah ditarik. Muat ulang halaman ini."
    ),
    "kosong": "Berkas ini kosong. Periksa berkasnya, lalu lampirkan lagi.",
    "besar": "Berkas ini lebih dari 10 MB. Perkecil atau bagi dulu, lalu lampirkan lagi.",
    "rusak": "Berkas ini rusak. Buka dan simpan ulang, lalu lampirkan lagi.",
    "mengembang": "Isi berkas ini terlalu besar bila dibuka. Simpan ulang tanpa isi yang berlebih.",
    "makro": "Berkas ini memuat makro. Simpan ulang tanpa makro, lalu lampirkan lagi.",
    "sandi": "Berkas ini berkata sandi. Simpan ulang tanpa kata sandi, lalu lampirkan lagi.",
}
LOCKED = "Tidak ada yang diubah: bagian ini sudah {state}, jadi lampirannya tidak dapat diubah."
FORBIDDEN = "Tidak ada yang diubah: peran Anda tidak mencakup lampiran bagian ini."
