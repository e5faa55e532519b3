"""Rupiah and volumes as budget files write them: "Rp 1.234,56", "245 Orang / Kali", "200;2"."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import product

from data_access.importers.cells import is_date, is_fraction, quoted, shown
from data_access.importers.numbers import is_missing
from data_access.importers.rows import one_line

LARGEST_IDR = 10**15  # more than a year of the whole country's regional budgets
_RUPIAH = re.compile(r"(?i)^\s*rp\.?\s*|(?:,-|\.-)\s*$")
_PLAIN = re.compile(r"\d+", re.ASCII)
_ONE_MARK = re.compile(r"(\d+)([.,])(\d+)", re.ASCII)
_POINTS = re.compile(r"(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?", re.ASCII)
_COMMAS = re.compile(r"(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?", re.ASCII)
_SCIENCE = re.compile(r"\d[\d.,]*[eE][+-]?\d+", re.ASCII)
_PARTS = re.compile(r"\s*;\s*|\s+[xX×*]\s+|(?<=\d)\s*[xX×*]\s*(?=\d)")
_PART = re.compile(r"([\d.,]{0,17}\d)(?![\d.,])\s*(.*)", re.ASCII)
_MOST_PARTS = 6
_LARGEST_VOLUME = 10**12
_SHORT = 15  # digits that are below LARGEST_IDR


@dataclass(frozen=True, slots=True)
class AmountFault:
    """Why a cell is no amount; `text` is fit for a report."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A volume and its unit; several readings stand in the order of their likelihood."""

    volumes: tuple[Decimal, ...]
    unit: str


def find_decimal_mark(texts: Iterable[str | None]) -> str | None:
    """Tell which mark parts the sen in these cells, by those that can be read in one way only."""
    votes: Counter[str] = Counter()
    for text in texts:
        if text is None or text.isdigit() or is_fraction(text):
            continue
        plain = _strip(text)
        one = _ONE_MARK.fullmatch(plain)
        if one and (len(one.group(3)) != 3 or len(one.group(1)) > 3):
            votes[one.group(2)] += 1
        elif (found := _POINTS.fullmatch(plain)) and (found.group(2) or plain.count(".") > 1):
            votes[","] += 1
        elif (found := _COMMAS.fullmatch(plain)) and (found.group(2) or plain.count(",") > 1):
            votes["."] += 1
    return votes.popitem()[0] if len(votes) == 1 else None


def read_rupiah(text: str | None, decimal_mark: str | None = None) -> Decimal | AmountFault | None:
    """Read rupiah with their sen; None for unknown (never 0), or the fault.

    "1.234" is one thousand: rupiah have no three decimals. "1,234" is a fault unless
    `decimal_mark` (`find_decimal_mark`) says that this file writes thousands with commas.
    """
    if text and len(text) <= _SHORT and text.isascii() and text.isdigit():
        return Decimal(text)
    if is_missing(text):
        return None
    if is_date(text):
        return AmountFault("angka_tanggal", quoted(text))
    if is_fraction(text):
        value: Decimal | str = Decimal(shown(text))
    else:
        plain = _strip(text)
        negative = bool(re.match(r"^[-(]", plain))
        value = _unsigned(plain.strip("-() "), decimal_mark)
        if isinstance(value, Decimal) and negative:
            value = -value
    if isinstance(value, str):
        return AmountFault(value, quoted(text))
    if abs(value) > LARGEST_IDR:
        return AmountFault("sipd_angka_terlalu_besar", quoted(text))
    return value


def _strip(text: str | None) -> str:
    plain = shown(text).removeprefix("'").replace("−", "-")
    return re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3})", "", _RUPIAH.sub("", plain)).strip()


def _unsigned(plain: str, decimal_mark: str | None) -> Decimal | str:
    if _PLAIN.fullmatch(plain):
        return Decimal(plain)
    if _SCIENCE.fullmatch(plain):
        return "sipd_angka_ilmiah"  # Excel showed 1,23E+09: the other digits are lost
    one = _ONE_MARK.fullmatch(plain)
    if one:
        before, mark, after = one.groups()
        return _one_mark(before, mark, after, decimal_mark or ",")
    found = _POINTS.fullmatch(plain) or _COMMAS.fullmatch(plain)
    if found is None:
        return "sipd_angka_tak_terbaca"
    return Decimal(f"{re.sub('[.,]', '', found.group(1))}.{found.group(2) or 0}")


def _one_mark(before: str, mark: str, after: str, decimal_mark: str) -> Decimal | str:
    """Read digits parted once: three after at most three before are thousands, or doubtful."""
    if len(after) != 3 or len(before) > 3:
        return Decimal(f"{before}.{after}")
    return "sipd_angka_rancu" if mark == decimal_mark else Decimal(before + after)


def round_rupiah(value: Decimal) -> int:
    """Round to whole rupiah, half a rupiah up."""
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))


@lru_cache(maxsize=65_536)
def read_quantity(text: str | None, unit: str = "") -> Quantity | None:
    """Read "2 Orang x 3 Hari" or "200;2" with unit "lembar;bulan"; None when it is no quantity.

    The volume is the product; "1.500" may be read in two ways, and both are given.
    """
    if is_missing(text) or is_date(text):
        return None
    if is_fraction(text):
        return Quantity((Decimal(shown(text)),), join_units(unit))
    parts = [part for part in _PARTS.split(one_line(text)) if part]
    found = [_PART.fullmatch(part) for part in parts]
    if not parts or len(parts) > _MOST_PARTS or not all(found):
        return None
    numbers = [_readings(each.group(1)) for each in found if each]
    if not all(numbers):
        return None
    units = [each.group(2).strip(" /") for each in found if each]
    volumes = tuple(dict.fromkeys(map(_multiply, product(*numbers))))
    if max(volumes) > _LARGEST_VOLUME:
        return None
    said = join_units(unit) or " x ".join(each for each in units if each)
    return Quantity(volumes, said)


def write_coefficient(text: str | None, unit: str) -> str:
    """Write a volume and a unit from two columns as SIPD's koefisien: "200 lembar x 2 bulan"."""
    volumes, units = shown(text).split(";"), unit.split(";")
    if len(volumes) != len(units):
        return f"{one_line(text)} {unit}".strip()
    return " x ".join(f"{v.strip()} {u.strip()}" for v, u in zip(volumes, units, strict=True))


def join_units(unit: str) -> str:
    """Write units of several parts as one: "lembar;bulan" is "lembar x bulan"."""
    return " x ".join(part.strip() for part in unit.split(";") if part.strip())


def _multiply(numbers: Sequence[Decimal]) -> Decimal:
    result = Decimal(1)
    for number in numbers:
        result *= number
    return result


def _readings(number: str) -> tuple[Decimal, ...]:
    """All that a number in a koefisien can mean, the likelier first."""
    one = _ONE_MARK.fullmatch(number)
    if one:
        fraction = Decimal(f"{one.group(1)}.{one.group(3)}")
        if len(one.group(3)) != 3 or len(one.group(1)) > 3:
            return (fraction,)
        whole = Decimal(one.group(1) + one.group(3))
        return (whole, fraction) if one.group(2) == "." else (fraction, whole)
    value = _unsigned(number, None)
    return () if isinstance(value, str) else (value,)
