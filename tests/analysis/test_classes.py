from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.classes import (
    above_parent,
    classify,
    count_breaks,
    rank_regions,
    too_few_to_conclude,
)

WHO = (0.0, 2.5, 10.0, 20.0, 30.0)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0, 0), (2.499, 0), (2.5, 1), (9.999, 1), (10, 2), (19.999, 2), (20, 3), (30, 4), (100, 4)],
)
def test_a_class_begins_at_its_bound_and_ends_before_the_next(value: float, expected: int) -> None:
    assert classify([value], WHO)[0] == expected


def test_missing_values_have_no_class() -> None:
    assert list(classify(pd.Series([np.nan, 5.0]), WHO)) == [-1, 1]
    assert classify([np.nan], WHO).dtype == np.int8


def test_exact_shares_fall_on_their_bound() -> None:
    shares = [100 * part / whole for part, whole in ((1, 40), (1, 10), (2, 10), (3, 10))]
    assert list(classify(shares, WHO)) == [1, 2, 3, 4]


def test_bounds_that_do_not_rise_are_refused() -> None:
    with pytest.raises(ValueError, match="rise"):
        classify([1.0], (10, 10))


def test_count_classes_are_round_and_the_same_for_all_periods_together() -> None:
    values = [*range(0, 200), np.nan]
    bounds = count_breaks(values)
    assert bounds == (0.0, 40.0, 80.0, 100.0, 150.0)
    assert count_breaks(list(reversed(values))) == bounds


def test_count_classes_of_few_or_no_values_are_fewer() -> None:
    assert count_breaks([]) == (0.0,)
    assert count_breaks([np.nan, 0.0]) == (0.0,)
    assert count_breaks([1.0, 1.0, 1.0]) == (0.0, 1.0)


@given(st.lists(st.integers(0, 1_000_000), max_size=60))
def test_count_bounds_are_whole_and_rise_from_zero(values: list[int]) -> None:
    bounds = count_breaks([float(value) for value in values])
    assert bounds[0] == 0
    assert len(bounds) <= 5
    assert all(low < high for low, high in pairwise(bounds))
    assert all(bound.is_integer() for bound in bounds)


def test_rank_goes_down_from_the_highest_and_ties_share_it() -> None:
    ranks = rank_regions(pd.Series([10.0, np.nan, 30.0, 10.0, 5.0]))
    assert list(ranks.fillna(0)) == [2, 0, 1, 2, 4]


def test_only_higher_than_the_parent_counts_as_above() -> None:
    assert list(above_parent(pd.Series([10.0, 12.0, np.nan]), 10.0)) == [False, True, False]


def test_fewer_than_the_minimum_measured_is_too_few() -> None:
    flags = too_few_to_conclude(pd.Series([12.0, 30.0, np.nan]), 30)
    assert list(flags) == [True, False, False]
