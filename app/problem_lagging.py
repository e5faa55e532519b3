"""Lagging services as tables: of one region, over places, with the support beside. No cache."""

import pandas as pd

from analysis.lagging import count_lagging
from app.problem_figures import ProblemInputs

_JUDGED = [
    "region_code",
    "item_code",
    "ketercapaian_pct",
    "median_pct",
    "selisih_poin",
    "peringkat",
    "tertinggal",
]
_LENGTHS = {"provinsi": 2, "kabupaten": 5, "kecamatan": 8, "desa": 13}


def join_judged(inputs: ProblemInputs, lagging: pd.DataFrame) -> pd.DataFrame:
    """All services of the region and of all inside it, judged or not.

    The columns of `app.coverage_figures.tabulate_coverage` with those of `find_lagging`:
    ketercapaian_pct, median_pct, selisih_poin, peringkat, tertinggal; missing where a service is
    not judged.
    """
    return inputs.assessed.merge(
        lagging[_JUDGED], how="left", on=["region_code", "item_code"], validate="one_to_one"
    )


def tabulate_own(rows: pd.DataFrame, code: str, level: str) -> pd.DataFrame:
    """The services of one region, the one furthest behind first, those not judged last.

    `rows`: of `join_judged`. Adds wilayah_tertinggal of wilayah_dinilai: in how many regions of
    `level` the service lags; missing where nowhere judged.
    """
    below = rows[(rows["level"] == level) & (rows["region_code"] != code)]
    counts = count_lagging(below[below["tertinggal"].notna()])
    own = rows[rows["region_code"] == code].merge(counts, how="left", on="item_code")
    return own.sort_values(
        ["selisih_poin", "item_code"], kind="stable", na_position="last", ignore_index=True
    )


def tabulate_worst(rows: pd.DataFrame, item_code: str, level: str, scope_code: str) -> pd.DataFrame:
    """The places of a level for one service, the lowest coverage first; without a figure left out.

    Places with few people to reach come last: one person makes the lowest figure there. `rows`: of
    `join_judged`.
    """
    mine = rows[(rows["item_code"] == item_code) & (rows["level"] == level)]
    mine = mine[(mine["region_code"] != scope_code) & mine["cakupan_pct"].notna()]
    order = ["penyebut_kecil", "cakupan_pct", "region_code"]
    return mine.sort_values(order, kind="stable", ignore_index=True)


def sum_support(facts: pd.DataFrame, level: str) -> pd.DataFrame:
    """Data dukung summed to a level: a row a region code, a column an item, NaN unknown.

    `facts`: unit_code (desa), item_code, value. A sum holds what is known of it.
    """
    support = facts[facts["item_code"].str.startswith("D") & facts["value"].notna()]
    place = support["unit_code"].str[: _LENGTHS[level]]
    values = support.assign(place=place, value=support["value"].astype("float64"))
    return values.pivot_table(index="place", columns="item_code", values="value", aggfunc="sum")


def arrange_export(rows: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """`join_judged` for a file: region by region, the services furthest behind first.

    `names`: services in words by code. Columns as `app.documents.lokasi.LAGGING_COLUMNS` has them.
    """
    ordered = rows.sort_values(
        ["region_code", "selisih_poin", "item_code"], kind="stable", ignore_index=True
    )
    return ordered.rename(
        columns={"region_code": "code", "name": "place", "item_code": "item"}
    ).assign(service=lambda table: table["item"].map(names))
