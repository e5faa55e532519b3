"""Questions about meetings: their heads, who was there, what was agreed and corrected."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Select, case, func, select

from analysis.meetings import COMMITMENT_OPEN, OPEN
from data_access.database import open_read
from data_access.schema import (
    Apresiasi,
    BahasanUsulan,
    Komitmen,
    KoreksiRapat,
    PesertaRembuk,
    PrioritasRembuk,
    Rembuk,
    TempatUsulan,
    Usulan,
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """The head of one meeting, without its frozen figures; times in UTC.

    `frozen_at` is None while the figures are not frozen. `participant_count` in people.
    """

    id: int
    wilayah_code: str
    year: int
    kind: str
    state: str
    held_on: date | None
    place: str | None
    chair_name: str | None
    chair_office: str | None
    participant_count: int | None
    agenda: str | None
    document_number: str | None
    frozen_at: datetime | None
    version: int
    updated_by: str
    updated_at: datetime

    @property
    def is_open(self) -> bool:
        """Tell whether the record still takes what is agreed."""
        return self.state == OPEN


@dataclass(frozen=True, slots=True)
class Participant:
    """One participant, or an element with nobody named; `is_present` None: not noted yet."""

    id: int
    rembuk_id: int
    element: str
    name: str | None
    office: str | None
    is_present: bool | None
    version: int


@dataclass(frozen=True, slots=True)
class Priority:
    """A service that the meeting agreed to be a priority."""

    rembuk_id: int
    item_code: str
    note: str | None
    version: int


@dataclass(frozen=True, slots=True)
class Commitment:
    """What a party promised, with the meeting in which it did; `updated_at` in UTC."""

    id: int
    wilayah_code: str
    rembuk_id: int
    usulan_id: int | None
    party: str
    office: str | None
    name: str | None
    statement: str
    due_on: date | None
    state: str
    evidence: str | None
    version: int
    updated_by: str
    updated_at: datetime
    meeting_kind: str
    meeting_year: int
    meeting_date: date | None

    @property
    def is_pending(self) -> bool:
        """Tell whether it is neither kept nor given up."""
        return self.state in COMMITMENT_OPEN


@dataclass(frozen=True, slots=True)
class Appreciation:
    """Who was honoured in a meeting, and for what."""

    id: int
    rembuk_id: int
    receiver: str
    reason: str
    version: int


@dataclass(frozen=True, slots=True)
class Correction:
    """A figure corrected in a meeting; `old_value` None: there was none. Time in UTC."""

    id: int
    rembuk_id: int
    period: str
    unit_code: str
    item_code: str
    old_value: int | None
    new_value: int
    asked_by: str
    evidence: str
    corrected_by: str
    corrected_at: datetime


RowT = TypeVar("RowT", Meeting, Participant, Priority, Commitment, Appreciation, Correction)
_MEETING = tuple(getattr(Rembuk, name) for name in Meeting.__annotations__)
_PARTICIPANT = tuple(getattr(PesertaRembuk, name) for name in Participant.__annotations__)
_PRIORITY = tuple(getattr(PrioritasRembuk, name) for name in Priority.__annotations__)
_OF_MEETING = (Rembuk.kind, Rembuk.year, Rembuk.held_on)
_COMMITMENT = tuple(
    getattr(Komitmen, name)
    for name in Commitment.__annotations__
    if not name.startswith("meeting_")
)
_APPRECIATION = tuple(getattr(Apresiasi, name) for name in Appreciation.__annotations__)
_CORRECTION = tuple(getattr(KoreksiRapat, name) for name in Correction.__annotations__)


_AGREED = "disepakati"
_NEEDED = ("agency", "bidang", "volume", "unit", "amount_idr", "fund", "execution_year")


def read_meetings(engine: Engine, wilayah_code: str, year: int) -> tuple[Meeting, ...]:
    """The meetings of one region in a year of the cycle, the oldest first."""
    question = select(*_MEETING).where(Rembuk.wilayah_code == wilayah_code, Rembuk.year == year)
    with open_read(engine) as connection:
        return _ask(connection, question.order_by(Rembuk.id), Meeting)


def read_meeting(engine: Engine, meeting_id: int) -> Meeting | None:
    """One meeting by its number, None where there is none."""
    with open_read(engine) as connection:
        return find_meeting(connection, meeting_id)


def find_meeting(connection: Connection, meeting_id: int) -> Meeting | None:
    """`read_meeting` inside a transaction."""
    found = _ask(connection, select(*_MEETING).where(Rembuk.id == meeting_id), Meeting)
    return found[0] if found else None


def read_snapshot(engine: Engine, meeting_id: int) -> dict[str, Any] | None:
    """The frozen figures of a meeting as `app.meeting_snapshot` made them; None: not frozen."""
    with open_read(engine) as connection:
        found: dict[str, Any] | None = connection.scalar(
            select(Rembuk.frozen).where(Rembuk.id == meeting_id)
        )
    return found


def read_participants(engine: Engine, meeting_id: int) -> tuple[Participant, ...]:
    """The participants of a meeting in the order in which they were added."""
    question = select(*_PARTICIPANT).where(PesertaRembuk.rembuk_id == meeting_id)
    with open_read(engine) as connection:
        return _ask(connection, question.order_by(PesertaRembuk.id), Participant)


def read_priorities(engine: Engine, meeting_id: int) -> tuple[Priority, ...]:
    """The agreed priority services of a meeting, by the guideline's codes."""
    question = select(*_PRIORITY).where(PrioritasRembuk.rembuk_id == meeting_id)
    with open_read(engine) as connection:
        return _ask(connection, question.order_by(PrioritasRembuk.item_code), Priority)


def read_commitments(engine: Engine, wilayah_code: str) -> tuple[Commitment, ...]:
    """The commitments of all meetings of one region: those still open first, the oldest first."""
    kept = case((Komitmen.state.in_(sorted(COMMITMENT_OPEN)), 0), else_=1)
    question = (
        select(*_COMMITMENT, *_OF_MEETING)
        .join(Rembuk, Rembuk.id == Komitmen.rembuk_id)
        .where(Komitmen.wilayah_code == wilayah_code)
        .order_by(kept, Rembuk.year, Komitmen.id)
    )
    with open_read(engine) as connection:
        return _ask(connection, question, Commitment)


def find_commitment(connection: Connection, commitment_id: int) -> Commitment | None:
    """One commitment by its number, inside a transaction."""
    question = select(*_COMMITMENT, *_OF_MEETING).join(Rembuk, Rembuk.id == Komitmen.rembuk_id)
    found = _ask(connection, question.where(Komitmen.id == commitment_id), Commitment)
    return found[0] if found else None


def read_appreciations(engine: Engine, meeting_id: int) -> tuple[Appreciation, ...]:
    """Who was honoured in a meeting, in the order of recording."""
    question = select(*_APPRECIATION).where(Apresiasi.rembuk_id == meeting_id)
    with open_read(engine) as connection:
        return _ask(connection, question.order_by(Apresiasi.id), Appreciation)


def read_corrections(engine: Engine, meeting_id: int) -> tuple[Correction, ...]:
    """The figures corrected in a meeting, in the order of correcting."""
    question = select(*_CORRECTION).where(KoreksiRapat.rembuk_id == meeting_id)
    with open_read(engine) as connection:
        return _ask(connection, question.order_by(KoreksiRapat.id), Correction)


def count_agreed(engine: Engine, meeting_id: int) -> int:
    """How many proposals a meeting agreed to that say all that the signed list asks for.

    Its own ones and those from below that it took up. The fields are those of the plan's form
    (guideline, output a of the pra-musrenbang).
    """
    taken_up = select(BahasanUsulan.usulan_id).where(
        BahasanUsulan.rembuk_id == meeting_id, BahasanUsulan.decision == _AGREED
    )
    own = (Usulan.rembuk_id == meeting_id) & (Usulan.decision == _AGREED)
    placed = select(TempatUsulan.usulan_id).where(TempatUsulan.usulan_id == Usulan.id).exists()
    question = select(func.count()).where(
        own | Usulan.id.in_(taken_up),
        placed,
        *(getattr(Usulan, name).is_not(None) for name in _NEEDED),
        Usulan.item_code.is_not(None) | Usulan.target_group.is_not(None),
    )
    with open_read(engine) as connection:
        return int(connection.scalar(question) or 0)


def _ask(
    connection: Connection, question: Select[*tuple[Any, ...]], kind: type[RowT]
) -> tuple[RowT, ...]:
    return tuple(kind(*map(_in_utc, row)) for row in connection.execute(question))


def _in_utc(value: Any) -> Any:
    if not isinstance(value, datetime):
        return value
    # SQLite gives times back without their zone; they are stored in UTC.
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
