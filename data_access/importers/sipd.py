"""Reads a budget as SIPD exports it, in any of its layouts. Nothing is written here."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from pathlib import Path

from data_access.importers.cells import quoted, shown
from data_access.importers.headers import Header, repeated_columns
from data_access.importers.layout_memory import HandLayout
from data_access.importers.limits import MIB, TableLimits
from data_access.importers.pengukuran_checks import shorten
from data_access.importers.rows import list_headers, too_wide
from data_access.importers.sipd_amounts import find_decimal_mark
from data_access.importers.sipd_cells import SipdTable
from data_access.importers.sipd_codes import find_ending
from data_access.importers.sipd_columns import (
    find_budget_header,
    is_total_header,
    list_other_totals,
)
from data_access.importers.sipd_context import read_label, read_title
from data_access.importers.sipd_lines import BudgetFile, BudgetLine
from data_access.importers.sipd_notes import Notes
from data_access.importers.sipd_outline import Outline
from data_access.importers.sipd_rows import LineMaker
from data_access.importers.sipd_totals import StatedTotals, says_total
from data_access.importers.tables import Rows, TableFile, read_table_file
from geo.findings import Finding, has_errors

# A whole regional budget: 60,000 lines or more in twenty columns.
BUDGET_LIMITS = TableLimits(
    file_bytes=100 * MIB, unpacked_bytes=400 * MIB, memory_bytes=2048 * MIB, cpu_s=90, wall_s=120
)
_READER = "data_access.importers.sipd_reader"
_UNKNOWN = "sipd_tak_dikenal"
_AMOUNTS = ("total", "harga_satuan", "total_sebelum", "realisasi")
_CODES = ("kode_subkegiatan", "subkegiatan", "kode")
_NUMBERING = re.compile(r"\(?\d{1,2}\)?(?:\s*=[^=]*)?")
_SAID = attrgetter(*(each.name for each in fields(BudgetLine) if each.name != "row"))


@dataclass(slots=True)
class SipdFile(BudgetFile):
    """The lines of a file, and what the title above them says of the year and of a change."""

    sheet: str | None = None
    stated_year: int | None = None
    states_change: bool | None = None


def read_budget_table(path: Path, limits: TableLimits = BUDGET_LIMITS) -> TableFile:
    """Read an xlsx, csv, csv.gz or JSON file as text; never raises for what is in the file."""
    return read_table_file(path, limits, reader=_READER)


def is_unknown(file: BudgetFile) -> bool:
    """Tell whether no sheet was recognised, so that a person may say what the columns mean."""
    return any(finding.code == _UNKNOWN for finding in file.findings)


def read_budget_file(
    path: Path,
    *,
    year: int | None = None,
    layout: HandLayout | None = None,
    limits: TableLimits = BUDGET_LIMITS,
    table: TableFile | None = None,
) -> SipdFile:
    """Read and check a whole file: every fault is a finding with sheet, row and column.

    `year`: the budget year, which tells how long sub kegiatan codes are that lost zeros.
    `layout`: the columns as a person said them. `table`: the file as `read_budget_table` gave it,
    where it was read before.
    """
    table = table or read_budget_table(path, limits)
    file = SipdFile(findings=list(table.findings))
    found = _recognise(table, file) if layout is None else _said(table, layout)
    if found is not None:
        sheet, header = found
        file.sheet = quoted(sheet) or None
        _read_sheet(file, table.sheets[sheet], header, year)
    file.findings = shorten(file.findings)
    if has_errors(file.findings):
        file.lines = []
    return file


def _said(table: TableFile, layout: HandLayout) -> tuple[str, Header] | None:
    rows = table.sheets.get(layout.sheet, [])
    if layout.header_index >= len(rows):
        return None
    return layout.sheet, layout.header(rows[layout.header_index])


def _recognise(table: TableFile, file: SipdFile) -> tuple[str, Header] | None:
    """Choose the one sheet that holds spending; none or several are a "galat"."""
    known = [
        (sheet, header)
        for sheet, rows in table.sheets.items()
        if (header := find_budget_header(rows)) is not None
    ]
    if len(known) > 1:
        names = ", ".join(quoted(sheet) for sheet, _ in known)
        file.findings.append(Finding("sipd_lembar_ganda", "galat", values={"lembar": names}))
        return None
    if not known:
        if table.sheets:  # refused before otherwise; `table.findings` says why
            heads = " | ".join(_widest(rows) for rows in table.sheets.values() if any(rows))
            file.findings.append(Finding(_UNKNOWN, "galat", values={"kepala": heads or "-"}))
        return None
    others = [quoted(sheet) for sheet, rows in table.sheets.items() if any(rows)]
    others.remove(quoted(known[0][0]))
    if others:
        values = {"lembar": ", ".join(others)}
        file.findings.append(Finding("lembar_diabaikan", "catatan", values=values))
    return known[0]


def _widest(rows: Rows) -> str:
    return list_headers(max(rows[:30], key=lambda cells: sum(text is not None for text in cells)))


def _read_sheet(file: SipdFile, rows: Rows, header: Header, year: int | None) -> None:
    above, body = rows[: header.index], rows[header.index + 1 :]
    mark = find_decimal_mark(_texts(body, header, _AMOUNTS))
    ending = find_ending(_texts(body, header, _CODES), year)
    table = SipdTable(header, file.sheet, mark)
    table.findings += repeated_columns(header, file.sheet)
    if others := list_other_totals(header):
        values = {"kolom": ", ".join(map(quoted, others))}
        table.report("kolom_diabaikan", header.index + 1, None, values, "catatan")
    title = read_title(above)
    file.stated_year, file.states_change = title.year, title.is_change
    if "total_sebelum" in header.columns:
        file.states_change = True
    context = dict(label for cells in above if (label := read_label(cells)) is not None)
    is_outline = "kode" in header.columns
    if not is_outline and "skpd" not in header.columns and "skpd" not in context:
        table.report("sipd_tanpa_skpd", header.index + 1, None)
    elif not has_errors(table.findings):
        reading = _Reading(table, context, ending)
        reading.read(body, header.index + 2)
        file.lines, file.stated_total_idr = reading.maker.lines, reading.stated
    file.findings += table.findings


def _texts(body: Rows, header: Header, names: Sequence[str]) -> list[str | None]:
    places = [header.columns[name] for name in names if name in header.columns]
    return [cells[place] for cells in body for place in places if place < len(cells)]


class _Reading:
    """One pass over the rows below a header."""

    def __init__(self, table: SipdTable, context: dict[str, str], ending: int | None) -> None:
        self.stated: int | None = None
        self._table = table
        self._totals = StatedTotals(table)
        self.maker = LineMaker(table, self._totals, ending)
        self._context = context
        is_outline = "kode" in table.columns
        self._outline = Outline(table, self.maker, context, ending) if is_outline else None

    def read(self, body: Rows, first: int) -> None:
        for number, cells in enumerate(body, start=first):
            if any(cells):
                self._read_row(cells, number)
        if self._outline:
            self._outline.finish()
        self.stated = self._totals.finish()
        if not self.maker.lines and not has_errors(self._table.findings):
            self._table.report("sipd_tanpa_baris", None, None)
        _note_repeats(self.maker.lines, self.maker.notes)
        self.maker.notes.tell(self._table)

    def _read_row(self, cells: list[str | None], number: int) -> None:
        table = self._table
        has_amount = table.is_amount(cells, "total")
        if is_total_header(table.raw(cells, "total")) or _is_numbering(cells):
            return
        if says_total(cells) and self._is_bare(cells):
            if self._outline:
                self._outline.settle()
            self._totals.take(cells, number, table.amount(cells, "total", number))
        elif not has_amount and (label := read_label(cells)) is not None:
            if self._outline:
                self._outline.end_lines()
            self._context[label[0]] = label[1]
        elif self._outline:
            self._outline.read_row(cells, number)
        elif has_amount or sum(text is not None for text in cells) > 3:
            if len(cells) > len(table.header.cells):
                table.findings += too_wide(cells, table.header.cells, table.sheet, number)
            self.maker.make(cells, number, self._context)
        else:
            self.maker.notes.add("sipd_baris_diabaikan", number)

    def _is_bare(self, cells: list[str | None]) -> bool:
        """Tell whether a row lacks all that a line of spending has beside its text and amount."""
        names = ("kode", "kode_rekening", "kode_subkegiatan", "koefisien", "volume", "harga_satuan")
        return not any(
            shown(self._table.raw(cells, name)) and not says_total([self._table.raw(cells, name)])
            for name in names
        )


def _is_numbering(cells: Sequence[str | None]) -> bool:
    texts = [text for text in cells if text is not None]
    return len(texts) > 2 and all(_NUMBERING.fullmatch(shown(text)) for text in texts)


def _note_repeats(lines: Sequence[BudgetLine], notes: Notes) -> None:
    """Count lines that say the same as one before them; both count, as SIPD allows that."""
    seen: set[tuple[object, ...]] = set()
    for line in lines:
        said = _SAID(line)
        if said in seen:
            notes.add("sipd_baris_sama", line.row)
        seen.add(said)
