"""A figure corrected in a meeting: may this person, is it a count of this region, then write."""

from dataclasses import dataclass

from sqlalchemy import Engine

from app.access import Account, demand
from app.actions.rembuk import ACTION, demand_recorder
from app.actions.rembuk_results import MeetingResult, guard, refuse
from app.actions.rembuk_texts import find_text_fault, tidy_line, tidy_text
from app.format import format_date
from app.items import find_entry_stage, find_item
from app.text import rembuk as text
from data_access.importers.numbers import Fault, read_count
from data_access.reads.isian import read_entry_units
from data_access.reads.rembuk import Meeting
from data_access.writes import rembuk_koreksi as writes
from data_access.writes.cell_changes import CellChange, StagePart
from data_access.writes.once import hash_content
from data_access.writes.rembuk_hold import part_of

KECAMATAN_LENGTH = 8


@dataclass(frozen=True, slots=True)
class CorrectionDraft:
    """What is typed: the cell as the person saw it, the new figure, who asked, on what ground."""

    period: str
    unit_code: str
    item_code: str
    base_value: int | None
    base_version: int
    new_text: str
    asked_by: str
    evidence: str


def correct_figure(
    engine: Engine, person: Account | None, meeting: Meeting, draft: CorrectionDraft, token: str
) -> MeetingResult:
    """Store a figure as the meeting corrected it; it waits for verification again.

    Raises NotAllowedError, and ValueError for a cell that is not of the meeting's region.
    """
    author = demand(person, ACTION, meeting.wilayah_code, part_of(meeting).part)
    stored = demand_recorder(engine, person, meeting.id)
    owner = _find_owner(engine, stored, draft)
    asked_by, evidence = tidy_line(draft.asked_by), tidy_text(draft.evidence)
    value = read_count(draft.new_text)
    fault = _find_fault(value, draft, asked_by, evidence)
    if fault is not None or isinstance(value, Fault):
        return refuse(fault or "")
    cell = CellChange(draft.unit_code, draft.item_code, value, draft.base_value, draft.base_version)
    said = [token, meeting.id, draft.period, *cell.key, value, asked_by, evidence]
    request = writes.CorrectionRequest(
        hash_content([*said, draft.base_version]),
        meeting.id,
        draft.period,
        cell,
        owner,
        asked_by or "",
        evidence or "",
        _write_note(stored, asked_by or ""),
    )

    def write() -> MeetingResult:
        done = writes.save_correction(engine, author.username, request)
        return MeetingResult(done.number, conflict=done.conflict, is_set_back=done.is_set_back)

    return guard(write)


def _find_owner(engine: Engine, meeting: Meeting, draft: CorrectionDraft) -> StagePart:
    """The stage part to which the cell belongs; raises ValueError for no cell of the region."""
    item, found = find_item(draft.item_code), find_entry_stage(draft.period)
    kecamatan = draft.unit_code[:KECAMATAN_LENGTH]
    inside = draft.unit_code.startswith(f"{meeting.wilayah_code}.")
    units = set(read_entry_units(engine, kecamatan)["code"]) if inside else set()
    if item is None or found is None or draft.unit_code not in units:
        raise ValueError(f"no figure {draft.period} {draft.unit_code} {draft.item_code}")
    stage, year = found
    return StagePart(kecamatan, year, stage.code, item.party)


def _find_fault(
    value: int | Fault | None, draft: CorrectionDraft, asked_by: str | None, evidence: str | None
) -> tuple[str, str] | None:
    if isinstance(value, Fault):
        return value.code, "new_text"
    if value is None:
        return "angka_kosong", "new_text"
    if value == draft.base_value:
        return "angka_sama", "new_text"
    texts = {"asked_by": asked_by, "evidence": evidence}
    empty = next((name for name, said in texts.items() if said is None), None)
    return ("kosong", empty) if empty is not None else find_text_fault(texts)


def _write_note(meeting: Meeting, asked_by: str) -> str:
    when = format_date(meeting.held_on) if meeting.held_on is not None else str(meeting.year)
    return text.CORRECTION_NOTE.format(
        kind=text.KINDS_LOWER[meeting.kind], date=when, asked_by=asked_by
    )
