"""How far a point lies outside a region."""

import math

import shapely
from shapely.geometry.base import BaseGeometry

KM_PER_DEGREE = 111.32


def measure_outside_km(latitude: float, longitude: float, shape: BaseGeometry) -> float:
    """Kilometres from a point to a region in degrees (WGS 84); 0 inside it and on its border.

    A plane around the point stands for the earth: good to a metre or two over a few kilometres,
    which is where it is asked.
    """
    point = shapely.Point(longitude, latitude)
    if shape.intersects(point):
        return 0.0
    near = shapely.shortest_line(point, shape)
    (x0, y0), (x1, y1) = near.coords[0], near.coords[-1]
    narrow = math.cos(math.radians(latitude))
    return KM_PER_DEGREE * math.hypot((x1 - x0) * narrow, y1 - y0)
