"""The command line on a database of its own, and the demonstration made once for all tests."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import structlog
from argon2 import PasswordHasher
from click.testing import Result
from sqlalchemy import Engine
from typer.testing import CliRunner

from app.actions.databases import create_database
from app.cli import app
from app.settings import read_settings
from data_access.database import make_engine
from data_access.upgrade import upgrade_schema

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def empty_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with our schema and no rows, migrated once."""
    path = tmp_path_factory.mktemp("kosong") / "kosong.db"
    made = make_engine(f"sqlite:///{path.as_posix()}")
    upgrade_schema(made)
    made.dispose()
    return path


@pytest.fixture(autouse=True)
def quick_schema(empty_template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new SQLite file gets its schema as a copy: the migrations have tests of their own."""

    def copy_schema(engine: Engine) -> None:
        path = Path(engine.url.database or "")
        is_new = engine.dialect.name == "sqlite" and not path.exists()
        shutil.copy(empty_template, path) if is_new else upgrade_schema(engine)

    monkeypatch.setattr("app.actions.databases.upgrade_schema", copy_schema)


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes of a memory that a test can spare; what is compared stays argon2."""
    quick = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    monkeypatch.setattr("app.actions.passwords._HASHER", quick)


@pytest.fixture(autouse=True)
def own_log() -> Iterator[None]:
    """A log that a test set up ends with it: its standard error is closed by then."""
    yield
    structlog.reset_defaults()


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the command line keeps its database in this test; the file is not there yet."""
    path = tmp_path / "basis" / "uji.db"
    path.parent.mkdir()
    monkeypatch.setenv("KONVERGENSI_DATABASE_URL", f"sqlite:///{path.as_posix()}")
    monkeypatch.setenv("KONVERGENSI_HOME", str(tmp_path / "rumah"))
    monkeypatch.setenv("KONVERGENSI_ACTOR", "penguji")
    read_settings.cache_clear()
    yield path
    read_settings.cache_clear()


@pytest.fixture
def run(database: Path) -> Run:
    """Run one command line of `konvergensi`; unforeseen errors reach the test."""

    def invoke(*arguments: object) -> Result:
        return CliRunner().invoke(app, [str(each) for each in arguments], catch_exceptions=False)

    return invoke


@pytest.fixture
def engine(database: Path) -> Iterator[Engine]:
    """An engine on the command line's database."""
    made = make_engine(f"sqlite:///{database.as_posix()}")
    yield made
    made.dispose()


@pytest.fixture
def office(engine: Engine) -> Engine:
    """The database of a real office in which there is nobody and nothing yet."""
    create_database(engine, kind="nyata")
    return engine


@pytest.fixture
def demo(database: Path, demo_template: Path, engine: Engine) -> Engine:
    """The command line's database holds the demonstration."""
    shutil.copy(demo_template, database)
    return engine
