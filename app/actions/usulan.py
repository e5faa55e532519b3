"""Proposals of a meeting: may this person, is it one, store; decisions and removals."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine

from analysis.proposals import BIDANG, DECISIONS, NEED_REASON, UNDECIDED
from app.access import Account, demand
from app.actions.rembuk import ACTION, demand_recorder
from app.actions.rembuk_texts import tidy_line
from app.actions.usulan_reading import LONGEST, MOST_PRIORITY, YEARS_AHEAD
from app.proposal_books import Books, list_target_groups, read_books, service_of
from data_access.reads.rembuk import Meeting
from data_access.reads.usulan import Proposal, RaisedProposal
from data_access.writes import usulan as writes
from data_access.writes import usulan_raised
from data_access.writes.once import KeyReusedError, hash_content
from data_access.writes.rembuk_hold import MeetingClosedError, MeetingGoneError, part_of
from data_access.writes.tahapan import StageLockedError
from data_access.writes.usulan import ProposalChange, ProposalConflict
from data_access.writes.usulan_raised import RaisedDecision

__all__ = ["ProposalChange", "ProposalConflict", "RaisedDecision"]

MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class ProposalResult:
    """What a write came to; with anything but `saved` or `removed` nothing was stored.

    `saved`: how the proposals stand, in the order asked. `changed`, `conflicts`, `raised`: what
    somebody else changed meanwhile. `fault`: why, by code. `in_use`: what others speak of.
    """

    saved: tuple[Proposal, ...] = ()
    removed: int = 0
    conflicts: tuple[ProposalConflict, ...] = ()
    changed: tuple[Proposal, ...] = ()
    in_use: tuple[Proposal, ...] = ()
    raised: tuple[RaisedProposal, ...] = ()
    fault: str | None = None
    locked_state: str | None = None
    is_closed: bool = False
    is_gone: bool = False

    @property
    def is_done(self) -> bool:
        """Tell whether all of it is as the person wanted."""
        others = (self.conflicts, self.changed, self.in_use, self.raised)
        stopped = self.fault or self.locked_state or self.is_closed or self.is_gone
        return not any(others) and not stopped


def save_drafts(
    engine: Engine,
    person: Account | None,
    meeting: Meeting,
    changes: Sequence[ProposalChange],
    token: str,
) -> ProposalResult:
    """Store new and changed proposals of an open meeting, all or none.

    Raises NotAllowedError, LookupError, and ValueError for values that no cell can hold.
    """
    author = _demand_author(engine, person, meeting)
    if not 0 < len(changes) <= MOST_ROWS:
        raise ValueError(f"{len(changes)} proposals at once")
    books = read_books(engine, meeting.wilayah_code, meeting.year)
    for change in changes:
        _check_values(change.values, books)
    said = [[c.base and [c.base.id, c.base.version], _plain(c.values)] for c in changes]
    key = hash_content([token, meeting.id, said])
    return _guard(lambda: _save(engine, author.username, key, meeting, changes))


def decide(
    engine: Engine,
    person: Account | None,
    meeting: Meeting,
    proposals: Sequence[Proposal],
    decision: str,
    reason: str | None,
    token: str,
) -> ProposalResult:
    """Decide several proposals of an open meeting at once, as they were seen.

    Raises NotAllowedError, and ValueError for a decision that does not exist.
    """
    _demand_author(engine, person, meeting)
    why = tidy_line(reason)
    fault = _find_decision_fault(decision, why)
    if fault is not None:
        return ProposalResult(fault=fault)
    values = {"decision": decision, "decision_reason": why}
    changes = [ProposalChange(values, each) for each in proposals]
    return save_drafts(engine, person, meeting, changes, token)


def remove(
    engine: Engine, person: Account | None, meeting: Meeting, proposals: Sequence[Proposal]
) -> ProposalResult:
    """Take proposals out of an open meeting, all or none. Raises NotAllowedError."""
    author = _demand_author(engine, person, meeting)

    def write() -> ProposalResult:
        done = writes.remove_proposals(engine, author.username, meeting.id, proposals)
        return ProposalResult(removed=done.removed, changed=done.changed, in_use=done.in_use)

    return _guard(write)


def decide_raised(
    engine: Engine,
    person: Account | None,
    meeting: Meeting,
    decisions: Sequence[RaisedDecision],
) -> ProposalResult:
    """Decide proposals from below in an open meeting, all or none.

    Raises NotAllowedError, ValueError for a decision that does not exist, and LookupError for a
    proposal that does not come before this meeting.
    """
    author = _demand_author(engine, person, meeting)
    tidied = []
    for each in decisions:
        why = tidy_line(each.reason)
        fault = _find_decision_fault(each.decision, why)
        if fault is not None:
            return ProposalResult(fault=fault)
        if each.priority is not None and not 1 <= each.priority <= MOST_PRIORITY:
            return ProposalResult(fault="prioritas")
        said = (each.usulan_id, each.decision, why, each.priority, each.version)
        tidied.append(RaisedDecision(*said))

    def write() -> ProposalResult:
        moved = usulan_raised.decide_raised(engine, author.username, meeting.id, tidied)
        return ProposalResult(raised=moved)

    return _guard(write)


def _demand_author(engine: Engine, person: Account | None, meeting: Meeting) -> Account:
    author = demand(person, ACTION, meeting.wilayah_code, part_of(meeting).part)
    stored = demand_recorder(engine, person, meeting.id)
    if (stored.wilayah_code, stored.year) != (meeting.wilayah_code, meeting.year):
        raise ValueError(f"not as meeting {meeting.id} is stored")
    return author


def _guard(write: Callable[[], ProposalResult]) -> ProposalResult:
    """Run a write and turn what stands against it into a result."""
    try:
        return write()
    except StageLockedError as error:
        return ProposalResult(locked_state=error.state)
    except MeetingClosedError:
        return ProposalResult(is_closed=True)
    except MeetingGoneError:
        return ProposalResult(is_gone=True)
    except KeyReusedError:
        return ProposalResult(fault="kunci")


def _save(
    engine: Engine, actor: str, key: str, meeting: Meeting, changes: Sequence[ProposalChange]
) -> ProposalResult:
    done = writes.save_proposals(engine, actor, key=key, meeting_id=meeting.id, changes=changes)
    return ProposalResult(done.saved, conflicts=done.conflicts)


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {k: list(v) if isinstance(v, tuple) else v for k, v in values.items()}


def _find_decision_fault(decision: str, reason: str | None) -> str | None:
    if decision not in DECISIONS:
        raise ValueError(f"no decision {decision}")
    if decision in NEED_REASON and not reason:
        return "alasan_kosong"
    return "panjang" if len(reason or "") > LONGEST["decision_reason"] else None


def _check_values(values: Mapping[str, Any], books: Books) -> None:
    """Refuse what no cell of the grid can hold; a person's typing was read before this."""
    item, group = values.get("item_code"), values.get("target_group")
    year, priority = values.get("execution_year"), values.get("priority")
    amount, volume = values.get("amount_idr"), values.get("volume")
    decision = values.get("decision", UNDECIDED)
    wrong = {
        "item_code": item is not None and service_of(item) is None,
        "target_group": group is not None and group not in list_target_groups(),
        "places": not set(values.get("places", ())) <= set(books.places),
        "agency": values.get("agency") not in {None, *books.agencies},
        "bidang": values.get("bidang") not in {None, *BIDANG},
        "decision": decision not in DECISIONS,
        "amount_idr": amount is not None and amount <= 0,
        "volume": volume is not None and not volume > 0,
        "priority": priority is not None and not 1 <= priority <= MOST_PRIORITY,
        "execution_year": year is not None and not books.year <= year <= books.year + YEARS_AHEAD,
        "text": any(len(values.get(name) or "") > most for name, most in LONGEST.items()),
    }
    found = [name for name, is_wrong in wrong.items() if is_wrong]
    if found:
        raise ValueError(f"no proposal: {found}")
