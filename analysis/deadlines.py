"""When a stage is due in a region's year, and how many days are left or gone.

Today is always an argument: the day on which the region's own clocks stand.
"""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from analysis.stages import Stage

ZONES = {
    "WIB": ZoneInfo("Asia/Jakarta"),
    "WITA": ZoneInfo("Asia/Makassar"),
    "WIT": ZoneInfo("Asia/Jayapura"),
}
DEFAULT_ZONE = "WIB"
_END_OF_FEBRUARY = "02-28"
_MONTH_DAY = re.compile(r"[01]\d-[0-3]\d")


@dataclass(frozen=True, slots=True)
class Guideline:
    """A due date as the guideline has it: "MM-DD" and the words that it uses."""

    month_day: str
    words: str


@dataclass(frozen=True, slots=True)
class Override:
    """A due date that a region set in place of the guideline's: "MM-DD", and why."""

    month_day: str
    reason: str
    wilayah_code: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """The day by which a stage is due; `override` where the region changed it."""

    due: date
    words: str
    override: Override | None = None


def find_deadline(
    stage: Stage,
    region_code: str,
    year: int,
    guidelines: Mapping[int, Guideline],
    overrides: Mapping[tuple[str, str], Override],
) -> Deadline | None:
    """The deadline of a stage for one region and year, None for a stage without a date.

    `overrides` are keyed by (region, stage). A kabupaten's override holds for its kecamatan.
    """
    if stage.deadline_order is None:
        return None
    guideline = guidelines[stage.deadline_order]
    owner = owner_of_deadline(stage, region_code)
    override = overrides.get((owner, stage.code))
    if override is not None:
        return Deadline(to_date(override.month_day, year), guideline.words, override)
    return Deadline(_to_guideline_date(guideline.month_day, year), guideline.words)


def owner_of_deadline(stage: Stage, region_code: str) -> str:
    """The region whose setting decides: the kabupaten for its kecamatan, else the region itself."""
    return region_code[:5] if stage.level == "kecamatan" else region_code


def to_date(month_day: str, year: int) -> date:
    """The day "MM-DD" of a year; 29 February falls on the 28th in years without it.

    Raises ValueError for a day that no year has.
    """
    if not _MONTH_DAY.fullmatch(month_day):  # fromisoformat also reads weeks
        raise ValueError(f"no day of the year: {month_day}")
    day = date.fromisoformat(f"2024-{month_day}")
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))


def _to_guideline_date(month_day: str, year: int) -> date:
    """The guideline names the month of February only: its last day, also in a leap year."""
    return to_date("02-29" if month_day == _END_OF_FEBRUARY else month_day, year)


def count_days_left(due: date, today: date) -> int:
    """Days from today to the due day: 0 on that day, negative once it is over."""
    return (due - today).days


def today_in(zone: str | None, now: datetime) -> date:
    """The day in a region's time zone (WIB, WITA, WIT) at a moment; WIB where none is known."""
    return to_local(zone, now).date()


def to_local(zone: str | None, moment: datetime) -> datetime:
    """A moment as a region's clocks show it; a moment without a zone is UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo("UTC"))
    return aware.astimezone(ZONES[zone or DEFAULT_ZONE])
