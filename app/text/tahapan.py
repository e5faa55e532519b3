"""Words about the stages of the year: states, steps, deadlines, who is waited for."""

YEAR_LABEL = "Tahun siklus"
STAGE_LABEL = "Tahapan"
CHOOSE = "Pilih"
DASH = "–"

STATES = {
    "belum mulai": "belum mulai",
    "draf": "draf",
    "dikembalikan": "dikembalikan",
    "diajukan": "diajukan",
    "terverifikasi": "terverifikasi",
    "disetujui": "disetujui",
}
STATE_ICONS = {
    "belum mulai": ":material/radio_button_unchecked:",
    "draf": ":material/edit_note:",
    "dikembalikan": ":material/undo:",
    "diajukan": ":material/send:",
    "terverifikasi": ":material/fact_check:",
    "disetujui": ":material/verified:",
}
ROLES = {
    "operator": "operator",
    "verifikator": "verifikator",
    "penyetuju": "penyetuju",
    "bappeda": "Bappeda",
}
PART_STATE = "{agency}: {state}"
WAITING_NAMED = "{role} {agency} ({names})"
WAITING_UNNAMED = "{role} {agency} (belum ada akunnya)"
WAITING_PREFIX = "Menunggu {who}."
AND_MORE = "dan {count} lagi"

# Deadlines
DUE = "batas {date}"
DAYS_LEFT = "{days} hari lagi"
DUE_TODAY = "hari ini"
DAYS_LATE = "terlambat {days} hari"
DUE_WITH_DAYS = "batas {date}, {days}"
NO_DEADLINE = "tanpa batas waktu"
DUE_CHANGED = "Batas waktu diubah daerah menjadi {date} (pedoman: {words}). Alasan: {reason}"
REMARK = "Catatan tentang pedoman: {remark}"

# Marks in title lines
MARK_NOT_DONE = "belum {final}: {state}"
MARK_SINCE = "belum {final}: {state} {date}"
MARK_DONE = "{state} {date}"
MARK_SHARE = "belum semua selesai: {done} dari {total} {level}"
MARK_SHARE_DONE = "semua {level} selesai ({total})"
LEVEL_WORDS = {"kecamatan": "kecamatan", "kabupaten": "kabupaten/kota", "provinsi": "provinsi"}

# Buttons and what they ask
SUBMIT = "Ajukan"
LINK_WORK = "Buka {page}"
SUBMIT_ASK = "Baru {fill} terisi. Ajukan juga?"
SUBMIT_ANYWAY = "Tetap ajukan"
WITHDRAW = "Tarik ajuan"
VERIFY = "Verifikasi"
RETURN = "Kembalikan"
APPROVE = "Setujui"
REOPEN = "Buka kembali"
RETURN_NOTE = "Catatan pengembalian"
RETURN_NOTE_HINT = "Sebutkan apa yang harus diperbaiki dan di mana, mis. desa dan butirnya."
REOPEN_NOTE = "Alasan membuka kembali"
REOPEN_NOTE_HINT = "Alasan ini tercatat dan terbaca oleh operator bagian yang dibuka."
WHICH_PARTS = "Bagian"
RETURNED_NOTE = "{agency}: dikembalikan dengan catatan: {note}"
BY_WHEN = "{name}, {when}"

# Results
DONE = {
    "ajukan": "Sudah diajukan kepada verifikator.",
    "tarik": "Ajuan sudah ditarik dan dapat diperbaiki.",
    "verifikasi": "Sudah diverifikasi.",
    "kembalikan": "Sudah dikembalikan kepada operator beserta catatannya.",
    "setujui": "Sudah disetujui. Datanya sekarang terkunci.",
    "buka": "Sudah dibuka kembali beserta alasannya.",
    "gerbang": "Izin dan alasannya sudah dicatat.",
    "pernyataan": "Pernyataan sudah dicatat.",
    "pengaturan": "Perubahan sudah disimpan.",
}
CONFLICT = (
    "Tidak ada yang diubah: {what} sudah {state} oleh {who} ({when}). "
    "Periksa keadaannya yang terbaru di bawah, lalu ulangi bila masih perlu."
)
CONFLICT_GONE = (
    "Tidak ada yang diubah: {what} sekarang {state}. Periksa keadaannya yang terbaru di bawah."
)
NOT_ALLOWED = (
    "Peran Anda tidak mencakup langkah ini untuk wilayah atau perangkat tersebut. Bila seharusnya "
    "mencakup, mintalah admin memeriksa peran akun Anda di halaman Pengguna."
)
REFUSALS = {
    "kosong": "Belum ada yang dipilih. Pilih paling sedikit satu, lalu ulangi.",
    "belum_diisi": "{what}: belum ada isian. Isi datanya dulu di halaman Isian, lalu ajukan.",
    "langkah": "{what}: langkah ini tidak dapat dilakukan dari keadaannya sekarang. "
    "Muat ulang halaman untuk melihat keadaan terbaru.",
    "bagian_asing": "{what}: perangkat ini tidak terdaftar untuk tahapan tersebut. "
    "Daftarkan dulu di halaman Pengaturan daerah.",
    "tahapan_asing": "Tahapan ini tidak ada untuk wilayah tersebut.",
    "tingkat": "Hanya untuk kabupaten/kota dan provinsi. Pilih wilayahnya dulu.",
    "tahun": "Tahun siklus harus antara 2024 dan tahun depan.",
    "catatan_kosong": "Catatan atau alasan belum diisi. Tuliskan dulu, lalu ulangi.",
    "catatan_panjang": "Catatan paling panjang 2.000 huruf. Persingkat, lalu ulangi.",
    "bagian_belum": "{what} belum dapat disetujui: {parts} belum terverifikasi.",
    "gerbang": "{what} belum dapat disetujui: {gates}",
    "tanggal": "Tanggal tidak dikenal. Pilih tanggal dan bulan yang ada.",
    "perangkat_asing": "Perangkat tidak dikenal untuk {parts}. Pilih dari daftar perangkat daerah.",
    "kode_perangkat": "Singkatan perangkat harus huruf kecil tanpa spasi (2 sampai 20 huruf, mis. "
    "dinsos) dan bukan nama pihak kecamatan.",
    "nama_perangkat": "Nama perangkat harus diisi, paling panjang 120 huruf, tanpa tanda "
    "< > {{ }} ` $ \\.",
    "perangkat_dipakai": "Perangkat ini tidak dapat dihapus karena masih dipakai pada: {parts}.",
}
SETTING_CONFLICT = (
    "Tidak ada yang disimpan: {what} sudah diubah orang lain. Nilai terbarunya tampil di bawah; "
    "ulangi bila masih perlu."
)

# Gates
GATE_BELOW = "{stage} belum selesai di {count} dari {total} {level}: {names}."
GATE_SAME = "{stage} di wilayah ini masih {state}."
GATE_BLOCKS = "Persetujuan menunggu hal ini."
GATE_WARNS = "Hanya peringatan; persetujuan tetap dapat diberikan."
GATE_OPENED = "Bappeda mengizinkan tahapan ini jalan terus: {reason} ({who}, {when})."
GATE_OVERRIDE = "Izinkan jalan terus"
GATE_REASON = "Alasan mengizinkan"
GATE_REASON_HINT = "Alasan ini tampil di halaman ini dan tercatat di riwayat."
NAMED_STATE = "{name} ({state})"

# Page Tahapan
INTRO = (
    "Setiap tahapan diisi operator, diperiksa verifikator, lalu disetujui. "
    "Data yang belum disetujui tetap tampil dan diberi tanda."
)
ALL_STAGES = "Semua tahapan {year}"
BULK_TITLE = "Sekaligus beberapa"
BULK_VERIFY = "Bagian yang menunggu verifikasi Anda"
BULK_APPROVE = "Tahapan yang menunggu persetujuan Anda"
BULK_VERIFY_BUTTON = "Verifikasi yang dipilih ({count})"
BULK_APPROVE_BUTTON = "Setujui yang dipilih ({count})"
BULK_PART = "{region} · {stage} · {agency}"
BULK_STAGE = "{region} · {stage}"
STEPS_TITLE = "Langkah yang sudah terjadi"
STEPS_EMPTY = "Belum ada langkah pada tahapan ini."
STEP_COLUMNS = {
    "at": "Waktu ({zone})",
    "part": "Bagian",
    "step": "Langkah",
    "actor": "Oleh",
    "note": "Catatan atau alasan",
}
STEP = "{old} → {new}"
STATEMENT_TITLE = "Pernyataan Bappeda"
STATEMENT_INTRO = (
    "Bappeda menyatakan bahwa data dari {below} menjadi data sasaran dan capaian layanan resmi."
)
STATEMENT_LABEL = "Bunyi pernyataan"
STATEMENT_DEFAULT = (
    "Data sasaran dan capaian layanan yang disetujui {below} di {region} tahun {year} dinyatakan "
    "sebagai data resmi."
)
STATEMENT_BUTTON = "Nyatakan"
STATEMENT_NONE = "Belum ada pernyataan untuk tahun {year}."
STATEMENT_MADE = "{text} ({who}, {when})"
NO_STAGES_TITLE = "Tahapan ada di tingkat kecamatan, kabupaten/kota, dan provinsi"
NO_STAGES = "Pilih salah satunya di bilah samping."

# Columns of stage tables, on screens and in Excel
COLUMNS = {
    "code": "Kode wilayah",
    "region": "Wilayah",
    "stage": "Tahapan",
    "state": "Keadaan",
    "due": "Batas waktu",
    "days": "Sisa waktu",
    "days_left": "Sisa hari",
    "waiting": "Menunggu",
    "fill": "Terisi",
    "filled": "Sel terisi",
    "cells": "Sel seluruhnya",
    "share_pct": "Terisi (%)",
    "since": "Sejak",
    "note": "Catatan",
}
FILL = "{share} ({filled} dari {cells})"
PART_FILL = "terisi {fill}"

# Papan kesiapan
BOARD_INTRO = (
    "Keadaan setiap tahapan {year}, siapa yang ditunggu, dan seberapa lengkap isiannya, per {day}."
)
AGENCY_FILTER = "Perangkat"
ALL_AGENCIES = "Semua perangkat"
VIEW_LABEL = "Tampilan"
VIEW_MATRIX, VIEW_LIST = "Papan", "Daftar"
DETAIL_TITLE = "Rincian satu tahapan"
BOARD_DAYS = "{state}, {days}"
# Headings of the board, where the full names would not fit.
SHORT_NAMES = {
    "pengukuran": "Pengukuran",
    "target": "Target",
    "ansit": "Analisis situasi",
    "penandaan-berjalan": "APBD berjalan",
    "pra-musrenbang": "Pra-musrenbang",
    "semester-1": "Semester I",
    "penandaan-depan": "APBD depan",
    "penandaan-perubahan": "APBD perubahan",
    "semester-2": "Semester II",
    "penilaian": "Penilaian",
    "regulasi": "Regulasi",
    "publikasi": "Publikasi",
}
SUMMARY_LATE = "{count} tahapan terlambat"
SUMMARY_NONE_LATE = "Tidak ada tahapan yang terlambat"
SUMMARY_DONE = "{done} dari {total} tahapan selesai"
SUMMARY_WAITING = "{count} menunggu verifikasi atau persetujuan"
DOWNLOAD_EXCEL = "Unduh Excel"
FILE_NAME = "papan-kesiapan-{code}-{year}"
SHEET = "Papan kesiapan"
NOTE_YEAR = "Tahun siklus"
NOTE_DAY = "Keadaan per"
NOTE_AGENCY = "Perangkat"
NOTE_STATES = "Keadaan"
STATES_RULE = (
    "belum mulai, draf, dikembalikan, diajukan, terverifikasi, disetujui; keadaan tahapan "
    "mengikuti bagiannya yang paling belakang"
)
NOTE_DUE = "Batas waktu"
DUE_RULE = "menurut pedoman 2024 atau perubahan oleh Bappeda daerah"
NOTE_FILL = "Terisi"
FILL_RULE = "sel terisi dibagi seluruh sel (desa/kelurahan x butir) yang menjadi tugasnya"
BOARD_EMPTY = "Tidak ada tahapan untuk perangkat ini."

# Beranda
WAITING_TITLE = "Yang menunggu Anda"
WAITING_NONE = "Tidak ada yang menunggu Anda hari ini."
NEXT_DEADLINES = "Batas waktu berikutnya: {items}."
NEXT_ITEM = "{stage} {region} ({due})"
TASK_LINE = "{what} · {days}"
TASK_NOTE = "{line}. Catatan: {note}"
TASKS = {
    "ajukan": "Ajukan {stage} ({year}), {region}, bagian {agency}",
    "perbaiki": "Perbaiki {stage} ({year}), {region}, bagian {agency}",
    "isi": "Isi {stage} ({year}), {region}, bagian {agency}",
    "verifikasi": "Verifikasi {stage} ({year}), {region}, bagian {agency}",
    "setujui": "Setujui {stage} ({year}), {region}",
}
TASK_HELD = "{task} (masih menunggu {count} {level})"
TASK_LINKS = {
    "ajukan": "Ajukan",
    "isi": "Isi",
    "perbaiki": "Perbaiki",
    "verifikasi": "Periksa",
    "setujui": "Periksa",
}
MORE_TASKS = "dan {count} lagi di halaman Tahapan"
