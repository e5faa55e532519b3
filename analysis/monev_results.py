"""The two results of a year against the year before: services and prevalence, by region."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.coverage_status import ANOMALY, NEUTRAL, REACHED
from analysis.monev_evidence import CoverageChange, PrevalenceChange

_KEY = ["region_code", "item_code"]


def count_coverage_changes(
    now: pd.DataFrame, before: pd.DataFrame, period: str, before_period: str
) -> dict[str, CoverageChange]:
    """How many services rose or stayed at their target, by region.

    `now`, `before`: region_code, item_code, cakupan_pct (percent, NaN unknown), status, of two
    periods of the same kind. Services that are above 100 % or of unclear direction in one of them
    say nothing and are not counted; regions without a service known in both are left out.
    """
    columns = [*_KEY, "cakupan_pct", "status"]
    pairs = now[columns].merge(before[columns], on=_KEY, suffixes=("", "_dulu"))
    unfit = pairs["status"].isin([ANOMALY, NEUTRAL]) | pairs["status_dulu"].isin([ANOMALY, NEUTRAL])
    known = pairs["cakupan_pct"].notna() & pairs["cakupan_pct_dulu"].notna()
    kept = pairs[known & ~unfit]
    good = (kept["cakupan_pct"] > kept["cakupan_pct_dulu"]) | kept["status"].eq(REACHED)
    sums = good.groupby(kept["region_code"]).agg(["sum", "size"])
    return {
        str(code): CoverageChange(period, before_period, int(row["sum"]), int(row["size"]))
        for code, row in sums.iterrows()
    }


def compare_prevalences(
    counts: pd.DataFrame, source: str, period: str, before_period: str
) -> dict[str, PrevalenceChange]:
    """Prevalence of two measurements beside each other, by region known in both.

    `counts`: code, period, stunting_jiwa, diukur_jiwa (children of units that know both).
    """
    measured = counts[counts["diukur_jiwa"] > 0]
    shares = 100 * measured["stunting_jiwa"] / measured["diukur_jiwa"]
    table = measured.assign(pct=shares).set_index(["code", "period"])[["pct", "diukur_jiwa"]]
    found = {}
    for code in dict.fromkeys(measured["code"]):
        pair = _pick_pair(table, str(code), period, before_period)
        if pair is not None:
            now, then = pair
            fewest = int(min(now["diukur_jiwa"], then["diukur_jiwa"]))
            found[str(code)] = PrevalenceChange(
                source, period, before_period, float(now["pct"]), float(then["pct"]), fewest
            )
    return found


def _pick_pair(
    table: pd.DataFrame, code: str, period: str, before: str
) -> tuple[Mapping[str, float], Mapping[str, float]] | None:
    if (code, period) not in table.index or (code, before) not in table.index:
        return None
    now, then = (
        dict(zip(table.columns, np.asarray(table.loc[(code, each)]), strict=True))
        for each in (period, before)
    )
    return now, then
