"""Words of entering figures: the grid, the form, faults, preview, conflicts."""

INTRO = (
    "Isi jumlah menurut desa/kelurahan. Kosongkan sel yang belum diketahui; angka 0 berarti memang "
    "tidak ada. Beberapa sel sekaligus dapat ditempel dari Excel."
)
TITLE = "{page} · Kecamatan {name}"
CHOOSE = "Pilih"
KECAMATAN_LABEL = "Kecamatan"
YEAR_LABEL = "Tahun siklus"
STAGE_LABEL = "Tahapan"
PART_LABEL = "Bagian"
PART_OWN = "{agency} (bagian Anda)"
GROUPS = {
    "sasaran": "Sasaran ({count})",
    "capaian": "Capaian layanan ({count})",
    "data_dukung": "Data dukung ({count})",
}
GROUP_NAMES = {
    "sasaran": "Sasaran",
    "capaian": "Capaian layanan",
    "data_dukung": "Data dukung",
}
PERIODS = {
    "ansit": "Analisis situasi {year}",
    "S1": "Semester I {year} (Januari sampai Juni)",
    "S2": "Semester II {year} (Januari sampai Desember)",
}
PERIODS_SHORT = {
    "ansit": "Analisis situasi {year}",
    "S1": "Semester I {year}",
    "S2": "Semester II {year}",
}
DESA = "Desa/kelurahan"
ITEM = "Butir"
ITEM_HEADING = "{short} ({unit})"
ITEM_HELP = "{code} · {name} · satuan: {unit}"
ITEM_HELP_PLAIN = "{code} · {name}"
FILLED = "Terisi {filled} dari {cells} sel ({share})"
EMPTY_VALUE = "belum diketahui"
NO_VALUE = "–"

NO_KECAMATAN_TITLE = "Pilih satu kecamatan"
NO_KECAMATAN = "Isian desa dibuat per kecamatan. Pilih kabupaten/kota atau kecamatannya di samping."
NO_DESA_TITLE = "Kecamatan ini belum punya desa/kelurahan"
NO_DESA = "Masukkan daftar atau batas wilayahnya lewat halaman Data masuk, lalu buka lagi."

VIEW_TABLE, VIEW_FORM = "Tabel", "Per desa"
CHOOSE_DESA = "Desa/kelurahan yang diisi"
SHOW_PREVIOUS = "Tampilkan nilai {period}"
PREVIOUS_TITLE = "Nilai {period}, sebagai pembanding"
PREVIOUS_FIELD = "{period}: {value}"
PREVIOUS_NONE = "Belum ada isian untuk {period}."

READ_ONLY_OTHER = (
    "Bagian ini diisi operator {agency}. Anda dapat membacanya; angka yang keliru disampaikan "
    "kepada mereka."
)
LOCKED = {
    "diajukan": (
        "Bagian ini sudah diajukan, jadi tidak dapat diubah. Bila masih perlu diperbaiki, tarik "
        "ajuannya, atau mintalah verifikator {agency} mengembalikannya{verifiers}."
    ),
    "terverifikasi": (
        "Bagian ini sudah diverifikasi, jadi tidak dapat diubah. Bila masih perlu diperbaiki, "
        "mintalah verifikator {agency} mengembalikannya{verifiers}."
    ),
    "disetujui": (
        "Bagian ini sudah disetujui dan terkunci. Bila harus diperbaiki, mintalah penyetuju "
        "({approver}) membukanya kembali{approvers}."
    ),
}
NAMES = ": {names}"

CHANGES_TITLE = "{count} sel berubah, belum disimpan"
CHANGES_COLUMNS = {"desa": DESA, "item": ITEM, "old": "Semula", "new": "Menjadi"}
FAULTS_TITLE = (
    "{count} sel belum dapat dibaca sebagai jumlah. Belum ada yang disimpan; perbaiki sel ini "
    "dulu, lalu simpan."
)
FAULTS_SHORT = "{count} sel belum terbaca"
AWAITING = "{what}. Periksa dan simpan di bawah isian."
FAULTS_COLUMNS = {
    "desa": DESA,
    "item": ITEM,
    "text": "Tertulis",
    "remedy": "Yang perlu dilakukan",
}
FAULTS = {
    "angka_tak_terbaca": "Bukan angka. Tulis bilangan bulat, atau kosongkan bila belum diketahui.",
    "angka_negatif": "Kurang dari 0. Tulis jumlah 0 atau lebih.",
    "angka_pecahan": "Berpecahan. Tulis bilangan bulat.",
    "angka_persen": "Berupa persen. Tulis jumlahnya; persentase dihitung aplikasi.",
    "angka_tanggal": "Terbaca sebagai tanggal. Tulis angkanya saja.",
    "angka_rancu": "Dapat dibaca sebagai ribuan atau pecahan. Tulis tanpa koma.",
    "angka_terlalu_besar": "Terlalu besar untuk satu desa/kelurahan. Periksa angkanya.",
}
SAVED = "{count} sel sudah disimpan pukul {time}."
NOT_SAVED_LOCKED = (
    "Tidak ada yang disimpan: bagian ini sudah {state} ketika Anda mengisi. Salin angka Anda bila "
    "masih diperlukan, lalu mintalah bagian ini dikembalikan atau dibuka kembali."
)
NOT_SAVED_FORBIDDEN = (
    "Tidak ada yang disimpan: peran Anda tidak lagi mencakup bagian ini. Hubungi admin di "
    "kabupaten/kota Anda."
)
RELOADED = "Ada isian yang baru disimpan orang lain; tabel ini menampilkan nilai terbaru."

CONFLICT_TITLE = "{count} sel sudah diubah orang lain sejak Anda membukanya"
CONFLICT_CELL = "{desa} · {item}"
