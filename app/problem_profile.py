"""Everything of one desa, put together from a kabupaten's figures. No cache and no Streamlit."""

from dataclasses import dataclass

import pandas as pd

from analysis.problem_figures import ProblemFigures
from analysis.service_completeness import compute_completeness
from app.problem_figures import ProblemInputs, ProblemList, is_inside
from data_access import reference

KECAMATAN, KABUPATEN = 8, 5
_BESIDE = [
    "code",
    "name",
    "level",
    "prevalensi_pct",
    "pembilang_jiwa",
    "penyebut_jiwa",
    "layanan_tercapai",
    "layanan_dinilai",
    "tipe",
]


@dataclass(frozen=True, slots=True)
class Profile:
    """One desa. `measured`: its row of the prevalence table, None without one.

    `services`: a row a service with its coverage, beside that of its kecamatan and kabupaten
    (kecamatan_pct, kabupaten_pct). `counts`: code, value of its sasaran and data dukung, missing
    where nobody entered them. `beside`: see `_list_beside`.
    """

    code: str
    measured: pd.Series | None
    figures: ProblemFigures | None
    services: pd.DataFrame
    counts: pd.DataFrame
    beside: pd.DataFrame


def build_profile(inputs: ProblemInputs, problems: ProblemList, code: str) -> Profile:
    """Put one desa's figures together. `inputs` and `problems`: of the kabupaten it lies in."""
    mine = inputs.prevalence[inputs.prevalence["code"] == code]
    known = len(mine) and pd.notna(mine["prevalensi_pct"].iloc[0])
    return Profile(
        code,
        mine.iloc[0] if known else None,
        problems.figures.get(code),
        _list_services(inputs.assessed, code),
        _list_counts(inputs.facts, code),
        _list_beside(inputs, problems, code),
    )


def _list_services(assessed: pd.DataFrame, code: str) -> pd.DataFrame:
    own = assessed[assessed["region_code"] == code]
    for length, column in ((KECAMATAN, "kecamatan_pct"), (KABUPATEN, "kabupaten_pct")):
        above = assessed[assessed["region_code"] == code[:length]]
        shares = above.set_index("item_code")["cakupan_pct"]
        own = own.assign(**{column: own["item_code"].map(shares)})
    return own.sort_values("item_code", kind="stable", ignore_index=True)


def _list_counts(facts: pd.DataFrame, code: str) -> pd.DataFrame:
    """All sasaran, the added item of ours, and data dukung, in the order of the reference."""
    tables = ("sasaran", "butir_tambahan", "data_dukung")
    items = [item for name in tables for item in reference.read_table(name)["kode"]]
    mine = facts[facts["unit_code"] == code].set_index("item_code")["value"]
    return pd.DataFrame({"code": items, "value": mine.reindex(items).to_numpy()})


def _list_beside(inputs: ProblemInputs, problems: ProblemList, code: str) -> pd.DataFrame:
    """The desa of the same kecamatan, then the kecamatan and the kabupaten, columns `_BESIDE`.

    `tipe` is missing for the kabupaten, which is what the others are held against.
    """
    kecamatan = code[:KECAMATAN]
    regions = inputs.regions
    wanted = [is_inside(each, kecamatan) or each == code[:KABUPATEN] for each in regions["code"]]
    rows = regions.loc[wanted, ["code", "name", "level"]]
    figures = ["code", "prevalensi_pct", "pembilang_jiwa", "penyebut_jiwa"]
    rows = rows.merge(inputs.prevalence[figures], how="left", on="code", validate="one_to_one")
    complete = compute_completeness(inputs.assessed).rename(columns={"region_code": "code"})
    services = complete[["code", "layanan_tercapai", "layanan_dinilai"]]
    types = problems.table[["region_code", "tipe"]].rename(columns={"region_code": "code"})
    rows = rows.merge(services, how="left", on="code").merge(types, how="left", on="code")
    rank = rows["level"].map({"desa": 0, "kecamatan": 1, "kabupaten": 2})
    rows = rows.assign(_level=rank, _share=-rows["prevalensi_pct"])
    ordered = rows.sort_values(["_level", "_share", "code"], kind="stable")
    return ordered[_BESIDE].reset_index(drop=True)
