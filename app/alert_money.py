"""Problem locations without money, for alerts: the budget of the year against what is needed."""

from datetime import date

import pandas as pd
from sqlalchemy import Engine

from analysis.budget_cells import build_cells
from analysis.budget_gaps import compute_gaps, list_unfunded, sum_programmes
from analysis.budget_needs import compute_needs
from analysis.problem_locations import MIXED, TYPE_1, TYPE_2, find_problem_locations
from app.budget_figures import (
    DESA,
    Ground,
    Snapshot,
    budget_services,
    make_ground,
    pick_snapshot,
    read_amounts,
)
from app.coverage_figures import read_coverage_regions
from app.problem_figures import (
    ProblemInputs,
    compute_lagging,
    pick_saved_settings,
    read_default_settings,
)
from data_access.reads import anggaran, pengaturan, program_mitra
from data_access.reads.scope import CODE_LENGTH

_PROBLEMS = (TYPE_1, TYPE_2, MIXED)


def read_unfunded(
    engine: Engine, inputs: ProblemInputs, today: date
) -> tuple[pd.DataFrame, Snapshot | None]:
    """Problem locations without money in this year's budget; no snapshot: nothing is tagged."""
    owner = inputs.scope_code
    snapshots = anggaran.read_snapshots(engine, owner)
    snapshot = pick_snapshot(snapshots, today.year) if snapshots else None
    amounts = read_amounts(engine, snapshot) if snapshot else None
    if snapshot is None or amounts is None or amounts.empty:
        return pd.DataFrame(), None
    ground = make_ground(
        owner,
        read_coverage_regions(engine, owner),
        inputs.assessed[inputs.assessed["level"] == DESA],
        anggaran.read_unit_costs(engine, owner),
        program_mitra.read_programs(engine, owner, snapshot.year),
    )
    gaps = _compute_desa_gaps(amounts, snapshot.year, ground)
    return list_unfunded(gaps, _find_priority(engine, inputs), compute_lagging(inputs)), snapshot


def narrow_inputs(inputs: ProblemInputs, code: str) -> ProblemInputs:
    """What is known of one region inside another, as if it had been asked for alone."""

    def keep(rows: pd.DataFrame, column: str) -> pd.DataFrame:
        inside = (rows[column] == code) | rows[column].str.startswith(f"{code}.")
        return rows[inside.astype(bool)].reset_index(drop=True)

    parents = [code[:length] for length in CODE_LENGTH.values() if length < len(code)]
    above = inputs.regions[inputs.regions["code"].isin(parents)]
    regions = pd.concat([above, keep(inputs.regions, "code")], ignore_index=True)
    return ProblemInputs(
        code,
        regions,
        keep(inputs.prevalence, "code"),
        keep(inputs.assessed, "region_code"),
        inputs.targets[inputs.targets["region_code"].isin(regions["code"])],
        keep(inputs.facts, "unit_code"),
    )


def _compute_desa_gaps(amounts: pd.DataFrame, year: int, ground: Ground) -> pd.DataFrame:
    """The desa of `app.budget_figures.compute_budget_gaps`, without the levels above them."""
    services = budget_services()
    needs = compute_needs(ground.reach, ground.unit_costs, year, services)
    cells = build_cells(
        amounts,
        needs,
        ground.regions,
        level=DESA,
        owner_code=ground.owner_code,
        services=services,
    )
    return compute_gaps(cells, sum_programmes(ground.programmes, ground.regions, DESA, services))


def _find_priority(engine: Engine, inputs: ProblemInputs) -> frozenset[str]:
    """The desa that are problem locations by the region's own settings, else by ours."""
    owner = inputs.scope_code
    saved = pick_saved_settings(pengaturan.read_settings(engine, owner), owner)
    table = find_problem_locations(
        owner,
        inputs.regions,
        inputs.prevalence,
        inputs.assessed,
        saved[0] if saved else read_default_settings(),
        inputs.targets,
    )
    hit = table["tipe"].isin(_PROBLEMS) & (table["level"] == DESA)
    return frozenset(table.loc[hit, "region_code"])
