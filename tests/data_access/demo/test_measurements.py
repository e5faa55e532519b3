import numpy as np
import pandas as pd
import pytest
import shapely

from data_access.demo.making import DemoData, make_demo
from data_access.demo.measurements import COLUMNS, PERIODS, make_measurements


@pytest.fixture(scope="module")
def demo() -> DemoData:
    return make_demo(150, seed=1)


def _prevalence(demo: DemoData, period: str) -> pd.Series:
    rows = demo.measurements[demo.measurements["period"] == period].set_index("unit_code")
    return rows["stunting_jiwa"] / rows["diukur_jiwa"]


def _sums(demo: DemoData) -> pd.DataFrame:
    return demo.measurements.groupby("period").sum(numeric_only=True)


def test_same_seed_makes_the_same_figures(demo: DemoData) -> None:
    assert make_measurements(demo.regions, seed=1).equals(demo.measurements)
    assert not make_measurements(demo.regions, seed=2).equals(demo.measurements)


def test_figures_follow_the_contract_of_facts(demo: DemoData) -> None:
    rows = demo.measurements
    assert tuple(rows.columns) == COLUMNS
    assert not rows.duplicated(["unit_code", "period"]).any()
    assert set(rows["unit_code"]) <= set(demo.regions["code"])
    assert sorted(set(rows["period"])) == sorted(PERIODS)
    assert (rows.dtypes[list(COLUMNS[2:])] == "float64").all()


def test_classes_add_up_to_the_measured(demo: DemoData) -> None:
    rows = demo.measurements
    stunted = rows["sangat_pendek_jiwa"] + rows["pendek_jiwa"]
    assert (rows["stunting_jiwa"] == stunted).all()
    assert (rows["diukur_jiwa"] == stunted + rows["normal_jiwa"] + rows["tinggi_jiwa"]).all()
    assert (rows[list(COLUMNS[2:])] >= 0).all(axis=None)
    severe = rows["sangat_pendek_jiwa"].sum() / rows["stunting_jiwa"].sum()
    assert 0.2 < severe < 0.3


def test_the_kabupaten_falls_while_some_villages_rise(demo: DemoData) -> None:
    sums = _sums(demo)
    prevalence = sums["stunting_jiwa"] / sums["diukur_jiwa"]
    assert 0.16 < prevalence[PERIODS[0]] < 0.20
    assert 0.115 < prevalence[PERIODS[-1]] < 0.145
    change = (_prevalence(demo, PERIODS[-1]) - _prevalence(demo, PERIODS[0])).dropna()
    assert 0.08 < (change > 0).mean() < 0.4


def test_neighbours_are_alike(demo: DemoData) -> None:
    known = demo.regions.set_index("code").join(_prevalence(demo, PERIODS[0]).rename("p"))
    known = known.dropna(subset="p")
    shapes = known.geometry.to_numpy()
    first, second = shapely.STRtree(shapes).query(shapes, predicate="touches")
    off = (known["p"] - known["p"].mean()).to_numpy()
    morans_i = (off[first] * off[second]).mean() / np.mean(off**2)
    assert morans_i > 0.2


def test_villages_far_from_town_have_more_stunting(demo: DemoData) -> None:
    town = demo.regions.loc[demo.regions["kind"] == "kelurahan"].geometry.union_all().centroid
    away = pd.Series(shapely.distance(demo.regions.geometry.to_numpy(), town), demo.regions["code"])
    assert away.corr(_prevalence(demo, PERIODS[0])) > 0.2


def test_some_villages_miss_some_periods_and_one_all(demo: DemoData) -> None:
    present = demo.measurements["unit_code"].value_counts()
    assert present.lt(len(PERIODS)).sum() >= 5
    assert len(set(demo.regions["code"]) - set(present.index)) == 1
    assert (demo.measurements["period"] == PERIODS[-1]).sum() < 148


def test_one_village_measures_more_children_than_there_are(demo: DemoData) -> None:
    rows = demo.measurements
    over = rows[rows["diukur_jiwa"] > rows["sasaran_jiwa"]]
    assert list(over["period"]) == [PERIODS[-1]]


def test_one_kecamatan_has_low_participation_at_the_end(demo: DemoData) -> None:
    last = demo.measurements[demo.measurements["period"] == PERIODS[-1]]
    sums = last.groupby(last["unit_code"].str[:8])[["diukur_jiwa", "sasaran_jiwa"]].sum()
    share = sums["diukur_jiwa"] / sums["sasaran_jiwa"]
    assert (share < 0.6).sum() == 1
    assert (share > 0.75).sum() == 11


def test_a_few_villages_are_too_small_to_conclude(demo: DemoData) -> None:
    last = demo.measurements[demo.measurements["period"] == PERIODS[-1]]
    assert 1 <= last["diukur_jiwa"].lt(15).sum() <= 4
    assert (last["diukur_jiwa"] == 12).any()


def test_one_series_breaks(demo: DemoData) -> None:
    wide = demo.measurements.pivot(index="unit_code", columns="period", values="sasaran_jiwa")
    assert (wide[PERIODS[3]] / wide[PERIODS[2]] > 2).sum() == 1


def test_other_kabupaten_have_the_same_kinds_of_flaws() -> None:
    rows = make_demo(450, seed=2).measurements
    over = rows[rows["diukur_jiwa"] > rows["sasaran_jiwa"]]
    assert sorted(over["unit_code"].str[:5]) == ["99.01", "99.02", "99.03"]
