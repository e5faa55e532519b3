"""A meeting held on screen, from last year's promises to its signed copy, and what came of it."""

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from playwright.sync_api import Locator, Page, expect
from sqlalchemy import Engine

from analysis.stages import PartState
from app.access import Account
from app.actions.anggaran import BudgetRequest, import_budget
from app.actions.isian import CellChange, StagePart, save_entry
from app.actions.masalah import ProblemDraft, add_problem
from app.actions.tahapan import approve_stages, submit_part, verify_parts
from app.coverage_words import name_service
from app.format import format_count, format_pct
from app.items import list_items
from app.text import benang as words_of_fates
from data_access.database import make_engine
from data_access.reads.pengguna import read_account
from tests.browser import meeting_rows as rows
from tests.browser import screens
from tests.browser.independent_coverage import read_kecamatan
from tests.browser.meeting_rows import AGREED, COMPANIONS, POSTPONED, ROWS, SIGNED
from tests.corpus.sipd import Spent, write_combined

KABUPATEN, MERAWESI = "99.01", "99.01.01"
YEAR = 2027
PARTIES = ("setcam", "puskesmas", "plkb")
ANALYSIS, TAGGING = "kecamatan.ansit", "kecamatan.penandaan-berjalan"
MEETING = "kecamatan.pra-musrenbang"
PAGE = f"rembuk?wilayah={MERAWESI}&tahun={YEAR}"
# The services of the chains that are looked at, and where each breaks in the end.
SPENT_NOT, NO_MONEY, PUT_OFF, NO_PROPOSAL, NO_CAUSE = "I28", "I22", "I23", "I05", "I15"
BREAKS = {
    SPENT_NOT: "belum_terealisasi",
    NO_MONEY: "tanpa_anggaran",
    PUT_OFF: "ditunda_ditolak",
    NO_PROPOSAL: "tanpa_usulan",
    NO_CAUSE: "tanpa_penyebab",
}
CORRECTED_ITEM, CORRECTED_DESA = "I02", "99.01.01.1004"
FAMILY_AGENCY = "Dinas Pengendalian Penduduk dan KB"
BUDGET_PROGRAMME = ("2.14.0.00.0.00.02.0000", FAMILY_AGENCY, "", "", "2.14.03.2.03.0017",
                    "Fasilitasi dan Pembinaan Pendampingan Ibu Hamil")  # fmt: skip
BUDGET_LINE = Spent(
    BUDGET_PROGRAMME,
    "[DAU] Dana Alokasi Umum",
    ("5.1.02.02.01.0003", "Honorarium Narasumber atau Pembahas"),
    "Operasional Tim Pendamping Keluarga Kecamatan Merawesi",
    "20 Tim",
    20,
    "Tim",
    1_200_000,
    24_000_000,
)
PROMISES = (
    ("Perangkat daerah", "Kepala Dinas PPKB", "Membayar operasional pendamping", COMPANIONS),
    ("Camat", "Camat Merawesi", "Menggerakkan penimbangan setiap bulan", None),
    ("Kepala desa/lurah", "Kepala Desa Sidodamar", "Menganggarkan PMT dalam APBDes", None),
    ("DPRD", "Anggota DPRD daerah pemilihan 1", "Mengawal usulan dalam pembahasan", None),
    ("Lainnya", "Ketua TP-PKK", "Mendampingi posyandu", None),
)
# Columns of the grid, counted from its first one.
ACTIVITY, VOLUME, AMOUNT, DECISION = 2, 7, 9, 13
HEADING = re.compile("Heading")


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


def begin_the_year(path: Path) -> None:
    """What comes before a meeting: figures, problems with causes, tags; and July's plan."""
    engine = make_engine(f"sqlite:///{path.as_posix()}")
    figures = read_figures(path)
    for part in PARTIES:
        mine = {item.code for item in list_items(part)}
        cells = tuple(CellChange(u, i, v, None, 0) for u, i, v in figures if i in mine)
        place = StagePart(MERAWESI, YEAR, ANALYSIS, part)
        saved = save_entry(engine, account(engine, f"{part}.operator"), place, cells, part)
        assert saved.outcome.saved == len(cells)
    place = StagePart(MERAWESI, YEAR, ANALYSIS, "setcam")
    for item in (SPENT_NOT, NO_MONEY, PUT_OFF, NO_PROPOSAL):
        draft = ProblemDraft(item, MERAWESI, "penyediaan", None, f"Masalah {item}", f"Sebab {item}")
        added = add_problem(engine, account(engine, "setcam.operator"), place, draft, item)
        assert added.number is not None, added
    for stage, state, version in ((ANALYSIS, "draf", 1), (TAGGING, "belum mulai", 0)):
        approve(engine, stage, state, version)
    file = write_combined(path.parent / "rencana", [BUDGET_LINE])
    asked = BudgetRequest(file, KABUPATEN, YEAR + 1, "rencana")
    brought = import_budget(engine, asked, person=account(engine, "bappeda"))
    assert brought.stored is not None, brought.findings
    engine.dispose()


def read_figures(path: Path) -> list[tuple[str, str, int]]:
    """The year before over again, so that the kecamatan has something to talk about."""
    question = (
        "SELECT unit_code, item_code, value FROM isian WHERE period = ? AND unit_code LIKE ?"
        " AND value IS NOT NULL"
    )
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question, (str(YEAR - 1), f"{MERAWESI}.%")).fetchall()


def approve(engine: Engine, stage: str, state: str, version: int) -> None:
    for part in PARTIES:
        seen = PartState(MERAWESI, YEAR, stage, part, state, version)
        submit_part(engine, account(engine, f"{part}.operator"), seen)
        handed_in = PartState(MERAWESI, YEAR, stage, part, "diajukan", version + 1)
        verify_parts(engine, account(engine, f"{part}.verifikator"), [handed_in])
    verified = [
        PartState(MERAWESI, YEAR, stage, part, "terverifikasi", version + 2) for part in PARTIES
    ]
    done = approve_stages(engine, account(engine, "camat"), verified)
    assert len(done.outcome.moved) == len(PARTIES), done


def account(engine: Engine, username: str) -> Account:
    found = read_account(engine, username)
    assert found is not None
    return found


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
    minutes_are_right(minutes, before)
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
    place.click(position={"x": 150, "y": 50})  # a column that is always in sight
    page.keyboard.press("Control+Home")
    expect(cell(page, 0, 0)).to_have_attribute("aria-selected", "true")
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
    for _ in range(3):
        box.click()
        try:
            expect(page.get_by_role("option").first).to_be_visible()
        except AssertionError:  # the list closed again: the page was still growing below it
            continue
        break
    if option.count() == 0:  # a long list draws only its beginning
        page.keyboard.type(words)
    option.click()
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


def minutes_are_right(minutes: Document, before: float) -> None:
    """Each agreed and complete proposal once and in its bidang, the sums, the frozen figures."""
    assert "KONSEP" not in minutes.sections[0].header.paragraphs[0].text
    text = "\n".join(each.text for each in minutes.paragraphs)
    assert "Selasa, tanggal enam belas bulan Februari tahun dua ribu dua puluh tujuh" in text
    listed = dict(list_tables(minutes))
    for bidang in (rows.FISIK, rows.SOSBUD, rows.EKONOMI):
        wanted = [row for row in SIGNED if row.bidang == bidang]
        *body, total = [cells_of(row) for row in listed[f"Bidang {bidang.lower()}"].rows][1:]
        assert sorted(row[1].split("\n")[0] for row in body) == sorted(
            row.activity for row in wanted
        )
        money = {row[1].split("\n")[0]: row[6] for row in body}
        assert money == {row.activity: format_count(row.worth) for row in wanted}
        assert total[6] == format_count(sum(row.worth for row in wanted))
    summary = cells_of(listed["Rekapitulasi"].rows[-1])
    assert summary[1:] == [str(len(SIGNED)), format_count(sum(row.worth for row in SIGNED))]
    postponed = [cells_of(row)[1] for row in listed["3. Usulan yang ditunda"].rows][1:]
    assert {each.split("\n")[0] for each in postponed} == {row.activity for row in POSTPONED}
    assert "2 usulan yang disepakati belum lengkap datanya" in text
    for row in ROWS:
        if row not in SIGNED and row not in POSTPONED:
            assert not any(row.activity in cell for cell in all_cells(minutes)), row
    coverage = {cells_of(row)[0]: cells_of(row)[1] for row in listed[coverage_heading(listed)].rows}
    assert coverage[name_service(CORRECTED_ITEM)] == format_pct(before)


def coverage_heading(listed: dict[str, Table]) -> str:
    return next(each for each in listed if each.startswith("Cakupan layanan"))


def list_tables(minutes: Document) -> Iterator[tuple[str, Table]]:
    """Every table with the heading above it."""
    heading = ""
    for block in minutes.iter_inner_content():
        if isinstance(block, Paragraph):
            if block.style is not None and HEADING.match(block.style.name or ""):
                heading = block.text
        elif isinstance(block, Table):
            yield heading, block


def cells_of(row: object) -> list[str]:
    return [cell.text for cell in row.cells]  # type: ignore[attr-defined]


def all_cells(minutes: Document) -> list[str]:
    return [cell for table in minutes.tables for row in table.rows for cell in cells_of(row)]


def the_signed_copy_closes_the_meeting(page: Page, office: Office) -> None:
    """The scan of the paper: here the same paper as the app makes it."""
    scan = download(page, office, "Berita Acara", "PDF")
    uploader = page.get_by_test_id("stFileUploader").filter(has_text="Pilih berkas pindaian")
    uploader.locator('input[type="file"]').set_input_files(scan)
    button = page.get_by_role("button", name="Unggah dan tutup rapat")
    expect(button).to_be_enabled(timeout=screens.PATIENCE_MS)
    screens.press(page, "Unggah dan tutup rapat", "Rapat sudah ditutup dan tahapannya diajukan.")
    expect(page.get_by_text("Sudah ditutup", exact=True)).to_be_visible()
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
            expect(page.get_by_text("Dikoreksi dalam pra-musrenbang").first).to_be_visible()
        screens.press(page, button, said)


def the_kabupaten_goes_on_with_them(page: Page, office: Office) -> None:
    screens.sit_down(page, "bappeda.operator")
    path = f"rembuk?wilayah={KABUPATEN}&tahun={YEAR}"
    screens.open_screen(page, office.address, path, "Rembuk · Arunika")
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
    expect(page.get_by_text(BUDGET_LINE.text).first).to_be_visible()
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
        choose_here(page, "Layanan", name_service(item))
        listed = screens.rows_of(screens.table(page, "Putus di"))
        assert listed
        for row in listed:
            assert words_of_fates.BREAKS[broken] in row, (item, row)
    assert screens.faults_on(page) == []
