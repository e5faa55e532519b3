"""Figures as screens, files and the command line show them: questions put, rules applied.

No cache and no Streamlit here, so that a script's figure is the screen's figure.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Engine

from analysis.classes import count_breaks
from analysis.prevalence import sum_measurements
from analysis.region_table import Thresholds, build_region_table, restrict_to, sum_region
from data_access import reference
from data_access.reads import pengukuran, wilayah
from data_access.reads.scope import DEPTH, NATION

BELOW = {
    "nasional": ("kabupaten", "provinsi"),
    "provinsi": ("kabupaten", "kecamatan", "desa"),
    "kabupaten": ("desa", "kecamatan"),
    "kecamatan": ("desa",),
    "desa": ("desa",),
}


@dataclass(frozen=True, slots=True)
class View:
    """What is looked at: regions of `level` inside `scope_code`, one source, two periods."""

    scope_code: str
    level: str
    source: str
    period: str
    compare: str | None


def read_thresholds() -> Thresholds:
    """The cut-offs in force, from reference data."""
    return Thresholds(
        prevalence_bounds=reference.read_prevalence_bounds(),
        minimum_measured=int(reference.read_threshold("anak_diukur_minimum")),
        participation_bounds=tuple(reference.read_threshold("partisipasi_batas")),
        change_bounds=tuple(reference.read_threshold("perubahan_batas")),
        break_factor=float(reference.read_threshold("patah_deret_kali")),
    )


def keep_usable(facts: pd.DataFrame, level: str) -> pd.DataFrame:
    """The facts that say something of a level: none that is recorded coarser."""
    fine = [name for name, depth in DEPTH.items() if depth >= DEPTH[level]]
    return facts[facts["level"].isin(fine)]


def tabulate_view(regions: pd.DataFrame, facts: pd.DataFrame, view: View) -> pd.DataFrame:
    """Apply the rules to a view; facts coarser than its level say nothing of it."""
    return build_region_table(
        regions,
        keep_usable(facts, view.level),
        group_column=f"{view.level}_code",
        period=view.period,
        compare=view.compare,
        thresholds=read_thresholds(),
    )


def tabulate_place(facts: pd.DataFrame, code: str) -> pd.DataFrame:
    """Sum the facts of one place, a row a period: see `analysis.region_table.sum_region`."""
    return sum_region(facts, code, read_thresholds())


def compute_prevalensi(engine: Engine, view: View) -> pd.DataFrame:
    """The figures of `konvergensi export prevalensi`: a row a region of the view's level.

    The same table as the map's, see `analysis.region_table.build_region_table`.
    """
    scope = view.scope_code[:5] if len(view.scope_code) > 5 else view.scope_code
    regions = wilayah.read_regions(engine, scope, view.level)
    below_kabupaten = DEPTH[view.level] > DEPTH["kabupaten"]
    facts = pengukuran.read_measurements(engine, scope, view.source, by_unit=below_kabupaten)
    return restrict_view(tabulate_view(regions, facts, view), view.scope_code)


def restrict_view(table: pd.DataFrame, code: str) -> pd.DataFrame:
    """Only the regions inside one, ranked anew; all of them inside the nation."""
    return table if code == NATION else restrict_to(table, code)


def finest_level(region_level: str, grains: set[str]) -> str | None:
    """The first level below a region that its data reach, None where they reach none."""
    depths = [DEPTH[grain] for grain in grains]
    for level in BELOW[region_level]:
        if any(depth >= DEPTH[level] for depth in depths):
            return level
    return None


def default_compare(earlier: Sequence[str], period: str) -> str | None:
    """The same month of the year before where it was measured, else the period just before.

    The same month compares like with like: seasons and the months of campaigns differ. None
    where nothing was measured before.
    """
    if not earlier:
        return None
    year_before = f"{int(period[:4]) - 1}{period[4:]}"
    return year_before if year_before in earlier else max(earlier)


def compute_count_bounds(facts: pd.DataFrame, level: str) -> tuple[float, ...]:
    """Class bounds of numbers of stunted children at a level, over all periods together."""
    sums = sum_measurements(keep_usable(facts, level), [f"{level}_code", "period"])
    return tuple(count_breaks(sums["stunting_jiwa"]))


def map_scope(region: wilayah.Region) -> str:
    """Whose layer shows a region: itself down to the kabupaten, below that its kabupaten."""
    return region.code[:5] if region.level in {"kecamatan", "desa"} else region.code
