import geopandas as gpd
import numpy as np
import pytest
import shapely

from data_access.demo.shapes import draw_desa


@pytest.fixture(scope="module")
def desa() -> gpd.GeoDataFrame:
    return draw_desa(150, seed=1)


def test_same_seed_draws_the_same_villages(desa: gpd.GeoDataFrame) -> None:
    again = draw_desa(150, seed=1)
    assert again.drop(columns="geometry").equals(desa.drop(columns="geometry"))
    assert (shapely.to_wkb(again.geometry) == shapely.to_wkb(desa.geometry)).all()


def test_another_seed_draws_other_villages(desa: gpd.GeoDataFrame) -> None:
    other = draw_desa(150, seed=2)
    assert other.geometry.iloc[0].wkb != desa.geometry.iloc[0].wkb


def test_arunika_has_12_kecamatan_and_150_villages(desa: gpd.GeoDataFrame) -> None:
    assert len(desa) == 150
    assert sorted(set(desa["code"].str[:8])) == [f"99.01.{n:02d}" for n in range(1, 13)]
    assert desa["code"].str[:8].value_counts().between(5, 30).all()


def test_codes_are_unique_and_tell_kelurahan_from_desa(desa: gpd.GeoDataFrame) -> None:
    assert desa["code"].is_unique
    assert desa["code"].is_monotonic_increasing
    assert desa["code"].str.fullmatch(r"99\.01\.\d{2}\.[12]\d{3}").all()
    assert ((desa["kind"] == "kelurahan") == (desa["code"].str[9] == "1")).all()
    assert set(desa.loc[desa["kind"] == "kelurahan", "code"].str[:8]) == {"99.01.01"}
    assert set(desa["level"]) == {"desa"}


@pytest.mark.parametrize(("n_desa", "detail", "seed"), [(150, 60, 1), (150, 300, 4), (900, 60, 3)])
def test_villages_share_their_borders_without_gap_or_overlap(
    n_desa: int, detail: int, seed: int
) -> None:
    drawn = draw_desa(n_desa, seed=seed, detail=detail)
    shapes = drawn.geometry.to_numpy()
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes)
    whole = shapely.union_all(shapes)
    assert whole.geom_type == "Polygon"
    assert len(whole.interiors) == 0
    assert np.isclose(whole.area, shapely.area(shapes).sum(), rtol=1e-9)


@pytest.mark.parametrize("width", [5, 8])
@pytest.mark.parametrize("n_desa", [150, 900])
def test_every_kecamatan_and_kabupaten_is_one_piece(n_desa: int, width: int) -> None:
    drawn = draw_desa(n_desa, seed=5)
    for _, group in drawn.groupby(drawn["code"].str[:width]):
        assert shapely.coverage_union_all(group.geometry.to_numpy()).geom_type == "Polygon"


def test_detail_sets_the_mean_number_of_points() -> None:
    few, many = (draw_desa(100, seed=1, detail=detail) for detail in (60, 300))
    assert 35 <= shapely.get_num_coordinates(few.geometry).mean() <= 85
    assert 220 <= shapely.get_num_coordinates(many.geometry).mean() <= 380


def test_villages_are_no_squares(desa: gpd.GeoDataFrame) -> None:
    area, length = shapely.area(desa.geometry), shapely.length(desa.geometry)
    compactness = 4 * np.pi * area / length**2
    assert compactness.max() < np.pi / 4 + 0.12
    assert compactness.std() > 0.05
    # Villages of the town are small, those of the hills large.
    assert np.quantile(area, 0.9) / np.quantile(area, 0.1) > 5


def test_standard_villages_lie_in_open_sea_within_indonesia(desa: gpd.GeoDataFrame) -> None:
    assert desa.crs.to_epsg() == 4326
    west, south, east, north = desa.total_bounds
    assert 125.3 < west < east < 126.7
    assert -6.0 < south < north < -4.5


def test_more_villages_make_more_kabupaten_of_about_150() -> None:
    drawn = draw_desa(900, seed=1)
    sizes = drawn["code"].str[:5].value_counts()
    assert sorted(sizes.index) == [f"99.{n:02d}" for n in range(1, 7)]
    assert sizes.between(60, 300).all()


@pytest.mark.parametrize("n_desa", [29, 84_151])
def test_impossible_numbers_of_villages_are_refused(n_desa: int) -> None:
    with pytest.raises(ValueError, match="n_desa"):
        draw_desa(n_desa)
