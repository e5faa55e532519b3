"""What was reached by the end of a half year: money of desa and partners, coverage, problems.

Source: guideline of 2024, Bab I D 3 c and 3 d; Bab II, "Identifikasi capaian layanan".
"""

import pandas as pd

from app.budget_words import name_item
from app.coverage_words import name_period
from app.documents.columns import Column, Kind, Notes
from app.documents.exported import Exported
from app.documents.guideline_ansit import list_problem_blocks, make_coverage_sheet
from app.documents.guideline_paper import Body
from app.documents.guideline_pictures import draw_heatmap
from app.documents.guideline_tables import (
    list_threshold_remarks,
    make_group_table,
    make_service_table,
    write_service_sentences,
)
from app.documents.meeting_papers import make_columns, number_rows
from app.documents.paper import Across, Block, Heading, Paragraph, Table
from app.format import format_count, format_idr, format_pct
from app.guideline_case import GuidelineCase
from app.guideline_lacks import OwnLacks
from app.guideline_list import GuidelineDocument
from app.program_figures import SOURCES, tabulate_places
from app.program_words import name_service
from app.text import dokumen as text
from app.text import program as program_text

_MONTHS = {1: "june", 2: "december"}
_SOURCE_WIDTHS, _PLACE_WIDTHS = (8, 3, 5, 5, 3, 4), (1, 7, 3, 5, 5, 3)
_LIST_WIDTHS = (1, 5, 8, 4, 6, 5, 5, 4)
_MOST_LISTED = 200
_SHEET_KINDS: dict[str, tuple[Kind, int | None]] = {
    "wilayah_code": ("text", 15),
    "desa_name": ("text", 24),
    "source": ("text", 18),
    "partner": ("text", 28),
    "activity": ("text", 48),
    "service": ("text", 44),
    "amount_idr": ("idr", None),
    "realisation_june_idr": ("idr", None),
    "realisation_december_idr": ("idr", None),
    "review": ("text", 20),
}


def build(case: GuidelineCase, document: GuidelineDocument) -> Body:
    """What a region reached by June or December of the year."""
    half = document.half
    period = f"{case.year}-S{half}"
    has_figures = period in case.periods
    parts: list[Block] = [
        *_list_programme_blocks(case, half),
        Heading(text.PART_GROUPS),
        *([make_group_table(case, period)] if has_figures else [Paragraph(text.NO_HALF)]),
        *_list_coverage(case, period, has_figures=has_figures),
        *_list_problems(case.problem_rows, case.year),
    ]
    picture = draw_heatmap(case, period) if has_figures else None
    return Body(
        parts,
        basis=[
            (text.BASIS_PERIODS, name_period(period, long=True)),
            (text.BASIS_CUTOFF, text.HALF_CUTOFF[half].format(year=case.year)),
            (text.BASIS_MONEY, text.BASIS_MONEY_VALUE),
        ],
        remarks=list_threshold_remarks(case)[1:2],
        lacks=list_lacks(case, document),
        pictures=[picture] if picture is not None else [],
        tables=_list_tables(case, period, has_figures=has_figures),
    )


def find_realised_column(half: int) -> str:
    """The column of programmes that holds what was spent by the end of a half year."""
    return f"realisation_{_MONTHS[half]}_idr"


def list_lacks(case: GuidelineCase, document: GuidelineDocument) -> OwnLacks:
    """Figures of the half year, programmes, and what was spent of them."""
    programmes, half = case.programmes, document.half
    needed: tuple[str, ...] = ()
    if f"{case.year}-S{half}" not in case.periods:
        needed = (text.LACK_HALF.format(half="I" * half, year=case.year),)
    if programmes.empty:
        return OwnLacks(needed, (text.LACK_PROGRAMMES.format(year=case.year),))
    # Some may never be told; that some are not is said in the text and in the tables.
    if programmes[find_realised_column(half)].isna().all():
        return OwnLacks(needed, (text.LACK_REALISATION.format(month=text.HALF_MONTHS[half]),))
    return OwnLacks(needed)


def _list_programme_blocks(case: GuidelineCase, half: int) -> list[Block]:
    programmes = case.programmes
    head = Heading(text.PART_PROGRAMMES)
    if programmes.empty:
        return [head, Paragraph(text.NO_PROGRAMMES)]
    return [
        head,
        Paragraph(_write_opening(case, half)),
        make_source_table(programmes, half),
        Heading(text.PROGRAMMES_BY_PLACE, 2),
        _make_place_table(case, half),
        Paragraph(text.PROGRAMMES_NOTE, small=True),
        *_list_rows(case, half),
    ]


def _write_opening(case: GuidelineCase, half: int) -> str:
    rows = case.programmes
    spent = rows[find_realised_column(half)]
    known = rows[spent.notna()]
    words = {
        "region": case.region.name,
        "count": format_count(len(rows)),
        "amount": format_idr(int(rows["amount_idr"].sum())),
        "month": text.HALF_MONTHS[half],
    }
    if known.empty:
        return text.PROGRAMMES_OPENING_NONE.format(**words)
    return text.PROGRAMMES_OPENING.format(
        **words,
        known=format_count(len(known)),
        spent=format_idr(int(spent.sum())),
        share=_share(int(spent.sum()), int(known["amount_idr"].sum())),
    )


def make_source_table(programmes: pd.DataFrame, half: int) -> Table:
    """Programmes, their money and what was spent of it, by source."""
    column = find_realised_column(half)
    rows = [
        (
            program_text.SOURCES[source],
            *_sum_row(programmes[programmes["source"] == source], column),
        )
        for source in SOURCES
    ]
    columns = make_columns(text.SOURCE_COLUMNS, _SOURCE_WIDTHS, 1, 2, 3, 4, 5)
    return Table(columns, tuple(rows), (text.SUM_TOTAL, *_sum_row(programmes, column)))


def _sum_row(rows: pd.DataFrame, column: str) -> tuple[str, ...]:
    """Programmes, rupiah, spent, percent of what tells it, how many tell it."""
    if rows.empty:
        return ("0", text.DASH, text.DASH, text.DASH, text.DASH)
    known = rows[rows[column].notna()]
    spent = int(known[column].sum()) if len(known) else None
    filled = text.FILLED_OF.format(filled=format_count(len(known)), total=format_count(len(rows)))
    return (
        format_count(len(rows)),
        format_count(int(rows["amount_idr"].sum())),
        format_count(spent, text.DASH),
        text.DASH if spent is None else _share(spent, int(known["amount_idr"].sum())),
        filled,
    )


def _share(part: int, whole: int) -> str:
    return format_pct(100 * part / whole) if whole else text.DASH


def _make_place_table(case: GuidelineCase, half: int) -> Table:
    table = tabulate_places(case.programmes, case.children)
    spent = f"{_MONTHS[half]}_idr"
    rows = [
        (
            str(row["name"]),
            format_count(row["count"]),
            format_count(row["amount_idr"], text.DASH),
            format_count(row[spent], text.DASH),
            text.FILLED_OF.format(
                filled=format_count(row[f"{_MONTHS[half]}_filled"]),
                total=format_count(row["count"]),
            ),
        )
        for row in table.to_dict("records")
    ]
    columns = make_columns(text.PROGRAMME_PLACE_COLUMNS, _PLACE_WIDTHS, 0, 2, 3, 4, 5)
    return Table(columns, number_rows(rows))


def _list_rows(case: GuidelineCase, half: int) -> list[Block]:
    """A kecamatan's programmes on pages across, as long as they can be read on paper."""
    rows = case.programmes
    if case.level != "kecamatan" or len(rows) > _MOST_LISTED:
        return [Paragraph(text.PROGRAMMES_MANY.format(count=format_count(len(rows))), small=True)]
    column = find_realised_column(half)
    words = [
        (
            str(row["desa_name"]),
            str(row["activity"]),
            program_text.SOURCES[row["source"]],
            name_item(row["item_code"]),
            format_count(row["amount_idr"]),
            format_count(row[column], text.DASH),
            program_text.REVIEWS[row["review"]],
        )
        for row in rows.to_dict("records")
    ]
    columns = make_columns(text.PROGRAMME_COLUMNS, _LIST_WIDTHS, 0, 5, 6)
    table = Table(columns, number_rows(words))
    return [Across((Heading(text.PROGRAMMES_LIST, 2), table))]


def _list_coverage(case: GuidelineCase, period: str, *, has_figures: bool) -> list[Block]:
    head = Heading(text.PART_COVERAGE)
    table = make_service_table(case, period) if has_figures else None
    if table is None:
        return [head, Paragraph(text.NO_HALF)]
    lines = [Paragraph(line) for line in write_service_sentences(case, period)]
    note = [Paragraph(text.MIDYEAR_NOTE, small=True)] if period.endswith("S1") else []
    return [head, *lines, *note, table]


def _list_problems(problems: pd.DataFrame, year: int) -> list[Block]:
    blocks = list_problem_blocks(problems)
    note = Paragraph(text.PROBLEMS_FROM_ANSIT.format(year=year), small=True, keep=True)
    return [blocks[0], note, *blocks[1:]]


def _list_tables(case: GuidelineCase, period: str, *, has_figures: bool) -> tuple[Exported, ...]:
    tables = [make_coverage_sheet(case, period)] if has_figures else []
    if len(case.programmes):
        tables.append(export_programmes(case.programmes, []))
    return tuple(tables)


def export_programmes(rows: pd.DataFrame, notes: Notes) -> Exported:
    """Programmes of `read_programs`, a row each: `konvergensi export program`."""
    words = rows.assign(
        source=rows["source"].map(program_text.SOURCES),
        review=rows["review"].map(program_text.REVIEWS),
        service=[name_service(code) for code in rows["item_code"]],
    )
    columns = [Column(key, text.PROGRAMME_HEADINGS[key], *how) for key, how in _SHEET_KINDS.items()]
    return Exported(words, columns, text.SHEET_PROGRAMMES, notes)
