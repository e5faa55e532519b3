from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from app.text.findings_wilayah import SENTENCES
from geo.area import measure_area_km2
from geo.cleaning import CleanResult, clean_desa
from geo.dissolve import dissolve_to
from geo.overlaps import find_holes, find_overlaps
from geo.reading import read_boundaries
from tests.geo.conftest import SIDE, SOUTH, WEST, code, square

Make = Callable[..., gpd.GeoDataFrame]
Shared = Callable[[str], Path]


def finding_codes(result: CleanResult) -> set[str]:
    for finding in result.findings:
        assert SENTENCES[finding.code].format(**finding.values)
    return {finding.code for finding in result.findings}


def test_a_clean_coverage_stays_as_it_is(make_desa: Make) -> None:
    desa = make_desa(square(0), square(1))
    result = clean_desa(desa)
    assert result.findings == ()
    drift = shapely.hausdorff_distance(result.regions.geometry.to_numpy(), desa.geometry.to_numpy())
    assert drift.max() < 1e-9


def test_a_bow_tie_is_repaired_and_named(make_desa: Make) -> None:
    tie = shapely.Polygon(
        [(WEST, SOUTH), (WEST + SIDE, SOUTH + SIDE), (WEST + SIDE, SOUTH), (WEST, SOUTH + SIDE)]
    )
    result = clean_desa(make_desa(tie, square(2)))
    assert result.regions.geometry.is_valid.all()
    assert result.counts["crossing"] == 1
    assert "wilayah_poligon_menyilang" in finding_codes(result)


def test_an_overlap_and_a_gap_are_counted_and_closed(make_desa: Make) -> None:
    shapes = (square(0, width=1.005), square(1), square(0, 1.0), square(1.002, 1.0, 0.998))
    top = square(0, 2.0, 2.0)
    result = clean_desa(make_desa(*shapes, top))
    assert result.counts["overlaps"] >= 1
    assert result.counts["gaps"] == 1
    assert (result.counts["overlaps_left"], result.counts["gaps_left"]) == (0, 0)
    assert shapely.coverage_is_valid(result.regions.geometry.to_numpy())


def test_an_enclave_is_no_gap_and_stays_open(make_desa: Make) -> None:
    ring = shapely.difference(square(0, width=1.0), square(0.3, 0.0, 0.3).buffer(-0.002))
    result = clean_desa(make_desa(ring, square(1)))
    assert result.counts["wide_holes"] == 1
    assert result.counts["gaps"] == 0


def test_a_new_village_drawn_over_its_parent_is_cut_out_of_it(make_desa: Make) -> None:
    desa = make_desa(square(0, width=3.0), square(1, width=1.0), square(3))
    result = clean_desa(desa)
    area = measure_area_km2(result.regions)
    assert area[0] == pytest.approx(2 * area[1], rel=1e-3)
    assert area[1] == pytest.approx(area[2], rel=1e-3)
    (found,) = (f for f in result.findings if f.code == "wilayah_menimpa_induk")
    assert (found.values["kode"], found.values["kode_lain"]) == (code(2), code(1))
    assert result.counts["overlaps_left"] == 0


def test_two_codes_on_one_polygon_both_keep_it_and_are_reported(make_desa: Make) -> None:
    result = clean_desa(make_desa(square(0), square(0), square(1)))
    assert {"wilayah_poligon_kembar", "wilayah_sisa_cacat"} <= finding_codes(result)
    assert not result.regions.geometry.is_empty.any()
    assert measure_area_km2(result.regions).min() > 4


def test_what_would_change_by_more_than_two_percent_keeps_its_own_shape(make_desa: Make) -> None:
    small = square(1, width=0.1)
    desa = make_desa(square(0, width=1.01), small, square(1.1))
    result = clean_desa(desa)
    before, after = measure_area_km2(desa), measure_area_km2(result.regions)
    assert after[1] == pytest.approx(before[1], rel=0.02)
    assert result.counts["overlaps_left"] == 0


def test_a_region_without_shape_stays_a_row(make_desa: Make) -> None:
    result = clean_desa(make_desa(square(0), None))
    assert len(result.regions) == 2
    assert result.counts["without_shape"] == 1


@pytest.mark.parametrize(
    ("name", "desa", "kecamatan"),
    [("balangan_63.11_cahyadsn.gpkg", 157, 8), ("gunungmas_62.10_cahyadsn.gpkg", 127, 12)],
)
def test_real_slivers_are_counted_and_none_are_left(
    shared_data: Shared, name: str, desa: int, kecamatan: int
) -> None:
    read = read_boundaries(shared_data(name))
    result = clean_desa(read.regions)
    shapes = result.regions.geometry.to_numpy()
    assert result.counts["overlaps"] > 0
    assert result.counts["gaps"] > 0
    assert len(result.regions) == desa
    assert shapely.coverage_is_valid(shapes)
    in_metres = result.regions.to_crs("EPSG:32750").geometry.to_numpy()
    assert len(find_overlaps(in_metres)) == 0
    assert len(find_holes(in_metres)) == 0
    assert len(dissolve_to(result.regions, "kecamatan")) == kecamatan
    assert len(dissolve_to(result.regions, "kabupaten")) == 1


def test_a_town_inside_sukabumi_is_not_swallowed(shared_data: Shared) -> None:
    path = shared_data("kab_sukabumi_batas_desa_dan_stunting_2023.geojson")
    read = read_boundaries(path)
    result = clean_desa(read.regions)
    before, after = measure_area_km2(read.regions).sum(), measure_area_km2(result.regions).sum()
    assert after == pytest.approx(before, rel=1e-6)
    assert result.counts["wide_holes"] >= 1
