"""The two results of a year against the year before: services and prevalence, by region."""

from collections import Counter
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
    then = {(code, item): value for code, item, value, _ in _list_fit(before)}
    good: Counter[str] = Counter()
    counted: Counter[str] = Counter()
    for code, item, value, status in _list_fit(now):
        if (code, item) in then:
            counted[code] += 1
            good[code] += value > then[code, item] or status == REACHED
    return {
        code: CoverageChange(period, before_period, good[code], counted[code])
        for code in sorted(counted)
    }


def _list_fit(rows: pd.DataFrame) -> list[tuple[str, str, float, str]]:
    """Region, service, percent and status of the rows that can be compared."""
    values = rows["cakupan_pct"].to_numpy(dtype="float64")
    kept = np.flatnonzero(~(np.isnan(values) | rows["status"].isin([ANOMALY, NEUTRAL]).to_numpy()))
    columns = (rows[name].to_numpy(dtype=object)[kept] for name in (*_KEY, "cakupan_pct", "status"))
    return list(zip(*columns, strict=True))


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
