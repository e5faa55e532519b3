"""The readiness board as a table and as Excel: a row a region and stage."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from analysis.completeness import Fill, sum_fill
from analysis.readiness import StageStatus
from analysis.stages import period_of
from app.documents.columns import Column, Notes
from app.documents.excel import write_workbook
from app.format import format_date
from app.stage_words import RoleNames, write_days_of, write_waiting
from app.text import exports
from app.text import tahapan as text
from app.text.screens import DEMO_MARK

Fills = Mapping[str, Mapping[tuple[str, str], Fill]]
COLUMNS = [
    Column("code", text.COLUMNS["code"], width=14),
    Column("region", text.COLUMNS["region"]),
    Column("stage", text.COLUMNS["stage"], width=36),
    Column("state", text.COLUMNS["state"], width=16),
    Column("due", text.COLUMNS["due"], "date"),
    Column("days_left", text.COLUMNS["days_left"], "count"),
    Column("days", text.COLUMNS["days"], width=20),
    Column("waiting", text.COLUMNS["waiting"], width=60),
    Column("filled", text.COLUMNS["filled"], "count"),
    Column("cells", text.COLUMNS["cells"], "count"),
    Column("share_pct", text.COLUMNS["share_pct"], "pct"),
]


def tabulate_board(board: Sequence[StageStatus], names: RoleNames, fills: Fills) -> pd.DataFrame:
    """The board as a table, with the columns of `COLUMNS`.

    `fills`: filled cells by data period and (kecamatan, party); only the parts that a status has
    are counted. `days_left` is missing once a stage is done.
    """
    rows = [_tabulate(status, names, pick_fill(status, fills)) for status in board]
    return pd.DataFrame(rows, columns=[column.key for column in COLUMNS])


def pick_fill(status: StageStatus, fills: Fills) -> Fill | None:
    """How much of a stage's data is filled, None where it has none that are entered here."""
    period = period_of(status.stage, status.year)
    if period is None or not status.stage.is_entered_here or period not in fills:
        return None
    by_party = fills[period]
    return sum_fill(
        by_party.get((status.place.code, part.part), Fill(0, 0)) for part in status.parts
    )


def _tabulate(status: StageStatus, names: RoleNames, fill: Fill | None) -> dict[str, object]:
    return {
        "code": status.place.code,
        "region": status.place.name,
        "stage": status.stage.name,
        "state": text.STATES[status.state],
        "due": status.deadline.due if status.deadline else None,
        "days_left": None if status.is_final else status.days_left,
        "days": write_days_of(status),
        "waiting": write_waiting(status, names),
        "filled": fill.filled if fill else None,
        "cells": fill.cells if fill else None,
        "share_pct": fill.share_pct if fill else None,
    }


def list_notes(region: str, year: int, day: date, agency: str, *, demo: bool) -> Notes:
    """Selection, day and rules, as label and value."""
    notes = [
        (exports.NOTE_REGION, region),
        (text.NOTE_YEAR, str(year)),
        (text.NOTE_DAY, format_date(day)),
        (text.NOTE_AGENCY, agency),
        (text.NOTE_STATES, text.STATES_RULE),
        (text.NOTE_DUE, text.DUE_RULE),
        (text.NOTE_FILL, text.FILL_RULE),
    ]
    return [(exports.NOTE_DEMO, DEMO_MARK), *notes] if demo else notes


def to_xlsx(table: pd.DataFrame, notes: Notes) -> bytes:
    """An Excel workbook: the board and a sheet of notes."""
    return write_workbook(table, COLUMNS, text.SHEET, notes)
