"""The transactions on proposals of an open meeting: stored, changed, decided, removed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, update

from analysis.proposals import UNDECIDED
from data_access.database import open_write
from data_access.reads.rembuk import Meeting
from data_access.reads.usulan import Proposal, find_proposals
from data_access.schema import BahasanUsulan, Komitmen, TautanUsulan, TempatUsulan, Usulan
from data_access.writes.batches import move_version
from data_access.writes.once import claim_key, hash_content, keep_result
from data_access.writes.rembuk_hold import TOPIC, hold_meeting
from data_access.writes.usulan_number import give_number
from data_access.writes.versions import OvertakenError, save_or_compare

PLACES = "places"
FIELDS = (
    *("activity", "item_code", "target_group", "cause", "agency", "volume", "unit", "amount_idr"),
    *("fund", "execution_year", "bidang", "priority", "decision", "decision_reason", PLACES),
)
_ORIGIN = "masalah_id"
# What a decision is about: it is not taken on a proposal that somebody changed meanwhile.
_DECISION = "decision"


@dataclass(frozen=True, slots=True)
class ProposalChange:
    """One proposal as a person leaves it: only the fields changed (of `FIELDS`).

    `base` is what they saw, None for a new one, which needs its "activity" and may name the
    problem that it answers ("masalah_id").
    """

    values: Mapping[str, Any]
    base: Proposal | None = None


@dataclass(frozen=True, slots=True)
class ProposalConflict:
    """A proposal that is no longer as it was seen; `theirs` None: removed."""

    change: ProposalChange
    theirs: Proposal | None


@dataclass(frozen=True, slots=True)
class ProposalsOutcome:
    """How the proposals of a save stand, in its order; with conflicts nothing was written."""

    saved: tuple[Proposal, ...] = ()
    conflicts: tuple[ProposalConflict, ...] = ()


@dataclass(frozen=True, slots=True)
class RemovalOutcome:
    """What a removal did; with anything but `removed` nothing was.

    `in_use`: proposals that a commitment, a higher meeting or a budget line speaks of.
    """

    removed: int = 0
    changed: tuple[Proposal, ...] = ()
    in_use: tuple[Proposal, ...] = ()


class _ConflictsError(Exception):
    def __init__(self, conflicts: Sequence[ProposalConflict]) -> None:
        super().__init__(len(conflicts))
        self.conflicts = tuple(conflicts)


def save_proposals(
    engine: Engine, actor: str, *, key: str, meeting_id: int, changes: Sequence[ProposalChange]
) -> ProposalsOutcome:
    """Store new proposals with their numbers, and changed fields, in one transaction.

    A field that somebody else changed meanwhile is a conflict, as is a decision on a proposal
    that changed at all: then nothing is written. The same `key` again gives the first result.
    Raises StageLockedError, MeetingClosedError, MeetingGoneError, KeyReusedError, and ValueError
    for fields that do not exist and for a proposal without activity.
    """
    for change in changes:
        _check(change)
    try:
        return save_or_compare(lambda: _save(engine, actor, key, meeting_id, changes))
    except _ConflictsError as error:
        return ProposalsOutcome(conflicts=error.conflicts)


def remove_proposals(
    engine: Engine, actor: str, meeting_id: int, bases: Sequence[Proposal]
) -> RemovalOutcome:
    """Take proposals out of an open meeting, all or none; their numbers are not given again.

    One that is gone already is no fault. Raises as `save_proposals`.
    """
    with open_write(engine, actor) as connection:
        hold_meeting(connection, meeting_id, actor)
        now = _find_in(connection, meeting_id, [base.id for base in bases])
        changed = tuple(now[b.id] for b in bases if b.id in now and now[b.id].version != b.version)
        in_use = tuple(now[number] for number in sorted(_find_used(connection, now)))
        if changed or in_use:
            return RemovalOutcome(changed=changed, in_use=in_use)
        if now:
            for table, column in ((TempatUsulan, TempatUsulan.usulan_id), (Usulan, Usulan.id)):
                connection.execute(delete(table).where(column.in_(list(now))))
            move_version(connection, TOPIC)
        return RemovalOutcome(len(now))


def _check(change: ProposalChange) -> None:
    known = {*FIELDS, _ORIGIN} if change.base is None else set(FIELDS)
    unknown = set(change.values) - known
    has_activity = change.base is not None and "activity" not in change.values
    if unknown or not (has_activity or change.values.get("activity")):
        raise ValueError(f"no proposal: {dict(change.values)}")


def _save(
    engine: Engine, actor: str, key: str, meeting_id: int, changes: Sequence[ProposalChange]
) -> ProposalsOutcome:
    digest = hash_content([meeting_id, [_plain(change) for change in changes]])
    with open_write(engine, actor) as connection:
        done = claim_key(connection, key, digest, actor)
        if done is not None:
            known = find_proposals(connection, done["ids"])
            return ProposalsOutcome(tuple(known[n] for n in done["ids"] if n in known))
        meeting = hold_meeting(connection, meeting_id, actor)
        now = _find_in(connection, meeting_id, [c.base.id for c in changes if c.base is not None])
        _demand_as_seen(now, changes)
        ids = [_write(connection, meeting, now, change, actor) for change in changes]
        move_version(connection, TOPIC)
        keep_result(connection, key, {"ids": ids})
        known = find_proposals(connection, ids)
        return ProposalsOutcome(tuple(known[number] for number in ids))


def _plain(change: ProposalChange) -> list[Any]:
    base = None if change.base is None else [change.base.id, change.base.version]
    values = {name: _jsonable(value) for name, value in change.values.items()}
    return [base, values]


def _jsonable(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _find_in(connection: Connection, meeting_id: int, ids: Iterable[int]) -> dict[int, Proposal]:
    """Proposals of this very meeting: a forged number finds nothing."""
    found = find_proposals(connection, list(ids))
    return {number: each for number, each in found.items() if each.rembuk_id == meeting_id}


def _demand_as_seen(now: Mapping[int, Proposal], changes: Sequence[ProposalChange]) -> None:
    conflicts = []
    for change in changes:
        if change.base is None:
            continue
        theirs = now.get(change.base.id)
        if theirs is None or not _fits(change, change.base, theirs):
            conflicts.append(ProposalConflict(change, theirs))
    if conflicts:
        raise _ConflictsError(conflicts)


def _fits(change: ProposalChange, base: Proposal, theirs: Proposal) -> bool:
    """Tell whether nothing that somebody else wrote would be lost."""
    if theirs.version == base.version or _says(theirs, change.values):
        return True
    if _DECISION in change.values:
        return False
    return all(getattr(theirs, name) == getattr(base, name) for name in change.values)


def _says(proposal: Proposal, values: Mapping[str, Any]) -> bool:
    return all(getattr(proposal, name) == value for name, value in values.items())


def _write(
    connection: Connection,
    meeting: Meeting,
    now: Mapping[int, Proposal],
    change: ProposalChange,
    actor: str,
) -> int:
    values = {name: value for name, value in change.values.items() if name != PLACES}
    stamp = {"updated_by": actor, "updated_at": datetime.now(UTC)}
    if change.base is None:
        number = _insert(connection, meeting, values | stamp)
    else:
        stands = now[change.base.id]
        number = stands.id
        if not _says(stands, change.values):
            mine = update(Usulan).where(Usulan.id == number, Usulan.version == stands.version)
            changed = mine.values(**values, **stamp, version=stands.version + 1)
            if connection.execute(changed).rowcount != 1:
                raise OvertakenError
    if PLACES in change.values:
        _set_places(connection, number, change.values[PLACES])
    return number


def _insert(connection: Connection, meeting: Meeting, values: Mapping[str, Any]) -> int:
    problem = values.get(_ORIGIN)
    if problem is not None:
        # Two recorders who take over the same analysis get its proposals once.
        same = select(Usulan.id).where(Usulan.rembuk_id == meeting.id, Usulan.masalah_id == problem)
        known = connection.scalar(same.limit(1))
        if known is not None:
            return int(known)
    row = {
        _DECISION: UNDECIDED,
        **values,
        "number": give_number(connection, meeting.wilayah_code, meeting.year),
        "wilayah_code": meeting.wilayah_code,
        "year": meeting.year,
        "rembuk_id": meeting.id,
        "version": 1,
    }
    return int(connection.scalars(insert(Usulan).values(**row).returning(Usulan.id)).one())


def _set_places(connection: Connection, number: int, wanted: Iterable[str]) -> None:
    """Make these the places of a proposal; those that stay are not written again."""
    asked = select(TempatUsulan.wilayah_code).where(TempatUsulan.usulan_id == number)
    there, codes = set(connection.scalars(asked)), set(wanted)
    gone = there - codes
    if gone:
        mine = delete(TempatUsulan).where(TempatUsulan.usulan_id == number)
        connection.execute(mine.where(TempatUsulan.wilayah_code.in_(sorted(gone))))
    rows = [{"usulan_id": number, "wilayah_code": code} for code in sorted(codes - there)]
    if rows:
        connection.execute(insert(TempatUsulan), rows)


def _find_used(connection: Connection, ids: Iterable[int]) -> set[int]:
    listed, used = list(ids), set[int]()
    for column in (Komitmen.usulan_id, BahasanUsulan.usulan_id, TautanUsulan.usulan_id):
        found = connection.scalars(select(column).where(column.in_(listed)))
        used |= {number for number in found if number is not None}
    return used
