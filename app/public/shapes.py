"""Outlines of desa as SVG paths: the map's own layer, coarser, without a script."""

import gzip
import json
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import Engine

from data_access.reads.peta import read_layer_content, read_layer_info

WIDTH = 720


@dataclass(frozen=True, slots=True)
class Shape:
    """One desa: its code and its SVG path in a picture WIDTH wide, y downwards."""

    code: str
    path: str
    bottom: float


def read_shapes(engine: Engine, kabupaten_code: str, code: str) -> tuple[Shape, ...]:
    """The desa of a kabupaten or of one of its kecamatan; empty where there are no boundaries."""
    layer = read_layer_info(engine, kabupaten_code, "desa")
    packed = None if layer is None else read_layer_content(engine, layer.content_hash)
    return () if packed is None else draw_shapes(json.loads(gzip.decompress(packed)), code)


def draw_shapes(layer: dict[str, Any], code: str) -> tuple[Shape, ...]:
    """Turn the features of a layer (see `geo.layers`) inside a region into SVG paths."""
    inside = [each for each in layer["features"] if each["c"].startswith(code) and each["g"]]
    rings = {each["c"]: _rings(each["g"]) for each in inside}
    points = [ring for found in rings.values() for ring in found]
    if not points:
        return ()
    west, south = np.min([ring.min(axis=0) for ring in points], axis=0)
    east, north = np.max([ring.max(axis=0) for ring in points], axis=0)
    # Degrees of longitude shrink towards the poles: keep shapes true at the middle latitude.
    middle = layer["origin"][1] + (south + north) / 2 / layer["scale"]
    across = float(np.cos(np.radians(middle)))
    scale = WIDTH / max((east - west) * across, (north - south), 1)
    factors, corner = np.array([scale * across, -scale]), np.array([west, north])
    bottom = float((north - south) * scale)
    return tuple(
        Shape(name, "".join(_path((ring - corner) * factors) for ring in found), bottom)
        for name, found in rings.items()
    )


def _rings(drawing: list[list[list[int]]]) -> list[np.ndarray]:
    return [
        np.cumsum(np.array(ring, dtype="int64").reshape(-1, 2), axis=0)
        for polygon in drawing
        for ring in polygon
    ]


def _path(ring: np.ndarray) -> str:
    """A closed path in whole pixels, points that fall together left out."""
    whole = np.round(ring).astype("int64")
    moved = np.r_[True, np.any(np.diff(whole, axis=0) != 0, axis=1)]
    kept = whole[moved]
    if len(kept) < 3:
        return ""
    steps = np.diff(kept, axis=0)
    lines = " ".join(f"{x} {y}" for x, y in steps.tolist())
    return f"M{kept[0][0]} {kept[0][1]}l{lines}z"
