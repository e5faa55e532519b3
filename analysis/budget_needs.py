"""What it would cost to reach the people still to be reached: people times a unit cost.

The unit cost is the region's own with source and year; none is invented, and without it the need
is unknown. Source of the rule: guideline of 2024, Bab II, tagging in the kecamatan, step 4
("evaluasi hasil penandaan dengan kebutuhan intervensi tahun berjalan yang menjadi prioritas"),
which gives no formula; target less coverage times people times unit cost is ours.
"""

import numpy as np
import pandas as pd

from analysis.budget_services import BudgetServices, keep_first_of_pool

NO_COST = "biaya_kosong"
NO_PEOPLE = "sasaran_tak_diketahui"


def choose_unit_costs(
    unit_costs: pd.DataFrame, budget_year: int, services: BudgetServices
) -> pd.DataFrame:
    """The unit cost of each service in the prices of the newest year up to the budget's.

    `unit_costs`: item_code, year, cost_idr, source. Returns item_code, cost_idr, cost_year,
    cost_source, a row a service that has one. Prices are not adjusted for years in between.
    """
    usable = unit_costs[unit_costs["year"] <= budget_year]
    newest = usable.sort_values("year", ascending=False, kind="stable").drop_duplicates("item_code")
    chosen = keep_first_of_pool(newest, [], services)
    columns = {"year": "cost_year", "source": "cost_source"}
    found = chosen.rename(columns=columns)[["item_code", "cost_idr", "cost_year", "cost_source"]]
    return found.sort_values("item_code", ignore_index=True)


def compute_needs(
    reach: pd.DataFrame, unit_costs: pd.DataFrame, budget_year: int, services: BudgetServices
) -> pd.DataFrame:
    """The need in rupiah of each region and service.

    `reach`: region_code, item_code, perlu_dijangkau (people, of RTM-6 desa; NA unknown), of
    `analysis.reach.add_reach`. Returns those with cost_idr, cost_year, cost_source, need_idr
    (NA unknown) and need_reason: "" where the need is known, else `NO_PEOPLE` or `NO_COST`. With
    nobody left to reach the need is 0 whatever a person would cost.
    """
    wanted = reach[["region_code", "item_code", "perlu_dijangkau"]]
    people = keep_first_of_pool(wanted, ["region_code"], services)
    costs = choose_unit_costs(unit_costs, budget_year, services)
    rows = people.merge(costs, how="left", on="item_code", validate="many_to_one")
    rows = rows.astype({"cost_idr": "Int64", "cost_year": "Int64", "perlu_dijangkau": "Int64"})
    number = rows["perlu_dijangkau"]
    nobody = number.eq(0).fillna(False).astype(bool)
    need = (number * rows["cost_idr"]).mask(nobody, 0)
    cases = [number.isna(), need.isna()]
    reason = np.select([case.to_numpy(dtype=bool) for case in cases], [NO_PEOPLE, NO_COST], "")
    return rows.assign(need_idr=need.astype("Int64"), need_reason=reason)
