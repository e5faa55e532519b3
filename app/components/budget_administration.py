"""How much of what is tagged is administration, agency by agency, and what may be too much."""

import pandas as pd
import streamlit as st

from app import budget_view_loaders
from app.components.budget_choice import BudgetLook
from app.components.budget_lines import draw_lines, pick_row
from app.components.budget_screen import is_phone, name_column
from app.components.table_height import fit_height
from app.format import format_idr_short, format_pct
from app.session import begin_fragment
from app.text import anggaran as text
from app.text import screens

_CONFIG = {"displayModeBar": False}
_MOST_BARS = 15


def draw_administration(look: BudgetLook) -> None:
    """Draw the kinds of spending of each agency, the largest administration first."""
    st.subheader(text.ADMIN_TITLE, anchor=False)
    snapshot, code = look.snapshot, look.place.code
    whole = budget_view_loaders.load_sums(snapshot, code).iloc[0]
    share = format_pct(whole["administrasi_pct"], 0)
    amount = format_idr_short(whole["administrasi_idr"])
    st.text(text.ADMIN_NOTE.format(share=share, amount=amount))
    if is_phone():
        _draw_shares(budget_view_loaders.load_kinds(snapshot, code))
        return
    figure = budget_view_loaders.load_kinds_picture(snapshot, code, _MOST_BARS)
    st.plotly_chart(figure, width="stretch", key="administrasi", theme=None, config=_CONFIG)


def _draw_shares(sums: pd.DataFrame) -> None:
    shown = {"group": sums["skpd_name"]} | {
        key: [format_pct(100 * value, 0) for value in sums[f"{key}_idr"] / sums["tagged_idr"]]
        for key in ("administrasi", "sasaran", "layanan", "bimbingan")
    }
    heads = {"group": text.ABSORPTION_GROUPS["skpd_name"], **text.KINDS}
    st.dataframe(
        pd.DataFrame(shown).rename(columns=heads),
        hide_index=True,
        width="stretch",
        height=fit_height(len(sums), _MOST_BARS),
        placeholder=screens.DASH,
        column_config={heads["group"]: name_column(300)},
        key="administrasi_tabel",
    )


@st.fragment
def draw_checks(look: BudgetLook) -> None:
    """Draw the checks with their counts; a row opens the lines that it would have looked at."""
    begin_fragment()
    st.subheader(text.CHECKS_TITLE, anchor=False)
    shown = budget_view_loaders.load_checks(look.snapshot, look.place.code)
    counts = shown.rows
    if not counts["tag_count"].any():
        st.text(text.CHECKS_CLEAN)
        return
    st.caption(text.CHECKS_INTRO)
    picked = st.dataframe(
        shown.table,
        hide_index=True,
        width="stretch",
        height="content",
        column_config={text.CHECKS_COLUMNS["check"]: name_column(340)},
        on_select="rerun",
        selection_mode="single-row",
        key=f"periksa_{look.place.code}",
    )
    row = pick_row(picked, len(counts))
    if row is not None:
        check = str(counts["check"].iloc[row])
        doubts = look.data.doubts
        tags = doubts.loc[doubts["check"] == check, "tag_id"]
        mine = look.amounts[look.amounts["tag_id"].isin(tags)]
        draw_lines(look, mine, text.CHECKS[check], "periksa")
