"""Figures and dates as Indonesians write them: 1.234,56 · 12,4 % · Agustus 2025 · Rp1,25 M.

Signs and month names come from Babel's `id_ID`. Halves round away from zero, as in Excel and in
the browser, so that one figure reads the same everywhere. Missing is "belum ada data", never 0.
"""

import math
import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import SupportsFloat

import pandas as pd
from babel import Locale
from babel.dates import format_date as _babel_date
from babel.numbers import get_decimal_symbol, get_group_symbol

from app.text import format as text

LOCALE = Locale.parse("id_ID")
MISSING = text.MISSING
MINUS = "-"
_SIGNS = str.maketrans({",": get_group_symbol(LOCALE), ".": get_decimal_symbol(LOCALE)})
_QUANTA = tuple(Decimal(1).scaleb(-places) for places in range(10))
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_SEMESTER = re.compile(r"(\d{4})-([12])")

Number = SupportsFloat | None


def _as_float(value: Number) -> float | None:
    """The number behind a value, None for None, NaN and pandas' own missing values."""
    if value is None:
        return None
    try:
        number = float(value)
    except TypeError:  # pandas.NA refuses to become a number
        return None
    return None if math.isnan(number) else number


def _write(number: float, decimals: int) -> str:
    if number in (float("inf"), float("-inf")):
        raise ValueError("an infinite figure has no place on a screen")
    rounded = Decimal(repr(number)).quantize(_QUANTA[decimals], rounding=ROUND_HALF_UP)
    shown = rounded if rounded else abs(rounded)  # never "-0,0"
    return format(shown, ",f").translate(_SIGNS)


def format_share(part: int, whole: int) -> str:
    """Write how much of a whole is done in whole percent; "100 %" only where nothing is left."""
    return format_pct(min(100 * part / whole, 99 if part < whole else 100), 0)


def format_number(value: Number, decimals: int | None = None, missing: str = MISSING) -> str:
    """Write a number; without `decimals` as many as it needs, two at most ("2,5", "10")."""
    number = _as_float(value)
    if number is None:
        return missing
    if decimals is not None:
        return _write(number, decimals)
    written = _write(number, 2)
    return written.rstrip("0").rstrip(",")


def format_count(value: Number, missing: str = MISSING) -> str:
    """Write a number of children or places: "1.043"."""
    return format_number(value, 0, missing)


def format_pct(value: Number, decimals: int = 1, missing: str = MISSING) -> str:
    """Write a percentage given in percent: "12,4 %"."""
    number = _as_float(value)
    if number is None:
        return missing
    return text.PERCENT.format(number=_write(number, decimals))


def format_points(value: Number, decimals: int = 2, missing: str = MISSING) -> str:
    """Write the size of a change in percentage points, without sign or unit: "2,70"."""
    number = _as_float(value)
    return missing if number is None else _write(abs(number), decimals)


def format_poin(value: Number, decimals: int = 2, missing: str = MISSING) -> str:
    """Write a change in percentage points with its sign: "-2,70 poin", "+0,31 poin"."""
    number = _as_float(value)
    if number is None:
        return missing
    written = _write(number, decimals)
    sign = "+" if number > 0 else MINUS if number < 0 and not written.startswith(MINUS) else ""
    return text.POINTS.format(points=sign + written)


def format_change(value: Number, decimals: int = 2, missing: str = MISSING) -> str:
    """Write a change in words: "turun 2,70 poin persen", "naik ...", "tetap".

    The word follows the unrounded figure.
    """
    number = _as_float(value)
    if number is None:
        return missing
    if number == 0:
        return text.CHANGE_UNCHANGED
    points = _write(abs(number), decimals)
    direction = text.RISE if number > 0 else text.FALL
    return text.CHANGE_WITH_DIRECTION.format(direction=direction, points=points)


def format_interval(lower: Number, upper: Number, decimals: int = 1, missing: str = MISSING) -> str:
    """Write an interval of percentages: "10,1–14,9 %"."""
    low, high = _as_float(lower), _as_float(upper)
    if low is None or high is None:
        return missing
    return text.INTERVAL.format(lower=_write(low, decimals), upper=_write(high, decimals))


def _split_money(value: Number) -> tuple[str, float] | None:
    """Sign and size of an amount, None where it is missing."""
    number = _as_float(value)
    return None if number is None else (MINUS if number < 0 else "", abs(number))


def format_idr(value: Number, missing: str = MISSING) -> str:
    """Write money in full: "Rp1.250.000.000"."""
    money = _split_money(value)
    if money is None:
        return missing
    return text.RUPIAH.format(sign=money[0], number=_write(money[1], 0))


def format_idr_short(value: Number, missing: str = MISSING) -> str:
    """Write money for a screen: "Rp1,25 M" (miliar), "Rp12,5 jt", "Rp950.000"."""
    money = _split_money(value)
    if money is None:
        return missing
    sign, size = money
    for least, unit in text.MONEY_UNITS:
        if size >= least:
            written = format_number(size / least)
            return text.RUPIAH_SHORT.format(sign=sign, number=written, unit=unit)
    return format_idr(value)


def format_date(value: date | None, missing: str = MISSING) -> str:
    """Write a day: "5 Agustus 2025"."""
    if value is None or value is pd.NaT:
        return missing
    return str(_babel_date(value, "d MMMM y", locale=LOCALE))


@lru_cache(maxsize=1024)
def format_period(period: str | None, *, short: bool = False, missing: str = MISSING) -> str:
    """Write a period: "2025-08" -> "Agustus 2025" ("Agu 2025"), "2025-1" -> "Semester I 2025".

    A year stays as it is. Raises ValueError for anything else.
    """
    if not period:
        return missing
    if month := _MONTH.fullmatch(period):
        first = date(int(month[1]), int(month[2]), 1)
        return str(_babel_date(first, "MMM y" if short else "MMMM y", locale=LOCALE))
    if semester := _SEMESTER.fullmatch(period):
        return text.SEMESTERS[semester[2]].format(year=semester[1])
    if period.isdigit() and len(period) == 4:
        return period
    raise ValueError(f"not a period: {period}")


def _write_all(values: Iterable[Number], write: Callable[[Number], str]) -> list[str]:
    return [write(value) for value in values]


def format_counts(values: Iterable[Number], missing: str = MISSING) -> list[str]:
    """Write a column of counts."""
    return _write_all(values, lambda value: format_count(value, missing))


def format_pcts(values: Iterable[Number], decimals: int = 1, missing: str = MISSING) -> list[str]:
    """Write a column of percentages."""
    return _write_all(values, lambda value: format_pct(value, decimals, missing))


def format_poins(values: Iterable[Number], decimals: int = 2, missing: str = MISSING) -> list[str]:
    """Write a column of changes."""
    return _write_all(values, lambda value: format_poin(value, decimals, missing))


def format_intervals(
    lowers: Iterable[Number], uppers: Iterable[Number], decimals: int = 1, missing: str = MISSING
) -> list[str]:
    """Write two columns of bounds as intervals."""
    return [
        format_interval(lower, upper, decimals, missing)
        for lower, upper in zip(lowers, uppers, strict=True)
    ]


_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+!|~$:^-])")
# Icons (":material/home:"), emoji, links and arrows are read from the finished text, where a
# backslash no longer helps: an unseen word joiner keeps their signs apart.
_READ_LATE = re.compile(r"(:(?=\S)|www(?=\.)|@|-(?=[->])|<(?=[-=])|>(?==)|~(?==))", re.IGNORECASE)
_WORD_JOINER = "\u2060"


def escape_markdown(value: str) -> str:
    """Make text literal where Streamlit would read markdown: names come from files."""
    return _MARKDOWN.sub(r"\\\1", _READ_LATE.sub(rf"\1{_WORD_JOINER}", value))
