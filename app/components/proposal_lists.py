"""Proposals to read: the table, what is incomplete, and the money agreed."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.proposals import MoneyRow, is_complete, list_missing, sum_money
from app import proposal_loaders
from app.components.table_height import fit_height
from app.format import format_count, format_idr, format_idr_short
from app.meeting_loaders import Meeting
from app.proposal_books import Books
from app.proposal_figures import list_agreed
from app.proposal_loaders import Proposal
from app.proposal_words import write_missing, write_row
from app.text import usulan as text

_ROWS_SHOWN = 14
_LIST_SHOWN = 8


def draw_table(proposals: Sequence[Proposal], books: Books) -> None:
    """Draw the proposals of a meeting as a table to read."""
    table = pd.DataFrame([write_row(each, books) for each in proposals])
    height = fit_height(len(table), _ROWS_SHOWN)
    right = st.column_config.TextColumn(alignment="right")
    config = {text.COLUMNS[name]: right for name in ("volume", "amount")}
    st.dataframe(table, hide_index=True, width="stretch", height=height, column_config=config)


def draw_missing(meeting: Meeting) -> None:
    """Draw which proposals are incomplete, and of each what it lacks; nothing where all are."""
    proposals = proposal_loaders.load_proposals(meeting.id)
    lacking = [each for each in proposals if not is_complete(each)]
    if not lacking:
        return
    title = text.MISSING_TITLE.format(count=format_count(len(lacking)))
    with st.expander(title, icon=":material/rule:"):
        st.caption(text.MISSING_NOTE)
        rows = [_describe(each) for each in lacking]
        height = fit_height(len(rows), _LIST_SHOWN)
        st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", height=height)


def draw_money(meeting: Meeting) -> None:
    """Draw what the agreed proposals cost: a sentence, then by bidang and fund."""
    proposals = proposal_loaders.load_proposals(meeting.id)
    agreed = list_agreed(proposals, proposal_loaders.load_raised(meeting))
    st.subheader(text.MONEY_TITLE, anchor=False)
    if not agreed:
        st.text(text.MONEY_NONE)
        return
    rows = sum_money(agreed)
    st.text(write_money(rows))
    incomplete = sum(not is_complete(each) for each in agreed)
    if incomplete:
        st.caption(text.MONEY_INCOMPLETE.format(count=format_count(incomplete)))
    table = pd.DataFrame([_describe_money(row) for row in rows])
    right = st.column_config.TextColumn(alignment="right")
    names = ("count", "amount", "unknown")
    config = {text.MONEY_COLUMNS[name]: right for name in names}
    st.dataframe(table, hide_index=True, width="stretch", height="content", column_config=config)


def write_money(rows: Sequence[MoneyRow]) -> str:
    """The agreed money in a sentence, bidang by bidang; unknown amounts are named, never 0."""
    parts = []
    for bidang in dict.fromkeys(row.bidang for row in rows):
        mine = [row for row in rows if row.bidang == bidang]
        words = {
            "bidang": _name_bidang(bidang),
            "amount": format_idr_short(sum(row.amount_idr for row in mine)),
            "count": format_count(sum(row.count for row in mine)),
        }
        is_known = any(row.unknown < row.count for row in mine)
        pattern = text.MONEY_PART if is_known else text.MONEY_PART_UNKNOWN
        parts.append(pattern.format(**words))
    if all(row.unknown == row.count for row in rows):
        count = format_count(sum(row.count for row in rows))
        return text.MONEY_SENTENCE_UNKNOWN.format(count=count)
    sentence = text.MONEY_SENTENCE.format(
        count=format_count(sum(row.count for row in rows)),
        amount=format_idr(sum(row.amount_idr for row in rows)),
        parts=", ".join(parts),
    )
    unknown = sum(row.unknown for row in rows)
    if not unknown:
        return sentence
    return f"{sentence} {text.MONEY_UNKNOWN.format(count=format_count(unknown))}"


def _name_bidang(bidang: str | None) -> str:
    return text.BIDANG[bidang] if bidang else text.NO_BIDANG


def _describe(proposal: Proposal) -> dict[str, str]:
    cells = {
        "number": proposal.number,
        "activity": proposal.activity,
        "missing": write_missing(list_missing(proposal)),
    }
    return {heading: cells[key] for key, heading in text.MISSING_COLUMNS.items()}


def _describe_money(row: MoneyRow) -> dict[str, str]:
    cells = {
        "bidang": _name_bidang(row.bidang),
        "fund": row.fund or text.NO_FUND,
        "count": format_count(row.count),
        # Where no amount is known there is no sum either.
        "amount": format_count(row.amount_idr) if row.unknown < row.count else text.NONE_SET,
        "unknown": format_count(row.unknown),
    }
    return {heading: cells[key] for key, heading in text.MONEY_COLUMNS.items()}
