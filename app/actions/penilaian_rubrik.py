"""Bappeda sets what counts how much in its region's assessment, or goes back to our default."""

from dataclasses import dataclass

from sqlalchemy import Engine

from analysis.monev import Rubric
from app.access import Account, may
from app.actions.region_choice import OWNERS, save_region_choice
from app.actions.stage_checks import level_at
from app.assessment_rubric import SETTING_KEY, rubric_to

ACTION = "atur_tenggat"


@dataclass(frozen=True, slots=True)
class RubricResult:
    """What a save came to: None, or why nothing was stored, by code."""

    fault: str | None = None


def may_set(person: Account | None, region_code: str) -> bool:
    """Tell whether a person sets a region's rubric."""
    return level_at(region_code) in OWNERS and may(person, ACTION, region_code)


def set_rubric(
    engine: Engine,
    person: Account | None,
    *,
    region_code: str,
    rubric: Rubric | None,
    reason: str,
    version: int,
) -> RubricResult:
    """Set a region's rubric, also for the kecamatan or kabupaten in it; None: our default.

    A `Rubric` that contradicts itself cannot be made. Raises NotAllowedError.
    """
    fault = save_region_choice(
        engine,
        person,
        ACTION,
        region_code=region_code,
        key=SETTING_KEY,
        value={} if rubric is None else rubric_to(rubric),
        reason=reason,
        version=version,
    )
    return RubricResult(fault)
