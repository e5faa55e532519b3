"""Excel files: real numbers with formats, frozen header, filter, a sheet that explains."""

import math
from collections.abc import Collection, Sequence
from io import BytesIO

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from app.documents.columns import Column, Kind, Notes
from app.text import documents as text

_NUMBER_FORMATS: dict[Kind, str] = {
    "count": "#,##0",
    "pct": "0.00",
    "poin": "+0.00;-0.00;0.00",
    "idr": "#,##0",
    "date": "yyyy-mm-dd",
}
_WIDTHS: dict[Kind, int] = {"text": 28, "count": 12, "pct": 12, "poin": 14, "idr": 18, "date": 12}
# Text stays text: a name that begins with "=" or "http" is a name.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}


def write_workbook(table: pd.DataFrame, columns: list[Column], sheet: str, notes: Notes) -> bytes:
    """Write a table as an Excel workbook.

    `table`: a row a region, in the order shown; `columns` picks and names what is written. A
    missing figure is an empty cell (a zero would be a claim, a word would break sums). `notes` fill
    the sheet "Keterangan".
    """
    return write_sheets([(table, columns, sheet)], notes)


def write_sheets(sheets: Sequence[tuple[pd.DataFrame, list[Column], str]], notes: Notes) -> bytes:
    """Write several tables as one workbook, a sheet each, as `write_workbook` does.

    `sheets`: table, columns, name; names that would meet get a number.
    """
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        if sheets:
            book.set_properties({"title": sheets[0][2]})
        header = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#e5e7eb", "border": 1}
        )
        taken = {text.SHEET_NOTES.lower()} if len(sheets) > 1 else set()
        for table, columns, sheet in sheets:
            name = _safe_sheet_name(sheet, taken)
            taken.add(name.lower())
            _write_table(book, book.add_worksheet(name), header, table, columns)
        _write_notes(book, notes)
    return buffer.getvalue()


def _write_table(
    book: xlsxwriter.Workbook,
    page: Worksheet,
    header: Format,
    table: pd.DataFrame,
    columns: list[Column],
) -> None:
    for index, column in enumerate(columns):
        form = _make_format(book, column)
        width = column.width or _WIDTHS[column.kind]
        page.set_column(index, index, width, form)
        page.write_string(0, index, column.heading, header)
        _write_column(page, index, table[column.key], column.kind, form)
    page.freeze_panes(1, _count_leading_text(columns))
    if columns:
        page.autofilter(0, 0, max(len(table), 1), len(columns) - 1)
    page.set_landscape()
    page.repeat_rows(0)
    page.fit_to_pages(1, 0)


def _safe_sheet_name(name: str, taken: Collection[str] = ()) -> str:
    cleaned = "".join(" " if mark in "[]:*?/\\" else mark for mark in name).strip("' ")
    short = cleaned[:31] or text.SHEET_TABLE
    number = 2
    while short.lower() in taken:
        ending = f" ({number})"
        short, number = f"{cleaned[: 31 - len(ending)]}{ending}", number + 1
    return short


def _make_format(book: xlsxwriter.Workbook, column: Column) -> Format:
    known = _NUMBER_FORMATS.get(column.kind)
    return book.add_format({"num_format": known} if known else {"num_format": "@"})


def _write_column(page: Worksheet, index: int, values: pd.Series, kind: Kind, form: Format) -> None:
    for row, value in enumerate(values.tolist(), start=1):
        if value is None or value is pd.NA or value is pd.NaT:
            continue
        if isinstance(value, float) and not math.isfinite(value):
            continue
        if kind == "text":
            page.write_string(row, index, str(value), form)
        elif kind == "date":
            page.write_datetime(row, index, value, form)
        else:
            page.write_number(row, index, float(value), form)


def _count_leading_text(columns: list[Column]) -> int:
    """Columns to keep in sight while scrolling sideways: the names in front, two at most."""
    leading = 0
    while leading < min(2, len(columns)) and columns[leading].kind == "text":
        leading += 1
    return leading


def _write_notes(book: xlsxwriter.Workbook, notes: Notes) -> None:
    page = book.add_worksheet(text.SHEET_NOTES)
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    page.set_column(0, 0, 26)
    page.set_column(1, 1, 90)
    for row, (label, value) in enumerate([*notes, text.EMPTY_CELLS]):
        page.write_string(row, 0, label, bold)
        page.write_string(row, 1, value, wrapped)
