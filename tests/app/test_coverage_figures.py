"""Coverage of the demonstration beside sums made by hand, and what is counted."""

import math

import pandas as pd
import pytest
from sqlalchemy import Engine

from app.coverage_figures import (
    compute_coverage_table,
    coverage_indicators,
    pick_like_periods,
    tabulate_coverage,
)
from app.items import find_item
from data_access.reads.isian import read_cells
from data_access.reads.target import read_targets

KAB, KEC = "99.01", "99.01.03"


def regions(*ended: str) -> pd.DataFrame:
    rows = [
        ("99", "Provinsi", "provinsi", "provinsi", ""),
        (KAB, "Kabupaten", "kabupaten", "kabupaten", "99"),
        (KEC, "Kecamatan", "kecamatan", "kecamatan", KAB),
        (f"{KEC}.2001", "Desa A", "desa", "desa", KEC),
        (f"{KEC}.2002", "Desa B", "desa", "desa", KEC),
    ]
    frame = pd.DataFrame(rows, columns=["code", "name", "level", "kind", "parent_code"])
    return frame.assign(valid_until=["2020-01-01" if c in ended else None for c in frame["code"]])


def facts(*rows: tuple[str, str, int]) -> pd.DataFrame:
    named = [(f"{KEC}.{desa}", item, value) for desa, item, value in rows]
    return pd.DataFrame(named, columns=["unit_code", "item_code", "value"])


def targets(year: int, item: str, pct: float, code: str = KAB) -> pd.DataFrame:
    row = (code, item, year, "Renja", pct, 1)
    columns = ["wilayah_code", "item_code", "year", "document", "target_pct", "version"]
    return pd.DataFrame([row], columns=columns)


def one(table: pd.DataFrame, code: str, item: str) -> dict[str, object]:
    row = table[(table["region_code"] == code) & (table["item_code"] == item)]
    return dict(row.to_dict("records")[0])


def test_every_region_of_the_level_has_all_31_services_in_the_guidelines_order(
    demo: Engine,
) -> None:
    table = compute_coverage_table(demo, KAB, "kecamatan", "2026")
    assert table["region_code"].nunique() == 12
    for _, rows in table.groupby("region_code"):
        assert list(rows["item_code"]) == list(coverage_indicators()["kode"])


def test_a_kabupatens_coverage_is_that_of_its_desas_sums(demo: Engine) -> None:
    cells = read_cells(demo, KAB, "2026").dropna(subset=["value"])
    values = cells.pivot(index="unit_code", columns="item_code", values="value")
    both = values[["I02", "S04"]].dropna()
    row = one(compute_coverage_table(demo, KAB, "kabupaten", "2026"), KAB, "I02")
    assert row["pembilang"] == both["I02"].sum()
    assert row["penyebut"] == both["S04"].sum()
    assert row["cakupan_pct"] == pytest.approx(100 * both["I02"].sum() / both["S04"].sum())
    assert row["desa_dihitung"] == len(both)


def test_the_situation_analysis_is_held_against_the_year_that_it_speaks_of(demo: Engine) -> None:
    own = read_targets(demo, KAB)
    own = own[(own["item_code"] == "I02") & (own["document"] == "Renja")]
    by_year = dict(zip(own["year"], own["target_pct"], strict=True))
    analysis = one(compute_coverage_table(demo, KAB, "kabupaten", "2026"), KAB, "I02")
    half = one(compute_coverage_table(demo, KAB, "kabupaten", "2026-S1"), KAB, "I02")
    assert analysis["target_pct"] == by_year[2025]
    assert half["target_pct"] == by_year[2026] != by_year[2025]
    assert (analysis["tengah_tahun"], half["tengah_tahun"]) == (False, True)


def test_a_kecamatan_inherits_its_kabupatens_target_and_says_so(demo: Engine) -> None:
    row = one(compute_coverage_table(demo, KEC, "kecamatan", "2026"), KEC, "I02")
    assert (row["target_dari"], row["dokumen"]) == (KAB, "Renja")


def test_a_regions_figure_is_the_same_whatever_is_looked_at(demo: Engine) -> None:
    inside = compute_coverage_table(demo, KAB, "kecamatan", "2026")
    alone = compute_coverage_table(demo, KEC, "kecamatan", "2026")
    same = inside[inside["region_code"] == KEC].reset_index(drop=True)
    pd.testing.assert_frame_equal(same, alone, check_dtype=False)


def test_without_targets_nothing_is_borrowed() -> None:
    table = tabulate_coverage(
        facts(("2001", "I02", 5), ("2001", "S04", 10)),
        regions(),
        targets(2025, "I02", 80, code="11"),
        [KEC],
        "2026",
    )
    row = one(table, KEC, "I02")
    assert row["status"] == "tanpa target"
    assert math.isnan(float(str(row["target_pct"])))


def test_live_births_of_ours_divide_the_early_initiation() -> None:
    table = tabulate_coverage(
        facts(("2001", "I06", 6), ("2001", "S17", 8)),
        regions(),
        targets(2025, "I06", 70),
        [KEC],
        "2026",
    )
    assert one(table, KEC, "I06")["cakupan_pct"] == 75


def test_an_ended_desa_counts_only_where_it_still_has_figures() -> None:
    ended = f"{KEC}.2002"
    some = facts(("2001", "I02", 5), ("2001", "S04", 10))
    more = pd.concat([some, facts(("2002", "I02", 1), ("2002", "S04", 2))])
    for known, desa in ((some, 1), (more, 2)):
        table = tabulate_coverage(known, regions(ended), targets(2025, "I02", 80), [KEC], "2026")
        assert one(table, KEC, "I02")["desa_semua"] == desa


def test_people_to_reach_and_small_denominators_stand_beside_the_figure() -> None:
    table = tabulate_coverage(
        facts(("2001", "I02", 5), ("2001", "S04", 9)),
        regions(),
        targets(2025, "I02", 80),
        [KEC],
        "2026",
    )
    row = one(table, KEC, "I02")
    assert (row["perlu_dijangkau"], row["penyebut_kecil"]) == (3, True)


def test_a_trend_sets_only_like_periods_beside_each_other() -> None:
    periods = ["2025", "2025-S1", "2025-S2", "2026", "2026-S1"]
    assert pick_like_periods(periods, "2026") == ["2025", "2026"]
    assert pick_like_periods(periods, "2026-S1") == ["2025-S1", "2026-S1"]


def test_every_service_is_known_by_its_item() -> None:
    assert all(find_item(code) for code in coverage_indicators()["kode"])
