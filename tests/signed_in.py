"""Sessions made without the sign-in form, for tests of what comes after it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine

from app.tokens import hash_token
from data_access.database import make_engine
from data_access.reads.pengguna import Grant, read_accounts
from data_access.writes.pengguna import save_account
from data_access.writes.sesi import start_session


def token_of(username: str) -> str:
    """The token that `sign_everybody_in` gives a person."""
    return f"uji-{username}"


def sign_everybody_in(engine: Engine) -> None:
    """Start a session for each account of a database."""
    for account in read_accounts(engine):
        start_session(
            engine,
            account.id,
            hash_token(token_of(account.username)),
            now=datetime.now(UTC),
            lasts=timedelta(hours=12),
        )


def add_person(engine: Engine, username: str, *grants: Grant) -> None:
    """Make an account that needs no first password."""
    save_account(
        engine,
        "penguji",
        username=username,
        name=username.capitalize(),
        position=None,
        password_hash="",
        must_change=False,
        is_demo=False,
        grants=grants,
    )


def admit_reader(path: Path) -> None:
    """Let "pimpinan" into a SQLite database that has no account yet."""
    engine = make_engine(f"sqlite:///{path.as_posix()}")
    add_person(engine, "pimpinan", Grant("pimpinan", "ID"))
    sign_everybody_in(engine)
    engine.dispose()
