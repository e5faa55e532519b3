"""Entering figures: what a person typed becomes numbers or named faults, then one transaction."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime

from sqlalchemy import Engine

from analysis.stages import period_of
from app.access import Account, demand
from app.actions.typed_cells import read_typed
from app.items import list_entry_stages, list_items
from data_access.importers.numbers import Fault, read_count
from data_access.reads.isian import CellKey, read_entry_units
from data_access.writes.isian import (
    CellChange,
    CellConflict,
    SaveOutcome,
    SaveRequest,
    StagePart,
    save_cells,
)
from data_access.writes.once import hash_content
from data_access.writes.tahapan import StageLockedError

__all__ = ["CellChange", "CellConflict", "CellKey", "SaveOutcome", "StagePart"]

FIRST_YEAR = 2024


@dataclass(frozen=True, slots=True)
class CellFault:
    """A cell that is no count: which, why (a code of `read_count`), and what it says."""

    unit_code: str
    item_code: str
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class EntryResult:
    """What a save came to; `locked_state` is set where the part no longer takes entries."""

    outcome: SaveOutcome = field(default_factory=SaveOutcome)
    locked_state: str | None = None


def parse_cells(
    texts: Mapping[CellKey, str],
) -> tuple[dict[CellKey, int | None], tuple[CellFault, ...]]:
    """Read typed cells: the counts (None: not known), and every cell that is none, by name."""
    values, faults = read_typed(texts, read_count, Fault)
    return values, tuple(CellFault(*key, each.code, each.text) for key, each in faults.items())


def save_entry(
    engine: Engine, person: Account, place: StagePart, cells: tuple[CellChange, ...], token: str
) -> EntryResult:
    """Store the changed cells of one part, all or none.

    `token` stands for the snapshot that the person worked on; with the cells it makes the key
    by which the same click again is known. Raises NotAllowedError, and ValueError for cells
    that are not this part's.
    """
    demand(person, "isi", place.wilayah_code, place.part)
    period = check_part(place)
    _check_cells(engine, place, cells)
    key = hash_content([token, asdict(place), [asdict(cell) for cell in cells]])
    request = SaveRequest(key, period, place.wilayah_code, (place,), cells)
    try:
        return EntryResult(save_cells(engine, person.username, request))
    except StageLockedError as error:
        return EntryResult(locked_state=error.state)


def check_part(place: StagePart) -> str:
    """The period in which a part's figures stand; raises ValueError for a part that has none."""
    stage = next((each for each in list_entry_stages() if each.code == place.stage), None)
    known_year = FIRST_YEAR <= place.year <= datetime.now(UTC).year + 1
    if stage is None or place.part not in stage.parts or not known_year:
        raise ValueError(f"no figures are entered for {place}")
    return period_of(stage, place.year) or ""


def _check_cells(engine: Engine, place: StagePart, cells: tuple[CellChange, ...]) -> None:
    units = set(read_entry_units(engine, place.wilayah_code)["code"])
    items = {item.code for item in list_items(place.part)}
    foreign = [c.key for c in cells if c.unit_code not in units or c.item_code not in items]
    if foreign or not cells or len({cell.key for cell in cells}) != len(cells):
        raise ValueError(f"cells do not belong to {place}: {foreign}")
    if any(cell.value is not None and cell.value < 0 for cell in cells):
        raise ValueError("a count is never negative")
