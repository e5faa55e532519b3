"""Anggaran: is it funded, is it enough, is it in the right places; every figure with its lines."""

from collections.abc import Sequence

import streamlit as st

from app import budget_loaders
from app.components.breadcrumb import draw_breadcrumb
from app.components.budget_absorption import draw_absorption
from app.components.budget_administration import draw_administration, draw_checks
from app.components.budget_choice import BudgetPlace, choose_look, find_place
from app.components.budget_downloads import draw_downloads
from app.components.budget_flow import draw_money_flow
from app.components.budget_heading import draw_empty, draw_heading, draw_nation, draw_untagged
from app.components.budget_lamps import draw_lamps
from app.components.budget_matrix import draw_matrix
from app.components.budget_others import draw_others, find_usual
from app.components.budget_potret import draw_snapshots
from app.components.budget_services import draw_services
from app.components.budget_unfunded import draw_unfunded
from app.components.frame import current_selection, draw_empty_database
from app.components.how_computed import draw_how
from app.components.selection import Selection
from app.format import escape_markdown
from app.text import screens


def show_budget(
    selection: Selection, place: BudgetPlace, snapshots: Sequence[budget_loaders.Snapshot]
) -> None:
    """The choices, the lamps, and what stands behind them."""
    look = choose_look(selection, place, snapshots)
    draw_heading(look)
    if look.amounts.empty:
        draw_untagged(look)
        draw_others(place, look.snapshot)
        return
    draw_lamps(look)
    draw_how("anggaran")
    draw_matrix(look)
    draw_unfunded(look)
    draw_services(look)
    draw_money_flow(look)
    draw_administration(look)
    draw_checks(look)
    draw_snapshots(look)
    draw_absorption(look)
    draw_others(place, look.snapshot)
    draw_downloads(look)


selection = current_selection()
place = find_place(selection) if selection is not None else None
if selection is None:
    draw_empty_database()
elif place is None:
    st.title(screens.PAGE_ANGGARAN, anchor=False)
    draw_nation()
else:
    st.title(escape_markdown(f"{screens.PAGE_ANGGARAN} · {place.name}"), anchor=False)
    draw_breadcrumb(selection)
    snapshots = budget_loaders.load_snapshots(place.owner_code)
    if snapshots:
        show_budget(selection, place, snapshots)
    else:
        draw_empty(place)
        draw_others(place, find_usual(place))
