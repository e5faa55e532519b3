"""A table of programmes of desa and partners: one row a programme, checked cell by cell."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from data_access.importers.cells import column_label, header_key, quoted, shown
from data_access.importers.headers import Header, find_header, names_of, repeated_columns
from data_access.importers.limits import TableLimits
from data_access.importers.pengukuran_checks import shorten
from data_access.importers.program_values import ValueFault, read_rupiah, read_volume
from data_access.importers.region_names import check_name
from data_access.importers.rows import Cells, cell, is_total, list_headers, one_line, too_wide
from data_access.importers.tables import DEFAULT_LIMITS, Rows, read_table_file
from data_access.writes.program_mitra import Identity, ProgramDraft
from geo.codes import kind_of
from geo.findings import Finding, has_errors

LONGEST_ACTIVITY, LONGEST_PARTNER, LONGEST_UNIT = 500, 200, 100
_NAMES = names_of(
    nomor="no_program",
    desa="kode_desa desa_kelurahan kode",
    sumber="sumber_dana",
    mitra="nama_mitra perusahaan_lembaga_atau_kelompok",
    kegiatan="nama_kegiatan",
    layanan="kode_layanan",
    volume="",
    satuan="",
    anggaran="anggaran_rp anggaran_rupiah jumlah",
)
_NEEDED = ("desa", "sumber", "kegiatan", "anggaran")
_NUMBER = re.compile(r"P(\d{1,18})v(\d{1,9})", re.ASCII | re.IGNORECASE)
_SEPARATOR = "·"
APBDES, PRIVATE = "apbdes", "swasta"


@dataclass(frozen=True, slots=True)
class KnownPrograms:
    """What a table is held against: desa in force by code, words of sources and services.

    `sources`, `services`: the code by what a cell may say, as `header_key` reduces it.
    """

    kecamatan_name: str
    year: int
    desa: Mapping[str, str]
    sources: Mapping[str, str]
    services: Mapping[str, str]
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ProgramRow:
    """One row as read; `number` and `version` are None for a new programme."""

    sheet: str | None
    row: int
    number: int | None
    version: int | None
    draft: ProgramDraft


@dataclass(slots=True)
class ProgramFile:
    """rows: in the file's order; none when a finding is a "galat"."""

    rows: list[ProgramRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def write_number(program_id: int, version: int) -> str:
    """How a table names a stored programme: its number and the version that the table shows."""
    return f"P{program_id}v{version}"


def read_program_file(
    path: Path, known: KnownPrograms, limits: TableLimits = DEFAULT_LIMITS
) -> ProgramFile:
    """Read a table of one kecamatan and year; programmes that it leaves out stay as they are.

    Every fault is a "galat" with its sheet, row and column; then no row is given at all.
    """
    table = read_table_file(path, limits)
    findings = list(table.findings)
    for name, rows in table.sheets.items():
        header = find_header(rows, _NAMES)
        if header is not None and header.has(*_NEEDED):
            sheet = quoted(name) or None
            findings += repeated_columns(header, sheet)
            return _Reading(header, sheet, known).read(rows, findings)
    if not has_errors(findings):
        first = next((rows[0] for rows in table.sheets.values() if rows), [])
        heads = list_headers(first) or "-"
        findings.append(Finding("program_kolom_kurang", "galat", values={"kepala": heads}))
    return ProgramFile(findings=findings)


class _Reading:
    """One pass over the rows of a table."""

    def __init__(self, header: Header, sheet: str | None, known: KnownPrograms) -> None:
        self._header = header
        self._sheet = sheet
        self._known = known
        self._findings: list[Finding] = []
        self._identities: dict[Identity, int] = {}
        self._numbers: dict[int, int] = {}

    def read(self, rows: Rows, findings: list[Finding]) -> ProgramFile:
        """Read every row below the header that says something besides its number."""
        start = self._header.index + 1
        found = []
        for number, cells in enumerate(rows[start:], start=start + 1):
            if any(shown(text) for text in cells) and not is_total(cells):
                self._findings += too_wide(cells, self._header.cells, self._sheet, number)
                found.append(self._read_row(number, cells))
        if not found and not self._findings:
            self._report("tanpa_baris", None, None)
        every = shorten([*findings, *self._findings])
        kept = [row for row in found if row is not None]
        return ProgramFile([] if has_errors(every) else kept, every)

    def _read_row(self, row: int, cells: Cells) -> ProgramRow | None:
        before = len(self._findings)
        known_number = self._read_number(row, cells)
        draft = ProgramDraft(
            wilayah_code=self._read_desa(row, cells),
            source=self._read_source(row, cells),
            partner=self._read_words(row, cells, "mitra", LONGEST_PARTNER),
            activity=self._read_words(row, cells, "kegiatan", LONGEST_ACTIVITY) or "",
            item_code=self._read_service(row, cells),
            volume=self._read_value(row, cells, "volume"),
            unit=self._read_words(row, cells, "satuan", LONGEST_UNIT),
            amount_idr=int(self._read_value(row, cells, "anggaran") or 0),
        )
        self._check(row, draft)
        if len(self._findings) > before:
            return None
        return ProgramRow(self._sheet, row, *known_number, draft)

    def _read_number(self, row: int, cells: Cells) -> tuple[int | None, int | None]:
        written = self._text(cells, "nomor")
        if not written:
            return None, None
        match = _NUMBER.fullmatch(written)
        if match is None or int(match[1]) not in self._known.numbers:
            isi, tahun = quoted(written), str(self._known.year)
            self._report("program_nomor_tak_dikenal", row, "nomor", isi=isi, tahun=tahun)
            return None, None
        number = int(match[1])
        first = self._numbers.setdefault(number, row)
        if first != row:
            self._report("program_nomor_ganda", row, "nomor", baris=first)
        return number, int(match[2])

    def _read_desa(self, row: int, cells: Cells) -> str:
        written = self._text(cells, "desa")
        code = written.partition(_SEPARATOR)[0].strip()
        if code not in self._known.desa:
            words = {"isi": quoted(written) or "-", "kecamatan": self._known.kecamatan_name}
            self._report("program_desa_lain", row, "desa", **words)
            return ""
        return code

    def _read_source(self, row: int, cells: Cells) -> str:
        written = self._text(cells, "sumber")
        source = self._known.sources.get(header_key(written), "")
        if not source:
            words = ", ".join(dict.fromkeys(self._known.sources.values()))
            isi = quoted(written) or "-"
            self._report("program_sumber_tak_dikenal", row, "sumber", isi=isi, dikenal=words)
        return source

    def _read_service(self, row: int, cells: Cells) -> str | None:
        written = self._text(cells, "layanan")
        if not written.strip("-–"):
            return None
        begin = header_key(written.partition(_SEPARATOR)[0])
        code = self._known.services.get(begin)
        if code is None:
            self._report("program_layanan_tak_dikenal", row, "layanan", isi=quoted(written))
        return code

    def _read_words(self, row: int, cells: Cells, column: str, longest: int) -> str | None:
        words = self._text(cells, column)
        label = self._label(column)
        self._findings += check_name(words, self._sheet, row, label, longest=longest)
        return words or None

    def _read_value(self, row: int, cells: Cells, column: str) -> float | None:
        read = read_rupiah if column == "anggaran" else read_volume
        value = read(cell(cells, self._header.columns.get(column)))
        if isinstance(value, ValueFault):
            self._report(value.code, row, column, isi=value.text)
            return None
        if value is None and column == "anggaran":
            self._report("program_anggaran_kosong", row, column)
        return value

    def _check(self, row: int, draft: ProgramDraft) -> None:
        if not draft.activity:
            self._report("program_kegiatan_kosong", row, "kegiatan")
        if draft.source == PRIVATE and not draft.partner:
            self._report("program_mitra_kosong", row, "mitra")
        if draft.volume is not None and not draft.unit:
            self._report("program_satuan_kosong", row, "satuan")
        if not draft.wilayah_code:
            return
        if draft.source == APBDES and kind_of(draft.wilayah_code) == "kelurahan":
            name = self._known.desa[draft.wilayah_code]
            self._report("program_kelurahan_apbdes", row, "sumber", desa=name)
        first = self._identities.setdefault(draft.identity, row)
        if first != row and draft.activity:
            self._report("program_ganda", row, "kegiatan", baris=first)

    def _text(self, cells: Cells, column: str) -> str:
        return one_line(cell(cells, self._header.columns.get(column))).removeprefix("'")

    def _label(self, column: str) -> str | None:
        place = self._header.columns.get(column)
        return None if place is None else column_label(place, self._header.cells[place])

    def _report(self, code: str, row: int | None, column: str | None, **values: object) -> None:
        label = self._label(column) if column else None
        self._findings.append(Finding(code, "galat", self._sheet, row, label, values))
