"""The table of regions that a file gives: its columns, duplicates united, parents named."""

from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geo.codes import LEVELS, ancestor_at, level_of
from geo.columns import ColumnPlan
from geo.findings import Finding
from geo.placing import WGS84
from geo.repair import repair_polygons

COLUMNS = ("code", "name", "level", "kind", "bps_code", "geometry")


def make_regions(columns: Mapping[str, Any]) -> gpd.GeoDataFrame:
    """Build the table (code, name, level, kind, bps_code, geometry in EPSG:4326); {} is empty."""
    data = {name: list(columns.get(name, ())) for name in COLUMNS[:-1]}
    frame = pd.DataFrame(data, dtype=object)
    shapes = gpd.GeoSeries(list(columns.get("geometry", ())), crs=WGS84, index=frame.index)
    return gpd.GeoDataFrame(frame, geometry=shapes)


def merge_duplicates(
    regions: gpd.GeoDataFrame, rows: NDArray[np.intp]
) -> tuple[gpd.GeoDataFrame, list[Finding]]:
    """Unite features of one code and name; one code with two names is a "galat".

    `rows` are the feature numbers of `regions`, for the report.
    """
    twice = regions["code"].duplicated(keep=False)
    if not twice.any():
        return regions, []
    findings: list[Finding] = []
    shapes = regions.geometry.to_numpy().copy()
    for code, same in regions[twice].groupby("code"):
        row = int(rows[same.index[-1]])
        if same["name"].str.casefold().nunique() > 1:
            values = {"kode": code, "nama": " / ".join(dict.fromkeys(same["name"]))}
            findings.append(
                Finding("wilayah_kode_ganda_beda_nama", "galat", None, row, None, values)
            )
            continue
        values = {"kode": code, "jumlah": len(same)}
        code_of_finding = "wilayah_kode_ganda_disatukan"
        findings.append(Finding(code_of_finding, "peringatan", None, row, None, values))
        valid, _ = repair_polygons(same.geometry.to_numpy())
        shapes[same.index[0]] = shapely.union_all(valid[~shapely.is_missing(valid)])
    united = regions.set_geometry(gpd.GeoSeries(shapes, index=regions.index, crs=WGS84))
    return united[~regions["code"].duplicated()].reset_index(drop=True), findings


def read_parent_names(text: pd.DataFrame, plan: ColumnPlan, codes: list[str]) -> dict[str, str]:
    """Return names of parents by code: the commonest that the rows `codes` give each parent."""
    names: dict[str, str] = {}
    for level, column in (
        ("provinsi", plan.provinsi_name),
        ("kabupaten", plan.kabupaten_name),
        ("kecamatan", plan.kecamatan_name),
    ):
        if column is None:
            continue
        parents = [_parent_at(code, level) for code in codes]
        given = text[column].fillna("").str.strip().to_numpy()
        pairs = pd.DataFrame({"code": parents, "name": given}).dropna()
        common = pairs[pairs["name"] != ""].groupby("code")["name"].agg(lambda n: n.mode().iloc[0])
        names.update({str(code): str(name) for code, name in common.items()})
    return names


def _parent_at(code: str, level: str) -> str | None:
    is_finer = LEVELS.index(level_of(code)) > LEVELS.index(level)
    return ancestor_at(code, level) if is_finer else None
