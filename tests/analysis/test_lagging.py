import pandas as pd

from analysis.coverage_status import ANOMALY, FAR, NEUTRAL, NO_DATA, NO_TARGET, REACHED
from analysis.lagging import count_lagging, find_lagging
from tests.analysis.services import A1, A2, make_assessed

FIVE = [
    (A1, "I01", 80.0, 80.0, REACHED),
    (A1, "I02", 40.0, 80.0, FAR),
    (A1, "I03", 45.0, 50.0, FAR),
    (A1, "I04", 76.0, 80.0, FAR),
    (A1, "I05", 99.0, 90.0, REACHED),
]


def lag(rows: list[tuple[str, str, float, float | None, str]], gap: float = 10) -> pd.DataFrame:
    found = find_lagging(make_assessed(rows), gap_points=gap, minimum_services=5)
    return found.set_index(["region_code", "item_code"])


def test_a_service_lags_by_its_attainment_and_not_by_its_coverage() -> None:
    found = lag(FIVE).loc[A1]
    assert list(found["ketercapaian_pct"].round(6)) == [100, 50, 90, 95, 110]
    assert set(found["median_pct"]) == {95}
    assert list(found["selisih_poin"]) == [5, -45, -5, 0, 15]
    assert list(found["peringkat"]) == [4, 1, 2, 3, 5]
    assert list(found.index[found["tertinggal"]]) == ["I02"]


def test_a_smaller_gap_finds_more_and_the_line_itself_does_not_lag() -> None:
    assert list(lag(FIVE, 4.9).loc[A1].query("tertinggal").index) == ["I02", "I03"]
    assert list(lag(FIVE, 5).loc[A1].query("tertinggal").index) == ["I02"]


def test_services_without_attainment_have_no_part_in_the_median() -> None:
    extra = [
        (A1, "I06", 130.0, 80.0, ANOMALY),
        (A1, "I07", 10.0, None, NO_TARGET),
        (A1, "I20", 5.0, 50.0, NEUTRAL),
        (A1, "I08", float("nan"), 80.0, NO_DATA),
    ]
    assert lag([*FIVE, *extra]).equals(lag(FIVE))


def test_too_few_services_have_no_median_and_regions_do_not_mix() -> None:
    found = lag([*FIVE, (A2, "I01", 1.0, 80.0, FAR)])
    assert set(found.loc[A1, "median_pct"]) == {95}
    lone = found.loc[(A2, "I01")]
    assert pd.isna(lone["median_pct"])
    assert pd.isna(lone["peringkat"])
    assert not lone["tertinggal"]


def test_regions_where_a_service_lags_are_counted() -> None:
    both = [*FIVE, *((A2, item, share, target, word) for _, item, share, target, word in FIVE)]
    counts = count_lagging(lag(both).reset_index()).set_index("item_code")
    assert tuple(counts.loc["I02"]) == (2, 2)
    assert counts.loc["I01", "wilayah_tertinggal"] == 0
