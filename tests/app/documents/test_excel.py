from io import BytesIO
from math import nan

import openpyxl
import pandas as pd

from app.documents.columns import Column
from app.documents.excel import write_workbook

COLUMNS = [
    Column("code", "Kode"),
    Column("name", "Wilayah"),
    Column("stunting_jiwa", "Balita stunting", "count"),
    Column("prevalensi_pct", "Prevalensi (%)", "pct"),
    Column("perubahan_poin", "Perubahan (poin)", "poin"),
]
TABLE = pd.DataFrame(
    {
        "code": ["62.10.01.2001", "62.10.01.2002"],
        "name": ['=HYPERLINK("http://x")', "O'o"],
        "stunting_jiwa": pd.array([1043, None], dtype="Int64"),
        "prevalensi_pct": [22.8655, nan],
        "perubahan_poin": [-2.7, nan],
    }
)


def read(notes=(("Sumber", "e-PPGBM"),), table=TABLE):
    return openpyxl.load_workbook(BytesIO(write_workbook(table, COLUMNS, "Prevalensi", notes)))


def test_figures_are_numbers_with_formats() -> None:
    sheet = read()["Prevalensi"]
    assert sheet["C2"].value == 1043
    assert sheet["D2"].value == 22.8655
    assert (sheet["C2"].number_format, sheet["D2"].number_format) == ("#,##0", "0.00")
    assert sheet["A2"].value == "62.10.01.2001"
    assert sheet["A2"].number_format == "@"


def test_missing_figures_are_empty_cells() -> None:
    sheet = read()["Prevalensi"]
    assert [sheet.cell(3, column).value for column in (3, 4, 5)] == [None, None, None]


def test_a_name_that_looks_like_a_formula_or_link_stays_text() -> None:
    cell = read()["Prevalensi"]["B2"]
    assert cell.data_type == "s"
    assert cell.value == '=HYPERLINK("http://x")'
    assert cell.hyperlink is None


def test_header_is_frozen_and_filtered() -> None:
    sheet = read()["Prevalensi"]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:E3"


def test_the_notes_sheet_says_where_the_figures_come_from() -> None:
    notes = read((("Sumber", "e-PPGBM"), ("Periode", "Agustus 2025")))["Keterangan"]
    rows = {row[0].value: row[1].value for row in notes.iter_rows()}
    assert rows["Periode"] == "Agustus 2025"
    assert rows["Sel kosong"] == "Belum ada data, bukan nol."


def test_an_empty_table_is_still_a_workbook_with_headings() -> None:
    sheet = read(table=TABLE.iloc[:0])["Prevalensi"]
    assert sheet["D1"].value == "Prevalensi (%)"
