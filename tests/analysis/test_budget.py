"""The hand-worked example of `budget_example`: tagged money, its kinds and its realisation."""

import pandas as pd
import pytest

from analysis.budget import join_tags, sum_amounts
from tests.analysis.budget_example import (
    IMMUNISATION,
    KEK,
    SANITATION,
    make_amounts,
    make_lines,
    make_tags,
)


def test_every_tag_knows_its_line_and_its_part_of_the_realisation() -> None:
    amounts = make_amounts().set_index("tag_id")
    assert amounts.loc[10, "skpd_name"] == "Dinas PU"
    assert amounts.loc[10, "bidang"] == "1.03"
    # 3 of 5 million are tagged, 2.5 million are spent: 3/5 of 2.5 million.
    assert amounts.loc[10, "realised_idr"] == 1_500_000
    # Line 1 is half spent: 1,440,000 and 960,000 halved.
    assert amounts.loc[1, "realised_idr"] == 720_000
    assert amounts.loc[2, "realised_idr"] == 480_000
    assert pd.isna(amounts.loc[5, "realised_idr"])
    assert list(amounts.index[~amounts["is_serving"]]) == [8, 11]


def test_a_tag_without_its_line_is_refused() -> None:
    with pytest.raises(ValueError, match="line"):
        join_tags(make_lines().iloc[1:], make_tags())


def test_all_tagged_money_by_kind() -> None:
    row = sum_amounts(make_amounts()).iloc[0]
    # sasaran 1,440,000 + 960,000 + 500,001 + 500,000 + 600,000 + 400,000 + 300,000 + 300,000
    assert row["sasaran_idr"] == 5_000_001
    # layanan 800,000 + 700,000 + 3,000,000 + 100,000 + 100,000
    assert row["layanan_idr"] == 4_700_000
    assert row["serving_idr"] == 9_700_001
    assert (row["bimbingan_idr"], row["administrasi_idr"]) == (1_000_000, 500_000)
    assert row["tagged_idr"] == 11_200_001
    assert row["administrasi_pct"] == pytest.approx(100 * 500_000 / 11_200_001)
    assert row["divided_idr"] == 1_000_001
    assert (row["line_count"], row["tag_count"]) == (12, 15)


def test_administration_by_agency() -> None:
    table = sum_amounts(make_amounts(), ["skpd_name"]).set_index("skpd_name")
    # Dinas Kesehatan: sub kegiatan 10 with 5,100,001 and 20 with 700 + 600 + 300 + 300 thousand.
    assert table.loc["Dinas Kesehatan", "tagged_idr"] == 7_000_001
    assert table.loc["Dinas Kesehatan", "administrasi_pct"] == pytest.approx(7.142856, abs=1e-5)
    assert table.loc["Dinas PU", "administrasi_pct"] == 0
    assert list(table.index) == ["Dinas Kesehatan", "Dinas PU", "Kecamatan Satu"]


def test_money_by_service_keeps_what_names_no_service() -> None:
    table = sum_amounts(make_amounts(), ["item_code"])
    named = table[table["item_code"].notna()].set_index("item_code")
    assert named["serving_idr"].to_dict() == {
        KEK: 4_100_001,
        SANITATION: 3_200_000,
        IMMUNISATION: 2_400_000,
    }
    unnamed = table[table["item_code"].isna()]
    assert list(unnamed["tagged_idr"]) == [1_000_000]
    assert table["tagged_idr"].sum() == 11_200_001


def test_absorption_counts_only_lines_that_tell_and_is_never_clipped() -> None:
    row = sum_amounts(make_amounts()).iloc[0]
    # Told: line 1 (2,400,000), line 8's tag (3,000,000), line 10 (300,000).
    assert row["told_idr"] == 5_700_000
    # Spent: 1,200,000 + 1,500,000 + 330,000.
    assert row["realised_idr"] == pytest.approx(3_030_000)
    assert row["absorption_pct"] == pytest.approx(100 * 3_030_000 / 5_700_000)
    by_item = sum_amounts(make_amounts(), ["item_code"]).set_index("item_code")
    assert by_item.loc[IMMUNISATION, "absorption_pct"] == pytest.approx(110)
    assert by_item.loc[IMMUNISATION, "above_100"]
    assert not by_item.loc[KEK, "above_100"]


def test_absorption_is_unknown_where_no_line_tells_a_realisation() -> None:
    table = sum_amounts(make_amounts(), ["skpd_name"]).set_index("skpd_name")
    assert pd.isna(table.loc["Kecamatan Satu", "absorption_pct"])
    assert pd.isna(table.loc["Kecamatan Satu", "realised_idr"])
    assert not table.loc["Kecamatan Satu", "above_100"]


def test_the_flow_from_fund_to_target_group_adds_up() -> None:
    flow = sum_amounts(make_amounts(), ["fund", "skpd_name", "target_group"])
    assert flow["tagged_idr"].sum() == 11_200_001
    assert flow["target_group"].isna().sum() == 1


@pytest.mark.parametrize("by", [[], ["item_code"], ["skpd_name", "kind"]])
def test_nothing_tagged_is_no_fault(by: list[str]) -> None:
    table = sum_amounts(join_tags(make_lines(), make_tags().iloc[:0]), by)
    assert table["tagged_idr"].sum() == 0
    assert table["administrasi_pct"].isna().all()
