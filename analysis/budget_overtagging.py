"""What makes tagged money look larger than what is spent on stunting.

Source: guideline of 2024, Bab I, evaluation: tagging is "dianggap terlalu besar dan tidak
mencerminkan anggaran yang sebenarnya"; Bab II: belanja is tagged per indicator, for a target
group. The guideline names no checks; these are ours. A check asks to look, and accuses nobody.
"""

import numpy as np
import pandas as pd

from analysis.budget import SERVING
from analysis.budget_suggestions import suggest_kinds

NO_SERVICE, NO_GROUP, NO_PLACE = "tanpa_layanan", "tanpa_sasaran", "tanpa_tempat"
TWICE_IN_LINE, TWICE_IN_LINES = "ganda_baris", "ganda_uang"
BEYOND_LINE = "melebihi_baris"
WHOLE_ACTIVITY = "subkegiatan_utuh"
OTHER_KIND = "jenis_tak_sesuai"
CHECKS = (
    NO_SERVICE,
    NO_GROUP,
    NO_PLACE,
    TWICE_IN_LINE,
    TWICE_IN_LINES,
    BEYOND_LINE,
    WHOLE_ACTIVITY,
    OTHER_KIND,
)
_TAG = ["tag_id", "line_id", "subkegiatan_id", "amount_idr"]
_SAME_TAG = ["line_id", "item_code", "target_group", "place_code", "kind"]
_SAME_MONEY = ["subkegiatan_id", "account_code", "fund", "_description", "total_idr"]
_EMPTY = {
    "tanpa_layanan": "item_code",
    "tanpa_sasaran": "target_group",
    "tanpa_tempat": "place_code",
}


def find_overtagging(
    amounts: pd.DataFrame, activities: pd.DataFrame, kinds: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Every tag that a check would have looked at; a row a check and tag.

    `amounts`: of `join_tags`. `activities`: subkegiatan_id, line_count, total_idr of
    `read_activities`. `kinds`: reference table jenis_belanja; without it `OTHER_KIND` finds
    nothing. Returns check, tag_id, line_id, subkegiatan_id, amount_idr and doubtful_idr: of what
    is tagged twice only the later ones, of what is beyond its line only that much.

    Tagged twice are: the same service, target group, place and kind twice in a line; and two lines
    of one sub kegiatan with the same account, fund, description and total. A sub kegiatan is
    tagged whole when all the money of its lines, two or more, is tagged.
    """
    doubtful = {
        check: amounts["amount_idr"].where(amounts[c].isna(), 0) for check, c in _EMPTY.items()
    }
    doubtful[TWICE_IN_LINE] = amounts["amount_idr"].where(amounts.duplicated(_SAME_TAG), 0)
    doubtful[TWICE_IN_LINES] = amounts["amount_idr"].where(_repeats(amounts), 0)
    doubtful[BEYOND_LINE] = _find_excess(amounts)
    doubtful[WHOLE_ACTIVITY] = amounts["amount_idr"].where(_in_whole(amounts, activities), 0)
    doubtful[OTHER_KIND] = amounts["amount_idr"].where(_differs(amounts, kinds), 0)
    found = [_list(amounts, check, doubtful[check]) for check in CHECKS]
    return pd.concat(found, ignore_index=True)


def count_checks(findings: pd.DataFrame) -> pd.DataFrame:
    """How much each check found: check, tag_count, line_count, doubtful_idr; all checks, in order.

    One tag may be found by several checks: not to be added up over them.
    """
    grouped = findings.groupby("check")
    counts = pd.DataFrame(
        {
            "tag_count": grouped["tag_id"].nunique(),
            "line_count": grouped["line_id"].nunique(),
            "doubtful_idr": grouped["doubtful_idr"].sum(),
        }
    )
    every = counts.reindex(list(CHECKS)).fillna(0).astype("int64")
    return every.rename_axis("check").reset_index()


def _list(amounts: pd.DataFrame, check: str, doubtful: pd.Series) -> pd.DataFrame:
    found = np.flatnonzero((doubtful > 0).to_numpy(dtype=bool))
    rows = amounts[_TAG].iloc[found]
    rows.insert(0, "check", check)
    return rows.assign(doubtful_idr=doubtful.iloc[found].astype("int64"))


def _repeats(amounts: pd.DataFrame) -> pd.Series:
    text = amounts["description"].fillna("").str.casefold().str.split().str.join(" ")
    lines = amounts.assign(_description=text).drop_duplicates("line_id")
    later = lines.loc[lines.duplicated(_SAME_MONEY), "line_id"]
    return amounts["line_id"].isin(later)


def _find_excess(amounts: pd.DataFrame) -> pd.Series:
    # Of each line the last tags are those that went beyond it.
    running = amounts.groupby("line_id")["amount_idr"].cumsum()
    beyond = (running - amounts["total_idr"]).clip(lower=0)
    return beyond.where(beyond < amounts["amount_idr"], amounts["amount_idr"])


def _in_whole(amounts: pd.DataFrame, activities: pd.DataFrame) -> pd.Series:
    tagged = amounts.groupby("subkegiatan_id")["amount_idr"].sum()
    known = activities.set_index("subkegiatan_id")
    every = known["total_idr"].reindex(tagged.index)
    whole = (tagged >= every) & (known["line_count"].reindex(tagged.index) > 1)
    return amounts["subkegiatan_id"].isin(tagged.index[whole])


def _differs(amounts: pd.DataFrame, kinds: pd.DataFrame | None) -> pd.Series:
    if kinds is None or amounts.empty:
        return pd.Series(False, index=amounts.index, dtype="bool")
    proposed = suggest_kinds(amounts["account_code"], kinds)["kind"]
    return amounts["kind"].isin(SERVING) & proposed.isin(["bimbingan", "administrasi"])
