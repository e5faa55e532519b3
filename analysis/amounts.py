"""Amounts of money and volumes as officials type them: read for certain, or asked about.

Nothing is guessed. "12,500" is 12.500 to one hand and 12,5 to another, and "12,5" without "juta"
is no amount: both come back as a fault with what was typed.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

# A thousand trillion rupiah is a third of the state's budget: no single activity.
LARGEST_IDR = 10**15
# Nothing costs less: who types "12" means thousands or millions.
SMALLEST_IDR = 1_000
LARGEST_VOLUME = 10**9
_UNITS = {
    "ribu": 10**3,
    "rb": 10**3,
    "juta": 10**6,
    "jt": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
    "mlr": 10**9,
    "triliun": 10**12,
    "trilyun": 10**12,
}
_SHORT_BILLION = "M"
_CURRENCY = re.compile(r"^(?:rp|idr)\.?\s*|\s*rupiah$|,\s*-+$|\.-+$", re.IGNORECASE)
_WITH_UNIT = re.compile(r"([\d.,\s]*\d)\s*([A-Za-z]+)\.?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?: \d{3})+(?:,\d+)?", re.ASCII)
_PLAIN = re.compile(r"\d+", re.ASCII)
_DECIMAL = re.compile(r"\d+,(?:\d{1,2}|\d{4,})", re.ASCII)
_POINT = re.compile(r"\d+\.\d{1,2}", re.ASCII)
_NUMBER = re.compile(r"[\d.,\s]*\d[\d.,\s]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class TypedFault:
    """Why typed text is no value: `code` names the reason, `text` is what was typed."""

    code: str
    text: str


def read_amount(text: str | None) -> int | TypedFault | None:
    """Read whole rupiah, None for a blank cell (never 0), or why it must be asked about.

    "Rp 12,5 juta", "12,5 jt", "12.500.000", "Rp12.500.000,-" and "0,0125 M" are one amount. A
    comma or a point before three digits is asked about where both readings are possible.
    """
    typed = _tidy(text)
    if not typed:
        return None
    bare = typed
    for _ in range(3):  # "Rp. 1.000,- rupiah" has one before and two behind
        bare = _CURRENCY.sub("", bare).strip()
    if bare.startswith(("-", "(")):
        return TypedFault("negatif", typed)
    found = _WITH_UNIT.fullmatch(bare)
    value = _read_plain(bare) if found is None else _read_scaled(found[1].strip(), found[2])
    if isinstance(value, str):
        return TypedFault(value, typed)
    return _check_amount(value, typed)


def read_volume(text: str | None) -> float | TypedFault | None:
    """Read a volume with decimal comma, None for a blank cell, or why it must be asked about.

    "1.250" is one thousand two hundred and fifty, as Indonesians write; "12.5" and "1,250" read
    as either, and "10 paket" belongs into two columns.
    """
    typed = _tidy(text)
    if not typed:
        return None
    if typed.startswith("-"):
        return TypedFault("negatif", typed)
    if not _NUMBER.fullmatch(typed):
        known = _WITH_UNIT.fullmatch(typed) is not None
        return TypedFault("volume_satuan" if known else "volume_tak_terbaca", typed)
    value = _read_number(typed)
    if value is None:
        return TypedFault("volume_rancu", typed)
    if not value:
        return TypedFault("volume_nol", typed)
    return float(value) if value <= LARGEST_VOLUME else TypedFault("volume_terlalu_besar", typed)


def _tidy(text: str | None) -> str:
    # Non-breaking blanks and wide digits come with what is pasted.
    plain = unicodedata.normalize("NFKC", text or "").replace("\u2212", "-").replace("\u2013", "-")
    return " ".join(plain.removeprefix("'").split())


def _read_plain(bare: str) -> Decimal | str:
    """An amount without a word behind, or the code of what is wrong."""
    value = _read_number(bare)
    if value is not None:
        return value
    return "rancu" if _NUMBER.fullmatch(bare) else "tak_terbaca"


def _read_scaled(number: str, unit: str) -> Decimal | str:
    """An amount with its unit in words, or the code of what is wrong."""
    factor = 10**9 if unit == _SHORT_BILLION else _UNITS.get(unit.lower())
    if factor is None:
        return "satuan_rancu" if unit.lower() in {"m", "t", "k"} else "tak_terbaca"
    if _POINT.fullmatch(number):  # "12.5 juta": groups have three digits, so it is a decimal
        return Decimal(number) * factor
    if not (_PLAIN.fullmatch(number) or _DECIMAL.fullmatch(number)):
        return "rancu"  # "12.500 juta" is twelve and a half to many, and billions to others
    return Decimal(number.replace(",", ".")) * factor


def _read_number(text: str) -> Decimal | None:
    """A number as Indonesians write it, None where it could be another one."""
    if not (_PLAIN.fullmatch(text) or _GROUPED.fullmatch(text) or _DECIMAL.fullmatch(text)):
        return None
    return Decimal(re.sub(r"[. ]", "", text).replace(",", "."))


def _check_amount(value: Decimal, typed: str) -> int | TypedFault:
    if value > LARGEST_IDR:
        return TypedFault("terlalu_besar", typed)
    if not value:
        return TypedFault("nol", typed)
    if value < SMALLEST_IDR:
        return TypedFault("terlalu_kecil", typed)
    return int(value) if value == int(value) else TypedFault("pecahan", typed)
