"""Beranda: where we are, what is urgent, where to look first, which data is in and how fresh."""

import streamlit as st

from app import loaders
from app.components.alerts import draw_alerts, find_alerts
from app.components.first_visit import draw_first_visit
from app.components.frame import (
    current_selection,
    draw_empty_database,
    draw_no_measurements,
    draw_title,
)
from app.components.home import draw_attention, draw_cards, draw_freshness
from app.components.how_computed import draw_how
from app.components.view_choice import default_view, draw_grain_note
from app.components.waiting import acts, draw_waiting
from app.session import current_person
from app.text import screens as text

selection, person = current_selection(), current_person()
if selection is None or person is None:
    draw_empty_database()
elif selection.period is None:
    draw_title(text.APP_NAME, selection)
    draw_first_visit(person)
    draw_waiting(person, selection)  # a year starts before the first measurements are in
    draw_no_measurements(selection.region.name)
    draw_alerts(person, selection, find_alerts(person, selection, None, None))
else:
    draw_title(text.APP_NAME, selection)
    st.text(text.HOME_INTRO)
    draw_first_visit(person)
    view = default_view(selection)
    table = loaders.load_region_table(view)
    draw_cards(selection, view, table)
    draw_how("prevalensi")
    draw_grain_note(selection, view, table)
    if acts(person):
        draw_waiting(person, selection)
    urgent, look = st.container(), st.container()
    if not acts(person):
        draw_waiting(person, selection)
    draw_freshness(selection)
    # Alerts take the longest to find: everything else stands by then.
    alerts = find_alerts(person, selection, view, table)
    with urgent:
        draw_alerts(person, selection, alerts)
    with look:
        draw_attention(selection, view, table, told=alerts)
