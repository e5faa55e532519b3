"""Bappeda sets what counts how much in its region's assessment, or goes back to our default."""

from dataclasses import dataclass

from sqlalchemy import Engine

from analysis.monev import Rubric
from app.access import Account, demand, may
from app.actions.stage_checks import check_words, level_at
from app.assessment_rubric import SETTING_KEY, rubric_to
from data_access.writes.pengaturan import save_setting

ACTION = "atur_tenggat"
_OWNERS = ("kabupaten", "provinsi")


@dataclass(frozen=True, slots=True)
class RubricResult:
    """What a save came to: None, or why nothing was stored, by code."""

    fault: str | None = None


def may_set(person: Account | None, region_code: str) -> bool:
    """Tell whether a person sets a region's rubric."""
    return level_at(region_code) in _OWNERS and may(person, ACTION, region_code)


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
    known = demand(person, ACTION, region_code)
    if level_at(region_code) not in _OWNERS:
        return RubricResult("tingkat")
    faults = check_words(reason)
    if faults:
        return RubricResult(faults[0].code)
    conflict = save_setting(
        engine,
        known.username,
        wilayah_code=region_code,
        key=SETTING_KEY,
        value={} if rubric is None else rubric_to(rubric),
        reason=reason,
        version=version,
    )
    return RubricResult("bentrok" if conflict is not None else None)
