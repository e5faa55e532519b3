import pandas as pd

from analysis.hierarchy import list_below, pair_with_desa
from tests.analysis.services import A1, B1, DESA, KAB, KEC_A, KEC_B, make_regions


def test_every_desa_belongs_to_itself_and_to_all_regions_above_it() -> None:
    pairs = pair_with_desa(make_regions())
    inside = {code: sorted(rows["desa"]) for code, rows in pairs.groupby("region_code")}
    assert inside[KAB] == inside["63"] == [0, 1, 2]
    assert inside[KEC_A] == [0, 1]
    assert inside[B1] == [2]


def test_a_desa_whose_kecamatan_is_not_in_the_table_stands_alone() -> None:
    regions = make_regions()
    orphan = regions[~regions["code"].isin([KEC_B])]
    pairs = pair_with_desa(orphan)
    assert sorted(pairs.loc[pairs["desa"] == 2, "region_code"]) == [B1]


def test_belonging_follows_the_parent_and_not_the_digits_of_the_code() -> None:
    regions = make_regions()
    moved = regions.assign(parent_code=regions["parent_code"].where(regions["code"] != A1, KEC_B))
    pairs = pair_with_desa(moved)
    assert sorted(pairs.loc[pairs["region_code"] == KEC_B, "desa"]) == [0, 2]


def test_below_a_kabupaten_lie_kecamatan_and_desa_but_no_puskesmas() -> None:
    regions = make_regions()
    extra = regions.iloc[[0]].assign(code="P1", level="puskesmas", parent_code=KAB)
    below = list_below(pd.concat([regions, extra]), KAB)
    assert sorted(below["code"]) == sorted([KEC_A, KEC_B, *DESA])


def test_no_desa_no_pairs() -> None:
    regions = make_regions()
    assert pair_with_desa(regions[regions["level"] != "desa"]).empty
