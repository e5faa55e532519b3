"""CSV files for scripts and spreadsheets, safe to open in a spreadsheet."""

import csv
import math
from io import StringIO

import pandas as pd

from app.documents.columns import Column

# A spreadsheet takes a cell that begins so for a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(table: pd.DataFrame, columns: list[Column]) -> bytes:
    """Write a table as CSV: UTF-8 with a mark, commas, decimal points, headings in the first row.

    Text that a spreadsheet would run gets a leading apostrophe. A missing figure is an empty cell;
    figures keep every digit.
    """
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([guard_text(column.heading) for column in columns])
    cells = [_write_column(table[column.key], column) for column in columns]
    writer.writerows(zip(*cells, strict=True))
    return buffer.getvalue().encode("utf-8-sig")


def guard_text(value: str) -> str:
    """Put an apostrophe before text that a spreadsheet would take for a formula."""
    return f"'{value}" if value.startswith(_FORMULA_STARTS) else value


def _write_column(values: pd.Series, column: Column) -> list[str]:
    return [_write_cell(value, column) for value in values.tolist()]


def _is_nan(value: object) -> bool:
    return isinstance(value, float) and math.isnan(value)


def _write_cell(value: object, column: Column) -> str:
    if value is None or value is pd.NA or value is pd.NaT or _is_nan(value):
        return ""
    if column.kind in ("text", "date"):
        return guard_text(str(value))
    number = float(value)  # type: ignore[arg-type]
    return str(int(number)) if number.is_integer() else repr(number)
