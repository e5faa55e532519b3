"""Words of the page Layanan tertinggal and its documents."""

LINK_PROBLEMS = "Buka Masalah dan usulan"

LAGGING_INTRO = (
    "Layanan yang ketercapaiannya terhadap target jauh di belakang layanan lain di wilayah yang "
    "sama: lebih dari {gap} poin di bawah median wilayahnya (bawaan Konvergensi)."
)
LAGGING_CARDS = ("Dinilai", "Tertinggal", "Median", "Belum dinilai")
LAGGING_CARD_HELP = (
    "Layanan dengan cakupan, target, dan arah yang jelas.",
    "Lebih dari {gap} poin di bawah median.",
    "Cakupan sebagai persen dari targetnya, nilai tengah semua layanan wilayah ini.",
    "Tanpa target, tanpa data, di atas 100 %, atau netral.",
)
LAGGING_FEW = (
    "Baru {count} layanan dapat dinilai di {name}; dari kurang dari {minimum} layanan, median belum "
    "dapat menjadi pembanding. Lengkapi target dan isian."
)
LAGGING_NONE = "Tidak ada layanan yang tertinggal dari layanan lain di {name}."
LAGGING_MIDYEAR = "Tengah tahun: angka Januari sampai Juni, disandingkan dengan target setahun."
LAGGING_COLUMNS = {
    "service": "Layanan",
    "mark": "Tertinggal",
    "coverage": "Cakupan (%)",
    "target": "Target (%)",
    "attained": "Ketercapaian (%)",
    "gap": "Selisih dari median (poin)",
    "status": "Status",
    "places": "Tempat yang tertinggal",
    "need": "Masih perlu dijangkau",
}
LAGGING_YES = "ya"
LAGGING_NO = "tidak"
LAGGING_UNJUDGED = "belum dinilai"
LAGGING_PLACES = "{lagging} dari {assessed} {level}"
LAGGING_ONLY = "Hanya yang tertinggal"
DETAIL_TITLE = "Di mana dan mengapa"
DETAIL_SERVICE = "Layanan"
DETAIL_ITEMS = "Data dukung di samping"
DETAIL_NONE = "Belum ada tempat dengan cakupan layanan ini."
DETAIL_COLUMNS = {
    "name": "Tempat",
    "coverage": "Cakupan (%)",
    "target": "Target (%)",
    "status": "Status",
    "counts": "Dilayani dari sasaran",
    "need": "Masih perlu dijangkau",
    "mark": "Tertinggal di sana",
}
DETAIL_COUNTS = "{top} dari {bottom}"
DETAIL_COUNTS_FEW = "{top} dari {bottom} (sasaran sedikit)"
DETAIL_SUPPORT_NOTE = (
    "Data dukung dijumlah dari desa/kelurahan yang mengisinya; kosong berarti belum ada data."
)
CAUSES_TITLE = "Penyebab yang dicatat"
CAUSES_NONE = "Belum ada masalah atau penyebab yang dicatat untuk layanan ini tahun {year}."
CAUSES_COLUMNS = {
    "place_name": "Tempat",
    "aspect": "Sisi",
    "problem": "Masalah atau kendala",
    "cause": "Penyebab",
    "recommendation": "Rekomendasi",
    "proposal": "Usulan kegiatan",
}
LAGGING_SHEET = "Layanan tertinggal"
LAGGING_FILE = "layanan-tertinggal-{code}-{period}"
LAGGING_HEADINGS = {
    "code": "Kode wilayah",
    "place": "Wilayah",
    "level": "Tingkat",
    "item": "Kode layanan",
    "service": "Layanan",
    "pembilang": "Dilayani",
    "penyebut": "Sasaran",
    "cakupan_pct": "Cakupan (%)",
    "target_pct": "Target (%)",
    "ketercapaian_pct": "Ketercapaian (%)",
    "median_pct": "Median ketercapaian (%)",
    "selisih_poin": "Selisih dari median (poin)",
    "peringkat": "Peringkat dari belakang",
    "mark": "Tertinggal",
    "status": "Status",
    "perlu_dijangkau": "Masih perlu dijangkau",
}
LAGGING_NOTE = "Tertinggal"
LAGGING_RULE = (
    "ketercapaian (cakupan dibagi target) lebih dari {gap} poin di bawah median layanan di wilayah "
    "yang sama; paling sedikit {minimum} layanan dinilai (bawaan Konvergensi)"
)
