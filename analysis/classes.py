"""Classes, ranks and comparisons over regions; every cut-off comes in as an argument."""

from collections.abc import Sequence

import numpy as np
import pandas as pd


def classify(values: Sequence[float] | pd.Series, lower_bounds: Sequence[float]) -> np.ndarray:
    """Give every value the index of its class (int8), -1 where it is NaN or below all classes.

    A class runs from its own lower bound up to, not including, the next one, the last one is open
    (as WHO and UNICEF 2018 write theirs: 10 - <20). Raises ValueError unless the bounds rise.
    """
    bounds = np.asarray(lower_bounds, dtype="float64")
    if bounds.size == 0 or np.any(np.diff(bounds) <= 0):
        raise ValueError(f"lower bounds must rise: {lower_bounds}")
    numbers = np.asarray(values, dtype="float64")
    indexes = np.searchsorted(bounds, numbers, side="right") - 1
    return np.where(np.isnan(numbers), -1, indexes).astype(np.int8)


def count_breaks(values: Sequence[float] | pd.Series, n: int = 5) -> tuple[float, ...]:
    """Lower bounds of at most `n` classes for numbers of children, the first 0.

    `values`: the numbers of all regions in all periods together, so that the classes stay fixed
    from one period to the next. Bounds are round whole numbers near the quantiles of the values
    above zero; fewer where the values are few or alike.
    """
    numbers = np.asarray(values, dtype="float64")
    positive = numbers[numbers > 0]
    if positive.size == 0:
        return (0.0,)
    wanted = np.quantile(positive, [step / n for step in range(1, n)])
    bounds = {_round_to_nice(value) for value in wanted}
    return (0.0, *sorted(bound for bound in bounds if bound > 0))


def _round_to_nice(value: float) -> float:
    """The nearest of 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten, at least 1, whole."""
    power = 10.0 ** np.floor(np.log10(max(value, 1.0)))
    steps = np.array([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]) * power
    steps = steps[steps == np.round(steps)]
    return float(steps[np.argmin(np.abs(steps - value))])


def rank_regions(values: pd.Series) -> pd.Series:
    """Rank from the highest value (1) down, equal values the same rank, NaN without a rank."""
    return values.rank(ascending=False, method="min").astype("Int64")


def above_parent(values: pd.Series, parent_value: float) -> pd.Series:
    """Whether each value lies above its parent's; False where either is unknown."""
    return values > parent_value


def too_few_to_conclude(diukur: pd.Series, minimum: int) -> pd.Series:
    """Whether fewer than `minimum` children were measured; False where that is unknown."""
    return diukur < minimum
