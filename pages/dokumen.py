"""Dokumen: every document that the guideline expects of a region and year, to take along."""

import streamlit as st

from app.components.frame import current_selection, draw_empty_database
from app.components.guideline import (
    draw_documents,
    draw_title,
    draw_wrong_level,
    pick_region,
)
from app.components.stage_choice import choose_year
from app.session import current_person
from app.text import dokumen as text

selection, person = current_selection(), current_person()
code = pick_region(selection) if selection is not None else None
if selection is None or person is None:
    draw_empty_database()
elif code is None:
    draw_wrong_level()
else:
    draw_title(code)
    st.text(text.INTRO)
    draw_documents(code, choose_year(code))
