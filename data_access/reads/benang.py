"""Questions of the benang merah: recorded causes, and what was promised for proposals."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Engine, or_, select

from data_access.database import open_read
from data_access.reads.scope import CODE_LENGTH, within
from data_access.schema import Komitmen, Masalah, Usulan


@dataclass(frozen=True, slots=True)
class Cause:
    """One problem of the situation analysis with its cause; None where it states none.

    `item_code` is None where it is about no single service.
    """

    masalah_id: int
    place_code: str
    item_code: str | None
    aspect: str
    problem: str
    cause: str | None


@dataclass(frozen=True, slots=True)
class Promise:
    """What a party promised for one proposal; `state` is one of belum, berjalan, selesai, batal."""

    id: int
    usulan_id: int
    party: str
    office: str | None
    name: str | None
    statement: str
    due_on: date | None
    state: str
    evidence: str | None


_CAUSE = (
    Masalah.id,
    Masalah.place_code,
    Masalah.item_code,
    Masalah.aspect,
    Masalah.problem,
    Masalah.cause,
)
_PROMISE = tuple(getattr(Komitmen, name) for name in Promise.__annotations__)


def read_causes(engine: Engine, scope_code: str, year: int) -> tuple[Cause, ...]:
    """The problems of a year of the cycle that touch a region, in the order of recording.

    Those of places inside it, and those of the regions around it.
    """
    question = (
        select(*_CAUSE)
        .where(_touches(Masalah.place_code, scope_code), Masalah.year == year)
        .order_by(Masalah.id)
    )
    with open_read(engine) as connection:
        return tuple(Cause(*row) for row in connection.execute(question))


def read_promises(engine: Engine, scope_code: str, year: int) -> tuple[Promise, ...]:
    """What was promised for the proposals of a region, of those inside it and those around it.

    In the order of recording; promises about no proposal are left out.
    """
    question = (
        select(*_PROMISE)
        .join(Usulan, Usulan.id == Komitmen.usulan_id)
        .where(_touches(Usulan.wilayah_code, scope_code), Usulan.year == year)
        .order_by(Komitmen.id)
    )
    with open_read(engine) as connection:
        return tuple(Promise(*row) for row in connection.execute(question))


def list_around(scope_code: str) -> list[str]:
    """The codes of the regions around one, the largest first."""
    return [scope_code[:n] for n in CODE_LENGTH.values() if n < len(scope_code)]


def _touches(column: Any, scope_code: str) -> ColumnElement[bool]:
    return or_(within(column, scope_code), column.in_(list_around(scope_code)))
