"""Tahapan: the stages of one region's year; their steps, who acts next, and acting."""

import streamlit as st

from app import stage_loaders
from app.access import Account
from app.components.frame import current_selection, draw_empty_database
from app.components.stage_bulk import draw_bulk
from app.components.stage_choice import choose_year, stage_region
from app.components.stage_gates import draw_gates, draw_statement
from app.components.stage_link import draw_work_link
from app.components.stage_overview import choose_own_stage, draw_overview, draw_steps, list_own
from app.components.stages import draw_stage_bar
from app.format import escape_markdown
from app.session import current_person
from app.target_words import name_region
from app.text import screens
from app.text import tahapan as text


def show_stages(person: Account, code: str) -> None:
    """One stage to work on, then all of them, then what was said of the year's data."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        year = choose_year(code)
        own = list_own(code, year)
        stage = choose_own_stage(own)
    draw_stage_bar(person, code, year, stage.code)
    draw_work_link(person, code, stage, year)
    draw_gates(person, code, year, stage)
    draw_bulk(person, code, year)
    draw_steps(code, year, stage)
    st.subheader(text.ALL_STAGES.format(year=year), anchor=False)
    draw_overview(own, code)
    draw_statement(person, code, year)


selection, person = current_selection(), current_person()
if selection is None or person is None:
    draw_empty_database()
else:
    places = stage_loaders.load_places(stage_region(selection))
    name = name_region(places[0].code if places else selection.code)
    st.title(escape_markdown(f"{screens.PAGE_TAHAPAN} · {name}"), anchor=False)
    if places:
        st.text(text.INTRO)
        show_stages(person, places[0].code)
    else:
        st.subheader(text.NO_STAGES_TITLE, anchor=False)
        st.text(text.NO_STAGES)
