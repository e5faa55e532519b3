"""Which rows lie in a region: the code itself and all codes that begin with it."""

from typing import Any

from sqlalchemy import ColumnElement, and_, or_, true

NATION = "ID"
DEPTH = {"nasional": 0, "provinsi": 1, "kabupaten": 2, "kecamatan": 3, "puskesmas": 4, "desa": 5}
CODE_LENGTH = {"provinsi": 2, "kabupaten": 5, "kecamatan": 8, "desa": 13}


def within(column: Any, code: str) -> ColumnElement[bool]:
    """Rows whose code is `code` or lies below it; one range, so that the index serves it."""
    if code == NATION:
        return true()
    # SQLite takes no part of an index for an "or" alone: a kabupaten would cost a whole province.
    one_range = and_(column >= code, column < f"{code}/")
    return and_(one_range, or_(column == code, column >= f"{code}."))
