"""One cell of the matrix opened: the sum behind its gap, what stands beside it, its lines."""

import pandas as pd
import streamlit as st

from app import budget_loaders
from app.budget_figures import pick_service, place_money
from app.budget_words import name_service, write_gap
from app.components.budget_choice import BudgetLook
from app.components.budget_lines import draw_lines
from app.format import format_count, format_idr, format_idr_short
from app.target_words import name_region
from app.text import anggaran as text


def draw_cell(look: BudgetLook, region: str, item: str) -> None:
    """The sum behind one cell, what stands beside it, and the lines placed there."""
    rows = look.gaps.of(region)
    row = rows[rows["item_code"] == item].iloc[0]
    title = text.CELL_TITLE.format(service=name_service(item), place=name_region(region))
    with st.container(border=True):
        st.subheader(title, anchor=False)
        with st.grid(min_column_width=180):
            st.metric(text.CELL_LABELS["people"], format_count(row["perlu_dijangkau"]))
            for key in ("need_idr", "apbd_idr", "mitra_idr"):
                st.metric(text.CELL_LABELS[key], format_idr_short(row[key]))
            gap = write_gap(row["gap_idr"], bool(row["need_partial"]))
            st.metric(text.CELL_LABELS["gap_idr"], gap)
        for line in _list_remarks(look, row, item):
            st.text(line)
        draw_lines(look, pick_cell(look, region, item), title, "celah")


def _list_remarks(look: BudgetLook, row: pd.Series, item: str) -> list[str]:
    lines = []
    for key, pattern in (
        ("above_idr", text.CELL_ABOVE),
        ("unsaid_idr", text.CELL_UNSAID),
        ("divided_idr", text.CELL_DIVIDED),
    ):
        if row[key]:
            lines.append(pattern.format(amount=format_idr_short(row[key])))
    if row["need_reason"]:
        lines.append(text.REASON.format(reason=text.REASONS[row["need_reason"]]))
    elif row["need_partial"]:
        lines.append(text.CELL_PARTIAL.format(count=format_count(row["desa_unknown"])))
    ground = budget_loaders.load_ground(look.place.owner_code, look.snapshot.year, look.period)
    costs = ground.unit_costs
    mine = costs[(costs["item_code"] == item) & (costs["year"] <= look.snapshot.year)]
    if not mine.empty:
        newest = mine.sort_values("year").iloc[-1]
        cost = format_idr(newest["cost_idr"])
        words = {"cost": cost, "year": newest["year"], "source": newest["source"]}
        lines.append(text.CELL_COST.format(**words))
    return lines


def pick_cell(look: BudgetLook, region: str, item: str) -> pd.DataFrame:
    """The money of a service that counts in a region."""
    amounts = pick_service(look.data.amounts, item)
    if region == look.place.owner_code:
        return amounts
    ground = budget_loaders.load_ground(look.place.owner_code, look.snapshot.year, look.period)
    levels = dict(zip(ground.regions["code"], ground.regions["level"], strict=True))
    placed = place_money(amounts, ground, levels[region])
    return amounts[placed["region_code"] == region]
