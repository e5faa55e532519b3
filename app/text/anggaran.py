"""Words of the page Anggaran, its files and exports."""

CHOOSE = "Pilih"
KINDS_OF_SNAPSHOT = {
    "rencana": "Rencana {year}",
    "murni": "APBD murni {year}",
    "perubahan": "APBD perubahan {year}",
}
SNAPSHOT_LABEL = "Potret anggaran"
PERIOD_LABEL = "Kebutuhan menurut layanan"
NO_PERIOD = "belum ada data layanan"
PRIORITY_LABEL = "Lokasi prioritas"
PRIORITIES = {"masalah": "Lokasi masalah", "lokus": "Lokus menurut SK"}
PRIORITY_PROBLEMS = (
    "{count} desa/kelurahan lokasi masalah (tipe 1, tipe 2, atau campuran; {settings})"
)
PRIORITY_LOKUS = "{count} desa/kelurahan lokus tahun {year} menurut SK"
PRIORITY_NONE = {
    "masalah": (
        "Belum ada desa/kelurahan yang dapat disebut lokasi masalah: prevalensi atau cakupan "
        "layanannya belum cukup, atau memang tidak ada yang tinggi."
    ),
    "lokus": "Belum ada lokus tahun {year} yang dicatat menurut SK.",
}

NATION_TITLE = "Pilih provinsi atau kabupaten/kota"
NATION = (
    "Anggaran dibaca per pemiliknya: pemerintah provinsi atau kabupaten/kota. Pilih wilayah di "
    "bilah samping."
)
EMPTY_TITLE = "Belum ada anggaran yang dimasukkan"
EMPTY = "Anggaran {name} belum dimasukkan, sehingga belum dapat dikatakan apa yang dibiayai."
EMPTY_STEPS = (
    "1. Operator Bappeda mengunduh rincian belanja (RKA/DPA) dari SIPD, lalu mengunggahnya di Data "
    "masuk sebagai APBD murni, APBD perubahan, atau rencana tahun depan.",
    "2. Operator perangkat daerah dan kecamatan menandai belanja yang menyasar stunting di halaman "
    "Penandaan.",
    "3. Bappeda mengisi biaya satuan layanan, supaya kebutuhan dapat dihitung dalam rupiah.",
)
LINK_INTAKE = "Ke Data masuk"
LINK_TAGGING = "Ke Penandaan"
LINK_COSTS = "Isi biaya satuan"
LINK_TARGET = "Ke Target"
LINK_PROBLEMS = "Ke Lokasi masalah"
LINK_PROGRAMMES = "Ke Program desa dan mitra"
NOTHING_TAGGED_TITLE = "Belum ada belanja yang ditandai"
NOTHING_TAGGED = (
    "{snapshot} {name} sudah dimasukkan ({lines} baris, {total}), tetapi belum ada yang ditandai "
    "untuk stunting di wilayah ini."
)

LINE = "{snapshot} milik {owner} · {tagged} ditandai dari {total}"
LINE_KECAMATAN = (
    "{snapshot} milik {owner} · {tagged} ditempatkan di {name} atau milik perangkat kecamatannya"
)
MARK = "{stage}: {words}"
MARK_OWNER = "perangkat daerah"
MARK_KECAMATAN = "kecamatan"
MARK_DIVIDED = "mengandung bagi rata: {amount}"
MARK_DIVIDED_HELP = (
    "Jumlah ini hasil bagi rata atas beberapa layanan atau desa saat menandai, bukan jumlah yang "
    "disebut dalam anggaran."
)
STATE_UNKNOWN = "keadaan persetujuan belum diketahui"
AGAINST = "Kebutuhan: {period}. Lokasi prioritas: {priority}."
KECAMATAN_NOTE = (
    "{desa} dilihat dalam kecamatannya. Uang yang hanya ditempatkan di kecamatan belum terurai "
    "sampai desa."
)

QUESTIONS = {
    "dibiayai": "Dibiayai?",
    "cukup": "Cukup?",
    "lokasi": "Di lokasi prioritas?",
}
LAMP_WORDS = {
    "dibiayai": {
        "hijau": "Dibiayai",
        "kuning": "Sebagian dibiayai",
        "merah": "Banyak yang belum dibiayai",
        "abu": "Belum dapat dikatakan",
    },
    "cukup": {
        "hijau": "Cukup",
        "kuning": "Kurang",
        "merah": "Sangat kurang",
        "abu": "Belum dapat dikatakan",
    },
    "lokasi": {
        "hijau": "Sebanding kebutuhan",
        "kuning": "Kurang sebanding",
        "merah": "Tidak sebanding",
        "abu": "Belum dapat dikatakan",
    },
}
LAMP_SIGNS = {"hijau": "✓", "kuning": "≈", "merah": "×", "abu": "?"}
FIGURE_FUNDED = "{funded} dari {services}"
FIGURE_NONE = "–"
SENTENCE_FUNDED = (
    "{funded} dari {services} layanan yang masih harus menjangkau sasaran mendapat uang langsung "
    "(untuk sasaran atau untuk layanan)."
)
FUNDED_REST = "Sisanya: {parts}."
FUNDED_UNFUNDED = "{count} tanpa uang sama sekali"
FUNDED_SUPPORT = "{count} hanya bimbingan atau administrasi"
FUNDED_UNSPREAD = "{count} hanya uang yang belum terurai ke wilayah ini"
SENTENCE_ENOUGH = (
    "Uang langsung memenuhi {covered} dari kebutuhan {need}; masih kurang {gap}. Kelebihan di satu "
    "layanan tidak menutup kekurangan layanan lain."
)
SENTENCE_PLACED = (
    "{placed_pct} uang langsung yang sampai ke desa ada di lokasi prioritas, sedangkan {need_pct} "
    "kebutuhan ada di sana."
)
PLACED_UNPLACED = "{amount} belum terurai sampai desa dan tidak ikut dihitung."
WHY_TITLE = "Mengapa"
REASONS = {
    "belum_ada_tanda": "belum ada belanja yang ditandai",
    "biaya_kosong": "biaya satuan belum diisi",
    "sasaran_tak_diketahui": (
        "jumlah yang masih harus dijangkau belum diketahui: capaian atau target layanannya belum ada"
    ),
    "tanpa_kebutuhan": "menurut target, tidak ada lagi yang perlu dijangkau",
    "lokasi_prioritas_kosong": "belum ada lokasi prioritas",
    "belum_ditempatkan": "belum ada uang langsung yang ditempatkan sampai desa",
}
REASON = "Belum dapat dikatakan: {reason}."
WHY_COST_PARTIAL = "{count} layanan belum ikut dihitung: biaya satuan belum diisi."
WHY_REACH_PARTIAL = (
    "{count} layanan belum ikut dihitung: jumlah yang masih harus dijangkau belum diketahui."
)
WHY_DESA_PARTIAL = (
    "Ada layanan yang kebutuhannya belum diketahui di sampai {count} desa/kelurahan, sehingga "
    "kebutuhan sedikitnya sebesar ini."
)
WHY_KNOWN = "Dihitung dari {count} layanan yang kebutuhannya diketahui."
WHY_BOUNDS = {
    "dibiayai": "Biru bila {good} layanan dibiayai, biru muda mulai {some}.",
    "cukup": "Biru bila {good} kebutuhan terpenuhi, biru muda mulai {some}.",
    "lokasi": (
        "Biru bila bagian uang di lokasi prioritas sedikitnya {good} dari bagian kebutuhannya, biru "
        "muda mulai {some}."
    ),
}
WHY_DEFAULT = "Batas ini bawaan Konvergensi, bukan dari pedoman."
UNPLACED_TITLE = "Uang langsung yang belum terurai"
UNPLACED = "Belum terurai sampai {level}: {parts}. Uang ini tidak disebar diam-diam."
UNPLACED_REASONS = {
    "seluruh_wilayah": "{amount} untuk seluruh wilayah",
    "kabupaten": "{amount} hanya sampai kabupaten/kota",
    "kecamatan": "{amount} hanya sampai kecamatan",
    "tanpa_tempat": "{amount} tanpa tempat",
    "luar_wilayah": "{amount} dengan tempat di luar wilayah ini",
}

SERVICES_TITLE = "Tiga jawaban per layanan"
SERVICES_HINT = "Pilih satu baris untuk melihat belanjanya. Tanda * berarti uang langsungnya mengandung bagi rata."
DIVIDED_SIGN = "{amount} *"
SERVICES_COLUMNS = {
    "service": "Layanan",
    "funded": "Dibiayai?",
    "enough": "Cukup?",
    "located": "Di lokasi prioritas?",
    "serving_idr": "Uang langsung",
    "need_idr": "Kebutuhan",
    "gap_idr": "Celah",
    "people": "Masih harus dijangkau",
    "sufficiency_pct": "Uang terhadap kebutuhan",
    "placement_pct": "Uang di lokasi prioritas",
    "need_share_pct": "Kebutuhan di lokasi prioritas",
    "mitra_idr": "Program desa dan mitra",
}
FUNDED_WORDS = {
    "dibiayai": "✓ dibiayai",
    "belum_terurai": "≈ belum terurai",
    "hanya_pendukung": "≈ hanya pendukung",
    "tidak_dibiayai": "× tidak dibiayai",
}
ENOUGH_WORDS = {
    "cukup": "✓ cukup",
    "kurang": "≈ kurang",
    "sangat_kurang": "× sangat kurang",
    "tanpa_kebutuhan": "– tidak ada kebutuhan",
    "tak_dapat_dinilai": "? {reason}",
}
LOCATED_WORDS = {
    "sesuai": "✓ sebanding",
    "kurang": "≈ kurang sebanding",
    "tidak_sesuai": "× tidak sebanding",
    "tak_dapat_dinilai": "? {reason}",
}
SHORT_REASONS = {
    "biaya_kosong": "biaya satuan belum diisi",
    "sasaran_tak_diketahui": "sasaran belum diketahui",
    "lokasi_prioritas_kosong": "lokasi prioritas belum ada",
    "belum_ditempatkan": "belum sampai desa",
    "tanpa_kebutuhan": "tidak ada kebutuhan",
}
POOLED_SERVICE = "{labels} · {name}"
AT_LEAST = "≥ {amount}"

MATRIX_TITLE = "Celah dana per layanan dan {level}"
MATRIX_INTRO = (
    "Kebutuhan dikurangi uang langsung APBD yang ditempatkan di sana dan program desa atau mitra "
    "yang disetujui camat. Pilih satu sel untuk melihat hitungan dan belanjanya."
)
MATRIX_SERVICE = "Layanan"
MATRIX_HEADS = {"service": MATRIX_SERVICE, "total": "Jumlah celah", "loose": "Belum terurai"}
MATRIX_LEGEND = {
    "terpenuhi": "✓ terpenuhi",
    "sebagian": "≈ celah paling banyak {share} kebutuhan",
    "besar": "× celah di atas {share} kebutuhan",
    "tanpa_kebutuhan": "tidak ada yang perlu dijangkau",
    "belum": "belum dapat dihitung",
}
MATRIX_CELL_GOOD = "✓ Rp0"
MATRIX_CELL_NO_NEED = "0"
MATRIX_CELL_UNKNOWN = "?"
MATRIX_UNKNOWN = "{count} layanan belum dapat dihitung di semua {level}: {names}."
MATRIX_UNKNOWN_COST = "Biaya satuan belum diisi: {names}."
MATRIX_UNKNOWN_REACH = "Yang masih harus dijangkau belum diketahui: {names}."
MATRIX_NONE = (
    "Celah belum dapat dihitung untuk satu layanan pun. Isi biaya satuan dan pastikan target serta "
    "capaian layanan sudah ada."
)
MATRIX_DOUBLE = (
    "Jumlah menambahkan celah tiap {level}; kelebihan di satu tempat tidak menutup kekurangan di "
    "tempat lain. Belum terurai: uang langsung layanan itu untuk wilayah yang lebih luas atau tanpa "
    "tempat; tidak dikurangkan dari celah {level} mana pun."
)
CELL_TITLE = "{service} – {place}"
CELL_LABELS = {
    "people": "Masih harus dijangkau",
    "need_idr": "Kebutuhan",
    "apbd_idr": "Uang langsung APBD",
    "mitra_idr": "Program desa dan mitra",
    "gap_idr": "Celah",
}
CELL_ABOVE = "Untuk layanan ini ada {amount} yang hanya ditempatkan di wilayah yang lebih luas."
CELL_UNSAID = "Untuk layanan ini ada {amount} yang tidak menyebut tempat."
CELL_PARTIAL = "Kebutuhan {count} desa belum diketahui, sehingga celah sedikitnya sebesar ini."
CELL_COST = "Biaya satuan {cost} (harga {year}, {source})."
CELL_DIVIDED = "Di antaranya {amount} hasil bagi rata."

LINES_TITLE = "Belanja: {what}"
LINES_COUNT = "{tags} tanda pada {lines} baris belanja, {amount}"
LINES_NONE = "Tidak ada belanja yang ditandai untuk ini."
DOWNLOAD_LINES = "Unduh belanja ini (Excel)"
LINES_HEADINGS = {
    "skpd_name": "Perangkat daerah",
    "subkegiatan_code": "Kode sub kegiatan",
    "subkegiatan_name": "Sub kegiatan",
    "account_code": "Kode rekening",
    "account_name": "Nama rekening",
    "description": "Uraian belanja",
    "fund": "Sumber dana",
    "service": "Layanan",
    "target_group": "Kelompok sasaran",
    "place_code": "Kode tempat",
    "place": "Tempat",
    "kind": "Jenis belanja",
    "amount_idr": "Ditandai (Rp)",
    "basis": "Cara menyatakan",
    "coefficient": "Koefisien",
    "volume": "Volume",
    "unit": "Satuan",
    "unit_price_idr": "Harga satuan (Rp)",
    "total_idr": "Jumlah baris (Rp)",
    "realisation_idr": "Realisasi baris (Rp)",
    "realised_idr": "Realisasi bagian ini (Rp, sebanding)",
}
KINDS = {
    "sasaran": "untuk sasaran",
    "layanan": "untuk layanan",
    "bimbingan": "bimbingan dan pengawasan",
    "administrasi": "administrasi umum",
}
BASES = {
    "seluruhnya": "seluruh baris",
    "persen": "persen",
    "volume": "volume",
    "rupiah": "rupiah",
}
BASIS_DIVIDED = "{basis}, dibagi rata"
NO_SERVICE = "tanpa layanan"
NO_GROUP = "tanpa kelompok sasaran"
NO_PLACE = "tanpa tempat"
NO_FUND = "sumber dana tidak disebut"
WHOLE_REGION = "seluruh {name}"
OTHERS = "lainnya ({count})"

FLOW_TITLE = "Alur dana: sumber, perangkat daerah, kelompok sasaran"
FLOW_COLUMNS = {
    "skpd_name": "Perangkat daerah",
    "tagged_idr": "Ditandai",
    "fund": "Sumber dana",
    "target_group": "Kelompok sasaran",
}
FLOW_HOVER_NODE = "%{label}<br>%{customdata}<extra></extra>"
FLOW_HOVER_LINK = "%{source.label} → %{target.label}<br>%{customdata}<extra></extra>"
FLOW_PICTURE, FLOW_TABLE = "Gambar", "Tabel"
FLOW_NOTE = "{layers}. Tampilan tabel membuka belanja tiap alur."
FLOW_LAYERS = ("Sumber dana", "Perangkat daerah", "Kelompok sasaran")

UNFUNDED_TITLE = "Lokasi prioritas tanpa uang langsung"
UNFUNDED_INTRO = (
    "Desa/kelurahan prioritas yang masih harus menjangkau sasaran suatu layanan, tetapi tidak satu "
    "pun belanja langsung APBD ditempatkan di sana untuk layanan itu."
)
UNFUNDED_FILTER = "Layanan"
UNFUNDED_ALL = "Semua layanan ({count})"
UNFUNDED_COUNT = "{pairs} pasangan desa dan layanan, di {desa} desa/kelurahan"
UNFUNDED_NONE = (
    "Semua lokasi prioritas mendapat uang langsung untuk layanan yang masih kurang di sana."
)
UNFUNDED_COLUMNS = {
    "desa": "Desa/kelurahan",
    "kecamatan": "Kecamatan",
    "service": "Layanan",
    "lagging": "Tertinggal",
    "people": "Masih harus dijangkau",
    "gap": "Celah",
    "above": "Uang di wilayah yang lebih luas",
    "partners": "Program desa dan mitra",
    "need": "Kebutuhan",
}
UNFUNDED_AROUND = "{service}, untuk wilayah yang lebih luas dari {place} atau tanpa tempat"
LAGGING_YES = "tertinggal"
UNSAID_NOTE = "Uang langsung tanpa tempat tidak dihitung untuk desa mana pun: {amount}."

ADMIN_TITLE = "Bagian administrasi per perangkat daerah"
ADMIN_NOTE = (
    "Administrasi umum {share} dari seluruh uang yang ditandai ({amount}). Jenis diusulkan dari "
    "kode rekening dan dapat dikoreksi penanda. Belanja tiap perangkat daerah dibuka di bagian Serapan."
)
ADMIN_X = "Bagian dari uang yang ditandai"
ADMIN_HOVER = "{name}<br>{kind}: {amount} ({share})"
ADMIN_LABEL = "administrasi {share}"
CHECKS_TITLE = "Pemeriksaan penandaan berlebih"
CHECKS_INTRO = "Pilih satu pemeriksaan untuk melihat belanjanya."
CHECKS_COLUMNS = {
    "check": "Yang diperiksa",
    "tag_count": "Tanda",
    "line_count": "Baris belanja",
    "doubtful_idr": "Uang yang perlu diperiksa",
}
CHECKS = {
    "tanpa_layanan": "Tanpa layanan",
    "tanpa_sasaran": "Tanpa kelompok sasaran",
    "tanpa_tempat": "Tanpa tempat",
    "ganda_baris": "Baris yang ditandai dua kali untuk hal yang sama",
    "ganda_uang": "Uang yang sama pada dua baris",
    "melebihi_baris": "Tanda melebihi jumlah baris",
    "subkegiatan_utuh": "Seluruh sub kegiatan ditandai utuh",
    "jenis_tak_sesuai": "Rekening pendukung yang ditandai untuk sasaran/layanan",
}
CHECKS_CLEAN = "Tidak ada yang perlu diperiksa."

POTRET_TITLE = "Murni, perubahan, dan rencana"
POTRET_INTRO = (
    "Uang langsung per layanan dalam tiap potret siklus {year}. Kosong berarti potretnya belum ada; "
    "Rp0 berarti potretnya ada tetapi tidak ada yang ditandai."
)
POTRET_ONE = (
    "Baru satu potret yang dimasukkan; yang lain tampil di sini setelah diunggah di Data masuk."
)
POTRET_CHANGE = "Perubahan dikurangi murni"
POTRET_TOTAL = "Jumlah"
CHANGES_TITLE = "Baris belanja: {after} dibandingkan {before}"
CHANGES_COLUMNS = {
    "state": "Keadaan",
    "line_count": "Baris",
    "before_idr": "Semula",
    "after_idr": "Menjadi",
    "difference_idr": "Selisih",
}
CHANGE_STATES = {"baru": "baru", "hilang": "hilang", "berubah": "berubah", "tetap": "tetap"}
CHANGES_BUTTON = "Bandingkan baris demi baris"

ABSORPTION_TITLE = "Serapan uang yang ditandai"
ABSORPTION_NONE = "Realisasi belum disebut dalam berkas anggaran mana pun yang ditandai."
ABSORPTION_NOTE = (
    "Realisasi baris dikalikan bagian yang ditandai: sebanding, bukan pembukuan. Hanya baris yang "
    "realisasinya disebut: {told} dari {tagged}."
)
ABSORPTION_BY = "Menurut"
ABSORPTION_GROUPS = {
    "skpd_name": "Perangkat daerah",
    "fund": "Sumber dana",
    "bidang": "Bidang urusan",
    "item_code": "Layanan",
    "target_group": "Kelompok sasaran",
    "kind": "Jenis belanja",
}
ABSORPTION_COLUMNS = {
    "group": "Kelompok",
    "tagged_idr": "Ditandai",
    "serving_idr": "Uang langsung",
    "administrasi_pct": "Administrasi",
    "told_idr": "Yang realisasinya disebut",
    "realised_idr": "Realisasi",
    "absorption_pct": "Serapan",
    "note": "Catatan",
}
ABOVE_100 = "di atas 100 %: periksa realisasinya"
BIDANG = "bidang {code}"

OTHERS_TITLE = "Kabupaten/kota di dalamnya"
OTHERS_INTRO = "Anggaran tiap kabupaten/kota, {snapshot}; tidak dijumlahkan dengan milik provinsi."
OTHERS_COLUMNS = {
    "name": "Kabupaten/kota",
    "total_idr": "Seluruh anggaran",
    "tagged_idr": "Ditandai",
    "serving_idr": "Uang langsung",
    "state": "Keadaan",
}
OTHERS_MISSING = "belum dimasukkan"
OTHERS_THERE = "sudah dimasukkan"

DOWNLOADS_TITLE = "Unduhan"
DOWNLOAD_DOCUMENT = "Dokumen penandaan (Excel)"
DOWNLOAD_GAPS = "Celah dana (Excel)"
DOWNLOAD_ALL = "Semua belanja yang ditandai (Excel)"
FILE_LINES = "belanja-{code}-{snapshot}"
FILE_GAPS = "celah-dana-{code}-{snapshot}"
FILE_DOCUMENT = "dokumen-penandaan-{code}-{snapshot}"

SHEET_LINES = "Belanja ditandai"
SHEET_GAPS = "Celah dana"
SHEET_DOCUMENT = "Dokumen penandaan"
DOCUMENT_TITLE = "Penandaan {snapshot} – {name}"
DOCUMENT_SUBTOTAL = "Jumlah {label}"
DOCUMENT_TOTAL = "Jumlah seluruhnya"
DOCUMENT_HEADINGS = {
    "subkegiatan": "Sub kegiatan",
    "account_code": "Kode rekening",
    "description": "Uraian",
    "coefficient": "Koefisien/volume",
    "unit": "Satuan",
    "unit_price_idr": "Harga satuan (Rp)",
    "total_idr": "Total belanja (Rp)",
    "amount_idr": "Ditandai (Rp)",
    "kind": "Jenis belanja",
    "place": "Tempat",
    "skpd_name": "Perangkat daerah",
    "fund": "Sumber dana",
    "basis": "Cara menyatakan",
}
GAPS_HEADINGS = {
    "region_code": "Kode",
    "name": "Wilayah",
    "level": "Tingkat",
    "label": "Label",
    "service": "Layanan",
    "perlu_dijangkau": "Masih harus dijangkau",
    "need_idr": "Kebutuhan (Rp)",
    "apbd_idr": "Uang langsung APBD (Rp)",
    "divided_idr": "Di antaranya bagi rata (Rp)",
    "above_idr": "Uang di wilayah lebih luas (Rp)",
    "unsaid_idr": "Uang tanpa tempat (Rp)",
    "apbdes_idr": "APBDes (Rp)",
    "swasta_idr": "Swasta (Rp)",
    "swadaya_idr": "Swadaya (Rp)",
    "gap_idr": "Celah (Rp)",
    "funded": "Dibiayai?",
    "sufficiency_pct": "Uang langsung terhadap kebutuhan (%)",
    "enough": "Cukup?",
    "note": "Catatan",
}
NOTE_SNAPSHOT = "Potret anggaran"
NOTE_NOMENCLATURE = "Nomenklatur"
NOTE_PERIOD = "Kebutuhan menurut"
NOTE_TAGGING = "Penandaan"
NOTE_TAGGING_TEXT = (
    "Uang langsung: bagian belanja untuk sasaran dan untuk layanan. Bimbingan dan pengawasan serta "
    "administrasi umum ditampilkan tersendiri. Yang dibagi rata saat menandai diberi tanda."
)
NOTE_PLACE = "Tempat"
NOTE_PLACE_TEXT = (
    "Uang untuk kecamatan atau seluruh wilayah tidak disebar ke desa. Kolom uang di wilayah lebih "
    "luas dan uang tanpa tempat sama untuk tiap wilayah dan tidak boleh dijumlahkan antarwilayah."
)
NOTE_GAP = "Celah"
NOTE_GAP_TEXT = (
    "Kebutuhan (yang masih harus dijangkau kali biaya satuan) dikurangi uang langsung APBD yang "
    "ditempatkan di sana dan program desa atau mitra yang disetujui camat; tidak kurang dari nol. "
    "Kosong bila biaya satuan atau jumlah yang harus dijangkau belum diketahui."
)
NOTE_REALISED = "Realisasi"
NOTE_REALISED_TEXT = (
    "Realisasi baris dikalikan bagian yang ditandai: angka sebanding, bukan pembukuan."
)
NOTE_THRESHOLDS = "Batas"
NOTE_THRESHOLDS_TEXT = "Cukup mulai {good} kebutuhan, kurang mulai {some}; bawaan Konvergensi."
NOTE_SOURCE = "Sumber"
NOTE_SOURCE_TEXT = "Rincian belanja SIPD yang diunggah daerah dan penandaan perangkat daerah."
NOTE_STATE_CLI = "lihat halaman Tahapan; ekspor ini tidak memeriksa persetujuan"

NO_BUDGET = "{name} belum mempunyai anggaran yang dimasukkan."
NO_SNAPSHOT = "Potret {asked} tidak ada untuk {name}. Yang ada: {known}."
BAD_GAP_LEVEL = "Tingkat {level} tidak ada di dalam {name}. Pilih: {known}."
