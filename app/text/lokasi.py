"""Words of problem places, lokus and lagging services, in Bahasa Indonesia."""

INTRO = (
    "Tempat yang prevalensinya relatif tinggi, dan apakah cakupan layanannya rendah (tipe 1) atau "
    "justru baik (tipe 2) di sebagian besar layanan. Pedoman tidak menyebut angka untuk ketiga "
    "kata itu: artinya dipilih di bawah ini dan ikut tercetak."
)
PERIOD_LABEL = "Periode layanan"
CHOOSE = "Pilih"
PAIRED = "Layanan: {period} · Prevalensi: {source}, {measured}"
PAIRED_NONE = "Layanan: {period} · Prevalensi: belum ada pengukuran sampai periode ini"
MARK_SERVICES = "Layanan {words}"
MARK_MEASURED = "Pengukuran {words}"

NATION_TITLE = "Pilih provinsi atau kabupaten/kota"
NATION = "Lokasi masalah dicari di bawah satu provinsi, kabupaten/kota, atau kecamatan."
EMPTY_TITLE = "Belum ada cakupan layanan"
EMPTY = (
    "Belum ada isian layanan untuk {name}. Kecamatan mengisinya di Isian desa, atau lewat berkas "
    "Excel di halaman yang sama. Setelah itu halaman ini terisi sendiri."
)
NO_TARGETS = (
    "Belum ada target cakupan tahun {year} yang berlaku di {name}. Tanpa target, tidak ada layanan "
    "yang dapat dinilai. Isi targetnya dulu di Target."
)
NO_PREVALENCE = (
    "Belum ada prevalensi untuk periode ini, sehingga jenis masalah belum dapat dinilai. Dinas "
    "Kesehatan memasukkan hasil pengukuran di Data masuk."
)
MIDYEAR = (
    "Semester I baru setengah tahun: cakupannya belum dapat disebut di bawah target setahun, "
    "sehingga jenis masalah belum dinilai. Pilih periode setahun penuh, atau pilih arti rendah di "
    "bawah satu batas."
)
LINK_TARGET = "Buka Target"
LINK_ENTRY = "Buka Isian desa"
LINK_DATA = "Buka Data masuk"

TYPES = {
    "tipe 1": "Tipe 1: prevalensi tinggi, cakupan rendah",
    "tipe 2": "Tipe 2: prevalensi tinggi, cakupan baik",
    "prevalensi tinggi, cakupan campuran": "Prevalensi tinggi, cakupan campuran",
    "waspada": "Waspada: prevalensi rendah, cakupan rendah",
    "baik": "Baik: prevalensi rendah",
    "belum dapat dinilai": "Belum dapat dinilai",
}
TYPES_SHORT = {
    "tipe 1": "Tipe 1",
    "tipe 2": "Tipe 2",
    "prevalensi tinggi, cakupan campuran": "Tinggi, campuran",
    "waspada": "Waspada",
    "baik": "Baik",
    "belum dapat dinilai": "Belum dinilai",
}
TYPES_HELP = {
    "tipe 1": "Prevalensi tinggi, cakupan rendah di sebagian besar layanan.",
    "tipe 2": "Prevalensi tinggi, padahal cakupan baik di sebagian besar layanan.",
    "prevalensi tinggi, cakupan campuran": (
        "Prevalensi tinggi; layanan yang rendah maupun yang baik tidak sampai sebagian besar."
    ),
    "waspada": "Prevalensi rendah, tetapi cakupan rendah di sebagian besar layanan.",
    "baik": "Prevalensi rendah, cakupan tidak rendah di sebagian besar layanan.",
    "belum dapat dinilai": "Alasannya tertulis di daftar.",
}

SETTINGS_TITLE = "Arti tinggi, rendah, dan sebagian besar"
HIGH_LABEL = "Prevalensi relatif tinggi berarti"
HIGH_RULES = {
    "di atas induk": "di atas wilayah yang dipilih",
    "di atas target": "di atas targetnya",
    "WHO tinggi": "{pct} % atau lebih (WHO: tinggi)",
    "sepertiga teratas": "sepertiga teratas di tingkatnya",
}
LOW_LABEL = "Cakupan rendah berarti"
LOW_RULES = {
    "di bawah target": "di bawah target",
    "di bawah batas": "di bawah satu batas",
}
CUTOFF_LABEL = "Batas cakupan rendah (%)"
MOST_LABEL = "Sebagian besar berarti lebih dari (%)"
MOST_HELP = "Bagian dari layanan yang dapat dinilai di suatu tempat."
SERVICES_LABEL = "Layanan dinilai, paling sedikit"
SERVICES_HELP = "Dengan layanan dinilai yang lebih sedikit, tempat itu belum dapat dinilai."
CHILDREN_LABEL = "Anak diukur, paling sedikit"
CHILDREN_HELP = "Dengan anak diukur yang lebih sedikit, tempat itu belum dapat dinilai."
IS_DEFAULT = "Setelan ini bawaan Konvergensi."
IS_SAVED = "Setelan ini ditetapkan {name}: {reason}"
IS_CHANGED = "Setelan diubah dari {origin}; perubahan ada di alamat halaman ini."
ORIGIN_DEFAULT = "bawaan Konvergensi"
ORIGIN_SAVED = "setelan {name}"
SAVE_SETTINGS = "Tetapkan untuk {name}"
SAVE_REASON = "Alasan atau dasar"
SAVE_REASON_HINT = "misalnya: kesepakatan rembuk stunting 12 Maret 2026"
SAVE_DROP = "Hapus setelan daerah, kembali ke bawaan Konvergensi"
SAVED = "Setelan sudah ditetapkan dan berlaku bagi semua orang."
SAVE_FAULTS = {
    "catatan_kosong": "Alasan belum diisi. Tulis dasar penetapannya, lalu tekan lagi.",
    "catatan_panjang": "Alasan terlalu panjang. Ringkas sampai 2.000 huruf.",
    "tingkat": "Setelan hanya ditetapkan untuk kabupaten/kota atau provinsi.",
    "bentrok": (
        "Setelan ini baru saja diubah orang lain. Periksa setelan yang sekarang berlaku, lalu "
        "tetapkan lagi bila masih perlu."
    ),
}
NOT_ALLOWED = "Peran Anda tidak mencakup tindakan ini di wilayah ini. Tidak ada yang diubah."

# One line of all settings, for every print and export.
SETTINGS_LINE = (
    "tinggi = {high}; rendah = {low}; sebagian besar = lebih dari {most} dari layanan yang "
    "dinilai; paling sedikit {services} layanan dinilai dan {children} anak diukur"
)
LOW_CUTOFF = "di bawah {pct} %"

COUNTS = "{count} {level}"
SHOW_LABEL = "Tingkat"
TYPE_FILTER = "Jenis"
LIST_TITLE = "Daftar {level}"
COLUMNS = {
    "name": "Tempat",
    "type": "Jenis",
    "firm": "Keyakinan",
    "parent": "Di",
    "reason": "Alasan",
    "need": "Masih perlu dijangkau",
    "prevalence": "Prevalensi (%)",
    "stunted": "Balita stunting",
    "lokus": "Lokus (SK)",
}

FIRM_HELP = (
    "anak terlalu sedikit: anak yang diukur belum cukup untuk memastikan prevalensinya di atas atau "
    "di bawah pembanding (selang 95 % memuat pembanding). Berubah: jenisnya berganti bila satu "
    "setelan digeser satu langkah."
)
FEW_COUNT = (
    "{few} dari {total} {level} ditandai “anak terlalu sedikit”: prevalensinya belum dapat "
    "dipastikan di atas atau di bawah pembanding."
)

PREVALENCE_KNOWN = "Prevalensi {pct} ({stunted} dari {measured} anak)"
COMPARED = {
    "di atas induk": ("di atas {parent} {pct}", "tidak di atas {parent} {pct}"),
    "di atas target": ("di atas target {pct}", "tidak di atas target {pct}"),
    "WHO tinggi": ("termasuk tinggi menurut WHO, {pct} ke atas", "di bawah batas tinggi WHO {pct}"),
    "sepertiga teratas": (
        "termasuk sepertiga teratas, {pct} ke atas",
        "di bawah sepertiga teratas yang mulai {pct}",
    ),
}
LOW_SERVICES = {
    "di bawah target": "{low} dari {assessed} layanan yang dinilai belum mencapai target",
    "di bawah batas": "{low} dari {assessed} layanan yang dinilai di bawah {cutoff} %",
}
ALL_GOOD = {
    "di bawah target": "semua {assessed} layanan yang dinilai mencapai target",
    "di bawah batas": "semua {assessed} layanan yang dinilai {cutoff} % atau lebih",
}
WORST = ", terendah {services}"
WORST_SERVICE = "{service} {coverage} (target {target})"
WORST_SERVICE_PLAIN = "{service} {coverage}"
SENTENCE = "{prevalence}, {compared}; {services}{worst}."
UNCERTAIN = " Selisih prevalensinya dengan pembanding belum meyakinkan: anak yang diukur sedikit."
UNKNOWN = {
    "prevalensi_belum_ada": "Prevalensi belum ada untuk periode ini.",
    "anak_terlalu_sedikit": (
        "Baru {measured} anak diukur, kurang dari {minimum}: prevalensinya belum dapat disimpulkan."
    ),
    "tengah_tahun": "Baru setengah tahun: layanan belum dapat disebut di bawah target setahun.",
    "layanan_terlalu_sedikit": (
        "Baru {assessed} layanan dapat dinilai, kurang dari {minimum}{why}."
    ),
}
UNKNOWN_COMPARISON = {
    "di atas induk": "Prevalensi {parent} sebagai pembanding belum ada.",
    "di atas target": "Target prevalensi belum ada. Bappeda mengisinya di Target.",
    "WHO tinggi": "Pembanding belum ada.",
    "sepertiga teratas": "Kurang dari tiga tempat dapat dibandingkan di tingkat ini.",
}
WHY_NOT = " ({parts})"
WHY_NOT_PARTS = {
    "tak_dinilai_belum_ada_data": "{count} belum ada data",
    "tak_dinilai_tanpa_target": "{count} tanpa target",
    "tak_dinilai_anomali": "{count} di atas 100 %",
    "tak_dinilai_netral": "{count} netral",
}
NEED = "{service}: {count} {unit}"
NEED_NONE = "–"
FIRM = "tetap"
FIRM_FEW = "anak terlalu sedikit"
FIRM_MOVED = "berubah pada {count} dari {steps} langkah"
JOIN = "; "

QUADRANT_TITLE = "Kuadran"
QUADRANT_X = {
    "di bawah target": "Layanan mencapai target (%)",
    "di bawah batas": "Layanan tidak rendah (%)",
}
QUADRANT_Y = "Prevalensi stunting (%)"
QUADRANT_SIZE = "Besar lingkaran: anak yang diukur."
QUADRANT_NONE = (
    "Belum ada tempat yang prevalensi dan layanannya dapat diletakkan di kuadran ini. Alasannya "
    "tertulis di daftar."
)
QUADRANT_LEFT_OUT = "{count} tempat tidak digambar karena prevalensi atau layanannya belum ada."
QUADRANT_HOVER = (
    "{name}\n{type}\nPrevalensi {pct}\n{good} dari {assessed} layanan baik\n{children} anak diukur"
)
LINE_PREVALENCE = "{label} {pct}"
LINE_MOST = "lebih dari {pct} % baik"
LINE_LOW = "lebih dari {pct} % rendah"
LINE_LABELS = {
    "di atas induk": "{parent}",
    "di atas target": "target",
    "WHO tinggi": "WHO: tinggi",
    "sepertiga teratas": "sepertiga teratas",
}
MAP_TITLE = "Peta jenis masalah"
MAP_OUTSIDE = "di luar {name}"
MAP_TOOLTIP = "Prevalensi {v} % ({k} dari {n} anak)"
MAP_TOOLTIP_UNSURE = "Prevalensi {v} % ({k} dari {n} anak), belum meyakinkan"
MAP_SHORT = "{v} %"
MAP_DOUBT = "Selisih prevalensi dengan pembanding belum meyakinkan"

FIRM_TITLE = "Seberapa kokoh daftar ini"
FIRM_INTRO = (
    "Setiap setelan digeser satu langkah; yang tertulis di sini berubah jenisnya. Daftar yang "
    "banyak berubah berarti hasilnya bergantung pada arti yang dipilih."
)
FIRM_SUMMARY = (
    "{changing} dari {total} {level} berubah jenisnya pada sedikitnya satu langkah; {few} bertumpu "
    "pada terlalu sedikit anak untuk memastikan tinggi atau tidaknya prevalensi."
)
FIRM_NONE = "Tidak ada yang berubah jenisnya pada satu langkah mana pun."
FIRM_COLUMNS = {
    "name": "Tempat",
    "step": "Setelan yang digeser",
    "from": "Jenis sekarang",
    "to": "Menjadi",
}
FIELDS = {
    "high": "tinggi menjadi: {value}",
    "low": "rendah menjadi: {value}",
    "most_share": "sebagian besar menjadi lebih dari {value} %",
    "cutoff_pct": "batas rendah menjadi {value} %",
    "minimum_services": "layanan dinilai paling sedikit {value}",
    "minimum_measured": "anak diukur paling sedikit {value}",
}

DOWNLOAD_EXCEL = "Unduh Excel"
DOWNLOAD_QUADRANT = "Unduh gambar kuadran"
DOWNLOAD_MAP = "Unduh gambar peta"
FILE_NAME = "lokasi-masalah-{code}-{period}"
FILE_NAME_QUADRANT = "kuadran-masalah-{code}-{period}"
FILE_NAME_MAP = "peta-masalah-{code}-{period}"
SHEET = "Lokasi masalah"
HEADINGS = {
    "code": "Kode",
    "name": "Tempat",
    "level": "Tingkat",
    "parent": "Di",
    "type": "Jenis",
    "reason": "Alasan",
    "need": "Masih perlu dijangkau",
    "prevalensi_pct": "Prevalensi (%)",
    "pembanding_pct": "Pembanding (%)",
    "stunting_jiwa": "Balita stunting (anak)",
    "diukur_jiwa": "Diukur (anak)",
    "layanan_dinilai": "Layanan dinilai",
    "layanan_rendah": "Layanan rendah",
    "layanan_baik": "Layanan baik",
    "firm": "Keyakinan",
    "langkah_mengubah": "Langkah yang mengubah",
    "lokus": "Lokus (SK)",
}
NOTE_REGION = "Wilayah"
NOTE_PERIODS = "Periode"
NOTE_SETTINGS = "Setelan"
NOTE_ORIGIN = "Asal setelan"
NOTE_STATE = "Keadaan data"
NOTE_RULE = "Aturan"
RULE = (
    "Tipe 1 dan 2: Pedoman 2024, Bab II, agenda rapat lintas sektor, butir 5 dan 6; arti tinggi, "
    "rendah, dan sebagian besar tidak ditetapkan pedoman (lihat Setelan)"
)
NOTE_NEED = "Masih perlu dijangkau"
NEED_RULE = "tiga layanan terendah; tidak dijumlahkan antarlayanan karena orangnya dapat sama"
NOTE_FIRM = "Keyakinan"
FIRM_RULE = (
    "tetap: tidak berubah pada satu langkah setelan mana pun; anak terlalu sedikit: selang 95 % "
    "prevalensi memuat pembandingnya"
)
NOTE_LOKUS_YEAR = "Tahun lokus"
NOTE_MADE = "Dibuat"
NOTE_DEMO = ("Perhatian", "Data demonstrasi fiktif")
FOOTNOTE = "{paired}{state}. Setelan: {settings}. Dibuat {made}."
FOOTNOTE_STATE = " ({state})"
NO_BOUNDARY = "Batas wilayah {level} di {name} belum ada, sehingga petanya belum dapat digambar."
CARDS_TITLE = "Yang paling mendesak ({count})"
LINES_VERTICAL = "Garis tegak: {words}."
LINES_HORIZONTAL = "Garis datar: {words}."
SAVED_BY = "ditetapkan daerah {code}"
