"""What a save of entered figures says and what comes back: cells, conflicts, outcome."""

from dataclasses import dataclass, replace
from typing import Self

from data_access.reads.isian import CellKey
from data_access.writes.versions import Conflict


@dataclass(frozen=True, slots=True)
class StagePart:
    """The part of a stage to which a write belongs; a locked part refuses it."""

    wilayah_code: str
    year: int
    stage: str
    part: str


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell as a person leaves it, and as they found it (version 0: nothing was there).

    Values are counts in the item's unit; None is "not known", never 0.
    """

    unit_code: str
    item_code: str
    value: int | None
    base_value: int | None
    base_version: int

    @property
    def key(self) -> CellKey:
        """Which cell."""
        return self.unit_code, self.item_code

    def rebase(self, value: int | None, version: int) -> Self:
        """The same wish, on the figure that stands there now."""
        return replace(self, base_value=value, base_version=version)


CellConflict = Conflict[CellChange, int]


@dataclass(frozen=True, slots=True)
class SaveRequest:
    """One save: `key` stands for this click and content; `parts` are those that are touched."""

    key: str
    period: str
    wilayah_code: str
    parts: tuple[StagePart, ...]
    cells: tuple[CellChange, ...]


@dataclass(frozen=True, slots=True)
class SaveOutcome:
    """What a save did. With conflicts nothing was written; `repeated`: it had been done already."""

    saved: int = 0
    conflicts: tuple[CellConflict, ...] = ()
    repeated: bool = False
