"""What changed from one snapshot of a budget to the next, and snapshots side by side.

Source: guideline of 2024, Bab II, "Penandaan pasca Perubahan APBD": what changed is sorted out,
and only that is tagged again.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.budget import sum_amounts

NEW, GONE, CHANGED, SAME = "baru", "hilang", "berubah", "tetap"
STATES = (NEW, GONE, CHANGED, SAME)
SNAPSHOT_KINDS = ("rencana", "murni", "perubahan")

# The sub unit is part of the line's key, where its spelling does not matter.
_KEY = ["skpd_id", "subkegiatan_code", "line_key"]
_ABOUT = ["skpd_name", "sub_unit", "subkegiatan_name", "account_code", "description"]
_FIGURES = ["line_id", "volume", "unit_price_idr", "total_idr"]
_TOLERANCE = 1e-9


def compare_snapshots(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Pair the lines of two snapshots and say what became of each; those of `after` first.

    `before`, `after`: all lines of `read_lines`. Returns skpd_id, subkegiatan_code, line_key
    (what they are paired by), skpd_name, sub_unit, subkegiatan_name, account_code, description,
    line_id_before, line_id_after, total_before_idr, total_after_idr (Int64, NA: no such line),
    difference_idr, volume_changed, price_changed, total_changed (among lines of both) and state.
    A line cut to 0 rupiah is `GONE`, as one that is left out; raised from 0 it is `NEW`.
    """
    columns = [*_KEY, *_ABOUT, *_FIGURES]
    rows = after[columns].merge(
        before[columns], how="outer", on=_KEY, suffixes=("", "_before"), validate="one_to_one"
    )
    rows = rows.assign(**{name: rows[name].fillna(rows[f"{name}_before"]) for name in _ABOUT})
    pairs = pd.DataFrame(
        {
            "line_id_before": rows["line_id_before"].astype("Int64"),
            "line_id_after": rows["line_id"].astype("Int64"),
            "total_before_idr": rows["total_idr_before"].astype("Int64"),
            "total_after_idr": rows["total_idr"].astype("Int64"),
        }
    )
    moved = {
        "volume_changed": _moved(rows, "volume"),
        "price_changed": _moved(rows, "unit_price_idr"),
        "total_changed": _moved(rows, "total_idr"),
    }
    compared = pd.concat([rows[[*_KEY, *_ABOUT]], pairs], axis=1).assign(**moved)
    table = compared.assign(
        difference_idr=pairs["total_after_idr"].fillna(0) - pairs["total_before_idr"].fillna(0),
        state=_name_state(compared),
    )
    return table.sort_values(["line_id_after", "line_id_before"], kind="stable", ignore_index=True)


def sum_changes(compared: pd.DataFrame) -> pd.DataFrame:
    """Lines and money by state: state, line_count, before_idr, after_idr, difference_idr.

    All of `STATES`, in that order. Sums to the totals of both snapshots.
    """
    grouped = compared.groupby("state")
    sums = pd.DataFrame(
        {
            "line_count": grouped.size(),
            "before_idr": grouped["total_before_idr"].sum(),
            "after_idr": grouped["total_after_idr"].sum(),
        }
    )
    every = sums.reindex(list(STATES)).fillna(0).astype("int64")
    every["difference_idr"] = every["after_idr"] - every["before_idr"]
    return every.rename_axis("state").reset_index()


def line_up_snapshots(
    snapshots: Mapping[str, pd.DataFrame | None],
    by: str = "item_code",
    measure: str = "serving_idr",
) -> pd.DataFrame:
    """Tagged money of up to three snapshots side by side.

    `snapshots`: `join_tags` of each by its kind, None (or left out) where there is none. Returns
    `by`, rencana_idr, murni_idr, perubahan_idr: NA where there is no such snapshot, 0 where it
    tags nothing there. A missing key is a row of its own.
    """
    sums = {
        kind: sum_amounts(amounts, [by]).set_index(by)[measure].groupby(level=0, dropna=False).sum()
        for kind in SNAPSHOT_KINDS
        if (amounts := snapshots.get(kind)) is not None
    }
    table = pd.DataFrame({f"{kind}_idr": column for kind, column in sums.items()}).fillna(0)
    whole = table.astype("Int64").reindex(columns=[f"{kind}_idr" for kind in SNAPSHOT_KINDS])
    return whole.astype("Int64").rename_axis(by).reset_index()


def _moved(rows: pd.DataFrame, name: str) -> pd.Series:
    now = rows[name].to_numpy(dtype="float64", na_value=np.nan)
    then = rows[f"{name}_before"].to_numpy(dtype="float64", na_value=np.nan)
    both = (rows["line_id"].notna() & rows["line_id_before"].notna()).to_numpy()
    same = np.isclose(now, then, rtol=_TOLERANCE, atol=0, equal_nan=True)
    return pd.Series(both & ~same, index=rows.index)


def _name_state(rows: pd.DataFrame) -> np.ndarray:
    then = rows["total_before_idr"].fillna(0).to_numpy(dtype="int64")
    now = rows["total_after_idr"].fillna(0).to_numpy(dtype="int64")
    present = rows["line_id_after"].notna().to_numpy()
    known = rows["line_id_before"].notna().to_numpy()
    moved = rows[["volume_changed", "price_changed", "total_changed"]].any(axis=1).to_numpy()
    cases = [
        (known & (~present | ((now == 0) & (then != 0))), GONE),
        (present & (~known | ((then == 0) & (now != 0))), NEW),
        (moved, CHANGED),
    ]
    return np.asarray(np.select([when for when, _ in cases], [word for _, word in cases], SAME))
