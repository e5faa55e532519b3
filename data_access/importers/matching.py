"""Rows without codes: matched by exact name inside the named parent, never by likeness."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from data_access.importers.cells import quoted, shown
from data_access.importers.coding import code_finding, examine_cell
from data_access.importers.headers import find_header, names_of
from data_access.importers.names import normalise_name, split_prefix
from data_access.importers.region_index import (
    Region,
    RegionIndex,
    exact_matches,
    is_within,
    order_near,
    suggestions,
)
from data_access.importers.region_names import check_name
from data_access.importers.rows import UnitRow, cell, one_line, too_wide
from data_access.importers.tables import read_table_file
from geo.findings import Finding

_MAPPING_NAMES = names_of(parent_name="kecamatan_berkas", name="nama_berkas", code="kode")


@dataclass(frozen=True, slots=True)
class NewPuskesmas:
    """A puskesmas that the file names first. `code` is provisional: kecamatan + ".Pnn"."""

    name: str
    kecamatan_code: str
    code: str
    row: int


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A name of the file that a person can give its region: which there are, near ones first.

    `parent_name` is the file's kecamatan, "" where the name itself is a kecamatan's or stands
    alone; `candidates` are pairs of code and name.
    """

    parent_name: str
    name: str
    level: str
    candidates: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class MatchResult:
    """One code (or None) per row, puskesmas to be created, findings, and names left to choose."""

    codes: list[str | None] = field(default_factory=list)
    new_puskesmas: list[NewPuskesmas] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    unmatched: list[Unmatched] = field(default_factory=list)


def match_names(
    rows: Sequence[UnitRow],
    regions: pd.DataFrame | RegionIndex,
    wilayah_code: str | None,
    mapping: pd.DataFrame | None = None,
    create_puskesmas: bool = False,
    *,
    sheet: str | None = None,
    period: str | None = None,
) -> MatchResult:
    """Match rows by name within `wilayah_code`; whatever is not exact is a "galat".

    `regions`: code, name, level, kind (and valid_from, valid_until). `mapping`: parent_name,
    name, code, as a person confirmed them (parent_name "" maps the name of a kecamatan).
    `period` ("YYYY-MM") leaves out regions that were not valid then.
    """
    if wilayah_code is None:
        return MatchResult([None] * len(rows), [], [Finding("wilayah_perlu", "galat", sheet)])
    index = regions if isinstance(regions, RegionIndex) else RegionIndex(regions)
    return _Matcher(
        index,
        wilayah_code,
        mapping=mapping,
        create_puskesmas=create_puskesmas,
        sheet=sheet,
        period=period,
    ).match(rows)


class _Matcher:
    def __init__(
        self,
        index: RegionIndex,
        wilayah_code: str,
        *,
        mapping: pd.DataFrame | None,
        create_puskesmas: bool,
        sheet: str | None,
        period: str | None,
    ) -> None:
        self.index, self.wilayah_code, self.sheet = index, wilayah_code, sheet
        self.create_puskesmas, self.period = create_puskesmas, period
        self.mapping = _mapping_keys(mapping)
        self.kecamatan = self._valid(list(index.within(wilayah_code, "kecamatan")))
        self.found_kecamatan: dict[str, str | None] = {}
        self.kecamatan_faults: dict[str, Finding] = {}
        self.kecamatan_uses: Counter[str] = Counter()
        self.result = MatchResult()

    def match(self, rows: Sequence[UnitRow]) -> MatchResult:
        self.result.codes = [self._match_row(unit) for unit in rows]
        for name, fault in self.kecamatan_faults.items():
            values = {**fault.values, "jumlah": self.kecamatan_uses[name]}
            self.result.findings.append(
                Finding(fault.code, fault.severity, fault.sheet, fault.row, fault.column, values)
            )
        return self.result

    def _match_row(self, unit: UnitRow) -> str | None:
        level = unit.level or "desa"
        key = (normalise_name(unit.kecamatan or ""), normalise_name(unit.name))
        if key in self.mapping:
            return self._mapped(self.mapping[key], unit)
        if not unit.kecamatan or level in {"kecamatan", "kabupaten"}:
            # Without a named parent the whole area is searched; two of one name are ambiguous.
            return self._only(unit, self._valid(list(self.index.within(self.wilayah_code, level))))
        parent = self._kecamatan(unit)
        if parent is None:
            return None
        candidates = self._valid(self.index.children(parent, level))
        if level == "puskesmas" and not exact_matches(unit.name, candidates):
            return self._puskesmas(unit, parent, candidates)
        return self._only(unit, candidates)

    def _valid(self, regions: list[Region]) -> list[Region]:
        return [region for region in regions if is_valid(region, self.period)]

    def _mapped(self, code: str, unit: UnitRow) -> str | None:
        if code in self.index and is_within(code, self.wilayah_code):
            return code
        self._fault("pemetaan_kode_tak_dikenal", unit, kode=code)
        return None

    def _kecamatan(self, unit: UnitRow) -> str | None:
        """Find the row's kecamatan; an unknown one is reported once, with how many rows."""
        name = normalise_name(unit.kecamatan or "")
        self.kecamatan_uses[name] += 1
        if name in self.found_kecamatan:
            return self.found_kecamatan[name]
        found = exact_matches(name, self.kecamatan)
        code = self.mapping.get(("", name))
        if code is None or not is_within(code, self.wilayah_code):
            code = found[0].code if len(found) == 1 else None
        self.found_kecamatan[name] = code
        if code is None:
            self._leave_open("", one_line(unit.kecamatan), "kecamatan", found or self.kecamatan)
            problem = "kecamatan_rancu" if found else "kecamatan_tak_dikenal"
            near = ", ".join(f"{region.name} ({region.code})" for region in found)
            values = {
                "nama": quoted(unit.kecamatan),
                "dekat": near or suggestions(name, self.kecamatan) or "-",
            }
            self.kecamatan_faults[name] = Finding(
                problem, "galat", self.sheet, unit.row, "kecamatan", values
            )
        return code

    def _only(self, unit: UnitRow, candidates: list[Region]) -> str | None:
        found = exact_matches(unit.name, candidates)
        if len(found) == 1:
            return found[0].code
        level = unit.level or "desa"
        self._leave_open(unit.kecamatan or "", unit.name, level, found or candidates)
        if found:
            near = ", ".join(f"{region.kind} {region.name} ({region.code})" for region in found)
            self._fault("nama_rancu", unit, calon=near)
        else:
            self._fault("nama_tak_dikenal", unit, dekat=suggestions(unit.name, candidates) or "-")
        return None

    def _puskesmas(self, unit: UnitRow, parent: str, known: list[Region]) -> str | None:
        near = suggestions(unit.name, known)
        if near or not self.create_puskesmas:
            self._leave_open(unit.kecamatan or "", unit.name, "puskesmas", known)
        if not self.create_puskesmas:
            self._fault("puskesmas_baru", unit, dekat=near or "-")
            return None
        name = split_prefix(unit.name, "puskesmas")[0]
        planned = [new for new in self.result.new_puskesmas if new.kecamatan_code == parent]
        for new in planned:
            if split_prefix(new.name, "puskesmas")[0] == name:
                return new.code  # the same unit again: reported as a duplicate by the checks
        if near:
            self.result.findings.append(
                Finding(
                    "puskesmas_mirip",
                    "peringatan",
                    self.sheet,
                    unit.row,
                    "nama",
                    {"nama": quoted(unit.name), "dekat": near},
                )
            )
        taken = [region.code for region in self.index.children(parent, "puskesmas")]
        numbers = [int(code.rpartition(".P")[2]) for code in taken] + [
            int(new.code.rpartition(".P")[2]) for new in planned
        ]
        code = f"{parent}.P{max(numbers, default=0) + 1:02d}"
        self.result.new_puskesmas.append(NewPuskesmas(unit.name, parent, code, unit.row))
        return code

    def _leave_open(self, parent_name: str, name: str, level: str, known: list[Region]) -> None:
        ordered = tuple((region.code, region.name) for region in order_near(name, known))
        entry = Unmatched(one_line(parent_name), one_line(name), level, ordered)
        if entry not in self.result.unmatched:
            self.result.unmatched.append(entry)

    def _fault(self, code: str, unit: UnitRow, **values: object) -> None:
        values |= {"nama": quoted(unit.name), "kecamatan": quoted(unit.kecamatan) or "-"}
        self.result.findings.append(Finding(code, "galat", self.sheet, unit.row, "nama", values))


def is_valid(region: Region, period: str | None) -> bool:
    """Tell whether a region was valid in a month; without one, whether it has not ended."""
    if period is None:
        return region.valid_until is None
    started = region.valid_from is None or region.valid_from[:7] <= period
    return started and (region.valid_until is None or region.valid_until[:7] >= period)


def _mapping_keys(mapping: pd.DataFrame | None) -> dict[tuple[str, str], str]:
    if mapping is None:
        return {}
    rows = zip(mapping["parent_name"], mapping["name"], mapping["code"], strict=True)
    return {
        (normalise_name(parent or ""), normalise_name(name)): code for parent, name, code in rows
    }


def read_mapping(path: Path) -> tuple[pd.DataFrame, list[Finding]]:
    """Read a mapping confirmed by a person: kecamatan_berkas, nama_berkas, kode.

    Returns columns parent_name, name, code, one row a spelling, and findings; no rows where a
    finding is a "galat".
    """
    empty = pd.DataFrame({"parent_name": [], "name": [], "code": []}, dtype=str)
    table = read_table_file(path)
    if not table.sheets:
        return empty, list(table.findings)
    title, rows = next(iter(table.sheets.items()))
    sheet = quoted(title) or None
    header = find_header(rows, _MAPPING_NAMES)
    if header is None or not header.has("name", "code"):
        return empty, [Finding("pemetaan_kolom_kurang", "galat", sheet)]
    findings: list[Finding] = list(table.findings)
    seen: dict[tuple[str, str], tuple[str, str, str]] = {}
    for number, cells in enumerate(rows[header.index + 1 :], start=header.index + 2):
        if not any(shown(text) for text in cells):
            continue
        parent = one_line(cell(cells, header.columns.get("parent_name")))
        name, code = (cell(cells, header.columns[key]) for key in ("name", "code"))
        reading = examine_cell(code)
        faults = too_wide(cells, header.cells, sheet, number)
        faults += code_finding(reading, code, sheet, number)
        faults += check_name(one_line(name), sheet, number)
        faults += check_name(parent, sheet, number)
        key = (normalise_name(parent), normalise_name(one_line(name)))
        if reading.code and seen.get(key, ("", "", reading.code))[2] != reading.code:
            faults.append(
                Finding(
                    "pemetaan_ganda",
                    "galat",
                    sheet,
                    number,
                    "nama_berkas",
                    {"nama": quoted(name)},
                )
            )
        findings += faults
        if reading.code:
            seen[key] = (parent, one_line(name), reading.code)
    if any(finding.severity == "galat" for finding in findings):
        return empty, findings
    return pd.DataFrame(list(seen.values()), columns=["parent_name", "name", "code"]), findings
