"""Coverage as screens, files and the command line show it: questions put, rules applied.

No cache and no Streamlit here, so that a script's figure is the screen's figure.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache

import pandas as pd
from sqlalchemy import Engine

from analysis.coverage import add_denominators, compute_coverage, compute_nation_coverage
from analysis.coverage_status import assess_coverage, flag_small_denominators, is_midyear
from analysis.hierarchy import LEVELS
from analysis.reach import add_reach
from analysis.targets import PREVALENCE, find_target_year, resolve_targets
from data_access import reference
from data_access.reads import cakupan, target, wilayah
from data_access.reads.scope import CODE_LENGTH, NATION

ONE_DOWN = {
    "nasional": "provinsi",
    "provinsi": "kabupaten",
    "kabupaten": "kecamatan",
    "kecamatan": "desa",
    "desa": "desa",
}
NATION_LEVELS = ("nasional", "provinsi")
_REGION = ["code", "name", "level", "kind", "parent_code", "valid_until"]


@cache
def coverage_indicators() -> pd.DataFrame:
    """The 31 indicators in the guideline's order, all with their denominators; read only.

    The reference table `indikator` (kode, kode_kelompok, kelompok_sasaran, nama_ringkas,
    penyebut_sasaran, status_penyebut, arah_baik, ...), BAD-1 divided by the added item.
    """
    table = add_denominators(
        reference.read_table("indikator"), reference.read_table("butir_tambahan")
    )
    # Plain objects: asked for on every page, and cheaper to read than words packed by Arrow.
    return table.astype(object)


def read_near_share() -> float:
    """From which part of its target on a coverage is "hampir"."""
    return float(reference.read_threshold("hampir_bagian"))


def read_small_denominator() -> int:
    """Below how many people to reach one of them shifts a coverage too much."""
    return int(reference.read_threshold("penyebut_kecil"))


def read_coverage_regions(engine: Engine, scope_code: str) -> pd.DataFrame:
    """A region, those above it and all inside it: code, name, level, kind, parent_code,
    valid_until (None in force).
    """  # fmt: skip
    above = [code for n in CODE_LENGTH.values() if (code := scope_code[:n]) != scope_code]
    path = [] if scope_code == NATION else [wilayah.read_region(engine, code) for code in above]
    parents = [(r.code, r.name, r.level, r.kind, r.parent_code, None) for r in path if r]
    inside = wilayah.read_regions(engine, scope_code, *LEVELS)[_REGION]
    if not parents:
        return inside
    head = pd.DataFrame(parents, columns=_REGION).astype(object)
    return pd.concat([head, inside.astype(object)], ignore_index=True)


def tabulate_coverage(
    facts: pd.DataFrame,
    regions: pd.DataFrame,
    targets: pd.DataFrame,
    codes: Iterable[str],
    period: str,
) -> pd.DataFrame:
    """Apply the rules: a row per region of `codes` x indicator, in the guideline's order.

    `facts`: of `read_coverage_facts`. `regions`: of `read_coverage_regions`. `targets`: of
    `data_access.reads.target.read_targets`; those of the year that the period speaks of count.

    Returns region_code, name, level, item_code, pembilang, penyebut (people; of RTM-6 desa),
    cakupan_pct, target_pct (percent), target_dari (whose target it is), dokumen, status,
    tengah_tahun, perlu_dijangkau (Int64), desa_dihitung, desa_semua, desa_tanpa_penyebut,
    desa_tanpa_capaian, desa_di_atas_100, gabungan, penyebut_kecil, alasan: see
    `analysis.coverage`, `analysis.coverage_status` and `analysis.reach`.
    """
    counted = _keep_counted(regions, facts)
    wanted = pd.Index(list(codes))
    coverage = compute_coverage(facts, counted, coverage_indicators(), wanted)
    relevant = counted[counted["code"].isin(_with_ancestors(wanted))]
    return _assess(coverage, relevant, targets, period)


def _assess(
    coverage: pd.DataFrame, regions: pd.DataFrame, targets: pd.DataFrame, period: str
) -> pd.DataFrame:
    """Lay coverage beside its targets; `regions`: those of `coverage` and those above them."""
    indicators = coverage_indicators()
    theirs = targets["wilayah_code"].isin(regions["code"]) & (targets["item_code"] != PREVALENCE)
    assessed = assess_coverage(
        coverage,
        resolve_targets(targets[theirs], regions, find_target_year(period)),
        indicators,
        near_share=read_near_share(),
        midyear=is_midyear(period),
    )
    flagged = flag_small_denominators(add_reach(assessed), indicators, read_small_denominator())
    codes = flagged["region_code"].astype(regions["code"].dtype)
    place = pd.Index(regions["code"]).get_indexer(codes)
    named = regions[["name", "level"]].set_axis(range(len(regions))).reindex(place)
    named = named.set_axis(flagged.index)
    return flagged.assign(region_code=codes, name=named["name"], level=named["level"])


def compute_nation_table(engine: Engine, period: str) -> pd.DataFrame:
    """The nation and its provinces: the columns of `tabulate_coverage`.

    By the beginning of codes and without the list of all desa, which alone would take a second.
    """
    spread = cakupan.read_coverage_spread(engine, NATION, period)
    spread = spread[spread.index.str.len() == CODE_LENGTH["desa"]]
    counts, ended = wilayah.count_desa(engine)
    # Ended desa count where they still have figures in the period.
    late = [code[: CODE_LENGTH["provinsi"]] for code in spread.index[spread.index.isin(ended)]]
    desa = Counter(counts) + Counter(late)
    coverage = compute_nation_coverage(spread, desa, coverage_indicators(), NATION)
    regions = pd.DataFrame(
        [(NATION, wilayah.NATION_NAME, "nasional")], columns=["code", "name", "level"]
    )
    regions = pd.concat([regions, wilayah.read_regions(engine, NATION, "provinsi")])
    return _assess(coverage, regions, target.read_targets(engine, NATION, "provinsi"), period)


def pick_codes(regions: pd.DataFrame, scope_code: str, level: str) -> pd.Index:
    """Codes of the regions of a level in a region, itself included; ended ones too."""
    codes = regions["code"].to_numpy(dtype=object)[(regions["level"] == level).to_numpy()]
    if scope_code != NATION:
        below = f"{scope_code}."
        codes = [code for code in codes if code == scope_code or code.startswith(below)]
    return pd.Index(codes, dtype=regions["code"].dtype, name="code")


def compute_coverage_table(
    engine: Engine, scope_code: str, level: str, period: str
) -> pd.DataFrame:
    """The figures of `konvergensi export cakupan`: see `tabulate_coverage`."""
    if scope_code == NATION and level in NATION_LEVELS:
        nation = compute_nation_table(engine, period)
        return nation[nation["level"] == level].reset_index(drop=True)
    regions = read_coverage_regions(engine, scope_code)
    return tabulate_coverage(
        cakupan.read_coverage_facts(engine, scope_code, period),
        regions,
        target.read_targets(engine, scope_code),
        pick_codes(regions, scope_code, level),
        period,
    )


def pick_like_periods(periods: Iterable[str], period: str) -> list[str]:
    """Periods of the same kind as one, the oldest first: situation analyses, semesters I or II.

    A half year is never set beside a whole one.
    """
    return sorted(each for each in periods if each[4:] == period[4:])


def _keep_counted(regions: pd.DataFrame, facts: pd.DataFrame) -> pd.DataFrame:
    """Regions in force, and ended ones that still have figures in the period."""
    if regions["valid_until"].isna().all():
        return regions
    known = _with_ancestors(pd.Index(facts["unit_code"].unique()))
    keep = regions["valid_until"].isna() | regions["code"].isin(known)
    return regions[keep].reset_index(drop=True)


def _with_ancestors(codes: pd.Index) -> set[str]:
    return {code[:n] for code in codes for n in CODE_LENGTH.values() if n <= len(code)}
