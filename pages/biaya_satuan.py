"""Biaya satuan: what reaching one more person costs, by the region's own word, and the need."""

import streamlit as st

from app.components.costs import draw_costs, draw_nation, draw_title, pick_region
from app.components.frame import current_selection, draw_empty_database
from app.session import current_person
from app.text import biaya as text

selection, person = current_selection(), current_person()
code = pick_region(selection) if selection is not None else None
if selection is None or person is None:
    draw_empty_database()
elif code is None:
    draw_nation()
else:
    draw_title(code)
    st.text(text.INTRO)
    draw_costs(person, code)
