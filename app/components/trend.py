"""The course of the selected place through all periods, surveys beside it."""

import streamlit as st

from analysis.series import flag_breaks
from app import loaders
from app.charts.trend import draw_trend
from app.components.selection import Selection
from app.figures import read_thresholds
from app.format import escape_markdown
from app.text import screens as text

_CONFIG = {"displayModeBar": False}


def draw_trend_of(selection: Selection) -> None:
    """Draw the trend of the selected region; a desa's own, never its kecamatan's."""
    break_factor = read_thresholds().break_factor
    series = flag_breaks(
        loaders.load_place_series(selection.code, str(selection.source)), break_factor
    )
    surveys = loaders.load_surveys(selection.code)
    if series["prevalensi_pct"].notna().sum() + len(surveys) == 0:
        return
    name = escape_markdown(selection.region.name)
    st.subheader(text.TREND_TITLE.format(name=name), anchor=False)
    figure = draw_trend(series, surveys, str(selection.source))
    st.plotly_chart(figure, width="stretch", key="tren", theme=None, config=_CONFIG)
    if len(surveys):
        st.caption(text.SURVEY_NOTE)
