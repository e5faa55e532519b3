import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from analysis.intervals import compute_newcombe_interval, compute_wilson_interval


def as_arrays(successes: float, trials: float) -> tuple[np.ndarray, np.ndarray]:
    return np.array([float(successes)]), np.array([float(trials)])


@pytest.mark.parametrize(
    ("successes", "trials"), [(0, 12), (3, 12), (12, 12), (2105, 9206), (5615, 64954), (1, 1)]
)
def test_wilson_agrees_with_scipy(successes: int, trials: int) -> None:
    lower, upper = compute_wilson_interval(*as_arrays(successes, trials))
    expected = binomtest(successes, trials).proportion_ci(method="wilson")
    assert lower[0] == pytest.approx(expected.low, abs=1e-12)
    assert upper[0] == pytest.approx(expected.high, abs=1e-12)


def test_newcombe_reproduces_the_published_example() -> None:
    lower, upper = compute_newcombe_interval(as_arrays(56, 70), as_arrays(48, 80))
    assert round(float(lower[0]), 4) == 0.0524
    assert round(float(upper[0]), 4) == 0.3339


def test_intervals_of_nothing_or_of_nonsense_are_unknown() -> None:
    for successes, trials in ((0, 0), (5, 3), (np.nan, 10), (3, np.nan)):
        lower, upper = compute_wilson_interval(*as_arrays(successes, trials))
        assert np.isnan(lower[0])
        assert np.isnan(upper[0])


@given(trials=st.integers(1, 100_000), share=st.floats(0, 1))
def test_wilson_always_holds_the_share_and_stays_between_nothing_and_all(
    trials: int, share: float
) -> None:
    successes = round(share * trials)
    lower, upper = compute_wilson_interval(*as_arrays(successes, trials))
    assert 0 <= lower[0] <= successes / trials <= upper[0] <= 1


@given(st.integers(1, 5000), st.integers(1, 5000), st.floats(0, 1), st.floats(0, 1))
def test_newcombe_is_the_mirror_of_itself(n1: int, n2: int, s1: float, s2: float) -> None:
    first, second = as_arrays(round(s1 * n1), n1), as_arrays(round(s2 * n2), n2)
    lower, upper = compute_newcombe_interval(first, second)
    mirror_lower, mirror_upper = compute_newcombe_interval(second, first)
    assert lower[0] == pytest.approx(-mirror_upper[0], abs=1e-12)
    assert upper[0] == pytest.approx(-mirror_lower[0], abs=1e-12)
