"""Parents drawn from their desa: shipped kecamatan polygons do not match the desa inside them."""

from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geo.codes import ancestor_at, kind_of
from geo.metric import metre_factors, middle_latitude, to_degrees, to_metres

Shapes = NDArray[Any]

# A hole this narrow (twice its area by its outline, metres) is a seam, not a lake or an enclave.
_SEAM_WIDTH_M = 10.0


def dissolve_to(
    desa: gpd.GeoDataFrame, level: str, names: Mapping[str, str] | None = None
) -> gpd.GeoDataFrame:
    """Return the regions at `level` that the rows of `desa` (code, geometry, EPSG:4326) make up.

    Columns out: code, name (from `names`, else the code), level, kind, geometry; one row a
    region, ordered by code. Works from any finer level. Rows without shape are left out.
    """
    shapes = desa.geometry.to_numpy()
    drawn = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    parents = pd.Series([ancestor_at(code, level) for code in desa["code"][drawn]], dtype=object)
    is_coverage = bool(shapely.coverage_is_valid(shapes[drawn]))
    union = shapely.coverage_union_all if is_coverage else shapely.union_all
    groups = {str(code): union(shapes[drawn][rows]) for code, rows in _rows_by_code(parents)}
    codes = list(groups)
    merged = np.array(list(groups.values()), dtype=object)
    known = names or {}
    return gpd.GeoDataFrame(
        {
            "code": codes,
            "name": [known.get(code, code) for code in codes],
            "level": level,
            "kind": [kind_of(code) for code in codes],
        },
        geometry=merged if is_coverage else _fill_seams(merged),
        crs="EPSG:4326",
    )


def _rows_by_code(parents: pd.Series) -> list[tuple[Any, NDArray[np.intp]]]:
    return sorted(parents.groupby(parents).indices.items())


def _fill_seams(shapes: Shapes) -> Shapes:
    if not len(shapes):
        return shapes
    factors = metre_factors(middle_latitude(shapes))
    filled = [_fill_seams_of(shape) for shape in to_metres(shapes, factors)]
    return to_degrees(np.array(filled, dtype=object), factors)


def _fill_seams_of(shape: Any) -> Any:
    parts = []
    for part in shapely.get_parts(shape):
        rings = shapely.get_rings(part)
        holes = rings[1:]
        width = 2 * shapely.area(shapely.polygons(holes)) / shapely.length(holes)
        # An empty list of holes is no list of rings to shapely.
        parts.append(shapely.polygons(rings[0], list(holes[width >= _SEAM_WIDTH_M]) or None))
    return parts[0] if len(parts) == 1 else shapely.multipolygons(parts)
