"""The grid of desa x items: plain text cells over a snapshot, read only where it is locked."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app.actions.isian import CellKey
from app.components.table_height import fit_height
from app.entry_sheet import NAME_COLUMN, Sheet, make_frame, take_frame
from app.entry_words import explain_item, head_item
from app.format import format_count
from app.items import GROUPS, Item
from app.text import isian as text

_MOST = 18


def group_items(items: Sequence[Item]) -> dict[str, list[Item]]:
    """The items by tab, in the guideline's order; a tab without items is left out."""
    groups = {group: [item for item in items if item.group == group] for group in GROUPS}
    return {group: members for group, members in groups.items() if members}


def draw_grid(sheet: Sheet) -> None:
    """Draw the editable cells, a tab a group, and take what was typed into the sheet.

    Cells are text without any check of the browser's, which would drop what it does not
    understand; the server reads them and names every one that it cannot.
    """
    groups = group_items(sheet.items)
    if sheet.typed != sheet.seed and any(_key(sheet, g) not in st.session_state for g in groups):
        sheet.make_widgets_anew()  # editors that were away start with what had been typed
    for (group, items), tab in zip(groups.items(), _draw_tabs(groups), strict=True):
        with tab:
            edited = st.data_editor(
                make_frame(sheet, items),
                key=_key(sheet, group),
                hide_index=True,
                num_rows="fixed",
                disabled=[NAME_COLUMN],
                column_config=_configure(items),
                height=fit_height(len(sheet.units), _MOST),
                width="stretch",
            )
            take_frame(sheet, items, edited)


def draw_values(sheet: Sheet, values: Mapping[CellKey, str] | None = None) -> None:
    """Draw cells to read: the sheet's own, or other `values` of the same desa and items."""
    groups = group_items(sheet.items)
    for (_, items), tab in zip(groups.items(), _draw_tabs(groups), strict=True):
        with tab:
            st.dataframe(
                _arrange(sheet, items, values),
                hide_index=True,
                column_config=_configure(items),
                height=fit_height(len(sheet.units), _MOST),
                width="stretch",
                placeholder=text.NO_VALUE,
            )


def _arrange(
    sheet: Sheet, items: Sequence[Item], values: Mapping[CellKey, str] | None
) -> pd.DataFrame:
    columns: dict[str, list[str | None]] = {NAME_COLUMN: [name for _, name in sheet.units]}
    for item in items:
        keys = [(unit, item.code) for unit, _ in sheet.units]
        own = [None if (v := sheet.base(key).value) is None else format_count(v) for key in keys]
        columns[item.code] = own if values is None else [values.get(key) for key in keys]
    return pd.DataFrame(columns)


def _draw_tabs(groups: dict[str, list[Item]]) -> Sequence[DeltaGenerator]:
    return st.tabs([text.GROUPS[g].format(count=len(items)) for g, items in groups.items()])


def _key(sheet: Sheet, group: str) -> str:
    return f"isian_{sheet.token}_{sheet.round}_{group}"


def _configure(items: Sequence[Item]) -> dict[str, Any]:
    columns: dict[str, Any] = {
        NAME_COLUMN: st.column_config.TextColumn(text.DESA, pinned=True, width=170)
    }
    for item in items:
        columns[item.code] = st.column_config.TextColumn(
            head_item(item), help=explain_item(item), width=150, alignment="right"
        )
    return columns
