"""Targets in force: a region's own, else those of the region it lies in, never another's."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.hierarchy import LEVELS, find_parents

PREVALENCE = "PREV"
OLD_NATIONAL = "nasional-lama"
# The plan nearest to the year and to the agency speaks first: Renja is an agency's plan of the
# year, RKPD the region's, RPJMD that of five years, RPJPD that of twenty. The older national
# targets count only where a region has taken them over, as rows of its own, and then last.
DOCUMENTS = ("Renja", "RKPD", "RPJMD", "RPJPD", OLD_NATIONAL)

_KEY = ["wilayah_code", "item_code", "year"]
_RESOLVED = ["region_code", "item_code", "target_pct", "target_dari", "dokumen"]


def find_target_year(period: str) -> int:
    """The year whose targets a coverage period is held against.

    A semester "2026-S1" its own year; the situation analysis "2026" the year before, which its
    figures speak of (31 December 2025).
    """
    year = int(period[:4])
    return year if "-S" in period else year - 1


def choose_document(targets: pd.DataFrame, documents: Sequence[str] = DOCUMENTS) -> pd.DataFrame:
    """One target a region, item and year: that of the first of `documents` which gives one.

    `targets`: wilayah_code, item_code, year, target_pct (NaN none), document. Raises ValueError
    for a document that is not among `documents`, and for two targets of the same document.
    """
    given = targets[targets["target_pct"].notna()]
    named = given["document"].to_numpy(dtype=object)
    unknown = sorted(set(named) - set(documents))
    if unknown:
        raise ValueError(f"unknown planning documents: {', '.join(unknown)}")
    place = pd.Index(documents).get_indexer(named)
    # Sorted as numbers: a page waits for this, and frames of words take five times as long.
    keys = [pd.factorize(given[name], sort=True)[0] for name in _KEY]
    order = np.lexsort((place, *reversed(keys)))
    again = np.all([np.diff(key[order]) == 0 for key in keys], axis=0)
    if (again & (np.diff(place[order]) == 0)).any():
        raise ValueError("a document gives two targets for one region, item and year")
    first = np.append(True, ~again)[: len(order)]
    return given.iloc[order[first]].reset_index(drop=True)


def resolve_targets(
    targets: pd.DataFrame,
    regions: pd.DataFrame,
    year: int,
    documents: Sequence[str] = DOCUMENTS,
) -> pd.DataFrame:
    """The targets in force in one year: a row per region x item that has one.

    `targets`: wilayah_code, item_code, year, target_pct, document. `regions`: code, level,
    parent_code. A kecamatan without its own takes its kabupaten's, a kabupaten its province's, a
    desa always its kecamatan's: rows of `targets` for a desa are not read. A region's own target
    of whatever document goes before that of the region above.

    Returns region_code, item_code, target_pct, target_dari (code of the region whose target it
    is) and dokumen.
    """
    chosen = choose_document(targets[targets["year"] == year], documents)
    items = sorted(set(chosen["item_code"]))
    source = _inherit(_place_own(chosen, regions, items), regions)
    region, item = np.nonzero(source >= 0)
    taken = chosen.iloc[source[region, item]]
    columns = [
        regions["code"].to_numpy(dtype=object)[region],
        np.array(items, dtype=object)[item],
        taken["target_pct"].to_numpy(dtype="float64"),
        taken["wilayah_code"].to_numpy(dtype=object),
        taken["document"].to_numpy(dtype=object),
    ]
    return pd.DataFrame(dict(zip(_RESOLVED, columns, strict=True)))


def build_target_series(
    targets: pd.DataFrame,
    regions: pd.DataFrame,
    code: str,
    item_code: str,
    documents: Sequence[str] = DOCUMENTS,
) -> pd.DataFrame:
    """All years' targets in force of one region and item: year, target_pct, target_dari, dokumen.

    Ordered by year; each year inherits for itself, as in `resolve_targets`.
    """
    mine = targets[targets["item_code"] == item_code]
    found = []
    for year in sorted(set(mine["year"])):
        rows = resolve_targets(mine, regions, int(year), documents)
        found.append(rows[rows["region_code"] == code].assign(year=int(year)))
    columns = ["year", "target_pct", "target_dari", "dokumen"]
    if not found:
        return pd.DataFrame(columns=columns)
    return pd.concat(found, ignore_index=True)[columns]


def _place_own(chosen: pd.DataFrame, regions: pd.DataFrame, items: list[str]) -> np.ndarray:
    """Row of `chosen` that each region has as its own, by item; -1 none."""
    source = np.full((len(regions), len(items)), -1, dtype=np.int64)
    row = pd.Index(regions["code"]).get_indexer(chosen["wilayah_code"])
    column = pd.Index(items).get_indexer(chosen["item_code"])
    sets = (regions["level"] != "desa").to_numpy()
    here = np.flatnonzero(row >= 0)
    here = here[sets[row[here]]]
    source[row[here], column[here]] = here
    return source


def _inherit(source: np.ndarray, regions: pd.DataFrame) -> np.ndarray:
    parents = find_parents(regions)
    levels = regions["level"].to_numpy()
    # From the top down, so that a desa sees what its kecamatan has taken over.
    for level in LEVELS[1:]:
        mine = np.flatnonzero((levels == level) & (parents >= 0))
        above = source[parents[mine]]
        source[mine] = np.where(source[mine] >= 0, source[mine], above)
    return source
