"""Change of prevalence between two measurements of the same place, in percentage points."""

from typing import cast

import numpy as np
import pandas as pd

from analysis.intervals import compute_newcombe_interval

_COUNTS = ["pembilang_jiwa", "penyebut_jiwa"]
_DIRECTIONS = np.array(["turun", "tetap", "naik"], dtype=object)


def compare_periods(now: pd.DataFrame, before: pd.DataFrame, key: str) -> pd.DataFrame:
    """Add the change since an earlier period to the rows of `now`.

    Both frames come from `compute_prevalence`, a row per `key`. Adds prevalensi_sebelum_pct,
    perubahan_poin (difference of the unrounded percentages) with perubahan_bawah_poin and
    perubahan_atas_poin (Newcombe, 95 %), arah ("naik", "turun", "tetap" by the sign of the
    unrounded difference; None where unknown) and belum_meyakinkan (the interval holds zero).
    """
    earlier = before.set_index(key).reindex(now[key])
    counts_now = [now[name].to_numpy(dtype="float64") for name in _COUNTS]
    counts_before = [earlier[name].to_numpy(dtype="float64") for name in _COUNTS]
    points = _compute_points(counts_now, counts_before)
    lower, upper = compute_newcombe_interval(
        (counts_now[0], counts_now[1]), (counts_before[0], counts_before[1])
    )
    return now.assign(
        prevalensi_sebelum_pct=earlier["prevalensi_pct"].to_numpy(dtype="float64"),
        perubahan_poin=points,
        perubahan_bawah_poin=100 * lower,
        perubahan_atas_poin=100 * upper,
        arah=name_direction(points),
        belum_meyakinkan=(lower <= 0) & (upper >= 0),
    )


def _compute_points(now: list[np.ndarray], before: list[np.ndarray]) -> np.ndarray:
    # One fraction of whole numbers: equal shares of different wholes differ by exactly zero.
    whole = now[1] * before[1]
    cross = now[0] * before[1] - before[0] * now[1]
    return np.asarray(100 * cross / np.where(whole > 0, whole, np.nan), dtype="float64")


def name_direction(points: np.ndarray) -> np.ndarray:
    """Call changes "naik", "turun" or "tetap" by the sign of unrounded points; missing: None."""
    known = ~np.isnan(points)
    sign = np.sign(np.where(known, points, 0)).astype(int)
    return cast(np.ndarray, np.where(known, _DIRECTIONS[sign + 1], None))
