"""Services without direct money in the priority places, for the slides of a story."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Engine

from analysis.budget_gaps import list_unfunded
from analysis.problem_locations import MIXED, TYPE_1, TYPE_2, find_problem_locations
from app.budget_figures import DESA, compute_budget_gaps, find_owner, read_budget, read_ground
from app.documents.meeting_reading import name_region
from app.meeting_snapshot import plain
from app.problem_figures import Pairing, read_default_settings, read_inputs, settings_from
from data_access.reads import anggaran, wilayah

Figures = Mapping[str, Any]
_PRIORITY = (TYPE_1, TYPE_2, MIXED)
_DESA_LENGTH = 13


def freeze_unfunded(engine: Engine, base: Figures) -> dict[str, Any]:
    """By service: in how many priority desa nobody pays for it, and how many people wait there.

    A kecamatan is seen in its kabupaten's budget, against the kabupaten's problem places, as in the
    three answers (`app.meeting_budget`) and on the page Anggaran.

    unfunded: rows of item_code, places, people, gap_idr (None unknown), gap_partial; most people
    first; None where there is no budget or no period of services. unfunded_places: how many desa
    together; unfunded_among: of how many priority desa; unfunded_owner: whose problem places they
    are, "" for the region's own.
    """
    none = {"unfunded": None, "unfunded_places": 0, "unfunded_among": 0, "unfunded_owner": ""}
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
    priority = _list_own(base) if owner == code else _list_of_owner(engine, base, owner)
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
    return {
        "unfunded": ordered,
        "unfunded_places": int(rows["region_code"].nunique()),
        "unfunded_among": len(priority),
        "unfunded_owner": "" if owner == code else _name(engine, owner),
    }


def _list_own(base: Figures) -> list[str]:
    hit = [row["code"] for row in base["problems"] if row["type"] in _PRIORITY]
    return [each for each in hit if len(each) == _DESA_LENGTH]


def _list_of_owner(engine: Engine, base: Figures, owner: str) -> list[str]:
    """The problem desa of the budget's owner that lie in the region, by the snapshot's settings."""
    inputs = read_inputs(engine, Pairing(owner, base["period"], base["source"], base["measured"]))
    table = find_problem_locations(
        owner,
        inputs.regions,
        inputs.prevalence,
        inputs.assessed,
        settings_from(base["settings"]["values"]) or read_default_settings(),
        inputs.targets,
    )
    hit = table[table["tipe"].isin(_PRIORITY) & (table["level"] == DESA)]["region_code"]
    return [each for each in hit if each.startswith(f"{base['region']['code']}.")]


def _name(engine: Engine, code: str) -> str:
    region = wilayah.read_region(engine, code)
    return code if region is None else name_region(region)
