"""Layanan tertinggal: which services lag behind the others, where, and why."""

import streamlit as st

from app import problem_loaders, problem_view_loaders
from app.components.how_computed import draw_how
from app.components.lagging import draw_cards, draw_services, read_gap
from app.components.lagging_detail import SERVICE_KEY, draw_causes, draw_detail
from app.components.lagging_download import draw_download
from app.components.problem_notices import draw_no_targets
from app.components.problem_page import draw_page
from app.components.problem_places import choose_level
from app.components.selection import Selection
from app.problem_figures import Pairing
from app.text import screens
from app.text import tertinggal as lagging_text


def show_services(_selection: Selection, pairing: Pairing, level_of_scope: str) -> None:
    """The services of the region, one of them in detail, and all as Excel."""
    scope, inputs = pairing.scope_code, problem_loaders.load_inputs(pairing)
    draw_no_targets(pairing, inputs)
    rows = problem_view_loaders.load_services(pairing)
    level = choose_level(problem_view_loaders.list_levels_below(pairing), level_of_scope)
    own = problem_view_loaders.load_own_services(pairing, level)
    draw_cards(own, scope)
    draw_how("layanan_tertinggal")
    draw_services(pairing, own, level)
    draw_download(pairing, rows)
    draw_detail(pairing, own, level)
    draw_causes(scope, pairing.period, str(st.session_state[SERVICE_KEY]))


draw_page(
    screens.PAGE_TERTINGGAL,
    lagging_text.LAGGING_INTRO.format(gap=read_gap()),
    show_services,
)
