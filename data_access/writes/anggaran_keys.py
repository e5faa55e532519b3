"""What makes a line of spending the same line in another file and in another snapshot."""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from data_access.importers.sipd_lines import BudgetLine

ActivityKey = tuple[str, str, str]
"""SKPD, sub unit and sub kegiatan, as they are compared."""


@lru_cache(maxsize=65_536)
def normalise(text: str | None) -> str:
    """A text as it is compared: one width, lower case, single blanks; "" for none."""
    if not text:
        return ""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def activity_key(line: BudgetLine) -> ActivityKey:
    """Which sub kegiatan of which agency a line belongs to."""
    return normalise(line.skpd_name), normalise(line.sub_unit), line.subkegiatan_code


def make_line_keys(lines: Sequence[BudgetLine]) -> list[str]:
    """A key a line, SHA-256 in hexadecimal, the same wherever the line is the same.

    Made of SKPD, sub unit, sub kegiatan, account, source of funds, description and unit; volume,
    price and total are left out, so that a line whose price changes is still the same line. Where
    several lines of a file agree in all of these they are told apart by their order.
    """
    seen: Counter[str] = Counter()
    keys = []
    for line in lines:
        parts = (
            *activity_key(line),
            line.account_code,
            normalise(line.fund),
            normalise(line.description),
            normalise(line.unit),
        )
        words = "\x1f".join(parts)
        seen[words] += 1
        keys.append(hashlib.sha256(f"{words}\x1f{seen[words]}".encode()).hexdigest())
    return keys
