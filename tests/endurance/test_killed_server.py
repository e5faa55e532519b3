"""The whole server killed or stopped while people save: what was said to be stored is stored."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect

from tests.browser import screens
from tests.corpus.office import JUAI, YEAR, write_measurements
from tests.endurance.office_server import DINKES, RECORDER, Office, hand_in, open_office, sign_in

ENTRY = f"isian?tahun={YEAR}&wilayah={JUAI}"
# Seconds between the click and the kill: before it arrives, while it is done; None: once told.
CELL_KILLS = (0.0, 0.05, 0.2, 0.5, 1.2, None)
FILE_KILLS = (0.05, 0.4, 1.2, None)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path) as made:
        yield made


def type_figure(page: Page, office: Office, figure: int) -> None:
    screens.open_screen(page, office.server.address, ENTRY, "Isian desa")
    screens.type_in_cell(page, screens.table(page, "Desa/kelurahan"), 0, 0, str(figure))


def wait(page: Page, delay: float | None, words: str) -> None:
    if delay is None:
        expect(page.get_by_text(words).first).to_be_visible()
    else:
        time.sleep(delay)


def is_said(page: Page, words: str) -> bool:
    """Whether the browser was told, before the server was gone."""
    page.wait_for_timeout(300)
    return page.get_by_text(words).count() > 0


def click(page: Page, label: str) -> None:
    page.get_by_role("button", name=label, exact=True).click(no_wait_after=True)


@contextmanager
def save_that_waits(page: Page, office: Office) -> Iterator[None]:
    """For as long as this lasts, the save of one figure has begun and cannot end."""
    type_figure(page, office, 31)
    with office.held_up():
        click(page, "Simpan 1 perubahan")
        page.wait_for_timeout(1500)
        yield


def test_a_figure_said_to_be_stored_survives_a_kill_of_the_server(
    office: Office, page_at: Callable[..., Page]
) -> None:
    page, before, told = page_at(person=RECORDER), [], 0
    for number, delay in enumerate(CELL_KILLS, start=1):
        type_figure(page, office, number)
        click(page, "Simpan 1 perubahan")
        wait(page, delay, "1 sel sudah disimpan")
        office.server.kill()
        acknowledged = is_said(page, "1 sel sudah disimpan")
        stored = office.ask("SELECT value FROM isian")
        assert stored in ([(number,)], before), f"half a save after {delay} s"
        assert not acknowledged or stored == [(number,)], "told so, and lost"
        history = office.ask("SELECT count(*) FROM riwayat WHERE table_name = 'isian'")
        assert office.is_whole()
        before, told = stored, told + acknowledged
        assert history[0][0] >= len(stored)
        office.server.start()
    assert 0 < told < len(CELL_KILLS), f"{told} of {len(CELL_KILLS)} saves were acknowledged"
    sign_in(page, office, RECORDER)
    type_figure(page, office, 77)
    screens.press(page, "Simpan 1 perubahan", "1 sel sudah disimpan")


def test_a_file_is_stored_whole_or_not_at_all_when_the_server_is_killed(
    office: Office, page_at: Callable[..., Page], tmp_path: Path
) -> None:
    page = page_at(person=DINKES)
    for number, delay in enumerate(FILE_KILLS):
        file = write_measurements(tmp_path / "agustus.csv", [20 + number] * 12)
        hand_in(page, office, file)
        click(page, "Simpan")
        wait(page, delay, "Tersimpan sebagai impor nomor")
        office.server.kill()
        acknowledged = is_said(page, "Tersimpan sebagai impor nomor")
        stored = dict(office.ask("SELECT pendek_jiwa, count(*) FROM pengukuran GROUP BY 1"))
        assert set(stored.values()) <= {12}, f"half a file after {delay} s: {stored}"
        assert len(stored) <= 1
        assert not acknowledged or stored == {18 + number: 12}
        assert office.is_whole()
        office.server.start()
    sign_in(page, office, DINKES)
    hand_in(page, office, write_measurements(tmp_path / "agustus.csv", [40] * 12))
    screens.press(page, "Simpan", "Tersimpan sebagai impor nomor")


def test_a_save_that_waits_for_another_writer_is_lost_whole_with_the_server(
    office: Office, page_at: Callable[..., Page]
) -> None:
    page = page_at(person=RECORDER)
    with save_that_waits(page, office):
        office.server.kill()
        assert not is_said(page, "1 sel sudah disimpan")
    assert office.ask("SELECT * FROM isian") == []
    office.server.start()
    type_figure(page, office, 31)
    screens.press(page, "Simpan 1 perubahan", "1 sel sudah disimpan")


def test_a_server_asked_to_end_during_a_save_finishes_it_or_leaves_it_whole(
    office: Office, page_at: Callable[..., Page]
) -> None:
    """SIGTERM, as systemd sends it; the save gets its turn only after that."""
    page = page_at(person=RECORDER)
    with save_that_waits(page, office):
        began = time.monotonic()
        office.server.ask_to_end()
        time.sleep(2)
    office.server.wait(30)
    lasted = time.monotonic() - began
    stored = office.ask("SELECT value FROM isian")
    assert stored in ([], [(31,)])
    assert not is_said(page, "1 sel sudah disimpan") or stored
    assert lasted < 10
    assert "Traceback" not in office.server.log()
    office.server.start()
    assert office.is_whole()


@pytest.mark.parametrize("delay", [0.1, 0.6])
def test_a_server_asked_to_end_while_a_file_is_read_ends_within_ten_seconds(
    office: Office, page_at: Callable[..., Page], tmp_path: Path, delay: float
) -> None:
    page = page_at(person=DINKES)
    hand_in(page, office, write_measurements(tmp_path / "agustus.csv", [20] * 12))
    click(page, "Simpan")
    time.sleep(delay)
    assert office.server.stop() < 10
    stored = office.ask("SELECT count(*) FROM pengukuran")
    assert stored in ([(0,)], [(12,)])
    with suppress(Error):
        assert not is_said(page, "Tersimpan sebagai impor nomor") or stored == [(12,)]
    office.server.start()
    screens.open_screen(page, office.server.address, "data_masuk", "Data masuk")
    expect(page.get_by_test_id("stException")).to_have_count(0)
