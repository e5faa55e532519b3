"""How much of every budget is tagged, on both databases."""

from sqlalchemy import Engine

from data_access.reads.anggaran_daerah import read_budget_totals
from tests.budget_example import tagged_rows
from tests.budget_rows import KABUPATEN, ROWS, add_places, add_skpd, add_snapshot


def test_a_budget_is_summed_with_its_tagged_and_its_direct_money(engine: Engine) -> None:
    add_places(engine)
    add_skpd(engine)
    add_snapshot(engine, rows=tagged_rows())
    add_snapshot(engine, "perubahan")
    row = read_budget_totals(engine, "63", 2026, "murni").iloc[0]
    assert row["wilayah_code"] == KABUPATEN
    assert row["total_idr"] == sum(each.total_idr for each in ROWS)
    assert row["tagged_idr"] == 10_000_000 + 1_000_001 + 7_000_000 + 4_000_000
    assert row["serving_idr"] == 21_000_000
    untagged = read_budget_totals(engine, "63", 2026, "perubahan").iloc[0]
    assert untagged["tagged_idr"] == 0


def test_a_region_without_the_snapshot_has_no_row(engine: Engine) -> None:
    add_places(engine)
    assert read_budget_totals(engine, "63", 2026, "murni").empty
