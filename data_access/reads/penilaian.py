"""Questions about recorded results of the assessment, and what was said of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, select

from data_access.database import open_read
from data_access.schema import HasilPenilaian, KlarifikasiPenilaian

SIMULATED, OFFICIAL = "simulasi", "resmi"


@dataclass(frozen=True, slots=True)
class Result:
    """One result of a region's year; `kind` simulasi or resmi, `frozen` of a simulation only.

    `class_name` None: could not be settled. `updated_at` in UTC.
    """

    id: int
    wilayah_code: str
    year: int
    kind: str
    class_name: str | None
    score: float | None
    source: str | None
    dated_on: date | None
    frozen: dict[str, Any] | None
    version: int
    updated_by: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Clarification:
    """What a participant asked or corrected; `answer` None while there is none. UTC."""

    id: int
    wilayah_code: str
    year: int
    component: str
    asked_by: str
    statement: str
    answer: str | None
    version: int
    updated_by: str
    updated_at: datetime


_RESULT = tuple(getattr(HasilPenilaian, name) for name in Result.__annotations__)
_CLARIFICATION = tuple(
    getattr(KlarifikasiPenilaian, name) for name in Clarification.__annotations__
)


def read_results(engine: Engine, codes: Sequence[str], year: int) -> tuple[Result, ...]:
    """The recorded results of some regions and a year, by region and kind."""
    question = select(*_RESULT).where(
        HasilPenilaian.wilayah_code.in_(codes), HasilPenilaian.year == year
    )
    ordered = question.order_by(HasilPenilaian.wilayah_code, HasilPenilaian.kind)
    with open_read(engine) as connection:
        return tuple(Result(*map(_in_utc, row)) for row in connection.execute(ordered))


def find_result(connection: Connection, code: str, year: int, kind: str) -> Result | None:
    """One result inside a transaction, None where there is none."""
    question = select(*_RESULT).filter_by(wilayah_code=code, year=year, kind=kind)
    row = connection.execute(question).first()
    return None if row is None else Result(*map(_in_utc, row))


def read_clarifications(engine: Engine, code: str, year: int) -> tuple[Clarification, ...]:
    """The clarifications of a region and year, in the order in which they were noted."""
    question = select(*_CLARIFICATION).filter_by(wilayah_code=code, year=year)
    with open_read(engine) as connection:
        rows = connection.execute(question.order_by(KlarifikasiPenilaian.id))
        return tuple(Clarification(*map(_in_utc, row)) for row in rows)


def find_clarification(connection: Connection, number: int) -> Clarification | None:
    """One clarification by its number, inside a transaction; None where there is none."""
    question = select(*_CLARIFICATION).where(KlarifikasiPenilaian.id == number)
    row = connection.execute(question).first()
    return None if row is None else Clarification(*map(_in_utc, row))


def read_clarification(engine: Engine, number: int) -> Clarification | None:
    """One clarification by its number, None where there is none."""
    with open_read(engine) as connection:
        return find_clarification(connection, number)


def _in_utc(value: Any) -> Any:
    if not isinstance(value, datetime):
        return value
    # SQLite gives times back without their zone; they are stored in UTC.
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
