"""The snapshots of one cycle side by side: murni, perubahan, and next year's plan."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from analysis.budget_calendar import find_cycle_year, find_earlier_kind
from app import budget_loaders
from app.budget_figures import Snapshot, pick_service
from app.budget_view_loaders import load_cycle_shown
from app.budget_words import name_snapshot
from app.components.budget_choice import BudgetLook
from app.components.budget_lines import draw_lines, pick_row
from app.components.budget_screen import name_column
from app.format import format_count, format_idr_short
from app.session import begin_fragment
from app.text import anggaran as text
from app.text import screens

_ORDER = ("murni", "perubahan", "rencana")


@st.fragment
def draw_snapshots(look: BudgetLook) -> None:
    """Draw direct money per service in each snapshot of the cycle; then what lines changed."""
    begin_fragment()
    year = find_cycle_year(look.snapshot.kind, look.snapshot.year)
    st.subheader(text.POTRET_TITLE, anchor=False)
    st.caption(text.POTRET_INTRO.format(year=year))
    cycle = find_cycle(look)
    if len(cycle) < 2:
        st.text(text.POTRET_ONE)
    shown = load_cycle_shown(tuple(cycle.values()), look.place.code, _head(cycle))
    table = shown.rows
    picked = st.dataframe(
        shown.table,
        hide_index=True,
        width="stretch",
        height="content",
        column_config={text.MATRIX_SERVICE: name_column(300)},
        on_select="rerun",
        selection_mode="single-row",
        key=f"potret_layanan_{look.place.code}",
    )
    row = pick_row(picked, len(table) - 1)
    if row is not None:
        code = table["item_code"].iloc[row]
        mine = look.amounts[look.amounts["is_serving"]]
        none = mine["item_code"].isna()
        mine = pick_service(mine, code) if isinstance(code, str) else mine[none]
        draw_lines(look, mine, f"{shown.names[row]}, {name_snapshot(look.snapshot)}", "potret")
    _draw_changes(look)


def find_cycle(look: BudgetLook) -> dict[str, Snapshot]:
    """The snapshots tagged in the same year as the one looked at, by kind."""
    year = find_cycle_year(look.snapshot.kind, look.snapshot.year)
    known = budget_loaders.load_snapshots(look.place.owner_code)
    same = {each.kind: each for each in known if find_cycle_year(each.kind, each.year) == year}
    return {kind: same[kind] for kind in _ORDER if kind in same}


def _head(cycle: Mapping[str, Snapshot]) -> dict[str, str]:
    heads = {f"{kind}_idr": name_snapshot(each) for kind, each in cycle.items()}
    both = "murni" in cycle and "perubahan" in cycle
    return heads | ({"selisih_idr": text.POTRET_CHANGE} if both else {})


def _draw_changes(look: BudgetLook) -> None:
    """On demand, since a whole budget has tens of thousands of lines: new, gone, changed, same."""
    earlier = find_earlier_kind(look.snapshot.kind)
    known = budget_loaders.load_snapshots(look.place.owner_code)
    year = look.snapshot.year
    before = next((each for each in known if (each.kind, each.year) == (earlier, year)), None)
    if before is None or not look.place.is_owner:
        return
    words = {"before": name_snapshot(before), "after": name_snapshot(look.snapshot)}
    st.markdown(f"**{text.CHANGES_TITLE.format(**words)}**")
    if not st.toggle(text.CHANGES_BUTTON, key="banding_baris"):
        return
    changes = budget_loaders.load_changes(before, look.snapshot)
    money = {
        key: [format_idr_short(each) for each in changes[key]]
        for key in ("before_idr", "after_idr", "difference_idr")
    }
    states = changes["state"].map(text.CHANGE_STATES)
    counts = [format_count(each) for each in changes["line_count"]]
    st.dataframe(
        pd.DataFrame({"state": states, "line_count": counts, **money}).rename(
            columns=text.CHANGES_COLUMNS
        ),
        hide_index=True,
        width="stretch",
        placeholder=screens.DASH,
        key="potret_baris",
    )
