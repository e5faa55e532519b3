"""Importing regions: a plain list, or a boundary file that is repaired, cleaned, then stored."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
import pandas as pd
from sqlalchemy import Engine

from app.actions.outcome import ImportOutcome, summarise
from app.actions.pengukuran import table_limits
from app.text.screens import LEVEL_LABELS
from data_access.importers.regions_list import read_crosswalk, read_regions_list
from data_access.reads.scope import NATION
from data_access.reads.wilayah import read_regions
from data_access.writes.batches import BatchInfo, hash_file
from data_access.writes.wilayah import RegionSet, save_regions
from geo.area import measure_area_km2
from geo.cleaning import clean_coverage
from geo.codes import ancestor_at, kind_of, level_of, parent_of
from geo.dissolve import dissolve_to
from geo.findings import Finding, has_errors
from geo.reading import BoundaryFile, read_boundaries

LIST_ENDINGS = (".csv", ".csv.gz", ".xlsx", ".xlsm", ".txt")


def import_wilayah(
    engine: Engine,
    path: Path,
    crosswalk_path: Path | None = None,
    *,
    actor: str,
    dry_run: bool = False,
) -> ImportOutcome:
    """Read, check, clean and (unless `dry_run`) store regions, with boundaries where given."""
    crosswalk, findings = None, []
    if crosswalk_path is not None:
        file = read_crosswalk(crosswalk_path, table_limits())
        crosswalk, findings = file.rows, list(file.findings)
    if has_errors(findings):
        return ImportOutcome(findings)
    if path.name.lower().endswith(LIST_ENDINGS):
        data, more = _prepare_list(path, crosswalk)
    else:
        data, more = prepare_boundaries(read_boundaries(path, crosswalk), _known_names(engine))
    findings += more
    figures = dict(Counter(data.regions["level"])) if data is not None else {}
    figures = {level: figures.get(level, 0) for level in ("desa", "kecamatan", "kabupaten")}
    if data is None or dry_run or has_errors(findings):
        return ImportOutcome(findings, figures)
    options = {
        "padanan": crosswalk_path.name if crosswalk_path else None,
        "sidik_padanan": hash_file(crosswalk_path) if crosswalk_path else None,
    }
    report = summarise(findings, figures)
    info = BatchInfo("wilayah", path.name, hash_file(path), actor, options, report)
    return ImportOutcome(findings, figures, save_regions(engine, data, info))


def _prepare_list(
    path: Path, crosswalk: pd.DataFrame | None
) -> tuple[RegionSet | None, list[Finding]]:
    file = read_regions_list(path, table_limits())
    findings = list(file.findings)
    if has_errors(findings):
        return None, findings
    rows = file.rows.assign(bps_code=None)
    if crosswalk is not None:
        pairs = dict(zip(crosswalk["kemendagri_code"], crosswalk["bps_code"], strict=True))
        rows["bps_code"] = rows["code"].map(pairs)
    return RegionSet(rows), findings


def _known_names(engine: Engine) -> dict[str, str]:
    known = read_regions(engine, NATION, "provinsi", "kabupaten", "kecamatan")
    return dict(zip(known["code"], known["name"], strict=True))


def prepare_boundaries(
    file: BoundaryFile, known_names: Mapping[str, str]
) -> tuple[RegionSet | None, list[Finding]]:
    """Clean the finest level that a file holds and draw its parents from it.

    `known_names`: names of parents already in the database, used where the file gives none.
    """
    findings = list(file.findings)
    if has_errors(findings):
        return None, findings
    finest = max(file.regions["level"].unique(), key=_depth)
    cleaned = clean_coverage(file.regions[file.regions["level"] == finest].reset_index(drop=True))
    findings += cleaned.findings
    names = {**known_names, **file.parent_names}
    parts = [cleaned.regions.assign(level=finest)]
    for level in _levels_above(finest):
        parts.append(dissolve_to(cleaned.regions, level, names))
    drawn = pd.concat(parts, ignore_index=True)
    drawn = drawn.assign(area_km2=measure_area_km2(gpd.GeoDataFrame(drawn, crs="EPSG:4326")))
    boundaries = gpd.GeoDataFrame(drawn[drawn.geometry.notna()], crs="EPSG:4326")
    regions, unnamed = _complete_regions(drawn, file, names)
    findings += [
        Finding("induk_tanpa_nama", "peringatan", values={"kode": code}) for code in unnamed
    ]
    return RegionSet(regions, boundaries, renames=False), findings


def _depth(level: str) -> int:
    return ("provinsi", "kabupaten", "kecamatan", "desa").index(level)


def _levels_above(finest: str) -> tuple[str, ...]:
    """Levels drawn from the finest one; a province only from whole kabupaten, in its layer."""
    return tuple(level for level in ("kecamatan", "kabupaten") if _depth(level) < _depth(finest))


def _complete_regions(
    drawn: pd.DataFrame, file: BoundaryFile, names: Mapping[str, str]
) -> tuple[pd.DataFrame, list[str]]:
    """Rows of all levels, the provinces included; parents that nobody named get their code."""
    rows = {str(code): str(name) for code, name in zip(drawn["code"], drawn["name"], strict=True)}
    for code in sorted({ancestor_at(code, "provinsi") for code in rows}):
        if code in names:
            rows[code] = names[code]
    for code in list(rows):
        if level_of(code) != "desa":
            rows[code] = names.get(code, rows[code])
    unnamed = [code for code, name in rows.items() if name == code]
    bps = dict(zip(file.regions["code"], file.regions["bps_code"], strict=True))
    frame = pd.DataFrame(
        [
            {
                "code": code,
                "name": f"{LEVEL_LABELS[level_of(code)]} {code}" if name == code else name,
                "level": level_of(code),
                "kind": kind_of(code),
                "parent_code": parent_of(code) or NATION,
                "bps_code": bps.get(code),
            }
            for code, name in sorted(rows.items())
        ]
    )
    return frame, unnamed
