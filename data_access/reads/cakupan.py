"""Questions about coverage: people to reach and people reached, of a region and a period."""

import pandas as pd
from sqlalchemy import ColumnElement, Engine, and_, or_, select

from data_access.database import open_read
from data_access.reads.scope import within
from data_access.schema import Isian, Periode

_FACTS = ["unit_code", "item_code", "value"]
_PORTION = 500


def read_coverage_facts(engine: Engine, scope_code: str, period: str) -> pd.DataFrame:
    """Known numbers of people to reach (S..) and reached (I..) of one period inside a region.

    Columns: unit_code (desa), item_code, value (int64, people or cases as the item counts them);
    a row a desa and item. Cleared cells are left out: they are as unknown as missing ones.
    """
    question = select(Isian.unit_code, Isian.item_code, Isian.value).where(
        Isian.period == period,
        within(Isian.unit_code, scope_code),
        or_(_begins_with("S"), _begins_with("I")),
        Isian.value.is_not(None),
    )
    columns: tuple[list[object], ...] = tuple([] for _ in _FACTS)
    with open_read(engine) as connection:
        # In portions and by column: many rows held at once set off a full garbage collection, and
        # pandas asks each of them what kind of thing it is.
        for portion in connection.execute(question).partitions(_PORTION):
            for column, values in zip(columns, zip(*portion, strict=True), strict=True):
                column.extend(values)
    return pd.DataFrame(dict(zip(_FACTS, columns, strict=True))).astype({"value": "int64"})


def read_isian_periods(engine: Engine, scope_code: str) -> list[str]:
    """Periods in which anyone reached is known inside a region, the oldest first.

    Put to the index period by period: a province has a million figures, and few periods.
    """
    known = (
        select(Isian.period)
        .where(
            Isian.period == Periode.label,
            within(Isian.unit_code, scope_code),
            _begins_with("I"),
            Isian.value.is_not(None),
        )
        .exists()
    )
    with open_read(engine) as connection:
        return list(connection.scalars(select(Periode.label).where(known).order_by(Periode.label)))


def _begins_with(letter: str) -> ColumnElement[bool]:
    return and_(Isian.item_code >= letter, Isian.item_code < chr(ord(letter) + 1))
