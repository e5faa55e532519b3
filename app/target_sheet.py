"""What a person works on while setting targets: a snapshot with versions, and what they typed.

Nothing is asked of the database while somebody types. Cells are text until they are saved.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from app.actions.target import TargetChange, TargetConflict, TargetKey, TargetPlace

ROW_NAME = "baris"


@dataclass(frozen=True, slots=True)
class Stored:
    """A target as it stood when the snapshot was taken; version 0: there was none. Percent."""

    value: float | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the grid: targets of one item in one document."""

    item_code: str
    document: str
    name: str


@dataclass(slots=True)
class TargetSheet:
    """One part's targets as one person sees them: a line an item or document, a column a year.

    `typed`: what differs from the snapshot, as text. `seed`: what had been typed when the widgets
    were last made anew (`round` counts that), since an editor reports only its own edits. `view`:
    the widgets' kind. `seen`: the state of the database at the snapshot. `pending` and
    `conflicts`: a save that met somebody else's, until the person has chosen.
    """

    place: TargetPlace
    lines: tuple[Line, ...]
    years: tuple[int, ...]
    cells: Mapping[TargetKey, Stored]
    token: str = field(default_factory=lambda: secrets.token_hex(8))
    typed: dict[TargetKey, str] = field(default_factory=dict)
    seed: dict[TargetKey, str] = field(default_factory=dict)
    round: int = 0
    view: str = ""
    seen: object = None
    pending: tuple[TargetChange, ...] = ()
    conflicts: tuple[TargetConflict, ...] = ()

    def base(self, key: TargetKey) -> Stored:
        """A target of the snapshot."""
        return self.cells.get(key, Stored())

    def base_text(self, key: TargetKey) -> str:
        """A target of the snapshot as it is typed: "18,4"."""
        return write_plain(self.base(key).value)

    def shown_text(self, key: TargetKey) -> str:
        """What an editor made now starts with."""
        return self.seed.get(key, self.base_text(key))

    def type(self, key: TargetKey, text: str | None) -> None:
        """Take what stands in a cell of an editor; as in the snapshot means nothing was typed."""
        written = (text or "").strip()
        if written == self.base_text(key):
            self.typed.pop(key, None)
        else:
            self.typed[key] = written

    def current_text(self, key: TargetKey) -> str:
        """What a cell says now: as typed, else as in the snapshot."""
        return self.typed.get(key, self.base_text(key))

    def make_widgets_anew(self) -> None:
        """Let the next widgets start with what has been typed so far."""
        self.seed = dict(self.typed)
        self.round += 1

    def name_line(self, key: TargetKey) -> str:
        """The name of the row in which a target stands."""
        return next(
            (line.name for line in self.lines if (line.item_code, line.document) == key[:2]), key[0]
        )


def write_plain(value: float | None) -> str:
    """A percent as one types it, with as many decimals as it has; "" for none."""
    return "" if value is None else f"{value:.4f}".rstrip("0").rstrip(".").replace(".", ",")


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
    return TargetSheet(place, tuple(lines), every, known)


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
    changes = []
    for key, value in values.items():
        base = sheet.base(key)
        if value != base.value:
            changes.append(TargetChange(*key, value, base.value, base.version))
    return tuple(changes)


def settle(
    cells: Sequence[TargetChange],
    conflicts: Sequence[TargetConflict],
    ours: Mapping[TargetKey, bool],
) -> tuple[TargetChange, ...]:
    """The targets to save once each conflict is settled: ours on their version, or theirs kept.

    A target that says already what we want is not written again.
    """
    theirs = {conflict.ours.key: conflict for conflict in conflicts}
    settled = []
    for cell in cells:
        conflict = theirs.get(cell.key)
        if conflict is None:
            settled.append(cell)
        elif ours[cell.key] and conflict.theirs != cell.value:
            new = TargetChange(*cell.key, cell.value, conflict.theirs, conflict.version)
            settled.append(new)
    return tuple(settled)
