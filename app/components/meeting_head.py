"""The head of a meeting: how it stands, what it says, what it lacks; its form."""

import streamlit as st

from analysis.meetings import BLOCKING, MeetingHead, list_missing
from analysis.stages import can_enter
from app import loaders, meeting_loaders
from app.access import Account
from app.actions import rembuk as actions
from app.components.entry_frame import read_part_state
from app.components.meeting_message import end, end_with, try_action
from app.components.stages import draw_state
from app.format import escape_markdown, format_count
from app.meeting_loaders import Meeting
from app.meeting_words import describe_result, name_stage, write_head, write_when
from app.stage_words import name_agency
from app.text import rembuk as text
from app.text import tahapan as stage_text

_WRONG_COUNT = -1


def draw_heading(person: Account, meeting: Meeting) -> bool:
    """What the meeting is and how it stands; returns whether this person records in it now."""
    part = actions.part_of(meeting)
    state, _ = read_part_state(part)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        label, icon = text.STATES[meeting.state], ":material/groups:"
        st.badge(label, color="orange" if meeting.is_open else "green", icon=icon)
        draw_state(state, name_stage(part.stage))
    for line in write_head(meeting):
        st.text(line)
    may = actions.may_record(person, meeting)
    if not may:
        agency = name_agency(part.part, meeting.wilayah_code)
        st.caption(escape_markdown(text.READ_ONLY.format(agency=agency)))
    elif not meeting.is_open:
        st.info(text.CLOSED_NOTE, icon=":material/lock:")
    elif not can_enter(state):
        words = text.STAGE_LOCKED.format(state=stage_text.STATES[state])
        st.info(words, icon=":material/lock:")
    return may and meeting.is_open and can_enter(state)


def draw_readiness(meeting: Meeting) -> None:
    """Whether the berita acara can be printed, else what is missing."""
    missing = find_missing(meeting)
    if not missing:
        st.success(text.READY_YES, icon=":material/task_alt:")
        return
    title = text.READY_NO.format(count=format_count(len(missing)))
    with st.expander(f"{text.READY_TITLE} {title}", icon=":material/checklist:"):
        for code in missing:
            words = text.MISSING[code]
            if code in BLOCKING:
                words = text.MISSING_MUST.format(what=words, must=text.READY_MUST)
            st.text(f"• {words}")


def find_missing(meeting: Meeting) -> tuple[str, ...]:
    """What the record lacks, by code: see `analysis.meetings.list_missing`."""
    present = sum(bool(each.is_present) for each in meeting_loaders.load_participants(meeting.id))
    own = meeting_loaders.load_commitments(meeting.wilayah_code)
    return list_missing(
        actions.head_of(meeting),
        is_frozen=meeting.frozen_at is not None,
        present=present,
        agreed=meeting_loaders.load_agreed_count(meeting.id),
        commitments=sum(each.rembuk_id == meeting.id for each in own),
    )


def draw_head_form(person: Account, meeting: Meeting) -> None:
    """The form of the head, filled with what is stored."""
    # Made anew with every version, so that it never shows what is no longer so.
    token = f"{meeting.id}_{meeting.version}"
    with (
        st.expander(text.HEAD_EDIT, expanded=not meeting.chair_name, icon=":material/edit:"),
        st.form(f"rembuk_kepala_{token}", border=False, enter_to_submit=False),
    ):
        head = _draw_fields(meeting, token)
        if st.form_submit_button(text.SAVE, type="primary"):
            _save(person, meeting, head)


def _draw_fields(meeting: Meeting, token: str) -> MeetingHead:
    def key(name: str) -> str:
        return f"rembuk_{name}_{token}"

    with st.grid(min_column_width=260):
        held_on = st.date_input(
            text.HELD_ON, value=meeting.held_on, format="DD/MM/YYYY", key=key("tanggal")
        )
        place = st.text_input(text.PLACE, meeting.place or "", max_chars=200, key=key("tempat"))
        chair = st.text_input(
            text.CHAIR_NAME, meeting.chair_name or "", max_chars=120, key=key("pimpinan")
        )
        office = st.text_input(
            text.CHAIR_OFFICE,
            meeting.chair_office or "",
            max_chars=160,
            key=key("jabatan"),
            placeholder=text.CHAIR_OFFICE_HINT,
        )
        count = st.text_input(
            text.COUNT,
            "" if meeting.participant_count is None else str(meeting.participant_count),
            key=key("jumlah"),
            placeholder=text.COUNT_HINT,
        )
        number = st.text_input(
            text.NUMBER,
            meeting.document_number or "",
            max_chars=120,
            key=key("nomor"),
            placeholder=text.NUMBER_HINT,
        )
    agenda = st.text_area(
        text.AGENDA, meeting.agenda or "", max_chars=2000, height=110, key=key("agenda")
    )
    return MeetingHead(held_on, place, chair, office, _read_count(count), agenda, number)


def _read_count(typed: str) -> int | None:
    plain = typed.strip().replace(".", "")
    if not plain:
        return None
    return int(plain) if plain.isascii() and plain.isdigit() else _WRONG_COUNT


def _save(person: Account, meeting: Meeting, head: MeetingHead) -> None:
    result = try_action(lambda: actions.change_head(loaders.load_engine(), person, meeting, head))
    if result.fault is not None:
        # The form keeps what was typed.
        st.error(escape_markdown(describe_result(result, "")[1]))
        return
    if result.theirs is not None:
        theirs = result.theirs
        sentence = write_when(
            theirs.updated_by, theirs.updated_at, theirs.wilayah_code, text.HEAD_THEIRS
        )
        words = "; ".join(str(each) for each in (head.place, head.chair_name, head.agenda) if each)
        end("error", f"{sentence} {text.HEAD_YOURS.format(words=words)}" if words else sentence)
    end_with(result, text.HEAD_SAVED)
