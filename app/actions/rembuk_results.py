"""What an action on a meeting gives back: done, or why nothing was stored."""

from collections.abc import Callable
from dataclasses import dataclass

from data_access.reads.rembuk import Commitment, Meeting
from data_access.writes.cell_changes import CellConflict
from data_access.writes.rembuk_hold import MeetingClosedError, MeetingGoneError
from data_access.writes.rembuk_rows import RowConflict
from data_access.writes.tahapan import StageLockedError


@dataclass(frozen=True, slots=True)
class MeetingResult:
    """What a write came to; with anything but `number` set nothing was stored.

    `fault`: why, by code of `app.text.rembuk.FAULTS`, in `field`. `missing`: what the record lacks
    for closing. `theirs`, `conflicts`, `conflict`, `their_commitment`: what somebody else stored
    meanwhile. `locked_state`: the stage's part was handed in. `is_handed_in`, `is_set_back`: what
    happened to the stage besides.
    """

    number: int | None = None
    fault: str | None = None
    field: str = ""
    missing: tuple[str, ...] = ()
    theirs: Meeting | None = None
    conflicts: tuple[RowConflict, ...] = ()
    conflict: CellConflict | None = None
    their_commitment: Commitment | None = None
    is_gone: bool = False
    is_closed: bool = False
    locked_state: str | None = None
    is_handed_in: bool = False
    is_set_back: bool = False

    @property
    def is_done(self) -> bool:
        """Tell whether it is as the person wanted."""
        return self.number is not None


def refuse(fault: tuple[str, str] | str) -> MeetingResult:
    """Nothing was stored, for this reason (and in this field)."""
    code, field = (fault, "") if isinstance(fault, str) else fault
    return MeetingResult(fault=code, field=field)


def guard(write: Callable[[], MeetingResult]) -> MeetingResult:
    """Run a write to a meeting and turn what stands against it into a result."""
    try:
        return write()
    except StageLockedError as error:
        return MeetingResult(locked_state=error.state)
    except MeetingClosedError:
        return MeetingResult(is_closed=True)
    except MeetingGoneError:
        return MeetingResult(is_gone=True)
