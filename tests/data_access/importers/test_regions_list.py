from datetime import date
from pathlib import Path

import pytest

from data_access.importers.regions_list import read_crosswalk, read_regions_list
from tests.corpus.tables import UNSAFE_NAMES, write_csv, write_xlsx
from tests.data_access.importers.conftest import codes, only, say

HEAD = ["kode", "nama"]


def test_plain_list_takes_level_kind_and_parent_from_the_code(tmp_path: Path) -> None:
    lines = [HEAD, ["62", "Kalteng"], ["62.10", "Gunung Mas"], ["62.10.01", "Sepang"],
             ["62.10.01.1001", "Sepang Kota"]]  # fmt: skip
    rows = read_regions_list(write_csv(tmp_path / "a.csv", lines)).rows
    assert rows["level"].tolist() == ["provinsi", "kabupaten", "kecamatan", "desa"]
    assert rows["parent_code"].tolist() == ["ID", "62", "62.10", "62.10.01"]
    assert rows["kind"].tolist()[3] == "kelurahan"


def test_codes_that_excel_damaged_are_repaired_only_where_certain(tmp_path: Path) -> None:
    text = read_regions_list(write_csv(tmp_path / "a.csv", [HEAD, ["62.1", "Gunung Mas"]]))
    assert "62.10" in str(only(text.findings, "kode_rusak").values["calon"])
    lines = [["code", "name"], [62.1, "Gunung Mas"], [date(2001, 10, 1), "Sepang"]]
    book = read_regions_list(write_xlsx(tmp_path / "a.xlsx", {"A": lines}))
    assert only(book.findings, "kode_diperbaiki").values["kode"] == "62.10"
    assert only(book.findings, "kode_terbaca_tanggal").row == 3
    say(text.findings + book.findings)


@pytest.mark.parametrize("name", UNSAFE_NAMES)
def test_unsafe_name_is_refused_with_its_row(name: str, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [HEAD, ["62.10", "Gunung Mas"], ["62.11", name]])
    result = read_regions_list(path)
    assert only(result.findings, "nama_tak_aman").row == 3
    assert len(result.rows) == 0


def test_names_with_quotes_and_apostrophes_pass(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [HEAD, ["62.10", 'Soka"an'], ["62.11", "O'o"]])
    assert read_regions_list(path).rows["name"].tolist() == ['Soka"an', "O'o"]


def test_repeated_codes_and_contradictions_are_reported(tmp_path: Path) -> None:
    lines = [["kode", "nama", "level", "parent_code"], ["62.10", "A", "kabupaten", "62"],
             ["62.10", "B", "kabupaten", "62"], ["62.11", "C", "kecamatan", "62"],
             ["62.12", "D", "kabupaten", "63"], ["6213", "E", "", ""],
             ["62.14", "", "", ""]]  # fmt: skip
    result = read_regions_list(write_csv(tmp_path / "a.csv", lines))
    found = [(finding.code, finding.row) for finding in result.findings if finding.row]
    assert found == [("kode_ganda", 3), ("tingkat_beda", 4), ("induk_beda", 5),
                     ("kode_tanpa_titik", 6), ("nama_kosong", 7)]  # fmt: skip
    say(result.findings)


def test_many_faults_of_one_kind_are_counted_after_the_first_200(tmp_path: Path) -> None:
    lines = [HEAD, *[["x", "Desa"] for _ in range(500)]]
    result = read_regions_list(write_csv(tmp_path / "a.csv", lines))
    assert codes(result.findings).count("kode_tidak_dikenal") == 200
    assert only(result.findings, "temuan_lain").values["jumlah"] == 300


def test_list_without_the_columns_says_what_it_found(tmp_path: Path) -> None:
    result = read_regions_list(write_csv(tmp_path / "a.csv", [["a", "b"], ["1", "2"]]))
    assert only(result.findings, "daftar_kolom_kurang").values["kepala"] == "a; b"


def test_crosswalk_with_two_partners_is_refused(tmp_path: Path) -> None:
    lines = [["bps_code", "kemendagri_code"], ["6211", "62.10"], ["6211", "62.11"],
             ["62x", "62.12"], ["6212", ""]]  # fmt: skip
    result = read_crosswalk(write_csv(tmp_path / "a.csv", lines))
    assert only(result.findings, "padanan_ganda").row == 3
    assert only(result.findings, "kode_bps_rusak").row == 4
    assert only(result.findings, "padanan_kosong").values["jumlah"] == 1
    assert len(result.rows) == 0
    say(result.findings)
