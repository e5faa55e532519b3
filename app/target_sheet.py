"""The grid of targets, an item or document a row and a year a column, as a versioned snapshot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from app.actions.target import TargetChange, TargetKey, TargetPlace
from app.versioned_sheet import Stored, VersionedSheet, find_changes

ROW_NAME = "baris"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the grid: targets of one item in one document."""

    item_code: str
    document: str
    name: str


@dataclass(slots=True, kw_only=True)
class TargetSheet(VersionedSheet[TargetKey, float, TargetChange]):
    """One part's targets as one person sees them: a line an item or document, a column a year."""

    place: TargetPlace
    lines: tuple[Line, ...]
    years: tuple[int, ...]

    @staticmethod
    def write_plain(value: float | None) -> str:
        """A percent as one types it, with as many decimals as it has: "18,4"; "" for none."""
        return "" if value is None else f"{value:.4f}".rstrip("0").rstrip(".").replace(".", ",")

    def name_line(self, key: TargetKey) -> str:
        """The name of the row in which a target stands."""
        return next(
            (line.name for line in self.lines if (line.item_code, line.document) == key[:2]), key[0]
        )


def make_sheet(
    place: TargetPlace, lines: Sequence[Line], years: Sequence[int], targets: pd.DataFrame
) -> TargetSheet:
    """Take a snapshot of a region's own targets (see `data_access.reads.target`)."""
    own = targets[targets["wilayah_code"] == place.wilayah_code]
    known = {
        (row.item_code, row.document, int(row.year)): Stored(
            float(row.target_pct), int(row.version)
        )
        for row in own.itertuples(index=False)
    }
    shown = {(line.item_code, line.document) for line in lines}
    stored_years = {year for item, document, year in known if (item, document) in shown}
    every = tuple(sorted({*years, *stored_years}))
    return TargetSheet(cells=known, place=place, lines=tuple(lines), years=every)


def make_frame(sheet: TargetSheet) -> pd.DataFrame:
    """The cells as an editor starts with them: a row a line, a column a year, all text."""
    columns: dict[str, list[str]] = {ROW_NAME: [line.name for line in sheet.lines]}
    for year in sheet.years:
        columns[str(year)] = [sheet.shown_text(key_of(line, year)) for line in sheet.lines]
    return pd.DataFrame(columns, dtype=str)


def take_frame(sheet: TargetSheet, edited: pd.DataFrame) -> None:
    """Take what an editor gave back: only the columns of years, only the snapshot's rows."""
    for year in sheet.years:
        texts = edited[str(year)].tolist()[: len(sheet.lines)]
        for line, text in zip(sheet.lines, texts, strict=True):
            sheet.type(key_of(line, year), text if isinstance(text, str) else None)


def key_of(line: Line, year: int) -> TargetKey:
    """Which target stands in a line and year."""
    return line.item_code, line.document, year


def list_changes(
    sheet: TargetSheet, values: Mapping[TargetKey, float | None]
) -> tuple[TargetChange, ...]:
    """The targets whose number differs from the snapshot's: "18,40" for 18,4 is no change."""
    return find_changes(sheet, values.items(), TargetChange)
