"""A province: the budgets of the kabupaten inside it, beside its own and never added to it."""

import pandas as pd
import streamlit as st

from app import budget_loaders, loaders, stage_loaders
from app.budget_words import name_snapshot
from app.components.budget_choice import BudgetPlace
from app.components.selection import go_to
from app.components.table_height import fit_height
from app.format import format_idr_short
from app.target_words import name_region
from app.text import anggaran as text
from app.text import screens

_LENGTH, _MOST = 2, 15


def draw_others(place: BudgetPlace, snapshot: budget_loaders.Snapshot) -> None:
    """Draw the list of a province's kabupaten; a row leads to that kabupaten's budget."""
    if len(place.code) != _LENGTH:
        return
    rows = tabulate_others(place.code, snapshot)
    st.subheader(text.OTHERS_TITLE, anchor=False)
    st.caption(text.OTHERS_INTRO.format(snapshot=name_snapshot(snapshot)))
    money = {
        key: [format_idr_short(each, screens.DASH) for each in rows[key]]
        for key in ("total_idr", "tagged_idr", "serving_idr")
    }
    picked = st.dataframe(
        rows.assign(**money)[list(text.OTHERS_COLUMNS)].rename(columns=text.OTHERS_COLUMNS),
        hide_index=True,
        width="stretch",
        height=fit_height(len(rows), _MOST),
        on_select="rerun",
        selection_mode="single-row",
        key="anggaran_daerah",
    )
    if picked.selection.rows:
        go_to(str(rows["code"].iloc[picked.selection.rows[0]]))
        st.rerun()


def find_usual(place: BudgetPlace) -> budget_loaders.Snapshot:
    """Which of the others' snapshots to list while there is no own one: this year's budget."""
    year = stage_loaders.load_today(place.code).year
    return budget_loaders.Snapshot(0, place.code, year, "murni", None)


def tabulate_others(province: str, snapshot: budget_loaders.Snapshot) -> pd.DataFrame:
    """All kabupaten of a province: code, name, total_idr, tagged_idr, serving_idr (NA: no such
    snapshot), state in words.
    """  # fmt: skip
    children = loaders.load_children(province)
    totals = budget_loaders.load_budget_totals(province, snapshot.year, snapshot.kind)
    table = children[["code"]].merge(
        totals, left_on="code", right_on="wilayah_code", how="left", validate="one_to_one"
    )
    whole = dict.fromkeys(("total_idr", "tagged_idr", "serving_idr"), "Int64")
    there = table["total_idr"].notna()
    return table.astype(whole).assign(
        name=[name_region(code) for code in table["code"]],
        state=there.map({True: text.OTHERS_THERE, False: text.OTHERS_MISSING}),
    )
