import pandas as pd
import pytest

from analysis.series import build_trend, flag_breaks


def series(periods: list[str], stunted: list[float], measured: list[float]) -> pd.DataFrame:
    return pd.DataFrame({"period": periods, "stunting_jiwa": stunted, "diukur_jiwa": measured})


def test_a_jump_to_many_times_the_children_is_a_break() -> None:
    months = ["2021-08", "2022-08", "2023-08"]
    flagged = flag_breaks(series(months, [46, 127, 1790], [500, 510, 520]), 3)
    assert list(flagged["patah_deret"]) == [False, False, True]


def test_a_drop_of_measured_children_is_a_break_too() -> None:
    flagged = flag_breaks(series(["2023-02", "2022-08"], [40, 50], [100, 900]), 3)
    assert list(flagged["period"]) == ["2022-08", "2023-02"]
    assert list(flagged["patah_deret"]) == [False, True]


def test_a_missing_period_is_no_break_but_the_step_over_it_is_watched() -> None:
    gap = float("nan")
    months = ["2022-02", "2022-08", "2023-02"]
    assert not flag_breaks(series(months, [50, gap, 60], [500, gap, 500]), 3)["patah_deret"].any()
    assert flag_breaks(series(months, [50, gap, 600], [500, gap, 500]), 3)["patah_deret"].iloc[2]


def test_sources_are_never_mixed_into_one_line() -> None:
    routine = series(["2022-08", "2023-08"], [100, 110], [1000, 1000])
    other = series(["2022-08"], [900], [1000])
    trend = build_trend({"e-PPGBM": routine, "Sigizi Kesga": other}, 3)
    assert list(trend["source"]) == ["Sigizi Kesga", "e-PPGBM", "e-PPGBM"]
    assert not trend["patah_deret"].any()


def test_two_figures_of_one_source_for_one_period_are_refused() -> None:
    with pytest.raises(ValueError, match="e-PPGBM"):
        build_trend({"e-PPGBM": series(["2022-08", "2022-08"], [1, 2], [10, 10])}, 3)
