"""Beranda: where we are, where to look first, which data is in and how fresh it is."""

import streamlit as st

from app import loaders
from app.components.frame import (
    current_selection,
    draw_empty_database,
    draw_no_measurements,
    draw_title,
)
from app.components.home import draw_attention, draw_cards, draw_freshness
from app.components.view_choice import default_view, draw_grain_note
from app.components.waiting import acts, draw_waiting
from app.session import current_person
from app.text import screens as text

selection, person = current_selection(), current_person()
if selection is None or person is None:
    draw_empty_database()
elif selection.period is None:
    draw_title(text.APP_NAME, selection)
    draw_waiting(person, selection)  # a year starts before the first measurements are in
    draw_no_measurements(selection.region.name)
else:
    draw_title(text.APP_NAME, selection)
    st.text(text.HOME_INTRO)
    view = default_view(selection)
    table = loaders.load_region_table(view)
    draw_cards(selection, view, table)
    draw_grain_note(selection, view, table)
    if acts(person):
        draw_waiting(person, selection)
    draw_attention(selection, view, table)
    if not acts(person):
        draw_waiting(person, selection)
    draw_freshness(selection)
