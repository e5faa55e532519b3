"""Plain lists of regions without boundaries, and crosswalks from BPS to Kemendagri codes."""

from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from data_access.importers.cells import column_label, quoted, shown
from data_access.importers.coding import code_finding, examine_cell
from data_access.importers.headers import Header, find_header, names_of, repeated_columns
from data_access.importers.limits import TableLimits
from data_access.importers.pengukuran_checks import shorten
from data_access.importers.region_names import check_name
from data_access.importers.rows import Cells, cell, is_nameless, list_headers, one_line, too_wide
from data_access.importers.tables import DEFAULT_LIMITS, read_table_file
from geo.codes import kind_of, level_of, parent_of
from geo.findings import Finding, has_errors

_REGION_NAMES = names_of(
    code="kode kode_wilayah kode_kemendagri kemendagri_code",
    name="nama nama_wilayah",
    level="tingkat",
    parent_code="kode_induk induk",
)
_CROSSWALK_NAMES = names_of(
    bps_code="kode_bps bps iddesa id_desa",
    kemendagri_code="kode_kemendagri kemendagri kode code",
)
_LEVEL_WORDS = {
    "provinsi": "provinsi",
    "kabupaten": "kabupaten",
    "kota": "kabupaten",
    "kabupaten/kota": "kabupaten",
    "kab/kota": "kabupaten",
    "kecamatan": "kecamatan",
    "desa": "desa",
    "kelurahan": "desa",
    "desa/kelurahan": "desa",
    "desa adat": "desa",
}
_BPS_LENGTHS = (2, 4, 7, 10)
_EXAMPLES = 5
REGION_COLUMNS = ("code", "name", "level", "kind", "parent_code", "row")


@dataclass(slots=True)
class RegionsFile:
    """rows: code, name, level, kind, parent_code ("ID" above a provinsi), row; one row a region,
    empty when a finding is a "galat"."""

    rows: pd.DataFrame = field(
        default_factory=lambda: pd.DataFrame(columns=list(REGION_COLUMNS), dtype=str)
    )
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class CrosswalkFile:
    """rows: bps_code, kemendagri_code; one row a pair, empty when a finding is a "galat"."""

    rows: pd.DataFrame = field(
        default_factory=lambda: pd.DataFrame(columns=["bps_code", "kemendagri_code"], dtype=str)
    )
    findings: list[Finding] = field(default_factory=list)


def read_regions_list(path: Path, limits: TableLimits = DEFAULT_LIMITS) -> RegionsFile:
    """Read a list with columns code/kode and name/nama (level, parent_code), csv or xlsx.

    Level, kind and parent follow from the code; a stated level or parent that says otherwise is
    a "galat", and so are damaged codes, repeated ones and unsafe names, each with its row.
    """
    sheet, rows, header, findings = _open(
        path, limits, _REGION_NAMES, ("code", "name"), "daftar_kolom_kurang"
    )
    if header is None:
        return RegionsFile(findings=findings)
    first_rows: dict[str, int] = {}
    records: list[tuple[str, str, str, str, str, int]] = []
    for number, cells in enumerate(rows[header.index + 1 :], start=header.index + 2):
        if not any(shown(text) for text in cells):
            continue
        text, name = cell(cells, header.columns["code"]), cell(cells, header.columns["name"])
        reading = examine_cell(text)
        findings += code_finding(reading, text, sheet, number)
        findings += too_wide(cells, header.cells, sheet, number)
        findings += _check_region_name(one_line(name), sheet, number)
        code = reading.code
        if code is None:
            continue
        if code in first_rows:
            findings.append(
                Finding(
                    "kode_ganda",
                    "galat",
                    sheet,
                    number,
                    "kode",
                    {"kode": code, "baris": first_rows[code]},
                )
            )
            continue
        first_rows[code] = number
        findings += _check_place(code, cells, header, sheet, number)
        records.append(
            (code, one_line(name), level_of(code), kind_of(code), parent_of(code) or "ID", number)
        )
    findings += _check_parents(records, first_rows, sheet)
    if not records and not has_errors(findings):
        findings.append(Finding("tanpa_baris", "galat", sheet))
    result = RegionsFile(findings=shorten(findings))
    if not has_errors(findings):
        result.rows = pd.DataFrame(records, columns=list(REGION_COLUMNS))
    return result


def read_crosswalk(path: Path, limits: TableLimits = DEFAULT_LIMITS) -> CrosswalkFile:
    """Read a crosswalk with columns bps_code/kode_bps and kemendagri_code/kode.

    A BPS code with two different Kemendagri codes is a "galat"; rows without a partner are
    counted; two BPS codes of one region are a "peringatan".
    """
    sheet, rows, header, findings = _open(
        path, limits, _CROSSWALK_NAMES, ("bps_code", "kemendagri_code"), "padanan_kolom_kurang"
    )
    if header is None:
        return CrosswalkFile(findings=findings)
    pairs: dict[str, str] = {}
    alone = 0
    for number, cells in enumerate(rows[header.index + 1 :], start=header.index + 2):
        if not any(shown(text) for text in cells):
            continue
        bps = shown(cell(cells, header.columns["bps_code"]))
        text = cell(cells, header.columns["kemendagri_code"])
        findings += too_wide(cells, header.cells, sheet, number)
        if shown(text) in {"", "-"} or bps in {"", "-"}:
            alone += 1
            continue
        if not (bps.isascii() and bps.isdigit() and len(bps) in _BPS_LENGTHS):
            findings.append(
                Finding("kode_bps_rusak", "galat", sheet, number, "kode_bps", {"isi": quoted(bps)})
            )
            continue
        reading = examine_cell(text)
        findings += code_finding(reading, text, sheet, number, "kemendagri_code")
        if reading.code is not None and pairs.setdefault(bps, reading.code) != reading.code:
            findings.append(
                Finding(
                    "padanan_ganda",
                    "galat",
                    sheet,
                    number,
                    "kode_bps",
                    {"kode": bps, "calon": f"{pairs[bps]}, {reading.code}"},
                )
            )
    if alone:
        findings.append(Finding("padanan_kosong", "catatan", sheet, values={"jumlah": alone}))
    shared = len(pairs) - len(set(pairs.values()))
    if shared:
        findings.append(Finding("padanan_berbagi", "peringatan", sheet, values={"jumlah": shared}))
    result = CrosswalkFile(findings=shorten(findings))
    if not has_errors(findings):
        result.rows = pd.DataFrame(list(pairs.items()), columns=["bps_code", "kemendagri_code"])
    return result


def _open(
    path: Path,
    limits: TableLimits,
    names: dict[str, frozenset[str]],
    needed: tuple[str, ...],
    problem: str,
) -> tuple[str | None, list[list[str | None]], Header | None, list[Finding]]:
    """Read the first sheet that has the needed columns."""
    table = read_table_file(path, limits)
    findings = list(table.findings)
    for sheet, rows in table.sheets.items():
        header = find_header(rows, names)
        if header is not None and header.has(*needed):
            findings += repeated_columns(header, quoted(sheet) or None)
            return quoted(sheet) or None, rows, header, findings
    if table.sheets:
        first = next((rows[0] for rows in table.sheets.values() if rows), [])
        findings.append(Finding(problem, "galat", values={"kepala": list_headers(first) or "-"}))
    return None, [], None, findings


def _check_region_name(name: str, sheet: str | None, number: int) -> list[Finding]:
    if is_nameless(name):
        return [Finding("nama_kosong", "galat", sheet, number, "nama")]
    return check_name(name, sheet, number, "nama")


def _check_place(
    code: str, cells: Cells, header: Header, sheet: str | None, number: int
) -> list[Finding]:
    findings = []
    stated_level = shown(cell(cells, header.columns.get("level"))).casefold()
    if stated_level and _LEVEL_WORDS.get(stated_level, stated_level) != level_of(code):
        findings.append(
            Finding(
                "tingkat_beda",
                "galat",
                sheet,
                number,
                column_label(header.columns["level"], "level"),
                {"kode": code, "isi": quoted(stated_level), "tingkat": level_of(code)},
            )
        )
    stated_parent = shown(cell(cells, header.columns.get("parent_code")))
    if stated_parent and stated_parent not in {parent_of(code), "-", "0"}:
        findings.append(
            Finding(
                "induk_beda",
                "galat",
                sheet,
                number,
                column_label(header.columns["parent_code"], "parent_code"),
                {"kode": code, "isi": quoted(stated_parent)},
            )
        )
    return findings


def _check_parents(
    records: list[tuple[str, str, str, str, str, int]], known: dict[str, int], sheet: str | None
) -> list[Finding]:
    """Count parents that the list does not hold: they must be known from elsewhere."""
    absent = sorted({record[4] for record in records} - set(known) - {"ID"})
    if not absent:
        return []
    return [
        Finding(
            "induk_tidak_ada",
            "catatan",
            sheet,
            values={"jumlah": len(absent), "contoh": ", ".join(absent[:_EXAMPLES])},
        )
    ]
