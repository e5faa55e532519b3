"""How many people are still to be reached, how fast it must go, and what if."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.coverage_status import ANOMALY, NEUTRAL
from analysis.hierarchy import list_below

_DIGITS = 9


def count_to_reach(
    target_pct: np.ndarray | float, numerator: np.ndarray, denominator: np.ndarray
) -> np.ndarray:
    """People (for RTM-6 desa) still missing to a target: rounded up, never below 0, NaN unknown."""
    # 80 % of 15 is 12, not 12.000000000000002, which would round up to 13.
    wanted = np.ceil(np.round(np.asarray(target_pct) * denominator / 100, _DIGITS))
    return np.asarray(np.maximum(wanted - numerator, 0.0))


def add_reach(assessed: pd.DataFrame) -> pd.DataFrame:
    """Add perlu_dijangkau (Int64) to the rows of `assess_coverage`.

    A region's own need, of its sums: where some desa are above target it is less than its desa's
    needs together. Unknown for a status netral, anomali and belum ada data, and without target.
    Not to be added up over services: BAD-9 and BAL-4 have one figure, and people are the same.
    """
    need = count_to_reach(
        assessed["target_pct"].to_numpy(dtype="float64"),
        assessed["pembilang"].to_numpy(dtype="float64"),
        assessed["penyebut"].to_numpy(dtype="float64"),
    )
    unknown = np.isnan(need) | assessed["cakupan_pct"].isna().to_numpy()
    unknown |= assessed["status"].isin([NEUTRAL, ANOMALY]).to_numpy()
    count = np.where(unknown, 0, need).astype("int64")
    return assessed.assign(perlu_dijangkau=pd.arrays.IntegerArray(count, unknown))


@dataclass(frozen=True, slots=True)
class ReachPlan:
    """Where the people are who are still to be reached, of one service in one region.

    total: the need of the region's own sums. sum_of_desa: the needs of its desa together, larger
    where other desa are above target. desa_unknown: desa without a known need. by_desa:
    region_code, perlu_dijangkau of the desa in need, the largest first.
    """

    total: int | None
    sum_of_desa: int
    desa_unknown: int
    by_desa: pd.DataFrame


def plan_reach(rows: pd.DataFrame, regions: pd.DataFrame, code: str, item_code: str) -> ReachPlan:
    """Say how many people one region lacks for one service, and in which desa they live.

    `rows`: of `add_reach`, with the region and its desa. `regions`: code, level, parent_code.
    """
    below = list_below(regions, code)
    desa = set(below.loc[below["level"] == "desa", "code"])
    mine = rows[rows["item_code"] == item_code].set_index("region_code")["perlu_dijangkau"]
    needs = mine[mine.index.isin(desa)].dropna()
    lacking = needs[needs > 0].sort_values(ascending=False, kind="stable")
    own = mine.get(code, pd.NA)
    return ReachPlan(
        total=None if pd.isna(own) else int(own),
        sum_of_desa=int(needs.sum()),
        desa_unknown=len(desa) - len(needs),
        by_desa=lacking.reset_index(),
    )


@dataclass(frozen=True, slots=True)
class Simulation:
    """One service in one region before and after a change, in percent and people.

    more_people: how many more are reached by the change (fewer: below zero). without_figures: the
    chosen desa that could not be changed, since one of their numbers is unknown or nobody is there.
    """

    before_pct: float | None
    after_pct: float | None
    to_reach_before: int | None
    to_reach_after: int | None
    more_people: int
    without_figures: tuple[str, ...]


def simulate(
    desa_rows: pd.DataFrame,
    *,
    target_pct: float | None,
    new_target_pct: float | None = None,
    new_coverage_pct: Mapping[str, float] | None = None,
) -> Simulation:
    """Set another target, or another coverage in chosen desa, and see the whole region.

    `desa_rows`: region_code, pembilang, penyebut of one service, a row a desa of the region.
    `new_coverage_pct`: by desa code, percent; people come whole, so they are rounded up.
    """
    known = desa_rows.dropna(subset=["pembilang", "penyebut"]).set_index("region_code")
    size = known["penyebut"].astype("float64")
    before = known["pembilang"].astype("float64")
    chosen = pd.Series(new_coverage_pct or {}, dtype="float64")
    able = chosen.index.isin(size.index[size > 0])
    moved = np.ceil((chosen[able] * size.reindex(chosen.index[able]) / 100).round(_DIGITS))
    after = before.copy()
    after[moved.index] = moved
    later = target_pct if new_target_pct is None else new_target_pct
    return Simulation(
        before_pct=_share(before, size),
        after_pct=_share(after, size),
        to_reach_before=_need(target_pct, before, size),
        to_reach_after=_need(later, after, size),
        more_people=int(after.sum() - before.sum()),
        without_figures=tuple(chosen.index[~able]),
    )


def _share(reached: pd.Series, size: pd.Series) -> float | None:
    whole = float(size.sum())
    return 100 * float(reached.sum()) / whole if whole > 0 else None


def _need(target_pct: float | None, reached: pd.Series, size: pd.Series) -> int | None:
    if target_pct is None or size.sum() <= 0:
        return None
    sums = np.array([reached.sum()]), np.array([size.sum()])
    return int(count_to_reach(target_pct, *sums)[0])
