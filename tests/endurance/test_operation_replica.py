"""A read replica, as docs/operasi.md sets it up: what works on it, what not, and taking over."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import text

from app.actions.demo import fill_demo
from app.navigation import ENTRIES
from app.text.gangguan import FORM, SCREEN
from app.text.screens import UNEXPECTED
from app.tokens import COOKIE
from data_access.database import make_engine
from data_access.grants import grant_application_role
from data_access.reads.pengguna import Grant, read_accounts
from tests.browser import screens
from tests.endurance.checksums import add_up, list_columns
from tests.endurance.command_line import Office
from tests.endurance.own_postgres import OwnPostgres, own_postgres
from tests.endurance.standby import Standby, standby_of, wait_until_level
from tests.endurance.test_disk_full_on_screen import opening
from tests.signed_in import add_person, sign_everybody_in

LOG = logging.getLogger("ukuran")
DATABASE, ROLE = "dasbor", "konvergensi_aplikasi"
CALM = (*SCREEN.values(), UNEXPECTED)


@dataclass(frozen=True, slots=True)
class Pair:
    """A primary and its copy; two servers of ours, one on each, both as the application's role."""

    primary: OwnPostgres
    standby: Standby
    writing: str
    reading: str

    def url(self, server: OwnPostgres) -> str:
        return server.url(DATABASE).replace("postgres@", f"{ROLE}@")


@pytest.fixture(scope="module")
def pair(start_app: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    with own_postgres() as primary:
        engine = make_engine(primary.make_database(DATABASE))
        fill_demo(engine)
        sign_everybody_in(engine)
        with engine.begin() as connection:
            connection.execute(text(f"CREATE ROLE {ROLE} LOGIN"))
        grant_application_role(engine, ROLE)
        engine.dispose()
        with standby_of(primary) as standby:
            made = Pair(primary, standby, "", "")
            folder = tmp_path_factory.mktemp("salinan")
            servers = [
                start_app(database_url=made.url(each), home=folder / str(each.port))
                for each in (primary, standby)
            ]
            yield Pair(primary, standby, *servers)


def test_the_copy_follows_within_a_second(pair: Pair) -> None:
    engine = make_engine(pair.primary.url(DATABASE))
    taken = []
    for number in range(10):
        add_person(engine, f"orang{number}", Grant("pimpinan", "99.01"))
        taken.append(wait_until_level(pair.primary, pair.standby))
    copy = make_engine(pair.url(pair.standby))
    assert {f"orang{n}" for n in range(10)} <= {each.username for each in read_accounts(copy)}
    assert add_up(copy, list_columns(copy)) == add_up(engine, list_columns(engine))
    LOG.warning("the copy was level after %.2f s at most", max(taken))
    assert max(taken) < 1
    engine.dispose()
    copy.dispose()


def test_every_page_reads_from_the_copy(pair: Pair, page_at: Callable[..., Page]) -> None:
    page, wrong = page_at(person="bappeda"), list[tuple[str, str]]()
    for entry in ENTRIES:
        screens.open_screen(page, pair.reading, f"{entry.name}?wilayah=99.01", "")
        said = page.get_by_test_id("stMain").inner_text()
        wrong += [(entry.name, each) for each in CALM if opening(each) in said]
        wrong += [(entry.name, "stException")] * page.get_by_test_id("stException").count()
    assert wrong == []


def test_who_signs_in_at_the_primary_reads_at_the_copy(
    pair: Pair, page_at: Callable[..., Page]
) -> None:
    page = page_at(person=None)
    page.goto(f"{pair.reading}/masuk")
    screens.submit_sign_in(page, "bappeda", "demonstrasi")
    expect(page.get_by_text(opening(FORM["hanya_baca"]))).to_be_visible()
    page.goto(f"{pair.writing}/masuk")
    screens.submit_sign_in(page, "bappeda", "demonstrasi")
    page.wait_for_url(f"{pair.writing}/")
    wait_until_level(pair.primary, pair.standby)
    screens.open_screen(page, pair.reading, "cakupan?wilayah=99.01", "Cakupan")
    assert screens.faults_on(page) == []
    assert [each["name"] for each in page.context.cookies()].count(COOKIE) == 1


def test_the_command_line_exports_the_same_figures_from_the_copy(
    pair: Pair, tmp_path: Path
) -> None:
    said = []
    for server in (pair.primary, pair.standby):
        office = Office(pair.url(server), tmp_path)
        for name in ("prevalensi", "cakupan", "anggaran"):
            assert office.run("export", name, "--wilayah", "99.01", "--format", "csv") == 0
            said.append(office.said())
    assert said[:3] == said[3:]


def test_the_copy_takes_over_when_the_primary_is_lost(
    pair: Pair, page_at: Callable[..., Page]
) -> None:
    """The last test: the server on the copy writes from now on, without being restarted."""
    wait_until_level(pair.primary, pair.standby)
    pair.primary.kill()
    pair.standby.promote()
    page = page_at(person="setcam.operator")
    entry = "isian?wilayah=99.01.01&tahun=2027"
    screens.open_screen(page, pair.reading, entry, "Isian desa")
    screens.type_in_cell(page, screens.table(page, "Desa/kelurahan"), 0, 0, "31")
    screens.press(page, "Simpan 1 perubahan", "1 sel sudah disimpan")
