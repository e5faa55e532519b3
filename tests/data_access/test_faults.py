"""What keeps a database from working has a name that people can act on."""

import errno
import sqlite3
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine, exc, make_url, text

from data_access.database import make_engine, open_read, open_write
from data_access.faults import name_fault
from data_access.schema import Identitas


def full(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE isi (a TEXT)")
        connection.execute("PRAGMA max_page_count = 3")
        connection.execute("INSERT INTO isi VALUES (?)", ("x" * 100_000,))


def read_only(path: Path) -> None:
    sqlite3.connect(path).execute("CREATE TABLE isi (a TEXT)")
    sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True).execute("INSERT INTO isi VALUES (1)")


def locked(path: Path) -> None:
    first = sqlite3.connect(path, isolation_level=None)
    first.execute("BEGIN EXCLUSIVE")
    sqlite3.connect(path, timeout=0).execute("CREATE TABLE isi (a TEXT)")


def no_database(path: Path) -> None:
    path.write_bytes(b"bukan basis data" * 100)
    sqlite3.connect(path).execute("SELECT * FROM sqlite_master")


def no_folder(path: Path) -> None:
    sqlite3.connect(path / "tiada" / "uji.db").execute("SELECT 1")


@pytest.mark.parametrize(
    ("cause", "name"),
    [
        (full, "penuh"),
        (read_only, "hanya_baca"),
        (locked, "sibuk"),
        (no_database, "rusak"),
        (no_folder, "terputus"),
    ],
)
def test_what_sqlite_says_is_named(
    cause: Callable[[Path], None], name: str, tmp_path: Path
) -> None:
    with pytest.raises(sqlite3.Error) as caught:
        cause(tmp_path / "uji.db")
    assert name_fault(caught.value) == name
    assert name_fault(exc.OperationalError("", {}, caught.value)) == name


@pytest.mark.parametrize(
    ("state", "name"),
    [
        ("53100", "penuh"),
        ("25006", "hanya_baca"),
        ("42501", "tanpa_hak"),
        ("57014", "sibuk"),
        ("55P03", "sibuk"),
        ("40P01", "sibuk"),
        ("53300", "sibuk"),
        ("58030", "rusak"),
        ("57P03", "terputus"),
        ("08006", "terputus"),
        ("23505", None),
        ("42P01", None),
    ],
)
def test_what_postgresql_says_is_named_by_its_state(state: str, name: str | None) -> None:
    assert name_fault(psycopg.errors.lookup(state)()) == name


def test_a_connection_lost_without_a_word_is_named(tmp_path: Path) -> None:
    assert name_fault(psycopg.OperationalError("server closed the connection")) == "terputus"
    assert name_fault(exc.TimeoutError("QueuePool limit")) == "sibuk"


def test_a_full_disk_is_found_behind_what_it_led_to() -> None:
    def lead() -> None:
        try:
            raise OSError(errno.ENOSPC, "No space left on device")
        except OSError as full:
            raise RuntimeError("the file was not written") from full

    with pytest.raises(RuntimeError) as caught:
        lead()
    assert name_fault(caught.value) == "penuh"


def test_what_is_no_fault_of_the_database_has_no_name() -> None:
    assert name_fault(ValueError("x")) is None
    assert name_fault(FileNotFoundError(errno.ENOENT, "x")) is None
    assert name_fault(sqlite3.IntegrityError("UNIQUE")) is None


def write(engine: Engine) -> None:
    with open_write(engine, "uji") as connection:
        connection.execute(Identitas.__table__.insert().values(key="uji", value="1"))


@pytest.mark.parametrize("kind", ["postgresql"], indirect=False)
def test_a_session_that_refused_a_write_is_not_kept_for_the_next(engine: Engine, kind: str) -> None:
    """A server was read-only for a while: the sessions of that time would stay so for ever."""
    with engine.connect() as connection:
        connection.execute(text("SET default_transaction_read_only = on"))
        connection.commit()
    with pytest.raises(exc.DBAPIError) as refused:
        write(engine)
    assert name_fault(refused.value) == "hanya_baca"
    write(engine)


@pytest.mark.parametrize("journal", ["WAL", "DELETE"])
def test_a_file_on_a_read_only_disk_is_read_as_it_lies(
    journal: str, sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "uji.db"
    path.write_bytes(sqlite_template.read_bytes())
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA journal_mode={journal}")
    connection.close()
    monkeypatch.setattr("data_access.settled_files._is_on_read_only_disk", lambda _: True)
    engine = make_engine(f"sqlite:///{path}")
    with open_read(engine) as connection:
        assert connection.scalar(text("SELECT count(*) FROM wilayah")) == 0
    with pytest.raises(exc.OperationalError) as refused:
        write(engine)
    assert name_fault(refused.value) == "hanya_baca"
    assert [each.name for each in tmp_path.iterdir()] == ["uji.db"]


def test_a_file_that_somebody_writes_is_never_read_as_settled(
    sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "uji.db"
    path.write_bytes(sqlite_template.read_bytes())
    writer = make_engine(f"sqlite:///{path}")
    write(writer)
    monkeypatch.setattr("data_access.settled_files._is_on_read_only_disk", lambda _: True)
    reader = make_engine(f"sqlite:///{make_url(str(writer.url)).database}")
    with open_read(reader) as connection:
        assert connection.scalar(text("SELECT value FROM identitas WHERE key = 'uji'")) == "1"
    writer.dispose()
