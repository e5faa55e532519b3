"""The situation analysis: coverage, target groups, budget, problems, causes and what to do.

Source: guideline of 2024, Bab I D 1.
"""

import pandas as pd

from app.budget_figures import Snapshot, pick_snapshot
from app.budget_words import name_snapshot
from app.coverage_words import name_period
from app.documents.cakupan import COLUMNS as COVERAGE_COLUMNS
from app.documents.cakupan import arrange as arrange_coverage
from app.documents.exported import Exported
from app.documents.guideline_money import (
    compute_gaps_of,
    list_lamps,
    make_gap_table,
    write_lamps,
)
from app.documents.guideline_paper import Body
from app.documents.guideline_pictures import (
    draw_heatmap,
    draw_prevalence_map,
    draw_problem_map,
)
from app.documents.guideline_tables import (
    list_lagging_blocks,
    list_period_basis,
    list_place_blocks,
    list_threshold_remarks,
    make_group_table,
    make_prevalence_table,
    make_service_table,
    write_prevalence_sentences,
    write_service_sentences,
)
from app.documents.lokasi import export_places
from app.documents.meeting_papers import make_columns, number_rows
from app.documents.paper import Block, Heading, Numbered, Paragraph, Table
from app.documents.prevalensi import COLUMNS as PREVALENCE_COLUMNS
from app.documents.prevalensi import arrange as arrange_prevalence
from app.guideline_case import GuidelineCase
from app.guideline_lacks import OwnLacks
from app.items import find_item
from app.text import cakupan as coverage_text
from app.text import dokumen as text
from app.text import exports
from app.text import masalah as problem_text
from app.text.narrative import join_names

_PROBLEM_WIDTHS = (1, 4, 6, 5, 6, 6)
_MOST_PROBLEMS, _PLACES_NAMED = 80, 8
_SOLUTION = ("recommendation", "proposal")


def build(case: GuidelineCase) -> Body:
    """What the situation analysis of a region and year says."""
    period = case.pairing.period
    parts: list[Block] = [
        *list_prevalence_blocks(case),
        *_list_groups(case, period),
        *list_coverage_blocks(case, period),
        *list_budget_blocks(case, pick_budget(case)),
        Heading(text.PART_PLACES),
        *list_place_blocks(case),
        *list_problem_blocks(case.problem_rows),
    ]
    pictures = [draw_prevalence_map(case), draw_problem_map(case)]
    if period:
        pictures.append(draw_heatmap(case, period))
    return Body(
        parts,
        basis=list_period_basis(case),
        remarks=list_threshold_remarks(case),
        lacks=list_lacks(case),
        pictures=[each for each in pictures if each is not None],
        tables=_list_tables(case, period),
    )


def list_lacks(case: GuidelineCase) -> OwnLacks:
    """Figures of the year, and problems with their causes."""
    has_figures = case.pairing.period == str(case.year)
    return OwnLacks(
        () if has_figures else (text.LACK_ANSIT.format(year=case.year),),
        (text.LACK_PROBLEMS,) if case.problem_rows.empty else (),
    )


def list_prevalence_blocks(case: GuidelineCase) -> list[Block]:
    """Prevalence in sentences and as a table."""
    table = make_prevalence_table(case)
    lines = [Paragraph(line) for line in write_prevalence_sentences(case)]
    return [Heading(text.PART_PREVALENCE), *lines, *([table] if table else [])]


def _list_groups(case: GuidelineCase, period: str) -> list[Block]:
    head = Heading(text.PART_GROUPS)
    if not period:
        return [head, Paragraph(text.NO_PERIOD)]
    return [head, Paragraph(text.GROUPS_NOTE, small=True), make_group_table(case, period)]


def list_coverage_blocks(case: GuidelineCase, period: str) -> list[Block]:
    """Coverage of the region's services beside their targets, and those that lag."""
    head = Heading(text.PART_COVERAGE)
    table = make_service_table(case, period) if period else None
    if table is None:
        return [head, Paragraph(text.NO_PERIOD)]
    lines = [Paragraph(line) for line in write_service_sentences(case, period)]
    blocks: list[Block] = [head, *lines, table]
    if period == case.pairing.period:
        blocks += [Heading(text.LAGGING, 2), *list_lagging_blocks(case)]
    return blocks


def pick_budget(case: GuidelineCase) -> Snapshot | None:
    """The budget of the running year: as it stands first on the page Anggaran."""
    if not case.snapshots:
        return None
    return pick_snapshot(case.snapshots, case.year)


def list_budget_blocks(case: GuidelineCase, snapshot: Snapshot | None) -> list[Block]:
    """The three answers on the budget and its gaps, service by service."""
    head = Heading(text.PART_BUDGET)
    if snapshot is None:
        return [head, Paragraph(text.NO_BUDGET)]
    gaps = compute_gaps_of(case, snapshot)
    table = make_gap_table(case, gaps)
    lines = write_lamps(list_lamps(case, gaps))
    blocks: list[Block] = [
        head,
        Paragraph(text.BUDGET_OF.format(snapshot=name_snapshot(snapshot))),
        Numbered(lines),
    ]
    return [*blocks, table, Paragraph(text.GAP_NOTE, small=True)] if table else blocks


def list_problem_blocks(problems: pd.DataFrame) -> list[Block]:
    """What was recorded as problem, cause and recommendation; and the programmes that follow.

    The same problem of several places is told once; what concerns most places stands first.
    """
    blocks: list[Block] = [Heading(text.PART_PROBLEMS)]
    if problems.empty:
        return [*blocks, Paragraph(text.NO_PROBLEMS)]
    alike = _join_places(problems, ["item_code", "aspect", "problem", "cause", *_SOLUTION])
    rows = [
        (
            _name_service(row["item_code"]),
            f"{row['problem']}\n({problem_text.ASPECTS[row['aspect']].lower()})",
            row["cause"] or text.DASH,
            "\n".join(row[key] for key in _SOLUTION if row[key]) or text.DASH,
            str(row["places"]),
        )
        for row in alike.head(_MOST_PROBLEMS).to_dict("records")
    ]
    columns = make_columns(text.PROBLEM_COLUMNS, _PROBLEM_WIDTHS, 0)
    blocks.append(Table(columns, number_rows(rows)))
    proposed = tuple(
        text.PRIORITY.format(proposal=row["proposal"], places=row["places"])
        for row in _join_places(problems, ["proposal"]).to_dict("records")
        if row["proposal"]
    )
    blocks.append(Heading(text.PART_PRIORITY))
    return [*blocks, Numbered(proposed) if proposed else Paragraph(text.NO_PRIORITY)]


def _join_places(problems: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Problems that are alike with the names of their places, those of most places first."""
    found: dict[tuple[object, ...], list[str]] = {}
    plain = problems[keys].astype(object).where(problems[keys].notna(), None)
    rows = plain.itertuples(index=False, name=None)
    for place, key in zip(problems["place_name"], rows, strict=True):
        found.setdefault(key, []).append(str(place))
    ordered = sorted(found.items(), key=lambda each: -len(set(each[1])))
    table = pd.DataFrame([key for key, _ in ordered], columns=keys, dtype=object)
    return table.assign(
        places=[join_names(list(dict.fromkeys(names)), _PLACES_NAMED) for _, names in ordered]
    )


def _name_service(code: object) -> str:
    item = find_item(code) if isinstance(code, str) else None
    return coverage_text.SHORT_NAMES.get(item.code, item.short) if item else problem_text.GENERAL


def _list_tables(case: GuidelineCase, period: str) -> tuple[Exported, ...]:
    tables = []
    if not case.prevalence.empty:
        rows = arrange_prevalence(case.prevalence)
        tables.append(Exported(rows, PREVALENCE_COLUMNS, exports.SHEET, []))
    if period:
        tables += [make_coverage_sheet(case, period), export_places(case.places, [])]
    return tuple(tables)


def make_coverage_sheet(case: GuidelineCase, period: str) -> Exported:
    """Coverage of the region and of those right below it, as `konvergensi export cakupan`."""
    rows = case.coverage(period)
    order = list(dict.fromkeys([case.code, *rows["region_code"]]))
    return Exported(arrange_coverage(rows, order), COVERAGE_COLUMNS, name_period(period), [])
