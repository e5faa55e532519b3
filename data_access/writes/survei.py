"""The transaction that stores survey estimates; a later file replaces the same survey and year."""

import pandas as pd
from sqlalchemy import Connection, Engine, delete, insert, select

from data_access.database import open_write
from data_access.schema import Sumber, Survei
from data_access.writes.batches import (
    BatchInfo,
    WriteOutcome,
    find_same,
    mark_replaced,
    move_version,
    start_batch,
)
from data_access.writes.topic_locks import lock_topic

_COLUMNS = ["source", "year", "wilayah_code", "prevalensi_pct", "bawah_pct", "atas_pct"]


def save_surveys(engine: Engine, rows: pd.DataFrame, info: BatchInfo) -> WriteOutcome:
    """Store survey rows (source, year, wilayah_code, prevalensi_pct, bawah_pct, atas_pct).

    A row of the same survey, year and region is replaced; the same file changes nothing.
    """
    with open_write(engine, info.actor) as connection:
        lock_topic(connection, "survei")
        same = find_same(connection, info)
        if same is not None:
            return same
        batch_id = start_batch(connection, info, len(rows))
        _ensure_sources(connection, rows)
        touched: set[int] = set()
        for record in _to_records(rows):
            touched |= _replace(connection, {**record, "batch_id": batch_id})
        for earlier in sorted(touched):
            left = connection.scalar(
                select(Survei.source).where(Survei.batch_id == earlier).limit(1)
            )
            mark_replaced(connection, earlier, batch_id, wholly=left is None)
        move_version(connection, "survei")
        move_version(connection, "batch")
        return WriteOutcome(batch_id, len(rows), replaced_batches=tuple(sorted(touched)))


def _ensure_sources(connection: Connection, rows: pd.DataFrame) -> None:
    known = set(connection.scalars(select(Sumber.name)))
    for name in sorted(set(rows["source"]) - known):
        connection.execute(insert(Sumber).values(name=name, kind="survei"))


def _to_records(rows: pd.DataFrame) -> list[dict[str, object]]:
    plain = rows[_COLUMNS].astype(object)
    records: list[dict[str, object]] = plain.where(plain.notna(), None).to_dict("records")
    return records


def _replace(connection: Connection, record: dict[str, object]) -> set[int]:
    key = {name: record[name] for name in ("source", "year", "wilayah_code")}
    same = [getattr(Survei, name) == value for name, value in key.items()]
    touched = set(connection.scalars(select(Survei.batch_id).where(*same)))
    connection.execute(delete(Survei).where(*same))
    connection.execute(insert(Survei).values(**record))
    return touched
