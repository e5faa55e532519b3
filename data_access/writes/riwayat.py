"""The transaction that takes one change back, as a new change; history itself never changes."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Table, and_, delete, insert, select, update

from data_access.database import open_write
from data_access.reads.riwayat import HistoryRow
from data_access.schema import COUNTS, Base
from data_access.writes.batches import move_entered, move_version
from data_access.writes.isian import StagePart
from data_access.writes.once import claim_key, hash_content, keep_result
from data_access.writes.tahapan import note_entry

# Tables of which one row can be taken back by itself, and the topic that each moves.
TOPICS = {
    "isian": "isian",
    "pengaturan": "pengaturan",
    "penanggung_jawab": "pengaturan",
    "pengukuran": "pengukuran",
}


class ChangedSinceError(Exception):
    """The row no longer stands as the change left it: somebody changed it later."""


def revert_change(
    engine: Engine, actor: str, row: HistoryRow, *, key: str, entry: StagePart | None = None
) -> bool:
    """Put one row back as it was before a change; False where the same click had done it already.

    `key` stands for this click. `entry` is the part of a stage that the row belongs to, if any.
    Raises ChangedSinceError, StageLockedError, or ValueError for a table that has no revert.
    """
    if row.table not in TOPICS:
        raise ValueError(f"no single row of {row.table} is taken back")
    with open_write(engine, actor) as connection:
        digest = hash_content({"pulihkan": row.id})
        if claim_key(connection, key, digest, actor) is not None:
            return False
        if entry is not None:
            note_entry(connection, **asdict(entry), actor=actor)
        _put_back(connection, Base.metadata.tables[row.table], row, actor)
        _move_version(connection, row)
        keep_result(connection, key, {"dipulihkan": row.id})
    return True


def _move_version(connection: Connection, row: HistoryRow) -> None:
    if row.table == "isian":
        move_entered(connection, str((row.after or row.before or {})["period"]))
    else:
        move_version(connection, TOPICS[row.table])


def _put_back(connection: Connection, table: Table, row: HistoryRow, actor: str) -> None:
    if row.after is None:
        _store_again(connection, table, dict(row.before or {}), actor)
        return
    same = _as_left(table, row.after)
    if row.before is not None:
        values = _plain(table, row.before, actor, row.after)
        changed = connection.execute(update(table).where(same).values(**values))
    elif table.name == "isian":  # a cell stays, so that its version goes on
        cleared = {"value": None, "version": int(row.after["version"]) + 1}
        changed = connection.execute(update(table).where(same).values(**cleared))
    else:
        changed = connection.execute(delete(table).where(same))
    if changed.rowcount != 1:
        raise ChangedSinceError(row.row_key)


def _store_again(connection: Connection, table: Table, before: dict[str, Any], actor: str) -> None:
    keys = [column == before[column.name] for column in table.primary_key.columns]
    if connection.execute(select(*table.primary_key.columns).where(*keys)).first() is not None:
        raise ChangedSinceError("|".join(str(before[c.name]) for c in table.primary_key.columns))
    connection.execute(insert(table).values(**_plain(table, before, actor, before)))


def _as_left(table: Table, after: Mapping[str, Any]) -> Any:
    """The row as the change left it: by its version, or by all its figures where it has none."""
    names = [column.name for column in table.primary_key.columns]
    names += ["version"] if "version" in table.columns else [*COUNTS, "batch_id"]
    # Both sides may be missing: what was not known then must not be known now.
    return and_(*(table.columns[name].is_not_distinct_from(after[name]) for name in names))


def _plain(
    table: Table, before: Mapping[str, Any], actor: str, latest: Mapping[str, Any]
) -> dict[str, Any]:
    """The old values, under a version of their own and the name of who puts them back."""
    values = {column.name: before[column.name] for column in table.columns}
    if "version" in values:
        values["version"] = int(latest["version"]) + 1
    if "updated_by" in values:
        values |= {"updated_by": actor, "updated_at": datetime.now(UTC)}
    if table.name == "isian":
        values["batch_id"] = None
    return values
