"""Which part of the history is shown: what, by whom, from when to when."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

import streamlit as st

from analysis.deadlines import ZONES
from app import stage_loaders
from app.components.selection import Selection
from app.entry_loaders import HistoryFilter
from app.text import riwayat as text


def choose_filter(selection: Selection, people: Mapping[str, str]) -> HistoryFilter:
    """Draw the choices and return what is asked for; `people`: accounts with their names."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        table = _choose(text.FILTER_TABLE, text.TABLES, "riwayat_tabel")
        actor = _choose(text.FILTER_ACTOR, people, "riwayat_orang")
        since = _choose_day(text.FILTER_SINCE, "riwayat_dari")
        until = _choose_day(text.FILTER_UNTIL, "riwayat_sampai")
    zone = ZONES[stage_loaders.load_time_zone(selection.code)]
    return HistoryFilter(
        selection.code,
        table,
        actor,
        None if since is None else datetime.combine(since, time.min, zone),
        None if until is None else datetime.combine(until + timedelta(days=1), time.min, zone),
    )


def _choose(label: str, names: Mapping[str, str], key: str) -> str | None:
    ordered = sorted(names, key=lambda code: names[code].casefold())
    chosen: str = st.selectbox(
        label,
        ["", *ordered],
        format_func=lambda code: names.get(code, code) if code else text.ALL,
        key=key,
        placeholder=text.CHOOSE,
        width=240,
    )
    return chosen or None


def _choose_day(label: str, key: str) -> date | None:
    chosen: date | None = st.date_input(
        label, value=None, key=key, format="DD/MM/YYYY", width=160, min_value=date(2020, 1, 1)
    )
    return chosen
