"""Nasib usulan: what became of each proposal, from its meeting to the realisation."""

import streamlit as st

from app.access import Account
from app.components.breadcrumb import draw_breadcrumb
from app.components.fate_board import (
    choose_proposal,
    choose_shown,
    draw_counts,
    draw_download,
    draw_waiting,
    load_look,
)
from app.components.fate_detail import draw_detail
from app.components.fate_message import draw_message
from app.components.frame import current_selection, draw_empty_database
from app.components.problem_choice import draw_heading, draw_links
from app.components.stage_choice import choose_year, stage_region
from app.session import current_person
from app.text import benang as text
from app.text import screens


def show_fates(person: Account, code: str) -> None:
    """Counts on top, what waits, the list, and the proposal that is picked."""
    year = choose_year(code)
    draw_message()
    look = load_look(code, year)
    if not look.proposals:
        st.subheader(text.FATE_EMPTY_TITLE.format(year=year), anchor=False)
        st.text(text.FATE_EMPTY)
        draw_links(code, ("rembuk", text.LINK_MEETING))
        return
    st.text(text.FATE_INTRO.format(year=year, next=year + 1))
    draw_counts(look)
    draw_waiting(look)
    shown = choose_shown(look)
    proposal = choose_proposal(look, shown)
    draw_download(look, shown)
    if proposal is not None:
        draw_detail(person, look, proposal)


selection, person = current_selection(), current_person()
if selection is None or person is None:
    draw_empty_database()
elif selection.region.level == "nasional":
    st.title(screens.PAGE_NASIB, anchor=False)
    st.subheader(text.FATE_NATION_TITLE, anchor=False)
    st.text(text.FATE_NATION)
else:
    code = stage_region(selection)
    draw_heading(screens.PAGE_NASIB, code)
    draw_breadcrumb(selection)
    show_fates(person, code)
