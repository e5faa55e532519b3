"""Which proposal a commitment is for: one of those before the meeting, or none of them."""

import streamlit as st

from analysis.proposals import REJECTED
from app import proposal_loaders
from app.meeting_loaders import Meeting
from app.text import rembuk as text

_GENERAL = 0  # no proposal has this number


def choose_promised(meeting: Meeting, stored: int | None, key: str) -> int | None:
    """The proposal that a commitment is for, None where it is a general one."""
    names = {_GENERAL: text.COMMITMENT_GENERAL, **_name_proposals(meeting)}
    base = stored or _GENERAL
    numbers = list(names if base in names else {**names, base: ""})
    chosen: int = st.selectbox(
        text.COMMITMENT_PROPOSAL,
        numbers,
        index=numbers.index(base),
        format_func=lambda number: names.get(number, str(number)),
        key=key,
        placeholder=text.CHOOSE,
    )
    return chosen or None


def write_promised(meeting: Meeting, usulan_id: int | None) -> str:
    """The proposal of a commitment in words, "" for a general one."""
    name = _name_proposals(meeting).get(usulan_id or _GENERAL)
    return "" if name is None else text.COMMITMENT_FOR.format(proposal=name)


def _name_proposals(meeting: Meeting) -> dict[int, str]:
    """The proposals before this meeting, its own and those from below, but for rejected ones."""
    own = proposal_loaders.load_proposals(meeting.id)
    raised = proposal_loaders.load_raised(meeting)
    kept = [each for each in own if each.decision != REJECTED]
    kept += [each.proposal for each in raised if each.decision != REJECTED]
    return {
        each.id: text.PROPOSAL_OPTION.format(number=each.number, activity=each.activity)
        for each in kept
    }
