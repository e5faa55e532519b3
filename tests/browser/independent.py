"""The figures of the demonstration worked out anew, from the database, without our own rules."""

import sqlite3
from pathlib import Path

import numpy as np
import pandas as pd

PERIOD, BEFORE = "2026-08", "2025-08"
WHO_BOUNDS = (2.5, 10, 20, 30)
WHO_COLORS = ("#fef0d9", "#fdcc8a", "#fc8d59", "#e34a33", "#b30000")
PARTICIPATION_BOUNDS = (60, 80, 90)
CHANGE_BOUNDS = (-5, -1, 1, 5)


def read_desa(database: Path) -> pd.DataFrame:
    """A row a desa, by code: name, stunting, diukur, prevalensi, partisipasi, perubahan."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        facts = pd.read_sql(
            "SELECT unit_code, period, sasaran_jiwa, sangat_pendek_jiwa + pendek_jiwa AS stunting,"
            " sangat_pendek_jiwa + pendek_jiwa + normal_jiwa + tinggi_jiwa AS diukur"
            " FROM pengukuran WHERE source = 'e-PPGBM'",
            connection,
        )
        desa = pd.read_sql("SELECT code, name FROM wilayah WHERE level = 'desa'", connection)
    desa = desa.set_index("code").sort_index()
    by_unit = facts.set_index("unit_code")
    now, before = (
        by_unit[by_unit["period"] == period]
        .drop(columns="period")
        .reindex(desa.index)
        .astype(float)
        for period in (PERIOD, BEFORE)
    )
    share, share_before = (
        100 * each["stunting"] / each["diukur"].where(each["diukur"] > 0) for each in (now, before)
    )
    return desa.assign(
        stunting=now["stunting"],
        diukur=now["diukur"],
        prevalensi=share,
        partisipasi=100 * now["diukur"] / now["sasaran_jiwa"].where(now["sasaran_jiwa"] > 0),
        perubahan=share - share_before,
    )


def classify(values: pd.Series, inner_bounds: tuple[float, ...]) -> list[int]:
    """The class of each value, -1 where it is unknown; a class holds its lower bound."""
    edges = [-np.inf, *inner_bounds, np.inf]
    codes = pd.cut(values, edges, right=False, labels=False)
    return [-1 if pd.isna(code) else int(code) for code in codes]
