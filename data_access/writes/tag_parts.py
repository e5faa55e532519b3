"""The part of a stage to which tagging belongs, and the sub kegiatan that it begins with."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from sqlalchemy import Connection, Engine, select, update

from analysis.budget_calendar import find_cycle_year, find_stage
from data_access.database import open_write
from data_access.reads.anggaran import Snapshot
from data_access.reads.penandaan import LineState
from data_access.schema import Skpd, Subkegiatan
from data_access.writes.batches import move_version
from data_access.writes.isian import StagePart
from data_access.writes.tag_drafts import LineFault, TagsRefusedError
from data_access.writes.tahapan import note_entry
from geo.codes import level_of

TOPIC = "anggaran"


def part_of(owner_code: str, agency: str, kind: str, budget_year: int) -> StagePart:
    """The part of a stage in which an agency tags its lines of a snapshot."""
    stage = find_stage(kind, level_of(owner_code))
    return StagePart(owner_code, find_cycle_year(kind, budget_year), stage, agency)


def begin_parts(connection: Connection, states: Iterable[LineState], actor: str) -> None:
    """Record that the parts of some lines are being entered; raises StageLockedError."""
    parts = {
        part_of(state.owner_code, state.agency, state.kind, state.year)
        for state in states
        if state.owner_code is not None and state.agency is not None
    }
    _begin(connection, parts, actor)


def mark_activities(
    engine: Engine, actor: str, snapshot: Snapshot, marks: Mapping[int, bool | None]
) -> int:
    """Say of sub kegiatan, by number, that they are about stunting, are not, or nobody said.

    Returns how many changed; one that says so already is left alone. Raises StageLockedError for
    a part that is submitted or further, TagsRefusedError for one of another snapshot or unpaired.
    """
    question = (
        select(
            Subkegiatan.id,
            Subkegiatan.is_marked,
            Subkegiatan.version,
            Skpd.owner_code,
            Skpd.agency,
        )
        .join(Skpd, Skpd.id == Subkegiatan.skpd_id)
        .where(Subkegiatan.potret_id == snapshot.id, Subkegiatan.id.in_(list(marks)))
        .order_by(Subkegiatan.id)
    )
    with open_write(engine, actor) as connection:
        rows = connection.execute(question.with_for_update(of=Subkegiatan)).all()
        paired = {row.id for row in rows if row.owner_code is not None and row.agency is not None}
        if foreign := set(marks) - paired:
            raise TagsRefusedError([LineFault("subkegiatan_asing", each) for each in foreign])
        owners = {(row.owner_code, row.agency) for row in rows}
        _begin(connection, {part_of(*o, snapshot.kind, snapshot.year) for o in owners}, actor)
        changed = [row for row in rows if row.is_marked is not marks[row.id]]
        for row in changed:
            values = {"is_marked": marks[row.id], "version": row.version + 1}
            connection.execute(update(Subkegiatan).where(Subkegiatan.id == row.id).values(**values))
        if changed:
            move_version(connection, TOPIC)
    return len(changed)


def _begin(connection: Connection, parts: Iterable[StagePart], actor: str) -> None:
    # Always in the same order, so that two saves never wait for each other in a circle.
    for part in sorted(parts, key=lambda each: (each.wilayah_code, each.stage, each.part)):
        note_entry(connection, **asdict(part), actor=actor)
