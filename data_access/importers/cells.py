"""The text of one table cell, and what it was before: a fraction, a date, or plain text."""

import math
import re
import unicodedata
from datetime import date, datetime, time, timedelta

# Private-use characters mark what a workbook's cell held, so that "1.234" typed as text
# (one thousand two hundred thirty-four) is told from the number 1.234.
FRACTION = "\ue000"
DATE = "\ue001"
_MARKS = str.maketrans("", "", FRACTION + DATE)
_SHOWN_LENGTH = 40
_RISKY = re.compile(r"[<>{}`$\\\[\]()!|*#\x00-\x1f\x7f]")


def text_of(value: object) -> str | None:
    """Give a workbook cell as text: integers plain, fractions and dates with their mark."""
    if value is None:
        return None
    if isinstance(value, bool | int):
        return str(value).upper()
    if isinstance(value, float) and math.isfinite(value):
        return str(int(value)) if value.is_integer() else FRACTION + repr(value)
    if isinstance(value, datetime):
        return DATE + value.isoformat(sep=" ")
    if isinstance(value, date | time | timedelta):
        return DATE + str(value)
    text = str(value).translate(_MARKS).strip()
    return text or None


def shown(text: str | None) -> str:
    """Give a cell's text without its mark; nothing for an empty cell."""
    return "" if text is None else text.translate(_MARKS).strip()


def is_fraction(text: str | None) -> bool:
    """Tell whether a workbook stored this cell as a number with a fraction."""
    return text is not None and text.startswith(FRACTION)


def is_date(text: str | None) -> bool:
    """Tell whether a workbook stored this cell as a date."""
    return text is not None and text.startswith(DATE)


def quoted(text: str | None) -> str:
    """Give a cell's text fit for a report: short, and without characters that act in a page."""
    plain = re.sub(r"\s+", " ", shown(text))
    return _RISKY.sub("·", plain[:_SHOWN_LENGTH]) + ("…" if len(plain) > _SHOWN_LENGTH else "")


def column_letter(index: int) -> str:
    """Give a column's letters as Excel shows them, counting from 0."""
    letters, rest = "", index + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        letters = chr(65 + place) + letters
    return letters


def column_label(index: int, header: str | None) -> str:
    """Name a column for a report: its letters and what stands above it."""
    label = quoted(header)
    return f"{column_letter(index)} ({label})" if label else column_letter(index)


def header_key(text: str | None) -> str:
    """Reduce a header to lower-case words joined by "_": "TB/U" becomes "tb_u"."""
    plain = unicodedata.normalize("NFKC", shown(text)).casefold()
    return re.sub(r"[^0-9a-z%]+", "_", plain).strip("_")
