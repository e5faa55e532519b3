"""Questions about imports, the database itself, and how fresh each topic is."""

import pandas as pd
from sqlalchemy import Engine, func, inspect, select

from data_access.database import open_read
from data_access.schema import (
    Base,
    Batch,
    Identitas,
    PemetaanNama,
    VersiTopik,
)


def read_batches(engine: Engine, limit: int = 200) -> pd.DataFrame:
    """Imports, newest first: id, kind, file_name, options, row_count, status, imported_by/at."""
    columns = (
        Batch.id,
        Batch.kind,
        Batch.file_name,
        Batch.options,
        Batch.row_count,
        Batch.status,
        Batch.replaced_by_id,
        Batch.imported_by,
        Batch.imported_at,
    )
    question = select(*columns).order_by(Batch.id.desc()).limit(limit)
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    return pd.DataFrame(rows, columns=[column.key for column in columns])


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
    return pd.DataFrame(rows, columns=["parent_name", "name", "code"])


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
