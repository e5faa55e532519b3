from datetime import UTC, date, datetime

import pytest

from analysis.deadlines import (
    Override,
    count_days_left,
    find_deadline,
    to_date,
    today_in,
)
from data_access.reads.stage_definitions import read_guidelines, read_zone_of_province
from tests.analysis.stage_cases import STAGES

# The guideline's twenty dated rows, typed once more from its text.
GUIDELINE = {
    "kecamatan.ansit": (1, 15),
    "kecamatan.penandaan-berjalan": (1, 31),
    "kecamatan.pra-musrenbang": (2, 28),
    "kecamatan.semester-1": (6, 30),
    "kecamatan.penandaan-depan": (7, 31),
    "kecamatan.penandaan-perubahan": (10, 31),
    "kecamatan.semester-2": (12, 31),
    "kecamatan.penilaian": (12, 31),
    "kabupaten.ansit": (2, 28),
    "kabupaten.penandaan-berjalan": (2, 28),
    "kabupaten.pra-musrenbang": (3, 31),
    "kabupaten.penandaan-depan": (7, 31),
    "kabupaten.penandaan-perubahan": (10, 31),
    "kabupaten.penilaian": (12, 31),
    "provinsi.penandaan-berjalan": (2, 28),
    "provinsi.ansit": (3, 31),
    "provinsi.pra-musrenbang": (4, 30),
    "provinsi.penandaan-depan": (7, 31),
    "provinsi.penandaan-perubahan": (10, 31),
    "provinsi.penilaian": (12, 31),
}


def due(stage: str, code: str = "63.11.01", year: int = 2026, **overrides: object) -> date | None:
    found = find_deadline(STAGES[stage], code, year, read_guidelines(), overrides)  # type: ignore[arg-type]
    return found.due if found else None


def test_all_twenty_dated_stages_are_due_when_the_guideline_says() -> None:
    dated = {code for code, stage in STAGES.items() if stage.deadline_order is not None}
    assert dated == set(GUIDELINE)
    for stage, (month, day) in GUIDELINE.items():
        assert due(stage) == date(2026, month, day), stage


def test_stages_without_a_date_are_never_due() -> None:
    assert due("kabupaten.pengukuran", "63.11") is None
    assert due("kecamatan.publikasi") is None


def test_february_ends_on_the_29th_in_a_leap_year() -> None:
    assert due("kabupaten.ansit", "63.11", 2028) == date(2028, 2, 29)
    assert to_date("02-29", 2027) == date(2027, 2, 28)


def test_a_kabupatens_change_holds_for_its_kecamatan_and_for_no_other_kabupaten() -> None:
    override = Override("02-15", "musrenbang dimajukan", "63.11")
    given = {("63.11", "kecamatan.pra-musrenbang"): override}
    stage = STAGES["kecamatan.pra-musrenbang"]
    changed = find_deadline(stage, "63.11.01", 2026, read_guidelines(), given)
    assert changed is not None
    assert (changed.due, changed.override) == (date(2026, 2, 15), override)
    assert changed.words == "Februari sebelum Musrenbang Kecamatan"
    other = find_deadline(stage, "63.10.01", 2026, read_guidelines(), given)
    assert other is not None
    assert (other.due, other.override) == (date(2026, 2, 28), None)


@pytest.mark.parametrize(("day", "left"), [(3, 12), (15, 0), (18, -3)])
def test_days_are_counted_to_the_due_day_itself(day: int, left: int) -> None:
    assert count_days_left(date(2026, 1, 15), date(2026, 1, day)) == left


@pytest.mark.parametrize("wrong", ["02-30", "13-01", "1-1", "W01-1", "besok"])
def test_a_day_that_no_year_has_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"day|month"):
        to_date(wrong, 2026)


def test_the_day_turns_by_the_regions_own_clocks() -> None:
    evening = datetime(2026, 1, 14, 16, 30, tzinfo=UTC)
    assert today_in("WIB", evening) == date(2026, 1, 14)
    assert today_in("WITA", evening) == date(2026, 1, 15)
    assert today_in("WIT", evening) == date(2026, 1, 15)
    assert today_in(None, evening) == date(2026, 1, 14)


def test_time_zones_follow_the_province() -> None:
    zones = {code: read_zone_of_province(code) for code in ("31.71", "62.10", "63.11", "94.01")}
    assert zones == {"31.71": "WIB", "62.10": "WIB", "63.11": "WITA", "94.01": "WIT"}
    assert read_zone_of_province("99.01") == "WIB"
