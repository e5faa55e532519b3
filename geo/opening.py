"""A boundary file opened: the layer that holds regions, its columns as text, its shapes."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from numpy.typing import NDArray
from pyarrow import ArrowException, parquet
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, GeometryError
from pyproj.exceptions import ProjError

from geo.columns import ColumnPlan, recognise_columns
from geo.escape import show_text
from geo.file_kind import FileKind
from geo.findings import Finding
from geo.questions import find_questions

_EXAMPLES = 5
_LEVEL_ORDER = {"desa": 0, "": 1, "kecamatan": 2, "kabupaten": 3}


# What a broken file makes the readers raise; anything else is our own mistake and shows itself.
_FAULTS_OF_FILES = (
    DataSourceError,
    DataLayerError,
    FeatureError,
    GeometryError,
    shapely.GEOSException,
    ProjError,
    ArrowException,
    ValueError,
    OSError,
)


@dataclass(frozen=True, slots=True)
class OpenedLayer:
    """One layer. `text`: every column as str or None, index 0..n-1; `shapes` flat, may be None.

    `counts`: with_height (Z dropped), unclosed (rings closed here).
    """

    name: str
    plan: ColumnPlan
    text: pd.DataFrame
    shapes: NDArray[Any]
    crs: str | None
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class _Candidate:
    source: str
    layer: str
    plan: ColumnPlan
    features: int


def open_layer(kind: FileKind, most_features: int | None = None) -> OpenedLayer | Finding:
    """Open the layer of regions: finest level first, then the most features.

    Codes of refusal: wilayah_berkas_rusak, wilayah_kolom_tidak_dikenal, wilayah_tanpa_lapisan,
    wilayah_lapisan_tampilan, wilayah_terlalu_banyak (above `most_features`, told before they are
    read).
    """
    try:
        if kind.kind == "geoparquet":
            count = parquet.read_metadata(kind.sources[0]).num_rows
            return _too_many(count, most_features) or _open_parquet(kind.sources[0])
        if kind.kind == "gpkg" and (views := find_questions(kind.sources[0])):
            values = {"lapisan": ", ".join(map(show_text, views[:_EXAMPLES]))}
            return Finding("wilayah_lapisan_tampilan", "galat", values=values)
        candidates, seen = _list_candidates(kind)
        if not candidates:
            code = "wilayah_kolom_tidak_dikenal" if seen else "wilayah_tanpa_lapisan"
            return Finding(code, "galat", values={"kolom": _list_columns(seen)})
        best = min(candidates, key=lambda c: (_LEVEL_ORDER[c.plan.level], -c.features))
        return _too_many(best.features, most_features) or _open_with_gdal(best)
    except _FAULTS_OF_FILES as fault:
        values = {"sebab": type(fault).__name__}
        return Finding("wilayah_berkas_rusak", "galat", values=values)


def _too_many(count: int, most: int | None) -> Finding | None:
    if most is None or count <= most:
        return None
    return Finding("wilayah_terlalu_banyak", "galat", values={"jumlah": count, "batas": most})


def _list_columns(columns: Iterable[str]) -> str:
    return ", ".join(show_text(str(column), 30) for column in islice(columns, 20))


def _list_candidates(kind: FileKind) -> tuple[list[_Candidate], list[str]]:
    found: list[_Candidate] = []
    seen: list[str] = []
    for source in kind.sources:
        for layer, geometry_type in pyogrio.list_layers(source):
            if geometry_type is None or not _may_hold_polygons(geometry_type):
                continue
            info = pyogrio.read_info(source, layer=layer, force_feature_count=True)
            seen.extend(map(str, info["fields"]))
            plan = recognise_columns(map(str, info["fields"]))
            if plan is not None:
                found.append(_Candidate(source, layer, plan, int(info["features"])))
    return found, seen


def _may_hold_polygons(geometry_type: str) -> bool:
    return any(part in geometry_type for part in ("Polygon", "Unknown", "Collection", "Surface"))


def _open_with_gdal(chosen: _Candidate) -> OpenedLayer:
    meta, _, encoded, fields = pyogrio.raw.read(chosen.source, layer=chosen.layer)
    columns = [_as_text(values) for values in fields]
    text = pd.DataFrame(dict(zip(map(str, meta["fields"]), columns, strict=True)), dtype=object)
    shapes = np.asarray(shapely.from_wkb(encoded, on_invalid="ignore"), dtype=object)
    lost = shapely.is_missing(shapes) & np.array([data is not None for data in encoded], bool)
    if lost.any():
        shapes[lost] = shapely.from_wkb(encoded[lost], on_invalid="fix")
    flat, counts = _flatten(shapes, int(lost.sum()))
    return OpenedLayer(chosen.layer, chosen.plan, text, flat, meta["crs"], counts)


def _open_parquet(path: str) -> OpenedLayer | Finding:
    frame = gpd.read_parquet(path)
    text = pd.DataFrame(frame.drop(columns=frame.geometry.name)).reset_index(drop=True)
    plan = recognise_columns(map(str, text.columns))
    if plan is None:
        values = {"kolom": _list_columns(text.columns)}
        return Finding("wilayah_kolom_tidak_dikenal", "galat", values=values)
    for column in text.columns:
        text[column] = pd.Series(_as_text(text[column].to_numpy()), dtype=object)
    crs = None if frame.crs is None else frame.crs.to_wkt()
    flat, counts = _flatten(np.asarray(frame.geometry.to_numpy(), dtype=object), 0)
    return OpenedLayer("", plan, text, flat, crs, counts)


def _flatten(shapes: NDArray[Any], unclosed: int) -> tuple[NDArray[Any], dict[str, int]]:
    counts = {"with_height": int(shapely.has_z(shapes).sum()), "unclosed": unclosed}
    return np.asarray(shapely.force_2d(shapes), dtype=object), counts


def _as_text(values: NDArray[Any]) -> list[str | None]:
    """Write values as a person would have typed them: 6210012001.0 of a number column is whole."""
    written: list[str | None] = []
    for value in values.tolist():
        if value is None or value is pd.NaT or (isinstance(value, float) and np.isnan(value)):
            written.append(None)
        elif isinstance(value, float) and value.is_integer():
            written.append(str(int(value)))
        else:
            written.append(str(value))
    return written
