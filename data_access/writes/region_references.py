"""What refers to a region, whatever table it stands in."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select

from data_access.schema import Base

_COLUMNS = (
    "wilayah_code",
    "unit_code",
    "kabupaten_code",
    "scope_code",
    "desa_code",
    "puskesmas_code",
    "parent_code",
)
# The history keeps what was; layers are made from the boundaries.
_NOT_DATA = frozenset({"riwayat", "lapisan_peta"})


def find_reference(connection: Connection, codes: Any, batch_id: int) -> str | None:
    """The table in which something refers to one of some regions, None where nothing does.

    `codes`: a list or a subquery. Regions and boundaries of the import itself do not count.
    """
    for table, column in _region_columns():
        refers: ColumnElement[bool] = column.in_(codes)
        if table.name in {"wilayah", "batas"}:
            refers &= table.c.batch_id != batch_id
        if connection.execute(select(column).where(refers).limit(1)).first() is not None:
            return table.name
    return None


def _region_columns() -> Iterator[tuple[Table, Any]]:
    for table in Base.metadata.sorted_tables:
        if table.name not in _NOT_DATA:
            yield from ((table, table.c[name]) for name in _COLUMNS if name in table.c)
