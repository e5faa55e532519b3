"""How complete the services of a place are: how many of those assessed reach their target.

Our approximation for a place. It says nothing of one person: that the same child has all of them
cannot be read from counts.
"""

import pandas as pd

from analysis.coverage_status import ASSESSED, REACHED
from analysis.prevalence import divide_to_pct


def compute_completeness(assessed: pd.DataFrame) -> pd.DataFrame:
    """Count, for each region, the services assessed and those that reach their target.

    `assessed`: of `assess_coverage`. Returns region_code, layanan (all), layanan_dinilai (with a
    percentage, a target and a clear direction; BAD-9 and BAL-4 count as two, as on the heatmap),
    layanan_tercapai, kelengkapan_pct (NaN where none is assessed) and tengah_tahun (figures of
    half a year: a service below target is not yet late).
    """
    region = assessed["region_code"]
    marks = pd.DataFrame(
        {
            "layanan": 1,
            "layanan_dinilai": assessed["status"].isin(ASSESSED).astype("int64"),
            "layanan_tercapai": assessed["status"].eq(REACHED).astype("int64"),
            "tengah_tahun": assessed["tengah_tahun"].astype("int64"),
        }
    )
    counts = marks.groupby(region).sum().reset_index()
    share = divide_to_pct(
        counts["layanan_tercapai"].to_numpy(dtype="float64"),
        counts["layanan_dinilai"].to_numpy(dtype="float64"),
    )
    return counts.assign(kelengkapan_pct=share, tengah_tahun=counts["tengah_tahun"] > 0)
