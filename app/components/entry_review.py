"""What is typed but not saved: unreadable cells by name, the changes, the save and its outcome."""

from datetime import UTC, datetime
from typing import Literal, NoReturn

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app import loaders, stage_loaders
from app.access import NotAllowedError
from app.actions.isian import CellChange, CellFault, parse_cells, save_entry
from app.components.table_height import fit_height
from app.entry_sheet import Sheet, list_changes
from app.entry_words import head_item, write_value
from app.format import escape_markdown, format_count
from app.session import current_person
from app.text import isian as text
from app.text import tahapan as stage_text

_MESSAGE = "_pesan_isian"
_ROWS_SHOWN = 8
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
    if faults:
        st.error(text.FAULTS_TITLE.format(count=format_count(len(faults))), icon=":material/error:")
        _draw_table(_list_faults(sheet, faults))
    if changes:
        st.text(text.CHANGES_TITLE.format(count=format_count(len(changes))))
        _draw_table(_list_changes(sheet, changes))
    if changes or faults:
        above.caption(_write_awaiting(len(changes), len(faults)))
        _draw_buttons(sheet, changes, blocked=bool(faults))


def _write_awaiting(changes: int, faults: int) -> str:
    parts = [text.CHANGES_TITLE.format(count=format_count(changes))] if changes else []
    parts += [text.FAULTS_SHORT.format(count=format_count(faults))] if faults else []
    return text.AWAITING.format(what="; ".join(parts))


def _draw_buttons(sheet: Sheet, changes: tuple[CellChange, ...], *, blocked: bool) -> None:
    with st.container(horizontal=True):
        if st.button(
            text.SAVE.format(count=format_count(len(changes))),
            key="isian_simpan",
            type="primary",
            disabled=blocked,
        ):
            save_sheet(sheet, changes)
        if st.button(text.DISCARD, key="isian_batal"):
            sheet.typed.clear()
            sheet.make_widgets_anew()
            st.rerun(scope="fragment")


def save_sheet(sheet: Sheet, cells: tuple[CellChange, ...]) -> NoReturn:
    """Save cells of a sheet, keep what came of it for the next run, and draw everything anew.

    The same click again finds its first result: its key is made of the snapshot and the cells.
    """
    person = current_person()
    if not cells:
        _end(sheet, "success", text.NOTHING_LEFT)
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
    sheet.pending, sheet.conflicts, sheet.seen = (), (), None
    if severity == "success":
        sheet.typed.clear()
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


def _draw_table(table: pd.DataFrame) -> None:
    height = fit_height(len(table), _ROWS_SHOWN)
    st.dataframe(table, hide_index=True, width="stretch", height=height)
