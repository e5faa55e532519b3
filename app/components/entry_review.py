"""What is typed but not saved: unreadable cells by name, the changes, the save and its outcome."""

from datetime import UTC, datetime
from typing import Literal, NoReturn

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app import loaders, stage_loaders
from app.access import NotAllowedError
from app.actions.isian import CellChange, CellFault, parse_cells, save_entry
from app.components.unsaved import draw_save_buttons, draw_unsaved
from app.entry_sheet import Sheet, list_changes
from app.entry_words import head_item, write_value
from app.format import escape_markdown, format_count
from app.session import current_person
from app.text import isian as text
from app.text import simpan as save_text
from app.text import tahapan as stage_text

_MESSAGE = "_pesan_isian"
Severity = Literal["success", "error"]


def draw_message(sheet: Sheet) -> None:
    """Show what the last save of this part came to, until something else is typed.

    Not once only: a second click ends the run that showed it.
    """
    said = st.session_state.get(_MESSAGE)
    if said is not None and said[:2] == (sheet.place, sheet.typed):
        show = st.success if said[2] == "success" else st.error
        show(escape_markdown(said[3]))


def draw_review(sheet: Sheet, above: DeltaGenerator) -> None:
    """Draw the cells that cannot be read, which block the save, then the changes and the save.

    `above` stands over the cells and tells at a glance that something awaits below them.
    """
    values, faults = parse_cells(sheet.typed)
    changes = list_changes(sheet, values)
    draw_unsaved(
        _list_faults(sheet, faults),
        _list_changes(sheet, changes),
        faults_title=text.FAULTS_TITLE,
        changes_title=text.CHANGES_TITLE,
    )
    if changes or faults:
        above.caption(_write_awaiting(len(changes), len(faults)))
        draw_save_buttons(
            sheet,
            len(changes),
            lambda: save_sheet(sheet, changes),
            prefix="isian",
            blocked=bool(faults),
        )


def _write_awaiting(changes: int, faults: int) -> str:
    parts = [text.CHANGES_TITLE.format(count=format_count(changes))] if changes else []
    parts += [text.FAULTS_SHORT.format(count=format_count(faults))] if faults else []
    return text.AWAITING.format(what="; ".join(parts))


def save_sheet(sheet: Sheet, cells: tuple[CellChange, ...]) -> NoReturn:
    """Save cells of a sheet, keep what came of it for the next run, and draw everything anew.

    The same click again finds its first result: its key is made of the snapshot and the cells.
    """
    person = current_person()
    if not cells:
        _end(sheet, "success", save_text.NOTHING_LEFT)
    if person is None:
        _end(sheet, "error", text.NOT_SAVED_FORBIDDEN)
    try:
        result = save_entry(loaders.load_engine(), person, sheet.place, cells, sheet.token)
    except NotAllowedError:
        _end(sheet, "error", text.NOT_SAVED_FORBIDDEN)
    if result.locked_state is not None:
        state = stage_text.STATES[result.locked_state]
        _end(sheet, "error", text.NOT_SAVED_LOCKED.format(state=state))
    if result.outcome.conflicts:
        sheet.pending, sheet.conflicts = cells, result.outcome.conflicts
        st.rerun()
    count, at = format_count(result.outcome.saved), datetime.now(UTC)
    time = f"{stage_loaders.to_local(sheet.place.wilayah_code, at):%H.%M}"
    _end(sheet, "success", text.SAVED.format(count=count, time=time))


def _end(sheet: Sheet, severity: Severity, sentence: str) -> NoReturn:
    """Leave the save; what was typed stays where it could not be saved."""
    sheet.end_save(saved=severity == "success")
    st.session_state[_MESSAGE] = (sheet.place, dict(sheet.typed), severity, sentence)
    st.rerun()


def _list_faults(sheet: Sheet, faults: tuple[CellFault, ...]) -> pd.DataFrame:
    names, items = dict(sheet.units), {item.code: item for item in sheet.items}
    columns = text.FAULTS_COLUMNS
    return pd.DataFrame(
        {
            columns["desa"]: [names[each.unit_code] for each in faults],
            columns["item"]: [head_item(items[each.item_code]) for each in faults],
            columns["text"]: [each.text for each in faults],
            columns["remedy"]: [text.FAULTS[each.code] for each in faults],
        }
    )


def _list_changes(sheet: Sheet, changes: tuple[CellChange, ...]) -> pd.DataFrame:
    names, items = dict(sheet.units), {item.code: item for item in sheet.items}
    columns = text.CHANGES_COLUMNS
    return pd.DataFrame(
        {
            columns["desa"]: [names[each.unit_code] for each in changes],
            columns["item"]: [head_item(items[each.item_code]) for each in changes],
            columns["old"]: [write_value(each.base_value) for each in changes],
            columns["new"]: [write_value(each.value) for each in changes],
        }
    )
