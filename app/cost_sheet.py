"""The grid of unit costs of one price year: a service a row, cost and source, as a snapshot."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from app.actions.biaya import COST, SOURCE, CellKey, CostChange, CostKey, UnitCost
from app.format import format_count
from app.text import biaya as text
from app.versioned_sheet import Stored, VersionedSheet


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the grid: a service with what stands beside it in words."""

    item_code: str
    label: str
    name: str
    in_force: str
    reach: str

    @property
    def title(self) -> str:
        """The service in one line."""
        return text.SERVICE.format(label=self.label, name=self.name)


@dataclass(slots=True, kw_only=True)
class CostSheet(VersionedSheet[CellKey, Any, CostChange]):
    """One region's unit costs of a price year: cells by service, year, and cost or source."""

    wilayah_code: str
    year: int
    lines: tuple[Line, ...]
    stored: Mapping[CostKey, Stored[UnitCost]]

    @staticmethod
    def write_plain(value: Any) -> str:
        """Whole rupiah as one types them ("125.000"), a source as it is; "" for none."""
        if value is None:
            return ""
        return format_count(value) if isinstance(value, int) else str(value)

    def name_line(self, item_code: str) -> str:
        """The service of a row."""
        found = (line.title for line in self.lines if line.item_code == item_code)
        return next(found, item_code)

    def typed_rows(self) -> dict[CellKey, str]:
        """Both cells of every row in which something was typed."""
        touched = dict.fromkeys((key[0], key[1]) for key in self.typed)
        cells = [(*row, name) for row in touched for name in (COST, SOURCE)]
        return {cell: self.current_text(cell) for cell in cells}


def make_sheet(code: str, year: int, lines: tuple[Line, ...], costs: pd.DataFrame) -> CostSheet:
    """Take a snapshot of a region's unit costs (see `data_access.reads.anggaran`)."""
    stored = {
        (str(row.item_code), int(str(row.year))): Stored(
            UnitCost(int(str(row.cost_idr)), str(row.source)), int(str(row.version))
        )
        for row in costs.itertuples(index=False)
    }
    cells: dict[CellKey, Stored[Any]] = {}
    for key, each in stored.items():
        if each.value is not None:
            cells[*key, COST] = Stored(each.value.cost_idr, each.version)
            cells[*key, SOURCE] = Stored(each.value.source, each.version)
    return CostSheet(cells=cells, wilayah_code=code, year=year, lines=lines, stored=stored)


def make_frame(sheet: CostSheet) -> pd.DataFrame:
    """The cells as an editor starts with them: a row a service, all text."""
    lines = sheet.lines
    columns: dict[str, list[str]] = {
        text.ROW_LABEL: [line.label for line in lines],
        text.ROW: [line.name for line in lines],
    }
    for name, heading in ((COST, text.COST), (SOURCE, text.SOURCE)):
        columns[heading] = [sheet.shown_text((ln.item_code, sheet.year, name)) for ln in lines]
    columns[text.ROW_IN_FORCE] = [line.in_force for line in lines]
    columns[text.ROW_REACH] = [line.reach for line in lines]
    return pd.DataFrame(columns, dtype=str)


def take_frame(sheet: CostSheet, edited: pd.DataFrame) -> None:
    """Take what an editor gave back: only the two columns, only the snapshot's rows."""
    for name, heading in ((COST, text.COST), (SOURCE, text.SOURCE)):
        texts = edited[heading].tolist()[: len(sheet.lines)]
        for line, typed in zip(sheet.lines, texts, strict=True):
            key = (line.item_code, sheet.year, name)
            sheet.type(key, typed if isinstance(typed, str) else None)


def list_changes(
    sheet: CostSheet, values: Mapping[CostKey, UnitCost | None]
) -> tuple[CostChange, ...]:
    """The unit costs that differ from the snapshot's: "125000" for 125.000 is no change."""
    changes = []
    for (item, year), value in values.items():
        base = sheet.stored.get((item, year), Stored())
        if value != base.value:
            changes.append(CostChange(item, year, value, base.value, base.version))
    return tuple(changes)
