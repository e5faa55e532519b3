"""Sentences about the assessment: evidence, classes, stages; no cache and no Streamlit here."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from analysis.monev import COMPONENTS, CRITERIA, Assessment, Component, Evidence, Raise, Rubric
from analysis.monev_evidence import STAGES
from app.coverage_words import name_period
from app.format import (
    MINUS,
    format_count,
    format_date,
    format_number,
    format_pct,
    format_period,
)
from app.text import penilaian as text
from app.text import tahapan as stage_text
from data_access.reads.stage_definitions import read_stages

_DOCUMENTS_SHOWN = 3
# A sum of shares may leave a full score a hair below it.
_ALMOST_FULL, _FULL = 99.9, 100 - 1e-6


def name_stage(code: str) -> str:
    """A stage by its code: "Analisis Situasi"; "Hasil" for results, which belong to none."""
    stage = read_stages().get(code)
    if stage is not None:
        return stage.name
    # A level without the stage: another level's name says what is meant.
    short = code.split(".", 1)[-1]
    others = (each.name for each in read_stages().values() if each.short == short)
    return next(others, text.RESULTS_TITLE)


def name_class(code: str | None, missing: str = text.UNSETTLED) -> str:
    """A class as a word: "Berkembang"."""
    return missing if code is None else text.CLASSES[code]


def write_class(assessment: Assessment) -> str:
    """The class, or that it cannot be settled yet, with the provisional one."""
    if assessment.total is None:
        return text.NO_SCORE
    name = name_class(assessment.provisional_class)
    if assessment.class_name is not None:
        pattern = text.CLASS_PROVISIONAL if assessment.is_provisional else "{name}"
        return pattern.format(name=name)
    return text.UNSETTLED_PROVISIONAL.format(name=name)


def write_score(value: float | None) -> str:
    """A score with one decimal: "78,4"; never rounded up to a full 100."""
    if value is not None and _ALMOST_FULL < value < _FULL:
        value = _ALMOST_FULL
    return format_number(value, 1, missing=text.DASH)


def write_points(value: float | None) -> str:
    """A change of points with its sign: "+4,2 poin"; without one where it rounds to nothing."""
    if value is None:
        return text.DASH
    return text.POINTS.format(points=write_change(value))


def write_change(value: float | None) -> str:
    """A change of points with its sign and without a unit: "+4,2"."""
    if value is None:
        return text.DASH
    written = format_number(abs(value), 1)
    changed = written != format_number(0, 1)
    sign = "" if not changed else "+" if value > 0 else MINUS
    return f"{sign}{written}"


def write_bar(part: Component) -> str:
    """A component's bar: its score, its weight, and its share where others gave theirs."""
    words = {
        "name": text.COMPONENTS[part.code],
        "score": write_score(part.score),
        "weight": format_pct(part.weight, 0),
        "share": format_pct(part.share, 1),
    }
    if part.score is None:
        return text.BAR_NONE.format(**words)
    shared = abs(part.share - part.weight) > 0.05
    return (text.BAR_SHARED if shared else text.BAR).format(**words)


def write_evidence(row: Evidence) -> str:
    """What a criterion rests on, in words and figures."""
    if row.fraction is None:
        counted = format_count(row.facts.get("counted", 0))
        return text.REASONS[row.reason].format(counted=counted)
    writers = {
        "disetujui": _write_state,
        "tepat_waktu": _write_time,
        "lengkap": _write_fill,
        "dokumen": _write_documents,
        "cakupan": _write_coverage,
        "prevalensi": _write_prevalence,
    }
    return writers[row.criterion](row.facts)


def _write_state(facts: Mapping[str, Any]) -> str:
    state = stage_text.STATES[facts["state"]]
    if facts["done_on"] is None:
        return text.STATE.format(state=state)
    return text.STATE_ON.format(state=state, date=_write_day(facts["done_on"]))


def _write_time(facts: Mapping[str, Any]) -> str:
    due, done, left = facts["due"], facts["done_on"], facts["days_left"]
    words = {"due": _write_day(due), "date": _write_day(done), "days": format_count(left)}
    if done is not None:
        return (text.ON_TIME if done <= due else text.LATE).format(**words)
    if left < 0:
        return text.LATE_OPEN.format(**words)
    return (text.STILL_OPEN if left else text.STILL_TODAY).format(**words)


def _write_fill(facts: Mapping[str, Any]) -> str:
    pattern = text.FILLED_STAGES if facts["unit"] == STAGES else text.FILLED_CELLS
    return pattern.format(filled=format_count(facts["filled"]), cells=format_count(facts["cells"]))


def _write_documents(facts: Mapping[str, Any]) -> str:
    names = [str(each) for each in facts["documents"]]
    if not names:
        return text.NO_DOCUMENT
    shown = names[:_DOCUMENTS_SHOWN]
    if len(names) > len(shown):
        more = format_count(len(names) - len(shown))
        shown = [*shown, text.MORE_DOCUMENTS.format(count=more)]
    return text.DOCUMENTS.format(count=format_count(len(names)), names=", ".join(shown))


def _write_coverage(facts: Mapping[str, Any]) -> str:
    return text.COVERAGE.format(
        good=format_count(facts["good"]),
        counted=format_count(facts["counted"]),
        period=name_period(facts["period"]),
        before=name_period(facts["before"]),
    )


def _write_prevalence(facts: Mapping[str, Any]) -> str:
    return text.PREVALENCE.format(
        before_pct=format_pct(facts["before_pct"], 2),
        before=format_period(facts["before"]),
        now_pct=format_pct(facts["now_pct"], 2),
        period=format_period(facts["period"]),
        source=facts["source"],
    )


def _write_day(day: str | None) -> str:
    return "" if day is None else format_date(date.fromisoformat(day))


def name_raise(each: Raise) -> str:
    """What would raise the total: "Analisis Situasi, dokumen keluaran ada"."""
    criterion = text.CRITERIA[each.criterion]
    if not each.stage:
        return criterion
    lower = criterion[0].lower() + criterion[1:]
    return text.RAISE_STAGE.format(stage=name_stage(each.stage), criterion=lower)


def write_bounds(rubric: Rubric) -> str:
    """From where on the classes begin."""
    return text.BOUNDS.format(
        developing=format_number(rubric.developing_from),
        empowered=format_number(rubric.empowered_from),
    )


def write_weights(rubric: Rubric) -> str:
    """The weights of the components in one line."""
    return _write_pairs((text.COMPONENTS[each], rubric.weights[each]) for each in COMPONENTS)


def write_criterion_points(rubric: Rubric) -> str:
    """The points of the criteria in one line."""
    return _write_pairs((text.CRITERIA[each], rubric.points[each]) for each in CRITERIA)


def _write_pairs(pairs: Any) -> str:
    return ", ".join(
        text.PAIR.format(name=name, number=format_number(number)) for name, number in pairs
    )
