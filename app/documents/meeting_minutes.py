"""The berita acara: the record of a meeting as it is signed.

Source: guideline of 2024, Bab II to IV, "Pra Musrenbang": Keluaran b; fields of its form L02.
"""

from collections import Counter

from app.documents.meeting_minutes_agreed import list_agreed_blocks
from app.documents.meeting_minutes_data import list_annex, list_data_blocks
from app.documents.meeting_minutes_rest import list_rest_blocks
from app.documents.meeting_papers import (
    list_titles,
    make_columns,
    make_paper,
    make_signatures,
    name_kind,
    number_rows,
    sign_as_chair,
)
from app.documents.meeting_record import MeetingRecord
from app.documents.number_words import write_date_words, write_day, write_number_words
from app.documents.paper import (
    Block,
    Facts,
    Heading,
    Numbered,
    Paper,
    Paragraph,
    Signature,
    Table,
)
from app.format import format_count, format_date
from app.text import surat as text
from data_access.reads.rembuk import Participant

_MOST_IN_WORDS = 999_999


def make_minutes(record: MeetingRecord) -> Paper:
    """The berita acara of a meeting, from its record and its frozen figures alone."""
    blocks: list[Block] = [
        Paragraph(write_opening(record)),
        *_list_held(record),
        *list_data_blocks(record),
        *list_agreed_blocks(record),
        *list_rest_blocks(record),
        Heading(text.PART_CLOSING),
        Paragraph(text.CLOSING),
        make_signatures(record, sign_as_chair(record), *_list_signers(record)),
        *_list_representatives(record),
        *list_annex(record),
    ]
    number = record.meeting.document_number or text.BLANK
    return make_paper(record, list_titles(record, text.MINUTES), blocks, number=number)


def write_opening(record: MeetingRecord) -> str:
    """The opening sentence: "Pada hari ini, Selasa, tanggal tujuh belas bulan Februari ..."."""
    meeting = record.meeting
    return text.OPENING.format(
        date=_write_opening_date(record),
        place=meeting.place or text.BLANK,
        kind=name_kind(record),
        region=record.region,
        year=meeting.year,
        chair=meeting.chair_name or text.BLANK,
        office=meeting.chair_office or text.BLANK,
        count=_write_count(meeting.participant_count),
    )


def _write_opening_date(record: MeetingRecord) -> str:
    day = record.meeting.held_on
    if day is None:
        return text.NO_DATE
    figures = f"{day:%d-%m-%Y}"
    return text.DATE_IN_FIGURES.format(words=write_date_words(day), figures=figures)


def _write_count(count: int | None) -> str:
    if not count or count > _MOST_IN_WORDS:
        return text.COUNT_BLANK
    return text.COUNT_WORDS.format(count=format_count(count), words=write_number_words(count))


def _list_held(record: MeetingRecord) -> list[Block]:
    meeting = record.meeting
    day = text.BLANK
    if meeting.held_on is not None:
        weekday, written = write_day(meeting.held_on), format_date(meeting.held_on)
        day = text.FACT_DAY_VALUE.format(weekday=weekday, date=written)
    chair = text.FACT_CHAIR_VALUE.format(
        name=meeting.chair_name or text.BLANK, office=meeting.chair_office or text.BLANK
    )
    facts = Facts(
        (
            (text.FACT_DAY, day),
            (text.FACT_PLACE, meeting.place or text.BLANK),
            (text.FACT_CHAIR, chair),
            (text.FACT_COUNT, _write_count(meeting.participant_count)),
        )
    )
    lines = [line.strip() for line in (meeting.agenda or "").splitlines() if line.strip()]
    agenda: Block = Paragraph(text.AGENDA_NONE) if not lines else Paragraph(lines[0])
    return [
        Heading(text.PART_HELD),
        facts,
        Heading(text.ELEMENTS, 2),
        _make_elements(record),
        Heading(text.AGENDA, 2),
        Numbered(tuple(lines)) if len(lines) > 1 else agenda,
    ]


def _make_elements(record: MeetingRecord) -> Block:
    present = record.present
    if not present:
        return Paragraph(text.ELEMENTS_NONE)
    counted = Counter(each.element for each in present)
    rows = [
        (
            element,
            format_count(count),
            ", ".join(each.name for each in present if each.element == element and each.name),
        )
        for element, count in counted.items()
    ]
    columns = make_columns(text.ELEMENT_COLUMNS, (2, 9, 3, 15), 0, 2)
    total = ("", text.ELEMENT_TOTAL, format_count(len(present)), "")
    return Table(columns, number_rows(rows), total)


def _list_signers(record: MeetingRecord) -> tuple[Signature, ...]:
    return record.signers or (Signature(text.RECORDER),)


def _list_representatives(record: MeetingRecord) -> list[Block]:
    """A row to sign for every element that was present, as the forms of musrenbang have it."""
    by_element: dict[str, list[Participant]] = {}
    for each in record.present:
        by_element.setdefault(each.element, []).append(each)
    if not by_element:
        return []
    rows = []
    for element, people in by_element.items():
        one = people[0] if len(people) == 1 else None
        name, office = (one.name or "", one.office or "") if one else ("", "")
        rows.append((element, name, office, ""))
    columns = make_columns(text.REPRESENTATIVE_COLUMNS, (2, 8, 9, 9, 8), 0)
    table = Table(columns, number_rows(rows), row_height_mm=11)
    return [Heading(text.REPRESENTATIVES, 2), table]
