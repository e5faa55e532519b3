"""Handing in the lists beside the budget: thematic sub kegiatan of a region, names of accounts."""

import hashlib
from dataclasses import replace

import streamlit as st

from app import loaders
from app.access import Account, NotAllowedError
from app.actions.anggaran_uploads import (
    ACCOUNTS,
    THEMATIC,
    ListUpload,
    check_list,
    lists_for,
    save_list,
)
from app.actions.outcome import ImportOutcome
from app.actions.uploads import TABLE_MB, Upload
from app.components.acknowledged import begin_save, finish_save, say_next, take_said
from app.components.budget_upload_result import draw_list_preview
from app.components.upload_result import draw_findings
from app.components.upload_thematic import draw_thematic
from app.format import escape_markdown, format_count
from app.stage_loaders import load_now
from app.text import anggaran_masuk as text
from app.text import uploads as upload_text

_CHECKED, _ROUND, _MESSAGE = "_daftar_diperiksa", "_daftar_putaran", "_daftar_pesan"
_LEFT = "_daftar_hasil"


def draw_list_upload(person: Account) -> None:
    """The way of a list, and the region's own list below it."""
    finish_save(_LEFT, _note_saved)
    message = take_said(_MESSAGE)
    if message:
        st.success(message, icon=":material/check_circle:")
    asked = _choose(lists_for(person))
    sent = st.file_uploader(
        upload_text.FILE_LABEL,
        type=["csv", "xlsx", "xlsm", "gz"],
        key=f"daftar_berkas_{st.session_state.get(_ROUND, 0)}",
        max_upload_size=TABLE_MB,
    )
    kinds = upload_text.FILE_KINDS["table"]
    st.caption(upload_text.FILE_HINT.format(kinds=kinds, mb=TABLE_MB))
    if sent is not None:
        _check_and_save(person, replace(asked, file=Upload(sent.name, sent.getvalue())))
    if asked.kind == THEMATIC:
        draw_thematic(person, asked.wilayah_code)


def _choose(regions: list[str]) -> ListUpload:
    left, middle, right = st.columns(3, vertical_alignment="top")
    kind = left.selectbox(
        text.LIST_LABEL,
        [THEMATIC, ACCOUNTS],
        format_func=text.LISTS.__getitem__,
        placeholder=upload_text.CHOOSE,
        filter_mode=None,
        key="daftar_jenis",
    )
    if kind == ACCOUNTS:
        return ListUpload(Upload("", b""), kind, regions[0])
    region = middle.selectbox(
        text.LIST_REGION_LABEL,
        regions,
        format_func=_name,
        placeholder=upload_text.CHOOSE,
        key="daftar_wilayah",
    )
    named = right.text_input(
        text.NOMENCLATURE_LABEL,
        placeholder=text.NOMENCLATURE_HINT,
        max_chars=40,
        key="daftar_nomenklatur",
    )
    return ListUpload(Upload("", b""), kind, region, named)


def _name(code: str) -> str:
    region = loaders.load_region(code)
    return region.name if region else code


def _check_and_save(person: Account, upload: ListUpload) -> None:
    mark = _fingerprint(upload)
    known: tuple[str, ImportOutcome] | None = st.session_state.get(_CHECKED)
    if st.button(upload_text.CHECK, key="daftar_periksa"):
        outcome = _run(person, upload, save=False)
        if outcome is None:
            return
        known = st.session_state[_CHECKED] = (mark, outcome)
    if known is None or known[0] != mark:
        return
    outcome = known[1]
    draw_findings(upload.file.name, outcome, load_now(upload.wilayah_code))
    draw_list_preview(outcome)
    if outcome.error_count:
        st.error(upload_text.MUST_MEND.format(count=format_count(outcome.error_count)))
        return
    if not st.button(upload_text.SAVE, type="primary", key="daftar_simpan"):
        return
    saved = _run(person, upload, save=True)
    if saved is not None and saved.written is not None:
        st.rerun()


def _note_saved(outcome: ImportOutcome) -> None:
    if outcome.written is None:
        return
    rows = format_count(outcome.written.row_count)
    words = text.UNCHANGED_LIST if outcome.written.unchanged else text.SAVED_LIST
    say_next(_MESSAGE, words.format(rows=rows))
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.session_state.pop(_CHECKED, None)


def _run(person: Account, upload: ListUpload, *, save: bool) -> ImportOutcome | None:
    name = escape_markdown(upload.file.name)
    engine, left = loaders.load_engine(), begin_save(_LEFT)
    with st.spinner(upload_text.CHECKING.format(name=name)):
        try:
            outcome = (save_list if save else check_list)(engine, person, upload)
        except NotAllowedError:
            st.error(text.LIST_REFUSED)
            return None
        if save:
            left.append((outcome,))
        return outcome


def _fingerprint(upload: ListUpload) -> str:
    parts = (upload.kind, upload.wilayah_code, upload.nomenclature)
    digest = hashlib.sha256("\x1f".join(parts).encode())
    digest.update(b"\x1e" + upload.file.content)
    return digest.hexdigest()[:16]
