"""Services without direct money in the priority places, for the slides of a story."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Engine

from analysis.budget_gaps import list_unfunded
from analysis.problem_locations import MIXED, TYPE_1, TYPE_2
from app.budget_figures import compute_budget_gaps, find_owner, read_budget, read_ground
from app.meeting_snapshot import plain
from data_access.reads import anggaran

Figures = Mapping[str, Any]
_PRIORITY = (TYPE_1, TYPE_2, MIXED)
_DESA = 13


def freeze_unfunded(engine: Engine, base: Figures) -> dict[str, Any]:
    """By service: in how many priority desa nobody pays for it, and how many people wait there.

    unfunded: rows of item_code, places, people, gap_idr (None unknown), gap_partial; most people
    first; None where there is no budget or no period of services. unfunded_places: how many desa
    together.
    """
    none = {"unfunded": None, "unfunded_places": 0}
    budget = base["budget"]
    if budget is None or base["period"] is None:
        return none
    code = base["region"]["code"]
    owner = find_owner(code)
    found = [
        each
        for each in anggaran.read_snapshots(engine, owner)
        if (each.year, each.kind) == (budget["year"], budget["kind"])
    ]
    if not found:
        return none
    ground = read_ground(engine, owner, found[0].year, base["period"])
    gaps = compute_budget_gaps(read_budget(engine, found[0]), ground)
    hit = [row["code"] for row in base["problems"] if row["type"] in _PRIORITY]
    priority = [each for each in hit if len(each) == _DESA]
    rows = list_unfunded(gaps.desa_inside(code), priority)
    summed = [
        {
            "item_code": str(item),
            "places": int(mine["region_code"].nunique()),
            "people": plain(mine["perlu_dijangkau"].sum()),
            "gap_idr": plain(mine["gap_idr"].sum(min_count=1)),
            "gap_partial": bool(mine["gap_idr"].isna().any()),
        }
        for item, mine in rows.groupby("item_code", sort=True)
    ]
    ordered = sorted(summed, key=lambda row: (-row["people"], row["item_code"]))
    return {"unfunded": ordered, "unfunded_places": int(rows["region_code"].nunique())}
