"""Questions about history change by change: one transaction is one change, newest first."""

import pandas as pd
from sqlalchemy import Engine, distinct, func, select

from data_access.database import open_read
from data_access.reads.frames import make_frame
from data_access.reads.riwayat import (
    HistoryFilter,
    HistoryRow,
    conditions_of,
    read_rows,
    select_rows,
    to_utc,
)
from data_access.schema import Riwayat

PAGE_SIZE = 50


def count_changes(engine: Engine, asked: HistoryFilter) -> int:
    """How many changes (transactions) match."""
    question = select(func.count(distinct(Riwayat.change_id))).where(*conditions_of(asked))
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
        .where(*conditions_of(asked))
        .group_by(Riwayat.change_id)
        .order_by(func.max(Riwayat.id).desc())
        .limit(PAGE_SIZE)
        .offset(PAGE_SIZE * page)
    )
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    frame = make_frame(rows, columns=["change_id", "at", "actor", "rows", "last_id"])
    return frame.assign(at=[to_utc(each) for each in frame["at"]])


def read_change_tables(
    engine: Engine, change_ids: list[str], asked: HistoryFilter
) -> dict[str, dict[str, int]]:
    """How many matching rows of which table each of some changes holds."""
    question = (
        select(Riwayat.change_id, Riwayat.table_name, func.count())
        .where(Riwayat.change_id.in_(change_ids), *conditions_of(asked))
        .group_by(Riwayat.change_id, Riwayat.table_name)
        .order_by(func.count().desc(), Riwayat.table_name)
    )
    found: dict[str, dict[str, int]] = {}
    with open_read(engine) as connection:
        for change_id, table, count in connection.execute(question):
            found.setdefault(change_id, {})[table] = count
    return found


def read_import_rows(engine: Engine, change_ids: list[str]) -> list[HistoryRow]:
    """The imports' own rows of some changes, in the order in which they were made."""
    question = select_rows().where(Riwayat.change_id.in_(change_ids), Riwayat.table_name == "batch")
    return read_rows(engine, question.order_by(Riwayat.id))


def is_part_of_import(engine: Engine, change_id: str) -> bool:
    """Tell whether a change brought or withdrew an import, which is undone as a whole."""
    question = select(Riwayat.id).where(
        Riwayat.change_id == change_id, Riwayat.table_name == "batch"
    )
    with open_read(engine) as connection:
        return connection.scalar(question.limit(1)) is not None
