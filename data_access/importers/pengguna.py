"""A list of people and roles (SK camat, SK kepala perangkat daerah): one role of one person a row.

A person with several roles stands in several rows under one name of the account.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from data_access.importers.cells import column_label, header_key, quoted, shown
from data_access.importers.coding import code_finding, examine_cell
from data_access.importers.dates import is_day_first, read_date
from data_access.importers.headed_sheet import find_headed_sheet
from data_access.importers.headers import Header, names_of
from data_access.importers.limits import TableLimits
from data_access.importers.pengukuran_checks import shorten
from data_access.importers.region_names import check_name
from data_access.importers.rows import Cells, cell, one_line, too_wide
from data_access.importers.tables import DEFAULT_LIMITS, Rows
from data_access.reads.pengguna import Account, Grant
from data_access.role_rules import agencies_of, is_username, levels_of
from geo.codes import level_of
from geo.findings import Finding, Severity, has_errors

_NAMES = names_of(
    nama="nama_lengkap name",
    akun="nama_akun username pengguna",
    jabatan="position",
    peran="role",
    kode_wilayah="kode kode_wilayah_tugas",
    perangkat="perangkat_daerah opd instansi",
    nomor_sk="no_sk sk",
    tanggal_sk="tgl_sk",
)
_NEEDED = ("nama", "akun", "peran", "kode_wilayah")
_ROLE_WORDS = {
    "anggota": "anggota_tpps",
    "tpps": "anggota_tpps",
    "verifier": "verifikator",
    "approver": "penyetuju",
    "administrator": "admin",
}
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One row as read: who, and which role where."""

    row: int
    username: str
    name: str
    position: str
    grant: Grant


@dataclass(slots=True)
class PeopleFile:
    """rows: one role each, in the file's order; empty when a finding is a "galat"."""

    rows: list[PersonRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """What a list is held against.

    regions: name of each region by code. agencies: registered agencies, code to name, by region.
    accounts: those there are, by username.
    """

    regions: Mapping[str, str]
    agencies: Mapping[str, Mapping[str, str]]
    accounts: Mapping[str, Account]


def read_people_list(
    path: Path, known: KnownPeople, limits: TableLimits = DEFAULT_LIMITS
) -> PeopleFile:
    """Read a list with columns nama, akun, peran, kode wilayah (jabatan, perangkat, SK), and check.

    Every fault is a "galat" with its sheet, row and column; then no row is given at all.
    """
    found, findings = find_headed_sheet(
        path, limits, _NAMES, _NEEDED, fault="pengguna_kolom_kurang"
    )
    if found is None:
        return PeopleFile(findings=findings)
    return _Reading(found.header, found.name, known).read(found.rows, findings)


class _Reading:
    """One pass over the rows of a list."""

    def __init__(self, header: Header, sheet: str | None, known: KnownPeople) -> None:
        self._header = header
        self._sheet = sheet
        self._known = known
        self._day_first = True
        self._findings: list[Finding] = []
        self._seen: dict[tuple[str, ...], int] = {}
        self._named: dict[str, tuple[str, int]] = {}

    def read(self, rows: Rows, findings: list[Finding]) -> PeopleFile:
        """Read every row below the header."""
        body = list(enumerate(rows[self._header.index + 1 :], start=self._header.index + 2))
        dates = [self._text(cells, "tanggal_sk") for _, cells in body]
        self._day_first, _ = is_day_first(dates)
        people = []
        for number, cells in body:
            if any(shown(text) for text in cells):
                self._findings += too_wide(cells, self._header.cells, self._sheet, number)
                people.append(self._read_row(number, cells))
        if not people:
            self._report("tanpa_baris", None, None)
        found = shorten([*findings, *self._findings])
        kept = [] if has_errors(found) else [person for person in people if person is not None]
        return PeopleFile(kept, found)

    def _read_row(self, number: int, cells: Cells) -> PersonRow | None:
        username = self._plain(cells, "akun").lower()
        name, position = self._plain(cells, "nama"), self._plain(cells, "jabatan")
        if not is_username(username):
            written = quoted(self._text(cells, "akun")) or "-"
            self._report("pengguna_akun_tak_sah", number, "akun", isi=written)
        if not name:
            self._report("pengguna_nama_kosong", number, "nama")
        for column in ("nama", "jabatan", "nomor_sk"):
            words = self._plain(cells, column)
            self._findings += check_name(words, self._sheet, number, column, longest=_LONGEST)
        grant = self._read_grant(number, cells)
        if grant is None:
            return None
        self._compare(number, username, name, grant)
        return PersonRow(number, username, name, position, grant)

    def _read_grant(self, number: int, cells: Cells) -> Grant | None:
        role, code = self._read_role(number, cells), self._read_region(number, cells)
        sk_date = self._read_date(number, cells)
        if role is None or code is None:
            return None
        level = level_of(code)
        if level not in levels_of(role):
            self._report("pengguna_peran_beda_tingkat", number, "peran", peran=role, kode=code)
            return None
        agency = self._read_agency(number, cells, role, code)
        if agency is None:
            return None
        return Grant(role, code, agency, self._plain(cells, "nomor_sk") or None, sk_date)

    def _read_role(self, number: int, cells: Cells) -> str | None:
        text = self._text(cells, "peran")
        key = header_key(text)
        role = _ROLE_WORDS.get(key, key)
        if levels_of(role):
            return role
        self._report("pengguna_peran_tak_dikenal", number, "peran", isi=quoted(text) or "-")
        return None

    def _read_region(self, number: int, cells: Cells) -> str | None:
        text = self._text(cells, "kode_wilayah")
        reading = examine_cell(text)
        self._findings += code_finding(reading, text, self._sheet, number, "kode wilayah")
        if reading.code is not None and reading.code not in self._known.regions:
            self._report("pengguna_wilayah_tak_dikenal", number, "kode_wilayah", kode=reading.code)
            return None
        return reading.code

    def _read_agency(self, number: int, cells: Cells, role: str, code: str) -> str | None:
        possible = agencies_of(role, level_of(code), self._known.agencies.get(code, {}))
        key = header_key(self._text(cells, "perangkat"))
        words = {header_key(text): each for each, name in possible.items() for text in (each, name)}
        if not possible or (not key and len(possible) == 1):
            # A role for which no agency is due may name one in such lists: it changes nothing.
            return next(iter(possible), "")
        if key not in words:
            self._report(
                "pengguna_perangkat_tak_sah",
                number,
                "perangkat",
                isi=quoted(self._text(cells, "perangkat")) or "-",
                peran=role,
                kode=code,
                dikenal=", ".join(possible),
            )
            return None
        return words[key]

    def _read_date(self, number: int, cells: Cells) -> date | None:
        text = self._text(cells, "tanggal_sk")
        if not shown(text):
            return None
        found = read_date(text, day_first=self._day_first)
        if found is None:
            self._report("pengguna_tanggal_tak_terbaca", number, "tanggal_sk", isi=quoted(text))
        return found

    def _compare(self, number: int, username: str, name: str, grant: Grant) -> None:
        """Hold a row against the rows before it and against the accounts there are."""
        key = (username, grant.role, grant.wilayah_code, grant.agency)
        if key in self._seen:
            self._report("pengguna_baris_ganda", number, "akun", baris=self._seen[key])
        self._seen.setdefault(key, number)
        first, row = self._named.setdefault(username, (name, number))
        if not _same(first, name):
            self._report("pengguna_dua_nama", number, "nama", akun=username, baris=row)
        account = self._known.accounts.get(username)
        if account is None:
            return
        if not _same(account.name, name):
            self._report("pengguna_milik_orang_lain", number, "akun", akun=username)
        elif any(key[1:] == (g.role, g.wilayah_code, g.agency) for g in account.grants):
            self._report("pengguna_sudah_berperan", number, "akun", "catatan", akun=username)

    def _report(
        self,
        code: str,
        row: int | None,
        column: str | None,
        severity: Severity = "galat",
        **values: object,
    ) -> None:
        place = self._header.columns.get(column) if column else None
        label = column_label(place, self._header.cells[place]) if place is not None else column
        self._findings.append(Finding(code, severity, self._sheet, row, label, values))

    def _text(self, cells: Cells, column: str) -> str | None:
        return cell(cells, self._header.columns.get(column))

    def _plain(self, cells: Cells, column: str) -> str:
        return one_line(self._text(cells, column))


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
