"""What a stage waits for before it may be approved, and who has not finished it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.stages import NOT_STARTED, Stage

BELOW = {"kabupaten": "kecamatan", "provinsi": "kabupaten"}
# The situation analysis rests on August's measurements: without them it cannot be approved.
# What else is due before a stage in the same region is told, not enforced.
_HOLDS_UP = frozenset({"pengukuran"})


@dataclass(frozen=True, slots=True)
class Gate:
    """One condition of a stage that is not met: which stage, where, and how it stands there.

    `missing`: region code and state of each region that has not finished. `blocks`: approval
    waits for it; otherwise it is only a warning.
    """

    kind: str
    stage: str
    blocks: bool
    missing: tuple[tuple[str, str], ...]


def find_gates(
    stage: Stage,
    region_code: str,
    children: Sequence[str],
    states: Mapping[tuple[str, str], str],
    stages: Mapping[str, Stage],
) -> list[Gate]:
    """The conditions of a stage in a region that are not met, blocking ones first.

    `children`: codes of the regions right below. `states`: overall state by (region, stage code);
    what is not there has not begun. `stages`: all definitions by code. A region without any
    region below meets its condition on them.
    """
    gates = [_check(stage, region_code, children, states, stages, need) for need in stage.needs]
    return sorted((gate for gate in gates if gate.missing), key=lambda gate: not gate.blocks)


def _check(
    stage: Stage,
    region_code: str,
    children: Sequence[str],
    states: Mapping[tuple[str, str], str],
    stages: Mapping[str, Stage],
    need: str,
) -> Gate:
    kind, short = need.split(":")
    below = kind == "turunan"
    other = stages[f"{BELOW[stage.level] if below else stage.level}.{short}"]
    found = ((code, _state(states, code, other)) for code in (children if below else [region_code]))
    missing = tuple((code, state) for code, state in found if not other.is_final(state))
    return Gate(kind, other.code, below or short in _HOLDS_UP, missing)


def _state(states: Mapping[tuple[str, str], str], code: str, stage: Stage) -> str:
    return states.get((code, stage.code), NOT_STARTED)


def is_held_up(gates: Sequence[Gate]) -> bool:
    """Tell whether approval waits for something."""
    return any(gate.blocks for gate in gates)
