"""Chains and the fate of proposals as files."""

from collections.abc import Sequence
from datetime import datetime

import pandas as pd

from app.documents.columns import Column, Kind, Notes
from app.documents.exported import Exported
from app.format import format_date
from app.text import benang as text
from app.text import lokasi as problem_text

_KINDS: dict[str, tuple[Kind, int | None]] = {
    "code": ("text", 15),
    "item": ("text", 9),
    "service": ("text", 40),
    "cakupan_pct": ("pct", None),
    "target_pct": ("pct", None),
    "causes": ("text", 50),
    "activity": ("text", 50),
    "lines": ("text", 60),
    "promises": ("text", 50),
    "budget_idr": ("idr", 18),
    "realised_idr": ("idr", 18),
    "amount_idr": ("idr", 18),
    "rise": ("poin", None),
    "number": ("text", 20),
}
_TEXT: tuple[Kind, int | None] = ("text", 22)
THREAD_COLUMNS = [
    Column(key, heading, *_KINDS.get(key, _TEXT)) for key, heading in text.HEADINGS.items()
]
FATE_COLUMNS = [
    Column(key, heading, *_KINDS.get(key, _TEXT)) for key, heading in text.FATE_HEADINGS.items()
]


def export_threads(table: pd.DataFrame, notes: Notes) -> Exported:
    """Chains in words (of `app.thread_words.tabulate_words`)."""
    return Exported(table.reset_index(drop=True), THREAD_COLUMNS, text.SHEET, notes)


def export_fates(table: pd.DataFrame, notes: Notes) -> Exported:
    """Proposals with what became of each (of `app.thread_words.tabulate_fates`)."""
    return Exported(table.reset_index(drop=True), FATE_COLUMNS, text.FATE_SHEET, notes)


def list_notes(
    region_name: str, year: int, extra: Sequence[tuple[str, str]], *, demo: bool, made_on: datetime
) -> list[tuple[str, str]]:
    """Whose figures these are, of which year, and what else must be known of them."""
    notes = [
        (problem_text.NOTE_REGION, region_name),
        (text.NOTE_YEAR, str(year)),
        *extra,
        (problem_text.NOTE_MADE, format_date(made_on)),
    ]
    return [text.DEMO, *notes] if demo else notes


def list_thread_rules(later: str) -> list[tuple[str, str]]:
    """What a break means and how chains are joined; `later`: the last period in words."""
    return [
        (text.NOTE_LATER, later),
        (text.NOTE_BREAK, text.BREAK_RULE),
        (text.NOTE_JOIN, text.JOIN_RULE),
    ]
