"""Cached questions about proposals; the rules of `app.loaders` hold here too.

What comes from a cached resource is shared by all: read it, never change it.
"""

import streamlit as st

from app.loaders import LARGE, SMALL, Key, load_engine, topic_key
from app.proposal_books import Books, read_books
from data_access.reads import usulan
from data_access.reads.rembuk import Meeting
from data_access.reads.usulan import Proposal, RaisedProposal

__all__ = ["Books", "Proposal", "RaisedProposal"]
_TOPIC = "rembuk"


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _proposals(key: Key, meeting_id: int) -> tuple[Proposal, ...]:
    return usulan.read_proposals(load_engine(), meeting_id)


def load_proposals(meeting_id: int) -> tuple[Proposal, ...]:
    """The proposals recorded in a meeting, in the order of recording."""
    return _proposals(topic_key(_TOPIC), meeting_id)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _proposals_of(key: Key, code: str, year: int) -> tuple[Proposal, ...]:
    return usulan.read_proposals_of(load_engine(), code, year)


def load_proposals_of(code: str, year: int) -> tuple[Proposal, ...]:
    """The proposals of all meetings of one region in a year of the cycle."""
    return _proposals_of(topic_key(_TOPIC), code, year)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _proposals_inside(key: Key, code: str, year: int | None) -> tuple[Proposal, ...]:
    return usulan.read_proposals_inside(load_engine(), code, year)


def load_proposals_inside(code: str, year: int | None = None) -> tuple[Proposal, ...]:
    """The proposals of a region and of all inside it."""
    return _proposals_inside(topic_key(_TOPIC), code, year)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _raised(key: Key, meeting: Meeting) -> tuple[RaisedProposal, ...]:
    return usulan.read_raised(load_engine(), meeting)


def load_raised(meeting: Meeting) -> tuple[RaisedProposal, ...]:
    """What was agreed below and comes before a meeting: see `read_raised`."""
    return _raised(topic_key(_TOPIC), meeting)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _books(key: Key, code: str, year: int) -> Books:
    return read_books(load_engine(), code, year)


def load_books(code: str, year: int) -> Books:
    """What the proposals of a region's meetings are read with."""
    return _books(topic_key("wilayah", "pengaturan"), code, year)
