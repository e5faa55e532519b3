"""The budget as screens, files and the command line show it: questions put, rules applied.

No cache and no Streamlit here, so that a script's figure is the screen's figure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import pandas as pd
from sqlalchemy import Engine

from analysis.budget import join_tags
from analysis.budget_answers import Thresholds
from analysis.budget_cells import build_cells
from analysis.budget_gaps import compute_gaps, sum_programmes
from analysis.budget_needs import compute_needs
from analysis.budget_overtagging import find_overtagging
from analysis.budget_places import place_amounts
from analysis.budget_services import BudgetServices, find_services
from app.coverage_figures import ONE_DOWN, read_coverage_regions, tabulate_coverage
from data_access import reference
from data_access.reads import anggaran, cakupan, program_mitra, target
from data_access.reads.scope import CODE_LENGTH
from geo.codes import level_of

Snapshot = anggaran.Snapshot
_REGION = ["code", "name", "level", "parent_code"]
_REACH = ["region_code", "item_code", "perlu_dijangkau"]
DESA = "desa"


@dataclass(frozen=True, slots=True)
class BudgetData:
    """What one snapshot says: `amounts` of `join_tags`, `activities` of `read_activities`.

    `doubts`: of `find_overtagging`.
    """

    snapshot: Snapshot
    amounts: pd.DataFrame
    activities: pd.DataFrame
    doubts: pd.DataFrame


@dataclass(frozen=True, slots=True)
class Ground:
    """What the money is held against, in the region that owns the budget.

    `regions`: code, name, level, parent_code, the owner and all in force inside it. `reach`: people
    still to reach, by desa and service; empty where no period of services is known.
    """

    owner_code: str
    regions: pd.DataFrame
    reach: pd.DataFrame
    unit_costs: pd.DataFrame
    programmes: pd.DataFrame


@dataclass(frozen=True, slots=True)
class BudgetGaps:
    """`analysis.budget_gaps.compute_gaps` at three levels: the owner, one below, the desa."""

    own: pd.DataFrame
    below: pd.DataFrame
    desa: pd.DataFrame

    def of(self, code: str) -> pd.DataFrame:
        """The rows of one region: the owner, one right below it, or a desa."""
        for rows in (self.own, self.below, self.desa):
            mine = rows[rows["region_code"] == code]
            if not mine.empty:
                return mine
        return self.own.head(0)

    def inside(self, code: str) -> pd.DataFrame:
        """The rows of the regions right below one: below the owner, or desa of a kecamatan."""
        if code in set(self.own["region_code"]):
            return self.below
        return self.desa_inside(code)

    def desa_inside(self, code: str) -> pd.DataFrame:
        """The rows of the desa in a region."""
        return self.desa[self.desa["region_code"].str.startswith(f"{code}.")]


@cache
def budget_services() -> BudgetServices:
    """The services as money counts them: see `analysis.budget_services`."""
    return find_services(reference.read_table("indikator"))


@cache
def read_thresholds() -> Thresholds:
    """From which part on an answer is green or yellow: our defaults, from reference data."""
    value = reference.read_threshold
    return Thresholds(
        funded_good=float(value("anggaran_dibiayai_semua")),
        funded_some=float(value("anggaran_dibiayai_sebagian")),
        enough=float(value("anggaran_cukup")),
        some=float(value("anggaran_kurang")),
        placed_good=float(value("anggaran_tempat_sesuai")),
        placed_some=float(value("anggaran_tempat_kurang")),
    )


def find_owner(code: str) -> str:
    """Whose budget is looked at: a kecamatan and a desa belong to their kabupaten's."""
    return code[: CODE_LENGTH["kabupaten"]]


def pick_snapshot(snapshots: Sequence[Snapshot], this_year: int) -> Snapshot:
    """The snapshot to begin with: the newest of the years begun, else the newest of all.

    `snapshots`: one at least, the newest first; so a plan for next year never stands first.
    """
    return next((each for each in snapshots if each.year <= this_year), snapshots[0])


def read_amounts(engine: Engine, snapshot: Snapshot) -> pd.DataFrame:
    """The tagged money of one snapshot: see `analysis.budget.join_tags`."""
    tags = anggaran.read_tags(engine, snapshot)
    lines = anggaran.read_lines(engine, snapshot, tagged_only=True)
    # Somebody may take a line's tags off between the two questions; the next run shows it.
    return join_tags(lines, tags[tags["line_id"].isin(lines["line_id"])])


def read_budget(engine: Engine, snapshot: Snapshot) -> BudgetData:
    """Put the questions of one snapshot to the database."""
    amounts = read_amounts(engine, snapshot)
    activities = anggaran.read_activities(engine, snapshot)
    kinds = reference.read_table("jenis_belanja")
    return BudgetData(snapshot, amounts, activities, find_overtagging(amounts, activities, kinds))


def read_ground(engine: Engine, owner_code: str, budget_year: int, period: str | None) -> Ground:
    """Put the questions of needs to the database: people of `period`, money of the budget year."""
    regions = read_coverage_regions(engine, owner_code)
    assessed = None
    if period is not None:
        assessed = tabulate_coverage(
            cakupan.read_coverage_facts(engine, owner_code, period),
            regions,
            target.read_targets(engine, owner_code),
            regions.loc[regions["level"] == DESA, "code"],
            period,
        )
    return make_ground(
        owner_code,
        regions,
        assessed,
        anggaran.read_unit_costs(engine, owner_code),
        program_mitra.read_programs(engine, owner_code, budget_year),
    )


def make_ground(
    owner_code: str,
    regions: pd.DataFrame,
    assessed: pd.DataFrame | None,
    unit_costs: pd.DataFrame,
    programmes: pd.DataFrame,
) -> Ground:
    """Put together what is known; `assessed`: of `tabulate_coverage` for the desa, None unknown."""
    within = regions["code"].str.startswith(owner_code) & regions["valid_until"].isna()
    living = regions.loc[within, _REGION].reset_index(drop=True)
    reach = pd.DataFrame(columns=_REACH) if assessed is None else assessed[_REACH]
    kept = reach[reach["region_code"].isin(living["code"])].astype({"perlu_dijangkau": "Int64"})
    return Ground(owner_code, living, kept, unit_costs, programmes)


def compute_budget_gaps(data: BudgetData, ground: Ground) -> BudgetGaps:
    """Money, needs and gaps of every service at the three levels: see `BudgetGaps`."""
    level = level_of(ground.owner_code)
    services = budget_services()
    needs = compute_needs(ground.reach, ground.unit_costs, data.snapshot.year, services)

    def at(each: str) -> pd.DataFrame:
        cells = build_cells(
            data.amounts,
            needs,
            ground.regions,
            level=each,
            owner_code=ground.owner_code,
            services=services,
        )
        sums = sum_programmes(ground.programmes, ground.regions, each, services)
        return compute_gaps(cells, sums)

    return BudgetGaps(own=at(level), below=at(ONE_DOWN[level]), desa=at(DESA))


def pick_amounts(amounts: pd.DataFrame, owner_code: str, code: str) -> pd.DataFrame:
    """Money of a region: all of the owner's; of a kecamatan what is placed in it, and the lines
    of its own agencies wherever they are placed.
    """  # fmt: skip
    if code == owner_code:
        return amounts
    places = amounts["place_code"].astype("object").fillna("")
    placed = (places == code) | places.str.startswith(f"{code}.")
    return amounts[placed | (amounts["owner_code"] == code)]


def name_regions(ground: Ground) -> Mapping[str, str]:
    """Names of the owner and the regions inside it, by code."""
    return dict(zip(ground.regions["code"], ground.regions["name"], strict=True))


def place_money(amounts: pd.DataFrame, ground: Ground, level: str) -> pd.DataFrame:
    """Where each tag counts at a level, or why nowhere: see `analysis.budget_places`."""
    return place_amounts(amounts, ground.regions, level, ground.owner_code)


def pick_service(amounts: pd.DataFrame, item_code: str) -> pd.DataFrame:
    """Money of a service and of those that count within it."""
    return amounts[amounts["item_code"].isin(budget_services().members(item_code))]
