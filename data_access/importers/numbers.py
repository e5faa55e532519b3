"""Counts, percentages and z-scores parsed explicitly from the text of a cell."""

import re
from dataclasses import dataclass
from typing import Literal

from data_access.importers.cells import is_date, is_fraction, quoted, shown

FaultCode = Literal[
    "angka_tak_terbaca",
    "angka_negatif",
    "angka_pecahan",
    "angka_persen",
    "angka_tanggal",
    "angka_rancu",
    "angka_terlalu_besar",
]

MISSING = frozenset(
    [
        *["", "-", "–", "—", "−", "--", "n/a", "#n/a", "na", "nan", "null", "none", ".", "..", "…"],
        *["tidak ada", "tidak ada data", "belum ada data", "t.a.d", "tad"],
    ]
)
# More than the children under five of the whole country (about 22 million) is no count.
_TOO_LARGE = 100_000_000

_THOUSANDS_POINT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,0+)?", re.ASCII)
_THOUSANDS_SPACE = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+", re.ASCII)
_THOUSANDS_COMMA = re.compile(r"\d{1,3}(?:,\d{3})+", re.ASCII)
_WHOLE = re.compile(r"\d+(?:[.,]0{1,2})?", re.ASCII)
_FRACTIONAL = re.compile(r"\d[\d.]*[.,]\d+", re.ASCII)
_DECIMAL = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell is no number; `text` is fit for a report."""

    code: FaultCode
    text: str


def is_missing(text: str | None) -> bool:
    """Tell whether a cell says that nothing is known: blank, "-", "n/a", ..."""
    return shown(text).casefold() in MISSING


def read_count(text: str | None) -> int | Fault | None:
    """Read a count of children: a whole number, None for unknown (never 0), or the fault.

    "1.234" written as text is 1,234, since counts are whole; the number 1.234 in a workbook is
    a fault, and so is "1,234", which two ways of writing read differently.
    """
    if is_missing(text):
        return None
    if is_date(text):
        return Fault("angka_tanggal", quoted(text))
    if is_fraction(text):
        return Fault("angka_negatif" if "-" in shown(text)[:1] else "angka_pecahan", quoted(text))
    plain = shown(text).removeprefix("'").strip()
    digits = _whole_digits(plain)
    if digits is None:
        return Fault(_why_not(plain), quoted(text))
    if len(digits) > 12 or int(digits) > _TOO_LARGE:
        return Fault("angka_terlalu_besar", quoted(text))
    return int(digits)


def _whole_digits(plain: str) -> str | None:
    if _THOUSANDS_POINT.fullmatch(plain):
        return plain.partition(",")[0].replace(".", "")
    if _THOUSANDS_SPACE.fullmatch(plain):
        return re.sub(r"\D", "", plain)
    if _WHOLE.fullmatch(plain):
        return re.split(r"[.,]", plain)[0]
    return None


def _why_not(plain: str) -> FaultCode:
    if "%" in plain:
        return "angka_persen"
    if re.fullmatch(r"[-−–(]\s*[\d.,]+\)?", plain):
        return "angka_negatif"
    if _THOUSANDS_COMMA.fullmatch(plain):
        return "angka_rancu"
    if _FRACTIONAL.fullmatch(plain):
        return "angka_pecahan"
    return "angka_tak_terbaca"


def read_decimal(text: str | None, *, percent_sign: bool = False) -> float | Fault | None:
    """Read a number with decimal comma or point; None for unknown. Unit: as written.

    With `percent_sign` one "%" at the end is allowed ("22,7%" is 22.7).
    """
    if is_missing(text):
        return None
    if is_date(text):
        return Fault("angka_tanggal", quoted(text))
    plain = shown(text).removeprefix("'").replace("−", "-").strip()
    if percent_sign and plain.endswith("%"):
        plain = plain[:-1].rstrip()
    if "%" in plain:
        return Fault("angka_persen", quoted(text))
    if not _DECIMAL.fullmatch(plain) or len(plain) > 30:
        return Fault("angka_tak_terbaca", quoted(text))
    return float(plain.replace(",", "."))
