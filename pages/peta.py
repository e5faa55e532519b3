"""Peta: where stunting is high, down to the desa, whether it falls, and how sure that is."""

import streamlit as st

from app import loaders
from app.components.breadcrumb import draw_breadcrumb
from app.components.downloads import draw_downloads
from app.components.facilities import ask_for_facilities
from app.components.frame import (
    current_selection,
    draw_empty_database,
    draw_no_measurements,
    draw_title,
)
from app.components.how_computed import draw_how
from app.components.map_panel import MapLook, choose_measure, draw_map, is_painted, paint_view
from app.components.ranking import draw_ranking
from app.components.reading import draw_method_notes, draw_sentences
from app.components.selection import Selection
from app.components.trend import draw_trend_of
from app.components.view_choice import choose_view, draw_grain_note
from app.session import begin_fragment
from app.text import screens as text


@st.fragment
def show_measure(selection: Selection) -> None:
    """The part that another level or measure repaints: map, sentences, ranking, downloads."""
    begin_fragment()
    with st.container(horizontal=True, vertical_alignment="center"):
        view = choose_view(selection)
        table = loaders.load_region_table(view)
        measure = choose_measure(table)
        facilities = ask_for_facilities(view.scope_code)
    note = st.container()
    painted = paint_view(table, measure, view, selection.code)
    look = MapLook(selection, view, table, painted, facilities)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        draw_map(look)
        draw_downloads(look)
    with note:
        draw_grain_note(selection, view, table)
    with right:
        draw_ranking(selection, table, painted)
    draw_sentences(selection, view, table)


selection = current_selection()
if selection is None:
    draw_empty_database()
elif selection.period is None:
    draw_title(text.PAGE_PETA, selection)
    draw_no_measurements(selection.region.name)
else:
    draw_title(text.PAGE_PETA, selection)
    draw_breadcrumb(selection)
    show_measure(selection)
    if is_painted():
        draw_trend_of(selection)
    draw_method_notes()
    draw_how("prevalensi")
