"""What kept the database from doing its work, by a name that people can act on."""

import errno
import sqlite3
from collections.abc import Iterator
from typing import Literal

import psycopg
from sqlalchemy import exc

FaultName = Literal["penuh", "hanya_baca", "tanpa_hak", "sibuk", "rusak", "terputus"]

_SQLITE: dict[int, FaultName] = {
    sqlite3.SQLITE_FULL: "penuh",
    sqlite3.SQLITE_IOERR_SHMSIZE: "penuh",
    sqlite3.SQLITE_READONLY: "hanya_baca",
    sqlite3.SQLITE_BUSY: "sibuk",
    sqlite3.SQLITE_LOCKED: "sibuk",
    sqlite3.SQLITE_IOERR: "rusak",
    sqlite3.SQLITE_CORRUPT: "rusak",
    sqlite3.SQLITE_NOTADB: "rusak",
    sqlite3.SQLITE_CANTOPEN: "terputus",
}
# By SQLSTATE, the whole of it before its class.
_POSTGRESQL: dict[str, FaultName] = {
    "53100": "penuh",
    "25006": "hanya_baca",
    "42501": "tanpa_hak",
    "57014": "sibuk",  # statement_timeout
    "55P03": "sibuk",
    "25P03": "sibuk",
    "40": "sibuk",  # deadlock, serialisation
    "53": "sibuk",  # memory, connections
    "58": "rusak",
    "XX": "rusak",
    "57P": "terputus",  # shut down, starting, recovering
    "08": "terputus",
}
_DISK: dict[int, FaultName] = {
    errno.ENOSPC: "penuh",
    errno.EDQUOT: "penuh",
    errno.EFBIG: "penuh",
    errno.EROFS: "hanya_baca",
    errno.EIO: "rusak",
}


def name_fault(error: BaseException) -> FaultName | None:
    """Name what stopped a read or a write; None where it was none of these.

    "penuh": no room on the disk. "hanya_baca": the database or its disk takes no writes (a
    standby, a read-only file). "tanpa_hak": the application's role lacks a right. "sibuk": locks,
    time or connections ran out. "rusak": the disk or the file is damaged. "terputus": the
    database is not reachable, stops or starts.
    """
    for each in _causes(error):
        found = _name_one(each)
        if found is not None:
            return found
    return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The driver's own error before SQLAlchemy's around it, then what either came from."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        original = getattr(current, "orig", None)
        if isinstance(original, BaseException):
            yield original
        yield current
        current = current.__cause__


def _name_one(error: BaseException) -> FaultName | None:
    if isinstance(error, sqlite3.Error):
        return _name_sqlite(error)
    if isinstance(error, psycopg.Error):
        return _name_postgresql(error)
    if isinstance(error, exc.TimeoutError):  # no connection of the pool came free
        return "sibuk"
    if isinstance(error, exc.DBAPIError) and error.connection_invalidated:
        return "terputus"
    return _DISK.get(error.errno or 0) if isinstance(error, OSError) else None


def _name_sqlite(error: sqlite3.Error) -> FaultName | None:
    code = getattr(error, "sqlite_errorcode", 0)
    return _SQLITE.get(code) or _SQLITE.get(code & 0xFF)


def _name_postgresql(error: psycopg.Error) -> FaultName | None:
    state = error.sqlstate or ""
    found = next((_POSTGRESQL[state[:n]] for n in (5, 3, 2) if state[:n] in _POSTGRESQL), None)
    lost = isinstance(error, psycopg.OperationalError | psycopg.InterfaceError) and not state
    return "terputus" if found is None and lost else found
