"""Questions of the public page: what is withheld, and what has been approved at all."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pandas as pd
from sqlalchemy import Engine, func, select

from data_access.database import open_read
from data_access.reads.frames import make_frame
from data_access.reads.scope import CODE_LENGTH, within
from data_access.schema import Batch, Kumpulan, PenahananPublikasi, Pengukuran, Tahapan

_APPROVED = "disetujui"


@dataclass(frozen=True, slots=True)
class Hold:
    """A region's year that is withheld: why, since when (UTC), and by whose account."""

    wilayah_code: str
    year: int
    reason: str
    updated_by: str
    updated_at: datetime


def read_holds(engine: Engine, scope_code: str) -> tuple[Hold, ...]:
    """What is withheld inside a region, itself included, by region and year."""
    table = PenahananPublikasi
    question = (
        select(table.wilayah_code, table.year, table.reason, table.updated_by, table.updated_at)
        .where(within(table.wilayah_code, scope_code))
        .order_by(table.wilayah_code, table.year)
    )
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    return tuple(Hold(*row[:4], _in_utc(row[4])) for row in rows)


def read_approved_years(engine: Engine) -> pd.DataFrame:
    """Kabupaten and provinces with a year in which anything was approved, there or below.

    Columns: code, year (int64); a kecamatan's approval counts for its kabupaten.
    """
    code = func.substr(Tahapan.wilayah_code, 1, CODE_LENGTH["kabupaten"])
    question = (
        select(code, Tahapan.year).where(Tahapan.state == _APPROVED).distinct().order_by(code)
    )
    with open_read(engine) as connection:
        rows = connection.execute(question.order_by(Tahapan.year.desc())).all()
    return make_frame(rows, columns=["code", "year"]).astype({"year": "int64"})


def read_begun_years(engine: Engine, wilayah_code: str) -> frozenset[int]:
    """Years in which anybody has begun any stage of a region."""
    question = select(Tahapan.year).where(Tahapan.wilayah_code == wilayah_code).distinct()
    with open_read(engine) as connection:
        return frozenset(connection.scalars(question))


def read_data_date(engine: Engine, scope_code: str, source: str, period: str) -> str | date | None:
    """Until when a data set of measurements counts: as its file says, else its last import."""
    same = (
        Kumpulan.topic == "pengukuran",
        Kumpulan.source == source,
        Kumpulan.period == period,
        within(Kumpulan.kabupaten_code, scope_code),
    )
    imported = (
        select(func.max(Batch.imported_at))
        .join(Pengukuran, Pengukuran.batch_id == Batch.id)
        .where(
            Pengukuran.source == source,
            Pengukuran.period == period,
            within(Pengukuran.unit_code, scope_code),
        )
    )
    with open_read(engine) as connection:
        said: str | None = connection.scalar(select(func.max(Kumpulan.data_date)).where(*same))
        moment: datetime | None = connection.scalar(imported)
    return said or (None if moment is None else moment.date())


def _in_utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
