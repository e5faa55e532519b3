"""Questions about history: changes newest first, the rows of one change, who made them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Engine, Select, distinct, func, or_, select

from data_access.database import open_read
from data_access.reads.scope import CODE_LENGTH, NATION, within
from data_access.schema import Base, Pengguna, Riwayat

PAGE_SIZE = 50
_LONGEST_EXPORT = 20_000


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which changes are asked for; None leaves a question open. Times are UTC, `until` excluded.

    Rows that belong to no region (accounts, imports) show from the kabupaten up.
    """

    scope_code: str = NATION
    table: str | None = None
    actor: str | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One changed row; `before` is None for a new one, `after` for one that was deleted."""

    id: int
    at: datetime
    actor: str
    change_id: str
    table: str
    row_key: str
    wilayah_code: str | None
    action: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


def count_changes(engine: Engine, asked: HistoryFilter) -> int:
    """How many changes (transactions) match."""
    question = select(func.count(distinct(Riwayat.change_id))).where(*_conditions(asked))
    with open_read(engine) as connection:
        return int(connection.scalar(question) or 0)


def read_changes(engine: Engine, asked: HistoryFilter, page: int = 0) -> pd.DataFrame:
    """One page of changes, newest first, a row a change.

    Columns: change_id, at (UTC), actor, rows (changed rows that match), last_id.
    """
    question = (
        select(
            Riwayat.change_id,
            func.min(Riwayat.at).label("at"),
            func.min(Riwayat.actor).label("actor"),
            func.count().label("rows"),
            func.max(Riwayat.id).label("last_id"),
        )
        .where(*_conditions(asked))
        .group_by(Riwayat.change_id)
        .order_by(func.max(Riwayat.id).desc())
        .limit(PAGE_SIZE)
        .offset(PAGE_SIZE * page)
    )
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    frame = pd.DataFrame(rows, columns=["change_id", "at", "actor", "rows", "last_id"])
    return frame.assign(at=[_utc(each) for each in frame["at"]])


def read_rows_of_change(
    engine: Engine, change_id: str, asked: HistoryFilter, limit: int = 200
) -> list[HistoryRow]:
    """The matching rows of one change in the order in which they were made, so many at most."""
    question = _rows().where(Riwayat.change_id == change_id, *_conditions(asked))
    return _read_rows(engine, question.order_by(Riwayat.id).limit(limit))


def read_history(engine: Engine, asked: HistoryFilter) -> list[HistoryRow]:
    """Matching rows newest first, 20,000 at most: for a file to take along."""
    question = _rows().where(*_conditions(asked)).order_by(Riwayat.id.desc())
    return _read_rows(engine, question.limit(_LONGEST_EXPORT))


def read_history_row(engine: Engine, row_id: int) -> HistoryRow | None:
    """One row of history by its number, None where there is none."""
    found = _read_rows(engine, _rows().where(Riwayat.id == row_id))
    return found[0] if found else None


def is_part_of_import(engine: Engine, change_id: str) -> bool:
    """Tell whether a change brought or withdrew an import, which is undone as a whole."""
    question = select(Riwayat.id).where(
        Riwayat.change_id == change_id, Riwayat.table_name == "batch"
    )
    with open_read(engine) as connection:
        return connection.scalar(question.limit(1)) is not None


def read_change_tables(
    engine: Engine, change_ids: list[str], asked: HistoryFilter
) -> dict[str, dict[str, int]]:
    """How many matching rows of which table each of some changes holds."""
    question = (
        select(Riwayat.change_id, Riwayat.table_name, func.count())
        .where(Riwayat.change_id.in_(change_ids), *_conditions(asked))
        .group_by(Riwayat.change_id, Riwayat.table_name)
        .order_by(func.count().desc(), Riwayat.table_name)
    )
    found: dict[str, dict[str, int]] = {}
    with open_read(engine) as connection:
        for change_id, table, count in connection.execute(question):
            found.setdefault(change_id, {})[table] = count
    return found


def read_history_rows(engine: Engine, row_ids: list[int]) -> list[HistoryRow]:
    """Some rows of history by their numbers, in the order in which they were made."""
    return _read_rows(engine, _rows().where(Riwayat.id.in_(row_ids)).order_by(Riwayat.id))


def read_import_rows(engine: Engine, change_ids: list[str]) -> list[HistoryRow]:
    """The imports' own rows of some changes, in the order in which they were made."""
    question = _rows().where(Riwayat.change_id.in_(change_ids), Riwayat.table_name == "batch")
    return _read_rows(engine, question.order_by(Riwayat.id))


def read_field_words(table: str) -> Mapping[str, str]:
    """What the schema says of each column of a table, in Bahasa Indonesia."""
    known = Base.metadata.tables.get(table)
    return {} if known is None else {c.name: c.comment for c in known.columns if c.comment}


def read_actors(engine: Engine) -> dict[str, str]:
    """Everybody who ever wrote, by account, with the person's name where there is an account."""
    question = select(Riwayat.actor).distinct().order_by(Riwayat.actor)
    with open_read(engine) as connection:
        names = {r[0]: r[1] for r in connection.execute(select(Pengguna.username, Pengguna.name))}
        return {actor: names.get(actor, actor) for actor in connection.scalars(question)}


def _conditions(asked: HistoryFilter) -> list[ColumnElement[bool]]:
    conditions = [_inside(asked.scope_code)]
    if asked.table is not None:
        conditions.append(Riwayat.table_name == asked.table)
    if asked.actor is not None:
        conditions.append(Riwayat.actor == asked.actor)
    if asked.since is not None:
        conditions.append(Riwayat.at >= asked.since.astimezone(UTC))
    if asked.until is not None:
        conditions.append(Riwayat.at < asked.until.astimezone(UTC))
    return conditions


def _inside(scope_code: str) -> ColumnElement[bool]:
    inside = within(Riwayat.wilayah_code, scope_code)
    if scope_code == NATION or len(scope_code) > CODE_LENGTH["kabupaten"]:
        return inside
    return or_(inside, Riwayat.wilayah_code.is_(None))


def _rows() -> Select[*tuple[Any, ...]]:
    return select(
        Riwayat.id,
        Riwayat.at,
        Riwayat.actor,
        Riwayat.change_id,
        Riwayat.table_name,
        Riwayat.row_key,
        Riwayat.wilayah_code,
        Riwayat.action,
        Riwayat.before,
        Riwayat.after,
    )


def _read_rows(engine: Engine, question: Select[*tuple[Any, ...]]) -> list[HistoryRow]:
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    return [HistoryRow(row[0], _utc(row[1]), *row[2:]) for row in rows]


def _utc(at: datetime) -> datetime:
    # SQLite gives times back without their zone; they are stored in UTC.
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
