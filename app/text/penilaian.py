"""Words of the assessment: components, classes, evidence, results, clarifications, rubric."""

SIMULATION = "simulasi, bukan penilaian resmi"
SIMULATION_HELP = (
    "Pedoman menyebut enam komponen dan tiga kelas, tetapi tidak menyebut bobot dan batas nilainya. "
    "Bobot, poin, dan batas di halaman ini bawaan Konvergensi dan dapat diubah Bappeda."
)
UNSETTLED = "belum dapat ditetapkan"
UNSETTLED_PROVISIONAL = "belum dapat ditetapkan (sementara {name})"
NO_SCORE = "belum dapat dinilai"

COMPONENTS = {
    "ansit": "Analisis situasi",
    "perencanaan": "Penguatan perencanaan",
    "pelaksanaan": "Penguatan pelaksanaan",
    "monev": "Monitoring dan evaluasi",
    "regulasi": "Regulasi",
    "publikasi": "Publikasi",
}
COMPONENTS_SHORT = {
    "ansit": "Ansit",
    "perencanaan": "Rencana",
    "pelaksanaan": "Laksana",
    "monev": "Monev",
    "regulasi": "Regulasi",
    "publikasi": "Publikasi",
}
CLASSES = {"tumbuh": "Tumbuh", "berkembang": "Berkembang", "berdaya": "Berdaya"}
CRITERIA = {
    "disetujui": "Disetujui",
    "tepat_waktu": "Tepat waktu",
    "lengkap": "Lengkap",
    "dokumen": "Dokumen keluaran ada",
    "cakupan": "Cakupan layanan naik atau tetap pada target",
    "prevalensi": "Prevalensi stunting turun",
}
REASONS = {
    "tingkat_tanpa_tahapan": "tidak dinilai: tingkat wilayah ini tidak memiliki tahapan tersebut",
    "tanpa_batas_waktu": "tidak dinilai: tahapan ini tanpa batas waktu",
    "tidak_ada_isian": "tidak dinilai: tidak ada yang harus diisi",
    "tanpa_pembanding": "tidak dinilai: belum ada angka tahun ini dan tahun lalu yang sebanding",
    "sedikit_layanan": "tidak dinilai: hanya {counted} layanan yang dapat dibandingkan",
    "sedikit_anak": "tidak dinilai: terlalu sedikit balita diukur",
}
LEFT_OUT = "Bobotnya dibagikan kepada kriteria lain dalam komponen ini."
COMPONENT_LEFT_OUT = "Belum ada yang dapat dinilai; bobotnya dibagikan kepada komponen lain."

# Evidence
STATE = "{state}"
STATE_ON = "{state} pada {date}"
ON_TIME = "selesai {date}, batas {due}"
LATE = "selesai {date}, lewat dari batas {due}"
LATE_OPEN = "belum selesai, batas {due} sudah lewat"
STILL_OPEN = "belum selesai, batas {due} ({days} hari lagi)"
STILL_TODAY = "belum selesai, batasnya hari ini ({due})"
FILLED_CELLS = "{filled} dari {cells} sel (desa dikali butir) terisi"
FILLED_STAGES = "mendukung {filled} dari {cells} tahapan"
DOCUMENTS = "{count} berkas: {names}"
MORE_DOCUMENTS = "dan {count} lagi"
NO_DOCUMENT = "belum ada berkas"
COVERAGE = "{good} dari {counted} layanan naik atau tetap pada target ({period} terhadap {before})"
PREVALENCE = "{before_pct} ({before}) menjadi {now_pct} ({period}), sumber {source}"

# The page
VIEW_LABEL = "Bagian halaman"
VIEWS = {
    "wilayah": "Semua wilayah",
    "rincian": "Rincian",
    "klarifikasi": "Klarifikasi",
    "rubrik": "Rubrik",
}
WRONG_LEVEL_TITLE = "Penilaian dilakukan per kecamatan, kabupaten/kota, dan provinsi"
WRONG_LEVEL = "Pilih salah satunya di sisi kiri. Desa dinilai bersama kecamatannya."
NOT_IN_FORCE = "Wilayah ini tidak berlaku lagi, jadi tidak dinilai. Pilih wilayah yang lain."
CHOOSE = "Pilih"
DASH = "–"
TITLE = "{page} · {name}"
OWN_LINE = "{name} {year}: nilai {total} dari 100, {result}."
BLANK = (
    "Belum ada satu pun tahapan tahun {year} yang dicatat untuk wilayah ini. Nilai di bawah berarti "
    "belum ada catatan, bukan hasil penilaian."
)
OWN_LINE_NONE = "{name} {year}: belum ada yang dapat dinilai."
WAITING = (
    "Kelas ditetapkan setelah penilaian semua {level} di bawahnya disetujui; {count} dari {total} "
    "belum: {names}."
)
PROVISIONAL_NOTE = (
    "Penilaian sementara: semester II belum disetujui, dan tahapan yang belum dikerjakan bernilai "
    "0, juga yang belum jatuh tempo. Pedoman mengizinkan penilaian sementara; nilai dikoreksi "
    "setelah semester II lengkap."
)
CLASS_PROVISIONAL = "{name} (sementara)"
COUNTS_TITLE = "Kelas {level} di wilayah ini"
COUNT_NONE = "belum dapat dinilai"
LEVELS = {"kecamatan": "kecamatan", "kabupaten": "kabupaten/kota", "provinsi": "provinsi"}
NOTHING_BELOW = "Belum ada wilayah di bawahnya. Masukkan daftar wilayah di halaman Data masuk."
COLUMNS = {
    "name": "Wilayah",
    "nilai": "Nilai",
    "kelas": "Kelas (simulasi)",
    "resmi": "Kelas resmi",
    "perubahan": "Poin dari tahun lalu",
}
OPEN_REGION = "Wilayah yang dirinci"
TABLE_HINT = "Pilih satu baris untuk membuka rinciannya."

# One region
TOTAL_LABEL = "Nilai"
CLASS_LABEL = "Kelas menurut nilai"
CHANGE_LABEL = "Poin dari tahun lalu"
OFFICIAL_LABEL = "Hasil resmi"
OFFICIAL_SOURCE = "Sumber hasil resmi {year}: {source}{date}."
OFFICIAL_DATE = ", {date}"
BAR = "{name}: {score} · bobot {weight}"
BAR_NONE = "{name}: belum dapat dinilai · bobot {weight}"
BAR_SHARED = "{name}: {score} · bobot {weight}, menjadi {share}"
EVIDENCE_TITLE = "Bukti {name}"
CRITERION = "**{criterion}**: {score} dari {weight} poin; {evidence}"
CRITERION_LEFT_OUT = "**{criterion}**: {evidence}. {left_out}"
RESULTS_TITLE = "Hasil"
OPEN_PAGE = "Buka {page}"
ATTACH_BELOW = "Lampirkan di bawah, pada Dokumen keluaran tahapan."
RAISES_TITLE = "Yang paling menaikkan nilai"
RAISES_NONE = "Semua yang dapat dinilai sudah terpenuhi, atau tidak dapat dinaikkan lagi tahun ini."
RAISES_INTRO = "Bila terpenuhi seluruhnya, nilai total bertambah sebanyak ini."
RAISE = "+{gain} poin: {what}"
RAISE_STAGE = "{stage}, {criterion}"
COMPARE_TITLE = "Dibandingkan tahun {year}"
COMPARE_INTRO = "Kedua tahun dihitung dengan rubrik yang berlaku sekarang."
COMPARE_UNFINISHED = "Tahun {year} belum selesai: nilainya wajar lebih rendah daripada tahun lalu yang sudah lengkap."
COMPARE_NONE = "Belum ada yang dicatat untuk tahun {year}, jadi tidak ada pembandingnya."
COMPARE_COLUMNS = {
    "component": "Komponen",
    "now": "Tahun {year}",
    "before": "Tahun {before}",
    "change": "Perubahan",
}
COMPARE_TOTAL = "Nilai total"
POINTS = "{points} poin"
APPROVAL_HINT = (
    "Persetujuan hasil penilaian ({approver}) diberikan di halaman Tahapan, setelah klarifikasi "
    "peserta."
)

PAPERS_TITLE = "Dokumen keluaran tahapan"
PAPERS_INTRO = (
    "Lampirkan dokumen keluaran tahapan yang tidak punya halaman lampiran sendiri. Dokumen rapat "
    "berasal dari salinan bertanda tangan di halaman Rembuk."
)
PAPERS_STAGE = "Tahapan"
PAPERS_PART = "Bagian"

# Recorded and official results
RECORD_TITLE = "Hasil yang dicatat"
RECORD_NONE = "Hasil simulasi tahun {year} belum dicatat."
RECORDED = "Dicatat {when} oleh {who}: nilai {score}, {result}."
RECORD_DIFFERS = (
    "Bukti berubah sesudahnya: nilai sekarang {score}. Catat lagi bila rapat memakai nilai ini."
)
RECORD_SAME = "Sama dengan nilai sekarang."
RECORD_BUTTON = "Catat hasil"
RECORD_HELP = "Menyimpan nilai, rubrik, dan bukti seperti yang tampil sekarang."
OFFICIAL_TITLE = "Masukkan hasil resmi"
OFFICIAL_INTRO = (
    "Hasil resmi dicatat di samping simulasi, dengan sumbernya; simulasi tidak berubah."
)
OFFICIAL_CLASS = "Kelas resmi"
OFFICIAL_SCORE = "Nilai resmi (kosongkan bila tidak ada)"
OFFICIAL_SOURCE_LABEL = "Sumber"
OFFICIAL_SOURCE_HINT = "Mis. surat Ditjen Bina Bangda dan nomornya"
OFFICIAL_DATE_LABEL = "Tanggal dokumen"
OFFICIAL_SAVE = "Simpan hasil resmi"

# Clarifications
CLARIFICATION_INTRO = (
    "Dalam rapat penilaian, peserta memberi klarifikasi atas nilai. Angka yang keliru diperbaiki di "
    "halamannya; di sini dicatat apa yang disampaikan dan tindak lanjutnya."
)
CLARIFICATION_NONE = "Belum ada klarifikasi tahun {year}."
CLARIFICATION_COMPONENT = "Komponen"
CLARIFICATION_ASKED = "Disampaikan oleh"
CLARIFICATION_ASKED_HINT = "Nama atau jabatan peserta"
CLARIFICATION_STATEMENT = "Isi klarifikasi"
CLARIFICATION_ANSWER = "Jawaban atau tindak lanjut"
CLARIFICATION_ADD = "Catat klarifikasi"
CLARIFICATION_NEW = "Klarifikasi baru"
CLARIFICATION_SAVE = "Simpan"
CLARIFICATION_REMOVE = "Hapus"
CLARIFICATION_EDIT = "Jawab atau ubah"
CLARIFICATION_HEAD = "{component} · {asked_by}"
CLARIFICATION_ANSWERED = "Jawaban: {answer}"
CLARIFICATION_OPEN = "Belum dijawab."

# The rubric
RUBRIC_INTRO = (
    "Nilai komponen dihitung dari kriteria yang dapat dinilai: poinnya dibagi jumlah poin yang dapat "
    "dinilai dalam komponen itu. Yang belum dikerjakan bernilai 0. Nilai total adalah rata-rata "
    "komponen menurut bobotnya."
)
RUBRIC_SOURCE = (
    "Enam komponen dan tiga kelas menurut Pedoman 2024 (Hasil yang diharapkan, butir 4b); bobot, "
    "poin, dan batas bawaan Konvergensi."
)
RUBRIC_DEFAULT = "Yang berlaku: bawaan Konvergensi."
RUBRIC_OWN = "Yang berlaku: ditetapkan {name}. Alasan: {reason}"
RUBRIC_WEIGHTS = "Bobot komponen (persen nilai total)"
RUBRIC_POINTS = "Poin kriteria"
RUBRIC_BOUNDS = "Batas kelas (nilai paling sedikit)"
RUBRIC_COLUMNS = {"name": "Unsur", "now": "Berlaku", "default": "Bawaan"}
RUBRIC_DEVELOPING = "Berkembang mulai"
RUBRIC_EMPOWERED = "Berdaya mulai"
RUBRIC_EDIT = "Ubah rubrik {name}"
RUBRIC_EDIT_INTRO = "Berlaku juga bagi wilayah di dalamnya. Dampaknya tampil sebelum disimpan."
RUBRIC_SUM = "Jumlah bobot {total}."
RUBRIC_FAULTS = {
    "jumlah": "Jumlah bobot harus 100 persen. Sesuaikan salah satu bobot.",
    "negatif": "Bobot dan poin harus antara 0 dan 100.",
    "tanpa_poin": "Kriteria disetujui harus memiliki poin lebih dari 0.",
    "batas": "Batas Berkembang harus lebih dari 0 dan kurang dari batas Berdaya, paling tinggi 100.",
}
EFFECT_TITLE = "Dampak bila disimpan"
EFFECT_NONE = "Tidak ada wilayah yang berganti kelas."
EFFECT_SOME = "{count} wilayah berganti kelas:"
EFFECT_COLUMNS = {
    "name": "Wilayah",
    "before": "Kelas sekarang",
    "after": "Menjadi",
    "total_before": "Nilai sekarang",
    "total_after": "Menjadi nilai",
}
EFFECT_BELOW = "Kecamatan di dalam kabupaten/kota tanpa rubrik sendiri ikut berubah."
EFFECT_UNCHANGED = "Ubah satu angka atau lebih untuk melihat dampaknya."
RUBRIC_REASON = "Alasan perubahan"
RUBRIC_REASON_HINT = "Alasan ini tercatat di riwayat dan tampil bersama rubrik."
RUBRIC_SAVE = "Simpan rubrik"
RUBRIC_RESET = "Kembali ke bawaan"

# What an action came to
RECORDED_DONE = "Hasil sudah dicatat."
OFFICIAL_DONE = "Hasil resmi sudah disimpan."
CLARIFICATION_DONE = "Klarifikasi sudah disimpan."
CLARIFICATION_REMOVED = "Klarifikasi sudah dihapus."
RUBRIC_DONE = "Rubrik sudah disimpan."
FORBIDDEN = (
    "Peran Anda tidak mencakup langkah ini untuk wilayah tersebut. Bila seharusnya mencakup, "
    "mintalah admin memeriksa peran akun Anda di halaman Pengguna."
)
LOCKED = (
    "Tidak disimpan: tahapan penilaian wilayah ini sudah {state}. Mintalah penyetuju membukanya "
    "kembali di halaman Tahapan, lalu ulangi."
)
LOCKED_NOTE = "Tahapan penilaian wilayah ini sudah {state}; klarifikasi hanya dapat dibaca."
GONE = "Tidak disimpan: barisnya sudah dihapus orang lain. Muat ulang halaman ini."
CHANGED = (
    "Tidak disimpan: {who} sudah mengubahnya lebih dulu. Yang terbaru tampil di bawah; ulangi bila "
    "masih perlu."
)
FAULTS = {
    "kosong": "Isi klarifikasi dan siapa yang menyampaikan belum lengkap. Lengkapi, lalu simpan.",
    "panjang": "Tulisan terlalu panjang (paling banyak 2.000 huruf). Persingkat, lalu simpan.",
    "tanda": "Nama tidak boleh memuat tanda < > { } ` $ \\. Hapus tanda itu, lalu simpan.",
    "tahun": "Tahun siklus harus antara 2024 dan tahun depan.",
    "kelas_kosong": "Kelas resmi belum dipilih. Pilih kelasnya, lalu simpan.",
    "nilai": "Nilai resmi harus antara 0 dan 100.",
    "sumber_kosong": "Sumber hasil resmi belum diisi. Sebutkan surat atau dokumennya, lalu simpan.",
    "tanggal": "Tanggal dokumen tidak boleh di masa depan.",
    "tingkat": "Rubrik ditetapkan kabupaten/kota atau provinsi.",
    "catatan_kosong": "Alasan belum diisi. Tuliskan dulu, lalu simpan.",
    "catatan_panjang": "Alasan paling panjang 2.000 huruf. Persingkat, lalu simpan.",
    "bentrok": "Tidak disimpan: rubrik sudah diubah orang lain. Yang terbaru tampil; ulangi bila perlu.",
}

# Files
DOWNLOAD_TABLE = "Unduh tabel (Excel)"
DOWNLOAD_EVIDENCE = "Unduh bukti (Excel)"
FILE_TABLE = "penilaian-{code}-{year}"
FILE_EVIDENCE = "penilaian-bukti-{code}-{year}"
SHEET = "Penilaian"
SHEET_EVIDENCE = "Bukti"
EXPORT_COLUMNS = {
    "code": "Kode wilayah",
    "name": "Wilayah",
    "level": "Tingkat",
    "year": "Tahun siklus",
    "nilai": "Nilai total (0-100)",
    "kelas": "Kelas (simulasi)",
    "kelas_sementara": "Kelas menurut nilai",
    "belum_selesai": "Wilayah di bawahnya yang belum selesai",
    "kelas_resmi": "Kelas resmi",
    "sumber_resmi": "Sumber hasil resmi",
    "rubrik": "Rubrik",
}
EVIDENCE_COLUMNS = {
    "code": "Kode wilayah",
    "name": "Wilayah",
    "component": "Komponen",
    "stage": "Tahapan",
    "criterion": "Kriteria",
    "weight": "Poin paling banyak (dari 100 komponen)",
    "score": "Poin didapat",
    "evidence": "Bukti",
}
RUBRIC_DEFAULT_WORD = "bawaan Konvergensi"
RUBRIC_OWN_WORD = "ditetapkan {code}"
NOTE_STATUS = "Sifat"
NOTE_YEAR = "Tahun siklus"
NOTE_WEIGHTS = "Bobot komponen"
NOTE_POINTS = "Poin kriteria"
NOTE_BOUNDS = "Batas kelas"
NOTE_RULE = "Cara hitung"
BOUNDS = "Berkembang mulai {developing}, Berdaya mulai {empowered}"
PAIR = "{name} {number}"
BAD_YEAR = "Tahun siklus {asked} tidak dikenal. Tulis empat angka, mis. 2026."
NO_STAGES = "{name} tidak dinilai: penilaian dilakukan per kecamatan, kabupaten/kota, dan provinsi."
