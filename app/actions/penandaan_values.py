"""What a person types as the share of a line: percent, a volume, rupiah."""

import re

from data_access.importers.numbers import Fault, is_missing, read_count, read_decimal

EMPTY, UNREADABLE, NEGATIVE = "nilai_kosong", "nilai_tak_terbaca", "negatif"
# "Rp 1.500.000,00", "1500000"; never "1,500,000" or "1.5", which two ways of writing differ on.
_RUPIAH = re.compile(r"(?:rp\.?\s*)?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(?:0{1,2}|-))?", re.I | re.ASCII)


def read_value(text: str, basis: str) -> tuple[float | None, str | None]:
    """Read a typed share by its basis ("persen", "volume", "rupiah"): the figure, or the fault.

    Faults: nilai_kosong, nilai_tak_terbaca, negatif.
    """
    if is_missing(text):
        return None, EMPTY
    value = _read_rupiah(text) if basis == "rupiah" else _read_number(text, basis)
    if value is None:
        return None, UNREADABLE
    return (None, NEGATIVE) if value < 0 else (value, None)


def read_rupiah(text: str) -> tuple[int | None, str | None]:
    """Read typed whole rupiah: the amount, or the fault."""
    value, fault = read_value(text, "rupiah")
    return (None if value is None else int(value)), fault


def _read_rupiah(text: str) -> float | None:
    found = _RUPIAH.fullmatch(text.strip())
    return float(found[1].replace(".", "")) if found else None


def _read_number(text: str, basis: str) -> float | None:
    if basis == "volume":
        whole = read_count(text)
        if isinstance(whole, int):  # "1.500" written as text is 1,500
            return float(whole)
    value = read_decimal(text, percent_sign=basis == "persen")
    return None if isinstance(value, Fault) else value
