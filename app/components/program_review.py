"""The camat's review: several programmes approved at once, or returned with a note."""

from typing import NoReturn

import pandas as pd
import streamlit as st

from app import loaders
from app.access import Account, NotAllowedError, may
from app.actions import program_review as actions
from app.actions.program_review import APPROVED, LONGEST_NOTE, RETURNED, REVIEWER
from app.components.program_list import configure_list, tabulate_list
from app.components.program_message import end
from app.components.program_overview import style_numbers
from app.components.table_height import fit_height
from app.format import escape_markdown, format_count
from app.program_figures import WAITING
from app.program_words import write_option
from app.target_words import name_region
from app.text import program as text

_SHOWN = ("desa_name", "activity", "source", "partner", "amount_idr", "service", "volume", "unit")
_ROWS_SHOWN = 12


def draw_review(person: Account, code: str, programs: pd.DataFrame) -> None:
    """What waits for the camat; for others only who reviews it."""
    waiting = programs[programs["review"] == WAITING]
    if not may(person, "setujui", code, REVIEWER):
        st.caption(escape_markdown(text.REVIEW_OTHERS.format(name=name_region(code))))
        _draw_table(waiting)
        return
    st.text(text.REVIEW_INTRO)
    _draw_table(waiting)
    if not waiting.empty:
        _draw_approve(person, code, waiting)
    returnable = programs[programs["review"] != RETURNED]
    if not returnable.empty:
        with st.expander(text.REVIEW_RETURN_TITLE, icon=":material/undo:"):
            _draw_return(person, code, returnable)


def _draw_table(waiting: pd.DataFrame) -> None:
    if waiting.empty:
        st.text(text.REVIEW_NONE)
        return
    columns = {name: text.LIST_COLUMNS[name] for name in _SHOWN}
    table = tabulate_list(waiting)[list(columns)].rename(columns=columns)
    st.dataframe(
        style_numbers(table, [columns["amount_idr"]]),
        hide_index=True,
        width="stretch",
        height=fit_height(len(table), _ROWS_SHOWN),
        placeholder=text.NO_VALUE,
        column_config=configure_list(),
    )


def _draw_approve(person: Account, code: str, waiting: pd.DataFrame) -> None:
    chosen = _choose(text.REVIEW_PICK, waiting, f"program_setujui_{_key(waiting)}", every=True)
    label = text.REVIEW_APPROVE.format(count=format_count(len(chosen)))
    if st.button(label, key="program_setujui", type="primary", disabled=not chosen):
        _store(person, code, chosen, APPROVED)


def _draw_return(person: Account, code: str, programs: pd.DataFrame) -> None:
    st.caption(text.REVIEW_RETURN_HINT)
    key = f"program_kembali_{_key(programs)}"
    chosen = _choose(text.REVIEW_RETURN_PICK, programs, key, every=False)
    note = st.text_area(text.REVIEW_NOTE, max_chars=LONGEST_NOTE, key=f"{key}_catatan")
    label = text.REVIEW_RETURN.format(count=format_count(len(chosen)))
    if st.button(label, key="program_kembalikan", disabled=not chosen):
        _store(person, code, chosen, RETURNED, note)


def _choose(label: str, programs: pd.DataFrame, key: str, *, every: bool) -> dict[int, int]:
    """The chosen programmes: the version that was seen by the number."""
    rows = list(programs.itertuples(index=False))
    names = {r.id: write_option(r.desa_name, r.activity, r.source, r.amount_idr) for r in rows}
    chosen = st.multiselect(
        label,
        list(names),
        default=list(names) if every else [],
        format_func=names.__getitem__,
        key=key,
        placeholder=text.CHOOSE,
    )
    versions = {row.id: row.version for row in rows}
    return {number: versions[number] for number in chosen}


def _key(programs: pd.DataFrame) -> int:
    """Another list is another widget: a programme that is new is never approved unseen."""
    return hash(tuple(zip(programs["id"], programs["version"], strict=True)))


def _store(
    person: Account, code: str, seen: dict[int, int], state: str, note: str = ""
) -> NoReturn:
    try:
        result = actions.review(loaders.load_engine(), person, code, seen, state, note)
    except NotAllowedError:
        end("error", text.REVIEW_FORBIDDEN)
    if result.fault is not None:
        end("error", text.FAULTS[result.fault])
    missed = len(result.outcome.moved) + len(result.outcome.gone)
    if missed:
        end("error", text.REVIEW_MOVED.format(count=format_count(missed)))
    count = format_count(result.outcome.reviewed)
    end("success", text.REVIEW_DONE[state].format(count=count))
