"""The result of the assessment: six components, the class, the evidence, clarifications.

Source: guideline of 2024, Bab I D 4 b. Weights and cut-offs are ours, and said to be so.
"""

from collections.abc import Mapping

from analysis.monev import Assessment
from app.assessment_figures import assess_all, is_provisional, tabulate
from app.assessment_words import name_stage, write_evidence
from app.documents.columns import Column
from app.documents.exported import Exported
from app.documents.guideline_paper import Body
from app.documents.guideline_pictures import draw_bars
from app.documents.meeting_papers import make_columns, number_rows
from app.documents.paper import Block, Facts, Heading, Paragraph, Table
from app.format import format_count, format_date, format_number
from app.guideline_case import GuidelineCase
from app.guideline_lacks import OwnLacks
from app.text import dokumen as text
from app.text import penilaian as monev_text
from data_access.reads.penilaian import OFFICIAL, Clarification, read_clarifications, read_results

_COMPONENT_WIDTHS, _EVIDENCE_WIDTHS = (1, 8, 4, 4, 4), (5, 6, 5, 9, 3)
_BELOW_WIDTHS = (1, 6, 3, 5, 3, 3, 3, 3, 3, 3)
_CLARIFICATION_WIDTHS = (1, 5, 5, 8, 8)


def build(case: GuidelineCase) -> Body:
    """What a region's year comes to, by our simulation and by the official result."""
    found = assess_all(case.engine, case.code, case.year, case.today)
    own = found[case.code]
    below = [each for code, each in found.items() if code != case.code]
    clarifications = read_clarifications(case.engine, case.code, case.year)
    parts: list[Block] = [
        Heading(text.PART_RESULT),
        *_list_result(case, own),
        Heading(text.PART_EVIDENCE),
        *_list_evidence(own),
        *_list_below(below),
        Heading(text.PART_CLARIFICATIONS),
        *_list_clarifications(clarifications),
    ]
    return Body(
        parts,
        basis=[
            (text.BASIS_RUBRIC, monev_text.SIMULATION),
            (text.BASIS_CLASSES, _write_bounds(own)),
        ],
        remarks=[monev_text.SIMULATION_HELP],
        lacks=_say_provisional(provisional=own.is_provisional),
        tables=(_tabulate(found),),
    )


def list_lacks(case: GuidelineCase) -> OwnLacks:
    """A score that is no longer provisional; asked of the stages alone, not of all evidence."""
    return _say_provisional(provisional=is_provisional(case.board, case.code))


def _say_provisional(*, provisional: bool) -> OwnLacks:
    return OwnLacks((text.LACK_PROVISIONAL,) if provisional else ())


def _list_result(case: GuidelineCase, own: Assessment) -> list[Block]:
    facts = [
        (text.RESULT_TOTAL, _write_score(own.total)),
        (text.RESULT_CLASS, write_class(own)),
    ]
    official = [
        each for each in read_results(case.engine, [case.code], case.year) if each.kind == OFFICIAL
    ]
    for each in official:
        words = text.OFFICIAL.format(
            name=monev_text.CLASSES.get(each.class_name or "", monev_text.UNSETTLED),
            source=each.source or text.DASH,
            date=format_date(each.dated_on, text.DASH),
        )
        facts.append((text.RESULT_OFFICIAL, words))
    if not official:
        facts.append((text.RESULT_OFFICIAL, text.NO_OFFICIAL))
    rows = [
        (
            monev_text.COMPONENTS[part.code],
            _write_score(part.score),
            format_number(part.weight),
            format_number(part.share),
        )
        for part in own.components
    ]
    columns = make_columns(text.COMPONENT_COLUMNS, _COMPONENT_WIDTHS, 0, 2, 3, 4)
    picture = draw_bars(
        [monev_text.COMPONENTS[part.code] for part in own.components],
        [part.score or 0.0 for part in own.components],
        [_write_score(part.score) for part in own.components],
        text.CAPTION_COMPONENTS,
    )
    blocks: list[Block] = [Facts(tuple(facts)), Table(columns, number_rows(rows))]
    return [*blocks, picture] if picture is not None else blocks


def write_class(assessment: Assessment) -> str:
    """The class in words; why not, where it cannot be settled."""
    if assessment.class_name is not None:
        name = monev_text.CLASSES[assessment.class_name]
        return text.CLASS_PROVISIONAL.format(name=name) if assessment.is_provisional else name
    if assessment.provisional_class is None:
        return monev_text.UNSETTLED
    name = monev_text.CLASSES[assessment.provisional_class]
    return monev_text.UNSETTLED_PROVISIONAL.format(name=name)


def _write_bounds(own: Assessment) -> str:
    return text.CLASS_BOUNDS.format(
        developing=format_number(own.rubric.developing_from),
        empowered=format_number(own.rubric.empowered_from),
    )


def _write_score(score: float | None) -> str:
    return format_number(score, 1, monev_text.NO_SCORE)


def _list_evidence(own: Assessment) -> list[Block]:
    rows = tuple(
        (
            monev_text.COMPONENTS[part.code],
            name_stage(each.evidence.stage) if each.evidence.stage else text.DASH,
            monev_text.CRITERIA[each.evidence.criterion],
            write_evidence(each.evidence),
            format_number(each.score, 1, text.DASH),
        )
        for part in own.components
        for each in part.criteria
    )
    return [Table(make_columns(text.EVIDENCE_COLUMNS, _EVIDENCE_WIDTHS, 4), rows)]


def _list_below(below: list[Assessment]) -> list[Block]:
    if not below:
        return []
    rows = [
        (
            each.name,
            _write_short(each.total),
            write_class(each),
            *(_write_short(part.score) for part in each.components),
        )
        for each in below
    ]
    headings = (*text.RESULT_COLUMNS, *monev_text.COMPONENTS_SHORT.values())
    columns = make_columns(headings, _BELOW_WIDTHS, 0, 2, *range(4, 10))
    return [Heading(text.PART_BELOW), Table(columns, number_rows(rows))]


def _write_short(score: float | None) -> str:
    return format_number(score, 1, text.DASH)


def _list_clarifications(rows: tuple[Clarification, ...]) -> list[Block]:
    if not rows:
        return [Paragraph(text.NO_CLARIFICATIONS)]
    words = [
        (
            monev_text.COMPONENTS[row.component],
            row.asked_by,
            row.statement,
            row.answer or text.DASH,
        )
        for row in rows
    ]
    columns = make_columns(text.CLARIFICATION_COLUMNS, _CLARIFICATION_WIDTHS, 0)
    return [Table(columns, number_rows(words))]


def _tabulate(found: Mapping[str, Assessment]) -> Exported:
    table = tabulate(found.values())
    words = table.assign(
        kelas=table["kelas"].map(monev_text.CLASSES),
        kelas_sementara=table["kelas_sementara"].map(monev_text.CLASSES),
        belum_selesai=[format_count(each) for each in table["belum_selesai"]],
    )
    columns = [
        Column(key, heading, "pct" if key in _SCORES else "text")
        for key, heading in text.RESULT_HEADINGS.items()
    ]
    return Exported(words, columns, text.SHEET_RESULT, [])


_SCORES = ("nilai", *monev_text.COMPONENTS)
