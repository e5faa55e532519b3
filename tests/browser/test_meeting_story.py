"""A kecamatan meets on screen, from last year's promises to the signed copy of its minutes."""

import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from playwright.sync_api import Locator, Page, expect

from app.coverage_words import name_service
from app.format import format_pct
from app.items import list_items
from tests.browser import meeting_rows as rows
from tests.browser import screens
from tests.browser.meeting_minutes import minutes_are_right
from tests.browser.meeting_office import (
    Office,
    choose_here,
    open_office,
    show_part,
    tidy,
)
from tests.browser.meeting_rows import AGREED, COMPANIONS, POSTPONED, ROWS
from tests.browser.meeting_year import (
    ANALYSIS,
    CORRECTED_DESA,
    CORRECTED_ITEM,
    KABUPATEN,
    MERAWESI,
    PEOPLE_ITEM,
    PROMISED,
    YEAR,
    begin_the_year,
)

MEETING = "kecamatan.pra-musrenbang"
PAGE = f"rembuk?wilayah={MERAWESI}&tahun={YEAR}"
PROMISES = (
    ("Perangkat daerah", "Kepala Dinas PPKB", PROMISED, COMPANIONS),
    ("Camat", "Camat Merawesi", "Menggerakkan penimbangan setiap bulan", None),
    ("Kepala desa/lurah", "Kepala Desa Sidodamar", "Menganggarkan PMT dalam APBDes", None),
    ("DPRD", "Anggota DPRD daerah pemilihan 1", "Mengawal usulan dalam pembahasan", None),
    ("Lainnya", "Ketua TP-PKK", "Mendampingi posyandu", None),
)
# Columns of the grid, counted from its first one.
ACTIVITY, VOLUME, AMOUNT, DECISION = 2, 7, 9, 13


@pytest.fixture(scope="module")
def office(
    start_app: Callable[..., str], demo_database: Path, tmp_path_factory: pytest.TempPathFactory
) -> Office:
    return open_office(tmp_path_factory.mktemp("rapat"), demo_database, start_app, begin_the_year)


def test_a_kecamatan_meets_and_hands_in_what_it_agreed(
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
    minutes_are_right(minutes_of(page, office), CORRECTED_ITEM, before)
    the_signed_copy_closes_the_meeting(page, office)
    the_kabupaten_holds_what_was_agreed(page, office)


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
    expect(page.get_by_text(f"{count} usulan dalam rapat ini")).to_be_visible()
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
    """Stand in a cell of the grid of proposals: from its first one by keyboard.

    A grid that is made anew meanwhile loses where one stood: then once more.
    """
    for _ in range(5):
        grid(page).click(position={"x": 150, "y": 50})  # a column that is always in sight
        page.keyboard.press("Control+Home")
        for key, count in (("ArrowDown", row), ("ArrowRight", column)):
            for _ in range(count):
                page.keyboard.press(key)
        try:
            expect(cell(page, row, column)).to_have_attribute("aria-selected", "true", timeout=1000)
        except AssertionError:
            page.keyboard.press("Escape")
        else:
            return
    raise AssertionError(f"cannot stand in cell {row}, {column}")


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
    other.close()


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
        if row is not None:
            choose_here(page, "Untuk usulan", row.activity)
        write_date(page, "Tenggat", f"30/09/{YEAR}")
        form = page.get_by_test_id("stForm").filter(has_text="Isi komitmen")
        form.get_by_role("button", name="Simpan", exact=True).click()
        expect(page.get_by_text(f"{party}: {who}")).to_be_visible()
        expect(page.get_by_text(f"Tenggat 30 September {YEAR}")).to_have_count(place + 3)
        screens.wait_until_idle(page)
    question = f"SELECT count(*), count(usulan_id) FROM komitmen k JOIN rembuk r ON r.id ="\
        f" k.rembuk_id WHERE r.wilayah_code = '{MERAWESI}' AND r.year = {YEAR}"  # fmt: skip
    assert office.ask(question) == [(5, 1)]


def a_figure_is_corrected(page: Page, office: Office) -> None:
    """Everybody is reached after all: the figure changes at once and is to be verified again."""
    people = count_of(office, PEOPLE_ITEM)
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


def minutes_of(page: Page, office: Office) -> Document:
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
    expect(button).to_be_enabled()
    screens.press(page, "Unggah dan tutup rapat", "Rapat sudah ditutup dan tahapannya diajukan.")
    expect(page.get_by_text("Sudah ditutup").first).to_be_visible()
    expect(page.get_by_role("link", name=scan.name)).to_be_visible()
    states = office.ask(
        f"SELECT part, state FROM tahapan WHERE wilayah_code = '{MERAWESI}' AND year = {YEAR}"
        f" AND stage = '{MEETING}'"
    )
    assert states == [("setcam", "diajukan")]


def the_kabupaten_holds_what_was_agreed(page: Page, office: Office) -> None:
    screens.sit_down(page, "bappeda.operator")
    path = f"rembuk?wilayah={KABUPATEN}&tahun={YEAR}&bagian=Usulan"
    screens.open_screen(page, office.address, path, "Kabupaten Arunika")
    screens.press(page, "Buka rapat", "Rapat sudah dibuka.")
    line = f"{len(AGREED)} usulan dari 1 wilayah; {len(AGREED)} belum diputuskan di rapat ini."
    expect(page.get_by_text(line)).to_be_visible()
    listed = screens.rows_of(screens.table(page, "Keputusan rapat ini"))
    agreed = {row.activity for row in AGREED}
    assert all(agreed.intersection(row) for row in listed), listed
