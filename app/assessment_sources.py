"""Where an assessment's long answers come from: asked anew each time, or from what is known."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Engine

from analysis.completeness import Fill, count_fill
from app.coverage_figures import read_coverage_regions, tabulate_coverage
from data_access.reads import cakupan, tahapan, target
from data_access.reads.stage_definitions import read_items_of_parties

Fills = Mapping[tuple[str, str], Fill]


@dataclass(frozen=True, slots=True)
class Sources:
    """Questions about one region and all inside it, each answered the same wherever it is asked.

    `coverage` of a period, of at least the regions assessed: see
    `app.coverage_figures.tabulate_coverage`. `fills`: cells filled in a period, by kecamatan and
    party.
    """

    coverage: Callable[[str], pd.DataFrame]
    fills: Callable[[str], Fills]


def ask_database(engine: Engine, scope_code: str, codes: Iterable[str]) -> Sources:
    """Put every question to the database; what all periods have in common is asked once."""
    wanted = sorted(codes)
    shared: list[tuple[pd.DataFrame, pd.DataFrame]] = []
    desa: list[Mapping[str, int]] = []

    def coverage(period: str) -> pd.DataFrame:
        if not shared:
            regions = read_coverage_regions(engine, scope_code)
            shared.append((regions, target.read_targets(engine, scope_code)))
        facts = cakupan.read_coverage_facts(engine, scope_code, period)
        return tabulate_coverage(facts, *shared[0], wanted, period)

    def fills(period: str) -> Fills:
        if not desa:
            desa.append(tahapan.read_desa_counts(engine, scope_code))
        filled = tahapan.read_fill_counts(engine, scope_code, period)
        return count_fill(filled, desa[0], read_items_of_parties())

    return Sources(coverage, fills)
