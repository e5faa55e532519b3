"""Where the work of a stage is done: each stage leads to the page that takes its data."""

import pytest

from app.navigation import PAGE_NAMES
from app.task_pages import find_page, list_query
from data_access.reads.stage_definitions import read_stages

STAGES = read_stages()


@pytest.mark.parametrize(
    ("stage", "page"),
    [
        ("kecamatan.ansit", "isian"),
        ("kecamatan.semester-1", "isian"),
        ("kecamatan.penandaan-berjalan", "penandaan"),
        ("kabupaten.penandaan-perubahan", "penandaan"),
        ("provinsi.penandaan-depan", "penandaan"),
        ("kecamatan.pra-musrenbang", "rembuk"),
        ("kabupaten.pra-musrenbang", "rembuk"),
        ("kabupaten.pengukuran", "data_masuk"),
        ("kabupaten.target", "target"),
        ("kabupaten.ansit", "tahapan"),
        ("kabupaten.regulasi", "dukungan"),
        ("kecamatan.publikasi", "dukungan"),
        ("kabupaten.penilaian", "penilaian"),
    ],
)
def test_a_stage_leads_to_the_page_that_takes_its_data(stage: str, page: str) -> None:
    assert find_page(STAGES[stage]) == page


def test_every_stage_leads_to_a_page_that_exists() -> None:
    assert {find_page(stage) for stage in STAGES.values()} <= PAGE_NAMES


@pytest.mark.parametrize(
    ("stage", "budget"),
    [
        ("kecamatan.penandaan-berjalan", "APBD murni 2026"),
        ("kecamatan.penandaan-perubahan", "APBD perubahan 2026"),
        ("kecamatan.penandaan-depan", "Rencana 2027"),
    ],
)
def test_tagging_opens_at_the_budget_of_its_stage(stage: str, budget: str) -> None:
    assert list_query(STAGES[stage], 2026) == {"potret": budget}


def test_other_stages_need_no_more_than_their_year() -> None:
    assert list_query(STAGES["kecamatan.ansit"], 2026) == {}
