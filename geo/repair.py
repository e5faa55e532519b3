"""Single shapes put right: polygons only, flat, closed, not crossing themselves."""

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

Shapes = NDArray[Any]

_POLYGON, _MULTIPOLYGON, _COLLECTION = 3, 6, 7


def repair_polygons(shapes: Shapes) -> tuple[Shapes, NDArray[np.bool_]]:
    """Return valid flat polygons, and which shapes crossed themselves.

    A shape without area comes back as None. Outer rings turn anticlockwise as in GeoJSON.
    """
    flat = shapely.force_2d(np.asarray(shapes, dtype=object))
    flat = np.array([keep_polygons(shape) for shape in flat], dtype=object)
    crossing = ~shapely.is_valid(flat) & ~shapely.is_missing(flat)
    if crossing.any():
        made = shapely.make_valid(flat[crossing], method="structure", keep_collapsed=False)
        flat[crossing] = [keep_polygons(shape) for shape in made]
    flat[shapely.is_missing(flat) | shapely.is_empty(flat) | (shapely.area(flat) == 0)] = None
    return np.asarray(shapely.orient_polygons(flat)), crossing


def keep_polygons(shape: Any) -> Any:
    """Keep the polygons of any shape: one Polygon, a MultiPolygon, or None without any."""
    kind = shapely.get_type_id(shape)
    if kind == _POLYGON:
        return None if shapely.is_empty(shape) else shape
    if kind not in (_MULTIPOLYGON, _COLLECTION):
        return None
    parts = _flatten(shape)
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else shapely.multipolygons(parts)


def _flatten(shape: Any) -> list[Any]:
    kept: list[Any] = []
    for part in shapely.get_parts(shape):
        kind = shapely.get_type_id(part)
        if kind in (_MULTIPOLYGON, _COLLECTION):
            kept.extend(_flatten(part))
        elif kind == _POLYGON and not shapely.is_empty(part):
            kept.append(part)
    return kept
