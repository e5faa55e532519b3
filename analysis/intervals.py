"""Intervals of shares: Wilson for one share, Newcombe for the difference of two.

They treat the measured children as a sample of all children of that place and time.
"""

import numpy as np
from scipy.special import ndtri

CONFIDENCE = 0.95
_Z = float(ndtri(0.5 + CONFIDENCE / 2))


def compute_wilson_interval(
    successes: np.ndarray, trials: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Wilson's 95 % score interval of successes / trials, as shares (0 to 1).

    NaN where there are no trials, or more successes than trials. Source: Wilson, J Am Stat Assoc
    22 (1927) 209-212.
    """
    valid = (trials > 0) & (successes >= 0) & (successes <= trials)
    count = np.where(valid, trials, np.nan)
    share = np.where(valid, successes, np.nan) / count
    scale = 1 + _Z**2 / count
    centre = (share + _Z**2 / (2 * count)) / scale
    half = _Z / scale * np.sqrt(share * (1 - share) / count + _Z**2 / (4 * count**2))
    # At 0 and at 1 the bound is exact; rounding would put it a hair outside.
    lower = np.where(share == 0, 0.0, centre - half)
    upper = np.where(share == 1, 1.0, centre + half)
    return lower, upper


def compute_newcombe_interval(
    first: tuple[np.ndarray, np.ndarray], second: tuple[np.ndarray, np.ndarray]
) -> tuple[np.ndarray, np.ndarray]:
    """Newcombe's 95 % hybrid score interval of the difference first - second, as shares.

    Each argument is (successes, trials). Source: Newcombe, Statistics in Medicine 17 (1998)
    873-890, method 10 (two independent proportions, no continuity correction).
    """
    lower1, upper1 = compute_wilson_interval(*first)
    lower2, upper2 = compute_wilson_interval(*second)
    with np.errstate(divide="ignore", invalid="ignore"):
        share1 = first[0] / first[1]
        share2 = second[0] / second[1]
    difference = share1 - share2
    lower = difference - np.hypot(share1 - lower1, upper2 - share2)
    upper = difference + np.hypot(upper1 - share1, share2 - lower2)
    return lower, upper
