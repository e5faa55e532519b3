"""The transactions on a meeting itself: opened, its head changed, its figures frozen."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, insert, update

from analysis.meetings import OPEN, MeetingHead, find_meeting_part
from data_access.database import open_write
from data_access.reads.rembuk import Meeting
from data_access.schema import PesertaRembuk, Rembuk
from data_access.writes.batches import move_version
from data_access.writes.once import claim_key, hash_content, keep_result
from data_access.writes.rembuk_hold import TOPIC, MeetingGoneError, hold_meeting, part_of
from data_access.writes.tahapan import note_entry

__all__ = ["TOPIC", "MeetingOutcome", "change_head", "freeze_figures", "open_meeting", "part_of"]


@dataclass(frozen=True, slots=True)
class MeetingOutcome:
    """What came of a write: the meeting's number, or how it stands by somebody else's hand."""

    number: int | None = None
    theirs: Meeting | None = None
    is_gone: bool = False


def open_meeting(
    engine: Engine,
    actor: str,
    *,
    wilayah_code: str,
    year: int,
    kind: str,
    held_on: Any = None,
    elements: Sequence[str] = (),
    key: str,
) -> int:
    """Open a meeting with the elements to invite; the same `key` gives the first one's number.

    Raises StageLockedError where its part was handed in, KeyReusedError, and ValueError for a
    region that holds no such meeting.
    """
    part = find_meeting_part(wilayah_code, year, kind)
    digest = hash_content([wilayah_code, year, kind, str(held_on), list(elements)])
    with open_write(engine, actor) as connection:
        done = claim_key(connection, key, digest, actor)
        if done is not None:
            return int(done["id"])
        note_entry(connection, **asdict(part), actor=actor)
        row = {"wilayah_code": wilayah_code, "year": year, "kind": kind, "held_on": held_on}
        row |= {"state": OPEN, "version": 1} | stamp(actor)
        number = connection.scalars(insert(Rembuk).values(**row).returning(Rembuk.id)).one()
        _invite(connection, number, wilayah_code, elements)
        move_version(connection, TOPIC)
        keep_result(connection, key, {"id": number})
        return int(number)


def change_head(engine: Engine, actor: str, base: Meeting, head: MeetingHead) -> MeetingOutcome:
    """Change a meeting's head on the version that the person saw; else theirs comes back.

    A head that says so already is not written again. Raises StageLockedError, MeetingClosedError.
    """
    try:
        with open_write(engine, actor) as connection:
            now = hold_meeting(connection, base.id, actor)
            if head_of(now) == head:
                return MeetingOutcome(now.id)
            if now.version != base.version:
                return MeetingOutcome(theirs=now)
            write_meeting(connection, now, actor, asdict(head))
            return MeetingOutcome(now.id)
    except MeetingGoneError:
        return MeetingOutcome(is_gone=True)


def freeze_figures(
    engine: Engine, actor: str, base: Meeting, snapshot: Mapping[str, Any], *, once: bool = False
) -> MeetingOutcome:
    """Keep the figures that the meeting works with; documents use them for ever.

    `once`: leave figures alone that are frozen already. Otherwise they are frozen anew, on the
    version that the person saw. Raises StageLockedError, MeetingClosedError.
    """
    try:
        with open_write(engine, actor) as connection:
            now = hold_meeting(connection, base.id, actor)
            if once and now.frozen_at is not None:
                return MeetingOutcome(now.id)
            if now.frozen_at != base.frozen_at:
                return MeetingOutcome(theirs=now)
            frozen = {"frozen": dict(snapshot), "frozen_at": datetime.now(UTC)}
            write_meeting(connection, now, actor, frozen)
            return MeetingOutcome(now.id)
    except MeetingGoneError:
        return MeetingOutcome(is_gone=True)


def head_of(meeting: Meeting) -> MeetingHead:
    """What the head of a stored meeting says."""
    return MeetingHead(*(getattr(meeting, name) for name in MeetingHead.__annotations__))


def write_meeting(
    connection: Connection, now: Meeting, actor: str, values: Mapping[str, Any]
) -> None:
    """Store values of a held meeting as its next version."""
    changed = dict(values) | stamp(actor) | {"version": now.version + 1}
    connection.execute(update(Rembuk).where(Rembuk.id == now.id).values(**changed))
    move_version(connection, TOPIC)


def stamp(actor: str) -> dict[str, object]:
    """Who wrote a row and when."""
    return {"updated_by": actor, "updated_at": datetime.now(UTC)}


def _invite(
    connection: Connection, number: int, wilayah_code: str, elements: Sequence[str]
) -> None:
    rows = [
        {"rembuk_id": number, "wilayah_code": wilayah_code, "element": each, "version": 1}
        for each in elements
    ]
    if rows:
        connection.execute(insert(PesertaRembuk), rows)
