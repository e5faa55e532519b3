"""Program desa dan mitra: what APBDes, private money and self-help pay, reviewed by the camat."""

import streamlit as st

from app.components.frame import current_selection, draw_empty_database
from app.components.programs import (
    choose_view,
    draw_chosen,
    draw_nation,
    draw_title,
    pick_region,
)
from app.components.stage_choice import choose_year
from app.session import current_person
from app.text import program as text

selection, person = current_selection(), current_person()
code = pick_region(selection) if selection is not None else None
if selection is None or person is None:
    draw_empty_database()
elif code is None:
    draw_nation()
else:
    draw_title(code)
    st.text(text.INTRO)
    year = choose_year(code)
    view = choose_view(person, code)
    draw_chosen(person, code, year, view)
