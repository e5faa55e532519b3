"""A year's start, played on screen: accounts, measurements, a kecamatan's analysis, approval."""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from data_access.database import make_engine
from tests.browser import screens
from tests.corpus.office import (
    HALONG,
    JUAI,
    KABUPATEN,
    YEAR,
    admit_the_others,
    bring_analysis_to_approval,
    fill_office,
    name_of,
    write_measurements,
    write_people,
)

NEW_PASSWORD = "kuda nil bersepeda ke pasar"
WRONG, RIGHT = [90, *[20] * 11], [20] * 12
NOTE = "Desa 2001: pendek 88 dari 100 balita. Periksa lagi."
ANALYSIS = "Analisis Situasi"


@dataclass(frozen=True)
class Office:
    """The office's server, its database, and a folder for the files of its people."""

    address: str
    path: Path
    folder: Path

    def count(self, question: str) -> int:
        with closing(sqlite3.connect(self.path)) as connection:
            found: int = connection.execute(question).fetchone()[0]
        return found


@pytest.fixture(scope="module")
def office(start_app: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A real database with regions and nobody in it yet."""
    folder = tmp_path_factory.mktemp("kantor")
    path = folder / "nyata.db"
    url = f"sqlite:///{path.as_posix()}"
    engine = make_engine(url)
    fill_office(engine)
    engine.dispose()
    return Office(start_app(database_url=url, home=folder), path, folder)


def make_admin(office: Office) -> str:
    """The first admin, by the command line; gives the password for the first sign-in."""
    said = subprocess.run(
        [
            str(Path(sys.executable).with_name("konvergensi")), "user", "add", "admin",
            "--nama", "Galih Saputra", "--peran", "admin", "--wilayah", KABUPATEN,
        ],
        env={"KONVERGENSI_DATABASE_URL": f"sqlite:///{office.path.as_posix()}", "PATH": "/usr/bin"},
        cwd=office.folder,
        check=True,
        capture_output=True,
        text=True,
    )  # fmt: skip
    return said.stdout.strip().rsplit(": ", 1)[1]


def first_sign_in(page: Page, office: Office, username: str, password: str) -> None:
    """Sign in with the admin's password and make one of one's own; nothing else opens before."""
    page.context.clear_cookies()
    page.goto(f"{office.address}/masuk")
    screens.submit_sign_in(page, username, password)
    expect(page.get_by_text("hanya untuk sekali masuk")).to_be_visible()
    page.goto(f"{office.address}/kesiapan")
    expect(page).to_have_url(re.compile(r"/sandi$"))
    page.get_by_label("Sandi sekarang").fill(password)
    page.get_by_label("Sandi baru", exact=True).fill(NEW_PASSWORD)
    page.get_by_label("Sandi baru, sekali lagi").fill(NEW_PASSWORD)
    page.get_by_role("button", name="Simpan sandi baru").click()
    screens.expect_screen(page, "Konvergensi")


def test_a_years_start_from_the_first_account_to_the_approved_analysis(
    office: Office, page_at: Callable[..., Page]
) -> None:
    page = page_at(person=None)
    first_sign_in(page, office, "admin", make_admin(office))
    password = admin_adds_the_operator_of_the_dinas(page, office)
    admin_imports_everybody_else(page, office)
    first_sign_in(page, office, "dinkes.operator", password)
    admit_the_others(office.path)  # the rest without the screens that two people have shown
    measurements_are_returned_corrected_and_verified(page, office)
    three_parties_enter_their_parts(page, office)
    camat_approves_and_the_entry_is_locked(page, office)
    head_of_bappeda_waits_for_every_kecamatan(page, office)
    leader_sees_all_and_can_change_nothing(page, office)
    approved = "SELECT count(*) FROM tahapan WHERE stage LIKE '%.ansit' AND state = 'disetujui'"
    left = "SELECT count(*) FROM tahapan WHERE stage LIKE '%.ansit' AND state <> 'disetujui'"
    assert office.count(approved) == 2 * 3 + 1  # three parts in each kecamatan, one above
    assert office.count(left) == 0


def admin_adds_the_operator_of_the_dinas(page: Page, office: Office) -> str:
    screens.open_screen(page, office.address, "pengguna", "Pengguna")
    screens.show_tab(page, "Tambah orang")
    form = page.get_by_role("tabpanel").filter(visible=True)
    form.get_by_role("textbox", name="Nama lengkap").fill("Intan Kusumadewi")
    form.get_by_role("textbox", name="Nama akun").fill("dinkes.operator")
    screens.choose_option(page, "Peran", "Operator")
    screens.choose_option(page, "Wilayah tugas", f"Wilayah {KABUPATEN} ({KABUPATEN})")
    screens.choose_option(page, "Perangkat", "Dinas Kesehatan")
    screens.press(page, "Buat akun", "Akun dinkes.operator untuk Intan Kusumadewi sudah dibuat.")
    return form.get_by_test_id("stCode").inner_text().strip()


def admin_imports_everybody_else(page: Page, office: Office) -> None:
    screens.show_tab(page, "Impor dari Excel")
    people = write_people(office.folder / "SK 188.xlsx")
    page.locator('input[type="file"]').last.set_input_files(people)
    expect(page.get_by_text("Akan disimpan: 4 akun baru")).to_be_visible()
    screens.press(page, "Simpan semua", "Tersimpan: 4 akun baru")
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh sandi sekali masuk").click()
    assert download.value.suggested_filename == "sandi-sekali-masuk.xlsx"


def open_home(page: Page, office: Office, person: str) -> Page:
    screens.sit_down(page, person)
    return screens.open_screen(page, office.address, "", "Konvergensi")


def hand_in_measurements(page: Page, office: Office, stunted: list[int]) -> None:
    """Upload August's file of the year before on Data masuk, check and save it."""
    expect(page.get_by_role("heading", name="Data masuk")).to_be_visible()
    expect(page.get_by_role("combobox", name="Bulan pengukuran")).to_have_value("Agustus")
    # The year before the cycle whose task led here.
    year = page.get_by_role("combobox", name="Tahun", exact=True)
    expect(year).to_have_value(str(YEAR - 1))
    file = write_measurements(office.folder / "agustus.csv", stunted)
    uploader = page.get_by_test_id("stFileUploader").filter(visible=True)
    uploader.locator('input[type="file"]').set_input_files(file)
    page.get_by_role("button", name="Periksa berkas").click()
    expect(page.get_by_text("Berkas selesai diperiksa")).to_be_visible()
    agree = page.get_by_text("peringatan sudah saya periksa")
    save = page.get_by_role("button", name="Simpan", exact=True)
    save.wait_for()
    if agree.count():
        agree.click()
    expect(save).to_be_enabled()
    screens.press(page, "Simpan", "Tersimpan sebagai impor nomor")


def measurements_are_returned_corrected_and_verified(page: Page, office: Office) -> None:
    task = f"Isi Pengukuran balita Agustus tahun sebelumnya ({YEAR})"
    stages = f"tahapan?tahun={YEAR}&tahapan=Pengukuran+balita+Agustus+tahun+sebelumnya"
    open_home(page, office, "dinkes.operator")
    screens.follow_task(page, task, "Data masuk")
    hand_in_measurements(page, office, WRONG)
    screens.open_screen(page, office.address, stages, "Tahapan")
    screens.press(page, "Ajukan", "Sudah diajukan kepada verifikator.")

    open_home(page, office, "dinkes.verifikator")
    expect(page.get_by_test_id("stMetricValue").first).to_have_text("25,8 %")
    expect(page.get_by_text("belum terverifikasi: diajukan")).to_be_visible()
    screens.follow_task(page, "Verifikasi Pengukuran balita", "Tahapan")
    page.get_by_role("button", name="Kembalikan").click()
    page.get_by_label("Catatan pengembalian").fill(NOTE)
    page.get_by_test_id("stPopoverBody").get_by_role("button", name="Kembalikan").click()
    expect(page.get_by_text("Sudah dikembalikan kepada operator")).to_be_visible()

    open_home(page, office, "dinkes.operator")
    expect(page.get_by_text(NOTE)).to_be_visible()
    screens.follow_task(page, "Perbaiki Pengukuran balita", "Data masuk")
    hand_in_measurements(page, office, RIGHT)
    screens.open_screen(page, office.address, stages, "Tahapan")
    screens.press(page, "Ajukan", "Sudah diajukan kepada verifikator.")

    open_home(page, office, "dinkes.verifikator")
    expect(page.get_by_test_id("stMetricValue").first).to_have_text("20,0 %")
    screens.follow_task(page, "Verifikasi Pengukuran balita", "Tahapan")
    screens.press(page, "Verifikasi", "Sudah diverifikasi.")
    open_home(page, office, "dinkes.verifikator")
    expect(page.get_by_text("Tidak ada yang menunggu Anda hari ini.")).to_be_visible()


def three_parties_enter_their_parts(page: Page, office: Office) -> None:
    enter_by_pasting(page, office)
    for party in ("puskesmas", "plkb"):
        open_home(page, office, f"{party}.operator")
        screens.follow_task(page, f"Isi {ANALYSIS} ({YEAR})", "Isian desa")
        screens.type_in_cell(page, screens.table(page, "Desa/kelurahan"), 0, 0, "31")
        screens.press(page, "Simpan 1 perubahan", "1 sel sudah disimpan")
        submit_hardly_filled(page)
    assert read_board(page, office) == {KABUPATEN: "belum mulai", JUAI: "diajukan"}
    for party in ("setcam", "puskesmas", "plkb"):
        open_home(page, office, f"{party}.verifikator")
        screens.follow_task(page, f"Verifikasi {ANALYSIS} ({YEAR})", "Tahapan")
        screens.press(page, "Verifikasi", "Sudah diverifikasi.")
    assert read_board(page, office) == {KABUPATEN: "belum mulai", JUAI: "terverifikasi"}


def enter_by_pasting(page: Page, office: Office) -> None:
    """Forty cells from Excel, one of them no number: named, mended, saved, handed in."""
    open_home(page, office, "setcam.operator")
    screens.follow_task(page, f"Isi {ANALYSIS} ({YEAR})", "Isian desa")
    grid = screens.table(page, "Desa/kelurahan")
    cells = [[str(100 * row + column) for column in range(4)] for row in range(1, 11)]
    cells[3][2] = "dua belas"
    screens.stand_in_cell(page, grid, 0, 0)
    screens.paste(page, cells)
    expect(page.get_by_text("1 sel belum dapat dibaca sebagai jumlah")).to_be_visible()
    [fault] = screens.rows_of(screens.table(page, "Tertulis"))
    assert fault[:3] == [f"Wilayah {JUAI}.2004", "Remaja Putri (orang)", "dua belas"]
    expect(page.get_by_role("button", name=re.compile("^Simpan 39"))).to_be_disabled()
    screens.type_in_cell(page, grid, 3, 2, "12")
    screens.press(page, "Simpan 40 perubahan", "40 sel sudah disimpan")
    assert office.count("SELECT count(*) FROM isian") == 40
    assert office.count("SELECT value FROM isian WHERE unit_code LIKE '%2004' AND value < 99") == 12
    submit_hardly_filled(page)


def submit_hardly_filled(page: Page) -> None:
    """Less than half is filled in, so the app asks once."""
    expect(screens.submit_hardly_filled(page)).to_be_visible()
    screens.press(page, "Tetap ajukan", "Sudah diajukan kepada verifikator.")


def read_board(page: Page, office: Office) -> dict[str, str]:
    """The states of the analysis on the readiness board, as the one now signed in sees them."""
    screens.open_screen(
        page, office.address, f"kesiapan?tahun={YEAR}&wilayah={KABUPATEN}", "Papan kesiapan"
    )
    board = screens.table(page, "Pra-musrenbang")
    rows = screens.rows_of(board)
    column = board.locator('[role="columnheader"]').all_text_contents().index("Analisis situasi")
    states = {row[0].removeprefix("Wilayah "): row[column].split(",")[0] for row in rows}
    return {code: state for code, state in states.items() if code != HALONG}


def camat_approves_and_the_entry_is_locked(page: Page, office: Office) -> None:
    open_home(page, office, "camat")
    screens.follow_task(page, f"Setujui {ANALYSIS} ({YEAR})", "Tahapan")
    screens.press(page, "Setujui", "Sudah disetujui. Datanya sekarang terkunci.")
    assert read_board(page, office) == {KABUPATEN: "belum mulai", JUAI: "disetujui"}
    screens.sit_down(page, "setcam.operator")
    analysis = "tahapan=Analisis+Situasi"
    screens.open_screen(page, office.address, f"isian?tahun={YEAR}&{analysis}", "Isian desa")
    expect(page.get_by_text("sudah disetujui dan terkunci")).to_be_visible()
    expect(page.get_by_text(f"membukanya kembali: {name_of('camat')}")).to_be_visible()
    grid = screens.table(page, "Desa/kelurahan")
    cell = grid.locator('[data-testid="glide-cell-1-0"]')
    expect(cell).to_have_attribute("aria-readonly", "true")
    grid.dblclick(position={"x": 200, "y": 50})
    page.keyboard.type("77")
    page.keyboard.press("Enter")
    expect(cell).to_have_text("100")
    expect(page.get_by_role("button", name=re.compile("^Simpan"))).to_have_count(0)
    assert office.count("SELECT count(*) FROM isian WHERE value = 77") == 0


def head_of_bappeda_waits_for_every_kecamatan(page: Page, office: Office) -> None:
    analysis = f"tahapan?tahun={YEAR}&tahapan=Analisis+Situasi"
    for person, button in (("bappeda.operator", "Ajukan"), ("bappeda.verifikator", "Verifikasi")):
        screens.sit_down(page, person)
        screens.open_screen(page, office.address, analysis, "Tahapan")
        waits = page.get_by_text(f"belum selesai di 1 dari 2 kecamatan: Wilayah {HALONG}")
        expect(waits).to_be_visible()
        screens.press(page, button, "Sudah di")
    open_home(page, office, "kepala.bappeda")
    task = f"Setujui {ANALYSIS} ({YEAR}), Wilayah {KABUPATEN}"
    expect(page.get_by_text(f"{task} (masih menunggu 1 kecamatan)")).to_be_visible()
    screens.follow_task(page, task, "Tahapan")
    screens.press(page, "Setujui", "belum dapat disetujui")
    expect(page.get_by_text(f"Wilayah {HALONG} (belum mulai)").first).to_be_visible()
    bring_analysis_to_approval(office.path, HALONG)
    open_home(page, office, "kepala.bappeda")
    expect(page.get_by_text("masih menunggu")).to_have_count(0)
    screens.follow_task(page, task, "Tahapan")
    screens.press(page, "Setujui", "Sudah disetujui.")
    assert read_board(page, office) == {KABUPATEN: "disetujui", JUAI: "disetujui"}


def leader_sees_all_and_can_change_nothing(page: Page, office: Office) -> None:
    open_home(page, office, "pimpinan")
    expect(page.get_by_test_id("stMetricValue").first).to_have_text("20,0 %")
    pages = page.locator(".st-key-halaman").get_by_role("link").all_inner_texts()
    assert not {"Data masuk", "Isian desa", "Riwayat", "Pengaturan", "Pengguna"} & set(pages)
    assert read_board(page, office) == {KABUPATEN: "disetujui", JUAI: "disetujui"}
    for code in (KABUPATEN, JUAI, HALONG):
        address = f"tahapan?wilayah={code}&tahun={YEAR}&tahapan=Analisis+Situasi"
        screens.open_screen(page, office.address, address, "Tahapan")
        expect(page.get_by_text(f"{ANALYSIS}: disetujui")).to_be_visible()
        expect(ways_to_change(page)).to_have_count(0)
    for name in ("data_masuk", "isian", "riwayat", "pengaturan", "pengguna"):
        page.goto(f"{office.address}/{name}")
        expect(page.get_by_text("Halaman ini bukan untuk peran Anda")).to_be_visible()


def ways_to_change(page: Page) -> Locator:
    """Buttons and fields of the page itself, those that only choose what is shown left out."""
    kinds = ("stButton", "stPopover", "stTextArea", "stTextInput", "stFileUploader")
    main = page.get_by_test_id("stMain")
    return main.locator(", ".join(f'[data-testid="{kind}"]' for kind in kinds))
