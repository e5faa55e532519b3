"""What is counted over all rows of a budget file and told once."""

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from data_access.importers.sipd_cells import SipdTable


@dataclass(slots=True)
class Notes:
    """Counts by code of finding, with the first place and values, and the sum of amounts."""

    counts: Counter[str] = field(default_factory=Counter)
    first: dict[str, tuple[int, dict[str, object]]] = field(default_factory=dict)
    sums: dict[str, Decimal] = field(default_factory=dict)

    def add(self, code: str, row: int, amount: Decimal = Decimal(0), **values: object) -> None:
        """Count one more of a kind."""
        self.counts[code] += 1
        self.first.setdefault(code, (row, values))
        self.sums[code] = self.sums.get(code, Decimal(0)) + amount

    def tell(self, table: SipdTable) -> None:
        """Report each kind once, at its first row."""
        for code, count in self.counts.items():
            row, values = self.first[code]
            values = {"jumlah": count, "baris": row, "nilai": int(self.sums[code]), **values}
            table.report(code, row, None, values, "catatan")
