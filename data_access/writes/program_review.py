"""The camat's review of programmes: several at once, all of them or none."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, select, update

from data_access.database import open_write
from data_access.reads.program_mitra import Program, find_programs
from data_access.schema import ProgramMitra
from data_access.writes.batches import move_version
from data_access.writes.program_mitra import TOPIC, stamp


@dataclass(frozen=True, slots=True)
class Review:
    """What the camat says of one programme as seen: `state` is disetujui or dikembalikan."""

    program_id: int
    version: int
    state: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ReviewOutcome:
    """How many were reviewed. With programmes moved or gone since, nothing was written."""

    reviewed: int = 0
    moved: tuple[Program, ...] = ()
    gone: tuple[int, ...] = ()


def review_programs(engine: Engine, actor: str, reviews: Sequence[Review]) -> ReviewOutcome:
    """Store reviews on what the camat saw; the same by the same camat again counts as done."""
    with open_write(engine, actor) as connection:
        now = lock_programs(connection, [each.program_id for each in reviews])
        gone = tuple(each.program_id for each in reviews if each.program_id not in now)
        open_ones = [r for r in reviews if r.program_id in now and not _is_done(r, now, actor)]
        moved = [now[r.program_id] for r in open_ones if now[r.program_id].version != r.version]
        if gone or moved:
            return ReviewOutcome(moved=tuple(moved), gone=gone)
        for each in open_ones:
            values = {"review": each.state, "review_note": each.note, "version": each.version + 1}
            changed = update(ProgramMitra).where(ProgramMitra.id == each.program_id)
            connection.execute(changed.values(**values, **stamp(actor)))
        if open_ones:
            move_version(connection, TOPIC)
    return ReviewOutcome(len(reviews))


def lock_programs(connection: Connection, program_ids: Sequence[int]) -> dict[int, Program]:
    """Programmes by number, held against other writers; those that are gone are missing."""
    # Always in the same order, so that two writes never wait for each other in a circle.
    numbers = sorted(set(program_ids))
    question = select(ProgramMitra.id).where(ProgramMitra.id.in_(numbers)).order_by(ProgramMitra.id)
    connection.execute(question.with_for_update())
    return find_programs(connection, numbers)


def _is_done(review: Review, now: dict[int, Program], actor: str) -> bool:
    row = now[review.program_id]
    said = (row.review, row.review_note) == (review.state, review.note)
    return said and row.updated_by == actor and row.version == review.version + 1
