"""The flow of tagged money from its source through agencies to target groups."""

import streamlit as st

from app import budget_view_loaders
from app.charts.budget_flow import LAYERS
from app.components.budget_choice import BudgetLook
from app.components.budget_lines import draw_lines, pick_row
from app.components.budget_screen import is_phone, name_column
from app.components.table_height import fit_height
from app.session import begin_fragment
from app.text import anggaran as text
from app.text import tahapan as stage_text

_CONFIG = {"displayModeBar": False}
_MOST = 10


@st.fragment
def draw_money_flow(look: BudgetLook) -> None:
    """Draw the flow as a picture, on a phone as a table; a row of the table opens its lines."""
    begin_fragment()
    st.subheader(text.FLOW_TITLE, anchor=False)
    views = [text.FLOW_PICTURE, text.FLOW_TABLE]
    view = st.segmented_control(
        stage_text.VIEW_LABEL,
        views,
        default=views[is_phone()],
        key="tampilan_alur",
        label_visibility="collapsed",
        required=True,
    )
    if view == text.FLOW_PICTURE:
        figure = budget_view_loaders.load_flow_picture(look.snapshot, look.place.code)
        st.plotly_chart(figure, width="stretch", key="alur", theme=None, config=_CONFIG)
        st.caption(text.FLOW_NOTE.format(layers=" → ".join(text.FLOW_LAYERS)))
    else:
        _draw_table(look)


def _draw_table(look: BudgetLook) -> None:
    shown = budget_view_loaders.load_flow_shown(look.snapshot, look.place.code)
    sums = shown.rows
    picked = st.dataframe(
        shown.table,
        hide_index=True,
        width="stretch",
        height=fit_height(len(sums), _MOST),
        column_config={text.FLOW_COLUMNS["skpd_name"]: name_column(300)},
        on_select="rerun",
        selection_mode="single-row",
        key=f"alur_tabel_{look.place.code}",
    )
    chosen = pick_row(picked, len(sums))
    if chosen is not None:
        row = sums.iloc[chosen]
        mine = look.amounts["fund"].fillna(text.NO_FUND) == row["fund"]
        mine &= look.amounts["skpd_name"] == row["skpd_name"]
        mine &= look.amounts["target_group"].fillna(text.NO_GROUP) == row["target_group"]
        draw_lines(look, look.amounts[mine], " → ".join(row[list(LAYERS)]), "alur")
