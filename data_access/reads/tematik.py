"""Questions about lists beside the budget: thematic sub kegiatan, how many account names."""

import pandas as pd
from sqlalchemy import Engine, func, select

from data_access.database import open_read
from data_access.reads.frames import make_frame
from data_access.reads.scope import NATION
from data_access.schema import AkunBelanja, SubkegiatanTematik

_TABLE = SubkegiatanTematik


def read_thematic(engine: Engine, wilayah_code: str) -> pd.DataFrame:
    """The lists that hold for a region, the nation's and its own; a row a sub kegiatan.

    Columns: wilayah_code ("ID": for all regions), level, nomenclature, code, name.
    """
    columns = (_TABLE.wilayah_code, _TABLE.level, _TABLE.nomenclature, _TABLE.code, _TABLE.name)
    question = (
        select(*columns)
        .where(_TABLE.wilayah_code.in_([NATION, wilayah_code]))
        .order_by(_TABLE.wilayah_code.desc(), _TABLE.nomenclature, _TABLE.level, _TABLE.code)
    )
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    return make_frame(rows, columns=[column.key for column in columns])


def count_accounts(engine: Engine) -> int:
    """How many accounts have a name."""
    with open_read(engine) as connection:
        return int(connection.scalar(select(func.count()).select_from(AkunBelanja)) or 0)
