"""Reads a file of measured children: layout, regions, checks. Nothing is written here."""

from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from data_access.importers.cells import quoted
from data_access.importers.coding import resolve_codes
from data_access.importers.layout_memory import HandLayout
from data_access.importers.layouts import Recognised, recognise
from data_access.importers.limits import TableLimits
from data_access.importers.matching import NewPuskesmas, Unmatched, match_names
from data_access.importers.names import bare_letters
from data_access.importers.pengukuran_checks import (
    Thresholds,
    check_area,
    check_breaks,
    check_shares,
    check_units,
    count_blanks,
    shorten,
)
from data_access.importers.pengukuran_jabar import parse_jabar
from data_access.importers.pengukuran_polos import parse_plain
from data_access.importers.pengukuran_rekap import parse_rekap
from data_access.importers.region_index import RegionIndex
from data_access.importers.region_names import check_unit_names
from data_access.importers.rows import CLASSES, COUNTS, Parsed, UnitRow, complete_counts
from data_access.importers.tables import DEFAULT_LIMITS, TableFile, read_table_file
from geo.codes import level_of
from geo.findings import Finding, has_errors

COUNT_COLUMNS = tuple(f"{name}_jiwa" for name in COUNTS)


@dataclass(slots=True)
class PengukuranFile:
    """What a measurement file holds.

    rows: unit_code, name, row and the counts (`COUNT_COLUMNS`, children, NaN where unknown), one
    row a unit; empty when a finding is a "galat". grain: the level of the units. totals: sums of
    the counts as read, None where no row knows one, even when there are errors. missing_units:
    units that the file lists without any count. source_date: as the file states it. unmatched:
    names that a person can give their region.
    """

    layout: str | None = None
    sheet: str | None = None
    rows: pd.DataFrame = field(default_factory=lambda: _frame([]))
    grain: str | None = None
    new_puskesmas: list[NewPuskesmas] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    totals: dict[str, int | None] = field(default_factory=dict)
    missing_units: int = 0
    source_date: str | None = None
    unmatched: list[Unmatched] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the caller asked for, beside the file itself."""

    wilayah_code: str | None
    crosswalk: pd.DataFrame | None
    mapping: pd.DataFrame | None
    create_puskesmas: bool
    previous: pd.DataFrame | None
    period: str | None
    thresholds: Thresholds


def read_pengukuran(
    path: Path,
    *,
    regions: pd.DataFrame,
    wilayah_code: str | None = None,
    crosswalk: pd.DataFrame | None = None,
    mapping: pd.DataFrame | None = None,
    create_puskesmas: bool = False,
    previous: pd.DataFrame | None = None,
    period: str | None = None,
    thresholds: Thresholds | None = None,
    limits: TableLimits = DEFAULT_LIMITS,
    table: TableFile | None = None,
    layout: HandLayout | None = None,
) -> PengukuranFile:
    """Read and check a whole file: every fault is a finding with sheet, row and column.

    `regions`: code, name, level, kind (valid_from, valid_until). `crosswalk`: bps_code,
    kemendagri_code. `mapping`: parent_name, name, code. `previous`: unit_code, stunting_jiwa,
    diukur_jiwa. `period` "YYYY-MM" picks the month (or year) of files that hold several. `table`:
    the file as `read_table_file` gave it, where it was read before. `layout`: its columns as a
    person said them.
    """
    table = table or read_table_file(path, limits)
    found, findings = recognise(table) if layout is None else (_said(layout), [])
    result = PengukuranFile(findings=[*table.findings, *findings])
    if found is None:
        return result
    parsed = _parse(table, found, period, layout)
    result.layout, result.sheet = found.layout, quoted(found.sheet) or None
    result.source_date = parsed.source_date
    result.findings += parsed.findings
    asked = _Asked(
        wilayah_code,
        crosswalk,
        mapping,
        create_puskesmas,
        previous,
        period,
        thresholds or Thresholds(),
    )
    _resolve(result, parsed, RegionIndex(regions), asked)
    result.findings = shorten(result.findings)
    if has_errors(result.findings):
        result.rows = _frame([])
    return result


def _said(layout: HandLayout) -> Recognised:
    return Recognised("polos", layout.sheet)


def _parse(
    table: TableFile, found: Recognised, period: str | None, layout: HandLayout | None
) -> Parsed:
    sheet = quoted(found.sheet) or None
    rows = table.sheets[found.sheet]
    if found.layout == "eppgbm_nama":
        return _from_counted(table, found.sheet, period)
    if found.layout == "jabar":
        return parse_jabar(rows, sheet, period[:4] if period else None)
    if found.layout == "polos":
        header = layout.header(rows[layout.header_index]) if layout else None
        return parse_plain(rows, sheet, header)
    parsed = parse_rekap(rows, sheet)
    if period and parsed.stated_period and parsed.stated_period != period:
        values = {"tertulis": parsed.stated_period, "diminta": period}
        parsed.findings.append(Finding("periode_beda", "peringatan", sheet, values=values))
    return parsed


def _from_counted(table: TableFile, name: str, period: str | None) -> Parsed:
    """Take the counts of one month that the child process made of a list by name."""
    counted = table.counted[name]
    sheet = quoted(name) or None
    parsed = Parsed(findings=[Finding(**finding) for finding in counted["findings"]])
    months = sorted({unit["month"] for unit in counted["units"]})
    if period is None and len(months) > 1:
        parsed.findings.append(
            Finding("bulan_ganda", "galat", sheet, values={"bulan": ", ".join(months)})
        )
        return parsed
    others = 0
    for unit in counted["units"]:
        counts = {name: int(unit[name]) for name in (*CLASSES, "outlier")}
        if period is not None and unit["month"] != period:
            others += sum(counts.values())
            continue
        row = UnitRow(
            unit["row"],
            unit["desa"],
            "desa",
            kecamatan=unit["kecamatan"],
            kabupaten=unit["kabupaten"] or None,
            counts=dict(counts),
        )
        complete_counts(row.counts, sheet, row.row)
        parsed.rows.append(row)
    if others:
        parsed.findings.append(
            Finding(
                "anak_bulan_lain", "catatan", sheet, values={"jumlah": others, "periode": period}
            )
        )
    return parsed


def _resolve(result: PengukuranFile, parsed: Parsed, index: RegionIndex, asked: _Asked) -> None:
    """Give the rows their regions and hold them against everything known."""
    sheet, area = result.sheet, asked.wilayah_code
    result.totals = _totals(parsed.rows)
    if not parsed.rows and not has_errors(result.findings):
        result.findings.append(Finding("tanpa_baris", "galat", sheet))
    elif parsed.rows and all(unit.is_empty for unit in parsed.rows):
        # A template sent back unfilled would take the place of the figures that stand.
        result.findings.append(Finding("tanpa_angka", "galat", sheet))
    unsafe = check_unit_names(parsed.rows, sheet)
    refused = {finding.row for finding in unsafe}
    rows = [unit for unit in parsed.rows if unit.row not in refused]
    result.findings += unsafe + _check_wilayah(rows, index, area, sheet)
    if any(unit.code is not None or unit.bps_code is not None for unit in rows):
        codes, faults = resolve_codes(rows, index, area, asked.crosswalk, sheet)
    else:
        matched = match_names(
            rows,
            index,
            area,
            asked.mapping,
            asked.create_puskesmas,
            sheet=sheet,
            period=asked.period,
        )
        codes, faults = matched.codes, matched.findings
        result.new_puskesmas = matched.new_puskesmas
        result.unmatched = matched.unmatched
    listed = [(code, unit) for code, unit in zip(codes, rows, strict=True) if code is not None]
    for code, unit in listed:  # a report of a file of bare codes names its places all the same
        region = index.get(code)
        unit.name = unit.name or (region.name if region else "")
    coded = [(code, unit) for code, unit in listed if not unit.is_empty]
    result.missing_units = sum(unit.is_empty for unit in rows)
    result.grain = level_of(listed[0][0]) if listed else None
    result.rows = _frame(coded)
    result.findings += faults + check_units(listed, index, sheet, asked.period)
    result.findings += check_shares(coded, asked.thresholds, sheet)
    result.findings += check_breaks(coded, asked.previous, asked.thresholds, sheet)
    result.findings += count_blanks(rows, sheet)
    if result.grain is not None:
        result.findings += check_area(
            (code for code, _ in listed),
            result.grain,
            index,
            wilayah_code=area,
            new=result.new_puskesmas,
            period=asked.period,
            sheet=sheet,
        )


def _check_wilayah(
    rows: list[UnitRow], index: RegionIndex, wilayah_code: str | None, sheet: str | None
) -> list[Finding]:
    """Hold the area chosen, and the kabupaten that the file names, against the known regions."""
    if wilayah_code is None:
        return []
    if wilayah_code not in index:
        return [Finding("wilayah_tak_dikenal", "galat", values={"kode": wilayah_code})]
    kabupaten = index.get(wilayah_code[:5])
    named = {bare_letters(unit.kabupaten, "kabupaten"): unit for unit in rows if unit.kabupaten}
    if kabupaten is None or len(wilayah_code) < 5 or kabupaten.code in kabupaten.name:
        # A kabupaten called by its code has no name yet that could be held against the file.
        return []
    return [
        Finding(
            "kabupaten_beda", "galat", sheet, unit.row, "kabupaten", {"wilayah": kabupaten.name}
        )
        for name, unit in named.items()
        if name != bare_letters(kabupaten.name, "kabupaten")
    ]


def _totals(rows: list[UnitRow]) -> dict[str, int | None]:
    totals: dict[str, int | None] = {"unit": len(rows)}
    for name in COUNTS:
        known = [count for unit in rows if (count := unit.counts.get(name)) is not None]
        totals[f"{name}_jiwa"] = sum(known) if known else None
    return totals


def _frame(coded: list[tuple[str, UnitRow]]) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "unit_code": [code for code, _ in coded],
            "name": [unit.name for _, unit in coded],
            "row": [unit.row for _, unit in coded],
            **{f"{name}_jiwa": [unit.counts.get(name) for _, unit in coded] for name in COUNTS},
        }
    )
    return frame.astype(dict.fromkeys(COUNT_COLUMNS, float) | {"row": int})
