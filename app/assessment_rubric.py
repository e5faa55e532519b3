"""Which rubric holds for a region: its kabupaten's own, else its province's, else our default."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from analysis.monev import COMPONENTS, CRITERIA, Rubric, find_rubric_fault
from analysis.monev_evidence import ComponentPlan
from data_access import reference
from data_access.reads.scope import CODE_LENGTH

SETTING_KEY = "rubrik.monev"


@dataclass(frozen=True, slots=True)
class OwnedRubric:
    """A rubric with the region that set it and why; `owner` None: our default."""

    rubric: Rubric
    owner: str | None = None
    reason: str | None = None


@cache
def read_default_rubric() -> Rubric:
    """Our default weights, points and cut-offs, from reference data."""
    table = reference.read_rubric()
    return Rubric(
        {code: float(table["bobot"][code]) for code in COMPONENTS},
        {code: float(table["poin"][code]) for code in CRITERIA},
        float(table["batas"]["berkembang"]),
        float(table["batas"]["berdaya"]),
    )


@cache
def read_plan() -> tuple[ComponentPlan, ...]:
    """Which stages and results each component looks at, from reference data."""
    rows = reference.read_rubric()["komponen"]
    return tuple(ComponentPlan(row["kunci"], row["tahapan"], row["hasil"]) for row in rows)


def rubric_to(rubric: Rubric) -> dict[str, Any]:
    """A rubric as it is stored."""
    return {
        "bobot": dict(rubric.weights),
        "poin": dict(rubric.points),
        "berkembang": rubric.developing_from,
        "berdaya": rubric.empowered_from,
    }


def rubric_from(stored: Mapping[str, Any]) -> Rubric | None:
    """A stored rubric; None where it does not fit the components and criteria of today."""
    try:
        weights = {str(key): float(value) for key, value in stored["bobot"].items()}
        points = {str(key): float(value) for key, value in stored["poin"].items()}
        bounds = float(stored["berkembang"]), float(stored["berdaya"])
    except (KeyError, TypeError, ValueError):
        return None
    if find_rubric_fault(weights, points, *bounds) is not None:
        return None
    return Rubric(weights, points, *bounds)


def find_rubric(settings: pd.DataFrame, code: str) -> OwnedRubric:
    """The rubric in force in a region; `settings`: of `reads.pengaturan.read_settings`."""
    columns = (settings[name] for name in ("wilayah_code", "key", "value", "reason"))
    saved = {
        place: (value, reason)
        for place, key, value, reason in zip(*columns, strict=True)
        if key == SETTING_KEY and value
    }
    for length in (CODE_LENGTH["kabupaten"], CODE_LENGTH["provinsi"]):
        owner = code[:length]
        if len(owner) == length and owner in saved:
            value, reason = saved[owner]
            found = rubric_from(value)
            if found is not None:
                return OwnedRubric(found, owner, str(reason))
    return OwnedRubric(read_default_rubric())
