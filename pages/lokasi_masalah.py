"""Lokasi masalah: where prevalence is high, whether services are low there, and how sure it is."""

import streamlit as st

from app import problem_loaders, problem_view_loaders
from app.components.how_computed import draw_how
from app.components.problem_downloads import draw_downloads
from app.components.problem_firmness import draw_firmness
from app.components.problem_lokus import choose_lokus_year, draw_lokus
from app.components.problem_map import Drawn, draw_map
from app.components.problem_notices import draw_notices
from app.components.problem_page import draw_page
from app.components.problem_places import choose_level, draw_counts, draw_list
from app.components.problem_quadrant import draw_panel
from app.components.problem_settings import choose_settings, draw_saving
from app.components.selection import Selection
from app.problem_figures import Pairing
from app.problem_view_loaders import PlaceView
from app.session import current_person
from app.text import lokasi as text
from app.text import screens


def show_places(selection: Selection, pairing: Pairing, level_of_scope: str) -> None:
    """The settings, the quadrant and the map beside it, the list, and the desa chosen."""
    person, scope = current_person(), pairing.scope_code
    settings = choose_settings(scope)
    draw_saving(person, scope, settings)
    inputs = problem_loaders.load_inputs(pairing)
    draw_notices(pairing, inputs, settings)
    problems = problem_loaders.load_problems(pairing, settings)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        level = choose_level(problems.table["level"], level_of_scope)
        year = choose_lokus_year(scope, pairing.period)
    view = PlaceView(pairing, settings, year, level)
    places, shown = problem_view_loaders.load_places(view), problem_view_loaders.load_shown(view)
    draw_counts(shown)
    draw_how("lokasi_masalah")
    left, right = st.columns(2, gap="medium")
    with right:
        st.subheader(text.MAP_TITLE, anchor=False)
        draw_map(selection, Drawn(scope, level, shown))
    with left:
        draw_panel(shown, settings, scope)
    draw_list(view, shown)
    draw_downloads(view, places, shown)
    draw_firmness(problems, view)
    draw_lokus(person, scope, year, places)


draw_page(screens.PAGE_LOKASI, text.INTRO, show_places)
