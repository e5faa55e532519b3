"""Where tagged money is: in which region it counts, or why it cannot be placed there.

Money named for a kecamatan or for the whole region is not spread over its desa.
"""

import numpy as np
import pandas as pd

from analysis.hierarchy import LEVELS, find_parents

WHOLE_REGION = "seluruh_wilayah"
NO_PLACE = "tanpa_tempat"
OUTSIDE = "luar_wilayah"


def find_ancestors(regions: pd.DataFrame, level: str) -> dict[str, str]:
    """The region of `level` in which each region lies, itself at its own level; by code.

    `regions`: code, level, parent_code. Regions of higher levels have none.
    """
    parents = find_parents(regions)
    codes = regions["code"].to_numpy(dtype=object)
    right = (regions["level"] == level).to_numpy()
    at = np.arange(len(codes))
    for _ in LEVELS:
        climbing = (at >= 0) & ~right[at]
        at = np.where(climbing, parents[at], at)
    found = (at >= 0) & right[at]
    return dict(zip(codes[found].tolist(), codes[at[found]].tolist(), strict=True))


def place_amounts(
    amounts: pd.DataFrame, regions: pd.DataFrame, level: str, owner_code: str
) -> pd.DataFrame:
    """Say of each tag in which region of `level` its money counts, or why in none.

    `amounts`: place_code (NaN none said). Adds region_code (None where not placed) and
    place_reason: "" where placed, else `WHOLE_REGION`, "kabupaten" or "kecamatan" (named only
    that far), `NO_PLACE`, or `OUTSIDE` (a code that is not in the owner's region). At the level
    of the owner itself all its money counts but that outside, since it is the owner's own.
    """
    levels = dict(zip(regions["code"], regions["level"], strict=True))
    homes = find_ancestors(regions, levels[owner_code])
    above = find_ancestors(regions, level)

    def judge(code: str) -> tuple[str | None, str]:
        if homes.get(code) != owner_code:
            return None, OUTSIDE
        if code in above:
            return above[code], ""
        return None, WHOLE_REGION if code == owner_code else levels[code]

    verdicts = {code: judge(code) for code in amounts["place_code"].dropna().unique()}
    nowhere = (owner_code, "") if levels[owner_code] == level else (None, NO_PLACE)
    found = [verdicts.get(code, nowhere) for code in amounts["place_code"]]
    return amounts.assign(
        region_code=pd.Series([code for code, _ in found], index=amounts.index, dtype="object"),
        place_reason=pd.Series([why for _, why in found], index=amounts.index, dtype="object"),
    )


def sum_unplaced(placed: pd.DataFrame) -> pd.DataFrame:
    """Money that `place_amounts` could not place, by reason; the largest first.

    Returns place_reason, amount_idr, serving_idr, tag_count.
    """
    rows = placed[placed["place_reason"] != ""]
    serving = rows["amount_idr"].where(rows["is_serving"], 0)
    sums = (
        rows.assign(serving_idr=serving, tag_count=1)
        .groupby("place_reason")[["amount_idr", "serving_idr", "tag_count"]]
        .sum()
        .astype("int64")
    )
    return sums.sort_values("amount_idr", ascending=False, kind="stable").reset_index()
