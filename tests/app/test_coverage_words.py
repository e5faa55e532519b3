"""How coverage is written: periods, cells, units, flags."""

import math

import pytest

from analysis.coverage_status import MIDYEAR, STATUSES
from app.coverage_figures import coverage_indicators
from app.coverage_words import (
    STATUS_ORDER,
    describe_denominator,
    explain_status,
    find_unit,
    list_flags,
    name_period,
    pick_stage,
    write_cell,
)
from app.palette import (
    AA_CONTRAST,
    STATUS_COLORS,
    compute_contrast,
    text_color_on,
)
from app.text import cakupan as text
from data_access.reads.stage_definitions import read_stages


@pytest.mark.parametrize(
    ("value", "target", "shown"),
    [
        (52.4, 60, "52"),
        (52.5, 60, "53"),
        (79.6, 80, "79"),
        (80.0, 80, "80"),
        (80.4, 80.2, "81"),
        (99.7, math.nan, "99"),
        (100.0, 90, "100"),
        (100.2, 90, "101"),
        (0.0, 90, "0"),
        (math.nan, 90, "–"),
        (1234.4, 90, "1.234"),
    ],
)
def test_a_cell_is_never_rounded_across_its_target_or_100(
    value: float, target: float, shown: str
) -> None:
    assert write_cell(value, target) == shown


def test_periods_are_named_as_in_the_guideline() -> None:
    assert name_period("2026") == "Analisis situasi 2026"
    assert name_period("2026", long=True) == "Analisis situasi 2026 (keadaan akhir 2025)"
    assert name_period("2026-S1", long=True) == "Semester I 2026 (Januari sampai Juni)"


@pytest.mark.parametrize("period", ["2026", "2026-S1", "2026-S2"])
@pytest.mark.parametrize("level", ["kabupaten", "kecamatan", "provinsi"])
def test_the_stage_in_which_a_period_is_approved_exists(level: str, period: str) -> None:
    stage = pick_stage(level, period)
    assert stage in read_stages() or (level == "provinsi" and stage is None)


def test_every_status_has_words_a_sign_a_colour_and_an_explanation() -> None:
    assert set(STATUS_ORDER) == {*STATUSES, MIDYEAR}
    for status in STATUS_ORDER:
        assert text.STATUS_WORDS[status]
        assert status in text.STATUS_SIGNS
        assert "{" not in explain_status(status)
        color = STATUS_COLORS[status]
        assert compute_contrast(color, text_color_on(color)) >= AA_CONTRAST


def test_statuses_that_judge_are_told_apart_by_their_signs() -> None:
    signs = [text.STATUS_SIGNS[s] for s in ("tercapai", "hampir", "jauh", "anomali", MIDYEAR)]
    assert len(set(signs)) == 5
    assert all(signs)


def test_every_service_has_a_short_name_a_group_a_unit_and_a_denominator() -> None:
    for row in coverage_indicators().itertuples(index=False):
        assert len(text.SHORT_NAMES[row.kode]) <= 24
        assert row.kelompok_sasaran in text.GROUPS_SHORT
        assert find_unit(row.kode)
        assert describe_denominator(row.kode)


def test_units_are_those_of_the_denominators() -> None:
    assert find_unit("I08") == "anak"
    assert find_unit("I14") == "kasus"
    assert find_unit("I06") == "bayi"
    assert find_unit("I28") == "orang"
    assert find_unit("I31") == "desa/kelurahan"
    assert describe_denominator("I11") == "anak usia 0-5 bulan + anak usia 6-23 bulan"


def row(item: str = "I02", **changes: object) -> dict[str, object]:
    plain = {
        "item_code": item,
        "status": "jauh",
        "alasan": "",
        "penyebut_kecil": False,
        "desa_semua": 10,
        "desa_di_atas_100": 0,
        "desa_tanpa_penyebut": 0,
        "desa_tanpa_capaian": 0,
    }
    return plain | changes


def test_a_plain_figure_has_no_flags() -> None:
    assert list_flags(row()) == []


def test_flags_name_what_a_reader_must_know() -> None:
    flags = list_flags(row("I14", penyebut_kecil=True, desa_di_atas_100=2, desa_tanpa_capaian=3))
    assert "kurang dari 10" in flags[0]
    assert flags[1].startswith("2 desa/kelurahan melaporkan capaian melebihi")
    assert flags[2].startswith("3 desa/kelurahan mengisi sasaran tanpa capaian")
    assert flags[3] == text.FLAG_POOLED


def test_what_is_missing_is_said_by_its_reason() -> None:
    flags = list_flags(row(status="belum ada data", alasan="penyebut_belum_dicatat"))
    assert flags == ["Capaiannya ada, sasarannya belum diisi."]
