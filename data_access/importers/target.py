"""Targets in a workbook: a row an item and document, a column a year, and the text of one cell."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from data_access.importers.cells import column_label, is_date, is_fraction, quoted, shown
from data_access.importers.headed_sheet import find_headed_sheet
from data_access.importers.headers import Header, names_of
from data_access.importers.limits import TableLimits
from data_access.importers.numbers import Fault, is_missing, read_decimal
from data_access.importers.pengukuran_checks import shorten
from data_access.importers.rows import Cells, cell, one_line, too_wide
from data_access.importers.tables import DEFAULT_LIMITS, Rows
from data_access.reads.target import TargetKey
from geo.findings import Finding, has_errors

FIRST_YEAR, LAST_YEAR = 2020, 2045
_NAMES = names_of(kode_wilayah="", kode_butir="kode", dokumen="dokumen_perencanaan")
_YEAR = re.compile(r"20\d\d", re.ASCII)
_PLAIN = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?", re.ASCII)
_DECIMALS = 4  # more than this in a workbook's number is how computers write 18.4


@dataclass(frozen=True, slots=True)
class PercentFault:
    """Why a cell is no target; `text` is fit for a report."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class KnownTargets:
    """What a file may hold: the region, and the documents of each item by its code."""

    wilayah_code: str
    documents: Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class TargetCell:
    """One cell of a file: where it stands and what it says (percent; None: no target)."""

    sheet: str | None
    row: int
    column: str
    key: TargetKey
    value: float | None


@dataclass(slots=True)
class TargetFile:
    """cells: every cell of the known rows, also the blank ones; none when there is a "galat"."""

    cells: list[TargetCell] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read_target_pct(text: str | None) -> float | PercentFault | None:
    """Read a target in percent, 0 to 100; None for none (never 0), or the fault.

    "18,40", "18.4" and "18,4 %" are 18.4. A figure above 0 and up to 1 is a fault, since 0,9 stands
    for 90 % and a workbook writes its 100 % as 1; so are three decimals ("1.234"), which read as
    thousands too.
    """
    if is_missing(text):
        return None
    if is_date(text):
        return PercentFault("angka_tanggal", quoted(text))
    plain = shown(text).removeprefix("'").replace("−", "-").strip()
    bare = plain.removesuffix("%").rstrip()
    if not is_fraction(text) and not _PLAIN.fullmatch(bare.removeprefix("-")):
        code = "target_rancu" if re.fullmatch(r"\d{1,3}[.,]\d{3,}", bare) else "target_tak_terbaca"
        return PercentFault(code, quoted(text))
    value = read_decimal(text, percent_sign=True)
    if value is None or isinstance(value, Fault):
        return PercentFault("target_tak_terbaca", quoted(text))
    return _in_range(round(value, _DECIMALS), quoted(text))


def _in_range(value: float, text: str) -> float | PercentFault:
    if not 0 <= value <= 100:
        return PercentFault("target_di_luar_batas", text)
    if 0 < value <= 1:
        return PercentFault("target_di_bawah_satu", text)
    return value


def read_target_file(
    path: Path, known: KnownTargets, limits: TableLimits = DEFAULT_LIMITS
) -> TargetFile:
    """Read a table with columns kode wilayah, kode butir, dokumen and years, and check it.

    Rows that the file leaves out say nothing; a blank cell of a row says that there is no target.
    Every fault is a "galat" with its sheet, row and column; then no cell is given at all.
    """
    found, findings = find_headed_sheet(path, limits, _NAMES, _NAMES, fault="target_kolom_kurang")
    if found is None:
        return TargetFile(findings=findings)
    return _Reading(found.header, found.name, known).read(found.rows, findings)


class _Reading:
    """One pass over the rows of a table."""

    def __init__(self, header: Header, sheet: str | None, known: KnownTargets) -> None:
        self._header = header
        self._sheet = sheet
        self._known = known
        self._years = self._find_years()
        self._findings: list[Finding] = []
        self._seen: dict[tuple[str, str], int] = {}
        self._cells: list[TargetCell] = []

    def read(self, rows: Rows, findings: list[Finding]) -> TargetFile:
        """Read every row below the header."""
        self._check_years()
        start = self._header.index + 1
        for number, cells in enumerate(rows[start:], start=start + 1):
            if any(shown(text) for text in cells):
                self._findings += too_wide(cells, self._header.cells, self._sheet, number)
                self._read_row(number, cells)
        if not self._seen and not self._findings:
            self._report("tanpa_baris", None, None)
        found = shorten([*findings, *self._findings])
        return TargetFile([] if has_errors(found) else self._cells, found)

    def _find_years(self) -> dict[int, int]:
        """Places of the year columns, the year by place."""
        texts = ((place, shown(text)) for place, text in enumerate(self._header.cells))
        return {place: int(text) for place, text in texts if _YEAR.fullmatch(text)}

    def _check_years(self) -> None:
        if not self._years:
            self._report("target_tanpa_tahun", self._header.index + 1, None)
        for place, year in self._years.items():
            if list(self._years.values()).count(year) > 1 or not FIRST_YEAR <= year <= LAST_YEAR:
                self._report("target_tahun_tak_sah", self._header.index + 1, place, tahun=str(year))

    def _read_row(self, number: int, cells: Cells) -> None:
        documents = self._known.documents
        item = self._match("kode_butir", number, cells, documents, "target_butir_tak_dikenal")
        possible = documents.get(item) or {
            each: 0 for every in documents.values() for each in every
        }
        document = self._match("dokumen", number, cells, possible, "target_dokumen_tak_dikenal")
        self._match(
            "kode_wilayah", number, cells, [self._known.wilayah_code], "target_wilayah_lain"
        )
        if item and document:
            first = self._seen.setdefault((item, document), number)
            if first != number:
                place = self._header.columns["kode_butir"]
                self._report("target_baris_ganda", number, place, baris=first)
        for place, year in self._years.items():
            self._read_cell(number, cells, place, (item, document, year))

    def _match(
        self, column: str, number: int, cells: Cells, known: Collection[str], code: str
    ) -> str:
        """The known word that a cell says, "" and a fault where it says none of them."""
        text = self._text(cells, column)
        words = {word.casefold(): word for word in known}
        if text.casefold() in words:
            return words[text.casefold()]
        place = self._header.columns[column]
        self._report(code, number, place, isi=quoted(text) or "-", dikenal=", ".join(known))
        return ""

    def _read_cell(self, number: int, cells: Cells, place: int, key: TargetKey) -> None:
        value = read_target_pct(cell(cells, place))
        if isinstance(value, PercentFault):
            self._report(value.code, number, place, isi=value.text)
            return
        label = column_label(place, self._header.cells[place])
        self._cells.append(TargetCell(self._sheet, number, label, key, value))

    def _text(self, cells: Cells, column: str) -> str:
        return one_line(cell(cells, self._header.columns[column])).removeprefix("'")

    def _report(self, code: str, row: int | None, place: int | None, **values: object) -> None:
        label = None if place is None else column_label(place, self._header.cells[place])
        self._findings.append(Finding(code, "galat", self._sheet, row, label, values))
