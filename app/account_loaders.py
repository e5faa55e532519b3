"""Cached questions of the page Pengguna: places and agencies for which roles can be given."""

import pandas as pd
import streamlit as st

from app.loaders import LARGE, Key, load_engine, topic_key
from data_access.reads.pengaturan import read_agencies
from data_access.reads.scope import NATION
from data_access.reads.wilayah import read_regions
from data_access.role_rules import agencies_of, levels_of

Place = tuple[str, str, str]
_LEVELS = ("provinsi", "kabupaten", "kecamatan")


@st.cache_data(max_entries=LARGE, show_spinner=False)
def _places(key: Key, codes: tuple[str, ...]) -> pd.DataFrame:
    parts = [read_regions(load_engine(), code, *_LEVELS) for code in codes]
    return pd.concat(parts)[["code", "name", "level"]].drop_duplicates("code")


def load_places(codes: tuple[str, ...]) -> pd.DataFrame:
    """Regions in which an admin of some regions gives roles: code, name, level; by code."""
    return _places(topic_key("wilayah"), codes)


def list_levels(role: str) -> tuple[str, ...]:
    """Levels of region at which a role may be held."""
    return levels_of(role)


def list_standard_agencies() -> pd.DataFrame:
    """Agencies that the guideline knows for each role: level, role, code, name."""
    rows = [
        (level, role, code, name)
        for level in _LEVELS
        for role in ("operator", "verifikator", "penyetuju")
        for code, name in agencies_of(role, level, {}).items()
    ]
    return pd.DataFrame(rows, columns=["level", "role", "code", "name"])


def list_registered(codes: tuple[str, ...]) -> pd.DataFrame:
    """Agencies that some regions registered beyond the standard ones: wilayah_code, code, name."""
    known = set(list_standard_agencies()["code"])
    rows = read_agencies(load_engine(), NATION)
    return rows[rows["wilayah_code"].isin(codes) & ~rows["code"].isin(known)]
