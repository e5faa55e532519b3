"""What a meeting agreed, put off and turned down, as its berita acara lists it."""

from collections.abc import Sequence

from analysis.proposals import BIDANG
from app.coverage_words import name_service
from app.documents.meeting_papers import (
    make_columns,
    make_proposal_table,
    number_rows,
    write_activity,
)
from app.documents.meeting_record import ListedProposal, MeetingRecord, sum_amounts
from app.documents.paper import Block, Heading, Numbered, Paragraph, Table
from app.format import format_count
from app.text import surat as text


def list_agreed_blocks(record: MeetingRecord) -> list[Block]:
    """Part D: priorities, agreed proposals by bidang with sums, those put off and turned down."""
    return [
        Heading(text.PART_AGREED),
        Paragraph(text.AGREED_INTRO),
        *_list_priorities(record),
        Heading(text.PROPOSALS, 2),
        *list_bidang_blocks(record),
        *_list_left_out(record),
        *_list_reasons(text.POSTPONED, text.POSTPONED_NONE, record.postponed),
        *_list_reasons(text.REJECTED, text.REJECTED_NONE, record.rejected),
    ]


def list_bidang_blocks(record: MeetingRecord) -> list[Block]:
    """A table a bidang and a summary; every agreed and complete proposal stands in it once."""
    blocks: list[Block] = []
    for bidang in BIDANG:
        name = text.BIDANG[bidang]
        mine = record.list_signed(bidang)
        label = text.SUM.format(bidang=name.lower())
        blocks.append(Heading(name, 2))
        blocks.append(make_proposal_table(mine, label) if mine else Paragraph(text.PROPOSALS_NONE))
    return [*blocks, Heading(text.SUMMARY, 2), make_summary(record)]


def make_summary(record: MeetingRecord) -> Table:
    """How many proposals and rupiah each bidang has."""
    rows = []
    for bidang in BIDANG:
        mine = record.list_signed(bidang)
        rows.append((text.BIDANG[bidang], format_count(len(mine)), format_count(sum_amounts(mine))))
    every = record.list_signed()
    total = (text.SUMMARY_TOTAL, format_count(len(every)), format_count(sum_amounts(every)))
    return Table(make_columns(text.SUMMARY_COLUMNS, (6, 3, 4), 1, 2), tuple(rows), total)


def _list_priorities(record: MeetingRecord) -> list[Block]:
    lines = []
    for each in record.priorities:
        service = name_service(each.item_code)
        noted = text.PRIORITY.format(service=service, note=each.note) if each.note else service
        lines.append(noted)
    shown = Numbered(tuple(lines)) if lines else Paragraph(text.PRIORITIES_NONE)
    return [Heading(text.PRIORITIES, 2), shown]


def _list_left_out(record: MeetingRecord) -> list[Block]:
    counted = ((text.INCOMPLETE, record.list_omitted()), (text.UNDECIDED, record.undecided))
    return [
        Paragraph(pattern.format(count=format_count(len(left_out))), small=True)
        for pattern, left_out in counted
        if left_out
    ]


def _list_reasons(title: str, empty: str, proposals: Sequence[ListedProposal]) -> list[Block]:
    if not proposals:
        return [Heading(title, 2), Paragraph(empty)]
    rows = [
        (
            write_activity(each),
            each.places,
            format_count(each.amount_idr, text.DASH),
            each.reason or text.NO_REASON,
        )
        for each in proposals
    ]
    columns = make_columns(text.REASON_COLUMNS, (3, 13, 9, 7, 10), 0, 3)
    return [Heading(title, 2), Table(columns, number_rows(rows))]
