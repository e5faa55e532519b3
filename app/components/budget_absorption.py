"""What of the tagged money is spent: by agency, source of funds, bidang, service, group, kind."""

import pandas as pd
import streamlit as st

from app import budget_view_loaders
from app.components.budget_choice import BudgetLook
from app.components.budget_lines import draw_lines, pick_row
from app.components.budget_screen import name_column
from app.components.table_height import fit_height
from app.format import format_idr_short
from app.session import begin_fragment
from app.text import anggaran as text
from app.text import screens

_MOST = 15


@st.fragment
def draw_absorption(look: BudgetLook) -> None:
    """Draw sums of tagged money and its realisation by a chosen key; a row opens its lines."""
    begin_fragment()
    st.subheader(text.ABSORPTION_TITLE, anchor=False)
    whole = budget_view_loaders.load_sums(look.snapshot, look.place.code).iloc[0]
    told = {
        "told": format_idr_short(whole["told_idr"]),
        "tagged": format_idr_short(whole["tagged_idr"]),
    }
    nothing = not whole["told_idr"]
    st.caption(text.ABSORPTION_NONE if nothing else text.ABSORPTION_NOTE.format(**told))
    key = st.selectbox(
        text.ABSORPTION_BY,
        list(text.ABSORPTION_GROUPS),
        format_func=text.ABSORPTION_GROUPS.__getitem__,
        key="serapan_menurut",
        placeholder=text.CHOOSE,
        filter_mode=None,
        width=260,
    )
    shown = budget_view_loaders.load_absorption(look.snapshot, look.place.code, key)
    picked = st.dataframe(
        shown.table,
        hide_index=True,
        width="stretch",
        height=fit_height(len(shown.rows), _MOST),
        placeholder=screens.DASH,
        column_config={text.ABSORPTION_COLUMNS["group"]: name_column(300)},
        on_select="rerun",
        selection_mode="single-row",
        key=f"serapan_{key}_{look.place.code}",
    )
    row = pick_row(picked, len(shown.rows))
    if row is not None:
        value = shown.rows[key].iloc[row]
        column = look.amounts[key]
        mine = look.amounts[column.isna() if pd.isna(value) else column == value]
        draw_lines(look, mine, shown.names[row], "serapan")
