"""A sheet kept in the session while a person enters: when it is taken anew, how it is viewed."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from app.format import format_count
from app.text import simpan as text
from app.versioned_sheet import AnySheet

SheetT = TypeVar("SheetT", bound=AnySheet)


def keep_sheet(key: str, seen: object, make: Callable[[], SheetT]) -> SheetT:
    """The snapshot of this session: taken anew when the data moved, never under typed cells.

    `seen`: the state of the database now.
    """
    sheet: SheetT | None = st.session_state.get(key)
    if sheet is not None and (sheet.typed or sheet.conflicts or sheet.seen == seen):
        return sheet
    made = make()
    made.seen = seen
    st.session_state[key] = made
    return made


def choose_sheet_view(sheet: AnySheet, views: tuple[str, str], key: str) -> str:
    """Let the person choose how the cells are drawn; the first one is usual."""
    view = st.segmented_control(
        text.VIEW_LABEL,
        views,
        default=views[0],
        key=key,
        required=True,
        label_visibility="collapsed",
    )
    if sheet.view != view:
        sheet.view = str(view)
        sheet.make_widgets_anew()
    return str(view)


def warn_unsaved(sheet: AnySheet) -> None:
    """Say of a locked part that typed cells are not saved."""
    if sheet.typed:
        count = format_count(len(sheet.typed))
        st.warning(text.UNSAVED_LOCKED.format(count=count), icon=":material/warning:")
