"""Where to look first: a few coded facts, the most pressing first."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, slots=True)
class Attention:
    """One thing worth a look: which sentence, its figures, and the regions (code, name)."""

    code: str
    values: Mapping[str, float]
    regions: tuple[tuple[str, str], ...]


def where_to_look_first(table: pd.DataFrame) -> list[Attention]:
    """Pick at most five facts from a region table (see `analysis.region_table`).

    In order: the most stunted children (a tenth of the regions, at least one), the largest
    convincing rise, the lowest participation, regions without data, measured above sasaran.
    """
    found = (
        _heaviest_burden(table),
        _convincing_rise(table),
        _lowest_participation(table),
        _without_data(table),
        _above_hundred(table),
    )
    return [fact for fact in found if fact is not None]


def _named(rows: pd.DataFrame) -> tuple[tuple[str, str], ...]:
    return tuple(zip(rows["code"].astype(str), rows["name"].astype(str), strict=True))


def _heaviest_burden(table: pd.DataFrame) -> Attention | None:
    stunted = table[table["stunting_jiwa"] > 0]
    if stunted.empty:
        return None
    total = float(stunted["stunting_jiwa"].sum())
    first = stunted.nlargest(max(1, min(3, len(stunted) // 10)), "stunting_jiwa")
    number = float(first["stunting_jiwa"].sum())
    values = {"jumlah": number, "seluruh": total, "bagian_pct": 100 * number / total}
    return Attention("beban_terbesar", values, _named(first))


def _convincing_rise(table: pd.DataFrame) -> Attention | None:
    firm = table[~table["terlalu_sedikit"] & ~table["belum_meyakinkan"]]
    rising = firm[firm["perubahan_poin"] > 0]
    if rising.empty:
        return None
    first = rising.nlargest(1, "perubahan_poin")
    values = {
        "perubahan_poin": float(first["perubahan_poin"].iloc[0]),
        "prevalensi_pct": float(first["prevalensi_pct"].iloc[0]),
        "banyak": float(len(rising)),
    }
    return Attention("kenaikan_meyakinkan", values, _named(first))


def _lowest_participation(table: pd.DataFrame) -> Attention | None:
    low = table[table["partisipasi_pct"] < 100].nsmallest(1, "partisipasi_pct")
    if low.empty:
        return None
    values = {
        "diukur": float(low["partisipasi_pembilang_jiwa"].iloc[0]),
        "sasaran": float(low["partisipasi_penyebut_jiwa"].iloc[0]),
        "partisipasi_pct": float(low["partisipasi_pct"].iloc[0]),
    }
    return Attention("partisipasi_terendah", values, _named(low))


def _without_data(table: pd.DataFrame) -> Attention | None:
    missing = table[table["stunting_jiwa"].isna()]
    if missing.empty or len(missing) == len(table):
        return None
    values = {"banyak": float(len(missing)), "seluruh": float(len(table))}
    return Attention("belum_ada_data", values, _named(missing))


def _above_hundred(table: pd.DataFrame) -> Attention | None:
    above = table[table["di_atas_100"]]
    if above.empty:
        return None
    return Attention("partisipasi_di_atas_100", {"banyak": float(len(above))}, _named(above))
