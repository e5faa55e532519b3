import numpy as np
import pytest

from analysis.coverage_status import (
    ANOMALY,
    FAR,
    MIDYEAR,
    NEAR,
    NEUTRAL,
    NO_DATA,
    NO_TARGET,
    REACHED,
    assess_coverage,
    count_statuses,
    flag_small_denominators,
    is_midyear,
)
from tests.analysis.services import A1, INDICATORS, KAB, KEC_A, assess, cover, make_resolved


def status(
    reached: float | None, people: float, target: float | None = 80.0, midyear: bool = False
) -> str:
    targets = {} if target is None else {"I02": target}
    rows = assess({A1: {"I02": reached, "S04": people}}, targets, midyear=midyear)
    found = rows[(rows["region_code"] == A1) & (rows["item_code"] == "I02")]
    return str(found["status"].iloc[0])


@pytest.mark.parametrize(
    ("reached", "expected"),
    [(100, REACHED), (80, REACHED), (79, NEAR), (72, NEAR), (71, FAR), (0, FAR), (101, ANOMALY)],
)
def test_a_figure_is_reached_from_the_target_and_near_from_nine_tenths(
    reached: int, expected: str
) -> None:
    assert status(reached, 100) == expected


@pytest.mark.parametrize(
    ("reached", "people", "target", "expected"),
    [(7, 10, 70.0, REACHED), (63, 100, 70.0, NEAR), (29, 100, 29.0, REACHED), (1, 3, 33.34, NEAR)],
)
def test_a_share_exactly_on_the_line_is_on_the_better_side(
    reached: int, people: int, target: float, expected: str
) -> None:
    assert status(reached, people, target) == expected


def test_missing_data_target_and_people_each_have_their_word() -> None:
    assert status(None, 100) == NO_DATA
    assert status(0, 0) == NO_DATA
    assert status(3, 0) == ANOMALY
    assert status(50, 100, None) == NO_TARGET
    assert status(120, 100, None) == ANOMALY


def test_half_a_year_is_never_far_from_the_target_of_the_whole() -> None:
    assert status(40, 100, midyear=True) == MIDYEAR
    assert status(75, 100, midyear=True) == NEAR
    assert status(85, 100, midyear=True) == REACHED
    rows = assess({A1: {"I02": 40, "S04": 100}}, {"I02": 80}, midyear=True)
    assert rows["tengah_tahun"].all()
    assert is_midyear("2026-S1")
    assert not is_midyear("2026-S2")
    assert not is_midyear("2026")


def test_pneumonia_is_neutral_even_with_a_target_but_above_hundred_is_a_fault() -> None:
    def of(reached: int) -> str:
        rows = assess({A1: {"I20": reached, "S10": 100}}, {"I20": 50})
        return str(rows.set_index(["region_code", "item_code"]).loc[(A1, "I20"), "status"])

    assert of(20) == of(70) == NEUTRAL
    assert of(130) == ANOMALY


def test_each_region_is_held_against_its_own_target() -> None:
    coverage = cover({A1: {"I02": 70, "S04": 100}}).reset_index()
    resolved = make_resolved({(A1, "I02"): 60, (KAB, "I02"): 80})
    rows = assess_coverage(coverage, resolved, INDICATORS, near_share=0.9).set_index("region_code")
    mine = rows[rows["item_code"] == "I02"]["status"]
    assert (mine[A1], mine[KAB], mine[KEC_A]) == (REACHED, FAR, NO_TARGET)


def test_statuses_are_counted_with_a_column_each() -> None:
    rows = assess({A1: {"I02": 85, "S04": 100}}, {"I02": 80})
    counts = count_statuses(rows).set_index("region_code").loc[A1]
    assert counts[REACHED] == 1
    assert counts[NO_DATA] == 30
    assert counts[MIDYEAR] == 0


def test_few_people_are_flagged_and_desa_are_not_people() -> None:
    rows = assess({A1: {"I10": 1, "S12": 4, "I02": 5, "S04": 10, "I31": 1, "I16": 0, "S14": 0}}, {})
    flagged = flag_small_denominators(rows, INDICATORS, 10)
    mine = flagged[flagged["region_code"] == A1].set_index("item_code")["penyebut_kecil"]
    assert list(mine[mine].index) == ["I10"]


def test_an_unknown_direction_is_refused() -> None:
    coverage = cover({}).reset_index()
    down = INDICATORS.assign(arah_baik="turun")
    with pytest.raises(ValueError, match="turun"):
        assess_coverage(coverage, make_resolved({}), down, near_share=0.9)


def test_rows_keep_their_figures() -> None:
    rows = assess({A1: {"I02": 85, "S04": 100}}, {"I02": 80}).set_index(
        ["region_code", "item_code"]
    )
    assert rows.loc[(A1, "I02"), "cakupan_pct"] == 85
    assert np.isnan(rows.loc[(A1, "I03"), "target_pct"])
