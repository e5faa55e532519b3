"""Three lamps for a whole region: funded, enough, in the right places; or why one stays dark."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.budget_answers import (
    FUNDED,
    NO_NEED,
    NO_PRIORITY,
    NOTHING_PLACED,
    SUPPORT_ONLY,
    UNFUNDED,
    UNSPREAD,
    Thresholds,
    answer_cells,
    grade,
)
from analysis.budget_needs import NO_COST, NO_PEOPLE

NO_TAGS = "belum_ada_tanda"
COLOURS = ("hijau", "kuning", "merah")
DARK = "abu"


@dataclass(frozen=True, slots=True)
class Lamp:
    """One answer: question dibiayai, cukup or lokasi; state one of `COLOURS`, or `DARK`.

    reason: the code of why it is dark, else "". figures: what the sentence beside it needs; shares
    in percent, money in rupiah, None where unknown.
    """

    question: str
    state: str
    reason: str
    figures: Mapping[str, float | int | None]


def light_lamps(
    own_cells: pd.DataFrame,
    cells_below: pd.DataFrame,
    priority: Collection[str],
    thresholds: Thresholds,
) -> tuple[Lamp, Lamp, Lamp]:
    """The three answers over all services of one region.

    `own_cells`: rows of `build_cells` of that region alone. `cells_below`: those of the places in
    it at the level of the problem locations, whose codes are `priority`. Money is summed only with
    that of services whose need is known, and in "cukup" each service counts at most its own need:
    what one has too much does not fill what another lacks.
    """
    if own_cells["tagged_idr"].sum() + _coarse(own_cells).sum() == 0:
        dark = [Lamp(question, DARK, NO_TAGS, {}) for question in ("dibiayai", "cukup", "lokasi")]
        return dark[0], dark[1], dark[2]
    return (
        _light_funded(answer_cells(own_cells, thresholds), thresholds),
        _light_enough(own_cells, thresholds),
        _light_places(own_cells, cells_below, set(priority), thresholds),
    )


def _light_funded(answers: pd.DataFrame, thresholds: Thresholds) -> Lamp:
    nobody_left = answers["perlu_dijangkau"].eq(0).fillna(False) & (answers["desa_unknown"] == 0)
    wanted = answers.loc[~nobody_left.astype(bool), "dibiayai"].value_counts()
    services, funded = int(wanted.sum()), int(wanted.get(FUNDED, 0))
    figures: dict[str, float | int | None] = {
        "services": services,
        "funded": funded,
        "unspread": int(wanted.get(UNSPREAD, 0)),
        "only_support": int(wanted.get(SUPPORT_ONLY, 0)),
        "unfunded": int(wanted.get(UNFUNDED, 0)),
        "share_pct": 100 * funded / services if services else None,
    }
    if not services:
        return Lamp("dibiayai", DARK, NO_NEED, figures)
    state = _colour(funded / services, thresholds.funded_good, thresholds.funded_some)
    return Lamp("dibiayai", state, "", figures)


def _light_enough(own_cells: pd.DataFrame, thresholds: Thresholds) -> Lamp:
    known = own_cells[own_cells["need_idr"].notna()]
    need, serving = known["need_idr"].astype("int64"), known["serving_idr"]
    covered = int(np.minimum(need, serving).sum())
    whole = int(need.sum())
    reasons = own_cells["need_reason"].value_counts()
    figures: dict[str, float | int | None] = {
        "need_idr": whole if len(known) else None,
        "serving_idr": int(serving.sum()),
        "sufficiency_pct": 100 * int(serving.sum()) / whole if whole else None,
        "covered_pct": 100 * covered / whole if whole else None,
        "gap_idr": whole - covered if len(known) else None,
        "services_known": len(known),
        "services_without_cost": int(reasons.get(NO_COST, 0)),
        "services_unknown": int(reasons.get(NO_PEOPLE, 0)),
        "desa_unknown": int(known["desa_unknown"].max()) if len(known) else None,
    }
    if not len(known):
        return Lamp("cukup", DARK, NO_COST if reasons.get(NO_COST, 0) else NO_PEOPLE, figures)
    if not whole:
        return Lamp("cukup", DARK, NO_NEED, figures)
    return Lamp("cukup", _colour(covered / whole, thresholds.enough, thresholds.some), "", figures)


def _light_places(
    own_cells: pd.DataFrame,
    cells_below: pd.DataFrame,
    priority: set[str],
    thresholds: Thresholds,
) -> Lamp:
    # By the region's own cells: a desa with nobody left has a need of 0 even without a unit cost.
    known = own_cells.loc[own_cells["need_idr"].notna(), "item_code"]
    rows = cells_below[cells_below["item_code"].isin(known)]
    here = rows["region_code"].isin(priority)
    placed, inside = int(rows["serving_idr"].sum()), int(rows.loc[here, "serving_idr"].sum())
    need = int(rows["need_idr"].sum())
    share = int(rows.loc[here, "need_idr"].sum()) / need if need else None
    mine = own_cells.loc[own_cells["item_code"].isin(known), "serving_idr"]
    figures: dict[str, float | int | None] = {
        "placed_idr": placed,
        "priority_idr": inside,
        "placement_pct": 100 * inside / placed if placed else None,
        "need_share_pct": None if share is None else 100 * share,
        "unplaced_idr": int(mine.sum()) - placed,
        "services_known": len(known),
    }
    reason = _find_dark(own_cells, cells_below, priority, placed)
    if reason or not share:
        return Lamp("lokasi", DARK, reason or NO_NEED, figures)
    ratio = inside / placed / share
    state = _colour(ratio, thresholds.placed_good, thresholds.placed_some)
    return Lamp("lokasi", state, "", figures)


def _find_dark(
    own_cells: pd.DataFrame, cells_below: pd.DataFrame, priority: set[str], placed: int
) -> str:
    if not cells_below["region_code"].isin(priority).any():
        return NO_PRIORITY
    if own_cells["need_idr"].isna().all():
        return NO_COST if own_cells["need_reason"].eq(NO_COST).any() else NO_PEOPLE
    return "" if placed else NOTHING_PLACED


def _coarse(cells: pd.DataFrame) -> pd.Series:
    return cells["above_idr"] + cells["unsaid_idr"]


def _colour(share: float, good: float, middling: float) -> str:
    return str(grade(np.array([share]), good, middling, COLOURS)[0])
