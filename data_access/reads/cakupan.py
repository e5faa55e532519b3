"""Questions about coverage: people to reach and people reached, of a region and a period."""

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, Engine, String, and_, cast, func, or_, select

from data_access.database import open_read
from data_access.reads.scope import within
from data_access.schema import Isian, Periode

_FACTS = ["unit_code", "item_code", "value"]
_IS, _NEXT = "=", " "


def read_coverage_facts(engine: Engine, scope_code: str, period: str) -> pd.DataFrame:
    """Known numbers of people to reach (S..) and reached (I..) of one period inside a region.

    Columns: unit_code (desa), item_code, value (int64, people or cases as the item counts them);
    a row a desa and item. Cleared cells are left out: they are as unknown as missing ones.
    """
    # A row a desa, its figures as one text: fifty times fewer rows to fetch and to take apart.
    figure = Isian.item_code + _IS + cast(Isian.value, String)
    question = (
        select(Isian.unit_code, func.aggregate_strings(figure, _NEXT))
        .where(
            Isian.period == period,
            within(Isian.unit_code, scope_code),
            or_(_begins_with("S"), _begins_with("I")),
            Isian.value.is_not(None),
        )
        .group_by(Isian.unit_code)
        .order_by(Isian.unit_code)
    )
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    return _unpack([code for code, _ in rows], [figures for _, figures in rows])


def _unpack(codes: list[str], figures: list[str]) -> pd.DataFrame:
    """One row a desa and item of texts such as "I01=12 S04=30"."""
    units = np.repeat(np.array(codes, dtype=object), [text.count(_IS) for text in figures])
    parts = _NEXT.join(figures).replace(_IS, _NEXT).split()
    items = np.array(parts[::2], dtype=object)
    values = np.array([int(value) for value in parts[1::2]], dtype="int64")
    return pd.DataFrame(dict(zip(_FACTS, (units, items, values), strict=True)))


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
