"""A map as a picture for a slide: names and values on it, large enough for the last row."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patheffects import withStroke
from matplotlib.text import Text
from matplotlib.textpath import TextPath

from geo.drawing import frame_regions, make_path
from geo.static_map import BORDER_COLOR, FONT, HATCH, HATCH_COLOR

UNITS_PER_INCH = 100
DOTS_PER_INCH = 200
_POINTS_PER_UNIT = 72 / UNITS_PER_INCH
_INSIDE, _TOUCHING = 0.76, 0.3
# In widths and heights of the words, the nearest first.
_STEPS = tuple(
    np.array(step)
    for step in (
        (0, 0),
        (0, 0.5),
        (0, -0.5),
        (0.12, 0),
        (-0.12, 0),
        (0.12, 0.5),
        (-0.12, 0.5),
        (0.12, -0.5),
        (-0.12, -0.5),
        (0.4, 0),
        (-0.4, 0),
        (0.4, 0.6),
        (-0.4, -0.6),
        (0, 1),
        (0, -1),
    )
)
_LINE, _STROKE = 1.2, 3.0
_LETTERS = FontProperties(family=FONT, weight="bold")


@dataclass(frozen=True, slots=True)
class SlideMapRegion:
    """How one region is drawn: its colour, hatched or not, its name, its value in short."""

    color: str
    text_color: str
    hatched: bool
    name: str
    value: str


def draw_slide_map(
    regions: gpd.GeoDataFrame,
    looks: Sequence[SlideMapRegion],
    *,
    width: float,
    height: float,
    text_size: float,
) -> bytes:
    """Draw regions as a PNG on white; `width`, `height`, `text_size` in the units of a slide.

    `regions`: geometry in degrees (WGS 84), a row a region, as `looks`. Each gets its name and its
    value where they fit, else the value alone where it meets no other. Raises ValueError where the
    lengths differ.
    """
    if len(regions) != len(looks):
        raise ValueError("one look for every region")
    size = (width / UNITS_PER_INCH, height / UNITS_PER_INCH)
    figure = Figure(figsize=size, dpi=DOTS_PER_INCH, facecolor="white")
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    _draw_shapes(axes, regions, looks)
    frame_regions(axes, regions, 0.01)
    _write_labels(axes, regions, looks, text_size)
    buffer = BytesIO()
    canvas.print_png(buffer)  # type: ignore[no-untyped-call]
    return buffer.getvalue()


def _draw_shapes(axes: Axes, regions: gpd.GeoDataFrame, looks: Sequence[SlideMapRegion]) -> None:
    paths = [make_path(shape) for shape in regions.geometry]
    colors = [look.color for look in looks]
    axes.add_collection(
        PathCollection(paths, facecolors=colors, edgecolors=BORDER_COLOR, linewidths=0.8, zorder=1)
    )
    marked = [path for path, look in zip(paths, looks, strict=True) if look.hatched]
    if marked:
        over = PathCollection(marked, facecolors="none", edgecolors=BORDER_COLOR, linewidths=0.8)
        over.set_hatch(HATCH[:2])
        over.set_hatchcolor(HATCH_COLOR)
        over.set_zorder(2)
        axes.add_collection(over)


def _write_labels(
    axes: Axes, regions: gpd.GeoDataFrame, looks: Sequence[SlideMapRegion], size: float
) -> None:
    axes.apply_aspect()
    shapes = regions.geometry.to_numpy()
    taken: list[np.ndarray] = []
    for index in np.argsort(-shapely.area(shapes), kind="stable"):
        look = looks[index]
        if not look.value:
            continue
        centre = _find_centre(shapes[index])
        place = axes.transData.transform(centre)
        # A value alone may reach over a border: better beside its place than not at all.
        for words, least in ((f"{look.name}\n{look.value}", _INSIDE), (look.value, _TOUCHING)):
            found = _find_room(axes, (words, least), (place, shapes[index]), taken, size)
            if found is not None:
                taken.append(found)
                middle = (found[:2] + found[2:]) / 2
                at = axes.transData.inverted().transform(middle)
                axes.add_artist(_label(words, at, look, size))
                break


def _find_room(
    axes: Axes,
    asked: tuple[str, float],
    home: tuple[np.ndarray, Any],
    taken: Sequence[np.ndarray],
    size: float,
) -> np.ndarray | None:
    """The first box near a region's middle that meets no other and lies in the region enough.

    Words that the picture's edge would cut stand nowhere.
    """
    (words, least), (place, shape) = asked, home
    box = _box_of(words, place, size)
    room = np.array([box[2] - box[0], box[3] - box[1]])
    for step in _STEPS:
        moved = box + np.tile(room * step, 2)
        free = not any(_overlap(moved, other) for other in taken)
        if free and _is_seen(axes, moved) and _share_inside(axes, moved, shape) >= least:
            return np.asarray(moved)
    return None


def _find_centre(shape: Any) -> np.ndarray:
    middle = shapely.centroid(shape)
    point = middle if shapely.contains(shape, middle) else shapely.point_on_surface(shape)
    return np.array([shapely.get_x(point), shapely.get_y(point)])


def _box_of(words: str, place: np.ndarray, size: float) -> np.ndarray:
    lines = words.split("\n")
    dots = size * DOTS_PER_INCH / UNITS_PER_INCH
    wide = max(_measure(line) for line in lines)
    half = np.array([0.5 * dots * wide, 0.5 * _LINE * dots * len(lines)])
    return np.concatenate([place - half, place + half])


@lru_cache(maxsize=1024)
def _measure(words: str) -> float:
    """How wide words are in the labels' own letters, in units of their size."""
    # No pair of dollar signs is a formula here, as in `_label`.
    path = TextPath((0, 0), words.replace("$", "S"), size=100, prop=_LETTERS)
    return float(path.get_extents().width) / 100


def _share_inside(axes: Axes, box: np.ndarray, shape: Any) -> float:
    """How much of a box in pixels lies in a shape in degrees, 0 to 1."""
    corners = axes.transData.inverted().transform(box.reshape(2, 2))
    room = shapely.box(*corners.ravel())
    return float(shapely.area(shapely.intersection(room, shape)) / room.area)


def _is_seen(axes: Axes, box: np.ndarray) -> bool:
    """Tell whether a box lies in the picture, with the edge of its letters around it."""
    edge, picture = DOTS_PER_INCH * _STROKE / 144, axes.figure.bbox.corners()
    return bool(
        np.all(box[:2] >= picture.min(axis=0) + edge)
        and np.all(box[2:] <= picture.max(axis=0) - edge)
    )


def _overlap(first: np.ndarray, second: np.ndarray) -> bool:
    return bool(np.all(first[:2] < second[2:]) and np.all(second[:2] < first[2:]))


def _label(words: str, place: np.ndarray, look: SlideMapRegion, size: float) -> Text:
    return Text(
        place[0],
        place[1],
        words,
        fontsize=size * _POINTS_PER_UNIT,
        fontfamily=FONT,
        fontweight="bold",
        color=look.text_color,
        horizontalalignment="center",
        verticalalignment="center",
        linespacing=_LINE,
        parse_math=False,
        path_effects=[withStroke(linewidth=_STROKE, foreground=look.color)],
        zorder=3,
    )
