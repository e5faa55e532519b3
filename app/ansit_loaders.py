"""Cached questions about the situation analysis' problems; the rules of `app.loaders` hold."""

import pandas as pd
import streamlit as st

from app.ansit_form import make_template
from app.loaders import SMALL, Key, load_engine, topic_key
from data_access.reads import masalah

Problem = masalah.Problem


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _problems(key: Key, code: str, year: int, stage: str) -> tuple[Problem, ...]:
    return masalah.read_problems(load_engine(), code, year, stage)


def load_problems(code: str, year: int, stage: str) -> tuple[Problem, ...]:
    """The problems that a region recorded in a stage of a year."""
    return _problems(topic_key("masalah"), code, year, stage)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _places(key: Key, code: str) -> pd.DataFrame:
    return masalah.read_problem_places(load_engine(), code)


def load_problem_places(code: str) -> pd.DataFrame:
    """Where a problem of a region may lie: code, name, level; the region itself first."""
    return _places(topic_key("wilayah"), code)


def load_template(kecamatan_code: str, period: str) -> bytes:
    """The entry workbook as of now; made when asked for, never kept."""
    return make_template(load_engine(), kecamatan_code, period)
