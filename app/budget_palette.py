"""Colours of the answers on money; see `app.palette` for the rules."""

from app.palette import COVERAGE_COLORS, NO_DATA_COLOR, NO_TARGET_COLOR

# A lamp's "green" is blue here: told apart by every eye, as "tercapai" on the other pages.
LAMP_COLORS = {
    "hijau": COVERAGE_COLORS["tercapai"],
    "kuning": COVERAGE_COLORS["hampir"],
    "merah": COVERAGE_COLORS["jauh"],
    "abu": NO_DATA_COLOR,
}
GAP_COLORS = {
    "terpenuhi": COVERAGE_COLORS["tercapai"],
    "sebagian": COVERAGE_COLORS["hampir"],
    "besar": COVERAGE_COLORS["jauh"],
    "tanpa_kebutuhan": NO_TARGET_COLOR,
    "belum": NO_DATA_COLOR,
}
ANSWER_COLORS = {
    "dibiayai": {
        "dibiayai": LAMP_COLORS["hijau"],
        "belum_terurai": LAMP_COLORS["kuning"],
        "hanya_pendukung": LAMP_COLORS["kuning"],
        "tidak_dibiayai": LAMP_COLORS["merah"],
    },
    "cukup": {
        "cukup": LAMP_COLORS["hijau"],
        "kurang": LAMP_COLORS["kuning"],
        "sangat_kurang": LAMP_COLORS["merah"],
        "tanpa_kebutuhan": NO_TARGET_COLOR,
        "tak_dapat_dinilai": LAMP_COLORS["abu"],
    },
    "lokasi": {
        "sesuai": LAMP_COLORS["hijau"],
        "kurang": LAMP_COLORS["kuning"],
        "tidak_sesuai": LAMP_COLORS["merah"],
        "tak_dapat_dinilai": LAMP_COLORS["abu"],
    },
}
