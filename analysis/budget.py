"""Tagged money: what a share of a budget line is for, with all that its line says.

Source: guideline of 2024, Bab II, "Penandaan": belanja is marked as meant for target groups, for
services, or for guidance and supervision; the fourth kind, general administration, is ours.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.prevalence import divide_to_pct

KINDS = ("sasaran", "layanan", "bimbingan", "administrasi")
SERVING = ("sasaran", "layanan")
"""The kinds that count for people; only they answer whether a service is funded, and enough."""

_TAG = [
    "tag_id",
    "line_id",
    "item_code",
    "target_group",
    "place_code",
    "kind",
    "amount_idr",
    "basis",
    "basis_value",
    "is_divided",
    "carried_from_id",
]
_BIDANG_SEGMENTS = 2


def join_tags(lines: pd.DataFrame, tags: pd.DataFrame) -> pd.DataFrame:
    """Give every tag what its line says; a row a tag, in the order of `tags`.

    `lines`, `tags`: of `read_lines` and `read_tags`. Adds bidang (the first two segments of the
    sub kegiatan's code, "1.02"), is_serving, and realised_idr: the line's realisation times the
    tag's part of the line, a proportion and no booked figure, so with parts of a rupiah; NaN where
    the line tells no realisation. Raises ValueError for a tag whose line is not there.
    """
    rows = tags[_TAG].merge(
        lines.drop(columns=["status", "version"], errors="ignore"),
        how="left",
        on="line_id",
        validate="many_to_one",
        indicator=True,
    )
    if (rows["_merge"] != "both").any():
        raise ValueError("a tag belongs to a line that is not among the lines")
    part = rows["amount_idr"] / rows["total_idr"].where(rows["total_idr"] != 0)
    return rows.drop(columns="_merge").assign(
        bidang=_cut_bidang(rows["subkegiatan_code"]),
        is_serving=rows["kind"].isin(SERVING),
        realised_idr=part * rows["realisation_idr"].astype("float64"),
    )


def sum_amounts(amounts: pd.DataFrame, by: Sequence[str] = ()) -> pd.DataFrame:
    """Add tagged money up by any columns of `join_tags`; without any, one row of all of it.

    Returns `by`, line_count, tag_count, tagged_idr, serving_idr, one column a kind
    (sasaran_idr, ...), administrasi_pct of tagged_idr, divided_idr (divided equally, so no stated
    amounts), told_idr (money whose realisation is told), realised_idr (NaN where none is),
    absorption_pct = realised / told, never clipped, and above_100. The largest first; a missing
    key is a row of its own, since money that names no place or service is money all the same.
    """
    keys = list(by)
    money = _spread_money(amounts)
    if keys:
        grouped = pd.concat([amounts[keys], money], axis=1).groupby(
            keys, dropna=False, sort=False, observed=True
        )
        sums = grouped.sum()
        sums["line_count"] = amounts.groupby(keys, dropna=False, sort=False)["line_id"].nunique()
        sums = sums.reset_index()
    else:
        sums = money.sum().to_frame().T.assign(line_count=amounts["line_id"].nunique())
    table = _add_shares(sums)
    return table.sort_values("tagged_idr", ascending=False, kind="stable", ignore_index=True)[
        [*keys, *_SUMS]
    ]


_WHOLE = [
    "line_count",
    "tag_count",
    "tagged_idr",
    "serving_idr",
    *(f"{kind}_idr" for kind in KINDS),
    "divided_idr",
    "told_idr",
]
_SUMS = [
    *_WHOLE[:8],
    "administrasi_pct",
    "divided_idr",
    "told_idr",
    "realised_idr",
    "absorption_pct",
    "above_100",
]


def _spread_money(amounts: pd.DataFrame) -> pd.DataFrame:
    money = amounts["amount_idr"]
    told = amounts["realised_idr"].notna()
    columns = {"tag_count": pd.Series(1, index=amounts.index, dtype="int64"), "tagged_idr": money}
    columns |= {f"{kind}_idr": money.where(amounts["kind"] == kind, 0) for kind in KINDS}
    return pd.DataFrame(
        columns
        | {
            "serving_idr": money.where(amounts["is_serving"], 0),
            "divided_idr": money.where(amounts["is_divided"], 0),
            "told_idr": money.where(told, 0),
            "realised_idr": amounts["realised_idr"].fillna(0.0),
        }
    )


def _add_shares(sums: pd.DataFrame) -> pd.DataFrame:
    typed = sums.astype(dict.fromkeys(_WHOLE, "int64"))
    told = typed["told_idr"].to_numpy(dtype="float64")
    # A line with a realisation but no money in it has no share to absorb.
    realised = np.where(told > 0, typed["realised_idr"].to_numpy(dtype="float64"), np.nan)
    absorbed = divide_to_pct(realised, told)
    administration, tagged = (
        typed[name].to_numpy(dtype="float64") for name in ("administrasi_idr", "tagged_idr")
    )
    return typed.assign(
        administrasi_pct=divide_to_pct(administration, tagged),
        realised_idr=realised,
        absorption_pct=absorbed,
        above_100=absorbed > 100 + 1e-9,
    )


def _cut_bidang(codes: pd.Series) -> pd.Series:
    parts = codes.astype("object").str.split(".").str[:_BIDANG_SEGMENTS]
    return parts.str.join(".")
