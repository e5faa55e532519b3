"""How much of what is tagged is administration, agency by agency, and what may be too much."""

import pandas as pd
import streamlit as st

from analysis.budget import sum_amounts
from analysis.budget_overtagging import count_checks
from app.charts.budget_kinds import draw_kinds
from app.components.budget_choice import BudgetLook
from app.components.budget_lines import draw_lines, pick_row
from app.components.budget_screen import is_phone, name_column
from app.components.table_height import fit_height
from app.format import format_count, format_idr_short, format_pct
from app.session import begin_fragment
from app.text import anggaran as text
from app.text import screens

_CONFIG = {"displayModeBar": False}
_MOST_BARS = 15


def draw_administration(look: BudgetLook) -> None:
    """Draw the kinds of spending of each agency, the largest administration first."""
    st.subheader(text.ADMIN_TITLE, anchor=False)
    whole = sum_amounts(look.amounts).iloc[0]
    share = format_pct(whole["administrasi_pct"], 0)
    amount = format_idr_short(whole["administrasi_idr"])
    st.text(text.ADMIN_NOTE.format(share=share, amount=amount))
    sums = sum_amounts(look.amounts, ["skpd_name"])
    ordered = sums.sort_values("administrasi_pct", ascending=False, kind="stable")
    if is_phone():
        _draw_shares(ordered)
        return
    figure = draw_kinds(ordered.head(_MOST_BARS))
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
    doubts = pick_doubts(look)
    counts = count_checks(doubts)
    if not counts["tag_count"].any():
        st.text(text.CHECKS_CLEAN)
        return
    st.caption(text.CHECKS_INTRO)
    shown = pd.DataFrame(
        {
            "check": counts["check"].map(text.CHECKS),
            "tag_count": [format_count(each) for each in counts["tag_count"]],
            "line_count": [format_count(each) for each in counts["line_count"]],
            "doubtful_idr": [format_idr_short(each) for each in counts["doubtful_idr"]],
        }
    )
    picked = st.dataframe(
        shown.rename(columns=text.CHECKS_COLUMNS),
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
        tags = doubts.loc[doubts["check"] == check, "tag_id"]
        mine = look.amounts[look.amounts["tag_id"].isin(tags)]
        draw_lines(look, mine, text.CHECKS[check], "periksa")


def pick_doubts(look: BudgetLook) -> pd.DataFrame:
    """What the checks found among the money looked at: see `find_overtagging`."""
    doubts = look.data.doubts
    return doubts[doubts["tag_id"].isin(look.amounts["tag_id"])]
