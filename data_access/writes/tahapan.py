"""The transactions that move stages: entry of data, steps of parts, what Bappeda decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, insert, select

from analysis.stages import DRAFT, MOVES, NOT_STARTED, can_enter
from data_access.database import open_write
from data_access.schema import PengecualianGerbang, Pernyataan
from data_access.writes.batches import move_version
from data_access.writes.stage_rows import PartRow, insert_part, lock_part, update_part
from data_access.writes.versions import OvertakenError

TOPIC = "tahapan"


class StageLockedError(Exception):
    """Data of a part were to be entered although it is already submitted or further."""

    def __init__(self, wilayah_code: str, year: int, stage: str, part: str, state: str) -> None:
        super().__init__(f"{wilayah_code} {year} {stage} {part}: {state}")
        self.wilayah_code = wilayah_code
        self.year = year
        self.stage = stage
        self.part = part
        self.state = state


@dataclass(frozen=True, slots=True)
class StageMove:
    """One step of one part, from what the person saw: its state and version (0: no row yet)."""

    kind: str
    wilayah_code: str
    year: int
    stage: str
    part: str
    from_state: str
    version: int
    note: str | None = None

    @property
    def to_state(self) -> str:
        """The state that the step leads to."""
        return MOVES[self.kind].target


@dataclass(frozen=True, slots=True)
class StageConflict:
    """A part that is no longer as the person saw it: how it stands, who moved it and when."""

    move: StageMove
    state: str
    updated_by: str | None
    updated_at: datetime | None


@dataclass(frozen=True, slots=True)
class StageOutcome:
    """What moved. With conflicts nothing did; `repeated`: the same was done already."""

    moved: tuple[StageMove, ...] = ()
    conflicts: tuple[StageConflict, ...] = ()
    repeated: tuple[StageMove, ...] = ()


def note_entry(
    connection: Connection, *, wilayah_code: str, year: int, stage: str, part: str, actor: str
) -> None:
    """Record, inside another write's transaction, that data of a part are being entered.

    The part becomes a draft where it is not one yet; a returned one keeps its note until it is
    submitted again. Until the transaction ends nobody else moves the part. Raises
    StageLockedError where the part is submitted, verified or approved.
    """
    key = (wilayah_code, year, stage, part)
    row = lock_part(connection, *key)
    if row is None:
        if insert_part(connection, *key, DRAFT, actor):
            move_version(connection, TOPIC)
            return
        row = lock_part(connection, *key)
    if row is None or not can_enter(row.state):
        raise StageLockedError(*key, NOT_STARTED if row is None else row.state)
    if row.state != DRAFT:
        update_part(connection, row, DRAFT, row.note, actor)
        move_version(connection, TOPIC)


def move_parts(engine: Engine, actor: str, moves: Sequence[StageMove]) -> StageOutcome:
    """Take several steps in one transaction, all of them or none.

    A part that has moved since it was seen is a conflict; where it moved to the very state asked
    for by the same actor's last step, the step is only repeated. Raises ValueError for a step
    that does not fit its state or lacks its note.
    """
    for move in moves:
        _check_move(move)
    try:
        return _move_all(engine, actor, moves)
    except OvertakenError:  # now its row is there to be compared with
        return _move_all(engine, actor, moves)


def _move_all(engine: Engine, actor: str, moves: Sequence[StageMove]) -> StageOutcome:
    with open_write(engine, actor) as connection:
        # Always in the same order, so that two bulk steps never wait for each other in a circle.
        ordered = sorted(moves, key=lambda m: (m.wilayah_code, m.year, m.stage, m.part))
        found = [
            (m, lock_part(connection, m.wilayah_code, m.year, m.stage, m.part)) for m in ordered
        ]
        repeated = tuple(move for move, row in found if _is_repeated(move, row, actor))
        fresh = [(move, row) for move, row in found if move not in repeated]
        conflicts = tuple(
            _describe_conflict(move, row) for move, row in fresh if not _is_as_seen(move, row)
        )
        if conflicts or not fresh:
            return StageOutcome(conflicts=conflicts, repeated=repeated)
        for move, row in fresh:
            _take_step(connection, move, row, actor)
        move_version(connection, TOPIC)
        return StageOutcome(moved=tuple(move for move, _ in fresh), repeated=repeated)


def save_exception(
    engine: Engine, actor: str, *, wilayah_code: str, year: int, stage: str, reason: str
) -> None:
    """Let a stage go on before those below are done; the same said again is stored once."""
    _save_once(engine, actor, PengecualianGerbang, wilayah_code, year, stage=stage, reason=reason)


def save_statement(engine: Engine, actor: str, *, wilayah_code: str, year: int, text: str) -> None:
    """Record Bappeda's statement that the data from below are the region's official data."""
    _save_once(engine, actor, Pernyataan, wilayah_code, year, text=text)


def _save_once(
    engine: Engine,
    actor: str,
    table: type[PengecualianGerbang | Pernyataan],
    wilayah_code: str,
    year: int,
    **content: str,
) -> None:
    row = {"wilayah_code": wilayah_code, "year": year, **content}
    with open_write(engine, actor) as connection:
        same = select(table.id).filter_by(**row, actor=actor).limit(1)
        if connection.scalar(same) is None:
            connection.execute(insert(table).values(**row, actor=actor, at=datetime.now(UTC)))
            move_version(connection, TOPIC)


def _check_move(move: StageMove) -> None:
    rule = MOVES[move.kind]
    if move.from_state not in rule.sources:
        raise ValueError(f"no step {move.kind} from {move.from_state}")
    if rule.needs_note and not (move.note or "").strip():
        raise ValueError(f"a step {move.kind} needs a note")


def _is_as_seen(move: StageMove, row: PartRow | None) -> bool:
    if row is None:
        return move.version == 0 and move.from_state == NOT_STARTED
    return bool(row.version == move.version and row.state == move.from_state)


def _is_repeated(move: StageMove, row: PartRow | None, actor: str) -> bool:
    if row is None or row.version != move.version + 1:
        return False
    return bool(row.state == move.to_state and row.updated_by == actor)


def _describe_conflict(move: StageMove, row: PartRow | None) -> StageConflict:
    if row is None:
        return StageConflict(move, NOT_STARTED, None, None)
    return StageConflict(move, row.state, row.updated_by, row.updated_at)


def _take_step(connection: Connection, move: StageMove, row: PartRow | None, actor: str) -> None:
    if row is not None:
        kept = move.note if MOVES[move.kind].needs_note else None
        update_part(connection, row, move.to_state, kept, actor)
        return
    key = (move.wilayah_code, move.year, move.stage, move.part)
    if not insert_part(connection, *key, move.to_state, actor):
        raise OvertakenError
