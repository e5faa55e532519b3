"""The transaction that stores a filled-in entry workbook: all of its changed cells, or none."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, Engine, bindparam, func, insert, select, update

from data_access.database import open_write
from data_access.reads.isian import CellKey, find_writers
from data_access.reads.scope import within
from data_access.schema import Isian
from data_access.writes.batches import (
    BatchInfo,
    WriteOutcome,
    find_same,
    mark_replaced,
    move_entered,
    move_version,
    start_batch,
)
from data_access.writes.isian import TOPIC, CellChange, CellConflict, StagePart, ensure_period
from data_access.writes.tahapan import note_entry
from data_access.writes.topic_locks import lock_topic
from data_access.writes.versions import ConflictsError, list_conflicts

KIND = "isian"
_Row = tuple[int, int | None, int | None]
"""A stored cell's version, value and import."""


@dataclass(frozen=True, slots=True)
class FileSet:
    """The changed cells of a workbook; `parts`: the part of the stage that each item belongs to."""

    wilayah_code: str
    period: str
    parts: Mapping[str, StagePart]
    cells: tuple[CellChange, ...]


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What a save did; with conflicts nothing was written."""

    written: WriteOutcome | None = None
    conflicts: tuple[CellConflict, ...] = ()


def save_file(engine: Engine, data: FileSet, info: BatchInfo) -> FileOutcome:
    """Store the cells of a file in one transaction, on the versions that its template was made of.

    Cells that say already what the file says are left alone; where that is all of them, nothing
    is written, as when the same file comes again. A cell that somebody else has changed since is
    a conflict: nothing is written, and all conflicts come back. Raises StageLockedError for a
    touched part that is submitted or further.
    """
    try:
        return _save(engine, data, info)
    except ConflictsError as error:
        return FileOutcome(conflicts=error.conflicts)


def _save(engine: Engine, data: FileSet, info: BatchInfo) -> FileOutcome:
    with open_write(engine, info.actor) as connection:
        lock_topic(connection, f"{TOPIC}.{data.wilayah_code}")
        touched = {data.parts[cell.item_code] for cell in _list_open(connection, data)[0]}
        # Typed saves of these parts wait here until we are done, and the other way round.
        for part in sorted(touched, key=lambda each: each.part):
            note_entry(connection, **asdict(part), actor=info.actor)
        cells, now = _list_open(connection, data)
        if not cells:
            same = find_same(connection, info)
            return FileOutcome(same or WriteOutcome(0, 0, unchanged=True))
        moved = [cell for cell in cells if _version(now, cell) != cell.base_version]
        if moved:
            writers = find_writers(connection, data.period, [cell.key for cell in moved])
            stands = {key: (version, value) for key, (version, value, _) in now.items()}
            raise ConflictsError(list_conflicts(moved, stands, writers))
        return FileOutcome(_write(connection, data, cells, now, info))


def _write(
    connection: Connection,
    data: FileSet,
    cells: Sequence[CellChange],
    now: Mapping[CellKey, _Row],
    info: BatchInfo,
) -> WriteOutcome:
    ensure_period(connection, data.period)
    batch_id = start_batch(connection, info, len(cells))
    _insert_new(connection, data.period, cells, batch_id)
    _update_changed(connection, data.period, cells, batch_id)
    earlier = {now[cell.key][2] for cell in cells if cell.key in now}
    replaced = _mark_replaced(connection, {each for each in earlier if each is not None}, batch_id)
    move_entered(connection, data.period)
    move_version(connection, "batch")
    return WriteOutcome(batch_id, len(cells), replaced_batches=replaced)


def _list_open(
    connection: Connection, data: FileSet
) -> tuple[list[CellChange], dict[CellKey, _Row]]:
    """The cells that do not stand as the file says, and how everything stands."""
    question = select(
        Isian.unit_code, Isian.item_code, Isian.version, Isian.value, Isian.batch_id
    ).where(Isian.period == data.period, within(Isian.unit_code, data.wilayah_code))
    now = {(row[0], row[1]): (row[2], row[3], row[4]) for row in connection.execute(question)}
    stands = {key: value for key, (_, value, _) in now.items()}
    return [cell for cell in data.cells if stands.get(cell.key) != cell.value], now


def _version(now: Mapping[CellKey, _Row], cell: CellChange) -> int:
    return now[cell.key][0] if cell.key in now else 0


def _insert_new(
    connection: Connection, period: str, cells: Sequence[CellChange], batch_id: int
) -> None:
    rows = [
        {
            "period": period,
            "unit_code": cell.unit_code,
            "item_code": cell.item_code,
            "value": cell.value,
            "version": 1,
            "batch_id": batch_id,
        }
        for cell in cells
        if cell.base_version == 0
    ]
    if rows:
        connection.execute(insert(Isian), rows)


def _update_changed(
    connection: Connection, period: str, cells: Sequence[CellChange], batch_id: int
) -> None:
    rows = [
        {
            "of_unit": cell.unit_code,
            "of_item": cell.item_code,
            "of_version": cell.base_version,
            "new_value": cell.value,
            "new_version": cell.base_version + 1,
        }
        for cell in cells
        if cell.base_version > 0
    ]
    if not rows:
        return
    statement = (
        update(Isian)
        .where(
            Isian.period == period,
            Isian.unit_code == bindparam("of_unit"),
            Isian.item_code == bindparam("of_item"),
            Isian.version == bindparam("of_version"),
        )
        .values(value=bindparam("new_value"), version=bindparam("new_version"), batch_id=batch_id)
    )
    if connection.execute(statement, rows).rowcount != len(rows):
        raise RuntimeError("cells moved although their parts were held")


def _mark_replaced(connection: Connection, touched: set[int], batch_id: int) -> tuple[int, ...]:
    for earlier in sorted(touched):
        left = connection.scalar(
            select(func.count()).select_from(Isian).where(Isian.batch_id == earlier)
        )
        mark_replaced(connection, earlier, batch_id, wholly=not left)
    return tuple(sorted(touched))
