"""What participants said of the scores when they were read out, and what was answered."""

import secrets

import streamlit as st

from analysis.monev import COMPONENTS
from analysis.stages import can_enter
from app import assessment_loaders, loaders
from app.access import Account
from app.actions import penilaian as actions
from app.actions.penilaian import ClarificationDraft
from app.assessment_loaders import Clarification
from app.components.assessment_message import end, run_action
from app.components.entry_frame import read_part_state
from app.format import escape_markdown
from app.meeting_words import name_person
from app.stage_words import write_moment
from app.text import penilaian as text
from app.text import tahapan as stage_text

_FORM = "_penilaian_klarifikasi"


def draw_clarifications(person: Account, code: str, year: int) -> None:
    """The clarifications of a region's year; new ones and answers for whoever records."""
    st.text(text.CLARIFICATION_INTRO)
    state, _ = read_part_state(actions.find_assessment_part(code, year))
    editable = actions.may_record(person, code, year) and can_enter(state)
    if actions.may_record(person, code, year) and not editable:
        words = text.LOCKED_NOTE.format(state=stage_text.STATES[state])
        st.info(words, icon=":material/lock:")
    stored = assessment_loaders.load_clarifications(code, year)
    if not stored:
        st.text(text.CLARIFICATION_NONE.format(year=year))
    for each in stored:
        _draw_one(person, each, editable=editable)
    if editable:
        _draw_new(person, code, year)


def _draw_one(person: Account, each: Clarification, *, editable: bool) -> None:
    with st.container(border=True):
        head = text.CLARIFICATION_HEAD.format(
            component=text.COMPONENTS[each.component], asked_by=each.asked_by
        )
        st.markdown(f"**{escape_markdown(head)}**")
        st.text(each.statement)
        if each.answer:
            st.text(text.CLARIFICATION_ANSWERED.format(answer=each.answer))
        else:
            st.badge(text.CLARIFICATION_OPEN, color="orange", icon=":material/help:")
        when = write_moment(each.updated_at, each.wilayah_code)
        st.caption(
            escape_markdown(stage_text.BY_WHEN.format(name=name_person(each.updated_by), when=when))
        )
        if editable:
            with st.expander(text.CLARIFICATION_EDIT):
                _draw_edit(person, each)


def _draw_edit(person: Account, each: Clarification) -> None:
    key = f"klarifikasi_{each.id}_{each.version}"
    with st.form(key, border=False, enter_to_submit=False):
        draft = _draw_fields(key, each)
        with st.container(horizontal=True):
            saved = st.form_submit_button(text.CLARIFICATION_SAVE, type="primary")
            removed = st.form_submit_button(text.CLARIFICATION_REMOVE, type="tertiary")
    if saved or removed:
        result, obstacle = run_action(
            lambda: actions.change_clarification(
                loaders.load_engine(), person, each, None if removed else draft
            )
        )
        done = text.CLARIFICATION_REMOVED if removed else text.CLARIFICATION_DONE
        _finish(result.fault, obstacle, done)


def _draw_new(person: Account, code: str, year: int) -> None:
    token = st.session_state.setdefault(_FORM, secrets.token_hex(8))
    key = f"klarifikasi_baru_{token}"
    with (
        st.expander(text.CLARIFICATION_NEW, icon=":material/add:"),
        st.form(key, border=False, enter_to_submit=False),
    ):
        draft = _draw_fields(key, None)
        pressed = st.form_submit_button(text.CLARIFICATION_ADD, type="primary")
    if pressed:
        result, obstacle = run_action(
            lambda: actions.add_clarification(
                loaders.load_engine(), person, code, year, draft, token
            )
        )
        if result.is_done:
            st.session_state.pop(_FORM, None)
        _finish(result.fault, obstacle, text.CLARIFICATION_DONE)


def _finish(fault: str | None, obstacle: str, done: str) -> None:
    if fault is not None:
        st.error(obstacle)  # the form keeps what was typed
        return
    end("error" if obstacle else "success", obstacle or done)


def _draw_fields(key: str, base: Clarification | None) -> ClarificationDraft:
    with st.grid(min_column_width=240):
        component = st.selectbox(
            text.CLARIFICATION_COMPONENT,
            COMPONENTS,
            index=COMPONENTS.index(base.component) if base else 0,
            format_func=text.COMPONENTS.__getitem__,
            key=f"{key}_komponen",
            placeholder=text.CHOOSE,
            filter_mode=None,
        )
        asked_by = st.text_input(
            text.CLARIFICATION_ASKED,
            value=base.asked_by if base else "",
            max_chars=160,
            key=f"{key}_peserta",
            placeholder=text.CLARIFICATION_ASKED_HINT,
        )
    statement = st.text_area(
        text.CLARIFICATION_STATEMENT,
        value=base.statement if base else "",
        max_chars=2000,
        height=90,
        key=f"{key}_isi",
    )
    answer = st.text_area(
        text.CLARIFICATION_ANSWER,
        value=(base.answer or "") if base else "",
        max_chars=2000,
        height=90,
        key=f"{key}_jawaban",
    )
    return ClarificationDraft(component, asked_by, statement, answer or None)
