"""Attachments of a subject: listed with their links, added and withdrawn where one may."""

import hashlib
from typing import Any, NoReturn

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from app import entry_loaders, loaders
from app.access import Account, NotAllowedError, may
from app.actions.lampiran import ENDINGS, AttachResult, add_attachment, withdraw_attachment
from app.components.acknowledged import draw_said, end_run
from app.entry_words import write_size
from app.format import escape_markdown
from app.stage_words import write_moment
from app.text import lampiran as text
from app.text import tahapan as stage_text

_MESSAGE = "_pesan_lampiran"
_ROUND = "_lampiran_ke"
LARGEST_MB = 10


def draw_attachments(
    person: Account, subject: str, region_code: str, agency: str, *, locked: bool = False
) -> None:
    """Draw a subject's attachments; adding and withdrawing only where the person may enter.

    `subject` as `app.actions.lampiran.make_subject` writes it. `locked`: to be read only now.
    """
    st.subheader(text.TITLE, anchor=False)
    draw_said(f"{_MESSAGE}_{subject}")
    editable = not locked and may(person, "isi", region_code, agency)
    listed = entry_loaders.load_attachments(subject)
    if listed.empty:
        st.text(text.NONE)
    for row in listed.itertuples(index=False):
        _draw_row(person, subject, row, region_code, editable=editable)
    if editable:
        _draw_upload(person, subject)


def _draw_row(person: Account, subject: str, row: Any, region_code: str, *, editable: bool) -> None:
    names = entry_loaders.load_person_names()
    with st.container(horizontal=True, vertical_alignment="center"):
        label = f"[{escape_markdown(row.file_name)}](/lampiran/{row.id})"
        st.markdown(label, width="content")
        who = names.get(row.uploaded_by, row.uploaded_by)
        when = write_moment(row.uploaded_at, region_code)
        st.text(text.ROW.format(size=write_size(row.size_bytes), who=who, when=when))
        if editable:
            with st.popover(text.WITHDRAW, type="tertiary"):
                st.text(text.WITHDRAW_ASK.format(name=row.file_name))
                if st.button(text.WITHDRAW_YES, key=f"lampiran_tarik_{row.id}", type="primary"):
                    _withdraw(person, subject, int(row.id))


def _draw_upload(person: Account, subject: str) -> None:
    turn = st.session_state.setdefault(_ROUND, 0)
    file = st.file_uploader(
        text.UPLOAD,
        type=list(ENDINGS),
        key=f"lampiran_berkas_{subject}_{turn}",
        max_upload_size=LARGEST_MB,
        help=text.INTRO,
    )
    st.caption(text.INTRO)
    if file is not None and st.button(text.ADD, key=f"lampiran_tambah_{subject}"):
        _add(person, subject, file, turn)


def _add(person: Account, subject: str, file: UploadedFile, turn: int) -> NoReturn:
    content = file.getvalue()
    token = f"{file.file_id}-{hashlib.sha256(content).hexdigest()[:16]}"
    try:
        result = add_attachment(loaders.load_engine(), person, subject, file.name, content, token)
    except NotAllowedError:
        _end(subject, "error", text.FORBIDDEN)
    if result.number is not None:
        st.session_state[_ROUND] = turn + 1  # an uploader made anew is empty
    _end(subject, *_write_result(result, text.ADDED.format(name=file.name)))


def _withdraw(person: Account, subject: str, number: int) -> NoReturn:
    try:
        result = withdraw_attachment(loaders.load_engine(), person, number)
    except NotAllowedError:
        _end(subject, "error", text.FORBIDDEN)
    _end(subject, *_write_result(result, text.WITHDRAWN))


def _write_result(result: AttachResult, done: str) -> tuple[str, str]:
    if result.fault is not None:
        return "error", text.FAULTS[result.fault].format()
    if result.locked_state is not None:
        return "error", text.LOCKED.format(state=stage_text.STATES[result.locked_state])
    return "success", done


def _end(subject: str, severity: str, sentence: str) -> NoReturn:
    end_run(f"{_MESSAGE}_{subject}", severity, sentence)
