"""The signed copy that closes a meeting, other documents, and opening it again."""

import hashlib

import streamlit as st

from analysis.stages import can_enter
from app import entry_loaders, loaders
from app.access import Account
from app.actions import rembuk, rembuk_closing
from app.components.attachments import draw_attachments
from app.components.entry_frame import read_part_state
from app.components.meeting_message import end_with, try_action
from app.format import escape_markdown
from app.meeting_loaders import Meeting
from app.meeting_words import write_missing
from app.text import rembuk as text

LARGEST_MB = 10


def draw_closing(person: Account, meeting: Meeting, *, editable: bool) -> None:
    """Draw the signed copy, its upload for whoever records, and the meeting's documents."""
    st.subheader(text.CLOSE_TITLE, anchor=False)
    _draw_signed(meeting)
    if editable:
        _draw_upload(person, meeting)
    elif not meeting.is_open and rembuk.may_record(person, meeting):
        _draw_reopening(person, meeting)
    part = rembuk.part_of(meeting)
    draw_attachments(
        person,
        rembuk_closing.documents_subject(meeting),
        part.wilayah_code,
        part.part,
        locked=not editable,
    )


def _draw_signed(meeting: Meeting) -> None:
    files = entry_loaders.load_attachments(rembuk_closing.signed_subject(meeting))
    if files.empty and not meeting.is_open:
        st.text(text.SIGNED_NONE)
    for row in files.itertuples(index=False):
        st.markdown(f"[{escape_markdown(row.file_name)}](/lampiran/{row.id})")


def _draw_upload(person: Account, meeting: Meeting) -> None:
    st.text(text.CLOSE_INTRO)
    blocking = rembuk_closing.list_blocking(meeting)
    if blocking:
        words = text.CLOSE_BLOCKED.format(what=write_missing(blocking))
        st.warning(escape_markdown(words), icon=":material/checklist:")
        return
    file = st.file_uploader(
        text.CLOSE_FILE,
        type=list(rembuk_closing.SIGNED_ENDINGS),
        key=f"rembuk_pindaian_{meeting.id}",
        max_upload_size=LARGEST_MB,
    )
    pressed = st.button(
        text.CLOSE,
        type="primary",
        key="rembuk_tutup",
        disabled=file is None,
        icon=":material/lock:",
    )
    if not pressed or file is None:
        return
    content, name = file.getvalue(), file.name
    token = f"{file.file_id}-{hashlib.sha256(content).hexdigest()[:16]}"
    result = try_action(
        lambda: rembuk_closing.close_meeting(
            loaders.load_engine(), person, meeting, name, content, token
        )
    )
    end_with(result, text.CLOSED if result.is_handed_in else text.CLOSED_ONLY)


def _draw_reopening(person: Account, meeting: Meeting) -> None:
    state, _ = read_part_state(rembuk.part_of(meeting))
    if not can_enter(state):
        return
    with st.form(f"rembuk_buka_lagi_{meeting.id}"):
        st.text(text.REOPEN_INTRO)
        reason = st.text_area(
            text.REOPEN_REASON, max_chars=2000, height=80, key="rembuk_alasan_buka"
        )
        if st.form_submit_button(text.REOPEN, type="primary"):
            result = try_action(
                lambda: rembuk_closing.reopen_meeting(
                    loaders.load_engine(), person, meeting, reason
                )
            )
            end_with(result, text.REOPENED)
