import pandas as pd
import pytest

from analysis.pace import DOWN, compute_pace


def past(values: dict[int, float | None]) -> pd.DataFrame:
    frame = pd.DataFrame({"year": list(values), "value_pct": list(values.values())})
    return frame.astype({"value_pct": "float64"})


def test_needed_and_achieved_points_a_year() -> None:
    pace = compute_pace(past({2023: 50, 2025: 56}), (2028, 80))
    assert pace.needed_points == 8
    assert pace.achieved_points == 3
    assert pace.projected_pct == 65
    assert pace.reached is False


def test_a_falling_prevalence_has_paces_below_zero() -> None:
    pace = compute_pace(past({2022: 20.0, 2024: 16.0}), (2026, 13.0), direction=DOWN)
    assert pace.needed_points == -1.5
    assert pace.achieved_points == -2
    assert pace.reached is True


def test_one_year_has_no_pace_and_unknown_years_are_no_years() -> None:
    pace = compute_pace(past({2023: None, 2025: 56}), (2028, 80))
    assert pace.achieved_points is None
    assert pace.reached is None
    assert pace.needed_points == 8
    empty = compute_pace(past({2023: None}), (2028, 80))
    assert empty.last_year is None
    assert empty.needed_points is None


def test_years_of_another_definition_are_left_out() -> None:
    values = past({2023: 90, 2024: 92, 2025: 40, 2026: 45})
    pace = compute_pace(values, (2028, 60), comparable_from=2025)
    assert pace.achieved_points == 5
    assert pace.first_year == 2025
    assert pace.reached is False


def test_when_the_year_has_come_the_figure_itself_decides() -> None:
    values = past({2024: 70, 2025: 80, 2026: 99})
    pace = compute_pace(values, (2025, 80))
    assert pace.needed_points is None
    assert pace.projected_pct == 80
    assert pace.reached is True
    assert compute_pace(values, (2025, 81)).reached is False


def test_two_figures_of_one_year_are_refused() -> None:
    with pytest.raises(ValueError, match="one year"):
        compute_pace(pd.concat([past({2024: 1}), past({2024: 2})]), (2026, 5))
