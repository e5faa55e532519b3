"""The entry workbook as it is written: what is locked, checked, hidden and beside."""

from collections.abc import Sequence
from io import BytesIO

import openpyxl
import pandas as pd
from openpyxl.workbook import Workbook

from analysis.entry_form import META_SHEET
from app.ansit_form import build_form, list_form_items
from app.documents.ansit_template import FormWords, write_form

UNITS = {"63.11.01.2001": "Suka Maju", "63.11.01.2002": "=1+1"}
Rows = Sequence[tuple[object, ...]]
COLUMNS = ["unit_code", "item_code", "value", "version"]


def make(now: Rows = (), before: Rows = ()) -> Workbook:
    form = build_form("63.11.01", "2026", UNITS)
    frames = [pd.DataFrame(rows, columns=COLUMNS) for rows in (now, before)]
    words = FormWords("Satu", "Analisis situasi 2026", "Analisis situasi 2025")
    return openpyxl.load_workbook(BytesIO(write_form(form, *frames, words)))


def test_each_party_has_a_sheet_with_all_of_its_items_and_every_item_stands_once() -> None:
    book = make()
    assert book.sheetnames == ["Petunjuk", "Puskesmas", "PLKB", "Setcam", META_SHEET]
    codes = [cell.value for name in book.sheetnames[1:4] for cell in book[name][4][2:]]
    assert len(codes) == len(set(codes)) == 16 + 31 + 13 + 1
    assert "S17" in [item.code for item in list_form_items("puskesmas")]


def test_codes_and_names_are_locked_and_only_entry_cells_are_open() -> None:
    page = make()["Puskesmas"]
    assert page.protection.sheet
    assert page["A7"].protection.locked
    assert page["B7"].protection.locked
    assert page["C4"].protection.locked
    assert not page["C7"].protection.locked
    assert page.freeze_panes == "C7"


def test_names_stay_text_and_there_is_no_formula_in_any_cell() -> None:
    book = make()
    assert book["Puskesmas"]["B8"].value == "=1+1"
    kinds = {cell.data_type for page in book for row in page.iter_rows() for cell in row}
    assert kinds == {"s", "n"}


def test_cells_take_whole_numbers_only_and_tell_the_figure_before() -> None:
    page = make(before=[("63.11.01.2001", "S04", 33, 1)])["Puskesmas"]
    checks = {str(each.sqref): each for each in page.data_validations.dataValidation}
    first = checks["C7"]
    assert (first.type, first.operator, first.formula1) == ("whole", "greaterThanOrEqual", "0")
    assert "Analisis situasi 2025: 33" in str(first.prompt)
    assert first.promptTitle == "Suka Maju"


def test_figures_stored_now_stand_in_their_cells_and_those_before_beside() -> None:
    book = make(
        now=[("63.11.01.2002", "S04", 7, 3), ("63.11.01.2001", "S04", pd.NA, 2)],
        before=[("63.11.01.2001", "S04", 33, 1)],
    )
    page = book["Puskesmas"]
    assert page["C4"].value == "S04"
    assert (page["C7"].value, page["C8"].value) == (None, 7)
    beside = next(cell for cell in page[4] if cell.value == "lalu S04")
    assert page.cell(7, beside.column).value == 33
    assert page.cell(7, beside.column).protection.locked
    hidden = book[META_SHEET]
    assert hidden.sheet_state == "hidden"
    rows = [[cell.value for cell in row] for row in hidden.iter_rows(min_row=6)]
    assert rows == [["63.11.01.2002", "S04", "7", "3"], ["63.11.01.2001", "S04", "", "2"]]
    assert not [cell.value for cell in book["PLKB"][4] if str(cell.value).startswith("lalu")]


def test_a_service_above_its_group_is_coloured_where_both_stand_on_the_sheet() -> None:
    rules = make()["Puskesmas"].conditional_formatting
    formulas = {formula for each in rules for rule in each.rules for formula in rule.formula}
    assert any(formula.count("ISNUMBER") == 3 for formula in formulas)  # S08 + S09
    assert len(list(make()["Setcam"].conditional_formatting)) == 1  # I30 of S16
