"""The trend of one place: one routine source as a line with its band, surveys as points apart."""

import math
from datetime import date
from html import escape

import pandas as pd
import plotly.graph_objects as go

from app import palette
from app.charts.frame import lay_out
from app.format import format_count, format_interval, format_pct, format_period
from app.text import charts as text

SURVEY_SYMBOLS = ("diamond", "square", "triangle-up", "star")
MANY_POINTS = 8


def draw_trend(series: pd.DataFrame, surveys: pd.DataFrame, source: str) -> go.Figure:
    """Draw a place's prevalence through time, compact (260 px high).

    `series`: a row a period of ONE source (`analysis.region_table.sum_region`): period,
    prevalensi_pct, bawah_pct, atas_pct, pembilang_jiwa, diukur_jiwa, terlalu_sedikit, and
    optionally patah_deret. `surveys`: source, year, prevalensi_pct, bawah_pct, atas_pct. Survey
    points are never joined to the line: the two count different children.
    """
    figure = go.Figure()
    known = series[series["prevalensi_pct"].notna()]
    if not known.empty:
        _add_band(figure, series)
        _add_line(figure, series, source)
        _mark_breaks(figure, known)
    for number, (name, points) in enumerate(surveys.groupby("source", sort=True)):
        _add_survey(figure, points, str(name), number)
    _set_axes(figure, known, surveys)
    return figure


def _as_date(period: str) -> date:
    return date(int(period[:4]), int(period[5:7]), 1)


def _add_band(figure: go.Figure, series: pd.DataFrame) -> None:
    # Without a figure there is no band: each unbroken run is a polygon of its own.
    known = series["prevalensi_pct"].notna()
    runs = (known != known.shift()).cumsum()
    first = True
    for _, run in series[known].groupby(runs[known]):
        dates = [_as_date(period) for period in run["period"]]
        figure.add_scatter(
            x=[*dates, *reversed(dates)],
            y=[*run["atas_pct"], *reversed(list(run["bawah_pct"]))],
            fill="toself",
            fillcolor=palette.BAND_COLOR,
            # A lone point has a bar for its interval: a band of one date would be invisible.
            line={"width": 8 if len(run) == 1 else 0, "color": palette.BAND_COLOR},
            mode="lines",
            hoverinfo="skip",
            name=text.BAND,
            legendgroup="selang",
            showlegend=first,
        )
        first = False


def _add_line(figure: go.Figure, series: pd.DataFrame, source: str) -> None:
    few = series["terlalu_sedikit"].astype(bool)
    figure.add_scatter(
        x=[_as_date(period) for period in series["period"]],
        y=[float(value) for value in series["prevalensi_pct"]],
        mode="lines+markers",
        connectgaps=False,
        line={"color": palette.SERIES_COLOR, "width": 2.5},
        marker={
            "size": 8,
            "color": [palette.LIGHT_TEXT if is_few else palette.SERIES_COLOR for is_few in few],
            "line": {"color": palette.SERIES_COLOR, "width": 1.5},
        },
        name=text.ROUTINE.format(source=escape(source, quote=False)),
        text=[_describe(row) for row in series.to_dict("records")],
        hovertemplate="%{text}<extra></extra>",
    )


def _describe(row: dict[str, object]) -> str:
    figures: dict[str, float] = {
        name: float(row[name])  # type: ignore[arg-type]
        for name in ("prevalensi_pct", "bawah_pct", "atas_pct", "pembilang_jiwa", "diukur_jiwa")
    }
    return text.HOVER_ROUTINE.format(
        period=format_period(str(row["period"])),
        value=format_pct(figures["prevalensi_pct"]),
        interval=format_interval(figures["bawah_pct"], figures["atas_pct"]),
        stunted=format_count(figures["pembilang_jiwa"]),
        measured=format_count(figures["diukur_jiwa"]),
    )


def _mark_breaks(figure: go.Figure, known: pd.DataFrame) -> None:
    if "patah_deret" not in known.columns:
        return
    for period in known.loc[known["patah_deret"].astype(bool), "period"]:
        figure.add_vline(x=_as_date(period), line={"color": "#6b7280", "dash": "dot", "width": 1})
        figure.add_annotation(
            x=_as_date(period),
            y=1,
            yref="paper",
            text=text.BREAK,
            showarrow=False,
            xanchor="left",
            yanchor="top",
            font={"size": 11, "color": "#4b5563"},
        )


def _add_survey(figure: go.Figure, points: pd.DataFrame, name: str, number: int) -> None:
    value = points["prevalensi_pct"].astype("float64")
    shown = escape(name, quote=False)
    color = palette.SURVEY_COLORS[number % len(palette.SURVEY_COLORS)]
    figure.add_scatter(
        x=[date(int(year), 7, 1) for year in points["year"]],
        y=list(value),
        mode="markers",
        marker={
            "symbol": SURVEY_SYMBOLS[number % len(SURVEY_SYMBOLS)],
            "size": 11,
            "color": color,
            "line": {"color": palette.LIGHT_TEXT, "width": 1},
        },
        error_y={
            "type": "data",
            "symmetric": False,
            "array": list((points["atas_pct"] - value).fillna(0)),
            "arrayminus": list((value - points["bawah_pct"]).fillna(0)),
            "color": color,
            "thickness": 1.5,
            "width": 4,
        },
        name=text.SURVEY.format(source=shown),
        text=[_describe_survey(row, shown) for row in points.to_dict("records")],
        hovertemplate="%{text}<extra></extra>",
    )


def _describe_survey(row: dict[str, object], name: str) -> str:
    lower, upper = float(row["bawah_pct"]), float(row["atas_pct"])  # type: ignore[arg-type]
    template = text.HOVER_SURVEY if not math.isnan(lower) else text.HOVER_SURVEY_BARE
    return template.format(
        source=name,
        year=row["year"],
        value=format_pct(float(row["prevalensi_pct"])),  # type: ignore[arg-type]
        interval=format_interval(lower, upper),
    )


def _set_axes(figure: go.Figure, known: pd.DataFrame, surveys: pd.DataFrame) -> None:
    lay_out(figure, height=260)
    if known.empty and surveys.empty:
        figure.add_annotation(text=text.EMPTY, showarrow=False, xref="paper", yref="paper")
        figure.update_xaxes(visible=False)
        figure.update_yaxes(visible=False)
        return
    ticks = {_as_date(p): format_period(p, short=True) for p in known["period"]}
    surveyed = {int(year) for year in surveys["year"]}
    if len(ticks) > MANY_POINTS:
        years = {day.year for day in ticks} | surveyed
        ticks = {date(year, 1, 1): str(year) for year in range(min(years), max(years) + 2)}
    else:
        old = surveyed - {day.year for day in ticks}
        ticks |= {date(year, 7, 1): str(year) for year in old}
    ordered = sorted(ticks.items())
    figure.update_xaxes(
        tickmode="array",
        tickvals=[day for day, _ in ordered],
        ticktext=[label for _, label in ordered],
    )
    figure.update_yaxes(title={"text": text.PREVALENCE, "font": {"size": 12}}, rangemode="tozero")
