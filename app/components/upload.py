"""Handing in a file: what it is, the file itself, its check, and the save."""

import hashlib
from dataclasses import replace

import streamlit as st

from app import loaders
from app.access import Account, NotAllowedError
from app.actions.anggaran_uploads import BUDGET, LISTS, budget_kinds_for
from app.actions.uploads import (
    BOUNDARY_MB,
    TABLE_MB,
    ImportOutcome,
    Upload,
    UploadRequest,
    check_upload,
    kinds_for,
    save_upload,
)
from app.components.acknowledged import begin_save, finish_save, say_next, take_said
from app.components.budget_skpd import draw_pairs
from app.components.budget_upload import draw_budget_upload
from app.components.budget_upload_lists import draw_list_upload
from app.components.upload_columns import choose_columns
from app.components.upload_names import chosen_names, match_names_by_hand
from app.components.upload_next import draw_next, keep_next
from app.components.upload_options import choose_options
from app.components.upload_result import draw_findings, draw_preview, draw_recognised
from app.format import escape_markdown, format_count
from app.stage_loaders import load_now
from app.text import uploads as text

_CHECKED = "_unggah_diperiksa"
_NO_OPTIONS = frozenset({"survei", "fasilitas"})
_ROUND = "_unggah_putaran"
_MESSAGE, _LEFT = "_unggah_pesan", "_unggah_hasil"
_ENDINGS = {
    "pengukuran": ["xlsx", "xlsm", "csv", "gz"],
    "survei": ["xlsx", "xlsm", "csv", "gz"],
    "fasilitas": ["xlsx", "xlsm", "csv", "gz"],
    "wilayah": ["gpkg", "geojson", "json", "fgb", "parquet", "zip", "csv", "gz", "xlsx", "xlsm"],
}


def draw_upload(person: Account) -> None:
    """The whole way of a file: choose, hand in, check, save."""
    kinds = [*kinds_for(person), *budget_kinds_for(person)]
    if not kinds:
        st.info(text.NOT_ALLOWED)
        return
    st.text(text.INTRO)
    finish_save(_LEFT, _note_saved)
    _draw_message(person)
    kind = st.segmented_control(
        text.KIND_LABEL,
        kinds,
        format_func=text.KINDS.__getitem__,
        default=kinds[0],
        required=True,
        key="unggah_jenis",
    )
    st.caption(text.KIND_HINTS[kind])
    if kind == BUDGET:
        draw_budget_upload(person)
        draw_pairs(person)
        return
    if kind == LISTS:
        draw_list_upload(person)
        return
    request = _choose_file(person, kind)
    if request is not None:
        _check_and_save(person, request)


def _choose_file(person: Account, kind: str) -> UploadRequest | None:
    round_ = st.session_state.get(_ROUND, 0)
    empty = UploadRequest(kind, Upload("", b""))
    asked = empty if kind in _NO_OPTIONS else choose_options(person, empty)
    most = BOUNDARY_MB if kind == "wilayah" else TABLE_MB
    sent = st.file_uploader(
        text.FILE_LABEL,
        type=_ENDINGS[kind],
        key=f"unggah_berkas_{kind}_{round_}",
        max_upload_size=most,
    )
    kinds = text.FILE_KINDS.get(kind, text.FILE_KINDS["table"])
    st.caption(text.FILE_HINT.format(kinds=kinds, mb=most))
    if sent is None or asked is None:
        return None
    return replace(asked, file=Upload(sent.name, sent.getvalue()))


def _check_and_save(person: Account, request: UploadRequest) -> None:
    request = replace(request, confirmed=chosen_names(_fingerprint(request)))
    mark = _fingerprint(request) + str(request.confirmed)
    known: tuple[str, ImportOutcome] | None = st.session_state.get(_CHECKED)
    pressed = st.button(text.CHECK, type="primary" if known is None else "secondary")
    if pressed or st.session_state.pop("_unggah_ulang", False):
        outcome = _check(person, request)
        if outcome is None:
            return
        known = st.session_state[_CHECKED] = (mark, outcome)
    if known is None:
        return
    if known[0] != mark:
        st.info(text.CHANGED)
        return
    _draw_outcome(person, request, known[1])


def _check(person: Account, request: UploadRequest) -> ImportOutcome | None:
    name = escape_markdown(request.file.name)
    with st.status(text.CHECKING.format(name=name), expanded=False) as status:
        try:
            outcome = check_upload(loaders.load_engine(), person, request)
        except NotAllowedError as refused:
            st.session_state.pop(_CHECKED, None)
            sentence = text.REFUSED.format(code=refused.region_code)
            status.update(label=sentence, state="error")
            return None
        bad = outcome.error_count > 0
        label = text.CHECKED_WITH_ERRORS.format(name=name) if bad else text.CHECKED
        status.update(label=label, state="error" if bad else "complete")
        return outcome


def _draw_outcome(person: Account, request: UploadRequest, outcome: ImportOutcome) -> None:
    draw_recognised(person, request, outcome)
    if outcome.samples:
        choose_columns(person, request, outcome.samples)
    if outcome.unmatched:
        match_names_by_hand(_fingerprint(request), outcome.unmatched)
    draw_findings(request.file.name, outcome, load_now(request.area_code or loaders.NATION))
    draw_preview(request.kind, outcome)
    if outcome.error_count:
        st.error(text.MUST_MEND.format(count=format_count(outcome.error_count)))
        return
    agreed = True
    if outcome.warning_count:
        question = text.CONFIRM_WARNINGS.format(count=format_count(outcome.warning_count))
        agreed = st.checkbox(question, key=f"unggah_yakin_{_fingerprint(request)}")
    else:
        st.success(text.READY)
    if st.button(text.SAVE, type="primary", disabled=not agreed, icon=":material/save:"):
        _save(person, request)


def _save(person: Account, request: UploadRequest) -> None:
    engine, left = loaders.load_engine(), begin_save(_LEFT)
    with st.spinner(text.SAVING):
        try:
            left.append((person, request, save_upload(engine, person, request)))
        except NotAllowedError as refused:
            st.error(text.REFUSED.format(code=refused.region_code))
            return
    st.rerun()


def _note_saved(person: Account, request: UploadRequest, outcome: ImportOutcome) -> None:
    if outcome.written is None:  # something changed since the check
        mark = _fingerprint(request) + str(request.confirmed)
        st.session_state[_CHECKED] = (mark, outcome)
        return
    if not (outcome.written.unchanged and take_said(_MESSAGE)):  # not the second click's find
        say_next(_MESSAGE, _describe_saved(outcome))
    keep_next(person, request)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.session_state.pop(_CHECKED, None)


def _describe_saved(outcome: ImportOutcome) -> str:
    written = outcome.written
    if written is None:
        raise ValueError("nothing was saved")
    if written.unchanged:
        return text.UNCHANGED.format(batch=written.batch_id)
    rows = format_count(written.row_count)
    if written.replaced_batches:
        replaced = ", ".join(map(str, written.replaced_batches))
        return text.SAVED_REPLACING.format(batch=written.batch_id, rows=rows, replaced=replaced)
    return text.SAVED.format(batch=written.batch_id, rows=rows)


def _draw_message(person: Account) -> None:
    message = take_said(_MESSAGE)
    if message:
        st.success(message, icon=":material/check_circle:")
        draw_next(person)


def _fingerprint(request: UploadRequest) -> str:
    """What a check was made of: the file and every option but the names given by hand."""
    parts = [request.kind, request.period, request.source, str(request.area_code)]
    parts.append(str(request.create_puskesmas))
    digest = hashlib.sha256("\x1f".join(parts).encode())
    for upload in (request.file, request.mapping, request.crosswalk):
        digest.update(b"\x1e" + (upload.content if upload else b""))
    return digest.hexdigest()[:16]
