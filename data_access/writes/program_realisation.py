"""The transaction that stores what programmes had spent by June and by December."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Self

from sqlalchemy import Engine, update

from data_access.database import open_write
from data_access.reads.program_mitra import Program
from data_access.schema import ProgramMitra
from data_access.writes.batches import move_version
from data_access.writes.isian import StagePart
from data_access.writes.once import claim_key, hash_content, keep_result
from data_access.writes.program_mitra import PART, TOPIC, stamp
from data_access.writes.program_review import lock_programs
from data_access.writes.tahapan import note_entry
from data_access.writes.versions import Conflict, ConflictsError

MONTHS = {"juni": "realisation_june_idr", "desember": "realisation_december_idr"}
SEMESTER_STAGES = {"juni": "kecamatan.semester-1", "desember": "kecamatan.semester-2"}
"""The stage in which each is entered (pedoman 2024, Bab II, capaian semester)."""
RealisationKey = tuple[int, str]


@dataclass(frozen=True, slots=True)
class RealisationChange:
    """One amount as a person leaves it and found it: whole rupiah from January on, None: unknown.

    `month` is juni or desember. What counts as seen is the amount, not the row's version, which
    the camat's review moves too.
    """

    program_id: int
    month: str
    value: int | None
    base_value: int | None
    base_version: int

    @property
    def key(self) -> RealisationKey:
        """Which amount."""
        return self.program_id, self.month

    def rebase(self, value: int | None, version: int) -> Self:
        """The same wish, on the amount that stands there now."""
        return replace(self, base_value=value, base_version=version)


RealisationConflict = Conflict[RealisationChange, int]


@dataclass(frozen=True, slots=True)
class RealisationRequest:
    """One save of a kecamatan and year: `key` stands for this click and content."""

    key: str
    wilayah_code: str
    year: int
    cells: tuple[RealisationChange, ...]


@dataclass(frozen=True, slots=True)
class RealisationOutcome:
    """What a save did. With conflicts, or programmes gone since, nothing was written."""

    saved: int = 0
    conflicts: tuple[RealisationConflict, ...] = ()
    gone: tuple[int, ...] = ()


class _GoneError(Exception):
    def __init__(self, numbers: tuple[int, ...]) -> None:
        super().__init__(numbers)
        self.numbers = numbers


def save_realisation(engine: Engine, actor: str, request: RealisationRequest) -> RealisationOutcome:
    """Store every amount of a save in one transaction, on what the person saw.

    The same request again returns the first result. Raises StageLockedError where a semester is
    submitted or further, KeyReusedError for a key of another content.
    """
    try:
        return _save(engine, actor, request)
    except ConflictsError as error:
        return RealisationOutcome(conflicts=error.conflicts)
    except _GoneError as error:
        return RealisationOutcome(gone=error.numbers)


def _save(engine: Engine, actor: str, request: RealisationRequest) -> RealisationOutcome:
    digest = hash_content(asdict(request))
    with open_write(engine, actor) as connection:
        done = claim_key(connection, request.key, digest, actor)
        if done is not None:
            return RealisationOutcome(int(done["saved"]))
        for month in sorted({cell.month for cell in request.cells}):
            part = StagePart(request.wilayah_code, request.year, SEMESTER_STAGES[month], PART)
            note_entry(connection, **asdict(part), actor=actor)
        now = lock_programs(connection, [cell.program_id for cell in request.cells])
        _demand_as_seen(request, now)
        for number, values in _group(request.cells).items():
            changed = update(ProgramMitra).where(ProgramMitra.id == number)
            version = {"version": now[number].version + 1}
            connection.execute(changed.values(**values, **version, **stamp(actor)))
        move_version(connection, TOPIC)
        keep_result(connection, request.key, {"saved": len(request.cells)})
    return RealisationOutcome(len(request.cells))


def _demand_as_seen(request: RealisationRequest, now: Mapping[int, Program]) -> None:
    gone = tuple(sorted({cell.program_id for cell in request.cells} - set(now)))
    if gone:
        raise _GoneError(gone)
    conflicts = []
    for cell in request.cells:
        row = now[cell.program_id]
        theirs = getattr(row, MONTHS[cell.month])
        if theirs not in (cell.base_value, cell.value):
            found = Conflict(cell, theirs, row.version, row.updated_by, row.updated_at)
            conflicts.append(found)
    if conflicts:
        raise ConflictsError(conflicts)


def _group(cells: tuple[RealisationChange, ...]) -> dict[int, dict[str, int | None]]:
    rows: dict[int, dict[str, int | None]] = {}
    for cell in cells:
        rows.setdefault(cell.program_id, {})[MONTHS[cell.month]] = cell.value
    return rows
