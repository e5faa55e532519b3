"""Cakupan: which services reach their target and which do not, where, and how many are missing."""

import streamlit as st

from app import coverage_loaders
from app.components.breadcrumb import draw_breadcrumb
from app.components.coverage import (
    VIEWS,
    Place,
    choose_period,
    choose_view,
    draw_empty,
    draw_line,
    draw_no_rows,
    draw_notes,
    find_place,
    load_look,
)
from app.components.coverage_detail import draw_detail
from app.components.coverage_downloads import draw_downloads
from app.components.coverage_heatmap import draw_heatmap
from app.components.coverage_table import draw_table
from app.components.frame import current_selection, draw_empty_database
from app.components.how_computed import draw_how
from app.format import escape_markdown
from app.session import begin_fragment
from app.text import screens as text


@st.fragment
def show_services(place: Place, periods: list[str]) -> None:
    """The part that another period or cell repaints: line, heatmap or table, detail, downloads."""
    begin_fragment()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        period = choose_period(periods)
        view = choose_view()
    look = load_look(place, period)
    draw_line(look)
    draw_how("cakupan")
    if not look.heatmap.rows:
        draw_no_rows(place)
        return
    draw_notes(look)
    if view == VIEWS[0]:
        draw_heatmap(look)
        draw_detail(look)
    else:
        draw_table(look)
    draw_downloads(look)


selection = current_selection()
if selection is None:
    draw_empty_database()
else:
    place = find_place(selection)
    st.title(escape_markdown(f"{text.PAGE_CAKUPAN} · {place.name}"), anchor=False)
    draw_breadcrumb(selection)
    periods = coverage_loaders.load_coverage_periods(place.code)
    if periods:
        show_services(place, periods)
    else:
        draw_empty(place)
