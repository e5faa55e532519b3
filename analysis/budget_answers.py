"""The three questions of the guideline, for every service and region.

"memastikan apakah intervensi prioritas dibiayai, anggarannya mencukupi dan dilaksanakan di lokasi
prioritas" (guideline of 2024, Bab I, evaluation of the convergence actions). It gives no figures;
the cut-offs are ours.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.prevalence import divide_to_pct

FUNDED, UNSPREAD, SUPPORT_ONLY, UNFUNDED = (
    "dibiayai",
    "belum_terurai",
    "hanya_pendukung",
    "tidak_dibiayai",
)
ENOUGH, SHORT, FAR_SHORT = "cukup", "kurang", "sangat_kurang"
NO_NEED, NOT_SAID = "tanpa_kebutuhan", "tak_dapat_dinilai"
FITTING, LESS_FITTING, MISPLACED = "sesuai", "kurang", "tidak_sesuai"
NO_PRIORITY, NOTHING_PLACED = "lokasi_prioritas_kosong", "belum_ditempatkan"
NO_PEOPLE = "sasaran_tak_diketahui"
_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Parts (1.0 is all) from which on an answer is good, and from which on it is middling.

    funded: of the services; enough: of the need; placed: of the share that problem locations have
    of the need. Raises ValueError where a good answer would ask less than a middling one.
    """

    funded_good: float
    funded_some: float
    enough: float
    some: float
    placed_good: float
    placed_some: float

    def __post_init__(self) -> None:
        pairs = (
            (self.funded_good, self.funded_some),
            (self.enough, self.some),
            (self.placed_good, self.placed_some),
        )
        if any(not 0 < some <= good for good, some in pairs):
            raise ValueError(f"a good answer asks at least what a middling one does: {pairs}")


def answer_cells(cells: pd.DataFrame, thresholds: Thresholds) -> pd.DataFrame:
    """Say of each row of `build_cells` whether it is funded and whether it is enough.

    Adds dibiayai: `FUNDED` (money for target groups or services is placed here), `UNSPREAD` (only
    named for a region around, or without place), `SUPPORT_ONLY` (only guidance or administration),
    `UNFUNDED`; sufficiency_pct = 100 x serving_idr / need_idr, NaN without a need; cukup
    (`ENOUGH`, `SHORT`, `FAR_SHORT`, `NO_NEED`, `NOT_SAID`) and cukup_alasan, the code of why it
    cannot be said. Where need_partial the need is a lower bound, so the percentage an upper one.
    """
    serving = cells["serving_idr"]
    coarse = cells["above_idr"] + cells["unsaid_idr"]
    cases = [
        ((serving > 0), FUNDED),
        ((coarse > 0), UNSPREAD),
        ((cells["tagged_idr"] > 0), SUPPORT_ONLY),
    ]
    need = cells["need_idr"].to_numpy(dtype="float64", na_value=np.nan)
    share = divide(serving, cells["need_idr"])
    verdict = grade(share / 100, thresholds.enough, thresholds.some, (ENOUGH, SHORT, FAR_SHORT))
    verdict = np.where(np.isnan(need), NOT_SAID, np.where(need == 0, NO_NEED, verdict))
    return cells.assign(
        dibiayai=_choose(cases, UNFUNDED),
        sufficiency_pct=share,
        cukup=verdict,
        cukup_alasan=cells["need_reason"],
    )


def answer_placement(
    cells: pd.DataFrame,
    groups: Mapping[str, str],
    priority: Collection[str],
    thresholds: Thresholds,
) -> pd.DataFrame:
    """Compare the share of money in problem locations with their share of the people to reach.

    `cells`: of `build_cells` at the level of the problem locations (desa). `groups`: by code of
    those regions, the region to answer for. `priority`: codes of the problem locations.

    Returns a row per group and service: region_code, item_code, placed_idr (serving money placed
    at that level), priority_idr, placement_pct, people, priority_people (to reach, of the regions
    that know it), need_share_pct, lokasi (`FITTING`, `LESS_FITTING`, `MISPLACED`, `NOT_SAID`),
    lokasi_alasan. Within one service a unit cost would cancel out, so none is needed.
    """
    group = cells["region_code"].map(groups)
    here = cells["region_code"].isin(set(priority))
    rows = pd.DataFrame(
        {
            "region_code": group,
            "item_code": cells["item_code"],
            "placed_idr": cells["serving_idr"],
            "priority_idr": cells["serving_idr"].where(here, 0),
            "people": cells["perlu_dijangkau"],
            "priority_people": cells["perlu_dijangkau"].mask(~here),
            "_priority": here,
        }
    )
    grouped = rows.groupby(["region_code", "item_code"], sort=False)
    sums = grouped[["placed_idr", "priority_idr", "_priority"]].sum()
    people = grouped[["people", "priority_people"]].sum(min_count=1)
    return _judge_placement(sums.join(people).reset_index(), thresholds)


def _judge_placement(sums: pd.DataFrame, thresholds: Thresholds) -> pd.DataFrame:
    money = divide(sums["priority_idr"], sums["placed_idr"])
    need = divide(sums["priority_people"], sums["people"])
    cases = [
        (sums["_priority"] == 0, NO_PRIORITY),
        (sums["placed_idr"] == 0, NOTHING_PLACED),
        (sums["priority_people"].isna(), NO_PEOPLE),
        (sums["priority_people"].eq(0).fillna(False), NO_NEED),
    ]
    reason = _choose(cases, "")
    words = (FITTING, LESS_FITTING, MISPLACED)
    ratio = money / np.where(need > 0, need, np.nan)
    verdict = grade(ratio, thresholds.placed_good, thresholds.placed_some, words)
    return sums.drop(columns="_priority").assign(
        placement_pct=money,
        need_share_pct=need,
        lokasi=np.where(reason == "", verdict, NOT_SAID),
        lokasi_alasan=reason,
    )


def grade(
    share: np.ndarray, good: float, middling: float, words: tuple[str, str, str]
) -> np.ndarray:
    """The first word from `good` on, the second from `middling` on, else the third."""
    cases = [share >= good - _TOLERANCE, share >= middling - _TOLERANCE]
    return np.asarray(np.select(cases, list(words[:2]), words[2]), dtype=object)


def divide(part: pd.Series, whole: pd.Series) -> np.ndarray:
    """Percent of wholes, NaN where the whole is 0 or one of the two is unknown."""
    top = part.to_numpy(dtype="float64", na_value=np.nan)
    return divide_to_pct(top, whole.to_numpy(dtype="float64", na_value=np.nan))


def _choose(cases: list[tuple[pd.Series, str]], otherwise: str) -> np.ndarray:
    when = [case.to_numpy(dtype=bool) for case, _ in cases]
    return np.asarray(np.select(when, [word for _, word in cases], otherwise), dtype=object)
