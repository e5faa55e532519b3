"""The two sentences that Bappeda would write, and the notes on method under a page."""

import pandas as pd
import streamlit as st

from analysis.narrative import describe_prevalence
from analysis.region_table import find_period
from app import loaders
from app.components.map_panel import is_inside
from app.components.selection import Selection
from app.figures import View, read_thresholds
from app.format import format_count, format_pct, format_period, format_points
from app.text import screens as text
from app.text.narrative import Wording, write_sentences


def make_wording(selection: Selection, view: View) -> Wording:
    """Names and formatters for the sentences on a view."""
    is_desa = selection.region.level == "desa"
    parent = loaders.load_region(selection.region.parent_code) if is_desa else selection.region
    return Wording(
        level=text.LEVEL_WORDS[view.level],
        parent=parent.name if parent else selection.region.name,
        source=view.source,
        period=format_period(view.period),
        compare=format_period(view.compare) if view.compare else None,
        format_count=format_count,
        format_pct=format_pct,
        format_points=_one_decimal,
    )


def _one_decimal(points: float) -> str:
    return format_points(points, 1)


def write_reading(selection: Selection, view: View, table: pd.DataFrame) -> list[str]:
    """The sentences on the regions inside the selection, as plain text."""
    is_desa = selection.region.level == "desa"
    parent_code = selection.region.parent_code if is_desa else selection.code
    if table["prevalensi_pct"].isna().all():
        return []
    series = loaders.load_place_series(parent_code, view.source)
    parent = find_period(series, view.period)
    share = None if parent is None else float(parent["prevalensi_pct"])
    facts = describe_prevalence(table[is_inside(table, selection.code)], share)
    return [each for each in write_sentences(facts, make_wording(selection, view)) if each]


def draw_sentences(selection: Selection, view: View, table: pd.DataFrame) -> None:
    """Draw the sentences; text, never markdown, since names come from files."""
    for sentence in write_reading(selection, view, table):
        st.text(sentence)


def draw_method_notes() -> None:
    """Say how figures are computed and by which cut-offs."""
    minimum = read_thresholds().minimum_measured
    st.caption(f"{text.CLASS_NOTE} {text.SAMPLE_NOTE.format(minimum=minimum)}")
