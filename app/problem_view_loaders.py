"""Cached tables of the pages on problem places; the rules of `app.loaders` hold here too.

What comes from a cached resource is shared by all: read it, never change it.
"""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analysis.problem_settings import ProblemSettings
from app import problem_loaders
from app.loaders import LARGE, Key, topic_key
from app.problem_figures import Pairing
from app.problem_lagging import join_judged, sum_support, tabulate_own, tabulate_worst
from app.problem_loaders import pairing_key
from app.problem_table import name_lokus, tabulate_places
from app.view_loaders import load_part


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Which places are looked at: below which region, judged how, of one level.

    `year`: of the lokus that are marked.
    """

    pairing: Pairing
    settings: ProblemSettings
    year: int
    level: str

    @property
    def key(self) -> Key:
        """The versions of all that the places are told from."""
        url, versions = pairing_key(self.pairing)
        return url, (*versions, *topic_key("lokus")[1])


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _services(key: Key, pairing: Pairing) -> pd.DataFrame:
    lagging = problem_loaders.load_lagging(pairing)
    return join_judged(problem_loaders.load_inputs(pairing), lagging)


def load_services(pairing: Pairing) -> pd.DataFrame:
    """All services of a region and of all inside it: see `app.problem_lagging.join_judged`."""
    return _services(pairing_key(pairing), pairing)


def list_levels_below(pairing: Pairing) -> tuple[str, ...]:
    """The levels of the regions inside the one that is looked at."""
    return load_part(pairing_key(pairing), "tingkat_layanan", (pairing,), lambda: _levels(pairing))


def _levels(pairing: Pairing) -> tuple[str, ...]:
    rows = load_services(pairing)
    return tuple(rows.loc[rows["region_code"] != pairing.scope_code, "level"].unique())


@st.cache_resource(max_entries=LARGE * 2, show_spinner=False)
def _own_services(key: Key, pairing: Pairing, level: str) -> pd.DataFrame:
    return tabulate_own(load_services(pairing), pairing.scope_code, level)


def load_own_services(pairing: Pairing, level: str) -> pd.DataFrame:
    """The services of the region itself: see `app.problem_lagging.tabulate_own`."""
    return _own_services(pairing_key(pairing), pairing, level)


@st.cache_resource(max_entries=LARGE * 4, show_spinner=False)
def _worst(key: Key, pairing: Pairing, item_code: str, level: str) -> pd.DataFrame:
    return tabulate_worst(load_services(pairing), item_code, level, pairing.scope_code)


def load_worst(pairing: Pairing, item_code: str, level: str) -> pd.DataFrame:
    """The places of a level for one service: see `app.problem_lagging.tabulate_worst`."""
    return _worst(pairing_key(pairing), pairing, item_code, level)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _support(key: Key, pairing: Pairing, level: str) -> pd.DataFrame:
    return sum_support(problem_loaders.load_inputs(pairing).facts, level)


def load_support(pairing: Pairing, level: str) -> pd.DataFrame:
    """Data dukung summed to a level: see `app.problem_lagging.sum_support`."""
    return _support(pairing_key(pairing), pairing, level)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _places(key: Key, pairing: Pairing, settings: ProblemSettings, year: int) -> pd.DataFrame:
    return tabulate_places(
        problem_loaders.load_problems(pairing, settings),
        problem_loaders.load_inputs(pairing),
        settings,
        name_lokus(problem_loaders.load_lokus(pairing.scope_code, year)),
    )


def load_places(view: PlaceView) -> pd.DataFrame:
    """The places of all levels below the region: see `app.problem_table.tabulate_places`."""
    return _places(view.key, view.pairing, view.settings, view.year)


@st.cache_resource(max_entries=LARGE * 2, show_spinner=False)
def _shown(key: Key, view: PlaceView) -> pd.DataFrame:
    places = load_places(view)
    return places[places["level"] == view.level].reset_index(drop=True)


def load_shown(view: PlaceView) -> pd.DataFrame:
    """The places of the level that is looked at."""
    return _shown(view.key, view)
