"""What is typed but not saved: unreadable cells, which block the save, changes, the buttons."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from app.components.table_height import fit_height
from app.format import format_count
from app.text import simpan as text
from app.versioned_sheet import AnySheet

_ROWS_SHOWN = 8


def draw_unsaved(
    faults: pd.DataFrame, changes: pd.DataFrame, *, faults_title: str, changes_title: str
) -> None:
    """Draw the cells that cannot be read, then the changes; the titles take `count`."""
    if len(faults):
        title = faults_title.format(count=format_count(len(faults)))
        st.error(title, icon=":material/error:")
        draw_short_table(faults)
    if len(changes):
        st.text(changes_title.format(count=format_count(len(changes))))
        draw_short_table(changes)


def draw_save_buttons(
    sheet: AnySheet, count: int, save: Callable[[], None], *, prefix: str, blocked: bool
) -> None:
    """Draw the save of `count` changes, and the way back to the snapshot."""
    with st.container(horizontal=True):
        label = text.SAVE.format(count=format_count(count))
        if st.button(label, key=f"{prefix}_simpan", type="primary", disabled=blocked):
            save()
        if st.button(text.DISCARD, key=f"{prefix}_batal"):
            sheet.discard()
            st.rerun(scope="fragment")


def draw_short_table(table: pd.DataFrame) -> None:
    """A table to read, in a window of a few rows."""
    height = fit_height(len(table), _ROWS_SHOWN)
    st.dataframe(table, hide_index=True, width="stretch", height=height)
