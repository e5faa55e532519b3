"""Numbers and dates in Indonesian words, as the opening sentence of an official record has them.

Babel writes the names of days and months but no number words.
"""

from datetime import date

from babel.dates import format_date as _babel_date

from app.format import LOCALE
from app.text import surat as text

_LARGE = 1_000_000


def write_number_words(number: int) -> str:
    """A whole number from 0 to 999.999 in words: 17 is "tujuh belas", 1100 "seribu seratus".

    Raises ValueError for any other.
    """
    if not 0 <= number < _LARGE:
        raise ValueError(f"no words for {number}")
    return _write(number) or text.NUMBER_WORDS[0]


def _write(number: int) -> str:
    if number < 100:
        return _write_small(number)
    # One hundred and one thousand are one word; every other multiple is two.
    for size, one, many in (
        (1000, text.ONE_THOUSAND, text.THOUSAND),
        (100, text.ONE_HUNDRED, text.HUNDRED),
    ):
        if number >= size:
            times, rest = divmod(number, size)
            return _join(one if times == 1 else f"{_write(times)} {many}", rest)
    raise AssertionError(number)


def _write_small(number: int) -> str:
    words = text.NUMBER_WORDS
    if number < 12:
        return words[number] if number else ""
    if number < 20:
        return f"{words[number - 10]} {text.TEEN}"
    return _join(f"{words[number // 10]} {text.TEN}", number % 10)


def _join(first: str, rest: int) -> str:
    return f"{first} {_write(rest)}" if rest else first


def write_day(day: date) -> str:
    """The day of the week: "Selasa"."""
    return str(_babel_date(day, "EEEE", locale=LOCALE))


def write_date_words(day: date) -> str:
    """A date in words: "Selasa, tanggal tujuh belas bulan Februari tahun dua ribu ..."."""
    return text.DATE_WORDS.format(
        weekday=write_day(day),
        day=write_number_words(day.day),
        month=str(_babel_date(day, "MMMM", locale=LOCALE)),
        year=write_number_words(day.year),
    )
