"""Places that are a problem: high prevalence with low coverage (type 1), or in spite of a good one.

Source: guideline of 2024, Bab II, situation analysis of the kabupaten, agenda of the cross-sector
meeting, points 5 (type 1) and 6 (type 2); the same for a province.
"""

import numpy as np
import pandas as pd

from analysis.hierarchy import list_below
from analysis.intervals import compute_wilson_interval
from analysis.problem_services import WHY_NOT_COLUMNS, tally_services
from analysis.problem_settings import (
    ABOVE_PARENT,
    ABOVE_TARGET,
    BELOW_TARGET,
    WHO_HIGH,
    ProblemSettings,
)
from analysis.targets import PREVALENCE

TYPE_1 = "tipe 1"
TYPE_2 = "tipe 2"
MIXED = "prevalensi tinggi, cakupan campuran"
WATCH = "waspada"
GOOD = "baik"
UNKNOWN = "belum dapat dinilai"
TYPES = (TYPE_1, TYPE_2, MIXED, WATCH, GOOD, UNKNOWN)

NO_PREVALENCE = "prevalensi_belum_ada"
FEW_CHILDREN = "anak_terlalu_sedikit"
NO_COMPARISON = "pembanding_belum_ada"
HALF_YEAR = "tengah_tahun"
FEW_SERVICES = "layanan_terlalu_sedikit"

_COUNTS = ("layanan_dinilai", "layanan_rendah", "layanan_baik", *WHY_NOT_COLUMNS)


def find_problem_locations(
    selected: str,
    regions: pd.DataFrame,
    prevalence: pd.DataFrame,
    assessed: pd.DataFrame,
    settings: ProblemSettings,
    targets: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Name the type of every region at every level below the selected one.

    `regions`: code, name, level, parent_code. `prevalence`: code, pembilang_jiwa, penyebut_jiwa
    (stunted and measured children), prevalensi_pct, with the selected region's own row.
    `assessed`: of `assess_coverage`. `targets`: of `resolve_targets`, for "di atas target".

    Returns a row per region, in the order of `regions`: region_code, name, level, tipe, alasan (a
    code, "" where the type is known), prevalensi_pct, stunting_jiwa, diukur_jiwa, pembanding_pct,
    tinggi, belum_meyakinkan (the 95 % interval holds pembanding_pct), layanan_dinilai,
    layanan_rendah, layanan_baik, bagian_rendah and the services not assessed by reason.
    Low prevalence is *waspada* with coverage low in most services, else *baik*.
    """
    places = gather_places(selected, regions, prevalence, assessed, settings)
    return name_types(places, selected, prevalence, assessed, settings, targets)


def gather_places(
    selected: str,
    regions: pd.DataFrame,
    prevalence: pd.DataFrame,
    assessed: pd.DataFrame,
    settings: ProblemSettings,
) -> pd.DataFrame:
    """The figures behind the types: what `find_problem_locations` returns up to diukur_jiwa, and
    the services by count. Of the settings only what is low matters here.
    """
    return _join(list_below(regions, selected), prevalence, tally_services(assessed, settings))


def name_types(
    places: pd.DataFrame,
    selected: str,
    prevalence: pd.DataFrame,
    assessed: pd.DataFrame,
    settings: ProblemSettings,
    targets: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Name the type of every place; `places`: of `gather_places`, for the same "low"."""
    compared = _find_comparison(places, selected, prevalence, settings, targets)
    share = places["prevalensi_pct"].to_numpy(dtype="float64")
    at_least = settings.high not in (ABOVE_PARENT, ABOVE_TARGET)
    high = share >= compared if at_least else share > compared
    half_year = settings.low == BELOW_TARGET and bool(assessed["tengah_tahun"].any())
    table = places.assign(
        pembanding_pct=compared,
        tinggi=high,
        belum_meyakinkan=_is_doubtful(places, compared),
        bagian_rendah=_divide(places["layanan_rendah"], places["layanan_dinilai"]),
    )
    reason = _find_reason(table, settings, half_year)
    kind = np.where(reason == "", _name_type(table, settings), UNKNOWN)
    return table.assign(tipe=kind, alasan=reason)


def _join(below: pd.DataFrame, prevalence: pd.DataFrame, tally: pd.DataFrame) -> pd.DataFrame:
    figures = prevalence[["code", "prevalensi_pct", "pembilang_jiwa", "penyebut_jiwa"]].rename(
        columns={"pembilang_jiwa": "stunting_jiwa", "penyebut_jiwa": "diukur_jiwa"}
    )
    table = below[["code", "name", "level"]].merge(
        figures, how="left", on="code", validate="one_to_one"
    )
    table = table.rename(columns={"code": "region_code"}).merge(
        tally, how="left", on="region_code", validate="one_to_one"
    )
    counts = list(_COUNTS)
    # A place without one fact of coverage has no assessed service; that is a count, not a figure.
    table[counts] = table[counts].fillna(0).astype("int64")
    return table


def _find_comparison(
    table: pd.DataFrame,
    selected: str,
    prevalence: pd.DataFrame,
    settings: ProblemSettings,
    targets: pd.DataFrame | None,
) -> np.ndarray:
    if settings.high == ABOVE_PARENT:
        own = prevalence.loc[prevalence["code"] == selected, "prevalensi_pct"]
        return np.full(len(table), float(own.iloc[0]) if len(own) else np.nan)
    if settings.high == WHO_HIGH:
        return np.full(len(table), settings.who_high_pct)
    if settings.high == ABOVE_TARGET:
        empty = pd.DataFrame(columns=["region_code", "item_code", "target_pct"])
        given = empty if targets is None else targets
        mine = given[given["item_code"] == PREVALENCE].set_index("region_code")["target_pct"]
        return np.asarray(mine.reindex(table["region_code"]).to_numpy(dtype="float64"))
    firm = table["prevalensi_pct"].where(table["diukur_jiwa"] >= settings.minimum_measured)
    bounds = firm.groupby(table["level"]).transform(_bound_of_upper_third)
    return np.asarray(bounds.to_numpy(dtype="float64"))


def _bound_of_upper_third(shares: pd.Series) -> float:
    """The lowest figure of the upper third, rounded up to whole places; equals all belong.

    Unknown for fewer than three places: one of two is no third.
    """
    known = np.sort(shares.dropna().to_numpy(dtype="float64"))[::-1]
    return float(known[-(-len(known) // 3) - 1]) if known.size >= 3 else float("nan")


def _is_doubtful(table: pd.DataFrame, compared: np.ndarray) -> np.ndarray:
    lower, upper = compute_wilson_interval(
        table["stunting_jiwa"].to_numpy(dtype="float64"),
        table["diukur_jiwa"].to_numpy(dtype="float64"),
    )
    return np.asarray((100 * lower <= compared) & (compared <= 100 * upper))


def _find_reason(table: pd.DataFrame, settings: ProblemSettings, half_year: bool) -> np.ndarray:
    cases = [
        (table["prevalensi_pct"].isna(), NO_PREVALENCE),
        (table["diukur_jiwa"] < settings.minimum_measured, FEW_CHILDREN),
        (table["pembanding_pct"].isna(), NO_COMPARISON),
        (pd.Series(half_year, index=table.index), HALF_YEAR),
        (table["layanan_dinilai"] < settings.minimum_services, FEW_SERVICES),
    ]
    return np.asarray(np.select([when for when, _ in cases], [code for _, code in cases], ""))


def _name_type(table: pd.DataFrame, settings: ProblemSettings) -> np.ndarray:
    # As a product of whole numbers: 6 of 10 is not more than 0.6.
    least = (settings.most_share * table["layanan_dinilai"]).round(9)
    mostly_low, mostly_good = table["layanan_rendah"] > least, table["layanan_baik"] > least
    high = table["tinggi"]
    cases = [high & mostly_low, high & mostly_good, high, mostly_low]
    return np.asarray(np.select(cases, [TYPE_1, TYPE_2, MIXED, WATCH], GOOD))


def _divide(part: pd.Series, whole: pd.Series) -> pd.Series:
    return part / whole.where(whole > 0)
