"""Two people in the same cell, and one person's impatient clicks."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data_access.database import make_engine
from data_access.reads.pengguna import Grant
from tests.browser import screens
from tests.corpus.office import JUAI, YEAR, fill_office
from tests.signed_in import add_person, sign_everybody_in

PEOPLE = {
    "ani": Grant("operator", JUAI, "setcam"),
    "budi": Grant("operator", JUAI, "setcam"),
    "citra": Grant("operator", JUAI, "puskesmas"),
}
ENTRY = f"isian?tahun={YEAR}&wilayah={JUAI}"
FIRST = f"unit_code = '{JUAI}.2001' AND item_code = 'S01'"


@dataclass(frozen=True)
class Desk:
    """The server and its database, empty but for the regions and three operators."""

    address: str
    path: Path

    def ask(self, question: str) -> int:
        with closing(sqlite3.connect(self.path)) as connection:
            found: int = connection.execute(question).fetchone()[0]
        return found


@pytest.fixture(scope="module")
def desk(start_app: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("meja")
    url = f"sqlite:///{(folder / 'nyata.db').as_posix()}"
    engine = make_engine(url)
    fill_office(engine)
    for name, grant in PEOPLE.items():
        add_person(engine, name, grant)
    sign_everybody_in(engine)
    engine.dispose()
    return Desk(start_app(database_url=url, home=folder), folder / "nyata.db")


def open_entry(page: Page, desk: Desk) -> Page:
    screens.open_screen(page, desk.address, ENTRY, "Isian desa")
    expect(page.get_by_text("(bagian Anda)")).to_be_visible()
    return page


def type_first_cell(page: Page, words: str) -> None:
    screens.type_in_cell(page, screens.table(page, "Desa/kelurahan"), 0, 0, words)


def test_the_second_sees_whose_value_stands_there_and_chooses(
    desk: Desk, page_at: Callable[..., Page]
) -> None:
    first, second = page_at(person="ani"), page_at(person="budi")
    meet_in_a_cell(first, second, desk, 11, 12)
    settle(second, "Nilai Anda: 12", "1 sel sudah disimpan")
    assert desk.ask(f"SELECT value FROM isian WHERE {FIRST}") == 12
    meet_in_a_cell(first, second, desk, 21, 22)
    settle(second, "Nilai Ani: 21", "Nilai yang tersimpan dipertahankan")
    assert desk.ask(f"SELECT value FROM isian WHERE {FIRST}") == 21
    # Ani, Budi over her, Ani again: what Budi gave up left no trace.
    cell = f"table_name = 'isian' AND row_key LIKE '%{JUAI}.2001|S01'"
    assert desk.ask(f"SELECT count(*) FROM riwayat WHERE {cell}") == 3


def meet_in_a_cell(first: Page, second: Page, desk: Desk, hers: int, his: int) -> None:
    """Ani saves while Budi types in the same cell; he is told and nothing of his is saved."""
    for page, value in ((first, hers), (second, his)):
        open_entry(page, desk)
        type_first_cell(page, str(value))
    screens.press(first, "Simpan 1 perubahan", "1 sel sudah disimpan")
    screens.press(second, "Simpan 1 perubahan", "1 sel sudah diubah orang lain")
    assert desk.ask(f"SELECT value FROM isian WHERE {FIRST}") == hers
    expect(second.get_by_text(f"Nilai Ani: {hers}")).to_contain_text(str(YEAR))


def settle(page: Page, choice: str, said: str) -> None:
    """Choose; nothing can be saved before."""
    save = page.get_by_role("button", name="Simpan pilihan ini")
    expect(save).to_be_disabled()
    page.get_by_test_id("stRadio").get_by_text(choice).click()
    expect(save).to_be_enabled()
    screens.press(page, "Simpan pilihan ini", said)


def test_three_clicks_at_once_save_once_and_submit_once(
    desk: Desk, page_at: Callable[..., Page]
) -> None:
    page = open_entry(page_at(person="citra"), desk)
    type_first_cell(page, "34")
    screens.press_thrice(page.get_by_role("button", name="Simpan 1 perubahan"))
    expect(page.get_by_text("1 sel sudah disimpan")).to_be_visible()
    screens.wait_until_idle(page)
    mine = "table_name = 'isian' AND actor = 'citra'"
    assert desk.ask(f"SELECT count(*) FROM riwayat WHERE {mine}") == 1
    assert desk.ask("SELECT max(version) FROM isian WHERE item_code = 'S04'") == 1
    assert desk.ask("SELECT count(*) FROM langkah_tahapan WHERE actor = 'citra'") == 1  # the draft
    screens.press_thrice(screens.submit_hardly_filled(page))
    expect(page.get_by_text("Puskesmas: diajukan")).to_be_visible()
    screens.wait_until_idle(page)
    assert desk.ask("SELECT count(*) FROM langkah_tahapan WHERE actor = 'citra'") == 2
    moved = "table_name = 'tahapan' AND actor = 'citra'"
    assert desk.ask(f"SELECT count(*) FROM riwayat WHERE {moved}") == 2  # begun, handed in


def test_clicks_that_go_on_do_not_hide_what_the_first_came_to(
    desk: Desk, page_at: Callable[..., Page]
) -> None:
    page, gap_ms = page_at(person="ani"), 250
    place = f"masalah?tahun={YEAR}&wilayah={JUAI}"
    screens.open_screen(page, desk.address, place, "Masalah dan usulan")
    new = page.get_by_test_id("stExpander").filter(has_text="Catat masalah")
    new.get_by_role("textbox", name="Masalah atau kendala").fill("Sumur kering")
    screens.press_again(new.get_by_role("button", name="Simpan", exact=True), gap_ms)
    page.wait_for_timeout(2 * gap_ms + 500)
    screens.wait_until_idle(page)
    expect(page.get_by_text("Masalah sudah dicatat.")).to_be_visible(timeout=500)
    assert desk.ask("SELECT count(*) FROM masalah") == 1
