"""Programmes of desa and partners as Excel: the list to read, and the table to fill in."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from app.documents.columns import Column, Kind, Notes
from app.documents.excel import write_workbook
from app.format import format_date
from app.program_words import name_desa, name_services
from app.text import program as text

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
_MONEY = ("amount_idr", "realisation_june_idr", "realisation_december_idr")
_WIDTHS = {"activity": 50, "service": 44, "partner": 30, "review_note": 40, "volume": 10}
_FILL_WIDTHS = (12, 34, 20, 30, 50, 44, 10, 14, 18)
_ROOM = 500


def list_notes(region: str, year: int, made_on: datetime, *, demo: bool) -> Notes:
    """Region, year, day and rule, as label and value."""
    notes = [
        (text.NOTE_REGION, region),
        (text.NOTE_YEAR, str(year)),
        (text.NOTE_MADE, format_date(made_on)),
        text.NOTE_RULE,
    ]
    return [text.NOTE_DEMO, *notes] if demo else notes


def to_xlsx(table: pd.DataFrame, notes: Notes) -> bytes:
    """The list as Excel: codes beside names, real rupiah, a sheet of notes."""
    columns = [Column(key, heading) for key, heading in text.LIST_EXTRA.items()]
    columns += [
        Column(key, heading, _kind_of(key), _WIDTHS.get(key))
        for key, heading in text.LIST_COLUMNS.items()
    ]
    return write_workbook(table, columns, text.LIST_SHEET, notes)


def _kind_of(key: str) -> Kind:
    return "idr" if key in _MONEY else "text"


def write_template(rows: Sequence[Mapping[str, object]], desa: Mapping[str, str]) -> bytes:
    """The table to fill in: what is stored, room for more, lists to choose from, a guide.

    `rows`: by the keys of `TEMPLATE_COLUMNS`; `desa`: name by code.
    """
    places = [name_desa(code, name) for code, name in desa.items()]
    lists = {
        "desa": (text.SHEET_DESA, places),
        "service": (text.SHEET_SERVICES, list(name_services().values())),
    }
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        head = book.add_format({"bold": True, "bg_color": "#e5e7eb", "border": 1})
        plain = book.add_format({"num_format": "@"})
        page = book.add_worksheet(text.SHEET)
        forms = {
            "volume": book.add_format(),
            "amount_idr": book.add_format({"num_format": "#,##0"}),
        }
        _write_rows(page, rows, head, plain, forms)
        _add_lists(page, len(rows) + _ROOM, lists)
        for name, options in lists.values():
            sheet = book.add_worksheet(name)
            sheet.set_column(0, 0, 80, plain)
            for row, option in enumerate(options):
                sheet.write_string(row, 0, option, plain)
        _write_guide(book.add_worksheet(text.SHEET_GUIDE), book)
    return buffer.getvalue()


def _write_rows(
    page: Worksheet,
    rows: Sequence[Mapping[str, object]],
    head: Format,
    plain: Format,
    numbers: Mapping[str, Format],
) -> None:
    for index, (key, heading) in enumerate(text.TEMPLATE_COLUMNS.items()):
        form = numbers.get(key, plain)
        page.set_column(index, index, _FILL_WIDTHS[index], form)
        page.write_string(0, index, heading, head)
        for line, row in enumerate(rows, start=1):
            value = row[key]
            if value is None or pd.isna(value):
                continue
            if key in numbers:
                page.write_number(line, index, float(str(value)), form)
            else:
                page.write_string(line, index, str(value), form)
    page.freeze_panes(1, 2)


def _add_lists(page: Worksheet, last: int, lists: Mapping[str, tuple[str, Sequence[str]]]) -> None:
    columns = list(text.TEMPLATE_COLUMNS)
    for key, (sheet, options) in lists.items():
        place = columns.index(key)
        source = f"='{sheet}'!$A$1:$A${max(len(options), 1)}"
        page.data_validation(1, place, last, place, {"validate": "list", "source": source})
    place = columns.index("source")
    sources = list(text.SOURCES.values())
    page.data_validation(1, place, last, place, {"validate": "list", "source": sources})
    money = {
        "validate": "decimal",
        "criteria": ">=",
        "value": 0,
        "input_title": text.TEMPLATE_HINT_TITLE,
        "input_message": text.TEMPLATE_HINT,
        # A warning only: the reader names every bad cell with its place anyway.
        "error_type": "warning",
    }
    place = columns.index("amount_idr")
    page.data_validation(1, place, last, place, money)


def _write_guide(page: Worksheet, book: xlsxwriter.Workbook) -> None:
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    page.set_column(0, 0, 24)
    page.set_column(1, 1, 90)
    for row, (label, line) in enumerate(text.TEMPLATE_GUIDE):
        page.write_string(row, 0, label, bold)
        page.write_string(row, 1, line, wrapped)
