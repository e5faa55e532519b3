"""The transaction that stores targets: all cells of a save, or none and the conflicts."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Self

from sqlalchemy import Connection, Engine, delete, insert, select, update

from analysis.stages import can_enter
from data_access.database import open_write
from data_access.reads.target import TargetKey, find_target_writers, read_row_states
from data_access.schema import Pengaturan, Target
from data_access.writes.batches import move_version
from data_access.writes.isian import StagePart
from data_access.writes.once import claim_key, hash_content, keep_result
from data_access.writes.stage_rows import lock_part
from data_access.writes.tahapan import StageLockedError, note_entry
from data_access.writes.versions import (
    Conflict,
    ConflictsError,
    OvertakenError,
    list_conflicts,
    save_or_compare,
)

TOPIC = "target"
OLD_TARGETS_KEY = "target.nasional-lama"


@dataclass(frozen=True, slots=True)
class TargetChange:
    """One target as a person leaves it, and as they found it (version 0: there was none).

    Values are percent; None takes the target away.
    """

    item_code: str
    document: str
    year: int
    value: float | None
    base_value: float | None
    base_version: int

    @property
    def key(self) -> TargetKey:
        """Which target of the region."""
        return self.item_code, self.document, self.year

    def rebase(self, value: float | None, version: int) -> Self:
        """The same wish, on the target that stands there now."""
        return replace(self, base_value=value, base_version=version)


TargetConflict = Conflict[TargetChange, float]


@dataclass(frozen=True, slots=True)
class TargetRequest:
    """One save: `key` stands for this click and content.

    `part` begins with this entry (None where the region has no such stage). `held` are parts that
    answer for some of the cells without entering them now: once handed in they refuse the save.
    `reason` is kept where the older national targets are taken over.
    """

    key: str
    wilayah_code: str
    part: StagePart | None
    cells: tuple[TargetChange, ...]
    held: tuple[StagePart, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class TargetOutcome:
    """What a save did. With conflicts nothing was written; `repeated`: it had been done already."""

    saved: int = 0
    conflicts: tuple[TargetConflict, ...] = ()
    repeated: bool = False


def save_targets(engine: Engine, actor: str, request: TargetRequest) -> TargetOutcome:
    """Store every cell of a save in one transaction, on what the person saw.

    A target that is no longer as seen is a conflict: nothing is written and all conflicts come
    back. The same request again returns the first result. Raises StageLockedError for a part that
    is submitted or further, KeyReusedError for a key of another content.
    """
    try:
        return save_or_compare(lambda: _save(engine, actor, request))
    except ConflictsError as error:
        return TargetOutcome(conflicts=error.conflicts)


def _save(engine: Engine, actor: str, request: TargetRequest) -> TargetOutcome:
    digest = hash_content(asdict(request))
    with open_write(engine, actor) as connection:
        done = claim_key(connection, request.key, digest, actor)
        if done is not None:
            return TargetOutcome(saved=int(done["saved"]), repeated=True)
        _take_parts(connection, request, actor)
        _demand_as_seen(connection, request)
        for cell in request.cells:
            _write(connection, request.wilayah_code, cell)
        if request.reason is not None:
            _keep_reason(connection, request, actor)
        move_version(connection, TOPIC)
        keep_result(connection, request.key, {"saved": len(request.cells)})
    return TargetOutcome(saved=len(request.cells))


def _take_parts(connection: Connection, request: TargetRequest, actor: str) -> None:
    """Begin the part that enters; refuse where a part that answers for a cell is handed in."""
    # Always in the same order, so that two saves never wait for each other in a circle.
    parts = [*request.held, *([request.part] if request.part else [])]
    for part in sorted(parts, key=lambda each: (each.stage, each.part)):
        if part == request.part:
            note_entry(connection, **asdict(part), actor=actor)
            continue
        row = lock_part(connection, part.wilayah_code, part.year, part.stage, part.part)
        if row is not None and not can_enter(row.state):
            raise StageLockedError(**asdict(part), state=row.state)


def _demand_as_seen(connection: Connection, request: TargetRequest) -> None:
    now = read_row_states(connection, request.wilayah_code)
    moved = [cell for cell in request.cells if _is_moved(cell, now)]
    if not moved:
        return
    writers = find_target_writers(connection, request.wilayah_code, [cell.key for cell in moved])
    raise ConflictsError(list_conflicts(moved, now, writers))


def _is_moved(cell: TargetChange, now: Mapping[TargetKey, tuple[int, float]]) -> bool:
    # The value too: a target taken away and set anew begins at version 1 again.
    base = (cell.base_version, cell.base_value) if cell.base_version else (0, None)
    return now.get(cell.key, (0, None)) != base


def _write(connection: Connection, wilayah_code: str, cell: TargetChange) -> None:
    key = {
        "wilayah_code": wilayah_code,
        "item_code": cell.item_code,
        "document": cell.document,
        "year": cell.year,
    }
    if cell.base_version == 0:
        if cell.value is not None:
            row = {**key, "target_pct": cell.value, "version": 1}
            connection.execute(insert(Target).values(**row))
        return
    seen = (Target.version == cell.base_version, Target.target_pct == cell.base_value)
    if cell.value is None:
        written = connection.execute(delete(Target).filter_by(**key).where(*seen))
    else:
        values = {"target_pct": cell.value, "version": cell.base_version + 1, "batch_id": None}
        changed = update(Target).filter_by(**key).where(*seen)
        written = connection.execute(changed.values(**values))
    if written.rowcount != 1:
        raise OvertakenError


def _keep_reason(connection: Connection, request: TargetRequest, actor: str) -> None:
    """Record why the region took over the older national targets, beside the targets."""
    where = {"wilayah_code": request.wilayah_code, "key": OLD_TARGETS_KEY}
    content = {
        "value": {"butir": sorted({cell.item_code for cell in request.cells})},
        "reason": request.reason,
        "updated_by": actor,
        "updated_at": datetime.now(UTC),
    }
    question = select(Pengaturan.version).filter_by(**where).with_for_update()
    version = connection.scalar(question)
    if version is None:
        connection.execute(insert(Pengaturan).values(**where, **content, version=1))
    else:
        changed = update(Pengaturan).filter_by(**where)
        connection.execute(changed.values(**content, version=version + 1))
    move_version(connection, "pengaturan")
