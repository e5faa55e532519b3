"""The three answers for every service in one table; a row opens its lines."""

import streamlit as st

from app.budget_figures import pick_service
from app.budget_view_loaders import load_services
from app.budget_words import name_service
from app.components.budget_choice import BudgetLook
from app.components.budget_lines import draw_lines, pick_row
from app.components.budget_screen import name_column
from app.session import begin_fragment
from app.text import anggaran as text
from app.text import screens

_WIDTHS = {"funded": 124, "enough": 168, "located": 150}
_NAME_PX = 230


@st.fragment
def draw_services(look: BudgetLook) -> None:
    """Draw the table and the lines of the chosen service."""
    begin_fragment()
    st.subheader(text.SERVICES_TITLE, anchor=False)
    st.caption(text.SERVICES_HINT)
    shown = load_services(look.snapshot, look.period, look.place.code, look.priority.first)
    rows, heads = shown.rows, text.SERVICES_COLUMNS
    picked = st.dataframe(
        shown.table,
        hide_index=True,
        width="stretch",
        height="content",
        placeholder=screens.DASH,
        column_config={
            heads["service"]: name_column(_NAME_PX),
            **{heads[name]: st.column_config.Column(width=px) for name, px in _WIDTHS.items()},
        },
        on_select="rerun",
        selection_mode="single-row",
        key=f"layanan_{look.place.code}",
    )
    chosen = pick_row(picked, len(rows))
    if chosen is not None:
        item = str(rows["item_code"].iloc[chosen])
        draw_lines(look, pick_service(look.amounts, item), name_service(item), "layanan")
