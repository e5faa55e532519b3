"""One place through time: each source a line of its own, breaks flagged."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

_WATCHED = ("stunting_jiwa", "diukur_jiwa")


def build_trend(series_by_source: Mapping[str, pd.DataFrame], break_factor: float) -> pd.DataFrame:
    """Put the series of several sources under each other, never into one another.

    Each frame: a row a period (see `analysis.region_table.sum_region`). Returns the same columns
    with `source` in front and `patah_deret` behind, ordered by source and period. Raises
    ValueError when a source has two rows for one period.
    """
    parts = []
    for source, series in series_by_source.items():
        if series["period"].duplicated().any():
            raise ValueError(f"two figures of {source} for one period")
        part = flag_breaks(series, break_factor)
        part.insert(0, "source", source)
        parts.append(part)
    if not parts:
        return pd.DataFrame(columns=["source", "period", "patah_deret"])
    return pd.concat(parts, ignore_index=True).sort_values(["source", "period"], ignore_index=True)


def flag_breaks(series: pd.DataFrame, break_factor: float) -> pd.DataFrame:
    """Add patah_deret (bool): the number of children jumps or drops by `break_factor` or more.

    Compared with the last known period before it, for stunted and for measured children. Such a
    step (46 -> 127 -> 1,790) says that the counting changed, not the children. Ordered by period.
    """
    ordered = series.sort_values("period", ignore_index=True)
    broken = np.zeros(len(ordered), dtype=bool)
    for column in _WATCHED:
        counts = ordered[column].astype("float64")
        earlier = counts.ffill().shift()
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = counts.to_numpy() / earlier.to_numpy()
        broken |= (ratio >= break_factor) | (ratio <= 1 / break_factor)
    return ordered.assign(patah_deret=broken)
