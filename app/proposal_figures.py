"""Which proposals a meeting agreed on, its own and those from below, as documents list them.

No cache and no Streamlit here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from analysis.proposals import AGREED, is_complete, is_signed, order_signed
from data_access.reads.usulan import Proposal, RaisedProposal


@dataclass(frozen=True, slots=True)
class SignedProposal:
    """One agreed proposal in a meeting's signed list; `priority` is that of this meeting."""

    proposal: Proposal
    priority: int | None
    is_raised: bool


def list_signed(
    proposals: Iterable[Proposal], raised: Iterable[RaisedProposal]
) -> tuple[SignedProposal, ...]:
    """The signed list: agreed in this meeting and complete; by bidang, priority and number."""
    own = {each.id: SignedProposal(each, each.priority, False) for each in proposals}
    above = {
        each.proposal.id: SignedProposal(each.proposal, each.priority, True)
        for each in raised
        if each.decision == AGREED and is_complete(each.proposal)
    }
    signed = [replace(s.proposal, priority=s.priority) for s in above.values()]
    signed += [each.proposal for each in own.values() if is_signed(each.proposal)]
    known = own | above
    return tuple(known[each.id] for each in order_signed(signed))


def list_agreed(
    proposals: Iterable[Proposal], raised: Iterable[RaisedProposal]
) -> tuple[Proposal, ...]:
    """All that a meeting agreed on, complete or not."""
    own = [each for each in proposals if each.decision == AGREED]
    return (*own, *(each.proposal for each in raised if each.decision == AGREED))


def count_agreed(proposals: Iterable[Proposal], raised: Iterable[RaisedProposal]) -> int:
    """How many stand in the signed list."""
    return len(list_signed(proposals, raised))
