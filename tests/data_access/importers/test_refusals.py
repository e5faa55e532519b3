"""Files that looked like tables and were taken for them once: now refused, with their place."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd
import pytest

from data_access.importers.pengukuran import PengukuranFile
from data_access.importers.survei import read_survei
from data_access.importers.tables import read_table_file
from tests.corpus.tables import write_csv
from tests.data_access.importers.conftest import codes, say

HEAD = ["kode", "nama", "sasaran", "sangat_pendek", "pendek", "normal", "tinggi"]
DESA = ("99.01.01.2001", "Suka Maju")
NIK = "6311014708230001"


def test_a_template_sent_back_unfilled_takes_no_figures_place(
    read: Callable[..., PengukuranFile], tmp_path: Path
) -> None:
    result = read(write_csv(tmp_path / "a.csv", [HEAD, [*DESA, "", "-", "", "n/a", ""]]))
    assert codes(result.findings, "galat") == ["tanpa_angka"]


@pytest.mark.parametrize("heading", ["Nomor KTP", "nik_ibu", "", "kode anak"])
@pytest.mark.parametrize("written", [NIK, f"'{NIK}", "6311 0147 0823 0001"])
def test_numbers_of_citizens_are_found_under_any_heading(
    tmp_path: Path, heading: str, written: str
) -> None:
    lines: list[Sequence[object]] = [[*HEAD, heading], [*DESA, 60, 3, 7, 38, 2, written]]
    table = read_table_file(write_csv(tmp_path / "a.csv", lines, ";"))
    (found,) = table.findings
    assert (found.code, found.row) == ("berkas_berisi_nik", 2)
    assert str(found.column).startswith("H")
    assert table.sheets == {}
    assert NIK not in repr(table) + "".join(say(list(table.findings)))


@pytest.mark.parametrize("number", ["1234567890123456", "5000000000000000", "6311014713230001"])
def test_other_numbers_of_sixteen_digits_are_no_citizens(tmp_path: Path, number: str) -> None:
    lines: list[Sequence[object]] = [[*HEAD, "rekening"], [*DESA, 60, 3, 7, 38, 2, number]]
    assert read_table_file(write_csv(tmp_path / "a.csv", lines)).findings == ()


def test_a_survey_of_a_coming_year_is_refused(tmp_path: Path, regions: pd.DataFrame) -> None:
    head = ["kode", "tahun", "sumber", "prevalensi_pct"]
    lines: list[Sequence[object]] = [head, ["99.01", 2098, "SKI", "22,7"]]
    result = read_survei(write_csv(tmp_path / "a.csv", lines, ";"), regions)
    assert [(each.code, each.row) for each in result.findings] == [("tahun_belum_tiba", 2)]
