"""Boundary files of officials read into regions: one row a region, every fault reported."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geo.codes import kind_of, level_of
from geo.columns import ColumnPlan
from geo.crosswalk import Match, build_bps_codes
from geo.file_kind import FileKind, check_file_kind
from geo.findings import Finding, has_errors
from geo.layer_findings import LayerFindings
from geo.opening import OpenedLayer, open_layer
from geo.placing import place_in_indonesia
from geo.reading_codes import find_villages, match_codes, report_codes
from geo.regions import make_regions, merge_duplicates, read_parent_names
from geo.repair import repair_polygons


@dataclass(frozen=True, slots=True)
class BoundaryFile:
    """What a boundary file holds.

    `regions`: code, name, level, kind, bps_code, geometry (EPSG:4326, not yet repaired; None for
    a region without shape); empty when a "galat" stops the import. `parent_names`: names of
    kecamatan, kabupaten and provinsi that the file gives, by code. `crs` as the file says it.
    """

    regions: gpd.GeoDataFrame
    findings: tuple[Finding, ...]
    format: str
    layer: str
    crs: str | None
    parent_names: Mapping[str, str]


def read_boundaries(
    path: Path, crosswalk: pd.DataFrame | None = None, most_features: int | None = None
) -> BoundaryFile:
    """Read GeoPackage, GeoJSON, FlatGeobuf, GeoParquet, or a zipped shapefile or geodatabase.

    `crosswalk` (bps_code, kemendagri_code[, kemendagri_name], all text) is needed for files with
    BPS codes only. Above `most_features` a file is refused unread. Rows of findings are feature
    numbers from 1.
    """
    kind = check_file_kind(path)
    if isinstance(kind, Finding):
        return _refuse(kind)
    layer = open_layer(kind, most_features)
    if isinstance(layer, Finding):
        return _refuse(layer, kind.kind)
    return _Reader(kind, layer).read(crosswalk)


def _refuse(finding: Finding, file_format: str = "") -> BoundaryFile:
    return BoundaryFile(make_regions({}), (finding,), file_format, "", None, {})


class _Reader:
    """The steps from an opened layer to regions; every step adds to `found`."""

    def __init__(self, kind: FileKind, layer: OpenedLayer) -> None:
        self.kind = kind
        self.layer = layer
        self.plan: ColumnPlan = layer.plan
        self.found = LayerFindings(layer.name)
        text, plan = layer.text, layer.plan
        names = text[plan.name] if plan.name else pd.Series(None, index=text.index, dtype=object)
        if plan.other_name:
            names = names.where(names.fillna("").str.strip() != "", text[plan.other_name])
        self.names: pd.Series = names

    def read(self, crosswalk: pd.DataFrame | None) -> BoundaryFile:
        shapes, placed = place_in_indonesia(self.layer.shapes, self.layer.crs)
        matches = match_codes(self.layer, crosswalk, self.found)
        if matches is None:
            return self._finish(make_regions({}), {})
        village = find_villages(self.layer, self.names, matches, self.found)
        # A lake outside the box is no reason to stop: only kept rows count.
        self.found.listed.extend(f for f in placed if f.row is None or village[f.row - 1])
        names = self._read_names(matches, village)
        report_codes(self.layer, self.names, matches, village, self.found)
        self._report_shapes(shapes, village)
        kept = np.array([match.code is not None for match in matches], dtype=bool) & village
        rows = np.flatnonzero(kept)
        parent_names = self._read_parent_names([str(matches[r].code) for r in rows], rows)
        regions = self._assemble(rows, matches, names, shapes)
        parents = regions[regions["level"] != "desa"]
        parent_names |= dict(zip(parents["code"], parents["name"], strict=True))
        if not len(regions):
            self.found.tell("wilayah_tidak_ada", "galat")
        elif not _is_any_drawn(regions):
            self.found.tell("wilayah_tanpa_poligon_satu_pun", "galat")
        return self._finish(regions, parent_names)

    def _finish(self, regions: gpd.GeoDataFrame, parent_names: Mapping[str, str]) -> BoundaryFile:
        found, layer = self.found.sum_up(), self.layer
        if has_errors(found):
            regions, parent_names = make_regions({}), {}
        return BoundaryFile(regions, found, self.kind.kind, layer.name, layer.crs, parent_names)

    def _read_names(self, matches: list[Match], village: NDArray[np.bool_]) -> list[str]:
        names = []
        for row, (cell, match) in enumerate(zip(self.names, matches, strict=True), start=1):
            name = (match.name or cell or "").strip()
            said = dict.fromkeys((cell or "", name)) if village[row - 1] else ()
            told = [self.found.tell_unfit(each, row, self.plan.name) for each in said]
            if not any(told) and not name and village[row - 1] and match.code is not None:
                values = {"kode": match.code}
                self.found.tell(
                    "wilayah_nama_kosong", "peringatan", row, self.plan.name, values=values
                )
            names.append(name or match.code or "")
        return names

    def _report_shapes(self, shapes: NDArray[Any], village: NDArray[np.bool_]) -> None:
        counts = self.layer.counts
        for key, code in (
            ("with_height", "wilayah_ketinggian_dibuang"),
            ("unclosed", "wilayah_ring_tak_tertutup"),
        ):
            if counts[key]:
                self.found.tell(code, "catatan", values={"jumlah": counts[key]})
        missing = shapely.is_missing(shapes) | shapely.is_empty(shapes)
        for row in np.flatnonzero(missing & village):
            self.found.tell("wilayah_geometri_kosong", "peringatan", int(row) + 1)

    def _read_parent_names(self, codes: list[str], rows: NDArray[np.intp]) -> dict[str, str]:
        names = read_parent_names(self.layer.text.iloc[rows], self.plan, codes)
        for code, name in names.items():
            self.found.tell_unfit(name, None, None, kode=code)
        return names

    def _assemble(
        self, rows: NDArray[np.intp], matches: list[Match], names: list[str], shapes: NDArray[Any]
    ) -> gpd.GeoDataFrame:
        codes = [str(matches[row].code) for row in rows]
        regions = make_regions(
            {
                "code": codes,
                "name": [names[row] for row in rows],
                "level": [level_of(code) for code in codes],
                "kind": [kind_of(code) for code in codes],
                "bps_code": self._read_bps_codes(rows),
                "geometry": shapes[rows],
            }
        )
        united, findings = merge_duplicates(regions, rows + 1)
        for finding in findings:
            self.found.tell(finding.code, finding.severity, finding.row, values=finding.values)
        return united

    def _read_bps_codes(self, rows: NDArray[np.intp]) -> list[str | None]:
        if self.plan.code_system == "bps":
            codes = build_bps_codes(self.layer.text, self.plan)
        elif self.plan.bps_code:
            codes = self.layer.text[self.plan.bps_code].fillna("").str.strip()
        else:
            return [None] * len(rows)
        return [code or None for code in codes.iloc[rows]]


def _is_any_drawn(regions: gpd.GeoDataFrame) -> bool:
    """Tell whether any region has an area; a crossing polygon may have one only once repaired."""
    shapes = regions.geometry.to_numpy()
    if bool((shapely.area(shapes) > 0).any()):
        return True
    repaired, _ = repair_polygons(shapes)
    return not bool(shapely.is_missing(repaired).all())
