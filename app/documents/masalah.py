"""Problems and proposals as a table for screens and as Excel."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from app.documents.columns import Column, Notes
from app.documents.excel import write_workbook
from app.text import masalah as text

_WIDTHS = {
    "place_code": 15,
    "place": 24,
    "item_code": 8,
    "service": 36,
    "aspect": 20,
    "factor": 14,
    "problem": 50,
    "cause": 50,
    "recommendation": 50,
    "proposal": 50,
    "agency": 18,
    "who": 20,
    "when": 22,
}
COLUMNS = [Column(key, heading, "text", _WIDTHS[key]) for key, heading in text.COLUMNS.items()]


def tabulate_problems(rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """A row a problem with the columns of `COLUMNS`, all text, missing where nothing is said."""
    return pd.DataFrame(rows, columns=[column.key for column in COLUMNS])


def to_xlsx(table: pd.DataFrame, notes: Notes) -> bytes:
    """An Excel workbook: the problems and a sheet of notes."""
    return write_workbook(table, COLUMNS, text.SHEET, notes)
