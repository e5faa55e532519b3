"""One table for a screen: every region with its figures, interval, change, class and rank."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.change import compare_periods
from analysis.classes import classify, rank_regions, too_few_to_conclude
from analysis.prevalence import compute_participation, compute_prevalence, sum_measurements

_PREVALENCE = ["prevalensi_pct", "bawah_pct", "atas_pct", "pembilang_jiwa", "penyebut_jiwa"]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Cut-offs in force: class bounds in percent, points or percent, and the least children."""

    prevalence_bounds: tuple[float, ...]
    minimum_measured: int
    participation_bounds: tuple[float, ...]
    change_bounds: tuple[float, ...]
    break_factor: float


def build_region_table(
    regions: pd.DataFrame,
    facts: pd.DataFrame,
    *,
    group_column: str,
    period: str,
    compare: str | None,
    thresholds: Thresholds,
) -> pd.DataFrame:
    """Compute the figures of every region in one period, beside an earlier one.

    `regions`: code, name, kind, has_boundary, a row a region. `facts`: a row per unit x period
    with the eight counts and `group_column`, the code of the region that the unit belongs to.

    Returns a row a region, index 0..n-1, with the sums of `sum_measurements`, prevalensi_pct,
    bawah_pct, atas_pct, partisipasi_pct, di_atas_100, perubahan_poin with its interval, arah,
    belum_meyakinkan, kelas (-1 no data), terlalu_sedikit, peringkat. Regions without data keep
    their row, with NaN.
    """
    now = _figures(facts, group_column, period)
    before = _figures(facts, group_column, compare) if compare else now.iloc[0:0]
    figures = compare_periods(now, before, key=group_column)
    known = regions.loc[regions["valid_until"].isna() | regions["code"].isin(figures[group_column])]
    table = known.merge(figures, how="left", left_on="code", right_on=group_column)
    table = table.drop(columns=[group_column]).reset_index(drop=True)
    return table.assign(
        di_atas_100=table["di_atas_100"].eq(True),
        belum_meyakinkan=table["belum_meyakinkan"].eq(True),
        kelas=classify(table["prevalensi_pct"], thresholds.prevalence_bounds),
        terlalu_sedikit=too_few_to_conclude(table["diukur_jiwa"], thresholds.minimum_measured),
        peringkat=rank_regions(table["prevalensi_pct"]),
    )


def list_prevalence(
    regions: pd.DataFrame, facts: pd.DataFrame, *, group_column: str, period: str
) -> pd.DataFrame:
    """The prevalence of every region in one period, without all else of `build_region_table`.

    Columns: code, prevalensi_pct, bawah_pct, atas_pct, pembilang_jiwa, penyebut_jiwa. For those who
    hold several levels together and need neither a change nor a rank.
    """
    in_period = facts[(facts["period"] == period) & (facts[group_column] != "")]
    figures = compute_prevalence(sum_measurements(in_period, [group_column]))
    known = regions["valid_until"].isna() | regions["code"].isin(figures[group_column])
    codes = regions.loc[known, "code"]
    found = figures.set_index(group_column)[_PREVALENCE].reindex(codes)
    return found.reset_index(drop=True).assign(code=codes.array)[["code", *_PREVALENCE]]


def _figures(facts: pd.DataFrame, group_column: str, period: str) -> pd.DataFrame:
    in_period = facts[(facts["period"] == period) & (facts[group_column] != "")]
    return compute_participation(compute_prevalence(sum_measurements(in_period, [group_column])))


def sum_region(facts: pd.DataFrame, code: str, thresholds: Thresholds) -> pd.DataFrame:
    """Sum all facts of one region, a row a period, ordered by period.

    Columns: period, the sums of `sum_measurements`, prevalensi_pct with its interval,
    partisipasi_pct, di_atas_100, terlalu_sedikit.
    """
    sums = sum_measurements(facts.assign(code=code), ["code", "period"])
    series = compute_participation(compute_prevalence(sums)).sort_values("period")
    few = too_few_to_conclude(series["diukur_jiwa"], thresholds.minimum_measured)
    return series.assign(terlalu_sedikit=few).reset_index(drop=True)


def restrict_to(table: pd.DataFrame, code: str) -> pd.DataFrame:
    """Only the regions inside `code` (itself included), ranked anew among themselves."""
    codes = table["code"]
    inside = table[(codes == code) | codes.str.startswith(f"{code}.")]
    return inside.assign(peringkat=rank_regions(inside["prevalensi_pct"])).reset_index(drop=True)


def find_period(series: pd.DataFrame, period: str | None) -> pd.Series | None:
    """One period's row of `sum_region`, None where the place has no figure for it."""
    rows = series[series["period"] == period]
    return None if rows.empty or np.isnan(rows["stunting_jiwa"].iloc[0]) else rows.iloc[0]


def compare_in_series(series: pd.DataFrame, period: str, compare: str | None) -> pd.Series | None:
    """One period of `sum_region` with its change since an earlier one, None without a figure.

    Adds the columns of `analysis.change.compare_periods`, NaN where there is no earlier figure.
    """
    now = series[series["period"] == period]
    if now.empty or now["stunting_jiwa"].isna().all():
        return None
    before = series[series["period"] == (compare or "")]
    return compare_periods(now, before, key="code").iloc[0]
