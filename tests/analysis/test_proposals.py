"""What a proposal lacks, which stand in the signed list, and what they cost."""

from dataclasses import dataclass, replace

import pytest

from analysis.proposals import is_signed, list_missing, order_signed, sum_money


@dataclass(frozen=True)
class Draft:
    """A proposal that lacks nothing."""

    number: str = "63.11.01/2026/001"
    activity: str = "PMT ibu hamil KEK"
    places: tuple[str, ...] = ("63.11.01.2001",)
    agency: str | None = "dinkes"
    bidang: str | None = "sosbud"
    item_code: str | None = "I01"
    target_group: str | None = None
    volume: float | None = 40.0
    unit: str | None = "orang"
    amount_idr: int | None = 12_500_000
    fund: str | None = "APBD"
    execution_year: int | None = 2027
    priority: int | None = None
    decision: str = "disepakati"
    decision_reason: str | None = None


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"places": ()}, "places"),
        ({"agency": None}, "agency"),
        ({"bidang": None}, "bidang"),
        ({"item_code": None}, "aim"),
        ({"volume": None}, "volume"),
        ({"unit": None}, "unit"),
        ({"amount_idr": None}, "amount_idr"),
        ({"fund": None}, "fund"),
        ({"execution_year": None}, "execution_year"),
        ({"decision": "belum"}, "decision"),
    ],
)
def test_a_proposal_without_one_of_its_fields_is_kept_out_of_the_signed_list(
    change: dict[str, object], missing: str
) -> None:
    draft = replace(Draft(), **change)  # type: ignore[arg-type]
    assert list_missing(draft) == (missing,)
    assert not is_signed(draft)


def test_a_target_group_stands_for_a_service_and_a_refusal_needs_its_reason() -> None:
    assert is_signed(Draft())
    assert is_signed(replace(Draft(), item_code=None, target_group="Remaja Putri"))
    postponed = replace(Draft(), decision="ditunda")
    assert list_missing(postponed) == ("decision_reason",)
    assert not is_signed(replace(postponed, decision_reason="menunggu data"))


def test_the_list_goes_by_bidang_then_priority_and_without_one_comes_last() -> None:
    drafts = [
        replace(Draft(), number="3", bidang="ekonomi", priority=1),
        replace(Draft(), number="2", bidang="fisik"),
        replace(Draft(), number="1", bidang="fisik", priority=2),
        replace(Draft(), number="4", bidang=None, priority=1),
    ]
    assert [each.number for each in order_signed(drafts)] == ["1", "2", "3", "4"]


def test_money_is_added_up_by_bidang_and_fund_and_an_unknown_amount_is_counted_not_nought() -> None:
    drafts = [
        Draft(),
        replace(Draft(), amount_idr=7_500_000),
        replace(Draft(), amount_idr=None),
        replace(Draft(), fund=None, bidang="fisik"),
    ]
    rows = [(r.bidang, r.fund, r.count, r.amount_idr, r.unknown) for r in sum_money(drafts)]
    assert rows == [
        ("fisik", None, 1, 12_500_000, 0),
        ("sosbud", "APBD", 3, 20_000_000, 1),
    ]
