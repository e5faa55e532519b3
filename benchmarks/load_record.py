"""What a load test records of every step, and its tables."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.reporting import markdown_table, seconds

ACTS = ("open", "go to", "choose", "type", "save")
"""Steps that a person waits for; the others happen by themselves or are no run of the page."""
Saved = tuple[str, str, str, int]
"""Who, desa, item and the value that was acknowledged."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what was done where, how long it took, and when it ended (monotonic clock)."""

    what: str
    page: str
    seconds: float
    at: float
    cpu_s: float | None = None


@dataclass(slots=True)
class Record:
    """All steps of a test, its errors in words, and the saves that were acknowledged."""

    steps: list[Step] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    saved: list[Saved] = field(default_factory=list)
    reconnected: int = 0
    received_bytes: int = 0

    def taken(self, *kinds: str) -> list[float]:
        """The times of the steps of some kinds, or of all."""
        return [step.seconds for step in self.steps if not kinds or step.what in kinds]


def percentile(values: Sequence[float], share: float) -> float | None:
    """The smallest value that at least `share` of all do not exceed; None of none."""
    if not values:
        return None
    return sorted(values)[max(math.ceil(share * len(values)) - 1, 0)]


def tabulate_pages(steps: Iterable[Step]) -> str:
    """A row a page and kind of step, the slowest first."""
    groups: dict[tuple[str, str], list[Step]] = defaultdict(list)
    for step in steps:
        groups[step.page, step.what].append(step)
    ranked = sorted(groups.items(), key=lambda each: -_p95(each[1]))
    header = ["page", "step", "steps", "p50, s", "p95, s", "p99, s", "max, s", "server CPU, s"]
    rows = [
        [page, what, str(len(group)), *_figures([step.seconds for step in group]), _cpu(group)]
        for (page, what), group in ranked
    ]
    return markdown_table(header, rows)


def tabulate_kinds(record: Record) -> str:
    """A row for all steps, then one a kind of step."""
    kinds = sorted({step.what for step in record.steps})
    rows = [["all", str(len(record.steps)), *_figures(record.taken())]]
    for kind in kinds:
        taken = record.taken(kind)
        rows.append([kind, str(len(taken)), *_figures(taken)])
    return markdown_table(["step", "steps", "p50, s", "p95, s", "p99, s", "max, s"], rows)


def summarise_errors(errors: Sequence[str], most: int = 20) -> str:
    """The errors with how often each came."""
    counted = Counter(errors).most_common(most)
    return "\n".join(f"- {number} x {words}" for words, number in counted) or "- none"


def _figures(values: Sequence[float]) -> list[str]:
    return [seconds(percentile(values, share)) for share in (0.5, 0.95, 0.99, 1.0)]


def _p95(group: Sequence[Step]) -> float:
    return percentile([step.seconds for step in group], 0.95) or 0.0


def _cpu(group: Sequence[Step]) -> str:
    known = [step.cpu_s for step in group if step.cpu_s is not None]
    return seconds(sum(known) / len(known)) if known else "-"
