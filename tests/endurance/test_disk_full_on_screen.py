"""A full disk under a running server: reading goes on, a save says why not and loses no typing."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app.text.gangguan import FORM, SCREEN
from data_access.database import make_engine
from tests.browser import screens
from tests.corpus.office import (
    JUAI,
    KABUPATEN,
    YEAR,
    admit_the_others,
    fill_office,
    write_measurements,
)
from tests.endurance.office_server import bring_file
from tests.endurance.small_disk import SmallDisk, small_disk
from tests.signed_in import Grant, add_person

OPERATOR = "dinkes.operator"


@dataclass(frozen=True, slots=True)
class Running:
    """A server, the file of its database, and the disk that it lies on."""

    address: str
    path: Path
    disk: SmallDisk

    def fill_disk(self) -> None:
        """Leave no room; pages that SQLite could still use are given back first."""
        with closing(sqlite3.connect(self.path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.disk.fill()

    def ask(self, question: str) -> int:
        with closing(sqlite3.connect(self.path)) as connection:
            return int(connection.execute(question).fetchone()[0])


def opening(words: str) -> str:
    """A sentence up to its number."""
    return words.split("{", maxsplit=1)[0].rsplit(". ", 1)[0]


@pytest.fixture(scope="module")
def running(
    start_app: Callable[..., str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("kantor")
    with small_disk(folder / "disk", 8) as disk:
        path = disk.folder / "kantor.db"
        engine = make_engine(f"sqlite:///{path}")
        fill_office(engine)
        add_person(engine, OPERATOR, Grant("operator", KABUPATEN, "dinkes"))
        engine.dispose()
        admit_the_others(path)
        yield Running(start_app(database_url=f"sqlite:///{path}", home=folder), path, disk)


@pytest.fixture(autouse=True)
def room_again(running: Running) -> Iterator[None]:
    yield
    running.disk.empty()


def test_a_save_says_that_the_disk_is_full_and_keeps_what_was_typed(
    running: Running, page_at: Callable[..., Page]
) -> None:
    page = page_at(person="setcam.operator")
    place = f"isian?tahun={YEAR}&wilayah={JUAI}"
    screens.open_screen(page, running.address, place, "Isian desa")
    screens.type_in_cell(page, screens.table(page, "Desa/kelurahan"), 0, 0, "31")
    running.fill_disk()
    screens.press(page, "Simpan 1 perubahan", opening(SCREEN["penuh"]))
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert running.ask("SELECT count(*) FROM isian") == 0
    running.disk.empty()
    screens.press(page, "Simpan 1 perubahan", "1 sel sudah disimpan")
    assert running.ask("SELECT value FROM isian") == 31


def test_others_go_on_reading_and_who_comes_now_hears_why_not(
    running: Running, page_at: Callable[..., Page]
) -> None:
    running.fill_disk()
    page = page_at(person="bappeda.operator")
    screens.open_screen(page, running.address, f"kesiapan?wilayah={KABUPATEN}", "Papan kesiapan")
    assert screens.faults_on(page) == []
    visitor = page_at(person=None)
    visitor.goto(f"{running.address}/masuk")
    screens.submit_sign_in(visitor, "pimpinan", "kerbau menyeberang sungai")
    expect(visitor.get_by_text(opening(FORM["penuh"]))).to_be_visible()


def test_a_file_is_stored_whole_once_there_is_room(
    running: Running, page_at: Callable[..., Page], tmp_path: Path
) -> None:
    page = page_at(person=OPERATOR)
    bring_file(page, running.address, write_measurements(tmp_path / "agustus.csv", [20] * 12))
    running.fill_disk()
    screens.press(page, "Simpan", opening(SCREEN["penuh"]))
    assert running.ask("SELECT count(*) FROM pengukuran") == 0
    assert running.ask("SELECT count(*) FROM batch WHERE kind = 'pengukuran'") == 0
    running.disk.empty()
    screens.press(page, "Simpan", "Tersimpan sebagai impor nomor")
    assert running.ask("SELECT count(*) FROM pengukuran") == 12
