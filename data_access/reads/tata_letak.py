"""Questions about columns whose meaning a person said once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, select

from data_access.database import open_read
from data_access.schema import TataLetak


@dataclass(frozen=True, slots=True)
class RememberedLayout:
    """A header row by its hash: meaning to column (from 0), the headers' words, who and when."""

    header_sha256: str
    columns: dict[str, int]
    headings: dict[str, str]
    updated_by: str
    updated_at: datetime


def read_layouts(
    engine: Engine, kind: str, header_hashes: Collection[str]
) -> dict[str, RememberedLayout]:
    """The remembered layouts among these header rows, by hash. `kind`: as in table batch."""
    columns = (
        TataLetak.header_sha256,
        TataLetak.mapping,
        TataLetak.updated_by,
        TataLetak.updated_at,
    )
    question = select(*columns).where(
        TataLetak.kind == kind, TataLetak.header_sha256.in_(list(header_hashes))
    )
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    return {row.header_sha256: _to_layout(row) for row in rows}


def _to_layout(row: Any) -> RememberedLayout:
    return RememberedLayout(
        row.header_sha256,
        {meaning: int(entry["kolom"]) for meaning, entry in row.mapping.items()},
        {meaning: str(entry["judul"]) for meaning, entry in row.mapping.items()},
        row.updated_by,
        row.updated_at,
    )
