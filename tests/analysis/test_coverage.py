import numpy as np
import pandas as pd
import pytest

from analysis import coverage
from analysis.coverage import compute_coverage
from data_access import reference
from tests.analysis.services import (
    A1,
    A2,
    B1,
    INDICATORS,
    KAB,
    KEC_A,
    KEC_B,
    cover,
    make_facts,
    make_regions,
)

SASARAN = {
    "S01": 10000,
    "S02": 2500,
    "S03": 700,
    "S04": 190,
    "S05": 165,
    "S06": 120,
    "S07": 25,
    "S08": 80,
    "S09": 260,
    "S10": 560,
    "S11": 90,
    "S12": 4,
    "S13": 30,
    "S14": 7,
    "S15": 35,
    "S16": 2900,
    "S17": 170,
}
# Read from the guideline's Tabel 1 and Tabel 2 by hand, not from the reference table.
DENOMINATORS = {
    "I01": 25,
    "I02": 190,
    "I03": 190,
    "I04": 190,
    "I05": 165,
    "I06": 170,
    "I07": 80,
    "I08": 260,
    "I09": 260,
    "I10": 4,
    "I11": 80 + 260,
    "I12": 30,
    "I13": 80 + 260,
    "I14": 90,
    "I15": 80 + 260,
    "I16": 7,
    "I17": 560,
    "I18": 35,
    "I19": 90,
    "I20": 560,
    "I21": 560,
    "I22": 700,
    "I23": 700,
    "I24": 120,
    "I25": 120,
    "I26": 2500,
    "I27": 2500,
    "I28": 700 + 190 + 165 + 120 + 80 + 260 + 560,
    "I29": 10000,
    "I30": 2900,
    "I31": 1,
}


def test_the_31_indicators_all_have_a_denominator_here() -> None:
    assert sorted(DENOMINATORS) == sorted(INDICATORS["kode"])


@pytest.mark.parametrize(("item", "denominator"), DENOMINATORS.items())
def test_each_indicator_divides_by_its_own_people(item: str, denominator: int) -> None:
    row = cover({A1: {**SASARAN, item: 1, "I14": 1, "I19": 1}}).loc[(A1, item)]
    reached = 2 if item in ("I14", "I19") else 1
    assert row["pembilang"] == reached
    assert row["penyebut"] == denominator
    assert row["cakupan_pct"] == pytest.approx(100 * reached / denominator)
    assert row["alasan"] == ""


def test_a_region_divides_sums_and_does_not_average_percentages() -> None:
    rows = cover({A1: {"I02": 9, "S04": 10}, A2: {"I02": 10, "S04": 90}})
    assert rows.loc[(KEC_A, "I02"), "cakupan_pct"] == 19.0
    assert rows.loc[(KAB, "I02"), "cakupan_pct"] == 19.0


def test_a_desa_that_knows_one_number_only_enters_neither_sum_and_is_counted() -> None:
    rows = cover({A1: {"I02": 9, "S04": 10}, A2: {"I02": 50}, B1: {"S04": 70}})
    row = rows.loc[(KAB, "I02")]
    assert (row["pembilang"], row["penyebut"]) == (9, 10)
    assert (row["desa_dihitung"], row["desa_semua"]) == (1, 3)
    assert (row["desa_tanpa_penyebut"], row["desa_tanpa_capaian"]) == (1, 1)


def test_missing_is_not_zero() -> None:
    row = cover({A1: {"I02": None, "S04": 10}}).loc[(A1, "I02")]
    assert np.isnan(row["pembilang"])
    assert np.isnan(row["cakupan_pct"])
    assert row["alasan"] == coverage.NO_NUMERATOR
    zero = cover({A1: {"I02": 0, "S04": 10}}).loc[(A1, "I02")]
    assert zero["cakupan_pct"] == 0


def test_a_sum_of_target_groups_is_unknown_where_one_of_them_is() -> None:
    row = cover({A1: {"I11": 5, "S08": 10}}).loc[(A1, "I11")]
    assert np.isnan(row["penyebut"])
    assert row["alasan"] == coverage.NO_DENOMINATOR
    assert row["desa_tanpa_penyebut"] == 1


def test_early_breastfeeding_has_no_denominator_without_live_births() -> None:
    assert cover({A1: {"I06": 5, "S05": 8}}).loc[(A1, "I06"), "alasan"] == coverage.NO_DENOMINATOR
    bare = reference.read_table("indikator")
    row = cover({A1: {"I06": 5, "S17": 8}}, bare).loc[(A1, "I06")]
    assert row["alasan"] == coverage.NO_DENOMINATOR
    assert cover({A1: {"I06": 4, "S17": 8}}).loc[(A1, "I06"), "cakupan_pct"] == 50


def test_diarrhoea_of_both_ages_is_pooled_and_both_say_so() -> None:
    rows = cover({A1: {"I14": 20, "I19": 25, "S11": 90}})
    for item in ("I14", "I19"):
        assert rows.loc[(A1, item), "cakupan_pct"] == 50
        assert rows.loc[(A1, item), "gabungan"]
    assert rows["gabungan"].groupby(level=1).any().sum() == 2


def test_pooled_diarrhoea_needs_both_numerators() -> None:
    rows = cover({A1: {"I14": 20, "S11": 90}})
    assert rows.loc[(A1, "I14"), "alasan"] == coverage.NO_NUMERATOR
    assert np.isnan(rows.loc[(A1, "I19"), "cakupan_pct"])


def test_home_gardens_are_counted_in_desa_that_know_it() -> None:
    rows = cover({A1: {"I31": 1}, A2: {"I31": 0}, B1: {}})
    assert (rows.loc[(KAB, "I31"), ["pembilang", "penyebut"]] == [1, 2]).all()
    assert rows.loc[(KAB, "I31"), "desa_semua"] == 3
    assert rows.loc[(KEC_B, "I31"), "alasan"] == coverage.NO_NUMERATOR
    many = cover({A1: {"I31": 7}})
    assert many.loc[(A1, "I31"), "cakupan_pct"] == 100


def test_above_hundred_is_kept_and_the_desa_behind_it_are_counted() -> None:
    rows = cover({A1: {"I02": 12, "S04": 10}, A2: {"I02": 1, "S04": 90}})
    assert rows.loc[(A1, "I02"), "cakupan_pct"] == 120
    assert rows.loc[(KEC_A, "I02"), "cakupan_pct"] == 13
    assert rows.loc[(KEC_A, "I02"), "desa_di_atas_100"] == 1


def test_nobody_to_reach_is_neither_nought_nor_all() -> None:
    row = cover({A1: {"I10": 0, "S12": 0}}).loc[(A1, "I10")]
    assert np.isnan(row["cakupan_pct"])
    assert row["alasan"] == coverage.NOBODY
    odd = cover({A1: {"I10": 2, "S12": 0}}).loc[(A1, "I10")]
    assert odd["alasan"] == coverage.REACHED_NOBODY
    assert odd["desa_di_atas_100"] == 1


def test_numbers_that_never_meet_in_one_desa_are_said_to() -> None:
    row = cover({A1: {"I02": 5}, A2: {"S04": 9}}).loc[(KEC_A, "I02")]
    assert row["alasan"] == coverage.NEVER_TOGETHER
    assert cover({A1: {"I02": 5}}).loc[(KEC_B, "I02"), "alasan"] == coverage.NOTHING


def test_desa_without_any_row_are_counted_and_units_elsewhere_are_not() -> None:
    row = cover({A1: {"I02": 5, "S04": 9}, "74.01.01.2001": {"I02": 8, "S04": 8}})
    assert row.loc[(KAB, "I02"), "penyebut"] == 9
    assert row.loc[(KAB, "I02"), "desa_semua"] == 3


def test_two_values_of_one_cell_are_refused() -> None:
    facts = make_facts({A1: {"I02": 5}})
    with pytest.raises(ValueError, match="two values"):
        compute_coverage(pd.concat([facts, facts]), make_regions(), INDICATORS)


def test_no_facts_give_no_data_and_no_failure() -> None:
    rows = compute_coverage(make_facts({}), make_regions(), INDICATORS)
    assert len(rows) == 31 * 7
    assert set(rows["alasan"]) == {coverage.NOTHING, coverage.NO_NUMERATOR}
    assert set(rows.loc[rows["alasan"] == coverage.NO_NUMERATOR, "item_code"]) == {"I31"}


def test_a_level_is_the_sum_of_the_level_below() -> None:
    rng = np.random.Generator(np.random.PCG64(4))
    values = {
        desa: {item: int(rng.integers(0, 50)) for item in [*SASARAN, *DENOMINATORS]}
        for desa in (A1, A2, B1)
    }
    sums = cover(values)[["pembilang", "penyebut", "desa_dihitung"]]
    above = sums.loc[KEC_A] + sums.loc[KEC_B]
    pd.testing.assert_frame_equal(above, sums.loc[KAB])
    pd.testing.assert_frame_equal(sums.loc["63"], sums.loc[KAB])
