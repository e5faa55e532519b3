"""The year's assessment: from evidence to criteria, components, a total of 0 to 100 and a class.

The guideline (Bab I, expected results, 4b) names the six components and the classes Tumbuh,
Berkembang and Berdaya, and no weight, point or cut-off: those are a rubric, given as an argument.
What cannot be assessed is left out, and its weight goes to the rest of its component in
proportion; a component without anything to assess leaves its weight to the others. What was not
done is 0.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from analysis.stages import NOT_STARTED

COMPONENTS = ("ansit", "perencanaan", "pelaksanaan", "monev", "regulasi", "publikasi")
GROWING, DEVELOPING, EMPOWERED = CLASSES = ("tumbuh", "berkembang", "berdaya")
CRITERIA = ("disetujui", "tepat_waktu", "lengkap", "dokumen", "cakupan", "prevalensi")
_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Rubric:
    """What counts how much.

    `weights`: percent of the total by component. `points`: of a criterion, whatever its stage. A
    total of at least `developing_from` is "berkembang", of at least `empowered_from` "berdaya".
    Raises ValueError for one that contradicts itself, see `find_rubric_fault`.
    """

    weights: Mapping[str, float]
    points: Mapping[str, float]
    developing_from: float
    empowered_from: float

    def __post_init__(self) -> None:
        fault = find_rubric_fault(
            self.weights, self.points, self.developing_from, self.empowered_from
        )
        if fault is not None:
            raise ValueError(fault)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one criterion of one stage rests on.

    `stage`: the stage's code, "" for a result. `fraction`: how much of it is fulfilled, 0 to 1;
    None where it cannot be assessed, and `reason` says why, by code. `is_open`: it can still be
    raised this year. `facts`: plain values, as they are shown and frozen.
    """

    component: str
    stage: str
    criterion: str
    fraction: float | None
    reason: str = ""
    is_open: bool = True
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion with its weight: points of its component's 100, None where left out."""

    evidence: Evidence
    weight: float | None

    @property
    def score(self) -> float | None:
        """The points got of `weight`; None where left out."""
        if self.weight is None or self.evidence.fraction is None:
            return None
        return self.weight * self.evidence.fraction


@dataclass(frozen=True, slots=True)
class Component:
    """One of the six: its score of 0 to 100, None where nothing in it can be assessed.

    `weight`: percent of the total by the rubric; `share`: after that of components without a
    score went to the others (0 for those).
    """

    code: str
    score: float | None
    weight: float
    share: float
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Raise:
    """What a criterion would add to the total if it were wholly fulfilled, in points."""

    component: str
    stage: str
    criterion: str
    gain: float


@dataclass(frozen=True, slots=True)
class Assessment:
    """The simulated result of one region's year.

    `provisional_class`: by the total alone, None without a total. `class_name`: None ("belum dapat
    ditetapkan") as long as regions below are not done. `waiting`: their codes. `is_provisional`:
    semester II of a kecamatan is not final, or regions below are not done. `raises`: the most
    first.
    """

    region_code: str
    name: str
    level: str
    year: int
    rubric: Rubric
    components: tuple[Component, ...]
    total: float | None
    provisional_class: str | None
    class_name: str | None
    is_provisional: bool
    waiting: tuple[str, ...] = ()
    raises: tuple[Raise, ...] = ()

    @property
    def evidence(self) -> list[Evidence]:
        """All evidence, in the order of the components."""
        return [each.evidence for part in self.components for each in part.criteria]

    @property
    def is_blank(self) -> bool:
        """Tell whether no stage of the year was ever begun: as likely not recorded as not done."""
        states = [row.facts.get("state") for row in self.evidence if row.criterion == "disetujui"]
        return all(state in (None, NOT_STARTED) for state in states)


def find_rubric_fault(
    weights: Mapping[str, float],
    points: Mapping[str, float],
    developing_from: float,
    empowered_from: float,
) -> str | None:
    """Why numbers make no rubric, by code; None where they do.

    "komponen", "kriteria": one is missing or foreign. "negatif". "jumlah": weights are not 100
    together. "tanpa_poin": a component could never have a score. "batas": the cut-offs do not
    rise from above 0 to 100.
    """
    if set(weights) != set(COMPONENTS):
        return "komponen"
    if set(points) != set(CRITERIA):
        return "kriteria"
    numbers = [*weights.values(), *points.values()]
    if not all(0 <= each <= 100 for each in numbers):
        return "negatif"
    if abs(sum(weights.values()) - 100) > _TOLERANCE:
        return "jumlah"
    if points["disetujui"] <= 0:
        return "tanpa_poin"
    return None if 0 < developing_from < empowered_from <= 100 else "batas"


def assess_region(
    evidence: Sequence[Evidence],
    rubric: Rubric,
    *,
    region_code: str,
    name: str,
    level: str,
    year: int,
    waiting: Sequence[str] = (),
    is_provisional: bool = False,
) -> Assessment:
    """Score a region's evidence.

    `waiting`: regions below whose own assessment is not approved; the guideline lets a region be
    classed only when all are. `is_provisional` holds besides.
    """
    components = score_components(evidence, rubric)
    total = compute_total(components)
    found = classify_total(total, rubric)
    return Assessment(
        region_code,
        name,
        level,
        year,
        rubric,
        components,
        total,
        found,
        None if waiting else found,
        is_provisional or bool(waiting),
        tuple(waiting),
        list_raises(components),
    )


def score_components(evidence: Iterable[Evidence], rubric: Rubric) -> tuple[Component, ...]:
    """The six components in order, each with its criteria in the order of the evidence."""
    rows = list(evidence)
    scored = []
    for code in COMPONENTS:
        criteria = _weigh([each for each in rows if each.component == code], rubric)
        scored.append((code, criteria, _sum_scores(criteria)))
    assessed = sum(rubric.weights[code] for code, _, score in scored if score is not None)
    return tuple(
        Component(
            code,
            score,
            rubric.weights[code],
            _share(rubric.weights[code], assessed) if score is not None else 0.0,
            criteria,
        )
        for code, criteria, score in scored
    )


def _weigh(rows: Sequence[Evidence], rubric: Rubric) -> tuple[Criterion, ...]:
    assessed = sum(rubric.points[row.criterion] for row in rows if row.fraction is not None)
    return tuple(
        Criterion(
            row,
            None if row.fraction is None else _share(rubric.points[row.criterion], assessed),
        )
        for row in rows
    )


def _share(part: float, whole: float) -> float:
    return 100 * part / whole if whole > 0 else 0.0


def _sum_scores(criteria: Sequence[Criterion]) -> float | None:
    if not any(each.weight for each in criteria):
        return None
    return sum(each.score for each in criteria if each.score is not None)


def compute_total(components: Sequence[Component]) -> float | None:
    """The total of 0 to 100; None where no component with a weight has a score."""
    if not any(each.share for each in components):
        return None
    return sum(each.share * each.score / 100 for each in components if each.score is not None)


def classify_total(total: float | None, rubric: Rubric) -> str | None:
    """The class of a total; None without one."""
    if total is None:
        return None
    # A total of 80 that the sums of shares leave a hair below it is 80.
    reached = total + _TOLERANCE
    if reached >= rubric.empowered_from:
        return EMPOWERED
    return DEVELOPING if reached >= rubric.developing_from else GROWING


def list_raises(components: Sequence[Component]) -> tuple[Raise, ...]:
    """What each criterion that is still open would add to the total, the most first."""
    found = [
        Raise(part.code, row.stage, row.criterion, gain)
        for part in components
        for each in part.criteria
        if (row := each.evidence).is_open
        and row.fraction is not None
        and each.weight is not None
        and (gain := part.share * each.weight * (1 - row.fraction) / 100) > _TOLERANCE
    ]
    return tuple(sorted(found, key=lambda each: -each.gain))
