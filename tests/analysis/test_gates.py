from analysis.gates import find_gates, is_held_up
from tests.analysis.stage_cases import STAGES

CHILDREN = ["63.11.01", "63.11.02", "63.11.03"]


def gates(stage: str, states: dict[tuple[str, str], str], children: list[str] = CHILDREN):
    return find_gates(STAGES[stage], "63.11", children, states, STAGES)


def approved(stage: str, *codes: str) -> dict[tuple[str, str], str]:
    return {(code, stage): "disetujui" for code in codes}


def test_one_kecamatan_missing_holds_the_kabupaten_up_and_is_named() -> None:
    states = approved("kecamatan.ansit", "63.11.01", "63.11.03")
    states |= {("63.11.02", "kecamatan.ansit"): "terverifikasi"}
    states |= {("63.11", "kabupaten.pengukuran"): "terverifikasi"}
    [gate] = gates("kabupaten.ansit", states)
    assert gate.missing == (("63.11.02", "terverifikasi"),)
    assert gate.blocks
    assert is_held_up([gate])


def test_the_analysis_waits_for_augusts_measurements_to_be_verified() -> None:
    states = approved("kecamatan.ansit", *CHILDREN)
    states |= {("63.11", "kabupaten.pengukuran"): "diajukan"}
    [gate] = gates("kabupaten.ansit", states)
    assert (gate.stage, gate.missing, gate.blocks) == (
        "kabupaten.pengukuran",
        (("63.11", "diajukan"),),
        True,
    )
    states |= {("63.11", "kabupaten.pengukuran"): "terverifikasi"}
    assert gates("kabupaten.ansit", states) == []


def test_what_else_comes_before_in_the_same_region_only_warns() -> None:
    found = gates("kabupaten.pra-musrenbang", approved("kecamatan.pra-musrenbang", *CHILDREN))
    assert [gate.stage for gate in found] == ["kabupaten.ansit", "kabupaten.penandaan-berjalan"]
    assert not is_held_up(found)


def test_who_blocks_comes_before_who_only_warns() -> None:
    found = gates("kabupaten.pra-musrenbang", {})
    assert [gate.blocks for gate in found] == [True, False, False]
    assert [code for code, _ in found[0].missing] == CHILDREN


def test_a_province_waits_for_its_kabupaten_not_for_their_kecamatan() -> None:
    found = find_gates(STAGES["provinsi.penilaian"], "63", ["63.10", "63.11"], {}, STAGES)
    assert [(gate.stage, len(gate.missing)) for gate in found] == [("kabupaten.penilaian", 2)]


def test_a_region_with_nothing_below_waits_for_nobody_below() -> None:
    assert gates("kabupaten.penilaian", {}, []) == []
