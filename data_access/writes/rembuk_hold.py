"""What every write to a meeting begins with: other writers wait, and the record must be open."""

from sqlalchemy import Connection

from analysis.meetings import find_meeting_part
from data_access.reads.rembuk import Meeting, find_meeting
from data_access.writes.isian import StagePart
from data_access.writes.tahapan import note_entry

TOPIC = "rembuk"


class MeetingClosedError(Exception):
    """Something was to be recorded in a meeting that is closed."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting.id)
        self.meeting = meeting


class MeetingGoneError(LookupError):
    """There is no meeting of that number."""


def part_of(meeting: Meeting) -> StagePart:
    """The part of a stage in which a meeting is recorded."""
    part = find_meeting_part(meeting.wilayah_code, meeting.year, meeting.kind)
    return StagePart(part.wilayah_code, part.year, part.stage, part.part)


def hold_meeting(connection: Connection, meeting_id: int, actor: str) -> Meeting:
    """Hold an open meeting's part against other writers until the transaction ends.

    Raises StageLockedError where the part was handed in, MeetingClosedError where the meeting is
    closed, MeetingGoneError where there is none.
    """
    seen = _find(connection, meeting_id)
    if not seen.is_open:
        raise MeetingClosedError(seen)
    part = part_of(seen)
    note_entry(
        connection,
        wilayah_code=part.wilayah_code,
        year=part.year,
        stage=part.stage,
        part=part.part,
        actor=actor,
    )
    # Looked at again under the lock: another writer may have closed it while we waited.
    now = _find(connection, meeting_id)
    if not now.is_open:
        raise MeetingClosedError(now)
    return now


def _find(connection: Connection, meeting_id: int) -> Meeting:
    found = find_meeting(connection, meeting_id)
    if found is None:
        raise MeetingGoneError(meeting_id)
    return found
