"""How firm a list of problem places is: which change when one setting moves by one step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from analysis.problem_locations import UNKNOWN, gather_places, name_types
from analysis.problem_settings import BELOW_CUTOFF, HIGH_RULES, LOW_RULES, ProblemSettings


@dataclass(frozen=True, slots=True)
class Step:
    """One setting moved by one step: its field, the value it moves to, the settings then."""

    field: str
    value: str | float
    settings: ProblemSettings


@dataclass(frozen=True, slots=True)
class StepSizes:
    """How large a step is: a part of the services, percentage points, services, children."""

    most_share: float
    cutoff_points: float
    services: int
    children: int


def list_steps(settings: ProblemSettings, sizes: StepSizes) -> tuple[Step, ...]:
    """Every setting moved once: the other rules in turn, each figure one step down and up.

    Figures that would contradict the settings (less than a half as "most") are left out, and so
    is the cut-off where coverage is held against its target.
    """
    moves: list[tuple[str, str | float]] = [
        *(("high", rule) for rule in HIGH_RULES if rule != settings.high),
        *(("low", rule) for rule in LOW_RULES if rule != settings.low),
    ]
    for sign in (-1, 1):
        moves.append(("most_share", round(settings.most_share + sign * sizes.most_share, 9)))
        if settings.low == BELOW_CUTOFF:
            moves.append(("cutoff_pct", settings.cutoff_pct + sign * sizes.cutoff_points))
        moves.append(("minimum_services", settings.minimum_services + sign * sizes.services))
        moves.append(("minimum_measured", settings.minimum_measured + sign * sizes.children))
    steps = [_try_step(settings, field, value) for field, value in moves]
    return tuple(step for step in steps if step is not None)


def _try_step(settings: ProblemSettings, field: str, value: str | float) -> Step | None:
    try:
        return Step(field, value, replace(settings, **{field: value}))  # type: ignore[arg-type]
    except ValueError:
        return None


def compare_steps(
    base: pd.DataFrame,
    steps: Sequence[Step],
    *,
    selected: str,
    regions: pd.DataFrame,
    prevalence: pd.DataFrame,
    assessed: pd.DataFrame,
    targets: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Find the places whose type changes under a step.

    `base`: of `find_problem_locations`; the other arguments are those it was made with. Returns a
    row per region x step that changes it: region_code, name, level, setelan (the field), nilai
    (what it moves to), tipe, tipe_baru, alasan_baru.
    """
    inside = assessed[assessed["region_code"].isin(base["region_code"])]
    gathered: dict[tuple[str, float], pd.DataFrame] = {}
    found = []
    for step in steps:
        # Only what counts as low moves the counts of services; the rest is held against them.
        low = (step.settings.low, step.settings.cutoff_pct)
        if low not in gathered:
            gathered[low] = gather_places(selected, regions, prevalence, inside, step.settings)
        moved = name_types(gathered[low], selected, prevalence, inside, step.settings, targets)
        found.append(_list_changed(base, moved, step))
    order = ["region_code", "name", "level", "setelan", "nilai", "tipe", "tipe_baru", "alasan_baru"]
    if not found:
        return pd.DataFrame(columns=order)
    return pd.concat(found, ignore_index=True)[order]


def _list_changed(base: pd.DataFrame, moved: pd.DataFrame, step: Step) -> pd.DataFrame:
    changed = moved["tipe"].to_numpy() != base["tipe"].to_numpy()
    rows = base.loc[changed, ["region_code", "name", "level", "tipe"]]
    return rows.assign(
        setelan=step.field,
        nilai=step.value,
        tipe_baru=moved.loc[changed, "tipe"].to_numpy(),
        alasan_baru=moved.loc[changed, "alasan"].to_numpy(),
    )


def rate_firmness(base: pd.DataFrame, changes: pd.DataFrame) -> pd.DataFrame:
    """Add to `base` how firm each type is.

    langkah_mengubah: how many steps of `compare_steps` change it. anak_terlalu_sedikit: its high
    or low prevalence rests on too few children to say, since the 95 % interval holds the figure
    it is compared with; False where the type is unknown anyway.
    """
    moved = changes.groupby("region_code").size()
    number = base["region_code"].map(moved).fillna(0).astype("int64")
    few = base["belum_meyakinkan"] & (base["tipe"] != UNKNOWN)
    return base.assign(langkah_mengubah=number, anak_terlalu_sedikit=few)
