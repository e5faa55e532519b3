"""Typed unit costs that are not saved: rows that cannot be stored, the changes, and the save."""

from collections.abc import Sequence
from typing import Literal, NoReturn

import pandas as pd
import streamlit as st

from app import loaders
from app.access import NotAllowedError
from app.actions.biaya import CostChange, CostFault, UnitCost, parse_costs, store_costs
from app.components.acknowledged import draw_said, end_run
from app.components.unsaved import draw_save_buttons, draw_unsaved
from app.cost_sheet import CostSheet, list_changes
from app.format import format_count, format_idr
from app.session import current_person
from app.text import biaya as text
from app.text import simpan as save_text
from app.text.findings import SENTENCES

_MESSAGE = "_pesan_biaya"


def draw_message() -> None:
    """Show what the last save came to."""
    draw_said(_MESSAGE)


def draw_review(sheet: CostSheet) -> None:
    """Draw the rows that cannot be stored, which block the save, then the changes and the save."""
    values, faults = parse_costs(sheet.typed_rows())
    changes = list_changes(sheet, values)
    draw_unsaved(
        _list_faults(sheet, faults),
        _list_changes(sheet, changes),
        faults_title=text.FAULTS_TITLE,
        changes_title=text.CHANGES_TITLE,
    )
    if changes or faults:
        draw_save_buttons(
            sheet,
            len(changes),
            lambda: save_sheet(sheet, changes),
            prefix="biaya",
            blocked=bool(faults),
        )


def save_sheet(sheet: CostSheet, cells: tuple[CostChange, ...]) -> NoReturn:
    """Save unit costs of a sheet and keep what came of it for the next run.

    The same click again finds its first result: its key is made of the snapshot and the cells.
    """
    if not cells:
        _end(sheet, "success", save_text.NOTHING_LEFT)
    engine, person = loaders.load_engine(), current_person()
    try:
        outcome = store_costs(engine, person, sheet.wilayah_code, cells, sheet.token)
    except NotAllowedError:
        _end(sheet, "error", text.FORBIDDEN)
    if outcome.conflicts:
        sheet.pending, sheet.conflicts = cells, outcome.conflicts
        st.rerun()
    _end(sheet, "success", text.SAVED.format(count=format_count(outcome.saved)))


def write_cost(value: UnitCost | None) -> str:
    """A unit cost with its source, or that there is none."""
    if value is None:
        return text.EMPTY_VALUE
    return text.VALUE.format(cost=format_idr(value.cost_idr), source=value.source)


def _end(sheet: CostSheet, severity: Literal["success", "error"], sentence: str) -> NoReturn:
    """Leave the save; what was typed stays where it could not be saved."""
    sheet.end_save(saved=severity == "success")
    end_run(_MESSAGE, severity, sentence)


def _list_faults(sheet: CostSheet, faults: Sequence[CostFault]) -> pd.DataFrame:
    columns, sentences = text.FAULTS_COLUMNS, {**SENTENCES, **text.FAULTS}
    return pd.DataFrame(
        {
            columns["row"]: [sheet.name_line(each.key[0]) for each in faults],
            columns["text"]: [each.text for each in faults],
            columns["remedy"]: [sentences[each.code].format(isi=each.text) for each in faults],
        }
    )


def _list_changes(sheet: CostSheet, changes: Sequence[CostChange]) -> pd.DataFrame:
    columns = text.CHANGES_COLUMNS
    return pd.DataFrame(
        {
            columns["row"]: [sheet.name_line(each.item_code) for each in changes],
            columns["year"]: [str(each.year) for each in changes],
            columns["old"]: [write_cost(each.base_value) for each in changes],
            columns["new"]: [write_cost(each.value) for each in changes],
        }
    )
