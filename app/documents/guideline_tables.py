"""The tables and sentences that several of the guideline's documents have, from one case."""

from typing import Any

import pandas as pd

from analysis.narrative import describe_prevalence
from analysis.problem_locations import GOOD, MIXED, TYPE_1, TYPE_2, TYPES, UNKNOWN
from app.budget_figures import (
    DESA,
)
from app.coverage_figures import read_near_share, read_small_denominator
from app.coverage_words import name_period, name_service
from app.documents.meeting_papers import make_columns, number_rows
from app.documents.paper import Block, Numbered, Paragraph, Table
from app.figures import read_thresholds as read_classes
from app.figures import tabulate_place
from app.format import (
    MISSING,
    format_count,
    format_number,
    format_pct,
    format_period,
    format_poin,
    format_points,
)
from app.guideline_case import GuidelineCase
from app.items import find_item
from app.problem_figures import (
    read_lagging_rule,
)
from app.problem_sentences import describe_periods, write_settings
from app.text import cakupan as coverage_text
from app.text import dokumen as text
from app.text import lokasi as problem_text
from app.text.narrative import Wording, write_sentences
from app.text.screens import LEVEL_WORDS
from data_access.reads.pengukuran import read_measurements
from data_access.reference import read_table

_HIT = (TYPE_1, TYPE_2, MIXED)
_MOST_PLACES = 25
_PREVALENCE_WIDTHS, _SERVICE_WIDTHS = (1, 7, 4, 3, 3, 4), (10, 4, 3, 3, 4, 4)
_PLACE_WIDTHS, _GROUP_WIDTHS = (3, 5, 4, 17), (2, 10, 7, 4)


def list_period_basis(case: GuidelineCase) -> list[tuple[str, str]]:
    """Sources, periods and thresholds of prevalence, services and problem places."""
    pairing = case.pairing
    described = text.NO_PERIOD
    if pairing.period:
        described = describe_periods(pairing.period, pairing.source, pairing.measured)
    elif pairing.measured is not None:
        words = {"source": pairing.source, "period": format_period(pairing.measured)}
        described = text.ONLY_MEASURED.format(**words)
    return [
        (text.BASIS_PERIODS, described),
        (text.BASIS_CUTOFF, text.BASIS_CUTOFF_VALUE if pairing.period else text.DASH),
    ]


def list_threshold_remarks(case: GuidelineCase) -> list[str]:
    """The thresholds in force, each with what made it: the guideline, WHO, the region, or us."""
    points, minimum = read_lagging_rule()
    settings, owner = case.settings
    origin = problem_text.SAVED_BY.format(code=owner) if owner else problem_text.ORIGIN_DEFAULT
    classes = read_classes()
    return [
        text.THRESHOLD_CLASSES.format(
            bounds="; ".join(format_number(each) for each in classes.prevalence_bounds if each),
            minimum=format_count(classes.minimum_measured),
        ),
        text.THRESHOLD_COVERAGE.format(
            near=format_pct(100 * read_near_share(), 0),
            small=format_count(read_small_denominator()),
            points=format_number(points),
            minimum=format_count(minimum),
        ),
        text.THRESHOLD_PLACES.format(settings=write_settings(settings), origin=origin),
    ]


def write_prevalence_sentences(case: GuidelineCase) -> list[str]:
    """The sentences that Bappeda writes of a map: above, highest, lowest, fell and rose."""
    view, table = case.view, case.prevalence
    if view is None or table.empty or table["prevalensi_pct"].isna().all():
        return [text.NO_PREVALENCE]
    own = read_own_prevalence(case)
    facts = describe_prevalence(table, None if own is None else float(own["prevalensi_pct"]))
    words = Wording(
        level=LEVEL_WORDS[view.level],
        parent=case.region.name,
        source=view.source,
        period=format_period(view.period),
        compare=format_period(view.compare) if view.compare else None,
        format_count=format_count,
        format_pct=format_pct,
        format_points=lambda points: format_points(points, 1),
    )
    return [each for each in write_sentences(facts, words) if each]


def read_own_prevalence(case: GuidelineCase, period: str | None = None) -> pd.Series | None:
    """The region's own prevalence in a period (that of the view by default); None unknown."""
    view = case.view
    if view is None:
        return None
    facts = read_measurements(case.engine, case.code, view.source)
    series = tabulate_place(facts, case.code)
    found = series[series["period"] == (period or view.period)]
    if found.empty or pd.isna(found["prevalensi_pct"].iloc[0]):
        return None
    return found.iloc[0]


def make_prevalence_table(case: GuidelineCase) -> Table | None:
    """Prevalence of those right below, the highest first, the region itself as the last row."""
    table = case.prevalence
    if table.empty:
        return None
    ordered = table.sort_values("prevalensi_pct", ascending=False, kind="stable")
    rows = [
        (
            str(row.name),
            format_pct(row.prevalensi_pct),
            format_count(row.pembilang_jiwa),
            format_count(row.penyebut_jiwa),
            format_poin(row.perubahan_poin, 1, text.DASH),
        )
        for row in ordered.itertuples(index=False)
    ]
    own = read_own_prevalence(case)
    total = None
    if own is not None:
        figures = (own["prevalensi_pct"], own["pembilang_jiwa"], own["penyebut_jiwa"])
        words = (format_pct(figures[0]), format_count(figures[1]), format_count(figures[2]))
        total = ("", case.region.name, *words, "")
    columns = make_columns(text.PREVALENCE_COLUMNS, _PREVALENCE_WIDTHS, 0, 2, 3, 4, 5)
    return Table(columns, number_rows(rows), total)


def make_group_table(case: GuidelineCase, period: str) -> Table:
    """The guideline's target groups: people counted in the region, and in how many desa."""
    cells = case.cells(period).dropna(subset=["value"])
    desa = case.regions
    living = desa[(desa["level"] == DESA) & desa["valid_until"].isna()]
    rows = []
    for group in read_table("sasaran").itertuples(index=False):
        mine = cells[cells["item_code"] == group.kode]
        known = format_count(int(mine["value"].sum())) if len(mine) else MISSING
        item = find_item(group.kode)
        unit = item.unit if item else ""
        filled = text.FILLED_OF.format(
            filled=format_count(len(mine)), total=format_count(len(living))
        )
        rows.append((group.kode, item.short if item else group.nama, f"{known} {unit}", filled))
    columns = make_columns(text.GROUP_COLUMNS, _GROUP_WIDTHS, 2, 3)
    return Table(columns, tuple(rows))


def make_service_table(case: GuidelineCase, period: str) -> Table | None:
    """The 31 services of the region itself: reached, target, status, people still to reach."""
    own, _ = case.split_coverage(period)
    if own.empty or own["cakupan_pct"].isna().all():
        return None
    rows = tuple(
        (
            name_service(row.item_code),
            format_count(row.pembilang, text.DASH),
            format_pct(row.cakupan_pct),
            format_pct(row.target_pct, missing=text.DASH),
            coverage_text.STATUS_WORDS[row.status],
            format_count(row.perlu_dijangkau, text.DASH),
        )
        for row in own.itertuples(index=False)
    )
    return Table(make_columns(text.SERVICE_COLUMNS, _SERVICE_WIDTHS, 1, 2, 3, 5), rows)


def write_service_sentences(case: GuidelineCase, period: str) -> list[str]:
    """How many services reach their target, and which are furthest below it."""
    own, _ = case.split_coverage(period)
    counts = own["status"].value_counts()
    known = int(own["cakupan_pct"].notna().sum())
    parts = [
        text.STATUS_COUNT.format(
            count=format_count(int(counts[status])), status=coverage_text.STATUS_WORDS[status]
        )
        for status in coverage_text.STATUS_WORDS
        if counts.get(status)
    ]
    lines = [
        text.SERVICES_COUNTED.format(
            period=name_period(period), known=format_count(known), parts="; ".join(parts)
        )
    ]
    below = own.assign(kurang=own["target_pct"] - own["cakupan_pct"])
    # Half a year's figure is not judged, yet which services are furthest off helps to see.
    worst = below[below["kurang"] > 0].nlargest(5, "kurang")
    if len(worst):
        named = [
            text.WORST_SERVICE.format(
                service=name_service(row.item_code),
                coverage=format_pct(row.cakupan_pct),
                target=format_pct(row.target_pct),
            )
            for row in worst.itertuples(index=False)
        ]
        lines.append(text.WORST_SERVICES.format(services="; ".join(named)))
    return lines


def list_lagging_blocks(case: GuidelineCase) -> list[Block]:
    """The services that lag behind the region's own others, a sentence each."""
    lines = tuple(
        text.LAGGING_LINE.format(
            service=name_service(row.item_code),
            coverage=format_pct(row.cakupan_pct),
            target=format_pct(row.target_pct),
            points=format_points(row.selisih_poin, 1),
        )
        for row in case.lagging.itertuples(index=False)
    )
    if lines:
        return [Numbered(lines)]
    # Without targets nothing can be compared, which is not the same as nothing lagging.
    is_judged = case.can_judge_lagging
    return [Paragraph(text.LAGGING_NONE if is_judged else text.LAGGING_UNKNOWN)]


def list_place_blocks(case: GuidelineCase) -> list[Block]:
    """How many problem places of each type, and those in need with their reasons."""
    if not case.pairing.period:
        return [Paragraph(text.NO_PERIOD)]
    places = case.places
    counts = places["type"].value_counts()
    parts = "; ".join(
        text.PLACE_COUNT.format(
            count=format_count(int(counts[kind])), kind=problem_text.TYPES_SHORT[kind].lower()
        )
        for kind in TYPES
        if counts.get(kind)
    )
    hit = places[places["type"].isin(_HIT)]
    lines: list[Block] = [Paragraph(text.PLACES_COUNTED.format(parts=parts))]
    if hit.empty:
        return [*lines, Paragraph(text.PLACES_NONE)]
    rows = tuple(
        (
            problem_text.TYPES_SHORT[row.type],
            _name_place(case, row),
            format_pct(row.prevalensi_pct),
            str(row.reason),
        )
        for row in hit.head(_MOST_PLACES).itertuples(index=False)
    )
    lines.append(Table(make_columns(text.PLACE_COLUMNS, _PLACE_WIDTHS, 2), rows))
    if len(hit) > _MOST_PLACES:
        rest = format_count(len(hit) - _MOST_PLACES)
        lines.append(Paragraph(text.PLACES_MORE.format(count=rest), small=True))
    return lines


def _name_place(case: GuidelineCase, row: Any) -> str:
    """A place names the one that it lies in too, unless the document is about that one."""
    if not row.parent or row.parent == case.region.name:
        return str(row.name)
    return text.PLACE_IN.format(name=row.name, parent=row.parent)


def count_types(case: GuidelineCase) -> dict[str, int]:
    """How many places of each type there are below the region."""
    found = case.places["type"].value_counts()
    return {kind: int(found.get(kind, 0)) for kind in TYPES if kind not in (GOOD, UNKNOWN)}
