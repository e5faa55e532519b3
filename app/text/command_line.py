"""Words of the command line, in Bahasa Indonesia."""

HELP_APP = "Konvergensi: dasbor konvergensi penurunan stunting."
HELP_RUN = "Jalankan aplikasi. Tanpa basis data yang diatur, data demonstrasi yang ditampilkan."
HELP_DEMO = "Isi basis data kosong dengan data demonstrasi (kabupaten fiktif)."
HELP_DB = "Basis data: buat, perbarui, periksa, cadangkan, pulihkan."
HELP_DB_NEW = "Buat basis data kosong untuk data sungguhan."
HELP_DB_UPGRADE = "Perbarui susunan basis data ke versi program ini."
HELP_DB_CHECK = "Periksa keutuhan basis data dan hitung isinya."
HELP_DB_BACKUP = "Cadangkan basis data ke sebuah berkas, selagi dipakai."
HELP_DB_GRANT = "Beri peran PostgreSQL hak kerja aplikasi, tanpa hak mengubah riwayat."
HELP_DB_RESTORE = "Pulihkan cadangan ke tempat yang kosong."
HELP_IMPORT = (
    "Masukkan data dari berkas: wilayah, pengukuran, survei, isian kecamatan, anggaran SIPD."
)
HELP_IMPORT_WILAYAH = "Wilayah dan batasnya (GeoPackage, SHP/GDB dalam zip, GeoJSON, CSV, Excel)."
HELP_IMPORT_PENGUKURAN = "Balita diukur menurut kelas tinggi badan menurut umur."
HELP_IMPORT_SURVEI = "Prevalensi hasil survei (SSGI, SKI, Riskesdas) beserta selangnya."
HELP_EXPORT = "Keluarkan angka yang tampil di layar, untuk Excel atau program lain."
HELP_CROSSWALK = "Tabel padanan kode BPS ke kode Kemendagri (CSV)."
HELP_DRY_RUN = "Periksa saja, tidak menyimpan apa pun."
HELP_PERIOD = "Bulan pengukuran, misalnya 2025-08."
HELP_SOURCE = "Sumber data, misalnya e-PPGBM."
HELP_REGION = "Kode wilayah Kemendagri, misalnya 32.08."
HELP_AREA = (
    "Kode wilayah yang dicakup berkas; data periode ini di dalamnya diganti. Misalnya 32.08."
)
PORT_TAKEN = "Port {port} sedang dipakai. Pilih yang lain, misalnya --port {other}."
NO_CONNECTION = (
    "Basis data tidak dapat dihubungi. Periksa KONVERGENSI_DATABASE_URL dan apakah servernya hidup."
)
HELP_NEW_PUSKESMAS = "Buat puskesmas yang belum dikenal di bawah kecamatannya."
HELP_MAPPING = "Ejaan nama yang sudah dipastikan orang (CSV: kecamatan_berkas, nama_berkas, kode)."
HELP_TO_DEMO = "Izinkan menulis ke basis data demonstrasi."
HELP_PORT = "Nomor port."
HELP_HOST = "Alamat yang didengarkan; bawaan hanya komputer ini."
HELP_DESA = "Banyaknya desa."
HELP_SEED = "Benih acak; benih yang sama memberi data yang sama."
HELP_OUT_URL = "URL basis data tujuan; bawaan: demo baru di folder kerja Konvergensi."
HELP_FORMAT = "json, csv, atau xlsx."
HELP_OUT_FILE = "Berkas tujuan; bawaan: layar (json, csv) atau NAMA.xlsx."
HELP_LEVEL = "Tingkat wilayah yang dirinci; bawaan: satu tingkat di bawahnya yang ada datanya."

SAVED_REGIONS = "Tersimpan: {desa} desa, {kecamatan} kecamatan, {kabupaten} kabupaten/kota."
CHECKED_REGIONS = "Diperiksa: {desa} desa, {kecamatan} kecamatan, {kabupaten} kabupaten/kota."
SAVED_MEASUREMENTS = "Tersimpan: {rows} {grain}, {stunted} balita stunting{measured}."
CHECKED_MEASUREMENTS = "Diperiksa: {rows} {grain}, {stunted} balita stunting{measured}."
UNKNOWN = "?"
MEASURED_KNOWN = " dari {measured} yang diukur = {share}"
MEASURED_UNKNOWN = "; berkas tidak mencatat jumlah yang diukur"
SAVED_SURVEYS = "Tersimpan: {rows} baris survei."
CHECKED_SURVEYS = "Diperiksa: {rows} baris survei."
UNCHANGED = "Berkas yang sama sudah pernah masuk (impor nomor {batch}). Tidak ada yang berubah."
REPLACED = "Menggantikan impor nomor {batches}."
BATCH = "Impor nomor {batch}."
NOTHING_SAVED = "Tidak ada yang disimpan dari {name}: {count} galat harus diperbaiki dulu."
DRY_RUN = "Pemeriksaan saja: tidak ada yang disimpan."
MORE_FINDINGS = "... dan {count} temuan lain sejenis."
PLACE_SHEET = "lembar {sheet}"
PLACE_ROW = "baris {row}"
PLACE_COLUMN = "kolom {column}"
SEVERITY = {"galat": "GALAT", "peringatan": "PERINGATAN", "catatan": "Catatan"}

REFUSE_DEMO = (
    "Basis data ini berisi data demonstrasi. Data sungguhan jangan dicampur ke dalamnya: atur "
    "KONVERGENSI_DATABASE_URL ke basis data lain (konvergensi db new). Bila memang hanya mencoba, "
    "ulangi dengan --ke-demo."
)
NO_SCHEMA = "Basis data {url} belum disiapkan. Jalankan: konvergensi db new"
OLD_SCHEMA = "Susunan basis data {url} bukan untuk program ini. Jalankan: konvergensi db upgrade"
NOT_EMPTY = "Basis data {url} tidak kosong. Demonstrasi hanya dibuat di tempat kosong."
ALREADY_THERE = "Basis data {url} sudah ada isinya. Tidak ada yang diubah."
CREATED = "Basis data kosong siap: {url}"
SET_VARIABLE = (
    "Supaya dipakai, atur dulu variabel lingkungan ini:\n  export KONVERGENSI_DATABASE_URL={url}"
)
CREATED_NEXT = "Langkah berikutnya: konvergensi import wilayah BERKAS"
UPGRADED = "Susunan basis data sudah mutakhir."
DEMO_MADE = "Data demonstrasi siap: {url} ({desa} desa)."
DEMO_MAKING = "Menyiapkan data demonstrasi, sebentar..."
STARTING = "Buka {address} di peramban. Tekan Ctrl+C untuk berhenti."
BAD_PERIOD = "Periode {period} tidak dikenal. Tulis tahun dan bulan, misalnya 2025-08."
BAD_SOURCE = "Nama sumber {source} memuat tanda yang tidak boleh dipakai."
BAD_FORMAT = "Bentuk {format} tidak ada. Pilih json, csv, atau xlsx."
BAD_LEVEL = "Tingkat {level} tidak ada. Pilih {known}."
UNKNOWN_SOURCE = "Tidak ada data dari sumber {source}. Yang ada: {known}."
UNKNOWN_REGION = "Wilayah {code} tidak ada di basis data."
UNKNOWN_EXPORT = "Keluaran {name} tidak ada. Yang ada: {known}."
NO_DATA = "Belum ada data pengukuran untuk {name}."
NO_PERIOD = "Tidak ada data {source} periode {period}. Yang ada: {known}."
MANY_SOURCES = "Ada beberapa sumber: {known}. Pilih salah satu dengan --sumber."
NO_FILE = "Berkas {path} tidak ada."
WRITTEN = "Ditulis: {path}"
GRANT_SQLITE = "SQLite tidak mengenal peran. Perintah ini untuk PostgreSQL."
GRANTED = "Peran {role} boleh membaca dan menulis data; riwayat hanya dibaca."
HEALTHY = "Basis data utuh."
UNHEALTHY = "Basis data bermasalah: {problems}"
BACKED_UP = "Cadangan ditulis: {path}"
RESTORED = "Cadangan dipulihkan ke {url}."
BACKUP_ERRORS = {
    "berkas_sudah_ada": "Berkas {detail} sudah ada. Pilih nama lain; cadangan tidak menimpa.",
    "berkas_tidak_ada": "Berkas {detail} tidak ada.",
    "tujuan_tidak_kosong": "Tujuan {detail} sudah berisi. Pulihkan ke basis data yang kosong.",
    "bukan_cadangan": "Berkas {detail} bukan cadangan basis data.",
    "cadangan_rusak": (
        "Cadangan {detail} rusak atau terpotong: isinya bukan seperti saat dibuat. Tidak ada yang "
        "dipulihkan; gunakan cadangan lain."
    ),
    "alat_tidak_ada": "Program {detail} tidak ditemukan. Pasang perkakas klien PostgreSQL.",
    "alat_gagal": "Gagal: {detail}",
    "pulih_gagal": (
        "Cadangan tidak dapat dipulihkan; basis data tujuan tetap kosong. Gunakan cadangan lain. "
        "Keterangan PostgreSQL: {detail}"
    ),
}
