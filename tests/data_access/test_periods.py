import pytest

from data_access.periods import parse_month


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
