"""The grid of figures, a desa a row and an item a column, as a snapshot with versions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from app.actions.isian import CellChange, CellKey, StagePart
from app.items import Item
from app.versioned_sheet import Stored, VersionedSheet, find_changes

NAME_COLUMN = "desa"


@dataclass(slots=True, kw_only=True)
class Sheet(VersionedSheet[CellKey, int, CellChange]):
    """One part's figures as one person sees them: a row a desa, a column an item."""

    place: StagePart
    units: tuple[tuple[str, str], ...]
    items: tuple[Item, ...]

    @staticmethod
    def write_plain(value: int | None) -> str:
        """A figure as digits alone, so that it is safe to copy anywhere; "" for none."""
        return "" if value is None else str(value)


def make_sheet(
    place: StagePart, units: pd.DataFrame, items: Sequence[Item], cells: pd.DataFrame
) -> Sheet:
    """Take a snapshot. `units`: code, name. `cells`: unit_code, item_code, value, version."""
    known = {
        (row.unit_code, row.item_code): Stored(
            None if pd.isna(row.value) else int(row.value), int(row.version)
        )
        for row in cells.itertuples(index=False)
    }
    named = tuple(zip(units["code"], units["name"], strict=True))
    return Sheet(cells=known, place=place, units=named, items=tuple(items))


def make_frame(sheet: Sheet, items: Sequence[Item]) -> pd.DataFrame:
    """The cells of some items as an editor starts with them: a row a desa, all text."""
    columns: dict[str, list[str]] = {NAME_COLUMN: [name for _, name in sheet.units]}
    for item in items:
        columns[item.code] = [sheet.shown_text((unit, item.code)) for unit, _ in sheet.units]
    return pd.DataFrame(columns, dtype=str)


def take_frame(sheet: Sheet, items: Sequence[Item], edited: pd.DataFrame) -> None:
    """Take what an editor gave back: only the columns of its items, only the snapshot's rows."""
    for item in items:
        texts = edited[item.code].tolist()[: len(sheet.units)]
        for (unit, _), text in zip(sheet.units, texts, strict=True):
            sheet.type((unit, item.code), text if isinstance(text, str) else None)


def list_changes(sheet: Sheet, values: Mapping[CellKey, int | None]) -> tuple[CellChange, ...]:
    """The cells whose number differs from the snapshot's, by desa: "034" for 34 is no change."""
    return find_changes(sheet, sorted(values.items()), CellChange)


def count_filled(sheet: Sheet) -> tuple[int, int]:
    """How many cells of the snapshot hold a number, of how many."""
    keys = [(unit, item.code) for unit, _ in sheet.units for item in sheet.items]
    return sum(sheet.base(key).value is not None for key in keys), len(keys)
