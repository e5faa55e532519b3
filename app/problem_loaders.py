"""Cached questions about problem places; the rules of `app.loaders` hold here too.

What comes from a cached resource is shared by all: read it, never change it.
"""

import pandas as pd
import streamlit as st

from analysis.problem_settings import ProblemSettings
from app import stage_loaders
from app.loaders import LARGE, SMALL, Key, load_engine, topic_key
from app.problem_figures import (
    SETTING_KEY,
    Pairing,
    ProblemInputs,
    ProblemList,
    compute_lagging,
    find_problems,
    order_periods,
    pick_saved_settings,
    read_inputs,
)
from data_access.reads import lokus, masalah_wilayah, target
from data_access.topics import ENTERED, entered_in

_OTHERS = ("wilayah", "pengukuran", "target")


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _inputs(key: Key, pairing: Pairing) -> ProblemInputs:
    return read_inputs(load_engine(), pairing)


def load_inputs(pairing: Pairing) -> ProblemInputs:
    """What the rules need of one region, see `app.problem_figures.ProblemInputs`."""
    return _inputs(pairing_key(pairing), pairing)


@st.cache_resource(max_entries=LARGE * 2, show_spinner=False)
def _problems(key: Key, pairing: Pairing, settings: ProblemSettings) -> ProblemList:
    return find_problems(_inputs(key, pairing), settings)


def load_problems(pairing: Pairing, settings: ProblemSettings) -> ProblemList:
    """The types of all places below a region, see `app.problem_figures.ProblemList`."""
    return _problems(pairing_key(pairing), pairing, settings)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _lagging(key: Key, pairing: Pairing) -> pd.DataFrame:
    return compute_lagging(_inputs(key, pairing))


def load_lagging(pairing: Pairing) -> pd.DataFrame:
    """Services beside the median of their own region, see `analysis.lagging.find_lagging`."""
    return _lagging(pairing_key(pairing), pairing)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _periods(key: Key, code: str) -> list[str]:
    return order_periods(target.read_service_periods(load_engine(), code))


def load_periods(code: str) -> list[str]:
    """Periods with figures of services inside a region, whole years first, the newest first."""
    return _periods(topic_key(ENTERED), code)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _lokus(key: Key, code: str, year: int) -> pd.DataFrame:
    return lokus.read_lokus(load_engine(), code, year)


def load_lokus(code: str, year: int) -> pd.DataFrame:
    """The desa chosen as lokus: wilayah_code, name, sk_number, sk_date, version."""
    return _lokus(topic_key("lokus", "wilayah"), code, year)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _lokus_years(key: Key, code: str) -> pd.DataFrame:
    return lokus.read_lokus_years(load_engine(), code)


def load_lokus_years(code: str) -> pd.DataFrame:
    """The years in which one desa is lokus: year, sk_number, sk_date."""
    return _lokus_years(topic_key("lokus"), code)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _causes(key: Key, code: str, year: int) -> pd.DataFrame:
    return masalah_wilayah.read_problems_inside(load_engine(), code, year)


def load_causes(code: str, year: int) -> pd.DataFrame:
    """Problems with their causes entered inside a region: see `read_problems_inside`."""
    return _causes(topic_key("masalah", "wilayah"), code, year)


def pairing_key(pairing: Pairing) -> Key:
    """The versions of all that the places and services of a pairing are judged from."""
    return topic_key(entered_in(pairing.period), *_OTHERS)


@st.cache_resource(max_entries=SMALL, show_spinner=False)
def _own_settings(key: Key, code: str) -> tuple[ProblemSettings, str, str] | None:
    return pick_saved_settings(stage_loaders.load_settings(code), code)


def load_own_settings(code: str) -> tuple[ProblemSettings, str, str] | None:
    """What a region, or else the one above it, saved as its settings: them, its code, why."""
    return _own_settings(topic_key("pengaturan"), code)


def load_setting_version(code: str) -> int:
    """The version of a region's own saved settings, 0 where there is none."""
    rows = stage_loaders.load_settings(code)
    mine = rows[(rows["key"] == SETTING_KEY) & (rows["wilayah_code"] == code)]
    return 0 if mine.empty else int(mine["version"].iloc[0])
