"""Cells that somebody else changed meanwhile: theirs with who and when, yours, and the choice."""

from collections.abc import Callable, Mapping

import streamlit as st

from app.actions.isian import CellConflict, CellKey
from app.entry_sheet import Sheet, settle
from app.entry_words import head_item, write_value
from app.format import escape_markdown, format_count
from app.stage_words import write_moment
from app.text import isian as text

OURS, THEIRS = "saya", "mereka"


def draw_conflicts(sheet: Sheet, names: Mapping[str, str], save: Callable[[], None]) -> None:
    """Draw every conflict of a save with its choice; nothing is chosen until the person does.

    `names`: accounts with the names of their people. `save` is called once all is chosen and
    pressed; `sheet.pending` then holds the cells to save.
    """
    count = format_count(len(sheet.conflicts))
    st.warning(text.CONFLICT_TITLE.format(count=count), icon=":material/sync_problem:")
    st.text(text.CONFLICT_INTRO)
    with st.container(horizontal=True):
        for label, side in ((text.CONFLICT_ALL_OURS, OURS), (text.CONFLICT_ALL_THEIRS, THEIRS)):
            st.button(label, key=f"bentrok_semua_{side}", on_click=_choose_all, args=(sheet, side))
    chosen = {c.ours.key: _draw_conflict(sheet, c, names) for c in sheet.conflicts}
    others = len(sheet.pending) - len(sheet.conflicts)
    if others:
        st.text(text.CONFLICT_OTHERS.format(count=format_count(others)))
    with st.container(horizontal=True):
        open_choices = None in chosen.values()
        if st.button(
            text.CONFLICT_SAVE, key="bentrok_simpan", type="primary", disabled=open_choices
        ):
            ours = {key: side == OURS for key, side in chosen.items()}
            sheet.pending = settle(sheet.pending, sheet.conflicts, ours)
            save()
        if st.button(text.CONFLICT_BACK, key="bentrok_kembali"):
            sheet.conflicts, sheet.pending = (), ()
            sheet.make_widgets_anew()
            st.rerun(scope="fragment")


def _draw_conflict(sheet: Sheet, conflict: CellConflict, names: Mapping[str, str]) -> str | None:
    words = {OURS: _write_ours(conflict), THEIRS: _write_theirs(sheet, conflict, names)}
    base = text.CONFLICT_BASE.format(base=write_value(conflict.ours.base_value))
    chosen: str | None = st.radio(
        escape_markdown(_name_cell(sheet, conflict.ours.key)),
        list(words),
        index=None,
        format_func=lambda side: escape_markdown(words[side]),
        key=_key(sheet, conflict),
        captions=[escape_markdown(base), ""],
    )
    return chosen


def _write_ours(conflict: CellConflict) -> str:
    return text.CONFLICT_OURS.format(value=write_value(conflict.ours.value))


def _write_theirs(sheet: Sheet, conflict: CellConflict, names: Mapping[str, str]) -> str:
    value = write_value(conflict.theirs)
    if conflict.who is None or conflict.at is None:
        return text.CONFLICT_THEIRS_UNKNOWN.format(value=value)
    return text.CONFLICT_THEIRS.format(
        who=names.get(conflict.who, conflict.who),
        value=value,
        when=write_moment(conflict.at, sheet.place.wilayah_code),
    )


def _name_cell(sheet: Sheet, key: CellKey) -> str:
    items = {item.code: head_item(item) for item in sheet.items}
    return text.CONFLICT_CELL.format(desa=dict(sheet.units)[key[0]], item=items[key[1]])


def _choose_all(sheet: Sheet, side: str) -> None:
    for conflict in sheet.conflicts:
        st.session_state[_key(sheet, conflict)] = side


def _key(sheet: Sheet, conflict: CellConflict) -> str:
    unit, item = conflict.ours.key
    return f"bentrok_{sheet.token}_{unit}_{item}_{conflict.version}"
