"""Words for people, their roles and their accounts."""

ROLE_NAMES = {
    "pimpinan": "Pimpinan",
    "anggota_tpps": "Anggota TPPS",
    "operator": "Operator",
    "verifikator": "Verifikator",
    "penyetuju": "Penyetuju",
    "bappeda": "Bappeda",
    "admin": "Admin",
}
ROLE_HELP = {
    "pimpinan": "Melihat dan mengunduh semua data.",
    "anggota_tpps": "Melihat dan mengunduh semua data.",
    "operator": "Mengisi dan mengajukan data bagian perangkatnya.",
    "verifikator": "Memeriksa dan memverifikasi data bagian perangkatnya.",
    "penyetuju": "Menyetujui tahapan dan membukanya kembali: camat, kepala Bappeda, atau sekda.",
    "bappeda": "Mengatur target, tenggat, dan penanggung jawab; mengonsolidasikan data.",
    "admin": "Mengelola akun di wilayahnya.",
}
EVERYWHERE = "seluruh Indonesia"
ROLE_LINE = "{role} · {place}"
ROLE_LINE_AGENCY = "{role} {agency} · {place}"
STATE_ACTIVE = "Aktif"
STATE_DISABLED = "Nonaktif"
STATE_FIRST_USE = "Belum ganti sandi pertama"
PLACE_KECAMATAN = "Kecamatan {name}"
