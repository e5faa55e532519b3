"""Questions about the desa that a region chose as lokus, by year and decree."""

import pandas as pd
from sqlalchemy import Connection, Engine, select

from data_access.database import open_read
from data_access.reads.frames import make_frame
from data_access.reads.scope import within
from data_access.schema import Lokus, Wilayah


def read_lokus(engine: Engine, scope_code: str, year: int) -> pd.DataFrame:
    """The lokus of one year inside a region, ordered by code, one row a desa.

    Columns: wilayah_code, name, sk_number, sk_date (None: not stated), version.
    """
    columns = (Lokus.wilayah_code, Wilayah.name, Lokus.sk_number, Lokus.sk_date, Lokus.version)
    question = (
        select(*columns)
        .join(Wilayah, Wilayah.code == Lokus.wilayah_code)
        .where(within(Lokus.wilayah_code, scope_code), Lokus.year == year)
        .order_by(Lokus.wilayah_code)
    )
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    return make_frame(rows, columns=[column.key for column in columns])


def read_lokus_years(engine: Engine, desa_code: str) -> pd.DataFrame:
    """The years in which one desa is lokus, the newest first: year, sk_number, sk_date."""
    columns = (Lokus.year, Lokus.sk_number, Lokus.sk_date)
    question = select(*columns).where(Lokus.wilayah_code == desa_code).order_by(Lokus.year.desc())
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    return make_frame(rows, columns=[column.key for column in columns])


def read_desa_in_force(connection: Connection, scope_code: str) -> set[str]:
    """Codes of the desa in force inside a region, as a transaction sees them."""
    question = select(Wilayah.code).where(
        within(Wilayah.code, scope_code), Wilayah.level == "desa", Wilayah.valid_until.is_(None)
    )
    return set(connection.scalars(question))
