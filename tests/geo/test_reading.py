"""Boundary files in every form that officials have them, whole and damaged."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely

from geo.reading import read_boundaries
from tests.geo.conftest import SIDE, SOUTH, WEST, code, codes_of, feature, square, the

Write = Callable[..., Path]
Make = Callable[..., gpd.GeoDataFrame]
Shared = Callable[[str], Path]

ENDINGS = {"GPKG": ".gpkg", "FlatGeobuf": ".fgb", "GeoJSON": ".geojson"}


def test_a_clean_file_gives_one_row_a_region_and_nothing_to_report(write_geojson: Write) -> None:
    read = read_boundaries(write_geojson(feature(1, square(0)), feature(2, square(1))))
    assert read.findings == ()
    assert list(read.regions["code"]) == [code(1), code(2)]
    assert list(read.regions.columns) == ["code", "name", "level", "kind", "bps_code", "geometry"]
    assert set(read.regions["level"]) == {"desa"}
    assert set(read.regions["kind"]) == {"desa"}


def test_latitude_before_longitude_is_turned_round(write_geojson: Write) -> None:
    swapped = shapely.transform(square(0), lambda points: points[:, ::-1])
    read = read_boundaries(write_geojson(feature(1, swapped), feature(2, square(1))))
    assert the(read, "wilayah_lintang_bujur_tertukar").values["jumlah"] == 1
    assert read.regions.geometry.iloc[0].equals(square(0))


def test_an_unclosed_ring_is_closed_and_counted(write_geojson: Write) -> None:
    ring = [[WEST, SOUTH], [WEST + SIDE, SOUTH], [WEST + SIDE, SOUTH + SIDE], [WEST, SOUTH + SIDE]]
    read = read_boundaries(write_geojson(feature(1, {"type": "Polygon", "coordinates": [ring]})))
    assert the(read, "wilayah_ring_tak_tertutup").values["jumlah"] == 1
    assert read.regions.geometry.iloc[0].equals(square(0))


def test_heights_are_dropped_and_counted(write_geojson: Write) -> None:
    read = read_boundaries(write_geojson(feature(1, shapely.force_3d(square(0), 12.0))))
    assert the(read, "wilayah_ketinggian_dibuang").values["jumlah"] == 1
    assert not read.regions.geometry.has_z.any()


@pytest.mark.parametrize("empty", [None, {"type": "Polygon", "coordinates": []}])
def test_a_region_without_shape_is_kept_and_reported(write_geojson: Write, empty: Any) -> None:
    read = read_boundaries(write_geojson(feature(1, square(0)), feature(2, empty)))
    assert the(read, "wilayah_geometri_kosong").row == 2
    assert len(read.regions) == 2


def test_an_unsafe_name_stops_the_import_and_tells_its_row(write_geojson: Write) -> None:
    bad = feature(2, square(1), "{{ cycler.__init__ }}")
    read = read_boundaries(write_geojson(feature(1, square(0)), bad))
    found = the(read, "wilayah_nama_berbahaya")
    assert (found.severity, found.row, found.column) == ("galat", 2, "nama")
    assert read.regions.empty


def test_one_code_with_two_names_stops_the_import(write_geojson: Write) -> None:
    read = read_boundaries(write_geojson(feature(1, square(0), "A"), feature(1, square(1), "B")))
    assert the(read, "wilayah_kode_ganda_beda_nama").severity == "galat"
    assert read.regions.empty


def test_parts_of_one_village_are_united_and_reported(write_geojson: Write) -> None:
    read = read_boundaries(write_geojson(feature(1, square(0), "A"), feature(1, square(1), "A")))
    assert the(read, "wilayah_kode_ganda_disatukan").values["jumlah"] == 2
    assert len(read.regions) == 1
    assert read.regions.geometry.iloc[0].area == pytest.approx(2 * SIDE**2)


def test_a_shape_outside_indonesia_is_refused_with_its_row(write_geojson: Write) -> None:
    read = read_boundaries(write_geojson(feature(1, shapely.box(10, 50, 11, 51))))
    assert the(read, "wilayah_di_luar_indonesia").row == 1


@pytest.mark.parametrize("crs", ["EPSG:32750", "EPSG:23830", "ESRI:54034"])
def test_other_reference_systems_are_brought_to_wgs84(
    tmp_path: Path, make_desa: Make, crs: str
) -> None:
    path = tmp_path / "batas.gpkg"
    make_desa(square(0), square(1)).to_crs(crs).to_file(path)
    read = read_boundaries(path)
    assert read.regions.crs.to_epsg() == 4326
    assert read.regions.total_bounds[0] == pytest.approx(WEST, abs=1e-6)


def test_a_compound_reference_system_is_read_by_its_flat_part(
    tmp_path: Path, make_desa: Make
) -> None:
    path = tmp_path / "batas.gpkg"
    flat = make_desa(square(0))
    tall = flat.set_geometry(shapely.force_3d(flat.geometry.to_numpy(), 5.0))
    tall.set_crs("EPSG:9518", allow_override=True).to_file(path)
    read = read_boundaries(path)
    assert read.regions.geometry.iloc[0].equals(square(0))


def test_a_zipped_shapefile_without_prj_is_taken_as_degrees_and_said_so(
    tmp_path: Path, make_desa: Make
) -> None:
    folder = tmp_path / "shp"
    folder.mkdir()
    make_desa(square(0)).to_file(folder / "batas.shp")
    (folder / "batas.prj").unlink()
    archive = Path(shutil.make_archive(str(tmp_path / "batas"), "zip", folder))
    read = read_boundaries(archive)
    assert codes_of(read) == ["wilayah_crs_dianggap"]
    assert len(read.regions) == 1


def test_a_truncated_geopackage_is_refused_and_not_raised(tmp_path: Path, make_desa: Make) -> None:
    path = tmp_path / "batas.gpkg"
    make_desa(square(0)).to_file(path)
    path.write_bytes(path.read_bytes()[:5000])
    assert codes_of(read_boundaries(path)) == ["wilayah_berkas_rusak"]


@pytest.mark.parametrize("driver", ENDINGS)
def test_a_file_is_read_by_its_bytes_under_any_name(
    tmp_path: Path, make_desa: Make, driver: str
) -> None:
    path = tmp_path / f"batas{ENDINGS[driver]}"
    make_desa(square(0)).to_file(path, driver=driver)
    assert len(read_boundaries(path.rename(tmp_path / "unggahan")).regions) == 1


def test_a_geoparquet_file_loads(tmp_path: Path, make_desa: Make) -> None:
    make_desa(square(0)).to_parquet(tmp_path / "batas.parquet")
    read = read_boundaries(tmp_path / "batas.parquet")
    assert (read.format, len(read.regions)) == ("geoparquet", 1)


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("driver", ENDINGS)
def test_a_damaged_file_is_refused_or_read_but_never_raises(
    tmp_path: Path, make_desa: Make, driver: str, seed: int
) -> None:
    path, chance = tmp_path / f"batas{ENDINGS[driver]}", random.Random(seed)
    make_desa(square(0), square(1)).to_file(path, driver=driver)
    content = bytearray(path.read_bytes())
    for _ in range(30):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path.write_bytes(content[: chance.randrange(100, len(content))])
    read = read_boundaries(path)
    assert len(read.regions) or read.findings


@pytest.mark.parametrize(
    ("name", "regions"),
    [
        ("balangan_63.11_cahyadsn.gpkg", 166),
        ("fixtures/balangan_BIGstyle_gdb.zip", 157),
        ("fixtures/balangan_BIGstyle_shp_polygonZ.zip", 157),
    ],
)
def test_balangan_loads_in_every_format_with_the_same_desa(
    shared_data: Shared, name: str, regions: int
) -> None:
    read = read_boundaries(shared_data(name))
    desa = read.regions[read.regions["level"] == "desa"]
    reference = read_boundaries(shared_data("balangan_63.11_cahyadsn.gpkg")).regions
    assert len(read.regions) == regions
    assert set(desa["code"]) == set(reference.loc[reference["level"] == "desa", "code"])
    assert read.parent_names["63.11.01"] == "Juai"
