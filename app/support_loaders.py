"""Cached questions about regulations, publications and facilities; `app.loaders`' rules hold.

What comes from a cached resource is shared by all: read it, never change it.
"""

import pandas as pd
import streamlit as st

from app.facility_points import FacilityPoints, make_points
from app.loaders import LARGE, Key, load_engine, topic_key
from data_access.reads import dukungan, fasilitas
from data_access.reads.dukungan import Publication, Regulation, Support

__all__ = [
    "Publication",
    "Regulation",
    "Support",
    "load_facilities",
    "load_list",
    "load_points",
    "load_publications",
    "load_regulations",
    "load_support",
]
_READS = {"regulasi": dukungan.read_regulations, "publikasi": dukungan.read_publications}


@st.cache_resource(max_entries=LARGE * 4, show_spinner=False)
def _list(key: Key, kind: str, code: str, year: int, below: bool) -> pd.DataFrame:
    return _READS[kind](load_engine(), code, year, below=below)


def load_list(kind: str, code: str, year: int, *, below: bool = False) -> pd.DataFrame:
    """A region's regulations ("regulasi") or publications: see `data_access.reads.dukungan`."""
    return _list(topic_key("dukungan", "lampiran", "wilayah"), kind, code, year, below)


def load_regulations(code: str, year: int, *, below: bool = False) -> pd.DataFrame:
    """The regulations of a region and year."""
    return load_list("regulasi", code, year, below=below)


def load_publications(code: str, year: int, *, below: bool = False) -> pd.DataFrame:
    """The publications of a region and year."""
    return load_list("publikasi", code, year, below=below)


def load_support(kind: str, number: int) -> Support | None:
    """One row as it stands now, None where it is withdrawn; never cached."""
    read = dukungan.read_regulation if kind == "regulasi" else dukungan.read_publication
    return read(load_engine(), number)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _facilities(key: Key, code: str) -> pd.DataFrame:
    return fasilitas.read_facilities(load_engine(), code)


def load_facilities(code: str) -> pd.DataFrame:
    """The facilities of a region: see `data_access.reads.fasilitas`."""
    return _facilities(topic_key("fasilitas", "wilayah"), code)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _points(key: Key, code: str) -> FacilityPoints | None:
    return make_points(load_engine(), code)


def load_points(code: str) -> FacilityPoints | None:
    """The facilities of a kabupaten or province as the map draws them, None where it has none."""
    return _points(topic_key("fasilitas"), code)
