"""Setting targets: what a person typed becomes percent or named faults, then one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime

from sqlalchemy import Engine

from app.access import Account, NotAllowedError, demand
from app.actions.typed_cells import read_typed
from app.target_items import (
    BAPPEDA,
    OLD_NATIONAL,
    documents_of,
    list_old_targets,
    list_own_parts,
    stage_of,
)
from data_access.importers.target import FIRST_YEAR as FIRST_TARGET_YEAR
from data_access.importers.target import LAST_YEAR as LAST_TARGET_YEAR
from data_access.importers.target import PercentFault, read_target_pct
from data_access.reads.pengaturan import read_responsible
from data_access.reads.target import TargetKey, read_targets
from data_access.writes.isian import StagePart
from data_access.writes.once import hash_content
from data_access.writes.tahapan import StageLockedError
from data_access.writes.target import (
    TargetChange,
    TargetConflict,
    TargetOutcome,
    TargetRequest,
    save_targets,
)

__all__ = ["TargetChange", "TargetConflict", "TargetKey", "TargetOutcome", "TargetPlace"]

FIRST_YEAR = 2024


@dataclass(frozen=True, slots=True)
class TargetPlace:
    """Whose targets are set, in which year of the cycle, and as whom ("bappeda", "dinkes", ...)."""

    wilayah_code: str
    year: int
    part: str


@dataclass(frozen=True, slots=True)
class TargetFault:
    """A cell that is no target: which, why (a code of `read_target_pct`), and what it says."""

    key: TargetKey
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class TargetResult:
    """What a save came to; `locked_state` and `locked_part` name a part that takes no entries."""

    outcome: TargetOutcome = field(default_factory=TargetOutcome)
    locked_state: str | None = None
    locked_part: str | None = None


def parse_targets(
    texts: Mapping[TargetKey, str],
) -> tuple[dict[TargetKey, float | None], tuple[TargetFault, ...]]:
    """Read typed cells: the percents (None: no target), and every cell that is none, by name."""
    values, faults = read_typed(texts, read_target_pct, PercentFault)
    return values, tuple(TargetFault(key, each.code, each.text) for key, each in faults.items())


def store_targets(
    engine: Engine,
    person: Account | None,
    place: TargetPlace,
    cells: Sequence[TargetChange],
    token: str,
) -> TargetResult:
    """Store the changed targets of one part, all or none.

    `token` stands for the snapshot that the person worked on; with the cells it makes the key
    by which the same click again is known. Raises NotAllowedError, and ValueError for cells
    that are not this part's.
    """
    known = _demand_part(person, place)
    responsible = _read_duties(engine, place.wilayah_code)
    _check_cells(known, place, cells, responsible)
    held = _find_held(place, cells, responsible)
    return _save(engine, known, _request(place, tuple(cells), token, held=held))


def adopt_old_targets(
    engine: Engine,
    person: Account | None,
    place: TargetPlace,
    item_codes: Sequence[str],
    *,
    year: int,
    reason: str,
    token: str,
) -> TargetResult:
    """Take over older national targets for one year as rows of the region, with the reason.

    Those that the region has taken over already stay as they are. Raises NotAllowedError, and
    ValueError without a reason or for an indicator without a comparable older target.
    """
    known = demand(person, "atur_target", place.wilayah_code)
    offered = {old.item.code: old.target_pct for old in list_old_targets()}
    if not reason.strip() or place.part != BAPPEDA or not set(item_codes) <= set(offered):
        raise ValueError("older targets need a reason and a comparable indicator")
    _check_years(place, [year])
    there = set(_list_adopted(engine, place.wilayah_code))
    keys = [(code, OLD_NATIONAL, year) for code in dict.fromkeys(item_codes)]
    cells = tuple(TargetChange(*k, offered[k[0]], None, 0) for k in keys if k not in there)
    if not cells:
        return TargetResult()
    held = _find_held(place, cells, _read_duties(engine, place.wilayah_code))
    request = _request(place, cells, token, held=held, reason=reason.strip())
    return _save(engine, known, request)


def drop_old_targets(
    engine: Engine, person: Account | None, place: TargetPlace, reason: str, token: str
) -> TargetResult:
    """Take away all older national targets that a region has taken over, with the reason."""
    known = demand(person, "atur_target", place.wilayah_code)
    if not reason.strip() or place.part != BAPPEDA:
        raise ValueError("taking targets away needs a reason")
    there = _list_adopted(engine, place.wilayah_code).items()
    cells = tuple(TargetChange(*key, None, value, version) for key, (value, version) in there)
    if not cells:
        return TargetResult()
    held = _find_held(place, cells, _read_duties(engine, place.wilayah_code))
    request = _request(place, cells, token, held=held, reason=reason.strip())
    return _save(engine, known, request)


def _demand_part(person: Account | None, place: TargetPlace) -> Account:
    if place.part == BAPPEDA and stage_of(place.wilayah_code) is not None:
        return demand(person, "atur_target", place.wilayah_code)
    return demand(person, "isi", place.wilayah_code, place.part)


def _read_duties(engine: Engine, wilayah_code: str) -> dict[str, str]:
    rows = read_responsible(engine, wilayah_code)
    return dict(zip(rows["item_code"], rows["agency"], strict=True))


def _check_cells(
    person: Account,
    place: TargetPlace,
    cells: Sequence[TargetChange],
    responsible: Mapping[str, str],
) -> None:
    own = list_own_parts(person, place.wilayah_code, responsible).get(place.part)
    if own is None:
        raise NotAllowedError("isi", place.wilayah_code, place.part)
    foreign = [cell.key for cell in cells if not _belongs(cell, own)]
    if foreign or not cells or len({cell.key for cell in cells}) != len(cells):
        raise ValueError(f"cells do not belong to {place}: {foreign}")
    _check_years(place, [cell.year for cell in cells])


def _belongs(cell: TargetChange, own: Sequence[str]) -> bool:
    if cell.item_code not in own or cell.document not in documents_of(cell.item_code):
        return False
    return cell.value is None or 0 <= cell.value <= 100


def _check_years(place: TargetPlace, years: Sequence[int]) -> None:
    this_year = datetime.now(UTC).year
    known = FIRST_YEAR <= place.year <= this_year + 1
    if not known or any(not FIRST_TARGET_YEAR <= year <= LAST_TARGET_YEAR for year in years):
        raise ValueError(f"no targets are set in {place.year} for {years}")


def _find_held(
    place: TargetPlace, cells: Sequence[TargetChange], responsible: Mapping[str, str]
) -> tuple[StagePart, ...]:
    """Parts of the agencies that answer for these cells, where another part enters them."""
    stage = stage_of(place.wilayah_code)
    if stage is None:
        return ()
    agencies = {responsible.get(cell.item_code, place.part) for cell in cells} - {place.part}
    return tuple(
        StagePart(place.wilayah_code, place.year, stage, each) for each in sorted(agencies)
    )


def _request(
    place: TargetPlace,
    cells: tuple[TargetChange, ...],
    token: str,
    *,
    held: tuple[StagePart, ...],
    reason: str | None = None,
) -> TargetRequest:
    stage = stage_of(place.wilayah_code)
    part = StagePart(place.wilayah_code, place.year, stage, place.part) if stage else None
    key = hash_content([token, asdict(place), [asdict(cell) for cell in cells], reason])
    return TargetRequest(key, place.wilayah_code, part, cells, held, reason)


def _save(engine: Engine, person: Account, request: TargetRequest) -> TargetResult:
    try:
        return TargetResult(save_targets(engine, person.username, request))
    except StageLockedError as error:
        return TargetResult(locked_state=error.state, locked_part=error.part)


def _list_adopted(engine: Engine, wilayah_code: str) -> dict[TargetKey, tuple[float, int]]:
    rows = read_targets(engine, wilayah_code)
    own = rows[(rows["wilayah_code"] == wilayah_code) & (rows["document"] == OLD_NATIONAL)]
    return {
        (str(row.item_code), str(row.document), int(row.year)): (
            float(row.target_pct),
            int(row.version),
        )
        for row in own.itertuples(index=False)
    }
