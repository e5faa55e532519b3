"""Dates as measurement files write them: three orders, and Excel's serial numbers."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from data_access.importers.cells import is_date, shown

_SERIAL = re.compile(r"[2-6]\d{4}(?:\.\d+)?")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?")
_SHORT = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: .*)?")
_EXCEL_DAY_0 = date(1899, 12, 30)


def is_day_first(texts: Iterable[str | None]) -> tuple[bool, str]:
    """Tell whether a column's dates put the day first, and how sure that is.

    The second value is "pasti" (some value has a part above 12, or nothing is ambiguous),
    "dugaan" (every value reads both ways; day first is the Indonesian order) or "campur"
    (values of both orders).
    """
    day_first = month_first = ambiguous = False
    for text in texts:
        match = None if is_date(text) else _SHORT.fullmatch(shown(text))
        if match is None:
            continue
        first, second = int(match[1]), int(match[2])
        day_first |= first > 12
        month_first |= second > 12
        ambiguous |= first <= 12 and second <= 12 and first != second
    if day_first and month_first:
        return True, "campur"
    sure = "dugaan" if ambiguous and not (day_first or month_first) else "pasti"
    return not month_first, sure


def read_date(text: str | None, *, day_first: bool) -> date | None:
    """Read one date; None when it is none."""
    plain = shown(text)
    try:
        if is_date(text):
            return datetime.fromisoformat(plain).date()
        if _SERIAL.fullmatch(plain):
            return _EXCEL_DAY_0 + timedelta(days=int(float(plain)))
        if match := _ISO.fullmatch(plain):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _SHORT.fullmatch(plain):
            first, second = int(match[1]), int(match[2])
            day, month = (first, second) if day_first else (second, first)
            return date(int(match[3]), month, day)
    except ValueError:
        return None
    return None
