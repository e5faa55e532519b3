"""One service through the periods of its kind: coverage as a line, its targets as marks."""

from html import escape

import pandas as pd
import plotly.graph_objects as go

from app import palette
from app.charts.frame import lay_out
from app.coverage_words import name_period
from app.format import format_count, format_pct
from app.target_words import write_target
from app.text import cakupan as text

HEIGHT_PX = 220


def draw_coverage_trend(trend: pd.DataFrame) -> go.Figure:
    """Draw periods of one kind. `trend`: of `app.coverage_loaders.load_coverage_trend`."""
    labels = [str(period)[:4] for period in trend["period"]]  # one kind: the year tells them apart
    below = trend["cakupan_pct"] < trend["target_pct"]
    figure = go.Figure()
    figure.add_scatter(
        x=labels,
        y=[float(value) for value in trend["cakupan_pct"]],
        mode="lines+markers+text",
        connectgaps=False,
        text=[format_pct(value, missing="") for value in trend["cakupan_pct"]],
        textposition=["bottom center" if each else "top center" for each in below],
        cliponaxis=False,
        line={"color": palette.SERIES_COLOR, "width": 2.5},
        marker={
            "size": 11,
            "color": [palette.STATUS_COLORS[status] for status in trend["status"]],
            "line": {"color": palette.SERIES_COLOR, "width": 1.5},
        },
        name=text.DETAIL_COVERAGE,
        customdata=[_describe(row) for row in trend.to_dict("records")],
        hovertemplate="%{customdata}<extra></extra>",
    )
    figure.add_scatter(
        x=labels,
        y=[float(value) for value in trend["target_pct"]],
        mode="markers",
        marker={
            "symbol": "line-ew",
            "size": 26,
            "line": {"color": palette.BORDER_COLOR, "width": 3},
        },
        name=text.TREND_TARGET,
        hoverinfo="skip",
    )
    lay_out(figure, height=HEIGHT_PX)
    figure.update_xaxes(type="category")
    figure.update_yaxes(rangemode="tozero", ticksuffix=" %")
    return figure


def _describe(row: dict[str, object]) -> str:
    words = text.TREND_HOVER.format(
        period=name_period(str(row["period"])),
        value=format_pct(row["cakupan_pct"]),  # type: ignore[arg-type]
        top=format_count(row["pembilang"]),  # type: ignore[arg-type]
        bottom=format_count(row["penyebut"]),  # type: ignore[arg-type]
        target=write_target(row["target_pct"]),  # type: ignore[arg-type]
    )
    return escape(words, quote=False)
