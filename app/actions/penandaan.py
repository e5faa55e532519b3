"""Tagging lines of spending: who may for which agency, whether the tags mean something, write."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field

from sqlalchemy import Engine

from app.access import Account, NotAllowedError, demand, may, may_somewhere
from app.actions.penandaan_checks import MOST_LINES, find_tag_faults
from app.actions.penandaan_values import read_rupiah, read_value
from data_access.reads.anggaran import Snapshot, read_snapshots
from data_access.reads.penandaan import LineState, read_activity_owners, read_line_states
from data_access.schema import SHARE_BASES, SPENDING_KINDS
from data_access.writes import penandaan as writes
from data_access.writes.isian import StagePart
from data_access.writes.once import hash_content
from data_access.writes.penandaan import part_of
from data_access.writes.tag_drafts import (
    LineFault,
    LineTags,
    TagConflict,
    TagDraft,
    TagOutcome,
    TagsRefusedError,
    find_faults,
)
from data_access.writes.tahapan import StageLockedError

__all__ = [
    "SHARE_BASES",
    "SPENDING_KINDS",
    "LineFault",
    "LineTags",
    "Snapshot",
    "StagePart",
    "TagConflict",
    "TagDraft",
    "TagOutcome",
    "TagResult",
    "mark_activities",
    "part_of",
    "read_rupiah",
    "read_value",
    "store_tags",
    "tags_for",
]
ACTION = "isi"


@dataclass(frozen=True, slots=True)
class TagResult:
    """What a save came to; with `faults` or `locked_state` (of `locked_part`) nothing was done."""

    outcome: TagOutcome = field(default_factory=TagOutcome)
    faults: tuple[LineFault, ...] = ()
    locked_state: str | None = None
    locked_part: str | None = None

    @property
    def is_done(self) -> bool:
        """Tell whether everything was stored."""
        return not (self.faults or self.locked_state or self.outcome.conflicts)


def tags_for(person: Account | None, owner_code: str, agency: str) -> bool:
    """Tell whether a person tags the lines of an agency: for what a screen shows."""
    return may(person, ACTION, owner_code, agency)


def store_tags(
    engine: Engine,
    person: Account | None,
    snapshot: Snapshot,
    lines: Sequence[LineTags],
    token: str,
) -> TagResult:
    """Store the tags of some lines, all or none.

    Who may is asked of the agency that each line belongs to, as stored. `token` stands for the
    form; with the content it is the key by which the same click again is known. Raises
    NotAllowedError.
    """
    if person is None or not may_somewhere(person, ACTION):
        raise NotAllowedError(ACTION, snapshot.wilayah_code, "")
    states = read_line_states(engine, [line.line_id for line in lines])
    _demand_owners(person, ((s.wilayah_code, s.owner_code, s.agency) for s in states.values()))
    faults = _find_faults(engine, snapshot, lines, states)
    if faults:
        return TagResult(faults=faults)
    key = hash_content([token, snapshot.id, [asdict(line) for line in lines]])
    try:
        outcome = writes.save_tags(
            engine, person.username, key, snapshot.wilayah_code, snapshot, lines
        )
    except StageLockedError as error:
        return TagResult(locked_state=error.state, locked_part=error.part)
    except TagsRefusedError as error:  # the line became smaller since we looked
        return TagResult(faults=error.faults)
    return TagResult(outcome)


def mark_activities(
    engine: Engine, person: Account | None, snapshot: Snapshot, marks: Mapping[int, bool | None]
) -> TagResult:
    """Say of sub kegiatan that they are about stunting (True), are not, or nobody said (None).

    Raises NotAllowedError, and ValueError for a snapshot that does not exist.
    """
    if person is None or not may_somewhere(person, ACTION):
        raise NotAllowedError(ACTION, snapshot.wilayah_code, "")
    if snapshot not in read_snapshots(engine, snapshot.wilayah_code):
        raise ValueError(f"no snapshot {snapshot}")
    owners = read_activity_owners(engine, snapshot, list(marks))
    _demand_owners(person, ((snapshot.wilayah_code, *owner) for owner in owners.values()))
    try:
        count = writes.mark_activities(engine, person.username, snapshot, marks)
    except StageLockedError as error:
        return TagResult(locked_state=error.state, locked_part=error.part)
    except TagsRefusedError as error:
        return TagResult(faults=error.faults)
    return TagResult(TagOutcome(saved=count))


def _demand_owners(person: Account, owners: Iterable[tuple[str, str | None, str | None]]) -> None:
    """An SKPD that nobody is paired with is Bappeda's of the budget's own region."""
    for wilayah_code, owner_code, agency in set(owners):
        if owner_code is None or agency is None:
            demand(person, ACTION, wilayah_code)
        else:
            demand(person, ACTION, owner_code, agency)


def _find_faults(
    engine: Engine,
    snapshot: Snapshot,
    lines: Sequence[LineTags],
    states: Mapping[int, LineState],
) -> tuple[LineFault, ...]:
    if not lines:
        return (LineFault("kosong", 0),)
    if len(lines) > MOST_LINES:
        return (LineFault("terlalu_banyak", 0),)
    basic = find_faults(snapshot.id, lines, states)
    return basic or find_tag_faults(engine, lines, states)
