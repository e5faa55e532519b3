"""Cached questions of handing in a budget: SKPD and who tags them, lists beside the budget."""

import pandas as pd
import streamlit as st

from app.actions.anggaran_pairing import read_owners
from app.loaders import SMALL, Key, load_engine, topic_key
from data_access.reads import anggaran, tematik

Pair = tuple[str, str]


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _skpd(key: Key, wilayah_code: str) -> pd.DataFrame:
    return anggaran.read_skpd(load_engine(), wilayah_code)


def load_skpd(wilayah_code: str) -> pd.DataFrame:
    """Agencies as SIPD names them: see `data_access.reads.anggaran.read_skpd`."""
    return _skpd(topic_key("anggaran"), wilayah_code)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _owners(key: Key, wilayah_code: str) -> dict[Pair, str]:
    return read_owners(load_engine(), wilayah_code)


def load_owners(wilayah_code: str) -> dict[Pair, str]:
    """Who can tag lines of a region's budget, with their names, by (region, agency)."""
    return _owners(topic_key("wilayah", "pengaturan"), wilayah_code)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _thematic(key: Key, wilayah_code: str) -> pd.DataFrame:
    return tematik.read_thematic(load_engine(), wilayah_code)


def load_thematic(wilayah_code: str) -> pd.DataFrame:
    """Thematic sub kegiatan: see `data_access.reads.tematik.read_thematic`."""
    return _thematic(topic_key("anggaran"), wilayah_code)


@st.cache_data(max_entries=4, show_spinner=False)
def _account_count(key: Key) -> int:
    return tematik.count_accounts(load_engine())


def load_account_count() -> int:
    """How many accounts have a name."""
    return _account_count(topic_key("anggaran"))
