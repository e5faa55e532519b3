import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import pytest

from geo.file_kind import FileKind, check_file_kind
from geo.findings import Finding
from geo.gdal import find_unwanted_drivers
from tests.geo.conftest import square

VRT = '<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/etc/passwd</SrcDataSource>'


def refusal(path: Path, **limits: int) -> str:
    found = check_file_kind(path, **limits)
    assert isinstance(found, Finding), found
    assert found.severity == "galat"
    return found.code


def test_no_driver_beyond_the_five_formats_can_open_a_file() -> None:
    probe = "import geo, geo.gdal; print(geo.gdal.find_unwanted_drivers())"
    shown = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True
    )
    assert shown.stdout.strip() == "()"
    assert isinstance(find_unwanted_drivers(), tuple)


@pytest.mark.parametrize("name", ["batas.gpkg", "batas.geojson", "batas.zip", "batas.fgb"])
def test_a_virtual_file_under_any_extension_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(VRT)
    assert refusal(path) == "wilayah_format_tidak_dikenal"


def test_a_plain_sqlite_file_called_geopackage_is_refused(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "batas.gpkg"
    with sqlite3.connect(path) as database:
        database.execute("create table a (b)")
    assert refusal(path) == "wilayah_format_tidak_dikenal"


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "batas.gpkg"
    path.touch()
    assert refusal(path) == "wilayah_berkas_kosong"


def test_a_zip_that_unpacks_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bom.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("batas.shp", bytes(30_000_000))
    assert path.stat().st_size < 100_000
    assert refusal(path) == "wilayah_zip_terlalu_besar"
    assert refusal(path, max_unpacked_bytes=1_000_000) == "wilayah_zip_terlalu_besar"


@pytest.mark.parametrize("name", ["../batas.shp", "/etc/batas.shp", "a/../../b.shp", "a\\b.shp"])
def test_member_names_that_leave_the_zip_are_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "jalan.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, b"\x00\x00\x27\x0a")
    assert refusal(path) == "wilayah_zip_nama_berbahaya"


def test_a_shapefile_in_a_zip_must_have_a_shapefiles_bytes(tmp_path: Path) -> None:
    path = tmp_path / "tipu.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("batas.shp", VRT)
    assert refusal(path) == "wilayah_zip_rusak"


def test_a_cut_zip_and_a_zip_without_boundaries_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "batas.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("baca.txt", "x" * 500)
    assert refusal(path) == "wilayah_zip_tanpa_batas"
    path.write_bytes(path.read_bytes()[:300])
    assert refusal(path) == "wilayah_zip_rusak"


@pytest.mark.parametrize(
    ("driver", "name", "kind"),
    [
        ("GPKG", "a.gpkg", "gpkg"),
        ("GeoJSON", "a.json", "geojson"),
        ("FlatGeobuf", "a.fgb", "flatgeobuf"),
    ],
)
def test_real_files_are_told_by_their_bytes(
    tmp_path: Path, make_desa: Callable[..., gpd.GeoDataFrame], driver: str, name: str, kind: str
) -> None:
    make_desa(square(0)).to_file(tmp_path / name, driver=driver)
    found = check_file_kind((tmp_path / name).rename(tmp_path / "tanpa_akhiran"))
    assert isinstance(found, FileKind)
    assert found.kind == kind
