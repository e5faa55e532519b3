import pytest

from geo.columns import recognise_columns

FAMILIES = {
    "big": "OBJECTID NAMOBJ KDCPUM KDEPUM KDPKAB KDPPUM KDEBPS WADMKC WADMKD WADMKK WADMPR TIPADM",
    "alf_anas": "KODE_KD KODE_KEC KODE_KK KODE_PROV KEL_DESA KECAMATAN KAB_KOTA PROVINSI",
    "bps": "kdprov nmprov kdkab nmkab kdkec nmkec kddesa nmdesa iddesa",
    "bps_lama": "PROVNO KABKOTNO KECNO DESANO PROVINSI KABKOT KECAMATAN DESA",
    "hdx": "ADM4_EN ADM4_PCODE ADM3_EN ADM3_PCODE ADM2_EN ADM1_EN",
    "podes": "ID_DESA NAMA_DESA NAMA_KEC",
    "kemendagri": "bps_kode_desa nama_desa_geo kemendagri_kode_desa nama_desa kecamatan",
    "biasa": "kode nama",
}
BPS = {"bps", "bps_lama", "hdx", "podes"}


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_is_recognised_with_its_code_system(family: str) -> None:
    plan = recognise_columns(FAMILIES[family].split())
    assert plan is not None
    assert plan.family == family
    assert plan.code_system == ("bps" if family in BPS else "kemendagri")
    assert plan.name is not None


def test_upper_and_lower_case_are_the_same_column() -> None:
    plan = recognise_columns(["kdepum", "wadmkd"])
    assert plan is not None
    assert plan.code == "kdepum"


def test_a_bps_layer_without_whole_code_is_joined_from_its_parts() -> None:
    plan = recognise_columns(["PROVNO", "KABKOTNO", "KECNO", "DESANO", "DESA"])
    assert plan is not None
    assert plan.code_parts == ("PROVNO", "KABKOTNO", "KECNO", "DESANO")
    assert plan.code_widths == (2, 2, 3, 3)


def test_columns_of_something_else_fit_no_family() -> None:
    assert recognise_columns(["id", "luas", "keterangan"]) is None
