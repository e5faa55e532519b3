"""Periods by label: "2025-08" measures, "2025" analyses, "2025-S1" records a semester."""

import calendar
import re
from dataclasses import dataclass

_MONTH = re.compile(r"(?P<year>20\d\d)-(?P<month>0[1-9]|1[0-2])", re.ASCII)
_YEAR = re.compile(r"(?P<year>20\d\d)", re.ASCII)
_SEMESTER = re.compile(r"(?P<year>20\d\d)-S(?P<half>[12])", re.ASCII)
_SEMESTER_END = {"1": "06-30", "2": "12-31"}


@dataclass(frozen=True, slots=True)
class Period:
    """A period with its kind and the days it spans, ISO dates."""

    label: str
    kind: str
    first_day: str
    last_day: str


def parse_month(label: str) -> Period | None:
    """A measurement month from "YYYY-MM"; None where the text is no such month."""
    match = _MONTH.fullmatch(label.strip())
    if match is None:
        return None
    year, month = int(match["year"]), int(match["month"])
    last = calendar.monthrange(year, month)[1]
    name = f"{year}-{month:02d}"
    return Period(name, "pengukuran", f"{name}-01", f"{name}-{last:02d}")


def parse_entry_period(label: str) -> Period | None:
    """A period in which people enter figures: "2026" or "2026-S1"; None for any other text.

    The analysis of a year is due in January and speaks of the year before, to its last day. A
    semester is cumulative from January, to June or to December (Bab II).
    """
    if year := _YEAR.fullmatch(label):
        before = int(year["year"]) - 1
        return Period(label, "ansit", f"{before}-01-01", f"{before}-12-31")
    if half := _SEMESTER.fullmatch(label):
        first = f"{half['year']}-01-01"
        return Period(label, "semester", first, f"{half['year']}-{_SEMESTER_END[half['half']]}")
    return None


def previous_period(label: str) -> str | None:
    """The period whose figures stand beside those of another one; None where there is none.

    The year before, or the same semester of the year before, since semesters are cumulative.
    """
    if parse_entry_period(label) is None:
        return None
    return f"{int(label[:4]) - 1}{label[4:]}"
