"""All regions below: how many are in each class, and a row each with total and components."""

from collections.abc import Sequence

import streamlit as st

from analysis.monev import CLASSES, COMPONENTS, Assessment
from app import assessment_loaders
from app.components.assessment import open_detail
from app.components.table_height import fit_height
from app.format import format_count
from app.text import penilaian as text

_TABLE, _MOST = "_penilaian_tabel", 15


def draw_counts(shown: Sequence[Assessment]) -> None:
    """How many of the regions are in each class by their total."""
    level = text.LEVELS[shown[0].level]
    st.caption(text.COUNTS_TITLE.format(level=level))
    with st.grid(min_column_width=150):
        for name in reversed(CLASSES):
            count = sum(each.provisional_class == name for each in shown)
            st.metric(text.CLASSES[name], format_count(count), border=True)
        unknown = sum(each.total is None for each in shown)
        if unknown:
            st.metric(text.COUNT_NONE, format_count(unknown), border=True)


def draw_table(code: str, year: int, shown: Sequence[Assessment]) -> None:
    """A row a region, the highest total first; choosing a row opens the region's detail."""
    table = assessment_loaders.load_region_table(code, year)
    codes = table.codes
    unfinished = any(each.is_provisional for each in shown)
    notes = [text.COMPARE_UNFINISHED.format(year=shown[0].year)] if unfinished else []
    st.caption(" ".join([text.TABLE_HINT, *notes]))
    st.dataframe(
        table.painted,
        hide_index=True,
        width="stretch",
        height=fit_height(len(codes), _MOST),
        placeholder=text.DASH,
        on_select=lambda: _open_row(codes),
        selection_mode="single-row",
        key=_TABLE,
        column_config={
            text.COLUMNS["name"]: st.column_config.Column(width=150, pinned=True),
            text.COLUMNS["kelas"]: st.column_config.Column(width=175),
            **{
                text.COMPONENTS_SHORT[each]: st.column_config.Column(help=text.COMPONENTS[each])
                for each in COMPONENTS
            },
        },
    )


def _open_row(codes: Sequence[str]) -> None:
    rows = st.session_state[_TABLE].selection.rows
    if rows:
        open_detail(codes[rows[0]])
