"""The assessment as tables for Excel, csv and json: scores of regions, and all the evidence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from analysis.monev import COMPONENTS, Assessment
from app.assessment_figures import tabulate
from app.assessment_rubric import OwnedRubric
from app.assessment_words import (
    name_stage,
    write_bounds,
    write_criterion_points,
    write_evidence,
    write_weights,
)
from app.documents.columns import Column, Notes
from app.documents.exported import Exported
from app.format import format_date
from app.text import exports
from app.text import penilaian as text
from app.text.screens import DEMO_MARK
from data_access.reads.penilaian import Result

_SCORES = frozenset({"nilai", *COMPONENTS, "weight", "score"})
_WIDTHS = {"evidence": 70, "sumber_resmi": 40, "criterion": 36}


@dataclass(frozen=True, slots=True)
class Frame:
    """What every file says of itself."""

    region_name: str
    year: int
    rubric: OwnedRubric
    demo: bool
    made_on: datetime


def export_scores(
    assessments: Iterable[Assessment],
    official: Mapping[str, Result],
    rubrics: Mapping[str, OwnedRubric],
    frame: Frame,
) -> Exported:
    """A row a region: total, class, the six components, the official class beside."""
    table = tabulate(assessments)
    codes = list(table["code"])
    found = [official.get(code) for code in codes]
    table = table.assign(
        year=str(frame.year),
        kelas=table["kelas"].map(text.CLASSES),
        kelas_sementara=table["kelas_sementara"].map(text.CLASSES),
        kelas_resmi=[text.CLASSES[r.class_name] if r and r.class_name else None for r in found],
        sumber_resmi=[r.source if r else None for r in found],
        rubrik=[_name_origin(rubrics[code]) for code in codes],
    )
    headings = text.EXPORT_COLUMNS | text.COMPONENTS
    order = [*list(text.EXPORT_COLUMNS)[:7], *COMPONENTS, *list(text.EXPORT_COLUMNS)[7:]]
    columns = [_column(key, headings[key]) for key in order]
    return Exported(table, columns, text.SHEET, list_notes(frame))


def export_evidence(assessments: Iterable[Assessment], frame: Frame) -> Exported:
    """A row a region and criterion, with what it rests on."""
    rows = [
        {
            "code": each.region_code,
            "name": each.name,
            "component": text.COMPONENTS[part.code],
            "stage": name_stage(criterion.evidence.stage),
            "criterion": text.CRITERIA[criterion.evidence.criterion],
            "weight": criterion.weight,
            "score": criterion.score,
            "evidence": write_evidence(criterion.evidence),
        }
        for each in assessments
        for part in each.components
        for criterion in part.criteria
    ]
    table = pd.DataFrame(rows, columns=list(text.EVIDENCE_COLUMNS))
    columns = [_column(key, heading) for key, heading in text.EVIDENCE_COLUMNS.items()]
    return Exported(table, columns, text.SHEET_EVIDENCE, list_notes(frame))


def list_notes(frame: Frame) -> Notes:
    """What a reader must know: that it is a simulation, of which year, by which rubric."""
    rubric = frame.rubric.rubric
    notes = [
        (text.NOTE_STATUS, text.SIMULATION),
        (exports.NOTE_REGION, frame.region_name),
        (text.NOTE_YEAR, str(frame.year)),
        (text.EXPORT_COLUMNS["rubrik"], _name_origin(frame.rubric)),
        (text.NOTE_WEIGHTS, write_weights(rubric)),
        (text.NOTE_POINTS, write_criterion_points(rubric)),
        (text.NOTE_BOUNDS, write_bounds(rubric)),
        (text.NOTE_RULE, text.RUBRIC_INTRO),
        (exports.NOTE_MADE, format_date(frame.made_on)),
    ]
    return [(exports.NOTE_DEMO, DEMO_MARK), *notes] if frame.demo else notes


def _name_origin(rubric: OwnedRubric) -> str:
    if rubric.owner is None:
        return text.RUBRIC_DEFAULT_WORD
    return text.RUBRIC_OWN_WORD.format(code=rubric.owner)


def _column(key: str, heading: str) -> Column:
    kind = "pct" if key in _SCORES else "count" if key == "belum_selesai" else "text"
    return Column(key, heading, kind, _WIDTHS.get(key))  # type: ignore[arg-type]
