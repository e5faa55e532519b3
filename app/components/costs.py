"""The page Biaya satuan: whose unit costs, for which budget year, to read or to enter."""

import streamlit as st

from app import cost_loaders, target_loaders
from app.access import Account
from app.actions.biaya import list_own_items
from app.components.budget_choice import choose_period
from app.components.costs_entry import draw_entry
from app.components.costs_view import draw_view
from app.components.selection import Selection
from app.components.stage_choice import choose_year
from app.format import escape_markdown
from app.target_words import name_region
from app.text import biaya as text
from app.text import screens

KABUPATEN_LENGTH, KECAMATAN_LENGTH = 5, 8


def pick_region(selection: Selection) -> str | None:
    """The selected region down to a kecamatan, None for the whole country."""
    return None if selection.region.level == "nasional" else selection.code[:KECAMATAN_LENGTH]


def draw_title(code: str) -> None:
    """The page's title with the region's name."""
    st.title(escape_markdown(f"{screens.PAGE_BIAYA} · {name_region(code)}"), anchor=False)


def draw_nation() -> None:
    """The whole country is selected: say that a region is needed."""
    st.title(screens.PAGE_BIAYA, anchor=False)
    st.subheader(text.NATION_TITLE, anchor=False)
    st.text(text.NATION)


def draw_costs(person: Account, code: str) -> None:
    """The choices, then the unit costs to read or to enter."""
    owner = code[:KABUPATEN_LENGTH]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        year = choose_year(owner)
        period = choose_period(owner)
    needs = cost_loaders.load_needs(owner, code, year, period)
    if owner != code:
        st.caption(escape_markdown(text.OF_KABUPATEN.format(name=name_region(owner))))
    own = list_own_items(person, owner, target_loaders.load_responsible(owner))
    if owner != code or not own:
        st.caption(text.READ_ONLY)
        draw_view(needs, code, year, period)
        return
    views = (text.VIEW_ENTER, text.VIEW_LOOK)
    view = st.segmented_control(
        text.VIEW_LABEL,
        views,
        default=views[0],
        key="biaya_buka",
        required=True,
        label_visibility="collapsed",
    )
    if view == text.VIEW_ENTER:
        draw_entry(owner, own, needs, year)
    else:
        draw_view(needs, code, year, period)
