"""Target: what prevalence and coverage are held against; set here, with paces and a simulator."""

import streamlit as st

from app.components.frame import current_selection, draw_empty_database
from app.components.how_computed import draw_how
from app.components.stage_choice import choose_year
from app.components.targets import (
    choose_view,
    draw_bar,
    draw_chosen,
    draw_no_region,
    draw_title,
    pick_region,
)
from app.session import current_person
from app.text import target as text

selection, person = current_selection(), current_person()
code = pick_region(selection) if selection is not None else None
if selection is None or person is None:
    draw_empty_database()
elif code is None:
    draw_no_region()
else:
    draw_title(code)
    st.text(text.INTRO)
    draw_how("target")
    year = choose_year(code)
    draw_bar(person, code, year)
    view = choose_view(person, code)
    draw_chosen(person, selection, code, year, view)
