"""Shapes brought to longitude and latitude on WGS 84, inside Indonesia."""

from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS
from pyproj.exceptions import CRSError

from geo.findings import Finding
from geo.metric import bounds_of

Shapes = NDArray[Any]

WGS84 = "EPSG:4326"
# Indonesia with a margin (degrees): west, south, east, north.
_AT_ONCE = 5_000  # shapes whose corners are looked at together
_INDONESIA = (94.0, -12.0, 142.0, 7.0)


def place_in_indonesia(shapes: Shapes, crs: str | None) -> tuple[Shapes, list[Finding]]:
    """Return flat shapes in EPSG:4326 with [lat, lng] turned round, and what was done.

    Codes: wilayah_crs_tidak_dikenal, wilayah_di_luar_indonesia (galat), wilayah_crs_dianggap,
    wilayah_lintang_bujur_tertukar (catatan), wilayah_koordinat_rusak (galat).
    """
    findings: list[Finding] = []
    reference = _read_crs(crs)
    if reference is None:
        if not _looks_like_degrees(shapes):
            return shapes, [Finding("wilayah_crs_tidak_dikenal", "galat")]
        findings.append(Finding("wilayah_crs_dianggap", "catatan"))
    elif reference != CRS(WGS84):
        shapes = np.asarray(gpd.GeoSeries(shapes, crs=reference).to_crs(WGS84), dtype=object)
    broken = _has_broken_points(shapes)
    shapes, turned = _turn_round(shapes)
    if turned:
        values = {"jumlah": turned}
        findings.append(Finding("wilayah_lintang_bujur_tertukar", "catatan", values=values))
    for row in np.flatnonzero(broken):
        findings.append(Finding("wilayah_koordinat_rusak", "galat", row=int(row) + 1))
    outside = ~_lies_within(shapes, _INDONESIA) & ~_has_no_points(shapes) & ~broken
    for row in np.flatnonzero(outside):
        findings.append(Finding("wilayah_di_luar_indonesia", "galat", row=int(row) + 1))
    return shapes, findings


def _read_crs(crs: str | None) -> CRS | None:
    """Read a reference system, its horizontal part alone where heights are declared too."""
    if not crs:
        return None
    try:
        reference = CRS.from_user_input(crs)
    except CRSError:
        return None
    if reference.is_compound:
        reference = reference.sub_crs_list[0]
    if not (reference.is_geographic or reference.is_projected):
        return None
    return reference.to_2d()


def _looks_like_degrees(shapes: Shapes) -> bool:
    bounds = bounds_of(shapes)
    return bounds is not None and bool((np.abs(bounds) <= 180).all())


def _turn_round(shapes: Shapes) -> tuple[Shapes, int]:
    """Swap x and y of shapes that fit Indonesia only the other way: the two never overlap."""
    west, south, east, north = _INDONESIA
    swapped = _lies_within(shapes, (south, west, north, east))
    if swapped.any():
        shapes = shapes.copy()
        shapes[swapped] = shapely.transform(shapes[swapped], lambda points: points[:, ::-1])
    return shapes, int(swapped.sum())


def _lies_within(shapes: Shapes, box: tuple[float, float, float, float]) -> NDArray[np.bool_]:
    bounds = shapely.bounds(shapes)
    west, south, east, north = box
    with np.errstate(invalid="ignore"):
        return np.asarray(
            (bounds[:, 0] >= west)
            & (bounds[:, 1] >= south)
            & (bounds[:, 2] <= east)
            & (bounds[:, 3] <= north)
        )


def _has_broken_points(shapes: Shapes) -> NDArray[np.bool_]:
    """Tell which shapes have a corner that is no number; bounds alone would overlook it."""
    broken = np.zeros(len(shapes), dtype=bool)
    for start in range(0, len(shapes), _AT_ONCE):
        points, owner = shapely.get_coordinates(shapes[start : start + _AT_ONCE], return_index=True)
        broken[start + owner[np.isnan(points).any(axis=1)]] = True
    return broken


def _has_no_points(shapes: Shapes) -> NDArray[np.bool_]:
    return np.asarray(shapely.is_missing(shapes) | shapely.is_empty(shapes))
