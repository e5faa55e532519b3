"""What waits for one person: stages whose next step is theirs, and what comes next."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from analysis.readiness import StageStatus, Waiting
from analysis.stages import DRAFT, NOT_STARTED, RETURNED, SUBMITTED, PartState

# A stage that nobody began waits for its operator only when its deadline comes near; measurements
# and targets, which have none, from the year's first day, since the analysis waits for them.
HORIZON_DAYS = 45

Duty = tuple[str, str, str]
"""A role, the region and the agency for which somebody holds it."""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: "perbaiki", "isi", "verifikasi" or "setujui"; `part` None: the whole."""

    kind: str
    status: StageStatus
    part: PartState | None = None


_ORDER = {"perbaiki": 0, "setujui": 1, "verifikasi": 2, "isi": 3}


def list_tasks(board: Sequence[StageStatus], duties: Collection[Duty]) -> list[Task]:
    """What waits for somebody with these duties, the most pressing first.

    Late and soon due come first, what was returned before what was not.
    """
    tasks = [
        task
        for status in board
        for waiting in status.waiting
        if (waiting.role, status.place.code, waiting.agency) in duties
        and (task := _make_task(status, waiting)) is not None
    ]
    return sorted(tasks, key=_urgency)


def _make_task(status: StageStatus, waiting: Waiting) -> Task | None:
    if waiting.role == "penyetuju":
        return Task("setujui", status)
    part = next(part for part in status.parts if part.part == waiting.agency)
    if part.state == SUBMITTED:
        return Task("verifikasi", status, part)
    if part.state == RETURNED:
        return Task("perbaiki", status, part)
    near = status.stage.is_preparation or (
        status.days_left is not None and status.days_left <= HORIZON_DAYS
    )
    if part.state == DRAFT or (part.state == NOT_STARTED and near):
        return Task("isi", status, part)
    return None


def _urgency(task: Task) -> tuple[int, int]:
    days = task.status.days_left
    return 10_000 if days is None else days, _ORDER[task.kind]


def is_under_way(status: StageStatus) -> bool:
    """Tell whether a stage of another year than this is still worked on: begun, or just late."""
    days = status.days_left
    just_late = days is not None and -HORIZON_DAYS <= days < 0
    return not status.is_final and (status.state != NOT_STARTED or just_late)


def list_next_deadlines(board: Sequence[StageStatus], count: int = 3) -> list[StageStatus]:
    """The stages that are due next and not done, the nearest first."""
    coming = [s for s in board if s.days_left is not None and s.days_left >= 0 and not s.is_final]
    return sorted(coming, key=lambda s: s.days_left or 0)[:count]


def group_late(board: Sequence[StageStatus]) -> list[tuple[StageStatus, list[StageStatus]]]:
    """Late stages by stage and year: the first of them and all of them, the longest late first."""
    groups: dict[tuple[str, int], list[StageStatus]] = {}
    for status in board:
        if status.is_late:
            groups.setdefault((status.stage.code, status.year), []).append(status)
    ordered = sorted(groups.values(), key=lambda group: min(s.days_left or 0 for s in group))
    return [(group[0], group) for group in ordered]
