"""Where neighbouring shapes overlap and where they leave holes between them, in square metres."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

Shapes = NDArray[Any]

# Less than ten by ten centimetres is the noise of coordinates, not a border drawn twice.
_NOISE_M2 = 0.01


@dataclass(frozen=True, slots=True)
class Overlaps:
    """Pairs of positions that share area: `first` < `second`, `area_m2` each."""

    first: NDArray[np.intp]
    second: NDArray[np.intp]
    area_m2: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.first)


def find_overlaps(shapes: Shapes) -> Overlaps:
    """Return the pairs of valid `shapes` (metres) that share more than noise."""
    tree = shapely.STRtree(shapes)
    first, second = tree.query(shapes, predicate="intersects")
    once = first < second
    first, second = first[once], second[once]
    area = shapely.area(shapely.intersection(shapes[first], shapes[second]))
    real = area > _NOISE_M2
    return Overlaps(first[real], second[real], area[real])


def find_holes(shapes: Shapes, *, is_coverage: bool = False) -> Shapes:
    """Return as polygons the holes inside the union of `shapes` (metres), noise left out."""
    union = shapely.coverage_union_all(shapes) if is_coverage else shapely.union_all(shapes)
    parts = shapely.get_parts(union)
    rings, owner = shapely.get_rings(parts, return_index=True)
    if not len(rings):
        return np.empty(0, dtype=object)
    inner = np.r_[False, owner[1:] == owner[:-1]]
    holes = np.asarray(shapely.polygons(rings[inner]))
    return np.asarray(holes[shapely.area(holes) > _NOISE_M2])
