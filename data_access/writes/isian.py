"""The transaction that stores entered figures: all cells of a save, or none and the conflicts."""

from collections.abc import Mapping
from dataclasses import asdict

from sqlalchemy import Connection, Engine, bindparam, insert, select, update

from data_access.database import open_write
from data_access.periods import parse_entry_period
from data_access.reads.isian import CellKey, find_writers
from data_access.reads.scope import within
from data_access.schema import Isian, Periode
from data_access.writes.batches import move_entered
from data_access.writes.cell_changes import (
    CellChange,
    CellConflict,
    SaveOutcome,
    SaveRequest,
    StagePart,
)
from data_access.writes.once import claim_key, hash_content, keep_result
from data_access.writes.tahapan import note_entry
from data_access.writes.versions import (
    ConflictsError,
    OvertakenError,
    list_conflicts,
    save_or_compare,
)

__all__ = [
    "CellChange",
    "CellConflict",
    "SaveOutcome",
    "SaveRequest",
    "StagePart",
    "ensure_period",
    "save_cells",
]

TOPIC = "isian"


def save_cells(engine: Engine, actor: str, request: SaveRequest) -> SaveOutcome:
    """Store every cell of a save in one transaction, on the versions that the person saw.

    Any cell that has moved since is a conflict: nothing is written and all conflicts come back.
    The same request again returns the first result. Raises StageLockedError for a part that is
    submitted or further, KeyReusedError for a key of another content, ValueError for a period
    in which nothing is entered.
    """
    try:
        return save_or_compare(lambda: _save(engine, actor, request))
    except ConflictsError as error:
        return SaveOutcome(conflicts=error.conflicts)


def ensure_period(connection: Connection, label: str) -> None:
    """Make the row of an entry period where it is missing; raises ValueError for no such period."""
    period = parse_entry_period(label)
    if period is None:
        raise ValueError(f"nothing is entered in period {label}")
    if connection.scalar(select(Periode.label).where(Periode.label == label)) is None:
        connection.execute(insert(Periode).values(**asdict(period)))


def _save(engine: Engine, actor: str, request: SaveRequest) -> SaveOutcome:
    digest = hash_content(asdict(request))
    with open_write(engine, actor) as connection:
        done = claim_key(connection, request.key, digest, actor)
        if done is not None:
            return SaveOutcome(saved=int(done["saved"]), repeated=True)
        ensure_period(connection, request.period)
        for part in sorted(request.parts, key=lambda each: (each.stage, each.part)):
            note_entry(connection, **asdict(part), actor=actor)
        _demand_as_seen(connection, request)
        _write_new(connection, request)
        _write_changed(connection, request)
        move_entered(connection, request.period)
        keep_result(connection, request.key, {"saved": len(request.cells)})
    return SaveOutcome(saved=len(request.cells))


def _demand_as_seen(connection: Connection, request: SaveRequest) -> None:
    """Raise the conflicts, if any; writers of one part come one after the other here."""
    now = _read_now(connection, request)
    moved = [cell for cell in request.cells if now.get(cell.key, (0, None))[0] != cell.base_version]
    if not moved:
        return
    writers = find_writers(connection, request.period, [cell.key for cell in moved])
    raise ConflictsError(list_conflicts(moved, now, writers))


def _read_now(
    connection: Connection, request: SaveRequest
) -> Mapping[CellKey, tuple[int, int | None]]:
    question = select(Isian.unit_code, Isian.item_code, Isian.version, Isian.value).where(
        Isian.period == request.period, within(Isian.unit_code, request.wilayah_code)
    )
    return {(row[0], row[1]): (row[2], row[3]) for row in connection.execute(question)}


def _write_new(connection: Connection, request: SaveRequest) -> None:
    rows = [
        {
            "period": request.period,
            "unit_code": cell.unit_code,
            "item_code": cell.item_code,
            "value": cell.value,
            "version": 1,
        }
        for cell in request.cells
        if cell.base_version == 0
    ]
    if rows:
        connection.execute(insert(Isian), rows)


def _write_changed(connection: Connection, request: SaveRequest) -> None:
    rows = [
        {
            "of_unit": cell.unit_code,
            "of_item": cell.item_code,
            "of_version": cell.base_version,
            "new_value": cell.value,
            "new_version": cell.base_version + 1,
        }
        for cell in request.cells
        if cell.base_version > 0
    ]
    if not rows:
        return
    statement = (
        update(Isian)
        .where(
            Isian.period == request.period,
            Isian.unit_code == bindparam("of_unit"),
            Isian.item_code == bindparam("of_item"),
            Isian.version == bindparam("of_version"),
        )
        # A typed figure is the person's own, no longer the import's.
        .values(value=bindparam("new_value"), version=bindparam("new_version"), batch_id=None)
    )
    if connection.execute(statement, rows).rowcount != len(rows):
        raise OvertakenError
