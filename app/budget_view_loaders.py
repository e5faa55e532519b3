"""Cached tables and pictures of the page Anggaran; the rules of `app.loaders` hold here too.

What comes from a cached resource is shared by all: read it, never change it. `first`: the codes
of the priority places as one text, see `join_codes`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis.budget import sum_amounts
from analysis.budget_gaps import list_unfunded
from analysis.budget_lamps import Lamp, light_lamps
from analysis.budget_overtagging import count_checks
from analysis.budget_places import sum_unplaced
from analysis.problem_locations import MIXED, TYPE_1, TYPE_2
from analysis.problem_settings import ProblemSettings
from app import budget_tables, problem_loaders
from app.budget_figures import (
    DESA,
    Snapshot,
    name_regions,
    pick_amounts,
    place_money,
    read_thresholds,
)
from app.budget_loaders import (
    gaps_key,
    load_budget,
    load_cycle,
    load_gaps,
    load_ground,
)
from app.budget_matrix import Matrix, make_matrix
from app.budget_tables import Shown
from app.budget_words import list_unplaced
from app.charts.budget_flow import arrange_flow, draw_flow
from app.charts.budget_kinds import draw_kinds
from app.loaders import LARGE, Key, topic_key
from app.problem_figures import Pairing
from app.target_words import name_region
from data_access.topics import entered_in

PROBLEM_TYPES = (TYPE_1, TYPE_2, MIXED)
_PROBLEMS = ("wilayah", "pengukuran", "target")
_MANY = LARGE * 4


@dataclass(frozen=True, slots=True)
class Lamps:
    """The three answers, and in words the money that no desa has ("" where all is placed)."""

    lamps: tuple[Lamp, Lamp, Lamp]
    unplaced: str


def join_codes(codes: Collection[str]) -> str:
    """Codes as one text: what a cache tells one choice of priority places from another by."""
    return " ".join(sorted(codes))


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _amounts(key: Key, snapshot: Snapshot, code: str) -> pd.DataFrame:
    return pick_amounts(load_budget(snapshot).amounts, snapshot.wilayah_code, code)


def load_amounts(snapshot: Snapshot, code: str) -> pd.DataFrame:
    """The tagged money of a region: see `app.budget_figures.pick_amounts`."""
    return _amounts(topic_key("anggaran"), snapshot, code)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _names(key: Key, owner_code: str, budget_year: int, period: str | None) -> Mapping[str, str]:
    return name_regions(load_ground(owner_code, budget_year, period))


def load_names(snapshot: Snapshot, period: str | None) -> Mapping[str, str]:
    """The names of the budget's owner and of the regions inside it, by code."""
    return _names(gaps_key(period), snapshot.wilayah_code, snapshot.year, period)


@st.cache_resource(max_entries=_MANY, show_spinner=False)
def _problem_codes(
    key: Key, pairing: Pairing, settings: ProblemSettings, code: str
) -> frozenset[str]:
    table = problem_loaders.load_problems(pairing, settings).table
    hit = table["tipe"].isin(PROBLEM_TYPES) & (table["level"] == DESA)
    found = table.loc[hit, "region_code"]
    return frozenset(found[found.str.startswith(f"{code}.")])


def load_problem_codes(pairing: Pairing, settings: ProblemSettings, code: str) -> frozenset[str]:
    """The desa inside a region that are problem places."""
    key = topic_key(entered_in(pairing.period), *_PROBLEMS)
    return _problem_codes(key, pairing, settings, code)


@st.cache_resource(max_entries=_MANY, show_spinner=False)
def _lamps(key: Key, snapshot: Snapshot, period: str | None, code: str, first: str) -> Lamps:
    gaps = load_gaps(snapshot, period)
    own, desa = gaps.of(code), gaps.desa_inside(code)
    ground = load_ground(snapshot.wilayah_code, snapshot.year, period)
    unplaced = sum_unplaced(place_money(load_amounts(snapshot, code), ground, DESA))
    lamps = light_lamps(own, desa, frozenset(first.split()), read_thresholds())
    return Lamps(lamps, list_unplaced(unplaced))


def load_lamps(snapshot: Snapshot, period: str | None, code: str, first: str) -> Lamps:
    """The three answers for a region, and its money that is not placed."""
    return _lamps(gaps_key(period), snapshot, period, code, first)


@st.cache_resource(max_entries=_MANY, show_spinner=False)
def _matrix(key: Key, snapshot: Snapshot, period: str | None, code: str) -> Matrix:
    rows = load_gaps(snapshot, period).inside(code)
    return make_matrix(rows, {each: name_region(each) for each in rows["region_code"].unique()})


def load_matrix(snapshot: Snapshot, period: str | None, code: str) -> Matrix:
    """The gaps of the regions right below one: see `app.budget_matrix.Matrix`."""
    return _matrix(gaps_key(period), snapshot, period, code)


@st.cache_resource(max_entries=_MANY, show_spinner=False)
def _services(key: Key, snapshot: Snapshot, period: str | None, code: str, first: str) -> Shown:
    gaps, priority = load_gaps(snapshot, period), frozenset(first.split())
    return budget_tables.show_services(budget_tables.tabulate_services(gaps, code, priority))


def load_services(snapshot: Snapshot, period: str | None, code: str, first: str) -> Shown:
    """The three answers for every service: see `app.budget_tables.tabulate_services`."""
    return _services(gaps_key(period), snapshot, period, code, first)


@st.cache_resource(max_entries=_MANY, show_spinner=False)
def _unfunded(
    key: Key, snapshot: Snapshot, pairing: Pairing | None, code: str, first: str
) -> pd.DataFrame:
    gaps = load_gaps(snapshot, pairing.period if pairing else None)
    lagging = problem_loaders.load_lagging(pairing) if pairing else None
    return list_unfunded(gaps.desa_inside(code), frozenset(first.split()), lagging)


def load_unfunded(
    snapshot: Snapshot, pairing: Pairing | None, code: str, first: str
) -> pd.DataFrame:
    """Priority places without direct money for a service: see `list_unfunded`."""
    return _unfunded(_unfunded_key(pairing), snapshot, pairing, code, first)


@st.cache_resource(max_entries=_MANY, show_spinner=False)
def _unfunded_shown(
    key: Key, snapshot: Snapshot, pairing: Pairing | None, code: str, first: str, item: str
) -> Shown:
    rows = load_unfunded(snapshot, pairing, code, first)
    kept = rows[rows["item_code"] == item].reset_index(drop=True) if item else rows
    names = load_names(snapshot, pairing.period if pairing else None)
    return budget_tables.show_unfunded(kept, names)


def load_unfunded_shown(
    snapshot: Snapshot, pairing: Pairing | None, code: str, first: str, item: str
) -> Shown:
    """`load_unfunded` of one service ("": of all) in words."""
    key = _unfunded_key(pairing)
    return _unfunded_shown(key, snapshot, pairing, code, first, item)


def _unfunded_key(pairing: Pairing | None) -> Key:
    return gaps_key(pairing.period if pairing else None, "pengukuran")


@st.cache_resource(max_entries=_MANY, show_spinner=False)
def _sums(key: Key, snapshot: Snapshot, code: str, by: tuple[str, ...]) -> pd.DataFrame:
    return sum_amounts(load_amounts(snapshot, code), by)


def load_sums(snapshot: Snapshot, code: str, *by: str) -> pd.DataFrame:
    """The tagged money of a region added up: see `analysis.budget.sum_amounts`."""
    return _sums(topic_key("anggaran"), snapshot, code, by)


@st.cache_resource(max_entries=_MANY, show_spinner=False)
def _absorption(key: Key, snapshot: Snapshot, code: str, by: str) -> Shown:
    return budget_tables.show_sums(load_sums(snapshot, code, by), by)


def load_absorption(snapshot: Snapshot, code: str, by: str) -> Shown:
    """The tagged money of a region by one column, and what of it is spent."""
    return _absorption(topic_key("anggaran"), snapshot, code, by)


@st.cache_resource(max_entries=_MANY, show_spinner=False)
def _flow(key: Key, snapshot: Snapshot, code: str) -> pd.DataFrame:
    return budget_tables.tabulate_flow(load_amounts(snapshot, code))


def load_flow(snapshot: Snapshot, code: str) -> pd.DataFrame:
    """Where the money of a region flows: see `app.budget_tables.tabulate_flow`."""
    return _flow(topic_key("anggaran"), snapshot, code)


@st.cache_resource(max_entries=_MANY, show_spinner=False)
def _flow_shown(key: Key, snapshot: Snapshot, code: str) -> Shown:
    return budget_tables.show_flow(load_flow(snapshot, code))


def load_flow_shown(snapshot: Snapshot, code: str) -> Shown:
    """`load_flow` as a table in words."""
    return _flow_shown(topic_key("anggaran"), snapshot, code)


@st.cache_resource(max_entries=_MANY, show_spinner=False)
def _flow_picture(key: Key, snapshot: Snapshot, code: str) -> go.Figure:
    return draw_flow(arrange_flow(load_flow(snapshot, code)))


def load_flow_picture(snapshot: Snapshot, code: str) -> go.Figure:
    """`load_flow` as a picture."""
    return _flow_picture(topic_key("anggaran"), snapshot, code)


@st.cache_resource(max_entries=_MANY, show_spinner=False)
def _kinds(key: Key, snapshot: Snapshot, code: str) -> pd.DataFrame:
    sums = load_sums(snapshot, code, "skpd_name")
    return sums.sort_values("administrasi_pct", ascending=False, kind="stable")


def load_kinds(snapshot: Snapshot, code: str) -> pd.DataFrame:
    """Sums by agency, the largest part of administration first."""
    return _kinds(topic_key("anggaran"), snapshot, code)


@st.cache_resource(max_entries=_MANY, show_spinner=False)
def _kinds_picture(key: Key, snapshot: Snapshot, code: str, most: int) -> go.Figure:
    return draw_kinds(load_kinds(snapshot, code).head(most))


def load_kinds_picture(snapshot: Snapshot, code: str, most: int) -> go.Figure:
    """The first agencies of `load_kinds` as a picture."""
    return _kinds_picture(topic_key("anggaran"), snapshot, code, most)


@st.cache_resource(max_entries=_MANY, show_spinner=False)
def _checks(key: Key, snapshot: Snapshot, code: str) -> Shown:
    doubts = load_budget(snapshot).doubts
    mine = doubts["tag_id"].isin(load_amounts(snapshot, code)["tag_id"])
    return budget_tables.show_checks(count_checks(doubts[mine]))


def load_checks(snapshot: Snapshot, code: str) -> Shown:
    """How much each check found in a region: see `analysis.budget_overtagging.count_checks`."""
    return _checks(topic_key("anggaran"), snapshot, code)


@st.cache_resource(max_entries=_MANY, show_spinner=False)
def _cycle(key: Key, cycle: tuple[Snapshot, ...], code: str, _heads: Mapping[str, str]) -> Shown:
    return budget_tables.show_cycle(load_cycle(cycle, code), _heads)


def load_cycle_shown(cycle: tuple[Snapshot, ...], code: str, heads: Mapping[str, str]) -> Shown:
    """`load_cycle` in words; `heads`: its columns of money with their headings, of the cycle."""
    return _cycle(topic_key("anggaran"), cycle, code, heads)
