"""The transactions that record results of the assessment and what was said of them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, update
from sqlalchemy.exc import IntegrityError

from data_access.database import open_write
from data_access.reads.penilaian import Clarification, Result, find_clarification, find_result
from data_access.schema import HasilPenilaian, KlarifikasiPenilaian
from data_access.writes.batches import move_version
from data_access.writes.isian import StagePart
from data_access.writes.once import claim_key, hash_content, keep_result
from data_access.writes.tahapan import note_entry

TOPIC = "penilaian"


@dataclass(frozen=True, slots=True)
class ResultDraft:
    """A result to be recorded; `frozen` of a simulation, `source` and `dated_on` of an official."""

    wilayah_code: str
    year: int
    kind: str
    class_name: str | None
    score: float | None
    source: str | None = None
    dated_on: date | None = None
    frozen: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class ClarificationDraft:
    """What somebody said of a component, and what was answered."""

    component: str
    asked_by: str
    statement: str
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class AssessmentOutcome:
    """What came of a write: the row's number, or how it stands by somebody else's hand.

    `is_gone`: somebody removed it meanwhile. Then nothing was written.
    """

    number: int | None = None
    their_result: Result | None = None
    their_clarification: Clarification | None = None
    is_gone: bool = False


def save_result(
    engine: Engine, actor: str, draft: ResultDraft, *, version: int, entry: StagePart | None
) -> AssessmentOutcome:
    """Record a region's result of a kind, in place of an earlier one seen as `version` (0: none).

    `entry`: the part of the stage that a simulation belongs to; raises StageLockedError where it
    was handed in. The same said again by the same person is written once.
    """
    try:
        return _save_result(engine, actor, draft, version, entry)
    except IntegrityError:  # now the other's row is there to be compared with
        return _save_result(engine, actor, draft, version, entry)


def _save_result(
    engine: Engine, actor: str, draft: ResultDraft, version: int, entry: StagePart | None
) -> AssessmentOutcome:
    with open_write(engine, actor) as connection:
        if entry is not None:
            note_entry(connection, **asdict(entry), actor=actor)
        now = find_result(connection, draft.wilayah_code, draft.year, draft.kind)
        if now is not None and now.updated_by == actor and _says(now, draft):
            return AssessmentOutcome(now.id)
        if (0 if now is None else now.version) != version:
            return AssessmentOutcome(their_result=now, is_gone=now is None)
        values = _to_values(draft) | _stamp(actor) | {"version": version + 1}
        if now is None:
            statement = insert(HasilPenilaian).values(**values).returning(HasilPenilaian.id)
            number = connection.scalars(statement).one()
        else:
            number = now.id
            connection.execute(
                update(HasilPenilaian).where(HasilPenilaian.id == number).values(**values)
            )
        move_version(connection, TOPIC)
        return AssessmentOutcome(number)


def _to_values(draft: ResultDraft) -> dict[str, Any]:
    values = asdict(draft)
    # SQLAlchemy stores a None in a JSON column as the JSON null unless it is left out.
    if values["frozen"] is None:
        del values["frozen"]
    return values


def _says(now: Result, draft: ResultDraft) -> bool:
    return all(getattr(now, name) == value for name, value in asdict(draft).items())


def add_clarification(
    engine: Engine, actor: str, place: StagePart, draft: ClarificationDraft, *, key: str
) -> AssessmentOutcome:
    """Note a clarification; the same `key` again gives the first one's number.

    Raises StageLockedError where the assessment was handed in.
    """
    digest = hash_content([asdict(place), asdict(draft)])
    with open_write(engine, actor) as connection:
        done = claim_key(connection, key, digest, actor)
        if done is not None:
            return AssessmentOutcome(int(done["id"]))
        note_entry(connection, **asdict(place), actor=actor)
        row = {"wilayah_code": place.wilayah_code, "year": place.year, "version": 1}
        statement = insert(KlarifikasiPenilaian).values(**row, **asdict(draft), **_stamp(actor))
        number = connection.scalars(statement.returning(KlarifikasiPenilaian.id)).one()
        move_version(connection, TOPIC)
        keep_result(connection, key, {"id": number})
        return AssessmentOutcome(number)


def change_clarification(
    engine: Engine, actor: str, place: StagePart, base: Clarification, draft: ClarificationDraft
) -> AssessmentOutcome:
    """Change a clarification or answer it, as the person saw it; else theirs comes back."""
    with open_write(engine, actor) as connection:
        now, other = _hold(connection, actor, place, base, draft)
        if now is None or other is not None:
            return other or AssessmentOutcome(is_gone=True)
        values = asdict(draft) | _stamp(actor) | {"version": base.version + 1}
        table = KlarifikasiPenilaian
        connection.execute(update(table).where(table.id == base.id).values(**values))
        move_version(connection, TOPIC)
        return AssessmentOutcome(base.id)


def remove_clarification(
    engine: Engine, actor: str, place: StagePart, base: Clarification
) -> AssessmentOutcome:
    """Remove a clarification as the person saw it; history keeps it."""
    with open_write(engine, actor) as connection:
        now, other = _hold(connection, actor, place, base, None)
        if now is None or other is not None:
            return other or AssessmentOutcome(is_gone=True)
        table = KlarifikasiPenilaian
        connection.execute(delete(table).where(table.id == base.id))
        move_version(connection, TOPIC)
        return AssessmentOutcome(base.id)


def _hold(
    connection: Connection,
    actor: str,
    place: StagePart,
    base: Clarification,
    draft: ClarificationDraft | None,
) -> tuple[Clarification | None, AssessmentOutcome | None]:
    """The row as it stands under the part's lock, and what to give back instead of writing."""
    note_entry(connection, **asdict(place), actor=actor)
    now = find_clarification(connection, base.id)
    if now is None:
        return None, None
    if draft is not None and all(getattr(now, n) == v for n, v in asdict(draft).items()):
        return now, AssessmentOutcome(now.id)
    if now.version != base.version:
        return now, AssessmentOutcome(their_clarification=now)
    return now, None


def _stamp(actor: str) -> dict[str, object]:
    return {"updated_by": actor, "updated_at": datetime.now(UTC)}
