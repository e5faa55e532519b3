"""Closing a meeting with its signed copy and opening it again: may this person, is it ready."""

from sqlalchemy import Engine

from app.access import Account, demand
from app.actions.rembuk import ACTION, demand_recorder
from app.actions.rembuk_results import MeetingResult, guard, refuse
from app.actions.rembuk_texts import LONGEST_TEXT, tidy_text
from app.text import rembuk as text
from data_access.attachment_check import clean_file_name, find_fault, media_type_of
from data_access.reads.rembuk import Meeting
from data_access.writes import rembuk_closing as writes
from data_access.writes.lampiran import NewAttachment
from data_access.writes.once import hash_content
from data_access.writes.rembuk_hold import part_of

HAND_IN = "ajukan"
SIGNED_ENDINGS = ("pdf", "jpg", "jpeg", "png")
_BLOCKING = (
    ("tanggal", "held_on"),
    ("tempat", "place"),
    ("pimpinan", "chair_name"),
    ("jabatan", "chair_office"),
    ("angka", "frozen_at"),
)


def signed_subject(meeting: Meeting) -> str:
    """The subject under which a meeting's signed copy is kept."""
    part = part_of(meeting)
    return f"rembuk:{meeting.id}:{part.wilayah_code}:{part.part}"


def documents_subject(meeting: Meeting) -> str:
    """The subject of a meeting's other documents: invitation, slides, photographs."""
    part = part_of(meeting)
    return f"rapat:{meeting.id}:{part.wilayah_code}:{part.part}"


def list_blocking(meeting: Meeting) -> tuple[str, ...]:
    """What the record lacks without which it cannot be closed, by code."""
    return tuple(code for code, name in _BLOCKING if not getattr(meeting, name))


def close_meeting(
    engine: Engine,
    person: Account | None,
    base: Meeting,
    file_name: str,
    content: bytes,
    token: str,
) -> MeetingResult:
    """Store the scanned signed copy, close the meeting and hand its part of the stage in.

    Raises NotAllowedError where the person may not record or may not hand in.
    """
    region_code, agency = base.wilayah_code, part_of(base).part
    author = demand(person, ACTION, region_code, agency)
    demand(person, HAND_IN, region_code, agency)
    stored = demand_recorder(engine, person, base.id)
    missing = list_blocking(stored)
    if missing:
        return MeetingResult(missing=missing)
    name = clean_file_name(file_name)
    fault = find_fault(name, content)
    if fault is None and not name.lower().endswith(SIGNED_ENDINGS):
        fault = "jenis"
    if fault is not None:
        return refuse((f"berkas_{fault}", "berkas"))
    signed = NewAttachment(region_code, signed_subject(stored), name, media_type_of(name), content)
    key = hash_content([token, base.id, name])

    def write() -> MeetingResult:
        done = writes.close_meeting(engine, author.username, base, signed, key=key)
        return MeetingResult(
            done.number,
            theirs=done.theirs,
            is_gone=done.is_gone,
            is_handed_in=done.is_handed_in,
        )

    return guard(write)


def reopen_meeting(
    engine: Engine, person: Account | None, meeting: Meeting, reason: str
) -> MeetingResult:
    """Open a closed meeting again, with the reason, once its stage was given back.

    Raises NotAllowedError.
    """
    author = demand(person, ACTION, meeting.wilayah_code, part_of(meeting).part)
    stored = demand_recorder(engine, person, meeting.id)
    words = tidy_text(reason)
    if words is None or len(words) > LONGEST_TEXT:
        return refuse(("alasan_kosong" if words is None else "panjang", "reason"))
    note = text.REOPEN_NOTE.format(kind=text.KINDS[stored.kind], reason=words)

    def write() -> MeetingResult:
        writes.reopen_meeting(engine, author.username, stored.id, note)
        return MeetingResult(stored.id)

    return guard(write)
