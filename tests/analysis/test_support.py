"""To which part regulations and publications belong, and which stages still have none."""

import pytest

from analysis.support import find_support_part, find_unsupported, list_supported

STAGES = ("kecamatan.ansit", "kecamatan.penilaian", "kecamatan.regulasi", "kabupaten.target")


@pytest.mark.parametrize(
    ("code", "kind", "stage", "part"),
    [
        ("63.11.01", "regulasi", "kecamatan.regulasi", "setcam"),
        ("63.11", "publikasi", "kabupaten.publikasi", "bappeda"),
        ("63", "regulasi", "provinsi.regulasi", "bappeda"),
    ],
)
def test_support_is_entered_by_the_sekretariat_or_bappeda(
    code: str, kind: str, stage: str, part: str
) -> None:
    found = find_support_part(code, 2026, kind)
    assert (found.wilayah_code, found.year, found.stage, found.part) == (code, 2026, stage, part)


@pytest.mark.parametrize("code", ["ID", "63.11.01.2001", ""])
def test_desa_and_nation_have_no_such_stage(code: str) -> None:
    with pytest.raises(ValueError, match="regulasi"):
        find_support_part(code, 2026, "regulasi")


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="rembuk"):
        find_support_part("63.11", 2026, "rembuk")


def test_the_two_supporting_actions_need_no_support_themselves() -> None:
    assert list_supported(STAGES, "kecamatan") == ("ansit", "penilaian")
    assert list_supported(STAGES, "kabupaten") == ("target",)


def test_a_stage_without_a_row_is_named_until_one_row_supports_all() -> None:
    supported = ("ansit", "penilaian")
    assert find_unsupported(set(), supported) == supported
    assert find_unsupported({"ansit"}, supported) == ("penilaian",)
    assert find_unsupported({"ansit", "semua"}, supported) == ()
