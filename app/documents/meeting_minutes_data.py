"""The data behind a berita acara and what was discussed, from the frozen figures alone."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from analysis.problem_locations import MIXED, TYPE_1, TYPE_2, WATCH
from app.coverage_words import name_period
from app.documents.meeting_papers import make_columns, to_table
from app.documents.meeting_record import MeetingRecord
from app.documents.paper import Block, Facts, Heading, Numbered, PageBreak, Paragraph, Table
from app.format import format_count, format_date, format_number, format_pct, format_period
from app.meeting_figures import (
    Figures,
    describe_basis,
    list_lagging,
    list_lamps,
    name_budget,
    name_place,
    tabulate_places,
    tabulate_services,
)
from app.meeting_snapshot import count_problems
from app.text import surat as text
from app.text.lokasi import TYPES_SHORT

# More than this and the places stand in an annex: the agreements shall not drown in them.
MOST_IN_BODY = 25
_HIT = (TYPE_1, TYPE_2, MIXED)
_KECAMATAN_LENGTH = 8
_PLACE_WIDTHS, _SERVICE_WIDTHS, _PROBLEM_WIDTHS = (8, 4, 4, 4), (12, 3, 3, 4, 4), (3, 4, 13)


def list_data_blocks(record: MeetingRecord) -> list[Block]:
    """Parts B and C: sources, periods, thresholds; prevalence, coverage, problem places."""
    if record.figures is None:
        return [Heading(text.PART_BASIS), Paragraph(text.BASIS_NONE)]
    figures = record.figures
    return [
        Heading(text.PART_BASIS),
        Facts(tuple(list_basis(record, figures))),
        *(Paragraph(line, small=True) for line in list_further_basis(figures)),
        Heading(text.PART_DISCUSSED),
        *_list_prevalence(figures),
        *_list_coverage(figures, record.region),
        *_list_problems(figures),
        *_list_budget(figures),
    ]


def list_annex(record: MeetingRecord) -> list[Block]:
    """The problem places on pages of their own, where they are too many for the body."""
    figures = record.figures
    if figures is None or len(figures["problems"]) <= MOST_IN_BODY:
        return []
    table = _make_problems(figures)
    return [PageBreak(), Heading(text.ANNEX), table]


def list_basis(record: MeetingRecord, figures: Figures) -> list[tuple[str, str]]:
    """When frozen, sources, periods, cut-off dates, thresholds."""
    when = text.BLANK
    if record.frozen_at is not None:
        when = f"{format_date(record.frozen_at.date())} {record.frozen_at:%H.%M}"
    period = figures["period"]
    rows = [
        (text.BASIS_FROZEN, text.BASIS_FROZEN_VALUE.format(when=when)),
        (text.BASIS_SOURCE, _write_source(figures)),
        (text.BASIS_PERIOD, name_period(period, long=True) if period else text.BASIS_PERIOD_NONE),
    ]
    return [*rows, (text.BASIS_THRESHOLDS, _write_thresholds(figures["thresholds"]))]


def list_further_basis(figures: Figures) -> list[str]:
    """How far the figures were approved, and the settings with their origin."""
    lines = describe_basis(figures)
    # Its first line names the periods, which stand above with their cut-off dates.
    return lines if figures["period"] is None else lines[1:]


def _write_source(figures: Figures) -> str:
    measured = figures["measured"]
    if measured is None:
        return text.BASIS_SOURCE_NONE
    year, month = int(measured[:4]), int(measured[5:7])
    cutoff = date(year, month, monthrange(year, month)[1])
    return text.BASIS_SOURCE_VALUE.format(
        source=figures["source"], month=format_period(measured), cutoff=format_date(cutoff)
    )


def _write_thresholds(thresholds: Figures) -> str:
    return text.THRESHOLDS.format(
        bounds="; ".join(format_number(each) for each in thresholds["prevalence_bounds"]),
        near=format_pct(100 * thresholds["near_share"], 0),
        small=format_count(thresholds["small_denominator"]),
        points=format_number(thresholds["lagging_points"]),
        minimum=format_count(thresholds["lagging_minimum"]),
    )


def _list_prevalence(figures: Figures) -> list[Block]:
    head = Heading(text.PREVALENCE, 2)
    if not figures["prevalence"]:
        return [head, Paragraph(text.PREVALENCE_NONE)]
    return [head, to_table(tabulate_places(figures), _PLACE_WIDTHS, 1, 2, 3)]


def _list_coverage(figures: Figures, region: str) -> list[Block]:
    code = figures["region"]["code"]
    table = tabulate_services(figures, code)
    lagging = list_lagging(figures)
    first = (
        Paragraph(text.COVERAGE_NONE) if table.empty else to_table(table, _SERVICE_WIDTHS, 1, 2, 4)
    )
    return [
        Heading(text.COVERAGE.format(region=region), 2),
        first,
        Heading(text.LAGGING, 2),
        Numbered(tuple(lagging)) if lagging else Paragraph(text.LAGGING_NONE),
    ]


def _list_problems(figures: Figures) -> list[Block]:
    head, counted = Heading(text.PROBLEMS, 2), count_problems(figures)
    if not counted:
        return [head, Paragraph(text.PROBLEMS_NONE)]
    words = _write_problem_counts(counted)
    if len(figures["problems"]) > MOST_IN_BODY:
        return [head, Paragraph(f"{words} {text.PROBLEMS_ANNEX}")]
    return [head, Paragraph(words), _make_problems(figures)]


def _write_problem_counts(counted: Mapping[str, int]) -> str:
    hit = {kind: counted[kind] for kind in _HIT if kind in counted}
    kinds = "; ".join(
        text.PROBLEMS_KIND.format(count=format_count(count), kind=TYPES_SHORT[kind].lower())
        for kind, count in hit.items()
    )
    return text.PROBLEMS_COUNT.format(
        count=format_count(sum(hit.values())),
        kinds=text.PROBLEMS_KINDS.format(kinds=kinds) if kinds else "",
        watched=format_count(counted.get(WATCH, 0)),
    )


def _make_problems(figures: Figures) -> Table:
    rows = tuple(
        (TYPES_SHORT[row["type"]], _name_problem_place(figures, row["code"]), row["reason"])
        for row in figures["problems"]
    )
    return Table(make_columns(text.PROBLEM_COLUMNS, _PROBLEM_WIDTHS), rows)


def _name_problem_place(figures: Figures, code: str) -> str:
    """A desa names its kecamatan too, unless the meeting is that kecamatan's."""
    name, parent = name_place(figures, code), code[:_KECAMATAN_LENGTH]
    if parent in {code, figures["region"]["code"]} or parent not in figures["names"]:
        return name
    return text.PLACE_IN.format(name=name, kecamatan=name_place(figures, parent))


def _list_budget(figures: Figures) -> list[Block]:
    budget = figures["budget"]
    if budget is None:
        return [Heading(text.BUDGET.format(snapshot="").strip(), 2), Paragraph(text.BUDGET_NONE)]
    title = text.BUDGET.format(snapshot=name_budget(budget))
    return [Heading(title, 2), Numbered(tuple(list_lamps(budget)))]
