"""The course of the selected place through all periods, surveys beside it."""

import streamlit as st

from app import loaders
from app.charts.trend import draw_trend
from app.components.selection import Selection
from app.text import screens as text


def draw_trend_of(selection: Selection) -> None:
    """Draw the trend of the selected region; a desa's own, never its kecamatan's."""
    series = loaders.load_place_series(selection.code, str(selection.source))
    surveys = loaders.load_surveys(selection.code)
    if series["prevalensi_pct"].notna().sum() + len(surveys) == 0:
        return
    st.subheader(text.TREND_TITLE.format(name=selection.region.name), anchor=False)
    figure = draw_trend(series, surveys, str(selection.source))
    st.plotly_chart(figure, width="stretch", key="tren", config={"displayModeBar": False})
    if len(surveys):
        st.caption(text.SURVEY_NOTE)
