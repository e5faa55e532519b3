"""What a file of facilities may hold, and what is named by its row."""

from pathlib import Path

import pandas as pd
import pytest
import shapely

from app.text.findings import describe
from data_access.importers.fasilitas import FasilitasFile, read_facilities_file
from data_access.importers.fasilitas_checks import Facility, check_places
from data_access.importers.region_index import RegionIndex
from geo.points import measure_outside_km
from tests.corpus.tables import write_csv

HEAD = ["Kode Desa", "Desa", "Jenis", "Nama Posyandu", "Latitude", "Longitude", "Sumber"]
DESA, KECAMATAN = "99.01.01.2001", "99.01.01"
SQUARE = shapely.box(130.0, -5.1, 130.1, -5.0)


def read(path: Path, regions: pd.DataFrame) -> FasilitasFile:
    result = read_facilities_file(path, RegionIndex(regions))
    for finding in result.findings:
        assert describe(finding).endswith(".")
    return result


def make(code: str = DESA, latitude: float = -5.05, longitude: float = 130.05) -> Facility:
    return Facility(code, "posyandu", "Mawar", latitude, longitude, "", 2)


def test_facilities_are_read_whatever_their_decimals_and_headers(
    tmp_path: Path, regions: pd.DataFrame
) -> None:
    lines = [
        ["Daftar fasilitas kesehatan"],
        HEAD,
        [DESA, "Suka Maju", "Posyandu", " Posyandu  Mawar ", "-5,051234", "130,051234", "Dinkes"],
        [KECAMATAN, "Satu", "PUSKESMAS", "Puskesmas Satu", "-5.05", "130.06", ""],
        [DESA, "", "Puskesmas Pembantu", "Pustu A", "-5,05", "130,07", ""],
    ]
    result = read(write_csv(tmp_path / "a.csv", lines, ";"), regions)
    assert result.findings == []
    first, second, third = result.facilities
    assert first == Facility(DESA, "posyandu", "Posyandu Mawar", -5.051234, 130.051234, "Dinkes", 3)
    assert (second.code, second.kind, second.latitude) == (KECAMATAN, "puskesmas", -5.05)
    assert third.kind == "pustu"


def test_each_fault_has_its_row(tmp_path: Path, regions: pd.DataFrame) -> None:
    good = [DESA, "", "posyandu", "Mawar", "-5,05", "130,05", ""]

    def but(place: int, value: str) -> list[str]:
        return [*good[:place], value, *good[place + 1 :]]

    lines = [
        HEAD,
        good,
        but(3, "mawar"),
        but(0, "99.01"),
        but(0, "99.01.01.2999"),
        but(2, "klinik"),
        but(3, ""),
        [*good[:4], "130,05", "-5,05", ""],
        [*good[:4], "5.05.12", "130,05", ""],
        [*good[:4], "", "130,05", ""],
        [*good[:4], "-50,5", "130,05", ""],
        [*but(3, "Melati")[:4], "-5,05", "130,05", ""],
        [DESA, "Desa Lain", "posyandu", "Dahlia", "-5,06", "130,05", ""],
        but(3, "<b>Mawar</b>"),
    ]
    result = read(write_csv(tmp_path / "a.csv", lines, ";"), regions)
    assert {(finding.code, finding.row) for finding in result.findings} == {
        ("fasilitas_ganda", 3), ("fasilitas_tingkat", 4), ("kode_tak_dikenal", 5),
        ("fasilitas_jenis", 6), ("fasilitas_tanpa_nama", 7), ("titik_tertukar", 8),
        ("derajat_tak_terbaca", 9), ("derajat_kosong", 10), ("titik_di_luar_indonesia", 11),
        ("titik_sama", 12), ("nama_beda", 13), ("nama_tak_aman", 14),
    }  # fmt: skip


def test_a_table_without_the_columns_is_refused(tmp_path: Path, regions: pd.DataFrame) -> None:
    result = read(write_csv(tmp_path / "a.csv", [["kode", "nama"], [DESA, "x"]]), regions)
    assert [finding.code for finding in result.findings] == ["fasilitas_kolom_kurang"]


@pytest.mark.parametrize(
    ("facility", "expected"),
    [
        (make(), []),
        (make(latitude=-5.1005), []),  # 55 m outside: a border is not that exact
        (make(latitude=-5.106), [("titik_di_luar_wilayah", "peringatan")]),
        (make(latitude=-5.12), [("titik_di_luar_kabupaten", "galat")]),
        (make("99.01.01"), []),
        (make("99.10.01.2001"), [("titik_tanpa_batas", "catatan")]),
    ],
)
def test_a_point_is_held_against_its_region(
    facility: Facility, expected: list[tuple[str, str]]
) -> None:
    shapes = {DESA: SQUARE, "99.01.01": SQUARE, "99.01": SQUARE}
    found = check_places([facility], shapes, None)
    assert [(each.code, each.severity) for each in found] == expected
    assert all(describe(each) for each in found)


def test_without_any_border_the_points_are_counted_and_said() -> None:
    (found,) = check_places([make(), make()], {}, None)
    assert (found.code, found.values) == ("titik_tanpa_batas", {"jumlah": 2})


def test_distance_to_a_region_is_in_kilometres() -> None:
    assert measure_outside_km(-5.05, 130.05, SQUARE) == 0
    assert measure_outside_km(-5.2, 130.05, SQUARE) == pytest.approx(11.13, abs=0.02)
    assert measure_outside_km(-5.05, 130.2, SQUARE) == pytest.approx(11.09, abs=0.02)
