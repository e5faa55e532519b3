"""The stages of a region's year: their parts, states, and which step may follow which.

A stage has one part for each party that fills it. Part by part it goes from the operator to the
verifikator; the stage as a whole goes to the one who approves.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

NOT_STARTED = "belum mulai"
DRAFT, RETURNED, SUBMITTED = "draf", "dikembalikan", "diajukan"
VERIFIED, APPROVED = "terverifikasi", "disetujui"
# From the least to the most advanced; returned stands beside draft.
STATES = (NOT_STARTED, DRAFT, RETURNED, SUBMITTED, VERIFIED, APPROVED)
ENTRY_STATES = frozenset({NOT_STARTED, DRAFT, RETURNED})
EVERY_AGENCY = "*"
COORDINATOR = "bappeda"
_MONTH = re.compile(r"\d{4}-\d{2}")


@dataclass(frozen=True, slots=True)
class Move:
    """One kind of step: from which states, to which, and whether a note must say why."""

    sources: frozenset[str]
    target: str
    needs_note: bool = False


MOVES = {
    "isi": Move(frozenset({NOT_STARTED, RETURNED}), DRAFT),
    "ajukan": Move(ENTRY_STATES, SUBMITTED),
    "tarik": Move(frozenset({SUBMITTED}), DRAFT),
    "verifikasi": Move(frozenset({SUBMITTED}), VERIFIED),
    "kembalikan": Move(frozenset({SUBMITTED, VERIFIED}), RETURNED, needs_note=True),
    "setujui": Move(frozenset({VERIFIED}), APPROVED),
    "buka": Move(frozenset({APPROVED}), RETURNED, needs_note=True),
}


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage as the reference table defines it; `final`: the state in which it is done.

    `parts` name parties, "*" stands for every agency that the region registered. `needs` are
    "turunan:x" (x finished in every region below) and "sama:x" (x finished in the same region).
    """

    code: str
    level: str
    name: str
    deadline_order: int | None
    parts: tuple[str, ...]
    approver: str
    final: str
    needs: tuple[str, ...] = ()
    period: str = ""
    remark: str = ""

    @property
    def short(self) -> str:
        """What the stage is called at every level: "ansit" of "kecamatan.ansit"."""
        return self.code.split(".", 1)[1]

    @property
    def is_entered_here(self) -> bool:
        """Tell whether figures are entered part by part, so that an empty part is no draft."""
        return self.level == "kecamatan" and self.period != ""

    @property
    def is_preparation(self) -> bool:
        """Tell whether it comes before the year's dated stages: measurements and targets."""
        return self.short in {"pengukuran", "target"}

    def is_final(self, state: str) -> bool:
        """Tell whether the stage is done in this state."""
        return STATES.index(state) >= STATES.index(self.final)


@dataclass(frozen=True, slots=True)
class PartState:
    """One part of a stage as it stands; `version` 0 where nobody has begun."""

    wilayah_code: str
    year: int
    stage: str
    part: str
    state: str = NOT_STARTED
    version: int = 0
    note: str | None = None
    updated_by: str | None = None
    updated_at: datetime | None = None


def can_enter(state: str) -> bool:
    """Tell whether data of a part in this state may be entered; later states are locked."""
    return state in ENTRY_STATES


def next_states(state: str) -> tuple[str, ...]:
    """The states that one step leads to, from the least to the most advanced."""
    reached = {move.target for move in MOVES.values() if state in move.sources}
    return tuple(each for each in STATES if each in reached)


def can_move(kind: str, stage: Stage, state: str) -> bool:
    """Tell whether a kind of step fits a stage's part in this state.

    What is entered here cannot be submitted before anything was entered; a stage that ends with
    verification is never approved.
    """
    if state not in MOVES[kind].sources:
        return False
    if kind == "ajukan" and state == NOT_STARTED:
        return not stage.is_entered_here
    return kind != "setujui" or stage.final == APPROVED


def list_parts(stage: Stage, agencies: Iterable[str] = ()) -> tuple[str, ...]:
    """The parts of a stage in a region whose registered agencies are given.

    "*" becomes every registered agency but Bappeda; where none is registered, Bappeda fills it.
    """
    found: list[str] = []
    for part in stage.parts:
        others = sorted(set(agencies) - {COORDINATOR})
        named = (others or [COORDINATOR]) if part == EVERY_AGENCY else [part]
        found += [each for each in named if each not in found]
    return tuple(found)


def overall_state(states: Sequence[str]) -> str:
    """The state of a stage from those of its parts: as far as the last of them.

    Something returned makes the whole returned; begun in one part only is a draft.
    """
    if RETURNED in states:
        return RETURNED
    least = min(states, key=STATES.index, default=NOT_STARTED)
    begun = any(state != NOT_STARTED for state in states)
    return DRAFT if least == NOT_STARTED and begun else least


def period_of(stage: Stage, year: int) -> str | None:
    """The data period of a stage in a year of the cycle, None where it has none."""
    return stage.period.format(tahun=year, tahun_lalu=year - 1) or None


def year_of(stage: Stage, period: str | int) -> int | None:
    """The year of the cycle to which a data period belongs; a year is itself.

    None where the stage is not about such a period: February's measurements are in no stage.
    """
    text = str(period)
    year = int(text[:4])
    if not isinstance(period, int) and _MONTH.fullmatch(text):
        return next((y for y in (year, year + 1) if period_of(stage, y) == text), None)
    return year
