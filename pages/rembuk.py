"""Rembuk dan pra-musrenbang: what a meeting agrees, recorded while it is agreed."""

import streamlit as st

from app.components.frame import current_selection, draw_empty_database
from app.components.meeting_choice import (
    choose_meeting,
    draw_nothing,
    draw_opening,
    draw_title,
    find_region,
)
from app.components.meeting_message import draw_message
from app.components.meeting_record import draw_record
from app.components.stage_choice import choose_year
from app.session import current_person
from app.text import rembuk as text
from app.text import screens

selection, person = current_selection(), current_person()
if selection is None or person is None:
    draw_empty_database()
    st.stop()
code = find_region(selection)
if code is None:
    st.title(screens.PAGE_REMBUK, anchor=False)
    st.subheader(text.WRONG_LEVEL_TITLE, anchor=False)
    st.text(text.WRONG_LEVEL)
    st.stop()
draw_title(screens.PAGE_REMBUK, code)
with st.container(horizontal=True, vertical_alignment="bottom"):
    year = choose_year(code)
    meeting = choose_meeting(code, year)
draw_message()
if meeting is None:
    draw_nothing(person, code, year)
    draw_opening(person, code, year, expanded=True)
else:
    draw_record(person, meeting, selection.source)
    draw_opening(person, code, year, expanded=False)
