"""Codes in boundary files: by the file's own column or a table, damaged, missing, none at all."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from geo.reading import read_boundaries
from tests.geo.conftest import code, codes_of, feature, square, the

Write = Callable[..., Path]
Shared = Callable[[str], Path]


def test_lakes_and_forests_without_code_are_left_out_and_counted(write_geojson: Write) -> None:
    lake = feature(9, square(3), "Danau Panggang", kode=None)
    village = feature(2, square(1), "Danau Indah")
    read = read_boundaries(write_geojson(feature(1, square(0)), village, lake))
    assert the(read, "wilayah_bukan_desa").values["jumlah"] == 1
    assert list(read.regions["name"]) == ["Desa 1", "Danau Indah"]


def test_a_village_without_code_is_reported_with_its_row(write_geojson: Write) -> None:
    read = read_boundaries(write_geojson(feature(1, square(0)), feature(2, square(1), kode="")))
    found = the(read, "wilayah_kode_kosong")
    assert (found.severity, found.row) == ("peringatan", 2)
    assert len(read.regions) == 1


def test_ten_bare_digits_in_a_plain_column_are_refused_as_unclear(write_geojson: Write) -> None:
    read = read_boundaries(write_geojson(feature(1, square(0), kode="6210012001")))
    assert the(read, "wilayah_sistem_kode_tidak_jelas").severity == "galat"


def test_a_damaged_code_is_reported_with_what_it_may_have_been(write_geojson: Write) -> None:
    read = read_boundaries(write_geojson(feature(1, square(0), kode="62.1")))
    assert the(read, "wilayah_kode_rusak").values["dugaan"] == "62.10 / 62.01"


def test_bps_codes_without_a_table_are_refused(shared_data: Shared) -> None:
    read = read_boundaries(shared_data("fixtures/gunungmas_BPSstyle.geojson"))
    assert codes_of(read) == ["wilayah_kode_bps_tanpa_tabel_padanan"]
    assert read.regions.empty


def test_bps_codes_through_the_table_are_gunung_mas_and_never_pulang_pisau(
    shared_data: Shared,
) -> None:
    table = pd.read_csv(shared_data("crosswalk_4kab.csv"), dtype=str, keep_default_na=False)
    read = read_boundaries(shared_data("fixtures/gunungmas_BPSstyle.geojson"), table)
    assert len(read.regions) == 125
    assert set(read.regions["code"].str[:5]) == {"62.10"}
    unmatched = [f for f in read.findings if f.code == "wilayah_kode_bps_tanpa_padanan"]
    assert [(f.row, f.values["isi"]) for f in unmatched] == [(67, "6211040012"), (83, "6211050016")]


def test_a_bps_code_with_two_partners_is_listed_and_not_chosen(write_geojson: Write) -> None:
    table = pd.DataFrame({"bps_code": ["6211010005"] * 2, "kemendagri_code": [code(1), code(2)]})
    village = feature(1, square(0))
    village["properties"] = {"iddesa": "6211010005", "nmdesa": "A"}
    read = read_boundaries(write_geojson(village), table)
    assert "wilayah_kode_bps_padanan_ganda" in codes_of(read)


def test_sukabumi_gives_386_desa_and_leaves_vacant_land_out(shared_data: Shared) -> None:
    read = read_boundaries(shared_data("kab_sukabumi_batas_desa_dan_stunting_2023.geojson"))
    assert len(read.regions) == 386
    assert the(read, "wilayah_bukan_desa").values["jumlah"] == 2
    assert set(read.regions["code"].str[:5]) == {"32.02"}
