"""Importing measurements: read and check a file, then store all of it or nothing."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
from sqlalchemy import Engine

from app.access import Account, NotAllowedError, demand, may_somewhere
from app.actions.measurement_file import (
    Looked,
    describe_replaced,
    look_at_file,
    previous_figures,
    stored_facts,
)
from app.actions.measurement_inputs import (
    check_period,
    read_pairs,
    read_spellings,
    read_thresholds,
    table_limits,
)
from app.actions.outcome import (
    Figures,
    ImportOutcome,
    describe_lock,
    describe_stage_error,
    summarise,
)
from data_access import reference
from data_access.importers.layout_memory import HandLayout, sample_sheets
from data_access.importers.pengukuran import COUNT_COLUMNS, PengukuranFile, read_pengukuran
from data_access.periods import Period
from data_access.reads.measurement_stage import read_locked_stages
from data_access.reads.scope import NATION
from data_access.reads.wilayah import read_regions
from data_access.writes.batches import BatchInfo, hash_file
from data_access.writes.pengukuran import (
    PART,
    STAGE,
    GrainConflictError,
    MeasurementSet,
    save_measurements,
    stage_year,
)
from data_access.writes.tahapan import StageLockedError
from geo.findings import Finding, has_errors

__all__ = ["AGENCY", "PREVIEW_ROWS", "MeasurementRequest", "import_pengukuran", "table_limits"]

AGENCY = PART
PREVIEW_ROWS = 50


@dataclass(frozen=True, slots=True)
class MeasurementRequest:
    """What a person asks for when handing in a file of measurements.

    `confirmed`: spellings given their region just now (parent_name, name, code). `layout`: the
    meaning of the columns, where a person said it just now.
    """

    path: Path
    period: Period
    source: str
    area_code: str | None = None
    create_puskesmas: bool = False
    mapping_path: Path | None = None
    crosswalk_path: Path | None = None
    confirmed: Sequence[tuple[str, str, str]] = field(default=())
    layout: HandLayout | None = None


def import_pengukuran(
    engine: Engine,
    request: MeasurementRequest,
    *,
    actor: str = "",
    person: Account | None = None,
    dry_run: bool = False,
) -> ImportOutcome:
    """Read, check and (unless `dry_run`) store a file of measurements.

    A `person` must be allowed to enter every kabupaten of the file: NotAllowedError. Without one
    the command line writes as `actor`.
    """
    if person is not None:
        _demand_request(person, request)
        actor = person.username
    mapping, findings = read_spellings(
        engine, request.area_code, request.confirmed, request.mapping_path
    )
    crosswalk, more = read_pairs(request.crosswalk_path)
    findings = [*check_period(request.period), *findings, *more]
    if has_errors(findings):
        return ImportOutcome(findings)
    looked = look_at_file(engine, request.path, table_limits(), request.layout)
    regions = read_regions(engine, NATION)
    facts = stored_facts(engine, request.source, request.area_code)
    file = read_pengukuran(
        request.path,
        regions=regions,
        wilayah_code=request.area_code,
        crosswalk=crosswalk,
        mapping=mapping,
        create_puskesmas=request.create_puskesmas,
        previous=previous_figures(facts, request.period.label),
        period=request.period.label,
        thresholds=read_thresholds(),
        table=looked.table,
        layout=looked.layout,
    )
    if person is not None:
        _demand_rows(person, file.rows)
    replaced = describe_replaced(facts, file.rows, request.period.label, request.area_code)
    findings += [*file.findings, *replaced, *_find_locks(engine, request, file.rows)]
    figures: Figures = {"grain": file.grain, "units": len(file.rows), **file.totals}
    outcome = _describe(file, looked, findings, figures, regions)
    if dry_run or has_errors(findings):
        return outcome
    return _store(engine, request, file, mapping, outcome, actor)


def _demand_request(person: Account, request: MeasurementRequest) -> None:
    """Before anything is read: the area named, else the right to enter measurements anywhere."""
    if request.area_code:
        demand(person, "isi", request.area_code[:5], AGENCY)
    elif not may_somewhere(person, "isi"):
        raise NotAllowedError("isi", NATION, AGENCY)


def _demand_rows(person: Account, rows: pd.DataFrame) -> None:
    for code in sorted(set(rows["unit_code"].str[:5])) if len(rows) else ():
        demand(person, "isi", code, AGENCY)


def _find_locks(engine: Engine, request: MeasurementRequest, rows: pd.DataFrame) -> list[Finding]:
    """Kabupaten whose measurement stage was handed in already, told before anything is stored."""
    year = stage_year(request.period.label)
    if year is None:
        return []
    codes = {str(code)[:5] for code in rows["unit_code"]}
    if request.area_code and len(request.area_code) >= 5:
        codes.add(request.area_code[:5])
    locked = read_locked_stages(engine, codes, year, STAGE, PART)
    return [describe_lock(code, state, year) for code, state in locked.items()]


def _describe(
    file: PengukuranFile,
    looked: Looked,
    findings: list[Finding],
    figures: Figures,
    regions: pd.DataFrame,
) -> ImportOutcome:
    unknown = any(finding.code == "layout_tak_dikenal" for finding in findings)
    names = dict(zip(regions["code"], regions["name"], strict=True))
    names |= {new.code: new.name for new in file.new_puskesmas}
    preview = file.rows.head(PREVIEW_ROWS)
    return ImportOutcome(
        findings,
        figures,
        preview=preview.assign(name=preview["unit_code"].map(names)),
        layout=file.layout,
        sheet=file.sheet,
        unmatched=tuple(file.unmatched),
        samples=sample_sheets(looked.table) if unknown else (),
        remembered=looked.remembered,
    )


def _store(
    engine: Engine,
    request: MeasurementRequest,
    file: PengukuranFile,
    mapping: pd.DataFrame,
    checked: ImportOutcome,
    actor: str,
) -> ImportOutcome:
    data = _to_set(request, file, mapping)
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
        summarise(checked.findings, checked.figures),
    )
    try:
        written = save_measurements(engine, data, info)
    except GrainConflictError as error:
        values = {
            "kabupaten": error.kabupaten_code,
            "tersimpan": error.grain,
            "berkas": data.grain,
        }
        refused = Finding("tingkat_bertentangan", "galat", values=values)
        return ImportOutcome([*checked.findings, refused], checked.figures)
    except StageLockedError as error:
        refused = describe_stage_error(error)
        return ImportOutcome([*checked.findings, refused], checked.figures)
    return ImportOutcome(checked.findings, checked.figures, written)


def _to_set(
    request: MeasurementRequest, file: PengukuranFile, mapping: pd.DataFrame
) -> MeasurementSet:
    kinds = reference.read_known_sources()
    new = [
        {"code": new.code, "name": new.name, "parent_code": new.kecamatan_code}
        for new in file.new_puskesmas
    ]
    return MeasurementSet(
        source=request.source,
        source_kind=kinds.get(request.source, "rutin"),
        period=request.period,
        grain=str(file.grain),
        rows=file.rows,
        area_code=request.area_code,
        data_date=file.source_date,
        new_puskesmas=pd.DataFrame(new),
        mapping=mapping,
    )


def _fingerprint(rows: pd.DataFrame) -> str:
    """What a file came to mean: another mapping of names makes other rows of the same file."""
    ordered = rows[["unit_code", *COUNT_COLUMNS]].sort_values("unit_code")
    return hashlib.sha256(ordered.to_csv(index=False).encode()).hexdigest()
