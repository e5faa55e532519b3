"""The list of planned activities of the pra-musrenbang, in three bidang.

Source: guideline of 2024, Bab I D 2 a.
"""

import pandas as pd

from analysis.meetings import PRA_MUSRENBANG, REMBUK, find_meeting_part
from app.documents.columns import Column
from app.documents.exported import Exported
from app.documents.guideline_paper import Body
from app.documents.meeting_plan import list_plan_blocks
from app.documents.meeting_reading import read_record
from app.documents.meeting_record import MeetingRecord
from app.documents.paper import Block, Heading, Paragraph
from app.format import format_count, format_date
from app.guideline_case import GuidelineCase
from app.guideline_lacks import OwnLacks
from app.text import dokumen as text
from app.text import rembuk as meeting_text
from app.text import surat as paper_text
from data_access.reads.lampiran import list_attachments
from data_access.reads.rembuk import Meeting, count_agreed, read_meetings

_KINDS = (PRA_MUSRENBANG, REMBUK)
COLUMNS = [
    Column("bidang", text.PLAN_BIDANG),
    Column("number", "No. usulan", "text", 20),
    Column("activity", "Kegiatan", "text", 48),
    Column("aim", "Layanan atau sasaran", "text", 30),
    Column("places", "Tempat", "text", 40),
    Column("agency", "Pelaksana"),
    Column("volume", "Volume", "pct", 10),
    Column("unit", "Satuan", "text", 14),
    Column("amount_idr", "Anggaran (Rp)", "idr"),
    Column("fund", "Sumber dana", "text", 18),
    Column("execution_year", "Tahun", "text", 8),
    Column("priority", "Prioritas", "count", 9),
    Column("origin", paper_text.PLAN_ORIGIN, "text", 24),
]


def build(case: GuidelineCase) -> Body:
    """What the pra-musrenbang of a region and year agreed on."""
    meeting = find_plan_meeting(case)
    if meeting is None:
        parts: list[Block] = [Heading(text.PART_PLAN), Paragraph(text.NO_MEETING)]
        return Body(parts, basis=[(text.BASIS_MEETING, text.DASH)], lacks=list_lacks(case))
    record = read_record(case.engine, meeting.id)
    parts = [
        Heading(text.PART_PLAN),
        Paragraph(write_opening(record)),
        *list_plan_blocks(record),
    ]
    return Body(
        parts,
        basis=[(text.BASIS_MEETING, write_meeting(meeting))],
        remarks=[text.PLAN_RULE],
        lacks=list_lacks(case),
        tables=(tabulate_plan(record),),
    )


def list_lacks(case: GuidelineCase) -> OwnLacks:
    """A list needs a meeting that agreed on something, and its signed berita acara."""
    meeting = find_plan_meeting(case)
    if meeting is None:
        return OwnLacks((text.LACK_MEETING.format(year=case.year),))
    lacks = () if count_agreed(case.engine, meeting.id) else (text.LACK_PROPOSALS,)
    signed = () if has_signed_copy(case, meeting) else (text.LACK_SIGNED,)
    return OwnLacks(wished=(*lacks, *signed))


def find_plan_meeting(case: GuidelineCase) -> Meeting | None:
    """The meeting that the list comes from: the last pra-musrenbang, else the last rembuk."""
    found = [m for m in read_meetings(case.engine, case.code, case.year) if m.kind in _KINDS]
    return max(found, key=lambda m: (m.kind == PRA_MUSRENBANG, str(m.held_on), m.id), default=None)


def has_signed_copy(case: GuidelineCase, meeting: Meeting) -> bool:
    """Tell whether a signed berita acara is attached to the meeting."""
    part = find_meeting_part(case.code, case.year, meeting.kind)
    subject = f"rembuk:{meeting.id}:{case.code}:{part.part}"
    return not list_attachments(case.engine, subject).empty


def write_meeting(meeting: Meeting) -> str:
    """The meeting in a line: its kind, day, place, number."""
    words = [meeting_text.KINDS[meeting.kind], format_date(meeting.held_on, text.DASH)]
    words += [each for each in (meeting.place, meeting.document_number) if each]
    return ", ".join(words)


def write_opening(record: MeetingRecord) -> str:
    """How many activities were agreed, how many put off, turned down or left open."""
    return text.PLAN_OPENING.format(
        kind=meeting_text.KINDS[record.meeting.kind],
        agreed=format_count(len(record.list_signed())),
        postponed=format_count(len(record.postponed)),
        rejected=format_count(len(record.rejected)),
        undecided=format_count(len(record.undecided)),
    )


def tabulate_plan(record: MeetingRecord) -> Exported:
    """The agreed and complete proposals, a row each."""
    rows = [
        {
            **{key: getattr(each, key) for key in _KEYS},
            "bidang": paper_text.BIDANG.get(each.bidang or "", ""),
            "execution_year": str(each.execution_year or ""),
        }
        for each in record.list_signed()
    ]
    table = pd.DataFrame(rows, columns=[column.key for column in COLUMNS])
    return Exported(table, COLUMNS, paper_text.PLAN_SHEET, [])


_KEYS = tuple(column.key for column in COLUMNS if column.key not in ("bidang", "execution_year"))
