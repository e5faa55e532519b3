"""The quadrant of problem places: prevalence by share of services that are not low."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analysis.problem_locations import TYPES
from app.charts.frame import lay_out
from app.charts.label_places import measure_text, place_labels
from app.palette import BORDER_COLOR
from app.problem_palette import TYPE_COLORS, TYPE_SYMBOLS
from app.text import lokasi as text

HEIGHT_PX = 480
_SMALLEST, _LARGEST = 7.0, 30.0
_NAMED = 5
_X_RANGE = (-3.0, 103.0)
# The plot in the left half of an office laptop; on a wider screen the names stand further apart.
_PLOT_PX = (380.0, 340.0)
_LABEL_COLOR = "rgba(255, 255, 255, 0.85)"


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the quadrant is cut: a prevalence (None: each place has its own), shares of services.

    `prevalence_label` stands at the first; `shares_pct` are one or two cuts, with their words.
    """

    prevalence_pct: float | None
    prevalence_label: str
    shares_pct: tuple[tuple[float, str], ...]
    x_title: str


def pick_drawable(places: pd.DataFrame) -> pd.DataFrame:
    """Places with a prevalence and an assessed service, with x_pct: services that are not low."""
    known = places[places["prevalensi_pct"].notna() & (places["layanan_dinilai"] > 0)]
    return known.assign(x_pct=100 * known["layanan_baik"] / known["layanan_dinilai"])


def size_markers(children: pd.Series) -> np.ndarray:
    """Diameters in pixels: the area grows with the children measured."""
    known = children.fillna(0).to_numpy(dtype="float64")
    largest = known.max() if known.size and known.max() > 0 else 1.0
    return np.asarray(np.maximum(_SMALLEST, _LARGEST * np.sqrt(known / largest)))


def draw_quadrant(places: pd.DataFrame, hovers: Sequence[str], lines: Lines) -> go.Figure:
    """Draw places (of `pick_drawable`: name, type, prevalensi_pct, x_pct, diukur_jiwa).

    `hovers`: what a place says when it is pointed at, one each row, plain text. The places with
    the most stunted children of type 1 and 2 are named, since a meeting cannot point.
    """
    figure = go.Figure()
    sizes = size_markers(places["diukur_jiwa"])
    for kind in TYPES:
        rows = np.flatnonzero((places["type"] == kind).to_numpy())
        if not len(rows):
            continue
        part = places.iloc[rows]
        figure.add_scatter(
            x=part["x_pct"].tolist(),
            y=part["prevalensi_pct"].tolist(),
            mode="markers",
            marker={
                "size": sizes[rows].tolist(),
                "symbol": TYPE_SYMBOLS[kind],
                "color": TYPE_COLORS[kind],
                "opacity": 0.85,
                "line": {"color": BORDER_COLOR, "width": 1},
            },
            hovertext=[
                escape(hovers[row], quote=False).replace("\n", "<br>") for row in rows.tolist()
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            name=text.TYPES_SHORT[kind],
        )
    lay_out(figure, HEIGHT_PX)
    figure.update_layout(legend={"itemsizing": "constant"}, margin={"l": 56, "r": 12, "b": 48})
    figure.update_xaxes(title_text=lines.x_title, range=list(_X_RANGE), showgrid=True)
    top = 1.08 * float(places["prevalensi_pct"].max()) or 1.0
    figure.update_yaxes(title_text=text.QUADRANT_Y, range=[0, top])
    _cut(figure, lines)
    _name_points(figure, places, lines, top)
    return figure


def _name_points(figure: go.Figure, places: pd.DataFrame, lines: Lines, top: float) -> None:
    """Write the names where they cover nothing, each tied to its marker by a thin line."""
    width, height = _PLOT_PX
    x = (places["x_pct"] - _X_RANGE[0]) * width / (_X_RANGE[1] - _X_RANGE[0])
    y = places["prevalensi_pct"] * height / top
    pressing = places["type"].isin(TYPES[:2]).to_numpy()
    rows = np.flatnonzero(pressing)[:_NAMED].tolist()
    names = [(str(places["name"].iloc[row]), x.iloc[row], y.iloc[row]) for row in rows]
    taken = []
    if lines.prevalence_pct is not None:
        label = measure_text(lines.prevalence_label)
        at = lines.prevalence_pct * height / top + label.height / 2
        taken = [measure_text(lines.prevalence_label, label.width / 2, at)]
    offsets = place_labels(names, list(zip(x, y, strict=True)), _PLOT_PX, taken)
    for row, (right, up) in zip(rows, offsets, strict=True):
        figure.add_annotation(
            x=float(places["x_pct"].iloc[row]),
            y=float(places["prevalensi_pct"].iloc[row]),
            ax=right,
            ay=-up,
            text=escape(str(places["name"].iloc[row]), quote=False),
            font={"size": 11},
            arrowhead=0,
            arrowwidth=1,
            arrowcolor=BORDER_COLOR,
            bgcolor=_LABEL_COLOR,
            borderpad=1,
        )


def _cut(figure: go.Figure, lines: Lines) -> None:
    stroke = {"color": BORDER_COLOR, "width": 1.2, "dash": "dash"}
    if lines.prevalence_pct is not None:
        figure.add_hline(
            y=lines.prevalence_pct,
            line=stroke,
            annotation_text=escape(lines.prevalence_label, quote=False),
            annotation_position="top left",
            annotation_font_size=11,
            annotation_bgcolor=_LABEL_COLOR,
        )
    for share, _ in lines.shares_pct:
        figure.add_vline(x=share, line=stroke)
