"""Boundaries made one coverage, once, at import: no gaps, no overlaps, shared borders identical.

`shapely.coverage_clean` does the work, in metres (in degrees its gap width of 60 would fill every
enclave) and guarded: what it would change by more than 2 % keeps its own shape and the neighbours
give way.
"""

from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geo.findings import Finding
from geo.metric import metre_factors, middle_latitude, to_degrees, to_metres
from geo.overlaps import Overlaps, find_holes, find_overlaps
from geo.repair import repair_polygons

Shapes = NDArray[Any]
Flags = NDArray[np.bool_]

GAP_WIDTH_M = 60.0
MAX_AREA_CHANGE = 0.02
# A village whose area lies by more than half on larger neighbours was drawn over its parent.
_DRAWN_OVER_SHARE = 0.5
# Two codes on one polygon: nothing is left of either when the other is cut out.
_TWIN_SHARE = 0.95
_COUNTS = (
    "regions", "without_shape", "crossing", "overlaps", "overlap_m2", "gaps", "drawn_over", "twins",
    "area_changed", "overlaps_left", "gaps_left", "wide_holes",
)  # fmt: skip
# Beyond this many shapes kabupaten are cleaned one by one first: 14 s instead of 48 s.
_GROUP_FROM = 600


@dataclass(frozen=True, slots=True)
class CleanResult:
    """Cleaned regions (same rows and columns, EPSG:4326), what was found, and the figures.

    `counts`: regions, without_shape, crossing, overlaps, overlap_m2, gaps, drawn_over, twins,
    area_changed, overlaps_left, gaps_left, wide_holes (enclaves and lakes, left as they are).
    """

    regions: gpd.GeoDataFrame
    findings: tuple[Finding, ...]
    counts: dict[str, int]


@dataclass(slots=True)
class _Work:
    codes: NDArray[Any]
    shapes: Shapes
    findings: list[Finding]
    counts: dict[str, int]


def clean_desa(regions: gpd.GeoDataFrame) -> CleanResult:
    """Clean the desa rows of `regions` (code, level, geometry; any other columns are kept).

    Levels are never mixed in one coverage: rows of other levels are left out of the result.
    """
    desa = regions[regions["level"] == "desa"] if "level" in regions else regions
    return clean_coverage(desa.reset_index(drop=True))


def clean_coverage(regions: gpd.GeoDataFrame) -> CleanResult:
    """Clean regions of one level (code, geometry in EPSG:4326, one row a region).

    Codes of findings: wilayah_tanpa_poligon, wilayah_poligon_menyilang,
    wilayah_tumpang_tindih, wilayah_celah, wilayah_menimpa_induk, wilayah_poligon_kembar,
    wilayah_luas_berubah, wilayah_lubang_lebar, wilayah_sisa_cacat.
    """
    repaired, crossing = repair_polygons(regions.geometry.to_numpy())
    drawn = ~shapely.is_missing(repaired)
    codes = regions["code"].to_numpy()
    counts = dict.fromkeys(_COUNTS, 0)
    counts |= {"regions": len(regions), "without_shape": int((~drawn).sum())}
    counts["crossing"] = int(crossing.sum())
    findings = _report_single_shapes(codes, drawn, crossing)
    result = regions.copy()
    if drawn.any():
        factors = metre_factors(middle_latitude(repaired[drawn]))
        work = _Work(codes[drawn], to_metres(repaired[drawn], factors), findings, counts)
        _clean(work)
        repaired[drawn] = to_degrees(work.shapes, factors)
    result = result.set_geometry(gpd.GeoSeries(repaired, index=result.index, crs="EPSG:4326"))
    return CleanResult(result, tuple(findings), counts)


def _report_single_shapes(codes: NDArray[Any], drawn: Flags, crossing: Flags) -> list[Finding]:
    findings = []
    for code, flags, severity in (
        ("wilayah_tanpa_poligon", ~drawn, "peringatan"),
        ("wilayah_poligon_menyilang", crossing, "catatan"),
    ):
        if flags.any():
            values = {"jumlah": int(flags.sum()), "contoh": _show(codes[flags])}
            findings.append(Finding(code, severity, values=values))  # type: ignore[arg-type]
    return findings


def _clean(work: _Work) -> None:
    original_m2 = shapely.area(work.shapes)
    overlaps, holes = find_overlaps(work.shapes), find_holes(work.shapes)
    work.counts |= {"overlaps": len(overlaps), "overlap_m2": round(float(overlaps.area_m2.sum()))}
    pinned = _cut_out_drawn_over(work, overlaps)
    before = work.shapes
    cleaned = _join_borders(before, work.codes)
    changed = _changed(before, cleaned)
    if changed.any():
        cleaned = _give_way(before, cleaned, changed)
    work.shapes = cleaned
    _report_changes(work, original_m2, ~pinned)
    _verify(work, len(holes))


def _changed(before: Shapes, after: Shapes) -> Flags:
    change = np.abs(shapely.area(after) / shapely.area(before) - 1)
    return np.asarray(change > MAX_AREA_CHANGE)


def _cut_out_drawn_over(work: _Work, overlaps: Overlaps) -> Flags:
    """Cut villages drawn over a parent out of it; return which shapes took part."""
    area = shapely.area(work.shapes)
    took_part = np.zeros(len(area), dtype=bool)
    first_smaller = area[overlaps.first] <= area[overlaps.second]
    small = np.where(first_smaller, overlaps.first, overlaps.second)
    large = np.where(first_smaller, overlaps.second, overlaps.first)
    twin = overlaps.area_m2 > _TWIN_SHARE * area[large]
    covered = np.bincount(small[~twin], overlaps.area_m2[~twin], minlength=len(area))
    over = ~twin & (covered[small] > _DRAWN_OVER_SHARE * area[small])
    shapes = work.shapes.copy()
    for new, parent in zip(small[over], large[over], strict=True):
        shapes[parent] = shapely.difference(shapes[parent], work.shapes[new])
    took_part[np.r_[small[over], large[over]]] = True
    repaired, _ = repair_polygons(shapes)
    swallowed = shapely.is_missing(repaired)
    repaired[swallowed] = work.shapes[swallowed]
    work.shapes = repaired
    told = over & (overlaps.area_m2 > MAX_AREA_CHANGE * area[small])
    _report_pairs(work, "wilayah_menimpa_induk", small[told], large[told], overlaps.area_m2[told])
    _report_pairs(work, "wilayah_poligon_kembar", small[twin], large[twin], overlaps.area_m2[twin])
    work.counts |= {"drawn_over": len(np.unique(small[over])), "twins": int(twin.sum())}
    return took_part


def _report_pairs(
    work: _Work, code: str, first: NDArray[Any], second: NDArray[Any], area_m2: NDArray[Any]
) -> None:
    for one, other, area in zip(first, second, area_m2, strict=True):
        values = {
            "kode": work.codes[one],
            "kode_lain": work.codes[other],
            "luas_ha": round(float(area) / 1e4, 1),
        }
        work.findings.append(Finding(code, "peringatan", values=values))


def _join_borders(shapes: Shapes, codes: NDArray[Any]) -> Shapes:
    """Make one coverage: kabupaten by kabupaten first when there are many, then together."""
    joined = shapes.copy()
    groups = pd.Series(codes).str[:5].to_numpy()
    if len(shapes) > _GROUP_FROM:
        for group in np.unique(groups):
            own = groups == group
            part = np.asarray(shapely.coverage_clean(shapes[own], gap_width=GAP_WIDTH_M))
            kept = _changed(shapes[own], part)
            part[kept] = shapes[own][kept]
            joined[own] = part
    return np.asarray(shapely.coverage_clean(joined, gap_width=GAP_WIDTH_M))


def _give_way(before: Shapes, cleaned: Shapes, changed: Flags) -> Shapes:
    """Give changed shapes their own form back, cut it out of the neighbours, join again.

    Smaller shapes go first: of two that claim the same ground, the larger can spare it.
    """
    restored = cleaned.copy()
    order = np.flatnonzero(changed)
    order = order[np.argsort(shapely.area(before[order]))]
    for place in order[::-1]:
        restored[place] = before[place]
    for rank, place in enumerate(order):
        near = shapely.STRtree(restored).query(before[place], predicate="intersects")
        for other in near[~np.isin(near, order[: rank + 1])]:
            restored[other] = shapely.difference(restored[other], restored[place])
    whole, _ = repair_polygons(restored)
    lost = shapely.is_missing(whole)
    whole[lost] = before[lost]
    again = _join_borders_near(whole, before, changed)
    worse = changed & _changed(before, again)
    again[worse] = whole[worse]
    return again


def _join_borders_near(shapes: Shapes, before: Shapes, changed: Flags) -> Shapes:
    """Join borders again around `changed` only; the outer rim of that part does not move."""
    tree = shapely.STRtree(shapes)
    _, ring = tree.query(before[changed], predicate="dwithin", distance=GAP_WIDTH_M)
    _, rim = tree.query(shapes[np.unique(ring)], predicate="dwithin", distance=GAP_WIDTH_M)
    part = np.unique(rim)
    joined = shapes.copy()
    joined[part] = np.asarray(shapely.coverage_clean(shapes[part], gap_width=GAP_WIDTH_M))
    return joined


def _report_changes(work: _Work, original_m2: NDArray[np.float64], expected: Flags) -> None:
    after = shapely.area(work.shapes)
    changed = (np.abs(after / original_m2 - 1) > MAX_AREA_CHANGE) & expected
    work.counts["area_changed"] = int(changed.sum())
    for place in np.flatnonzero(changed):
        values = {
            "kode": work.codes[place],
            "luas_semula_ha": round(float(original_m2[place]) / 1e4, 1),
            "luas_kini_ha": round(float(after[place]) / 1e4, 1),
        }
        work.findings.append(Finding("wilayah_luas_berubah", "peringatan", values=values))


def _verify(work: _Work, holes_before: int) -> None:
    """Count what is left, and report overlaps and gaps as found and as closed."""
    valid = bool(shapely.coverage_is_valid(work.shapes))
    overlaps_left = 0 if valid else len(find_overlaps(work.shapes))
    holes = find_holes(work.shapes, is_coverage=valid)
    wide = shapely.length(shapely.maximum_inscribed_circle(holes)) * 2 > GAP_WIDTH_M
    gaps_left = int((~wide).sum())
    counts = work.counts
    counts |= {"gaps": holes_before - int(wide.sum()), "wide_holes": int(wide.sum())}
    counts |= {"overlaps_left": overlaps_left, "gaps_left": gaps_left}
    for code, found, left in (
        ("wilayah_tumpang_tindih", counts["overlaps"], overlaps_left),
        ("wilayah_celah", counts["gaps"], gaps_left),
    ):
        if found:
            values: dict[str, object] = {"jumlah": found, "sisa": left}
            work.findings.append(Finding(code, "catatan", values=values))
    if wide.any():
        values = {"jumlah": int(wide.sum())}
        work.findings.append(Finding("wilayah_lubang_lebar", "catatan", values=values))
    if overlaps_left or gaps_left:
        values = {"tumpang_tindih": overlaps_left, "celah": gaps_left}
        work.findings.append(Finding("wilayah_sisa_cacat", "peringatan", values=values))


def _show(codes: NDArray[Any], most: int = 5) -> str:
    return ", ".join(map(str, codes[:most])) + (" ..." if len(codes) > most else "")
