"""Coverage and prevalence of a year beside the year before, of some regions at once.

No cache and no Streamlit here, so that a script's figure is the screen's figure.
"""

from collections.abc import Callable, Iterable

import pandas as pd
from sqlalchemy import Engine

from analysis.monev_evidence import CoverageChange, Minimums, PrevalenceChange
from analysis.monev_results import compare_prevalences, count_coverage_changes
from data_access import reference
from data_access.reads import cakupan, penilaian_bukti

# The guideline's measurement month first.
_MONTHS = ("08", "02")


def read_minimums() -> Minimums:
    """From how many services and measured children on a result is judged (our defaults)."""
    return Minimums(
        int(reference.read_threshold("layanan_dinilai_minimum")),
        int(reference.read_threshold("anak_diukur_minimum")),
    )


def list_period_pairs(year: int) -> list[tuple[str, str]]:
    """Periods that tell a year's services beside the year before, the best first.

    Semester II and the next year's analysis both speak of 31 December; half a year only while
    neither is known. The year's own analysis speaks of the year before and is none of them.
    """
    return [
        (f"{year}-S2", f"{year - 1}-S2"),
        (str(year + 1), str(year)),
        (f"{year}-S1", f"{year - 1}-S1"),
    ]


def compare_coverage(
    engine: Engine,
    scope_code: str,
    codes: Iterable[str],
    year: int,
    minimum: int,
    coverage: Callable[[str], pd.DataFrame],
) -> dict[str, CoverageChange]:
    """How services changed, by region: of the first periods with `minimum` services in both.

    `coverage` of a period: see `app.assessment_sources.Sources`.
    """
    wanted = list(codes)
    known = set(cakupan.read_isian_periods(engine, scope_code))
    pairs = [pair for pair in list_period_pairs(year) if known.issuperset(pair)]
    found: dict[str, CoverageChange] = {}
    for now, before in pairs:
        changes = count_coverage_changes(coverage(now), coverage(before), now, before)
        for code, change in changes.items():
            if code not in found or found[code].counted < minimum <= change.counted:
                found[code] = change
        if all(code in found and found[code].counted >= minimum for code in wanted):
            break
    return found


def compare_prevalence(
    engine: Engine, scope_code: str, codes: Iterable[str], year: int
) -> dict[str, PrevalenceChange]:
    """How prevalence changed, by region: August's where known in both years, else February's."""
    wanted = set(codes)
    lengths = sorted({len(code) for code in wanted})
    measured = penilaian_bukti.read_routine_periods(engine, scope_code)
    found: dict[str, PrevalenceChange] = {}
    for month in _MONTHS:
        now, before = f"{year}-{month}", f"{year - 1}-{month}"
        for source in sorted({name for name, _ in measured}):
            missing = wanted - set(found)
            if not missing or not {(source, now), (source, before)} <= set(measured):
                continue
            counts = pd.concat(
                penilaian_bukti.read_measured_sums(
                    engine, scope_code, source, (now, before), length
                )
                for length in lengths
            )
            changes = compare_prevalences(counts, source, now, before)
            found |= {code: change for code, change in changes.items() if code in missing}
    return found
