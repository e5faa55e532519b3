"""Where a meeting's figures come from: asked anew for every snapshot, or from what is known."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Engine

from analysis.problem_settings import ProblemSettings
from analysis.readiness import StageStatus
from app.budget_figures import (
    BudgetGaps,
    Snapshot,
    compute_budget_gaps,
    read_budget,
    read_ground,
)
from app.meeting_problems import NamedPlaces, name_places
from app.problem_figures import Pairing, ProblemInputs, read_inputs


@dataclass(frozen=True, slots=True)
class Sources:
    """Questions that a snapshot puts, each answered the same wherever it is asked.

    `inputs` of a pairing; `problems` of a pairing and settings; `gaps` of a budget's snapshot and
    the period whose needs it is held against; `board`: the stages of a region and of those right
    below it in a year, None: as the database has them.
    """

    inputs: Callable[[Pairing], ProblemInputs]
    problems: Callable[[Pairing, ProblemSettings], NamedPlaces]
    gaps: Callable[[Snapshot, str], BudgetGaps]
    board: Callable[[str, int], Sequence[StageStatus]] | None = None


def ask_database(engine: Engine) -> Sources:
    """Put every question to the database."""

    def gaps(snapshot: Snapshot, period: str) -> BudgetGaps:
        ground = read_ground(engine, snapshot.wilayah_code, snapshot.year, period)
        return compute_budget_gaps(read_budget(engine, snapshot), ground)

    return Sources(
        inputs=lambda pairing: read_inputs(engine, pairing),
        problems=lambda pairing, settings: name_places(read_inputs(engine, pairing), settings),
        gaps=gaps,
    )
