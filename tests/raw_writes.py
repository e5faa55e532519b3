"""Writing to a SQLite file by hand, as a test that stands for a fault or an earlier time does."""

import sqlite3
from contextlib import closing
from pathlib import Path


def write_raw(path: Path, *statements: str) -> None:
    """Execute statements in one transaction, references unchecked, as somebody with a name."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT INTO pelaku_transaksi VALUES (1, 'uji', 'uji', '2026-01-01 00:00:00.000000')"
        )
        for statement in statements:
            connection.execute(statement)
        connection.execute("DELETE FROM pelaku_transaksi")


def copy_in_use(source: Path, target: Path) -> None:
    """Copy a SQLite file that others hold open: what stands in its write-ahead log comes along."""
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(target)) as written:
        read.backup(written)
