"""What a planning office reports of a map: the facts, without the words.

The pattern is that of Bappeda's own analyses (innovation proposal of Kabupaten Balangan, 2022):
which regions lie above the kabupaten's figure, the highest and the lowest; then how many fell and
rose since the period before, with the largest and the smallest fall and the largest rise.
"""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, slots=True)
class RegionFigure:
    """One region with the figure of a claim: percent, or points with their sign."""

    name: str
    value: float
    uncertain: bool = False


Figures = tuple[RegionFigure, ...]


@dataclass(frozen=True, slots=True)
class NarrativeFacts:
    """Facts of the two sentences; several regions in one place share the same figure.

    region_count: regions with a firm figure. left_out_count: regions left out of every claim,
    since too few of their children were measured and chance alone makes them highest or lowest.
    """

    parent_pct: float | None
    region_count: int
    above: Figures
    highest: Figures
    lowest: Figures
    largest_fall: Figures
    smallest_fall: Figures
    largest_rise: Figures
    falling_count: int
    rising_count: int
    unchanged_count: int
    left_out_count: int


def describe_prevalence(table: pd.DataFrame, parent: float | None) -> NarrativeFacts:
    """Collect the facts of a region table (see `analysis.region_table`).

    `table`: name, prevalensi_pct, perubahan_poin, arah, belum_meyakinkan, terlalu_sedikit, a row
    a region. `parent`: the figure of the region they lie in, percent.
    """
    known = table[table["prevalensi_pct"].notna()]
    firm = known[~known["terlalu_sedikit"]]
    shares = firm["prevalensi_pct"]
    changed = firm[firm["perubahan_poin"].notna()]
    falling, rising = changed[changed["arah"] == "turun"], changed[changed["arah"] == "naik"]
    sure_falling = falling[~falling["belum_meyakinkan"]]
    compared = parent is not None and not pd.isna(parent)
    above = (
        firm[shares > parent].sort_values("prevalensi_pct", ascending=False)
        if compared
        else firm[:0]
    )
    uniform = shares.nunique() < 2
    return NarrativeFacts(
        parent_pct=float(parent) if compared and parent is not None else None,
        region_count=len(firm),
        above=_figures(above, "prevalensi_pct"),
        highest=_figures(firm[shares == shares.max()], "prevalensi_pct"),
        lowest=() if uniform else _figures(firm[shares == shares.min()], "prevalensi_pct"),
        largest_fall=_extreme(_prefer_convincing(falling), lowest=True),
        smallest_fall=_extreme(sure_falling, lowest=False) if len(sure_falling) > 1 else (),
        largest_rise=_extreme(_prefer_convincing(rising), lowest=False),
        falling_count=len(falling),
        rising_count=len(rising),
        unchanged_count=len(changed) - len(falling) - len(rising),
        left_out_count=len(known) - len(firm),
    )


def _prefer_convincing(rows: pd.DataFrame) -> pd.DataFrame:
    """Only the convincing changes where there are any: chance makes the largest ones."""
    sure = rows[~rows["belum_meyakinkan"]]
    return rows if sure.empty else sure


def _extreme(rows: pd.DataFrame, *, lowest: bool) -> Figures:
    points = rows["perubahan_poin"]
    if rows.empty:
        return ()
    return _figures(rows[points == (points.min() if lowest else points.max())], "perubahan_poin")


def _figures(rows: pd.DataFrame, column: str) -> Figures:
    doubtful = rows["belum_meyakinkan"] if column == "perubahan_poin" else [False] * len(rows)
    return tuple(
        RegionFigure(str(name), float(value), bool(unsure))
        for name, value, unsure in zip(rows["name"], rows[column], doubtful, strict=True)
    )
