"""The quadrant as a picture for reports: matplotlib without its global state, safe in threads."""

from dataclasses import dataclass
from io import BytesIO
from textwrap import fill
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from analysis.problem_locations import GOOD, TYPE_1, TYPE_2, TYPES
from app.charts.quadrant import Lines, size_markers
from app.palette import BORDER_COLOR, DARK_TEXT
from app.problem_palette import TYPE_COLORS
from app.text import lokasi as text

_SIZE_INCH = (11.69, 8.27)
_DOTS_PER_INCH = 160
_MARKERS = dict(zip(TYPES, "oDs^oX", strict=True))
_NAMED = 12
_FOOTNOTE_CHARACTERS = 170


@dataclass(frozen=True, slots=True)
class QuadrantWords:
    """What stands around the picture, plain text."""

    title: str
    subtitle: str
    footnote: str


def write_quadrant_png(places: pd.DataFrame, lines: Lines, words: QuadrantWords) -> bytes:
    """Draw places (of `app.charts.quadrant.pick_drawable`) as a PNG, A4 landscape."""
    figure = Figure(figsize=_SIZE_INCH, dpi=_DOTS_PER_INCH, facecolor="#ffffff")
    axes = figure.add_axes((0.07, 0.13, 0.9, 0.68))
    areas = (size_markers(places["diukur_jiwa"]) * 0.75) ** 2
    for kind in TYPES:
        rows = np.flatnonzero((places["type"] == kind).to_numpy())
        if len(rows):
            part = places.iloc[rows]
            axes.scatter(
                part["x_pct"],
                part["prevalensi_pct"],
                s=areas[rows],
                marker=_MARKERS[kind],
                # An empty circle, as on the screen: type 1 has the full one.
                c="#ffffff" if kind == GOOD else TYPE_COLORS[kind],
                edgecolors=TYPE_COLORS[kind] if kind == GOOD else BORDER_COLOR,
                linewidths=1.2 if kind == GOOD else 0.6,
                alpha=0.85,
                label=f"{text.TYPES[kind]} ({len(rows)})",
            )
    for row in places[places["type"].isin([TYPE_1, TYPE_2])].head(_NAMED).itertuples(index=False):
        axes.annotate(
            str(row.name),
            (row.x_pct, row.prevalensi_pct),
            xytext=(0, 7),
            textcoords="offset points",
            fontsize=7,
            ha="center",
            parse_math=False,
        )
    _cut(axes, lines)
    axes.set_xlim(-3, 103)
    axes.set_ylim(bottom=0)
    axes.set_xlabel(lines.x_title)
    axes.set_ylabel(text.QUADRANT_Y)
    axes.grid(color="#e5e7eb", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.legend(
        loc="lower left",
        bbox_to_anchor=(0, 1.0),
        ncols=3,
        fontsize=8,
        frameon=False,
        markerscale=0.6,
    )
    _write(figure, words)
    buffer = BytesIO()
    FigureCanvasAgg(figure).print_png(buffer)  # type: ignore[no-untyped-call]
    return buffer.getvalue()


def _cut(axes: Axes, lines: Lines) -> None:
    stroke: dict[str, Any] = {"color": BORDER_COLOR, "linewidth": 1, "linestyle": "--"}
    if lines.prevalence_pct is not None:
        axes.axhline(lines.prevalence_pct, **stroke)
        axes.annotate(
            lines.prevalence_label,
            (-2.5, lines.prevalence_pct),
            xytext=(0, 3),
            textcoords="offset points",
            fontsize=8,
            parse_math=False,
        )
    for share, _ in lines.shares_pct:
        axes.axvline(share, **stroke)


def _write(figure: Figure, words: QuadrantWords) -> None:
    plain: dict[str, Any] = {"color": DARK_TEXT, "parse_math": False}
    figure.text(0.02, 0.955, words.title, fontsize=15, fontweight="bold", **plain)
    figure.text(0.02, 0.925, words.subtitle, fontsize=9.5, **plain)
    note = fill(words.footnote, _FOOTNOTE_CHARACTERS)
    figure.text(0.02, 0.012, note, fontsize=7.5, va="bottom", **plain)
