"""Cached questions behind alerts; the rules of `app.loaders` hold here too.

What comes from a cached resource is shared by all: read it, never change it.
"""

from collections.abc import Mapping
from datetime import date

import pandas as pd
import streamlit as st

from app import stage_loaders
from app.alert_figures import ServiceGround, read_services
from app.budget_figures import find_owner
from app.loaders import LARGE, SMALL, Key, load_engine, topic_key
from data_access.reads import peringatan

_GROUND = (
    "wilayah",
    "pengukuran",
    "isian",
    "target",
    "pengaturan",
    "anggaran",
    "biaya",
    "program",
)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _services(key: Key, owner: str, source: str | None, today: date) -> ServiceGround | None:
    return read_services(load_engine(), owner, source, today)


def load_services(code: str, source: str | None) -> ServiceGround | None:
    """What is known of services in a kabupaten or province: see `app.alert_figures`."""
    owner = find_owner(code)
    return _services(topic_key(*_GROUND), owner, source, stage_loaders.load_today(owner))


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _commitments(key: Key, code: str) -> pd.DataFrame:
    return peringatan.read_open_commitments(load_engine(), code)


def load_open_commitments(code: str) -> pd.DataFrame:
    """Commitments not kept yet inside a region: see `read_open_commitments`."""
    return _commitments(topic_key("rembuk", "wilayah"), code)


@st.cache_resource(max_entries=SMALL, show_spinner=False)
def _responsible_items(key: Key, owner: str) -> Mapping[str, frozenset[str]]:
    groups = stage_loaders.load_responsible(owner).groupby("agency")["item_code"]
    return {str(agency): frozenset(codes) for agency, codes in groups}


def load_responsible_items(code: str) -> Mapping[str, frozenset[str]]:
    """The items for which each agency of a kabupaten answers, by agency."""
    return _responsible_items(topic_key("pengaturan"), find_owner(code))


def alert_key() -> Key:
    """The versions of all that alerts are found from, but for the stages."""
    return topic_key(*_GROUND, "rembuk")
