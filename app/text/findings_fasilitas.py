"""Sentences for what is found in a file of health facilities."""

SENTENCES = {
    "fasilitas_kolom_kurang": (
        "Berkas fasilitas memerlukan kolom kode, jenis, nama, lintang, dan bujur. Yang ditemukan: "
        "{kepala}. Beri judul kolom seperti di templat."
    ),
    "fasilitas_tingkat": (
        "Kode {kode} bukan desa/kelurahan atau kecamatan. Tulis kode desanya, atau kecamatannya bila "
        "desanya tidak diketahui."
    ),
    "fasilitas_jenis": ("Jenis {isi} tidak dikenal. Tulis posyandu, puskesmas, atau pustu."),
    "fasilitas_tanpa_nama": "Nama fasilitas kosong. Isi namanya.",
    "fasilitas_ganda": (
        "{nama} di {kode} sudah ada di baris {baris}. Sisakan satu, atau bedakan namanya."
    ),
    "derajat_tak_terbaca": (
        "Isi {isi} bukan derajat desimal. Tulis misalnya -2,345678, tanpa tanda derajat, menit, "
        "atau huruf LS dan BT."
    ),
    "derajat_kosong": (
        "Koordinat kosong. Isi lintang dan bujurnya, atau hapus baris ini bila titiknya belum diukur."
    ),
    "titik_tertukar": (
        "Lintang {lintang} dan bujur {bujur} tampaknya tertukar. Tukar kedua kolomnya pada baris ini."
    ),
    "titik_di_luar_indonesia": (
        "Lintang {lintang} dan bujur {bujur} di luar Indonesia. Periksa tanda minus dan letak komanya."
    ),
    "titik_di_luar_kabupaten": (
        "Titik {nama} ({kode}) berada {km} km di luar batas kabupaten/kota {kabupaten}. Periksa "
        "koordinat atau kode wilayahnya."
    ),
    "titik_di_luar_wilayah": (
        "Titik {nama} berada {km} km di luar batas {kode}. Periksa koordinat atau kodenya; bila "
        "batasnya yang kurang teliti, lanjutkan saja."
    ),
    "titik_sama": (
        "Titik {nama} di {kode} sama persis dengan titik di baris {baris}. Periksa apakah keduanya "
        "memang di satu tempat."
    ),
    "titik_tanpa_batas": (
        "{jumlah} titik tidak dapat diperiksa letaknya sebab batas wilayahnya belum ada. Masukkan "
        "batasnya agar titik dapat diperiksa."
    ),
}
