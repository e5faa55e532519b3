"""Cached questions about programmes of desa and partners; the rules of `app.loaders` hold.

What comes from a cached resource is shared by all: read it, never change it.
"""

import pandas as pd
import streamlit as st

from app import loaders
from app.ansit_loaders import load_problem_places
from app.loaders import LARGE, Key, load_engine, topic_key
from data_access.reads import program_mitra
from data_access.reads.program_mitra import Program

__all__ = ["Program", "load_desa", "load_places", "load_program", "load_programs"]


@st.cache_resource(max_entries=LARGE * 2, show_spinner=False)
def _programs(key: Key, code: str, year: int) -> pd.DataFrame:
    return program_mitra.read_programs(load_engine(), code, year)


def load_programs(code: str, year: int) -> pd.DataFrame:
    """The programmes of a region and year: see `data_access.reads.program_mitra`."""
    return _programs(topic_key("program", "wilayah"), code, year)


def load_program(program_id: int) -> Program | None:
    """One programme as it stands now, None where it is gone; never cached."""
    return program_mitra.read_program(load_engine(), program_id)


def load_places(code: str) -> pd.DataFrame:
    """The regions right below one that programmes are summed by: code, name, level."""
    return loaders.load_children(code)


def load_desa(kecamatan_code: str) -> dict[str, str]:
    """The desa and kelurahan of a kecamatan in force, name by code."""
    places = load_problem_places(kecamatan_code)
    desa = places[places["level"] == "desa"]
    return dict(zip(desa["code"], desa["name"], strict=True))
