"""The transaction that stores a table of programmes: all of its new and changed ones, or none."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, Engine

from data_access.database import open_write
from data_access.reads.program_mitra import Program
from data_access.writes.batches import (
    BatchInfo,
    WriteOutcome,
    find_same,
    move_version,
    start_batch,
)
from data_access.writes.program_mitra import (
    TOPIC,
    ProgramDraft,
    find_part,
    insert_program,
    read_identities,
    to_draft,
    update_program,
)
from data_access.writes.program_review import lock_programs
from data_access.writes.tahapan import note_entry

KIND = "program"


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A programme that a file changes: its number and version when the file was made."""

    program_id: int
    version: int
    draft: ProgramDraft


@dataclass(frozen=True, slots=True)
class ProgramSet:
    """What a file brings to one kecamatan and year."""

    wilayah_code: str
    year: int
    added: tuple[ProgramDraft, ...]
    changed: tuple[ChangedRow, ...]


@dataclass(frozen=True, slots=True)
class ProgramFileOutcome:
    """What a save did. `moved`, `gone`, `doubled`: why nothing was written."""

    written: WriteOutcome | None = None
    moved: tuple[Program, ...] = ()
    gone: tuple[int, ...] = ()
    doubled: tuple[ProgramDraft, ...] = ()


def save_programs(engine: Engine, data: ProgramSet, info: BatchInfo) -> ProgramFileOutcome:
    """Store what a file brings in one transaction; the same file again changes nothing.

    Raises StageLockedError where the inventory is submitted or further.
    """
    try:
        with open_write(engine, info.actor) as connection:
            return ProgramFileOutcome(_save(connection, data, info))
    except _UnwrittenError as error:
        return error.outcome


class _UnwrittenError(Exception):
    """Ends the transaction with nothing written, and says why."""

    def __init__(self, outcome: ProgramFileOutcome) -> None:
        super().__init__(outcome)
        self.outcome = outcome


def _save(connection: Connection, data: ProgramSet, info: BatchInfo) -> WriteOutcome:
    part = find_part(data.wilayah_code, data.year)
    note_entry(connection, **asdict(part), actor=info.actor)
    same = find_same(connection, info)
    if same is not None:
        raise _UnwrittenError(ProgramFileOutcome(same))
    now = lock_programs(connection, [each.program_id for each in data.changed])
    refused = _find_refusal(connection, data, now)
    if refused is not None:
        raise _UnwrittenError(refused)
    changed = [row for row in data.changed if to_draft(now[row.program_id]) != row.draft]
    if not data.added and not changed:
        raise _UnwrittenError(ProgramFileOutcome(WriteOutcome(0, 0, unchanged=True)))
    return _write(connection, data, changed, now, info)


def _find_refusal(
    connection: Connection, data: ProgramSet, now: dict[int, Program]
) -> ProgramFileOutcome | None:
    gone = tuple(row.program_id for row in data.changed if row.program_id not in now)
    there = [row for row in data.changed if row.program_id in now]
    moved = tuple(
        now[row.program_id]
        for row in there
        if now[row.program_id].version != row.version and to_draft(now[row.program_id]) != row.draft
    )
    doubled = _find_doubled(connection, data)
    if gone or moved or doubled:
        return ProgramFileOutcome(moved=moved, gone=gone, doubled=doubled)
    return None


def _find_doubled(connection: Connection, data: ProgramSet) -> tuple[ProgramDraft, ...]:
    """New or changed programmes that another one of the kecamatan is already."""
    known = read_identities(connection, data.wilayah_code, data.year)
    changed = {row.program_id for row in data.changed}
    kept = {identity for identity, number in known.items() if number not in changed}
    doubled = []
    for draft in (*(row.draft for row in data.changed), *data.added):
        if draft.identity in kept:
            doubled.append(draft)
        kept.add(draft.identity)
    return tuple(doubled)


def _write(
    connection: Connection,
    data: ProgramSet,
    changed: Sequence[ChangedRow],
    now: dict[int, Program],
    info: BatchInfo,
) -> WriteOutcome:
    count = len(data.added) + len(changed)
    batch_id = start_batch(connection, info, count)
    for draft in data.added:
        insert_program(connection, info.actor, draft, data.year, batch_id)
    for row in changed:
        update_program(connection, info.actor, now[row.program_id], row.draft, batch_id)
    for topic in (TOPIC, "batch"):
        move_version(connection, topic)
    return WriteOutcome(batch_id, count)
