"""Cached questions about meetings; the rules of `app.loaders` hold here too.

What comes from a cached resource is shared by all: read it, never change it.
"""

from typing import Any

import pandas as pd
import streamlit as st

from analysis.problem_settings import ProblemSettings
from app import entry_loaders
from app.budget_loaders import load_gaps
from app.loaders import LARGE, SMALL, Key, load_engine, topic_key
from app.meeting_problems import NamedPlaces, name_places
from app.meeting_snapshot import make_snapshot
from app.meeting_sources import Sources
from app.problem_figures import Pairing
from app.problem_loaders import load_inputs, pairing_key
from app.stage_loaders import load_board
from data_access.reads import rembuk
from data_access.reads.rembuk import (
    Appreciation,
    Commitment,
    Correction,
    Meeting,
    Participant,
    Priority,
)

__all__ = ["Appreciation", "Commitment", "Correction", "Meeting", "Participant", "Priority"]
_TOPIC = "rembuk"
_FIGURES = (
    "wilayah",
    "pengukuran",
    "isian",
    "target",
    "pengaturan",
    "tahapan",
    "anggaran",
    "biaya",
    "program",
)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _meetings(key: Key, code: str, year: int) -> tuple[Meeting, ...]:
    return rembuk.read_meetings(load_engine(), code, year)


def load_meetings(code: str, year: int) -> tuple[Meeting, ...]:
    """The meetings of one region in a year of the cycle, the oldest first."""
    return _meetings(topic_key(_TOPIC), code, year)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _meeting(key: Key, meeting_id: int) -> Meeting | None:
    return rembuk.read_meeting(load_engine(), meeting_id)


def load_meeting(meeting_id: int) -> Meeting | None:
    """One meeting by its number, None where there is none."""
    return _meeting(topic_key(_TOPIC), meeting_id)


@st.cache_resource(max_entries=SMALL, show_spinner=False)
def _snapshot(key: Key, meeting_id: int) -> dict[str, Any] | None:
    return rembuk.read_snapshot(load_engine(), meeting_id)


def load_snapshot(meeting_id: int) -> dict[str, Any] | None:
    """The frozen figures of a meeting, None while they are not frozen."""
    return _snapshot(topic_key(_TOPIC), meeting_id)


@st.cache_resource(max_entries=LARGE * 2, show_spinner=False)
def _places(key: Key, pairing: Pairing, settings: ProblemSettings) -> NamedPlaces:
    return name_places(load_inputs(pairing), settings)


def _load_places(pairing: Pairing, settings: ProblemSettings) -> NamedPlaces:
    return _places(pairing_key(pairing), pairing, settings)


@st.cache_resource(max_entries=SMALL, show_spinner=False)
def _live(key: Key, code: str, year: int, source: str | None) -> dict[str, Any]:
    known = Sources(load_inputs, _load_places, load_gaps, load_board)
    return make_snapshot(load_engine(), code, year, source, known)


def load_live_snapshot(code: str, year: int, source: str | None) -> dict[str, Any]:
    """The figures of a region as they stand now: see `app.meeting_snapshot.make_snapshot`."""
    return _live(topic_key(*_FIGURES), code, year, source)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _participants(key: Key, meeting_id: int) -> tuple[Participant, ...]:
    return rembuk.read_participants(load_engine(), meeting_id)


def load_participants(meeting_id: int) -> tuple[Participant, ...]:
    """The participants of a meeting in the order in which they were added."""
    return _participants(topic_key(_TOPIC), meeting_id)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _priorities(key: Key, meeting_id: int) -> tuple[Priority, ...]:
    return rembuk.read_priorities(load_engine(), meeting_id)


def load_priorities(meeting_id: int) -> tuple[Priority, ...]:
    """The agreed priority services of a meeting."""
    return _priorities(topic_key(_TOPIC), meeting_id)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _commitments(key: Key, code: str) -> tuple[Commitment, ...]:
    return rembuk.read_commitments(load_engine(), code)


def load_commitments(code: str) -> tuple[Commitment, ...]:
    """The commitments of all meetings of a region, those still open first."""
    return _commitments(topic_key(_TOPIC), code)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _appreciations(key: Key, meeting_id: int) -> tuple[Appreciation, ...]:
    return rembuk.read_appreciations(load_engine(), meeting_id)


def load_appreciations(meeting_id: int) -> tuple[Appreciation, ...]:
    """Who was honoured in a meeting."""
    return _appreciations(topic_key(_TOPIC), meeting_id)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _corrections(key: Key, meeting_id: int) -> tuple[Correction, ...]:
    return rembuk.read_corrections(load_engine(), meeting_id)


def load_corrections(meeting_id: int) -> tuple[Correction, ...]:
    """The figures corrected in a meeting."""
    return _corrections(topic_key(_TOPIC), meeting_id)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _agreed(key: Key, meeting_id: int) -> int:
    return rembuk.count_agreed(load_engine(), meeting_id)


def load_agreed_count(meeting_id: int) -> int:
    """How many complete proposals a meeting agreed to."""
    return _agreed(topic_key(_TOPIC), meeting_id)


def load_cell(unit_code: str, item_code: str, period: str) -> tuple[int | None, int]:
    """A desa's figure of a period and its version; (None, 0) where there never was one."""
    cells = entry_loaders.load_cells(unit_code[:8], period)
    mine = cells[(cells["unit_code"] == unit_code) & (cells["item_code"] == item_code)]
    if mine.empty:
        return None, 0
    value, version = mine.iloc[0][["value", "version"]]
    return None if pd.isna(value) else int(value), int(version)
