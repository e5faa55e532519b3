"""The engine: SQLite embedded or PostgreSQL shared, with the settings that each needs."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url

BUSY_TIMEOUT_MS = 15_000


def make_engine(url: str) -> Engine:
    """Open a database by URL; nothing is created but an empty SQLite file on first write.

    Parameters never appear in errors or logs, since they may hold what officials typed.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        engine = create_engine(parsed, hide_parameters=True)
        _prepare_sqlite(engine)
        return engine
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    return create_engine(parsed, hide_parameters=True, pool_pre_ping=True)


def _prepare_sqlite(engine: Engine) -> None:
    """Let SQLAlchemy, not the driver, begin transactions: writers queue instead of failing."""

    @event.listens_for(engine, "connect")
    def set_pragmas(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in (
            f"busy_timeout={BUSY_TIMEOUT_MS}",
            "journal_mode=WAL",
            "synchronous=NORMAL",
            "foreign_keys=ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("konvergensi_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def open_read(engine: Engine) -> Iterator[Connection]:
    """A connection for questions; whatever it did is rolled back."""
    with engine.connect() as connection:
        yield connection


@contextmanager
def open_write(engine: Engine) -> Iterator[Connection]:
    """One transaction for a write: all of it or, on any error, nothing."""
    with (
        engine.connect().execution_options(konvergensi_write=True) as connection,
        connection.begin(),
    ):
        yield connection
