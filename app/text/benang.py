"""Words of the pages Benang merah and Nasib usulan, and of their files."""

TITLE = "{page} · {name}"
CHOOSE, ALL = "Pilih", "Semua"
DEMO = ("Perhatian", "Data demonstrasi fiktif")

# Benang merah
INTRO = (
    "Satu baris satu rantai: dari tempat bermasalah dan layanan yang tertinggal di sana, lewat "
    "penyebab, usulan, keputusan rapat, anggaran, dan komitmen, sampai realisasi dan cakupan "
    "sesudahnya. Yang ditandai adalah putus yang pertama."
)
EMPTY_TITLE = "Belum ada data layanan untuk {year}"
EMPTY = (
    "Benang merah dimulai dari lokasi masalah, yang dinilai dari capaian layanan analisis situasi "
    "{year} dan pengukuran balita. Isi dulu capaian layanannya di {name}."
)
NO_PLACES_TITLE = "Tidak ada lokasi masalah"
NO_PLACES = (
    "Tidak ada {level} di {name} yang prevalensinya tinggi menurut setelan saat ini, atau datanya "
    "belum cukup untuk dinilai. Periksa di halaman Lokasi masalah."
)
LINK_ENTRY, LINK_PLACES = "Buka Isian", "Buka Lokasi masalah"
FRAME_LATER = "Cakupan sesudahnya: {period}."
FRAME_NO_LATER = "Cakupan sesudahnya: belum ada datanya."
FRAME_SETTINGS = "Lokasi masalah dinilai dengan {settings}"
BREAKS = {
    "tanpa_penyebab": "Tanpa penyebab",
    "tanpa_usulan": "Tanpa usulan",
    "belum_diputuskan": "Belum diputuskan",
    "ditunda_ditolak": "Ditunda/ditolak",
    "tanpa_anggaran": "Tanpa anggaran",
    "tanpa_komitmen": "Tanpa komitmen",
    "belum_terealisasi": "Belum ada realisasi",
    "cakupan_belum_naik": "Cakupan belum naik",
    "utuh": "Utuh",
}
BREAKS_HELP = {
    "tanpa_penyebab": "Belum ada penyebab yang dicatat, baik pada masalah maupun pada usulannya.",
    "tanpa_usulan": "Belum ada usulan untuk layanan ini di tempat ini atau di wilayah sekitarnya.",
    "belum_diputuskan": "Usulannya belum diputuskan dalam rapat asalnya.",
    "ditunda_ditolak": "Usulannya ditunda atau ditolak, di rapat asal atau di rapat di atasnya.",
    "tanpa_anggaran": "Belum ada belanja yang memuat usulan ini, atau belanjanya sudah dihapus.",
    "tanpa_komitmen": "Belum ada pihak yang berkomitmen atas usulan ini.",
    "belum_terealisasi": "Realisasi belanjanya nol atau belum ada datanya.",
    "cakupan_belum_naik": "Cakupan tidak naik, atau cakupan sesudahnya belum ada datanya.",
    "utuh": "Setiap mata rantai ada dan cakupannya naik.",
}
FILTER_KECAMATAN, FILTER_AGENCY = "Kecamatan", "OPD"
FILTER_SERVICE, FILTER_BREAK = "Layanan", "Putus di"
COUNT = "{count} rantai di {places} {level}"
COUNT_OF = "{shown} dari {count} rantai"
NO_MATCH = "Tidak ada rantai yang cocok dengan saringan ini."
VIEW_LABEL = "Tampilan"
VIEWS = {"tabel": "Tabel", "kartu": "Kartu"}
SELECT_HINT = (
    "Yang sudah ada usulannya lebih dulu. Cakupan dalam persen, Sesudahnya dalam poin. Pilih satu "
    "baris untuk melihat rantainya langkah demi langkah."
)
CARDS_MORE = "{count} rantai lagi. Persempit saringan untuk melihatnya."
CARD_TITLE = "{place} · {service}: {broken}"
UNCONNECTED = (
    "{count} usulan tidak menjawab layanan yang rendah di lokasi masalah, jadi tidak ada di sini. "
    "Nasibnya ada di halaman Nasib usulan."
)
LINK_FATE = "Buka Nasib usulan"
COLUMNS = {
    "place": "Tempat",
    "broken": "Putus di",
    "parent": "Kecamatan",
    "service": "Layanan",
    "coverage": "Cakupan",
    "causes": "Penyebab",
    "proposal": "Usulan",
    "decision": "Keputusan",
    "budget_idr": "Anggaran",
    "promises": "Komitmen",
    "realised_idr": "Realisasi",
    "rise": "Sesudahnya",
}
HEADINGS = {
    "code": "Kode wilayah",
    "place": "Tempat",
    "parent": "Kecamatan",
    "type": "Jenis lokasi masalah",
    "item": "Kode layanan",
    "service": "Layanan",
    "lagging": "Tertinggal",
    "cakupan_pct": "Cakupan (%)",
    "target_pct": "Target (%)",
    "causes": "Penyebab",
    "number": "Nomor usulan",
    "activity": "Usulan kegiatan",
    "reach": "Cakupan tempat usulan",
    "agency": "OPD",
    "decision": "Keputusan rapat asal",
    "higher": "Keputusan rapat di atasnya",
    "fate": "Nasib",
    "fate_reason": "Alasan nasib",
    "lines": "Belanja yang memuat",
    "budget_idr": "Anggaran (Rp)",
    "promises": "Komitmen",
    "realised_idr": "Realisasi (Rp)",
    "rise": "Cakupan sesudahnya (poin)",
    "broken": "Putus di",
}
SHEET = "Benang merah"
FILE_NAME = "benang-merah-{code}-{year}"
DOWNLOAD = "Unduh Excel"
NOTE_YEAR, NOTE_LATER, NOTE_BREAK, NOTE_JOIN = (
    "Tahun siklus",
    "Cakupan sesudahnya",
    "Putus di",
    "Penyambungan",
)
NOTE_LEVEL, NOTE_FILTER = "Tingkat", "Saringan"
BREAK_RULE = (
    "mata rantai pertama yang tidak ada: penyebab, usulan, keputusan, anggaran, komitmen, "
    "realisasi, kenaikan cakupan"
)
JOIN_RULE = (
    "menurut kode wilayah dan layanan; usulan untuk seluruh kecamatan dihitung bagi setiap "
    "desanya; satu usulan dapat menjawab beberapa rantai, jadi rupiah antarbaris tidak dijumlahkan"
)
NO_LATER = "belum ada data"
NO_SERVICE = "Tidak ada layanan yang tertinggal"
NO_VALUE = "-"
YES, NO = "ya", "tidak"
REACHES = {
    "tempat_itu": "tempat ini",
    "sekecamatan": "sekecamatan",
    "sekabupaten": "sekabupaten/kota",
    "seprovinsi": "seprovinsi",
    "sebagian": "sebagian wilayahnya",
    "": "",
}
PROPOSAL = "{number} · {activity}"
PROPOSAL_REACH = "{number} · {activity} ({reach})"
DECISIONS = {
    "belum": "belum diputuskan",
    "disepakati": "disepakati",
    "ditunda": "ditunda",
    "ditolak": "ditolak",
}
DECISION_BOTH = "{own}; di atasnya {higher}"
PROMISE_COUNT = "{count} komitmen"
JOIN = "; "

STEPS = {
    "lokasi": "Lokasi masalah",
    "layanan": "Layanan tertinggal",
    "penyebab": "Penyebab",
    "usulan": "Usulan",
    "keputusan": "Keputusan",
    "anggaran": "Anggaran",
    "komitmen": "Komitmen",
    "realisasi": "Realisasi",
    "cakupan": "Cakupan sesudahnya",
}
STEP_STATES = {"ada": "ada", "putus": "putus di sini", "tiada": "belum ada"}
STEP_TITLE = "{number}. {title}: {state}"
STEP_LINKS = {
    "lokasi": "Buka Lokasi masalah",
    "layanan": "Buka Layanan tertinggal",
    "penyebab": "Buka Masalah dan usulan",
    "usulan": "Buka Rembuk",
    "keputusan": "Buka Rembuk",
    "anggaran": "Buka Nasib usulan",
    "komitmen": "Buka Rembuk",
    "realisasi": "Buka Anggaran",
    "cakupan": "Buka Cakupan",
}
STEP_COVERAGE = "Cakupan {coverage}, target {target}; masih perlu dijangkau {need}."
STEP_LOWEST = "Tidak tertinggal dari layanan lain di sana, tetapi masih rendah."
STEP_NO_SERVICE = "Tidak ada layanan yang rendah di sana; masalahnya bukan cakupan layanan."
STEP_NO_CAUSE = "Belum ada penyebab yang dicatat."
STEP_NO_PROPOSAL = "Belum ada usulan."
STEP_PLACES = "Untuk {places}; pelaksana {agency}; {amount}."
STEP_OWN_DECISION = "Rapat asal ({region}): {decision}."
STEP_HIGHER_DECISION = "Rapat {region}: {decision}."
STEP_NOT_DISCUSSED = "Belum dibahas dalam rapat di atasnya."
STEP_REASON = "{sentence} Alasan: {reason}"
STEP_FATE = "Nasib: {fate}."
STEP_NO_LINE = "Belum ada belanja yang memuatnya."
STEP_NO_PROMISE = "Belum ada komitmen atas usulan ini."
STEP_SPENT = "Realisasi {amount}."
STEP_SPENT_NONE = "Realisasi belum ada datanya."
STEP_RISE = "{change}."
STEP_RISE_NONE = "Belum ada data cakupan sesudah analisis situasi ini."
PROMISE = "{who}: {statement} ({state}{due})"
PROMISE_DUE = ", tenggat {date}"
PROMISE_STATES = {
    "belum": "belum dikerjakan",
    "berjalan": "berjalan",
    "selesai": "selesai",
    "batal": "batal",
}

# Lines of a budget
LINE = "{account} {description}"
LINE_WHOLE = "Seluruh subkegiatan {name} ({count} baris)"
LINE_NO_DESCRIPTION = "tanpa uraian"
LINE_WHERE = "{line} · {skpd}, {budget}"
LINE_AMOUNT = "bagian usulan ini {amount} dari {total}"
LINE_TOTAL = "{total}, bagian usulan ini tidak dinyatakan"
LINE_GONE = "Baris yang ditautkan di {budget} sudah tidak ada dalam berkas terbaru."
LINE_DROPPED = "Tidak ada lagi di {newest}."
LINE_CHANGED = "Di {newest} menjadi {total}."
LINE_SPENT = "Realisasi baris {amount} ({budget})."

# Nasib usulan
FATES = {
    "terakomodir": "Terakomodir",
    "sebagian": "Sebagian",
    "tidak": "Tidak terakomodir",
    "belum_dicocokkan": "Belum dicocokkan",
    "belum_diputuskan": "Belum diputuskan",
    "tidak_dilanjutkan": "Ditunda/ditolak",
}
FATES_HELP = {
    "terakomodir": "Seluruhnya dimuat dalam belanja yang ditautkan.",
    "sebagian": "Sebagian dimuat; alasannya dicatat.",
    "tidak": "Tidak dimuat; alasannya dicatat.",
    "belum_dicocokkan": "Sudah disepakati, tetapi belum dicari dalam anggaran.",
    "belum_diputuskan": "Belum diputuskan dalam rapat asalnya.",
    "tidak_dilanjutkan": "Ditunda atau ditolak, di rapat asal atau di rapat di atasnya.",
}
FATE_INTRO = (
    "Setiap usulan dari rapat tahun {year}: keputusan kecamatan, keputusan kabupaten/kota, lalu "
    "apakah dimuat dalam anggaran {next}, di belanja mana, dan berapa realisasinya."
)
FATE_WAITING = (
    "{count} usulan yang disepakati belum tertampung ({amount}). Cocokkan dengan anggaran {next} "
    "pada tahapan Penandaan tahun depan."
)
FATE_WAITING_UNKNOWN = "{count} di antaranya belum ada anggarannya."
FATE_EMPTY_TITLE = "Belum ada usulan untuk {year}"
FATE_EMPTY = (
    "Usulan dicatat dalam rapat di halaman Rembuk. Sesudah disepakati, nasibnya dapat diikuti di "
    "sini."
)
LINK_MEETING = "Buka Rembuk"
FATE_NATION_TITLE = "Pilih kecamatan, kabupaten/kota, atau provinsi"
FATE_NATION = "Usulan dicatat per wilayah. Pilih wilayahnya di samping."
TOTAL, TOTAL_HELP = "Usulan", "Semua usulan rapat wilayah ini dan wilayah di dalamnya."
FATE_FILTER = "Nasib"
FATE_FILTER_REGION, FATE_FILTER_AGENCY = "Dari", "OPD"
FATE_COUNT = "{shown} dari {count} usulan"
FATE_NO_MATCH = "Tidak ada usulan yang cocok dengan saringan ini."
FATE_HINT = "Pilih satu usulan untuk melihat perjalanannya atau mencocokkannya dengan anggaran."
FATE_COLUMNS = {
    "number": "Nomor",
    "activity": "Kegiatan",
    "fate": "Nasib",
    "own": "Rapat asal",
    "higher": "Rapat di atasnya",
    "amount_idr": "Diusulkan",
    "budget_idr": "Anggaran",
    "realised_idr": "Realisasi",
    "agency": "OPD",
    "region": "Dari",
}
FATE_HEADINGS = {
    "number": "Nomor",
    "region": "Dari",
    "activity": "Kegiatan",
    "places": "Tempat",
    "agency": "OPD",
    "amount_idr": "Diusulkan (Rp)",
    "own": "Keputusan rapat asal",
    "own_reason": "Alasan rapat asal",
    "higher": "Keputusan rapat di atasnya",
    "higher_reason": "Alasan rapat di atasnya",
    "fate": "Nasib",
    "fate_reason": "Alasan nasib",
    "lines": "Belanja yang memuat",
    "budget_idr": "Anggaran (Rp)",
    "realised_idr": "Realisasi (Rp)",
}
FATE_SHEET = "Nasib usulan"
FATE_FILE = "nasib-usulan-{code}-{year}"
DETAIL_TITLE = "{number} · {activity}"
NO_PLACE, NO_AGENCY, NO_AMOUNT = "tempat belum disebut", "belum disebut", "anggaran belum disebut"
NOT_DISCUSSED = "belum dibahas"

MATCH_TITLE = "Cocokkan dengan anggaran"
MATCH_NONE = (
    "Belum ada anggaran {year} atau sesudahnya untuk wilayah ini. Impor dulu di Data masuk."
)
MATCH_FORBIDDEN = (
    "Dicocokkan oleh {agency}, oleh pencatat usulan, atau oleh Bappeda; Anda dapat membacanya."
)
MATCH_NOT_AGREED = (
    "Baru dapat dicocokkan sesudah disepakati dan tidak ditunda atau ditolak di atasnya."
)
THE_AGENCY = "OPD pelaksana"
SNAPSHOT = "Anggaran"
SEARCH = "Cari belanja"
SEARCH_HINT = "kata dalam uraian, subkegiatan, rekening, atau SKPD"
SUGGESTED = "Kemungkinan belanja (saran)"
FOUND = "Belanja yang cocok dengan “{words}” ({count})"
NOTHING_FOUND = "Tidak ada belanja yang cocok. Ubah kata pencariannya."
OPTION = "{description} · {subkegiatan} · {skpd} · {total}"
OPTION_WHY = "{option} [{why}]"
WHYS = {"layanan": "layanan sama", "tempat": "tempat sama", "opd": "OPD sama", "kata": "kata mirip"}
WHOLE = "Tautkan seluruh subkegiatannya"
PART = "Bagian usulan ini (Rp)"
PART_HINT = "kosongkan bila tidak dinyatakan"
LINK_BUTTON = "Tautkan"
UNLINK = "Lepas tautan"
FATE_LABEL = "Nasib usulan"
REASON_LABEL = "Alasan"
REASON_HINT = "Wajib bila sebagian atau tidak terakomodir."
FATE_SAVE = "Simpan nasib"
LINKED = "Belanja sudah ditautkan. Lanjutkan dengan menyatakan nasibnya."
UNLINKED = "Tautan sudah dilepas."
FATE_SAVED = "Nasib usulan sudah disimpan."
FAULTS = {
    "usulan_hilang": "Tidak ada yang disimpan: usulan ini sudah dihapus. Muat ulang halaman ini.",
    "belum_disepakati": (
        "Tidak ada yang disimpan: usulan ini belum disepakati, atau ditunda atau ditolak dalam "
        "rapat di atasnya."
    ),
    "baris_hilang": (
        "Tidak ada yang disimpan: belanja itu sudah tidak ada dalam berkas terbaru. Cari lagi."
    ),
    "subkegiatan_ganda": (
        "Tidak ada yang disimpan: subkegiatan itu ada pada beberapa SKPD. Tautkan barisnya satu "
        "per satu."
    ),
    "anggaran_asing": (
        "Tidak ada yang disimpan: anggaran itu milik wilayah lain atau lebih lama dari usulannya."
    ),
    "sudah_tertaut": "Belanja itu sudah ditautkan pada usulan ini.",
    "melebihi_baris": (
        "Tidak ada yang disimpan: bagian ini, bersama bagian usulan lain, melebihi jumlah belanja "
        "itu. Kurangi bagiannya."
    ),
    "tanpa_tautan": (
        "Tidak ada yang disimpan: tautkan dulu belanja yang memuatnya, baru nyatakan terakomodir."
    ),
    "masih_tertaut": (
        "Tidak ada yang disimpan: masih ada belanja yang ditautkan. Lepas dulu tautannya, atau "
        "pilih terakomodir sebagian."
    ),
    "alasan_kosong": (
        "Tidak ada yang disimpan: tuliskan alasannya untuk usulan yang tidak atau hanya sebagian "
        "terakomodir."
    ),
    "alasan_panjang": "Tidak ada yang disimpan: alasan paling panjang 1.000 huruf. Ringkaslah.",
    "alasan_tanda": (
        "Tidak ada yang disimpan: alasan memuat tanda yang tidak dapat dipakai: < > { } ` $ \\"
    ),
    "nasib_asing": "Tidak ada yang disimpan: pilih nasibnya.",
    "bagian_nol": "Tidak ada yang disimpan: kosongkan bagiannya bila tidak dinyatakan.",
    "bagian": "Tidak ada yang disimpan: {why}",
}
LOCKED = (
    "Tidak ada yang disimpan: penandaan tahun depan bagian ini sudah {state}. Mintalah "
    "dikembalikan atau dibuka kembali di halaman Tahapan."
)
FORBIDDEN = (
    "Tidak ada yang disimpan: peran Anda tidak mencakup usulan ini. Hubungi admin di "
    "kabupaten/kota Anda."
)
CONFLICT = (
    "{who} sudah mengubah usulan ini sejak Anda membukanya. Tidak ada yang disimpan; periksa lagi "
    "keadaannya."
)
ALREADY_GONE = "Tautan itu sudah dilepas orang lain."
