"""The files that officials hold, read as they are."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from data_access.importers.pengukuran import read_pengukuran
from data_access.importers.regions_list import read_crosswalk, read_regions_list
from tests.data_access.importers.conftest import codes, only, say

Shared = Callable[[str], Path]


@pytest.fixture(scope="module")
def national() -> pd.DataFrame:
    path = Path(__file__).resolve().parents[4] / "shared/data/kemendagri_2025_list.csv.gz"
    if not path.exists():
        pytest.skip("daftar wilayah nasional tidak ada di samping salinan kerja ini")
    result = read_regions_list(path)
    assert result.findings == []
    return result.rows


def test_national_list_reads_whole(national: pd.DataFrame) -> None:
    assert len(national) == 91_599
    assert national["level"].value_counts().to_dict() == {
        "desa": 83_762, "kecamatan": 7_285, "kabupaten": 514, "provinsi": 38
    }  # fmt: skip
    assert 'Soka"an' in set(national["name"])


def test_kuningan_rekap_gives_5615_of_64954(national: pd.DataFrame, shared_data: Shared) -> None:
    result = read_pengukuran(
        shared_data("kuningan_Data_Stunting.xlsx"),
        regions=national,
        wilayah_code="32.08",
        create_puskesmas=True,
        period="2025-08",
    )
    assert result.findings == []
    assert result.totals["stunting_jiwa"] == 5_615
    assert result.totals["diukur_jiwa"] == 64_954
    assert round(100 * 5_615 / 64_954, 2) == 8.64
    assert len(result.new_puskesmas) == 37
    assert len({new.kecamatan_code for new in result.new_puskesmas}) == 32
    assert result.source_date == "2025-10-11 11:28:20"
    assert result.rows["stunting_jiwa"].sum() == 5_615


def test_kuningan_rekap_stops_at_unknown_puskesmas(
    national: pd.DataFrame, shared_data: Shared
) -> None:
    path = shared_data("kuningan_Data_Stunting.xlsx")
    result = read_pengukuran(path, regions=national, wilayah_code="32.08")
    assert codes(result.findings, "galat") == ["puskesmas_baru"] * 37
    assert len(result.rows) == 0
    say(result.findings)


def test_sukabumi_has_counts_and_31_desa_without_data(
    national: pd.DataFrame, shared_data: Shared
) -> None:
    path = shared_data("kab_sukabumi_stunting_per_desa_2023_ASLI_mentah.csv")
    result = read_pengukuran(path, regions=national, wilayah_code="32.02", period="2023-12")
    assert (result.layout, result.grain) == ("jabar", "desa")
    assert result.totals["unit"] == 386
    assert result.missing_units == 31
    assert len(result.rows) == 355
    assert result.rows["stunting_jiwa"].sum() == 3_613
    assert result.rows["diukur_jiwa"].isna().all()
    assert codes(result.findings, "galat") == []
    assert only(result.findings, "unit_tanpa_data").values["jumlah"] == 31
    say(result.findings)


def test_sukabumi_of_another_year_is_refused(national: pd.DataFrame, shared_data: Shared) -> None:
    path = shared_data("kab_sukabumi_stunting_per_desa_2023_ASLI_mentah.csv")
    result = read_pengukuran(path, regions=national, wilayah_code="32.02", period="2024-08")
    assert codes(result.findings, "galat") == ["tahun_beda"]


def test_crosswalk_of_four_kabupaten_reads(shared_data: Shared) -> None:
    result = read_crosswalk(shared_data("crosswalk_4kab.csv"))
    assert len(result.rows) == 999
    assert codes(result.findings) == ["padanan_kosong"]
