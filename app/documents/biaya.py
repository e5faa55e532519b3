"""Unit costs and needs of a region as Excel."""

from datetime import datetime

import pandas as pd

from app.documents.columns import Column, Kind, Notes
from app.documents.excel import write_workbook
from app.format import format_date
from app.text import biaya as text

_KINDS: dict[str, tuple[str, Kind, int | None]] = {
    "label": ("label", "text", 16),
    "name": ("name", "text", 60),
    "cost": ("cost_idr", "idr", None),
    "year": ("cost_year", "text", 12),
    "source": ("cost_source", "text", 30),
    "reach": ("reach", "count", 14),
    "need": ("need_idr", "idr", None),
    "note": ("note", "text", 40),
}
COLUMNS = [
    Column(_KINDS[name][0], heading, _KINDS[name][1], _KINDS[name][2])
    for name, heading in text.COLUMNS.items()
]


def list_notes(region: str, year: int, period: str, made_on: datetime, *, demo: bool) -> Notes:
    """Region, budget year, period of services and day, as label and value."""
    notes = [
        (text.NOTE_REGION, region),
        (text.NOTE_YEAR, str(year)),
        (text.NOTE_PERIOD, period),
        (text.NOTE_MADE, format_date(made_on)),
    ]
    return [text.NOTE_DEMO, *notes] if demo else notes


def to_xlsx(table: pd.DataFrame, notes: Notes) -> bytes:
    """The table of `app.cost_figures.tabulate_needs` with its note, as Excel."""
    return write_workbook(table, COLUMNS, text.SHEET, notes)
