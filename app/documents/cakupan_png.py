"""The heatmap as a picture for reports: matplotlib without its global state, safe in threads."""

from dataclasses import dataclass
from io import BytesIO
from textwrap import fill, shorten

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from analysis.coverage_status import NO_DATA
from app.charts.heatmap import Heatmap, Row
from app.coverage_words import STATUS_ORDER, write_summary
from app.format import format_count
from app.palette import BORDER_COLOR, STATUS_COLORS, text_color_on
from app.text import cakupan as text

FONT = "DejaVu Sans"
DOTS_PER_INCH = 200
WIDTH_INCH = 11.69
_ROW_INCH, _HEAD_INCH, _FOOT_INCH = 0.28, 2.55, 0.95
_NAME_COLUMNS = 7.5  # the names take as much room as so many columns
_INK = "#111827"


@dataclass(frozen=True, slots=True)
class HeatmapWords:
    """Everything that is written around the heatmap: plain text, drawn literally."""

    title: str
    subtitle: str
    footnote: str
    total: str


def write_heatmap_png(heatmap: Heatmap, words: HeatmapWords) -> bytes:
    """Draw a heatmap, as wide as A4 landscape and as high as its rows need, at 200 dpi."""
    rows = [*([heatmap.total] if heatmap.total else []), *heatmap.rows]
    height = _HEAD_INCH + _FOOT_INCH + _ROW_INCH * (len(rows) + 1)
    figure = Figure(figsize=(WIDTH_INCH, height), dpi=DOTS_PER_INCH, facecolor="white")
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes(
        (0.01, _FOOT_INCH / height, 0.98, 1 - (_HEAD_INCH + _FOOT_INCH) / height)
    )
    axes.set_axis_off()
    axes.set_xlim(-_NAME_COLUMNS, len(heatmap.services))
    axes.set_ylim(len(rows) + 1, 0)
    _draw_heads(axes, heatmap)
    for at, row in enumerate(rows):
        _draw_row(axes, at, row, words.total if row is heatmap.total else row.name)
    _draw_feet(axes, heatmap, len(rows))
    _write_around(figure, heatmap, words, height)
    buffer = BytesIO()
    canvas.print_png(buffer)  # type: ignore[no-untyped-call]
    return buffer.getvalue()


def _write(axes: Axes, x: float, y: float, words: str, **style: object) -> None:
    plain = {"fontfamily": FONT, "fontsize": 7, "color": _INK, "va": "center", "ha": "center"}
    axes.text(x, y, words, parse_math=False, **(plain | style))  # type: ignore[arg-type]


def _draw_heads(axes: Axes, heatmap: Heatmap) -> None:
    for at, service in enumerate(heatmap.services):
        _write(axes, at + 0.5, -0.15, service.short, rotation=90, va="bottom", fontsize=6.5)
    start = 0
    for name, count in heatmap.groups:
        lines = fill(name, max(9, 5 * count))
        _write(axes, start + count / 2, -5.05, lines, fontsize=7, fontweight="bold", va="bottom")
        axes.plot(
            [start + 0.1, start + count - 0.1],
            [-4.85, -4.85],
            color=BORDER_COLOR,
            linewidth=0.8,
            clip_on=False,
        )
        start += count
    _write(axes, -0.1, -0.15, text.COLUMN_SUMMARY, ha="right", va="bottom", fontweight="bold")


def _draw_row(axes: Axes, at: int, row: Row, name: str) -> None:
    weight = "bold" if name != row.name else "normal"
    shown = shorten(name, 30, placeholder="…")
    _write(axes, -_NAME_COLUMNS + 0.1, at + 0.5, shown, ha="left", fontsize=7.5, fontweight=weight)
    summary = write_summary(row.reached, row.assessed)
    _write(axes, -0.1, at + 0.5, summary, ha="right", fontsize=6.5)
    for column, (value, status) in enumerate(zip(row.values, row.statuses, strict=True)):
        color = STATUS_COLORS[status]
        axes.add_patch(
            Rectangle(
                (column, at),
                1,
                1,
                facecolor=color,
                edgecolor="white" if color != "#ffffff" else "#9ca3af",
                linewidth=0.6,
                hatch="////" if status == NO_DATA else None,
            )
        )
        sign = text.STATUS_SIGNS[status]
        _write(axes, column + 0.5, at + 0.38, value, color=text_color_on(color), fontsize=7)
        _write(axes, column + 0.5, at + 0.8, sign, color=text_color_on(color), fontsize=5)


def _draw_feet(axes: Axes, heatmap: Heatmap, at: int) -> None:
    _write(axes, -_NAME_COLUMNS + 0.1, at + 0.5, text.FOOT_LABEL, ha="left", fontsize=7)
    for column, (reached, assessed) in enumerate(heatmap.feet):
        words = f"{reached}/{assessed}" if assessed else text.SUMMARY_NONE
        _write(axes, column + 0.5, at + 0.5, words, fontsize=5.5)


def _write_around(figure: Figure, heatmap: Heatmap, words: HeatmapWords, height: float) -> None:
    lines = (
        (words.title, height - 0.35, 15, "bold"),
        (fill(words.subtitle, 150), height - 0.68, 9.5, "normal"),
        (fill(words.footnote, 190), 0.25, 7.5, "normal"),
    )
    for line, inch, size, weight in lines:
        figure.text(
            0.015,
            inch / height,
            line,
            fontsize=size,
            fontweight=weight,
            fontfamily=FONT,
            color=_INK,
            verticalalignment="center",
            parse_math=False,
        )
    shown = [status for status in STATUS_ORDER if heatmap.counts[status]]
    handles = [
        Patch(
            facecolor=STATUS_COLORS[status],
            edgecolor="#6b7280",
            linewidth=0.6,
            hatch="////" if status == NO_DATA else None,
        )
        for status in shown
    ]
    labels = [
        f"{text.STATUS_SIGNS[s]} {text.STATUS_WORDS[s]}: {format_count(heatmap.counts[s])}".strip()
        for s in shown
    ]
    figure.legend(
        handles,
        labels,
        loc="lower left",
        bbox_to_anchor=(0.01, 0.4 / height),
        ncols=len(shown),
        frameon=False,
        handlelength=1.6,
        handleheight=1.1,
        columnspacing=1.2,
        prop={"family": FONT, "size": 7.5},
    )
