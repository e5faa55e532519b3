"""Deciding or removing the ticked proposals, several at once."""

from collections.abc import Sequence

import streamlit as st

from analysis.proposals import DECISIONS, NEED_REASON
from app import loaders
from app.actions import usulan as actions
from app.components.proposal_message import end, try_write
from app.format import format_count
from app.meeting_loaders import Meeting
from app.proposal_books import Books
from app.proposal_loaders import Proposal, load_proposals
from app.proposal_sheet import ProposalSheet
from app.session import current_person
from app.text import usulan as text


def draw_decide(sheet: ProposalSheet, meeting: Meeting, books: Books) -> None:
    """Draw the decision for the ticked rows; says how to tick while none is."""
    chosen = sheet.list_chosen()
    if not chosen:
        st.caption(text.DECIDE_NONE)
        return
    with st.container(border=True):
        st.text(text.DECIDE_TITLE)
        decision, reason = choose_decision("usulan_putus")
        with st.container(horizontal=True):
            label = text.APPLY.format(count=format_count(len(chosen)))
            key = "usulan_putus_terapkan"
            if st.button(label, key=key, type="primary", disabled=decision is None):
                _decide(sheet, meeting, chosen, str(decision), reason, books)
            with st.popover(text.REMOVE.format(count=format_count(len(chosen))), type="tertiary"):
                st.text(text.REMOVE_ASK)
                if st.button(text.REMOVE_YES, key="usulan_hapus", type="primary"):
                    _remove(sheet, meeting, chosen, books)


def choose_decision(prefix: str) -> tuple[str | None, str]:
    """Which decision, and its reason where one is needed; `prefix` begins the widgets' keys."""
    decision = st.segmented_control(
        text.DECISION,
        DECISIONS,
        format_func=text.DECISIONS.__getitem__,
        key=f"{prefix}_keputusan",
    )
    reason = ""
    if decision in NEED_REASON:
        reason = st.text_input(text.REASON, key=f"{prefix}_alasan", help=text.REASON_NEEDED)
    return decision, reason


def _decide(
    sheet: ProposalSheet,
    meeting: Meeting,
    chosen: Sequence[Proposal],
    decision: str,
    reason: str,
    books: Books,
) -> None:
    engine, person, token = loaders.load_engine(), current_person(), sheet.key
    result, obstacle = try_write(
        lambda: actions.decide(engine, person, meeting, chosen, decision, reason, token)
    )
    _finish(sheet, meeting, books)
    if obstacle:
        end("error", obstacle)
    if result.conflicts:
        end("error", text.DECIDE_CONFLICT)
    words = {"count": format_count(len(chosen)), "decision": text.DECISIONS[decision].lower()}
    end("success", text.DECIDED.format(**words))


def _remove(
    sheet: ProposalSheet, meeting: Meeting, chosen: Sequence[Proposal], books: Books
) -> None:
    result, obstacle = try_write(
        lambda: actions.remove(loaders.load_engine(), current_person(), meeting, chosen)
    )
    if result.is_done and not obstacle:
        _finish(sheet, meeting, books)
        end("success", text.REMOVED.format(count=format_count(result.removed)))
    if result.in_use:
        numbers = ", ".join(each.number for each in result.in_use)
        end("error", text.IN_USE.format(numbers=numbers))
    end("error", obstacle or text.DECIDE_CONFLICT)


def _finish(sheet: ProposalSheet, meeting: Meeting, books: Books) -> None:
    """Show the stored proposals as they are now."""
    loaders.begin_run()
    sheet.refresh(load_proposals(meeting.id), books)
