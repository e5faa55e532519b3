"""Commitments, appreciation and corrections of a meeting, as its berita acara lists them."""

from app.coverage_words import name_period
from app.documents.meeting_papers import make_columns, number_rows
from app.documents.meeting_record import MeetingRecord
from app.documents.paper import Block, Heading, Numbered, Paragraph, Table
from app.format import format_count, format_date
from app.items import find_item
from app.text import rembuk as meeting_text
from app.text import surat as text
from data_access.reads.rembuk import Commitment


def list_rest_blocks(record: MeetingRecord) -> list[Block]:
    """Parts E, F and G."""
    return [
        Heading(text.PART_COMMITMENTS),
        _make_commitments(record),
        Heading(text.PART_APPRECIATIONS),
        _make_appreciations(record),
        Heading(text.PART_CORRECTIONS),
        *_list_corrections(record),
    ]


def write_party(commitment: Commitment) -> str:
    """Who promised: the party, the office and name beneath as far as they are known."""
    party = meeting_text.PARTIES[commitment.party]
    who = ", ".join(each for each in (commitment.name, commitment.office) if each)
    return f"{party}\n{who}" if who else party


def write_statement(commitment: Commitment, record: MeetingRecord) -> str:
    """What was promised, and for which proposal."""
    number = record.numbers.get(commitment.usulan_id or 0)
    if number is None:
        return commitment.statement
    return text.COMMITMENT_FOR.format(statement=commitment.statement, number=number)


def _make_commitments(record: MeetingRecord) -> Block:
    if not record.commitments:
        return Paragraph(text.COMMITMENTS_NONE)
    rows = [
        (
            write_party(each),
            write_statement(each, record),
            format_date(each.due_on, text.WITHOUT_DUE),
        )
        for each in record.commitments
    ]
    return Table(make_columns(text.COMMITMENT_COLUMNS, (2, 11, 19, 8), 0), number_rows(rows))


def _make_appreciations(record: MeetingRecord) -> Block:
    lines = [
        text.APPRECIATION.format(receiver=each.receiver, reason=each.reason)
        for each in record.appreciations
    ]
    return Numbered(tuple(lines)) if lines else Paragraph(text.APPRECIATIONS_NONE)


def _list_corrections(record: MeetingRecord) -> list[Block]:
    if not record.corrections:
        return [Paragraph(text.CORRECTIONS_NONE)]
    rows = [
        (
            record.places.get(each.unit_code, each.unit_code),
            _name_item(each.item_code),
            name_period(each.period),
            format_count(each.old_value),
            format_count(each.new_value),
            each.asked_by,
            each.evidence,
        )
        for each in record.corrections
    ]
    columns = make_columns(text.CORRECTION_COLUMNS, (2, 7, 9, 7, 5, 5, 7, 8), 0, 4, 5)
    return [Paragraph(text.CORRECTIONS_INTRO), Table(columns, number_rows(rows))]


def _name_item(code: str) -> str:
    item = find_item(code)
    return item.short if item is not None else code
