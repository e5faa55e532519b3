"""Cached questions about targets and the figures beside them; the rules of `app.loaders` hold.

What comes from a cached resource is shared by all: read it, never change it.
"""

import pandas as pd
import streamlit as st

from analysis.hierarchy import LEVELS
from app import loaders
from app.loaders import LARGE, SMALL, Key, load_engine, topic_key
from app.target_figures import (
    compute_own_coverage,
    pick_august,
    pick_year_periods,
    tabulate_coverage,
    tabulate_in_force,
)
from data_access.reads import cakupan, pengaturan, target, wilayah
from data_access.reads.scope import CODE_LENGTH
from data_access.topics import ENTERED, entered_in

_REGION = ["code", "name", "level", "parent_code"]


@st.cache_resource(max_entries=LARGE * 4, show_spinner=False)
def _targets(key: Key, code: str) -> pd.DataFrame:
    return target.read_targets(load_engine(), code)


def load_targets(code: str) -> pd.DataFrame:
    """Targets of a region, of those above it and inside it: see `data_access.reads.target`."""
    return _targets(topic_key("target"), code)


@st.cache_resource(max_entries=LARGE * 4, show_spinner=False)
def _regions(key: Key, code: str) -> pd.DataFrame:
    engine = load_engine()
    above = [code[:length] for length in CODE_LENGTH.values() if length < len(code)]
    path = [region for each in above if (region := wilayah.read_region(engine, each))]
    parents = [(each.code, each.name, each.level, each.parent_code) for each in path]
    inside = wilayah.read_regions(engine, code, *LEVELS)
    living = inside[inside["valid_until"].isna()]
    return pd.concat([pd.DataFrame(parents, columns=_REGION), living[_REGION]], ignore_index=True)


def load_regions(code: str) -> pd.DataFrame:
    """A region, those above and those in force inside it: code, name, level, parent_code."""
    return _regions(topic_key("wilayah"), code)


@st.cache_resource(max_entries=LARGE * 4, show_spinner=False)
def _in_force(key: Key, code: str) -> pd.DataFrame:
    regions = _regions(topic_key("wilayah"), code)
    chain = regions[regions["code"].map(code.startswith)]
    return tabulate_in_force(_targets(topic_key("target"), code), chain, code)


def load_in_force(code: str) -> pd.DataFrame:
    """Targets in force of a region: year, item_code, target_pct, target_dari, dokumen."""
    return _in_force(topic_key("target", "wilayah"), code)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _year_periods(key: Key, code: str) -> dict[int, str]:
    return pick_year_periods(target.read_service_periods(load_engine(), code))


def load_year_periods(code: str) -> dict[int, str]:
    """By year, the period that says how it ended, where services are known."""
    return _year_periods(topic_key(ENTERED), code)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _facts(key: Key, code: str, period: str) -> pd.DataFrame:
    return cakupan.read_coverage_facts(load_engine(), code, period)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _coverage(key: Key, code: str, period: str, year: int) -> pd.DataFrame:
    facts = _facts(topic_key(entered_in(period)), code, period)
    regions = _regions(topic_key("wilayah"), code)
    return tabulate_coverage(facts, regions, _targets(topic_key("target"), code), year)


def load_coverage(code: str, period: str, year: int) -> pd.DataFrame:
    """Coverage of a period beside a year's targets: see `app.target_figures`."""
    return _coverage(topic_key(entered_in(period), "wilayah", "target"), code, period, year)


@st.cache_resource(max_entries=SMALL, show_spinner=False)
def _own_coverage(key: Key, code: str, period: str) -> pd.DataFrame:
    facts = _facts(topic_key(entered_in(period)), code, period)
    return compute_own_coverage(facts, _regions(topic_key("wilayah"), code), code)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _coverage_series(key: Key, code: str) -> pd.DataFrame:
    columns = ["year", "item_code", "value_pct"]
    parts = []
    for year, period in _year_periods(key, code).items():
        own = _own_coverage(topic_key(entered_in(period), "wilayah"), code, period)
        named = own.rename(columns={"cakupan_pct": "value_pct"}).assign(year=year)
        parts.append(named[columns])
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=columns)


def load_coverage_series(code: str) -> pd.DataFrame:
    """A region's own coverage at the end of each known year: year, item_code, value_pct."""
    return _coverage_series(topic_key(ENTERED, "wilayah"), code)


def load_prevalence_series(code: str, source: str | None) -> pd.DataFrame:
    """A region's prevalence of each August by one source: year, value_pct."""
    if source is None:
        return pd.DataFrame({"year": [], "value_pct": []}).astype({"year": "int64"})
    return pick_august(loaders.load_place_series(code, source))


def load_responsible(code: str) -> dict[str, str]:
    """Which agency answers for which item in a region, agency by item."""
    return _responsible(topic_key("pengaturan"), code)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _responsible(key: Key, code: str) -> dict[str, str]:
    rows = pengaturan.read_responsible(load_engine(), code)
    return dict(zip(rows["item_code"], rows["agency"], strict=True))
