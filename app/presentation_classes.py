"""The simulated classes of the assessment, for the slides of a story."""

from typing import Any

from sqlalchemy import Engine

from analysis.monev import Assessment
from app.assessment_figures import assess_all
from data_access.reads.penilaian import OFFICIAL, read_results


def freeze_official(engine: Engine, region_code: str, year: int) -> dict[str, Any] | None:
    """The official result of a region and year with its source, None while none is recorded."""
    for each in read_results(engine, [region_code], year):
        if each.kind == OFFICIAL:
            return {"class_name": each.class_name, "score": each.score, "source": each.source}
    return None


def freeze_classes(engine: Engine, region_code: str, year: int) -> list[dict[str, Any]] | None:
    """The assessment of a region and of those right below it, the region first.

    code, name, total (0-100 or None), class_name (None: cannot be settled yet), provisional_class,
    is_provisional, waiting (how many regions below are not done), components (scores by code).
    None for a region without an assessment.
    """
    try:
        found = assess_all(engine, region_code, year)
    except ValueError:
        return None
    return [_freeze(each) for each in found.values()]


def _freeze(assessment: Assessment) -> dict[str, Any]:
    return {
        "code": assessment.region_code,
        "name": assessment.name,
        "total": assessment.total,
        "class_name": assessment.class_name,
        "provisional_class": assessment.provisional_class,
        "is_provisional": assessment.is_provisional,
        "waiting": len(assessment.waiting),
        "components": {part.code: part.score for part in assessment.components},
    }
