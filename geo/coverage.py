"""From the finest level of a boundary file to all levels: cleaned once, parents drawn from it."""

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from geo.area import measure_area_km2
from geo.cleaning import clean_coverage
from geo.dissolve import dissolve_to
from geo.findings import Finding

_LEVELS = ("provinsi", "kabupaten", "kecamatan", "desa")


@dataclass(frozen=True, slots=True)
class Drawn:
    """`regions`: code, name (a parent's is its code), level, geometry (EPSG:4326, None without
    shape), area_km2; a row a region of the finest level and of those drawn from it."""

    regions: gpd.GeoDataFrame
    findings: tuple[Finding, ...]


def draw_levels(regions: gpd.GeoDataFrame) -> Drawn:
    """Clean the finest level that a file holds and draw kecamatan and kabupaten from it.

    `regions`: code, name, level, geometry. A province is drawn in its layer only, from whole
    kabupaten.
    """
    finest = max(regions["level"].unique(), key=_LEVELS.index)
    cleaned = clean_coverage(regions[regions["level"] == finest].reset_index(drop=True))
    parts = [cleaned.regions.assign(level=finest)]
    for level in ("kecamatan", "kabupaten"):
        if _LEVELS.index(level) < _LEVELS.index(finest):
            parts.append(dissolve_to(cleaned.regions, level))
    columns = ["code", "name", "level", "geometry"]
    frame = pd.concat([part[columns] for part in parts], ignore_index=True)
    drawn = gpd.GeoDataFrame(frame, geometry="geometry", crs="EPSG:4326")
    return Drawn(drawn.assign(area_km2=measure_area_km2(drawn)), cleaned.findings)
