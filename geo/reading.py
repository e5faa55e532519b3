"""Boundary files of officials read into regions: one row a region, every fault reported."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geo.codes import examine_code, kind_of, level_of
from geo.columns import ColumnPlan
from geo.crosswalk import Match, build_bps_codes, match_bps_codes
from geo.escape import find_unsafe_characters, show_marks, show_text
from geo.file_kind import FileKind, check_file_kind
from geo.findings import Finding, Severity
from geo.opening import OpenedLayer, open_layer
from geo.placing import place_in_indonesia
from geo.regions import make_regions, merge_duplicates, read_parent_names
from geo.repair import repair_polygons

_NOT_A_VILLAGE = re.compile(
    r"\b(danau|waduk|hutan|laut|rawa|sungai|situ|embung|lahan kosong)\b", re.IGNORECASE
)
# RBI numbers the boundary areas of administration BA0307xxxx; lakes and forests have others.
_ADMINISTRATION = "BA03"
_AMBIGUOUS = re.compile(r"\d{10}")
_MOST_ROWS = 200
_LONGEST_NAME = 120  # as the database keeps it
_LONGEST_SHOWN = 160


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
    """The steps from an opened layer to regions; every step adds to `findings`."""

    def __init__(self, kind: FileKind, layer: OpenedLayer) -> None:
        self.kind = kind
        self.layer = layer
        self.plan: ColumnPlan = layer.plan
        self.findings: list[Finding] = []
        self._told: dict[str, int] = {}
        text, plan = layer.text, layer.plan
        names = text[plan.name] if plan.name else pd.Series(None, index=text.index, dtype=object)
        if plan.other_name:
            names = names.where(names.fillna("").str.strip() != "", text[plan.other_name])
        self.names: pd.Series = names

    def read(self, crosswalk: pd.DataFrame | None) -> BoundaryFile:
        shapes, placed = place_in_indonesia(self.layer.shapes, self.layer.crs)
        matches = self._match_codes(crosswalk)
        if matches is None:
            return self._finish(make_regions({}), {})
        village = self._drop_non_villages(matches)
        # A lake outside the box is no reason to stop: only kept rows count.
        self.findings.extend(f for f in placed if f.row is None or village[f.row - 1])
        names = self._read_names(matches, village)
        self._report_codes(matches, village)
        self._report_shapes(shapes, village)
        kept = np.array([match.code is not None for match in matches], dtype=bool) & village
        rows = np.flatnonzero(kept)
        parent_names = self._read_parent_names([str(matches[r].code) for r in rows], rows)
        regions = self._assemble(rows, matches, names, shapes)
        parents = regions[regions["level"] != "desa"]
        parent_names |= dict(zip(parents["code"], parents["name"], strict=True))
        if not len(regions):
            self._tell("wilayah_tidak_ada", "galat")
        elif not _is_any_drawn(regions):
            self._tell("wilayah_tanpa_poligon_satu_pun", "galat")
        return self._finish(regions, parent_names)

    def _finish(self, regions: gpd.GeoDataFrame, parent_names: Mapping[str, str]) -> BoundaryFile:
        for code, count in self._told.items():
            if count > _MOST_ROWS:
                values = {"kode_temuan": code, "jumlah": count, "ditampilkan": _MOST_ROWS}
                self.findings.append(Finding("wilayah_temuan_lain", "catatan", values=values))
        if any(finding.severity == "galat" for finding in self.findings):
            regions, parent_names = make_regions({}), {}
        layer = self.layer
        found = tuple(self.findings)
        return BoundaryFile(regions, found, self.kind.kind, layer.name, layer.crs, parent_names)

    def _tell(
        self,
        code: str,
        severity: Severity,
        row: int | None = None,
        column: str | None = None,
        *,
        values: Mapping[str, object] | None = None,
    ) -> None:
        """Add a finding; of faults in rows only the first two hundred of a code."""
        self._told[code] = self._told.get(code, 0) + 1
        if row is None or self._told[code] <= _MOST_ROWS:
            place = show_text(self.layer.name) or None
            shown = None if column is None else show_text(column, 40)
            said = {name: _show(value) for name, value in (values or {}).items()}
            self.findings.append(Finding(code, severity, place, row, shown, said))

    def _match_codes(self, crosswalk: pd.DataFrame | None) -> list[Match] | None:
        if self.plan.code_system == "bps":
            if crosswalk is None:
                values = {"jumlah": len(self.layer.text), "kolom": self._code_column()}
                self._tell("wilayah_kode_bps_tanpa_tabel_padanan", "galat", values=values)
                return None
            return match_bps_codes(build_bps_codes(self.layer.text, self.plan), crosswalk)
        matches = self._read_kemendagri_codes()
        if matches is None or crosswalk is None or self.plan.bps_code is None:
            return matches
        # The file has both codes: what its own column leaves blank, the table may still know.
        known = match_bps_codes(self.layer.text[self.plan.bps_code].fillna(""), crosswalk)
        return [
            other if match.problem == "wilayah_kode_kosong" and other.code else match
            for match, other in zip(matches, known, strict=True)
        ]

    def _code_column(self) -> str:
        return self.plan.code or " + ".join(self.plan.code_parts)

    def _read_kemendagri_codes(self) -> list[Match] | None:
        plan = self.plan
        cells = self.layer.text[self._code_column()]
        if not plan.undotted and _mostly_ten_digits(cells):
            self._tell("wilayah_sistem_kode_tidak_jelas", "galat", column=plan.code)
            return None
        matches = []
        for row, cell in enumerate(cells, start=1):
            reading = examine_code(cell, undotted=plan.undotted)
            code, problem = reading.code, reading.problem
            if code is not None and plan.level and level_of(code) != plan.level:
                code, problem = None, "kode_tidak_dikenal"
            if code is not None and level_of(code) == "puskesmas":
                code, problem = None, "kode_tidak_dikenal"
            if reading.repaired and code is not None and cell != code and "." in str(cell):
                values = {"isi": cell, "kode": code}
                self._tell("wilayah_kode_diperbaiki", "catatan", row, plan.code, values=values)
            matches.append(Match(code, problem=f"wilayah_{problem}" if problem else None))
        return matches

    def _drop_non_villages(self, matches: list[Match]) -> NDArray[np.bool_]:
        """Tell lakes and forests from villages: no code, and a name or feature that says so."""
        text, plan = self.layer.text, self.plan
        village = np.ones(len(text), dtype=bool)
        dropped: list[str] = []
        for row, (match, name) in enumerate(zip(matches, self.names, strict=True)):
            feature = text[plan.feature_code].iloc[row] if plan.feature_code else None
            other_feature = bool(feature) and not str(feature).startswith(_ADMINISTRATION)
            has_bps = bool(plan.bps_code and text[plan.bps_code].iloc[row])
            blank = not (name or "").strip() and not has_bps
            coded = match.code is not None and not match.code.endswith(".0000")
            if not coded and (blank or other_feature or _NOT_A_VILLAGE.search(name or "")):
                village[row] = False
                dropped.append((name or "").strip() or "-")
        if dropped:
            values = {"jumlah": len(dropped), "contoh": ", ".join(dict.fromkeys(dropped[:5]))}
            self._tell("wilayah_bukan_desa", "catatan", values=values)
        return village

    def _read_names(self, matches: list[Match], village: NDArray[np.bool_]) -> list[str]:
        names = []
        for row, (cell, match) in enumerate(zip(self.names, matches, strict=True), start=1):
            name = (match.name or cell or "").strip()
            said = dict.fromkeys((cell or "", name)) if village[row - 1] else ()
            told = [self._tell_unfit(each, row, self.plan.name) for each in said]
            if not any(told) and not name and village[row - 1] and match.code is not None:
                values = {"kode": match.code}
                self._tell("wilayah_nama_kosong", "peringatan", row, self.plan.name, values=values)
            names.append(name or match.code or "")
        return names

    def _tell_unfit(self, name: str, row: int | None, column: str | None, **values: object) -> bool:
        """Refuse a name that would act in a page, or that is longer than the database keeps."""
        if unsafe := find_unsafe_characters(name):
            values |= {"nama": name, "tanda": show_marks(unsafe)}
            self._tell("wilayah_nama_berbahaya", "galat", row, column, values=values)
        elif len(name.strip()) > _LONGEST_NAME:
            values |= {"panjang": len(name.strip()), "batas": _LONGEST_NAME}
            self._tell("wilayah_nama_terlalu_panjang", "galat", row, column, values=values)
        else:
            return False
        return True

    def _report_codes(self, matches: list[Match], village: NDArray[np.bool_]) -> None:
        is_bps = self.plan.code_system == "bps"
        text, column = self.layer.text, self._code_column()
        cells = build_bps_codes(text, self.plan) if is_bps else text[column]
        rows = zip(matches, cells, self.names, strict=True)
        for row, (match, cell, name) in enumerate(rows, start=1):
            if match.problem is None or not village[row - 1]:
                continue
            blank_or_unmatched = is_bps or match.problem == "wilayah_kode_kosong"
            severity: Severity = "peringatan" if blank_or_unmatched else "galat"
            values: dict[str, object] = {"isi": cell or "", "nama": name or "-"}
            if match.problem == "wilayah_kode_rusak":
                values["dugaan"] = " / ".join(examine_code(cell).candidates)
            self._tell(match.problem, severity, row, column, values=values)

    def _report_shapes(self, shapes: NDArray[Any], village: NDArray[np.bool_]) -> None:
        counts = self.layer.counts
        for key, code in (
            ("with_height", "wilayah_ketinggian_dibuang"),
            ("unclosed", "wilayah_ring_tak_tertutup"),
        ):
            if counts[key]:
                self._tell(code, "catatan", values={"jumlah": counts[key]})
        missing = shapely.is_missing(shapes) | shapely.is_empty(shapes)
        for row in np.flatnonzero(missing & village):
            self._tell("wilayah_geometri_kosong", "peringatan", int(row) + 1)

    def _read_parent_names(self, codes: list[str], rows: NDArray[np.intp]) -> dict[str, str]:
        names = read_parent_names(self.layer.text.iloc[rows], self.plan, codes)
        for code, name in names.items():
            self._tell_unfit(name, None, None, kode=code)
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
            self._tell(finding.code, finding.severity, finding.row, values=finding.values)
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


def _show(value: object) -> object:
    return show_text(value, _LONGEST_SHOWN) if isinstance(value, str) else value


def _mostly_ten_digits(cells: pd.Series) -> bool:
    given = cells.dropna()
    return bool(len(given)) and bool(given.str.strip().str.fullmatch(_AMBIGUOUS).mean() > 0.5)
