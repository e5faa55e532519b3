"""A small region table with what the narrative rules read."""

import pandas as pd


def make_table(rows: list[tuple[str, float, float, float]]) -> pd.DataFrame:
    """Rows: name, prevalence, change in points, measured children; NaN unknown."""
    frame = pd.DataFrame(rows, columns=["name", "prevalensi_pct", "perubahan_poin", "diukur_jiwa"])
    points = frame["perubahan_poin"]
    words = points.map(lambda p: "naik" if p > 0 else "turun" if p < 0 else "tetap")
    stunted = (frame["prevalensi_pct"] * frame["diukur_jiwa"] / 100).round()
    return frame.assign(
        code=[f"63.11.{number:02d}" for number in range(1, len(frame) + 1)],
        arah=words.where(points.notna(), None),
        terlalu_sedikit=frame["diukur_jiwa"] < 30,
        belum_meyakinkan=points.abs() < 1,
        stunting_jiwa=stunted,
        partisipasi_pct=80.0,
        partisipasi_pembilang_jiwa=frame["diukur_jiwa"],
        partisipasi_penyebut_jiwa=frame["diukur_jiwa"] / 0.8,
        di_atas_100=False,
    )
