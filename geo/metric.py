"""Degrees to metres and back around one latitude, point by point: shared borders stay shared."""

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

Shapes = NDArray[Any]

METRES_PER_DEGREE_LON = 111_320.0
METRES_PER_DEGREE_LAT = 110_574.0


def metre_factors(latitude: float) -> NDArray[np.float64]:
    """Return metres per degree of longitude and latitude at `latitude` (degrees)."""
    return np.array([METRES_PER_DEGREE_LON * np.cos(np.deg2rad(latitude)), METRES_PER_DEGREE_LAT])


def middle_latitude(shapes: Shapes) -> float:
    """Return the latitude halfway between the southernmost and northernmost point (degrees)."""
    bounds = bounds_of(shapes)
    return 0.0 if bounds is None else float((bounds[1] + bounds[3]) / 2)


def bounds_of(shapes: Shapes) -> NDArray[np.float64] | None:
    """Return west, south, east, north of all shapes together; None without any point."""
    bounds = shapely.total_bounds(shapes) if len(shapes) else np.full(4, np.nan)
    return bounds if np.isfinite(bounds).all() else None


def to_metres(shapes: Shapes, factors: NDArray[np.float64]) -> Shapes:
    """Scale shapes in degrees to local metres (good to 1 % within some hundred kilometres)."""
    return np.asarray(shapely.transform(shapes, lambda points: points * factors))


def to_degrees(shapes: Shapes, factors: NDArray[np.float64]) -> Shapes:
    """Undo `to_metres`."""
    return np.asarray(shapely.transform(shapes, lambda points: points / factors))
