"""The entry workbook of one kecamatan and period: the template to download, the file to hand in."""

import hashlib

import streamlit as st

from app import ansit_loaders, loaders
from app.access import Account, NotAllowedError
from app.actions.ansit import LARGEST_MB, Upload, check_ansit, parties_for, save_ansit
from app.actions.outcome import ImportOutcome
from app.ansit_form import name_template
from app.components.acknowledged import begin_save, finish_save, say_next, take_said
from app.components.upload_result import EXCEL, draw_findings
from app.entry_words import head_item, write_period
from app.format import escape_markdown, format_count
from app.items import find_item
from app.stage_loaders import load_now
from app.text import ansit as text

_CHECKED, _ROUND, _MESSAGE = "_ansit_diperiksa", "_ansit_putaran", "_ansit_pesan"
_LEFT = "_ansit_hasil"
_ROW, _HEAD, _TALLEST = 35, 40, 360


def draw_ansit_upload(person: Account, kecamatan_code: str, period: str) -> None:
    """Offer the template of a kecamatan and period, and take it back filled in.

    `period`: "2026", "2026-S1". Whoever enters for none of the parties only downloads.
    """
    finish_save(_LEFT, _note_saved)
    message = take_said(_MESSAGE)
    with st.expander(text.SECTION, icon=":material/table_view:", expanded=bool(message)):
        if message:
            st.success(message, icon=":material/check_circle:")
        st.text(text.INTRO)
        st.download_button(
            text.DOWNLOAD.format(period=write_period(period)),
            data=lambda: ansit_loaders.load_template(kecamatan_code, period),
            file_name=name_template(kecamatan_code, period),
            mime=EXCEL,
            icon=":material/download:",
            on_click="ignore",
            key=f"templat_ansit_{kecamatan_code}_{period}",
        )
        parties = parties_for(person, kecamatan_code)
        if parties:
            _draw_upload(person, kecamatan_code, parties)
        else:
            st.caption(text.ONLY_READ)


def _draw_upload(person: Account, kecamatan_code: str, parties: list[str]) -> None:
    turn = st.session_state.setdefault(_ROUND, 0)
    sent = st.file_uploader(
        text.UPLOAD,
        type=["xlsx"],
        key=f"ansit_berkas_{kecamatan_code}_{turn}",
        max_upload_size=LARGEST_MB,
    )
    named = ", ".join(text.SHEETS[party] for party in parties)
    st.caption(text.UPLOAD_HINT.format(mb=LARGEST_MB, parties=named))
    if sent is None:
        return
    upload = Upload(sent.name, sent.getvalue())
    mark = hashlib.sha256(upload.content).hexdigest()[:16] + kecamatan_code
    known: tuple[str, ImportOutcome] | None = st.session_state.get(_CHECKED)
    if known is None or known[0] != mark:
        outcome = _check(person, upload, kecamatan_code)
        if outcome is None:
            return
        known = st.session_state[_CHECKED] = (mark, outcome)
    _draw_outcome(person, upload, kecamatan_code, known[1], mark)


def _check(person: Account, upload: Upload, kecamatan_code: str) -> ImportOutcome | None:
    with st.spinner(text.CHECKING):
        try:
            return check_ansit(loaders.load_engine(), person, upload, kecamatan_code)
        except NotAllowedError:
            st.error(text.REFUSED)
            return None


def _draw_outcome(
    person: Account, upload: Upload, kecamatan_code: str, outcome: ImportOutcome, mark: str
) -> None:
    _draw_figures(outcome)
    draw_findings(upload.name, outcome, load_now(kecamatan_code))
    changes = 0 if outcome.preview is None else len(outcome.preview)
    if outcome.error_count:
        st.error(text.MUST_MEND.format(count=format_count(outcome.error_count)))
        return
    _draw_preview(outcome)
    if not changes:
        st.info(text.NOTHING)
        return
    agreed = True
    if outcome.warning_count:
        question = text.CONFIRM.format(count=format_count(outcome.warning_count))
        agreed = st.checkbox(question, key=f"ansit_yakin_{mark}")
    label = text.SAVE.format(count=format_count(changes))
    if st.button(label, type="primary", disabled=not agreed, key="ansit_simpan"):
        _save(person, upload, kecamatan_code, mark)


def _draw_figures(outcome: ImportOutcome) -> None:
    figures = outcome.figures
    if not figures:
        return
    shown = ((text.NEW, "baru"), (text.CHANGED, "berubah"), (text.CLEARED, "dikosongkan"))
    period = write_period(str(figures["periode"]))
    st.text(text.RECOGNISED.format(place=figures["kecamatan"], period=period))
    with st.container(horizontal=True):
        for label, name in shown:
            count = figures[name]
            value = format_count(count if isinstance(count, int) else None)
            st.metric(label, value, border=True, width=150)


def _draw_preview(outcome: ImportOutcome) -> None:
    table = outcome.preview
    if table is None or table.empty:
        return
    items = [find_item(code) for code in table["item_code"]]
    headings = [
        head_item(item) if item is not None else code
        for item, code in zip(items, table["item_code"], strict=True)
    ]
    shown = table.assign(item=headings)[list(text.PREVIEW_COLUMNS)]
    shown = shown.assign(
        before=[format_count(value, text.EMPTY) for value in shown["before"]],
        after=[format_count(value, text.EMPTY) for value in shown["after"]],
    )
    title = text.PREVIEW.format(count=format_count(len(table)))
    with st.container():
        st.caption(escape_markdown(title))
        st.dataframe(
            shown.rename(columns=text.PREVIEW_COLUMNS),
            hide_index=True,
            width="stretch",
            height=min(_HEAD + _ROW * len(shown), _TALLEST),
            key="ansit_pratinjau",
        )


def _save(person: Account, upload: Upload, kecamatan_code: str, mark: str) -> None:
    engine, left = loaders.load_engine(), begin_save(_LEFT)
    with st.spinner(text.SAVING):
        try:
            saved = save_ansit(engine, person, upload, kecamatan_code, warnings_seen=True)
            left.append((mark, saved))
        except NotAllowedError:
            st.error(text.REFUSED)
            return
    st.rerun()


def _note_saved(mark: str, outcome: ImportOutcome) -> None:
    if outcome.written is None:  # something changed since the check
        st.session_state[_CHECKED] = (mark, outcome)
        return
    say_next(_MESSAGE, _describe_saved(outcome))
    st.session_state[_ROUND] += 1  # an uploader made anew is empty
    st.session_state.pop(_CHECKED, None)


def _describe_saved(outcome: ImportOutcome) -> str:
    written = outcome.written
    if written is None or written.unchanged:
        return text.UNCHANGED
    period = write_period(str(outcome.figures["periode"]))
    count = format_count(written.row_count)
    return text.SAVED.format(batch=written.batch_id, count=count, period=period)
