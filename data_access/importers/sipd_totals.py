"""The totals that a budget file states, held against the sum of its lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from data_access.importers.cells import shown
from data_access.importers.sipd_amounts import round_rupiah
from data_access.importers.sipd_cells import SipdTable
from data_access.importers.sipd_context import Heading

Cells = Sequence[str | None]

_TOTAL = re.compile(r"(?i)(grand\s*total|sub\s*-?\s*total|subjumlah|jumlah|total)\b")
_GRAND = re.compile(
    r"(?i)grand\s*total.*|(?:jumlah|total)"
    r"(?: (?:total|keseluruhan|seluruhnya|semua|belanja|belanja daerah|anggaran|apbd|umum))*"
)


@dataclass(slots=True)
class Sums:
    """Sums of lines, exact: all, since the last row of totals, and how many may be rounded."""

    total: Decimal = Decimal(0)
    since: Decimal = Decimal(0)
    rounded: int = 0

    def add(self, amount: Decimal, is_rounded: bool) -> None:
        """Add one line."""
        self.total += amount
        self.since += amount
        self.rounded += is_rounded


@dataclass(slots=True)
class StatedTotals:
    """Rows of totals as they come; `finish` compares them when all lines are known."""

    table: SipdTable
    sums: Sums = field(default_factory=Sums)
    grand: tuple[int, Decimal] | None = None
    parts: list[tuple[int, Decimal, bool]] = field(default_factory=list)

    def take(self, cells: Cells, row: int, amount: Decimal | None) -> None:
        """Note a row of totals and whether it says what stands above it."""
        text = _first(cells).rstrip(" :.")
        if amount is None:
            return
        if text.casefold().startswith("grand"):
            self.grand = (row, amount)
        elif _GRAND.fullmatch(text):
            fits = self._near(amount, self.sums.total) or self._near(amount, self.sums.since)
            self.parts.append((row, amount, fits))
        self.sums.since = Decimal(0)

    def finish(self) -> int | None:
        """Report what differs; give the file's own grand total where it states one."""
        if self.grand is None and self.parts:
            row, amount, fits = self.parts[-1]
            whole = self._near(amount, self.sums.total)
            if whole or not fits:  # else it is the total of what stands above it only
                self.grand = (row, amount)
        for row, amount, fits in self.parts:
            if not fits and (self.grand is None or row != self.grand[0]):
                values = {"nilai": round_rupiah(amount)}
                self.table.report("sipd_jumlah_bagian", row, "total", values, "peringatan")
        if self.grand is None:
            return None
        row, amount = self.grand
        if not self._near(amount, self.sums.total):
            self.table.report("sipd_total_beda", row, "total", compare(amount, self.sums.total))
        return round_rupiah(amount)

    def _near(self, stated: Decimal, computed: Decimal) -> bool:
        # Each line with sen may have been rounded by half a rupiah.
        return abs(stated - computed) <= 1 + Decimal(self.sums.rounded) / 2


def check_heading(table: SipdTable, heading: Heading) -> None:
    """Hold the subtotal of a heading against the lines below it."""
    if heading.stated is None or not heading.has_children:
        return
    if abs(heading.stated - heading.total) > 1 + Decimal(heading.rounded) / 2:
        values = {"kode": heading.code, **compare(heading.stated, heading.total)}
        table.report("sipd_subtotal_beda", heading.row, "total", values, "peringatan")


def compare(stated: Decimal, computed: Decimal) -> dict[str, object]:
    """The figures of a difference, in whole rupiah."""
    return {
        "tercatat": round_rupiah(stated),
        "dihitung": round_rupiah(computed),
        "selisih": round_rupiah(abs(stated - computed)),
    }


def says_total(cells: Cells) -> bool:
    """Tell whether the first text of a row begins as a row of totals does."""
    return bool(_TOTAL.match(_first(cells)))


def _first(cells: Cells) -> str:
    return next((" ".join(shown(text).split()) for text in cells if shown(text)), "")
