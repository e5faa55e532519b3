"""Questions about the problems that the situation analysis found."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Engine, Row, select

from data_access.database import open_read
from data_access.reads.frames import make_frame
from data_access.reads.scope import within
from data_access.schema import Masalah, Wilayah

_PLACE_LEVELS = ("provinsi", "kabupaten", "kecamatan", "desa")


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem as stored; `item_code` is None where it is about no single service.

    `updated_at` is in UTC.
    """

    id: int
    wilayah_code: str
    year: int
    stage: str
    part: str
    item_code: str | None
    place_code: str
    aspect: str
    factor: str | None
    problem: str
    cause: str | None
    recommendation: str | None
    proposal: str | None
    version: int
    updated_by: str
    updated_at: datetime


_COLUMNS = tuple(getattr(Masalah, name) for name in Problem.__annotations__)


def read_problems(engine: Engine, wilayah_code: str, year: int, stage: str) -> tuple[Problem, ...]:
    """The problems that one region recorded in a stage of a year, in the order of recording."""
    question = (
        select(*_COLUMNS)
        .where(Masalah.wilayah_code == wilayah_code, Masalah.year == year, Masalah.stage == stage)
        .order_by(Masalah.id)
    )
    with open_read(engine) as connection:
        return tuple(_to_problem(row) for row in connection.execute(question))


def read_problem(engine: Engine, problem_id: int) -> Problem | None:
    """One problem by its number, None where it is gone."""
    with open_read(engine) as connection:
        return find_problem(connection, problem_id)


def find_problem(connection: Connection, problem_id: int) -> Problem | None:
    """`read_problem` inside a transaction."""
    row = connection.execute(select(*_COLUMNS).where(Masalah.id == problem_id)).first()
    return None if row is None else _to_problem(row)


def read_problem_places(engine: Engine, wilayah_code: str) -> pd.DataFrame:
    """Where a problem of a region may lie: itself and what is in force inside it.

    Columns: code, name, level; the region first, then by code.
    """
    question = (
        select(Wilayah.code, Wilayah.name, Wilayah.level)
        .where(
            Wilayah.level.in_(_PLACE_LEVELS),
            Wilayah.valid_until.is_(None),
            within(Wilayah.code, wilayah_code),
        )
        .order_by(Wilayah.code)
    )
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    return make_frame(rows, columns=["code", "name", "level"])


def _to_problem(row: Row[*tuple[Any, ...]]) -> Problem:
    values = list(row)
    # SQLite gives times back without their zone; they are stored in UTC.
    at = values[-1]
    values[-1] = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    return Problem(*values)
