"""Finding the line of a budget that carries a proposal: suggestions, a search, one press."""

import secrets
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from app import budget_loaders, thread_loaders
from app.access import Account
from app.actions import nasib as actions
from app.budget_figures import Snapshot
from app.budget_words import name_snapshot
from app.components.fate_message import end_with, try_action
from app.format import format_count, format_idr
from app.loaders import load_engine
from app.text import benang as text
from app.thread_figures import Proposal
from app.thread_suggestions import search_lines, suggest_lines

_OWNERS = (5, 2)  # the kabupaten's budget, then the province's
_MOST_FOUND = 200
_FORM = "_nasib_formulir"


def draw_match(person: Account, proposal: Proposal) -> None:
    """Choose a budget, a line of it, and the part that is the proposal's."""
    snapshots = list_snapshots(proposal)
    st.markdown(f"**{text.MATCH_TITLE}**")
    if not snapshots:
        st.text(text.MATCH_NONE.format(year=proposal.year + 1))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        snapshot = _choose_snapshot(proposal, snapshots)
        words = st.text_input(
            text.SEARCH, placeholder=text.SEARCH_HINT, key=f"nasib_cari_{proposal.id}", width=420
        )
    found = _find_lines(proposal, snapshot, words or "")
    if found.empty:
        st.text(text.NOTHING_FOUND)
        return
    _draw_form(person, proposal, snapshot, found, words or "")


def list_snapshots(proposal: Proposal) -> list[Snapshot]:
    """The budgets that may carry a proposal: those of the years after its meeting come first."""
    owners = dict.fromkeys(proposal.wilayah_code[:length] for length in _OWNERS)
    every = [each for owner in owners for each in budget_loaders.load_snapshots(owner)]
    fitting = [each for each in every if each.year >= proposal.year]
    wanted = proposal.execution_year or proposal.year + 1
    return sorted(fitting, key=lambda each: (len(each.wilayah_code) != 5, each.year != wanted))


def _choose_snapshot(proposal: Proposal, snapshots: Sequence[Snapshot]) -> Snapshot:
    by_id = {each.id: each for each in snapshots}
    chosen: int = st.selectbox(
        text.SNAPSHOT,
        list(by_id),
        format_func=lambda number: name_snapshot(by_id[number]),
        key=f"nasib_potret_{proposal.id}",
        placeholder=text.CHOOSE,
        filter_mode=None,
        width=260,
    )
    return by_id[chosen]


def _find_lines(proposal: Proposal, snapshot: Snapshot, words: str) -> pd.DataFrame:
    lines = thread_loaders.load_lines(snapshot)
    if words.strip():
        return search_lines(lines, words).head(_MOST_FOUND)
    return suggest_lines(proposal, lines, thread_loaders.load_tags(snapshot))


def _draw_form(
    person: Account, proposal: Proposal, snapshot: Snapshot, found: pd.DataFrame, words: str
) -> None:
    options = {int(row["line_id"]): row for row in found.to_dict("records")}
    token = st.session_state.setdefault(_FORM, secrets.token_hex(8))
    label = text.SUGGESTED
    if words.strip():
        label = text.FOUND.format(words=words.strip(), count=format_count(len(found)))
    key = f"nasib_tautan_{proposal.id}_{snapshot.id}_{token}"
    with st.form(key, border=False):
        chosen: int = st.selectbox(
            label,
            list(options),
            format_func=lambda number: _write_option(options[number]),
            key=f"{key}_baris",
            placeholder=text.CHOOSE,
        )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            amount = st.text_input(
                text.PART, placeholder=text.PART_HINT, key=f"{key}_bagian", width=260
            )
            whole = st.checkbox(text.WHOLE, key=f"{key}_seluruh", width="content")
        pressed = st.form_submit_button(text.LINK_BUTTON, icon=":material/link:")
    if not pressed:
        return
    row = options[chosen]
    line_key = None if whole else str(row["line_key"])
    ref = actions.LineRef(snapshot.id, str(row["subkegiatan_code"]), line_key)
    result = try_action(
        lambda: actions.link(load_engine(), person, proposal.id, ref, amount or "", token)
    )
    if result.is_done:
        del st.session_state[_FORM]
    end_with(result, text.LINKED)


def _write_option(row: dict[str, object]) -> str:
    option = text.OPTION.format(
        description=row["description"] or text.LINE_NO_DESCRIPTION,
        subkegiatan=row["subkegiatan_name"],
        skpd=row["skpd_name"],
        total=format_idr(int(str(row["total_idr"]))),
    )
    reasons = row.get("alasan")
    if not isinstance(reasons, tuple) or not reasons:
        return option
    why = ", ".join(text.WHYS[each] for each in reasons)
    return text.OPTION_WHY.format(option=option, why=why)
