"""Reads the official list of accounts of spending: code, level, name."""

from dataclasses import dataclass, field
from pathlib import Path

from data_access.importers.cells import column_label, quoted, shown
from data_access.importers.headers import Header, find_header, names_of, repeated_columns
from data_access.importers.limits import TableLimits
from data_access.importers.pengukuran_checks import shorten
from data_access.importers.region_names import check_name
from data_access.importers.rows import Cells, cell, list_headers
from data_access.importers.sipd_cells import clean
from data_access.importers.sipd_codes import pad_account_parts
from data_access.importers.tables import DEFAULT_LIMITS, Rows, read_table_file
from geo.findings import Finding, has_errors

_NAMES = names_of(
    kode="kode_rekening kode_akun",
    nama="uraian nama_rekening nama_akun uraian_rekening uraian_akun",
    tingkat="level",
)
_SPENDING = "5"
_LONGEST_NAME = 600


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account of spending; `level` 1 to 6 is the number of parts of its code."""

    code: str
    level: int
    name: str
    row: int


@dataclass(slots=True)
class AccountList:
    """rows: none when a finding is a "galat"."""

    rows: list[AccountRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read_account_file(path: Path, limits: TableLimits = DEFAULT_LIMITS) -> AccountList:
    """Read code and name of the accounts of spending (5...); others of a whole chart are left out.

    A stated level that the code does not have is a "galat".
    """
    table = read_table_file(path, limits)
    findings = list(table.findings)
    for name, rows in table.sheets.items():
        header = find_header(rows, _NAMES)
        if header is not None and header.has("kode", "nama"):
            sheet = quoted(name) or None
            reading = _Reading(header, sheet)
            reading.findings = [*findings, *repeated_columns(header, sheet)]
            return reading.read(rows)
    if not has_errors(findings):
        first = next((rows[0] for rows in table.sheets.values() if rows), [])
        values = {"kepala": list_headers(first) or "-"}
        findings.append(Finding("akun_kolom_kurang", "galat", values=values))
    return AccountList(findings=findings)


class _Reading:
    def __init__(self, header: Header, sheet: str | None) -> None:
        self.findings: list[Finding] = []
        self._header = header
        self._sheet = sheet
        self._seen: dict[str, int] = {}
        self._others = 0

    def read(self, rows: Rows) -> AccountList:
        start = self._header.index + 1
        found = [
            row
            for number, cells in enumerate(rows[start:], start=start + 1)
            if any(cells) and (row := self._read_row(cells, number)) is not None
        ]
        if self._others:
            values = {"jumlah": self._others}
            self.findings.append(
                Finding("akun_bukan_belanja", "catatan", self._sheet, values=values)
            )
        if not found and not has_errors(self.findings):
            self.findings.append(Finding("akun_kosong", "galat", self._sheet))
        findings = shorten(self.findings)
        return AccountList([] if has_errors(findings) else found, findings)

    def _read_row(self, cells: Cells, number: int) -> AccountRow | None:
        # A workbook may hold "5.1" as a number: no account ends in a zero that it could lose.
        written = shown(cell(cells, self._header.columns["kode"])).removeprefix("'").rstrip(".")
        parts = written.split(".")
        code = pad_account_parts(parts) if all(map(str.isdigit, parts)) else None
        if code is None:
            self._report("akun_kode", number, "kode", isi=quoted(written) or "-")
            return None
        if code[0] != _SPENDING:
            self._others += 1
            return None
        whole, name = ".".join(code), clean(cell(cells, self._header.columns["nama"]))
        if not name:
            self._report("akun_tanpa_nama", number, "nama")
        self.findings += check_name(name, self._sheet, number, "uraian", longest=_LONGEST_NAME)
        self._check_level(cells, number, len(code))
        first = self._seen.setdefault(whole, number)
        if first != number:
            self._report("akun_ganda", number, "kode", kode=whole, baris=first)
        return AccountRow(whole, len(code), name, number)

    def _check_level(self, cells: Cells, number: int, level: int) -> None:
        stated = clean(cell(cells, self._header.columns.get("tingkat")))
        if stated and stated != str(level):
            values = {"tertulis": quoted(stated), "menurut_kode": level}
            self._report("akun_tingkat_beda", number, "tingkat", **values)

    def _report(self, code: str, row: int, column: str, **values: object) -> None:
        place = self._header.columns[column]
        label = column_label(place, self._header.cells[place])
        self.findings.append(Finding(code, "galat", self._sheet, row, label, values))
