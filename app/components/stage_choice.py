"""Which region's stages, which year and which stage: chosen once, held in the URL."""

from collections.abc import Sequence

import streamlit as st

from analysis.stages import Stage
from app import stage_loaders
from app.components.selection import Selection
from app.text import tahapan as text

YEAR_KEY, STAGE_KEY = "tahun", "tahapan"


def stage_region(selection: Selection) -> str:
    """The code of the selected region that has stages: a desa's or puskesmas' is its kecamatan."""
    return selection.code[:8]


def choose_year(region_code: str) -> int:
    """The year of the cycle, this year unless chosen otherwise."""
    years = stage_loaders.list_years(region_code)
    chosen: int = st.selectbox(
        text.YEAR_LABEL,
        years,
        index=years.index(stage_loaders.load_today(region_code).year),
        key=YEAR_KEY,
        bind="query-params",
        placeholder=text.CHOOSE,
        filter_mode=None,
        width=140,
    )
    return chosen


def choose_stage(stages: Sequence[Stage], default: Stage) -> Stage:
    """One of some stages of a level; its name stands in the URL."""
    by_name = {stage.name: stage for stage in stages}
    chosen = st.selectbox(
        text.STAGE_LABEL,
        list(by_name),
        index=list(by_name).index(default.name),
        key=STAGE_KEY,
        bind="query-params",
        placeholder=text.CHOOSE,
        filter_mode=None,
        width=420,
    )
    return by_name[chosen]
