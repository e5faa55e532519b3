"""From what a region's year left behind to the evidence of each criterion.

Not done is 0. Not to be assessed is None with a reason: the level has no such stage, nothing is
to be entered, or there is no figure of the year before.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from analysis.completeness import Fill
from analysis.monev import Evidence

NO_STAGE = "tingkat_tanpa_tahapan"
NO_DATE = "tanpa_batas_waktu"
NOTHING_TO_FILL = "tidak_ada_isian"
NO_COMPARISON = "tanpa_pembanding"
FEW_SERVICES = "sedikit_layanan"
FEW_CHILDREN = "sedikit_anak"
CELLS, STAGES = "sel", "tahapan"


@dataclass(frozen=True, slots=True)
class ComponentPlan:
    """Which stages (by short name) a component looks at, by which criteria, and which results."""

    code: str
    stages: Mapping[str, Sequence[str]]
    results: Sequence[str]


@dataclass(frozen=True, slots=True)
class StageFacts:
    """One stage of one region as it stands.

    `done_on`: the local day of the last step into the final state, None while it is not final.
    `fill`: filled of what is to be filled, in `fill_unit`; None where nothing is. `documents`:
    names of files, or of what stands in for one.
    """

    code: str
    state: str
    is_final: bool
    due: date | None = None
    days_left: int | None = None
    done_on: date | None = None
    fill: Fill | None = None
    fill_unit: str = CELLS
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverageChange:
    """Of `counted` services known in both periods, how many rose or stayed at their target."""

    period: str
    before: str
    good: int
    counted: int


@dataclass(frozen=True, slots=True)
class PrevalenceChange:
    """Prevalence of two measurements of one source, percent of the measured children."""

    source: str
    period: str
    before: str
    now_pct: float
    before_pct: float
    fewest_measured: int


@dataclass(frozen=True, slots=True)
class RegionFacts:
    """Everything that a region's assessment rests on; `stages` by short name."""

    level: str
    stages: Mapping[str, StageFacts]
    coverage: CoverageChange | None = None
    prevalence: PrevalenceChange | None = None


@dataclass(frozen=True, slots=True)
class Minimums:
    """From how many services and measured children on a result is judged."""

    services: int
    children: int


def list_evidence(
    facts: RegionFacts, plan: Sequence[ComponentPlan], minimums: Minimums
) -> list[Evidence]:
    """The evidence of a region, in the order of the plan.

    A stage that the level does not have gives one row, left out, so that the reader sees why.
    """
    found: list[Evidence] = []
    for part in plan:
        for short, criteria in part.stages.items():
            stage = facts.stages.get(short)
            if stage is None:
                code = f"{facts.level}.{short}"
                found.append(Evidence(part.code, code, criteria[0], None, NO_STAGE, is_open=False))
            else:
                found += _list_stage(part.code, stage, criteria)
        found += _list_results(part, facts, minimums)
    return found


def _list_stage(component: str, stage: StageFacts, criteria: Sequence[str]) -> Iterator[Evidence]:
    judges = {
        "disetujui": _judge_approval,
        "tepat_waktu": _judge_time,
        "lengkap": _judge_fill,
        "dokumen": _judge_documents,
    }
    return (judges[each](component, stage) for each in criteria)


def _judge_approval(component: str, stage: StageFacts) -> Evidence:
    facts = {"state": stage.state, "done_on": _write(stage.done_on)}
    return Evidence(component, stage.code, "disetujui", float(stage.is_final), facts=facts)


def _judge_time(component: str, stage: StageFacts) -> Evidence:
    """On time: final on the due day or before; a day that is over cannot be met any more."""
    if stage.due is None:
        return Evidence(component, stage.code, "tepat_waktu", None, NO_DATE, is_open=False)
    facts = {
        "due": _write(stage.due),
        "done_on": _write(stage.done_on),
        "days_left": stage.days_left,
    }
    met = stage.is_final and stage.done_on is not None and stage.done_on <= stage.due
    still = not stage.is_final and stage.days_left is not None and stage.days_left >= 0
    return Evidence(
        component, stage.code, "tepat_waktu", float(met), is_open=still and not met, facts=facts
    )


def _judge_fill(component: str, stage: StageFacts) -> Evidence:
    if stage.fill is None or stage.fill.cells == 0:
        return Evidence(component, stage.code, "lengkap", None, NOTHING_TO_FILL, is_open=False)
    filled, cells = stage.fill.filled, stage.fill.cells
    facts = {"filled": filled, "cells": cells, "unit": stage.fill_unit}
    return Evidence(component, stage.code, "lengkap", min(filled / cells, 1.0), facts=facts)


def _judge_documents(component: str, stage: StageFacts) -> Evidence:
    facts = {"documents": list(stage.documents), "count": len(stage.documents)}
    return Evidence(component, stage.code, "dokumen", float(bool(stage.documents)), facts=facts)


def _list_results(
    part: ComponentPlan, facts: RegionFacts, minimums: Minimums
) -> Iterator[Evidence]:
    closing = facts.stages.get("penilaian")
    still = closing is None or not closing.is_final
    for criterion in part.results:
        if criterion == "cakupan":
            yield _judge_coverage(part.code, facts.coverage, minimums.services, still)
        else:
            yield _judge_prevalence(part.code, facts.prevalence, minimums.children, still)


def _judge_coverage(
    component: str, change: CoverageChange | None, minimum: int, still: bool
) -> Evidence:
    if change is None or change.counted == 0:
        return Evidence(component, "", "cakupan", None, NO_COMPARISON, is_open=False)
    facts = {
        "period": change.period,
        "before": change.before,
        "good": change.good,
        "counted": change.counted,
    }
    if change.counted < minimum:
        return Evidence(component, "", "cakupan", None, FEW_SERVICES, is_open=False, facts=facts)
    share = change.good / change.counted
    return Evidence(component, "", "cakupan", share, is_open=still, facts=facts)


def _judge_prevalence(
    component: str, change: PrevalenceChange | None, minimum: int, still: bool
) -> Evidence:
    """Fallen against the year before is 1; the same or risen is 0."""
    if change is None:
        return Evidence(component, "", "prevalensi", None, NO_COMPARISON, is_open=False)
    facts = {
        "source": change.source,
        "period": change.period,
        "before": change.before,
        "now_pct": change.now_pct,
        "before_pct": change.before_pct,
    }
    if change.fewest_measured < minimum:
        return Evidence(component, "", "prevalensi", None, FEW_CHILDREN, is_open=False, facts=facts)
    fell = float(change.now_pct < change.before_pct)
    return Evidence(component, "", "prevalensi", fell, is_open=still, facts=facts)


def _write(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
