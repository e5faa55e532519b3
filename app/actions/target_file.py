"""A table of targets that somebody hands in: read, held against what is stored, all or nothing."""

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import Engine

from app.access import Account, NotAllowedError
from app.actions.measurement_inputs import table_limits
from app.actions.target import TargetChange, TargetPlace, TargetResult, store_targets
from app.target_items import documents_of, list_own_parts, read_target_items
from data_access.importers.target import KnownTargets, TargetCell, read_target_file
from data_access.reads.pengaturan import read_responsible
from data_access.reads.target import TargetKey, read_targets
from geo.findings import Finding, has_errors


@dataclass(slots=True)
class TableOutcome:
    """What a table holds and what became of it.

    changes: the targets that would change, none where a finding is a "galat". token: stands for
    the file's content. result: None until it was to be saved.
    """

    findings: list[Finding]
    changes: tuple[TargetChange, ...] = ()
    token: str = ""
    result: TargetResult | None = None


@dataclass(frozen=True, slots=True)
class _Stored:
    """The region's own targets as they stand: percent and version by key."""

    rows: dict[TargetKey, tuple[float, int]] = field(default_factory=dict)


def check_table(
    engine: Engine, person: Account | None, place: TargetPlace, path: Path
) -> TableOutcome:
    """Read a table and find what it would change; a change that is not this part's is a "galat".

    Raises NotAllowedError where the person sets no targets here as this part.
    """
    duties = read_responsible(engine, place.wilayah_code)
    responsible = dict(zip(duties["item_code"], duties["agency"], strict=True))
    own = list_own_parts(person, place.wilayah_code, responsible).get(place.part)
    if own is None:
        raise NotAllowedError("isi", place.wilayah_code, place.part)
    documents = {code: documents_of(code) for code in read_target_items()}
    known = KnownTargets(place.wilayah_code, documents)
    file = read_target_file(path, known, table_limits())
    changed = _compare(file.cells, _read_stored(engine, place.wilayah_code))
    foreign = [_refuse(cell, change) for cell, change in changed if change.item_code not in own]
    findings = [*file.findings, *foreign]
    changes = () if has_errors(findings) else tuple(change for _, change in changed)
    return TableOutcome(findings, changes, hashlib.sha256(path.read_bytes()).hexdigest())


def save_table(
    engine: Engine, person: Account | None, place: TargetPlace, outcome: TableOutcome
) -> TableOutcome:
    """Store what a checked table changes in one transaction, on what the check saw."""
    result = store_targets(engine, person, place, outcome.changes, outcome.token)
    return replace(outcome, result=result)


def _read_stored(engine: Engine, wilayah_code: str) -> _Stored:
    rows = read_targets(engine, wilayah_code)
    own = rows[rows["wilayah_code"] == wilayah_code]
    return _Stored(
        {
            (row.item_code, row.document, int(row.year)): (float(row.target_pct), int(row.version))
            for row in own.itertuples(index=False)
        }
    )


def _compare(cells: list[TargetCell], stored: _Stored) -> list[tuple[TargetCell, TargetChange]]:
    found = []
    for cell in cells:
        base, version = stored.rows.get(cell.key, (None, 0))
        if cell.value != base:
            found.append((cell, TargetChange(*cell.key, cell.value, base, version)))
    return found


def _refuse(cell: TargetCell, change: TargetChange) -> Finding:
    base = change.base_value
    values: dict[str, object] = {
        "butir": read_target_items()[change.item_code].label,
        "semula": "kosong" if base is None else f"{base:g}".replace(".", ","),
    }
    return Finding("target_bukan_milik_anda", "galat", cell.sheet, cell.row, cell.column, values)
