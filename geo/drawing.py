"""Polygons as matplotlib paths, and the frame that keeps their shape."""

from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.path import Path


def make_path(shape: Any) -> Path:
    """One compound path of a polygon or multipolygon, holes left open; empty for None or empty.

    Rings are oriented (outer counter-clockwise, holes clockwise), which is how a path tells them
    apart.
    """
    if shape is None or shape.is_empty:
        return Path(np.empty((0, 2)))
    rings = [
        np.asarray(ring.coords)[:, :2]
        for polygon in shapely.get_parts(shapely.orient_polygons(shape))
        if polygon.geom_type == "Polygon"
        for ring in (polygon.exterior, *polygon.interiors)
    ]
    if not rings:
        return Path(np.empty((0, 2)))
    codes = []
    for ring in rings:
        part = np.full(len(ring), Path.LINETO, dtype=Path.code_type)
        part[0], part[-1] = Path.MOVETO, Path.CLOSEPOLY
        codes.append(part)
    return Path(np.concatenate(rings), np.concatenate(codes))


def frame_regions(axes: Axes, regions: gpd.GeoDataFrame, margin: float) -> None:
    """Fit the axes around regions in degrees; `margin` is a share of their larger extent."""
    if regions.empty:
        return
    west, south, east, north = regions.total_bounds
    # Degrees of longitude shrink towards the poles: keep shapes true at the middle latitude.
    axes.set_aspect(1 / np.cos(np.radians((south + north) / 2)))
    around = margin * max(east - west, north - south)
    axes.set_xlim(west - around, east + around)
    axes.set_ylim(south - around, north + around)
