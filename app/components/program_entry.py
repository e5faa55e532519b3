"""Recording programmes of a kecamatan: a new one, a change, a removal."""

from functools import partial
from typing import Literal, NoReturn

import pandas as pd
import streamlit as st

from analysis.stages import can_enter
from app import loaders, program_loaders
from app.access import Account, NotAllowedError, may
from app.actions import program as actions
from app.actions.program import PART, Program, ProgramResult, find_part
from app.components.entry_frame import read_part_state
from app.components.program_card import draw_card, draw_conflict, write_who
from app.components.program_form import Filled, Open, draw_form
from app.components.program_message import end
from app.components.row_form import close_form, draw_choice, take_change
from app.format import escape_markdown
from app.program_words import write_option
from app.stage_words import name_agency
from app.text import program as text
from app.text import tahapan as stage_text

_NEW, _OPEN = "_program_baru", "_program_ubah"


def draw_entry(person: Account, code: str, year: int, programs: pd.DataFrame) -> None:
    """The form of a new programme and the way to change one, for whoever records them here."""
    if not may(person, actions.ACTION, code, PART):
        return
    if not takes_entries(code, year):
        return
    _draw_new(person, code, year, expanded=programs.empty)
    if not programs.empty:
        with st.expander(text.PICK, icon=":material/edit:", expanded=_OPEN in st.session_state):
            _draw_pick(person, code, programs)


def takes_entries(code: str, year: int) -> bool:
    """Tell whether the inventory of a kecamatan takes entries now; says why not."""
    state, _ = read_part_state(find_part(code, year))
    if can_enter(state):
        return True
    words = {"year": year, "agency": name_agency(PART, code), "state": stage_text.STATES[state]}
    st.info(escape_markdown(text.LOCKED_NOTE.format(**words)), icon=":material/lock:")
    return False


def _draw_new(person: Account, code: str, year: int, *, expanded: bool) -> None:
    key = f"{_NEW}_{code}_{year}"
    form: Open = st.session_state.setdefault(key, Open())
    with st.expander(text.NEW, expanded=expanded, icon=":material/add:"):
        filled = draw_form(form, program_loaders.load_desa(code))
    if not filled.is_saved:
        return
    if filled.draft is None or filled.fault:
        end("error", filled.fault)
    engine = loaders.load_engine()
    try:
        result = actions.add_program(engine, person, code, year, filled.draft, form.token)
    except NotAllowedError:
        end("error", text.FORBIDDEN)
    if result.number is not None:
        del st.session_state[key]  # the next form is empty
    end(*_describe(result, text.ADDED, year, code))


def _draw_pick(person: Account, code: str, programs: pd.DataFrame) -> None:
    names = {
        row.id: write_option(row.desa_name, row.activity, row.source, row.amount_idr)
        for row in programs.itertuples(index=False)
    }
    chosen: int = st.selectbox(
        text.PICK_LABEL,
        list(names),
        format_func=names.__getitem__,
        key="program_pilih",
        placeholder=text.CHOOSE,
    )
    form: Open | None = st.session_state.get(_OPEN)
    if form is not None and form.base is not None and form.base.id == chosen:
        change = partial(_change, person, form)
        if not draw_choice(form, _OPEN, "program", draw=draw_conflict, change=change):
            _take(person, form, draw_form(form, program_loaders.load_desa(code)))
        return
    program = program_loaders.load_program(chosen)
    if program is not None:
        draw_card(program)
        _draw_buttons(person, program)


def _draw_buttons(person: Account, program: Program) -> None:
    with st.container(horizontal=True):
        if st.button(text.CHANGE, key=f"program_ubah_{program.id}", icon=":material/edit:"):
            st.session_state[_OPEN] = Open(program)
            st.rerun()
        with st.popover(text.REMOVE, type="tertiary"):
            st.text(text.REMOVE_ASK)
            if st.button(text.REMOVE_YES, key=f"program_hapus_{program.id}", type="primary"):
                _remove(person, program)


def _take(person: Account, form: Open, filled: Filled) -> None:
    if filled.is_cancelled:
        close_form(_OPEN)
    if not filled.is_saved or form.base is None:
        return
    if filled.draft is None or filled.fault:
        end("error", filled.fault)
    form.ours = filled.draft
    _change(person, form, form.base)


def _change(person: Account, form: Open, base: Program) -> NoReturn:
    if form.ours is None:
        raise ValueError("nothing was filled in")
    try:
        result = actions.change_program(loaders.load_engine(), person, base, form.ours)
    except NotAllowedError:
        end("error", text.FORBIDDEN)
    take_change(form, _OPEN, result)
    end(*_describe(result, text.CHANGED, base.year, base.wilayah_code[:8]))


def _remove(person: Account, program: Program) -> NoReturn:
    try:
        result = actions.remove_program(loaders.load_engine(), person, program)
    except NotAllowedError:
        end("error", text.FORBIDDEN)
    if result.theirs is not None:
        who, when = write_who(result.theirs)
        end("error", text.REMOVE_CONFLICT.format(who=who, when=when))
    if result.is_gone:
        end("success", text.REMOVED)
    end(*_describe(result, text.REMOVED, program.year, program.wilayah_code[:8]))


def _describe(
    result: ProgramResult, done: str, year: int, code: str
) -> tuple[Literal["success", "error"], str]:
    if result.fault is not None:
        return "error", text.FAULTS[result.fault]
    if result.locked_state is not None:
        state = stage_text.STATES[result.locked_state]
        words = {"year": year, "agency": name_agency(PART, code), "state": state}
        return "error", text.LOCKED.format(**words)
    if result.is_gone:
        return "error", text.GONE
    return "success", done
