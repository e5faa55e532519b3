import pandas as pd
import pytest

from analysis.targets import build_target_series, choose_document, find_target_year, resolve_targets
from tests.analysis.services import A1, B1, KAB, KEC_A, KEC_B, make_regions

PROV = "63"
Row = tuple[str, str, int, float | None, str]


def make_targets(rows: list[Row]) -> pd.DataFrame:
    columns = ["wilayah_code", "item_code", "year", "target_pct", "document"]
    return pd.DataFrame(rows, columns=columns).astype({"target_pct": "float64"})


def resolve(rows: list[Row], year: int = 2026) -> pd.DataFrame:
    found = resolve_targets(make_targets(rows), make_regions(), year)
    return found.set_index(["region_code", "item_code"])


def test_a_region_without_its_own_target_takes_that_of_the_region_it_lies_in() -> None:
    found = resolve([(KAB, "I02", 2026, 80, "Renja"), (KEC_A, "I02", 2026, 90, "Renja")])
    assert found.loc[(KEC_A, "I02"), "target_pct"] == 90
    assert found.loc[(KEC_B, "I02"), "target_pct"] == 80
    assert found.loc[(KEC_B, "I02"), "target_dari"] == KAB
    assert found.loc[(A1, "I02"), "target_dari"] == KEC_A
    assert found.loc[(B1, "I02"), "target_dari"] == KAB
    assert (PROV, "I02") not in found.index


def test_a_kabupaten_takes_its_provinces_and_hands_it_down() -> None:
    found = resolve([(PROV, "I02", 2026, 70, "RPJMD")])
    assert set(found["target_dari"]) == {PROV}
    assert len(found) == 7


def test_a_target_is_never_borrowed_from_beside_below_another_year_or_item() -> None:
    found = resolve([(KEC_A, "I02", 2026, 90, "Renja"), (KAB, "I02", 2025, 70, "Renja")])
    assert (KEC_B, "I02") not in found.index
    assert (KAB, "I02") not in found.index
    assert set(found.index.get_level_values(1)) == {"I02"}
    assert resolve([(KAB, "I02", 2025, 80, "Renja")]).empty


def test_a_desa_has_no_target_of_its_own() -> None:
    found = resolve([(A1, "I02", 2026, 50, "Renja"), (KEC_A, "I02", 2026, 90, "Renja")])
    assert found.loc[(A1, "I02"), "target_pct"] == 90


def test_the_plan_nearest_to_the_year_speaks_first() -> None:
    rows: list[Row] = [
        (KAB, "PREV", 2026, 10, "RPJPD"),
        (KAB, "PREV", 2026, 14, "RKPD"),
        (KAB, "PREV", 2026, 16, "RPJMD"),
    ]
    found = resolve(rows).loc[(KAB, "PREV")]
    assert (found["target_pct"], found["dokumen"]) == (14, "RKPD")
    other = resolve_targets(make_targets(rows), make_regions(), 2026, ("RPJMD", "RKPD", "RPJPD"))
    assert set(other["target_pct"]) == {16}


def test_an_own_target_of_any_plan_goes_before_the_parents() -> None:
    found = resolve([(KAB, "I02", 2026, 80, "Renja"), (KEC_A, "I02", 2026, 60, "RPJPD")])
    assert found.loc[(KEC_A, "I02"), "target_pct"] == 60


def test_older_national_targets_count_only_as_rows_taken_over_and_last() -> None:
    taken: Row = (KAB, "I02", 2026, 58, "nasional-lama")
    assert resolve([taken]).loc[(KAB, "I02"), "dokumen"] == "nasional-lama"
    both = resolve([taken, (KAB, "I02", 2026, 70, "RPJPD")])
    assert both.loc[(KAB, "I02"), "dokumen"] == "RPJPD"


def test_an_emptied_target_is_no_target() -> None:
    found = resolve([(KAB, "I02", 2026, 80, "RPJMD"), (KEC_A, "I02", 2026, None, "RPJMD")])
    assert found.loc[(KEC_A, "I02"), "target_dari"] == KAB


def test_contradictions_are_refused() -> None:
    twice: list[Row] = [(KAB, "I02", 2026, 80, "RKPD"), (KAB, "I02", 2026, 70, "RKPD")]
    with pytest.raises(ValueError, match="two targets"):
        choose_document(make_targets(twice))
    with pytest.raises(ValueError, match="Catatan"):
        choose_document(make_targets([(KAB, "I02", 2026, 80, "Catatan")]))


def test_the_analysis_of_a_year_is_held_against_the_year_it_speaks_of() -> None:
    assert find_target_year("2026") == 2025
    assert find_target_year("2026-S1") == find_target_year("2026-S2") == 2026


def test_the_series_of_balangans_plan_is_its_printed_one() -> None:
    rows: list[Row] = [
        (KAB, "PREV", 2022, 18.4, "RPJMD"),
        (KAB, "PREV", 2023, 17.0, "RPJMD"),
        (KAB, "PREV", 2024, 16.0, "RPJMD"),
    ]
    series = build_target_series(make_targets(rows), make_regions(), KEC_A, "PREV")
    assert list(series["target_pct"]) == [18.4, 17.0, 16.0]
    assert set(series["target_dari"]) == {KAB}
    assert build_target_series(make_targets(rows), make_regions(), KEC_A, "I02").empty
