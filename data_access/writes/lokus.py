"""The transaction that chooses desa as lokus of a year by decree, and unchooses them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from data_access.database import open_write
from data_access.schema import Lokus
from data_access.writes.batches import move_version

TOPIC = "lokus"


@dataclass(frozen=True, slots=True)
class Decree:
    """The year and the decree by which desa are lokus; its date may be unknown."""

    year: int
    sk_number: str
    sk_date: date | None = None


@dataclass(frozen=True, slots=True)
class LokusChange:
    """One desa to be chosen or no longer; `version` as the person saw it, 0 not chosen."""

    wilayah_code: str
    is_chosen: bool
    version: int


@dataclass(frozen=True, slots=True)
class LokusConflict:
    """A desa that somebody else changed meanwhile; `sk_number` is None where it is no lokus."""

    wilayah_code: str
    sk_number: str | None


def save_lokus(
    engine: Engine, actor: str, decree: Decree, changes: Sequence[LokusChange]
) -> list[LokusConflict]:
    """Store which desa are lokus by a decree, all or none: any conflict and nothing is written.

    A desa that stands as wanted already is no conflict, so that the same click again changes
    nothing. A chosen desa that has another decree moves to this one.
    """
    try:
        with open_write(engine, actor) as connection:
            return _save(connection, decree, changes)
    except _LostError as error:
        return error.conflicts


class _LostError(Exception):
    """Ends the transaction with nothing written: somebody chose a desa in the same moment."""

    def __init__(self, conflicts: list[LokusConflict]) -> None:
        super().__init__(conflicts)
        self.conflicts = conflicts


def _save(
    connection: Connection, decree: Decree, changes: Sequence[LokusChange]
) -> list[LokusConflict]:
    stored = _hold(connection, decree.year, [each.wilayah_code for each in changes])
    fresh = [each for each in changes if not _is_done(stored.get(each.wilayah_code), each, decree)]
    conflicts = [
        _conflict(each, stored.get(each.wilayah_code))
        for each in fresh
        if _version(stored.get(each.wilayah_code)) != each.version
    ]
    if conflicts or not fresh:
        return conflicts
    lost = [_conflict(each, None) for each in fresh if not _write(connection, decree, each)]
    if lost:
        raise _LostError(lost)
    move_version(connection, TOPIC)
    return []


def _hold(connection: Connection, year: int, codes: Sequence[str]) -> dict[str, Any]:
    question = select(Lokus.wilayah_code, Lokus.sk_number, Lokus.sk_date, Lokus.version)
    rows = question.where(Lokus.year == year).with_for_update()
    wanted = set(codes)
    return {row[0]: row for row in connection.execute(rows) if row[0] in wanted}


def _version(row: Any) -> int:
    return 0 if row is None else int(row.version)


def _is_done(row: Any, change: LokusChange, decree: Decree) -> bool:
    if not change.is_chosen:
        return row is None
    return row is not None and (row.sk_number, row.sk_date) == (decree.sk_number, decree.sk_date)


def _conflict(change: LokusChange, row: Any) -> LokusConflict:
    return LokusConflict(change.wilayah_code, None if row is None else str(row.sk_number))


def _write(connection: Connection, decree: Decree, change: LokusChange) -> bool:
    key = (Lokus.wilayah_code == change.wilayah_code, Lokus.year == decree.year)
    content = {"sk_number": decree.sk_number, "sk_date": decree.sk_date}
    if not change.is_chosen:
        connection.execute(delete(Lokus).where(*key))
        return True
    if change.version:
        new = content | {"version": change.version + 1}
        connection.execute(update(Lokus).where(*key).values(**new))
        return True
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    row = {"wilayah_code": change.wilayah_code, "year": decree.year, "version": 1, **content}
    # Two who choose the same desa at once: the second learns of it instead of failing.
    kept = dialect.insert(Lokus).values(**row).on_conflict_do_nothing()
    return connection.scalar(kept.returning(Lokus.wilayah_code)) is not None
