"""A kecamatan with a few desa in which figures are entered."""

from sqlalchemy import Engine

from data_access.writes.isian import CellChange, SaveOutcome, SaveRequest, StagePart, save_cells
from data_access.writes.wilayah import save_regions
from tests.corpus.places import make_info, make_place

KECAMATAN = "63.11.01"
DESA = [f"{KECAMATAN}.200{number}" for number in range(1, 6)]
PUSKESMAS = StagePart(KECAMATAN, 2026, "kecamatan.ansit", "puskesmas")
PERIOD = "2026"


def add_regions(engine: Engine) -> None:
    """Store the desa of two kecamatan of one kabupaten."""
    save_regions(engine, make_place([*DESA, "63.11.02.2001"]), make_info("wilayah"))


def cell(unit: str, item: str, value: int | None, version: int = 0) -> CellChange:
    return CellChange(unit, item, value, None, version)


def save(
    engine: Engine, actor: str, *cells: CellChange, key: str, part: StagePart = PUSKESMAS
) -> SaveOutcome:
    """Save cells of one part under a key."""
    request = SaveRequest(key, PERIOD, part.wilayah_code, (part,), cells)
    return save_cells(engine, actor, request)
