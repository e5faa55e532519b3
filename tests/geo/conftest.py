"""Small made-up boundary files: a row of square villages near Balangan."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely

from app.text.findings_wilayah import SENTENCES
from geo.reading import BoundaryFile

WEST, SOUTH, SIDE = 115.5, -2.4, 0.02


def square(column: float, row: float = 0.0, width: float = 1.0) -> Any:
    west, south = WEST + column * SIDE, SOUTH + row * SIDE
    return shapely.box(west, south, west + width * SIDE, south + SIDE)


def code(number: int) -> str:
    return f"63.11.01.{2000 + number}"


def feature(number: int, shape: Any, name: str | None = None, **more: Any) -> dict[str, Any]:
    properties = {"kode": code(number), "nama": name or f"Desa {number}"} | more
    geometry = shape if isinstance(shape, dict | None) else shapely.geometry.mapping(shape)
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def codes_of(boundary_file: BoundaryFile) -> list[str]:
    """The codes of what is told of a file; each has its sentence."""
    for finding in boundary_file.findings:
        assert SENTENCES[finding.code].format(**finding.values)
    return [finding.code for finding in boundary_file.findings]


def the(boundary_file: BoundaryFile, wanted: str) -> Any:
    """The only finding of a code."""
    assert wanted in codes_of(boundary_file)
    (found,) = (f for f in boundary_file.findings if f.code == wanted)
    return found


@pytest.fixture
def write_geojson(tmp_path: Path) -> Callable[..., Path]:
    def write(*features: dict[str, Any]) -> Path:
        path = tmp_path / "batas.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}))
        return path

    return write


@pytest.fixture
def make_desa() -> Callable[..., gpd.GeoDataFrame]:
    def make(*shapes: Any) -> gpd.GeoDataFrame:
        numbers = range(1, len(shapes) + 1)
        columns = {
            "code": [code(n) for n in numbers],
            "name": [f"Desa {n}" for n in numbers],
            "level": "desa",
        }
        return gpd.GeoDataFrame(columns, geometry=list(shapes), crs="EPSG:4326")

    return make
