"""Masalah dan usulan: which services lag where and why, and what is proposed."""

import streamlit as st

from app import stage_loaders
from app.access import Account
from app.actions.masalah import find_problem_stage
from app.ansit_loaders import load_problems
from app.components.frame import current_selection, draw_empty_database
from app.components.problem_list import (
    choose_shown,
    draw_count,
    draw_download,
    draw_nothing,
    write_title,
)
from app.components.problems import draw_message, draw_new, draw_problem, list_open_parts
from app.components.stage_choice import choose_year, stage_region
from app.components.stages import draw_stage_bar
from app.problem_words import name_places
from app.session import current_person
from app.stage_words import name_agency
from app.text import masalah as text
from app.text import screens


def show_problems(person: Account, code: str, name: str, stage: str) -> None:
    """How the stage stands, a new problem, and those there are."""
    year = choose_year(code)
    draw_stage_bar(person, code, year, stage)
    st.text(text.INTRO)
    draw_message()
    problems, places = load_problems(code, year, stage), name_places(code)
    parts = list_open_parts(person, code, year, stage)
    if not problems:
        agencies = [name_agency(each, code) for each in stage_loaders.load_stages()[stage].parts]
        draw_nothing(year, ", ".join(agencies), may_add=bool(parts))
    draw_new(person, code, year, stage, parts, expanded=not problems)
    if problems:
        shown = choose_shown(problems, places)
        draw_count(len(shown), len(problems))
        for problem in shown:
            draw_problem(person, problem, parts, places)
        draw_download(shown, places, name, year, stage)


selection, person = current_selection(), current_person()
if selection is None or person is None:
    draw_empty_database()
else:
    code = stage_region(selection)
    stage = find_problem_stage(code)
    places = stage_loaders.load_places(code) if stage is not None else ()
    name = places[0].name if places else selection.region.name
    st.title(write_title(screens.PAGE_MASALAH, name), anchor=False)
    if stage is None or not places:
        st.subheader(text.WRONG_LEVEL_TITLE, anchor=False)
        st.text(text.WRONG_LEVEL)
    else:
        show_problems(person, code, name, stage.code)
