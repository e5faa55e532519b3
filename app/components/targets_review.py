"""What is typed but not saved: unreadable cells by name, the changes, the save and its outcome."""

from collections.abc import Sequence
from typing import Literal, NoReturn

import pandas as pd
import streamlit as st

from app import loaders
from app.access import NotAllowedError
from app.actions.target import (
    TargetChange,
    TargetFault,
    TargetResult,
    parse_targets,
    store_targets,
)
from app.components.acknowledged import draw_said, say_next
from app.components.unsaved import draw_save_buttons, draw_unsaved
from app.format import format_count
from app.session import current_person
from app.stage_words import name_agency
from app.target_sheet import TargetSheet, list_changes
from app.target_words import name_target, write_target
from app.text import simpan as save_text
from app.text import tahapan as stage_text
from app.text import target as text

_MESSAGE = "_pesan_target"
Severity = Literal["success", "error", "warning", "info"]


def draw_message() -> None:
    """Show what the last save came to."""
    draw_said(_MESSAGE)


def keep_message(severity: Severity, sentence: str) -> None:
    """Keep a sentence for the next run of the page."""
    say_next(_MESSAGE, (severity, sentence))


def draw_review(sheet: TargetSheet) -> None:
    """Draw the cells that cannot be read, which block the save, then the changes and the save."""
    values, faults = parse_targets(sheet.typed)
    changes = list_changes(sheet, values)
    draw_unsaved(
        _list_faults(sheet, faults),
        tabulate_changes(changes),
        faults_title=text.FAULTS_TITLE,
        changes_title=text.CHANGES_TITLE,
    )
    if changes or faults:
        draw_save_buttons(
            sheet,
            len(changes),
            lambda: save_sheet(sheet, changes),
            prefix="target",
            blocked=bool(faults),
        )


def save_sheet(sheet: TargetSheet, cells: tuple[TargetChange, ...]) -> NoReturn:
    """Save cells of a sheet, keep what came of it for the next run, and draw everything anew.

    The same click again finds its first result: its key is made of the snapshot and the cells.
    """
    if not cells:
        _end(sheet, "success", save_text.NOTHING_LEFT)
    engine = loaders.load_engine()
    try:
        result = store_targets(engine, current_person(), sheet.place, cells, sheet.token)
    except NotAllowedError:
        _end(sheet, "error", text.NOT_SAVED_FORBIDDEN)
    if result.locked_state is not None:
        _end(sheet, "error", write_locked(result, sheet.place.wilayah_code))
    if result.outcome.conflicts:
        sheet.pending, sheet.conflicts = cells, result.outcome.conflicts
        st.rerun()
    _end(sheet, "success", text.SAVED.format(count=format_count(result.outcome.saved)))


def write_locked(result: TargetResult, region_code: str) -> str:
    """Why a save was refused: which part takes no entries, and what to do."""
    agency = name_agency(result.locked_part or "", region_code)
    state = stage_text.STATES[result.locked_state or ""]
    return text.NOT_SAVED_LOCKED.format(agency=agency, state=state)


def _end(sheet: TargetSheet, severity: Severity, sentence: str) -> NoReturn:
    """Leave the save; what was typed stays where it could not be saved."""
    sheet.end_save(saved=severity == "success")
    keep_message(severity, sentence)
    st.rerun()


def _list_faults(sheet: TargetSheet, faults: Sequence[TargetFault]) -> pd.DataFrame:
    columns = text.FAULTS_COLUMNS
    return pd.DataFrame(
        {
            columns["row"]: [sheet.name_line(each.key) for each in faults],
            columns["year"]: [str(each.key[2]) for each in faults],
            columns["text"]: [each.text for each in faults],
            columns["remedy"]: [text.FAULTS[each.code] for each in faults],
        }
    )


def tabulate_changes(changes: Sequence[TargetChange]) -> pd.DataFrame:
    """Changes for a person to look at before they are saved."""
    columns = text.CHANGES_COLUMNS
    return pd.DataFrame(
        {
            columns["row"]: [name_target(each.item_code, each.document) for each in changes],
            columns["year"]: [str(each.year) for each in changes],
            columns["old"]: [write_target(each.base_value) for each in changes],
            columns["new"]: [write_target(each.value) for each in changes],
        }
    )
