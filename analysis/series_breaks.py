"""Where a line of years may go on from the older 64 indicators, and where it breaks.

The guideline of 2024 replaced them by 31; a few kept their definition, most did not.
"""

import numpy as np
import pandas as pd


def describe_breaks(indicators: pd.DataFrame, counterparts: pd.DataFrame) -> pd.DataFrame:
    """Say of each new indicator whether an older one is comparable.

    `indicators`: kode. `counterparts` (reference table padanan_lama): kode, kode_lama, sebanding
    ("ya" or "tidak"), mulai (the first year of the new definition), alasan. Returns a row an
    indicator: item_code, kode_lama (None without a counterpart), sebanding (bool), patah (bool: a
    counterpart with another definition), mulai (Int64), alasan.
    """
    rows = indicators[["kode"]].merge(counterparts, how="left", on="kode", validate="one_to_one")
    comparable = rows["sebanding"].eq("ya")
    return pd.DataFrame(
        {
            "item_code": rows["kode"],
            "kode_lama": rows["kode_lama"].astype(object).where(rows["kode_lama"].notna(), None),
            "sebanding": comparable,
            "patah": rows["kode_lama"].notna() & ~comparable,
            "mulai": pd.to_numeric(rows["mulai"]).astype("Int64"),
            "alasan": rows["alasan"].fillna(""),
        }
    )


def join_series(old: pd.DataFrame, new: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
    """Put the years of the older indicators before those of the new ones, breaks visible.

    `old`, `new`: item_code (older and new codes), year, value_pct. `breaks`: of
    `describe_breaks`. Returns item_code (new), kode_lama (None for the new definition's years),
    year, value_pct, deret: figures of one deret may be joined by a line, those of two may not.
    Older years from `mulai` on are left out: the new definition counts then.
    """
    paired = old.rename(columns={"item_code": "kode_lama"}).merge(
        breaks[["item_code", "kode_lama", "sebanding", "mulai"]].dropna(subset=["kode_lama"]),
        on="kode_lama",
    )
    paired = paired[paired["year"] < paired["mulai"]]
    before = paired.assign(deret=np.where(paired["sebanding"], "kini", "lama"))
    after = new.assign(kode_lama=None, deret="kini")
    columns = ["item_code", "kode_lama", "year", "value_pct", "deret"]
    rows = pd.concat([before[columns], after[columns]], ignore_index=True)
    return rows.sort_values(["item_code", "year"], ignore_index=True)


def find_comparable_from(breaks: pd.DataFrame, item_code: str) -> int | None:
    """The year from which figures of an indicator may be compared; None where no break is known."""
    row = breaks[(breaks["item_code"] == item_code) & breaks["patah"]]
    return None if row.empty else int(row["mulai"].iloc[0])
