import pytest

from data_access.periods import parse_entry_period, parse_month, previous_period


def test_a_month_spans_its_first_to_its_last_day() -> None:
    period = parse_month("2025-08")
    assert period is not None
    assert (period.kind, period.first_day, period.last_day) == (
        "pengukuran",
        "2025-08-01",
        "2025-08-31",
    )


def test_february_of_a_leap_year_has_29_days() -> None:
    days = [parse_month(label).last_day for label in ("2024-02", "2025-02")]  # type: ignore[union-attr]
    assert days == ["2024-02-29", "2025-02-28"]


def test_blanks_around_a_month_are_no_part_of_its_label() -> None:
    assert parse_month(" 2025-02 ").label == "2025-02"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "label",
    ["", "2025", "2025-13", "2025-00", "2025-8", "08-2025", "1999-08", "2025-08-01", "Agustus 2025",
     "２０２５-08", "2025-08\n2025"],
)  # fmt: skip
def test_what_is_no_month_is_refused(label: str) -> None:
    assert parse_month(label) is None


@pytest.mark.parametrize(
    ("label", "kind", "first_day", "last_day"),
    [
        ("2026", "ansit", "2025-01-01", "2025-12-31"),
        ("2026-S1", "semester", "2026-01-01", "2026-06-30"),
        ("2026-S2", "semester", "2026-01-01", "2026-12-31"),
    ],
)
def test_entry_periods_end_with_their_cut_off(
    label: str, kind: str, first_day: str, last_day: str
) -> None:
    period = parse_entry_period(label)
    assert period is not None
    assert (period.label, period.kind) == (label, kind)
    assert (period.first_day, period.last_day) == (first_day, last_day)


@pytest.mark.parametrize(
    "label", ["", "1999", "2026-S3", "2026-08", "2026 ", "26", "２０２６", "2026-s1"]
)
def test_what_is_no_entry_period_is_refused(label: str) -> None:
    assert parse_entry_period(label) is None
    assert previous_period(label) is None


def test_a_semester_stands_beside_the_same_semester_of_the_year_before() -> None:
    found = [previous_period(label) for label in ("2026", "2026-S1", "2026-S2")]
    assert found == ["2025", "2025-S1", "2025-S2"]
