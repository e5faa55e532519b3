"""Priority places that still have people to reach for a service, and no direct money for it."""

import pandas as pd
import streamlit as st

from app.budget_figures import pick_service
from app.budget_tables import Shown
from app.budget_view_loaders import load_unfunded, load_unfunded_shown
from app.budget_words import name_service
from app.components.budget_choice import BudgetLook
from app.components.budget_lines import draw_lines, pick_row
from app.components.budget_screen import name_column
from app.components.table_height import fit_height
from app.format import format_count, format_idr_short
from app.session import begin_fragment
from app.text import anggaran as text
from app.text import screens

_ALL = ""
_MOST = 12
_KECAMATAN_LENGTH = 8


@st.fragment
def draw_unfunded(look: BudgetLook) -> None:
    """Draw the list; a service to keep to, a row to see the money around it."""
    begin_fragment()
    st.subheader(text.UNFUNDED_TITLE, anchor=False)
    st.caption(text.UNFUNDED_INTRO)
    if not look.priority.codes:
        st.text(text.PRIORITY_NONE[look.priority.kind].format(year=look.snapshot.year))
        return
    asked = (look.snapshot, look.priority.pairing, look.place.code, look.priority.first)
    rows = load_unfunded(*asked)
    if rows.empty:
        st.text(text.UNFUNDED_NONE)
        return
    counts = rows["item_code"].value_counts()
    options = {_ALL: text.UNFUNDED_ALL.format(count=format_count(len(rows)))}
    options |= {
        str(code): f"{name_service(str(code))} ({format_count(count)})"
        for code, count in counts.items()
    }
    chosen = st.selectbox(
        text.UNFUNDED_FILTER,
        list(options),
        format_func=options.__getitem__,
        key=f"tanpa_dana_layanan_{look.place.code}",
        placeholder=text.CHOOSE,
        width=420,
    )
    shown = load_unfunded_shown(*asked, chosen)
    desa = format_count(shown.rows["region_code"].nunique())
    st.text(text.UNFUNDED_COUNT.format(pairs=format_count(len(shown.rows)), desa=desa))
    _draw_table(look, shown)


def _draw_table(look: BudgetLook, shown: Shown) -> None:
    rows = shown.rows
    picked = st.dataframe(
        shown.table,
        hide_index=True,
        width="stretch",
        height=fit_height(len(rows), _MOST),
        placeholder=screens.DASH,
        column_config={
            text.UNFUNDED_COLUMNS["desa"]: name_column(150),
            text.UNFUNDED_COLUMNS["service"]: st.column_config.Column(width=260),
        },
        on_select="rerun",
        selection_mode="single-row",
        key=f"tanpa_dana_{look.place.code}",
    )
    unsaid = int(rows.drop_duplicates("item_code")["unsaid_idr"].sum())
    if unsaid:
        st.caption(text.UNSAID_NOTE.format(amount=format_idr_short(unsaid)))
    chosen = pick_row(picked, len(rows))
    if chosen is not None:
        row = rows.iloc[chosen]
        code, item = str(row["region_code"]), str(row["item_code"])
        place = look.names.get(code, code)
        title = text.UNFUNDED_AROUND.format(service=name_service(item), place=place)
        draw_lines(look, pick_around(look, code, item), title, "tanpa_dana")


def pick_around(look: BudgetLook, code: str, item_code: str) -> pd.DataFrame:
    """Money of a service that may reach a desa: of its kecamatan, of the whole, without place."""
    amounts = pick_service(look.data.amounts, item_code)
    wider = {look.place.owner_code, code[:_KECAMATAN_LENGTH]}
    return amounts[amounts["place_code"].isin(wider) | amounts["place_code"].isna()]
