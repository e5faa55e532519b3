import numpy as np
import pandas as pd
import pytest

from analysis.reach import add_reach, count_to_reach, plan_reach, simulate
from tests.analysis.services import A1, A2, B1, KAB, KEC_A, assess, make_regions


@pytest.mark.parametrize(
    ("target", "reached", "people", "missing"),
    [
        (80, 34, 61, 15),
        (80, 0, 15, 12),
        (70, 7, 10, 0),
        (29, 29, 100, 0),
        (50, 60, 100, 0),
        (33.4, 0, 3, 2),
    ],
)
def test_people_still_to_reach_are_whole_and_never_fewer_than_none(
    target: float, reached: int, people: int, missing: int
) -> None:
    assert count_to_reach(target, np.array([reached]), np.array([people]))[0] == missing


def test_it_is_unknown_where_figure_target_or_direction_are() -> None:
    rows = assess(
        {A1: {"I02": 5, "S04": 10, "I20": 1, "S10": 10, "I22": 12, "S03": 10, "I03": 1}},
        {"I02": 80, "I20": 80, "I22": 80, "I04": 80},
    )
    mine = add_reach(rows).set_index(["region_code", "item_code"])["perlu_dijangkau"][A1]
    assert mine["I02"] == 3
    assert mine.drop("I02").isna().all()


def test_the_regions_need_and_its_desas_needs_are_two_numbers() -> None:
    values = {A1: {"I02": 100, "S04": 100}, A2: {"I02": 50, "S04": 100}, B1: {"I02": 3}}
    rows = add_reach(assess(values, {"I02": 80}))
    plan = plan_reach(rows, make_regions(), KAB, "I02")
    assert (plan.total, plan.sum_of_desa, plan.desa_unknown) == (10, 30, 1)
    assert plan.by_desa.to_dict("records") == [{"region_code": A2, "perlu_dijangkau": 30}]
    assert plan_reach(rows, make_regions(), KEC_A, "I03").total is None


def desa_rows() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "region_code": [A1, A2, B1],
            "pembilang": [40.0, 30.0, np.nan],
            "penyebut": [100.0, 33.0, 50.0],
        }
    )


def test_raising_one_desa_moves_the_kabupaten_by_its_people() -> None:
    done = simulate(desa_rows(), target_pct=80, new_coverage_pct={A1: 70})
    assert done.before_pct == pytest.approx(100 * 70 / 133)
    assert done.after_pct == pytest.approx(100 * 100 / 133)
    assert done.more_people == 30
    assert (done.to_reach_before, done.to_reach_after) == (37, 7)


def test_people_come_whole_and_a_desa_without_figures_is_named() -> None:
    done = simulate(desa_rows(), target_pct=None, new_coverage_pct={A2: 95, B1: 90})
    assert done.more_people == 2
    assert done.without_figures == (B1,)
    assert done.to_reach_before is None


def test_another_target_alone_changes_only_what_is_missing() -> None:
    done = simulate(desa_rows(), target_pct=80, new_target_pct=60)
    assert done.before_pct == done.after_pct
    assert (done.to_reach_before, done.to_reach_after) == (37, 10)
    assert done.more_people == 0


def test_a_region_without_figures_simulates_to_nothing_known() -> None:
    done = simulate(desa_rows().iloc[2:], target_pct=80, new_coverage_pct={B1: 90})
    assert done.before_pct is None
    assert done.to_reach_after is None
