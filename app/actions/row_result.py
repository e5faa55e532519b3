"""What a write of one row came to that several people may change."""

from dataclasses import dataclass
from typing import Generic, TypeVar

RowT = TypeVar("RowT")


# Without slots: a frozen one with slots cannot be made by way of its generic name.
@dataclass(frozen=True)
class RowResult(Generic[RowT]):
    """What a write came to; with anything but `number` set nothing was stored.

    `number`: done. `fault`: why the draft cannot be stored, by code. `theirs`: somebody changed
    the row meanwhile; `is_gone`: removed it. `locked_state`: the stage's part takes no entries now.
    """

    number: int | None = None
    fault: str | None = None
    theirs: RowT | None = None
    is_gone: bool = False
    locked_state: str | None = None
