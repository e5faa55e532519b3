"""Targets of a kabupaten for tests: places, changes and saves in few words."""

from sqlalchemy import Engine

from analysis.targets import PREVALENCE
from data_access.writes.isian import StagePart
from data_access.writes.target import TargetChange, TargetOutcome, TargetRequest, save_targets
from data_access.writes.wilayah import save_regions
from tests.corpus.places import make_info, make_place

KABUPATEN = "63.11"
STAGE = "kabupaten.target"
BAPPEDA = StagePart(KABUPATEN, 2026, STAGE, "bappeda")
DINKES = StagePart(KABUPATEN, 2026, STAGE, "dinkes")


def add_regions(engine: Engine) -> None:
    """Store a kabupaten with two kecamatan."""
    place = make_place(["63.11.01.2001", "63.11.02.2001"])
    save_regions(engine, place, make_info("wilayah"))


def change(
    value: float | None,
    item: str = PREVALENCE,
    year: int = 2026,
    document: str = "RPJMD",
    base: float | None = None,
    version: int = 0,
) -> TargetChange:
    return TargetChange(item, document, year, value, base, version)


def save(
    engine: Engine,
    actor: str,
    *cells: TargetChange,
    key: str,
    part: StagePart | None = BAPPEDA,
    held: tuple[StagePart, ...] = (),
    reason: str | None = None,
    region: str = KABUPATEN,
) -> TargetOutcome:
    """Save targets of one part under a key."""
    return save_targets(engine, actor, TargetRequest(key, region, part, cells, held, reason))
