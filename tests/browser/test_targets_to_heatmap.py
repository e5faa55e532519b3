"""From pasted figures and set targets to the heatmap and the problem places that follow them."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import Engine

from analysis.stages import PartState
from app.access import Account
from app.actions.isian import CellChange, StagePart, save_entry
from app.actions.tahapan import submit_part, verify_parts
from app.format import format_pct
from data_access.database import make_engine
from data_access.reads.pengguna import read_account
from tests.browser import screens
from tests.browser.independent_coverage import LOOKS, Cell, Kecamatan, read_kecamatan

KABUPATEN, MERAWESI = "99.01", "99.01.01"
YEAR, TARGET_YEAR = 2027, 2026
STAGE, ANALYSIS = "kecamatan.ansit", "Analisis Situasi"
# What each party enters, in the order of its grid's columns.
PEOPLE = ("S04", "S05", "S07", *(f"S{n:02d}" for n in range(8, 16)), "S17")
OTHERS = {"setcam": ("S01", "S02", "S03", "S16", "I30", "I31"),
          "plkb": ("S06", "I05", "I25", "I28")}  # fmt: skip
SERVICES = tuple(f"I{n:02d}" for n in range(1, 30) if n not in (5, 25, 28))
OF_DINKES = tuple(f"I{n:02d}" for n in (*range(1, 5), *range(6, 25)))
PREVALENCE = 5.25
BLANK, ABOVE = (2, "I07"), (4, "I08")
TYPES = ("Tipe 1", "Tipe 2", "Tinggi, campuran", "Waspada", "Baik", "Belum dinilai")


@dataclass(frozen=True)
class Office:
    """The server of a copy of the demonstration, and its database."""

    address: str
    path: Path

    def work_out(self) -> Kecamatan:
        return read_kecamatan(self.path, MERAWESI, str(YEAR), TARGET_YEAR)


@pytest.fixture(scope="module")
def office(
    start_app: Callable[..., str], demo_database: Path, tmp_path_factory: pytest.TempPathFactory
) -> Office:
    path = tmp_path_factory.mktemp("sasaran") / demo_database.name
    shutil.copy(demo_database, path)
    return Office(start_app(home=path.parent), path)


def test_heatmap_and_problem_places_follow_what_is_pasted_and_the_targets_set(
    office: Office, page_at: Callable[..., Page]
) -> None:
    page = page_at(person=None)
    puskesmas_pastes_its_figures(page, office)
    enter_for_the_others(office.path)
    puskesmas_and_camat_agree(page, office)
    before = office.work_out()
    screens.sit_down(page, "bappeda")
    heatmap_is_as_worked_out(page, office, before)
    places_are_as_worked_out(page, office, before, before.prevalence(), "Merawesi")
    services_without_target_lead_to_targets(page, office)
    dinkes_sets_its_targets(page, office)
    bappeda_sets_the_prevalence(page, office)
    after = office.work_out()
    assert after.prevalence_target == PREVALENCE
    assert "Tipe 2" not in before.types(before.prevalence()).values()
    assert {"Tipe 1", "Tipe 2"} <= {*after.types(PREVALENCE).values()}
    heatmap_is_as_worked_out(page, office, after)
    places_are_as_worked_out(page, office, after, PREVALENCE, "target")


def people(desa: int, item: str) -> int:
    return 60 + 9 * desa + 2 * int(item[1:])


def value_of(desa: int, item: str) -> int:
    """What stands in a cell: few people are reached in every other desa, many in the rest."""
    number = int(item[1:])
    if item.startswith("S"):
        return people(desa, item)
    if item == "I31":
        return desa % 2
    if item == ABOVE[1] and desa == ABOVE[0]:
        return people(desa, "S09") + 5
    share = (0.32 if desa % 2 else 0.72) + 0.04 * ((3 * desa + number) % 7)
    return int(share * people(desa, "S04") * (0.45 if item in ("I14", "I19") else 1))


def puskesmas_pastes_its_figures(page: Page, office: Office) -> None:
    screens.sit_down(page, "puskesmas.operator")
    screens.open_screen(page, office.address, f"isian?tahun={YEAR}", "Isian desa")
    paste_grid(page, "Ibu Nifas", PEOPLE)
    count = 10 * len(PEOPLE)
    expect(page.get_by_text(f"{count} sel berubah, belum disimpan").first).to_be_visible()
    screens.show_tab(page, "Capaian layanan")
    screens.wait_until_idle(page)
    paste_grid(page, "Makanan bergizi seimbang", SERVICES)
    count += 10 * len(SERVICES) - 1
    screens.press(page, f"Simpan {count} perubahan", f"{count} sel sudah disimpan")
    screens.press(page, "Ajukan", "Sudah diajukan kepada verifikator.")


def paste_grid(page: Page, column: str, items: Iterable[str]) -> None:
    """Paste a whole grid, known by one of its columns, at its first cell."""
    lines = [
        ["" if (desa, item) == BLANK else str(value_of(desa, item)) for item in items]
        for desa in range(10)
    ]
    screens.stand_in_cell(page, screens.table(page, column), 0, 0)
    screens.paste(page, lines)


def enter_for_the_others(path: Path) -> None:
    """The other parties, without the screens that one has shown."""
    engine = make_engine(f"sqlite:///{path.as_posix()}")
    codes = sorted(read_kecamatan(path, MERAWESI, str(YEAR), TARGET_YEAR).names)
    for part, items in OTHERS.items():
        cells = tuple(
            CellChange(code, item, value_of(desa, item), None, 0)
            for desa, code in enumerate(codes)
            for item in items
        )
        place = StagePart(MERAWESI, YEAR, STAGE, part)
        operator = account(engine, f"{part}.operator")
        assert save_entry(engine, operator, place, cells, part).outcome.saved == len(cells)
        draft = PartState(MERAWESI, YEAR, STAGE, part, "draf", 1)
        submit_part(engine, operator, draft)
        handed_in = PartState(MERAWESI, YEAR, STAGE, part, "diajukan", 2)
        verify_parts(engine, account(engine, f"{part}.verifikator"), [handed_in])
    engine.dispose()


def account(engine: Engine, username: str) -> Account:
    found = read_account(engine, username)
    assert found is not None
    return found


def puskesmas_and_camat_agree(page: Page, office: Office) -> None:
    analysis = f"tahapan?wilayah={MERAWESI}&tahun={YEAR}&tahapan=Analisis+Situasi"
    steps = (
        ("puskesmas.verifikator", "Verifikasi", "Sudah diverifikasi."),
        ("camat", "Setujui", "Sudah disetujui. Datanya sekarang terkunci."),
    )
    for person, button, said in steps:
        screens.sit_down(page, person)
        screens.open_screen(page, office.address, analysis, "Tahapan")
        screens.press(page, button, said)


def heatmap_is_as_worked_out(page: Page, office: Office, known: Kecamatan) -> None:
    screens.open_heatmap(
        page, office.address, f"wilayah={MERAWESI}&periode_layanan={name_period()}"
    )
    expect(page.get_by_text(f"Analisis situasi {YEAR}").first).to_be_visible()
    expect(page.get_by_text("disetujui").first).to_be_visible()
    drawn = screens.heat_cells(page)
    assert drawn.keys() == known.cells.keys()
    for key, cell in known.cells.items():
        shown = drawn[key]
        assert shown.words.endswith(f", {cell.status}"), (key, cell, shown)
        assert (shown.sign, shown.color) == LOOKS[cell.status], (key, cell, shown)
        check_figure(cell, shown.figure)
    statuses = Counter(cell.status for cell in known.cells.values())
    assert {"tercapai", "jauh dari target", "anomali", "tanpa target", "belum ada data"} <= {
        *statuses
    }


def name_period() -> str:
    return f"Analisis+situasi+{YEAR}"


def check_figure(cell: Cell, figure: str) -> None:
    if cell.percent is None:
        assert figure == "–"
        return
    assert abs(int(figure) - cell.percent) < 1
    if cell.target is not None:  # never rounded across its target
        assert (int(figure) >= cell.target) == (cell.percent >= cell.target), cell


def places_are_as_worked_out(
    page: Page, office: Office, known: Kecamatan, above: float, beside: str
) -> None:
    where = f"wilayah={MERAWESI}&periode_layanan={name_period()}"
    screens.open_screen(page, office.address, f"lokasi_masalah?{where}", "Lokasi masalah")
    if beside == "target":
        screens.choose_option(page, "Prevalensi relatif tinggi berarti", "di atas targetnya")
    types = known.types(above)
    for kind in TYPES:
        expect(screens.metric_of(page, kind)).to_have_text(str(Counter(types.values())[kind]))
    listed = screens.table(page, "Alasan")
    expect(listed).to_contain_text(f"di atas {beside}")
    names = {name: code for code, name in known.names.items()}
    rows = screens.rows_of(listed)
    assert rows
    for name, kind, *rest in rows:
        code = names[name]
        assert kind == types[code]
        if kind != "Belum dinilai":
            counts = known.count(code)
            judged = counts["tercapai"] + counts["hampir tercapai"] + counts["jauh dari target"]
            reason = next(words for words in rest if words.startswith("Prevalensi"))
            figures = f"({known.stunted[code]} dari {known.measured[code]} anak)"
            assert f"Prevalensi {format_pct(known.prevalence(code))} {figures}" in reason
            # Two decimals where one would make both figures look the same.
            assert any(f"{beside} {format_pct(above, n)}" in reason for n in (1, 2)), reason
            assert f"{judged - counts['tercapai']} dari {judged} layanan" in reason


def services_without_target_lead_to_targets(page: Page, office: Office) -> None:
    screens.open_heatmap(
        page, office.address, f"wilayah={MERAWESI}&periode_layanan={name_period()}"
    )
    said = f"2 layanan belum punya target {TARGET_YEAR}: BAD-4, RTM-5."
    expect(page.get_by_text(said)).to_be_visible()
    page.get_by_role("link", name="Buka halaman Target").click()
    # Bappeda sets them for the kabupaten; there it first sees what it may fill in.
    screens.expect_screen(page, "Target · Kabupaten Arunika")
    page.get_by_role("radio", name="Target yang berlaku").click()
    screens.wait_until_idle(page)
    services = screens.table(page, f"Target {TARGET_YEAR}")
    without = [row[0] for row in screens.rows_of(services) if row[2] == "tanpa target"]
    assert "BAD-4" in without


def dinkes_sets_its_targets(page: Page, office: Office) -> None:
    screens.sit_down(page, "dinkes.operator")
    screens.open_screen(page, office.address, f"target?tahun={YEAR}", "Target")
    grid = screens.table(page, "Layanan")
    screens.stand_in_cell(page, grid, 0, TARGET_YEAR - 2024)
    lines = [[f"{40 + 4.5 * (n % 4):.1f}".replace(".", ",")] for n in range(len(OF_DINKES))]
    screens.paste(page, lines)
    count = len(OF_DINKES)
    screens.press(page, f"Simpan {count} perubahan", f"{count} target sudah disimpan.")
    screens.press(page, "Ajukan", "Sudah diajukan kepada verifikator.")


def bappeda_sets_the_prevalence(page: Page, office: Office) -> None:
    screens.sit_down(page, "bappeda")
    screens.open_screen(page, office.address, f"target?tahun={YEAR}", "Target")
    grid = screens.table(page, "Dokumen")
    screens.type_in_cell(page, grid, 2, TARGET_YEAR - 2024, "5,25")
    screens.press(page, "Simpan 1 perubahan", "1 target sudah disimpan.")
