"""An open page and its files after sign-out, after an account was disabled, after a role moved."""

import http.client
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import Engine

from app.tokens import COOKIE
from data_access.database import make_engine
from data_access.reads.pengguna import Grant, read_account
from data_access.writes.pengguna import delete_grant, save_grant, set_active
from tests.browser import screens
from tests.corpus.office import YEAR
from tests.raw_writes import write_raw
from tests.signed_in import add_person, sign_everybody_in, token_of

KABUPATEN, KECAMATAN = "99.01", "99.01.01"
PEOPLE = {
    "keluar": Grant("operator", KECAMATAN, "setcam"),
    "berhenti": Grant("operator", KECAMATAN, "setcam"),
    "pindah": Grant("operator", KECAMATAN, "setcam"),
}


@dataclass(frozen=True)
class House:
    """A server on a copy of the demonstration, and its database."""

    address: str
    engine: Engine

    def ask(self, person: str, path: str) -> int:
        """The status that this person's browser gets for an address."""
        parts = urlsplit(self.address)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
        connection.request("GET", path, headers={"Cookie": f"{COOKIE}={token_of(person)}"})
        return connection.getresponse().status


@pytest.fixture(scope="module")
def house(
    start_app: Callable[..., str], demo_database: Path, tmp_path_factory: pytest.TempPathFactory
) -> House:
    path = tmp_path_factory.mktemp("rumah") / "demo.db"
    shutil.copy(demo_database, path)
    write_raw(path, "DELETE FROM sesi")
    engine = make_engine(f"sqlite:///{path.as_posix()}")
    for name, grant in PEOPLE.items():
        add_person(engine, name, grant)
    sign_everybody_in(engine)
    return House(start_app(home=path.parent), engine)


def open_with_file(page: Page, house: House, person: str) -> str:
    """Open the readiness board and make its file; gives the file's address."""
    screens.open_screen(page, house.address, f"kesiapan?tahun={YEAR}", "Papan kesiapan")
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh Excel").first.click()
    path = urlsplit(download.value.url).path
    assert path.startswith("/media/")
    assert house.ask(person, path) == 200
    return path


def work_on(page: Page) -> None:
    """The next run of an open page, over the websocket that it has."""
    page.get_by_text("Daftar", exact=True).click()


def expect_out(page: Page, house: House, person: str, file: str) -> None:
    assert house.ask(person, file) == 401
    assert house.ask(person, "/lampiran/1") == 401
    work_on(page)
    page.wait_for_url("**/masuk*", timeout=screens.PATIENCE_MS)


def test_signing_out_in_one_tab_ends_the_other_and_its_files(
    house: House, page_at: Callable[..., Page]
) -> None:
    page = page_at(person="keluar")
    file = open_with_file(page, house, "keluar")
    other = page.context.new_page()
    screens.open_screen(other, house.address, "tahapan", "Tahapan")
    other.get_by_role("button", name="Keluar", exact=True).click()
    other.wait_for_url("**/masuk*", timeout=screens.PATIENCE_MS)
    assert house.ask("keluar", "/peta") == 401  # asks for no page of HTML
    expect_out(page, house, "keluar", file)


def test_a_disabled_account_is_out_at_the_next_click_and_for_its_files(
    house: House, page_at: Callable[..., Page]
) -> None:
    page = page_at(person="berhenti")
    file = open_with_file(page, house, "berhenti")
    account = read_account(house.engine, "berhenti")
    assert account is not None
    set_active(house.engine, "admin", account.id, active=False)
    assert house.ask("berhenti", "/peta") == 401  # asks for no page of HTML
    expect_out(page, house, "berhenti", file)


def test_a_changed_role_changes_the_open_page_at_the_next_click(
    house: House, page_at: Callable[..., Page]
) -> None:
    page = page_at(person="pindah")
    place = f"isian?wilayah={KECAMATAN}&tahun={YEAR + 1}"
    screens.open_screen(page, house.address, place, "Isian desa")
    expect(page.get_by_text("Sekretariat kecamatan (bagian Anda)")).to_be_visible()
    change_role(house.engine, "pindah", Grant("operator", KECAMATAN, "plkb"))
    page.get_by_text("Per desa").click()
    expect(page.get_by_text("Bagian ini diisi operator Sekretariat kecamatan")).to_be_visible()
    change_role(house.engine, "pindah", Grant("pimpinan", KABUPATEN))
    page.get_by_text("Puskesmas", exact=True).click()
    expect(page.get_by_text("Halaman ini bukan untuk peran Anda")).to_be_visible()
    links = page.locator(".st-key-halaman").get_by_role("link")
    assert "Isian desa" not in links.all_inner_texts()


def change_role(engine: Engine, username: str, grant: Grant) -> None:
    """Give a person one role in place of the one they had."""
    account = read_account(engine, username)
    assert account is not None
    save_grant(engine, "admin", account.id, grant)
    for old in account.grants:
        delete_grant(engine, "admin", account.id, int(old.id or 0))
