"""Closing a meeting with the signed copy, and opening it again: each in one transaction."""

import hashlib
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, insert, select

from analysis.meetings import CLOSED, KINDS, OPEN, find_meeting_part
from analysis.stages import RETURNED, SUBMITTED
from data_access.database import open_write
from data_access.reads.rembuk import Meeting, find_meeting
from data_access.schema import Lampiran, Rembuk
from data_access.writes import lampiran
from data_access.writes.batches import move_version
from data_access.writes.lampiran import NewAttachment
from data_access.writes.once import claim_key, keep_result
from data_access.writes.rembuk import write_meeting
from data_access.writes.rembuk_hold import MeetingGoneError, hold_meeting, part_of
from data_access.writes.stage_rows import lock_part, update_part
from data_access.writes.tahapan import TOPIC as STAGE_TOPIC
from data_access.writes.tahapan import note_entry


@dataclass(frozen=True, slots=True)
class CloseOutcome:
    """What came of closing.

    `is_handed_in`: the stage's part was submitted; not while another meeting of it is open.
    `theirs`: somebody changed the meeting meanwhile and nothing was written.
    """

    number: int | None = None
    is_handed_in: bool = False
    theirs: Meeting | None = None
    is_gone: bool = False


def close_meeting(
    engine: Engine, actor: str, base: Meeting, signed: NewAttachment, *, key: str
) -> CloseOutcome:
    """Store the signed copy, close the meeting and hand its part in: all of it or nothing.

    The same `key` again gives the first result. Raises StageLockedError, MeetingClosedError.
    """
    try:
        with open_write(engine, actor) as connection:
            digest = hashlib.sha256(signed.content).hexdigest()
            done = claim_key(connection, key, digest, actor)
            if done is not None:
                return CloseOutcome(int(done["id"]), bool(done["handed_in"]))
            now = hold_meeting(connection, base.id, actor)
            if now.version != base.version:
                raise _ChangedError(now)
            _attach(connection, actor, signed, digest)
            write_meeting(connection, now, actor, {"state": CLOSED})
            handed_in = _hand_in(connection, now, actor)
            keep_result(connection, key, {"id": now.id, "handed_in": handed_in})
            return CloseOutcome(now.id, handed_in)
    except _ChangedError as error:
        return CloseOutcome(theirs=error.now)
    except MeetingGoneError:
        return CloseOutcome(is_gone=True)


def reopen_meeting(engine: Engine, actor: str, meeting_id: int, note: str) -> bool:
    """Open a closed meeting again whose part was given back; `note` says why on the stage.

    False where it is open already or gone. Raises StageLockedError while the part is handed in.
    """
    with open_write(engine, actor) as connection:
        seen = find_meeting(connection, meeting_id)
        if seen is None or seen.is_open:
            return False
        part = part_of(seen)
        note_entry(connection, **asdict(part), actor=actor)
        now = find_meeting(connection, meeting_id)
        if now is None or now.is_open:
            return False
        row = lock_part(connection, part.wilayah_code, part.year, part.stage, part.part)
        if row is not None:
            # The reason stands on the stage's list of steps, where everybody looks.
            update_part(connection, row, RETURNED, note, actor)
        move_version(connection, STAGE_TOPIC)
        write_meeting(connection, now, actor, {"state": OPEN})
        return True


class _ChangedError(Exception):
    """The meeting is no longer as the person saw it: the key is given free again."""

    def __init__(self, now: Meeting) -> None:
        super().__init__(now.id)
        self.now = now


def _attach(connection: Connection, actor: str, signed: NewAttachment, digest: str) -> None:
    row = asdict(signed) | {
        "size_bytes": len(signed.content),
        "content_sha256": digest,
        "uploaded_by": actor,
        "uploaded_at": datetime.now(UTC),
    }
    connection.execute(insert(Lampiran).values(**row))
    move_version(connection, lampiran.TOPIC)


def _hand_in(connection: Connection, meeting: Meeting, actor: str) -> bool:
    """Submit the meeting's part, unless another meeting recorded in it is still open."""
    part = part_of(meeting)
    same = [kind for kind in KINDS if _stage_of(meeting, kind) == part.stage]
    others = select(Rembuk.id).where(
        Rembuk.wilayah_code == meeting.wilayah_code,
        Rembuk.year == meeting.year,
        Rembuk.kind.in_(same),
        Rembuk.state == OPEN,
        Rembuk.id != meeting.id,
    )
    if connection.scalar(others.limit(1)) is not None:
        return False
    row = lock_part(connection, part.wilayah_code, part.year, part.stage, part.part)
    if row is None:
        raise RuntimeError("the part of a held meeting has no row")
    update_part(connection, row, SUBMITTED, None, actor)
    move_version(connection, STAGE_TOPIC)
    return True


def _stage_of(meeting: Meeting, kind: str) -> str:
    return find_meeting_part(meeting.wilayah_code, meeting.year, kind).stage
