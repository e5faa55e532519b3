"""An assessment as plain values, frozen when it is recorded, and read back from them."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from analysis.monev import Assessment, Evidence, assess_region
from app.assessment_rubric import rubric_from, rubric_to

FORM = 1


def freeze(assessment: Assessment) -> dict[str, Any]:
    """Scores, rubric and evidence as they are now; codes, not words."""
    return {
        "form": FORM,
        "region": {
            "code": assessment.region_code,
            "name": assessment.name,
            "level": assessment.level,
        },
        "year": assessment.year,
        "rubric": rubric_to(assessment.rubric),
        "total": assessment.total,
        "class": assessment.class_name,
        "provisional_class": assessment.provisional_class,
        "is_provisional": assessment.is_provisional,
        "waiting": list(assessment.waiting),
        "components": {part.code: part.score for part in assessment.components},
        "evidence": [asdict(each) for each in assessment.evidence],
    }


def thaw(frozen: Mapping[str, Any]) -> Assessment | None:
    """The assessment as it was recorded; None where its form is no longer understood."""
    if frozen.get("form") != FORM:
        return None
    rubric = rubric_from(frozen["rubric"])
    if rubric is None:
        return None
    region = frozen["region"]
    return assess_region(
        [Evidence(**each) for each in frozen["evidence"]],
        rubric,
        region_code=region["code"],
        name=region["name"],
        level=region["level"],
        year=int(frozen["year"]),
        waiting=frozen["waiting"],
        is_provisional=bool(frozen["is_provisional"]),
    )
