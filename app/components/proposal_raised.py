"""Proposals from below before a higher meeting: to look through, to narrow, to decide."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from analysis.proposals import AGREED, BIDANG, DECISIONS, UNDECIDED, is_complete
from app import loaders, proposal_loaders
from app.actions import usulan as actions
from app.actions.usulan import RaisedDecision
from app.components.proposal_decide import choose_decision
from app.components.proposal_message import draw_message, end, try_write
from app.components.table_height import fit_height
from app.format import format_count
from app.meeting_loaders import Meeting
from app.meeting_words import name_region
from app.proposal_books import Books
from app.proposal_loaders import RaisedProposal
from app.proposal_words import name_agency, name_bidang, write_cells
from app.session import begin_fragment, current_person
from app.text import usulan as text
from app.text.screens import DASH

_ROWS_SHOWN = 12
_WIDTHS = {"activity": 280, "aim": 170, "places": 150, "agency": 140}


@st.fragment
def draw_raised(meeting: Meeting, *, editable: bool) -> None:
    """Draw what was agreed below, narrowed by region, agency and bidang, with its decisions."""
    begin_fragment()
    raised = proposal_loaders.load_raised(meeting)
    st.subheader(text.RAISED_TITLE.format(count=format_count(len(raised))), anchor=False)
    if not raised:
        st.text(text.RAISED_NONE)
        return
    undecided = sum(each.decision == UNDECIDED for each in raised)
    places = len({each.proposal.wilayah_code for each in raised})
    counts = {"count": len(raised), "places": places, "undecided": undecided}
    words = {name: format_count(number) for name, number in counts.items()}
    st.text(text.RAISED_LINE.format(**words))
    books = proposal_loaders.load_books(meeting.wilayah_code, meeting.year)
    shown = _narrow(raised, books)
    chosen = _draw_table(shown, books, meeting, editable=editable)
    if editable:
        draw_message()
        _draw_decide(meeting, chosen)


def _narrow(raised: Sequence[RaisedProposal], books: Books) -> list[RaisedProposal]:
    """Let the person narrow the list; nothing chosen is all."""
    regions = list(dict.fromkeys(each.proposal.wilayah_code for each in raised))
    agencies = sorted({each.proposal.agency or "" for each in raised})
    with st.grid(min_column_width=180):
        region = _choose(text.FILTER_REGION, regions, name_region, "wilayah")
        agency = _choose(
            text.FILTER_AGENCY,
            agencies,
            lambda code: name_agency(code, books.agencies) or text.NONE_SET,
            "opd",
        )
        bidang = _choose(
            text.FILTER_BIDANG, ["", *BIDANG], lambda b: name_bidang(b) or text.NONE_SET, "bidang"
        )
        decision = _choose(
            text.FILTER_DECISION, list(DECISIONS), text.DECISIONS.__getitem__, "keputusan"
        )
    return [
        each
        for each in raised
        if region in (None, each.proposal.wilayah_code)
        and agency in (None, each.proposal.agency or "")
        and bidang in (None, each.proposal.bidang or "")
        and decision in (None, each.decision)
    ]


def _choose(label: str, options: list[str], write: Callable[[str], str], name: str) -> str | None:
    chosen: str | None = st.selectbox(
        label,
        options,
        index=None,
        format_func=write,
        key=f"usulan_saring_{name}",
        placeholder=text.ALL,
    )
    return chosen


def _draw_table(
    shown: Sequence[RaisedProposal], books: Books, meeting: Meeting, *, editable: bool
) -> list[RaisedProposal]:
    """The list; returns the rows chosen in it, or all of them."""
    rows = [_describe(each, books) for each in shown]
    table = pd.DataFrame(rows, columns=list(text.RAISED_COLUMNS.values()))
    config = {
        text.RAISED_COLUMNS[name]: st.column_config.TextColumn(width=width)
        for name, width in _WIDTHS.items()
    }
    config[text.RAISED_COLUMNS["amount"]] = st.column_config.TextColumn(alignment="right")
    options: dict[str, object] = {
        "hide_index": True,
        "width": "stretch",
        "height": fit_height(len(rows), _ROWS_SHOWN),
        "column_config": config,
    }
    if not editable:
        st.dataframe(table, **options)  # type: ignore[call-overload]
        return []
    # Another narrowing is another table: rows are chosen by position.
    ids = "_".join(str(each.proposal.id) for each in shown)
    key = f"usulan_bawah_{meeting.id}_{hash(ids)}"
    picked = st.dataframe(  # type: ignore[call-overload]
        table, on_select="rerun", selection_mode="multi-row", key=key, **options
    )
    label = text.CHOOSE_SHOWN.format(count=format_count(len(shown)))
    if shown and st.checkbox(label, key=f"{key}_semua"):
        return list(shown)
    return [shown[place] for place in picked.selection.rows if place < len(shown)]


def _draw_decide(meeting: Meeting, chosen: Sequence[RaisedProposal]) -> None:
    if not chosen:
        st.caption(text.RAISED_CHOOSE)
        return
    with st.container(border=True):
        decision, reason = choose_decision("usulan_bawah")
        priority: int | None = None
        if len(chosen) == 1:
            priority = st.number_input(
                text.PRIORITY,
                min_value=1,
                max_value=999,
                value=chosen[0].priority,
                step=1,
                key=f"usulan_bawah_prioritas_{chosen[0].proposal.id}",
                placeholder=DASH,
                width=160,
            )
        label = text.APPLY.format(count=format_count(len(chosen)))
        key = "usulan_bawah_terapkan"
        if st.button(label, key=key, type="primary", disabled=decision is None):
            _store(meeting, chosen, str(decision), reason, priority)


def _store(
    meeting: Meeting,
    chosen: Sequence[RaisedProposal],
    decision: str,
    reason: str,
    priority: int | None,
) -> None:
    decisions = []
    for each in chosen:
        kept = priority if len(chosen) == 1 else each.priority
        said = (each.proposal.id, decision, reason or None, kept, each.version)
        decisions.append(RaisedDecision(*said))
    result, obstacle = try_write(
        lambda: actions.decide_raised(loaders.load_engine(), current_person(), meeting, decisions)
    )
    if obstacle or result.raised:
        end("error", obstacle or text.DECIDE_CONFLICT)
    words = {"count": format_count(len(chosen)), "decision": text.DECISIONS[decision].lower()}
    end("success", text.DECIDED.format(**words))


def _describe(raised: RaisedProposal, books: Books) -> dict[str, str]:
    proposal = raised.proposal
    cells = write_cells(proposal, books)
    cells |= {
        "number": proposal.number,
        "region": name_region(proposal.wilayah_code),
        "bidang": name_bidang(proposal.bidang),
        "agency": name_agency(proposal.agency, books.agencies),
        "decision": text.DECISIONS[raised.decision],
        "reason": raised.reason or "",
        "priority": "" if raised.priority is None else format_count(raised.priority),
        "note": _write_note(raised),
    }
    return {heading: cells[key] or DASH for key, heading in text.RAISED_COLUMNS.items()}


def _write_note(raised: RaisedProposal) -> str:
    notes = []
    if raised.origin_state == "dibuka":
        notes.append(text.RAISED_REOPENED)
    if raised.proposal.decision != AGREED and raised.version > 0:
        notes.append(text.RAISED_WITHDRAWN)
    if not is_complete(raised.proposal):
        notes.append(text.RAISED_INCOMPLETE)
    return "; ".join(notes)
