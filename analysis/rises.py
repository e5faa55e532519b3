"""Rises of prevalence that stay when many regions are compared at once."""

import numpy as np
import pandas as pd
from scipy.special import ndtr, ndtri

from analysis.intervals import CONFIDENCE

_Z = float(ndtri(0.5 + CONFIDENCE / 2))
_LEAST = 1e-9


def find_firm_rises(table: pd.DataFrame, points: float, false_share: float) -> pd.DataFrame:
    """Rows that rose by at least `points`, convincingly, the largest rise first.

    `table`: of `build_region_table`. Convincing is: enough children measured, the 95 % interval of
    the change (Newcombe) above zero, and kept by Benjamini and Hochberg's procedure among all
    regions compared, with at most `false_share` of what is kept expected to be chance. Source:
    Benjamini, Hochberg, J R Stat Soc B 57 (1995) 289-300.
    """
    compared = table[table["perubahan_poin"].notna() & ~table["terlalu_sedikit"].astype(bool)]
    if compared.empty:
        return compared
    chances = compute_chances(
        compared["perubahan_poin"].to_numpy("float64"),
        compared["perubahan_bawah_poin"].to_numpy("float64"),
    )
    kept = keep_by_false_share(chances, false_share)
    firm = kept & ~compared["belum_meyakinkan"].to_numpy(bool)
    rising = compared[firm & compared["perubahan_poin"].ge(points).to_numpy()]
    return rising.sort_values("perubahan_poin", ascending=False, kind="stable")


def compute_chances(points: np.ndarray, lower_points: np.ndarray) -> np.ndarray:
    """One-sided probability of at least this rise by chance alone, from the interval's lower half.

    The distance from the change to the lower bound is 1.96 standard errors of Newcombe's interval.
    """
    half = np.maximum(points - lower_points, _LEAST)
    return np.asarray(ndtr(-_Z * points / half))


def keep_by_false_share(chances: np.ndarray, false_share: float) -> np.ndarray:
    """Which findings Benjamini and Hochberg's step-up procedure keeps, in the order given."""
    count = len(chances)
    order = np.argsort(chances, kind="stable")
    below = chances[order] <= false_share * np.arange(1, count + 1) / count
    kept = np.zeros(count, dtype=bool)
    if below.any():
        kept[order[: int(np.nonzero(below)[0][-1]) + 1]] = True
    return kept
