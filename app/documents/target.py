"""The table of targets as Excel, made to be edited and handed in again."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from io import BytesIO

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from app.documents.columns import Notes
from app.format import format_date
from app.target_items import YEARS, documents_of, read_target_items
from app.text import documents as document_text
from app.text import target as text
from app.text.screens import DEMO_MARK

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
_WIDTHS = {"wilayah": 13, "item": 11, "label": 14, "name": 60, "cluster": 34, "document": 12}
_IN_FORCE_WIDTHS = (11, 60, 8, 11, 14, 30, 10)


def tabulate_targets(
    targets: pd.DataFrame, code: str, items: Sequence[str] | None = None
) -> pd.DataFrame:
    """A region's own targets, a row an item and document, a column a year; NaN no target.

    `targets`: see `data_access.reads.target`. `items`: only these codes. Rows without any target
    stand there too, so that they can be filled; years are those of the plans and those stored.
    """
    own = targets[targets["wilayah_code"] == code]
    values = {
        (row.item_code, row.document, int(row.year)): float(row.target_pct)
        for row in own.itertuples(index=False)
    }
    rows = []
    for item in read_target_items().values():
        if items is not None and item.code not in items:
            continue
        for document in documents_of(item.code):
            row: dict[str, object] = {
                "wilayah": code,
                "item": item.code,
                "label": item.label,
                "name": item.name,
                "cluster": item.cluster,
                "document": document,
            }
            stored = {year for i, d, year in values if (i, d) == (item.code, document)}
            for year in sorted({*YEARS, *stored}):
                row[str(year)] = values.get((item.code, document, year))
            rows.append(row)
    frame = pd.DataFrame(rows)
    years = sorted(name for name in frame.columns if name.isdigit())
    return frame[[*text.SHEET_COLUMNS, *years]]


def list_notes(region: str, made_on: datetime, *, demo: bool) -> Notes:
    """Region, day and rules, as label and value."""
    notes = [
        (text.NOTE_REGION, region),
        (text.NOTE_MADE, format_date(made_on)),
        (text.NOTE_RULES, text.NOTE_RULES_TEXT),
        (text.NOTE_IN_FORCE, text.NOTE_IN_FORCE_TEXT),
    ]
    return [(text.NOTE_DEMO, DEMO_MARK), *notes] if demo else notes


def to_xlsx(
    table: pd.DataFrame,
    in_force: pd.DataFrame,
    names: Callable[[str], str] | Mapping[str, str],
    notes: Notes,
) -> bytes:
    """An Excel workbook: the table to edit, the targets in force, and notes.

    `table`: of `tabulate_targets`. `in_force`: year, item_code, target_pct, target_dari, dokumen.
    `names`: the name of each region in `target_dari`.
    """
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        head = book.add_format({"bold": True, "bg_color": "#e5e7eb", "border": 1})
        plain = book.add_format({"num_format": "@"})
        number = book.add_format({"num_format": "0.00"})
        _write_table(book.add_worksheet(text.SHEET), table, head, plain, number)
        page = book.add_worksheet(text.SHEET_IN_FORCE)
        _write_in_force(page, in_force, table["wilayah"].iloc[0], names, (head, plain, number))
        _write_notes(book.add_worksheet(document_text.SHEET_NOTES), notes, book)
    return buffer.getvalue()


def _write_table(
    page: Worksheet, table: pd.DataFrame, head: Format, plain: Format, number: Format
) -> None:
    fixed = len(text.SHEET_COLUMNS)
    for index, key in enumerate(table.columns):
        page.set_column(index, index, _WIDTHS.get(key, 9), plain if index < fixed else number)
        page.write_string(0, index, text.SHEET_COLUMNS.get(key, key), head)
        for row, value in enumerate(table[key].tolist(), start=1):
            if index < fixed:
                page.write_string(row, index, str(value), plain)
            elif value is not None and not pd.isna(value):
                page.write_number(row, index, float(value), number)
    rule = {
        "validate": "decimal",
        "criteria": "between",
        "minimum": 0,
        "maximum": 100,
        "input_title": text.CELL_HINT_TITLE,
        "input_message": text.CELL_HINT,
        # A warning only: the reader names every bad cell with its place anyway.
        "error_type": "warning",
    }
    page.data_validation(1, fixed, len(table), len(table.columns) - 1, rule)
    page.freeze_panes(1, fixed)
    page.autofilter(0, 0, len(table), len(table.columns) - 1)


def _write_in_force(
    page: Worksheet,
    in_force: pd.DataFrame,
    code: str,
    names: Callable[[str], str] | Mapping[str, str],
    formats: tuple[Format, Format, Format],
) -> None:
    head, plain, number = formats
    name = names if callable(names) else names.__getitem__
    for index, heading in enumerate(text.IN_FORCE_COLUMNS.values()):
        page.set_column(index, index, _IN_FORCE_WIDTHS[index])
        page.write_string(0, index, heading, head)
    items = read_target_items()
    ordered = in_force.sort_values(["item_code", "year"])
    for row, line in enumerate(ordered.itertuples(index=False), start=1):
        page.write_string(row, 0, str(line.item_code), plain)
        page.write_string(row, 1, items[str(line.item_code)].name, plain)
        page.write_number(row, 2, int(str(line.year)))
        page.write_number(row, 3, float(str(line.target_pct)), number)
        page.write_string(row, 4, text.DOCUMENTS[str(line.dokumen)], plain)
        page.write_string(row, 5, name(str(line.target_dari)), plain)
        page.write_string(row, 6, text.NO if line.target_dari == code else text.YES, plain)
    page.freeze_panes(1, 2)


def _write_notes(page: Worksheet, notes: Notes, book: xlsxwriter.Workbook) -> None:
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    page.set_column(0, 0, 26)
    page.set_column(1, 1, 90)
    for row, (label, value) in enumerate(notes):
        page.write_string(row, 0, label, bold)
        page.write_string(row, 1, value, wrapped)
