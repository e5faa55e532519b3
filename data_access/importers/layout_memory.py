"""Columns whose meaning a person said once: told again from the same header row."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data_access.importers.cells import shown
from data_access.importers.headers import SCANNED_ROWS, Header
from data_access.importers.pengukuran_polos import NAMES, has_unit_and_count
from data_access.importers.tables import TableFile

Cells = Sequence[str | None]

MEANINGS = tuple(NAMES)
_SAMPLE_ROWS = 15
_SAMPLE_COLUMNS = 40
_SAMPLE_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class HandLayout:
    """A header row of a sheet and which of its columns (from 0) means what (`MEANINGS`)."""

    sheet: str
    header_index: int
    columns: Mapping[str, int]

    def header(self, cells: Cells) -> Header:
        """The header as the parser of plain tables takes it."""
        blanks = [None] * (max(self.columns.values(), default=0) + 1 - len(cells))
        return Header(self.header_index, [*cells, *blanks], dict(self.columns), {})


@dataclass(frozen=True, slots=True)
class SheetSample:
    """The first rows of a sheet ("" for csv), fit for a screen; row 1 is index 0.

    `digests`: each row's hash as a header. `header_index`: the row most like one.
    """

    sheet: str
    rows: tuple[tuple[str, ...], ...]
    digests: tuple[str, ...]
    header_index: int


def hash_header(cells: Cells) -> str:
    """SHA-256 of a row of headers, whatever its case and blanks; trailing blanks do not count."""
    texts = [" ".join(shown(text).casefold().split()) for text in cells]
    while texts and not texts[-1]:
        texts.pop()
    return hashlib.sha256("\x1f".join(texts).encode()).hexdigest()


def is_complete(columns: Mapping[str, int]) -> bool:
    """Tell whether columns name a unit and count children, each place for one meaning only."""
    places = list(columns.values())
    known = set(columns) <= set(MEANINGS) and len(set(places)) == len(places)
    return known and has_unit_and_count(columns)


def list_headers_of(table: TableFile) -> dict[str, tuple[str, int]]:
    """Every row that could be a header: its hash to its sheet and index."""
    return {
        hash_header(cells): (sheet, index)
        for sheet, rows in table.sheets.items()
        if sheet not in table.counted
        for index, cells in enumerate(rows[:SCANNED_ROWS])
        if sum(bool(shown(text)) for text in cells) >= 2
    }


def recall_layout(
    table: TableFile, remembered: Mapping[str, Mapping[str, int]]
) -> HandLayout | None:
    """The layout of a table by what was said before: header hash to meaning to column."""
    for digest, (sheet, index) in list_headers_of(table).items():
        columns = remembered.get(digest)
        if columns is not None and is_complete(columns):
            return HandLayout(sheet, index, dict(columns))
    return None


def sample_sheets(table: TableFile) -> tuple[SheetSample, ...]:
    """The beginnings of the sheets that hold anything, to choose the columns by."""
    samples = []
    for sheet, rows in table.sheets.items():
        first = rows[:_SAMPLE_ROWS]
        width = min(max((len(cells) for cells in first), default=0), _SAMPLE_COLUMNS)
        if width < 2 or sheet in table.counted:
            continue
        padded = [[*cells, *[None] * width][:width] for cells in first]
        shown_rows = tuple(tuple(_plain(text) for text in cells) for cells in padded)
        filled = [sum(text is not None for text in cells) for cells in padded[:10]]
        digests = tuple(hash_header(cells) for cells in first)
        samples.append(SheetSample(sheet, shown_rows, digests, filled.index(max(filled))))
    return tuple(samples)


def _plain(text: str | None) -> str:
    """A cell on one short line without invisible characters."""
    line = "".join(mark if mark.isprintable() else " " for mark in shown(text))
    return " ".join(line.split())[:_SAMPLE_CHARACTERS]
