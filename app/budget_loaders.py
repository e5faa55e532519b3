"""Cached questions about the budget; the rules of `app.loaders` hold here too.

What comes from a cached resource is shared by all: read it, never change it.
"""

import pandas as pd
import streamlit as st

from analysis.budget_snapshots import compare_snapshots, sum_changes
from app.budget_figures import (
    DESA,
    BudgetData,
    BudgetGaps,
    Ground,
    Snapshot,
    compute_budget_gaps,
    make_ground,
    read_budget,
)
from app.budget_figures_cycle import tabulate_snapshots
from app.coverage_figures import read_coverage_regions
from app.coverage_loaders import load_coverage
from app.loaders import LARGE, SMALL, Key, load_engine, topic_key
from data_access.reads import anggaran, anggaran_daerah, program_mitra
from data_access.topics import entered_in

__all__ = [
    "BudgetData",
    "BudgetGaps",
    "Ground",
    "Snapshot",
    "gaps_key",
    "ground_key",
    "load_budget",
    "load_budget_totals",
    "load_changes",
    "load_cycle",
    "load_gaps",
    "load_ground",
    "load_snapshots",
]
_GROUND = ("wilayah", "target", "pengaturan", "biaya", "program")


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _snapshots(key: Key, owner_code: str) -> tuple[Snapshot, ...]:
    return anggaran.read_snapshots(load_engine(), owner_code)


def load_snapshots(owner_code: str) -> tuple[Snapshot, ...]:
    """The snapshots of a kabupaten's or province's budget, the newest first."""
    return _snapshots(topic_key("anggaran"), owner_code)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _budget(key: Key, snapshot: Snapshot) -> BudgetData:
    return read_budget(load_engine(), snapshot)


def load_budget(snapshot: Snapshot) -> BudgetData:
    """What one snapshot says, see `app.budget_figures.BudgetData`."""
    return _budget(topic_key("anggaran"), snapshot)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _ground(key: Key, owner_code: str, budget_year: int, period: str | None) -> Ground:
    engine = load_engine()
    return make_ground(
        owner_code,
        read_coverage_regions(engine, owner_code),
        load_coverage(owner_code, DESA, period) if period else None,
        anggaran.read_unit_costs(engine, owner_code),
        program_mitra.read_programs(engine, owner_code, budget_year),
    )


def load_ground(owner_code: str, budget_year: int, period: str | None) -> Ground:
    """What the money is held against, see `app.budget_figures.Ground`."""
    return _ground(ground_key(period), owner_code, budget_year, period)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _gaps(key: Key, snapshot: Snapshot, period: str | None) -> BudgetGaps:
    ground = load_ground(snapshot.wilayah_code, snapshot.year, period)
    return compute_budget_gaps(load_budget(snapshot), ground)


def load_gaps(snapshot: Snapshot, period: str | None) -> BudgetGaps:
    """Money, needs and gaps of every service, see `app.budget_figures.BudgetGaps`."""
    return _gaps(gaps_key(period), snapshot, period)


def gaps_key(period: str | None, *topics: str) -> Key:
    """The key of all that is computed from money and what it is held against (and of topics)."""
    return ground_key(period, "anggaran", *topics)


def ground_key(period: str | None, *topics: str) -> Key:
    """The key of all that is computed from `load_ground` (and of topics)."""
    entered = (entered_in(period),) if period else ()
    return topic_key(*topics, *entered, *_GROUND)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _cycle(key: Key, cycle: tuple[Snapshot, ...], code: str) -> pd.DataFrame:
    amounts = {each.kind: load_budget(each).amounts for each in cycle}
    return tabulate_snapshots(amounts, cycle[0].wilayah_code, code)


def load_cycle(cycle: tuple[Snapshot, ...], code: str) -> pd.DataFrame:
    """The snapshots of one cycle side by side: see `app.budget_figures_cycle`."""
    return _cycle(topic_key("anggaran"), cycle, code)


@st.cache_data(max_entries=LARGE, show_spinner=False)
def _changes(key: Key, before: Snapshot, after: Snapshot) -> pd.DataFrame:
    engine = load_engine()
    pair = (anggaran.read_lines(engine, each) for each in (before, after))
    return sum_changes(compare_snapshots(*pair))


def load_changes(before: Snapshot, after: Snapshot) -> pd.DataFrame:
    """How the lines of two snapshots differ: see `analysis.budget_snapshots.sum_changes`."""
    return _changes(topic_key("anggaran"), before, after)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _totals(key: Key, scope_code: str, year: int, kind: str) -> pd.DataFrame:
    return anggaran_daerah.read_budget_totals(load_engine(), scope_code, year, kind)


def load_budget_totals(scope_code: str, year: int, kind: str) -> pd.DataFrame:
    """All budgets of one kind inside a region: wilayah_code, total_idr, tagged_idr, serving_idr."""
    return _totals(topic_key("anggaran", "wilayah"), scope_code, year, kind)
