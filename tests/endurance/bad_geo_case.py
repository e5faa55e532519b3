"""Boundary files made by code: two square desa, and what is done to them."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely

from tests.endurance.bad_case import DUA, SATU, BadFile

Properties = dict[str, Any]
WEST, SOUTH, SIDE = 115.0, -2.0, 0.05


def square(place: int) -> Any:
    """The desa of a place in a row from west to east, as the office has them."""
    west = WEST + SIDE * place
    return shapely.box(west, SOUTH, west + SIDE, SOUTH + SIDE)


def desa(code: str, name: str, shape: Any, **more: Any) -> Properties:
    """One feature of GeoJSON; a shape may be written out as GeoJSON has it."""
    drawn = shape if isinstance(shape, dict | None) else shapely.geometry.mapping(shape)
    return {
        "type": "Feature",
        "properties": {"kode": code, "nama": name, **more},
        "geometry": drawn,
    }


SOUND = desa(SATU, "Desa Satu", square(0))


def collection(*features: Properties, **more: Any) -> Properties:
    return {"type": "FeatureCollection", **more, "features": list(features)}


def write_json(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content))


def features(wrong: str, rows: Sequence[Properties], *codes: str, **more: Any) -> BadFile:
    """A GeoJSON file of these features."""
    return document(wrong, collection(*rows), *codes, **more)


def document(wrong: str, content: Properties, *codes: str, **more: Any) -> BadFile:
    """A GeoJSON file of this content."""
    return boundary(wrong, lambda path: write_json(path, content), *codes, **more)


def boundary(
    wrong: str,
    make: Callable[[Path], object],
    *codes: str,
    file: str = "batas.geojson",
    **more: Any,
) -> BadFile:
    """A boundary file that `make` writes."""
    return BadFile(wrong, file, make, codes, kind="wilayah", **more)


def frame(**columns: Sequence[Any]) -> gpd.GeoDataFrame:
    """The two desa as a table, with other columns in place of `kode` and `nama`, if given."""
    named = columns or {"kode": [SATU, DUA], "nama": ["Desa Satu", "Desa Dua"]}
    return gpd.GeoDataFrame(named, geometry=[square(0), square(1)], crs="EPSG:4326")
