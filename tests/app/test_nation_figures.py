"""The nation by province: the same figures as the ordinary way gives, desa by desa."""

import pandas as pd
import pytest
from sqlalchemy import Engine

from app.actions.databases import create_database
from app.coverage_figures import (
    compute_coverage_table,
    compute_nation_table,
    pick_codes,
    read_coverage_regions,
    tabulate_coverage,
)
from app.figures import View, compute_prevalensi
from data_access.reads.cakupan import read_coverage_facts
from data_access.reads.scope import NATION
from data_access.reads.target import read_targets
from tests.corpus.nation import MONTH, PERIOD, SILENT, SOURCE, fill_nation


@pytest.fixture
def nation(engine: Engine) -> Engine:
    create_database(engine, kind="demo")
    fill_nation(engine)
    return engine


def pick(table: pd.DataFrame, code: str) -> pd.DataFrame:
    return table[table["region_code"] == code].set_index("item_code")


def test_a_province_has_the_figures_that_the_ordinary_way_gives(nation: Engine) -> None:
    regions = read_coverage_regions(nation, NATION)
    expected = tabulate_coverage(
        read_coverage_facts(nation, NATION, PERIOD),
        regions,
        read_targets(nation, NATION),
        pick_codes(regions, NATION, "provinsi"),
        PERIOD,
    )
    table = compute_coverage_table(nation, NATION, "provinsi", PERIOD)
    pd.testing.assert_frame_equal(table, expected, check_dtype=False)
    assert set(table["region_code"]) == {"11", "31", "71", SILENT}


def test_the_nation_is_the_sum_of_its_provinces(nation: Engine) -> None:
    table = compute_nation_table(nation, PERIOD)
    own, provinces = pick(table, NATION), table[table["level"] == "provinsi"]
    for column in ("pembilang", "penyebut", "desa_dihitung", "desa_semua", "desa_di_atas_100"):
        sums = provinces.groupby("item_code")[column].sum()
        assert own[column].to_dict() == sums.to_dict()
    assert own["cakupan_pct"].equals(100 * own["pembilang"] / own["penyebut"])
    assert set(own["name"]) == {"Indonesia"}


def test_a_province_without_figures_has_no_percentage_but_all_its_desa(nation: Engine) -> None:
    silent = pick(compute_nation_table(nation, PERIOD), SILENT)
    assert silent["cakupan_pct"].isna().all()
    assert set(silent["desa_semua"]) == {10}
    assert set(silent["status"]) == {"belum ada data"}


def test_a_period_without_any_figure_shows_all_provinces_without_data(nation: Engine) -> None:
    table = compute_nation_table(nation, "2025")
    assert set(table["status"]) == {"belum ada data"}
    assert table["region_code"].nunique() == 5


def test_the_nations_targets_are_its_own_and_never_a_provinces(nation: Engine) -> None:
    table = compute_nation_table(nation, PERIOD)
    assert pick(table, "31").loc["I02", "target_pct"] == 60
    assert pd.isna(pick(table, NATION).loc["I02", "target_pct"])
    assert pd.isna(pick(table, "11").loc["I02", "target_pct"])


@pytest.mark.parametrize("level", ["provinsi", "kabupaten", "desa"])
def test_the_nations_prevalence_counts_the_same_children_at_every_level(
    nation: Engine, level: str
) -> None:
    table = compute_prevalensi(nation, View(NATION, level, SOURCE, MONTH, None))
    parts = [
        compute_prevalensi(nation, View(code, level, SOURCE, MONTH, None))
        for code in ("11", "31", "71")
        if level != "provinsi"
    ]
    if parts:
        expected = sum(part["stunting_jiwa"].sum() for part in parts)
        assert table["stunting_jiwa"].sum() == expected > 0
    assert table["pembilang_jiwa"].sum() > 0
