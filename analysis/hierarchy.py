"""Which regions lie in which, by parent code."""

import numpy as np
import pandas as pd

LEVELS = ("provinsi", "kabupaten", "kecamatan", "desa")


def find_parents(regions: pd.DataFrame) -> np.ndarray:
    """Position of each region's parent in `regions` (code, parent_code), -1 where it is not in."""
    codes = pd.Index(regions["code"])
    return np.asarray(codes.get_indexer(regions["parent_code"]))


def pair_with_desa(regions: pd.DataFrame, wanted: pd.Index | None = None) -> pd.DataFrame:
    """Every region with each of the desa in it, a desa with itself.

    `regions`: code, level, parent_code, a row a region. `wanted`: only regions of these codes.
    Returns region_code, desa (position of the desa among the rows of level "desa"), ordered by
    region_code; regions without desa have no row.
    """
    parents = find_parents(regions)
    codes = regions["code"].to_numpy(dtype=object)
    at = np.flatnonzero((regions["level"] == "desa").to_numpy())
    desa = np.arange(len(at))
    found_regions, found_desa = [], []
    kept = np.full(len(regions), True)
    if wanted is not None:
        kept = regions["code"].isin(wanted).to_numpy()
    while at.size:
        found_regions.append(codes[at[kept[at]]])
        found_desa.append(desa[kept[at]])
        above = parents[at]
        at, desa = above[above >= 0], desa[above >= 0]
    if not found_regions:
        return pd.DataFrame({"region_code": [], "desa": []})
    found = np.concatenate(found_regions)
    order = np.argsort(found, kind="stable")
    return pd.DataFrame({"region_code": found[order], "desa": np.concatenate(found_desa)[order]})


def list_below(regions: pd.DataFrame, selected: str) -> pd.DataFrame:
    """Regions of the administrative levels anywhere below `selected`, itself left out."""
    parents = find_parents(regions)
    inside = (regions["code"] == selected).to_numpy()
    for _ in LEVELS:
        inside = inside | ((parents >= 0) & inside[parents])
    below = inside & (regions["code"] != selected) & regions["level"].isin(LEVELS)
    return regions[below].reset_index(drop=True)
