import numpy as np
import pandas as pd
import pytest

from analysis.prevalence import COUNT_COLUMNS, compute_participation, compute_prevalence
from analysis.prevalence import sum_measurements as sum_facts


def make_facts(rows: list[dict[str, object]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows)
    for name in COUNT_COLUMNS:
        if name not in frame.columns:
            frame[name] = np.nan
        frame[name] = frame[name].astype("float64")
    return frame


def classes(severe: int, stunted: int, normal: int, tall: int) -> dict[str, object]:
    return {
        "sangat_pendek_jiwa": severe,
        "pendek_jiwa": stunted,
        "normal_jiwa": normal,
        "tinggi_jiwa": tall,
        "stunting_jiwa": severe + stunted,
        "diukur_jiwa": severe + stunted + normal + tall,
    }


GUNUNG_MAS_2020 = classes(645, 1460, 7007, 94)
GUNUNG_MAS_2021 = classes(428, 1076, 5919, 36)


def prevalence_of(rows: list[dict[str, object]], by: list[str]) -> pd.DataFrame:
    return compute_prevalence(sum_facts(make_facts(rows), by))


@pytest.mark.parametrize(
    ("counts", "printed"), [(GUNUNG_MAS_2020, "22.87"), (GUNUNG_MAS_2021, "20.16")]
)
def test_prevalence_of_gunung_mas_is_the_printed_one(
    counts: dict[str, object], printed: str
) -> None:
    result = prevalence_of([{"kab": "62.10", **counts}], ["kab"])
    assert f"{result['prevalensi_pct'].iloc[0]:.2f}" == printed


@pytest.mark.parametrize(
    ("measured", "target", "printed"), [(9206, 10530, "87.4"), (7459, 10733, "69.5")]
)
def test_participation_of_gunung_mas_is_the_printed_one(
    measured: int, target: int, printed: str
) -> None:
    row = {"kab": "62.10", "diukur_jiwa": measured, "sasaran_jiwa": target}
    result = compute_participation(sum_facts(make_facts([row]), ["kab"]))
    assert f"{result['partisipasi_pct'].iloc[0]:.1f}" == printed
    assert not result["di_atas_100"].iloc[0]


@pytest.mark.parametrize(
    ("classes_of", "total", "printed", "implied"),
    [((635, 1566), 2201, "25.78", (8538, 2)), ((342, 1268), 1610, "17.91", (8989, 3))],
)
def test_sums_of_balangan_agree_with_the_measured_count_they_imply(
    classes_of: tuple[int, int], total: int, printed: str, implied: tuple[int, int]
) -> None:
    measured, spread = implied
    for whole in (measured - spread + 1, measured, measured + spread - 1):
        row = {"kab": "63.11", **classes(*classes_of, whole - total, 0)}
        result = prevalence_of([row], ["kab"])
        assert result["stunting_jiwa"].iloc[0] == total
        assert f"{result['prevalensi_pct'].iloc[0]:.2f}" == printed
    for whole in (measured - spread - 1, measured + spread + 1):
        assert f"{100 * total / whole:.2f}" != printed


def test_prevalence_of_kuningan_leaves_outliers_out() -> None:
    row = {"kab": "32.08", **classes(0, 5615, 64954 - 5615, 0), "outlier_jiwa": 500}
    assert f"{prevalence_of([row], ['kab'])['prevalensi_pct'].iloc[0]:.2f}" == "8.64"


def test_prevalence_sums_children_before_dividing() -> None:
    rows = [
        {"kec": "a", **classes(0, 1, 1, 0)},
        {"kec": "a", **classes(0, 0, 98, 0)},
    ]
    assert prevalence_of(rows, ["kec"])["prevalensi_pct"].iloc[0] == 1.0


def test_unknown_counts_stay_unknown_and_never_become_zero() -> None:
    rows = [{"kec": "a"}, {"kec": "b", **classes(0, 0, 10, 0)}]
    result = prevalence_of(rows, ["kec"]).set_index("kec")
    assert np.isnan(result.loc["a", "stunting_jiwa"])
    assert np.isnan(result.loc["a", "prevalensi_pct"])
    assert result.loc["a", "unit_berdata"] == 0
    assert result.loc["b", "prevalensi_pct"] == 0.0
    assert result.loc["b", "bawah_pct"] == 0.0


def test_stunted_children_of_unknown_denominator_stay_out_of_the_percentage() -> None:
    rows = [
        {"kec": "a", **classes(0, 10, 90, 0)},
        {"kec": "a", "stunting_jiwa": 40},
    ]
    result = prevalence_of(rows, ["kec"]).iloc[0]
    assert result["stunting_jiwa"] == 50
    assert result["prevalensi_pct"] == 10.0
    assert result["unit_berdata"] == 2


def test_participation_counts_only_units_that_know_both_numbers() -> None:
    rows = [
        {"kec": "a", "diukur_jiwa": 80, "sasaran_jiwa": 100},
        {"kec": "a", "diukur_jiwa": 50},
        {"kec": "a", "sasaran_jiwa": 70},
    ]
    result = compute_participation(sum_facts(make_facts(rows), ["kec"])).iloc[0]
    assert result["partisipasi_pct"] == 80.0
    assert result["diukur_jiwa"] == 130


def test_participation_above_hundred_is_flagged_and_kept() -> None:
    row = {"kec": "a", "diukur_jiwa": 120, "sasaran_jiwa": 100}
    result = compute_participation(sum_facts(make_facts([row]), ["kec"])).iloc[0]
    assert result["partisipasi_pct"] == 120.0
    assert result["di_atas_100"]


def test_zero_measured_gives_no_percentage() -> None:
    result = prevalence_of([{"kec": "a", **classes(0, 0, 0, 0)}], ["kec"]).iloc[0]
    assert np.isnan(result["prevalensi_pct"])
    assert np.isnan(result["atas_pct"])


def test_more_stunted_than_measured_is_shown_and_not_clipped() -> None:
    row = {"kec": "a", "stunting_jiwa": 12, "diukur_jiwa": 10}
    result = prevalence_of([row], ["kec"]).iloc[0]
    assert result["prevalensi_pct"] == 120.0
    assert np.isnan(result["atas_pct"])


def test_no_facts_give_an_empty_table_with_all_columns() -> None:
    empty = make_facts([{"kec": "a"}]).iloc[0:0]
    result = compute_participation(compute_prevalence(sum_facts(empty, ["kec"])))
    assert result.empty
    assert {"kec", "prevalensi_pct", "di_atas_100", "unit_berdata"} <= set(result.columns)


def test_roll_ups_by_two_keys_keep_groups_apart() -> None:
    rows = [
        {"kec": "a", "period": "2024-02", **classes(0, 1, 9, 0)},
        {"kec": "a", "period": "2024-08", **classes(0, 2, 8, 0)},
    ]
    result = prevalence_of(rows, ["kec", "period"])
    assert list(result["prevalensi_pct"]) == [10.0, 20.0]
