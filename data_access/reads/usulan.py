"""Questions about proposals: of a meeting, of a region, and those raised to a higher meeting."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Select, and_, func, or_, select

from analysis.meetings import CLOSED, PRA_MUSRENBANG, level_of_meeting
from analysis.proposals import AGREED, UNDECIDED
from data_access.database import open_read
from data_access.reads.rembuk import Meeting
from data_access.reads.scope import CODE_LENGTH, within
from data_access.schema import BahasanUsulan, Rembuk, TempatUsulan, Usulan

# From which levels a meeting gets proposals.
_BELOW = {"kabupaten": ("kecamatan",), "provinsi": ("kabupaten", "kecamatan")}


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposal as stored; `decision` is that of its own meeting, times are UTC.

    `amount_idr` in whole rupiah, `volume` in `unit`; None where it says nothing. `places`: codes.
    """

    id: int
    number: str
    wilayah_code: str
    year: int
    rembuk_id: int
    masalah_id: int | None
    activity: str
    item_code: str | None
    target_group: str | None
    cause: str | None
    agency: str | None
    volume: float | None
    unit: str | None
    amount_idr: int | None
    fund: str | None
    execution_year: int | None
    bidang: str | None
    priority: int | None
    decision: str
    decision_reason: str | None
    fate: str | None
    fate_reason: str | None
    version: int
    updated_by: str
    updated_at: datetime
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Discussion:
    """What a higher meeting decided about a proposal from below."""

    usulan_id: int
    rembuk_id: int
    wilayah_code: str
    decision: str
    reason: str | None
    priority: int | None
    version: int


@dataclass(frozen=True, slots=True)
class RaisedProposal:
    """A proposal from below as one meeting has it before it; `version` 0: not discussed yet.

    `origin_state`: of the meeting that raised it; open again means that it may still change.
    """

    proposal: Proposal
    origin_kind: str
    origin_state: str
    decision: str
    reason: str | None
    priority: int | None
    version: int


_NAMES = tuple(name for name in Proposal.__annotations__ if name != "places")
_COLUMNS = tuple(getattr(Usulan, name) for name in _NAMES)
_DISCUSSED = tuple(getattr(BahasanUsulan, name) for name in Discussion.__annotations__)
Question = Select[*tuple[Any, ...]]


def read_proposals(engine: Engine, meeting_id: int) -> tuple[Proposal, ...]:
    """The proposals recorded in a meeting, in the order of recording."""
    return _read(engine, select(*_COLUMNS).where(Usulan.rembuk_id == meeting_id))


def read_proposals_of(engine: Engine, wilayah_code: str, year: int) -> tuple[Proposal, ...]:
    """The proposals of all meetings of one region in a year of the cycle, oldest first."""
    question = select(*_COLUMNS).where(Usulan.wilayah_code == wilayah_code, Usulan.year == year)
    return _read(engine, question)


def read_proposals_inside(
    engine: Engine, scope_code: str, year: int | None = None
) -> tuple[Proposal, ...]:
    """The proposals of a region and of all inside it, of one year or of all."""
    question = select(*_COLUMNS).where(within(Usulan.wilayah_code, scope_code))
    return _read(engine, question if year is None else question.where(Usulan.year == year))


def read_proposal(engine: Engine, usulan_id: int) -> Proposal | None:
    """One proposal by its number in the database, None where there is none."""
    with open_read(engine) as connection:
        return find_proposals(connection, [usulan_id]).get(usulan_id)


def find_proposals(connection: Connection, ids: Collection[int]) -> dict[int, Proposal]:
    """Proposals by their numbers in the database, inside a transaction."""
    question = select(*_COLUMNS).where(Usulan.id.in_(list(ids)))
    return {each.id: each for each in _ask(connection, question)}


def read_discussions(engine: Engine, ids: Collection[int]) -> tuple[Discussion, ...]:
    """What higher meetings decided about some proposals, in the order of the meetings."""
    question = select(*_DISCUSSED).where(BahasanUsulan.usulan_id.in_(list(ids)))
    ordered = question.order_by(BahasanUsulan.usulan_id, BahasanUsulan.rembuk_id)
    with open_read(engine) as connection:
        return tuple(Discussion(*row) for row in connection.execute(ordered))


def read_raised(engine: Engine, meeting: Meeting) -> tuple[RaisedProposal, ...]:
    """What was agreed below and comes before a pra-musrenbang, by region and number.

    From kecamatan to kabupaten: agreed in a closed meeting. To the province: so agreed by a
    kabupaten itself, or by its closed pra-musrenbang about a kecamatan's. What this meeting has
    discussed already stays. Other meetings have none.
    """
    if meeting.kind != PRA_MUSRENBANG or level_of_meeting(meeting.wilayah_code) not in _BELOW:
        return ()
    with open_read(engine) as connection:
        return find_raised(connection, meeting)


def find_raised(connection: Connection, meeting: Meeting) -> tuple[RaisedProposal, ...]:
    """`read_raised` of a kabupaten's or province's meeting, inside a transaction."""
    here = and_(BahasanUsulan.usulan_id == Usulan.id, BahasanUsulan.rembuk_id == meeting.id)
    question = (
        select(Usulan.id, Rembuk.kind, Rembuk.state, *_DISCUSSED[3:])
        .join(Rembuk, Rembuk.id == Usulan.rembuk_id)
        .outerjoin(BahasanUsulan, here)
        .where(
            within(Usulan.wilayah_code, meeting.wilayah_code),
            Usulan.wilayah_code != meeting.wilayah_code,
            Usulan.year == meeting.year,
            or_(_is_raised(meeting), BahasanUsulan.usulan_id.is_not(None)),
        )
        .order_by(Usulan.wilayah_code, Usulan.number)
    )
    rows = connection.execute(question).all()
    known = find_proposals(connection, [row[0] for row in rows])
    return tuple(
        RaisedProposal(
            known[row[0]], row[1], row[2], row[3] or UNDECIDED, row[4], row[5], row[6] or 0
        )
        for row in rows
    )


def _is_raised(meeting: Meeting) -> Any:
    direct = and_(Usulan.decision == AGREED, Rembuk.state == CLOSED)
    level = level_of_meeting(meeting.wilayah_code)
    below = _BELOW[level or ""][0]
    is_direct = and_(direct, func.length(Usulan.wilayah_code) == CODE_LENGTH[below])
    if level != "provinsi":
        return is_direct
    agreed_above = (
        select(BahasanUsulan.usulan_id)
        .join(Rembuk, Rembuk.id == BahasanUsulan.rembuk_id)
        .where(
            BahasanUsulan.decision == AGREED,
            Rembuk.state == CLOSED,
            func.length(Rembuk.wilayah_code) == CODE_LENGTH["kabupaten"],
        )
    )
    return or_(is_direct, Usulan.id.in_(agreed_above))


def _read(engine: Engine, question: Question) -> tuple[Proposal, ...]:
    with open_read(engine) as connection:
        return _ask(connection, question)


def _ask(connection: Connection, question: Question) -> tuple[Proposal, ...]:
    rows = connection.execute(question.order_by(Usulan.wilayah_code, Usulan.year, Usulan.id)).all()
    places = _find_places(connection, question)
    return tuple(_to_proposal(row, places.get(row[0], ())) for row in rows)


def _find_places(connection: Connection, question: Question) -> Mapping[int, Sequence[str]]:
    ids = question.with_only_columns(Usulan.id).subquery()
    columns = (TempatUsulan.usulan_id, TempatUsulan.wilayah_code)
    asked = select(*columns).where(TempatUsulan.usulan_id.in_(select(ids.c.id)))
    found: dict[int, list[str]] = {}
    for number, code in connection.execute(asked.order_by(*columns)):
        found.setdefault(number, []).append(code)
    return found


def _to_proposal(row: Iterable[Any], places: Sequence[str]) -> Proposal:
    values = dict(zip(_NAMES, row, strict=True))
    # SQLite gives times back without their zone; they are stored in UTC.
    at = values["updated_at"]
    values["updated_at"] = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    return Proposal(**values, places=tuple(places))
