"""Reads a list of sub kegiatan about stunting: the national one with its tags, or a plain list."""

from dataclasses import dataclass, field
from pathlib import Path

from data_access.importers.cells import column_label, quoted
from data_access.importers.headers import Header, find_header, names_of, repeated_columns
from data_access.importers.limits import TableLimits
from data_access.importers.pengukuran_checks import shorten
from data_access.importers.region_names import check_name
from data_access.importers.rows import Cells, cell, list_headers
from data_access.importers.sipd_cells import clean
from data_access.importers.sipd_codes import read_subkegiatan, split_code
from data_access.importers.tables import DEFAULT_LIMITS, Rows, read_table_file
from geo.findings import Finding, has_errors

_NAMES = names_of(
    kode="kode_subkegiatan kode_sub_kegiatan",
    nama="subkegiatan sub_kegiatan nama_subkegiatan nama_sub_kegiatan",
    tingkat="jenis_pemda level",
    tanda="tag tags tagging tematik",
)
_LEVELS = {
    "prov": "provinsi",
    "provinsi": "provinsi",
    "kabkot": "kabupaten",
    "kab/kota": "kabupaten",
    "kabupaten": "kabupaten",
    "kabupaten/kota": "kabupaten",
    "kota": "kabupaten",
}
_LEVEL_OF_PART = {"1": "provinsi", "2": "kabupaten"}
_TAG = "STUNTING"
_LONGEST_NAME = 600


@dataclass(frozen=True, slots=True)
class ThematicRow:
    """One sub kegiatan of a list; `level` is provinsi or kabupaten."""

    level: str
    code: str
    name: str
    row: int


@dataclass(slots=True)
class ThematicList:
    """rows: none when a finding is a "galat"."""

    rows: list[ThematicRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read_thematic_file(path: Path, limits: TableLimits = DEFAULT_LIMITS) -> ThematicList:
    """Read code, name and level of the sub kegiatan that a list marks as about stunting.

    Where there is a column TAG, only rows whose tags hold STUNTING count. The level comes from its
    column, or from the fourth part of the code (1 province, 2 kabupaten/kota).
    """
    table = read_table_file(path, limits)
    findings = list(table.findings)
    for name, rows in table.sheets.items():
        header = find_header(rows, _NAMES)
        if header is not None and header.has("nama"):
            sheet = quoted(name) or None
            reading = _Reading(header, sheet)
            reading.findings = [*findings, *repeated_columns(header, sheet)]
            return reading.read(rows)
    if not has_errors(findings):
        first = next((rows[0] for rows in table.sheets.values() if rows), [])
        values = {"kepala": list_headers(first) or "-"}
        findings.append(Finding("tematik_kolom_kurang", "galat", values=values))
    return ThematicList(findings=findings)


class _Reading:
    def __init__(self, header: Header, sheet: str | None) -> None:
        self.findings: list[Finding] = []
        self._header = header
        self._sheet = sheet
        self._seen: dict[tuple[str, str], int] = {}
        self._untagged = 0

    def read(self, rows: Rows) -> ThematicList:
        start = self._header.index + 1
        found = [
            row
            for number, cells in enumerate(rows[start:], start=start + 1)
            if any(cells) and (row := self._read_row(cells, number)) is not None
        ]
        if self._untagged:
            values = {"jumlah": self._untagged}
            self.findings.append(
                Finding("tematik_tanpa_tanda", "catatan", self._sheet, values=values)
            )
        if not found and not has_errors(self.findings):
            self.findings.append(Finding("tematik_kosong", "galat", self._sheet))
        findings = shorten(self.findings)
        return ThematicList([] if has_errors(findings) else found, findings)

    def _read_row(self, cells: Cells, number: int) -> ThematicRow | None:
        columns = self._header.columns
        if "tanda" in columns and _TAG not in clean(cell(cells, columns["tanda"])).upper():
            self._untagged += 1
            return None
        text = cell(cells, columns["nama"])
        written = cell(cells, columns.get("kode")) or split_code(text)[0]
        reading = read_subkegiatan(written, ending=None)
        if reading.code is None or reading.code.startswith("X"):
            self._report("tematik_kode", number, "kode", isi=quoted(written) or "-")
            return None
        level = self._read_level(cells, number, reading.code)
        name = split_code(text)[1]
        self.findings += check_name(name, self._sheet, number, "nama", longest=_LONGEST_NAME)
        if not name:
            self._report("tematik_tanpa_nama", number, "nama")
        first = self._seen.setdefault((level, reading.code), number)
        if first != number:
            values = {"kode": reading.code, "tingkat": level, "baris": first}
            self._report("tematik_ganda", number, "kode", **values)
        return ThematicRow(level, reading.code, name, number)

    def _read_level(self, cells: Cells, number: int, code: str) -> str:
        by_code = _LEVEL_OF_PART.get(code.split(".")[3], "")
        written = clean(cell(cells, self._header.columns.get("tingkat")))
        level = _LEVELS.get(written.casefold(), "") if written else by_code
        if not level:
            self._report("tematik_tingkat", number, "tingkat", isi=quoted(written) or "-")
        elif by_code and level != by_code:
            values = {"tertulis": level, "kode": code, "menurut_kode": by_code}
            self._report("tematik_tingkat_beda", number, "tingkat", **values)
        return level

    def _report(self, code: str, row: int, column: str, **values: object) -> None:
        place = self._header.columns.get(column)
        label = column if place is None else column_label(place, self._header.cells[place])
        self.findings.append(Finding(code, "galat", self._sheet, row, label, values))
