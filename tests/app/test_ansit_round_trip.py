"""The entry workbook: made, filled by a script for 40 desa, with 30 faults, then corrected."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import Result
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from sqlalchemy import Engine

from app.actions.ansit import import_ansit
from app.text.findings import describe, describe_parts
from data_access.database import make_engine
from data_access.reads.isian import read_cells
from data_access.upgrade import upgrade_schema
from geo.findings import Finding
from tests.corpus.ansit import (
    DESA,
    FIRST_ROW,
    KECAMATAN,
    OTHER,
    PERIOD,
    add_regions,
    column_of,
    fill,
    make_values,
    open_template,
    save,
)

P, K, S = "Puskesmas", "PLKB", "Setcam"


@pytest.fixture
def place(tmp_path: Path) -> Engine:
    engine = make_engine(f"sqlite:///{tmp_path / 'uji.db'}")
    upgrade_schema(engine)
    add_regions(engine)
    return engine


def stored(engine: Engine) -> dict[tuple[str, str], object]:
    cells = read_cells(engine, KECAMATAN, PERIOD)
    return {(row.unit_code, row.item_code): row.value for row in cells.itertuples(index=False)}


def at(desa: int) -> int:
    """The row in which a desa stands."""
    return FIRST_ROW + desa


# Sheet, desa by its place (or None), item (or a column), what is written, and the code it must get.
CELLS: list[tuple[str, int, str, object, str]] = [
    (P, 0, "S04", "tiga puluh", "ansit_angka_tak_terbaca"),
    (P, 1, "S05", -4, "ansit_angka_negatif"),
    (P, 2, "S07", 3.5, "ansit_angka_pecahan"),
    (P, 3, "I01", "85%", "ansit_angka_persen"),
    (P, 4, "I02", date(2026, 3, 4), "ansit_angka_tanggal"),
    (P, 5, "I03", "1,234", "ansit_angka_rancu"),
    (P, 6, "I04", 999_999_999_999, "ansit_angka_terlalu_besar"),
    (P, 7, "I07", "=C14+1", "ansit_rumus"),
    (P, 8, "I08", "12,5", "ansit_angka_pecahan"),
    (P, 9, "I09", "1e3", "ansit_angka_tak_terbaca"),
    (P, 10, "D01", "±5", "ansit_angka_tak_terbaca"),
    (P, 11, "S17", 0.85, "ansit_angka_pecahan"),
    (K, 0, "S06", "12 orang", "ansit_angka_tak_terbaca"),
    (K, 1, "I05", "-3", "ansit_angka_negatif"),
    (K, 2, "I25", True, "ansit_angka_tak_terbaca"),
    (S, 0, "S01", "#REF!", "ansit_angka_tak_terbaca"),
    (S, 1, "S03", "2.5.1", "ansit_angka_pecahan"),
    (S, 2, "I31", 4, "ansit_bukan_nol_atau_satu"),
    (S, 3, "S02", 9_000, "ansit_bagian_di_atas_kelompok"),
    (P, 20, "S12", 700, "ansit_bagian_di_atas_kelompok"),
]


def put_faults(book: Workbook) -> list[tuple[str, int, str, str]]:
    """Spoil 30 places; gives sheet, row, column letter and code of each."""
    expected = []
    for sheet, desa, item, written, code in CELLS:
        column = column_of(book, sheet, item)
        book[sheet].cell(at(desa), column).value = written
        expected.append((sheet, at(desa), get_column_letter(column), code))
    book[P].cell(at(30), 1).value = None
    expected.append((P, at(30), "A", "ansit_kode_kosong"))
    book[P].cell(at(31), 1).value = DESA[29]
    expected.append((P, at(31), "A", "ansit_desa_ganda"))
    book[K].cell(at(30), 1).value = f"{OTHER}.2001"
    expected.append((K, at(30), "A", "ansit_desa_asing"))
    book[K].cell(at(31), 1).value = f"{KECAMATAN}.2999"
    expected.append((K, at(31), "A", "ansit_desa_tak_dikenal"))
    book[K].cell(at(32), 1).value = "6311.01"
    expected.append((K, at(32), "A", "ansit_kode_rusak"))
    book[S].cell(at(33), 2).value = "Desa Lain Sama Sekali"
    expected.append((S, at(33), "B", "ansit_nama_beda"))
    heading = column_of(book, S, "D10")
    book[S].cell(4, heading).value = "D99"
    expected.append((S, 4, get_column_letter(heading), "ansit_judul_berubah"))
    first = column_of(book, S, "D12")
    book[S].merge_cells(start_row=at(5), end_row=at(6), start_column=first, end_column=first)
    expected.append((S, at(5), get_column_letter(first), "ansit_gabung"))
    book[S].cell(at(7), 40).value = "lihat catatan"
    expected.append((S, at(7), "AN", "ansit_kolom_lebih"))
    book[P].cell(at(45), 1).value = f"{KECAMATAN}.2888"
    book[P].cell(at(45), 3).value = 5
    expected.append((P, at(45), "A", "ansit_desa_tak_dikenal"))
    return expected


def place_of(finding: Finding) -> tuple[str | None, int | None, str, str]:
    letter = (finding.column or "").partition(" ")[0]
    return finding.sheet, finding.row, letter, finding.code


def test_thirty_faults_are_all_named_and_nothing_is_written(place: Engine, tmp_path: Path) -> None:
    book = open_template(place)
    fill(book, make_values())
    expected = put_faults(book)
    assert len(expected) == 30
    outcome = import_ansit(place, save(book, tmp_path / "rusak.xlsx"), actor="uji")
    named = [place_of(each) for each in outcome.findings if each.severity == "galat"]
    assert [each for each in expected if each not in named] == []
    # What else is named follows from those thirty: rows whose desa is gone, and what it takes in.
    others = {code for sheet, row, letter, code in named} - {code for *_, code in expected}
    assert others <= {"ansit_desa_hilang"}
    assert outcome.written is None
    assert stored(place) == {}
    for finding in outcome.findings:
        what, remedy = describe_parts(finding)
        assert what, finding
        assert remedy or finding.severity == "catatan", finding


def test_corrected_it_loads_and_every_figure_stands_as_typed(place: Engine, tmp_path: Path) -> None:
    book = open_template(place)
    fill(book, make_values())
    path = save(book, tmp_path / "benar.xlsx")
    outcome = import_ansit(place, path, actor="uji")
    assert [describe(each) for each in outcome.findings if each.severity == "galat"] == []
    assert outcome.written is not None
    assert stored(place) == make_values()
    assert len(make_values()) == 40 * 61
    again = import_ansit(place, path, actor="uji")
    assert again.written is None
    assert [each.code for each in again.findings][-1] == "ansit_tanpa_perubahan"
    assert stored(place) == make_values()


def test_a_dry_run_names_what_would_change_and_writes_nothing(
    place: Engine, tmp_path: Path
) -> None:
    book = open_template(place)
    fill(book, {(DESA[0], "S04"): 34})
    outcome = import_ansit(place, save(book, tmp_path / "x.xlsx"), actor="uji", dry_run=True)
    assert outcome.figures["baru"] == 1
    assert stored(place) == {}


def test_a_sorted_or_partly_filled_sheet_is_read_by_its_codes(
    place: Engine, tmp_path: Path
) -> None:
    book = open_template(place)
    page, column = book[P], column_of(book, P, "S04")
    for row, desa in enumerate(reversed(DESA), start=FIRST_ROW):
        page.cell(row, 1).value, page.cell(row, 2).value = desa, f"Wilayah {desa}"
        page.cell(row, column).value = int(desa[-4:]) if desa != DESA[3] else "-"
    outcome = import_ansit(place, save(book, tmp_path / "x.xlsx"), actor="uji")
    assert outcome.written is not None, outcome.findings
    names = {row.unit_code: row.value for row in read_cells(place, KECAMATAN, PERIOD).itertuples()}
    assert names == {desa: int(desa[-4:]) for desa in DESA if desa != DESA[3]}


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda book: book.remove(book["_konvergensi"]), "ansit_bukan_templat"),
        (lambda book: _set(book, "_konvergensi", 2, 2, "lama"), "ansit_templat_lama"),
        (lambda book: _set(book, "_konvergensi", 3, 2, "11.11.11"), "ansit_wilayah_tak_dikenal"),
        (lambda book: _set(book, "_konvergensi", 3, 2, "<b>{{7*7}}"), "ansit_wilayah_tak_dikenal"),
        (lambda book: _set(book, "_konvergensi", 4, 2, "2026-S3"), "ansit_periode_tak_dikenal"),
        (lambda book: _set(book, "_konvergensi", 4, 2, "²⁰²⁶"), "ansit_periode_tak_dikenal"),
        (lambda book: _set(book, "_konvergensi", 4, 2, "2045"), "ansit_periode_tak_dikenal"),
        (lambda book: _set(book, "_konvergensi", 5, 1, "x"), "ansit_lembar_tersembunyi"),
        (lambda book: _rename(book, P, "Puskesmas (2)"), "ansit_lembar_asing"),
        (lambda book: book[P].delete_rows(4), "ansit_judul_hilang"),
        (lambda book: _set(book, P, 20_000, 1, "jauh"), "berkas_baris_terlalu_banyak"),
    ],
)
def test_a_workbook_that_is_no_longer_the_form_is_refused(
    place: Engine, tmp_path: Path, spoil: Callable[[Workbook], None], code: str
) -> None:
    book = open_template(place)
    fill(book, {(DESA[0], "S04"): 34})
    spoil(book)
    outcome = import_ansit(place, save(book, tmp_path / "x.xlsx"), actor="uji")
    assert code in [each.code for each in outcome.findings if each.severity == "galat"]
    assert stored(place) == {}
    assert all("{{" not in describe(each) for each in outcome.findings)


def _set(book: Workbook, sheet: str, row: int, column: int, value: object) -> None:
    book[sheet].cell(row, column).value = value


def _rename(book: Workbook, old: str, new: str) -> None:
    book[old].title = new


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04rusak", b"kode,nama\n1,2\n", b"\xd0\xcf\x11\xe0"]
)
def test_a_file_that_is_no_workbook_is_refused(
    place: Engine, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    outcome = import_ansit(place, path, actor="uji")
    assert outcome.error_count
    assert stored(place) == {}


def test_the_command_line_makes_the_template_and_takes_it_back(
    run: Callable[..., Result], engine: Engine, tmp_path: Path
) -> None:
    upgrade_schema(engine)
    add_regions(engine)
    path = tmp_path / "isian.xlsx"
    made = run("template", "ansit", "--kecamatan", KECAMATAN, "--periode", PERIOD, "--out", path)
    assert made.exit_code == 0, made.output
    book = openpyxl.load_workbook(path)
    fill(book, {(DESA[0], "S04"): 34, (DESA[1], "S04"): 35})
    book.save(path)
    checked = run("import", "ansit", path, "--dry-run")
    assert "2 sel baru" in checked.output
    assert stored(engine) == {}
    done = run("import", "ansit", path)
    assert "Tersimpan" in done.output, done.output
    assert stored(engine) == {(DESA[0], "S04"): 34, (DESA[1], "S04"): 35}
    again = run("import", "ansit", path)
    assert again.exit_code == 0
    assert "sudah tersimpan" in again.output
    for arguments in (
        ("--kecamatan", "99.99.99", "--periode", PERIOD),
        ("--kecamatan", KECAMATAN, "--periode", "2026-08"),
    ):
        assert run("template", "ansit", *arguments).exit_code == 1
