"""Prevalence and assessed services of a few desa, and the settings of the reference."""

import pandas as pd

from analysis.coverage_status import FAR, REACHED
from analysis.prevalence import compute_prevalence
from analysis.problem_settings import ProblemSettings
from tests.analysis.services import make_assessed

SETTINGS = ProblemSettings(minimum_services=10, minimum_measured=30, who_high_pct=20, cutoff_pct=60)


def make_prevalence(children: dict[str, tuple[float, float]]) -> pd.DataFrame:
    """Stunted and measured children by code."""
    counts = [(code, *pair) for code, pair in children.items()]
    frame = pd.DataFrame(counts, columns=["code", "pembilang_jiwa", "penyebut_jiwa"])
    return compute_prevalence(frame)


def make_services(good: dict[str, tuple[int, int]], target: float = 80.0) -> pd.DataFrame:
    """Of each region so many services on target (at 90 %) and so many below it (at 50 %)."""
    rows: list[tuple[str, str, float, float | None, str]] = []
    for code, (reached, below) in good.items():
        for number in range(reached + below):
            on = number < reached
            share, word = (90.0, REACHED) if on else (50.0 - number, FAR)
            rows.append((code, f"I{number + 1:02d}", share, target, word))
    return make_assessed(rows)
