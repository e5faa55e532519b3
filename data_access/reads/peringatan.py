"""Questions for alerts: commitments of all meetings inside a region that are not kept yet."""

import pandas as pd
from sqlalchemy import Engine, select

from analysis.meetings import COMMITMENT_OPEN
from data_access.database import open_read
from data_access.reads.frames import make_frame
from data_access.reads.scope import within
from data_access.schema import Komitmen, Rembuk, Wilayah

COLUMNS = ("id", "wilayah_code", "name", "year", "kind", "office", "statement", "due_on", "state")


def read_open_commitments(engine: Engine, scope_code: str) -> pd.DataFrame:
    """Commitments with a day that are neither kept nor given up, of a region and all inside it.

    Columns: id, wilayah_code and name of the region whose meeting it was, year and kind of the
    meeting, office (None: not told), statement, due_on (date), state. The oldest day first.
    """
    question = (
        select(
            Komitmen.id,
            Komitmen.wilayah_code,
            Wilayah.name,
            Rembuk.year,
            Rembuk.kind,
            Komitmen.office,
            Komitmen.statement,
            Komitmen.due_on,
            Komitmen.state,
        )
        .join(Rembuk, Rembuk.id == Komitmen.rembuk_id)
        .join(Wilayah, Wilayah.code == Komitmen.wilayah_code)
        .where(
            within(Komitmen.wilayah_code, scope_code),
            Komitmen.state.in_(sorted(COMMITMENT_OPEN)),
            Komitmen.due_on.is_not(None),
        )
        .order_by(Komitmen.due_on, Komitmen.id)
    )
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    return make_frame(rows, columns=list(COLUMNS))
