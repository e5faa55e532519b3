"""Rows with codes: each code read, found among the known regions, and held against the name."""

from collections.abc import Sequence

import pandas as pd

from data_access.importers.cells import is_date, is_fraction, quoted, shown
from data_access.importers.names import bare_letters
from data_access.importers.region_index import RegionIndex, is_within, suggestions
from data_access.importers.rows import UnitRow
from geo.codes import CodeReading, examine_code, level_of, parent_of, read_code
from geo.findings import Finding


def examine_cell(text: str | None) -> CodeReading:
    """Read a code cell. The number 62.1 of a workbook can only have been 62.10; text cannot."""
    if is_date(text):
        return CodeReading(None, "kode_terbaca_tanggal")
    plain = shown(text)
    if is_fraction(text) and len(plain.partition(".")[2]) == 1:
        return CodeReading(read_code(plain + "0"), None, repaired=True)
    reading = examine_code(plain)
    bare = read_code(plain, undotted=True)
    if reading.code is None and bare is not None:
        return CodeReading(None, "kode_tanpa_titik", False, (bare,))
    return reading


def code_finding(
    reading: CodeReading, text: str | None, sheet: str | None, row: int, column: str = "kode"
) -> list[Finding]:
    """Report what is wrong with a code cell, or that it was put right."""
    values = {"isi": quoted(text), "calon": ", ".join(reading.candidates) or "-"}
    if reading.problem is not None or reading.code is None:
        return [Finding(reading.problem or "kode_rusak", "galat", sheet, row, column, values)]
    if reading.repaired and reading.code != shown(text):
        return [
            Finding(
                "kode_diperbaiki",
                "peringatan",
                sheet,
                row,
                column,
                {"isi": quoted(text), "kode": reading.code},
            )
        ]
    return []


def resolve_codes(
    rows: Sequence[UnitRow],
    index: RegionIndex,
    wilayah_code: str | None,
    crosswalk: pd.DataFrame | None,
    sheet: str | None,
) -> tuple[list[str | None], list[Finding]]:
    """Give the known region's code of every row, None with a finding where there is none.

    `crosswalk` has columns bps_code and kemendagri_code; without it BPS codes are refused.
    """
    findings: list[Finding] = []
    pairs = _pairs(crosswalk)
    codes: list[str | None] = []
    if pairs is None and any(unit.bps_code and not unit.code for unit in rows):
        findings.append(Finding("kode_bps_tanpa_padanan", "galat", sheet, None, "kode_bps"))
        return [None] * len(rows), findings
    for unit in rows:
        code, faults = _read(unit, pairs or {}, sheet)
        if code is not None:
            faults = faults + _place(code, unit, index, wilayah_code, sheet)
        findings += faults
        codes.append(code if code is not None and code in index else None)
    return codes, findings


def _pairs(crosswalk: pd.DataFrame | None) -> dict[str, list[str]] | None:
    if crosswalk is None:
        return None
    pairs: dict[str, list[str]] = {}
    for bps, code in zip(crosswalk["bps_code"], crosswalk["kemendagri_code"], strict=True):
        if code not in pairs.setdefault(bps, []):
            pairs[bps].append(code)
    return pairs


def _read(
    unit: UnitRow, pairs: dict[str, list[str]], sheet: str | None
) -> tuple[str | None, list[Finding]]:
    if unit.code is not None or unit.bps_code is None:
        reading = examine_cell(unit.code)
        return reading.code, code_finding(reading, unit.code, sheet, unit.row)
    found = pairs.get(shown(unit.bps_code), [])
    if len(found) == 1:
        return found[0], []
    problem = "kode_bps_rancu" if found else "kode_bps_tak_berpadanan"
    values = {
        "isi": quoted(unit.bps_code),
        "calon": ", ".join(found) or "-",
        "nama": quoted(unit.name),
    }
    return None, [Finding(problem, "galat", sheet, unit.row, "kode_bps", values)]


def _place(
    code: str, unit: UnitRow, index: RegionIndex, wilayah_code: str | None, sheet: str | None
) -> list[Finding]:
    """Hold a code against the known regions, the chosen area and the name beside it."""
    if not is_within(code, wilayah_code):
        values: dict[str, object] = {
            "kode": code,
            "nama": quoted(unit.name),
            "wilayah": wilayah_code,
        }
        return [Finding("di_luar_wilayah", "galat", sheet, unit.row, "kode", values)]
    region = index.get(code)
    if region is None:
        siblings = index.children(parent_of(code) or "", level_of(code))
        values = {
            "kode": code,
            "nama": quoted(unit.name),
            "dekat": suggestions(unit.name, siblings) or "-",
        }
        return [Finding("kode_tak_dikenal", "galat", sheet, unit.row, "kode", values)]
    if unit.name and bare_letters(unit.name, region.level) != bare_letters(
        region.name, region.level
    ):
        values = {"kode": code, "nama": quoted(unit.name), "nama_resmi": region.name}
        return [Finding("nama_beda", "peringatan", sheet, unit.row, "nama", values)]
    return []
