"""The snapshots of one yearly cycle side by side, service by service."""

from collections.abc import Mapping

import pandas as pd

from analysis.budget_services import pool_items
from analysis.budget_snapshots import line_up_snapshots
from app.budget_figures import budget_services, pick_amounts


def tabulate_snapshots(
    amounts: Mapping[str, pd.DataFrame], owner_code: str, code: str
) -> pd.DataFrame:
    """Direct money of a region by service in each snapshot that exists.

    `amounts`: of `join_tags`, by kind of snapshot, in the order of the columns. Returns item_code,
    a column a kind (murni_idr, ...), selisih_idr (perubahan less murni, where both exist), Int64;
    rows in the guideline's order, money without a service (None) next to last, then the sum
    (item_code "").
    """
    services = budget_services()
    mine = {
        kind: pool_items(pick_amounts(each, owner_code, code), services)
        for kind, each in amounts.items()
    }
    table = line_up_snapshots(mine).set_index("item_code")
    table = table[[f"{kind}_idr" for kind in amounts]]
    order = [item for item in services.items if item in table.index]
    rows = pd.concat([table.loc[order], table[table.index.isna()]])
    rows.loc[""] = rows.sum()
    if {"murni", "perubahan"} <= set(amounts):
        rows["selisih_idr"] = rows["perubahan_idr"] - rows["murni_idr"]
    return rows.reset_index()
