"""Boundary files that are bad as files: by what they call themselves, by parts, by size."""

import shutil
import sqlite3
import stat
import tempfile
import zipfile
from contextlib import closing
from functools import partial
from pathlib import Path

import pandas as pd

from tests.corpus.tables import write_xlsx
from tests.endurance.bad_case import BadFile
from tests.endurance.bad_geo_case import SOUND, boundary, collection, document, frame

UNKNOWN, BROKEN = "wilayah_format_tidak_dikenal", "wilayah_berkas_rusak"
UNSAFE, CUT = "wilayah_zip_nama_berbahaya", "wilayah_zip_rusak"
VRT = '<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/etc/passwd</SrcDataSource>'
SHP = b"\x00\x00\x27\x0a" + bytes(96)


def write_gpkg(path: Path, *commands: str) -> None:
    """A sound GeoPackage, and then what is done to it in SQL."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "batas.gpkg"
        frame().to_file(made, driver="GPKG", layer="desa")
        with closing(sqlite3.connect(made)) as database, database:
            database.executescript("".join(f"{command};" for command in commands))
        shutil.copy(made, path)


# The layer is no table but a question without an end.
ENDLESS = (
    "ALTER TABLE desa RENAME TO asal",
    """CREATE VIEW desa AS WITH RECURSIVE n(fid) AS (SELECT 1 UNION ALL SELECT fid + 1 FROM n)
    SELECT n.fid, (SELECT geom FROM asal LIMIT 1) AS geom, 'x' AS kode, 'y' AS nama FROM n""",
)
# The layer asks for a library of the server when it is read.
LOADS_LIBRARY = (
    "ALTER TABLE desa RENAME TO asal",
    """CREATE VIEW desa AS SELECT fid, geom, load_extension('/tmp/jahat.so') AS kode, nama
    FROM asal""",
)
EMPTIED = ("DELETE FROM gpkg_geometry_columns", "DELETE FROM gpkg_contents")
NO_CONTENTS = ("DROP TABLE gpkg_geometry_columns", "DROP TABLE gpkg_contents")


def cut(driver: str, path: Path, keep: float = 0.5) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / f"batas{path.suffix}"
        frame().to_parquet(made) if driver == "parquet" else frame().to_file(made, driver=driver)
        path.write_bytes(made.read_bytes()[: int(made.stat().st_size * keep)])


def pack(path: Path, *members: tuple[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)


def pack_shapefile(path: Path, *without: str) -> None:
    """A zipped shapefile that lacks some of its parts."""
    with tempfile.TemporaryDirectory() as folder:
        frame().to_file(Path(folder) / "batas.shp")
        parts = [part for part in sorted(Path(folder).iterdir()) if part.suffix not in without]
        pack(path, *((part.name, part.read_bytes()) for part in parts))


def pack_damaged(path: Path) -> None:
    """A zipped shapefile whose shapes are noise behind a right beginning."""
    with tempfile.TemporaryDirectory() as folder:
        frame().to_file(Path(folder) / "batas.shp")
        shapes = Path(folder) / "batas.shp"
        shapes.write_bytes(shapes.read_bytes()[:100] + b"\xff" * 400)
        pack(path, *((part.name, part.read_bytes()) for part in sorted(Path(folder).iterdir())))


def pack_link(path: Path) -> None:
    """A zip whose shapefile is a symbolic link to a file of the server."""
    link = zipfile.ZipInfo("batas.shp")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")


def pack_locked(path: Path) -> None:
    pack_shapefile(path)
    content = bytearray(path.read_bytes())
    content[content.rindex(b"PK\x01\x02", 0, content.rindex(b"batas.shp")) + 8] |= 1
    path.write_bytes(bytes(content))


def pack_twice(path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        inner = Path(folder) / "dalam.zip"
        pack_shapefile(inner)
        pack(path, ("dalam.zip", inner.read_bytes()))


def sparse(path: Path) -> None:
    with path.open("wb") as stream:
        stream.write(b'{"type": "FeatureCollection", "features": [')
        stream.truncate(101 << 20)


def plain_parquet(path: Path) -> None:
    pd.DataFrame({"kode": ["63.11.01.2001"], "nama": ["Desa"]}).to_parquet(path)


def text(words: str, path: Path) -> None:
    path.write_text(words)


def zipped(wrong: str, make: object, *codes: str) -> BadFile:
    return boundary(wrong, make, *codes, file="batas.zip")  # type: ignore[arg-type]


def member(wrong: str, name: str) -> BadFile:
    """A zip with a shapefile of this name."""
    return zipped(wrong, lambda path: pack(path, (name, SHP)), UNSAFE)


DEEP = '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":'
CASES = (
    boundary("a virtual file called GeoPackage", partial(text, VRT), UNKNOWN, file="batas.gpkg"),
    boundary("a virtual file called GeoJSON", partial(text, VRT), UNKNOWN),
    boundary("an address of a map server", partial(text, "WFS:http://127.0.0.1:9/?"), UNKNOWN,
             file="batas.fgb"),
    boundary("KML called GeoJSON", partial(text, "<kml><Placemark/></kml>"), UNKNOWN),
    boundary("TopoJSON", partial(text, '{"type":"Topology","objects":{},"arcs":[]}'), UNKNOWN),
    boundary("JSON of another program", partial(text, '{"features":[],"fields":[]}'), UNKNOWN),
    boundary("nothing", partial(text, ""), "wilayah_berkas_kosong", file="batas.gpkg"),
    boundary("101 MB", sparse, "berkas_terlalu_besar", BROKEN),
    boundary("a workbook called GeoPackage",
             lambda path: write_xlsx(path.with_suffix(".xlsx"), {"A": [["kode"]]}).rename(path),
             "wilayah_zip_tanpa_batas", file="batas.gpkg"),
    boundary("a layer without an end", lambda path: write_gpkg(path, *ENDLESS),
             "wilayah_lapisan_tampilan", file="batas.gpkg"),
    boundary("a layer that loads a library", lambda path: write_gpkg(path, *LOADS_LIBRARY),
             "wilayah_lapisan_tampilan", file="batas.gpkg"),
    boundary("a GeoPackage that lists no layer", lambda path: write_gpkg(path, *EMPTIED),
             "wilayah_tanpa_lapisan", file="batas.gpkg"),
    boundary("a GeoPackage without its tables", lambda path: write_gpkg(path, *NO_CONTENTS),
             BROKEN, "wilayah_tanpa_lapisan", file="batas.gpkg"),
    boundary("a GeoPackage cut in half", partial(cut, "GPKG"), BROKEN, file="batas.gpkg"),
    boundary("FlatGeobuf cut in half", partial(cut, "FlatGeobuf"), BROKEN,
             "wilayah_tanpa_lapisan", file="batas.fgb"),
    boundary("GeoParquet cut in half", partial(cut, "parquet"), BROKEN, file="batas.parquet"),
    boundary("GeoJSON cut in half", partial(cut, "GeoJSON"), BROKEN),
    boundary("Parquet without shapes", plain_parquet, BROKEN, file="batas.parquet"),
    boundary("a hundred thousand brackets", partial(text, DEEP + "[" * 100_000), BROKEN),
    document("a reference system that stands on another server",
             collection(SOUND, crs={"type": "link", "properties": {"href": "http://127.0.0.1:9/x"}}),
             "wilayah_crs_tidak_dikenal", BROKEN),
    member("a member that leaves the zip", "../batas.shp"),
    member("a member with a server's path", "/etc/batas.shp"),
    member("a member in braces", "{/vsicurl/http:}/batas.shp"),
    zipped("a link in place of a member", pack_link, UNSAFE),
    zipped("locked with a password", pack_locked, UNSAFE),
    zipped("thirty megabytes of nothing", lambda path: pack(path, ("batas.shp", bytes(30 << 20))),
           "wilayah_zip_terlalu_besar"),
    zipped("a zip in a zip", pack_twice, "wilayah_zip_tanpa_batas"),
    zipped("a shapefile without its table", lambda path: pack_shapefile(path, ".dbf"),
           "wilayah_zip_tidak_lengkap"),
    zipped("a shapefile without its index", lambda path: pack_shapefile(path, ".shx"),
           "wilayah_zip_tidak_lengkap"),
    zipped("a shapefile full of noise", pack_damaged, BROKEN, "wilayah_tidak_ada",
           "wilayah_tanpa_poligon_satu_pun"),
)  # fmt: skip
