"""What all papers of a meeting share: titles, marks, letterhead, the table of proposals."""

from collections.abc import Collection, Sequence
from datetime import date

import pandas as pd

from app.documents.meeting_record import ListedProposal, MeetingRecord, list_lacks, sum_amounts
from app.documents.paper import Block, Column, Paper, Signature, Signatures, Table
from app.format import format_count, format_date, format_number
from app.text import rembuk as meeting_text
from app.text import surat as text

_PROPOSAL_WIDTHS = (4, 20, 14, 14, 15, 13, 16, 13)


def make_paper(
    record: MeetingRecord,
    titles: Sequence[str],
    blocks: Sequence[Block],
    *,
    needs: Collection[str] | None = None,
    number: str = "",
    landscape: bool = False,
) -> Paper:
    """A paper of a meeting with the region's letterhead, its marks and a footer.

    `needs`: the codes of what the record must not lack, else every page says that it is a draft;
    None: all of them.
    """
    marks = []
    if record.is_demo:
        marks.append(text.MARK_DEMO)
    lacks = list_lacks(record.missing, record.meeting.kind)
    if any(needs is None or code in needs for code in lacks):
        marks.append(text.MARK_DRAFT)
    footer = text.FOOTER.format(title=titles[0], region=record.region, year=record.meeting.year)
    return Paper(
        titles=tuple(titles),
        blocks=tuple(blocks),
        letterhead=record.letterhead,
        number=number,
        marks=tuple(marks),
        footer=footer,
        landscape=landscape,
    )


def name_kind(record: MeetingRecord) -> str:
    """The meeting by its full name, as a sentence has it."""
    return text.KINDS_LONG[record.meeting.kind]


def list_titles(record: MeetingRecord, *first: str) -> tuple[str, ...]:
    """Titles of a paper: what it is, of which meeting, where, in which year."""
    year = text.YEAR.format(year=record.meeting.year)
    return (*first, meeting_text.KINDS[record.meeting.kind], record.region, year)


def make_columns(headings: Sequence[str], widths: Sequence[int], *right: int) -> tuple[Column, ...]:
    """Columns with their widths; those at the places `right` are aligned to the right."""
    return tuple(
        Column(heading, width, "kanan" if place in right else "kiri")
        for place, (heading, width) in enumerate(zip(headings, widths, strict=True))
    )


def number_rows(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The rows with their running number in front."""
    return tuple((str(number), *row) for number, row in enumerate(rows, start=1))


def to_table(words: pd.DataFrame, widths: Sequence[int], *right: int) -> Table:
    """A table of words as it stands."""
    columns = make_columns([str(each) for each in words.columns], widths, *right)
    rows = tuple(tuple(map(str, row)) for row in words.itertuples(index=False, name=None))
    return Table(columns, rows)


def make_proposal_table(proposals: Sequence[ListedProposal], total_label: str) -> Table:
    """Agreed proposals with the sum of their rupiah, for a page upright."""
    rows = [
        (
            write_activity(each),
            each.aim,
            each.places,
            each.agency,
            write_volume(each),
            format_count(each.amount_idr, text.DASH),
            text.FUND_YEAR.format(fund=each.fund, year=each.execution_year),
        )
        for each in proposals
    ]
    total = ("", total_label, "", "", "", "", format_count(sum_amounts(proposals)), "")
    columns = make_columns(text.PROPOSAL_COLUMNS, _PROPOSAL_WIDTHS, 0, 6)
    return Table(columns, number_rows(rows), total)


def write_activity(proposal: ListedProposal) -> str:
    """What is to be done, with its number, and where it comes from when it was raised."""
    pattern = text.PROPOSAL_RAISED if proposal.origin else text.PROPOSAL_NUMBERED
    words = {"activity": proposal.activity, "number": proposal.number, "origin": proposal.origin}
    return pattern.format(**words)


def write_volume(proposal: ListedProposal) -> str:
    """Volume and unit: "245 orang"."""
    return f"{format_number(proposal.volume, missing=text.DASH)} {proposal.unit}".strip()


def write_date(day: date | None) -> str:
    """A date, or room to write one."""
    return format_date(day, text.BLANK)


def sign_as_chair(record: MeetingRecord, pattern: str = text.CHAIR) -> Signature:
    """The chair's place to sign."""
    office = record.meeting.chair_office or text.BLANK
    return Signature(pattern.format(office=office), record.meeting.chair_name or "")


def make_signatures(record: MeetingRecord, *places: Signature) -> Signatures:
    """Places to sign under the city and date of the meeting."""
    dateline = text.DATELINE.format(
        city=record.city or text.BLANK, date=write_date(record.meeting.held_on)
    )
    return Signatures(dateline, places)
