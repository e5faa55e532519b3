"""Riwayat: who changed what and when, before and after; taking one change back."""

import streamlit as st

from app import entry_loaders
from app.components.frame import current_selection, draw_empty_database
from app.components.history import draw_history
from app.components.history_filter import choose_filter
from app.components.history_revert import draw_revert_message
from app.format import escape_markdown
from app.session import current_person
from app.target_words import name_region
from app.text import riwayat as text
from app.text import screens

selection, person = current_selection(), current_person()
if selection is None or person is None:
    draw_empty_database()
else:
    title = f"{screens.PAGE_RIWAYAT} · {name_region(selection.code)}"
    st.title(escape_markdown(title), anchor=False)
    st.text(text.INTRO)
    draw_revert_message()
    people = entry_loaders.load_actors()
    draw_history(person, selection, choose_filter(selection, people), people)
