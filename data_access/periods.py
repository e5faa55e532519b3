"""Periods by label: "2025-08" measures, "2025" analyses, "2025-S1" records a semester."""

import calendar
import re
from dataclasses import dataclass

_MONTH = re.compile(r"(?P<year>20\d\d)-(?P<month>0[1-9]|1[0-2])")


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
