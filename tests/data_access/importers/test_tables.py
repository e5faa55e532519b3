from dataclasses import replace
from pathlib import Path

import pytest

from data_access.importers.cells import is_date, is_fraction, shown
from data_access.importers.tables import DEFAULT_LIMITS, read_table_file
from tests.corpus.tables import HOSTILE, write_csv, write_xlsx
from tests.data_access.importers.conftest import codes, say


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_file_is_refused_with_its_reason_and_nothing_is_read(
    case: str, tmp_path: Path
) -> None:
    name, build, code = HOSTILE[case]
    path = tmp_path / name
    build(path)
    table = read_table_file(path)
    assert codes(list(table.findings), "galat") == [code]
    assert table.sheets == {}
    assert say(list(table.findings))[0].endswith(".")


def test_cell_at_the_far_corner_is_named_by_row_and_column(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    HOSTILE["far corner"][1](path)
    (finding,) = read_table_file(path).findings
    assert (finding.row, finding.column) == (1_048_576, "XFD")


def test_memory_limit_ends_the_reading_and_not_the_server(tmp_path: Path) -> None:
    lines = [[f"desa {row} {column}" for column in range(20)] for row in range(20_000)]
    path = write_csv(tmp_path / "besar.csv", lines)
    table = read_table_file(path, replace(DEFAULT_LIMITS, memory_bytes=24 << 20))
    assert codes(list(table.findings)) == ["berkas_memori"]
    assert read_table_file(path).findings == ()


def test_clock_ends_the_reading(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["a", "b"]])
    table = read_table_file(path, replace(DEFAULT_LIMITS, wall_s=0))
    assert codes(list(table.findings)) == ["berkas_waktu"]


def test_missing_file_is_a_finding(tmp_path: Path) -> None:
    assert codes(list(read_table_file(tmp_path / "tiada.csv").findings)) == ["berkas_tidak_ada"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_delimiter_is_found_though_names_hold_others(delimiter: str, tmp_path: Path) -> None:
    lines = [["kode", "nama", "n"], ["99.01", 'Soka"an, I; II', "1"], ["99.02", "B\nC", "2"]]
    table = read_table_file(write_csv(tmp_path / "a.csv", lines, delimiter, "\r\n"))
    assert table.sheets[""] == lines


def test_csv_rows_keep_the_number_that_excel_shows(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('a,b\n\n"x\ny",2\n3,4\n')
    rows = read_table_file(path).sheets[""]
    assert rows[1] == []
    assert rows[3] == ["3", "4"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_encodings_give_the_same_text(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("kode,nama\n99.01,Désa – é\n".encode(encoding))
    assert read_table_file(path).sheets[""] == [["kode", "nama"], ["99.01", "Désa – é"]]


def test_excel_hint_of_the_delimiter_counts_as_a_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("sep=;\na;b,c\n")
    assert read_table_file(path).sheets[""] == [[], ["a", "b,c"]]


def test_workbook_cells_become_text_as_excel_shows_them(tmp_path: Path) -> None:
    from datetime import date

    line = [5615, 5615.0, 62.1, "1.234", date(2026, 4, 3), "0012", None, " x "]
    rows = read_table_file(write_xlsx(tmp_path / "a.xlsx", {"A": [line]})).sheets["A"]
    assert [shown(text) for text in rows[0]][:6] == [
        "5615", "5615", "62.1", "1.234", "2026-04-03 00:00:00", "0012"
    ]  # fmt: skip
    assert [is_fraction(text) for text in rows[0]][2:4] == [True, False]
    assert is_date(rows[0][4])
    assert rows[0][6:] == [None, "x"]


def test_formula_that_was_never_computed_is_reported(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"A": [["kode", "n"], ["99", "=1+1"]]})
    assert codes(list(read_table_file(path).findings)) == ["rumus_tanpa_nilai"]


def test_settings_and_passwords_do_not_reach_the_reading_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from data_access.importers import tables

    monkeypatch.setenv("KONVERGENSI_DATABASE_URL", "postgresql://u:rahasia@h/d")
    assert "rahasia" not in str(tables.child_environment())


def test_lists_by_name_never_leave_the_reading_process(tmp_path: Path) -> None:
    from tests.corpus.tables import BY_NAME, child_line

    lines = [BY_NAME, child_line("9901010101230001", "Suka Maju", "2025-08-03", "Pendek", "-2,5")]
    table = read_table_file(write_csv(tmp_path / "nama.csv", lines, ";"))
    assert table.sheets == {"": []}
    assert "9901010101230001" not in repr(table)
    assert "Anak Rekaan" not in repr(table)
