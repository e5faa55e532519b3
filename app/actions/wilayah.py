"""Importing regions: a plain list, or a boundary file that is repaired, cleaned, then stored."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
import pandas as pd
from sqlalchemy import Engine

from app.access import Account, NotAllowedError, demand, may_somewhere
from app.actions.outcome import ImportOutcome, summarise
from app.actions.pengukuran import PREVIEW_ROWS, table_limits
from app.settings import read_settings
from app.text.screens import LEVEL_LABELS
from data_access.importers.boundaries import read_boundaries_apart
from data_access.importers.limits import MIB, BoundaryLimits
from data_access.importers.regions_list import read_crosswalk, read_regions_list
from data_access.reads.scope import NATION
from data_access.reads.wilayah import read_regions
from data_access.writes.batches import BatchInfo, hash_file
from data_access.writes.wilayah import RegionSet, save_regions
from geo.codes import ancestor_at, kind_of, level_of, parent_of
from geo.coverage import Drawn, draw_levels
from geo.findings import Finding, has_errors
from geo.reading import BoundaryFile

ACTION = "impor_wilayah"
_LARGEST_FILE, _MOST_REGIONS = 20 << 30, 1_000_000
_CLEANING_TAKES = 6  # times as long as reading, at most
LIST_ENDINGS = (".csv", ".csv.gz", ".xlsx", ".xlsm", ".txt")


def import_wilayah(
    engine: Engine,
    path: Path,
    crosswalk_path: Path | None = None,
    *,
    actor: str = "",
    person: Account | None = None,
    dry_run: bool = False,
) -> ImportOutcome:
    """Read, check, clean and (unless `dry_run`) store regions, with boundaries where given.

    A `person` must be allowed to bring every kabupaten of the file, and every province that it
    would change (NotAllowedError); boundaries are then read within the limits of a screen.
    Without one the command line reads and writes as `actor`.
    """
    if person is not None:
        if not may_somewhere(person, ACTION):
            raise NotAllowedError(ACTION, NATION, "")
        actor = person.username
    crosswalk, findings = None, []
    if crosswalk_path is not None:
        file = read_crosswalk(crosswalk_path, table_limits())
        crosswalk, findings = file.rows, list(file.findings)
    if has_errors(findings):
        return ImportOutcome(findings)
    known = _known_names(engine)
    data, more = _prepare(path, crosswalk, known, on_screen=person is not None)
    findings += more
    if person is not None and data is not None:
        _demand_regions(person, data, known)
    figures = dict(Counter(data.regions["level"])) if data is not None else {}
    figures = {level: figures.get(level, 0) for level in ("desa", "kecamatan", "kabupaten")}
    if data is None or dry_run or has_errors(findings):
        return ImportOutcome(findings, figures, preview=_preview(data))
    options = {
        "padanan": crosswalk_path.name if crosswalk_path else None,
        "sidik_padanan": hash_file(crosswalk_path) if crosswalk_path else None,
    }
    report = summarise(findings, figures)
    info = BatchInfo("wilayah", path.name, hash_file(path), actor, options, report)
    return ImportOutcome(findings, figures, save_regions(engine, data, info))


def _demand_regions(person: Account, data: RegionSet, known: Mapping[str, str]) -> None:
    """Ask for every kabupaten; a province only where its known name would change."""
    levels = dict(zip(data.regions["code"], data.regions["level"], strict=True))
    for code in sorted({code[:5] for code, level in levels.items() if level != "provinsi"}):
        demand(person, ACTION, code)
    names = dict(zip(data.regions["code"], data.regions["name"], strict=True))
    for code, level in levels.items():
        renamed = code in known and data.renames and names[code] != known[code]
        if level == "provinsi" and renamed:
            demand(person, ACTION, code)


def _preview(data: RegionSet | None) -> pd.DataFrame | None:
    if data is None:
        return None
    drawn = set() if data.boundaries is None else set(data.boundaries["code"])
    first = data.regions.head(PREVIEW_ROWS)
    return first[["code", "name", "level"]].assign(has_boundary=first["code"].isin(drawn))


def _prepare(
    path: Path, crosswalk: pd.DataFrame | None, known: Mapping[str, str], *, on_screen: bool
) -> tuple[RegionSet | None, list[Finding]]:
    """Read a list or a boundary file, in a child process: a screen's limits are narrower."""
    if path.name.lower().endswith(LIST_ENDINGS):
        return _prepare_list(path, crosswalk)
    limits = BoundaryLimits() if on_screen else _command_line_limits()
    reading = read_boundaries_apart(path, crosswalk, limits)
    return prepare_boundaries(reading.file, known, reading.drawn)


def _command_line_limits() -> BoundaryLimits:
    """Wide enough for a whole nation; a file without an end is stopped all the same."""
    settings = read_settings()
    return BoundaryLimits(
        file_bytes=_LARGEST_FILE,
        regions=_MOST_REGIONS,
        memory_bytes=settings.boundary_memory_mb * MIB,
        read_s=settings.boundary_seconds,
        clean_s=_CLEANING_TAKES * settings.boundary_seconds,
    )


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
    file: BoundaryFile, known_names: Mapping[str, str], drawn: Drawn | None = None
) -> tuple[RegionSet | None, list[Finding]]:
    """Clean the finest level that a file holds and draw its parents from it.

    `known_names`: names of parents already in the database, used where the file gives none.
    `drawn`: the cleaned levels, where the child process made them.
    """
    findings = list(file.findings)
    if has_errors(findings):
        return None, findings
    drawn = drawn or draw_levels(file.regions)
    findings += drawn.findings
    names = {**known_names, **file.parent_names}
    boundaries = gpd.GeoDataFrame(drawn.regions[drawn.regions.geometry.notna()], crs="EPSG:4326")
    regions, unnamed = _complete_regions(drawn.regions, file, names)
    findings += [
        Finding("induk_tanpa_nama", "peringatan", values={"kode": code}) for code in unnamed
    ]
    return RegionSet(regions, boundaries, renames=False), findings


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
