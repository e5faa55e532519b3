"""Words for the four measures that a map can show."""

LABELS = {
    "prevalensi": "Prevalensi",
    "stunting": "Balita stunting",
    "partisipasi": "Partisipasi",
    "perubahan": "Perubahan",
}
TITLES = {
    "prevalensi": "Prevalensi stunting (%)",
    "stunting": "Jumlah balita stunting",
    "partisipasi": "Balita diukur dari sasaran (%)",
    "perubahan": "Perubahan prevalensi (poin persen)",
}
HEADINGS = {
    "prevalensi": "Nilai (%)",
    "stunting": "Jumlah",
    "partisipasi": "Nilai (%)",
    "perubahan": "Poin",
}
TOOLTIPS = {
    "prevalensi": "{v} % · {k} dari {n} anak diukur",
    "stunting": "{v} balita stunting",
    "partisipasi": "{v} % · {k} dari {n} sasaran diukur",
    "perubahan": "{v} poin persen sejak {compare}",
}
UNCERTAIN = {
    "prevalensi": "{n} anak diukur: belum dapat disimpulkan",
    "stunting": "",
    "partisipasi": "",
    "perubahan": "{v} poin persen sejak {compare}: belum meyakinkan",
}
SHORT = {
    "prevalensi": "{v} %",
    "stunting": "{v}",
    "partisipasi": "{v} %",
    "perubahan": "{v}",
}
CLASS_NAMES = {
    "prevalensi": ("Sangat rendah", "Rendah", "Sedang", "Tinggi", "Sangat tinggi"),
    "partisipasi": ("Sangat kurang", "Kurang", "Cukup", "Baik"),
    "perubahan": ("Turun tajam", "Turun", "Hampir tetap", "Naik", "Naik tajam"),
}
NO_DATA = "Belum ada data"
NO_BOUNDARY = "Tanpa batas wilayah"
ABOVE_100 = "Di atas 100 % (periksa)"
RANGE_BELOW = "di bawah {upper}"
RANGE = "{lower} s.d. <{upper}"
RANGE_ABOVE = "{lower} ke atas"
COUNT_RANGE = "{lower} – {upper}"
COUNT_ABOVE = "{lower} atau lebih"
HATCHED = {
    "prevalensi": "Kurang dari {minimum} anak diukur",
    "perubahan": "Belum meyakinkan",
}
NOTE_TOO_FEW = "{count} anak diukur: belum dapat disimpulkan"
NOTE_ABOVE_100 = "diukur melebihi sasaran: periksa sasarannya"
NOTE_UNCERTAIN = "perubahan belum meyakinkan"
