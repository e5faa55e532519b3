"""Cached tables of targets in words; the rules of `app.loaders` hold here too.

What comes from a cached resource is shared by all: read it, never change it.
"""

from typing import TYPE_CHECKING

import streamlit as st

from app import target_loaders, target_services
from app.loaders import LARGE, Key, topic_key

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler

_TOPICS = ("isian", "wilayah", "target", "pengaturan")


@st.cache_resource(max_entries=LARGE * 4, show_spinner=False)
def _services(key: Key, code: str, year: int) -> "Styler":
    return target_services.paint(target_services.tabulate_services(code, year))


def load_services(code: str, year: int) -> "Styler":
    """The services beside their targets of a year, painted: see `app.target_services`."""
    return _services(topic_key(*_TOPICS), code, year)


@st.cache_resource(max_entries=LARGE * 4, show_spinner=False)
def _all_years(key: Key, code: str) -> "Styler":
    table = target_services.tabulate_all_years(target_loaders.load_in_force(code), code)
    return target_services.paint(table)


def load_all_years(code: str) -> "Styler":
    """All targets in force, a row an item and a column a year, painted, see above."""
    return _all_years(topic_key("target", "wilayah"), code)
