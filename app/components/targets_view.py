"""Targets in force: prevalence with its trend and pace, services with coverage and people."""

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from analysis.pace import DOWN, Pace
from analysis.series import flag_breaks
from app import loaders, target_loaders, target_view_loaders
from app.charts.target_trend import draw_target_trend
from app.components.selection import Selection
from app.components.targets_reach import draw_reach
from app.figures import read_thresholds
from app.format import escape_markdown, format_pct
from app.target_figures import compute_prevalence_pace
from app.target_items import PREVALENCE, YEARS
from app.target_words import write_needed, write_origin, write_outlook, write_pace, write_target
from app.text import target as text

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler

_CONFIG = {"displayModeBar": False}
_ROW, _HEAD, _TALLEST = 35, 40, 760


def draw_view(selection: Selection, code: str, year: int) -> None:
    """Draw everything in force for one target year: prevalence, services, desa."""
    in_force = target_loaders.load_in_force(code)
    years = sorted({*YEARS, *in_force["year"].astype(int)})
    chosen: int = st.selectbox(
        text.TARGET_YEAR,
        years,
        index=years.index(year) if year in years else 0,
        key="target_tahun",
        placeholder=text.CHOOSE,
        filter_mode=None,
        width=140,
    )
    st.subheader(text.LOOK_PREVALENCE, anchor=False)
    _draw_prevalence(selection, code, in_force, chosen)
    st.subheader(text.LOOK_SERVICES, anchor=False)
    _draw_services(code, chosen)
    draw_reach(code, chosen)
    with st.expander(text.ALL_YEARS):
        _draw_table(target_view_loaders.load_all_years(code))


def _draw_prevalence(selection: Selection, code: str, in_force: pd.DataFrame, year: int) -> None:
    series = in_force[in_force["item_code"] == PREVALENCE]
    now = series[series["year"] == year]
    if now.empty:
        st.info(text.NO_PREVALENCE_TARGET.format(year=year), icon=":material/info:")
    else:
        target = (year, float(now["target_pct"].iloc[0]))
        past = target_loaders.load_prevalence_series(code, selection.source)
        pace = compute_prevalence_pace(past, target)
        origin = write_origin(now["dokumen"].iloc[0], now["target_dari"].iloc[0], code)
        _draw_cards(pace, origin)
        if outlook := write_outlook(pace):
            st.text(outlook)
    _draw_trend(selection, code, series)


def _draw_cards(pace: Pace, origin: str) -> None:
    with st.grid(4, min_column_width=220):
        st.metric(text.CARD_TARGET.format(year=pace.target_year), write_target(pace.target_pct))
        last = text.CARD_LAST.format(year=pace.last_year or "")
        st.metric(last.strip(), format_pct(pace.last_pct, missing=text.NO_LAST))
        for label, points in (
            (text.CARD_NEEDED, write_needed(pace, DOWN)),
            (text.CARD_ACHIEVED, write_pace(pace.achieved_points)),
        ):
            st.metric(label, points)
    st.caption(escape_markdown(origin))


def _draw_trend(selection: Selection, code: str, targets: pd.DataFrame) -> None:
    if selection.source is None:
        return
    series = loaders.load_place_series(code, selection.source)
    surveys = loaders.load_surveys(code)
    if series["prevalensi_pct"].notna().sum() + len(surveys) + len(targets) == 0:
        return
    origins = [
        write_origin(row.dokumen, row.target_dari, code) for row in targets.itertuples(index=False)
    ]
    figure = draw_target_trend(
        flag_breaks(series, read_thresholds().break_factor),
        surveys,
        selection.source,
        targets.assign(origin=origins),
    )
    st.plotly_chart(figure, width="stretch", key="tren_target", theme=None, config=_CONFIG)
    st.caption(escape_markdown(text.PACE_NOTE.format(source=selection.source)))


def _draw_services(code: str, year: int) -> None:
    table = target_view_loaders.load_services(code, year)
    periods = target_loaders.load_year_periods(code)
    if not periods:
        st.caption(text.COVERAGE_NONE)
    _draw_table(table)
    st.caption(text.LOOK_NOTE)
    if periods:
        st.caption(text.COVERAGE_NOTE)


def _draw_table(painted: "Styler") -> None:
    """A table whose inherited targets are grey, see `app.target_services.paint`."""
    label, name = painted.columns[:2]
    st.dataframe(
        painted,
        hide_index=True,
        width="stretch",
        height=min(_HEAD + _ROW * len(painted.index), _TALLEST),
        placeholder=text.NO_VALUE,
        column_config={
            label: st.column_config.TextColumn(label, width=75, pinned=True),
            name: st.column_config.TextColumn(name, width=190),
        },
    )
