"""The transaction in which a higher meeting decides about proposals from below."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, Engine, insert, update

from data_access.database import open_write
from data_access.reads.rembuk import Meeting
from data_access.reads.usulan import RaisedProposal, find_raised
from data_access.schema import BahasanUsulan
from data_access.writes.batches import move_version
from data_access.writes.rembuk_hold import TOPIC, hold_meeting


@dataclass(frozen=True, slots=True)
class RaisedDecision:
    """What a meeting decides about one proposal from below; `version` as seen (0: undiscussed)."""

    usulan_id: int
    decision: str
    reason: str | None
    priority: int | None
    version: int


def decide_raised(
    engine: Engine, actor: str, meeting_id: int, decisions: Sequence[RaisedDecision]
) -> tuple[RaisedProposal, ...]:
    """Store decisions of an open meeting, all or none and how those stand that somebody changed.

    A decision that stands so already is not written again. Raises StageLockedError,
    MeetingClosedError, MeetingGoneError, and LookupError for a proposal that does not come before
    this meeting.
    """
    with open_write(engine, actor) as connection:
        meeting = hold_meeting(connection, meeting_id, actor)
        known = {each.proposal.id: each for each in find_raised(connection, meeting)}
        missing = [each.usulan_id for each in decisions if each.usulan_id not in known]
        if missing:
            raise LookupError(missing)
        wanted = [d for d in decisions if not _stands(known[d.usulan_id], d)]
        moved = [d for d in wanted if known[d.usulan_id].version != d.version]
        if moved:
            return tuple(known[each.usulan_id] for each in moved)
        for decision in wanted:
            _write(connection, meeting, decision)
        if wanted:
            move_version(connection, TOPIC)
        return ()


def _stands(there: RaisedProposal, wanted: RaisedDecision) -> bool:
    said = (wanted.decision, wanted.reason, wanted.priority)
    return there.version > 0 and (there.decision, there.reason, there.priority) == said


def _write(connection: Connection, meeting: Meeting, decision: RaisedDecision) -> None:
    values = asdict(decision) | {"version": decision.version + 1}
    if decision.version == 0:
        row = values | {"rembuk_id": meeting.id, "wilayah_code": meeting.wilayah_code}
        connection.execute(insert(BahasanUsulan).values(**row))
        return
    mine = update(BahasanUsulan).where(
        BahasanUsulan.usulan_id == decision.usulan_id, BahasanUsulan.rembuk_id == meeting.id
    )
    connection.execute(mine.values(**values))
