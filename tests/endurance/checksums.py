"""What a database of any revision holds, table by table: how many rows, and a sum over them."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, MetaData, Table, inspect, select, text

from data_access.database import open_read

Columns = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Sum:
    """A table's rows and the sum of their hashes, whatever their order."""

    rows: int
    total: int


def list_columns(engine: Engine) -> dict[str, frozenset[str]]:
    """Columns of every table that there is now, Alembic's own left out."""
    found = inspect(engine)
    return {
        name: frozenset(column["name"] for column in found.get_columns(name))
        for name in found.get_table_names()
        if name != "alembic_version"
    }


def add_up(engine: Engine, columns: Columns) -> dict[str, Sum]:
    """Sums of these columns of these tables, all of one moment."""
    with open_read(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
        metadata = MetaData()
        return {
            name: _add_up_table(connection, Table(name, metadata, autoload_with=connection), kept)
            for name, kept in sorted(columns.items())
        }


def _add_up_table(connection: Connection, table: Table, kept: Iterable[str]) -> Sum:
    rows, total = 0, 0
    for row in connection.execute(select(*(table.columns[name] for name in sorted(kept)))):
        digest = hashlib.sha256(repr(tuple(row)).encode()).digest()
        rows, total = rows + 1, (total + int.from_bytes(digest[:8])) % (1 << 64)
    return Sum(rows, total)


def in_both(first: Columns, second: Columns) -> dict[str, frozenset[str]]:
    """Tables and columns that both have."""
    return {name: first[name] & second[name] for name in first.keys() & second.keys()}
