"""Targets of the prevalence as points beside its trend."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from app import palette
from app.charts.trend import draw_trend
from app.format import format_number
from app.text import target as text

_MONTH = 8  # targets stand where the August measurement of their year stands


def draw_target_trend(
    series: pd.DataFrame, surveys: pd.DataFrame, source: str, targets: pd.DataFrame
) -> go.Figure:
    """Draw a place's trend with its targets; see `app.charts.trend.draw_trend`.

    `targets`: year, target_pct, origin (its document, and the region it is inherited from).
    """
    figure = draw_trend(series, surveys, source)
    days = [date(int(year), _MONTH, 1) for year in targets["year"]]
    figure.add_scatter(
        x=days,
        y=[float(value) for value in targets["target_pct"]],
        mode="lines+markers",
        line={"color": palette.BORDER_COLOR, "width": 1.5, "dash": "dash"},
        marker={"symbol": "triangle-down", "size": 10, "color": palette.BORDER_COLOR},
        name=text.TREND_TARGET,
        text=[
            text.TREND_HOVER.format(
                year=row.year, value=f"{format_number(row.target_pct)} %", origin=row.origin
            )
            for row in targets.itertuples(index=False)
        ],
        hovertemplate="%{text}<extra></extra>",
    )
    _widen_ticks(figure, days)
    return figure


def _widen_ticks(figure: go.Figure, days: list[date]) -> None:
    """Years as ticks once targets reach beyond what was measured."""
    shown = [day for trace in figure.data for day in (trace.x if trace.x is not None else ())]
    years = sorted({pd.Timestamp(day).year for day in [*shown, *days]})
    if years:
        every = range(years[0], years[-1] + 1)
        figure.update_xaxes(
            visible=True,
            tickmode="array",
            tickvals=[date(year, _MONTH, 1) for year in every],
            ticktext=[str(year) for year in every],
        )
