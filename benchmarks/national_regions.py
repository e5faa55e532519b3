"""An invented nation: provinces, kabupaten, kecamatan and desa as many as Indonesia has."""

from collections.abc import Iterator
from itertools import cycle, islice

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geo.layers import Layer, encode_layer

DESA = 84_000
# Numbers of two digits only: names, borders and figures are invented.
PROVINCES = (
    *range(11, 20),
    *(21, 31, 32, 33, 34, 35, 36, 51, 52, 53, 61, 62, 63, 64, 65),
    *(71, 72, 73, 74, 75, 76, 81, 82, 91, 92, 93, 94, 95, 96),
)
# Kabupaten and kota of each, 514 together: from 4 to 38, as unequal as they are.
KABUPATEN = (
    *(23, 33, 19, 12, 11, 17, 10, 15, 7, 7, 6, 27, 35, 5, 38, 8, 9, 10, 22),
    *(14, 14, 13, 10, 5, 15, 13, 24, 17, 6, 6, 11, 10, 9, 7, 4, 8, 8, 6),
)
_ACROSS = 26  # kabupaten side by side
_SIDE = 0.6  # of a kabupaten, degrees
_POINTS = 40  # on the border of a desa
_WEST, _NORTH = 97.0, 6.0


def list_kabupaten(count: int = sum(KABUPATEN)) -> list[str]:
    """Codes of `count` kabupaten, spread over the provinces as in `KABUPATEN`."""
    whole = [
        f"{province}.{number:02}"
        for province, size in zip(PROVINCES, KABUPATEN, strict=True)
        for number in range(1, size + 1)
    ]
    step = len(whole) / count
    return [whole[int(at * step)] for at in range(count)]


def list_regions(desa: int = DESA, kabupaten: int = sum(KABUPATEN)) -> pd.DataFrame:
    """All regions, a row each: code, name, level, kind, parent_code, bps_code; by code.

    Desa are dealt out evenly; thirteen of them make a kecamatan.
    """
    codes = list_kabupaten(kabupaten)
    dealt = pd.Series(list(islice(cycle(codes), desa))).value_counts()
    rows = [(f"{code}", "provinsi", "ID") for code in sorted({each[:2] for each in codes})]
    for code in codes:
        rows.append((code, "kabupaten", code[:2]))
        rows += _list_inside(code, int(dealt[code]))
    frame = pd.DataFrame(rows, columns=["code", "level", "parent_code"])
    frame = frame.assign(
        name=frame["level"].str.capitalize() + " " + frame["code"],
        kind=frame["level"],
        bps_code=None,
    )
    return frame.sort_values("code", ignore_index=True)


def _list_inside(kabupaten: str, desa: int) -> list[tuple[str, str, str]]:
    side = _side_of(desa)
    kecamatan = [f"{kabupaten}.{row + 1:02}" for row in range(-(-desa // side))]
    rows = [(code, "kecamatan", kabupaten) for code in kecamatan]
    for number in range(desa):
        parent = kecamatan[number // side]
        rows.append((f"{parent}.{2001 + number % side}", "desa", parent))
    return rows


def _side_of(desa: int) -> int:
    """Desa side by side, so that they fill a square."""
    return int(np.ceil(np.sqrt(desa)))


def draw_regions(regions: pd.DataFrame) -> gpd.GeoDataFrame:
    """Borders of all regions: a kabupaten is a square of desa, a row of them a kecamatan."""
    shapes: dict[str, BaseGeometry] = {}
    levels = regions.groupby("level")["code"].agg(list)
    desa = regions[regions["level"] == "desa"].groupby(regions["code"].str[:5])["code"].agg(list)
    for at, kabupaten in enumerate(levels["kabupaten"]):
        west = _WEST + _SIDE * (at % _ACROSS)
        north = _NORTH - _SIDE * (at // _ACROSS)
        shapes |= _draw_kabupaten(kabupaten, desa[kabupaten], west, north)
    for province in levels["provinsi"]:
        own = [shapes[code] for code in levels["kabupaten"] if code[:2] == province]
        shapes[province] = shapely.union_all(own)
    geometry = [shapes[code] for code in regions["code"]]
    return gpd.GeoDataFrame(regions, geometry=geometry, crs="EPSG:4326")


def _draw_kabupaten(
    code: str, desa: list[str], west: float, north: float
) -> dict[str, BaseGeometry]:
    side = _side_of(len(desa))
    step = _SIDE / side
    column, row = np.arange(len(desa)) % side, np.arange(len(desa)) // side
    left, top = west + step * column, north - step * row
    boxes = shapely.segmentize(shapely.box(left, top - step, left + step, top), 4 * step / _POINTS)
    shapes = dict(zip(desa, boxes, strict=True))
    depth = row.max() + 1
    for number in range(depth):
        inside = boxes[row == number]
        shapes[desa[number * side][:8]] = shapely.union_all(inside)
    return {**shapes, code: shapely.box(west, north - step * depth, west + _SIDE, north)}


def encode_layers(drawn: gpd.GeoDataFrame) -> Iterator[tuple[str, Layer]]:
    """The map layers of every kabupaten and province and of the nation: whose, and the layer."""
    kabupaten = drawn["code"].str[:5]
    for level in ("desa", "kecamatan"):
        at_level = drawn[drawn["level"] == level]
        for code, part in at_level.groupby(kabupaten[at_level.index]):
            yield str(code), encode_layer(part, level)
    whole = drawn[drawn["level"] == "kabupaten"]
    for code, part in whole.groupby(whole["code"].str[:2]):
        yield str(code), encode_layer(part, "kabupaten")
    for level in ("kabupaten", "provinsi"):
        yield "ID", encode_layer(drawn[drawn["level"] == level], level)
