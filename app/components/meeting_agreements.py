"""What else a meeting agreed: priority services, and who is honoured."""

import secrets

import streamlit as st

from app import loaders, meeting_loaders
from app.access import Account
from app.actions import rembuk_outcomes
from app.actions.rembuk_outcomes import AppreciationDraft, RowChange
from app.components.meeting_message import end_with, try_action
from app.coverage_words import name_service
from app.format import escape_markdown
from app.meeting_loaders import Appreciation, Meeting, Priority
from app.meeting_words import describe_result
from app.problem_words import list_services
from app.text import rembuk as text

_NEW = "_rembuk_apresiasi_baru"


def draw_priorities(person: Account, meeting: Meeting, *, editable: bool) -> None:
    """The agreed priority services with their notes; a form for whoever records."""
    st.subheader(text.PRIORITY_TITLE, anchor=False)
    stored = meeting_loaders.load_priorities(meeting.id)
    if not editable:
        for line in _write_priorities(stored) or [text.PRIORITY_NONE]:
            st.text(line)
        return
    token = "_".join(f"{each.item_code}{each.version}" for each in stored)
    services = list(list_services())
    chosen = st.multiselect(
        text.PRIORITY_LABEL,
        services,
        default=[each.item_code for each in stored],
        format_func=name_service,
        key=f"rembuk_prioritas_{meeting.id}_{token}",
        placeholder=text.CHOOSE,
    )
    notes = {each.item_code: each.note or "" for each in stored}
    wanted = {
        code: st.text_input(
            text.PRIORITY_NOTE.format(service=escape_markdown(name_service(code))),
            notes.get(code, ""),
            max_chars=2000,
            key=f"rembuk_catatan_{meeting.id}_{code}_{token}",
        )
        for code in sorted(chosen)
    }
    is_changed = {code: note.strip() for code, note in wanted.items()} != notes
    if st.button(text.SAVE, key="rembuk_prioritas_simpan", type="primary", disabled=not is_changed):
        result = try_action(
            lambda: rembuk_outcomes.save_priorities(
                loaders.load_engine(), person, meeting, stored, wanted
            )
        )
        end_with(result, text.PRIORITY_SAVED)


def draw_appreciations(person: Account, meeting: Meeting, *, editable: bool) -> None:
    """Who is honoured and for what; a form for whoever records."""
    st.subheader(text.APPRECIATION_TITLE, anchor=False)
    stored = meeting_loaders.load_appreciations(meeting.id)
    if not stored:
        st.text(text.APPRECIATION_NONE)
    for each in stored:
        with st.container(border=True):
            st.markdown(f"**{escape_markdown(each.receiver)}**")
            st.text(each.reason)
            if editable:
                _draw_removal(person, meeting, each)
    if editable:
        with st.expander(text.APPRECIATION_NEW, icon=":material/add:"):
            _draw_form(person, meeting)


def _write_priorities(stored: tuple[Priority, ...]) -> list[str]:
    return [
        text.PRIORITY_LINE.format(service=name_service(each.item_code), note=each.note)
        if each.note
        else name_service(each.item_code)
        for each in stored
    ]


def _draw_removal(person: Account, meeting: Meeting, each: Appreciation) -> None:
    with st.popover(text.REMOVE, type="tertiary"):
        st.text(text.REMOVE_APPRECIATION)
        if st.button(text.REMOVE_YES, key=f"rembuk_apresiasi_hapus_{each.id}", type="primary"):
            result = try_action(
                lambda: rembuk_outcomes.save_rows(
                    loaders.load_engine(),
                    person,
                    meeting,
                    [RowChange(each, None)],
                    f"hapus{each.id}",
                )
            )
            end_with(result, text.APPRECIATION_REMOVED)


def _draw_form(person: Account, meeting: Meeting) -> None:
    token = st.session_state.setdefault(f"{_NEW}_{meeting.id}", secrets.token_hex(8))
    with st.form(f"rembuk_apresiasi_{token}", border=False, enter_to_submit=False):
        receiver = st.text_input(text.RECEIVER, max_chars=200, key=f"rembuk_penerima_{token}")
        reason = st.text_area(text.REASON, max_chars=2000, height=80, key=f"rembuk_alasan_{token}")
        pressed = st.form_submit_button(text.SAVE, type="primary")
    if not pressed:
        return
    change = RowChange(None, AppreciationDraft(receiver, reason))
    result = try_action(
        lambda: rembuk_outcomes.save_rows(loaders.load_engine(), person, meeting, [change], token)
    )
    if result.fault is not None:
        st.error(escape_markdown(describe_result(result, "")[1]))
        return
    del st.session_state[f"{_NEW}_{meeting.id}"]
    end_with(result, text.APPRECIATION_ADDED)
