"""Sentences for what the import of an entry workbook (analisis situasi, semester) finds."""

_MADE_ANEW = "Unduh templat yang baru dan pindahkan angkanya."

SENTENCES = {
    "ansit_bukan_templat": (
        "Berkas ini bukan templat isian kecamatan: lembar tersembunyinya tidak ada atau tidak "
        "dikenal. Unduh templatnya, salin angka Anda ke sana, lalu unggah berkas itu."
    ),
    "ansit_lembar_tersembunyi": (
        "Lembar tersembunyi templat ini sudah diubah, sehingga nilai semula tidak diketahui. "
        + _MADE_ANEW
    ),
    "ansit_templat_lama": ("Susunan butir templat ini bukan yang berlaku sekarang. " + _MADE_ANEW),
    "ansit_wilayah_lain": (
        "Berkas ini untuk kecamatan {kode}, sedangkan yang dibuka {diminta}. Buka kecamatan itu, "
        "atau unggah berkas kecamatan ini."
    ),
    "ansit_wilayah_tak_dikenal": (
        "Kecamatan {kode} tidak ada di basis data atau belum punya desa. Masukkan dulu daftar "
        "wilayahnya."
    ),
    "ansit_periode_tak_dikenal": (
        "Periode {periode} tidak dikenal untuk isian kecamatan. Pakai 2026 (analisis situasi), "
        "2026-S1, atau 2026-S2."
    ),
    "ansit_tanpa_lembar": (
        "Tidak ada lembar Puskesmas, PLKB, atau Setcam di berkas ini. Kembalikan nama lembarnya "
        "seperti di templat."
    ),
    "ansit_lembar_hilang": "Lembar {lembar} tidak ada di berkas ini dan tidak dibaca.",
    "ansit_lembar_asing": (
        "Lembar ini berisi kode desa tetapi bukan lembar templat. Hapus lembarnya, atau kembalikan "
        "namanya menjadi Puskesmas, PLKB, atau Setcam."
    ),
    "ansit_judul_hilang": (
        "Baris kode butir (diawali kata kode) tidak ditemukan, jadi lembar ini tidak dapat dibaca. "
        + _MADE_ANEW
    ),
    "ansit_judul_berubah": (
        "Judul kolom ini semula “{semula}”, sekarang “{isi}”. Kembalikan judulnya, dan pastikan "
        "angka di bawahnya tidak tertukar."
    ),
    "ansit_gabung": (
        "Sel {isi} digabung, sehingga tidak jelas angkanya milik desa atau butir yang mana. Batalkan "
        "penggabungannya, lalu isi tiap sel."
    ),
    "ansit_rumus": (
        "Sel {butir} untuk {desa} berisi rumus. Salin selnya, lalu tempel sebagai nilai."
    ),
    "ansit_kolom_lebih": (
        "Ada isi “{isi}” di kolom yang bukan bagian templat. Hapus isinya, atau pindahkan ke kolom "
        "yang benar."
    ),
    "ansit_baris_jumlah": "Baris jumlah tidak dibaca; jumlahnya dihitung aplikasi.",
    "ansit_kode_kosong": (
        "Kode desa baris ini kosong ({desa}). Isi kode Kemendagri-nya, atau kosongkan seluruh baris."
    ),
    "ansit_kode_rusak": ("“{isi}” bukan kode desa ({desa}). Salin kodenya kembali dari templat."),
    "ansit_desa_tak_dikenal": (
        "Kode {isi} ({desa}) tidak ada di daftar desa kecamatan ini. Perbaiki kodenya, atau "
        "perbarui dulu daftar wilayahnya."
    ),
    "ansit_desa_asing": (
        "Kode {isi} ({desa}) bukan desa kecamatan ini. Hapus barisnya; desa itu diisi di berkas "
        "kecamatannya."
    ),
    "ansit_desa_ganda": (
        "Desa {isi} sudah ada di baris {baris}. Sisakan satu baris untuk tiap desa."
    ),
    "ansit_desa_hilang": (
        "Desa {desa} ({kode}) tidak ada di lembar ini. Tambahkan kembali barisnya; biarkan selnya "
        "kosong bila belum diketahui."
    ),
    "ansit_nama_beda": (
        "Kode {kode} adalah desa {semula}, tertulis {isi}. Mungkin barisnya tergeser: cocokkan kode, "
        "nama, dan angkanya."
    ),
    "ansit_angka_tak_terbaca": (
        "“{isi}” bukan angka ({butir}, {desa}). Tulis bilangan bulat, atau kosongkan bila belum "
        "diketahui."
    ),
    "ansit_angka_negatif": ("“{isi}” kurang dari 0 ({butir}, {desa}). Tulis jumlah 0 atau lebih."),
    "ansit_angka_pecahan": (
        "“{isi}” berpecahan ({butir}, {desa}). Tulis jumlahnya sebagai bilangan bulat, bukan bagian "
        "atau persentase."
    ),
    "ansit_angka_persen": (
        "“{isi}” berupa persen ({butir}, {desa}). Tulis jumlahnya; persentase dihitung aplikasi."
    ),
    "ansit_angka_tanggal": (
        "“{isi}” terbaca sebagai tanggal ({butir}, {desa}). Ubah format selnya menjadi angka, lalu "
        "isi ulang."
    ),
    "ansit_angka_rancu": (
        "“{isi}” dapat dibaca sebagai ribuan atau pecahan ({butir}, {desa}). Tulis tanpa koma."
    ),
    "ansit_angka_terlalu_besar": (
        "“{isi}” terlalu besar untuk satu desa ({butir}, {desa}). Periksa angkanya."
    ),
    "ansit_bukan_bagian": (
        "{jumlah} sel di lembar {perangkat} diubah, padahal bagian itu bukan tugas Anda; yang pertama "
        "ditunjukkan di sini. Kembalikan nilainya seperti di templat, atau minta operator "
        "{perangkat} mengunggahnya."
    ),
    "ansit_bentrok": (
        "{butir} {desa}: di berkas {nilai}, padahal sejak templat diunduh sudah diubah orang lain "
        "menjadi {kini}. Tulis nilai yang benar di halaman Isian desa, atau unduh templat yang baru."
    ),
    "ansit_dikosongkan": (
        "{jumlah} sel yang semula terisi menjadi kosong (belum diketahui), antara lain {contoh}. "
        "Pastikan memang harus dikosongkan; bila jumlahnya nol, tulis 0."
    ),
    "ansit_tanpa_perubahan": "Isi berkas sama dengan yang sudah tersimpan.",
    "ansit_terkunci_diajukan": (
        "Bagian {perangkat} sudah diajukan, jadi tidak dapat diisi. Tarik ajuannya, atau minta "
        "verifikatornya mengembalikan di halaman Tahapan."
    ),
    "ansit_terkunci_terverifikasi": (
        "Bagian {perangkat} sudah terverifikasi, jadi tidak dapat diisi. Minta verifikatornya atau "
        "camat mengembalikan dengan catatan di halaman Tahapan."
    ),
    "ansit_terkunci_disetujui": (
        "Bagian {perangkat} sudah disetujui dan terkunci. Minta camat membukanya kembali dengan "
        "alasan di halaman Tahapan."
    ),
    "ansit_capaian_di_atas_sasaran": (
        "{desa}: {butir} {nilai}, lebih dari sasarannya, {pembanding} {batas}. Periksa keduanya; "
        "bila memang demikian, angka dipakai apa adanya dan ditandai."
    ),
    "ansit_bagian_di_atas_kelompok": (
        "{desa}: {butir} {nilai}, lebih dari {pembanding} {batas} yang memuatnya. Perbaiki angka "
        "yang salah."
    ),
    "ansit_bukan_nol_atau_satu": (
        "{desa}: {butir} {nilai}. Isi 1 bila desa ini melaksanakannya, 0 bila tidak."
    ),
    "ansit_berubah_terlalu_jauh": (
        "{desa}: {butir} {nilai}, pada periode pembandingnya {batas}. Pastikan angkanya benar."
    ),
    "ansit_semua_nol": (
        "{desa}: semua yang terisi bernilai 0, padahal sebelumnya ada {batas} butir di atas 0. Bila "
        "belum diketahui, kosongkan selnya."
    ),
    "ansit_diukur_melebihi_balita": (
        "{desa}: {butir} {nilai}, kurang dari {batas} balita yang diukur. Periksa sasarannya."
    ),
    "ansit_capaian_kosong": (
        "{butir} kosong di {jumlah} desa yang sasarannya ({pembanding}) terisi, antara lain baris "
        "{baris}. Tulis 0 bila memang tidak ada yang dilayani; kosong berarti belum diketahui."
    ),
    "ansit_sasaran_kosong": (
        "{butir} terisi di {jumlah} desa yang sasarannya ({pembanding}) belum diisi, antara lain "
        "baris {baris}. Cakupannya baru dapat dihitung setelah sasarannya ada."
    ),
}
