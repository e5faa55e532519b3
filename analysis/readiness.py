"""How ready the regions are: state of every stage, days left or late, who is waited for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from analysis.deadlines import Deadline, Guideline, Override, count_days_left, find_deadline
from analysis.stages import (
    APPROVED,
    ENTRY_STATES,
    SUBMITTED,
    VERIFIED,
    PartState,
    Stage,
    list_parts,
    overall_state,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A region on the board."""

    code: str
    name: str
    level: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Who is to act next: a role, for an agency."""

    role: str
    agency: str


@dataclass(frozen=True, slots=True)
class StageStatus:
    """How one stage of one region and year stands on a day.

    `days_left` is negative once the deadline is over, None without a deadline. `approver`: the
    agency whose penyetuju approves. `waiting` is empty once the stage is done.
    """

    place: Place
    year: int
    stage: Stage
    state: str
    parts: tuple[PartState, ...]
    waiting: tuple[Waiting, ...]
    approver: str
    deadline: Deadline | None = None
    days_left: int | None = None

    @property
    def is_final(self) -> bool:
        """Tell whether the stage is done."""
        return self.stage.is_final(self.state)

    @property
    def is_late(self) -> bool:
        """Tell whether the stage is not done although its deadline is over."""
        return self.days_left is not None and self.days_left < 0 and not self.is_final


@dataclass(frozen=True, slots=True)
class Rules:
    """What the reference data and the regions' own settings say.

    `agencies`: codes that a region registered. `approvers` and `overrides` by (region, stage).
    """

    stages: Mapping[str, Stage]
    guidelines: Mapping[int, Guideline]
    overrides: Mapping[tuple[str, str], Override]
    approvers: Mapping[tuple[str, str], str]
    agencies: Mapping[str, Sequence[str]]


def build_board(
    places: Sequence[Place], begun: Sequence[PartState], rules: Rules, year: int, today: date
) -> tuple[StageStatus, ...]:
    """The state of every stage of every place, in the order of the places and of the stages.

    `begun`: the parts that have a row, of these places and this year.
    """
    found: dict[tuple[str, str], dict[str, PartState]] = {}
    for part in begun:
        found.setdefault((part.wilayah_code, part.stage), {})[part.part] = part
    return tuple(
        _describe(place, stage, found.get((place.code, stage.code), {}), rules, year, today)
        for place in places
        for stage in rules.stages.values()
        if stage.level == place.level
    )


def _describe(
    place: Place,
    stage: Stage,
    begun: Mapping[str, PartState],
    rules: Rules,
    year: int,
    today: date,
) -> StageStatus:
    approver = rules.approvers.get((place.code, stage.code), stage.approver)
    parts = _complete(place.code, year, stage, begun, rules.agencies.get(place.code, ()))
    deadline = find_deadline(stage, place.code, year, rules.guidelines, rules.overrides)
    return StageStatus(
        place,
        year,
        stage,
        overall_state([part.state for part in parts]),
        parts,
        list_waiting(stage, parts, approver),
        approver,
        deadline,
        None if deadline is None else count_days_left(deadline.due, today),
    )


def _complete(
    code: str,
    year: int,
    stage: Stage,
    begun: Mapping[str, PartState],
    agencies: Sequence[str],
) -> tuple[PartState, ...]:
    """All parts of a stage, begun or not.

    An agency registered after the stage was done does not open it again; a part that was begun
    stays, also when its agency is no longer registered.
    """
    if begun and all(part.state == APPROVED for part in begun.values()):
        return tuple(begun.values())
    names = list_parts(stage, agencies)
    listed = [begun.get(name, PartState(code, year, stage.code, name)) for name in names]
    return (*listed, *(part for name, part in begun.items() if name not in names))


def list_waiting(stage: Stage, parts: Sequence[PartState], approver: str) -> tuple[Waiting, ...]:
    """Who is to act next: operators and verifikators of their parts, then the penyetuju."""
    waiting = [
        Waiting("operator" if part.state in ENTRY_STATES else "verifikator", part.part)
        for part in parts
        if part.state in ENTRY_STATES or part.state == SUBMITTED
    ]
    if not waiting and stage.final == APPROVED and any(p.state == VERIFIED for p in parts):
        waiting.append(Waiting("penyetuju", approver))
    return tuple(waiting)


def restrict_to_agency(board: Sequence[StageStatus], agency: str) -> tuple[StageStatus, ...]:
    """The board as one agency sees it: its own parts only; stages that it approves in whole."""
    kept = []
    for status in board:
        own = tuple(part for part in status.parts if part.part == agency)
        if own:
            waiting = list_waiting(status.stage, own, status.approver)
            state = overall_state([part.state for part in own])
            kept.append(replace(status, parts=own, state=state, waiting=waiting))
        elif status.approver == agency:
            kept.append(status)
    return tuple(kept)


def find_states(board: Sequence[StageStatus]) -> dict[tuple[str, str], str]:
    """Overall states by (region, stage code), as `analysis.gates` asks for them."""
    return {(status.place.code, status.stage.code): status.state for status in board}
