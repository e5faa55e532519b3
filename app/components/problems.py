"""Problems of the situation analysis: to read, to record, to change and to remove."""

from functools import partial
from typing import Literal, NoReturn

import streamlit as st

from analysis.stages import can_enter
from app import loaders
from app.access import Account, NotAllowedError
from app.actions import masalah as actions
from app.actions.masalah import ProblemResult, StagePart
from app.ansit_loaders import Problem
from app.components.acknowledged import draw_said, end_run
from app.components.entry_frame import read_part_state
from app.components.problem_card import draw_card, draw_conflict
from app.components.problem_form import Filled, Open, draw_form
from app.components.row_form import close_form, draw_choice, take_change
from app.format import escape_markdown
from app.problem_words import write_who
from app.stage_words import name_agency
from app.text import masalah as text
from app.text import tahapan as stage_text

_MESSAGE, _NEW, _OPEN = "_pesan_masalah", "_masalah_baru", "_masalah_ubah"
Severity = Literal["success", "error"]


def draw_message() -> None:
    """Show what the last press came to."""
    draw_said(_MESSAGE)


def list_open_parts(person: Account, region_code: str, year: int, stage: str) -> list[str]:
    """The parts for which this person records problems now; says why not where one is locked."""
    found = []
    for part in actions.parts_for(person, region_code):
        state, _ = read_part_state(StagePart(region_code, year, stage, part))
        if can_enter(state):
            found.append(part)
        else:
            agency, words = name_agency(part, region_code), stage_text.STATES[state]
            note = text.LOCKED_NOTE.format(agency=agency, state=words)
            st.info(escape_markdown(note), icon=":material/lock:")
    return found


def draw_new(
    person: Account, region_code: str, year: int, stage: str, parts: list[str], *, expanded: bool
) -> None:
    """The form of a new problem, for whoever records for one of the open parts."""
    if not parts:
        return
    key = f"{_NEW}_{region_code}_{year}"
    form: Open = st.session_state.setdefault(key, Open())
    with st.expander(text.NEW, expanded=expanded, icon=":material/add:"):
        filled = draw_form(form, region_code, parts)
    if not filled.is_saved:
        return
    place = StagePart(region_code, year, stage, filled.part)
    try:
        result = actions.add_problem(loaders.load_engine(), person, place, filled.draft, form.token)
    except NotAllowedError:
        _end("error", text.FORBIDDEN)
    if result.number is not None:
        del st.session_state[key]  # the next form is empty
    _end(*_describe(result, text.ADDED))


def draw_problem(
    person: Account, problem: Problem, parts: list[str], places: dict[str, str]
) -> None:
    """One problem: to read, with its form in its place while it is being changed."""
    form: Open | None = st.session_state.get(_OPEN)
    mine = problem.part in parts
    with st.container(border=True):
        if not mine or form is None or form.base is None or form.base.id != problem.id:
            draw_card(problem, places)
            if mine:
                _draw_buttons(person, problem)
            return
        change = partial(_change, person, form)
        draw = partial(draw_conflict, places=places)
        if not draw_choice(form, _OPEN, "masalah", draw=draw, change=change):
            _take(person, form, draw_form(form, problem.wilayah_code, parts))


def _draw_buttons(person: Account, problem: Problem) -> None:
    with st.container(horizontal=True):
        if st.button(text.CHANGE, key=f"masalah_ubah_{problem.id}", icon=":material/edit:"):
            st.session_state[_OPEN] = Open(problem)
            st.rerun()
        with st.popover(text.REMOVE, type="tertiary"):
            st.text(text.REMOVE_ASK)
            if st.button(text.REMOVE_YES, key=f"masalah_hapus_{problem.id}", type="primary"):
                _remove(person, problem)


def _take(person: Account, form: Open, filled: Filled) -> None:
    if filled.is_cancelled:
        close_form(_OPEN)
    if filled.is_saved and form.base is not None:
        form.ours = filled.draft
        _change(person, form, form.base)


def _change(person: Account, form: Open, base: Problem) -> NoReturn:
    if form.ours is None:
        raise ValueError("nothing was filled in")
    try:
        result = actions.change_problem(loaders.load_engine(), person, base, form.ours)
    except NotAllowedError:
        _end("error", text.FORBIDDEN)
    take_change(form, _OPEN, result)
    _end(*_describe(result, text.CHANGED))


def _remove(person: Account, problem: Problem) -> NoReturn:
    try:
        result = actions.remove_problem(loaders.load_engine(), person, problem)
    except NotAllowedError:
        _end("error", text.FORBIDDEN)
    if result.theirs is not None:
        _, who, when = write_who(result.theirs)
        _end("error", text.REMOVE_CONFLICT.format(who=who, when=when))
    if result.is_gone:
        _end("success", text.REMOVED)
    _end(*_describe(result, text.REMOVED))


def _describe(result: ProblemResult, done: str) -> tuple[Severity, str]:
    if result.fault is not None:
        return "error", text.FAULTS[result.fault]
    if result.locked_state is not None:
        return "error", text.LOCKED.format(state=stage_text.STATES[result.locked_state])
    if result.is_gone:
        return "error", text.GONE
    return "success", done


def _end(severity: Severity, sentence: str) -> NoReturn:
    end_run(_MESSAGE, severity, sentence)
