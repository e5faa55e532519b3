"""Regulasi dan publikasi: what supports the stages of a region, and with which evidence."""

import streamlit as st

from app.components.frame import current_selection, draw_empty_database
from app.components.stage_choice import choose_year
from app.components.support import (
    choose_kind,
    draw_kind,
    draw_nation,
    draw_title,
    pick_region,
)
from app.session import current_person
from app.text import dukungan as text

selection, person = current_selection(), current_person()
code = pick_region(selection) if selection is not None else None
if selection is None or person is None:
    draw_empty_database()
elif code is None:
    draw_nation()
else:
    draw_title(code)
    st.text(text.INTRO)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        year = choose_year(code)
        kind = choose_kind()
    draw_kind(person, kind, code, year)
