"""Layers of a GeoPackage that are questions (views) instead of tables: they are never asked.

Whoever writes the file writes the question: it may have no end, or call functions of GDAL and
SQLite that reach beyond the file.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

_CORE = ("gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys", "gpkg_extensions")


def find_questions(path: str) -> list[str]:
    """Name the tables of a GeoPackage that GDAL would read and that are views, sorted.

    A file that SQLite cannot read names none: GDAL will say what is wrong with it.
    """
    address = f"{Path(path).resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as database:
            views = _names(database, "SELECT name FROM sqlite_master WHERE type = 'view'")
            asked = {name for name in views if name.lower() in _CORE}
            if views and not asked:
                listed = _names(database, "SELECT table_name FROM gpkg_contents")
                asked = {name for name in views if name.lower() in {n.lower() for n in listed}}
    except sqlite3.Error:
        return []
    return sorted(asked)


def _names(database: sqlite3.Connection, question: str) -> set[str]:
    return {str(row[0]) for row in database.execute(question)}
