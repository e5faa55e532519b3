"""The prevalence of many levels is the one that the table of a map has."""

import numpy as np
import pandas as pd

from analysis.prevalence import COUNT_COLUMNS
from analysis.region_table import Thresholds, build_region_table, list_prevalence

RULES = Thresholds((10.0, 20.0, 30.0), 10, (80.0, 100.0), (-1.0, 1.0), 2.0)
COLUMNS = ["code", "prevalensi_pct", "bawah_pct", "atas_pct", "pembilang_jiwa", "penyebut_jiwa"]


def test_it_is_the_one_of_the_region_table_with_its_ended_and_empty_regions() -> None:
    regions = pd.DataFrame(
        {
            "code": ["01", "02", "03", "04"],
            "name": ["A", "B", "C", "D"],
            "valid_until": [None, None, "2020-01-01", "2020-01-01"],
        }
    )
    counts = pd.DataFrame(
        np.arange(32, dtype="float64").reshape(4, 8), columns=list(COUNT_COLUMNS)
    ).assign(stunting_jiwa=[2.0, 1.0, np.nan, 4.0], diukur_jiwa=[20.0, 30.0, 12.0, np.nan])
    facts = counts.assign(desa_code=["01", "01", "03", "01"], period="2026-02")
    facts.loc[3, "period"] = "2025-02"
    for period in ("2026-02", "2024-02"):
        asked = {"group_column": "desa_code", "period": period}
        table = build_region_table(regions, facts, compare=None, thresholds=RULES, **asked)
        pd.testing.assert_frame_equal(list_prevalence(regions, facts, **asked), table[COLUMNS])
