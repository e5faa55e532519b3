"""All regions below: how many are in each class, and a row each with total and components."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from analysis.monev import CLASSES, COMPONENTS, Assessment
from analysis.monev_effect import compare_years
from app import assessment_loaders
from app.assessment_palette import CLASS_COLORS
from app.assessment_words import name_class, write_change, write_class, write_score
from app.components.assessment import open_detail
from app.components.table_height import fit_height
from app.format import format_count
from app.problem_palette import style_cell
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


def draw_table(shown: Sequence[Assessment], before: Mapping[str, Assessment]) -> None:
    """A row a region, the highest total first; choosing a row opens the region's detail."""
    ordered = sorted(shown, key=lambda each: (-(each.total or -1), each.region_code))
    codes = [each.region_code for each in ordered]
    official = assessment_loaders.load_official(tuple(codes), shown[0].year)
    table = _tabulate(ordered, before)
    if official:
        table.insert(3, text.COLUMNS["resmi"], [_name_official(official, c) for c in codes])
    unfinished = any(each.is_provisional for each in shown)
    notes = [text.COMPARE_UNFINISHED.format(year=shown[0].year)] if unfinished else []
    st.caption(" ".join([text.TABLE_HINT, *notes]))
    st.dataframe(
        _style(table, ordered),
        hide_index=True,
        width="stretch",
        height=fit_height(len(table), _MOST),
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


def _tabulate(ordered: Sequence[Assessment], before: Mapping[str, Assessment]) -> pd.DataFrame:
    columns = text.COLUMNS
    rows = []
    for each in ordered:
        change = compare_years(each, before.get(each.region_code))[0].points
        scores = {text.COMPONENTS_SHORT[part.code]: part.score for part in each.components}
        rows.append(
            {
                columns["name"]: each.name,
                columns["nilai"]: each.total,
                columns["kelas"]: write_class(each),
                columns["perubahan"]: write_change(change),
                **scores,
            }
        )
    table = pd.DataFrame(rows)
    numbers = [columns["nilai"], *text.COMPONENTS_SHORT.values()]
    table[numbers] = table[numbers].astype("float64")
    return table


def _name_official(official: Mapping[str, assessment_loaders.Result], code: str) -> str | None:
    found = official.get(code)
    return None if found is None else name_class(found.class_name)


def _style(table: pd.DataFrame, ordered: Sequence[Assessment]) -> "pd.io.formats.style.Styler":
    colors = [style_cell(CLASS_COLORS[e.class_name]) if e.class_name else "" for e in ordered]
    numbers = [text.COLUMNS["nilai"], *text.COMPONENTS_SHORT.values()]
    return table.style.format(write_score, subset=numbers, na_rep=text.DASH).apply(
        lambda _: colors, subset=[text.COLUMNS["kelas"]]
    )


def _open_row(codes: Sequence[str]) -> None:
    rows = st.session_state[_TABLE].selection.rows
    if rows:
        open_detail(codes[rows[0]])
