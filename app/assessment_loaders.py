"""Cached questions about the assessment; the rules of `app.loaders` hold here too.

What comes from a cached resource is shared by all: read it, never change it.
"""

from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from analysis.meetings import level_of_meeting
from analysis.monev import Assessment
from app import stage_loaders
from app.assessment_figures import assess_all
from app.assessment_rubric import SETTING_KEY, OwnedRubric, find_rubric
from app.assessment_sources import Sources
from app.assessment_table import RegionTable, tabulate_regions
from app.coverage_figures import ONE_DOWN
from app.coverage_loaders import load_coverage
from app.loaders import LARGE, SMALL, Key, load_engine, topic_key
from data_access.reads import penilaian
from data_access.reads.penilaian import OFFICIAL, SIMULATED, Clarification, Result
from data_access.reads.scope import CODE_LENGTH

__all__ = ["OFFICIAL", "SIMULATED", "Assessment", "Clarification", "Result"]
_TOPIC = "penilaian"
_EVIDENCE = (
    "wilayah",
    "tahapan",
    "pengaturan",
    "isian",
    "pengukuran",
    "target",
    "lampiran",
    "rembuk",
    "dukungan",
)


@st.cache_resource(max_entries=LARGE * 2, show_spinner=False)
def _assessments(key: Key, code: str, year: int, today: date) -> dict[str, Assessment]:
    known = Sources(partial(_read_coverage, code), partial(stage_loaders.load_fill, code))
    try:
        return assess_all(load_engine(), code, year, today, known)
    except ValueError:  # no longer in force
        return {}


def _read_coverage(code: str, period: str) -> pd.DataFrame:
    """Coverage of a region and of those right below it, as the pages of coverage know it."""
    level = level_of_meeting(code) or ""
    parts = [load_coverage(code, each, period) for each in (level, ONE_DOWN[level])]
    return pd.concat(parts, ignore_index=True)


def load_assessments(code: str, year: int) -> dict[str, Assessment]:
    """A region and all right below it as of today, by code, see `app.assessment_figures`.

    Empty for a region that has no stages. A kecamatan is looked up in its kabupaten, whose
    assessment holds all of them.
    """
    key, today = topic_key(*_EVIDENCE), stage_loaders.load_today(code)
    if len(code) == CODE_LENGTH["kecamatan"]:
        around = _assessments(key, code[: CODE_LENGTH["kabupaten"]], year, today)
        if code in around:
            return {code: around[code]}
    return _assessments(key, code, year, today)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _results(key: Key, codes: tuple[str, ...], year: int) -> tuple[Result, ...]:
    return penilaian.read_results(load_engine(), codes, year)


def load_results(code: str, year: int) -> tuple[Result, ...]:
    """The recorded results of one region and year, at most one of each kind."""
    return _results(topic_key(_TOPIC), (code,), year)


def load_result(code: str, year: int, kind: str) -> Result | None:
    """One recorded result, None where there is none."""
    return next((each for each in load_results(code, year) if each.kind == kind), None)


def load_official(codes: tuple[str, ...], year: int) -> dict[str, Result]:
    """The official results of some regions, by code."""
    found = _results(topic_key(_TOPIC), codes, year)
    return {each.wilayah_code: each for each in found if each.kind == OFFICIAL}


@st.cache_resource(max_entries=LARGE * 2, show_spinner=False)
def _region_table(key: Key, code: str, year: int, today: date) -> RegionTable:
    found = load_assessments(code, year)
    shown = [each for each in found.values() if each.region_code != code]
    official = load_official(tuple(each.region_code for each in shown), year)
    return tabulate_regions(shown, load_assessments(code, year - 1), official)


def load_region_table(code: str, year: int) -> RegionTable:
    """The regions right below one, a row each as it is shown: see `app.assessment_table`."""
    key = topic_key(_TOPIC, *_EVIDENCE)
    return _region_table(key, code, year, stage_loaders.load_today(code))


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _clarifications(key: Key, code: str, year: int) -> tuple[Clarification, ...]:
    return penilaian.read_clarifications(load_engine(), code, year)


def load_clarifications(code: str, year: int) -> tuple[Clarification, ...]:
    """The clarifications of a region and year, in the order in which they were noted."""
    return _clarifications(topic_key(_TOPIC), code, year)


def load_rubric(code: str) -> OwnedRubric:
    """The rubric in force in a region, whose it is and why."""
    return find_rubric(stage_loaders.load_settings(code), code)


def load_rubric_version(code: str) -> int:
    """The version of a region's own rubric, 0 where it never set one."""
    rows = stage_loaders.load_settings(code)
    mine = rows[(rows["key"] == SETTING_KEY) & (rows["wilayah_code"] == code)]
    return 0 if mine.empty else int(mine["version"].iloc[0])
