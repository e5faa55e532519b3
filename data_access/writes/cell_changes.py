"""What a save of entered figures says and what comes back: cells, conflicts, outcome."""

from dataclasses import dataclass
from datetime import datetime

from data_access.reads.isian import CellKey


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


@dataclass(frozen=True, slots=True)
class SaveRequest:
    """One save: `key` stands for this click and content; `parts` are those that are touched."""

    key: str
    period: str
    wilayah_code: str
    parts: tuple[StagePart, ...]
    cells: tuple[CellChange, ...]


@dataclass(frozen=True, slots=True)
class CellConflict:
    """A cell that somebody else changed meanwhile: theirs with who and when, against ours.

    `who` is None where the database does not know it. `at` is in UTC.
    """

    ours: CellChange
    theirs: int | None
    version: int
    who: str | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class SaveOutcome:
    """What a save did. With conflicts nothing was written; `repeated`: it had been done already."""

    saved: int = 0
    conflicts: tuple[CellConflict, ...] = ()
    repeated: bool = False
