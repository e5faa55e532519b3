"""Words of the page Pengaturan: deadlines, agencies, duties, approvers."""

# Pengaturan daerah
SETTINGS_INTRO = (
    "Yang diatur di sini menggantikan bawaan pedoman di {region}. Setiap perubahan disertai alasan "
    "dan tercatat di riwayat. Batas waktu berlaku untuk semua tahun sampai diubah lagi."
)
SETTINGS_WHERE_TITLE = "Pengaturan ada di tingkat kabupaten/kota dan provinsi"
SETTINGS_READ_ONLY = "Anda dapat membaca pengaturan ini; yang mengubahnya Bappeda {region}."
TAB_DEADLINES = "Batas waktu"
TAB_AGENCIES = "Perangkat daerah"
TAB_DUTIES = "Penanggung jawab"
TAB_APPROVERS = "Penyetuju"
DEADLINE_COLUMNS = {
    "stage": "Tahapan",
    "level": "Tingkat",
    "guideline": "Menurut pedoman",
    "due": "Berlaku di sini",
    "reason": "Alasan perubahan",
    "remark": "Catatan tentang pedoman",
}
DEADLINE_STAGE = "Tahapan yang diubah"
DEADLINE_DAY, DEADLINE_MONTH = "Tanggal", "Bulan"
MONTHS = {
    1: "Januari",
    2: "Februari",
    3: "Maret",
    4: "April",
    5: "Mei",
    6: "Juni",
    7: "Juli",
    8: "Agustus",
    9: "September",
    10: "Oktober",
    11: "November",
    12: "Desember",
}
DEADLINE_BACK = "Kembali ke pedoman"
REASON = "Alasan atau dasar"
REASON_HINT = "mis. nomor surat atau jadwal musrenbang daerah"
SAVE = "Simpan"
LEVEL_STAGE = "{level}: {stage}"
STAGE_LEVELS = {"kecamatan": "Kecamatan", "kabupaten": "Kabupaten/kota", "provinsi": "Provinsi"}
AGENCIES_INTRO = (
    "Perangkat yang terdaftar mengisi bagiannya sendiri pada penandaan dan target. Bila belum ada "
    "yang terdaftar, Bappeda yang mengisi."
)
AGENCY_COLUMNS = {"code": "Singkatan", "name": "Nama perangkat"}
AGENCY_CODE = "Singkatan (huruf kecil)"
AGENCY_CODE_HINT = "mis. dinsos"
AGENCY_NAME = "Nama lengkap"
AGENCY_NAME_HINT = "mis. Dinas Sosial"
AGENCY_ADD = "Tambahkan"
AGENCY_EDIT = "Perangkat yang diubah"
AGENCY_RENAME = "Ganti nama"
AGENCY_DROP = "Hapus"
AGENCY_LABEL = "{name} ({code})"
AGENCY_NONE = "Belum ada perangkat yang terdaftar."
DUTIES_INTRO = (
    "Perangkat mana yang menjawab untuk tiap butir di daerah ini. Pedoman menetapkannya hanya "
    "untuk kecamatan."
)
DUTY_COLUMNS = {
    "code": "Kode",
    "name": "Butir",
    "party": "Di kecamatan",
    "agency": "Perangkat daerah",
}
DUTY_NONE = "Daftarkan perangkat daerah dulu."
DUTIES_CHANGED = "{count} butir berubah"
DUTIES_SAVE = "Simpan perubahan"
APPROVERS_INTRO = "Pedoman tidak menetapkan penyetuju untuk semua tahapan provinsi; pilih di sini."
APPROVER_COLUMNS = {
    "stage": "Tahapan",
    "default": "Bawaan",
    "agency": "Berlaku di sini",
    "reason": "Alasan perubahan",
}
APPROVER_LABEL = "Penyetuju"
DEFAULT_CHOICE = "Bawaan ({agency})"
