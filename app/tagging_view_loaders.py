"""Cached tables of the page Penandaan in words; the rules of `app.loaders` hold here too.

What comes from a cached resource is shared by all: read it, never change it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from app import tagging_loaders
from app.actions.penandaan import Snapshot
from app.loaders import LARGE, Key, topic_key
from app.painted import keep_painted
from app.tagging_activity_table import style_money, sum_owners, tabulate_activities
from app.tagging_table import tabulate_lines
from app.tagging_words import name_places
from app.text import penandaan as text

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler

_MANY = LARGE * 2


@dataclass(frozen=True, slots=True)
class LineTable:
    """Lines in words, and the headings of the columns that are there, by their keys."""

    painted: "Styler"
    headings: Mapping[str, str]


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _owner_sums(key: Key, snapshot: Snapshot) -> pd.DataFrame:
    return sum_owners(tagging_loaders.load_activities(snapshot))


def load_owner_sums(snapshot: Snapshot) -> pd.DataFrame:
    """Sums of each agency: see `app.tagging_activity_table.sum_owners`."""
    return _owner_sums(topic_key("anggaran"), snapshot)


@st.cache_resource(max_entries=_MANY, show_spinner=False)
def _places(key: Key, owner_code: str) -> Mapping[str, str]:
    return name_places(owner_code)


def load_place_names(owner_code: str) -> Mapping[str, str]:
    """The places that an agency's tags may name: see `app.tagging_words.name_places`."""
    return _places(topic_key("wilayah"), owner_code)


@st.cache_resource(max_entries=_MANY, show_spinner=False)
def _activities(key: Key, snapshot: Snapshot, ids: bytes, _shown: pd.DataFrame) -> "Styler":
    return keep_painted(style_money(tabulate_activities(_shown), text.ACTIVITY_COLUMNS))


def load_activity_table(snapshot: Snapshot, shown: pd.DataFrame) -> "Styler":
    """Some rows of `load_activities` in words."""
    ids = shown["subkegiatan_id"].to_numpy(dtype="int64").tobytes()
    return _activities(topic_key("anggaran"), snapshot, ids, shown)


@st.cache_resource(max_entries=_MANY, show_spinner=False)
def _lines(
    key: Key, snapshot: Snapshot, owner_code: str, ids: bytes, _shown: pd.DataFrame
) -> LineTable:
    table = tabulate_lines(_shown, load_place_names(owner_code))
    headings = {name: text.LINE_COLUMNS[name] for name in table.columns}
    return LineTable(keep_painted(style_money(table, headings)), headings)


def load_line_table(snapshot: Snapshot, owner_code: str, shown: pd.DataFrame) -> LineTable:
    """Some rows of `load_lines`, with their states, in words."""
    ids = shown["line_id"].to_numpy(dtype="int64").tobytes()
    return _lines(topic_key("anggaran", "wilayah"), snapshot, owner_code, ids, shown)
