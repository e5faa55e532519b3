"""Proposals of a meeting: what one still lacks, which stand in the signed list, what they cost."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

BIDANG = ("fisik", "sosbud", "ekonomi")
UNDECIDED, AGREED, POSTPONED, REJECTED = "belum", "disepakati", "ditunda", "ditolak"
DECISIONS = (UNDECIDED, AGREED, POSTPONED, REJECTED)
NEED_REASON = frozenset({POSTPONED, REJECTED})


class ProposalLike(Protocol):
    """What the rules look at in a proposal; None or "" where it says nothing yet."""

    @property
    def number(self) -> str:
        """Region, year and running number."""

    @property
    def activity(self) -> str:
        """What is to be done."""

    @property
    def places(self) -> tuple[str, ...]:
        """Codes of the places."""

    @property
    def agency(self) -> str | None:
        """The code of the agency that is to do it."""

    @property
    def bidang(self) -> str | None:
        """One of `BIDANG`."""

    @property
    def item_code(self) -> str | None:
        """The service that it serves."""

    @property
    def target_group(self) -> str | None:
        """The target group, where it serves no single service."""

    @property
    def volume(self) -> float | None:
        """How much of it, in `unit`."""

    @property
    def unit(self) -> str | None:
        """What the volume counts."""

    @property
    def amount_idr(self) -> int | None:
        """Whole rupiah."""

    @property
    def fund(self) -> str | None:
        """Where the money comes from."""

    @property
    def execution_year(self) -> int | None:
        """The year in which it is to be done."""

    @property
    def priority(self) -> int | None:
        """Its place in the order of priority."""

    @property
    def decision(self) -> str:
        """One of `DECISIONS`."""

    @property
    def decision_reason(self) -> str | None:
        """Why it was postponed or rejected."""


ProposalT = TypeVar("ProposalT", bound=ProposalLike)


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """Proposals of one bidang and fund: how many, their rupiah, how many without an amount."""

    bidang: str | None
    fund: str | None
    count: int
    amount_idr: int
    unknown: int


def list_missing(proposal: ProposalLike) -> tuple[str, ...]:
    """What a proposal lacks to stand in the signed list, by code, in the form's order; () whole.

    A postponed or rejected one needs its reason besides.
    """
    lacks = {
        "activity": not proposal.activity,
        "aim": not (proposal.item_code or proposal.target_group),
        "places": not proposal.places,
        "bidang": not proposal.bidang,
        "agency": not proposal.agency,
        "volume": proposal.volume is None,
        "unit": not proposal.unit,
        "amount_idr": proposal.amount_idr is None,
        "fund": not proposal.fund,
        "execution_year": proposal.execution_year is None,
        "decision": proposal.decision == UNDECIDED,
        "decision_reason": proposal.decision in NEED_REASON and not proposal.decision_reason,
    }
    return tuple(code for code, missing in lacks.items() if missing)


def is_complete(proposal: ProposalLike) -> bool:
    """Tell whether a proposal lacks nothing."""
    return not list_missing(proposal)


def is_signed(proposal: ProposalLike) -> bool:
    """Tell whether a proposal stands in the signed list: agreed, and nothing missing."""
    return proposal.decision == AGREED and is_complete(proposal)


def order_signed(proposals: Iterable[ProposalT]) -> tuple[ProposalT, ...]:
    """Proposals bidang by bidang, by priority (without one: last), then by number."""
    return tuple(sorted(proposals, key=_place))


def _place(proposal: ProposalLike) -> tuple[int, bool, int, str]:
    bidang = BIDANG.index(proposal.bidang) if proposal.bidang in BIDANG else len(BIDANG)
    return bidang, proposal.priority is None, proposal.priority or 0, proposal.number


def sum_money(proposals: Sequence[ProposalLike]) -> tuple[MoneyRow, ...]:
    """Money by bidang and fund, in the order of `BIDANG` (without one: last), funds by name.

    An unknown amount is never 0: it is counted beside the sum.
    """
    groups: dict[tuple[str | None, str | None], list[ProposalLike]] = {}
    for each in proposals:
        groups.setdefault((each.bidang or None, each.fund or None), []).append(each)
    rows = [_add_up(bidang, fund, group) for (bidang, fund), group in groups.items()]
    return tuple(sorted(rows, key=_place_of_money))


def _add_up(bidang: str | None, fund: str | None, group: Sequence[ProposalLike]) -> MoneyRow:
    known = [each.amount_idr for each in group if each.amount_idr is not None]
    return MoneyRow(bidang, fund, len(group), sum(known), len(group) - len(known))


def _place_of_money(row: MoneyRow) -> tuple[int, bool, str]:
    bidang = BIDANG.index(row.bidang) if row.bidang in BIDANG else len(BIDANG)
    return bidang, row.fund is None, row.fund or ""
