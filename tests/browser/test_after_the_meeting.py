"""After a kecamatan's meeting: approval, the kabupaten's meeting, July's plan, Benang merah."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app.coverage_words import name_service
from app.text import benang as words_of_fates
from tests.browser import screens
from tests.browser.meeting_held import hold_the_meeting
from tests.browser.meeting_office import (
    Office,
    choose_here,
    open_office,
    rows_when,
)
from tests.browser.meeting_rows import AGREED, COMPANIONS, POSTPONED, ROWS
from tests.browser.meeting_year import (
    BUDGET_LINE,
    FAMILY_AGENCY,
    KABUPATEN,
    MERAWESI,
    NO_CAUSE,
    NO_MONEY,
    NO_PROPOSAL,
    PROMISED,
    PUT_OFF,
    SPENT_NOT,
    YEAR,
    begin_the_year,
)

# Where the chains of these services break in the end.
BREAKS = {
    SPENT_NOT: "belum_terealisasi",
    NO_MONEY: "tanpa_anggaran",
    PUT_OFF: "ditunda_ditolak",
    NO_PROPOSAL: "tanpa_usulan",
    NO_CAUSE: "tanpa_penyebab",
}


@pytest.fixture(scope="module")
def office(
    start_app: Callable[..., str], demo_database: Path, tmp_path_factory: pytest.TempPathFactory
) -> Office:
    folder = tmp_path_factory.mktemp("nasib")
    return open_office(folder, demo_database, start_app, begin_the_year, hold_the_meeting)


def test_what_a_kecamatan_agreed_is_followed_to_where_the_line_breaks(
    office: Office, page_at: Callable[..., Page]
) -> None:
    page = page_at(person=None)
    the_kecamatan_agrees(page, office)
    the_kabupaten_goes_on_with_them(page, office)
    a_line_of_the_plan_carries_one(page, office)
    the_thread_shows_each_link_and_each_break(page, office)


def the_kecamatan_agrees(page: Page, office: Office) -> None:
    """The corrected figures are verified and approved again, then the meeting."""
    locked = "Sudah disetujui. Datanya sekarang terkunci."
    steps = (
        ("setcam.verifikator", "Pra Musrenbang", "Verifikasi", "Sudah diverifikasi."),
        ("puskesmas.verifikator", "Analisis Situasi", "Verifikasi", "Sudah diverifikasi."),
        ("camat", "Analisis Situasi", "Setujui", locked),
        ("camat", "Pra Musrenbang", "Setujui", locked),
    )
    for person, stage, button, said in steps:
        screens.sit_down(page, person)
        path = f"tahapan?wilayah={MERAWESI}&tahun={YEAR}&tahapan={stage.replace(' ', '+')}"
        screens.open_screen(page, office.address, path, "Tahapan")
        if person == "puskesmas.verifikator":
            expect(page.get_by_text("Dikoreksi dalam pra-musrenbang").first).to_be_attached()
        screens.press(page, button, said)


def the_kabupaten_goes_on_with_them(page: Page, office: Office) -> None:
    screens.sit_down(page, "bappeda.operator")
    path = f"rembuk?wilayah={KABUPATEN}&tahun={YEAR}&bagian=Usulan"
    screens.open_screen(page, office.address, path, "Kabupaten Arunika")
    screens.press(page, "Buka rapat", "Rapat sudah dibuka.")
    expect(page.get_by_text(f"Usulan dari bawah ({len(AGREED)})")).to_be_visible()
    expect(
        page.get_by_text("22 usulan dari 1 wilayah; 22 belum diputuskan di rapat ini.")
    ).to_be_visible()
    listed = screens.rows_of(screens.table(page, "Keputusan rapat ini"))
    assert {cell for row in listed for cell in row} & {row.activity for row in AGREED}
    page.get_by_text(f"Pilih semua yang tampak ({len(AGREED)})").click()
    screens.wait_until_idle(page)
    page.get_by_test_id("stButtonGroup").get_by_text("Disepakati", exact=True).click()
    screens.wait_until_idle(page)
    screens.press(page, f"Terapkan pada {len(AGREED)} usulan", f"{len(AGREED)} usulan: disepakati.")
    expect(page.get_by_text("; 0 belum diputuskan di rapat ini.")).to_be_visible()
    assert screens.faults_on(page) == []


def a_line_of_the_plan_carries_one(page: Page, office: Office) -> None:
    path = f"nasib_usulan?wilayah={MERAWESI}&tahun={YEAR}"
    screens.open_screen(page, office.address, path, "Nasib usulan")
    fates(page, done=0, waiting=len(AGREED))
    choose_here(page, "OPD", FAMILY_AGENCY)
    own = sum(row.agency == COMPANIONS.agency for row in ROWS)
    narrowed = words_of_fates.FATE_COUNT.format(shown=own, count=len(ROWS))
    expect(page.get_by_text(narrowed)).to_be_visible()
    screens.wait_until_idle(page)
    column = words_of_fates.FATE_COLUMNS["amount_idr"]
    shown = rows_when(page, column, lambda found: len(found) == own)
    place = next(number for number, row in enumerate(shown) if COMPANIONS.activity in row)
    screens.table(page, column).click(position={"x": 16, "y": 51 + 33 * place})
    expect(page.get_by_text("Cocokkan dengan anggaran")).to_be_visible()
    offered = page.get_by_role("combobox", name=words_of_fates.SUGGESTED)
    expect(offered).to_have_value(re.compile(f"^{BUDGET_LINE.text}"))
    screens.press(page, "Tautkan", "Belanja sudah ditautkan.")
    page.get_by_test_id("stButtonGroup").get_by_text("Terakomodir", exact=True).click()
    screens.press(page, "Simpan nasib", "Nasib usulan sudah disimpan.")
    fates(page, done=1, waiting=len(AGREED) - 1)
    expect(page.get_by_text(BUDGET_LINE.text).first).to_be_attached()
    assert screens.faults_on(page) == []


def fates(page: Page, *, done: int, waiting: int) -> None:
    counts = {"terakomodir": done, "belum_dicocokkan": waiting, "tidak_dilanjutkan": len(POSTPONED)}
    expect(screens.metric_of(page, words_of_fates.TOTAL)).to_have_text(str(len(ROWS)))
    for fate, count in counts.items():
        label = words_of_fates.FATES[fate]
        expect(screens.metric_of(page, label)).to_have_text(str(count))


def the_thread_shows_each_link_and_each_break(page: Page, office: Office) -> None:
    screens.sit_down(page, "pimpinan")
    path = f"benang_merah?wilayah={MERAWESI}&tahun={YEAR}"
    screens.open_screen(page, office.address, path, "Benang merah")
    for item, broken in BREAKS.items():
        for row in chains_of(page, item):
            assert words_of_fates.BREAKS[broken] in row, (item, row)
        if item == SPENT_NOT:
            the_chain_opens_step_by_step(page)
    assert screens.faults_on(page) == []


def chains_of(page: Page, item: str) -> list[list[str]]:
    """Keep to the chains of one service, and read them."""
    service = name_service(item)
    label = service.split(" ")[0]
    choose_here(page, "Layanan", service)

    def is_theirs(shown: list[list[str]]) -> bool:
        return all(any(cell.startswith(f"{label} ") for cell in row) for row in shown)

    return rows_when(page, "Putus di", is_theirs)


def the_chain_opens_step_by_step(page: Page) -> None:
    """Every link with what stands there, up to the first that is missing."""
    screens.table(page, "Putus di").click(position={"x": 16, "y": 70})
    there = ("Usulan", "Keputusan", "Anggaran", "Komitmen")
    for number, title in enumerate(there, start=4):
        expect(page.get_by_text(f"{number}. {title}: ada")).to_be_visible()
    expect(page.get_by_text("8. Realisasi: putus di sini")).to_be_visible()
    expect(page.get_by_text(PROMISED)).to_be_visible()
    expect(page.get_by_text(BUDGET_LINE.text)).to_be_visible()
