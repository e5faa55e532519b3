"""`konvergensi export anggaran` and `celah-dana`: tagged lines, and gaps by region and service."""

import pandas as pd

from analysis.hierarchy import LEVELS
from app.budget_figures import (
    DESA,
    BudgetGaps,
    Snapshot,
    compute_budget_gaps,
    find_owner,
    name_regions,
    pick_amounts,
    pick_snapshot,
    read_budget,
    read_ground,
    read_thresholds,
)
from app.budget_words import key_snapshot
from app.cli.export_request import ExportRequest
from app.cli.printing import fail
from app.coverage_figures import ONE_DOWN
from app.documents.anggaran import export_gaps, export_lines, list_frame_notes, list_gap_notes
from app.documents.exported import Exported
from app.problem_figures import order_periods
from app.text import anggaran as text
from data_access.reads.anggaran import read_snapshots
from data_access.reads.cakupan import read_isian_periods
from geo.codes import level_of


def tabulate_budget(request: ExportRequest) -> Exported:
    """Tagged lines of a region's budget, a row a tag; `--periode` names the snapshot."""
    snapshot = _pick(request)
    owner, code = snapshot.wilayah_code, request.region.code
    ground = read_ground(request.engine, owner, snapshot.year, None)
    amounts = pick_amounts(read_budget(request.engine, snapshot).amounts, owner, code)
    return export_lines(amounts, name_regions(ground), owner, _list_notes(request, snapshot))


def tabulate_gaps(request: ExportRequest) -> Exported:
    """Money, need and gap of every service in the regions of a level (one down by default).

    Needs are made from the period of services that stands first on the screen.
    """
    snapshot = _pick(request)
    level = _pick_level(request)
    known = order_periods(read_isian_periods(request.engine, snapshot.wilayah_code))
    period = known[0] if known else None
    ground = read_ground(request.engine, snapshot.wilayah_code, snapshot.year, period)
    gaps = compute_budget_gaps(read_budget(request.engine, snapshot), ground)
    rows = _pick_rows(gaps, request.region.code, level)
    thresholds = read_thresholds()
    notes = [*_list_notes(request, snapshot), *list_gap_notes(period, thresholds)]
    return export_gaps(rows, name_regions(ground), level, thresholds, notes)


def _pick(request: ExportRequest) -> Snapshot:
    """The snapshot asked for ("2026-murni"), else the one that stands first on the screen."""
    name = request.region.name
    if request.region.level == "nasional":
        fail(text.NATION)
    known = read_snapshots(request.engine, find_owner(request.region.code))
    if not known:
        fail(text.NO_BUDGET.format(name=name))
    if request.period is None:
        return pick_snapshot(known, request.now.year)
    for each in known:
        if key_snapshot(each) == request.period:
            return each
    keys = ", ".join(map(key_snapshot, known))
    return fail(text.NO_SNAPSHOT.format(asked=request.period, name=name, known=keys))


def _pick_level(request: ExportRequest) -> str:
    """The level asked for: the region's own, the one below, or the desa."""
    own = request.region.level
    level = request.level or ONE_DOWN[own]
    known = [each for each in LEVELS if each in {own, ONE_DOWN[own], DESA}]
    if level not in known:
        words = {"level": level, "name": request.region.name, "known": ", ".join(known)}
        fail(text.BAD_GAP_LEVEL.format(**words))
    return level


def _pick_rows(gaps: BudgetGaps, code: str, level: str) -> pd.DataFrame:
    if level == level_of(code):
        return gaps.of(code)
    return gaps.desa_inside(code) if level == DESA else gaps.inside(code)


def _list_notes(request: ExportRequest, snapshot: Snapshot) -> list[tuple[str, str]]:
    return list_frame_notes(
        request.region.name,
        snapshot,
        text.NOTE_STATE_CLI,
        demo=request.is_demo,
        made_on=request.now,
    )
