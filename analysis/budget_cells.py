"""Money and need of every region and service side by side: what the three answers are read from."""

import numpy as np
import pandas as pd

from analysis.budget_needs import NO_COST, NO_PEOPLE
from analysis.budget_places import NO_PLACE, OUTSIDE, find_ancestors, place_amounts
from analysis.budget_services import BudgetServices, pool_items
from analysis.hierarchy import LEVELS

_KEY = ["region_code", "item_code"]
_MONEY = ["tagged_idr", "serving_idr", "divided_idr"]


def build_cells(
    amounts: pd.DataFrame,
    needs: pd.DataFrame,
    regions: pd.DataFrame,
    *,
    level: str,
    owner_code: str,
    services: BudgetServices,
) -> pd.DataFrame:
    """A row per region of `level` in the owner's region and service, all of them, in that order.

    `amounts`: of `join_tags`; money without a service is in no cell. `needs`: of `compute_needs`,
    its rows of desa. `regions`: code, level, parent_code. Returns region_code, item_code,

    - tagged_idr, serving_idr (for target groups and services) and divided_idr (the part of
      serving_idr that was divided equally): money placed in the region;
    - above_idr, unsaid_idr: serving money named only for a region around this one, and without a
      place. The same rupiah stand in many rows: never to be added up over regions;
    - perlu_dijangkau, need_idr: sums over the desa that know them. need_reason as in
      `compute_needs`: a service without a unit cost has no need, even of the desa with nobody
      left. desa_known, desa_unknown: desa whose people to reach are known or not; need_partial:
      the need is known, though not of all desa.
    """
    placed = place_amounts(pool_items(amounts, services), regions, level, owner_code)
    inside = _list_inside(regions, level, owner_code)
    grid = pd.MultiIndex.from_product([inside, services.items], names=_KEY)
    money = _sum_money(placed).reindex(grid, fill_value=0).astype("int64")
    cells = money.reset_index()
    cells = cells.assign(
        above_idr=_find_above(placed, regions, level, cells),
        unsaid_idr=_find_unsaid(placed, cells),
    )
    # Both are rows of the same grid in the same order.
    known = _sum_needs(needs, regions, level, grid).drop(columns=_KEY)
    return pd.concat([cells, known], axis=1)


def _list_inside(regions: pd.DataFrame, level: str, owner_code: str) -> list[str]:
    levels = dict(zip(regions["code"], regions["level"], strict=True))
    homes = regions["code"].map(find_ancestors(regions, levels[owner_code]))
    return list(regions.loc[(homes == owner_code) & (regions["level"] == level), "code"])


def _sum_money(placed: pd.DataFrame) -> pd.DataFrame:
    money = placed["amount_idr"]
    columns = {
        "tagged_idr": money,
        "serving_idr": money.where(placed["is_serving"], 0),
        "divided_idr": money.where(placed["is_serving"] & placed["is_divided"], 0),
    }
    return placed[_KEY].assign(**columns).groupby(_KEY)[_MONEY].sum()


def _find_above(
    placed: pd.DataFrame, regions: pd.DataFrame, level: str, cells: pd.DataFrame
) -> pd.Series:
    named = placed["is_serving"] & ~placed["place_reason"].isin(["", NO_PLACE, OUTSIDE])
    sums = placed[named].groupby(["place_code", "item_code"])["amount_idr"].sum().to_dict()
    pairs = list(zip(cells["region_code"].tolist(), cells["item_code"].tolist(), strict=True))
    total = np.zeros(len(pairs), dtype="int64")
    for higher in LEVELS[: LEVELS.index(level)]:
        around = find_ancestors(regions, higher)
        found = (sums.get((around.get(code), item), 0) for code, item in pairs)
        total += np.fromiter(found, dtype="int64", count=len(pairs))
    return pd.Series(total, index=cells.index)


def _find_unsaid(placed: pd.DataFrame, cells: pd.DataFrame) -> pd.Series:
    unsaid = placed["is_serving"] & (placed["place_reason"] == NO_PLACE)
    sums = placed[unsaid].groupby("item_code")["amount_idr"].sum().to_dict()
    found = [sums.get(item, 0) for item in cells["item_code"].tolist()]
    return pd.Series(found, index=cells.index, dtype="int64")


def _sum_needs(
    needs: pd.DataFrame, regions: pd.DataFrame, level: str, grid: pd.MultiIndex
) -> pd.DataFrame:
    desa = regions.loc[regions["level"] == "desa", "code"]
    homes = find_ancestors(regions, level)
    mine = needs[needs["region_code"].isin(desa)]
    without_cost = mine["need_reason"].eq(NO_COST)
    rows = mine.assign(region_code=mine["region_code"].map(homes), _without_cost=without_cost)
    grouped = rows.groupby(_KEY)
    people, need = grouped["perlu_dijangkau"], grouped["need_idr"]
    sums = pd.DataFrame(
        {
            "perlu_dijangkau": people.sum(min_count=1),
            "need_idr": need.sum(min_count=1),
            "desa_known": people.count(),
            "_without_cost": grouped["_without_cost"].sum(),
        }
    ).reindex(grid)
    counts = ["desa_known", "_without_cost"]
    sums[counts] = sums[counts].fillna(0).astype("int64")
    return _explain(sums.reset_index(), desa.map(homes).value_counts())


def _explain(sums: pd.DataFrame, desa_counts: pd.Series) -> pd.DataFrame:
    every = sums["region_code"].map(desa_counts).fillna(0).astype("int64")
    without_cost = sums["_without_cost"] > 0
    need = sums["need_idr"].astype("Int64").mask(without_cost)
    reason = pd.Series("", index=sums.index, dtype="object")
    reason = reason.mask(need.isna(), NO_PEOPLE).mask(without_cost, NO_COST)
    unknown = every - sums["desa_known"]
    return sums.drop(columns="_without_cost").assign(
        perlu_dijangkau=sums["perlu_dijangkau"].astype("Int64"),
        need_idr=need,
        need_reason=reason,
        desa_unknown=unknown,
        need_partial=need.notna() & (unknown > 0),
    )
