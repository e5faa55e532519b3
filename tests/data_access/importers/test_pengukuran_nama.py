from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from data_access.importers.dates import is_day_first, read_date
from data_access.importers.pengukuran import PengukuranFile
from tests.corpus.tables import BY_NAME, child_line, write_csv, write_xlsx
from tests.data_access.importers.conftest import codes, only, say

Read = Callable[..., PengukuranFile]


def nik(number: int) -> str:
    return f"99010101012{number:05d}"


def by_name(tmp_path: Path, *children: object, delimiter: str = ";") -> Path:
    return write_csv(tmp_path / "nama.csv", [BY_NAME, *children], delimiter)  # type: ignore[list-item]


def test_children_are_counted_to_desa_by_class(read: Read, tmp_path: Path) -> None:
    path = by_name(
        tmp_path,
        child_line(nik(1), "Suka Maju", "14/08/2025", "Sangat Pendek", "-3,20"),
        child_line(nik(2), "SUKA MAJU", "14/08/2025", "Pendek", "-2,10"),
        child_line(nik(3), "Suka Maju", "14/08/2025", None, "0,51"),
        child_line(nik(4), "Suka Maju", "14/08/2025", None, "-2,00"),
        child_line(nik(5), "Suka Maju", "14/08/2025", None, "3,01"),
        child_line(nik(6), "Suka Maju", "14/08/2025", "Sangat Pendek", "-6,50"),
        child_line(nik(7), "Suka Maju", "14/08/2025", "-", "-"),
        child_line(nik(8), 'Soka"an', "14/08/2025", "Normal", None),
    )
    result = read(path)
    assert (result.layout, result.grain) == ("eppgbm_nama", "desa")
    columns = ["sangat_pendek_jiwa", "pendek_jiwa", "normal_jiwa", "tinggi_jiwa", "outlier_jiwa"]
    assert result.rows[columns].values.tolist() == [[1, 1, 2, 1, 1], [0, 0, 1, 0, 0]]
    assert result.rows["diukur_jiwa"].tolist() == [5, 1]
    assert only(result.findings, "anak_tanpa_tbu").values["jumlah"] == 1


@pytest.mark.parametrize(
    ("z", "column"),
    [("-3.01", "sangat_pendek"), ("-3,00", "pendek"), ("-2,01", "pendek"), ("-2", "normal"),
     ("3", "normal"), ("3,01", "tinggi"), ("-6", "sangat_pendek"), ("6,01", "outlier")],
)  # fmt: skip
def test_z_scores_fall_in_the_class_of_the_standard(
    z: str, column: str, read: Read, tmp_path: Path
) -> None:
    result = read(by_name(tmp_path, child_line(nik(1), "Suka Maju", "2025-08-14", None, z)))
    assert result.rows[f"{column}_jiwa"].tolist() == [1]


def test_of_two_records_of_a_child_the_last_counts(read: Read, tmp_path: Path) -> None:
    path = by_name(
        tmp_path,
        child_line(nik(1), "Suka Maju", "14/08/2025", "Pendek", "-2,1"),
        child_line(nik(1), "Suka Maju", "14/08/2025", "Normal", "-1,1"),
        child_line(nik(2), "Suka Maju", "20/08/2025", "Tinggi", "3,5"),
        child_line(nik(2), "Suka Maju", "15/08/2025", "Pendek", "-2,5"),
    )
    result = read(path)
    assert result.rows[["pendek_jiwa", "normal_jiwa", "tinggi_jiwa"]].values.tolist() == [[0, 1, 1]]
    assert only(result.findings, "anak_berulang").values["jumlah"] == 2


def test_children_without_nik_each_count(read: Read, tmp_path: Path) -> None:
    lines = [child_line("-", "Suka Maju", "14/08/2025", "Pendek", "-2,1")] * 2
    result = read(by_name(tmp_path, *lines))
    assert result.rows["pendek_jiwa"].tolist() == [2]
    assert only(result.findings, "anak_tanpa_nik").values["jumlah"] == 2


def test_only_the_month_asked_for_is_counted(read: Read, tmp_path: Path) -> None:
    path = by_name(
        tmp_path,
        child_line(nik(1), "Suka Maju", "14/02/2025", "Pendek", "-2,1"),
        child_line(nik(1), "Suka Maju", "14/08/2025", "Normal", "-1,1"),
    )
    assert codes(read(path).findings, "galat") == ["bulan_ganda"]
    august = read(path, period="2025-08")
    assert august.rows["normal_jiwa"].tolist() == [1]
    assert only(august.findings, "anak_bulan_lain").values["jumlah"] == 1


def test_workbook_with_serials_and_dates_and_numbers_reads_the_same(
    read: Read, tmp_path: Path
) -> None:
    lines = [
        BY_NAME,
        child_line(nik(1), "Suka Maju", 45883, "Pendek", "-2,1"),
        child_line(nik(2), "Suka Maju", date(2025, 8, 14), "Pendek", "-2.1"),
    ]
    result = read(write_xlsx(tmp_path / "a.xlsx", {"Balita": lines}), period="2025-08")
    assert result.rows["pendek_jiwa"].tolist() == [2]


def test_faults_of_a_child_name_the_row_and_nothing_else(read: Read, tmp_path: Path) -> None:
    path = by_name(
        tmp_path,
        child_line(nik(1), "Suka Maju", nik(1), "Pendek", "-2,1"),
        child_line(nik(2), "Suka Maju", "14/08/2025", "Anak Rekaan", "-2,1"),
        child_line(nik(3), nik(3), "14/08/2025", "Pendek", "-2,1"),
        child_line(nik(4), "Suka Maju", "14/08/2025", "Pendek", nik(4)),
        child_line(nik(5), None, "14/08/2025", "Pendek", "-2,1"),
        [*child_line(nik(6), "Suka Maju", "14/08/2025", "Pendek", "-2,1"), "lebih"],
    )
    result = read(path)
    found = [(finding.code, finding.row) for finding in result.findings]
    assert ("tanggal_tak_terbaca", 2) in found
    assert ("tbu_tak_terbaca", 3) in found
    assert ("nama_berisi_angka", 4) in found
    assert ("nama_kosong", 6) in found
    assert ("baris_kolom_lebih", 7) in found
    everything = repr(result.findings) + " ".join(say(result.findings)) + repr(result.rows)
    assert "990101" not in everything
    assert "Rekaan" not in everything


def test_list_with_nik_that_cannot_be_counted_is_refused_unread(read: Read, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["NIK", "Nama", "Desa"], [nik(1), "Anak Rekaan", "X"]])
    result = read(path)
    assert codes(result.findings, "galat") == ["nama_kolom_kurang"]
    assert "Rekaan" not in repr(result)


def test_child_of_another_kabupaten_stops_the_import(read: Read, tmp_path: Path) -> None:
    line = list(child_line(nik(1), "Suka Maju", "14/08/2025", "Pendek", "-2,1"))
    line[5] = "KABUPATEN LAIN"
    assert "kabupaten_beda" in codes(read(by_name(tmp_path, line)).findings, "galat")


def test_three_orders_of_dates_are_told_apart() -> None:
    assert is_day_first(["03/04/2025", "14/08/2025"]) == (True, "pasti")
    assert is_day_first(["03/04/2025", "08/14/2025"]) == (False, "pasti")
    assert is_day_first(["13/04/2025", "08/14/2025"])[1] == "campur"
    assert is_day_first(["03/04/2025"]) == (True, "dugaan")
    assert is_day_first(["2025-04-03", "08/08/2025"]) == (True, "pasti")
    assert read_date("08/14/2025", day_first=False) == date(2025, 8, 14)
    assert read_date("31/02/2025", day_first=True) is None
