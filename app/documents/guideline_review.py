"""The yearly review of performance: the running year that ends, and the year that is planned.

Source: guideline of 2024, "Reviu kinerja tahunan": held in January and February of the year after.
"""

from collections.abc import Sequence

import pandas as pd

from analysis.targets import PREVALENCE, resolve_targets
from app.budget_figures import Snapshot, pick_amounts
from app.budget_words import name_snapshot
from app.coverage_words import name_period, name_service
from app.documents.columns import Column
from app.documents.exported import Exported
from app.documents.guideline_ansit import list_budget_blocks, list_prevalence_blocks
from app.documents.guideline_monitoring import list_commitment_blocks, list_commitments
from app.documents.guideline_paper import Body
from app.documents.guideline_pictures import draw_heatmap, draw_prevalence_map
from app.documents.guideline_semester import make_source_table
from app.documents.guideline_tables import (
    list_period_basis,
    list_threshold_remarks,
    read_own_prevalence,
    write_service_sentences,
)
from app.documents.meeting_papers import make_columns
from app.documents.paper import Block, Facts, Heading, Paragraph, Table
from app.format import (
    format_count,
    format_idr,
    format_pct,
    format_period,
    format_poin,
)
from app.guideline_case import GuidelineCase
from app.guideline_lacks import OwnLacks
from app.proposal_words import name_bidang
from app.text import dokumen as text
from app.text import usulan as proposal_text
from data_access.reads import target
from data_access.reads.usulan import Proposal, read_proposals_inside

_COVERAGE_WIDTHS, _PLAN_WIDTHS, _FATE_WIDTHS = (10, 4, 4, 4, 4), (10, 4, 5), (9, 4, 5)
_FATES = (*proposal_text.FATES, None)


def build(case: GuidelineCase) -> Body:
    """What the year came to in a region, and what the next one is planned to be."""
    case = case.at_year_end()
    end = find_end_period(case)
    begin = find_begin_period(case, end)
    proposals = read_proposals_inside(case.engine, case.code, case.year)
    parts: list[Block] = [
        Heading(text.PART_RUNNING.format(year=case.year), 1),
        *_list_prevalence(case),
        *_list_coverage(case, begin, end),
        *_list_money(case),
        *_list_fates(proposals),
        *list_commitment_blocks(list_commitments(case)),
        Heading(text.PART_NEXT.format(year=case.year + 1)),
        *_list_next(case, proposals),
    ]
    pictures = [draw_prevalence_map(case), draw_heatmap(case, end) if end else None]
    return Body(
        parts,
        basis=list_period_basis(case),
        remarks=list_threshold_remarks(case),
        lacks=list_lacks(case),
        pictures=[each for each in pictures if each is not None],
        tables=(_tabulate(case, begin, end),) if end else (),
    )


def list_lacks(case: GuidelineCase) -> OwnLacks:
    """Figures that tell how the year ended."""
    tells_end = find_end_period(case) in (f"{case.year}-S2", str(case.year + 1))
    return OwnLacks(() if tells_end else (text.LACK_END.format(year=case.year),))


def find_end_period(case: GuidelineCase) -> str | None:
    """The period that tells how the year ended: semester II, else the next analysis."""
    wanted = (f"{case.year}-S2", str(case.year + 1), f"{case.year}-S1", str(case.year))
    return next((each for each in wanted if each in case.periods), None)


def find_begin_period(case: GuidelineCase, end: str | None) -> str | None:
    """The period that the end is held against; half a year only beside half a year."""
    wanted = f"{case.year - 1}-S1" if end == f"{case.year}-S1" else str(case.year)
    return wanted if wanted in case.periods and wanted != end else None


def _list_prevalence(case: GuidelineCase) -> list[Block]:
    blocks = list_prevalence_blocks(case)
    return [Heading(text.REVIEW_PREVALENCE, 2), *blocks[1:]]


def _list_coverage(case: GuidelineCase, begin: str | None, end: str | None) -> list[Block]:
    head = Heading(text.REVIEW_COVERAGE, 2)
    if end is None:
        return [head, Paragraph(text.NO_PERIOD)]
    lines = [Paragraph(line) for line in write_service_sentences(case, end)]
    rows = compare_services(case, begin, end)
    first = name_period(begin) if begin else text.DASH
    headings = (text.SERVICE_COLUMNS[0], first, name_period(end), *text.REVIEW_COLUMNS)
    columns = make_columns(headings, _COVERAGE_WIDTHS, 1, 2, 3, 4)
    words = tuple(
        (
            name_service(code),
            format_pct(before, missing=text.DASH),
            format_pct(after, missing=text.DASH),
            format_pct(goal, missing=text.DASH),
            format_poin(after - before, 1, text.DASH),
        )
        for code, before, after, goal in rows
    )
    return [head, *lines, Table(columns, words)]


def compare_services(
    case: GuidelineCase, begin: str | None, end: str
) -> list[tuple[str, float, float, float]]:
    """Services of the region: coverage at the beginning and the end of the year, target."""
    own, _ = case.split_coverage(end)
    before = {}
    if begin is not None and begin != end:
        first, _ = case.split_coverage(begin)
        before = dict(zip(first["item_code"], first["cakupan_pct"], strict=True))
    return [
        (
            str(row.item_code),
            float(before.get(row.item_code, float("nan"))),
            float(row.cakupan_pct),
            float(row.target_pct),
        )
        for row in own.itertuples(index=False)
    ]


def _list_money(case: GuidelineCase) -> list[Block]:
    snapshot = case.snapshot("perubahan", case.year) or case.snapshot("murni", case.year)
    blocks: list[Block] = [Heading(text.REVIEW_MONEY, 2)]
    if snapshot is None:
        blocks.append(Paragraph(text.NO_BUDGET))
    else:
        blocks.append(Paragraph(write_spent(case, snapshot)))
    if case.programmes.empty:
        return [*blocks, Paragraph(text.NO_PROGRAMMES)]
    return [*blocks, Paragraph(text.REVIEW_PROGRAMMES), make_source_table(case.programmes, 2)]


def write_spent(case: GuidelineCase, snapshot: Snapshot) -> str:
    """How much was tagged for the region and what was spent of it, where it is told."""
    amounts = pick_amounts(case.budget(snapshot).amounts, case.owner, case.code)
    spent = amounts["realised_idr"]
    known = amounts[spent.notna()]
    words = {
        "snapshot": name_snapshot(snapshot),
        "amount": format_idr(int(amounts["amount_idr"].sum())),
    }
    if known.empty:
        return text.SPENT_UNKNOWN.format(**words)
    whole, part = int(known["amount_idr"].sum()), int(spent.sum())
    share = format_pct(100 * part / whole) if whole else text.DASH
    return text.SPENT.format(**words, spent=format_idr(part), share=share)


def _list_fates(proposals: Sequence[Proposal]) -> list[Block]:
    head = Heading(text.REVIEW_FATES, 2)
    agreed = [each for each in proposals if each.decision == "disepakati"]
    if not agreed:
        return [head, Paragraph(text.NO_AGREED)]
    rows = tuple(
        (
            proposal_text.FATES.get(fate or "", text.FATE_UNKNOWN),
            format_count(len(mine)),
            format_count(sum(each.amount_idr or 0 for each in mine)),
        )
        for fate in _FATES
        if (mine := [each for each in agreed if each.fate == fate])
    )
    return [head, Table(make_columns(text.FATE_COLUMNS, _FATE_WIDTHS, 1, 2), rows)]


def _list_next(case: GuidelineCase, proposals: Sequence[Proposal]) -> list[Block]:
    goal, measured = _find_prevalence_target(case), read_own_prevalence(case)
    now = text.DASH
    if measured is not None and case.view is not None:
        now = text.PREVALENCE_NOW.format(
            value=format_pct(measured["prevalensi_pct"]), period=format_period(case.view.period)
        )
    facts = Facts(
        (
            (text.NEXT_PREVALENCE, format_pct(goal, missing=text.DASH)),
            (text.NEXT_NOW, now),
        )
    )
    planned = [
        each
        for each in proposals
        if each.decision == "disepakati" and each.execution_year == case.year + 1
    ]
    rows = tuple(
        (
            name_bidang(bidang),
            format_count(len(mine)),
            format_count(sum(each.amount_idr or 0 for each in mine)),
        )
        for bidang in dict.fromkeys(each.bidang for each in planned)
        if (mine := [each for each in planned if each.bidang == bidang])
    )
    table: Block = Paragraph(text.NO_PLANNED)
    if rows:
        table = Table(make_columns(text.PLANNED_COLUMNS, _PLAN_WIDTHS, 1, 2), rows)
    budget = list_budget_blocks(case, case.snapshot("rencana", case.year + 1))
    return [
        facts,
        Heading(text.NEXT_PROPOSALS, 2),
        table,
        Heading(text.NEXT_BUDGET, 2),
        *budget[1:],
    ]


def _find_prevalence_target(case: GuidelineCase) -> float | None:
    targets = target.read_targets(case.engine, case.code)
    living = case.regions[case.regions["valid_until"].isna()]
    resolved = resolve_targets(targets, living, case.year + 1)
    mine = resolved[(resolved["region_code"] == case.code) & (resolved["item_code"] == PREVALENCE)]
    return float(mine["target_pct"].iloc[0]) if len(mine) else None


def _tabulate(case: GuidelineCase, begin: str | None, end: str | None) -> Exported:

    rows = compare_services(case, begin, end) if end else []
    table = pd.DataFrame(rows, columns=list(text.REVIEW_HEADINGS)[1:])
    table = table.assign(service=[name_service(code) for code in table["item_code"]])
    columns = [
        Column(key, heading, "pct" if key.endswith("_pct") else "text")
        for key, heading in text.REVIEW_HEADINGS.items()
    ]
    return Exported(table, columns, text.SHEET_REVIEW, [])
