"""The part "Usulan" of a meeting: the grid to enter, decisions, what is incomplete, the sums."""

import streamlit as st

from analysis.meetings import PRA_MUSRENBANG, level_of_meeting
from analysis.stages import can_enter
from app import proposal_loaders
from app.access import Account
from app.actions import rembuk as meetings
from app.components.entry_frame import read_part_state
from app.components.proposal_fill import draw_fill
from app.components.proposal_grid import draw_grid
from app.components.proposal_lists import draw_missing, draw_money, draw_table
from app.components.proposal_message import draw_message
from app.components.proposal_raised import draw_raised
from app.meeting_loaders import Meeting
from app.session import begin_fragment
from app.text import usulan as text

_ABOVE = ("kabupaten", "provinsi")


def draw_proposals(person: Account, meeting: Meeting) -> None:
    """Draw the proposals of a meeting: to enter for its recorder while it is open, else to read."""
    editable = _is_editable(person, meeting)
    if meeting.kind == PRA_MUSRENBANG and level_of_meeting(meeting.wilayah_code) in _ABOVE:
        draw_raised(meeting, editable=editable)
    if editable:
        _draw_entry(meeting)
    else:
        _draw_reading(meeting)


def _is_editable(person: Account, meeting: Meeting) -> bool:
    state, _ = read_part_state(meetings.part_of(meeting))
    return meeting.is_open and can_enter(state) and meetings.may_record(person, meeting)


@st.fragment
def _draw_entry(meeting: Meeting) -> None:
    begin_fragment()
    draw_message()
    st.caption(text.INTRO)
    books = proposal_loaders.load_books(meeting.wilayah_code, meeting.year)
    draw_grid(meeting, books)
    draw_fill(meeting, books)
    draw_missing(meeting)
    draw_money(meeting)


def _draw_reading(meeting: Meeting) -> None:
    proposals = proposal_loaders.load_proposals(meeting.id)
    if not proposals:
        st.subheader(text.EMPTY_TITLE, anchor=False)
        st.text(text.EMPTY_OTHER)
    else:
        books = proposal_loaders.load_books(meeting.wilayah_code, meeting.year)
        draw_table(proposals, books)
    draw_missing(meeting)
    draw_money(meeting)
