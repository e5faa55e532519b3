"""What a meeting agreed: participants, priorities, commitments, honours, and what came of them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace

from sqlalchemy import Engine

from app.access import Account, demand
from app.actions.rembuk import ACTION, demand_recorder
from app.actions.rembuk_results import MeetingResult, guard, refuse
from app.actions.rembuk_texts import (
    LONGEST_LINES,
    LONGEST_TEXT,
    find_text_fault,
    tidy_line,
    tidy_text,
)
from app.items import find_item
from data_access.reads.rembuk import Commitment, Meeting, Priority
from data_access.reads.usulan import read_proposal
from data_access.schema.rembuk import COMMITMENT_STATES, PARTIES
from data_access.writes import rembuk_prioritas, rembuk_rows
from data_access.writes.once import hash_content
from data_access.writes.rembuk_hold import part_of
from data_access.writes.rembuk_rows import (
    AppreciationDraft,
    CommitmentDraft,
    Draft,
    ParticipantDraft,
    RowChange,
)

__all__ = [
    "COMMITMENT_STATES",
    "PARTIES",
    "AppreciationDraft",
    "CommitmentDraft",
    "ParticipantDraft",
    "RowChange",
]

_NEEDED = {
    ParticipantDraft: ("element",),
    CommitmentDraft: ("statement",),
    AppreciationDraft: ("receiver", "reason"),
}


def save_rows(
    engine: Engine,
    person: Account | None,
    meeting: Meeting,
    changes: Sequence[RowChange],
    token: str,
) -> MeetingResult:
    """Add, change and remove participants, commitments or honours, all or none.

    `token` stands for the form that was filled in. Raises NotAllowedError, and ValueError for what
    no form offers.
    """
    author = demand(person, ACTION, meeting.wilayah_code, part_of(meeting).part)
    stored = demand_recorder(engine, person, meeting.id)
    tidied = []
    for change in changes:
        draft = None if change.draft is None else _tidy(change.draft)
        fault = None if draft is None else _find_fault(draft)
        if fault is not None:
            return refuse(fault)
        if isinstance(draft, CommitmentDraft):
            _check_proposal(engine, stored, draft.usulan_id)
        tidied.append(RowChange(change.base, draft))
    said = [[str(change.base and change.base.id), str(change.draft)] for change in tidied]
    key = hash_content([token, meeting.id, said])

    def write() -> MeetingResult:
        done = rembuk_rows.save_rows(engine, author.username, meeting.id, tidied, key=key)
        if done.conflicts:
            return MeetingResult(conflicts=done.conflicts)
        return MeetingResult(done.saved)

    return guard(write)


def save_priorities(
    engine: Engine,
    person: Account | None,
    meeting: Meeting,
    base: Sequence[Priority],
    wanted: Mapping[str, str | None],
) -> MeetingResult:
    """Make services (notes by item code) the agreed priorities. Raises NotAllowedError."""
    author = demand(person, ACTION, meeting.wilayah_code, part_of(meeting).part)
    demand_recorder(engine, person, meeting.id)
    items = [find_item(code) for code in wanted]
    if any(item is None or item.group != "capaian" for item in items):
        raise ValueError(f"no services: {list(wanted)}")
    notes = {code: tidy_text(note) for code, note in wanted.items()}
    if any(len(note or "") > LONGEST_TEXT for note in notes.values()):
        return refuse(("panjang", "note"))

    def write() -> MeetingResult:
        done = rembuk_prioritas.save_priorities(engine, author.username, meeting.id, base, notes)
        return MeetingResult(meeting.id) if done else refuse("prioritas_lain")

    return guard(write)


def follow_up(
    engine: Engine, person: Account | None, base: Commitment, state: str, evidence: str
) -> MeetingResult:
    """Record what came of a commitment, also after its meeting was closed.

    Raises NotAllowedError, and ValueError for a state that does not exist.
    """
    author = demand_follower(engine, person, base)
    if state not in COMMITMENT_STATES:
        raise ValueError(f"no state {state}")
    words = tidy_text(evidence)
    if len(words or "") > LONGEST_TEXT:
        return refuse(("panjang", "evidence"))
    if state == "selesai" and words is None:
        return refuse(("bukti_kosong", "evidence"))
    now = rembuk_rows.follow_up(engine, author.username, base, state, words)
    if now is None:
        return MeetingResult(is_gone=True)
    if (now.state, now.evidence) != (state, words):
        return MeetingResult(their_commitment=now)
    return MeetingResult(now.id)


def demand_follower(engine: Engine, person: Account | None, base: Commitment) -> Account:
    """The person, where they may follow up the commitments of its meeting's region and part."""
    meeting = demand_recorder(engine, person, base.rembuk_id)
    return demand(person, ACTION, meeting.wilayah_code, part_of(meeting).part)


def _check_proposal(engine: Engine, meeting: Meeting, usulan_id: int | None) -> None:
    """Raise ValueError for a proposal that does not come before meetings of this region."""
    if usulan_id is None:
        return
    proposal = read_proposal(engine, usulan_id)
    region = meeting.wilayah_code
    if proposal is None or not f"{proposal.wilayah_code}.".startswith(f"{region}."):
        raise ValueError(f"no proposal {usulan_id} in {region}")


def _tidy(draft: Draft) -> Draft:
    texts = {
        name: tidy_line(value) if name in LONGEST_LINES else tidy_text(value)
        for name, value in asdict(draft).items()
        if isinstance(value, str) and name != "party"
    }
    return replace(draft, **texts)  # type: ignore[arg-type]


def _find_fault(draft: Draft) -> tuple[str, str] | None:
    if isinstance(draft, CommitmentDraft) and draft.party not in PARTIES:
        raise ValueError(f"no party {draft.party}")
    empty = next((name for name in _NEEDED[type(draft)] if not getattr(draft, name)), None)
    return ("kosong", empty) if empty is not None else find_text_fault(asdict(draft))
