"""Words of the page Profil desa, in Bahasa Indonesia."""

CHOOSE_TITLE = "Pilih desa/kelurahan"
CHOOSE_INTRO = (
    "Profil memuat semua angka satu desa/kelurahan. Pilih di sini, di bilah samping, atau di peta."
)
CHOOSE_LABEL = "Desa/kelurahan di {name}"
CHOOSE = "Pilih"
NONE_HERE = "Belum ada desa/kelurahan di {name}. Bappeda memasukkannya lewat daftar wilayah."
NATION = "Pilih provinsi atau kabupaten/kota dulu."
PRINT_HINT = "Untuk mencetak: Ctrl+P di peramban, atau unduh Excel."

CARD_PREVALENCE = "Prevalensi"
CARD_STUNTED = "Balita stunting"
CARD_MEASURED = "Balita diukur"
CARD_SERVICES = "Layanan tercapai"
INTERVAL = "{interval}"
OF_ASSESSED = "dari {count} yang dinilai"
FEW = "terlalu sedikit untuk disimpulkan"
NO_FIGURE = "belum ada data"

INTERVAL_NOTE = "Di bawah prevalensi: selang 95 %."
TYPE_TITLE = "Jenis masalah dan alasannya"
TYPE_AGAINST = "Dinilai terhadap {name}, {origin}: {settings}."
NEEDS = "Masih perlu dijangkau: {needs}"
LOKUS_YES = "Lokus tahun {year} menurut SK {sk}"
LOKUS_NO = "Belum pernah ditetapkan sebagai lokus."

TREND_TITLE = "Perkembangan prevalensi"
TREND_NONE = "Belum ada pengukuran di desa/kelurahan ini."
SERVICES_TITLE = "Layanan ({period})"
SERVICES_NONE = "Belum ada isian layanan untuk desa/kelurahan ini pada periode ini."
STATUS_COUNTS = "{count} {status}"
SERVICE_COLUMNS = {
    "group": "Kelompok",
    "service": "Layanan",
    "status": "Status",
    "coverage": "Cakupan (%)",
    "target": "Target (%)",
    "counts": "Dilayani dari sasaran",
    "need": "Masih perlu dijangkau",
    "kecamatan": "{name} (%)",
    "kabupaten": "{name} (%)",
}
COUNTS = "{top} dari {bottom}"
COUNTS_NOBODY = "tidak ada sasaran"
TARGETS_TITLE = "Sasaran"
SUPPORT_TITLE = "Data dukung"
ITEM_COLUMNS = {"item": "Butir", "value": "Jumlah", "unit": "Satuan"}
BESIDE_TITLE = "Di samping desa/kelurahan lain"
BESIDE_INTRO = "Desa/kelurahan di kecamatan yang sama, kecamatannya, dan kabupaten/kotanya."
BESIDE_COLUMNS = {
    "name": "Wilayah",
    "prevalence": "Prevalensi (%)",
    "stunted": "Balita stunting",
    "measured": "Diukur",
    "reached": "Layanan mencapai target",
    "type": "Jenis masalah",
    "lokus": "Lokus",
}
THIS = "{name} (desa/kelurahan ini)"
REACHED = "{reached} dari {assessed}"
CAUSES_TITLE = "Masalah yang dicatat"
CAUSES_NONE = "Belum ada masalah yang dicatat untuk desa/kelurahan ini tahun {year}."

DOWNLOAD = "Unduh Excel"
FILE_NAME = "profil-{code}-{period}"
SHEET = "Profil desa"
HEADINGS = {
    "part": "Bagian",
    "code": "Kode",
    "item": "Butir",
    "unit": "Satuan",
    "value": "Jumlah",
    "denominator": "Dari (sasaran atau diukur)",
    "percent": "Persen",
    "target": "Target (%)",
    "status": "Keadaan",
    "need": "Masih perlu dijangkau",
    "kecamatan": "Kecamatan (%)",
    "kabupaten": "Kabupaten/kota (%)",
}
PART_MEASURED = "Pengukuran {period}"
PART_SERVICES = "Layanan"
PART_TARGETS = "Sasaran"
PART_SUPPORT = "Data dukung"
ROW_PREVALENCE = "Prevalensi stunting"
ROW_INTERVAL = "selang 95 % {interval}"
ROW_TYPE = "Jenis masalah"
ROW_LOKUS = "Lokus"
UNIT_CHILDREN = "anak"
NOTE_REASON = "Alasan jenis masalah"
