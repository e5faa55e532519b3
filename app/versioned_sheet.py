"""What a person works on in any grid: a snapshot with versions and what they typed over it.

Nothing is asked of the database while somebody types. Cells are text until they are saved.
"""

import secrets
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic

from app.actions.versions import ChangeT, Conflict, KeyT, ValueT


# Without slots, as `Conflict`.
@dataclass(frozen=True)
class Stored(Generic[ValueT]):
    """A value as it stood when the snapshot was taken; version 0: nothing was there."""

    value: ValueT | None = None
    version: int = 0


@dataclass(slots=True, kw_only=True)
class VersionedSheet(ABC, Generic[KeyT, ValueT, ChangeT]):
    """The cells of one part as one person sees them.

    `typed`: what differs from the snapshot, as text. `seed`: what had been typed when the widgets
    were last made anew (`round` counts that), since an editor reports only its own edits. `view`:
    the widgets' kind. `seen`: the state of the database at the snapshot. `pending` and
    `conflicts`: a save that met somebody else's, until the person has chosen.
    """

    cells: Mapping[KeyT, Stored[ValueT]]
    token: str = field(default_factory=lambda: secrets.token_hex(8))
    typed: dict[KeyT, str] = field(default_factory=dict)
    seed: dict[KeyT, str] = field(default_factory=dict)
    round: int = 0
    view: str = ""
    seen: object = None
    pending: tuple[ChangeT, ...] = ()
    conflicts: tuple[Conflict[ChangeT, ValueT], ...] = ()

    @staticmethod
    @abstractmethod
    def write_plain(value: ValueT | None) -> str:
        """A value as one types it; "" for none."""

    def base(self, key: KeyT) -> Stored[ValueT]:
        """A cell of the snapshot."""
        return self.cells.get(key, Stored())

    def base_text(self, key: KeyT) -> str:
        """A cell of the snapshot as it is typed."""
        return self.write_plain(self.base(key).value)

    def shown_text(self, key: KeyT) -> str:
        """What an editor made now starts with."""
        return self.seed.get(key, self.base_text(key))

    def type(self, key: KeyT, text: str | None) -> None:
        """Take what stands in a cell of an editor; as in the snapshot means nothing was typed."""
        written = (text or "").strip()
        if written == self.base_text(key):
            self.typed.pop(key, None)
        else:
            self.typed[key] = written

    def current_text(self, key: KeyT) -> str:
        """What a cell says now: as typed, else as in the snapshot."""
        return self.typed.get(key, self.base_text(key))

    def make_widgets_anew(self) -> None:
        """Let the next widgets start with what has been typed so far."""
        self.seed = dict(self.typed)
        self.round += 1

    def discard(self) -> None:
        """Forget what was typed."""
        self.typed.clear()
        self.make_widgets_anew()

    def leave_conflicts(self) -> None:
        """Go back to typing without a choice; what was typed stays."""
        self.pending, self.conflicts = (), ()
        self.make_widgets_anew()

    def end_save(self, *, saved: bool) -> None:
        """Take a new snapshot next time; what was typed stays where it could not be saved."""
        self.pending, self.conflicts, self.seen = (), (), None
        if saved:
            self.typed.clear()


AnySheet = VersionedSheet[Any, Any, Any]


def find_changes(
    sheet: VersionedSheet[KeyT, ValueT, ChangeT],
    values: Iterable[tuple[KeyT, ValueT | None]],
    make: Callable[..., ChangeT],
) -> tuple[ChangeT, ...]:
    """The values that differ from the snapshot's, in their order: "034" for 34 is no change.

    `make` takes the parts of the key, the value, and the snapshot's value and version.
    """
    changes = []
    for key, value in values:
        base = sheet.base(key)
        if value != base.value:
            changes.append(make(*key, value, base.value, base.version))
    return tuple(changes)


def settle(
    cells: Sequence[ChangeT],
    conflicts: Sequence[Conflict[ChangeT, ValueT]],
    ours: Mapping[KeyT, bool],
) -> tuple[ChangeT, ...]:
    """The cells to save once each conflict is settled: ours on their version, or theirs kept.

    A cell that says already what we want is not written again.
    """
    theirs = {conflict.ours.key: conflict for conflict in conflicts}
    settled = []
    for cell in cells:
        key: Any = cell.key
        conflict = theirs.get(key)
        if conflict is None:
            settled.append(cell)
        elif ours[key] and conflict.theirs != cell.value:
            settled.append(cell.rebase(conflict.theirs, conflict.version))
    return tuple(settled)
