"""How much of what is to be entered is entered: cells of desa x items, by party."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, slots=True)
class Fill:
    """Filled cells of all cells that a party has to fill."""

    filled: int
    cells: int

    @property
    def share_pct(self) -> float | None:
        """Filled of all, percent; None where there is nothing to fill."""
        return 100 * self.filled / self.cells if self.cells else None


def count_fill(
    filled: pd.DataFrame, desa: Mapping[str, int], items: Mapping[str, frozenset[str]]
) -> dict[tuple[str, str], Fill]:
    """Filled cells by (kecamatan, party).

    `filled`: kecamatan_code, item_code, filled (number of desa). `desa`: desa of each kecamatan.
    `items`: the items that each party enters.
    """
    columns = (filled[name].tolist() for name in ("kecamatan_code", "item_code", "filled"))
    counts = {(code, item): number for code, item, number in zip(*columns, strict=True)}
    return {
        (code, party): Fill(sum(counts.get((code, item), 0) for item in codes), number * len(codes))
        for code, number in desa.items()
        for party, codes in items.items()
    }


def sum_fill(fills: Iterable[Fill]) -> Fill:
    """Several parties or regions together."""
    listed = list(fills)
    return Fill(sum(each.filled for each in listed), sum(each.cells for each in listed))
