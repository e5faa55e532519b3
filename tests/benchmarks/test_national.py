"""The benchmark of a nation: how many regions, what is drawn, what figures are like."""

import pandas as pd
import pytest
import shapely

from benchmarks.national import parse
from benchmarks.national_facts import MONTHS, make_facts, make_measured
from benchmarks.national_regions import (
    DESA,
    KABUPATEN,
    PROVINCES,
    draw_regions,
    encode_layers,
    list_kabupaten,
    list_regions,
)
from geo.layers import decode_layer

DESA_FEW, KABUPATEN_FEW = 60, 4


@pytest.fixture(scope="module")
def regions() -> pd.DataFrame:
    return list_regions(DESA_FEW, KABUPATEN_FEW)


def test_the_nation_is_as_large_as_indonesia() -> None:
    assert (len(PROVINCES), sum(KABUPATEN), DESA) == (38, 514, 84_000)
    assert len(set(list_kabupaten())) == 514


def test_every_region_has_its_parent_and_every_code_is_one_regions(regions: pd.DataFrame) -> None:
    assert regions["code"].is_unique
    assert (regions["level"] == "desa").sum() == DESA_FEW
    assert set(regions["parent_code"]) - set(regions["code"]) == {"ID"}
    below = regions[regions["level"] != "provinsi"]
    assert all(
        code.startswith(f"{parent}.") for code, parent in below[["code", "parent_code"]].values
    )


def test_desa_fill_their_kabupaten_and_every_level_has_its_layer(regions: pd.DataFrame) -> None:
    drawn = draw_regions(regions)
    area = pd.Series(shapely.area(drawn.geometry.to_numpy())).groupby(drawn["level"]).sum()
    assert area["desa"] == pytest.approx(area["kecamatan"])
    layers = {(scope, layer.level): layer for scope, layer in encode_layers(drawn)}
    kabupaten = regions.loc[regions["level"] == "kabupaten", "code"]
    assert {(code, "desa") for code in kabupaten} <= set(layers)
    assert {("ID", "provinsi"), ("ID", "kabupaten")} <= set(layers)
    assert list(decode_layer(layers["ID", "kabupaten"].content)["code"]) == sorted(kabupaten)


def test_measured_children_keep_the_sums_that_the_database_demands(regions: pd.DataFrame) -> None:
    desa = regions.loc[regions["level"] == "desa", "code"]
    rows = make_measured(desa, 3)
    assert len(rows) == DESA_FEW * len(MONTHS)
    stunted = rows["sangat_pendek_jiwa"] + rows["pendek_jiwa"]
    assert (stunted == rows["stunting_jiwa"]).all()
    assert (stunted + rows["normal_jiwa"] + rows["tinggi_jiwa"] == rows["diukur_jiwa"]).all()
    assert (rows.drop(columns=["source", "period", "unit_code"]) >= 0).all(axis=None)


def test_facts_are_those_of_48_items_and_six_periods_and_always_the_same(
    regions: pd.DataFrame,
) -> None:
    desa = regions.loc[regions["level"] == "desa", "code"]
    facts = make_facts(desa, make_measured(desa, 3), 3)
    assert facts["item_code"].nunique() == 48
    assert facts["period"].nunique() == 6
    assert not facts.duplicated(["period", "unit_code", "item_code"]).any()
    assert facts.equals(make_facts(desa, make_measured(desa, 3), 3))


def test_the_command_line_of_the_readme_is_understood() -> None:
    options = parse(["--work", "DIR", "--reuse"])
    assert (str(options.work), options.reuse, options.desa) == ("DIR", True, DESA)
