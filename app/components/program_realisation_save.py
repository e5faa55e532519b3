"""Typed realisations that are not saved: unreadable cells by name, the changes, and the save."""

from collections.abc import Sequence
from typing import NoReturn

import pandas as pd
import streamlit as st

from app import loaders, stage_loaders
from app.access import NotAllowedError
from app.actions.program import PART
from app.actions.program_review import (
    RealisationChange,
    RealisationFault,
    RealisationResult,
    parse_realisation,
    store_realisation,
)
from app.components.program_message import Severity, end
from app.components.unsaved import draw_save_buttons, draw_unsaved
from app.format import format_count, format_idr
from app.program_sheet import SpentSheet, list_changes
from app.session import current_person
from app.stage_words import name_agency
from app.text import program as text
from app.text import simpan as save_text
from app.text import tahapan as stage_text
from app.text.findings import SENTENCES


def draw_unsaved_amounts(sheet: SpentSheet) -> None:
    """Draw the cells that cannot be read, which block the save, then the changes and the save."""
    values, faults = parse_realisation(sheet.typed)
    changes = list_changes(sheet, values)
    draw_unsaved(
        _list_faults(sheet, faults),
        _list_changes(sheet, changes),
        faults_title=text.SPENT_FAULTS_TITLE,
        changes_title=text.SPENT_CHANGES_TITLE,
    )
    if changes or faults:
        draw_save_buttons(
            sheet,
            len(changes),
            lambda: save_sheet(sheet, changes),
            prefix="realisasi",
            blocked=bool(faults),
        )


def save_sheet(sheet: SpentSheet, cells: tuple[RealisationChange, ...]) -> NoReturn:
    """Save cells of a sheet and keep what came of it for the next run.

    The same click again finds its first result: its key is made of the snapshot and the cells.
    """
    if not cells:
        _end(sheet, "success", save_text.NOTHING_LEFT)
    engine, person = loaders.load_engine(), current_person()
    try:
        result = store_realisation(
            engine, person, sheet.wilayah_code, sheet.year, cells, sheet.token
        )
    except NotAllowedError:
        _end(sheet, "error", text.FORBIDDEN)
    if result.locked_stage is not None:
        _end(sheet, "error", _write_locked(result, sheet.wilayah_code))
    if result.outcome.gone:
        _drop_gone(sheet, result.outcome.gone)
    if result.outcome.conflicts:
        sheet.pending, sheet.conflicts = cells, result.outcome.conflicts
        st.rerun()
    _end(sheet, "success", text.SPENT_SAVED.format(count=format_count(result.outcome.saved)))


def name_stage(code: str) -> str:
    """A stage's name as the guideline has it."""
    return stage_loaders.load_stages()[code].name


def write_amount(value: int | None) -> str:
    """An amount in rupiah, or that the cell is empty."""
    return format_idr(value, missing=text.EMPTY_CELL)


def _drop_gone(sheet: SpentSheet, gone: tuple[int, ...]) -> NoReturn:
    for key in [key for key in sheet.typed if key[0] in gone]:
        del sheet.typed[key]
    _end(sheet, "error", text.SPENT_GONE.format(count=format_count(len(gone))))


def _write_locked(result: RealisationResult, region_code: str) -> str:
    return text.SPENT_LOCKED_SAVE.format(
        stage=name_stage(result.locked_stage or ""),
        agency=name_agency(PART, region_code),
        state=stage_text.STATES[result.locked_state or ""],
    )


def _end(sheet: SpentSheet, severity: Severity, sentence: str) -> NoReturn:
    """Leave the save; what was typed stays where it could not be saved."""
    sheet.end_save(saved=severity == "success")
    end(severity, sentence)


def _list_faults(sheet: SpentSheet, faults: Sequence[RealisationFault]) -> pd.DataFrame:
    columns = text.SPENT_FAULTS_COLUMNS
    return pd.DataFrame(
        {
            columns["program"]: [sheet.name_line(each.key) for each in faults],
            columns["month"]: [text.MONTHS[each.key[1]] for each in faults],
            columns["text"]: [each.text for each in faults],
            columns["remedy"]: [SENTENCES[each.code].format(isi=each.text) for each in faults],
        }
    )


def _list_changes(sheet: SpentSheet, changes: Sequence[RealisationChange]) -> pd.DataFrame:
    columns = text.SPENT_CHANGES_COLUMNS
    return pd.DataFrame(
        {
            columns["program"]: [sheet.name_line(each.key) for each in changes],
            columns["month"]: [text.MONTHS[each.month] for each in changes],
            columns["old"]: [write_amount(each.base_value) for each in changes],
            columns["new"]: [write_amount(each.value) for each in changes],
        }
    )
