"""Polygons as matplotlib paths."""

from typing import Any

import numpy as np
import shapely
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
