"""Entering the figures of one part: the snapshot, its cells, and what stands in the way.

The snapshot lives in the session. While something is typed the database is not asked again, since
an editor reports its edits by position.
"""

import pandas as pd
import streamlit as st

from analysis.stages import can_enter, period_of
from app import entry_loaders, stage_loaders
from app.access import may
from app.actions.isian import CellConflict, CellKey, StagePart
from app.components.conflict import draw_conflicts
from app.components.entry_form import draw_form
from app.components.entry_frame import read_part_state
from app.components.entry_review import draw_message, draw_review, save_sheet
from app.components.isian_grid import draw_grid, draw_values
from app.components.kept_sheet import choose_sheet_view, keep_sheet, warn_unsaved
from app.conflict_words import ConflictWords, describe_conflict
from app.entry_sheet import Sheet, count_filled, make_sheet
from app.entry_words import head_item, write_filled, write_lock, write_period, write_value
from app.format import escape_markdown, format_count
from app.items import list_items
from app.session import begin_fragment, current_person
from app.stage_words import name_agency
from app.text import isian as text


@st.fragment
def draw_entry(place: StagePart) -> None:
    """Draw one part's cells: to edit where the person may and the part takes entries."""
    begin_fragment()
    sheet = _take_sheet(place)
    draw_message(sheet)
    if sheet.conflicts:
        _draw_conflicts(sheet)
        return
    filled, cells = count_filled(sheet)
    st.progress(filled / cells if cells else 0.0, text=write_filled(filled, cells))
    if _is_editable(sheet):
        _draw_editable(sheet)
    else:
        draw_values(sheet)
        _draw_previous_table(sheet)


def period_of_place(place: StagePart) -> str:
    """The period in which a part's figures stand: "2026", "2026-S1"."""
    return period_of(stage_loaders.load_stages()[place.stage], place.year) or ""


def _draw_conflicts(sheet: Sheet) -> None:
    persons = entry_loaders.load_person_names()
    units, items = dict(sheet.units), {item.code: head_item(item) for item in sheet.items}

    def describe(conflict: CellConflict) -> ConflictWords:
        unit, item = conflict.ours.key
        cell = text.CONFLICT_CELL.format(desa=units[unit], item=items[item])
        return describe_conflict(conflict, cell, write_value, persons, sheet.place.wilayah_code)

    draw_conflicts(
        sheet,
        describe,
        lambda: save_sheet(sheet, sheet.pending),
        title=text.CONFLICT_TITLE,
        prefix="bentrok",
    )


def _take_sheet(place: StagePart) -> Sheet:
    key = f"lembar_{place.stage}_{place.year}_{place.wilayah_code}_{place.part}"

    def make() -> Sheet:
        units = entry_loaders.load_units(place.wilayah_code)
        cells = entry_loaders.load_cells(place.wilayah_code, period_of_place(place))
        return make_sheet(place, units, list_items(place.part), cells)

    return keep_sheet(key, entry_loaders.entered_key(period_of_place(place)), make)


def _is_editable(sheet: Sheet) -> bool:
    """Tell whether this person may enter here now; else say why not and who can help."""
    place = sheet.place
    agency = name_agency(place.part, place.wilayah_code)
    state, approver = read_part_state(place)
    if not can_enter(state):
        words = write_lock(state, place.wilayah_code, agency, place.part, approver)
        st.info(escape_markdown(words), icon=":material/lock:")
        warn_unsaved(sheet)
        return False
    if may(current_person(), "isi", place.wilayah_code, place.part):
        return True
    words = text.READ_ONLY_OTHER.format(agency=agency)
    st.info(escape_markdown(words), icon=":material/visibility:")
    return False


def _draw_editable(sheet: Sheet) -> None:
    view = choose_sheet_view(sheet, (text.VIEW_TABLE, text.VIEW_FORM), "isian_tampilan")
    above = st.container()
    if view == text.VIEW_FORM:
        period = entry_loaders.previous_period(period_of_place(sheet.place)) or ""
        previous = _read_previous(sheet) if _wants_previous(period) else {}
        draw_form(sheet, previous, write_period(period))
        draw_review(sheet, above)
    else:
        draw_grid(sheet)
        draw_review(sheet, above)
        _draw_previous_table(sheet)


def _draw_previous_table(sheet: Sheet) -> None:
    period = entry_loaders.previous_period(period_of_place(sheet.place)) or ""
    if not _wants_previous(period):
        return
    previous = _read_previous(sheet)
    if not previous:
        st.text(text.PREVIOUS_NONE.format(period=write_period(period)))
        return
    st.text(text.PREVIOUS_TITLE.format(period=write_period(period)))
    draw_values(sheet, previous)


def _wants_previous(period: str) -> bool:
    label = text.SHOW_PREVIOUS.format(period=write_period(period))
    return st.toggle(label, key="isian_sebelumnya")


def _read_previous(sheet: Sheet) -> dict[CellKey, str]:
    """The known figures of the period before, as text."""
    period = entry_loaders.previous_period(period_of_place(sheet.place)) or ""
    cells: pd.DataFrame = entry_loaders.load_cells(sheet.place.wilayah_code, period)
    items = {item.code for item in sheet.items}
    known = cells[cells["value"].notna() & cells["item_code"].isin(items)]
    keys = zip(known["unit_code"], known["item_code"], strict=True)
    return dict(zip(keys, known["value"].map(format_count), strict=True))
