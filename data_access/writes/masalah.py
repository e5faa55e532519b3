"""The transactions that add, change and remove problems of the situation analysis."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, delete, insert, update

from data_access.database import open_write
from data_access.reads.masalah import Problem, find_problem
from data_access.schema import Masalah
from data_access.writes.batches import move_version
from data_access.writes.isian import StagePart
from data_access.writes.once import claim_key, hash_content, keep_result
from data_access.writes.tahapan import note_entry

TOPIC = "masalah"


@dataclass(frozen=True, slots=True)
class ProblemDraft:
    """What a person says of one problem; `item_code` None: about no single service."""

    item_code: str | None
    place_code: str
    aspect: str
    factor: str | None
    problem: str
    cause: str | None = None
    recommendation: str | None = None
    proposal: str | None = None


@dataclass(frozen=True, slots=True)
class ProblemOutcome:
    """What came of a write: the problem's number, or how it stands by somebody else's hand.

    `is_gone`: somebody removed it meanwhile; nothing was written.
    """

    number: int | None = None
    theirs: Problem | None = None
    is_gone: bool = False


class _UnwrittenError(Exception):
    """Ends the transaction with nothing written, and says why."""

    def __init__(self, outcome: ProblemOutcome) -> None:
        super().__init__(outcome)
        self.outcome = outcome


def add_problem(
    engine: Engine, actor: str, place: StagePart, draft: ProblemDraft, *, key: str
) -> ProblemOutcome:
    """Store a new problem of a part of a stage; the same `key` again gives the first one's number.

    Raises StageLockedError where the part is submitted or further, KeyReusedError for a key of
    another content.
    """
    digest = hash_content([asdict(place), asdict(draft)])
    with open_write(engine, actor) as connection:
        done = claim_key(connection, key, digest, actor)
        if done is not None:
            return ProblemOutcome(int(done["id"]))
        note_entry(connection, **asdict(place), actor=actor)
        row = asdict(place) | asdict(draft) | _stamp(actor) | {"version": 1}
        number = connection.scalars(insert(Masalah).values(**row).returning(Masalah.id)).one()
        move_version(connection, TOPIC)
        keep_result(connection, key, {"id": number})
        return ProblemOutcome(number)


def change_problem(
    engine: Engine, actor: str, base: Problem, draft: ProblemDraft
) -> ProblemOutcome:
    """Change a problem on the version that the person saw; else theirs comes back, unchanged.

    A problem that says so already, by the same person's last click, is not written again. Raises
    StageLockedError.
    """
    try:
        with open_write(engine, actor) as connection:
            _hold(connection, base, actor, lambda now: to_draft(now) == draft)
            values = asdict(draft) | _stamp(actor) | {"version": base.version + 1}
            connection.execute(update(Masalah).where(Masalah.id == base.id).values(**values))
            move_version(connection, TOPIC)
            return ProblemOutcome(base.id)
    except _UnwrittenError as error:
        return error.outcome


def remove_problem(engine: Engine, actor: str, base: Problem) -> ProblemOutcome:
    """Remove a problem as the person saw it; history keeps it. Raises StageLockedError."""
    try:
        with open_write(engine, actor) as connection:
            _hold(connection, base, actor, lambda _: False)
            connection.execute(delete(Masalah).where(Masalah.id == base.id))
            move_version(connection, TOPIC)
            return ProblemOutcome(base.id)
    except _UnwrittenError as error:
        return error.outcome


def to_draft(problem: Problem) -> ProblemDraft:
    """What a stored problem says."""
    return ProblemDraft(*(getattr(problem, name) for name in ProblemDraft.__annotations__))


def _hold(
    connection: Connection, base: Problem, actor: str, is_done: Callable[[Problem], bool]
) -> None:
    """Keep other writers of the part away, and make sure that the problem is as it was seen."""
    part = StagePart(base.wilayah_code, base.year, base.stage, base.part)
    note_entry(connection, **asdict(part), actor=actor)
    now = find_problem(connection, base.id)
    if now is None:
        raise _UnwrittenError(ProblemOutcome(is_gone=True))
    if is_done(now):
        raise _UnwrittenError(ProblemOutcome(now.id))
    if now.version != base.version:
        raise _UnwrittenError(ProblemOutcome(theirs=now))


def _stamp(actor: str) -> dict[str, object]:
    return {"updated_by": actor, "updated_at": datetime.now(UTC)}
