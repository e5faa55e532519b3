"""Prevalence and participation: children are summed first, a percentage comes last."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.intervals import compute_wilson_interval

COUNT_COLUMNS = (
    "sasaran_jiwa",
    "sangat_pendek_jiwa",
    "pendek_jiwa",
    "normal_jiwa",
    "tinggi_jiwa",
    "outlier_jiwa",
    "stunting_jiwa",
    "diukur_jiwa",
)


def sum_measurements(facts: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Sum measured children of units to groups.

    `facts`: a row per unit x period with the count columns (children; NaN unknown) and the columns
    `by`. Returns a row per group, ordered by `by`: the same counts, NaN where no unit is known, and

    - pembilang_jiwa, penyebut_jiwa: stunted and measured children of the units that know both, so
      that a unit which counts stunted children only never enters a percentage;
    - partisipasi_pembilang_jiwa, partisipasi_penyebut_jiwa: measured and target children of the
      units that know both;
    - unit_berdata: how many units know their stunted children. A row may stand for several,
      `units`, which then know the same of these counts.
    """
    stunting, measured = facts["stunting_jiwa"], facts["diukur_jiwa"]
    target = facts["sasaran_jiwa"]
    both = stunting.notna() & measured.notna()
    joined = measured.notna() & target.notna()
    columns = {name: facts[name] for name in COUNT_COLUMNS}
    columns |= {
        "pembilang_jiwa": stunting.where(both),
        "penyebut_jiwa": measured.where(both),
        "partisipasi_pembilang_jiwa": measured.where(joined),
        "partisipasi_penyebut_jiwa": target.where(joined),
    }
    sums = pd.DataFrame(columns).groupby([facts[name] for name in by]).sum(min_count=1)
    stands_for = facts.get("units", 1)
    units = (stunting.notna() * stands_for).groupby([facts[name] for name in by]).sum()
    return sums.assign(unit_berdata=units.astype("int64")).reset_index()


def compute_prevalence(sums: pd.DataFrame) -> pd.DataFrame:
    """Add prevalensi_pct with its Wilson 95 % interval bawah_pct, atas_pct, in percent.

    Needs pembilang_jiwa and penyebut_jiwa of `sum_measurements`; same rows out. NaN where nobody
    was measured or the source counts stunted children only.
    """
    stunted = sums["pembilang_jiwa"].to_numpy(dtype="float64")
    measured = sums["penyebut_jiwa"].to_numpy(dtype="float64")
    lower, upper = compute_wilson_interval(stunted, measured)
    return sums.assign(
        prevalensi_pct=divide_to_pct(stunted, measured),
        bawah_pct=100 * lower,
        atas_pct=100 * upper,
    )


def compute_participation(sums: pd.DataFrame) -> pd.DataFrame:
    """Add partisipasi_pct (measured of target, percent) and di_atas_100 (bool).

    A share above 100 % is an error in the source: it is kept as it is and flagged, never clipped.
    """
    share = divide_to_pct(
        sums["partisipasi_pembilang_jiwa"].to_numpy(dtype="float64"),
        sums["partisipasi_penyebut_jiwa"].to_numpy(dtype="float64"),
    )
    return sums.assign(partisipasi_pct=share, di_atas_100=share > 100)


def divide_to_pct(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """`part` of `whole` in percent, NaN where the whole is zero or unknown.

    Multiplied before it is divided, so that equal shares of different wholes are equal numbers.
    """
    known = np.where(whole > 0, whole, np.nan)
    return np.asarray(100 * part / known, dtype="float64")
