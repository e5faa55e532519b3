"""Cached questions about coverage; the rules of `app.loaders` hold here too.

What comes from a cached resource is shared by all: read it, never change it.
"""

import pandas as pd
import streamlit as st

from app.coverage_figures import (
    NATION_LEVELS,
    ONE_DOWN,
    compute_nation_table,
    coverage_indicators,
    pick_codes,
    pick_like_periods,
    read_coverage_regions,
    tabulate_coverage,
)
from app.loaders import LARGE, NATION, SMALL, Key, load_engine, topic_key
from data_access.reads import cakupan, target
from data_access.topics import ENTERED, entered_in

__all__ = [
    "coverage_indicators",
    "load_coverage",
    "load_coverage_periods",
    "load_coverage_trend",
]
_OTHERS = ("wilayah", "target", "pengaturan")


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _periods(key: Key, scope_code: str) -> list[str]:
    return cakupan.read_isian_periods(load_engine(), scope_code)


def load_coverage_periods(scope_code: str) -> list[str]:
    """Periods in which anyone reached is known inside a region, the newest first."""
    return _periods(topic_key(ENTERED), scope_code)[::-1]


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _facts(key: Key, scope_code: str, period: str) -> pd.DataFrame:
    return cakupan.read_coverage_facts(load_engine(), scope_code, period)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _regions(key: Key, scope_code: str) -> pd.DataFrame:
    return read_coverage_regions(load_engine(), scope_code)


@st.cache_resource(max_entries=LARGE * 4, show_spinner=False)
def _targets(key: Key, scope_code: str) -> pd.DataFrame:
    return target.read_targets(load_engine(), scope_code)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _with_own(key: Key, scope_code: str, level: str, period: str) -> pd.DataFrame:
    """The rows of a level and the region's own: a page shows both for one computation."""
    regions = _regions(topic_key("wilayah"), scope_code)
    return tabulate_coverage(
        _facts(topic_key(entered_in(period)), scope_code, period),
        regions,
        _targets(topic_key("target"), scope_code),
        pick_codes(regions, scope_code, level).union([scope_code]),
        period,
    )


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _nation(key: Key, period: str) -> pd.DataFrame:
    """The nation and its provinces; the four million figures behind them are not kept."""
    return compute_nation_table(load_engine(), period)


@st.cache_resource(max_entries=LARGE * 4, show_spinner=False)
def _coverage(key: Key, scope_code: str, level: str, period: str) -> pd.DataFrame:
    if scope_code == NATION and level in NATION_LEVELS:
        rows = _nation(key, period)
        return rows[rows["level"] == level].reset_index(drop=True)
    regions = _regions(topic_key("wilayah"), scope_code)
    own = (regions["code"] == scope_code) & (regions["level"] == level)
    rows = _with_own(key, scope_code, ONE_DOWN[level] if own.any() else level, period)
    return rows[rows["level"] == level].reset_index(drop=True)


def load_coverage(scope_code: str, level: str, period: str) -> pd.DataFrame:
    """Coverage of the regions of a level in a region: see `app.coverage_figures`.

    A row per region x indicator; `level` may be the region's own.
    """
    return _coverage(topic_key(entered_in(period), *_OTHERS), scope_code, level, period)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _trend(key: Key, code: str, level: str, item_code: str, period: str) -> pd.DataFrame:
    parts = []
    for each in pick_like_periods(_periods(topic_key(ENTERED), code), period):
        rows = load_coverage(code, level, each)
        mine = rows[(rows["region_code"] == code) & (rows["item_code"] == item_code)]
        parts.append(mine.assign(period=each))
    columns = ["period", "pembilang", "penyebut", "cakupan_pct", "target_pct", "status"]
    if not parts:
        return pd.DataFrame(columns=columns)
    return pd.concat(parts, ignore_index=True)[columns]


def load_coverage_trend(code: str, level: str, item_code: str, period: str) -> pd.DataFrame:
    """One service of one region over the periods of the same kind, the oldest first.

    Columns: period, pembilang, penyebut, cakupan_pct, target_pct, status.
    """
    return _trend(topic_key(ENTERED, *_OTHERS), code, level, item_code, period)
