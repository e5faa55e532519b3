"""What became of a proposal: who may say it, does it mean something, write."""

from collections.abc import Callable
from dataclasses import asdict, dataclass

from sqlalchemy import Engine

from analysis.amounts import TypedFault, read_amount
from analysis.meetings import find_meeting_part
from app.access import Account, NotAllowedError, demand, may, may_somewhere
from data_access.reads.rembuk import read_meeting
from data_access.reads.tautan import LineRef, Link
from data_access.reads.usulan import Proposal, read_proposal
from data_access.schema import FATES
from data_access.writes import tautan as writes
from data_access.writes.once import hash_content
from data_access.writes.tahapan import StageLockedError
from geo.escape import find_unsafe_characters

__all__ = ["FATES", "FateResult", "LineRef", "link", "may_match", "set_fate", "unlink"]

ACTION = "isi"
ACCOMMODATED = "terakomodir"
MOST_REASON = 1000
_KABUPATEN_LENGTH = 5
_BAPPEDA = "bappeda"
# Parties that a kecamatan has of its own; every other agency is the kabupaten's.
_OF_KECAMATAN = frozenset({"setcam", "puskesmas", "plkb"})


@dataclass(frozen=True, slots=True)
class FateResult:
    """What a write came to. `fault`: why nothing was stored, by code of `app.text.benang.FAULTS`.

    `typed`: what is wrong with the amount. `locked_state`: the plan's tagging was handed in.
    `theirs`: how somebody else left the proposal meanwhile. `is_gone`: the link is gone already.
    """

    fault: str | None = None
    typed: TypedFault | None = None
    locked_state: str | None = None
    theirs: Proposal | None = None
    is_gone: bool = False

    @property
    def is_done(self) -> bool:
        """Tell whether it is as the person wanted."""
        return self == FateResult()


def may_match(engine: Engine, person: Account | None, proposal: Proposal) -> bool:
    """Tell whether a person may say what became of a proposal: for what a screen shows."""
    parts = _list_parts(engine, proposal) if may_somewhere(person, ACTION) else []
    return any(may(person, ACTION, code, agency) for code, agency in parts)


def link(
    engine: Engine,
    person: Account | None,
    proposal_id: int,
    ref: LineRef,
    amount: str,
    token: str,
) -> FateResult:
    """Say that a line carries a proposal; `amount` as typed, "" where no part is stated.

    `token` stands for the form: the same press again links once. Raises NotAllowedError, and
    LookupError where the proposal is gone.
    """
    author = _demand(engine, person, proposal_id)
    part = read_amount(amount)
    if isinstance(part, TypedFault):
        return FateResult(fault="bagian", typed=part)
    if part is not None and part <= 0:
        return FateResult(fault="bagian_nol")
    key = hash_content([token, proposal_id, asdict(ref), part])

    def write() -> FateResult:
        writes.link_proposal(
            engine, author.username, key=key, usulan_id=proposal_id, ref=ref, amount_idr=part
        )
        return FateResult()

    return _guard(write)


def unlink(engine: Engine, person: Account | None, old: Link) -> FateResult:
    """Take a link away. Raises NotAllowedError, and LookupError where the proposal is gone."""
    author = _demand(engine, person, old.usulan_id)

    def write() -> FateResult:
        return FateResult(is_gone=not writes.unlink_proposal(engine, author.username, old))

    return _guard(write)


def set_fate(
    engine: Engine, person: Account | None, base: Proposal, fate: str | None, reason: str
) -> FateResult:
    """Say what became of a proposal, from how the person saw it; None: not matched after all.

    A reason is required unless all of it is accommodated. Raises NotAllowedError, and LookupError
    where the proposal is gone.
    """
    author = _demand(engine, person, base.id)
    tidy = reason.strip() or None
    fault = _find_fault(fate, tidy)
    if fault is not None:
        return FateResult(fault=fault)
    said = tidy if fate is not None else None

    def write() -> FateResult:
        now = writes.set_fate(engine, author.username, base, fate, said)
        is_ours = (now.fate, now.fate_reason) == (fate, said)
        return FateResult() if is_ours else FateResult(theirs=now)

    return _guard(write)


def _find_fault(fate: str | None, reason: str | None) -> str | None:
    if fate is not None and fate not in FATES:
        return "nasib_asing"
    if fate not in {None, ACCOMMODATED} and reason is None:
        return "alasan_kosong"
    if reason is not None and len(reason) > MOST_REASON:
        return "alasan_panjang"
    return "alasan_tanda" if reason is not None and find_unsafe_characters(reason) else None


def _demand(engine: Engine, person: Account | None, proposal_id: int) -> Account:
    if not may_somewhere(person, ACTION):
        raise NotAllowedError(ACTION, "", "")
    proposal = read_proposal(engine, proposal_id)
    if proposal is None:
        raise LookupError(proposal_id)
    parts = _list_parts(engine, proposal)
    allowed = next((each for each in parts if may(person, ACTION, *each)), parts[0])
    return demand(person, ACTION, *allowed)


def _list_parts(engine: Engine, proposal: Proposal) -> list[tuple[str, str]]:
    """Who may: Bappeda, the agency that is to do it, and those who recorded it."""
    region = proposal.wilayah_code
    owner = region[:_KABUPATEN_LENGTH]
    parts = [(owner, _BAPPEDA)]
    if proposal.agency:
        parts.append((region if proposal.agency in _OF_KECAMATAN else owner, proposal.agency))
    meeting = read_meeting(engine, proposal.rembuk_id)
    if meeting is not None:
        part = find_meeting_part(region, meeting.year, meeting.kind)
        parts.append((region, part.part))
    return parts


def _guard(write: Callable[[], FateResult]) -> FateResult:
    try:
        return write()
    except writes.LinkRefusedError as error:
        return FateResult(fault=error.code)
    except StageLockedError as error:
        return FateResult(locked_state=error.state)
