"""A meeting held on screen, from last year's promises to its signed copy, and what came of it."""

import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
from docx.document import Document
from playwright.sync_api import Locator, Page, TimeoutError, expect

from app.coverage_words import name_service
from app.format import format_pct
from app.items import list_items
from app.text import benang as words_of_fates
from tests.browser import meeting_rows as rows
from tests.browser import screens
from tests.browser.independent_coverage import read_kecamatan
from tests.browser.meeting_minutes import minutes_are_right
from tests.browser.meeting_rows import AGREED, COMPANIONS, POSTPONED, ROWS
from tests.browser.meeting_year import (
    ANALYSIS,
    BUDGET_LINE,
    FAMILY_AGENCY,
    KABUPATEN,
    MERAWESI,
    NO_CAUSE,
    NO_MONEY,
    NO_PROPOSAL,
    PUT_OFF,
    SPENT_NOT,
    YEAR,
    begin_the_year,
)

pytestmark = pytest.mark.skipif(
    "KONVERGENSI_LONG_TESTS" not in os.environ,
    reason="takes minutes, run by hand with KONVERGENSI_LONG_TESTS=1",
)

MEETING = "kecamatan.pra-musrenbang"
PAGE = f"rembuk?wilayah={MERAWESI}&tahun={YEAR}"
# Where the chains of these services break in the end.
BREAKS = {
    SPENT_NOT: "belum_terealisasi",
    NO_MONEY: "tanpa_anggaran",
    PUT_OFF: "ditunda_ditolak",
    NO_PROPOSAL: "tanpa_usulan",
    NO_CAUSE: "tanpa_penyebab",
}
CORRECTED_ITEM, CORRECTED_DESA = "I02", "99.01.01.1004"
PROMISES = (
    ("Perangkat daerah", "Kepala Dinas PPKB", "Membayar operasional pendamping", COMPANIONS),
    ("Camat", "Camat Merawesi", "Menggerakkan penimbangan setiap bulan", None),
    ("Kepala desa/lurah", "Kepala Desa Sidodamar", "Menganggarkan PMT dalam APBDes", None),
    ("DPRD", "Anggota DPRD daerah pemilihan 1", "Mengawal usulan dalam pembahasan", None),
    ("Lainnya", "Ketua TP-PKK", "Mendampingi posyandu", None),
)
Sizes = tuple[tuple[int, int], ...]
# Of the demonstration: meetings that are closed, and the year after with none yet.
PARTS = ("Data", "Usulan", "Komitmen", "Koreksi+data", "Peserta", "Dokumen")
SCREENS = (
    *(
        ("setcam.operator", f"rembuk?wilayah={MERAWESI}&tahun=2026&bagian={part}", "Rembuk")
        for part in PARTS
    ),
    ("setcam.operator", PAGE, "Rembuk"),
    ("bappeda.operator", f"rembuk?wilayah={KABUPATEN}&tahun=2026&bagian=Usulan", "Rembuk"),
    ("bappeda", f"nasib_usulan?wilayah={KABUPATEN}&tahun=2026", "Nasib usulan"),
    ("pimpinan", f"benang_merah?wilayah={KABUPATEN}&tahun=2026", "Benang merah"),
)
DESKS, PHONES = ((1920, 1080), (1366, 768)), ((390, 844),)
# Columns of the grid, counted from its first one.
ACTIVITY, VOLUME, AMOUNT, DECISION = 2, 7, 9, 13


@dataclass(frozen=True)
class Office:
    """The server of a copy of the demonstration, and its database."""

    address: str
    path: Path

    def ask(self, question: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(question).fetchall()

    def percent(self, code: str, item: str) -> float:
        """Coverage as it stands now, worked out anew."""
        known = read_kecamatan(self.path, MERAWESI, str(YEAR), YEAR - 1)
        found = known.cells[code, item].percent
        assert found is not None
        return found


@pytest.fixture(scope="module")
def office(
    start_app: Callable[..., str], demo_database: Path, tmp_path_factory: pytest.TempPathFactory
) -> Office:
    path = tmp_path_factory.mktemp("rapat") / demo_database.name
    shutil.copy(demo_database, path)
    begin_the_year(path)
    return Office(start_app(home=path.parent), path)


def test_a_kecamatan_meets_hands_in_and_follows_what_becomes_of_its_proposals(
    office: Office, page_at: Callable[..., Page]
) -> None:
    page = page_at(person="setcam.operator")
    the_meeting_opens_on_last_years_promises(page, office)
    proposals_are_pasted(page, office, lambda: page_at(person="setcam.operator"))
    proposals_are_decided(page, office)
    promises_are_made(page, office)
    before = office.percent(MERAWESI, CORRECTED_ITEM)
    a_figure_is_corrected(page, office)
    frozen_figures_stay(page, office, before)
    participants_are_noted(page)
    minutes = documents_are_final(page, office)
    minutes_are_right(minutes, CORRECTED_ITEM, before)
    the_signed_copy_closes_the_meeting(page, office)
    the_kecamatan_agrees(page, office)
    the_kabupaten_goes_on_with_them(page, office)
    a_line_of_the_plan_carries_one(page, office)
    the_thread_shows_each_link_and_each_break(page, office)


def the_meeting_opens_on_last_years_promises(page: Page, office: Office) -> None:
    screens.open_screen(page, office.address, PAGE, "Rembuk")
    expect(page.get_by_text(f"Belum ada rapat yang dicatat untuk {YEAR}")).to_be_visible()
    write_date(page, "Tanggal rapat", f"16/02/{YEAR}")
    screens.press(page, "Buka rapat", "Rapat sudah dibuka.")
    expect(page.get_by_text("Komitmen rapat sebelumnya yang masih terbuka (3)")).to_be_visible()
    expect(page.get_by_text("Menganggarkan makanan tambahan penyuluhan")).to_be_visible()
    head = {
        "Tempat": "Aula kantor kecamatan",
        "Nama pimpinan rapat": "Rangga Wirasena",
        "Jabatan pimpinan rapat": "Camat Merawesi",
        "Jumlah peserta hadir": "42",
        "Nomor berita acara": "400.7/017/Mrw/2027",
        "Agenda": "Pembukaan\nPaparan analisis situasi\nPembahasan usulan",
    }
    for label, words in head.items():
        page.get_by_label(label, exact=True).fill(words)
    screens.press(page, "Simpan", "Kepala catatan rapat sudah disimpan.")
    screens.press(page, "Bekukan angka", "Angka sudah dibekukan.")
    assert screens.faults_on(page) == []


def write_date(page: Page, label: str, day: str) -> None:
    field = page.get_by_test_id("stDateInput").filter(has_text=label).first
    field.get_by_role("spinbutton").first.click()
    page.keyboard.type(day.replace("/", ""))
    page.keyboard.press("Tab")


def show_part(page: Page, name: str, heading: str) -> None:
    page.get_by_test_id("stButtonGroup").get_by_role("radio", name=name, exact=True).click()
    expect(page.get_by_text(heading).first).to_be_visible(timeout=screens.PATIENCE_MS)
    screens.wait_until_idle(page)


def proposals_are_pasted(page: Page, office: Office, sit_beside: Callable[[], Page]) -> None:
    """In two blocks, with the page loaded anew between them."""
    show_part(page, "Usulan", "Ketik atau tempel dari Excel")
    paste_at(page, 0, ACTIVITY, [row.cells for row in rows.FIRST])
    saved(page, len(rows.FIRST))
    expect(page.get_by_text("1 isian belum tersimpan karena perlu diperbaiki")).to_be_visible()
    assert rows.UNCLEAR in str(screens.rows_of(screens.table(page, "Yang perlu diperbaiki")))
    type_at(page, len(rows.FIRST), VOLUME, "7")  # a row without activity
    expect(page.get_by_text("1 baris belum tersimpan")).to_be_visible()
    page.reload()
    screens.expect_screen(page, "Rembuk")
    expect(page.get_by_text(f"{len(rows.FIRST)} usulan dalam rapat ini")).to_be_visible()
    assert stored(office, "activity") == [row.activity for row in rows.FIRST]
    unclear = rows.FIRST.index(rows.LACTATION)
    two_recorders_do_not_overwrite_each_other(page, office, sit_beside())
    type_at(page, unclear, AMOUNT, rows.MENDED)
    paste_at(page, len(rows.FIRST), ACTIVITY, [row.cells for row in rows.SECOND])
    saved(page, len(ROWS))
    assert stored(office, "activity") == [row.activity for row in ROWS]
    assert stored(office, "amount_idr") == [row.worth for row in ROWS]


def saved(page: Page, count: int) -> None:
    expect(page.get_by_text(f"{count} usulan dalam rapat ini")).to_be_visible(
        timeout=screens.PATIENCE_MS
    )
    expect(page.get_by_text(re.compile(r"Tersimpan \d\d\.\d\d\.\d\d"))).to_be_visible()
    screens.wait_until_idle(page)


def stored(office: Office, column: str) -> list[object]:
    question = (
        f"SELECT {column} FROM usulan WHERE wilayah_code = '{MERAWESI}' AND year = {YEAR}"
        " ORDER BY number"
    )
    return [value for (value,) in office.ask(question)]


def grid(page: Page) -> Locator:
    """The grid of proposals."""
    return screens.table(page, "Simpanan")


def cell(page: Page, row: int, column: int) -> Locator:
    return grid(page).locator(f'[data-testid="glide-cell-{column}-{row}"]')


def stand_at(page: Page, row: int, column: int) -> None:
    """Stand in a cell of the grid of proposals: from its first one by keyboard."""
    place = grid(page)
    place.scroll_into_view_if_needed()
    expect(place.locator('[role="gridcell"]').first).to_be_attached()
    for _ in range(3):  # a grid that was made anew meanwhile has lost the click
        place.click(position={"x": 150, "y": 50})  # a column that is always in sight
        page.keyboard.press("Control+Home")
        page.wait_for_timeout(200)
        if cell(page, 0, 0).get_attribute("aria-selected") == "true":
            break
        page.keyboard.press("Escape")
    for key, count in (("ArrowDown", row), ("ArrowRight", column)):
        for _ in range(count):
            page.keyboard.press(key)
    expect(cell(page, row, column)).to_have_attribute("aria-selected", "true")


def paste_at(page: Page, row: int, column: int, lines: list[list[str]]) -> None:
    stand_at(page, row, column)
    screens.paste(page, lines)


def type_at(page: Page, row: int, column: int, words: str) -> None:
    stand_at(page, row, column)
    page.keyboard.press("Enter")
    field = page.locator("#portal textarea")
    field.fill(words)
    field.press("Enter")
    field.wait_for(state="detached")
    screens.wait_until_idle(page)


def two_recorders_do_not_overwrite_each_other(page: Page, office: Office, other: Page) -> None:
    screens.open_screen(other, office.address, f"{PAGE}&bagian=Usulan", "Rembuk")
    expect(other.get_by_text("10 usulan dalam rapat ini")).to_be_visible()
    type_at(other, 1, VOLUME, "2")
    saved(other, len(rows.FIRST))
    type_at(page, 1, VOLUME, "3")
    expect(page.get_by_text("1 usulan diubah orang lain selagi Anda mengubahnya")).to_be_visible()
    expect(page.get_by_text("Diubah Tirta Anggara")).to_be_visible()
    page.get_by_role("button", name="Pakai yang tersimpan").click()
    expect(page.get_by_text("diubah orang lain selagi")).to_be_hidden()
    assert stored(office, "volume")[1] == 2
    other.context.close()


def proposals_are_decided(page: Page, office: Office) -> None:
    """Three ticked and put off at once; the others by a column of words."""
    for row in range(len(POSTPONED)):
        stand_at(page, row, 0)
        page.keyboard.press("Space")
        screens.wait_until_idle(page)
    expect(page.get_by_text("Putuskan beberapa usulan sekaligus")).to_be_visible()
    page.get_by_test_id("stButtonGroup").get_by_text("Ditunda", exact=True).click()
    field = page.get_by_test_id("stTextInput").filter(has_text="Alasan").locator("input")
    field.fill("Menunggu kepastian dana.")
    field.press("Enter")
    screens.wait_until_idle(page)
    screens.press(page, "Terapkan pada 3 usulan", "3 usulan: ditunda.")
    paste_at(page, len(POSTPONED), DECISION, [["disepakati"] for _ in AGREED])
    expect(page.get_by_text("2 usulan yang disepakati belum lengkap").first).to_be_visible()
    screens.wait_until_idle(page)
    assert stored(office, "decision") == ["ditunda"] * 3 + ["disepakati"] * 22
    expect(page.get_by_text("Belum lengkap (2)")).to_be_visible()
    assert screens.faults_on(page) == []


def promises_are_made(page: Page, office: Office) -> None:
    show_part(page, "Komitmen", "Layanan prioritas yang disepakati")
    for place, (party, who, statement, row) in enumerate(PROMISES):
        if place:
            page.get_by_text("Catat komitmen", exact=True).click()
        choose_here(page, "Pihak", party)
        page.get_by_label("Jabatan atau instansi", exact=True).fill(who)
        page.get_by_label("Isi komitmen", exact=True).fill(statement)
        write_date(page, "Tenggat", f"30/09/{YEAR}")
        if row is not None:
            choose_here(page, "Untuk usulan", row.activity)
        form = page.get_by_test_id("stForm").filter(has_text="Isi komitmen")
        form.get_by_role("button", name="Simpan", exact=True).click()
        expect(page.get_by_text(f"{party}: {who}")).to_be_visible(timeout=screens.PATIENCE_MS)
        expect(page.get_by_text(f"Tenggat 30 September {YEAR}")).to_have_count(place + 3)
        screens.wait_until_idle(page)
    question = f"SELECT count(*), count(usulan_id) FROM komitmen k JOIN rembuk r ON r.id ="\
        f" k.rembuk_id WHERE r.wilayah_code = '{MERAWESI}' AND r.year = {YEAR}"  # fmt: skip
    assert office.ask(question) == [(5, 1)]


def choose_here(page: Page, label: str, words: str) -> None:
    """Choose by words of the option, from a list beside the region's own in the side bar."""
    lists = page.get_by_test_id("stMain").get_by_test_id("stSelectbox")
    box = lists.filter(has=page.get_by_text(label, exact=True)).get_by_role("combobox")
    option = page.get_by_role("option").filter(has_text=words).first
    for _ in range(4):  # a list closes, or is another one, when the page is drawn anew behind it
        box.click()
        try:
            expect(page.get_by_role("option").first).to_be_visible()
            if option.count() == 0:  # a long list draws only its beginning
                page.keyboard.type(words)
            option.click(timeout=3000)
            break
        except (AssertionError, TimeoutError):
            page.keyboard.press("Escape")
            screens.wait_until_idle(page)
    else:
        raise AssertionError(f"no option {words} in {label}")
    screens.wait_until_idle(page)


def a_figure_is_corrected(page: Page, office: Office) -> None:
    """Everybody is reached after all: the figure changes at once and is to be verified again."""
    people = count_of(office, "S04")
    show_part(page, "Koreksi data", "Koreksi data dalam rapat")
    choose_here(page, "Desa/kelurahan", "Sidodamar")
    choose_here(page, "Kelompok", "Capaian layanan")
    item = next(each for each in list_items("puskesmas") if each.code == CORRECTED_ITEM)
    choose_here(page, "Butir", item.short)
    expect(page.get_by_text(f"Angka sekarang: {count_of(office, CORRECTED_ITEM)}")).to_be_visible()
    page.get_by_label("Angka seharusnya", exact=True).fill(str(people))
    page.get_by_label("Yang meminta koreksi", exact=True).fill("Bidan Desa Sidodamar")
    page.get_by_label("Bukti atau dasar", exact=True).fill("Register kohort ibu")
    screens.press(page, "Simpan koreksi", "Bagian isiannya kembali diajukan")
    assert count_of(office, CORRECTED_ITEM) == people
    states = office.ask(
        f"SELECT part, state FROM tahapan WHERE wilayah_code = '{MERAWESI}' AND year = {YEAR}"
        f" AND stage = '{ANALYSIS}' ORDER BY part"
    )
    assert states == [("plkb", "disetujui"), ("puskesmas", "diajukan"), ("setcam", "disetujui")]


def count_of(office: Office, item: str) -> int:
    found = office.ask(
        f"SELECT value FROM isian WHERE period = '{YEAR}' AND unit_code = '{CORRECTED_DESA}'"
        f" AND item_code = '{item}'"
    )
    return int(str(found[0][0]))


def frozen_figures_stay(page: Page, office: Office, before: float) -> None:
    now = office.percent(MERAWESI, CORRECTED_ITEM)
    assert now > before
    show_part(page, "Data", "Angka ini dibekukan")
    expect(
        page.get_by_text(re.compile(r"Sejak dibekukan, \d+ angka sudah berubah"))
    ).to_be_visible()
    page.get_by_text(re.compile(r"Sejak dibekukan, \d+ angka sudah berubah")).click()
    service = name_service(CORRECTED_ITEM)
    changes = screens.rows_of(screens.table(page, "Ketika dibekukan"))
    words = [format_pct(before, 2), format_pct(now, 2)]
    assert ["Cakupan", "Merawesi", service, *words] in [tidy(row) for row in changes], changes
    shown = screens.rows_of(screens.table(page, "Perlu dijangkau"))
    listed = {row[0]: row[1] for row in map(tidy, shown)}
    assert listed[service] == format_pct(before)


def tidy(row: list[str]) -> list[str]:
    return [cell for cell in row if cell]


def participants_are_noted(page: Page) -> None:
    show_part(page, "Peserta", "Peserta menurut unsur")
    place = screens.table(page, "Kehadiran")
    place.click(position={"x": 400, "y": 50})
    page.keyboard.press("Home")
    page.wait_for_timeout(100)
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    screens.paste(page, [["hadir"] for _ in range(8)])
    screens.press(page, "Simpan 8 perubahan", "Daftar peserta sudah disimpan.")
    expect(page.get_by_text("8 orang ditandai hadir dari 11 baris.")).to_be_visible()


def documents_are_final(page: Page, office: Office) -> Document:
    show_part(page, "Dokumen", "Salinan bertanda tangan")
    assert screens.faults_on(page) == []
    return docx.Document(str(download(page, office, "Berita Acara", "Word")))


def download(page: Page, office: Office, paper: str, form: str) -> Path:
    line = page.get_by_test_id("stHorizontalBlock").filter(has_text=paper).last
    with page.expect_download() as waiting:
        line.get_by_role("button", name=form).click()
    path = office.path.parent / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def the_signed_copy_closes_the_meeting(page: Page, office: Office) -> None:
    """The scan of the paper: here the same paper as the app makes it."""
    scan = download(page, office, "Berita Acara", "PDF")
    uploader = page.get_by_test_id("stFileUploader").filter(has_text="Pilih berkas pindaian")
    uploader.locator('input[type="file"]').set_input_files(scan)
    button = page.get_by_role("button", name="Unggah dan tutup rapat")
    expect(button).to_be_enabled(timeout=screens.PATIENCE_MS)
    screens.press(page, "Unggah dan tutup rapat", "Rapat sudah ditutup dan tahapannya diajukan.")
    expect(page.get_by_text("Sudah ditutup").first).to_be_visible()
    expect(page.get_by_role("link", name=scan.name)).to_be_visible()
    states = office.ask(
        f"SELECT part, state FROM tahapan WHERE wilayah_code = '{MERAWESI}' AND year = {YEAR}"
        f" AND stage = '{MEETING}'"
    )
    assert states == [("setcam", "diajukan")]


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
    path = f"rembuk?wilayah={KABUPATEN}&tahun={YEAR}"
    screens.open_screen(page, office.address, path, "Kabupaten Arunika")
    screens.press(page, "Buka rapat", "Rapat sudah dibuka.")
    show_part(page, "Usulan", f"Usulan dari bawah ({len(AGREED)})")
    expect(
        page.get_by_text("22 usulan dari 1 wilayah; 22 belum diputuskan di rapat ini.")
    ).to_be_visible()
    listed = screens.rows_of(screens.table(page, "Keputusan rapat ini"))
    assert {cell for row in listed for cell in row} & {row.activity for row in AGREED}
    page.get_by_text(f"Pilih semua yang tampak ({len(AGREED)})").click()
    screens.wait_until_idle(page)
    page.get_by_test_id("stButtonGroup").get_by_text("Disepakati", exact=True).click()
    screens.wait_until_idle(page)
    screens.press(page, f"Terapkan pada {len(AGREED)} usulan", "22 usulan: disepakati.")
    expect(page.get_by_text("0 belum diputuskan di rapat ini.")).to_be_visible()
    assert screens.faults_on(page) == []


def a_line_of_the_plan_carries_one(page: Page, office: Office) -> None:
    path = f"nasib_usulan?wilayah={MERAWESI}&tahun={YEAR}"
    screens.open_screen(page, office.address, path, "Nasib usulan")
    fates(page, done=0, waiting=len(AGREED))
    choose_here(page, "OPD", FAMILY_AGENCY)
    listed = screens.table(page, words_of_fates.FATE_COLUMNS["amount_idr"])
    found = [COMPANIONS.activity in row for row in screens.rows_of(listed)]
    listed.click(position={"x": 16, "y": 51 + 33 * found.index(True)})
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
    listed = screens.table(page, "Putus di")
    for _ in range(100):
        shown = screens.rows_of(listed)
        if all(any(cell.startswith(f"{label} ") for cell in row) for row in shown):
            return shown
        page.wait_for_timeout(100)  # those of before stand until the page is drawn anew
    raise AssertionError(f"no chains of {label} alone: {shown}")


def the_chain_opens_step_by_step(page: Page) -> None:
    """Every link with what stands there, up to the first that is missing."""
    screens.table(page, "Putus di").click(position={"x": 16, "y": 70})
    there = ("Usulan", "Keputusan", "Anggaran", "Komitmen")
    for number, title in enumerate(there, start=4):
        expect(page.get_by_text(f"{number}. {title}: ada")).to_be_visible(
            timeout=screens.PATIENCE_MS
        )
    expect(page.get_by_text("8. Realisasi: putus di sini")).to_be_visible()
    expect(page.get_by_text(PROMISES[0][2])).to_be_visible()
    expect(page.get_by_text(BUDGET_LINE.text)).to_be_visible()


@pytest.mark.parametrize("sizes", [DESKS, PHONES])
def test_nothing_about_meetings_is_wider_than_the_screen(
    demo_app: str, page_at: Callable[..., Page], sizes: Sizes
) -> None:
    page = page_at(*sizes[0], phone=sizes is PHONES, person=None)
    for person, path, title in SCREENS:
        screens.sit_down(page, person)
        screens.open_screen(page, demo_app, path, title)
        for width, height in sizes:
            if len(sizes) > 1:
                page.set_viewport_size({"width": width, "height": height})
            assert screens.settled_overflow_of(page) == [], (path, width)
        assert screens.faults_on(page) == [], path
        assert page.get_by_text("Maaf, ada yang tidak berjalan").count() == 0, path
