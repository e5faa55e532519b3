"""What of the tagged money is spent: by agency, source of funds, bidang, service, group, kind."""

import pandas as pd
import streamlit as st

from analysis.budget import sum_amounts
from app.budget_words import name_item
from app.components.budget_choice import BudgetLook
from app.components.budget_lines import draw_lines, pick_row
from app.components.budget_screen import name_column
from app.components.table_height import fit_height
from app.format import format_idr_short, format_pct
from app.session import begin_fragment
from app.text import anggaran as text
from app.text import screens

_MOST = 15


@st.fragment
def draw_absorption(look: BudgetLook) -> None:
    """Draw sums of tagged money and its realisation by a chosen key; a row opens its lines."""
    begin_fragment()
    st.subheader(text.ABSORPTION_TITLE, anchor=False)
    whole = sum_amounts(look.amounts).iloc[0]
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
    sums = sum_amounts(look.amounts, [key])
    names = [name_group(key, value) for value in sums[key]]
    picked = st.dataframe(
        _write(sums, names).rename(columns=text.ABSORPTION_COLUMNS),
        hide_index=True,
        width="stretch",
        height=fit_height(len(sums), _MOST),
        placeholder=screens.DASH,
        column_config={text.ABSORPTION_COLUMNS["group"]: name_column(300)},
        on_select="rerun",
        selection_mode="single-row",
        key=f"serapan_{key}_{look.place.code}",
    )
    row = pick_row(picked, len(sums))
    if row is not None:
        value = sums[key].iloc[row]
        column = look.amounts[key]
        mine = look.amounts[column.isna() if pd.isna(value) else column == value]
        draw_lines(look, mine, names[row], "serapan")


def name_group(key: str, value: object) -> str:
    """One group in words, also where lines do not say it."""
    if key == "item_code":
        return name_item(value)
    if not isinstance(value, str):
        return text.NO_FUND if key == "fund" else text.NO_GROUP
    if key == "kind":
        return text.KINDS[value]
    return text.BIDANG.format(code=value) if key == "bidang" else value


def _write(sums: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    money = ("tagged_idr", "serving_idr", "told_idr", "realised_idr")
    written = {key: [format_idr_short(each, screens.DASH) for each in sums[key]] for key in money}
    shares = {
        key: [format_pct(each, 1, screens.DASH) for each in sums[key]]
        for key in ("administrasi_pct", "absorption_pct")
    }
    notes = [text.ABOVE_100 if above else "" for above in sums["above_100"]]
    frame = pd.DataFrame({"group": names, **written, **shares, "note": notes})
    return frame[list(text.ABSORPTION_COLUMNS)]
