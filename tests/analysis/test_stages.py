import pytest

from analysis.stages import (
    STATES,
    can_enter,
    can_move,
    list_parts,
    next_states,
    overall_state,
    period_of,
    year_of,
)
from tests.analysis.stage_cases import STAGES

ANSIT = STAGES["kecamatan.ansit"]


def test_data_may_be_entered_only_before_submission_or_after_return() -> None:
    assert [state for state in STATES if can_enter(state)] == [
        "belum mulai",
        "draf",
        "dikembalikan",
    ]


@pytest.mark.parametrize(
    ("state", "following"),
    [
        ("belum mulai", ("draf", "diajukan")),
        ("draf", ("diajukan",)),
        ("dikembalikan", ("draf", "diajukan")),
        ("diajukan", ("draf", "dikembalikan", "terverifikasi")),
        ("terverifikasi", ("dikembalikan", "disetujui")),
        ("disetujui", ("dikembalikan",)),
    ],
)
def test_each_state_leads_only_to_its_next_ones(state: str, following: tuple[str, ...]) -> None:
    assert next_states(state) == following


def test_nothing_entered_is_nothing_to_submit_where_figures_are_entered() -> None:
    assert not can_move("ajukan", ANSIT, "belum mulai")
    assert can_move("ajukan", ANSIT, "draf")
    assert can_move("ajukan", STAGES["kabupaten.ansit"], "belum mulai")


def test_measurements_end_with_verification_and_are_never_approved() -> None:
    measured = STAGES["kabupaten.pengukuran"]
    assert measured.is_final("terverifikasi")
    assert not can_move("setujui", measured, "terverifikasi")
    assert not ANSIT.is_final("terverifikasi")


@pytest.mark.parametrize(
    ("states", "whole"),
    [
        (["belum mulai", "belum mulai"], "belum mulai"),
        (["belum mulai", "disetujui"], "draf"),
        (["draf", "terverifikasi"], "draf"),
        (["diajukan", "terverifikasi"], "diajukan"),
        (["dikembalikan", "terverifikasi"], "dikembalikan"),
        (["disetujui", "disetujui"], "disetujui"),
        ([], "belum mulai"),
    ],
)
def test_a_stage_is_as_far_as_the_last_of_its_parts(states: list[str], whole: str) -> None:
    assert overall_state(states) == whole


def test_bappeda_and_every_registered_agency_have_a_part_in_tagging() -> None:
    marking = STAGES["kabupaten.penandaan-berjalan"]
    everybody = ("bappeda", "dinkes", "dinsos")
    assert list_parts(marking, ["dinsos", "bappeda", "dinkes"]) == everybody
    assert list_parts(marking) == ("bappeda",)
    assert list_parts(STAGES["kabupaten.target"], ["dinkes"]) == ("bappeda", "dinkes")
    assert list_parts(ANSIT, ["dinkes"]) == ("setcam", "puskesmas", "plkb")


def test_august_belongs_to_the_next_years_analysis_and_february_to_none() -> None:
    measured = STAGES["kabupaten.pengukuran"]
    assert period_of(measured, 2026) == "2025-08"
    assert year_of(measured, "2025-08") == 2026
    assert year_of(measured, "2026-02") is None
    assert year_of(STAGES["kecamatan.semester-1"], "2026-S1") == 2026
    assert year_of(ANSIT, 2026) == 2026
    assert period_of(STAGES["kecamatan.regulasi"], 2026) is None
