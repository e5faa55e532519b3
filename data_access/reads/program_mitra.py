"""Questions about programmes that the regional budget does not pay, desa by desa."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Engine, Row, Select, select

from data_access.database import open_read
from data_access.reads.frames import make_frame
from data_access.reads.scope import within
from data_access.schema import ProgramMitra, Wilayah


@dataclass(frozen=True, slots=True)
class Program:
    """One programme of a desa as stored; amounts are whole rupiah, None: not known.

    `source` is one of PARTNER_SOURCES, `review` one of REVIEW_STATES; `item_code` is None where
    it serves no single service. `updated_at` is in UTC.
    """

    id: int
    wilayah_code: str
    year: int
    source: str
    partner: str | None
    activity: str
    item_code: str | None
    volume: float | None
    unit: str | None
    amount_idr: int
    realisation_june_idr: int | None
    realisation_december_idr: int | None
    review: str
    review_note: str | None
    version: int
    updated_by: str
    updated_at: datetime


_COLUMNS = tuple(getattr(ProgramMitra, name) for name in Program.__annotations__)


def read_programs(engine: Engine, wilayah_code: str, year: int) -> pd.DataFrame:
    """The programmes of a year in a region and everything inside it; a row a programme.

    Columns: id, wilayah_code (the desa), desa_name, year, source (apbdes, swasta, swadaya),
    partner, activity, item_code (None: no single service), volume, unit, amount_idr (int64,
    rupiah), realisation_june_idr, realisation_december_idr (Int64, cumulative to that month, NA:
    not told), review (menunggu, disetujui, dikembalikan), review_note, version, updated_by,
    updated_at (UTC). By desa, then in the order of recording. All reviews are here: only those
    that the camat approved count against a need.
    """
    question = (
        select(*_COLUMNS, Wilayah.name.label("desa_name"))
        .join(Wilayah, Wilayah.code == ProgramMitra.wilayah_code)
        .where(within(ProgramMitra.wilayah_code, wilayah_code), ProgramMitra.year == year)
        .order_by(ProgramMitra.wilayah_code, ProgramMitra.id)
    )
    frame = _ask(engine, question)
    names = list(Program.__annotations__)
    typed = frame.astype(
        {
            "volume": "float64",
            "amount_idr": "int64",
            "realisation_june_idr": "Int64",
            "realisation_december_idr": "Int64",
        }
    ).assign(updated_at=pd.to_datetime(frame["updated_at"], utc=True))
    return typed[[*names[:2], "desa_name", *names[2:]]]


def read_program_years(engine: Engine, wilayah_code: str) -> list[int]:
    """The years of which a region has programmes, the newest first."""
    question = (
        select(ProgramMitra.year)
        .where(within(ProgramMitra.wilayah_code, wilayah_code))
        .distinct()
        .order_by(ProgramMitra.year.desc())
    )
    with open_read(engine) as connection:
        return list(connection.scalars(question))


def read_program(engine: Engine, program_id: int) -> Program | None:
    """One programme by its number, None where it is gone."""
    with open_read(engine) as connection:
        return find_program(connection, program_id)


def find_program(connection: Connection, program_id: int) -> Program | None:
    """`read_program` inside a transaction."""
    return find_programs(connection, [program_id]).get(program_id)


def find_programs(connection: Connection, program_ids: list[int]) -> dict[int, Program]:
    """Programmes by number inside a transaction; those that are gone are missing."""
    question = select(*_COLUMNS).where(ProgramMitra.id.in_(program_ids))
    rows = (_to_program(row) for row in connection.execute(question))
    return {row.id: row for row in rows}


def _to_program(row: Row[*tuple[Any, ...]]) -> Program:
    values = list(row)
    # SQLite gives times back without their zone; they are stored in UTC.
    at = values[-1]
    values[-1] = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    return Program(*values)


def _ask(engine: Engine, question: Select[*tuple[Any, ...]]) -> pd.DataFrame:
    with open_read(engine) as connection:
        answer = connection.execute(question)
        return make_frame(answer.all(), columns=list(answer.keys()))
