"""Repeating a step and reading its figures."""

import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass
class Measured:
    """What one page cost; seconds, bytes; None where it did not finish or was not measured.

    `first_s`: the first visit after the server started. `cold_s`: browser cache empty, server
    warm. `recolour_cpu_s`: server CPU, mean; the other figures are medians. `repeats`: recolours.
    """

    first_s: float | None = None
    cold_s: float | None = None
    recolour_s: float | None = None
    drill_s: float | None = None
    cold_bytes: float | None = None
    recolour_bytes: float | None = None
    recolour_cpu_s: float | None = None
    peak_bytes: float | None = None
    repeats: int = 0
    note: str = ""


@dataclass(frozen=True)
class Step:
    """One click: seconds until painted, bytes received, CPU seconds of the server."""

    seconds: float
    received: float
    cpu: float


def repeat(step: Callable[[int], Step], times: int, budget_s: float) -> list[Step]:
    """Repeat a step `times` times, or fewer (at least one) once it has taken `budget_s`."""
    begun = time.monotonic()
    steps: list[Step] = []
    for number in range(times):
        steps.append(step(number))
        if time.monotonic() - begun > budget_s:
            break
    return steps


def median(values: Sequence[float]) -> float:
    """The median."""
    return statistics.median(values)


def describe_load() -> str:
    """The machine's load averages: others may be at work on it."""
    return "load " + " ".join(f"{value:.1f}" for value in os.getloadavg())
