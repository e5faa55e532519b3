"""Points on a map picture, told apart by shape as on the maps of the screen."""

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from geo.shared_map_marks import INK, Shape, SharedPoint

_PAPER = "#ffffff"
_MARKERS: dict[Shape, str] = {"circle": "o", "triangle": "^", "cross": "P"}
_SIZES_POINTS: dict[Shape, float] = {"circle": 3.2, "triangle": 6.0, "cross": 7.0}
_EDGE_POINTS: dict[Shape, float] = {"circle": 0.8, "triangle": 0.5, "cross": 0.5}
# Above the regions, below their names.
_ORDER = 2.5


def draw_points(axes: Axes, points: Sequence[SharedPoint]) -> None:
    """Draw points in degrees, each kind above those that come before it."""
    for shape in dict.fromkeys(each.shape for each in points):
        mine = [each for each in points if each.shape == shape]
        east = [each.longitude for each in mine]
        north = [each.latitude for each in mine]
        axes.add_line(Line2D(east, north, zorder=_ORDER, **_look(shape)))


def make_symbol(shape: Shape) -> Line2D:
    """A shape for a legend, as it stands on the map."""
    return Line2D([], [], **_look(shape))


def _look(shape: Shape) -> dict[str, Any]:
    is_hollow = shape == "circle"
    return {
        "linestyle": "none",
        "marker": _MARKERS[shape],
        "markersize": _SIZES_POINTS[shape],
        "markerfacecolor": _PAPER if is_hollow else INK,
        "markeredgecolor": INK if is_hollow else _PAPER,
        "markeredgewidth": _EDGE_POINTS[shape],
    }
