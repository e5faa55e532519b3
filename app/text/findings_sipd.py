"""Sentences for what reading SIPD files and the lists beside them finds."""

_BERKAS = {
    "sipd_json_rusak": "Berkas JSON rusak atau terpotong. Unduh ulang dari SIPD, lalu ulangi.",
    "sipd_json_bentuk": "Berkas JSON tidak memuat daftar rincian belanja. Unduh ulang dari SIPD,"
    " atau simpan sebagai .xlsx.",
    "sipd_tak_dikenal": "Susunan tabel anggaran tidak dikenali. Kepala kolom yang ditemukan:"
    " {kepala}. Tunjukkan kolomnya satu kali di bawah, atau unduh rincian belanja dari SIPD.",
    "sipd_lembar_ganda": "Lebih dari satu lembar berisi rincian belanja: {lembar}. Sisakan satu"
    " lembar.",
    "sipd_tanpa_baris": "Tidak ada baris belanja di bawah kepala tabel. Periksa lembar dan"
    " kolomnya.",
    "sipd_tanpa_skpd": "Berkas tidak menyebut SKPD. Tambahkan kolom Nama SKPD, atau baris"
    " “SKPD : nama” di atas tabel.",
}

_KODE = {
    "sipd_kode_subkegiatan": "“{isi}” bukan kode subkegiatan. Tulis misalnya 1.02.02.2.02.0001,"
    " dengan kolom berformat teks.",
    "sipd_kode_rekening": "“{isi}” bukan kode rekening belanja yang lengkap. Tulis misalnya"
    " 5.1.02.01.01.0052, dengan kolom berformat teks.",
    "sipd_kode_rancu": "Kode “{isi}” kehilangan angka nol dan dapat berarti {calon}. Ubah format"
    " kolom menjadi teks, lalu tulis kode yang benar.",
    "sipd_kode_bertingkat": "Kode “{isi}” dapat berarti program atau rekening. Ubah format kolom"
    " menjadi teks, lalu tulis kode lengkap dengan angka nolnya.",
    "sipd_kode_angka": "Kode “{isi}” terbaca Excel sebagai angka pecahan. Ubah format kolom menjadi"
    " teks, lalu tulis ulang kodenya.",
    "sipd_diperbaiki_subkegiatan": "{jumlah} baris berkode subkegiatan tanpa angka nol; dilengkapi,"
    " misalnya “{isi}” dibaca {kode}.",
    "sipd_diperbaiki_rekening": "{jumlah} baris berkode rekening dengan angka nol yang kurang atau"
    " lebih; disamakan, misalnya “{isi}” dibaca {kode}.",
    "sipd_tanpa_nama": "{jumlah} baris menyebut kode subkegiatan tanpa namanya, misalnya {kode};"
    " kodenya dipakai sebagai nama.",
}

_BARIS = {
    "sipd_kosong": "Baris belanja tanpa {kolom}. Isi selnya; tidak ada baris yang disimpan selama"
    " masih kosong.",
    "sipd_teks_panjang": "Teks sepanjang {panjang} huruf, batasnya {batas}. Ringkas isinya.",
    "sipd_total_negatif": "Jumlah Rp {nilai} kurang dari nol. Perbaiki selnya, atau unduh ulang"
    " dari SIPD.",
    "sipd_angka_tak_terbaca": "“{isi}” bukan jumlah rupiah. Tulis misalnya 1.234.567,50.",
    "sipd_angka_rancu": "“{isi}” dapat dibaca sebagai ribuan atau pecahan. Tulis tanpa tanda pemisah"
    " ribuan.",
    "sipd_angka_ilmiah": "“{isi}” sudah dipendekkan Excel sehingga angkanya tidak lengkap. Unduh"
    " ulang dari SIPD tanpa menyimpannya sebagai CSV di Excel.",
    "sipd_angka_terlalu_besar": "“{isi}” terlalu besar untuk satu baris belanja. Perbaiki selnya.",
    "sipd_kali_beda": "Volume dikali harga Rp {kali}, padahal jumlahnya tertulis Rp {total}. Yang"
    " dipakai jumlahnya; periksa baris ini di SIPD.",
    "sipd_koefisien": "{jumlah} baris berkoefisien yang tidak terbaca sebagai volume; volumenya"
    " dikosongkan, jumlahnya tetap dipakai.",
    "sipd_sen": "{jumlah} baris berjumlah dengan sen; dibulatkan ke rupiah terdekat.",
    "sipd_baris_sama": "{jumlah} baris sama persis dengan baris sebelumnya, yang pertama baris"
    " {baris}; semuanya dihitung. Periksa apakah memang tercatat dua kali di SIPD.",
    "sipd_baris_dihapus": "{jumlah} baris (semula Rp {nilai}) menjadi 0 sesudah perubahan; dianggap"
    " dihapus dan tidak disimpan.",
    "sipd_bukan_belanja": "{jumlah} baris (Rp {nilai}) berekening pendapatan atau pembiayaan, bukan"
    " belanja; tidak disimpan.",
    "sipd_baris_diabaikan": "{jumlah} baris tanpa jumlah dilewati, yang pertama baris {baris}.",
}

_JUMLAH = {
    "sipd_total_beda": "Baris total tertulis Rp {tercatat}, padahal jumlah baris belanjanya"
    " Rp {dihitung}: selisih Rp {selisih}. Periksa apakah ada baris yang hilang, lalu unduh ulang;"
    " bila berkas ini memang sebagian, hapus baris totalnya.",
    "sipd_subtotal_beda": "{kode} tertulis Rp {tercatat}, padahal baris di bawahnya berjumlah"
    " Rp {dihitung}: selisih Rp {selisih}. Periksa apakah ada baris yang hilang.",
    "sipd_jumlah_bagian": "Baris jumlah tertulis Rp {nilai}, tidak sama dengan baris di atasnya."
    " Periksa apakah ada baris yang hilang.",
    "sipd_tanpa_rincian": "{kode} berjumlah tetapi tanpa rincian rekening di bawahnya. Unduh"
    " rincian belanja yang lengkap.",
}

_DAFTAR = {
    "tematik_kolom_kurang": "Daftar subkegiatan tematik memerlukan kolom kode dan nama, atau kolom"
    " SUBKEGIATAN. Yang ditemukan: {kepala}.",
    "tematik_kode": "“{isi}” bukan kode subkegiatan. Tulis misalnya 1.02.02.2.02.0001.",
    "tematik_tingkat": "Tingkat “{isi}” tidak dikenal. Tulis provinsi atau kabupaten.",
    "tematik_tingkat_beda": "Tingkat {tertulis} tidak sesuai dengan kode {kode}, yang milik"
    " {menurut_kode}. Perbaiki salah satunya.",
    "tematik_ganda": "Kode {kode} tingkat {tingkat} sudah ada di baris {baris}. Sisakan satu.",
    "tematik_tanpa_nama": "Nama subkegiatan kosong. Isi namanya.",
    "tematik_tanpa_tanda": "{jumlah} subkegiatan tanpa tanda STUNTING dilewati.",
    "tematik_kosong": "Tidak ada subkegiatan bertanda STUNTING dalam berkas ini. Periksa kolom TAG.",
    "akun_kolom_kurang": "Daftar kode rekening memerlukan kolom kode dan uraian. Yang ditemukan:"
    " {kepala}.",
    "akun_kode": "“{isi}” bukan kode rekening. Tulis misalnya 5.1.02.01.01.0052.",
    "akun_tingkat_beda": "Tingkat tertulis {tertulis}, menurut kodenya {menurut_kode}. Perbaiki"
    " salah satunya.",
    "akun_ganda": "Kode {kode} sudah ada di baris {baris}. Sisakan satu.",
    "akun_bukan_belanja": "{jumlah} kode rekening di luar belanja (5) dilewati.",
    "akun_kosong": "Tidak ada kode rekening belanja dalam berkas ini. Periksa kolom kodenya.",
    "akun_tanpa_nama": "Nama rekening kosong. Isi namanya.",
}

SENTENCES: dict[str, str] = {**_BERKAS, **_KODE, **_BARIS, **_JUMLAH, **_DAFTAR}
