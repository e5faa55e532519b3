"""Boundary files that open well and hold what no import may take: shapes, codes, names."""

from functools import partial
from pathlib import Path

import numpy as np
import shapely

from tests.endurance.bad_case import DUA, JUAI, SATU
from tests.endurance.bad_geo_case import (
    SOUND,
    boundary,
    collection,
    desa,
    document,
    features,
    frame,
    square,
)

OUTSIDE, NO_SHAPE = "wilayah_di_luar_indonesia", "wilayah_tanpa_poligon_satu_pun"
NO_LAYER = "wilayah_tanpa_lapisan"


def ring(*points: tuple[object, object]) -> dict[str, object]:
    """A polygon as GeoJSON writes it, whatever its figures are."""
    return {"type": "Polygon", "coordinates": [[list(point) for point in points]]}


HUGE = ring((1e308, -2), (1e308, 1e308), (115, 1e308), (1e308, -2))
ENDLESS = ring((115, -2), (float("inf"), -2), (115.1, float("-inf")), (115, -2))
NOT_NUMBERS = ring((115, -2), (float("nan"), float("nan")), (115.1, -1.9), (115, -2))
WORDS = ring(("seratus", "lima"), ("seratus", "enam"), ("dua", "lima"), ("seratus", "lima"))
POINT = {"type": "Point", "coordinates": [115, -2]}
LINE = {"type": "LineString", "coordinates": [[115, -2], [115.1, -2]]}
POINTS = {"type": "GeometryCollection", "geometries": [POINT, POINT]}
EMPTY = {"type": "Polygon", "coordinates": []}
COLLAPSED = ring((115, -2), (115.1, -2), (115, -2), (115, -2))
LOCAL = 'LOCAL_CS["gambar kantor",UNIT["metre",1]]'


def second(shape: object, code: str = DUA, name: str = "Desa Dua", **more: object) -> list[dict]:  # type: ignore[type-arg]
    """The sound desa, and another one of this shape."""
    return [SOUND, desa(code, name, shape, **more)]


def move(shape: object, east: float, north: float) -> object:
    return shapely.transform(shape, lambda points: np.add(points, (east, north)))


def mistaken_metres(path: Path) -> None:
    """Metres of UTM in a file that says degrees."""
    metres = frame().to_crs("EPSG:32750").set_crs("EPSG:4326", allow_override=True)
    metres.to_file(path, driver="GPKG")


def of_no_place(path: Path) -> None:
    """A drawing with a reference system of its own, tied to no place on earth."""
    drawn = frame()
    drawn.crs = None
    drawn.set_geometry(drawn.translate(1000, 1000).scale(50, 50)).set_crs(LOCAL).to_file(
        path, driver="GPKG"
    )


def columns(path: Path, **named: list[str]) -> None:
    frame(**named).to_file(path, driver="GeoJSON")


NAMED = ["Desa Satu", "Desa Dua"]
BARE = ["6311012001", "6311012002"]
CASES = (
    features("a desa in Europe", second(move(square(1), -105, 52)), OUTSIDE, row=2),
    features("a desa that reaches beyond all numbers", second(HUGE), OUTSIDE, row=2),
    features("a desa without an end", second(ENDLESS), OUTSIDE, row=2),
    features("a desa whose corners are no numbers", second(NOT_NUMBERS), "wilayah_koordinat_rusak",
             row=2),
    features("corners in words", [desa(SATU, "Satu", WORDS), desa(DUA, "Dua", WORDS)], NO_SHAPE),
    boundary("metres that call themselves degrees", mistaken_metres, OUTSIDE, row=1,
             file="batas.gpkg"),
    boundary("a drawing of no place", of_no_place, "wilayah_crs_tidak_dikenal", file="batas.gpkg"),
    document("a reference system that nobody knows",
             collection(*[desa(SATU, "Desa Satu", move(square(0), 3000, 9000))],
                        crs={"type": "name", "properties": {"name": "EPSG:999999"}}),
             "wilayah_crs_tidak_dikenal", OUTSIDE),
    features("points in place of areas", [desa(SATU, "Satu", POINT), desa(DUA, "Dua", POINT)],
             NO_LAYER),
    features("lines in place of areas", [desa(SATU, "Satu", LINE), desa(DUA, "Dua", LINE)],
             NO_LAYER),
    features("collections of points", [desa(SATU, "Satu", POINTS), desa(DUA, "Dua", POINTS)],
             NO_SHAPE),
    features("no shape at all", [desa(SATU, "Satu", None), desa(DUA, "Dua", None)],
             NO_SHAPE, NO_LAYER),
    features("shapes without a corner", [desa(SATU, "Satu", EMPTY), desa(DUA, "Dua", EMPTY)],
             NO_SHAPE),
    features("shapes without an area", [desa(SATU, "Satu", COLLAPSED)], NO_SHAPE),
    features("no feature", [], NO_LAYER, "wilayah_kolom_tidak_dikenal"),
    features("a region of a kind that has no borders",
             second(square(1), f"{JUAI}.P01"), "wilayah_kode_tidak_dikenal", row=2),
    boundary("columns that nobody knows", partial(columns, a=["1", "2"], b=["x", "y"]),
             "wilayah_kolom_tidak_dikenal"),
    boundary("codes without names", partial(columns, kode=[SATU, DUA]),
             "wilayah_kolom_tidak_dikenal"),
    boundary("codes that may be of either office", partial(columns, kode=BARE, nama=NAMED),
             "wilayah_sistem_kode_tidak_jelas", column="kode"),
    boundary("codes of BPS without a table", partial(columns, iddesa=BARE, nmdesa=["A", "B"]),
             "wilayah_kode_bps_tanpa_tabel_padanan"),
    boundary("codes of kecamatan in a column of desa",
             partial(columns, kdepum=[SATU, JUAI], wadmkd=["A", "B"]),
             "wilayah_kode_tidak_dikenal", row=2, column="kdepum"),
    features("a code that lost its zero", second(square(1), "63.11.1.2002"), "wilayah_kode_rusak",
             row=2, column="kode"),
    features("a code that became a date", second(square(1), "2011-01-20"),
             "wilayah_kode_terbaca_tanggal", row=2, column="kode"),
    features("a code in words", second(square(1), "enam tiga"), "wilayah_kode_tidak_dikenal", row=2,
             column="kode"),
    features("no code anywhere", [desa("", "Satu", square(0)), desa("", "Dua", square(1))],
             "wilayah_tidak_ada"),
    features("nothing but lakes", [desa("", "Danau Satu", square(0))], "wilayah_tidak_ada"),
    features("one code of two names", second(square(1), SATU), "wilayah_kode_ganda_beda_nama",
             row=2),
    features("a name as long as a book", second(square(1), DUA, "a" * 200_000),
             "wilayah_nama_terlalu_panjang", row=2, column="nama"),
    features("a code as long as a book", second(square(1), "6" * 200_000),
             "wilayah_kode_tidak_dikenal", row=2, column="kode"),
    features("the name of a kecamatan that acts in a page",
             second(square(1), DUA, kecamatan="<b onclick=x>"), "wilayah_nama_berbahaya"),
)  # fmt: skip
