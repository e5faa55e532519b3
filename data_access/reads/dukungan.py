"""Questions about regulations and publications that support the stages."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar

import pandas as pd
from sqlalchemy import Connection, Engine, func, select, true

from data_access.database import open_read
from data_access.reads.frames import make_frame
from data_access.reads.scope import within
from data_access.schema import Lampiran, Publikasi, Regulasi, Wilayah


@dataclass(frozen=True, slots=True)
class Regulation:
    """One regulation as stored; `stage` is a short name or "semua", `updated_at` in UTC."""

    id: int
    wilayah_code: str
    year: int
    kind: str
    number: str
    dated_on: date | None
    subject: str
    stage: str
    version: int
    updated_by: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Publication:
    """One publication as stored; `link` is None where a file stands for it."""

    id: int
    wilayah_code: str
    year: int
    kind: str
    title: str
    published_on: date | None
    link: str | None
    stage: str
    version: int
    updated_by: str
    updated_at: datetime


Support = Regulation | Publication
SupportT = TypeVar("SupportT", bound=Support)
Table = type[Regulasi] | type[Publikasi]
TABLES: dict[Any, Table] = {Regulation: Regulasi, Publication: Publikasi}
_DATES: dict[type[Support], str] = {Regulation: "dated_on", Publication: "published_on"}


def read_regulations(
    engine: Engine, wilayah_code: str, year: int | None, *, below: bool = False
) -> pd.DataFrame:
    """The regulations of a region in a year of the cycle; a row a regulation.

    Columns: id, wilayah_code, wilayah_name, year, kind (REGULATION_KINDS), number, dated_on (date
    or None), subject, stage (short name, or "semua"), file_count (attachments; 0: none), version,
    updated_by, updated_at (UTC). By region and year, then by date with the undated last. `year`
    None: all years. `below`: also those of every region inside it.
    """
    return _read_list(engine, Regulation, wilayah_code, year, below=below)


def read_publications(
    engine: Engine, wilayah_code: str, year: int | None, *, below: bool = False
) -> pd.DataFrame:
    """The publications of a region in a year of the cycle; a row a publication.

    Columns: id, wilayah_code, wilayah_name, year, kind (PUBLICATION_KINDS), title, published_on
    (date or None), link (None: a file, or nothing yet), stage (short name, or "semua"),
    file_count (attachments; 0: none), version, updated_by, updated_at (UTC). Ordered as
    `read_regulations`.
    """
    return _read_list(engine, Publication, wilayah_code, year, below=below)


def read_regulation(engine: Engine, number: int) -> Regulation | None:
    """One regulation by its number, None where it is withdrawn."""
    with open_read(engine) as connection:
        return find_support(connection, Regulation, number)


def read_publication(engine: Engine, number: int) -> Publication | None:
    """One publication by its number, None where it is withdrawn."""
    with open_read(engine) as connection:
        return find_support(connection, Publication, number)


def find_support(connection: Connection, record: type[SupportT], number: int) -> SupportT | None:
    """`read_regulation` or `read_publication` inside a transaction."""
    table = TABLES[record]
    columns = [getattr(table, name) for name in record.__annotations__]
    row = connection.execute(select(*columns).where(table.id == number)).first()
    if row is None:
        return None
    values = dict(row._mapping)
    at = values["updated_at"]
    # SQLite gives times back without their zone; they are stored in UTC.
    values["updated_at"] = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    return record(**values)


def _read_list(
    engine: Engine, record: type[Support], wilayah_code: str, year: int | None, *, below: bool
) -> pd.DataFrame:
    table: Any = TABLES[record]
    names = list(record.__annotations__)
    columns = [getattr(table, name) for name in names]
    dated = columns[names.index(_DATES[record])]
    place = (
        within(table.wilayah_code, wilayah_code) if below else table.wilayah_code == wilayah_code
    )
    question = (
        select(*columns, Wilayah.name.label("wilayah_name"))
        .join(Wilayah, Wilayah.code == table.wilayah_code)
        .where(place, true() if year is None else table.year == year)
        .order_by(table.wilayah_code, table.year, dated.is_(None), dated, table.id)
    )
    with open_read(engine) as connection:
        answer = connection.execute(question)
        frame = make_frame(answer.all(), columns=list(answer.keys()))
        files = _count_files(connection, table.__tablename__)
    if record is Publication:
        # A column of texts would say NaN where it says nothing.
        frame["link"] = frame["link"].astype(object).where(frame["link"].notna(), None)
    counted = frame.assign(
        file_count=frame["id"].map(files).fillna(0).astype("int64"),
        updated_at=pd.to_datetime(frame["updated_at"], utc=True),
    )
    return counted[[*names[:2], "wilayah_name", *names[2:-3], "file_count", *names[-3:]]]


def _count_files(connection: Connection, kind: str) -> dict[int, int]:
    """How many attachments the rows of a kind have, by their number; none: not in it."""
    column = Lampiran.subject
    question = select(column, func.count()).group_by(column)
    question = question.where(column.startswith(f"{kind}:"))
    counted: dict[int, int] = {}
    for subject, count in connection.execute(question):
        number = int(subject.split(":")[1])
        counted[number] = counted.get(number, 0) + count
    return counted
