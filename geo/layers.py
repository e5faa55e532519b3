"""Geometry for the browser: whole numbers, delta-coded, compressed once, named by its content.

A layer is gzip of compact JSON: `{"v":1,"level":...,"scale":1e5,"origin":[x0,y0],
"features":[{"c":code,"n":name,"g":[polygon,...]}]}`; polygon = [ring,...], outer first; ring =
flat whole numbers [x0,y0,dx1,dy1,...] of round((lon - origin_lon) * scale), not closed again.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from geo.dissolve import dissolve_to
from geo.metric import bounds_of
from geo.simplify import (
    KABUPATEN_TOLERANCE_M,
    NEGARA_TOLERANCE_M,
    PROVINSI_TOLERANCE_M,
    simplify_coverage,
)

SCALE = 100_000  # 1e-5 degree is 1.1 m
Layers = dict[tuple[str, str], "Layer"]

_FEWEST_POINTS = 3
_SPECK = [1, 0, 0, 1]


@dataclass(frozen=True, slots=True)
class Layer:
    """One level of one scope. `codes` in feature order; `hash` names `content` (gzip)."""

    level: str
    codes: tuple[str, ...]
    content: bytes
    hash: str


def encode_layer(regions: gpd.GeoDataFrame, level: str) -> Layer:
    """Encode regions (code, name, geometry in EPSG:4326) in their order; no shape gives "g": []."""
    shapes = regions.geometry.to_numpy()
    bounds = bounds_of(shapes)
    origin = np.zeros(2) if bounds is None else np.floor(bounds[:2] * SCALE) / SCALE
    codes = tuple(map(str, regions["code"]))
    names = map(str, regions["name"])
    content = {
        "v": 1,
        "level": level,
        "scale": SCALE,
        "origin": [round(float(value), 5) for value in origin],
        "features": [
            {"c": code, "n": name, "g": drawing}
            for code, name, drawing in zip(
                codes, names, _encode_shapes(shapes, origin), strict=True
            )
        ],
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    packed = gzip.compress(text.encode(), compresslevel=6, mtime=0)
    return Layer(level, codes, packed, hashlib.sha256(packed).hexdigest()[:32])


def _encode_shapes(shapes: NDArray[Any], origin: NDArray[np.float64]) -> list[list[Any]]:
    """Turn shapes into lists of polygons of rings; whole arrays at once but for the rings."""
    polygons, owner = shapely.get_parts(shapes, return_index=True)
    rings, polygon_of = shapely.get_rings(polygons, return_index=True)
    drawings: list[list[Any]] = [[] for _ in shapes]
    if not len(rings):
        return drawings
    values, starts, ends = _quantise(rings, origin)
    outer = np.r_[True, polygon_of[1:] != polygon_of[:-1]].tolist()
    owners = owner[polygon_of].tolist()
    kept = False
    for ring, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        enough = end - start >= _FEWEST_POINTS
        if outer[ring]:
            kept = enough
            if enough:
                drawings[owners[ring]].append([values[2 * start : 2 * end]])
        elif enough and kept:
            drawings[owners[ring]][-1].append(values[2 * start : 2 * end])
    for ring, feature in enumerate(owners):
        if not drawings[feature]:
            # Smaller than the grid: a speck, so that the region can still be pointed at.
            first = int(starts[ring])
            drawings[feature].append([values[2 * first : 2 * first + 2] + _SPECK])
    return drawings


def _quantise(
    rings: NDArray[Any], origin: NDArray[np.float64]
) -> tuple[list[int], NDArray[np.intp], NDArray[np.intp]]:
    """Return flat delta-coded numbers and each ring's first and past-last point."""
    points, ring_of = shapely.get_coordinates(rings, return_index=True)
    grid = np.rint((points - origin) * SCALE).astype(np.int64)
    first = np.r_[True, ring_of[1:] != ring_of[:-1]]
    moved = np.r_[True, (grid[1:] != grid[:-1]).any(axis=1)]
    start = np.maximum.accumulate(np.where(first, np.arange(len(grid)), 0))
    closes = (grid == grid[start]).all(axis=1) & ~first
    last = np.r_[first[1:], True]
    keep = first | (moved & ~(closes & _runs_to_end(closes, last)))
    grid, ring_of, first = grid[keep], ring_of[keep], first[keep]
    delta = np.diff(grid, axis=0, prepend=grid[:1])
    delta[first] = grid[first]
    starts = np.flatnonzero(first)
    return delta.ravel().tolist(), starts, np.r_[starts[1:], len(grid)]


def _runs_to_end(closes: NDArray[np.bool_], last: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Mark the points from which only closing points follow up to the end of their ring."""
    place = np.arange(len(closes))
    # The nearest point at or after each one that either does not close or ends its ring.
    stop = np.where(~closes | last, place, len(closes) - 1)
    nearest = np.minimum.accumulate(stop[::-1])[::-1]
    return np.asarray(closes[nearest])


def decode_layer(content: bytes) -> gpd.GeoDataFrame:
    """Decode a layer to columns code, name, level, geometry (EPSG:4326), in feature order."""
    layer = json.loads(gzip.decompress(content))
    origin, scale = np.array(layer["origin"]), layer["scale"]
    features = layer["features"]
    return gpd.GeoDataFrame(
        {
            "code": [feature["c"] for feature in features],
            "name": [feature["n"] for feature in features],
            "level": layer["level"],
        },
        geometry=[_decode_shape(feature["g"], origin, scale) for feature in features],
        crs="EPSG:4326",
    )


def _decode_shape(drawing: list[Any], origin: NDArray[np.float64], scale: float) -> Any:
    polygons = []
    for rings in drawing:
        points = [np.cumsum(np.reshape(ring, (-1, 2)), axis=0) / scale + origin for ring in rings]
        polygons.append(shapely.Polygon(points[0], points[1:]))
    if not polygons:
        return None
    return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)


def build_layers(
    desa: gpd.GeoDataFrame,
    kabupaten_code: str,
    names: Mapping[str, str] | None = None,
    *,
    tolerance_m: float = KABUPATEN_TOLERANCE_M,
) -> Layers:
    """Make (kabupaten, "desa") and (kabupaten, "kecamatan") from cleaned desa (code, name).

    `names` gives the names of kecamatan by code. Desa of other kabupaten are left out.
    """
    own = desa[desa["code"].str.startswith(f"{kabupaten_code}.")].reset_index(drop=True)
    thin = simplify_coverage(own, tolerance_m)
    kecamatan = dissolve_to(thin, "kecamatan", names)
    return {
        (kabupaten_code, "desa"): encode_layer(thin, "desa"),
        (kabupaten_code, "kecamatan"): encode_layer(kecamatan, "kecamatan"),
    }


def build_province_layers(
    desa: gpd.GeoDataFrame,
    provinsi_code: str,
    names: Mapping[str, str] | None = None,
    *,
    tolerance_m: float = PROVINSI_TOLERANCE_M,
) -> Layers:
    """Make (provinsi, "desa"), (provinsi, "kecamatan") and (provinsi, "kabupaten")."""
    own = desa[desa["code"].str.startswith(f"{provinsi_code}.")].reset_index(drop=True)
    thin = simplify_coverage(own, tolerance_m)
    layers = {(provinsi_code, "desa"): encode_layer(thin, "desa")}
    for level in ("kecamatan", "kabupaten"):
        layers[provinsi_code, level] = encode_layer(dissolve_to(thin, level, names), level)
    return layers


def build_nation_layers(
    kabupaten: gpd.GeoDataFrame,
    names: Mapping[str, str] | None = None,
    *,
    tolerance_m: float = NEGARA_TOLERANCE_M,
) -> Layers:
    """Make ("ID", "kabupaten") and ("ID", "provinsi") from kabupaten (code, name, geometry)."""
    thin = simplify_coverage(kabupaten.reset_index(drop=True), tolerance_m)
    provinsi = dissolve_to(thin, "provinsi", names)
    return {
        ("ID", "kabupaten"): encode_layer(thin, "kabupaten"),
        ("ID", "provinsi"): encode_layer(provinsi, "provinsi"),
    }
