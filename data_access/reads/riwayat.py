"""Questions about history row by row: before and after, who made it, what a column means."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Engine, Select, or_, select

from data_access.database import open_read
from data_access.reads.scope import CODE_LENGTH, NATION, within
from data_access.schema import Base, Pengguna, Riwayat, Wilayah

_LONGEST_EXPORT = 20_000
_PORTION = 400  # SQLite bounds how many values a condition may hold


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


def read_rows_of_change(
    engine: Engine, change_id: str, asked: HistoryFilter, limit: int = 200
) -> list[HistoryRow]:
    """The matching rows of one change in the order in which they were made, so many at most."""
    question = select_rows().where(Riwayat.change_id == change_id, *conditions_of(asked))
    return read_rows(engine, question.order_by(Riwayat.id).limit(limit))


def read_history(engine: Engine, asked: HistoryFilter) -> list[HistoryRow]:
    """Matching rows newest first, 20,000 at most: for a file to take along."""
    question = select_rows().where(*conditions_of(asked)).order_by(Riwayat.id.desc())
    return read_rows(engine, question.limit(_LONGEST_EXPORT))


def read_history_row(engine: Engine, row_id: int) -> HistoryRow | None:
    """One row of history by its number, None where there is none."""
    found = read_rows(engine, select_rows().where(Riwayat.id == row_id))
    return found[0] if found else None


def read_history_rows(engine: Engine, row_ids: list[int]) -> list[HistoryRow]:
    """Some rows of history by their numbers, in the order in which they were made."""
    return read_rows(engine, select_rows().where(Riwayat.id.in_(row_ids)).order_by(Riwayat.id))


def read_field_words(table: str) -> Mapping[str, str]:
    """What the schema says of each column of a table, in Bahasa Indonesia."""
    known = Base.metadata.tables.get(table)
    return {} if known is None else {c.name: c.comment for c in known.columns if c.comment}


def read_region_names(engine: Engine, codes: set[str]) -> dict[str, str]:
    """Names of regions by code; one that is not known (any more) is left out."""
    found: dict[str, str] = {}
    ordered = sorted(codes)
    with open_read(engine) as connection:
        for start in range(0, len(ordered), _PORTION):
            part = ordered[start : start + _PORTION]
            question = select(Wilayah.code, Wilayah.name).where(Wilayah.code.in_(part))
            found |= {row[0]: row[1] for row in connection.execute(question)}
    return found


def read_actors(engine: Engine) -> dict[str, str]:
    """Everybody who ever wrote, by account, with the person's name where there is an account."""
    question = select(Riwayat.actor).distinct().order_by(Riwayat.actor)
    with open_read(engine) as connection:
        names = {r[0]: r[1] for r in connection.execute(select(Pengguna.username, Pengguna.name))}
        return {actor: names.get(actor, actor) for actor in connection.scalars(question)}


def conditions_of(asked: HistoryFilter) -> list[ColumnElement[bool]]:
    """What is asked for, as conditions on rows of history."""
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


def select_rows() -> Select[*tuple[Any, ...]]:
    """The question for whole rows of history, as `read_rows` takes it."""
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


def read_rows(engine: Engine, question: Select[*tuple[Any, ...]]) -> list[HistoryRow]:
    """Ask a question made from `select_rows`."""
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    return [HistoryRow(row[0], to_utc(row[1]), *row[2:]) for row in rows]


def to_utc(at: datetime) -> datetime:
    """A stored time with its zone: SQLite gives it back without, and it is stored in UTC."""
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
