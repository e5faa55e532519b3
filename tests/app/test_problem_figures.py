"""Problem places as screens and files show them: periods paired, sentences, moved settings."""

from dataclasses import replace

import pandas as pd
import pytest
from sqlalchemy import Engine

from analysis.problem_figures import ProblemFigures, ServiceFigure
from analysis.problem_locations import TYPE_1, TYPE_2, UNKNOWN
from app.problem_figures import (
    Pairing,
    compute_lagging,
    find_problems,
    order_periods,
    pair_measurement,
    read_default_settings,
    read_inputs,
    settings_from,
    settings_to,
)
from app.problem_lagging import join_judged, sum_support, tabulate_own, tabulate_worst
from app.problem_profile import build_profile
from app.problem_sentences import write_firmness, write_reason, write_settings, write_step
from app.problem_table import tabulate_places

MEASURED = ["2024-08", "2025-02", "2025-08", "2026-02", "2026-08"]
KABUPATEN = Pairing("99.01", "2026", "e-PPGBM", "2025-08")


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2026", "2025-08"),
        ("2025-S2", "2025-08"),
        ("2026-S1", "2026-02"),
        ("2025-S1", "2025-02"),
        ("2024", None),
    ],
)
def test_services_stand_beside_the_last_measurement_up_to_their_cut_off(
    period: str, expected: str | None
) -> None:
    assert pair_measurement(period, MEASURED) == expected


def test_half_years_never_stand_first() -> None:
    periods = ["2025", "2025-S1", "2025-S2", "2026", "2026-S1"]
    assert order_periods(periods) == ["2026", "2025-S2", "2025", "2026-S1", "2025-S1"]


def test_settings_come_back_as_they_were_saved_and_nonsense_is_none() -> None:
    own = replace(read_default_settings(), most_share=0.7, low="di bawah batas", cutoff_pct=55.0)
    assert settings_from(settings_to(own)) == own
    assert settings_from({"high": "di atas induk"}) is None
    assert settings_from(settings_to(own) | {"most_share": 0.2}) is None


def test_the_list_names_every_place_below_with_its_figures(demo: Engine) -> None:
    settings = read_default_settings()
    inputs = read_inputs(demo, KABUPATEN)
    problems = find_problems(inputs, settings)
    places = tabulate_places(problems, inputs, settings, {})
    assert set(places["level"]) == {"kecamatan", "desa"}
    assert places["code"].is_unique
    for row in places[places["type"].isin([TYPE_1, TYPE_2])].itertuples(index=False):
        assert row.prevalensi_pct > row.pembanding_pct
        assert f"({row.stunting_jiwa:.0f} dari " in row.reason.replace(".", "")
        part = row.layanan_rendah if row.type == TYPE_1 else row.layanan_baik
        assert part > row.layanan_dinilai / 2
    unknown = places[places["type"] == UNKNOWN]
    assert (unknown["reason"] != "").all()
    assert (
        places["type"].tolist()[: (places["type"] == TYPE_1).sum()]
        == [TYPE_1] * (places["type"] == TYPE_1).sum()
    )


def test_half_a_year_is_held_against_no_target_but_against_a_cut_off(demo: Engine) -> None:
    inputs = read_inputs(demo, Pairing("99.01", "2026-S1", "e-PPGBM", "2026-02"))
    settings = read_default_settings()
    assert set(find_problems(inputs, settings).table["tipe"]) == {UNKNOWN}
    moved = find_problems(inputs, replace(settings, low="di bawah batas"))
    assert TYPE_1 in set(moved.table["tipe"])


def test_without_measurements_every_place_says_so(demo: Engine) -> None:
    inputs = read_inputs(demo, Pairing("99.01.01", "2026", None, None))
    problems = find_problems(inputs, read_default_settings())
    assert set(problems.table["alasan"]) == {"prevalensi_belum_ada"}


def test_a_province_sees_every_level_below(demo: Engine) -> None:
    inputs = read_inputs(demo, Pairing("99", "2026", "e-PPGBM", "2025-08"))
    problems = find_problems(inputs, read_default_settings())
    assert set(problems.table["level"]) == {"kabupaten", "kecamatan", "desa"}


FIGURES = ProblemFigures(
    region_code="99.01.01.2001",
    name="Suka Maju",
    type=TYPE_1,
    reason="",
    high_rule="di atas induk",
    prevalence_pct=24.29,
    comparison_pct=17.2,
    stunted=34,
    measured=140,
    uncertain=False,
    assessed=27,
    low=19,
    good=8,
    unassessed={},
    worst=(ServiceFigure("I01", 34.0, 80.0),),
)


def test_the_reason_names_the_figures() -> None:
    assert write_reason(FIGURES, read_default_settings(), "Kabupaten Arunika") == (
        "Prevalensi 24,3 % (34 dari 140 anak), di atas Kabupaten Arunika 17,2 %; 19 dari 27 "
        "layanan yang dinilai belum mencapai target, terendah Pemberian Makanan "
        "Tambahan untuk Ibu Hamil KEK 34,0 % (target 80 %)."
    )


def test_figures_that_round_to_the_same_are_shown_apart() -> None:
    close = replace(FIGURES, prevalence_pct=17.24, comparison_pct=17.2)
    sentence = write_reason(close, read_default_settings(), "Arunika")
    assert "17,2 % (34" in sentence
    assert "di atas Arunika 17,20 %" in sentence


def test_what_cannot_be_judged_says_why() -> None:
    few = replace(FIGURES, type=UNKNOWN, reason="anak_terlalu_sedikit", measured=12)
    assert "Baru 12 anak diukur, kurang dari 30" in write_reason(
        few, read_default_settings(), "Arunika"
    )
    blank = {"tak_dinilai_belum_ada_data": 20, "tak_dinilai_tanpa_target": 3}
    services = replace(
        FIGURES, type=UNKNOWN, reason="layanan_terlalu_sedikit", assessed=8, unassessed=blank
    )
    assert write_reason(services, read_default_settings(), "Arunika") == (
        "Baru 8 layanan dapat dinilai, kurang dari 10 (20 belum ada data, 3 tanpa target)."
    )


@pytest.mark.parametrize("rule", ["di atas induk", "di atas target", "WHO tinggi"])
def test_without_a_comparison_the_missing_one_is_named(rule: str) -> None:
    missing = replace(FIGURES, type=UNKNOWN, reason="pembanding_belum_ada", high_rule=rule)
    assert write_reason(missing, read_default_settings(), "Arunika").endswith(".")


def test_all_settings_stand_in_one_line() -> None:
    cut = replace(read_default_settings(), low="di bawah batas", cutoff_pct=55.0, most_share=0.6)
    assert write_settings(cut) == (
        "tinggi = di atas wilayah yang dipilih; rendah = di bawah 55 %; sebagian besar = lebih "
        "dari 60 % dari layanan yang dinilai; paling sedikit 10 layanan dinilai dan 30 anak diukur"
    )
    assert write_step("most_share", 0.6, cut) == "sebagian besar menjadi lebih dari 60 %"
    assert write_step("high", "WHO tinggi", cut) == (
        "tinggi menjadi: 20 % atau lebih (WHO: tinggi)"
    )
    assert write_firmness(0, False, 9) == "tetap"
    assert write_firmness(2, True, 9) == "anak terlalu sedikit; berubah pada 2 dari 9 langkah"


def test_lagging_services_stand_first_and_what_is_not_judged_last(demo: Engine) -> None:
    inputs = read_inputs(demo, KABUPATEN)
    rows = join_judged(inputs, compute_lagging(inputs))
    own = tabulate_own(rows, "99.01", "desa")
    assert len(own) == 31
    gaps = own["selisih_poin"].dropna()
    assert gaps.is_monotonic_increasing
    assert own["selisih_poin"].isna().iloc[-1]
    lagging = own[own["tertinggal"].eq(True)]
    assert (lagging["ketercapaian_pct"] < lagging["median_pct"] - 10).all()


def test_few_people_to_reach_do_not_make_the_worst_place(demo: Engine) -> None:
    inputs = read_inputs(demo, KABUPATEN)
    rows = join_judged(inputs, compute_lagging(inputs))
    worst = tabulate_worst(rows, "I03", "desa", "99.01")
    assert worst["penyebut_kecil"].is_monotonic_increasing
    firm = worst[~worst["penyebut_kecil"].astype(bool)]
    assert firm["cakupan_pct"].is_monotonic_increasing


def test_support_is_summed_from_the_desa_that_know_it() -> None:
    facts = pd.DataFrame(
        {
            "unit_code": ["99.01.01.2001", "99.01.01.2002", "99.01.02.2001"],
            "item_code": ["D01", "D01", "I01"],
            "value": pd.array([3, None, 7], dtype="Int64"),
        }
    )
    assert sum_support(facts, "kecamatan").to_dict() == {"D01": {"99.01.01": 3.0}}


def test_a_profile_has_the_desa_its_kecamatan_and_its_kabupaten(demo: Engine) -> None:
    inputs = read_inputs(demo, KABUPATEN)
    problems = find_problems(inputs, read_default_settings())
    profile = build_profile(inputs, problems, "99.01.01.1003")
    assert profile.measured is not None
    assert profile.figures is not None
    assert len(profile.services) == 31
    assert profile.beside["code"].tolist()[-2:] == ["99.01.01", "99.01"]
    assert "99.01.01.1003" in set(profile.beside["code"])
    assert len(profile.counts) == 16 + 1 + 13
