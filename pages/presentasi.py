"""Presentasi: the story of a meeting, chosen, frozen and shown on the wall."""

import streamlit as st

from app.actions.presentasi import may_prepare
from app.components.frame import current_selection, draw_empty_database
from app.components.presentation_choice import (
    choose_kind,
    choose_story,
    draw_new,
    draw_title,
    find_region,
)
from app.components.presentation_message import draw_message
from app.components.presentation_prepare import draw_slides
from app.components.presentation_return import PAGE, is_presenting
from app.components.presentation_show import draw_show
from app.components.presentation_start import draw_ready, draw_start
from app.components.stage_choice import choose_year
from app.session import current_person
from app.text import presentasi as text
from app.text import screens

selection, person = current_selection(), current_person()
if person is not None and is_presenting(PAGE):
    draw_show(person)
    st.stop()
if selection is None or person is None:
    draw_empty_database()
    st.stop()
code = find_region(selection)
if code is None:
    st.title(screens.PAGE_PRESENTASI, anchor=False)
    st.subheader(text.WRONG_LEVEL_TITLE, anchor=False)
    st.text(text.WRONG_LEVEL)
    st.stop()
draw_title(screens.PAGE_PRESENTASI, code)
st.caption(text.INTRO)
with st.container(horizontal=True, vertical_alignment="bottom"):
    year = choose_year(code)
    kind = choose_kind()
    story = choose_story(code, year, kind)
draw_message()
if story is None:
    draw_ready(person, code, year, kind, selection.source)
    draw_new(person, code, year, kind, expanded=True)
else:
    editable = may_prepare(person, code, year)
    head = st.container()
    is_changed = draw_slides(person, story, editable=editable)
    with head:
        draw_start(person, story, selection.source, editable=editable, is_changed=is_changed)
    draw_new(person, code, year, kind, expanded=False)
