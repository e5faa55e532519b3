"""Services that lag behind the other services of the same region.

The guideline asks which services are a problem "karena cakupan layanannya yang rendah/relatif
tertinggal dibanding intervensi gizi lain" (Bab II, agenda of the cross-sector meeting, point 4).
"""

import pandas as pd

from analysis.coverage_status import ASSESSED


def find_lagging(
    assessed: pd.DataFrame, *, gap_points: float, minimum_services: int
) -> pd.DataFrame:
    """Compare each service's attainment with the median attainment of its own region.

    `assessed`: of `assess_coverage`. Attainment is coverage as a percentage of its target; only
    services with a percentage, a target above 0 and a clear direction have one, and anomalies have
    none. Returns those rows with ketercapaian_pct, median_pct and layanan_dinilai of the region,
    selisih_poin (attainment less median), peringkat (1 is furthest behind, equals share it) and
    tertinggal: more than `gap_points` below the median. Where fewer than `minimum_services` have
    an attainment, median, difference and rank are unknown and nothing is called lagging.
    """
    known = assessed["status"].isin(ASSESSED) & (assessed["target_pct"] > 0)
    rows = assessed[known].reset_index(drop=True)
    attained = 100 * rows["cakupan_pct"] / rows["target_pct"]
    region = rows["region_code"]
    number = attained.groupby(region).transform("count")
    enough = number >= minimum_services
    median = attained.groupby(region).transform("median").where(enough)
    behind = (attained - median).round(9)
    rank = attained.groupby(region).rank(method="min").where(enough)
    return rows.assign(
        ketercapaian_pct=attained,
        median_pct=median,
        layanan_dinilai=number.astype("int64"),
        selisih_poin=behind,
        peringkat=rank.astype("Int64"),
        tertinggal=behind < -gap_points,
    )


def count_lagging(lagging: pd.DataFrame) -> pd.DataFrame:
    """In how many regions each service lags: item_code, wilayah_tertinggal, wilayah_dinilai.

    `lagging`: of `find_lagging`, regions of one level. The most frequent first.
    """
    ranked = lagging[lagging["median_pct"].notna()]
    grouped = ranked.groupby("item_code")["tertinggal"].agg(["sum", "count"])
    grouped.columns = ["wilayah_tertinggal", "wilayah_dinilai"]
    return grouped.sort_values("wilayah_tertinggal", ascending=False, kind="stable").reset_index()
