"""Figures beside targets: targets in force, coverage, people to reach, paces. Rules applied only.

No cache and no Streamlit here, so that a file's figure is the screen's figure.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import pandas as pd

from analysis.coverage import add_denominators, compute_coverage
from analysis.coverage_status import assess_coverage, is_midyear
from analysis.pace import DOWN, UP, Pace, compute_pace
from analysis.reach import add_reach
from analysis.series_breaks import describe_breaks, find_comparable_from
from analysis.targets import PREVALENCE, find_target_year, resolve_targets
from app.target_items import read_indicators
from data_access import reference

# Measurements of August stand for their year, as in the guideline's situation analysis.
_MONTH_OF_THE_YEAR = "-08"


@cache
def list_indicators() -> pd.DataFrame:
    """The 31 indicators with every denominator, the added one of ours too; read only."""
    return add_denominators(read_indicators(), reference.read_table("butir_tambahan"))


@cache
def list_comparable_from() -> Mapping[str, int | None]:
    """By indicator the year from which its figures may be compared, None without a break."""
    breaks = describe_breaks(list_indicators(), reference.read_table("padanan_lama"))
    return {str(code): find_comparable_from(breaks, code) for code in breaks["item_code"]}


def tabulate_in_force(targets: pd.DataFrame, regions: pd.DataFrame, code: str) -> pd.DataFrame:
    """Targets in force of one region, all years: year, item_code, target_pct, target_dari, dokumen.

    `regions`: code, level, parent_code of the region and those above it.
    """
    theirs = targets[targets["wilayah_code"].isin(regions["code"])]
    years = sorted(set(theirs["year"]))
    parts = [resolve_targets(theirs, regions, int(year)).assign(year=int(year)) for year in years]
    columns = ["year", "item_code", "target_pct", "target_dari", "dokumen"]
    if not parts:
        return pd.DataFrame(columns=columns)
    rows = pd.concat(parts, ignore_index=True)
    return rows.loc[rows["region_code"] == code, columns].reset_index(drop=True)


def compute_own_coverage(facts: pd.DataFrame, regions: pd.DataFrame, code: str) -> pd.DataFrame:
    """Coverage of one region alone in one period: item_code, cakupan_pct.

    `facts`, `regions`: as of `tabulate_coverage`.
    """
    rows = compute_coverage(facts, regions, list_indicators(), pd.Index([code]))
    return rows[["item_code", "cakupan_pct"]]


def tabulate_coverage(
    facts: pd.DataFrame, regions: pd.DataFrame, targets: pd.DataFrame, year: int
) -> pd.DataFrame:
    """Coverage of one period beside the targets of a year, with the people still to reach.

    `facts`: unit_code, item_code, value. `regions`: code, level, parent_code. See
    `analysis.coverage_status.assess_coverage` and `analysis.reach.add_reach`.
    """
    indicators = list_indicators()
    coverage = compute_coverage(facts, regions, indicators)
    resolved = resolve_targets(targets, regions, year)
    services = resolved[resolved["item_code"] != PREVALENCE]
    near = float(reference.read_threshold("hampir_bagian"))
    return add_reach(assess_coverage(coverage, services, indicators, near_share=near))


def pick_year_periods(periods: Iterable[str]) -> dict[int, str]:
    """The period that says how each whole year ended, by year.

    The situation analysis ("2026" speaks of the end of 2025) goes before semester II, which is
    entered earlier; semester I is no whole year.
    """
    whole = sorted(each for each in periods if not is_midyear(each))
    chosen: dict[int, str] = {}
    for period in sorted(whole, key=lambda each: "-" not in each):
        chosen[find_target_year(period)] = period
    return dict(sorted(chosen.items()))


def pick_august(series: pd.DataFrame) -> pd.DataFrame:
    """A place's prevalence of each August: year, value_pct; from `sum_region`'s series."""
    august = series[series["period"].str.endswith(_MONTH_OF_THE_YEAR)]
    years = august["period"].str[:4].astype("int64")
    return pd.DataFrame({"year": years, "value_pct": august["prevalensi_pct"]}).reset_index(
        drop=True
    )


def compute_prevalence_pace(past: pd.DataFrame, target: tuple[int, float]) -> Pace:
    """The pace of a prevalence that is to fall."""
    return compute_pace(past, target, direction=DOWN)


def compute_service_pace(
    past: pd.DataFrame | Mapping[str, Sequence[float]], target: tuple[int, float], item_code: str
) -> Pace:
    """The pace of a coverage that is to rise; years of an older definition are left out."""
    start = list_comparable_from()[item_code]
    return compute_pace(past, target, direction=UP, comparable_from=start)
