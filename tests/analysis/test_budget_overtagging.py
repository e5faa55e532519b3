"""Checks of over-tagging on the example of `budget_example`, and on faults added to it."""

import pandas as pd
import pytest

from analysis.budget import join_tags
from analysis.budget_overtagging import CHECKS, count_checks, find_overtagging
from data_access import reference
from tests.analysis.budget_example import make_activities, make_amounts, make_lines, make_tags

KINDS = reference.read_table("jenis_belanja")


def find(amounts: pd.DataFrame) -> pd.DataFrame:
    return find_overtagging(amounts, make_activities(), KINDS)


def found_by(check: str, amounts: pd.DataFrame | None = None) -> dict[int, int]:
    """Doubtful rupiah by tag."""
    findings = find(make_amounts() if amounts is None else amounts)
    mine = findings[findings["check"] == check]
    return dict(zip(mine["tag_id"], mine["doubtful_idr"], strict=True))


def test_tags_without_service_target_group_or_place() -> None:
    assert found_by("tanpa_layanan") == {11: 1_000_000}
    assert found_by("tanpa_sasaran") == {11: 1_000_000}
    assert found_by("tanpa_tempat") == {7: 600_000, 11: 1_000_000}


def test_the_same_tag_twice_in_one_line_is_doubtful_once() -> None:
    assert found_by("ganda_baris") == {15: 100_000}


def test_the_same_money_in_two_lines_is_doubtful_once() -> None:
    # Lines 10 and 11: "Alat suntik" and "Alat  SUNTIK", one account, fund and total.
    assert found_by("ganda_uang") == {13: 300_000}


def test_equal_lines_of_two_sub_kegiatan_or_funds_are_not_the_same_money() -> None:
    amounts = make_amounts()
    other = amounts["fund"].where(amounts["line_id"] != 11, "PAD")
    assert found_by("ganda_uang", amounts.assign(fund=other)) == {}
    moved = amounts["subkegiatan_id"].where(amounts["line_id"] != 11, 30)
    assert found_by("ganda_uang", amounts.assign(subkegiatan_id=moved)) == {}


def test_a_sub_kegiatan_tagged_whole() -> None:
    # Sub kegiatan 10 is tagged to the last rupiah: 2,400,000 + 1,000,001 + 800,000 + 500,000
    # + 400,000. Of 20 half of line 5 is left, of 30 two of five million; 40 is one line only.
    found = found_by("subkegiatan_utuh")
    assert sum(found.values()) == 5_100_001
    assert set(found) == {1, 2, 3, 4, 5, 8, 9}


def test_spending_for_people_on_an_account_of_meetings() -> None:
    # The travel of line 6 is tagged as administration, as its account says; line 7 is not.
    assert found_by("jenis_tak_sesuai") == {9: 400_000}
    without = find_overtagging(make_amounts(), make_activities())
    assert "jenis_tak_sesuai" not in set(without["check"])


def test_tags_beyond_their_line() -> None:
    assert found_by("melebihi_baris") == {}
    tags = make_tags()
    more = tags["amount_idr"].where(tags["tag_id"] != 2, 1_000_000)
    amounts = join_tags(make_lines(), tags.assign(amount_idr=more))
    assert found_by("melebihi_baris", amounts) == {2: 40_000}


def test_every_check_is_counted_also_where_it_finds_nothing() -> None:
    counts = count_checks(find(make_amounts())).set_index("check")
    assert list(counts.index) == list(CHECKS)
    assert counts.loc["tanpa_tempat"].tolist() == [2, 2, 1_600_000]
    assert counts.loc["subkegiatan_utuh"].tolist() == [7, 5, 5_100_001]
    assert counts.loc["melebihi_baris"].tolist() == [0, 0, 0]


@pytest.mark.parametrize("kinds", [None, KINDS])
def test_nothing_tagged_finds_nothing(kinds: pd.DataFrame | None) -> None:
    empty = join_tags(make_lines(), make_tags().iloc[:0])
    findings = find_overtagging(empty, make_activities(), kinds)
    assert findings.empty
    assert count_checks(findings)["tag_count"].sum() == 0
