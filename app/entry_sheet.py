"""What a person works on while entering: a snapshot with versions and what they typed over it.

Nothing is asked of the database while somebody types. Cells are text until they are saved.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from app.actions.isian import CellChange, CellConflict, CellKey, StagePart
from app.items import Item

NAME_COLUMN = "desa"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it stood when the snapshot was taken; version 0: nothing was there."""

    value: int | None = None
    version: int = 0


@dataclass(slots=True)
class Sheet:
    """One part's cells as one person sees them.

    `typed`: what differs from the snapshot, as text. `seed`: what had been typed when the widgets
    were last made anew (`round` counts that), since an editor reports only its own edits. `view`:
    the widgets' kind. `seen`: the state of the database at the snapshot. `pending` and
    `conflicts`: a save that met somebody else's, until the person has chosen.
    """

    place: StagePart
    units: tuple[tuple[str, str], ...]
    items: tuple[Item, ...]
    cells: Mapping[CellKey, Cell]
    token: str = field(default_factory=lambda: secrets.token_hex(8))
    typed: dict[CellKey, str] = field(default_factory=dict)
    seed: dict[CellKey, str] = field(default_factory=dict)
    round: int = 0
    view: str = ""
    seen: object = None
    pending: tuple[CellChange, ...] = ()
    conflicts: tuple[CellConflict, ...] = ()

    def base(self, key: CellKey) -> Cell:
        """A cell of the snapshot."""
        return self.cells.get(key, Cell())

    def base_text(self, key: CellKey) -> str:
        """A cell of the snapshot as text: digits alone, so that it is safe to copy anywhere."""
        value = self.base(key).value
        return "" if value is None else str(value)

    def shown_text(self, key: CellKey) -> str:
        """What an editor made now starts with."""
        return self.seed.get(key, self.base_text(key))

    def type(self, key: CellKey, text: str | None) -> None:
        """Take what stands in a cell of an editor; as in the snapshot means nothing was typed."""
        written = (text or "").strip()
        if written == self.base_text(key):
            self.typed.pop(key, None)
        else:
            self.typed[key] = written

    def current_text(self, key: CellKey) -> str:
        """What a cell says now: as typed, else as in the snapshot."""
        return self.typed.get(key, self.base_text(key))

    def make_widgets_anew(self) -> None:
        """Let the next widgets start with what has been typed so far."""
        self.seed = dict(self.typed)
        self.round += 1


def make_sheet(
    place: StagePart, units: pd.DataFrame, items: Sequence[Item], cells: pd.DataFrame
) -> Sheet:
    """Take a snapshot. `units`: code, name. `cells`: unit_code, item_code, value, version."""
    known = {
        (row.unit_code, row.item_code): Cell(
            None if pd.isna(row.value) else int(row.value), int(row.version)
        )
        for row in cells.itertuples(index=False)
    }
    named = tuple(zip(units["code"], units["name"], strict=True))
    return Sheet(place, named, tuple(items), known)


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
    changes = []
    for key, value in sorted(values.items()):
        base = sheet.base(key)
        if value != base.value:
            changes.append(CellChange(*key, value, base.value, base.version))
    return tuple(changes)


def count_filled(sheet: Sheet) -> tuple[int, int]:
    """How many cells of the snapshot hold a number, of how many."""
    keys = [(unit, item.code) for unit, _ in sheet.units for item in sheet.items]
    return sum(sheet.base(key).value is not None for key in keys), len(keys)


def settle(
    cells: Sequence[CellChange], conflicts: Sequence[CellConflict], ours: Mapping[CellKey, bool]
) -> tuple[CellChange, ...]:
    """The cells to save once each conflict is settled: ours on their version, or theirs kept.

    A cell that says already what we want is not written again.
    """
    theirs = {conflict.ours.key: conflict for conflict in conflicts}
    settled = []
    for cell in cells:
        conflict = theirs.get(cell.key)
        if conflict is None:
            settled.append(cell)
        elif ours[cell.key] and conflict.theirs != cell.value:
            new = CellChange(*cell.key, cell.value, conflict.theirs, conflict.version)
            settled.append(new)
    return tuple(settled)
