"""Writing on the versions that a person saw: the change, the conflict, and the second attempt.

The pattern of every save with versions: all of its values, or none and the conflicts.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, Protocol, Self, TypeVar

from sqlalchemy.exc import IntegrityError


class Change(Protocol):
    """One value as a person leaves it, and as they found it (version 0: there was none)."""

    @property
    def key(self) -> tuple[Any, ...]:
        """Which value."""

    @property
    def value(self) -> Any:
        """What the person wants; None: not known, or taken away."""

    @property
    def base_value(self) -> Any:
        """What the person saw."""

    def rebase(self, value: Any, version: int) -> Self:
        """The same wish, on what stands there now."""


KeyT = TypeVar("KeyT", bound=tuple[Any, ...])
ValueT = TypeVar("ValueT")
ChangeT = TypeVar("ChangeT", bound=Change)
ResultT = TypeVar("ResultT")


# Without slots: with them Python 3.11 cannot make a frozen generic dataclass by its alias.
@dataclass(frozen=True)
class Conflict(Generic[ChangeT, ValueT]):
    """A value that somebody else changed meanwhile: theirs with who and when, against ours.

    `theirs` None: not known, or taken away. `who` is None where the history does not know it.
    `at` is in UTC.
    """

    ours: ChangeT
    theirs: ValueT | None
    version: int
    who: str | None
    at: datetime | None


class ConflictsError(Exception):
    """Ends the transaction with nothing written."""

    def __init__(self, conflicts: Sequence[Conflict[Any, Any]]) -> None:
        super().__init__(len(conflicts))
        self.conflicts = tuple(conflicts)


class OvertakenError(Exception):
    """Another transaction changed a value between our look and our write."""


def save_or_compare(save: Callable[[], ResultT]) -> ResultT:
    """Run a save's transaction, and once more where another one came in between.

    The second time the other's row is there to be compared with. Raises ConflictsError.
    """
    try:
        return save()
    except (OvertakenError, IntegrityError):
        return save()


def list_conflicts(
    moved: Sequence[ChangeT],
    now: Mapping[KeyT, tuple[int, ValueT | None]],
    writers: Mapping[KeyT, tuple[str | None, datetime | None]],
) -> tuple[Conflict[ChangeT, ValueT], ...]:
    """Set changes against what stands there now (version, value) and who wrote it."""
    found = []
    for change in moved:
        key: Any = change.key
        version, theirs = now.get(key, (0, None))
        found.append(Conflict(change, theirs, version, *writers.get(key, (None, None))))
    return tuple(found)
