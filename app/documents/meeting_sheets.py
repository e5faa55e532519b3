"""The sheets of a meeting that are signed by many: commitments and attendance."""

from app.documents.meeting_minutes_rest import write_statement
from app.documents.meeting_papers import (
    list_titles,
    make_columns,
    make_paper,
    make_signatures,
    name_kind,
    number_rows,
    sign_as_chair,
    write_date,
)
from app.documents.meeting_record import MeetingRecord
from app.documents.paper import Block, Facts, Paper, Paragraph, Table
from app.format import format_date
from app.text import rembuk as meeting_text
from app.text import surat as text
from data_access.reads.rembuk import Commitment

_SPARE_ROWS = 10
_PLEDGE_HEIGHT, _ATTENDANCE_HEIGHT = 17, 10


def make_pledges(record: MeetingRecord) -> Paper:
    """The sheet of commitments, party by party, a row to sign for each."""
    order = list(meeting_text.PARTIES)
    ordered = sorted(record.commitments, key=lambda each: order.index(each.party))
    rows = [
        (
            meeting_text.PARTIES[each.party],
            _write_person(each),
            write_statement(each, record),
            format_date(each.due_on, text.WITHOUT_DUE),
            "",
        )
        for each in ordered
    ]
    intro = text.PLEDGE_INTRO.format(
        kind=name_kind(record), region=record.region, year=record.meeting.year
    )
    columns = make_columns(text.PLEDGE_COLUMNS, (2, 7, 10, 16, 7, 9), 0)
    shown: Block = (
        Table(columns, number_rows(rows), row_height_mm=_PLEDGE_HEIGHT)
        if rows
        else Paragraph(text.PLEDGE_EMPTY)
    )
    blocks = [Paragraph(intro), shown, make_signatures(record, sign_as_chair(record))]
    titles = list_titles(record, text.PLEDGE, text.PLEDGE_SUBJECT)
    return make_paper(record, titles, blocks, needs={"komitmen"})


def _write_person(commitment: Commitment) -> str:
    known = [each for each in (commitment.name, commitment.office) if each]
    return "\n".join(known) or text.BLANK_SHORT


def make_attendance(record: MeetingRecord) -> Paper:
    """The attendance sheet: all who were not noted as absent, and rows for more."""
    invited = [each for each in record.participants if each.is_present is not False]
    rows = [(each.element, each.name or "", each.office or "", "") for each in invited]
    rows += [("", "", "", "")] * _SPARE_ROWS
    columns = make_columns(text.ATTENDANCE_COLUMNS, (2, 8, 8, 9, 7), 0)
    facts = Facts(
        (
            (text.FACT_DAY, write_date(record.meeting.held_on)),
            (text.FACT_PLACE, record.meeting.place or text.BLANK),
        )
    )
    blocks = (
        facts,
        Table(columns, number_rows(rows), row_height_mm=_ATTENDANCE_HEIGHT),
        make_signatures(record, sign_as_chair(record)),
    )
    # It is printed before the meeting, when hardly anything is recorded: never a draft.
    return make_paper(record, list_titles(record, text.ATTENDANCE), blocks, needs=())
