"""Words of exported tables."""

SHEET = "Prevalensi"
HEADINGS = {
    "peringkat": "Peringkat",
    "code": "Kode",
    "name": "Wilayah",
    "prevalensi_pct": "Prevalensi stunting (%)",
    "bawah_pct": "Batas bawah selang 95 % (%)",
    "atas_pct": "Batas atas selang 95 % (%)",
    "prevalensi_sebelum_pct": "Prevalensi pembanding (%)",
    "perubahan_poin": "Perubahan (poin persen)",
    "perubahan_bawah_poin": "Batas bawah perubahan (poin persen)",
    "perubahan_atas_poin": "Batas atas perubahan (poin persen)",
    "arah": "Arah",
    "keterangan": "Keterangan",
    "sangat_pendek_jiwa": "Sangat pendek (anak)",
    "pendek_jiwa": "Pendek (anak)",
    "normal_jiwa": "Normal (anak)",
    "tinggi_jiwa": "Tinggi (anak)",
    "outlier_jiwa": "Pencilan (anak)",
    "stunting_jiwa": "Balita stunting (anak)",
    "diukur_jiwa": "Diukur (anak)",
    "sasaran_jiwa": "Sasaran (anak)",
    "partisipasi_pct": "Partisipasi (%)",
}
TOO_FEW = "terlalu sedikit anak diukur, belum dapat disimpulkan"
ABOVE_100 = "diukur melebihi sasaran, periksa sasarannya"
UNCERTAIN = "perubahan belum meyakinkan"
NONE = "tidak ada"
NOTE_DEMO = "Perhatian"
NOTE_REGION = "Wilayah"
NOTE_LEVEL = "Tingkat"
NOTE_SOURCE = "Sumber"
NOTE_PERIOD = "Periode"
NOTE_STATUS = "Keadaan data"
NOTE_COMPARE = "Pembanding"
NOTE_MADE = "Dibuat"
NOTE_PREVALENCE = "Prevalensi"
PREVALENCE_RULE = (
    "(sangat pendek + pendek) dibagi yang diukur, tanpa pencilan; dijumlah dulu, baru dibagi"
)
NOTE_INTERVAL = "Selang 95 %"
INTERVAL_RULE = (
    "Wilson untuk prevalensi, Newcombe untuk perubahan; balita yang diukur dipandang sebagai contoh"
)
NOTE_CLASSES = "Kelas"
CLASS_RULE = "WHO/UNICEF 2018: 2,5 - 10 - 20 - 30 %"
OUR_CLASSES = "bawaan Konvergensi"
NOTE_MINIMUM = "Terlalu sedikit"
MINIMUM_RULE = "kurang dari {n} anak diukur (bawaan Konvergensi)"
MAP_FOOTNOTE = "Sumber: {source}, {period}{status}. Kelas: {classes}. Dibuat {made}."
FILE_NAME = "{measure}-{code}-{period}"
