"""What a coverage figure says beside its target: seven statuses, and one for the half year."""

import numpy as np
import pandas as pd

from analysis.coverage import REACHED_NOBODY

REACHED = "tercapai"
NEAR = "hampir"
FAR = "jauh"
ANOMALY = "anomali"
NO_TARGET = "tanpa target"
NO_DATA = "belum ada data"
NEUTRAL = "netral"
STATUSES = (REACHED, NEAR, FAR, ANOMALY, NO_TARGET, NO_DATA, NEUTRAL)
# Half a year's figure is never "jauh" from the year's target on that ground alone.
MIDYEAR = "tanpa penilaian (tengah tahun)"
ASSESSED = (REACHED, NEAR, FAR, MIDYEAR)

_UP, _UNCLEAR = "naik", "tidak jelas"
_KEY = ["region_code", "item_code"]
_TARGET = ["target_pct", "target_dari", "dokumen"]
_TOLERANCE = 1e-9


def is_midyear(period: str) -> bool:
    """Whether the figures of a period are those of January to June."""
    return period.endswith("-S1")


def assess_coverage(
    coverage: pd.DataFrame,
    resolved: pd.DataFrame,
    indicators: pd.DataFrame,
    *,
    near_share: float,
    midyear: bool = False,
) -> pd.DataFrame:
    """Add target_pct, target_dari, dokumen, status and tengah_tahun to rows of coverage.

    `coverage`: of `compute_coverage`. `resolved`: of `resolve_targets` (region_code, item_code,
    target_pct, target_dari, dokumen). `indicators`: kode, arah_baik. `near_share`: from which part
    of the target on a figure is "hampir" (0.9).

    In this order: *belum ada data* without a percentage (nobody to reach counts as no data);
    *anomali* above 100 %, or people reached where there are none, also where the direction is
    unclear, since it is a fault either way; *netral* where it is unclear whether more is better;
    *tanpa target*; *tercapai*; *hampir*; *jauh*, which is `MIDYEAR` instead for January to June.
    Raises ValueError for a direction other than "naik" and "tidak jelas".
    """
    directions = dict(
        zip(indicators["kode"].tolist(), indicators["arah_baik"].tolist(), strict=True)
    )
    unknown = set(directions.values()) - {_UP, _UNCLEAR}
    if unknown:
        raise ValueError(f"unknown direction of an indicator: {', '.join(sorted(unknown))}")
    found = resolved[_TARGET].set_axis(range(len(resolved))).reindex(_place(coverage, resolved))
    rows = coverage.assign(**{name: found[name].set_axis(coverage.index) for name in _TARGET})
    unclear = [item for item, direction in directions.items() if direction == _UNCLEAR]
    neutral = rows["item_code"].isin(unclear).to_numpy()
    return rows.assign(
        status=_name_status(rows, neutral, near_share, midyear), tengah_tahun=midyear
    )


def _place(coverage: pd.DataFrame, resolved: pd.DataFrame) -> np.ndarray:
    """Which row of `resolved` each row of `coverage` has as its target, -1 none.

    By numbers: a merge by two columns of words takes three times as long. Raises ValueError where
    one of the two has a service of a region twice.
    """
    regions, items = (pd.Index(resolved[name].unique()) for name in _KEY)
    cells = len(regions) * len(items)

    def find_cell(rows: pd.DataFrame) -> np.ndarray:
        region, item = (
            index.get_indexer(rows[name])
            for index, name in ((regions, "region_code"), (items, "item_code"))
        )
        # What has no target is sent to a cell of its own, the last.
        cell = np.where((region < 0) | (item < 0), cells, region * len(items) + item)
        if (np.bincount(cell, minlength=cells + 1)[:cells] > 1).any():
            raise ValueError("a service of a region stands there twice")
        return cell

    place = np.full(cells + 1, -1)
    place[find_cell(resolved)] = np.arange(len(resolved))
    return np.asarray(place[find_cell(coverage)])


def reaches(rows: pd.DataFrame, share_of_target: float = 1.0) -> np.ndarray:
    """Whether a row's people reached are that part of its target, without a rounding fault.

    `rows`: pembilang, penyebut, target_pct. False where one is unknown.
    """
    reached = 100 * rows["pembilang"].to_numpy(dtype="float64")
    wanted = share_of_target * rows["target_pct"].to_numpy(dtype="float64")
    wanted = wanted * rows["penyebut"].to_numpy(dtype="float64")
    return np.asarray(reached >= wanted * (1 - _TOLERANCE))


def flag_small_denominators(
    rows: pd.DataFrame, indicators: pd.DataFrame, minimum: int
) -> pd.DataFrame:
    """Add penyebut_kecil: fewer than `minimum` people to reach, so that one shifts the share a lot.

    False where nobody is counted or the count is unknown, and for RTM-6, which counts desa.
    """
    counts_desa = indicators.loc[indicators["status_penyebut"] == "master wilayah", "kode"]
    people = rows["penyebut"].to_numpy()
    few = (people > 0) & (people < minimum) & ~rows["item_code"].isin(counts_desa).to_numpy()
    return rows.assign(penyebut_kecil=few)


def count_statuses(assessed: pd.DataFrame) -> pd.DataFrame:
    """How many services of each region have each status: region_code, a column a status.

    All of `STATUSES` and `MIDYEAR` are there, 0 where no service has it.
    """
    counts = pd.crosstab(assessed["region_code"], assessed["status"])
    every = counts.reindex(columns=[*STATUSES, MIDYEAR], fill_value=0)
    return every.rename_axis(columns=None).reset_index()


def _name_status(
    rows: pd.DataFrame, neutral: np.ndarray, near_share: float, midyear: bool
) -> np.ndarray:
    share = rows["cakupan_pct"].to_numpy(dtype="float64")
    impossible = rows["alasan"].to_numpy(dtype=object) == REACHED_NOBODY
    cases = [
        (np.isnan(share) & ~impossible, NO_DATA),
        ((share > 100) | impossible, ANOMALY),
        (neutral, NEUTRAL),
        (rows["target_pct"].isna().to_numpy(), NO_TARGET),
        (reaches(rows), REACHED),
        (reaches(rows, near_share), NEAR),
    ]
    last = MIDYEAR if midyear else FAR
    # Plain objects: cheap to compare and the same kind as every other code here.
    found = np.full(len(rows), last, dtype=object)
    for when, word in reversed(cases):
        found[when] = word
    return found
