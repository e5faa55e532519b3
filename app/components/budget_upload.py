"""Handing in a budget from SIPD: whose, which year and snapshot, the file, its check, the save."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from app import loaders
from app.access import Account, NotAllowedError
from app.actions.anggaran import budget_years, owners_for
from app.actions.anggaran_outcome import BudgetOutcome
from app.actions.anggaran_uploads import BUDGET_MB, BudgetUpload, check_budget, save_budget
from app.actions.uploads import Upload
from app.components.acknowledged import begin_save, finish_save, say_next, take_said
from app.components.budget_upload_columns import choose_budget_columns, draw_remembered
from app.components.budget_upload_result import (
    describe_saved,
    draw_agencies,
    draw_lines,
    draw_sums,
)
from app.components.problem_choice import draw_links
from app.components.upload_result import draw_findings
from app.format import escape_markdown, format_count
from app.stage_loaders import load_now
from app.text import anggaran_masuk as text
from app.text import uploads as upload_text

_CHECKED, _ROUND, _MESSAGE = "_anggaran_diperiksa", "_anggaran_putaran", "_anggaran_pesan"
_LEFT = "_anggaran_hasil"
AGAIN = "_anggaran_ulang"
_ENDINGS = ["xlsx", "xlsm", "csv", "gz", "json"]


def draw_budget_upload(person: Account) -> None:
    """The whole way of a budget: choose, hand in, check, save."""
    finish_save(_LEFT, _note_saved)
    _draw_message()
    asked = _choose(owners_for(person))
    round_ = st.session_state.get(_ROUND, 0)
    sent = st.file_uploader(
        upload_text.FILE_LABEL,
        type=_ENDINGS,
        key=f"anggaran_berkas_{round_}",
        max_upload_size=BUDGET_MB,
    )
    st.caption(upload_text.FILE_HINT.format(kinds=text.FILE_KINDS, mb=BUDGET_MB))
    if sent is not None:
        file = Upload(sent.name, sent.getvalue())
        _check_and_save(person, replace(asked, file=file))


def _choose(owners: Sequence[str]) -> BudgetUpload:
    """Whose budget, which snapshot of which year, by which nomenclature."""
    columns = st.columns([3, 3, 2, 3], vertical_alignment="top")
    owner = columns[0].selectbox(
        text.OWNER_LABEL,
        owners,
        format_func=_name,
        placeholder=upload_text.CHOOSE,
        key="anggaran_pemilik",
    )
    kind = columns[1].selectbox(
        text.SNAPSHOT_LABEL,
        list(text.SNAPSHOT_OPTIONS),
        format_func=text.SNAPSHOT_OPTIONS.__getitem__,
        help=text.SNAPSHOT_HELP,
        placeholder=upload_text.CHOOSE,
        filter_mode=None,
        key="anggaran_potret",
    )
    first, last = budget_years(kind)
    years = list(range(last, first - 1, -1))
    usual = datetime.now(UTC).year + (kind == "rencana")
    year = columns[2].selectbox(
        text.YEAR_LABEL,
        years,
        index=years.index(usual),
        placeholder=upload_text.CHOOSE,
        filter_mode=None,
        key=f"anggaran_tahun_{kind}",
    )
    nomenclature = columns[3].text_input(
        text.NOMENCLATURE_LABEL,
        placeholder=text.NOMENCLATURE_HINT,
        help=text.NOMENCLATURE_HELP,
        max_chars=40,
        key="anggaran_nomenklatur",
    )
    return BudgetUpload(Upload("", b""), owner, year, kind, nomenclature)


def _name(code: str) -> str:
    region = loaders.load_region(code)
    return region.name if region else code


def _check_and_save(person: Account, upload: BudgetUpload) -> None:
    mark = _fingerprint(upload)
    known: tuple[str, BudgetOutcome] | None = st.session_state.get(_CHECKED)
    pressed = st.button(
        upload_text.CHECK, type="primary" if known is None else "secondary", key="anggaran_periksa"
    )
    if pressed or st.session_state.pop(AGAIN, False):
        outcome = _check(person, upload)
        if outcome is None:
            return
        known = st.session_state[_CHECKED] = (mark, outcome)
    if known is None:
        return
    if known[0] != mark:
        st.info(upload_text.CHANGED)
        return
    _draw_outcome(person, upload, known[1])


def _check(person: Account, upload: BudgetUpload) -> BudgetOutcome | None:
    name = escape_markdown(upload.file.name)
    with st.status(upload_text.CHECKING.format(name=name), expanded=False) as status:
        try:
            outcome = check_budget(loaders.load_engine(), person, upload)
        except NotAllowedError:
            st.session_state.pop(_CHECKED, None)
            status.update(label=text.REFUSED, state="error")
            return None
        bad = outcome.error_count > 0
        label = upload_text.CHECKED_WITH_ERRORS.format(name=name) if bad else upload_text.CHECKED
        status.update(label=label, state="error" if bad else "complete")
        return outcome


def _draw_outcome(person: Account, upload: BudgetUpload, outcome: BudgetOutcome) -> None:
    draw_sums(outcome)
    if outcome.remembered is not None:
        draw_remembered(person, upload.wilayah_code, outcome.remembered, AGAIN)
    if outcome.samples:
        choose_budget_columns(person, upload.wilayah_code, outcome.samples, AGAIN)
    draw_findings(upload.file.name, outcome, load_now(upload.wilayah_code))
    draw_agencies(upload.wilayah_code, outcome)
    draw_lines(outcome)
    if outcome.error_count:
        st.error(upload_text.MUST_MEND.format(count=format_count(outcome.error_count)))
        return
    agreed = True
    if outcome.warning_count:
        question = upload_text.CONFIRM_WARNINGS.format(count=format_count(outcome.warning_count))
        agreed = st.checkbox(question, key=f"anggaran_yakin_{_fingerprint(upload)}")
    else:
        st.success(upload_text.READY)
    label, icon = upload_text.SAVE, ":material/save:"
    if st.button(label, type="primary", disabled=not agreed, icon=icon, key="anggaran_simpan"):
        _save(person, upload)


def _save(person: Account, upload: BudgetUpload) -> None:
    engine, left = loaders.load_engine(), begin_save(_LEFT)
    with st.spinner(upload_text.SAVING):
        try:
            left.append((upload, save_budget(engine, person, upload)))
        except NotAllowedError:
            st.error(text.REFUSED)
            return
    st.rerun()


def _note_saved(upload: BudgetUpload, outcome: BudgetOutcome) -> None:
    if outcome.stored is None:  # something changed since the check
        st.session_state[_CHECKED] = (_fingerprint(upload), outcome)
        return
    say_next(_MESSAGE, (describe_saved(outcome.stored), upload.wilayah_code))
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.session_state.pop(_CHECKED, None)


def _draw_message() -> None:
    message, code = take_said(_MESSAGE) or (None, "")
    if message:
        st.success(message, icon=":material/check_circle:")
        draw_links(code, ("penandaan", text.LINK_TAGGING), ("anggaran", text.LINK_BUDGET))


def _fingerprint(upload: BudgetUpload) -> str:
    """What a check was made of: the file and every option."""
    parts = (upload.wilayah_code, str(upload.year), upload.kind, upload.nomenclature)
    digest = hashlib.sha256("\x1f".join(parts).encode())
    digest.update(b"\x1e" + upload.file.content)
    return digest.hexdigest()[:16]
