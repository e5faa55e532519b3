"""The transactions on what stands in a meeting's record: participants, commitments, honours.

Several rows are saved at once, all of them or none and the conflicts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, update

from data_access.database import open_write
from data_access.reads.rembuk import (
    Appreciation,
    Commitment,
    Meeting,
    Participant,
    find_commitment,
)
from data_access.schema import Apresiasi, Komitmen, PesertaRembuk
from data_access.writes.batches import move_version
from data_access.writes.once import claim_key, hash_content, keep_result
from data_access.writes.rembuk import stamp
from data_access.writes.rembuk_hold import TOPIC, hold_meeting

NOT_YET = "belum"
Row = Participant | Commitment | Appreciation


@dataclass(frozen=True, slots=True)
class ParticipantDraft:
    """What is said of one participant; `is_present` None: not noted."""

    element: str
    name: str | None = None
    office: str | None = None
    is_present: bool | None = None


@dataclass(frozen=True, slots=True)
class CommitmentDraft:
    """What a party promises; `usulan_id` where it is about one proposal."""

    party: str
    office: str | None
    name: str | None
    statement: str
    due_on: date | None = None
    usulan_id: int | None = None


@dataclass(frozen=True, slots=True)
class AppreciationDraft:
    """Who is honoured, and for what."""

    receiver: str
    reason: str


Draft = ParticipantDraft | CommitmentDraft | AppreciationDraft
Table = type[PesertaRembuk] | type[Komitmen] | type[Apresiasi]
_TABLES: Mapping[type, Table] = {
    Participant: PesertaRembuk,
    ParticipantDraft: PesertaRembuk,
    Commitment: Komitmen,
    CommitmentDraft: Komitmen,
    Appreciation: Apresiasi,
    AppreciationDraft: Apresiasi,
}


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row as the person leaves it: `base` None is a new one, `draft` None a removal."""

    base: Row | None
    draft: Draft | None


@dataclass(frozen=True, slots=True)
class RowConflict:
    """A row that is no longer as it was seen; `theirs` holds its values, None where removed."""

    change: RowChange
    theirs: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class RowsOutcome:
    """What a save did: how many rows it stored; with conflicts nothing was written."""

    saved: int = 0
    conflicts: tuple[RowConflict, ...] = ()


class _ConflictsError(Exception):
    def __init__(self, conflicts: Sequence[RowConflict]) -> None:
        super().__init__(len(conflicts))
        self.conflicts = tuple(conflicts)


def save_rows(
    engine: Engine, actor: str, meeting_id: int, changes: Sequence[RowChange], *, key: str
) -> RowsOutcome:
    """Add, change and remove rows of an open meeting in one transaction.

    The same `key` again gives the first result. Raises StageLockedError, MeetingClosedError,
    MeetingGoneError, KeyReusedError.
    """
    digest = hash_content([meeting_id, [_plain(change) for change in changes]])
    try:
        with open_write(engine, actor) as connection:
            done = claim_key(connection, key, digest, actor)
            if done is not None:
                return RowsOutcome(int(done["saved"]))
            meeting = hold_meeting(connection, meeting_id, actor)
            _demand_as_seen(connection, meeting, changes)
            for change in changes:
                _write(connection, meeting, actor, change)
            move_version(connection, TOPIC)
            keep_result(connection, key, {"saved": len(changes)})
            return RowsOutcome(len(changes))
    except _ConflictsError as error:
        return RowsOutcome(conflicts=error.conflicts)


def follow_up(
    engine: Engine, actor: str, base: Commitment, state: str, evidence: str | None
) -> Commitment | None:
    """Record what came of a commitment, also after its meeting was closed.

    Returns how it stands afterwards: with the wanted state, or as somebody else left it meanwhile
    (then nothing was written); None where it is gone.
    """
    with open_write(engine, actor) as connection:
        now = find_commitment(connection, base.id)
        if now is None or (now.state, now.evidence) == (state, evidence):
            return now
        values = {"state": state, "evidence": evidence, "version": base.version + 1}
        statement = update(Komitmen).where(Komitmen.id == base.id, Komitmen.version == base.version)
        if connection.execute(statement.values(**values, **stamp(actor))).rowcount:
            move_version(connection, TOPIC)
        return find_commitment(connection, base.id)


def _plain(change: RowChange) -> list[Any]:
    base, draft = change.base, change.draft
    said = None if draft is None else {k: str(v) for k, v in asdict(draft).items()}
    return [None if base is None else [base.id, base.version], said, _table(change).__tablename__]


def _table(change: RowChange) -> Table:
    row = change.draft if change.base is None else change.base
    return _TABLES[type(row)]


def _demand_as_seen(connection: Connection, meeting: Meeting, changes: Sequence[RowChange]) -> None:
    """Raise the conflicts, if any; writers of one meeting come one after the other here."""
    found = []
    for change in changes:
        if change.base is None:
            continue
        table = _table(change)
        # All columns, so that a conflict can show what stands there now.
        question = select(*table.__table__.columns).where(
            table.id == change.base.id, table.rembuk_id == meeting.id
        )
        row = connection.execute(question).mappings().first()
        if row is None and change.draft is None:
            continue  # both wanted it gone
        if row is None or row["version"] != change.base.version:
            found.append(RowConflict(change, None if row is None else dict(row)))
    if found:
        raise _ConflictsError(found)


def _write(connection: Connection, meeting: Meeting, actor: str, change: RowChange) -> None:
    table, base, draft = _table(change), change.base, change.draft
    said = {} if draft is None else asdict(draft)
    if table is Komitmen:
        said |= stamp(actor)
    if base is None:
        row = said | {"rembuk_id": meeting.id, "wilayah_code": meeting.wilayah_code, "version": 1}
        row |= {"state": NOT_YET} if table is Komitmen else {}
        connection.execute(insert(table).values(**row))
    elif draft is None:
        connection.execute(delete(table).where(table.id == base.id))
    else:
        values = said | {"version": base.version + 1}
        connection.execute(update(table).where(table.id == base.id).values(**values))
