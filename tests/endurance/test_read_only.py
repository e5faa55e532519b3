"""A database that takes no writes: every page reads, a save says why not, and works afterwards."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import create_engine, make_url, text

from app.actions.demo import fill_demo
from app.navigation import ENTRIES
from app.text.gangguan import COMMAND_LINE, FORM, LEFT_HERE, SCREEN
from app.text.screens import UNEXPECTED
from data_access.database import make_engine
from tests.browser import screens
from tests.data_access.conftest import make_postgres_database
from tests.endurance.command_line import Office
from tests.endurance.small_disk import small_disk
from tests.endurance.test_disk_full_on_screen import opening
from tests.raw_writes import copy_in_use
from tests.signed_in import sign_everybody_in

ENTRY = "isian?wilayah=99.01.01&tahun=2027"


@dataclass(frozen=True, slots=True)
class Place:
    """A server on a database that takes no writes until `open_up`."""

    address: str
    url: str
    open_up: Callable[[], None]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def place(
    request: pytest.FixtureRequest,
    start_app: Callable[..., str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("baca")
    make = _sqlite if request.param == "sqlite" else _postgresql
    with make(request, folder) as (url, open_up):
        yield Place(start_app(database_url=url, home=folder / "rumah"), url, open_up)


@contextmanager
def _sqlite(
    request: pytest.FixtureRequest, folder: Path
) -> Iterator[tuple[str, Callable[[], None]]]:
    """The file lies on a disk that was turned read-only before the server started."""
    with small_disk(folder / "disk", 64) as disk:
        path = disk.folder / "uji.db"
        copy_in_use(request.getfixturevalue("demo_database"), path)
        disk.turn("ro")
        yield f"sqlite:///{path.as_posix()}", lambda: disk.turn("rw")


@contextmanager
def _postgresql(
    request: pytest.FixtureRequest, folder: Path
) -> Iterator[tuple[str, Callable[[], None]]]:
    """Every transaction is read-only unless it asks otherwise, as on a standby."""
    with make_postgres_database(request.getfixturevalue("postgres_url")) as url:
        engine = make_engine(url)
        fill_demo(engine)
        sign_everybody_in(engine)
        engine.dispose()
        _alter(url, "SET default_transaction_read_only = on")
        yield url, lambda: _alter(url, "RESET default_transaction_read_only")


def _alter(url: str, what: str) -> None:
    parsed = make_url(url)
    admin = create_engine(parsed.set(database="postgres"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"ALTER DATABASE {parsed.database} {what}"))
    admin.dispose()


def test_every_page_reads(place: Place, page_at: Callable[..., Page]) -> None:
    page, wrong = page_at(person="bappeda"), []
    for entry in ENTRIES:
        screens.open_screen(page, place.address, f"{entry.name}?wilayah=99.01", "")
        said = page.get_by_test_id("stMain").inner_text()
        calm = [*SCREEN.values(), UNEXPECTED]
        wrong += [(entry.name, each) for each in calm if opening(each) in said]
        wrong += [(entry.name, each) for each in page.get_by_test_id("stException").all()]
    assert wrong == []


def test_nobody_can_sign_in_and_hears_why(place: Place, page_at: Callable[..., Page]) -> None:
    page = page_at(person=None)
    page.goto(f"{place.address}/masuk")
    screens.submit_sign_in(page, "bappeda", "demonstrasi")
    expect(page.get_by_text(opening(FORM["hanya_baca"]))).to_be_visible()


def test_signing_out_ends_the_session_in_this_browser(
    place: Place, page_at: Callable[..., Page]
) -> None:
    page = page_at(person="sekda")
    page.goto(f"{place.address}/keluar")
    page.get_by_role("button", name="Keluar").click()
    expect(page.get_by_text(opening(LEFT_HERE))).to_be_visible()
    page.goto(f"{place.address}/peta")
    expect(page.get_by_label("Nama akun")).to_be_visible()


def test_the_command_line_reads_and_says_why_it_cannot_write(place: Place, tmp_path: Path) -> None:
    office = Office(place.url, tmp_path)
    assert office.run("db", "check") == 0, office.said()
    assert office.run("export", "prevalensi", "--wilayah", "99.01") == 0, office.log()
    file = tmp_path / "daftar.csv"
    file.write_text("kode,nama\n99,Provinsi Lain\n")
    assert office.run("import", "wilayah", file, "--ke-demo") == 2
    assert COMMAND_LINE["hanya_baca"] in office.said()
    assert "Traceback" not in office.said()


def test_a_save_says_why_not_and_works_once_the_database_takes_writes(
    place: Place, page_at: Callable[..., Page]
) -> None:
    page = page_at(person="setcam.operator")
    screens.open_screen(page, place.address, ENTRY, "Isian desa")
    screens.type_in_cell(page, screens.table(page, "Desa/kelurahan"), 0, 0, "31")
    screens.press(page, "Simpan 1 perubahan", opening(SCREEN["hanya_baca"]))
    place.open_up()
    screens.press(page, "Simpan 1 perubahan", "1 sel sudah disimpan")
