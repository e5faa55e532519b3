"""How many points a year a target asks for, and how many the years before have brought."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

UP, DOWN = "naik", "turun"


@dataclass(frozen=True, slots=True)
class Pace:
    """Points a year, with their sign: a prevalence that falls is below zero.

    needed_points: from the last figure to the target; None where the target's year has come.
    achieved_points: from the first to the last known year; None with fewer than two. reached: at
    the pace achieved (or, where the target's year has come, by the figure itself); None unknown.
    """

    first_year: int | None
    last_year: int | None
    last_pct: float | None
    target_year: int
    target_pct: float
    needed_points: float | None
    achieved_points: float | None
    projected_pct: float | None
    reached: bool | None


def compute_pace(
    past: pd.DataFrame | Mapping[str, Sequence[float]],
    target: tuple[int, float],
    *,
    direction: str = UP,
    comparable_from: int | None = None,
) -> Pace:
    """Hold a series of years against one target.

    `past`: year, value_pct (NaN unknown); years after the target's are left out, and so are years
    before `comparable_from`, since another definition counted then. `target`: year and percent.
    `direction`: "naik" for coverage, "turun" for prevalence. Raises ValueError for two figures of
    one year.
    """
    target_year, target_pct = target
    # Plain numbers: a page asks for thirty of these at once.
    known = sorted(
        (int(year), float(value))
        for year, value in zip(past["year"], past["value_pct"], strict=True)
        if not pd.isna(value)
        and year <= target_year
        and (comparable_from is None or year >= comparable_from)
    )
    years, values = [year for year, _ in known], [value for _, value in known]
    if len(set(years)) < len(years):
        raise ValueError("two figures of one year in a series")
    if not known:
        return Pace(None, None, None, target_year, target_pct, None, None, None, None)
    left, span = target_year - years[-1], years[-1] - years[0]
    achieved = (values[-1] - values[0]) / span if span else None
    projected = _project(values[-1], achieved, left)
    return Pace(
        first_year=years[0],
        last_year=years[-1],
        last_pct=values[-1],
        target_year=target_year,
        target_pct=target_pct,
        needed_points=(target_pct - values[-1]) / left if left else None,
        achieved_points=achieved,
        projected_pct=projected,
        reached=None if projected is None else _is_reached(projected, target_pct, direction),
    )


def _project(last_pct: float, achieved: float | None, years: int) -> float | None:
    if years == 0:
        return last_pct
    return None if achieved is None else last_pct + achieved * years


def _is_reached(value_pct: float, target_pct: float, direction: str) -> bool:
    gap = round(value_pct - target_pct, 9)
    return gap >= 0 if direction == UP else gap <= 0
