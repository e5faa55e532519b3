from benchmarks.history import PERIODS, measure


def test_history_costs_an_import_of_six_periods_less_than_a_third_of_the_space() -> None:
    plain, _ = measure(1000, PERIODS, recorded=False)
    kept, _ = measure(1000, PERIODS, recorded=True)
    assert kept <= 1.3 * plain
