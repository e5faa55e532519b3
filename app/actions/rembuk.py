"""Meetings: opening one, its head, its frozen figures; may this person, is it whole, write."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Engine

from analysis.meetings import MeetingHead, MeetingPart, find_meeting_part, level_of_meeting
from app.access import Account, NotAllowedError, demand, may, may_somewhere
from app.actions.isian import FIRST_YEAR
from app.actions.rembuk_results import MeetingResult, guard, refuse
from app.actions.rembuk_texts import find_text_fault, tidy_line, tidy_text
from data_access import reference
from data_access.reads.rembuk import Meeting, read_meeting
from data_access.reads.wilayah import read_region
from data_access.writes import rembuk as writes
from data_access.writes.once import hash_content
from data_access.writes.rembuk_hold import part_of

__all__ = ["Meeting", "MeetingHead", "MeetingResult", "head_of", "part_of"]

ACTION = "isi"
MOST_PARTICIPANTS = 100_000
_LINES = ("place", "chair_name", "chair_office", "document_number")
head_of = writes.head_of


def may_record(person: Account | None, meeting: Meeting) -> bool:
    """Tell whether a person's roles let them record in a meeting, be it open or closed."""
    return may(person, ACTION, meeting.wilayah_code, part_of(meeting).part)


def may_open(person: Account | None, region_code: str, year: int, kind: str) -> bool:
    """Tell whether a person may open a meeting of a kind in a region."""
    if level_of_meeting(region_code) is None:
        return False
    return may(person, ACTION, region_code, find_meeting_part(region_code, year, kind).part)


def demand_recorder(engine: Engine, person: Account | None, meeting_id: int) -> Meeting:
    """The stored meeting in which this person may record.

    Raises NotAllowedError, and LookupError where there is no such meeting.
    """
    if not may_somewhere(person, ACTION):
        raise NotAllowedError(ACTION, "", "")
    meeting = read_meeting(engine, meeting_id)
    if meeting is None:
        raise LookupError(meeting_id)
    demand(person, ACTION, meeting.wilayah_code, part_of(meeting).part)
    return meeting


def starting_elements(region_code: str) -> tuple[str, ...]:
    """The elements that the guideline invites to a meeting of a region's level."""
    table = reference.read_table("unsur_rapat")
    return tuple(table.loc[table["tingkat"] == level_of_meeting(region_code), "unsur"])


def open_meeting(
    engine: Engine,
    person: Account | None,
    *,
    region_code: str,
    year: int,
    kind: str,
    held_on: date | None,
    token: str,
) -> MeetingResult:
    """Open a meeting; `token` stands for the form, so that three clicks open one.

    Raises NotAllowedError, and ValueError for a region, year or kind that does not exist.
    """
    part = find_meeting_part(region_code, year, kind)
    author = demand(person, ACTION, region_code, part.part)
    _check_place(engine, part)
    if held_on is not None and abs(held_on.year - year) > 1:
        return refuse(("tanggal", "held_on"))
    key = hash_content([token, region_code, year, kind, str(held_on)])

    def write() -> MeetingResult:
        number = writes.open_meeting(
            engine,
            author.username,
            wilayah_code=region_code,
            year=year,
            kind=kind,
            held_on=held_on,
            elements=starting_elements(region_code),
            key=key,
        )
        return MeetingResult(number)

    return guard(write)


def change_head(
    engine: Engine, person: Account | None, base: Meeting, head: MeetingHead
) -> MeetingResult:
    """Change a meeting's head from how the person saw it (`base`). Raises NotAllowedError."""
    author = demand(person, ACTION, base.wilayah_code, part_of(base).part)
    demand_recorder(engine, person, base.id)
    tidy = _tidy(head)
    fault = find_text_fault(asdict(tidy)) or _find_head_fault(tidy, base.year)
    if fault is not None:
        return refuse(fault)

    def write() -> MeetingResult:
        done = writes.change_head(engine, author.username, base, tidy)
        return MeetingResult(done.number, theirs=done.theirs, is_gone=done.is_gone)

    return guard(write)


def freeze(
    engine: Engine,
    person: Account | None,
    meeting: Meeting,
    snapshot: Mapping[str, Any],
    *,
    automatic: bool = False,
) -> MeetingResult:
    """Freeze the figures that the meeting works with; `snapshot` of `app.meeting_snapshot`.

    `automatic`: for the first document; figures that are frozen already stay. Raises
    NotAllowedError, and ValueError for another region's figures.
    """
    author = demand(person, ACTION, meeting.wilayah_code, part_of(meeting).part)
    stored = demand_recorder(engine, person, meeting.id)
    if snapshot["region"]["code"] != stored.wilayah_code or snapshot["year"] != stored.year:
        raise ValueError(f"figures of another place or year than of meeting {meeting.id}")

    def write() -> MeetingResult:
        done = writes.freeze_figures(engine, author.username, meeting, snapshot, once=automatic)
        return MeetingResult(done.number, theirs=done.theirs, is_gone=done.is_gone)

    return guard(write)


def _check_place(engine: Engine, part: MeetingPart) -> None:
    known_year = FIRST_YEAR <= part.year <= datetime.now(UTC).year + 1
    if not known_year or read_region(engine, part.wilayah_code) is None:
        raise ValueError(f"no meetings are held for {part}")


def _tidy(head: MeetingHead) -> MeetingHead:
    lines = {name: tidy_line(getattr(head, name)) for name in _LINES}
    return replace(head, **lines, agenda=tidy_text(head.agenda))  # type: ignore[arg-type]


def _find_head_fault(head: MeetingHead, year: int) -> tuple[str, str] | None:
    if head.held_on is not None and abs(head.held_on.year - year) > 1:
        return "tanggal", "held_on"
    count = head.participant_count
    if count is not None and not 0 <= count <= MOST_PARTICIPANTS:
        return "jumlah", "participant_count"
    return None
