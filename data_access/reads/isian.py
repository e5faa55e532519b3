"""Questions about entered figures: cells with their versions, and who changed a cell last."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pandas as pd
from sqlalchemy import Connection, Engine, select

from data_access.database import open_read
from data_access.reads.frames import make_frame
from data_access.reads.scope import within
from data_access.schema import Batch, Isian, Riwayat, Wilayah

CellKey = tuple[str, str]
"""A desa's code and an item's code."""
Writer = tuple[str, datetime]
"""The account (or importer) that wrote, and when (UTC)."""
_CELL = ["unit_code", "item_code", "value", "version"]
_PORTION = 400  # SQLite bounds how many values a condition may hold


def read_cells(engine: Engine, scope_code: str, period: str) -> pd.DataFrame:
    """Entered cells of one period inside a region, a row a cell: one (desa, item) each.

    Columns: unit_code, item_code, value (Int64, missing where it was cleared), version.
    """
    question = (
        select(Isian.unit_code, Isian.item_code, Isian.value, Isian.version)
        .where(Isian.period == period, within(Isian.unit_code, scope_code))
        .order_by(Isian.unit_code, Isian.item_code)
    )
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    return make_frame(rows, columns=_CELL).astype({"value": "Int64", "version": "int64"})


def read_entry_units(engine: Engine, kecamatan_code: str) -> pd.DataFrame:
    """The desa in force of a kecamatan, for which figures are entered: code, name; by code."""
    question = (
        select(Wilayah.code, Wilayah.name)
        .where(
            Wilayah.level == "desa",
            Wilayah.valid_until.is_(None),
            within(Wilayah.code, kecamatan_code),
        )
        .order_by(Wilayah.code)
    )
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    return make_frame(rows, columns=["code", "name"])


def find_writers(
    connection: Connection, period: str, keys: Sequence[CellKey]
) -> dict[CellKey, Writer]:
    """Who wrote each cell last and when: by the history, else by the import that brought it."""
    found: dict[CellKey, Writer] = {}
    for start in range(0, len(keys), _PORTION):
        found |= _find_writers(connection, period, keys[start : start + _PORTION])
    return found


def _find_writers(
    connection: Connection, period: str, keys: Sequence[CellKey]
) -> dict[CellKey, Writer]:
    units = {unit for unit, _ in keys}
    imported = (
        select(Isian.unit_code, Isian.item_code, Batch.imported_by, Batch.imported_at)
        .join(Batch, Batch.id == Isian.batch_id)
        .where(Isian.period == period, Isian.unit_code.in_(units))
    )
    found = {(r.unit_code, r.item_code): _writer(r[2], r[3]) for r in connection.execute(imported)}
    names = {"|".join((period, *key)): key for key in keys}
    typed = (
        select(Riwayat.row_key, Riwayat.actor, Riwayat.at)
        .where(Riwayat.table_name == "isian", Riwayat.row_key.in_(list(names)))
        .order_by(Riwayat.id)
    )
    found |= {names[r.row_key]: _writer(r.actor, r.at) for r in connection.execute(typed)}
    return {key: writer for key, writer in found.items() if key in set(keys)}


def _writer(actor: str, at: datetime) -> Writer:
    # SQLite gives times back without their zone; they are stored in UTC.
    return actor, at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
