"""What comes along with a file of measurements: limits, cut-offs, spellings, a crosswalk."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd
from sqlalchemy import Engine

from app.settings import read_settings
from data_access import reference
from data_access.importers.limits import MIB, TableLimits
from data_access.importers.matching import read_mapping
from data_access.importers.pengukuran_checks import Thresholds
from data_access.importers.regions_list import read_crosswalk
from data_access.periods import Period
from data_access.reads.batches import read_name_mapping
from geo.findings import Finding

_EASTERNMOST = timedelta(hours=9)  # WIT, where a month begins first
_SPELLING = ["parent_name", "name", "code"]


def table_limits() -> TableLimits:
    """What reading one file may cost, from the settings."""
    settings = read_settings()
    return TableLimits(
        memory_bytes=settings.import_memory_mb * MIB,
        cpu_s=settings.import_seconds,
        wall_s=settings.import_seconds,
    )


def check_period(period: Period) -> list[Finding]:
    """Refuse a month that has begun nowhere in Indonesia yet: nobody can have measured in it."""
    today = (datetime.now(UTC) + _EASTERNMOST).date().isoformat()
    if period.first_day <= today:
        return []
    return [Finding("periode_belum_tiba", "galat", values={"isi": period.label})]


def read_thresholds() -> Thresholds:
    """Where a figure of a file is remarked upon, from the reference data."""
    return Thresholds(
        small_denominator=int(reference.read_threshold("anak_diukur_minimum")),
        break_factor=float(reference.read_threshold("patah_deret_kali")),
        break_least=int(reference.read_threshold("patah_deret_anak")),
    )


def read_spellings(
    engine: Engine,
    area_code: str | None,
    confirmed: Sequence[tuple[str, str, str]],
    mapping_path: Path | None,
) -> tuple[pd.DataFrame, list[Finding]]:
    """Spellings confirmed now, then those confirmed before; the newer word counts.

    Columns: parent_name, name, code.
    """
    known = read_name_mapping(engine, area_code) if area_code else None
    chosen = pd.DataFrame(list(confirmed), columns=_SPELLING)
    fresh: pd.DataFrame | None = None
    findings: list[Finding] = []
    if mapping_path is not None:
        fresh, findings = read_mapping(mapping_path)
    parts = [part for part in (chosen, fresh, known) if part is not None and not part.empty]
    if not parts:
        return pd.DataFrame(columns=_SPELLING), findings
    merged = pd.concat(parts, ignore_index=True)[_SPELLING]
    return merged.drop_duplicates(["parent_name", "name"]), findings


def read_pairs(path: Path | None) -> tuple[pd.DataFrame | None, list[Finding]]:
    """A crosswalk from BPS to Kemendagri codes, None where none came along."""
    if path is None:
        return None, []
    file = read_crosswalk(path, table_limits())
    return file.rows, list(file.findings)
