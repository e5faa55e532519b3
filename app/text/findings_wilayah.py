"""Kalimat untuk setiap temuan saat berkas batas wilayah dibaca dan dirapikan."""

SENTENCES: dict[str, str] = {
    # Berkas
    "wilayah_berkas_kosong": (
        "Berkas {berkas} kosong. Unduh ulang dari sumbernya, lalu masukkan lagi."
    ),
    "wilayah_format_tidak_dikenal": (
        "Isi berkas {berkas} bukan format batas wilayah yang diterima. Gunakan "
        "GeoPackage, GeoJSON, "
        "FlatGeobuf, GeoParquet, atau ZIP berisi shapefile atau file geodatabase."
    ),
    "wilayah_zip_rusak": (
        "Isi ZIP tidak dapat dibaca ({berkas}: {sebab}). Buat ulang ZIP tanpa kata sandi."
    ),
    "wilayah_zip_terlalu_besar": (
        "Isi ZIP terlalu besar: {ukuran_mb} MB dalam {isi} berkas, batasnya {batas_mb} MB. "
        "Potong menurut wilayah, lalu unggah satu per satu."
    ),
    "wilayah_zip_nama_berbahaya": (
        "ZIP memuat nama berkas yang tidak aman atau ganda: {nama}. Buat ulang ZIP dari "
        "folder aslinya."
    ),
    "wilayah_zip_tidak_lengkap": (
        "Di samping {berkas} tidak ada berkas {kurang} yang memuat letak, kode, atau nama. Sertakan "
        ".shp, .shx, .dbf, dan .prj dari folder aslinya dalam satu ZIP."
    ),
    "wilayah_zip_tanpa_batas": (
        "ZIP {berkas} tidak berisi shapefile (.shp) atau file geodatabase (.gdb). "
        "Sertakan berkas .shp, .shx, .dbf, dan .prj."
    ),
    "wilayah_berkas_rusak": (
        "Berkas rusak atau terpotong sehingga tidak dapat dibuka ({sebab}). "
        "Unduh ulang dari sumbernya, lalu masukkan lagi."
    ),
    "wilayah_tanpa_lapisan": (
        "Berkas tidak memuat lapisan poligon, atau terpotong. Pilih berkas batas area, bukan garis "
        "atau titik, atau unduh ulang dari sumbernya."
    ),
    "wilayah_lapisan_tampilan": (
        "Lapisan {lapisan} berupa tampilan (view), bukan tabel, sehingga tidak dibaca. Ekspor "
        "lapisan itu ke GeoPackage baru, lalu masukkan lagi."
    ),
    "wilayah_terlalu_banyak": (
        "Berkas memuat {jumlah} wilayah, sedangkan halaman ini menerima sampai {batas}. "
        "Potong menurut kabupaten/kota, atau minta pengelola memasukkannya lewat baris perintah: "
        "konvergensi import wilayah BERKAS."
    ),
    "wilayah_kolom_tidak_dikenal": (
        "Kolom kode dan nama wilayah tidak dikenali. Kolom yang ada: {kolom}. "
        "Beri nama kolom kode dan nama, lalu masukkan lagi."
    ),
    # Sistem koordinat
    "wilayah_crs_tidak_dikenal": (
        "Sistem koordinat berkas tidak diketahui. Sertakan berkas .prj atau simpan ulang sebagai "
        "WGS 84 (EPSG:4326)."
    ),
    "wilayah_crs_dianggap": (
        "Berkas tidak menyebut sistem koordinat; angkanya berupa derajat, jadi dibaca "
        "sebagai WGS 84."
    ),
    "wilayah_lintang_bujur_tertukar": (
        "{jumlah} poligon menulis lintang sebelum bujur; urutannya dibalik saat dibaca."
    ),
    "wilayah_koordinat_rusak": (
        "Poligon memuat sudut yang bukan angka, sehingga bentuknya tidak dapat dipercaya. Perbaiki "
        "poligonnya, atau unduh ulang dari sumbernya."
    ),
    "wilayah_di_luar_indonesia": (
        "Poligon terletak di luar Indonesia. Periksa sistem koordinat berkas (.prj atau crs)."
    ),
    # Kode
    "wilayah_kode_bps_tanpa_tabel_padanan": (
        "Berkas memakai kode BPS (kolom {kolom}, {jumlah} baris). Kode BPS tidak sama dengan kode "
        "Kemendagri; sertakan tabel padanan dengan kolom bps_code dan kemendagri_code."
    ),
    "wilayah_kode_bps_tanpa_padanan": (
        "Kode BPS {isi} ({nama}) tidak ada di tabel padanan dan tidak dimuat. "
        "Lengkapi tabel padanan, lalu masukkan lagi."
    ),
    "wilayah_kode_bps_padanan_ganda": (
        "Kode BPS {isi} ({nama}) berpadanan dengan lebih dari satu kode Kemendagri dan "
        "tidak dimuat. "
        "Sisakan satu padanan di tabel."
    ),
    "wilayah_sistem_kode_tidak_jelas": (
        "Kode ditulis 10 angka tanpa titik sehingga tidak dapat dibedakan antara BPS dan "
        "Kemendagri. "
        "Tulis kode Kemendagri dengan titik (62.10.01.2001) atau beri nama kolom kode_kemendagri."
    ),
    "wilayah_kode_kosong": (
        "Kode wilayah kosong ({nama}); poligonnya tidak dimuat. Isi kodenya, lalu masukkan lagi."
    ),
    "wilayah_kode_rusak": (
        'Kode "{isi}" ({nama}) kehilangan angka nol, mungkin {dugaan}. '
        "Format kolom kode sebagai teks, perbaiki, lalu masukkan lagi."
    ),
    "wilayah_kode_terbaca_tanggal": (
        'Kode "{isi}" ({nama}) terbaca sebagai tanggal. '
        "Format kolom kode sebagai teks, tulis ulang kodenya, lalu masukkan lagi."
    ),
    "wilayah_kode_tidak_dikenal": (
        'Kode "{isi}" ({nama}) bukan kode wilayah Kemendagri untuk tingkat ini. '
        "Perbaiki kodenya, lalu masukkan lagi."
    ),
    "wilayah_kode_diperbaiki": 'Kode "{isi}" dibaca sebagai {kode}.',
    "wilayah_kode_ganda_disatukan": (
        "Kode {kode} ada pada {jumlah} poligon dengan nama yang sama; semuanya disatukan. "
        "Pastikan memang satu wilayah."
    ),
    "wilayah_kode_ganda_beda_nama": (
        "Kode {kode} dipakai oleh nama yang berbeda: {nama}. Perbaiki kode salah satunya."
    ),
    # Nama
    "wilayah_nama_berbahaya": (
        'Nama "{nama}" memuat tanda yang tidak diterima: {tanda}. Hapus tanda itu, lalu '
        "masukkan lagi."
    ),
    "wilayah_nama_terlalu_panjang": (
        "Nama wilayah sepanjang {panjang} huruf, batasnya {batas}. Perbaiki namanya."
    ),
    "wilayah_nama_kosong": (
        "Nama wilayah {kode} kosong; sementara ditampilkan kodenya. Lengkapi nama di berkas."
    ),
    # Isi
    "wilayah_bukan_desa": (
        "{jumlah} poligon bukan desa atau kelurahan (danau, waduk, hutan, atau tanpa "
        "kode dan nama; "
        "contoh: {contoh}) tidak dimuat."
    ),
    "wilayah_ketinggian_dibuang": (
        "{jumlah} poligon memuat ketinggian; nilai ketinggiannya diabaikan."
    ),
    "wilayah_ring_tak_tertutup": "{jumlah} poligon tidak tertutup; garisnya ditutup saat dibaca.",
    "wilayah_geometri_kosong": (
        "Wilayah tidak punya poligon; datanya tetap dapat diisi, tetapi tidak tampak di peta."
    ),
    "wilayah_tanpa_poligon_satu_pun": (
        "Tidak satu pun wilayah di berkas ini mempunyai poligon yang luasnya terukur. Pilih berkas "
        "batas area; untuk daftar kode dan nama saja, masukkan sebagai CSV atau Excel."
    ),
    "wilayah_tidak_ada": (
        "Tidak ada satu pun wilayah yang dapat dimuat dari berkas ini. Lengkapi kolom kode dan nama, "
        "lalu masukkan lagi."
    ),
    "wilayah_temuan_lain": (
        "Temuan {kode_temuan} ada pada {jumlah} baris; {ditampilkan} yang pertama ditampilkan."
    ),
    # Perapian
    "wilayah_tanpa_poligon": (
        "{jumlah} wilayah tidak punya poligon yang utuh dan tidak tampak di peta ({contoh})."
    ),
    "wilayah_poligon_menyilang": (
        "{jumlah} poligon memotong dirinya sendiri dan diperbaiki ({contoh})."
    ),
    "wilayah_tumpang_tindih": (
        "Ditemukan {jumlah} tumpang tindih antarwilayah; tersisa {sisa} setelah dirapikan."
    ),
    "wilayah_celah": "Ditemukan {jumlah} celah antarwilayah; tersisa {sisa} setelah dirapikan.",
    "wilayah_menimpa_induk": (
        "Wilayah {kode} digambar di atas {kode_lain} seluas {luas_ha} ha, seperti desa "
        "pemekaran di "
        "atas induknya; bagian itu dikeluarkan dari {kode_lain}. Periksa batas resminya."
    ),
    "wilayah_poligon_kembar": (
        "Wilayah {kode} dan {kode_lain} digambar pada poligon yang hampir sama ({luas_ha} ha). "
        "Periksa mana yang berhak atas poligon itu; di peta keduanya bertumpuk."
    ),
    "wilayah_luas_berubah": (
        "Luas wilayah {kode} berubah dari {luas_semula_ha} ha menjadi {luas_kini_ha} ha "
        "karena berebut "
        "lahan dengan tetangganya. Periksa batas resminya."
    ),
    "wilayah_lubang_lebar": (
        "Ada {jumlah} lubang lebar (danau, wilayah kabupaten/kota lain, atau desa tanpa poligon) "
        "yang dibiarkan."
    ),
    "wilayah_sisa_cacat": (
        "Setelah dirapikan masih tersisa {tumpang_tindih} tumpang tindih dan {celah} celah. "
        "Periksa batas wilayah yang disebut di atas."
    ),
}
