"""Kill -9 of `konvergensi import` in the middle of its write: all of the file or nothing."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, text

from data_access.backup import check_database
from data_access.database import make_engine, open_read
from tests.data_access.conftest import make_postgres_database
from tests.endurance.command_line import Office, spread_moments
from tests.endurance.contents import Contents, read_contents
from tests.endurance.import_files import COMMANDS, fill_kabupaten, write_file

# How often each import is killed, on each kind of database.
KILLS = {"pengukuran": 20, "wilayah": 8, "anggaran": 8}


class Place:
    """A filled database, of which every attempt gets a fresh copy."""

    def __init__(self, template: str, folder: Path, server: str | None) -> None:
        self.template, self.folder, self.server = template, folder, server

    @contextmanager
    def copy(self) -> Iterator[Office]:
        if self.server is None:
            path = self.folder / "salinan.db"
            for old in self.folder.glob("salinan.db*"):
                old.unlink()
            shutil.copy(self.template, path)
            yield Office(f"sqlite:///{path.as_posix()}", self.folder)
            return
        with make_postgres_database(self.server, self.template) as url:
            yield Office(url, self.folder)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def place(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("impor")
    if request.param == "sqlite":
        path = folder / "templat.db"
        _fill(f"sqlite:///{path.as_posix()}", folder)
        yield Place(str(path), folder, None)
        return
    server = request.getfixturevalue("postgres_url")
    with make_postgres_database(server) as url:
        _fill(url, folder)
        yield Place(str(make_url(url).database), folder, server)


def _fill(url: str, folder: Path) -> None:
    engine = make_engine(url)
    fill_kabupaten(engine, folder / "semula")
    engine.dispose()


@contextmanager
def looking(office: Office) -> Iterator[Engine]:
    engine = make_engine(office.url)
    yield engine
    engine.dispose()


def look(office: Office) -> Contents:
    """What is stored once nobody else is at it, and that it is whole."""
    with looking(office) as engine:
        wait_until_alone(engine)
        assert check_database(engine).problems == ()
        return read_contents(engine)


def wait_until_alone(engine: Engine) -> None:
    """PostgreSQL may take a moment to notice that the one who wrote is dead."""
    if engine.dialect.name == "sqlite":
        return
    question = text(
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    for _ in range(200):
        with open_read(engine) as connection:
            if connection.scalar(question) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the dead writer's connection stays open")


@pytest.mark.parametrize("kind", KILLS)
def test_a_killed_import_stored_all_or_nothing_and_the_next_one_works(
    place: Place, kind: str
) -> None:
    command = ("import", kind, write_file(kind, place.folder / "baru"), *COMMANDS[kind])
    with place.copy() as office:
        before = look(office)
        statements = office.count_statements(*command)
        after = look(office)
    assert after != before
    stored = 0
    for moment in spread_moments(statements, KILLS[kind]):
        with place.copy() as office:
            assert office.run(*command, kill=moment) in {-signal.SIGKILL, 0}, office.said()
            left = look(office)
            assert left in (before, after), f"half an import after {moment}"
            stored += left == after
            assert office.run(*command) == 0, office.said()
            assert look(office) == after
    assert 0 < stored < KILLS[kind], f"{stored} of {KILLS[kind]} were stored"


def test_the_command_itself_killed_by_the_clock_leaves_all_or_nothing(place: Place) -> None:
    """As from outside, over its whole life: start, reading, checking, writing, the end."""
    command = ("import", "pengukuran", write_file("pengukuran", place.folder / "baru"))
    command = (*command, *COMMANDS["pengukuran"])
    with place.copy() as office:
        before = look(office)
        began = time.monotonic()
        assert _start(office, command).wait(60) == 0
        lasted = time.monotonic() - began
        after = look(office)
    for part in (0.5, 0.7, 0.8, 0.9, 0.95, 1.0):
        with place.copy() as office:
            process = _start(office, command)
            time.sleep(part * lasted)
            process.kill()
            process.wait()
            assert look(office) in (before, after)
            assert _start(office, command).wait(60) == 0
            assert look(office) == after


def _start(office: Office, command: tuple[object, ...]) -> "subprocess.Popen[bytes]":
    program = Path(sys.executable).with_name("konvergensi")
    return subprocess.Popen(
        [str(program), *map(str, command)],
        env={
            "PATH": "/usr/bin",
            "KONVERGENSI_DATABASE_URL": office.url,
            "KONVERGENSI_HOME": str(office.home),
            "KONVERGENSI_ACTOR": "petugas",
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
