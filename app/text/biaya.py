"""Words of unit costs: what reaching one more person costs, and the need that follows from it."""

INTRO = (
    "Biaya menjangkau satu sasaran lagi (RTM-6: satu desa) dengan tiap layanan, menurut daerah "
    "sendiri beserta sumbernya, misalnya standar harga satuan. Tidak ada angka bawaan. Kebutuhan "
    "dana = sasaran yang perlu dijangkau × biaya satuan."
)
NATION_TITLE = "Pilih provinsi atau kabupaten/kota"
NATION = "Biaya satuan ditetapkan provinsi dan kabupaten/kota. Pilih wilayahnya di samping."
OF_KABUPATEN = "Biaya satuan {name} berlaku bagi kecamatan dan desanya."
READ_ONLY = (
    "Diisi Bappeda, atau perangkat daerah yang bertanggung jawab atas layanannya. Anda dapat "
    "membacanya."
)
MISSING = "biaya satuan belum diisi"
NO_PEOPLE = "sasaran belum diketahui"
CHOOSE = "Pilih"
NO_VALUE = "–"
NOT_THERE = "belum ada"

VIEW_LABEL = "Yang dibuka"
VIEW_LOOK = "Biaya dan kebutuhan"
VIEW_ENTER = "Isi biaya"
BUDGET_YEAR = "Tahun anggaran"
BUDGET_YEAR_HELP = (
    "Dipakai biaya tahun terbaru yang tidak melewati tahun ini, tanpa penyesuaian harga."
)
PRICE_YEAR = "Tahun harga"
PRICE_YEAR_HELP = "Tahun harga yang Anda isi; tahun lain tetap seperti semula."
CARD_KNOWN = "Layanan berbiaya"
CARD_NEED = "Kebutuhan yang diketahui"
KNOWN_OF = "{known} dari {total}"
COLUMNS = {
    "label": "Kode",
    "name": "Layanan",
    "cost": "Biaya satuan (Rp)",
    "year": "Tahun harga",
    "source": "Sumber",
    "reach": "Perlu dijangkau",
    "need": "Kebutuhan (Rp)",
    "note": "Catatan",
}
SERVICE = "{label} · {name}"
POOLED = "{first} + {others}"
NOTE_PARTIAL = "{count} desa belum diketahui"
LOOK_NOTE = (
    "Perlu dijangkau: jumlah kebutuhan desa untuk mencapai targetnya, menurut {period}. "
    "Desa yang belum diketahui tidak dihitung dan disebut di Catatan. BAD-9 dan BAL-4 berbagi satu "
    "jumlah sasaran, jadi satu biaya. Orang yang sama dapat memerlukan beberapa layanan."
)
LOOK_NO_COVERAGE = (
    "Sasaran yang perlu dijangkau belum diketahui: capaian layanan atau target belum diisi."
)

ROW_LABEL, ROW, COST, SOURCE = "Kode", "Layanan", "Biaya satuan (Rp)", "Sumber"
ROW_REACH, ROW_IN_FORCE = "Perlu dijangkau", "Berlaku sekarang"
COST_HINT = "Rupiah penuh, misalnya 125.000."
SOURCE_HINT = "Dari mana angkanya, misalnya SSH 2026. Wajib."
IN_FORCE = "{cost} ({year})"
ENTER_INTRO = (
    "Isi biaya dan sumbernya; kosongkan keduanya untuk menghapus. Yang belum diisi tetap tertulis "
    "“biaya satuan belum diisi” di semua halaman."
)
GRID_VIEW, FORM_VIEW = "Tabel", "Formulir"
FORM_ROW = "Layanan"
FAULTS_TITLE = "{count} isian tidak dapat disimpan. Perbaiki dulu, lalu simpan."
CHANGES_TITLE = "{count} perubahan belum disimpan"
FAULTS_COLUMNS = {"row": "Layanan", "text": "Isi", "remedy": "Apa yang harus dilakukan"}
CHANGES_COLUMNS = {"row": "Layanan", "year": "Tahun harga", "old": "Semula", "new": "Menjadi"}
VALUE = "{cost} · {source}"
EMPTY_VALUE = "tidak ada"
FAULTS = {
    "biaya_nol": "Biaya satuan tidak mungkin nol. Kosongkan bila belum diketahui.",
    "biaya_kosong": "Ada sumber tetapi tanpa biaya. Isi biayanya, atau kosongkan sumbernya.",
    "sumber_kosong": "Sumber belum diisi. Tulis dari mana angkanya, misalnya SSH 2026.",
    "sumber_panjang": "Sumber paling panjang 300 huruf. Persingkat.",
    "sumber_tanda": (
        "Sumber memuat tanda yang tidak diterima (kurung sudut, kurung kurawal, tanda dolar, petik "
        "miring, atau garis miring terbalik). Hapus tandanya."
    ),
}
SAVED = "{count} biaya satuan sudah disimpan."
FORBIDDEN = (
    "Tidak ada yang disimpan: peran Anda tidak mencakup layanan ini. Hubungi admin di kabupaten/kota "
    "Anda."
)
CONFLICT_TITLE = "{count} biaya satuan sudah diubah orang lain sejak Anda membukanya"
CONFLICT_CELL = "{row} · harga {year}"

DOWNLOAD = "Unduh Excel"
FILE_NAME = "biaya-satuan-{code}-{year}"
SHEET = "Biaya satuan"
NOTE_REGION, NOTE_YEAR, NOTE_PERIOD, NOTE_MADE = "Wilayah", "Tahun anggaran", "Capaian", "Dibuat"
NOTE_DEMO = ("Catatan", "Data demonstrasi fiktif")

SIM_COST_TARGET = "Biaya mencapai target"
SIM_COST_MORE = "Biaya menjangkau mereka"
SIM_COST_EXTRA = "Tambahan biaya"
SIM_COST_BEFORE = "semula {amount}"
SIM_COST_NOTE = (
    "Biaya satuan {cost} menurut {source}, harga {year}. Dihitung dari jumlah sasaran seluruh "
    "wilayah; di halaman Biaya satuan kebutuhan dijumlah desa demi desa, jadi dapat lebih besar."
)
SIM_COST_MISSING = "Biayanya tidak dapat dihitung: biaya satuan belum diisi untuk layanan ini."
SIM_COST_LINK = "Isi biaya satuan"
