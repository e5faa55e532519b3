"""Boundary files that were read once although nobody should: refused, with their reason."""

import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import geopandas as gpd
import pytest

from app.text.findings_wilayah import SENTENCES
from geo.escape import show_text
from geo.reading import read_boundaries
from tests.geo.conftest import feature, square

Make = Callable[..., gpd.GeoDataFrame]
Write = Callable[..., Path]


def faults(path: Path) -> list[tuple[str, int | None]]:
    found = read_boundaries(path).findings
    for finding in found:
        assert SENTENCES[finding.code].format(**finding.values)
    return [(each.code, each.row) for each in found if each.severity == "galat"]


def test_a_layer_that_is_a_question_is_never_asked(tmp_path: Path, make_desa: Make) -> None:
    path = tmp_path / "batas.gpkg"
    make_desa(square(0)).to_file(path, layer="desa")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("ALTER TABLE desa RENAME TO asal")
        database.execute("CREATE VIEW desa AS SELECT * FROM asal")
    assert faults(path) == [("wilayah_lapisan_tampilan", None)]


@pytest.mark.parametrize("lacking", [".dbf", ".shx"])
def test_a_shapefile_without_a_part_is_named(tmp_path: Path, make_desa: Make, lacking: str) -> None:
    folder = tmp_path / "shp"
    folder.mkdir()
    make_desa(square(0)).to_file(folder / "batas.shp")
    with zipfile.ZipFile(tmp_path / "batas.zip", "w") as archive:
        for part in folder.iterdir():
            if part.suffix != lacking:
                archive.write(part, part.name)
    assert faults(tmp_path / "batas.zip") == [("wilayah_zip_tidak_lengkap", None)]


def test_a_corner_that_is_no_number_is_refused_with_its_row(write_geojson: Write) -> None:
    ring = [[115.5, -2.4], [float("nan"), -2.4], [115.6, -2.3], [115.5, -2.4]]
    broken = feature(2, {"type": "Polygon", "coordinates": [ring]})
    path = write_geojson(feature(1, square(0)), broken)
    assert faults(path) == [("wilayah_koordinat_rusak", 2)]


def test_a_file_without_a_single_polygon_is_refused(write_geojson: Write) -> None:
    empty = {"type": "Polygon", "coordinates": []}
    assert faults(write_geojson(feature(1, empty))) == [("wilayah_tanpa_poligon_satu_pun", None)]


def test_a_name_longer_than_the_database_keeps_is_refused(write_geojson: Write) -> None:
    path = write_geojson(feature(1, square(0)), feature(2, square(1), "a" * 121))
    assert faults(path) == [("wilayah_nama_terlalu_panjang", 2)]


def test_a_reference_system_on_another_host_is_refused(write_geojson: Write) -> None:
    path = write_geojson(feature(1, square(0)))
    link = '{"crs": {"type": "link", "properties": {"href": "http://127.0.0.1:9/x"}}, '
    path.write_text(link + path.read_text()[1:])
    assert faults(path) == [("wilayah_crs_tidak_dikenal", None)]


def test_a_files_own_words_reach_no_terminal_and_no_page(write_geojson: Write) -> None:
    assert show_text("\x1b[2JDesa <b>{{7}}") == "·[2JDesa ·b···7··"
    assert len(show_text("a" * 200_000)) == 80
    path = write_geojson(feature(1, square(0)), feature(2, square(1), kode="\x1b" + "6" * 9_000))
    (found,) = read_boundaries(path).findings
    assert "\x1b" not in str(found.values)
    assert len(str(found.values["isi"])) < 200
