"""Checks of rows that have their region: what stands twice, is too high, too few, or breaks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from data_access.importers.cells import quoted
from data_access.importers.matching import NewPuskesmas, is_valid
from data_access.importers.region_index import RegionIndex
from data_access.importers.rows import UnitRow
from geo.codes import level_of
from geo.findings import Finding

_EXAMPLES = 5

Coded = Sequence[tuple[str, UnitRow]]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where a figure is remarked upon; None leaves the check out. Values are reference data.

    small_denominator: fewer measured children than this (children). break_factor: times more or
    fewer than the period before. break_least: and differing by at least so many children.
    """

    small_denominator: int | None = None
    break_factor: float | None = None
    break_least: int = 0


def check_units(
    coded: Coded, index: RegionIndex, sheet: str | None, period: str | None
) -> list[Finding]:
    """Report units that stand twice, mixed levels, and units outside their validity."""
    findings: list[Finding] = []
    first_rows: dict[str, int] = {}
    for code, unit in coded:
        if code in first_rows:
            values: dict[str, object] = {
                "kode": code,
                "nama": quoted(unit.name),
                "baris": first_rows[code],
            }
            findings.append(Finding("unit_ganda", "galat", sheet, unit.row, None, values))
        first_rows.setdefault(code, unit.row)
        region = index.get(code)
        if region is not None and period is not None and not is_valid(region, period):
            values = {
                "kode": code,
                "nama": region.name,
                "periode": period,
                "sejak": region.valid_from or "-",
                "sampai": region.valid_until or "-",
            }
            findings.append(
                Finding("di_luar_masa_berlaku", "peringatan", sheet, unit.row, None, values)
            )
    levels: dict[str, int] = {}
    for code, unit in coded:
        levels.setdefault(level_of(code), unit.row)
    if len(levels) > 1:
        parts = ", ".join(f"{level} ({row})" for level, row in levels.items())
        findings.append(
            Finding(
                "tingkat_campur", "galat", sheet, max(levels.values()), None, {"tingkat": parts}
            )
        )
    return findings


def check_shares(coded: Coded, thresholds: Thresholds, sheet: str | None) -> list[Finding]:
    """Report more measured than targeted (kept, never clipped) and tiny denominators."""
    findings = []
    for code, unit in coded:
        measured, target = unit.counts.get("diukur"), unit.counts.get("sasaran")
        named = {"kode": code, "nama": quoted(unit.name), "diukur": measured}
        if measured is not None and target is not None and measured > target:
            findings.append(
                Finding(
                    "diukur_lebih_dari_sasaran",
                    "peringatan",
                    sheet,
                    unit.row,
                    None,
                    {**named, "sasaran": target},
                )
            )
        least = thresholds.small_denominator
        if measured is not None and least is not None and measured < least:
            findings.append(
                Finding(
                    "penyebut_kecil", "catatan", sheet, unit.row, None, {**named, "batas": least}
                )
            )
    return findings


def check_breaks(
    coded: Coded, previous: pd.DataFrame | None, thresholds: Thresholds, sheet: str | None
) -> list[Finding]:
    """Report counts many times those of the period before (unit_code, stunting_jiwa, diukur_jiwa).

    A zero on one side counts as 1, so that 0 -> 50 is a break as well.
    """
    if previous is None or thresholds.break_factor is None:
        return []
    before = previous.set_index("unit_code")
    findings = []
    for code, unit in coded:
        if code not in before.index:
            continue
        for name in ("stunting", "diukur"):
            now, then = unit.counts.get(name), before.at[code, f"{name}_jiwa"]
            if now is None or pd.isna(then) or abs(now - then) < thresholds.break_least:
                continue
            if max(now, then) >= thresholds.break_factor * max(1, min(now, then)):
                values = {
                    "kode": code,
                    "nama": quoted(unit.name),
                    "ukuran": name,
                    "sebelum": int(then),
                    "sekarang": now,
                }
                findings.append(Finding("deret_putus", "peringatan", sheet, unit.row, None, values))
    return findings


def check_area(
    codes: Iterable[str],
    grain: str,
    index: RegionIndex,
    *,
    wilayah_code: str | None,
    new: Sequence[NewPuskesmas],
    period: str | None,
    sheet: str | None,
) -> list[Finding]:
    """Count the units of the area that the file does not list (the kabupaten of its rows,
    when no area is given)."""
    listed = set(codes) | {puskesmas.code for puskesmas in new}
    scopes = {wilayah_code} if wilayah_code else {code[:5] for code in listed if len(code) >= 5}
    absent = [
        region
        for scope in sorted(scopes)
        for region in index.within(scope, grain)
        if region.code not in listed and is_valid(region, period)
    ]
    if not absent:
        return []
    names = ", ".join(f"{region.name} ({region.code})" for region in absent[:_EXAMPLES])
    return [
        Finding(
            "unit_tidak_tercantum",
            "catatan",
            sheet,
            None,
            None,
            {"jumlah": len(absent), "tingkat": grain, "contoh": names},
        )
    ]


def count_blanks(rows: Sequence[UnitRow], sheet: str | None) -> list[Finding]:
    """Count rows that say nothing ("-") and single blank cells in the others."""
    empty = [unit for unit in rows if unit.is_empty]
    # "stunting" and "diukur" are computed where the file lacks them; a source of counts only
    # has no number measured at all, which is no blank cell.
    blanks = sum(
        value is None
        for unit in rows
        if not unit.is_empty
        for name, value in unit.counts.items()
        if name not in {"stunting", "diukur"}
    )
    findings = []
    if empty:
        numbers = ", ".join(str(unit.row) for unit in empty[:_EXAMPLES])
        findings.append(
            Finding(
                "unit_tanpa_data",
                "catatan",
                sheet,
                empty[0].row,
                None,
                {"jumlah": len(empty), "baris": numbers},
            )
        )
    if blanks:
        findings.append(Finding("sel_kosong", "catatan", sheet, values={"jumlah": blanks}))
    return findings


def shorten(findings: Sequence[Finding], most: int = 200) -> list[Finding]:
    """Keep at most so many findings of one code; the rest are counted in one more."""
    kept: list[Finding] = []
    seen: dict[str, int] = {}
    for finding in findings:
        seen[finding.code] = seen.get(finding.code, 0) + 1
        if seen[finding.code] <= most:
            kept.append(finding)
    severities = {finding.code: finding.severity for finding in reversed(kept)}
    kept += [
        Finding("temuan_lain", severities[code], values={"kode": code, "jumlah": n - most})
        for code, n in seen.items()
        if n > most
    ]
    return kept
