"""The list of people as an Excel template, and the passwords for first sign-ins as a list."""

from collections.abc import Sequence
from io import BytesIO

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from app.documents.columns import Column
from app.documents.excel import write_workbook
from app.text import accounts as text

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_WIDTHS = (28, 22, 28, 16, 16, 14, 24, 14)
_ROWS = 500


def write_template(regions: pd.DataFrame, agencies: pd.DataFrame) -> bytes:
    """Write the template: an empty list, instructions, and the codes that may stand in it.

    regions: code, name, level of the places that the admin manages. agencies: place, role, code,
    name of the agencies known there, in words.
    """
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        head = book.add_format({"bold": True, "bg_color": "#e5e7eb", "border": 1})
        plain = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        _write_list(book.add_worksheet(text.TEMPLATE_SHEET), head, plain)
        guide = [list(line) for line in text.TEMPLATE_GUIDE]
        _write_table(
            book.add_worksheet(text.TEMPLATE_GUIDE_SHEET), (), guide, (18, 90), head, plain
        )
        places = [
            [code, name, text.LEVEL_NAMES.get(level, level)]
            for code, name, level in regions[["code", "name", "level"]].itertuples(index=False)
        ]
        sheet = book.add_worksheet(text.TEMPLATE_REGION_SHEET)
        _write_table(sheet, text.TEMPLATE_REGION_HEADINGS, places, (14, 36, 18), head, plain)
        known = agencies[["place", "role", "code", "name"]].to_numpy().tolist()
        sheet = book.add_worksheet(text.TEMPLATE_AGENCY_SHEET)
        _write_table(sheet, text.TEMPLATE_AGENCY_HEADINGS, known, (30, 26, 16, 46), head, plain)
    return buffer.getvalue()


def write_passwords(passwords: pd.DataFrame) -> bytes:
    """Write passwords for first sign-ins: name, username, password, roles in words; a row each."""
    columns = [Column(key, heading) for key, heading in text.PASSWORD_COLUMNS.items()]
    return write_workbook(passwords, columns, text.SHEET_PASSWORDS, text.PASSWORD_NOTES)


def _write_list(page: Worksheet, head: Format, plain: Format) -> None:
    for index, (heading, width) in enumerate(zip(text.TEMPLATE_HEADINGS, _WIDTHS, strict=True)):
        page.set_column(index, index, width, plain)
        page.write_string(0, index, heading, head)
    roles = [name.lower() for name in text.ROLE_NAMES.values()]
    role_column = text.TEMPLATE_HEADINGS.index("Peran")
    page.data_validation(1, role_column, _ROWS, role_column, {"validate": "list", "source": roles})
    page.freeze_panes(1, 2)


def _write_table(
    page: Worksheet,
    headings: Sequence[str],
    lines: Sequence[Sequence[str]],
    widths: Sequence[int],
    head: Format,
    plain: Format,
) -> None:
    for index, width in enumerate(widths):
        page.set_column(index, index, width)
    for index, heading in enumerate(headings):
        page.write_string(0, index, heading, head)
    start = 1 if headings else 0
    for row, line in enumerate(lines, start=start):
        for index, value in enumerate(line):
            page.write_string(row, index, str(value), plain)
    page.freeze_panes(start, 0)
