"""A map as a picture for documents: matplotlib without its global state, safe in threads."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from textwrap import fill
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.patheffects import withStroke
from matplotlib.text import Text

from geo.drawing import frame_regions, make_path
from geo.legend import LegendItem
from geo.shared_map_marks import SharedPoints
from geo.static_points import draw_points, make_symbol

FONT = "DejaVu Sans"
DOTS_PER_INCH = 200
SIZE_INCH = (11.69, 8.27)
HATCH = "//////"
HATCH_COLOR = "#6b7280"
BORDER_COLOR = "#4b5563"
TEXT_COLOR = "#111827"
MAP_BOX = (0.02, 0.07, 0.70, 0.80)
LABEL_POINTS = 6.0
LABEL_INSIDE = 0.75
FOOTNOTE_CHARACTERS = 190
LEGEND_LEFT, LEGEND_TOP, LEGEND_GAP = 0.73, 0.86, 0.02
LEGEND_TITLE_CHARACTERS = 32


@dataclass(frozen=True, slots=True)
class StaticMapText:
    """Everything that is written around the map: plain text, drawn literally."""

    title: str
    subtitle: str = ""
    legend_title: str = ""
    footnote: str = ""


def draw_static_map(
    regions: gpd.GeoDataFrame,
    colors: Sequence[str],
    hatched: Sequence[bool],
    legend: Sequence[LegendItem],
    words: StaticMapText,
    *,
    labels: Sequence[str] | None = None,
    points: SharedPoints | None = None,
) -> bytes:
    """Draw regions as a PNG, A4 landscape at 200 dpi on white.

    `regions`: one row a region, geometry in degrees (WGS 84); `colors` "#rrggbb" and `hatched`
    ("belum ada data", "belum meyakinkan") by row; `labels` are written where they fit; `points`
    stand above the regions with a legend of their own. Raises ValueError where the lengths differ.
    """
    if not len(regions) == len(colors) == len(hatched):
        raise ValueError("one colour and one hatch for every region")
    figure = Figure(figsize=SIZE_INCH, dpi=DOTS_PER_INCH, facecolor="white")
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes(MAP_BOX)
    axes.set_axis_off()
    _draw_regions(axes, regions, colors, hatched)
    frame_regions(axes, regions, 0.02)
    if points is not None:
        draw_points(axes, points.points)
    if labels is not None:
        _write_labels(axes, regions, labels, colors)
    _write_words(figure, words)
    _draw_legends(figure, legend, words.legend_title, points)
    buffer = BytesIO()
    canvas.print_png(buffer)  # type: ignore[no-untyped-call]
    return buffer.getvalue()


def _draw_regions(
    axes: Axes, regions: gpd.GeoDataFrame, colors: Sequence[str], hatched: Sequence[bool]
) -> None:
    paths = [make_path(shape) for shape in regions.geometry]
    axes.add_collection(
        PathCollection(
            paths, facecolors=list(colors), edgecolors=BORDER_COLOR, linewidths=0.35, zorder=1
        )
    )
    marked = [path for path, is_hatched in zip(paths, hatched, strict=True) if is_hatched]
    if marked:
        over = PathCollection(marked, facecolors="none", edgecolors=BORDER_COLOR, linewidths=0.35)
        over.set_hatch(HATCH)
        over.set_hatchcolor(HATCH_COLOR)
        over.set_hatch_linewidth(0.6)
        over.set_zorder(2)
        axes.add_collection(over)


def _write_labels(
    axes: Axes, regions: gpd.GeoDataFrame, labels: Sequence[str], colors: Sequence[str]
) -> None:
    """Write a name where most of it lies in its own region and it meets no other name."""
    axes.apply_aspect()
    shapes = regions.geometry.to_numpy()
    middles = shapely.centroid(shapes)
    points = np.where(shapely.contains(shapes, middles), middles, shapely.point_on_surface(shapes))
    centres = np.column_stack([shapely.get_x(points), shapely.get_y(points)])
    places = axes.transData.transform(centres)
    dots = LABEL_POINTS * DOTS_PER_INCH / 72
    widths = np.array([0.58 * dots * len(label) for label in labels])
    half = np.column_stack([widths / 2, np.full(len(widths), 0.6 * dots)])
    boxes = np.column_stack([places - half, places + half])
    taken: list[np.ndarray] = []
    for index in np.argsort(-shapely.area(shapes), kind="stable"):
        fits = labels[index] and _share_inside(axes, boxes[index], shapes[index])
        if not fits or fits < LABEL_INSIDE or any(_overlap(boxes[index], box) for box in taken):
            continue
        taken.append(boxes[index])
        axes.add_artist(_label(labels[index], centres[index], colors[index]))


def _share_inside(axes: Axes, box: np.ndarray, shape: Any) -> float:
    """How much of a box in pixels lies in a shape in degrees, 0 to 1."""
    if shape is None or shape.is_empty:
        return 0.0
    corners = axes.transData.inverted().transform(box.reshape(2, 2))
    room = shapely.box(*corners.ravel())
    return float(shapely.area(shapely.intersection(room, shape)) / room.area)


def _label(label: str, place: np.ndarray, background: str) -> Text:
    # The halo has the region's own colour: a name that reaches over a border stays readable.
    return Text(
        place[0],
        place[1],
        label,
        fontsize=LABEL_POINTS,
        fontfamily=FONT,
        color=TEXT_COLOR if _is_light(background) else "white",
        horizontalalignment="center",
        verticalalignment="center",
        parse_math=False,
        path_effects=[withStroke(linewidth=1.4, foreground=background)],
        zorder=3,
    )


def _is_light(color: str) -> bool:
    """Whether dark text reads better: relative luminance (WCAG 2.1) above 0.179."""
    parts = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] > 0.179


def _overlap(first: np.ndarray, second: np.ndarray) -> bool:
    return bool(np.all(first[:2] < second[2:]) and np.all(second[:2] < first[2:]))


def _write_words(figure: Figure, words: StaticMapText) -> None:
    for text, y, size, weight in (
        (words.title, 0.955, 15, "bold"),
        (words.subtitle, 0.915, 10.5, "normal"),
        (fill(words.footnote, FOOTNOTE_CHARACTERS), 0.035, 7.5, "normal"),
    ):
        figure.text(
            0.03,
            y,
            text,
            fontsize=size,
            fontweight=weight,
            fontfamily=FONT,
            color=TEXT_COLOR,
            verticalalignment="center",
            parse_math=False,
        )


def _draw_legends(
    figure: Figure, legend: Sequence[LegendItem], title: str, points: SharedPoints | None
) -> None:
    """The legend of the colours, below it that of the points."""
    patches = [
        Patch(
            facecolor=item.color,
            edgecolor=HATCH_COLOR,
            linewidth=0.6,
            hatch="////" if item.hatch else None,
        )
        for item in legend
    ]
    lines = [item.label if item.count is None else f"{item.label}: {item.count}" for item in legend]
    bottom = _draw_legend(figure, patches, lines, title, LEGEND_TOP)
    if points is not None:
        symbols = [make_symbol(each.shape) for each in points.legend]
        counted = [f"{each.label}: {each.count}" for each in points.legend]
        _draw_legend(figure, symbols, counted, points.title, bottom - LEGEND_GAP)


def _draw_legend(
    figure: Figure, handles: Sequence[Artist], words: Sequence[str], title: str, top: float
) -> float:
    """Draw a legend beside the map and tell where it ends, as a share of the figure's height."""
    box = figure.legend(
        handles,
        words,
        title=fill(title, LEGEND_TITLE_CHARACTERS),
        loc="upper left",
        bbox_to_anchor=(LEGEND_LEFT, top),
        frameon=False,
        alignment="left",
        handlelength=1.8,
        handleheight=1.2,
        labelspacing=0.7,
        prop={"family": FONT, "size": 9},
        title_fontproperties={"family": FONT, "size": 10, "weight": "bold"},
    )
    for text in (*box.get_texts(), box.get_title()):
        text.set_parse_math(False)
    return float(box.get_window_extent().transformed(figure.transFigure.inverted()).y0)
