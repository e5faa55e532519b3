"""One row of a budget table by the meanings of its columns, with the place of each cell."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from data_access.importers.cells import column_label, shown
from data_access.importers.headers import Header
from data_access.importers.rows import cell
from data_access.importers.sipd_amounts import AmountFault, read_rupiah
from geo.findings import Finding, Severity

Cells = Sequence[str | None]

# As long as the database keeps them.
LENGTHS = {
    "skpd": 200,
    "sub_unit": 200,
    "sumber_dana": 200,
    "koefisien": 200,
    "satuan": 100,
    "kode_skpd": 40,
}
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


class SipdTable:
    """A table of spending: its header, and the findings about its cells as they are read."""

    def __init__(self, header: Header, sheet: str | None, decimal_mark: str | None) -> None:
        self.header = header
        self.columns: Mapping[str, int] = header.columns
        self.sheet = sheet
        self.findings: list[Finding] = []
        self._decimal_mark = decimal_mark

    def raw(self, cells: Cells, meaning: str) -> str | None:
        """Give the cell of a meaning with its marks, None where there is no such column."""
        place = self.columns.get(meaning)
        return cells[place] if place is not None and place < len(cells) else None

    def text(self, cells: Cells, meaning: str) -> str:
        """Give the text of a meaning on one line."""
        raw = self.raw(cells, meaning)
        return clean(raw) if raw else ""

    def amount(self, cells: Cells, meaning: str, row: int) -> Decimal | None:
        """Read an amount in rupiah; one that cannot be read is reported and None."""
        raw = self.raw(cells, meaning)
        if raw is None:
            return None
        value = read_rupiah(raw, self._decimal_mark)
        if isinstance(value, AmountFault):
            self.report(value.code, row, meaning, {"isi": value.text})
            return None
        return value

    def is_amount(self, cells: Cells, meaning: str) -> bool:
        """Tell whether there is an amount, without reporting."""
        return isinstance(read_rupiah(self.raw(cells, meaning), self._decimal_mark), Decimal)

    def report(
        self,
        code: str,
        row: int | None,
        meaning: str | None,
        values: Mapping[str, object] | None = None,
        severity: Severity = "galat",
    ) -> None:
        """Add a finding at a row and at the column of a meaning."""
        place = None if meaning is None else self.columns.get(meaning)
        label = None if place is None else column_label(place, cell(self.header.cells, place))
        self.findings.append(Finding(code, severity, self.sheet, row, label, values or {}))


@lru_cache(maxsize=65_536)
def clean(text: str | None) -> str:
    """Give a text on one line: without line breaks, runs of spaces and invisible characters."""
    if not text:
        return ""
    line = " ".join(_HIDDEN.sub(" ", shown(text)).split())
    return "" if line in {"-", "–", "—"} else line
