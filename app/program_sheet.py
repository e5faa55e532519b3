"""The grid of realisations, a programme a row and a month a column, as a versioned snapshot."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from app.actions.program_review import (
    MONTHS,
    RealisationChange,
    RealisationKey,
)
from app.format import format_count
from app.text import program as text
from app.versioned_sheet import Stored, VersionedSheet, find_changes


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the grid: a programme in words."""

    number: int
    desa: str
    activity: str
    source: str
    amount: str

    @property
    def name(self) -> str:
        """The programme in one line."""
        return text.SPENT_PROGRAM.format(desa=self.desa, activity=self.activity)


@dataclass(slots=True, kw_only=True)
class SpentSheet(VersionedSheet[RealisationKey, int, RealisationChange]):
    """Realisations of one kecamatan and year; `months`: those that take entries now."""

    wilayah_code: str
    year: int
    lines: tuple[Line, ...]
    months: tuple[str, ...]

    @staticmethod
    def write_plain(value: int | None) -> str:
        """Whole rupiah as one types them: "1.250.000"; "" for none."""
        return "" if value is None else format_count(value)

    def name_line(self, key: RealisationKey) -> str:
        """The programme of a cell."""
        return next((line.name for line in self.lines if line.number == key[0]), str(key[0]))


def make_sheet(code: str, year: int, programs: pd.DataFrame, months: tuple[str, ...]) -> SpentSheet:
    """Take a snapshot of a kecamatan's programmes (see `data_access.reads.program_mitra`)."""
    rows = list(programs.itertuples(index=False))
    cells = {
        (row.id, month): Stored(_to_int(getattr(row, column)), int(row.version))
        for row in rows
        for month, column in MONTHS.items()
    }
    lines = tuple(
        Line(
            row.id,
            row.desa_name,
            row.activity,
            text.SOURCES[row.source],
            format_count(row.amount_idr),
        )
        for row in rows
    )
    return SpentSheet(cells=cells, wilayah_code=code, year=year, lines=lines, months=months)


def make_frame(sheet: SpentSheet) -> pd.DataFrame:
    """The cells as an editor starts with them: a row a programme, all text."""
    lines = sheet.lines
    columns: dict[str, list[str]] = {
        "desa": [line.desa for line in lines],
        "activity": [line.activity for line in lines],
        "source": [line.source for line in lines],
        "amount": [line.amount for line in lines],
    }
    for month in MONTHS:
        columns[month] = [sheet.shown_text((line.number, month)) for line in lines]
    return pd.DataFrame(columns, dtype=str)


def take_frame(sheet: SpentSheet, edited: pd.DataFrame) -> None:
    """Take what an editor gave back: only the open months, only the snapshot's rows."""
    for month in sheet.months:
        texts = edited[month].tolist()[: len(sheet.lines)]
        for line, typed in zip(sheet.lines, texts, strict=True):
            sheet.type((line.number, month), typed if isinstance(typed, str) else None)


def list_changes(
    sheet: SpentSheet, values: Mapping[RealisationKey, int | None]
) -> tuple[RealisationChange, ...]:
    """The amounts that differ from the snapshot's: "1250000" for 1.250.000 is no change."""
    return find_changes(sheet, values.items(), RealisationChange)


def _to_int(value: object) -> int | None:
    return None if pd.isna(value) else int(str(value))
