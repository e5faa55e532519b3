"""Words of the page Cakupan, its heatmap, its files and exports."""

# The guideline's names shortened to what fits over a column; the full name stands in the detail.
SHORT_NAMES = {
    "I01": "PMT ibu hamil KEK",
    "I02": "TTD/MMS 180 butir",
    "I03": "Gizi seimbang ibu hamil",
    "I04": "Periksa hamil 6 kali",
    "I05": "KB pascapersalinan",
    "I06": "Inisiasi menyusu dini",
    "I07": "ASI eksklusif",
    "I08": "MPASI beragam",
    "I09": "Masih mendapat ASI",
    "I10": "Tata laksana gizi buruk",
    "I11": "Pantau tumbuh kembang",
    "I12": "Asupan anak gizi kurang",
    "I13": "Imunisasi rutin lengkap",
    "I14": "Diare: oralit dan zinc",
    "I15": "Obat cacing",
    "I16": "Tata laksana gizi buruk",
    "I17": "Pantau tumbuh kembang",
    "I18": "Asupan anak gizi kurang",
    "I19": "Diare: oralit dan zinc",
    "I20": "Pneumonia terpantau",
    "I21": "Obat cacing",
    "I22": "TTD remaja putri",
    "I23": "Skrining anemia",
    "I24": "Periksa kesehatan catin",
    "I25": "Bimbingan perkawinan",
    "I26": "Air minum aman",
    "I27": "Sanitasi aman",
    "I28": "Pendampingan TPK",
    "I29": "Peserta JKN",
    "I30": "Akta kelahiran dan KIA",
    "I31": "Pemanfaatan pekarangan",
}
GROUPS_SHORT = {
    "Ibu hamil, ibu menyusui dan ibu nifas": "Ibu hamil, menyusui, nifas",
    "Anak usia 0-23 bulan (baduta)": "Anak 0–23 bulan (baduta)",
    "Anak usia 24-59 bulan (balita)": "Anak 24–59 bulan (balita)",
    "Remaja Putri": "Remaja putri",
    "Calon Pengantin": "Calon pengantin",
    "Rumah tangga dan masyarakat": "Rumah tangga dan masyarakat",
}
STATUS_WORDS = {
    "tercapai": "tercapai",
    "hampir": "hampir tercapai",
    "jauh": "jauh dari target",
    "tanpa penilaian (tengah tahun)": "di bawah target, tengah tahun",
    "anomali": "anomali",
    "tanpa target": "tanpa target",
    "belum ada data": "belum ada data",
    "netral": "netral",
}
# Beside the colour: what a black-and-white print and a colour-blind reader go by.
STATUS_SIGNS = {
    "tercapai": "✓",
    "hampir": "≈",
    "jauh": "×",
    "tanpa penilaian (tengah tahun)": "…",
    "anomali": "!",
    "tanpa target": "",
    "belum ada data": "",
    "netral": "○",
}
STATUS_HELP = {
    "tercapai": "Cakupan sama dengan atau di atas target.",
    "hampir": "Cakupan di bawah target, tetapi paling sedikit {share} dari target.",
    "jauh": "Cakupan kurang dari {share} dari target.",
    "tanpa penilaian (tengah tahun)": (
        "Angka Januari sampai Juni di bawah target setahun: belum dapat disebut jauh."
    ),
    "anomali": "Cakupan di atas 100 %: capaian melebihi sasarannya. Periksa isiannya.",
    "tanpa target": "Angkanya ada, targetnya belum ditetapkan.",
    "belum ada data": "Capaian atau sasarannya belum diisi, atau tidak ada sasaran.",
    "netral": "Pedoman tidak menyebut apakah angka ini sebaiknya naik atau turun.",
}
NO_VALUE = "–"

PERIODS = {
    "": "Analisis situasi {year}",
    "-S1": "Semester I {year}",
    "-S2": "Semester II {year}",
}
PERIODS_LONG = {
    "": "Analisis situasi {year} (keadaan akhir {before})",
    "-S1": "Semester I {year} (Januari sampai Juni)",
    "-S2": "Semester II {year} (Januari sampai Desember)",
}
PERIOD_LABEL = "Periode layanan"
VIEW_LABEL = "Tampilan"
VIEW_HEATMAP = "Peta panas"
VIEW_TABLE = "Tabel"
LINE = "{period} · target {year} · sumber: isian desa"
MIDYEAR_MARK = "tengah tahun"
MIDYEAR_NOTE = (
    "Angka setengah tahun disandingkan dengan target setahun penuh. Yang belum mencapai target "
    "tidak disebut jauh."
)
DESA_NOTE = "{name} digarisi di antara desa/kelurahan lain di {kecamatan}."

NO_DATA_TITLE = "Belum ada capaian layanan"
NO_DATA = "Belum ada capaian layanan yang diisi untuk {name}."
NO_DATA_STEPS = (
    "1. Operator kecamatan (Setcam, Puskesmas, PLKB) mengisi sasaran dan capaian tiap desa di "
    "halaman Isian desa, atau mengunggah templat Excel di halaman itu.",
    "2. Verifikator memeriksa, camat menyetujui di halaman Tahapan.",
    "3. Peta panas terisi begitu angka pertama disimpan, dengan tanda bahwa belum disetujui.",
)
NO_REGIONS = "Belum ada {level} di {name}. Masukkan daftar wilayahnya lebih dulu."
NO_TARGETS = (
    "Target layanan {year} untuk {name} belum ditetapkan, jadi semua layanan berstatus tanpa "
    "target. Target tidak pernah dipinjam dari daerah lain."
)
SOME_TARGETS = "{count} layanan belum punya target {year}: {names}."
LINK_TARGET = "Buka halaman Target"
TARGETS_SET_BY = "Target ditetapkan Bappeda dan perangkat daerah {name}."
TARGETS_SET_BELOW = "Target khusus kecamatan ini dapat diisi operator Setcam."
LINK_ENTRY = "Buka Isian desa"
LINK_STAGES = "Buka Tahapan"
LINK_INTAKE = "Buka Data masuk"

COLUMN_REGION = "Wilayah"
COLUMN_SUMMARY = "Tercapai"
SUMMARY = "{reached} dari {assessed}"
SUMMARY_NONE = "–"
SUMMARY_HELP = "Layanan yang mencapai target, dari yang dapat dinilai"
FOOT_LABEL = "Wilayah yang tercapai"
TOTAL_ROW = "Seluruh {name}"
CELL_LABEL = "{region}, {service}: {value}, {status}"
LEGEND_ENTRY = "{word} {count}"
GRID_LABEL = "Cakupan {count} layanan menurut wilayah"
SCROLL_HINT = "Geser ke samping untuk layanan lain."
OPEN_HINT = "Klik sebuah sel untuk rinciannya, nama wilayah untuk turun ke bawahnya."
DRILL_LABEL = "Lihat {name} lebih rinci"
PHONE_SERVICES = "Layanan yang paling perlu perhatian"
PHONE_REGIONS = "Wilayah dengan paling sedikit layanan tercapai"
PHONE_NONE = "Tidak ada layanan di bawah target."
PHONE_LINE = "{value} · target {target}"
PHONE_LINE_NO_TARGET = "{value} · tanpa target"
PHONE_WHERE = "tercapai di {reached} dari {assessed} {level}"
PHONE_REACH = "{count} {unit} lagi"
PHONE_REGION_LINE = "{reached} dari {assessed} layanan tercapai"
PHONE_MORE = "Layanan dan wilayah lain ada di tampilan Tabel."

DETAIL_TITLE = "{service} · {region}"
DETAIL_CLOSE = "Tutup rincian"
DETAIL_COVERAGE = "Cakupan"
DETAIL_COUNTS = "Capaian dari sasaran"
DETAIL_COUNTS_VALUE = "{top} dari {bottom}"
DETAIL_TARGET = "Target {year}"
DETAIL_REACH = "Perlu dijangkau"
DETAIL_REACH_VALUE = "{count} lagi"
DETAIL_NO_TARGET = "belum ada"
DETAIL_MEANING = "Sasaran: {denominator}."
DETAIL_SOURCE = "Sumber: isian desa {period}, diisi {party}."
DETAIL_DESA = "Dihitung dari {counted} dari {total} desa/kelurahan."
DETAIL_TREND = "Perkembangan {kind}"
DETAIL_TREND_KINDS = {
    "": "menurut analisis situasi tiap tahun",
    "-S1": "semester I tiap tahun",
    "-S2": "semester II tiap tahun",
}
DETAIL_WHERE = "Yang perlu dijangkau paling banyak ada di {places}."
DETAIL_WHERE_PLACE = "{name} ({count})"
DETAIL_WHERE_MORE = (
    "Kebutuhan semua desa bila dijumlah {sum} {unit}: desa yang sudah di atas target menutup "
    "sebagian pada angka wilayah."
)
DETAIL_WHERE_UNKNOWN = "{count} desa belum dapat dihitung."
DRILL_TO = "Lihat per {level}"
PARTIES = {"puskesmas": "Puskesmas", "plkb": "PLKB", "setcam": "Setcam"}
UNIT_MIXED = "orang"
UNIT_DESA = "desa/kelurahan"
DENOMINATOR_SEPARATOR = " + "
DENOMINATOR_DESA = "semua desa/kelurahan yang melapor"
DENOMINATOR_OWN = "{name} (pelengkap Konvergensi; tidak ada dalam Tabel 1 pedoman)"

FLAG_SMALL = "Sasaran kurang dari {minimum}: satu orang menggeser cakupan lebih dari {points} poin."
FLAG_MISSING = "{count} desa/kelurahan belum lengkap dan tidak ikut dihitung."
FLAG_NO_DENOMINATOR = "{count} desa/kelurahan mengisi capaian tanpa sasaran."
FLAG_NO_NUMERATOR = "{count} desa/kelurahan mengisi sasaran tanpa capaian."
FLAG_ABOVE = "{count} desa/kelurahan melaporkan capaian melebihi sasaran. Periksa isiannya."
FLAG_POOLED = (
    "Sasaran pedoman (kasus diare 0–59 bulan) tidak dipisah menurut umur, jadi BAD-9 dan BAL-4 "
    "dihitung bersama dan angkanya sama."
)
FLAG_NEUTRAL = "Pedoman tidak menyebut arah yang baik untuk angka ini, jadi tidak dinilai."
FLAG_MIDYEAR = "Angka setengah tahun terhadap target setahun: belum dinilai."
FLAG_INFERRED = (
    "Pedoman tidak menyebut kelompok umur anak di sini; sasaran anak 0–17 tahun yang dipakai."
)
REASONS = {
    "capaian_belum_dicatat": "Sasarannya ada, capaiannya belum diisi.",
    "penyebut_belum_dicatat": "Capaiannya ada, sasarannya belum diisi.",
    "belum_dicatat": "Sasaran dan capaiannya belum diisi.",
    "tidak_di_desa_yang_sama": (
        "Sasaran dan capaian terisi, tetapi tidak di desa/kelurahan yang sama."
    ),
    "tidak_ada_sasaran": "Tidak ada sasaran pada periode ini, jadi tidak ada yang dinilai.",
    "capaian_tanpa_sasaran": "Ada capaian padahal sasarannya 0. Periksa isiannya.",
}

TABLE_STATUS_LABEL = "Saring menurut status"
TABLE_EMPTY = "Tidak ada baris dengan status yang dipilih."
HEADINGS = {
    "region_code": "Kode",
    "name": "Wilayah",
    "kelompok": "Kelompok sasaran",
    "label": "Kode layanan",
    "service": "Layanan",
    "pembilang": "Capaian",
    "penyebut": "Sasaran",
    "satuan": "Satuan",
    "cakupan_pct": "Cakupan (%)",
    "target_pct": "Target (%)",
    "dokumen": "Dokumen target",
    "target_dari": "Target dari",
    "status": "Status",
    "perlu_dijangkau": "Perlu dijangkau",
    "desa_dihitung": "Desa dihitung",
    "desa_semua": "Desa semua",
    "catatan": "Catatan",
}
SHEET = "Cakupan"
FILE_NAME = "cakupan-{code}-{period}"
PNG_TITLE = "Cakupan layanan – {name}"
PNG_SUBTITLE = "{line}{status}"
PNG_STATUS = " · {status}"
PNG_FOOTNOTE = (
    "Sumber: isian desa. Hampir tercapai: paling sedikit {share} dari target (bawaan Konvergensi). "
    "Baris diurutkan menurut kebutuhan: paling sedikit layanan tercapai di atas. "
    "Angka: cakupan dalam persen. Dibuat {made}."
)
PNG_PAGE = " Bagian {page} dari {pages}."

NOTE_PERIOD = "Periode"
NOTE_TARGET_YEAR = "Tahun target"
NOTE_SOURCE = "Sumber"
NOTE_SOURCE_TEXT = "Isian desa (sasaran dan capaian layanan menurut pedoman, Bab II Tabel 1 dan 2)"
NOTE_COVERAGE = "Cakupan"
NOTE_COVERAGE_TEXT = (
    "capaian dibagi sasaran; dijumlah dulu menurut desa yang mengisi keduanya, baru dibagi; "
    "tidak dipotong di 100 %"
)
NOTE_STATUSES = "Status"
NOTE_STATUSES_TEXT = (
    "tercapai: sama dengan atau di atas target; hampir: paling sedikit {share} dari target; jauh: "
    "di bawahnya; anomali: di atas 100 %; tengah tahun: semester I di bawah target setahun"
)
NOTE_SMALL = "Sasaran kecil"
NOTE_SMALL_TEXT = "kurang dari {minimum} sasaran (bawaan Konvergensi)"
NOTE_ORDER = "Urutan"
NOTE_ORDER_TEXT = "wilayah dengan paling sedikit layanan tercapai di atas"
NOTE_STATUS_UNKNOWN = "belum diketahui disetujui atau belum"
DOWNLOAD_PNG = "Unduh gambar"

HELP_EXPORT_PERIOD = (
    "prevalensi: bulan, misalnya 2025-08; cakupan dan ansit: 2026, 2026-S1, atau 2026-S2; "
    "target: tahun."
)
NO_SERVICE_DATA = "Belum ada capaian layanan untuk {name}."
NO_SERVICE_PERIOD = "Tidak ada isian {name} periode {period}. Yang ada: {known}."
BAD_SERVICE_LEVEL = "Tingkat {level} tidak ada di dalam {name}. Yang ada: {known}."
NO_TARGET_DATA = "Belum ada target untuk {name}."
SHEET_TARGET = "Target"
SHEET_ENTERED = "Isian"
TARGET_HEADINGS = {
    "region_code": "Kode",
    "name": "Wilayah",
    "year": "Tahun",
    "item_code": "Kode butir",
    "label": "Kode layanan",
    "service": "Butir",
    "document": "Dokumen",
    "target_pct": "Target (%)",
    "berlaku": "Berlaku",
}
TARGET_PREVALENCE = "Prevalensi stunting"
TARGET_IN_FORCE = "ya"
TARGET_OTHER = "tidak: dokumen lain didahulukan"
NOTE_TARGET = "Target"
NOTE_TARGET_TEXT = (
    "Target yang ditetapkan wilayah ini sendiri dan wilayah di dalamnya; yang tidak punya "
    "mewarisi wilayah di atasnya. Renja didahulukan, lalu RKPD, RPJMD, RPJPD."
)
NOTE_ENTERED = "Isi"
NOTE_ENTERED_TEXT = "Angka seperti diisi, satu baris tiap desa/kelurahan dan satu kolom tiap butir"
ENTERED_HEADING = "{code} {name}"
TREND_TARGET = "Target"
TREND_HOVER = "{period}: {value} ({top} dari {bottom}), target {target}"
