"""Questions about coverage: people to reach and people reached, of a region and a period."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, Engine, String, and_, cast, func, or_, select

from data_access.database import open_read
from data_access.reads.scope import within
from data_access.schema import Isian, Periode

_FACTS = ["unit_code", "item_code", "value"]
_NEXT = " "
# What codes begin with, as a digit; the last three digits are then the item.
_LETTERS = {1: "I", 2: "S"}
_AS_NUMBERS = bytes.maketrans(b"IS", b"12")
_WIDTH = 1000


def read_coverage_facts(engine: Engine, scope_code: str, period: str) -> pd.DataFrame:
    """Known numbers of people to reach (S..) and reached (I..) of one period inside a region.

    Columns: unit_code (desa) and item_code (both as categories, for a province has half a million
    rows), value (int64, people or cases as the item counts them); a row a desa and item. Cleared
    cells are left out: they are as unknown as missing ones.
    """
    figures = _read_figures(engine, scope_code, period)
    unit = np.repeat(np.arange(len(figures.units)), figures.counts)
    columns = (
        pd.Categorical.from_codes(unit, figures.units),
        pd.Categorical.from_codes(figures.item, figures.items),
        figures.value,
    )
    return pd.DataFrame(dict(zip(_FACTS, columns, strict=True)))


def read_coverage_spread(engine: Engine, scope_code: str, period: str) -> pd.DataFrame:
    """The same numbers as a table of unit by item: float64, NaN unknown, the codes as index.

    For a whole nation, whose four million numbers take a second as rows.
    """
    figures = _read_figures(engine, scope_code, period)
    height = len(figures.units)
    # Item after item, since services are computed one after the other.
    table = np.full(len(figures.items) * height, np.nan)
    table[figures.item * height + np.repeat(np.arange(height), figures.counts)] = figures.value
    values = table.reshape(len(figures.items), height).T
    index = pd.Index(figures.units, dtype=object)
    return pd.DataFrame(values, index=index, columns=figures.items)


@dataclass(frozen=True, slots=True)
class _Figures:
    """Numbers unit after unit: how many each unit has, the place of their items, their values."""

    units: list[str]
    counts: list[int]
    items: list[str]
    item: np.ndarray
    value: np.ndarray


def _read_figures(engine: Engine, scope_code: str, period: str) -> _Figures:
    # A row a desa, its figures as one text: fifty times fewer rows to fetch and to take apart.
    figure = cast(Isian.value, String) + Isian.item_code
    question = (
        select(Isian.unit_code, func.aggregate_strings(figure, _NEXT), func.count())
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
    units, texts, counts = map(list, zip(*rows, strict=True)) if rows else ([], [], [])
    return _Figures(units, counts, *_unpack(texts, sum(counts)))


def _unpack(texts: list[str], count: int) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Items, and each number's item (its place among them) and value.

    Of texts such as "12I01 30S04", read as 12101 and 30204: numbers are read many times faster
    than words. Raises ValueError for a code that is not a letter and two digits.
    """
    plain = _NEXT.join(texts).encode().translate(_AS_NUMBERS)
    value, item = np.divmod(np.fromstring(plain, dtype="int64", sep=_NEXT), _WIDTH)
    known = np.flatnonzero(np.bincount(item, minlength=_WIDTH))
    if len(item) != count or (known < min(_LETTERS) * 100).any():
        raise ValueError("an item's code is not a letter and two digits")
    place = np.zeros(_WIDTH, dtype="int64")
    place[known] = np.arange(len(known))
    items = [f"{_LETTERS[number // 100]}{number % 100:02}" for number in known.tolist()]
    return items, place[item], value


def read_isian_periods(engine: Engine, scope_code: str) -> list[str]:
    """Periods in which anyone reached is known inside a region, the oldest first.

    Put to the index period by period: a province has a million figures, and few periods.
    """
    # The first in the order of the key: PostgreSQL would join a mere EXISTS with all figures, and
    # without an order read all of them where a period has none.
    known = (
        select(Isian.period)
        .where(
            Isian.period == Periode.label,
            within(Isian.unit_code, scope_code),
            _begins_with("I"),
            Isian.value.is_not(None),
        )
        .order_by(Isian.unit_code, Isian.item_code)
        .limit(1)
        .scalar_subquery()
    )
    question = select(Periode.label).where(known.is_not(None)).order_by(Periode.label)
    with open_read(engine) as connection:
        return list(connection.scalars(question))


def _begins_with(letter: str) -> ColumnElement[bool]:
    return and_(Isian.item_code >= letter, Isian.item_code < chr(ord(letter) + 1))
