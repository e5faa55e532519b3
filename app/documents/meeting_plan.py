"""The list of planned activities in three bidang, to be signed: Word, PDF and Excel.

Source: guideline of 2024, Bab II to IV, "Pra Musrenbang": Keluaran a.
"""

from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from analysis.proposals import BIDANG
from app.documents.columns import Notes
from app.documents.meeting_minutes_agreed import make_summary
from app.documents.meeting_papers import (
    list_titles,
    make_columns,
    make_paper,
    make_signatures,
    name_kind,
    number_rows,
    sign_as_chair,
    write_activity,
)
from app.documents.meeting_record import ListedProposal, MeetingRecord, sum_amounts
from app.documents.paper import Block, Heading, Paper, Paragraph, Table
from app.format import format_count, format_number
from app.text import documents as document_text
from app.text import surat as text

_NEEDS = frozenset({"tanggal", "pimpinan", "jabatan", "usulan"})
_WIDTHS = (4, 23, 13, 15, 13, 7, 8, 12, 9, 6, 8)
_SHEET_WIDTHS = (6, 20, 48, 30, 40, 28, 10, 14, 20, 18, 8, 9, 24)
_MONEY_AT = text.PLAN_COLUMNS.index("Anggaran (Rp)")
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}


def make_plan(record: MeetingRecord) -> Paper:
    """The list for a page across: every agreed and complete proposal once, in its bidang."""
    blocks = list_plan_blocks(record)
    blocks.append(make_signatures(record, sign_as_chair(record, text.SIGN_PLAN)))
    kind, *rest = list_titles(record)
    titles = (text.PLAN, text.PLAN_OF.format(kind=kind), *rest)
    return make_paper(record, titles, blocks, needs=_NEEDS, landscape=True)


def list_plan_blocks(record: MeetingRecord) -> list[Block]:
    """The tables of the list with their sums, and how many proposals are not in it."""
    blocks: list[Block] = []
    if not record.list_signed():
        blocks.append(Paragraph(text.PLAN_EMPTY))
    for bidang in BIDANG:
        mine = record.list_signed(bidang)
        if mine:
            name = text.BIDANG[bidang]
            blocks += [Heading(name, 2), _make_table(mine, text.SUM.format(bidang=name.lower()))]
    if record.list_signed():
        blocks += [Heading(text.SUMMARY, 2), make_summary(record)]
    if record.list_omitted():
        count = format_count(len(record.list_omitted()))
        blocks.append(Paragraph(text.INCOMPLETE.format(count=count), small=True))
    return blocks


def _make_table(proposals: tuple[ListedProposal, ...], total_label: str) -> Table:
    rows = [
        (
            write_activity(each),
            each.aim,
            each.places,
            each.agency,
            format_number(each.volume, missing=text.DASH),
            each.unit,
            format_count(each.amount_idr, text.DASH),
            each.fund,
            str(each.execution_year),
            format_count(each.priority, text.DASH),
        )
        for each in proposals
    ]
    # On paper the number of a proposal stands under its activity, to leave room.
    headings = (text.PLAN_COLUMNS[0], *text.PLAN_COLUMNS[2:])
    total = ("", total_label, *[""] * 5, format_count(sum_amounts(proposals)), *[""] * 3)
    return Table(make_columns(headings, _WIDTHS, 0, 5, 7, 9, 10), number_rows(rows), total)


def write_plan_workbook(record: MeetingRecord) -> bytes:
    """The same list as an Excel workbook with real numbers, a sum a bidang, and notes."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        forms = _make_formats(book)
        page = book.add_worksheet(text.PLAN_SHEET)
        headings = (*text.PLAN_COLUMNS, text.PLAN_ORIGIN)
        for at, (heading, width) in enumerate(zip(headings, _SHEET_WIDTHS, strict=True)):
            page.set_column(at, at, width)
            page.write_string(2, at, heading, forms["head"])
        page.write_string(0, 0, text.PLAN, forms["title"])
        page.write_string(1, 0, ", ".join(list_titles(record)), forms["bold"])
        _write_bidang(page, record, forms)
        page.freeze_panes(3, 3)
        page.set_landscape()
        page.set_paper(9)
        page.repeat_rows(2)
        page.fit_to_pages(1, 0)
        _write_notes(book.add_worksheet(document_text.SHEET_NOTES), list_notes(record), forms)
    return buffer.getvalue()


def _write_bidang(page: Worksheet, record: MeetingRecord, forms: dict[str, Any]) -> None:
    row, last = 3, len(text.PLAN_COLUMNS)
    for bidang in BIDANG:
        mine, name = record.list_signed(bidang), text.BIDANG[bidang]
        page.merge_range(row, 0, row, last, name, forms["group"])
        for number, each in enumerate(mine, start=1):
            row += 1
            _write_row(page, row, number, each, forms)
        row += 1
        label = text.SUM.format(bidang=name.lower())
        _write_sum(page, row, label, sum_amounts(mine), forms)
        row += 1
    _write_sum(page, row, text.SUMMARY_TOTAL, sum_amounts(record.list_signed()), forms)


def _write_row(
    page: Worksheet, row: int, number: int, proposal: ListedProposal, forms: dict[str, Any]
) -> None:
    values = (
        number,
        proposal.number,
        proposal.activity,
        proposal.aim,
        proposal.places,
        proposal.agency,
        proposal.volume,
        proposal.unit,
        proposal.amount_idr,
        proposal.fund,
        proposal.execution_year,
        proposal.priority,
        proposal.origin,
    )
    for at, value in enumerate(values):
        if value is None:
            continue
        if isinstance(value, str):
            page.write_string(row, at, value, forms["text"])
        else:
            page.write_number(row, at, value, forms["idr" if at == _MONEY_AT else "number"])


def _write_sum(page: Worksheet, row: int, label: str, amount: int, forms: dict[str, Any]) -> None:
    page.write_string(row, 2, label, forms["bold"])
    page.write_number(row, _MONEY_AT, amount, forms["sum"])


def list_notes(record: MeetingRecord) -> Notes:
    """What the list holds and what it does not, as label and value."""
    notes = [
        (text.NOTE_REGION, record.region),
        (text.NOTE_MEETING, name_kind(record)),
        (text.NOTE_YEAR, str(record.meeting.year)),
        text.NOTE_RULE,
    ]
    if record.list_omitted():
        count = format_count(len(record.list_omitted()))
        notes.append((text.NOTE_OMITTED, text.NOTE_OMITTED_COUNT.format(count=count)))
    return [text.NOTE_DEMO, *notes] if record.is_demo else notes


def _write_notes(page: Worksheet, notes: Notes, forms: dict[str, Any]) -> None:
    page.set_column(0, 0, 34)
    page.set_column(1, 1, 90)
    for row, (label, value) in enumerate([*notes, document_text.EMPTY_CELLS]):
        page.write_string(row, 0, label, forms["bold"])
        page.write_string(row, 1, value, forms["text"])


def _make_formats(book: xlsxwriter.Workbook) -> dict[str, Any]:
    filled = {"bold": True, "bg_color": "#e5e7eb", "border": 1, "num_format": "@"}
    wrapped = {"text_wrap": True, "valign": "top"}
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "bold": book.add_format({"bold": True, "valign": "top", "num_format": "@"}),
        "head": book.add_format({**filled, **wrapped}),
        "group": book.add_format({**filled, "align": "left"}),
        "text": book.add_format({**wrapped, "num_format": "@"}),
        "number": book.add_format({"valign": "top", "num_format": "General"}),
        "idr": book.add_format({"valign": "top", "num_format": "#,##0"}),
        "sum": book.add_format({"bold": True, "num_format": "#,##0"}),
    }
