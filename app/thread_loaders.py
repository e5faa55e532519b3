"""Cached questions of the benang merah; the rules of `app.loaders` hold here too.

What comes from a cached resource is shared by all: read it, never change it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from analysis.problem_settings import ProblemSettings
from app import coverage_loaders, problem_loaders
from app.budget_figures import Snapshot
from app.loaders import LARGE, Key, load_engine, topic_key
from app.problem_figures import Pairing
from app.thread_board import ChainBoard, arrange_chains, paint_chains, paint_fates
from app.thread_figures import Deeds, find_needs, pick_later, read_deeds, tabulate_chains
from app.thread_words import tabulate_fates
from data_access.reads import anggaran, wilayah

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler

_DEEDS = ("rembuk", "anggaran", "masalah", "wilayah", "pengaturan")
_GROUND = ("wilayah", "pengukuran", "isian", "target", "pengaturan")
_SNAPSHOTS = 4  # all lines of a budget: tens of megabytes each


@dataclass(frozen=True, slots=True)
class Threads:
    """The chains below a region: `chains` of `tabulate_chains`; `later`: their last period."""

    chains: pd.DataFrame
    deeds: Deeds
    later: str | None


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _deeds(key: Key, code: str, year: int) -> Deeds:
    return read_deeds(load_engine(), code, year)


def load_deeds(code: str, year: int) -> Deeds:
    """All about the proposals that touch a region, see `app.thread_figures.Deeds`."""
    return _deeds(topic_key(*_DEEDS), code, year)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _threads(
    key: Key, pairing: Pairing, settings: ProblemSettings, level: str, year: int
) -> Threads:
    scope = pairing.scope_code
    later = pick_later(coverage_loaders.load_coverage_periods(scope), pairing.period)
    after = None if later is None else coverage_loaders.load_coverage(scope, level, later)
    deeds = load_deeds(scope, year)
    needs = find_needs(
        problem_loaders.load_inputs(pairing),
        problem_loaders.load_problems(pairing, settings),
        problem_loaders.load_lagging(pairing),
        level,
        deeds,
    )
    return Threads(tabulate_chains(deeds, needs, after), deeds, later)


def load_threads(pairing: Pairing, settings: ProblemSettings, level: str, year: int) -> Threads:
    """The chains of all problem places of a level below a region in a year of the cycle."""
    return _threads(topic_key(*_DEEDS, *_GROUND), pairing, settings, level, year)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _names(key: Key, code: str) -> dict[str, str]:
    path = {each.code: each.name for each in wilayah.read_path(load_engine(), code)}
    inside = wilayah.read_regions(load_engine(), code)
    return path | dict(zip(inside["code"], inside["name"], strict=True))


def load_names(code: str) -> Mapping[str, str]:
    """The names of a region, of those around it and of all inside it, by code."""
    return _names(topic_key("wilayah"), code)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _board(
    key: Key, pairing: Pairing, settings: ProblemSettings, level: str, year: int
) -> ChainBoard:
    threads = load_threads(pairing, settings, level, year)
    code = pairing.scope_code
    return arrange_chains(threads.chains, threads.deeds, load_names(code), code)


def load_board(pairing: Pairing, settings: ProblemSettings, level: str, year: int) -> ChainBoard:
    """What is shown of `load_threads`: see `app.thread_board.ChainBoard`."""
    return _board(topic_key(*_DEEDS, *_GROUND), pairing, settings, level, year)


@st.cache_resource(max_entries=LARGE * 2, show_spinner=False)
def _painted(
    key: Key,
    pairing: Pairing,
    settings: ProblemSettings,
    level: str,
    year: int,
    index: bytes,
    _shown: pd.DataFrame,
) -> "Styler":
    deeds = load_threads(pairing, settings, level, year).deeds
    return paint_chains(_shown, deeds, load_names(pairing.scope_code))


def load_painted(
    pairing: Pairing, settings: ProblemSettings, level: str, year: int, shown: pd.DataFrame
) -> "Styler":
    """Some rows of the board's chains as a table in words."""
    index = shown.index.to_numpy().tobytes()
    return _painted(topic_key(*_DEEDS, *_GROUND), pairing, settings, level, year, index, shown)


@st.cache_resource(max_entries=LARGE * 2, show_spinner=False)
def _fates(key: Key, code: str, year: int, ids: str) -> "Styler":
    deeds = load_deeds(code, year)
    shown = (deeds.proposals[int(each)] for each in ids.split())
    return paint_fates(tabulate_fates(shown, deeds, load_names(code)))


def load_fates(code: str, year: int, ids: Iterable[int]) -> "Styler":
    """Some proposals with what became of each, as a table in words."""
    return _fates(topic_key(*_DEEDS), code, year, " ".join(map(str, ids)))


@st.cache_resource(max_entries=_SNAPSHOTS, show_spinner=False)
def _lines(key: Key, snapshot: Snapshot) -> pd.DataFrame:
    return anggaran.read_lines(load_engine(), snapshot)


def load_lines(snapshot: Snapshot) -> pd.DataFrame:
    """All lines of a snapshot: see `data_access.reads.anggaran.read_lines`."""
    return _lines(topic_key("anggaran"), snapshot)


@st.cache_resource(max_entries=_SNAPSHOTS, show_spinner=False)
def _tags(key: Key, snapshot: Snapshot) -> pd.DataFrame:
    return anggaran.read_tags(load_engine(), snapshot)


def load_tags(snapshot: Snapshot) -> pd.DataFrame:
    """All tags of a snapshot: see `data_access.reads.anggaran.read_tags`."""
    return _tags(topic_key("anggaran"), snapshot)
