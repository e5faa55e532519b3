"""A figure corrected in a meeting: the cell, the note of it and its part's state, in one go."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, insert, select, update

from analysis.stages import APPROVED, SUBMITTED, VERIFIED, can_enter
from data_access.database import open_write
from data_access.reads.isian import find_writers
from data_access.reads.rembuk import Meeting, find_meeting
from data_access.schema import Isian, KoreksiRapat
from data_access.writes.batches import move_entered, move_version
from data_access.writes.cell_changes import CellChange, CellConflict, StagePart
from data_access.writes.isian import ensure_period
from data_access.writes.once import claim_key, hash_content, keep_result
from data_access.writes.rembuk_hold import TOPIC, MeetingGoneError, hold_meeting, part_of
from data_access.writes.stage_rows import lock_part, update_part
from data_access.writes.tahapan import TOPIC as STAGE_TOPIC
from data_access.writes.tahapan import note_entry
from data_access.writes.versions import ConflictsError, list_conflicts, save_or_compare


@dataclass(frozen=True, slots=True)
class CorrectionRequest:
    """One correction: the cell and its own part, who asked, on what evidence.

    `note` stands on the part's list of steps where it is set back to wait for verification.
    """

    key: str
    meeting_id: int
    period: str
    cell: CellChange
    owner: StagePart
    asked_by: str
    evidence: str
    note: str


@dataclass(frozen=True, slots=True)
class CorrectionOutcome:
    """What came of it; with a conflict nothing was written.

    `is_set_back`: the part was verified or approved and waits for verification again.
    """

    number: int | None = None
    is_set_back: bool = False
    conflict: CellConflict | None = None


def save_correction(engine: Engine, actor: str, request: CorrectionRequest) -> CorrectionOutcome:
    """Store a corrected figure on the version that the person saw.

    The same cell corrected again in the same meeting keeps the figure that stood there first.
    Raises StageLockedError and MeetingClosedError of the meeting, ValueError for a figure that is
    not known.
    """
    if request.cell.value is None:
        raise ValueError("a correction says a figure")
    try:
        return save_or_compare(lambda: _save(engine, actor, request))
    except ConflictsError as error:
        return CorrectionOutcome(conflict=error.conflicts[0])


def _save(engine: Engine, actor: str, request: CorrectionRequest) -> CorrectionOutcome:
    digest = hash_content(asdict(request))
    with open_write(engine, actor) as connection:
        done = claim_key(connection, request.key, digest, actor)
        if done is not None:
            return CorrectionOutcome(int(done["id"]), bool(done["set_back"]))
        _lock_in_order(connection, request)
        meeting = hold_meeting(connection, request.meeting_id, actor)
        _write_cell(connection, request)
        number = _note_correction(connection, meeting, actor, request)
        set_back = _set_back(connection, request, actor)
        move_version(connection, TOPIC)
        move_entered(connection, request.period)
        keep_result(connection, request.key, {"id": number, "set_back": set_back})
        return CorrectionOutcome(number, set_back)


def _lock_in_order(connection: Connection, request: CorrectionRequest) -> None:
    """Hold both parts in every other writer's order, so that none waits in a circle."""
    meeting = find_meeting(connection, request.meeting_id)
    if meeting is None:
        raise MeetingGoneError(request.meeting_id)
    parts = {part_of(meeting), request.owner}
    for part in sorted(parts, key=lambda p: (p.wilayah_code, p.year, p.stage, p.part)):
        lock_part(connection, part.wilayah_code, part.year, part.stage, part.part)


def _write_cell(connection: Connection, request: CorrectionRequest) -> None:
    cell, period = request.cell, request.period
    ensure_period(connection, period)
    same = (
        Isian.period == period,
        Isian.unit_code == cell.unit_code,
        Isian.item_code == cell.item_code,
    )
    now = connection.execute(select(Isian.version, Isian.value).where(*same)).first()
    if (0 if now is None else now.version) != cell.base_version:
        stands = {cell.key: (now.version, now.value) if now is not None else (0, None)}
        writers = find_writers(connection, period, [cell.key])
        raise ConflictsError(list_conflicts([cell], stands, writers))
    if now is None:
        row = {"period": period, "unit_code": cell.unit_code, "item_code": cell.item_code}
        connection.execute(insert(Isian).values(**row, value=cell.value, version=1))
        return
    # A corrected figure is the meeting's own, no longer the import's.
    values = {"value": cell.value, "version": now.version + 1, "batch_id": None}
    connection.execute(update(Isian).where(*same).values(**values))


def _note_correction(
    connection: Connection, meeting: Meeting, actor: str, request: CorrectionRequest
) -> int:
    cell = request.cell
    said = {
        "new_value": cell.value,
        "asked_by": request.asked_by,
        "evidence": request.evidence,
        "corrected_by": actor,
        "corrected_at": datetime.now(UTC),
    }
    key = {"rembuk_id": meeting.id, "period": request.period}
    key |= {"unit_code": cell.unit_code, "item_code": cell.item_code}
    earlier = connection.scalar(select(KoreksiRapat.id).filter_by(**key))
    if earlier is not None:
        connection.execute(update(KoreksiRapat).where(KoreksiRapat.id == earlier).values(**said))
        return int(earlier)
    row = key | said | {"wilayah_code": meeting.wilayah_code, "old_value": cell.base_value}
    return int(
        connection.scalars(insert(KoreksiRapat).values(**row).returning(KoreksiRapat.id)).one()
    )


def _set_back(connection: Connection, request: CorrectionRequest, actor: str) -> bool:
    """Let the cell's part wait for verification again where it was verified or approved."""
    owner = request.owner
    row = lock_part(connection, owner.wilayah_code, owner.year, owner.stage, owner.part)
    if row is None or can_enter(row.state):
        note_entry(connection, **asdict(owner), actor=actor)
        return False
    if row.state not in _CHECKED:
        return False
    update_part(connection, row, SUBMITTED, request.note, actor)
    move_version(connection, STAGE_TOPIC)
    return True


_CHECKED: Sequence[str] = (VERIFIED, APPROVED)
