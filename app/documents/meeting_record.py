"""Everything that a meeting's documents say, names in place of codes; no database behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from analysis.meetings import RAPAT_ANSIT
from analysis.proposals import AGREED, BIDANG, POSTPONED, REJECTED, UNDECIDED
from app.documents.paper import Letterhead, Signature
from data_access.reads.rembuk import (
    Appreciation,
    Commitment,
    Correction,
    Meeting,
    Participant,
    Priority,
)


@dataclass(frozen=True, slots=True)
class ListedProposal:
    """One proposal as this meeting decided it: `decision`, `reason`, `priority` are its own.

    `origin`: where it was raised from, "" for the meeting's own. `missing`: what it lacks, by the
    codes of `analysis.proposals`. `amount_idr` in whole rupiah.
    """

    number: str
    activity: str
    aim: str
    item_code: str | None
    problem: str
    cause: str
    places: str
    agency: str
    volume: float | None
    unit: str
    amount_idr: int | None
    fund: str
    execution_year: int | None
    bidang: str | None
    priority: int | None
    decision: str
    reason: str
    origin: str = ""
    missing: tuple[str, ...] = ()

    @property
    def is_signed(self) -> bool:
        """Tell whether it stands in the signed list: agreed, and nothing missing."""
        return self.decision == AGREED and not self.missing


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """One meeting's record. `figures`: the frozen snapshot, None while nothing is frozen.

    `frozen_at` by the region's clocks. `missing`: what the record lacks, by the codes of
    `analysis.meetings.list_missing`. `places`: names of the places of corrections.
    """

    meeting: Meeting
    level: str
    region: str
    letterhead: Letterhead
    city: str
    signers: tuple[Signature, ...] = ()
    has_own_letterhead: bool = False
    figures: Mapping[str, Any] | None = None
    frozen_at: datetime | None = None
    participants: tuple[Participant, ...] = ()
    priorities: tuple[Priority, ...] = ()
    proposals: tuple[ListedProposal, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    appreciations: tuple[Appreciation, ...] = ()
    corrections: tuple[Correction, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[int, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    is_demo: bool = False

    def list_signed(self, bidang: str | None = None) -> tuple[ListedProposal, ...]:
        """The agreed and complete proposals, of one bidang or of all, by bidang and priority."""
        kept = [each for each in self.proposals if each.is_signed]
        chosen = [each for each in kept if bidang in (None, each.bidang)]
        return tuple(sorted(chosen, key=_order))

    def list_decided(self, decision: str) -> tuple[ListedProposal, ...]:
        """The proposals with one decision, complete or not."""
        kept = [each for each in self.proposals if each.decision == decision]
        return tuple(sorted(kept, key=_order))

    def list_omitted(self) -> tuple[ListedProposal, ...]:
        """The agreed proposals that are kept out of the signed list, since something is missing."""
        return tuple(each for each in self.list_decided(AGREED) if each.missing)

    @property
    def postponed(self) -> tuple[ListedProposal, ...]:
        """The proposals that were put off."""
        return self.list_decided(POSTPONED)

    @property
    def rejected(self) -> tuple[ListedProposal, ...]:
        """The proposals that were turned down."""
        return self.list_decided(REJECTED)

    @property
    def undecided(self) -> tuple[ListedProposal, ...]:
        """The proposals about which nothing was decided here."""
        return self.list_decided(UNDECIDED)

    @property
    def present(self) -> tuple[Participant, ...]:
        """The participants marked as present."""
        return tuple(each for each in self.participants if each.is_present)


# Absent without making a record a draft: a number is often given by hand when all have signed, and
# a meeting of the analysis need not end in proposals.
_OPTIONAL = frozenset({"nomor"})
_OPTIONAL_IN = {RAPAT_ANSIT: frozenset({"usulan", "komitmen"})}


def list_lacks(missing: Sequence[str], kind: str) -> tuple[str, ...]:
    """Of what a record lacks, that without which its berita acara is a draft only."""
    optional = _OPTIONAL | _OPTIONAL_IN.get(kind, frozenset())
    return tuple(code for code in missing if code not in optional)


def sum_amounts(proposals: Sequence[ListedProposal]) -> int:
    """Rupiah of some proposals; those of the signed list all have an amount."""
    return sum(each.amount_idr or 0 for each in proposals)


def _order(proposal: ListedProposal) -> tuple[int, bool, int, str]:
    place = BIDANG.index(proposal.bidang) if proposal.bidang in BIDANG else len(BIDANG)
    return place, proposal.priority is None, proposal.priority or 0, proposal.number
