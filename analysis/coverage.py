"""Coverage of services: people reached of people to reach, summed over desa, a percentage last.

Denominators are those of the guideline of 2024 (Bab II, Tabel 1 and Tabel 2). A number that is
unknown stays unknown, and nothing is clipped at 100 %.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.hierarchy import pair_with_desa
from analysis.prevalence import divide_to_pct

NO_NUMERATOR = "capaian_belum_dicatat"
NO_DENOMINATOR = "penyebut_belum_dicatat"
NOTHING = "belum_dicatat"
NEVER_TOGETHER = "tidak_di_desa_yang_sama"
NOBODY = "tidak_ada_sasaran"
REACHED_NOBODY = "capaian_tanpa_sasaran"

_POOLED = "gabungan"
_COUNTS_DESA = "master wilayah"


@dataclass(frozen=True, slots=True)
class ServiceCounts:
    """Numerators and denominators, desa by indicator, NaN unknown."""

    items: tuple[str, ...]
    numerators: np.ndarray
    denominators: np.ndarray


def add_denominators(indicators: pd.DataFrame, added_items: pd.DataFrame) -> pd.DataFrame:
    """Give the indicators without a denominator one of our added items.

    `added_items`: kode, penyebut_untuk (reference table butir_tambahan). The guideline has no
    count of live births, which BAD-1 is divided by.
    """
    own = dict(zip(added_items["penyebut_untuk"], added_items["kode"], strict=True))
    given = indicators["penyebut_sasaran"]
    filled = given.where(given != "", indicators["kode"].map(own).fillna(""))
    return indicators.assign(penyebut_sasaran=filled)


def compute_coverage(
    facts: pd.DataFrame,
    regions: pd.DataFrame,
    indicators: pd.DataFrame,
    codes: pd.Index | None = None,
) -> pd.DataFrame:
    """Compute the coverage of every indicator in every region, of one period.

    `codes`: only of these regions; a page shows a dozen of the hundreds that it is summed from.

    `facts`: unit_code (desa), item_code, value (NaN unknown); facts of other units are not
    counted. `regions`: code, level, parent_code. `indicators`: kode, penyebut_sasaran,
    status_penyebut. Returns a row per region x indicator, ordered by region, with

    - pembilang, penyebut: sums over the desa that know both; NaN where none does. Of RTM-6 they
      are desa; BAD-9 and BAL-4 both have the two together (gabungan True);
    - cakupan_pct: percent, NaN where the denominator is zero or unknown;
    - desa_dihitung of desa_semua: the desa that know both; desa_tanpa_penyebut and
      desa_tanpa_capaian know the other one only; desa_di_atas_100 reach more people than they have;
    - alasan: a code where there is no percentage, else "".

    Raises ValueError when a desa has two values of one item.
    """
    desa_codes = regions.loc[regions["level"] == "desa", "code"]
    counts = count_services(facts, desa_codes, indicators)
    return _divide(_sum_regions(counts, pair_with_desa(regions, codes)), indicators)


def compute_nation_coverage(
    spread: pd.DataFrame,
    desa_by_province: Mapping[str, int],
    indicators: pd.DataFrame,
    nation_code: str,
) -> pd.DataFrame:
    """Compute the coverage of every indicator in every province and in the nation.

    `spread`: a row a desa (its code the index), a column an item, NaN unknown; desa without any
    figure may be left out. `desa_by_province`: how many desa each has. A desa's province is the
    beginning of its code: nobody looks up 84,000 parents. Returns what `compute_coverage` does.
    """
    province = [code[:2] for code in spread.index]
    known = Counter(province)
    silent = [code for code, count in desa_by_province.items() for _ in range(count - known[code])]
    if silent:
        spread = spread.reindex([*spread.index, *silent])
    regions = np.array(province + silent, dtype=object)
    order = np.argsort(regions, kind="stable")
    pairs = pd.DataFrame({"region_code": regions[order], "desa": order})
    sums = _sum_regions(_count_known(spread, indicators), pairs)
    provinces = pd.DataFrame(sums)
    whole = provinces.drop(columns="region_code").groupby("item_code", sort=False).sum(min_count=1)
    whole = whole.reset_index().assign(region_code=nation_code)
    every = pd.concat([provinces, whole], ignore_index=True)
    columns = {name: column.to_numpy() for name, column in every.items()}
    return _divide(columns, indicators)


def _divide(sums: Mapping[str, np.ndarray], indicators: pd.DataFrame) -> pd.DataFrame:
    """The rows of `compute_coverage`, of sums by column; those that begin with "_" end here."""
    kinds = zip(indicators["kode"].tolist(), indicators["status_penyebut"].tolist(), strict=True)
    pooled = [code for code, kind in kinds if kind == _POOLED]
    kept = {name: column for name, column in sums.items() if not name.startswith("_")}
    found = {
        "cakupan_pct": divide_to_pct(sums["pembilang"], sums["penyebut"]),
        "gabungan": np.isin(sums["item_code"], pooled),
        "alasan": _explain(sums),
    }
    return pd.DataFrame(kept | found)


def count_services(
    facts: pd.DataFrame, desa_codes: pd.Series, indicators: pd.DataFrame
) -> ServiceCounts:
    """Numerator and denominator of each indicator in each desa.

    Rows in the order of `desa_codes`. A sum is unknown where one of its parts is.
    """
    return _count_known(spread_facts(facts, desa_codes), indicators)


def _count_known(values: pd.DataFrame, indicators: pd.DataFrame) -> ServiceCounts:
    names = ("kode", "penyebut_sasaran", "status_penyebut")
    services = list(zip(*(indicators[name].tolist() for name in names), strict=True))
    known = dict(zip(values.columns.tolist(), values.to_numpy().T, strict=True))
    nothing = np.full(len(values), np.nan)
    tops, bottoms = [], []
    for code, parts, kind in services:
        together = [c for c, p, k in services if kind == _POOLED == k and p == parts] or [code]
        top, bottom = (
            sum((known.get(each, nothing) for each in codes), np.zeros(len(values)))
            for codes in (together, parts.split("+"))
        )
        if kind == _COUNTS_DESA:
            top, bottom = np.where(np.isnan(top), np.nan, top >= 1), np.ones(len(values))
        tops.append(top)
        bottoms.append(bottom)
    items = tuple(str(code) for code, _, _ in services)
    return ServiceCounts(items, np.array(tops).T, np.array(bottoms).T)


def spread_facts(facts: pd.DataFrame, desa_codes: pd.Series) -> pd.DataFrame:
    """Facts of one period as a table of desa (in the order given) by item, NaN unknown.

    Raises ValueError when a desa has two values of one item.
    """
    column, items = pd.factorize(facts["item_code"])
    row = pd.Index(desa_codes).get_indexer(facts["unit_code"])
    here = row >= 0
    place = row[here] * max(len(items), 1) + column[here]
    table = np.full(len(desa_codes) * len(items), np.nan)
    if place.size and np.bincount(place).max() > 1:
        raise ValueError("a desa has two values of one item in one period")
    table[place] = facts["value"].to_numpy(dtype="float64", na_value=np.nan)[here]
    columns = np.asarray(items, dtype=object)
    return pd.DataFrame(table.reshape(len(desa_codes), len(items)), columns=columns)


def _sum_regions(counts: ServiceCounts, pairs: pd.DataFrame) -> dict[str, np.ndarray]:
    """Sums over the desa of each region by column, region after region; without the nation's."""
    codes, starts = np.unique(pairs["region_code"].to_numpy(dtype=object), return_index=True)
    order = pairs["desa"].to_numpy(dtype=np.int64)
    top, bottom = counts.numerators, counts.denominators
    has_top, has_bottom = ~np.isnan(top), ~np.isnan(bottom)
    both = has_top & has_bottom

    def add(matrix: np.ndarray) -> np.ndarray:
        number = matrix.astype("float64")[order]
        return np.add.reduceat(number, starts).ravel() if codes.size else number.ravel()

    counted = add(both)
    return {
        "region_code": np.repeat(codes, len(counts.items)),
        "item_code": np.tile(np.array(counts.items, dtype=object), len(codes)),
        "pembilang": np.where(counted > 0, add(np.where(both, top, 0)), np.nan),
        "penyebut": np.where(counted > 0, add(np.where(both, bottom, 0)), np.nan),
        "desa_dihitung": counted.astype("int64"),
        "desa_semua": add(np.ones(top.shape)).astype("int64"),
        "desa_tanpa_penyebut": add(has_top & ~has_bottom).astype("int64"),
        "desa_tanpa_capaian": add(has_bottom & ~has_top).astype("int64"),
        "desa_di_atas_100": add(both & (top > bottom)).astype("int64"),
        "_pembilang_ada": add(has_top),
        "_penyebut_ada": add(has_bottom),
    }


def _explain(sums: Mapping[str, np.ndarray]) -> np.ndarray:
    top, bottom = sums["_pembilang_ada"] > 0, sums["_penyebut_ada"] > 0
    uncounted = sums["desa_dihitung"] == 0
    empty = sums["penyebut"] == 0
    cases = [
        (uncounted & top & bottom, NEVER_TOGETHER),
        (uncounted & top, NO_DENOMINATOR),
        (uncounted & bottom, NO_NUMERATOR),
        (uncounted, NOTHING),
        (empty & (sums["pembilang"] > 0), REACHED_NOBODY),
        (empty, NOBODY),
    ]
    return np.asarray(np.select([when for when, _ in cases], [code for _, code in cases], ""))
