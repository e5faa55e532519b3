"""Words of handing in a budget and its lists, and of pairing SKPD with agencies."""

SNAPSHOTS = {
    "rencana": "rencana tahun depan (RKPD)",
    "murni": "APBD murni",
    "perubahan": "APBD perubahan",
}
SNAPSHOT_OPTIONS = {
    "murni": "APBD murni",
    "perubahan": "APBD perubahan",
    "rencana": "Rencana tahun depan",
}

HELP_IMPORT_BUDGET = "APBD dari SIPD: rincian belanja satu potret (Excel, CSV, JSON)."
HELP_IMPORT_THEMATIC = "Daftar subkegiatan bertema stunting, untuk semua wilayah."
HELP_IMPORT_ACCOUNTS = "Kode rekening belanja dan namanya."
HELP_OWNER = "Kode kabupaten/kota atau provinsi pemilik anggaran, misalnya 32.08."
HELP_YEAR = "Tahun anggaran, misalnya 2026."
HELP_SNAPSHOT = "Potret anggaran: murni, perubahan, atau rencana."
HELP_NOMENCLATURE = "Versi nomenklatur, misalnya 900.1-861/2026."
AGENCY_LINE = (
    "{name} [{agency}]: {line_count} baris, {total}; {new} baru, {changed} berubah, {gone} hilang, "
    "{same} tetap; {lost_tags} tanda lepas."
)
CHECKED_BUDGET = "Diperiksa: {rows} baris belanja, {total}."
SAVED_BUDGET = "Tersimpan: {rows} baris belanja, {total}."
UNCHANGED_BUDGET = "Isi berkas sama dengan yang tersimpan. Tidak ada baris yang berubah."
CARRIED = "Terbawa dari potret sebelumnya: {lines} baris dengan {tags} tanda."
SAVED_THEMATIC = "Tersimpan: {rows} subkegiatan bertema stunting."
CHECKED_THEMATIC = "Diperiksa: {rows} subkegiatan bertema stunting."
SAVED_ACCOUNTS = "Tersimpan: {rows} kode rekening."
CHECKED_ACCOUNTS = "Diperiksa: {rows} kode rekening."
UNCHANGED_LIST = "Isi daftar sama dengan yang tersimpan. Tidak ada yang berubah."

OWNER_LABEL = "Anggaran milik"
SNAPSHOT_LABEL = "Potret anggaran"
SNAPSHOT_HELP = (
    "Satu tahun anggaran punya tiga potret: rencana (ditandai Juli tahun sebelumnya), APBD murni "
    "(Januari-Februari), dan APBD perubahan (Oktober)."
)
YEAR_LABEL = "Tahun anggaran"
NOMENCLATURE_LABEL = "Nomenklatur (boleh kosong)"
NOMENCLATURE_HINT = "mis. 900.1-861/2026"
NOMENCLATURE_HELP = "Keputusan Mendagri yang dipakai kode subkegiatan di berkas ini."
FILE_KINDS = "Excel (.xlsx), CSV, atau JSON dari SIPD"
REFUSED = (
    "Anggaran wilayah ini dimasukkan Bappeda-nya, atau operator perangkat untuk belanjanya "
    "sendiri. Tidak ada yang disimpan."
)
LINK_TAGGING = "Tandai belanjanya"
LINK_BUDGET = "Lihat anggaran"
SAVED = (
    "Tersimpan sebagai impor nomor {batch}: {rows} baris; {new} baru, {changed} berubah angka, "
    "{gone} dihapus."
)
SAVED_LIST = "Daftar tersimpan: {rows} baris."

SUMS = {
    "rows": "Baris belanja",
    "total_idr": "Jumlah",
    "agencies": "SKPD",
}
DIFFERENCE = (
    "Dibandingkan dengan yang tersimpan: {new} baris baru, {changed} berubah angka, {refreshed} "
    "hanya berubah keterangan atau realisasi, {gone} akan dihapus, {same} tetap."
)
AGENCIES_TITLE = "Artinya bagi tiap SKPD"
AGENCIES_HINT = (
    "Berkas ini mengganti belanja SKPD di atas pada potret yang dipilih; SKPD lain tidak disentuh. "
    "Baris yang tetap mempertahankan tandanya. Baris yang berubah angka perlu ditandai lagi."
)
UNPAIRED = "belum dipasangkan"
AGENCY_COLUMNS = {
    "name": "SKPD menurut berkas",
    "who": "Penanda",
    "line_count": "Baris",
    "total_idr": "Jumlah (Rp)",
    "before_idr": "Sekarang (Rp)",
    "new": "Baru",
    "changed": "Berubah",
    "gone": "Dihapus",
    "same": "Tetap",
    "lost_tags": "Tanda lepas",
}
LINE_COLUMNS = {
    "row": "Baris berkas",
    "skpd_name": "SKPD",
    "subkegiatan_code": "Kode subkegiatan",
    "subkegiatan_name": "Subkegiatan",
    "account_code": "Kode rekening",
    "description": "Uraian",
    "volume": "Volume",
    "unit": "Satuan",
    "unit_price_idr": "Harga satuan (Rp)",
    "total_idr": "Jumlah (Rp)",
}
LIST_COLUMNS = {"row": "Baris berkas", "kode": "Kode", "nama": "Nama"}

MEANINGS = {
    "kode": "Kode bertingkat",
    "kode_skpd": "Kode SKPD",
    "skpd": "Nama SKPD",
    "sub_unit": "Nama sub unit",
    "kode_program": "Kode program",
    "program": "Nama program",
    "kode_kegiatan": "Kode kegiatan",
    "kegiatan": "Nama kegiatan",
    "kode_subkegiatan": "Kode subkegiatan",
    "subkegiatan": "Nama subkegiatan",
    "sumber_dana": "Sumber dana",
    "kode_rekening": "Kode rekening",
    "rekening": "Nama rekening",
    "paket": "Paket belanja",
    "keterangan": "Keterangan belanja",
    "uraian": "Uraian",
    "komponen": "Nama komponen",
    "spesifikasi": "Spesifikasi",
    "koefisien": "Koefisien",
    "volume": "Volume",
    "satuan": "Satuan",
    "harga_satuan": "Harga satuan",
    "ppn": "PPN",
    "total": "Jumlah (sesudah)",
    "total_sebelum": "Jumlah sebelum perubahan",
    "realisasi": "Realisasi",
}
COLUMNS_NEED = (
    "Perlu: jumlah, subkegiatan, dan rekening; atau jumlah dan kode bertingkat (program, kegiatan, "
    "subkegiatan, rekening dalam satu kolom). Satu kolom hanya untuk satu arti."
)

PAIRS_TITLE = "Pasangan SKPD {name}"
PAIRS_INTRO = (
    "Nama SKPD menurut SIPD dipasangkan dengan perangkat yang menandai belanjanya. Sub unit dan "
    "UPTD boleh ikut perangkat induknya. Kosongkan pilihannya untuk melepas pasangan."
)
PAIRS_OPEN = "{count} SKPD belum dipasangkan: belanjanya belum dapat ditandai siapa pun."
PAIR_COLUMNS = {"name": "SKPD menurut SIPD", "agency": "Ditandai oleh"}
PAIR_AGENCY = "{name} ({code})"
PAIR_DISTRICT = "Kecamatan {name} ({code})"
PAIRS_SAVE = "Simpan pasangan ({count})"
PAIRS_SAVED = "{count} pasangan SKPD tersimpan."
PAIRS_REFUSED = "Pasangan SKPD hanya diatur Bappeda pemilik anggaran. Tidak ada yang diubah."
PAIR_CONFLICT = (
    "Pasangan {name} baru saja diubah orang lain. Periksa pasangannya sekarang, lalu ulangi bila "
    "perlu."
)

LIST_LABEL = "Daftar"
LISTS = {"tematik": "Subkegiatan bertema stunting", "akun": "Kode rekening belanja"}
LIST_REGION_LABEL = "Daftar milik"
LIST_REFUSED = "Daftar ini hanya diatur Bappeda. Tidak ada yang disimpan."
LIST_NATION, LIST_OWN = "nasional", "daerah"
THEMATIC_TITLE = "Subkegiatan bertema stunting yang berlaku"
THEMATIC_COUNTS = "{national} dari daftar nasional, {own} tambahan daerah ini."
THEMATIC_COLUMNS = {
    "code": "Kode",
    "name": "Subkegiatan",
    "level": "Tingkat",
    "owner": "Daftar",
    "nomenclature": "Versi",
}
THEMATIC_CODE, THEMATIC_NAME = "Kode subkegiatan", "Nama subkegiatan"
THEMATIC_CODE_HINT, THEMATIC_NAME_HINT = "mis. 1.02.02.2.02.0015", "Nama menurut nomenklatur"
THEMATIC_ADD = "Tambahkan"
THEMATIC_ADDED = "Subkegiatan ditambahkan ke daftar daerah ini."
THEMATIC_KNOWN = "Subkegiatan itu sudah ada di daftar daerah ini."
THEMATIC_WRONG = "Belum ditambahkan: isi kode yang hanya berupa angka dan titik, dan nama tanpa tanda < > { } ` $."
THEMATIC_OPTION = "{code} {name}"
THEMATIC_REMOVE_LABEL = "Keluarkan dari daftar daerah"
THEMATIC_REMOVE_HINT = "Pilih subkegiatan"
THEMATIC_REMOVE = "Keluarkan"
THEMATIC_REMOVED = "Subkegiatan dikeluarkan dari daftar daerah ini."
