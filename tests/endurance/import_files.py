"""A kabupaten of sixty desa as it stood, and the files whose import changes much of it."""

from pathlib import Path

import shapely
from sqlalchemy import Engine

from app.actions.anggaran import BudgetRequest, import_budget
from app.actions.databases import create_database
from app.actions.pengukuran import MeasurementRequest, import_pengukuran
from data_access.periods import parse_month
from data_access.writes.wilayah import save_regions
from tests.corpus.places import SIDE, make_info, make_place, write_geojson
from tests.corpus.sipd import ACCOUNTS, ACTIVITIES, FUNDS, Spent, write_combined
from tests.corpus.tables import write_csv

KABUPATEN, PERIOD, YEAR = "63.11", "2026-08", 2026
DESA = tuple(
    f"{KABUPATEN}.{unit:02d}.20{desa:02d}" for unit in range(1, 7) for desa in range(1, 11)
)
COMMANDS = {
    "pengukuran": ("--periode", PERIOD, "--sumber", "e-PPGBM", "--wilayah", KABUPATEN),
    "wilayah": (),
    "anggaran": ("--wilayah", KABUPATEN, "--tahun", str(YEAR), "--potret", "murni"),
}


def fill_kabupaten(engine: Engine, folder: Path) -> None:
    """Regions with boundaries, August's measurements, and the budget, which imports correct."""
    folder.mkdir(parents=True, exist_ok=True)
    create_database(engine, kind="nyata")
    save_regions(engine, make_place(DESA), make_info("wilayah"))
    period = parse_month(PERIOD)
    assert period is not None
    asked = MeasurementRequest(write_children(folder, 20), period, "e-PPGBM", KABUPATEN)
    assert import_pengukuran(engine, asked, actor="uji").written is not None
    budget = BudgetRequest(write_budget(folder, 1), KABUPATEN, YEAR, "murni")
    assert import_budget(engine, budget, actor="uji").stored is not None


def write_file(kind: str, folder: Path) -> Path:
    """The file that corrects what stands in the database."""
    folder.mkdir(parents=True, exist_ok=True)
    if kind == "pengukuran":
        return write_children(folder, 30)
    return write_shapes(folder) if kind == "wilayah" else write_budget(folder, 2)


def write_children(folder: Path, stunted: int) -> Path:
    head = ("kode", "sasaran", "sangat_pendek", "pendek", "normal", "tinggi")
    lines = [(code, 110, 2, stunted - 2, 100 - stunted, 0) for code in DESA]
    return write_csv(folder / "ukur.csv", [head, *lines])


def write_shapes(folder: Path) -> Path:
    """The same desa a little further north, with a new name each."""
    shapes = {
        code: (
            f"Desa Baru {place}",
            shapely.box(115 + SIDE * place, -1.9, 115 + SIDE * (place + 1), -1.85),
        )
        for place, code in enumerate(DESA)
    }
    path: Path = write_geojson(folder / "batas.geojson", shapes)
    return path


def write_budget(folder: Path, times: int) -> Path:
    """Eighty lines of spending; `times` the number of units bought."""
    lines = [
        Spent(
            ACTIVITIES[n % len(ACTIVITIES)],
            FUNDS[n % len(FUNDS)],
            ACCOUNTS[n % len(ACCOUNTS)],
            f"Belanja nomor {n}",
            f"{10 * times} Paket",
            10 * times,
            "Paket",
            1_000 * (n + 1),
            10 * times * 1_000 * (n + 1),
        )
        for n in range(80)
    ]
    return write_combined(folder / "rka", lines)
