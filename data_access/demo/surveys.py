"""Fictional survey figures: well above the routine ones, with wide intervals, as in reality."""

import pandas as pd

_ROWS = (
    ("99.01", 2022, "SSGI", 29.8, 25.9, 34.0),
    ("99.01", 2023, "SKI", 27.6, 23.6, 32.0),
    ("99.01", 2024, "SSGI", 24.9, 21.2, 29.0),
)


def make_surveys() -> pd.DataFrame:
    """Return wilayah_code, tahun, source, prevalensi_pct, bawah_pct, atas_pct (95 % interval).

    One row a kabupaten, year and survey; only Kabupaten Arunika has any.
    """
    columns = ["wilayah_code", "tahun", "source", "prevalensi_pct", "bawah_pct", "atas_pct"]
    return pd.DataFrame(list(_ROWS), columns=columns)
