"""The app itself while its PostgreSQL is away: what a person sees, and that nothing is restarted.

The database is stopped with a page open, with figures typed and not saved, and with the sign-in
form open. Afterwards the same tab goes on.
"""

import logging
import re
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from app.text.gangguan import TRY_AGAIN
from app.tokens import COOKIE
from data_access.database import make_engine
from data_access.patience import CONNECT_S, PING_S
from data_access.reads.isian import read_cells
from data_access.reads.pengguna import Grant
from tests.browser import screens
from tests.corpus.office import JUAI, KABUPATEN, YEAR, fill_office
from tests.endurance.own_postgres import OwnPostgres, own_postgres
from tests.signed_in import add_person, sign_everybody_in, token_of

LOG = logging.getLogger("ukuran")
AWAY = "Basis data sedang tidak dapat dihubungi"
ENTRY = f"isian?tahun={YEAR}&wilayah={JUAI}"
STAGES = f"tahapan?tahun={YEAR}&wilayah={KABUPATEN}"
LONGEST_S = PING_S + CONNECT_S + 5


@dataclass(frozen=True)
class Desk:
    """An office on PostgreSQL and its app, which nobody restarts."""

    server: OwnPostgres
    url: str
    address: str


@pytest.fixture(scope="module")
def desk(start_app: Callable[..., str]) -> Iterator[Desk]:
    with own_postgres() as server:
        url = server.make_database("layar")
        engine = make_engine(url)
        fill_office(engine)
        add_person(engine, "ani", Grant("operator", JUAI, "setcam"))
        add_person(engine, "pimpinan", Grant("pimpinan", KABUPATEN))
        sign_everybody_in(engine)
        engine.dispose()
        yield Desk(server, url, start_app(database_url=url))


@pytest.fixture(autouse=True)
def running(desk: Desk) -> Iterator[None]:
    """Whatever a test did to it, the next one finds the database running."""
    yield
    desk.server.thaw()
    if not desk.server.is_running():
        desk.server.start()


def expect_away(page: Page) -> None:
    """One sentence with a number for the log, a way on, and no trace of an error."""
    notice = page.get_by_test_id("stAlertContentError")
    expect(notice).to_contain_text(AWAY, timeout=(LONGEST_S + 10) * 1000)
    expect(notice).to_have_text(re.compile(r"nomor [0-9A-F]{8} kepada pengelola server"))
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.get_by_role("button", name=TRY_AGAIN)).to_be_visible()


def try_again(page: Page, title: str) -> None:
    page.get_by_role("button", name=TRY_AGAIN).click()
    screens.expect_screen(page, title)
    assert screens.faults_on(page) == []


def ask(address: str, path: str) -> tuple[int, str, float]:
    """What a signed-in person's browser gets: the status, the page, after how many seconds."""
    headers = {"Accept": "text/html", "Cookie": f"{COOKIE}={token_of('pimpinan')}"}
    request = urllib.request.Request(f"{address}{path}", headers=headers)
    began = time.monotonic()
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read().decode(), time.monotonic() - began
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode(), time.monotonic() - began


def test_an_open_page_says_so_and_goes_on_without_a_restart(
    desk: Desk, page_at: Callable[..., Page]
) -> None:
    page = page_at(person="pimpinan")
    screens.open_screen(page, desk.address, STAGES, "Tahapan")
    for how in (desk.server.stop, desk.server.kill):
        how()
        page.get_by_role("link", name="Papan kesiapan").click()
        expect_away(page)
        page.get_by_role("button", name=TRY_AGAIN).click()
        expect_away(page)
        desk.server.start()
        try_again(page, "Papan kesiapan")
        page.get_by_role("link", name="Tahapan", exact=True).click()
        screens.expect_screen(page, "Tahapan")


def test_what_was_typed_outlives_the_time_away(desk: Desk, page_at: Callable[..., Page]) -> None:
    page = page_at(person="ani")
    screens.open_screen(page, desk.address, ENTRY, "Isian desa")
    grid = screens.table(page, "Desa/kelurahan")
    screens.type_in_cell(page, grid, 0, 0, "41")
    screens.type_in_cell(page, grid, 1, 0, "42")
    desk.server.stop()
    page.get_by_role("button", name="Simpan 2 perubahan").click()
    expect_away(page)
    desk.server.start()
    try_again(page, "Isian desa")
    screens.press(page, "Simpan 2 perubahan", "2 sel sudah disimpan")
    engine = make_engine(desk.url)
    cells = read_cells(engine, JUAI, str(YEAR))
    engine.dispose()
    assert sorted(cells["value"].astype(int)) == [41, 42]


def test_a_figure_saved_by_another_shows_after_the_time_away(
    desk: Desk, page_at: Callable[..., Page]
) -> None:
    """No cache keeps what it knew before: the versions of the topics are asked anew."""
    reader, writer = page_at(person="pimpinan"), page_at(person="ani")
    board = f"kesiapan?tahun={YEAR}&wilayah={KABUPATEN}"
    screens.open_screen(reader, desk.address, board, "Papan kesiapan")
    desk.server.restart("immediate")
    screens.open_screen(writer, desk.address, ENTRY, "Isian desa")
    grid = screens.table(writer, "Desa/kelurahan")
    screens.type_in_cell(writer, grid, 2, 0, "43")
    screens.press(writer, "Simpan 1 perubahan", "1 sel sudah disimpan")
    screens.open_screen(reader, desk.address, board, "Papan kesiapan")
    told = screens.rows_of(screens.table(reader, "Pra-musrenbang"))
    assert any("draf" in cell for row in told for cell in row), told


@pytest.mark.parametrize("path", ["/masuk", "/publik", "/", "/isian"])
def test_every_door_says_so_in_time(desk: Desk, path: str) -> None:
    for how in (desk.server.stop, desk.server.start, desk.server.freeze):
        how()
        status, page, seconds = ask(desk.address, path)
        LOG.info("%s after %s: %d in %.1f s", path, how.__name__, status, seconds)
        assert seconds < LONGEST_S
        # A public page that was made before is shown without asking the database.
        away = how != desk.server.start and not (path == "/publik" and status == 200)
        assert (status, "Basis data sedang tidak" in page) == (503 if away else 200, away), page


def test_a_frozen_database_holds_no_screen_for_long(
    desk: Desk, page_at: Callable[..., Page]
) -> None:
    page = page_at(person="pimpinan")
    screens.open_screen(page, desk.address, STAGES, "Tahapan")
    desk.server.freeze()
    began = time.monotonic()
    page.get_by_role("link", name="Papan kesiapan").click()
    expect_away(page)
    LOG.info("frozen: the sentence came after %.1f s", time.monotonic() - began)
    desk.server.thaw()
    try_again(page, "Papan kesiapan")
