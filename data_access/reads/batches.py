"""Questions about imports, the database itself, and how fresh each topic is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd
from sqlalchemy import Engine, func, inspect, select

from data_access.database import open_read
from data_access.reads.frames import make_frame
from data_access.schema import (
    Base,
    Batas,
    Batch,
    Fasilitas,
    Identitas,
    PemetaanNama,
    Pengukuran,
    Riwayat,
    Survei,
    VersiTopik,
    Wilayah,
)


@dataclass(frozen=True, slots=True)
class BatchRecord:
    """One import: what it was, by whom, when (UTC), its state, and what it found."""

    id: int
    kind: str
    file_name: str
    options: dict[str, Any]
    report: dict[str, Any]
    row_count: int
    status: str
    replaced_by_id: int | None
    imported_by: str
    imported_at: datetime


def read_batches(engine: Engine, limit: int = 200) -> pd.DataFrame:
    """Imports, newest first: id, kind, file_name, options, report, row_count, status,
    replaced_by_id, imported_by, imported_at (UTC)."""
    question = select(*_COLUMNS).order_by(Batch.id.desc()).limit(limit)
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    return make_frame(rows, columns=[column.key for column in _COLUMNS])


def read_batch(engine: Engine, batch_id: int) -> BatchRecord | None:
    """One import by its number, None where there is none."""
    with open_read(engine) as connection:
        row = connection.execute(select(*_COLUMNS).where(Batch.id == batch_id)).first()
    return None if row is None else BatchRecord(*row)


_COLUMNS = (
    Batch.id,
    Batch.kind,
    Batch.file_name,
    Batch.options,
    Batch.report,
    Batch.row_count,
    Batch.status,
    Batch.replaced_by_id,
    Batch.imported_by,
    Batch.imported_at,
)
_REGIONS_OF_KIND: dict[str, tuple[tuple[Any, Any], ...]] = {
    "pengukuran": ((Pengukuran.unit_code, Pengukuran.batch_id),),
    "survei": ((Survei.wilayah_code, Survei.batch_id),),
    "wilayah": ((Wilayah.code, Wilayah.batch_id), (Batas.wilayah_code, Batas.batch_id)),
    "fasilitas": ((Fasilitas.wilayah_code, Fasilitas.batch_id),),
}


def read_batch_regions(engine: Engine, batch_id: int, kind: str) -> list[str]:
    """Kabupaten whose data an import brought or replaced; above a kabupaten the region itself."""
    change = select(Riwayat.change_id).where(
        Riwayat.table_name == "batch", Riwayat.row_key == str(batch_id), Riwayat.action == "tambah"
    )
    questions = [
        select(func.substr(Riwayat.wilayah_code, 1, 5)).where(
            Riwayat.change_id.in_(change), Riwayat.table_name == kind
        )
    ]
    questions += [
        select(func.substr(code, 1, 5)).where(batch == batch_id)
        for code, batch in _REGIONS_OF_KIND.get(kind, ())
    ]
    with open_read(engine) as connection:
        found = {code for each in questions for code in connection.scalars(each.distinct())}
    return sorted(code for code in found if code)


def read_versions(engine: Engine) -> dict[str, int]:
    """The version number of every topic written so far."""
    with open_read(engine) as connection:
        rows = connection.execute(select(VersiTopik.topic, VersiTopik.version)).all()
    return dict(rows)


def read_identity(engine: Engine) -> dict[str, str]:
    """What this database says of itself, e.g. {"jenis": "demo"}."""
    with open_read(engine) as connection:
        rows = connection.execute(select(Identitas.key, Identitas.value)).all()
    return dict(rows)


def read_name_mapping(engine: Engine, scope_code: str) -> pd.DataFrame:
    """Spellings that a person confirmed for a kabupaten: parent_name, name, code."""
    question = select(PemetaanNama.parent_name, PemetaanNama.name, PemetaanNama.wilayah_code).where(
        PemetaanNama.scope_code == scope_code[:5]
    )
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    return make_frame(rows, columns=["parent_name", "name", "code"])


def has_schema(engine: Engine) -> bool:
    """Tell whether the database holds our tables."""
    return inspect(engine).has_table("identitas")


def count_rows(engine: Engine) -> dict[str, int]:
    """Rows of every table, for `db check`."""
    with open_read(engine) as connection:
        return {
            table.name: int(connection.scalar(select(func.count()).select_from(table)) or 0)
            for table in Base.metadata.sorted_tables
        }
