import gzip
import json
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.area import measure_area_km2
from geo.cleaning import clean_desa
from geo.dissolve import dissolve_to
from geo.layers import build_layers, build_province_layers, decode_layer, encode_layer
from geo.reading import read_boundaries
from geo.simplify import simplify_coverage
from tests.geo.conftest import SIDE, code, square

Make = Callable[..., gpd.GeoDataFrame]


def test_a_layer_is_compact_json_of_the_agreed_form(make_desa: Make) -> None:
    layer = encode_layer(make_desa(square(0)), "desa")
    content = json.loads(gzip.decompress(layer.content))
    assert content["v"] == 1
    assert content["level"] == "desa"
    assert content["scale"] == 100_000
    (feature,) = content["features"]
    assert feature["c"] == code(1)
    ((ring,),) = feature["g"]
    assert len(ring) == 8  # four corners, not closed again
    assert min(np.cumsum(np.reshape(ring, (-1, 2)), axis=0).min(axis=0)) == 0


def test_holes_and_islands_come_back_as_they_went(make_desa: Make) -> None:
    holed = shapely.difference(square(0), square(0.3, 0, 0.4).buffer(-SIDE / 10))
    islands = shapely.MultiPolygon([square(2), square(4)])
    back = decode_layer(encode_layer(make_desa(holed, islands, None), "desa").content)
    for before, after in zip((holed, islands), back.geometry, strict=False):
        assert shapely.symmetric_difference(before, after).area < 1e-4 * before.area
    assert back.geometry.iloc[2] is None


def test_the_same_content_has_the_same_hash_and_another_has_not(make_desa: Make) -> None:
    one, same = (encode_layer(make_desa(square(0)), "desa") for _ in range(2))
    assert one == same
    assert len(one.hash) == 32
    assert encode_layer(make_desa(square(1)), "desa").hash != one.hash


def test_a_region_smaller_than_the_grid_is_still_drawn(make_desa: Make) -> None:
    speck = shapely.box(115.5, -2.4, 115.500001, -2.399999)
    back = decode_layer(encode_layer(make_desa(square(0), speck), "desa").content)
    assert back.geometry.iloc[1].area > 0


def test_a_layer_without_regions_is_empty_and_not_an_error(make_desa: Make) -> None:
    layer = encode_layer(make_desa(), "desa")
    assert layer.codes == ()
    assert len(decode_layer(layer.content)) == 0


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0.001, 0.2)), min_size=1, max_size=5))
@settings(max_examples=40, deadline=None)
def test_any_discs_come_back_within_the_grid(discs: list[tuple[float, float]]) -> None:
    shapes = [shapely.Point(115 + x, -2).buffer(radius) for x, radius in discs]
    names = [f"Desa {n}" for n in range(len(shapes))]
    codes = [code(n) for n in range(len(shapes))]
    desa = gpd.GeoDataFrame({"code": codes, "name": names}, geometry=shapes, crs="EPSG:4326")
    back = decode_layer(encode_layer(desa, "desa").content)
    distance = shapely.hausdorff_distance(back.geometry.to_numpy(), desa.geometry.to_numpy())
    assert distance.max() < 2e-5


def test_balangan_draws_157_desa_and_8_kecamatan_with_the_same_outline(
    shared_data: Callable[[str], Path],
) -> None:
    read = read_boundaries(shared_data("balangan_63.11_cahyadsn.gpkg"))
    desa = clean_desa(read.regions).regions
    layers = build_layers(desa, "63.11", read.parent_names)
    drawn = {level: decode_layer(layers["63.11", level].content) for level in ("desa", "kecamatan")}
    assert [len(drawn["desa"]), len(drawn["kecamatan"])] == [157, 8]
    assert "Juai" in set(drawn["kecamatan"]["name"])
    area = {level: measure_area_km2(frame).sum() for level, frame in drawn.items()}
    assert area["desa"] == pytest.approx(area["kecamatan"], rel=1e-6)
    assert len(layers["63.11", "desa"].content) < 60_000


def test_a_province_has_three_layers_and_leaves_other_provinces_out(make_desa: Make) -> None:
    desa = make_desa(square(0), square(1), square(2))
    desa.loc[2, "code"] = "64.01.01.2001"
    layers = build_province_layers(desa, "63", {"63.11": "Balangan"})
    assert {key: len(layer.codes) for key, layer in layers.items()} == {
        ("63", "desa"): 2,
        ("63", "kecamatan"): 1,
        ("63", "kabupaten"): 1,
    }
    assert decode_layer(layers["63", "kabupaten"].content)["name"].tolist() == ["Balangan"]


def test_thinned_neighbours_still_share_their_border(shared_data: Callable[[str], Path]) -> None:
    read = read_boundaries(shared_data("gunungmas_62.10_cahyadsn.gpkg"))
    desa = clean_desa(read.regions).regions
    thin = simplify_coverage(desa, 50.0)
    count = shapely.get_num_coordinates
    assert shapely.coverage_is_valid(thin.geometry.to_numpy())
    assert count(thin.geometry).sum() < 0.9 * count(desa.geometry).sum()


def test_parents_take_their_names_and_kinds_and_add_up(make_desa: Make) -> None:
    desa = make_desa(square(0), square(1))
    desa["code"] = ["63.71.01.1001", "63.71.02.1001"]
    (kota,) = dissolve_to(desa, "kabupaten", {"63.71": "Kota Banjarmasin"}).itertuples()
    assert (kota.code, kota.name, kota.kind) == ("63.71", "Kota Banjarmasin", "kota")
    assert kota.geometry.area == pytest.approx(2 * SIDE**2)
    assert list(dissolve_to(desa, "kecamatan")["name"]) == ["63.71.01", "63.71.02"]
