"""A signed-in visitor for measurements: an account and a session of its own, by a known token."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from app.tokens import hash_token
from data_access.database import make_engine
from data_access.reads.pengguna import Grant, read_account
from data_access.writes.pengguna import save_account
from data_access.writes.sesi import start_session

USERNAME = "pengukur"
TOKEN = "token-pengukur"


def admit_visitor(database_url: str) -> None:
    """Let the measuring browser into a database: make its account once, a session each time."""
    engine = make_engine(database_url)
    account = read_account(engine, USERNAME)
    number = account.id if account else _make_account(engine)
    now = datetime.now(UTC)
    token_hash = hash_token(TOKEN)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"DELETE FROM sesi WHERE token_hash = '{token_hash}'")
    start_session(engine, number, token_hash, now=now, lasts=timedelta(days=1))
    engine.dispose()


def _make_account(engine: Engine) -> int:
    return save_account(
        engine,
        "pengukuran kecepatan",
        username=USERNAME,
        name="Pengukur",
        position=None,
        password_hash="",
        must_change=False,
        is_demo=False,
        grants=[Grant("pimpinan", "ID")],
    )
