"""A map as a PNG for reports, with title, selection, source and date."""

from collections.abc import Sequence

import geopandas as gpd

from app.format import format_count
from geo.legend import LegendItem
from geo.shared_map_marks import SharedPoints
from geo.static_map import StaticMapText, draw_static_map


def make_legend_item(
    label: str, color: str, *, hatch: bool = False, count: int | None = None
) -> LegendItem:
    """One legend line with its count written our way."""
    return LegendItem(label, color, hatch, None if count is None else format_count(count))


def write_map_png(
    regions: gpd.GeoDataFrame,
    colors: Sequence[str],
    hatched: Sequence[bool],
    legend: Sequence[LegendItem],
    words: StaticMapText,
    *,
    names: bool = True,
    points: SharedPoints | None = None,
) -> bytes:
    """Draw a map file. `regions`: code, name, geometry, one row a region, as `colors`, `hatched`.

    With `names` the regions' names stand where they fit; `points` stand above the regions. See
    `geo.static_map.draw_static_map`.
    """
    labels = [str(name) for name in regions["name"]] if names else None
    return draw_static_map(regions, colors, hatched, legend, words, labels=labels, points=points)
