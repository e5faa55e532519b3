"""Attaching files and withdrawing them: may this person, what is the file, then one transaction.

A subject ends with the region and the agency that answer for it, so that whoever attaches or
withdraws is asked about the right ones: "isian:kecamatan.ansit:2026:63.11.01:puskesmas". That of a
regulation or publication names its number: "regulasi:12:63.11.01:setcam".
"""

from dataclasses import dataclass

from sqlalchemy import Engine

from analysis.support import KINDS as SUPPORT
from analysis.support import REGULATION
from app.access import Account, demand
from app.actions.isian import check_part
from data_access.attachment_check import LARGEST_BYTES, clean_file_name, find_fault, media_type_of
from data_access.reads.dukungan import Support, read_publication, read_regulation
from data_access.reads.lampiran import read_attachment_place
from data_access.reads.rembuk import read_meeting
from data_access.writes import dukungan
from data_access.writes import lampiran as writes
from data_access.writes.isian import StagePart
from data_access.writes.once import hash_content
from data_access.writes.tahapan import StageLockedError

__all__ = ["ENDINGS", "LARGEST_BYTES", "AttachResult", "make_subject"]

ENDINGS = ("pdf", "jpg", "jpeg", "png", "docx", "xlsx")
ENTRY, MEETING, SIGNED_COPY = "isian", "rapat", "rembuk"


@dataclass(frozen=True, slots=True)
class AttachResult:
    """What came of it: the attachment's number, or why not (a fault's code, a locked state)."""

    number: int | None = None
    fault: str | None = None
    locked_state: str | None = None


def make_subject(place: StagePart) -> str:
    """The subject of attachments to one part of a stage."""
    return f"{ENTRY}:{place.stage}:{place.year}:{place.wilayah_code}:{place.part}"


def add_attachment(
    engine: Engine, person: Account, subject: str, file_name: str, content: bytes, token: str
) -> AttachResult:
    """Check and store a file under a subject; `token` stands for the click.

    Raises NotAllowedError where the person may not enter for the subject's region and agency.
    """
    region_code, agency = _owner_of(subject)
    demand(person, "isi", region_code, agency)
    name = clean_file_name(file_name)
    fault = _find_closed(engine, subject) or find_fault(name, content)
    if fault is not None:
        return AttachResult(fault=fault)
    new = writes.NewAttachment(region_code, subject, name, media_type_of(name), content)
    key = hash_content([token, subject, name])
    try:
        number = writes.save_attachment(
            engine, person.username, new, key=key, entry=_stage_part_of(engine, subject)
        )
    except StageLockedError as error:
        return AttachResult(locked_state=error.state)
    return AttachResult(number)


def withdraw_attachment(engine: Engine, person: Account, attachment_id: int) -> AttachResult:
    """Withdraw an attachment; one that is gone already counts as withdrawn.

    Raises NotAllowedError where the person may not enter for its region and agency.
    """
    place = read_attachment_place(engine, attachment_id)
    if place is None:
        demand(person, "lihat", "")
        return AttachResult(attachment_id)
    region_code, agency = _owner_of(place[1])
    demand(person, "isi", region_code, agency)
    closed = _find_closed(engine, place[1])
    if closed is not None:
        return AttachResult(fault=closed)
    try:
        entry = _stage_part_of(engine, place[1])
        writes.withdraw_attachment(engine, person.username, attachment_id, entry=entry)
    except StageLockedError as error:
        return AttachResult(locked_state=error.state)
    return AttachResult(attachment_id)


def _find_closed(engine: Engine, subject: str) -> str | None:
    """Why a subject takes and gives no files: a closed meeting, a withdrawn regulation.

    A meeting's signed copy always stays. Whether its stage takes entries is asked in the write.
    """
    kind, number, *_ = subject.split(":")
    if kind == SIGNED_COPY:
        return "rapat_ditutup"
    if kind in SUPPORT:
        found = _read_support(engine, kind, number)
        return None if found is not None else "dukungan_ditarik"
    meeting = read_meeting(engine, int(number)) if kind == MEETING else None
    return "rapat_ditutup" if meeting is not None and not meeting.is_open else None


def _owner_of(subject: str) -> tuple[str, str]:
    parts = subject.split(":")
    if len(parts) < 3 or len(subject) > 80:
        raise ValueError(f"a subject ends with a region and an agency: {subject}")
    return parts[-2], parts[-1]


def _stage_part_of(engine: Engine, subject: str) -> StagePart | None:
    kind, *rest = subject.split(":")
    if kind in SUPPORT:
        return _part_of_support(engine, subject)
    if kind != ENTRY:
        return None
    stage, year, wilayah_code, part = rest
    place = StagePart(wilayah_code, int(year), stage, part)
    check_part(place)
    return place


def _part_of_support(engine: Engine, subject: str) -> StagePart | None:
    """The part of a regulation or publication; raises ValueError where it is somebody else's."""
    kind, number, *_ = subject.split(":")
    row = _read_support(engine, kind, number)
    if row is not None and dukungan.make_subject(row) != subject:
        raise ValueError(f"not the subject of {kind} {number}: {subject}")
    return None if row is None else dukungan.part_of(row)


def _read_support(engine: Engine, kind: str, number: str) -> Support | None:
    read = read_regulation if kind == REGULATION else read_publication
    return read(engine, int(number))
