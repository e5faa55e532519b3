"""What a changed rubric would do, and what changed since last year."""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.monev import Assessment, Rubric, assess_region


@dataclass(frozen=True, slots=True)
class ClassChange:
    """A region under another rubric: its class and total before and after."""

    region_code: str
    name: str
    before: str | None
    after: str | None
    total_before: float | None
    total_after: float | None

    @property
    def changes_class(self) -> bool:
        """Tell whether the region would be in another class."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class YearChange:
    """One score of two years; `code` is a component's or "" for the total. None: not known."""

    code: str
    now: float | None
    before: float | None

    @property
    def points(self) -> float | None:
        """By how many points it rose; None where one of the two is not known."""
        return None if self.now is None or self.before is None else self.now - self.before


def rescore(assessment: Assessment, rubric: Rubric) -> Assessment:
    """The same evidence under another rubric."""
    below_done = not assessment.waiting
    return assess_region(
        assessment.evidence,
        rubric,
        region_code=assessment.region_code,
        name=assessment.name,
        level=assessment.level,
        year=assessment.year,
        waiting=assessment.waiting,
        is_provisional=assessment.is_provisional and below_done,
    )


def compare_rubrics(assessments: Iterable[Assessment], rubric: Rubric) -> tuple[ClassChange, ...]:
    """What a rubric would do to each region, those that change class first.

    By the provisional class: the change is to be seen also before all regions below are done.
    """
    found = [
        ClassChange(
            each.region_code,
            each.name,
            each.provisional_class,
            (other := rescore(each, rubric)).provisional_class,
            each.total,
            other.total,
        )
        for each in assessments
    ]
    return tuple(sorted(found, key=lambda each: (not each.changes_class, each.region_code)))


def compare_years(now: Assessment, before: Assessment | None) -> tuple[YearChange, ...]:
    """The total ("") and the six components beside those of another year.

    A year of which nothing was recorded is not known; it was not a year of 0.
    """
    known = None if before is None or before.is_blank else before
    earlier = {} if known is None else {part.code: part.score for part in known.components}
    total = YearChange("", now.total, None if known is None else known.total)
    return (
        total,
        *(YearChange(part.code, part.score, earlier.get(part.code)) for part in now.components),
    )
