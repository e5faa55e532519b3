"""Rupiah and volumes from the text of one cell: read for certain, or named as a fault."""

import re
from dataclasses import dataclass

from data_access.importers.cells import is_date, is_fraction, quoted, shown
from data_access.importers.numbers import is_missing

# A thousand trillion rupiah is a third of the state's budget: no single programme or price.
LARGEST_IDR = 10**15
_LARGEST_VOLUME = 10**9
_CURRENCY = re.compile(r"^rp\.?\s*|,-$|\.-$", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:[. ]\d{3})+(?:,0{1,2})?", re.ASCII)
_PLAIN = re.compile(r"\d+(?:,0{1,2})?", re.ASCII)
_DECIMAL = re.compile(r"(\d+),(\d{1,2}|\d{4})", re.ASCII)
_GROUPED_DECIMAL = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?", re.ASCII)
_FOREIGN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{1,2}|\d+\.\d{4,}", re.ASCII)
_WITH_CENTS = re.compile(r"[\d. ]+,\d+", re.ASCII)


@dataclass(frozen=True, slots=True)
class ValueFault:
    """Why a cell is no amount or volume; `text` is fit for a report."""

    code: str
    text: str


def read_rupiah(text: str | None) -> int | ValueFault | None:
    """Read whole rupiah, None for a blank cell (never 0), or the fault.

    "1.250.000", "Rp 1.250.000,00", "Rp1.250.000,-" and 1250000 are one amount. "1,250,000" and
    "1.25" are faults, since two ways of writing read them differently; so are cents and "1,2 jt".
    """
    if is_missing(text):
        return None
    plain = shown(text).removeprefix("'").replace("\u00a0", " ").replace("−", "-").strip()
    bare = _CURRENCY.sub("", _CURRENCY.sub("", plain)).strip()
    code = _why_no_money(text, bare)
    if code:
        return ValueFault(code, quoted(text))
    digits = re.sub(r"\D", "", bare.partition(",")[0])
    if len(digits) > len(str(LARGEST_IDR)) or int(digits) > LARGEST_IDR:
        return ValueFault("uang_terlalu_besar", quoted(text))
    return int(digits)


def _why_no_money(text: str | None, bare: str) -> str:
    """The code of what is wrong, "" for whole rupiah."""
    if _GROUPED.fullmatch(bare) or _PLAIN.fullmatch(bare):
        return ""
    kinds = {
        "angka_tanggal": is_date(text),
        "uang_negatif": bare.startswith(("-", "(")),
        "uang_rancu": bool(_FOREIGN.fullmatch(bare)) and not is_fraction(text),
        "uang_pecahan": is_fraction(text) or bool(_WITH_CENTS.fullmatch(bare)),
    }
    return next((code for code, is_so in kinds.items() if is_so), "uang_tak_terbaca")


def read_volume(text: str | None) -> float | ValueFault | None:
    """Read a volume with decimal comma, None for a blank cell, or the fault.

    "1.250" is one thousand two hundred and fifty, as Indonesians write; "12.5" and "1,250" are
    faults, since they read as either.
    """
    if is_missing(text):
        return None
    if is_date(text):
        return ValueFault("angka_tanggal", quoted(text))
    plain = shown(text).removeprefix("'").strip()
    if plain.startswith(("-", "−")):
        return ValueFault("volume_negatif", quoted(text))
    value = _to_volume(plain, is_stored=is_fraction(text))
    if value is None:
        code = "volume_rancu" if re.fullmatch(r"[\d.,]+", plain) else "volume_tak_terbaca"
        return ValueFault(code, quoted(text))
    return value if value <= _LARGEST_VOLUME else ValueFault("volume_terlalu_besar", quoted(text))


def _to_volume(plain: str, *, is_stored: bool) -> float | None:
    if is_stored:  # a workbook's own number, whose point is a decimal one
        return float(plain)
    if re.fullmatch(r"\d{1,15}", plain, re.ASCII):
        return float(plain)
    if _GROUPED_DECIMAL.fullmatch(plain) or _DECIMAL.fullmatch(plain):
        return float(plain.replace(".", "").replace(",", "."))
    return None
