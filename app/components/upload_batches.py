"""The imports that are in: who, when, what, in which state; and the way to withdraw one."""

import pandas as pd
import streamlit as st

from app import loaders
from app.access import Account, NotAllowedError
from app.actions.batches import withdraw_batch
from app.components.acknowledged import say_next, take_said
from app.format import escape_markdown, format_count, format_period
from app.text import uploads as text
from app.text.findings import describe
from app.upload_loaders import Batch, load_batch, load_batches, load_may_withdraw

_MESSAGE = "_impor_pesan"
_REPLACED_ONLY = frozenset({"anggaran", "tematik", "akun"})


def draw_batches(person: Account) -> None:
    """List the imports; one chosen shows what it was, and whether it can be withdrawn."""
    message = take_said(_MESSAGE)
    if message:
        st.success(message, icon=":material/undo:")
    batches = load_batches()
    if batches.empty:
        st.info(text.BATCHES_EMPTY)
        return
    st.text(text.BATCHES_INTRO)
    table = _tabulate(batches)
    chosen = st.dataframe(
        table,
        hide_index=True,
        column_config=text.BATCH_COLUMNS
        | {"imported_at": st.column_config.TextColumn(text.BATCH_COLUMNS["imported_at"])},
        on_select="rerun",
        selection_mode="single-row",
        placeholder="",
        key="daftar_impor",
    )
    rows = chosen["selection"]["rows"]
    if rows and rows[0] < len(batches):
        batch = load_batch(int(batches["id"].iloc[rows[0]]))
        if batch is not None:
            _draw_batch(person, batch)


def _tabulate(batches: pd.DataFrame) -> pd.DataFrame:
    shown = batches.assign(
        imported_at=pd.to_datetime(batches["imported_at"], utc=True)
        .dt.tz_convert("Asia/Jakarta")
        .dt.strftime("%d-%m-%Y %H.%M WIB"),
        kind=batches["kind"].map(text.KINDS),
        row_count=[format_count(count) for count in batches["row_count"]],
        status=[
            _describe_state(state, by)
            for state, by in zip(batches["status"], batches["replaced_by_id"], strict=True)
        ],
        found=[format_count(sum(_findings(report).values())) for report in batches["report"]],
    )
    return shown[list(text.BATCH_COLUMNS)]


def _describe_state(state: str, by: float | None) -> str:
    word = text.STATES[state]
    if by is None or pd.isna(by):
        return word
    return text.STATE_REPLACED.format(state=word, by=int(by))


def _findings(report: dict[str, object]) -> dict[str, int]:
    found = report.get("temuan")
    return found if isinstance(found, dict) else {}


def _draw_batch(person: Account, batch: Batch) -> None:
    title = text.BATCH_TITLE.format(batch=batch.id, name=batch.file_name)
    st.subheader(escape_markdown(title), anchor=False)
    for line in _describe_options(batch):
        st.text(line)
    found = _findings(batch.report)
    listed = "; ".join(
        text.BATCH_FINDING.format(count=count, code=code.replace("_", " "))
        for code, count in found.items()
    )
    st.text(text.BATCH_FINDINGS.format(found=listed or text.BATCH_NO_FINDINGS))
    if batch.status != "ditarik":
        _offer_withdrawal(person, batch)


def _describe_options(batch: Batch) -> list[str]:
    lines = []
    for key, label in text.BATCH_OPTIONS.items():
        value = batch.options.get(key)
        if value:
            shown = format_period(value) if key == "periode" else str(value)
            lines.append(text.BATCH_OPTION.format(label=label, value=shown))
    return lines


def _offer_withdrawal(person: Account, batch: Batch) -> None:
    if batch.kind in _REPLACED_ONLY:
        st.caption(text.WITHDRAW_BUDGET)
        return
    if not load_may_withdraw(person, batch.id):
        st.caption(text.WITHDRAW_NOT_YOURS)
        return
    st.text(text.WITHDRAW_EXPLAINED)
    sure = st.checkbox(text.WITHDRAW_CONFIRM.format(batch=batch.id), key=f"tarik_yakin_{batch.id}")
    pressed = st.button(
        text.WITHDRAW, disabled=not sure, icon=":material/undo:", key=f"tarik_{batch.id}"
    )
    if not pressed:
        return
    try:
        outcome = withdraw_batch(loaders.load_engine(), person, batch.id)
    except NotAllowedError:
        st.error(text.WITHDRAW_NOT_YOURS)
        return
    if outcome.refusal is not None:
        st.error(escape_markdown(describe(outcome.refusal)))
        return
    rows = format_count(outcome.row_count)
    say_next(_MESSAGE, text.WITHDRAWN.format(batch=batch.id, rows=rows))
    st.rerun()
