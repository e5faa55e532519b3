"""Importing measurements: read and check a file, then store all of it or nothing."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from sqlalchemy import Engine

from app.actions.outcome import Figures, ImportOutcome, summarise
from app.settings import read_settings
from data_access import reference
from data_access.importers.limits import MIB, TableLimits
from data_access.importers.matching import read_mapping
from data_access.importers.pengukuran import COUNT_COLUMNS, PengukuranFile, read_pengukuran
from data_access.importers.pengukuran_checks import Thresholds
from data_access.importers.regions_list import read_crosswalk
from data_access.periods import Period
from data_access.reads.batches import read_name_mapping
from data_access.reads.pengukuran import read_measurements
from data_access.reads.scope import NATION
from data_access.reads.wilayah import read_regions
from data_access.writes.batches import BatchInfo, hash_file
from data_access.writes.pengukuran import GrainConflictError, MeasurementSet, save_measurements
from geo.findings import Finding, has_errors


@dataclass(frozen=True, slots=True)
class MeasurementRequest:
    """What a person asks for when handing in a file of measurements."""

    path: Path
    period: Period
    source: str
    area_code: str | None = None
    create_puskesmas: bool = False
    mapping_path: Path | None = None
    crosswalk_path: Path | None = None


def import_pengukuran(
    engine: Engine, request: MeasurementRequest, *, actor: str, dry_run: bool = False
) -> ImportOutcome:
    """Read, check and (unless `dry_run`) store a file of measurements."""
    mapping, findings = _read_confirmed(engine, request)
    crosswalk, more = _read_crosswalk(request.crosswalk_path)
    findings += more
    if has_errors(findings):
        return ImportOutcome(findings)
    file = read_pengukuran(
        request.path,
        regions=read_regions(engine, NATION),
        wilayah_code=request.area_code,
        crosswalk=crosswalk,
        mapping=mapping,
        create_puskesmas=request.create_puskesmas,
        previous=_previous(engine, request),
        period=request.period.label,
        thresholds=_thresholds(),
        limits=table_limits(),
    )
    findings += file.findings
    figures: Figures = {"grain": file.grain, "units": len(file.rows), **file.totals}
    if dry_run or has_errors(findings):
        return ImportOutcome(findings, figures)
    return _store(engine, request, file, mapping, findings, figures, actor)


def _store(
    engine: Engine,
    request: MeasurementRequest,
    file: PengukuranFile,
    mapping: pd.DataFrame,
    findings: list[Finding],
    figures: Figures,
    actor: str,
) -> ImportOutcome:
    kinds = reference.read_known_sources()
    data = MeasurementSet(
        source=request.source,
        source_kind=kinds.get(request.source, "rutin"),
        period=request.period,
        grain=str(file.grain),
        rows=file.rows,
        area_code=request.area_code,
        data_date=file.source_date,
        new_puskesmas=pd.DataFrame(
            [
                {"code": new.code, "name": new.name, "parent_code": new.kecamatan_code}
                for new in file.new_puskesmas
            ]
        ),
        mapping=mapping,
    )
    options = {
        "periode": request.period.label,
        "sumber": request.source,
        "wilayah": request.area_code,
        "sidik_isi": _fingerprint(file.rows),
    }
    info = BatchInfo(
        "pengukuran",
        request.path.name,
        hash_file(request.path),
        actor,
        options,
        summarise(findings, figures),
    )
    try:
        return ImportOutcome(findings, figures, save_measurements(engine, data, info))
    except GrainConflictError as error:
        values = {
            "kabupaten": error.kabupaten_code,
            "tersimpan": error.grain,
            "berkas": data.grain,
        }
        conflict = Finding("tingkat_bertentangan", "galat", values=values)
        return ImportOutcome([*findings, conflict], figures)


def _fingerprint(rows: pd.DataFrame) -> str:
    """What a file came to mean: another mapping of names makes other rows of the same file."""
    ordered = rows[["unit_code", *COUNT_COLUMNS]].sort_values("unit_code")
    return hashlib.sha256(ordered.to_csv(index=False).encode()).hexdigest()


def table_limits() -> TableLimits:
    """What reading one file may cost, from the settings."""
    settings = read_settings()
    return TableLimits(
        memory_bytes=settings.import_memory_mb * MIB,
        cpu_s=settings.import_seconds,
        wall_s=settings.import_seconds,
    )


def _thresholds() -> Thresholds:
    return Thresholds(
        small_denominator=int(reference.read_threshold("anak_diukur_minimum")),
        break_factor=float(reference.read_threshold("patah_deret_kali")),
        break_least=int(reference.read_threshold("patah_deret_anak")),
    )


def _read_confirmed(
    engine: Engine, request: MeasurementRequest
) -> tuple[pd.DataFrame, list[Finding]]:
    """Spellings confirmed now, then those confirmed before; the newer word counts."""
    known = read_name_mapping(engine, request.area_code) if request.area_code else None
    fresh: pd.DataFrame | None = None
    findings: list[Finding] = []
    if request.mapping_path is not None:
        fresh, findings = read_mapping(request.mapping_path)
    parts = [part for part in (fresh, known) if part is not None and not part.empty]
    if not parts:
        return pd.DataFrame(columns=["parent_name", "name", "code"]), findings
    merged = pd.concat(parts, ignore_index=True)[["parent_name", "name", "code"]]
    return merged.drop_duplicates(["parent_name", "name"]), findings


def _read_crosswalk(path: Path | None) -> tuple[pd.DataFrame | None, list[Finding]]:
    if path is None:
        return None, []
    file = read_crosswalk(path, table_limits())
    return file.rows, list(file.findings)


def _previous(engine: Engine, request: MeasurementRequest) -> pd.DataFrame | None:
    """Each unit's latest figures of the same source before this period."""
    facts = read_measurements(engine, request.area_code or NATION, request.source)
    earlier = facts[facts["period"] < request.period.label]
    if earlier.empty:
        return None
    latest = earlier.sort_values("period").groupby("unit_code", as_index=False).last()
    return latest[["unit_code", "stunting_jiwa", "diukur_jiwa"]]
