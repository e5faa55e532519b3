"""Impatient hands on the import page: three clicks, a closed tab, another page: one import."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import screens
from tests.corpus.office import write_measurements
from tests.endurance.office_server import DINKES, Office, hand_in, open_office

GAPS_MS = (0, 10, 25, 200, 600)
DONE = "Tersimpan sebagai impor nomor"
# Milliseconds after the click on which the import stands: nothing begun, reading, writing, done.
MOMENTS_MS = (0, 30, 100, 300, 700, 1500)
OF_ROWS = "SELECT count(*) FROM pengukuran"
OF_IMPORTS = "SELECT count(*) FROM batch WHERE kind = 'pengukuran'"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with open_office(tmp_path_factory.mktemp("kantor")) as made:
        yield made


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """August's file, each time another one."""
    path = tmp_path_factory.mktemp("berkas") / "agustus.csv"
    return (write_measurements(path, [20 + n] * 12) for n in range(70))


def imports(office: Office) -> int:
    return int(str(office.ask(OF_IMPORTS)[0][0]))


def test_three_clicks_make_one_import(
    office: Office, page_at: Callable[..., Page], files: Iterator[Path]
) -> None:
    page = page_at(person=DINKES)
    for gap_ms in GAPS_MS:
        before = imports(office)
        hand_in(page, office, next(files))
        screens.press_again(page.get_by_role("button", name="Simpan", exact=True), gap_ms)
        page.get_by_text(DONE).first.wait_for()
        screens.wait_until_idle(page)
        settle(office)
        assert imports(office) == before + 1
        assert office.ask(OF_ROWS) == [(12,)]
        assert screens.faults_on(page) == []


def test_a_tab_closed_in_the_middle_leaves_one_import_or_none(
    office: Office, page_at: Callable[..., Page], files: Iterator[Path]
) -> None:
    for moment in MOMENTS_MS:
        page = page_at(person=DINKES)
        with one_import_or_none(page, office, next(files), moment):
            page.close()
    page = page_at(person=DINKES)
    hand_in(page, office, next(files))
    screens.press(page, "Simpan", DONE)
    assert office.ask(OF_ROWS) == [(12,)]


def test_another_page_opened_in_the_middle_leaves_one_import_or_none(
    office: Office, page_at: Callable[..., Page], files: Iterator[Path]
) -> None:
    page = page_at(person=DINKES)
    for moment in MOMENTS_MS:
        with one_import_or_none(page, office, next(files), moment):
            page.get_by_role("link", name="Beranda", exact=True).first.click(no_wait_after=True)
            screens.expect_screen(page, "Konvergensi")
    assert screens.faults_on(page) == []


@contextmanager
def one_import_or_none(page: Page, office: Office, file: Path, moment_ms: int) -> Iterator[None]:
    """Somebody does something else so long after the click that stores a file."""
    before = imports(office)
    hand_in(page, office, file)
    page.get_by_role("button", name="Simpan", exact=True).click(no_wait_after=True)
    page.wait_for_timeout(moment_ms)
    yield
    settle(office)
    assert imports(office) in {before, before + 1}
    assert office.ask(OF_ROWS) in ([(0,)], [(12,)])
    assert office.is_whole()


def settle(office: Office) -> None:
    """Wait until nothing is stored any more: three looks, one second apart, that say the same."""
    seen: list[object] = []
    while len(seen) < 3 or len(set(map(str, seen[-3:]))) > 1:
        seen.append((office.ask(OF_ROWS), office.ask(OF_IMPORTS)))
        time.sleep(1)
