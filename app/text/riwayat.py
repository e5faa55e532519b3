"""Words of the history: what was changed, in which row, from what to what."""

INTRO = (
    "Setiap perubahan tercatat sendiri oleh basis data dan tidak dapat dihapus: siapa, kapan, "
    "sebelum, dan sesudah. Impor tercatat satu kali sebagai satu berkas."
)
NONE_TITLE = "Tidak ada perubahan yang cocok"
NONE = "Perlebar tanggal, atau pilih wilayah, jenis data, dan orang yang lain."
FILTER_TABLE, FILTER_ACTOR = "Jenis data", "Orang"
FILTER_SINCE, FILTER_UNTIL = "Dari tanggal", "Sampai tanggal"
ALL = "Semua"
CHOOSE = "Pilih"
DATE_FORMAT_HINT = "hari/bulan/tahun"
FOUND = "{count} perubahan"
PAGE = "Halaman {page} dari {pages}"
NEWER, OLDER = "Lebih baru", "Lebih lama"
DOWNLOAD = "Unduh Excel"
FILE_NAME = "riwayat-{code}"
SHEET = "Riwayat"
ONE_ROW = "{table}: {subject}"
MANY_ROWS = "{count} baris"
TABLE_COUNT = "{table} ({count})"
HINT = "Pilih satu baris untuk melihat rinciannya dan, bila diizinkan, memulihkannya."
DETAIL_TITLE = "Rincian perubahan {when} oleh {who}"
MORE_ROWS = "Ditampilkan {shown} dari {count} baris; unduh Excel untuk semuanya."
COLUMNS = {
    "at": "Waktu ({zone})",
    "who": "Oleh",
    "table": "Jenis data",
    "subject": "Baris",
    "action": "Tindakan",
    "before": "Sebelum",
    "after": "Sesudah",
    "region": "Wilayah",
    "change": "Nomor simpanan",
}
NOTE_REGION, NOTE_TABLE, NOTE_ACTOR, NOTE_DATES = "Wilayah", "Jenis data", "Orang", "Tanggal"
NOTE_DATES_VALUE = "{since} sampai {until}"
NOTE_CHANGE = (
    "Nomor simpanan",
    "nomor satu kali simpan; baris dengan nomor yang sama disimpan bersama oleh orang yang sama",
)
NOTE_LIMIT, NOTE_MADE = "Batas", "Dibuat"
LIMIT_RULE = "paling banyak 20.000 baris terbaru"
ACTIONS = {"tambah": "ditambah", "ubah": "diubah", "hapus": "dihapus"}
TABLES = {
    "isian": "Isian desa",
    "pengukuran": "Pengukuran balita",
    "survei": "Survei",
    "wilayah": "Wilayah",
    "batas": "Batas wilayah",
    "wilayah_kerja": "Wilayah kerja puskesmas",
    "pemetaan_nama": "Padanan nama",
    "kumpulan_data": "Kumpulan data",
    "batch": "Impor",
    "sumber": "Sumber data",
    "periode": "Periode",
    "identitas": "Jati diri basis data",
    "tahapan": "Tahapan",
    "langkah_tahapan": "Langkah tahapan",
    "pengecualian_gerbang": "Izin jalan terus",
    "pernyataan": "Pernyataan Bappeda",
    "pengaturan": "Pengaturan daerah",
    "perangkat_daerah": "Perangkat daerah",
    "penanggung_jawab": "Penanggung jawab butir",
    "pengguna": "Akun",
    "peran_pengguna": "Peran",
    "lampiran": "Lampiran",
    "tata_letak": "Tata letak berkas",
    "target": "Target",
    "masalah": "Masalah",
    "lokus": "Lokus",
    "potret_anggaran": "Potret anggaran",
    "skpd": "SKPD menurut SIPD",
    "subkegiatan": "Subkegiatan",
    "belanja": "Belanja",
    "penandaan": "Penandaan",
    "biaya_satuan": "Biaya satuan",
    "program_mitra": "Program desa dan mitra",
    "subkegiatan_tematik": "Subkegiatan tematik",
    "akun_belanja": "Kode rekening",
    "rembuk": "Rapat",
    "peserta_rembuk": "Peserta rapat",
    "prioritas_rembuk": "Layanan prioritas rapat",
    "komitmen": "Komitmen",
    "apresiasi": "Apresiasi",
    "koreksi_rapat": "Koreksi dalam rapat",
    "usulan": "Usulan",
    "tempat_usulan": "Tempat usulan",
    "bahasan_usulan": "Pembahasan usulan",
    "tautan_usulan": "Tautan usulan ke belanja",
    "hasil_penilaian": "Hasil penilaian",
    "klarifikasi_penilaian": "Klarifikasi penilaian",
    "penahanan_publikasi": "Penahanan publikasi",
    "regulasi": "Regulasi",
    "publikasi": "Publikasi",
    "fasilitas": "Fasilitas kesehatan",
    "naskah_presentasi": "Naskah presentasi",
}
# Names of what changed inside a row; what is not here keeps the schema's own words.
FIELDS = {
    "value": "nilai",
    "state": "keadaan",
    "note": "catatan",
    "reason": "alasan",
    "agency": "perangkat",
    "name": "nama",
    "role": "peran",
    "active": "boleh masuk",
    "must_change": "sandi harus diganti",
    "position": "jabatan",
    "status": "status",
    "row_count": "baris",
    "file_name": "berkas",
    "size_bytes": "besar (bita)",
    "sasaran_jiwa": "sasaran",
    "sangat_pendek_jiwa": "sangat pendek",
    "pendek_jiwa": "pendek",
    "normal_jiwa": "normal",
    "tinggi_jiwa": "tinggi",
    "outlier_jiwa": "pencilan",
    "stunting_jiwa": "stunting",
    "diukur_jiwa": "diukur",
    "bulan_hari": "bulan-hari",
    "amount_idr": "bagian (Rp)",
    "total_idr": "jumlah (Rp)",
    "realisation_idr": "realisasi (Rp)",
    "realisation_june_idr": "realisasi s.d. Juni (Rp)",
    "realisation_december_idr": "realisasi s.d. Desember (Rp)",
    "unit_price_idr": "harga satuan (Rp)",
    "cost_idr": "biaya satuan (Rp)",
    "class_name": "klasifikasi",
    "score": "nilai",
    "source": "sumber",
    "dated_on": "tanggal",
    "published_on": "tanggal terbit",
    "link": "tautan",
    "stage": "tahapan",
    "statement": "isi",
    "answer": "jawaban",
    "slides": "lembar",
    "title": "judul",
    "subject": "tentang",
    "number": "nomor",
    "target_group": "kelompok sasaran",
    "kind": "jenis",
    "review": "reviu camat",
    "review_note": "catatan camat",
    "is_marked": "terkait stunting",
    "is_divided": "dibagi rata",
}
FIELD = "{name}: {value}"
JOIN = "; "
EMPTY = "kosong"
EMPTY_CELL = "belum diketahui"
YES, NO = "ya", "tidak"
UNCHANGED = "tanpa perubahan yang tampak"
SUBJECT_JOIN = " · "
YEAR = "tahun {year}"
PARTY = "bagian {agency}"
PREVALENCE = "Prevalensi stunting"
SNAPSHOTS = {
    "rencana": "Rencana anggaran",
    "murni": "APBD murni",
    "perubahan": "APBD perubahan",
}
MEETINGS = {
    "rembuk": "Rembuk stunting",
    "pra-musrenbang": "Pra-musrenbang",
    "rapat-ansit": "Rapat analisis situasi",
}
RESULTS_OF_YEAR = {"simulasi": "Simulasi penilaian", "resmi": "Hasil resmi"}
BUDGET_YEAR = "tahun anggaran {year}"
BUDGET_LINE = "belanja nomor {number}"
SETTING_LETTERHEAD = "Kop surat"
SETTING_RUBRIC = "Rubrik penilaian"
SETTING_DEADLINE = "Batas waktu {stage}"

REVERT = "Pulihkan"
REVERT_ASK = (
    "Kembalikan baris ini ke keadaan sebelum perubahan itu? Pemulihan tercatat sebagai perubahan "
    "baru; riwayat yang lama tetap ada."
)
REVERT_TO = "{subject} menjadi: {value}"
REVERT_YES = "Ya, pulihkan"
REVERT_GONE = "baris ini dihapus kembali"
RESULTS = {
    "dipulihkan": "Sudah dipulihkan. Pemulihannya tercatat sebagai perubahan baru.",
    "berubah_lagi": (
        "Tidak ada yang dipulihkan: baris ini sudah diubah lagi sesudahnya. Lihat perubahan "
        "terbarunya, lalu pulihkan yang itu bila masih perlu."
    ),
    "terkunci": (
        "Tidak ada yang dipulihkan: tahapan baris ini sudah diajukan atau disetujui. Mintalah "
        "tahapannya dikembalikan atau dibuka kembali dulu."
    ),
    "bagian_impor": (
        "Tidak ada yang dipulihkan: baris ini bagian dari satu impor. Tarik impornya secara utuh "
        "di halaman Data masuk."
    ),
    "tak_dapat": "Baris ini tidak dapat dipulihkan satu per satu.",
}
FORBIDDEN = (
    "Tidak ada yang dipulihkan: peran Anda tidak mencakup baris ini. Mintalah operator bagian itu "
    "atau Bappeda."
)
