"""The engine: SQLite embedded or PostgreSQL shared, with the settings that each needs."""

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text

from data_access.demoted_servers import leave_read_only_sessions
from data_access.patience import bound_waiting
from data_access.settled_files import choose_pool, read_where_settled
from data_access.turns import take_turn

BUSY_TIMEOUT_MS = 15_000


def make_engine(url: str, *, for_screens: bool = False) -> Engine:
    """Open a database by URL; nothing is created but an empty SQLite file on first write.

    Parameters never appear in errors or logs, since they may hold what officials typed. With
    `for_screens` no statement of PostgreSQL's may take longer than a person waits for a screen.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        engine = create_engine(parsed, hide_parameters=True, poolclass=choose_pool(parsed))
        read_where_settled(engine)
        _prepare_sqlite(engine)
        return engine
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    engine = create_engine(parsed, hide_parameters=True, pool_pre_ping=True)
    bound_waiting(engine, for_screens=for_screens)
    leave_read_only_sessions(engine)
    return engine


def _prepare_sqlite(engine: Engine) -> None:
    """Let SQLAlchemy, not the driver, begin transactions: writers queue instead of failing."""

    @event.listens_for(engine, "connect")
    def set_pragmas(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            # A file or disk that takes no writes is read as it is.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
                raise
        # Full: what a person was told is stored outlives a power cut, too.
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")

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
def open_write(engine: Engine, actor: str) -> Iterator[Connection]:
    """One transaction for a write by `actor`: all of it or, on any error, nothing.

    The actor and a number for the whole change stand in every row of history that it makes.
    Raises ValueError without an actor.
    """
    if not actor.strip():
        raise ValueError("a write needs an actor")
    with (
        take_turn(engine, BUSY_TIMEOUT_MS / 1000),
        engine.connect().execution_options(konvergensi_write=True) as connection,
        connection.begin(),
    ):
        _name_actor(connection, actor.strip()[:120])
        yield connection
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("DELETE FROM pelaku_transaksi")


def _name_actor(connection: Connection, actor: str) -> None:
    change_id = secrets.token_hex(8)
    if connection.dialect.name == "sqlite":
        now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
        statement = text("INSERT INTO pelaku_transaksi VALUES (1, :actor, :change_id, :at)")
        connection.execute(statement, {"actor": actor, "change_id": change_id, "at": now})
        return
    statement = text(
        "SELECT set_config('konvergensi.pelaku', :actor, true),"
        " set_config('konvergensi.urusan', :change_id, true)"
    )
    connection.execute(statement, {"actor": actor, "change_id": change_id})


@contextmanager
def open_log(engine: Engine) -> Iterator[Connection]:
    """A short transaction on tables that are logs themselves: sessions, attempts to sign in."""
    with (
        take_turn(engine, BUSY_TIMEOUT_MS / 1000),
        engine.connect().execution_options(konvergensi_write=True) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def open_schema(engine: Engine) -> Iterator[Connection]:
    """One transaction that changes the schema; on SQLite tables may be rebuilt within it.

    Rebuilding a table drops it for a moment, which its references would forbid: they are off
    meanwhile and checked before the end.
    """
    sqlite = engine.dialect.name == "sqlite"
    with engine.connect().execution_options(konvergensi_write=True) as connection:
        if sqlite:
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
        try:
            with connection.begin():
                if not sqlite:
                    # Two programs that start at once: the second finds the first one's work done.
                    connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('skema'))"))
                yield connection
                if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise RuntimeError("the migration would leave references to nothing")
        finally:
            if sqlite:
                connection.connection.driver_connection.execute("PRAGMA foreign_keys=ON")  # type: ignore[union-attr]
