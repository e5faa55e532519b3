"""The guideline's documents as files: made from one case, in their forms, under their names."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine

from app.documents import (
    guideline_ansit,
    guideline_assessment,
    guideline_monitoring,
    guideline_plan,
    guideline_review,
    guideline_semester,
    guideline_support,
    guideline_tagging,
)
from app.documents.excel import write_sheets
from app.documents.guideline_paper import Body, Framed, frame
from app.documents.meeting_reading import name_region
from app.documents.paper_docx import write_docx
from app.documents.paper_pdf import write_pdf
from app.format import format_date
from app.guideline_case import GuidelineCase
from app.guideline_lacks import Lacks, OwnLacks, combine, find_lacks
from app.guideline_list import (
    ANSIT,
    ASSESSMENT,
    DOCUMENTS,
    MONITORING,
    PLAN,
    PUBLICATION,
    REGULATION,
    REVIEW,
    Form,
    GuidelineDocument,
)
from app.text import dokumen as text
from app.text import exports
from app.text.screens import DEMO_MARK

_BUILDERS: dict[str, Callable[[GuidelineCase], Body]] = {
    ANSIT: guideline_ansit.build,
    PLAN: guideline_plan.build,
    MONITORING: guideline_monitoring.build,
    ASSESSMENT: guideline_assessment.build,
    REVIEW: guideline_review.build,
}
_LACKS: dict[str, Callable[[GuidelineCase], OwnLacks]] = {
    ANSIT: guideline_ansit.list_lacks,
    PLAN: guideline_plan.list_lacks,
    ASSESSMENT: guideline_assessment.list_lacks,
    REVIEW: guideline_review.list_lacks,
}
_SUPPORT = {
    REGULATION: guideline_support.REGULATION,
    PUBLICATION: guideline_support.PUBLICATION,
}
MIMES: dict[Form, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class Made:
    """One document in all its forms; `xlsx` is None where it has no table to take along."""

    name: str
    docx: bytes
    pdf: bytes
    xlsx: bytes | None
    missing: Lacks


def frame_document(case: GuidelineCase, document: GuidelineDocument) -> Framed:
    """One document as paper with its tables, and what it lacks."""
    return frame(case, document, _build(case, document))


def _build(case: GuidelineCase, document: GuidelineDocument) -> Body:
    if document.key in _BUILDERS:
        return _BUILDERS[document.key](case)
    if document.key in _SUPPORT:
        return guideline_support.build(case, _SUPPORT[document.key])
    if document.half:
        return guideline_semester.build(case, document)
    return guideline_tagging.build(case, document)


def list_lacks(case: GuidelineCase, document: GuidelineDocument) -> Lacks:
    """What a document lacks, without making it: as it stands in the document itself."""
    return combine(find_lacks(case, document), _list_own_lacks(case, document))


def _list_own_lacks(case: GuidelineCase, document: GuidelineDocument) -> OwnLacks:
    if document.key in _LACKS:
        return _LACKS[document.key](case)
    if document.key in _SUPPORT:
        return guideline_support.list_lacks(case, _SUPPORT[document.key])
    if document.half:
        return guideline_semester.list_lacks(case, document)
    return guideline_tagging.list_lacks(case, document) if document.snapshot else OwnLacks()


def make_documents(
    engine: Engine, region_code: str, year: int, now: datetime | None = None
) -> list[Made]:
    """All documents of a region and year. Raises ValueError for a region that has none."""
    case = GuidelineCase(engine, region_code, year, now)
    made = []
    for document in DOCUMENTS:
        framed = frame_document(case, document)
        made.append(
            Made(
                name_file(case, document),
                write_docx(framed.paper),
                write_pdf(framed.paper),
                write_tables(case, document, framed) if framed.tables else None,
                framed.lacks,
            )
        )
    return made


def write_form(case: GuidelineCase, document: GuidelineDocument, form: Form) -> bytes:
    """A document in one of its forms; a workbook without tables says what is missing."""
    framed = frame_document(case, document)
    if form == "xlsx":
        return write_tables(case, document, framed)
    return write_docx(framed.paper) if form == "docx" else write_pdf(framed.paper)


def write_tables(case: GuidelineCase, document: GuidelineDocument, framed: Framed) -> bytes:
    """The document's tables as one workbook with a sheet of notes."""
    state = text.COVER_FINAL if framed.lacks.is_final else text.COVER_DRAFT
    notes = [
        (text.NOTE_DOCUMENT, text.TITLES[document.key]),
        (exports.NOTE_REGION, name_region(case.region)),
        (text.NOTE_YEAR, str(case.year)),
        (exports.NOTE_STATUS, state),
        (exports.NOTE_MADE, format_date(case.today)),
        *((text.NOTE_MISSING, sentence) for sentence in framed.lacks.sentences),
    ]
    if case.is_demo:
        notes.insert(0, (exports.NOTE_DEMO, DEMO_MARK))
    sheets = [(each.table, each.columns, each.sheet) for each in framed.tables]
    return write_sheets(sheets, notes)


def name_file(case: GuidelineCase, document: GuidelineDocument) -> str:
    """The file's name without its ending: "analisis-situasi-99.01-2026"."""
    return f"{document.key}-{case.code}-{case.year}"


def list_files(made: list[Made]) -> dict[str, bytes]:
    """All files by their names."""
    files: dict[str, bytes] = {}
    for each in made:
        files[f"{each.name}.docx"], files[f"{each.name}.pdf"] = each.docx, each.pdf
        if each.xlsx is not None:
            files[f"{each.name}.xlsx"] = each.xlsx
    return files


def write_zip(made: list[Made]) -> bytes:
    """All files as one archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in list_files(made).items():
            archive.writestr(name, content)
    return buffer.getvalue()
