"""Who comes in a load test: accounts of every role, signed in by known tokens, in a database."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, make_url, select, text

from app.actions.demo import fill_demo
from app.tokens import hash_token
from data_access.database import make_engine, open_read, open_write
from data_access.demo.people import KABUPATEN
from data_access.reads.pengguna import Grant, read_account
from data_access.schema import Wilayah
from data_access.writes.batches import set_identity
from data_access.writes.pengguna import save_account
from data_access.writes.sesi import start_session

_ACTOR = "pengukuran beban"
PARTS = ("setcam", "puskesmas", "plkb")
# Of ten people seven only look, two enter figures of their kecamatan, one coordinates.
_VIEWERS = (
    Grant("pimpinan", KABUPATEN),
    Grant("anggota_tpps", KABUPATEN),
    Grant("verifikator", KABUPATEN, "dinkes"),
    Grant("penyetuju", KABUPATEN, "sekda"),
    Grant("admin", KABUPATEN),
    Grant("pimpinan", KABUPATEN),
    Grant("anggota_tpps", KABUPATEN),
)
_PLANNER = Grant("bappeda", KABUPATEN, "bappeda")


@dataclass(frozen=True, slots=True)
class Visitor:
    """One person of the test: `saves` tells whether they also enter figures."""

    username: str
    token: str
    grant: Grant

    @property
    def saves(self) -> bool:
        """Operators of a kecamatan enter something small now and then."""
        return self.grant.role == "operator"


def list_visitors(count: int, kecamatan: Sequence[str]) -> list[Visitor]:
    """The people of a test; no two operators share a kecamatan's part, as long as there are any."""
    places = [(code, part) for part in PARTS for code in kecamatan]
    visitors = []
    for number in range(count):
        ten, one = divmod(number, 10)
        if one < len(_VIEWERS):
            grant = _VIEWERS[one]
        elif one < 9:
            code, part = places[(2 * ten + one - len(_VIEWERS)) % len(places)]
            grant = Grant("operator", code, part)
        else:
            grant = _PLANNER
        name = f"beban-{number:03}"
        visitors.append(Visitor(name, f"token-{name}", grant))
    return visitors


def admit(engine: Engine, count: int) -> list[Visitor]:
    """Make the accounts of a test where they are missing, and sign everybody in."""
    with open_read(engine) as connection:
        question = select(Wilayah.code).where(
            Wilayah.level == "kecamatan", Wilayah.code.startswith(f"{KABUPATEN}.")
        )
        kecamatan = sorted(connection.scalars(question))
    visitors = list_visitors(count, kecamatan)
    now = datetime.now(UTC)
    for visitor in visitors:
        account = read_account(engine, visitor.username)
        number = account.id if account else _make_account(engine, visitor)
        token_hash = hash_token(visitor.token)
        with engine.begin() as connection:
            connection.execute(text("DELETE FROM sesi WHERE token_hash = :t"), {"t": token_hash})
        start_session(engine, number, token_hash, now=now, lasts=timedelta(days=1))
    return visitors


def _make_account(engine: Engine, visitor: Visitor) -> int:
    return save_account(
        engine,
        _ACTOR,
        username=visitor.username,
        name=visitor.username.capitalize(),
        position=None,
        password_hash="",
        must_change=False,
        is_demo=False,
        grants=[visitor.grant],
    )


def prepare_sqlite(work: Path, desa: int) -> str:
    """A fresh copy of the demonstration with so many desa, made once; its URL."""
    kept, used = work / f"beban-{desa}.db", work / "beban.db"
    if not kept.exists():
        partial = work / "baru.db"
        partial.unlink(missing_ok=True)
        engine = make_engine(f"sqlite:///{partial.as_posix()}")
        _fill(engine, desa)
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        engine.dispose()
        partial.replace(kept)
    for leftover in work.glob("beban.db*"):
        leftover.unlink()
    shutil.copyfile(kept, used)
    return f"sqlite:///{used.resolve().as_posix()}"


def prepare_postgres(server_url: str, desa: int) -> str:
    """The demonstration in a database of its own on a PostgreSQL server; its URL."""
    name = f"beban_{desa}"
    server = make_engine(server_url)
    with server.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name}")
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    server.dispose()
    url = make_url(server_url).set(database=name).render_as_string(hide_password=False)
    engine = make_engine(url)
    _fill(engine, desa)
    with engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
    engine.dispose()
    return url


def _fill(engine: Engine, desa: int) -> None:
    """The demonstration's data as an office's own: a demonstration serves nobody behind a proxy."""
    fill_demo(engine, desa=desa)
    with open_write(engine, _ACTOR) as connection:
        set_identity(connection, "jenis", "nyata")
