"""The documents of a meeting as files: which there are, in which forms, under which names."""

from collections.abc import Callable

from sqlalchemy import Engine

from app.documents.meeting_matrix import make_matrix
from app.documents.meeting_minutes import make_minutes
from app.documents.meeting_plan import make_plan, write_plan_workbook
from app.documents.meeting_reading import read_record
from app.documents.meeting_record import MeetingRecord
from app.documents.meeting_sheets import make_attendance, make_pledges
from app.documents.paper import Paper
from app.documents.paper_docx import write_docx
from app.documents.paper_pdf import write_pdf
from app.text import surat as text
from data_access.reads.rembuk import Meeting

MINUTES, PLAN, MATRIX = "berita-acara", "daftar-rencana", "matriks"
PLEDGES, ATTENDANCE = "komitmen", "daftar-hadir"
PAPERS: dict[str, Callable[[MeetingRecord], Paper]] = {
    MINUTES: make_minutes,
    PLAN: make_plan,
    MATRIX: make_matrix,
    PLEDGES: make_pledges,
    ATTENDANCE: make_attendance,
}
# These quote the figures that the meeting worked with, so they wait for the freezing.
NEED_FIGURES = frozenset({MINUTES, MATRIX})
MIMES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def list_forms(paper: str) -> tuple[str, ...]:
    """The forms in which a paper is offered: Word and PDF, the list of activities as Excel too."""
    return ("docx", "pdf", "xlsx") if paper == PLAN else ("docx", "pdf")


def write_file(record: MeetingRecord, paper: str, form: str) -> bytes:
    """A document of a meeting in one of its forms. Raises KeyError for one that there is not."""
    if form not in list_forms(paper):
        raise KeyError(f"{paper} as {form}")
    if form == "xlsx":
        return write_plan_workbook(record)
    made = PAPERS[paper](record)
    return write_docx(made) if form == "docx" else write_pdf(made)


def make_file(engine: Engine, meeting_id: int, paper: str, form: str) -> bytes:
    """A document from the record as it stands in the database now."""
    return write_file(read_record(engine, meeting_id), paper, form)


def name_file(meeting: Meeting, paper: str, form: str) -> str:
    """The file's name: "berita-acara-rembuk-63.11.01-2026-4.docx"."""
    name = text.FILE_NAME.format(
        paper=paper,
        kind=meeting.kind,
        code=meeting.wilayah_code,
        year=meeting.year,
        number=meeting.id,
    )
    return f"{name}.{form}"
