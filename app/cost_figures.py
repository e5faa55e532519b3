"""Unit costs beside the people still to reach: what a region needs, service by service.

No cache and no Streamlit here, so that a file's figure is the screen's figure.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.budget_needs import NO_COST, choose_unit_costs, compute_needs
from app.budget_figures import Ground, budget_services
from app.target_items import list_services
from app.text import biaya as text
from app.text.cakupan import SHORT_NAMES


@dataclass(frozen=True, slots=True)
class CostInForce:
    """The unit cost that holds for a budget year: whole rupiah, its year and its source."""

    cost_idr: int
    year: int
    source: str


def list_rows() -> dict[str, tuple[str, str]]:
    """The services that have a unit cost of their own: label and name by code.

    Two that share one count of people have one cost, since they are paid for once.
    """
    services, known = budget_services(), {item.code: item for item in list_services()}
    rows = {}
    for code in services.items:
        labels = [known[each].label for each in services.members(code)]
        label = labels[0]
        if len(labels) > 1:
            label = text.POOLED.format(first=label, others=" + ".join(labels[1:]))
        rows[code] = (label, SHORT_NAMES[code])
    return rows


def pick_in_force(unit_costs: pd.DataFrame, budget_year: int) -> Mapping[str, CostInForce]:
    """The unit cost of each service for a budget year, by code; those without one are missing."""
    chosen = choose_unit_costs(unit_costs, budget_year, budget_services())
    return {
        row.item_code: CostInForce(int(row.cost_idr), int(row.cost_year), row.cost_source)
        for row in chosen.itertuples(index=False)
    }


def tabulate_needs(ground: Ground, code: str, budget_year: int) -> pd.DataFrame:
    """What one region inside the owner's needs, a row a service in the guideline's order.

    Columns: item_code, label, name, cost_idr, cost_year (Int64), cost_source, reach, need_idr
    (Int64, sums over the desa where they are known; NA where none is, or the cost is missing
    although somebody is still to be reached), desa_unknown.
    """
    inside = ground.reach["region_code"].str.startswith(code)
    needs = compute_needs(ground.reach[inside], ground.unit_costs, budget_year, budget_services())
    sums = _sum_needs(needs)
    costs = pick_in_force(ground.unit_costs, budget_year)
    table = pd.DataFrame(
        {
            "item_code": list(list_rows()),
            "label": [label for label, _ in list_rows().values()],
            "name": [name for _, name in list_rows().values()],
            "cost_idr": _pick(costs, "cost_idr"),
            "cost_year": _pick(costs, "year"),
            "cost_source": [costs[c].source if c in costs else None for c in list_rows()],
        }
    )
    return table.merge(sums, how="left", left_on="item_code", right_index=True)


def _pick(costs: Mapping[str, CostInForce], name: str) -> pd.Series:
    values = [getattr(costs[code], name) if code in costs else pd.NA for code in list_rows()]
    return pd.Series(values, dtype="Int64")


def _sum_needs(needs: pd.DataFrame) -> pd.DataFrame:
    rows = needs.assign(
        desa_unknown=needs["perlu_dijangkau"].isna().astype("Int64"),
        without_cost=(needs["need_reason"] == NO_COST).astype("Int64"),
    ).rename(columns={"perlu_dijangkau": "reach"})
    names = ["reach", "need_idr", "desa_unknown", "without_cost"]
    sums = rows.groupby("item_code")[names].sum(min_count=1).astype("Int64")
    # Zeros of desa that need nothing are no need of the region while others' need is unknown.
    need = sums["need_idr"].mask(sums["without_cost"] > 0)
    return sums.assign(need_idr=need).drop(columns="without_cost")
