"""Kalimat temuan saat membaca tabel: apa yang terjadi, lalu apa yang perlu dilakukan."""

_BERKAS = {
    "berkas_tidak_ada": "Berkas tidak ditemukan. Periksa nama dan foldernya.",
    "berkas_kosong": "Berkas kosong. Periksa apakah berkas terkirim utuh, lalu ulangi.",
    "berkas_terlalu_besar": "Berkas lebih besar dari {batas_mb} MB. Pecah berkas per kecamatan"
    " atau per bulan, lalu impor satu per satu.",
    "berkas_mengembang": "Isi berkas jauh lebih besar daripada ukurannya ({ukuran_mb} MB setelah"
    " dibuka). Salin isinya ke buku kerja baru, simpan, lalu ulangi.",
    "berkas_berkata_sandi": "Berkas dikunci dengan kata sandi. Simpan ulang tanpa kata sandi.",
    "berkas_bukan_tabel": "Isi berkas ini bukan tabel Excel atau CSV, apa pun akhiran namanya. Buka"
    " tabelnya di Excel, lalu simpan sebagai .xlsx atau .csv.",
    "berkas_bukan_teks": "Berkas ini bukan teks CSV yang terbaca. Simpan ulang sebagai .xlsx atau"
    " CSV UTF-8.",
    "berkas_tanpa_lembar": "Buku kerja ini tidak memuat lembar tabel, hanya grafik atau sejenisnya."
    " Simpan ulang tabelnya sebagai .xlsx.",
    "berkas_berisi_nik": "Kolom ini memuat nomor seperti NIK. NIK dan nama anak tidak boleh masuk ke"
    " sini. Hapus kolomnya, atau gunakan ekspor e-PPGBM per nama, yang hanya dihitung.",
    "berkas_xls": "Berkas dalam format Excel lama (.xls) atau dikunci kata sandi. Buka di Excel,"
    " lalu simpan sebagai .xlsx tanpa kata sandi.",
    "berkas_rusak": "Berkas rusak dan tidak dapat dibaca. Buka di Excel, simpan ulang sebagai"
    " .xlsx, lalu ulangi.",
    "berkas_memori": "Membaca berkas ini memerlukan memori melebihi batas. Salin bagian yang"
    " berisi data saja ke buku kerja baru.",
    "berkas_waktu": "Membaca berkas ini melebihi {batas_s} detik. Salin bagian yang berisi data"
    " saja ke buku kerja baru, atau pecah berkasnya.",
    "berkas_lembar_terlalu_banyak": "Buku kerja memuat lebih dari {batas} lembar. Sisakan lembar"
    " yang diimpor.",
    "berkas_baris_terlalu_banyak": "Ada isi melewati baris {batas}. Hapus isi yang tersesat jauh"
    " di bawah tabel, atau pecah berkasnya.",
    "berkas_kolom_terlalu_banyak": "Ada isi melewati kolom ke-{batas}. Hapus isi yang tersesat"
    " jauh di kanan tabel.",
    "berkas_sel_terlalu_banyak": "Jumlah sel yang terisi melebihi batas. Pecah berkasnya.",
    "sel_terlalu_panjang": "Isi sel terlalu panjang. Periksa apakah tanda kutip penutup hilang.",
    "csv_tanda_kutip": "Tanda kutip pada baris CSV ini tidak berpasangan. Perbaiki barisnya, atau"
    " simpan ulang dari Excel.",
    "rumus_tanpa_nilai": "{jumlah} sel berisi rumus yang belum dihitung dan terbaca kosong. Buka"
    " di Excel, simpan, lalu impor lagi bila sel itu diperlukan.",
}

_SUSUNAN = {
    "layout_tak_dikenal": "Susunan tabel tidak dikenali. Kepala kolom yang ditemukan: {kepala}."
    " Yang dikenal: rekap e-PPGBM (kelompok TB/U), tabel polos (kode, nama, sasaran,"
    " sangat_pendek, pendek, normal, tinggi), Open Data Jabar, dan e-PPGBM per nama. Samakan kepala"
    " kolomnya, atau tentukan arti kolomnya di halaman Data masuk.",
    "lembar_ganda": "Lebih dari satu lembar berisi pengukuran: {lembar}. Sisakan satu lembar.",
    "lembar_diabaikan": "Lembar lain tidak dibaca: {lembar}.",
    "kolom_ganda": "Kolom {kolom} ada dua kali. Hapus atau ganti nama salah satunya.",
    "kolom_diabaikan": "Kolom yang tidak dipakai: {kolom}.",
    "baris_kolom_lebih": "Baris ini berisi {isi} kolom, kepala tabel hanya {kolom}: isinya mungkin"
    " tergeser. Periksa pemisah dan tanda kutip pada baris ini.",
    "baris_sesudah_jumlah": "Ada baris data sesudah baris JUMLAH. Pindahkan ke atas JUMLAH, atau"
    " hapus.",
    "tanpa_baris": "Tidak ada baris data di bawah kepala tabel. Periksa lembar dan periodenya.",
    "tanpa_angka": "Tidak ada satu pun angka di bawah kepala tabel: semua sel kosong atau berupa"
    " rumus yang belum dihitung. Isi angkanya, buka dan simpan di Excel, lalu ulangi.",
    "bulan_ganda": "Berkas memuat beberapa bulan pengukuran: {bulan}. Sebutkan periodenya.",
    "tahun_ganda": "Berkas memuat beberapa tahun: {tahun}. Sebutkan periodenya.",
    "tahun_beda": "Berkas memuat tahun {tahun}, bukan {diminta}. Periksa berkas atau periodenya.",
    "periode_beda": "Judul berkas menyebut {tertulis}, sedangkan periode yang dipilih {diminta}."
    " Pastikan periodenya benar.",
    "satuan_lain": "Satuan “{isi}” bukan jumlah anak. Ambil data berjumlah anak.",
}

_ANGKA = {
    "angka_tak_terbaca": "“{isi}” bukan angka. Tulis bilangan bulat, atau kosongkan bila belum ada"
    " data.",
    "angka_negatif": "“{isi}” negatif. Jumlah anak tidak dapat kurang dari 0; perbaiki selnya.",
    "angka_pecahan": "“{isi}” berpecahan. Jumlah anak harus bilangan bulat; perbaiki selnya.",
    "angka_persen": "“{isi}” berupa persen. Isi dengan jumlah anak; persentase dihitung aplikasi.",
    "angka_tanggal": "“{isi}” terbaca sebagai tanggal. Ubah format sel menjadi angka, lalu isi"
    " ulang.",
    "angka_rancu": "“{isi}” dapat dibaca sebagai ribuan atau pecahan. Tulis tanpa koma.",
    "angka_terlalu_besar": "“{isi}” terlalu besar untuk jumlah anak. Perbaiki selnya.",
    "jumlah_kelas_beda": "Kolom {ukuran} tertulis {tercatat}, padahal jumlah kelasnya {dihitung}."
    " Perbaiki angka yang salah.",
    "jumlah_total_beda": "Baris JUMLAH tertulis {tercatat}, padahal jumlah barisnya {dihitung}."
    " Periksa apakah ada baris yang hilang atau angka yang berubah.",
    "stunting_lebih_dari_diukur": "Anak stunting ({stunting}) lebih banyak daripada anak diukur"
    " ({diukur}). Perbaiki angka yang salah.",
    "diukur_termasuk_pencilan": "Anak diukur tertulis {tercatat} karena pencilan ikut dihitung;"
    " yang dipakai {dihitung}, tanpa pencilan.",
    "diukur_lebih_dari_sasaran": "{nama} ({kode}): {diukur} anak diukur dari {sasaran} sasaran,"
    " lebih dari 100 %. Angka dipakai apa adanya; periksa sasarannya.",
    "penyebut_kecil": "{nama} ({kode}): hanya {diukur} anak diukur (kurang dari {batas});"
    " prevalensinya belum dapat disimpulkan.",
    "deret_putus": "{nama} ({kode}): {ukuran} {sebelum} pada periode sebelumnya, kini {sekarang}."
    " Pastikan kepada puskesmas sebelum dipakai.",
    "unit_tanpa_data": "{jumlah} baris tanpa data (“-” atau kosong), antara lain baris {baris};"
    " dicatat belum ada data, bukan 0.",
    "sel_kosong": "{jumlah} sel kosong di baris yang berisi; dicatat belum ada data, bukan 0.",
}

_WILAYAH = {
    "wilayah_perlu": "Berkas ini tidak memuat kode. Sebutkan wilayahnya (kode kabupaten/kota) agar"
    " nama dapat dicocokkan.",
    "wilayah_tak_dikenal": "Wilayah {kode} belum ada dalam daftar. Impor daftar wilayah dahulu.",
    "kabupaten_beda": "Baris ini menyebut kabupaten/kota lain, bukan {wilayah}. Periksa berkas atau"
    " wilayah yang dipilih.",
    "kode_kosong": "Kode kosong. Isi kode Kemendagri, misalnya 32.08.01.2001.",
    "kode_rusak": "Kode “{isi}” kehilangan angka, mungkin oleh Excel. Yang mungkin dimaksud:"
    " {calon}. Ubah format kolom menjadi teks, lalu tulis kode yang benar.",
    "kode_terbaca_tanggal": "Kode “{isi}” terbaca Excel sebagai tanggal. Ubah format kolom menjadi"
    " teks, lalu tulis ulang kodenya.",
    "kode_tidak_dikenal": "“{isi}” bukan kode Kemendagri. Tulis bertitik, misalnya 32.08.01.2001.",
    "kode_tanpa_titik": "Kode “{isi}” tanpa titik: dapat berarti kode BPS, yaitu wilayah lain. Bila"
    " ini kode Kemendagri, tulis {calon}; bila kode BPS, namai kolomnya kode_bps.",
    "kode_diperbaiki": "Kode “{isi}” dibaca {kode}. Periksa, dan simpan kolom kode sebagai teks.",
    "kode_tak_dikenal": "Kode {kode} ({nama}) tidak ada dalam daftar wilayah. Nama yang mirip:"
    " {dekat}. Perbaiki kodenya, atau perbarui daftar wilayah.",
    "kode_bps_tanpa_padanan": "Berkas memakai kode BPS, sedangkan tabel padanan belum ada. Impor"
    " tabel padanan BPS-Kemendagri dahulu.",
    "kode_bps_tak_berpadanan": "Kode BPS {isi} ({nama}) tidak ada dalam tabel padanan. Tambahkan"
    " pada tabel padanan, atau isi kolom kode.",
    "kode_bps_rancu": "Kode BPS {isi} berpadanan dengan beberapa wilayah: {calon}. Isi kolom kode.",
    "di_luar_wilayah": "Kode {kode} ({nama}) di luar wilayah {wilayah}. Hapus barisnya, atau pilih"
    " wilayah yang benar.",
    "di_luar_masa_berlaku": "{nama} ({kode}) berlaku {sejak} sampai {sampai}, di luar periode"
    " {periode}. Periksa apakah wilayah ini sudah berubah.",
    "nama_beda": "Kode {kode} bernama {nama_resmi} dalam daftar, tertulis {nama} di"
    " berkas. Pastikan"
    " kodenya benar; yang dipakai kodenya.",
    "nama_tak_aman": "Nama memuat tanda yang tidak boleh dipakai: {tanda}. Perbaiki namanya.",
    "nama_terlalu_panjang": "Nama sepanjang {panjang} huruf, batasnya {batas}. Perbaiki namanya.",
    "nama_kosong": "Nama kosong. Isi namanya.",
    "unit_kosong": "Baris berisi angka tanpa kode dan tanpa nama. Isi kodenya, atau hapus"
    " barisnya.",
    "nama_tak_dikenal": "{nama} (kecamatan {kecamatan}) tidak ada dalam daftar. Nama yang mirip:"
    " {dekat}. Perbaiki namanya, atau pastikan lewat berkas pemetaan.",
    "nama_rancu": "{nama} (kecamatan {kecamatan}) berarti lebih dari satu wilayah:"
    " {calon}. Pastikan"
    " lewat berkas pemetaan.",
    "kecamatan_tak_dikenal": "Kecamatan {nama} ({jumlah} baris) tidak ada di wilayah ini. Nama yang"
    " mirip: {dekat}. Perbaiki namanya, atau pastikan lewat berkas pemetaan.",
    "kecamatan_rancu": "Kecamatan {nama} ({jumlah} baris) ada di beberapa tempat: {dekat}. Pilih"
    " wilayah satu kabupaten, atau pastikan lewat berkas pemetaan.",
    "puskesmas_baru": "Puskesmas {nama} (kecamatan {kecamatan}) belum dikenal. Yang mirip: {dekat}."
    " Izinkan puskesmas baru (--puskesmas-baru), atau pastikan lewat berkas pemetaan.",
    "puskesmas_mirip": "Puskesmas {nama} akan dibuat baru, padahal ada yang mirip: {dekat}. Bila"
    " sama, pastikan lewat berkas pemetaan.",
    "unit_ganda": "{nama} ({kode}) sudah ada di baris {baris}. Sisakan satu baris.",
    "tingkat_campur": "Tingkat wilayah bercampur, mulai baris: {tingkat}. Satu berkas harus satu"
    " tingkat. Pisahkan barisnya per tingkat.",
    "unit_tidak_tercantum": "{jumlah} {tingkat} di wilayah ini tidak tercantum dalam berkas, antara"
    " lain {contoh}.",
    "pemetaan_kolom_kurang": "Berkas pemetaan memerlukan kolom kecamatan_berkas,"
    " nama_berkas, kode.",
    "pemetaan_ganda": "{nama} dipetakan ke dua kode. Sisakan satu.",
    "pemetaan_kode_tak_dikenal": "{nama} dipetakan ke {kode}, yang tidak ada di wilayah ini."
    " Perbaiki berkas pemetaan.",
}

_PER_NAMA = {
    "nama_kolom_kurang": "Daftar per nama memerlukan kolom NIK, Kec, Desa/Kel, Tanggal Pengukuran,"
    " dan TB/U atau ZS TB/U. Data anak tidak dibaca lebih lanjut. Ekspor ulang dengan kolom itu.",
    "urutan_tanggal_campur": "Tanggal pengukuran bercampur antara hari-bulan dan bulan-hari."
    " Samakan penulisannya.",
    "urutan_tanggal_dugaan": "Urutan tanggal pengukuran tidak dapat dipastikan; dibaca hari lalu"
    " bulan. Periksa bulannya.",
    "tanggal_tak_terbaca": "Tanggal pengukuran tidak terbaca. Perbaiki selnya.",
    "tbu_tak_terbaca": "TB/U atau ZS TB/U tidak terbaca. Perbaiki selnya.",
    "nama_berisi_angka": "Nama wilayah berisi deretan angka: isi baris mungkin tergeser. Periksa"
    " barisnya.",
    "nik_dibulatkan": "NIK di berkas ini sudah dibulatkan Excel, sehingga anak yang tercatat dua"
    " kali tidak dapat dikenali. Ekspor ulang dengan kolom NIK sebagai teks.",
    "anak_tanpa_tbu": "{jumlah} anak tanpa TB/U tidak dihitung sebagai diukur.",
    "anak_tanpa_nik": "{jumlah} anak tanpa NIK 16 angka dihitung satu per baris.",
    "anak_berulang": "{jumlah} catatan berulang (NIK sama pada bulan yang sama); yang terakhir"
    " dipakai.",
    "anak_bulan_lain": "{jumlah} anak diukur di luar {periode} tidak dihitung.",
}

_DAFTAR_DAN_SURVEI = {
    "daftar_kolom_kurang": "Daftar wilayah memerlukan kolom kode dan nama. Yang ditemukan:"
    " {kepala}.",
    "kode_ganda": "Kode {kode} sudah ada di baris {baris}. Sisakan satu.",
    "tingkat_beda": "Tingkat {kode} tertulis {isi}, menurut kodenya {tingkat}. Perbaiki salah"
    " satunya.",
    "induk_beda": "Induk {kode} tertulis {isi}, tidak sesuai kodenya. Perbaiki salah satunya.",
    "induk_tidak_ada": "{jumlah} wilayah induk tidak ada dalam daftar ini, antara lain {contoh};"
    " harus sudah ada sebelumnya.",
    "padanan_kolom_kurang": "Tabel padanan memerlukan kolom kode_bps dan kemendagri_code. Yang"
    " ditemukan: {kepala}.",
    "kode_bps_rusak": "“{isi}” bukan kode BPS (2, 4, 7, atau 10 angka). Perbaiki selnya.",
    "padanan_ganda": "Kode BPS {kode} berpadanan dengan dua wilayah: {calon}. Sisakan satu.",
    "padanan_kosong": "{jumlah} baris padanan tanpa pasangan dilewati.",
    "padanan_berbagi": "{jumlah} kode BPS berbagi satu kode Kemendagri. Periksa apakah desanya"
    " pernah digabung.",
    "survei_kolom_kurang": "Berkas survei memerlukan kolom kode, tahun, sumber,"
    " prevalensi_pct. Yang"
    " ditemukan: {kepala}.",
    "survei_tingkat": "Kode {kode} bukan kabupaten/kota atau provinsi. Survei hanya sampai"
    " kabupaten/kota. Hapus barisnya, atau tulis kode kabupaten/kotanya.",
    "survei_ganda": "{kode} tahun {tahun} sudah ada di baris {baris} dari sumber yang sama. Sisakan"
    " satu.",
    "tahun_tak_terbaca": "“{isi}” bukan tahun. Tulis empat angka.",
    "tahun_belum_tiba": "Tahun {isi} belum tiba. Perbaiki tahunnya.",
    "sumber_kosong": "Nama survei kosong. Isi, misalnya SSGI atau SKI.",
    "persen_di_luar_batas": "{nilai} di luar 0 sampai 100 persen. Perbaiki selnya.",
    "persen_seperti_pecahan": "{nilai} persen sangat kecil; mungkin pecahan dari Excel (0,227"
    " berarti 22,7 persen). Pastikan.",
    "prevalensi_kosong": "Prevalensi kosong. Isi, atau hapus barisnya.",
    "selang_terbalik": "Batas bawah {bawah}, prevalensi {prevalensi}, batas atas {atas} tidak"
    " berurutan. Perbaiki.",
    "temuan_lain": "Masih ada {jumlah} temuan lain berjenis {kode}.",
}

SENTENCES: dict[str, str] = {
    **_BERKAS,
    **_SUSUNAN,
    **_ANGKA,
    **_WILAYAH,
    **_PER_NAMA,
    **_DAFTAR_DAN_SURVEI,
}
