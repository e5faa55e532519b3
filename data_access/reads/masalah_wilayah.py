"""Questions about the problems that all regions inside one recorded, for reading side by side."""

import pandas as pd
from sqlalchemy import Engine, select

from data_access.database import open_read
from data_access.reads.frames import make_frame
from data_access.reads.scope import within
from data_access.schema import Masalah, Wilayah


def read_problems_inside(engine: Engine, scope_code: str, year: int) -> pd.DataFrame:
    """Problems of one year of the cycle whose place lies inside a region, a row each.

    Columns: item_code (None: about no single service), place_code, place_name, aspect, factor,
    problem, cause, recommendation, proposal, part. Ordered by place and number.
    """
    columns = (
        Masalah.item_code,
        Masalah.place_code,
        Wilayah.name.label("place_name"),
        Masalah.aspect,
        Masalah.factor,
        Masalah.problem,
        Masalah.cause,
        Masalah.recommendation,
        Masalah.proposal,
        Masalah.part,
    )
    question = (
        select(*columns)
        .join(Wilayah, Wilayah.code == Masalah.place_code)
        .where(within(Masalah.place_code, scope_code), Masalah.year == year)
        .order_by(Masalah.place_code, Masalah.id)
    )
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    return make_frame(rows, columns=[column.key for column in columns])
