"""Money that a problem location lacks for a service: need less what the budget and others give.

APBDes, private and self-help programmes stand in columns of their own beside the regional
budget; only those that the camat approved count.
"""

from collections.abc import Collection

import pandas as pd

from analysis.budget_places import find_ancestors
from analysis.budget_services import BudgetServices, pool_items

SOURCES = ("apbdes", "swasta", "swadaya")
APPROVED = "disetujui"
_KEY = ["region_code", "item_code"]
_PARTNERS = [*(f"{source}_idr" for source in SOURCES), "mitra_idr"]


def sum_programmes(
    programmes: pd.DataFrame, regions: pd.DataFrame, level: str, services: BudgetServices
) -> pd.DataFrame:
    """Approved programmes of desa and partners by region of `level` and service.

    `programmes`: wilayah_code (desa), item_code (None: no one service), source, amount_idr,
    review. Returns region_code, item_code (None a row of its own), apbdes_idr, swasta_idr,
    swadaya_idr, mitra_idr (the three together).
    """
    approved = pool_items(programmes[programmes["review"] == APPROVED], services)
    money = approved["amount_idr"]
    columns = {f"{source}_idr": money.where(approved["source"] == source, 0) for source in SOURCES}
    homes = approved["wilayah_code"].map(find_ancestors(regions, level))
    rows = pd.DataFrame(
        {"region_code": homes, "item_code": approved["item_code"], **columns, "mitra_idr": money}
    )
    rows = rows[rows["region_code"].notna()].astype({"item_code": "object"})
    sums = rows.groupby(_KEY, dropna=False)[_PARTNERS].sum()
    return sums.astype("int64").reset_index()


def compute_gaps(cells: pd.DataFrame, partner_sums: pd.DataFrame) -> pd.DataFrame:
    """Add apbd_idr, the columns of `sum_programmes` and gap_idr to rows of `build_cells`.

    gap_idr = need_idr - apbd_idr (serving money placed here) - mitra_idr, not below 0; NA where
    the need is unknown (need_reason says why), at least that much where need_partial. A region's
    own gap, of its own sums: where some desa have more than they need, it is less than its desa's
    gaps together.
    """
    named = partner_sums[partner_sums["item_code"].notna()]
    rows = cells.merge(named, how="left", on=_KEY, validate="one_to_one")
    rows[_PARTNERS] = rows[_PARTNERS].fillna(0).astype("int64")
    open_idr = rows["need_idr"] - rows["serving_idr"] - rows["mitra_idr"]
    return rows.assign(apbd_idr=rows["serving_idr"], gap_idr=open_idr.clip(lower=0))


def pivot_gaps(
    gaps: pd.DataFrame, services: BudgetServices, value: str = "gap_idr"
) -> pd.DataFrame:
    """The matrix service x region of a column of `compute_gaps`; NA where it is unknown."""
    table = gaps.pivot(index="item_code", columns="region_code", values=value)
    return table.reindex(list(services.items)).astype("Int64")


def list_unfunded(
    gaps: pd.DataFrame, priority: Collection[str], lagging: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Problem locations with people to reach and no direct regional money for the service.

    `gaps`: of `compute_gaps`, at the level of the problem locations `priority`. `lagging`:
    region_code, item_code, tertinggal of `find_lagging`. Returns region_code, item_code,
    perlu_dijangkau, need_idr, need_reason, above_idr (money named for a region around it only),
    unsaid_idr, mitra_idr, gap_idr, tertinggal (False too where no lagging is known); lagging
    services first, then most people.
    """
    wanted = gaps["perlu_dijangkau"].gt(0).fillna(False).astype(bool)
    inside = gaps["region_code"].isin(set(priority))
    rows = gaps[inside & wanted & (gaps["serving_idr"] == 0)]
    behind = set()
    if lagging is not None:
        behind = set(map(tuple, lagging.loc[lagging["tertinggal"], _KEY].to_numpy()))
    marks = [pair in behind for pair in zip(rows["region_code"], rows["item_code"], strict=True)]
    ordered = rows.assign(tertinggal=pd.Series(marks, index=rows.index, dtype="bool")).sort_values(
        ["tertinggal", "perlu_dijangkau"], ascending=False, kind="stable", ignore_index=True
    )
    columns = ["perlu_dijangkau", "need_idr", "need_reason", "above_idr", "unsaid_idr"]
    return ordered[[*_KEY, *columns, "mitra_idr", "gap_idr", "tertinggal"]]
