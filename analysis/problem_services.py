"""Which services of a place are low, which are good, and why the others are not assessed."""

import numpy as np
import pandas as pd

from analysis.coverage_status import ANOMALY, NEUTRAL, NO_DATA, NO_TARGET
from analysis.problem_settings import BELOW_CUTOFF, ProblemSettings

WORST = 3
# RTM-6, whose denominator is the desa itself.
COUNTED_BY_DESA = "I31"
_TOLERANCE = 1e-9
_WHY_NOT = {
    NO_DATA: "tak_dinilai_belum_ada_data",
    NO_TARGET: "tak_dinilai_tanpa_target",
    ANOMALY: "tak_dinilai_anomali",
    NEUTRAL: "tak_dinilai_netral",
}
WHY_NOT_COLUMNS = tuple(_WHY_NOT.values())


def tally_services(assessed: pd.DataFrame, settings: ProblemSettings) -> pd.DataFrame:
    """Count low and good services of each region, a row a region.

    `assessed`: of `assess_coverage`. Returns region_code, layanan_dinilai, layanan_rendah,
    layanan_baik and the services not assessed by reason (`WHY_NOT_COLUMNS`). Neutral services,
    anomalies and unknown ones are never assessed; those without a target are not where "rendah"
    means below target, and are where it means below a cut-off. BAD-9 and BAL-4 count as two.
    """
    judged, low = mark_services(assessed, settings)
    status = assessed["status"]
    marks = {"layanan_dinilai": judged, "layanan_rendah": low, "layanan_baik": judged & ~low}
    marks |= {column: ~judged & status.eq(word) for word, column in _WHY_NOT.items()}
    numbers = pd.DataFrame(marks).astype("int64")
    return numbers.groupby(assessed["region_code"]).sum().reset_index()


def mark_services(assessed: pd.DataFrame, settings: ProblemSettings) -> tuple[pd.Series, pd.Series]:
    """Say of each row whether it is assessed, and whether it is assessed and low."""
    by_cutoff = settings.low == BELOW_CUTOFF
    left_out = [NO_DATA, ANOMALY, NEUTRAL] if by_cutoff else list(_WHY_NOT)
    judged = ~assessed["status"].isin(left_out)
    bound = _bound(assessed, settings) * assessed["penyebut"].to_numpy(dtype="float64")
    reached = 100 * assessed["pembilang"].to_numpy(dtype="float64")
    low = judged & pd.Series(reached < bound * (1 - _TOLERANCE), index=assessed.index)
    return judged, low


def pick_worst(assessed: pd.DataFrame, settings: ProblemSettings) -> pd.DataFrame:
    """The `WORST` low services of each region, the lowest first: region_code, item_code,
    cakupan_pct, target_pct.

    By coverage as a part of its bound: of the target, or of the cut-off. What is only yes or no
    in one desa (RTM-6) would be its lowest every time, and is left out there.
    """
    _, low = mark_services(assessed, settings)
    single = (assessed["item_code"] == COUNTED_BY_DESA) & (assessed["penyebut"] == 1)
    rows = assessed[low & ~single]
    part = rows["cakupan_pct"] / _bound(rows, settings)
    ordered = rows.assign(_part=part).sort_values(["_part", "item_code"], kind="stable")
    worst = ordered.groupby("region_code", sort=False).head(WORST)
    return worst[["region_code", "item_code", "cakupan_pct", "target_pct"]]


def _bound(rows: pd.DataFrame, settings: ProblemSettings) -> np.ndarray:
    if settings.low == BELOW_CUTOFF:
        return np.full(len(rows), settings.cutoff_pct)
    return np.asarray(rows["target_pct"].to_numpy(dtype="float64"))
