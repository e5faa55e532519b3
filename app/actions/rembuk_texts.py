"""What people write into a meeting's record, tidied and measured before it is stored."""

import unicodedata
from collections.abc import Mapping

from geo.escape import find_unsafe_characters

LONGEST_TEXT = 2_000
# As long as the columns of the same names are.
LONGEST_LINES = {
    "place": 200,
    "chair_name": 120,
    "chair_office": 160,
    "document_number": 120,
    "element": 120,
    "name": 120,
    "office": 160,
    "receiver": 200,
    "asked_by": 160,
}


def tidy_line(text: str | None) -> str | None:
    """One line without outer and double blanks; None where nothing is left."""
    return " ".join((text or "").split()) or None


def tidy_text(text: str | None) -> str | None:
    """Text with its line breaks and without control characters; None where nothing is left."""
    plain = (text or "").replace("\r\n", "\n").replace("\r", "\n")
    kept = (c for c in plain if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs"})
    return "".join(kept).strip() or None


def find_text_fault(values: Mapping[str, object]) -> tuple[str, str] | None:
    """The first text that will not do, as (code, field): too long, or with unfit signs.

    Fields of `LONGEST_LINES` are names and hold one line; other texts may say anything.
    """
    for field, value in values.items():
        if not isinstance(value, str):
            continue
        if len(value) > LONGEST_LINES.get(field, LONGEST_TEXT):
            return "panjang", field
        if field in LONGEST_LINES and find_unsafe_characters(value):
            return "tanda", field
    return None
