"""The check of a database's health: is it whole, is it current, how many rows does it hold."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine, inspect

from data_access.database import open_read
from data_access.reads.batches import count_rows
from data_access.triggers import expected_triggers, read_triggers
from data_access.upgrade import is_current, read_revision


@dataclass(frozen=True, slots=True)
class HealthReport:
    """Integrity, schema revision and row counts of a database."""

    problems: tuple[str, ...]
    revision: str | None
    is_current: bool
    counts: dict[str, int]


def _missing_triggers(connection: Connection) -> list[str]:
    """History triggers that a table should have and lacks: its changes would go unrecorded."""
    tables = set(inspect(connection).get_table_names())
    expected = {name for name in expected_triggers() if name.split(".")[0] in tables}
    return sorted(expected - read_triggers(connection))


def check_database(engine: Engine) -> HealthReport:
    """Ask the database whether it is whole and count its rows."""
    problems: list[str] = []
    with open_read(engine) as connection:
        if engine.dialect.name == "sqlite":
            verdicts = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            problems += [str(verdict) for verdict in verdicts if verdict != "ok"]
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            problems += [f"{row[0]} -> {row[2]}" for row in broken[:20]]
        problems += [f"pemicu {name}" for name in _missing_triggers(connection)]
    current = is_current(engine)
    counts = count_rows(engine) if current else {}
    return HealthReport(tuple(problems), read_revision(engine), current, counts)
