from pathlib import Path

import pandas as pd

from data_access.importers.survei import read_survei
from tests.corpus.tables import write_csv
from tests.data_access.importers.conftest import codes, only, say

HEAD = ["kode", "nama", "tahun", "sumber", "prevalensi_pct", "bawah_pct", "atas_pct", "sampel"]


def test_survey_rows_keep_percent_and_interval(tmp_path: Path, regions: pd.DataFrame) -> None:
    lines = [HEAD, ["99.01", "Arunika", 2023, "SKI", "22,7", "19,1", "26,3%", "1.234"],
             ["99.01", "", 2024, "SSGI", "20.5", "", "", ""]]  # fmt: skip
    result = read_survei(write_csv(tmp_path / "a.csv", lines, ";"), regions)
    assert result.findings == []
    assert result.rows["prevalensi_pct"].tolist() == [22.7, 20.5]
    assert result.rows["atas_pct"].tolist()[0] == 26.3
    assert result.rows["bawah_pct"].isna().tolist() == [False, True]
    assert result.rows["sampel_jiwa"].tolist()[0] == 1234
    assert result.rows["year"].tolist() == [2023, 2024]


def test_survey_faults_each_have_their_row(tmp_path: Path, regions: pd.DataFrame) -> None:
    lines = [
        HEAD,
        ["99.01", "", 2023, "SKI", "22,7", "23", "26", ""],
        ["99.01", "", 2022, "SKI", "122", "", "", ""],
        ["99.01", "", 2021, "SSGI", "20", "", "", ""],
        ["99.01", "", 2021, "ssgi", "21", "", "", ""],
        ["99.01.01", "", 2021, "SSGI", "21", "", "", ""],
        ["99.02", "", 2021, "SSGI", "21", "", "", ""],
        ["99.10", "Bukan Ini", "dulu", "", "", "", "", ""],
        ["99.10", "", 2019, "Riskesdas", "0,227", "", "", ""],
    ]
    result = read_survei(write_csv(tmp_path / "a.csv", lines, ";"), regions)
    found = {(finding.code, finding.row) for finding in result.findings}
    assert found == {
        ("selang_terbalik", 2), ("persen_di_luar_batas", 3), ("survei_ganda", 5),
        ("survei_tingkat", 6), ("kode_tak_dikenal", 7), ("nama_beda", 8),
        ("tahun_tak_terbaca", 8), ("sumber_kosong", 8), ("prevalensi_kosong", 8),
        ("persen_seperti_pecahan", 9),
    }  # fmt: skip
    assert len(result.rows) == 0
    say(result.findings)


def test_survey_without_the_columns_is_refused(tmp_path: Path, regions: pd.DataFrame) -> None:
    result = read_survei(write_csv(tmp_path / "a.csv", [["a", "b"], [1, 2]]), regions)
    assert codes(result.findings) == ["survei_kolom_kurang"]
    only(result.findings, "survei_kolom_kurang")
