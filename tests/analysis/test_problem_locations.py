"""Types of problem places: single cases, each setting, and an independent computation."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analysis import problem_locations as places
from analysis.coverage import compute_coverage
from analysis.coverage_status import ANOMALY, NEUTRAL, NO_DATA, NO_TARGET, assess_coverage
from analysis.problem_locations import find_problem_locations
from analysis.problem_settings import (
    ABOVE_TARGET,
    BELOW_CUTOFF,
    UPPER_THIRD,
    WHO_HIGH,
    ProblemSettings,
)
from tests.analysis.by_the_words import Cells, name_types
from tests.analysis.problems import SETTINGS, make_prevalence, make_services
from tests.analysis.services import (
    A1,
    A2,
    B1,
    INDICATORS,
    KAB,
    KEC_A,
    KEC_B,
    make_assessed,
    make_facts,
    make_regions,
    make_resolved,
)

CHILDREN = {KAB: (150.0, 1000.0), A1: (50.0, 250.0), A2: (50.0, 250.0), B1: (25.0, 250.0)}


def types(
    children: dict[str, tuple[float, float]],
    services: pd.DataFrame,
    settings: ProblemSettings = SETTINGS,
    targets: pd.DataFrame | None = None,
) -> pd.Series:
    table = find_problem_locations(
        KAB, make_regions(), make_prevalence(children), services, settings, targets
    )
    return table.set_index("region_code")["tipe"]


def test_high_prevalence_with_most_services_low_is_type_1_and_with_most_good_type_2() -> None:
    found = types(CHILDREN, make_services({A1: (4, 8), A2: (8, 4), B1: (8, 4)}))
    assert (found[A1], found[A2], found[B1]) == (places.TYPE_1, places.TYPE_2, places.GOOD)


def test_half_low_and_half_good_is_mixed() -> None:
    found = types(CHILDREN, make_services({A1: (6, 6), B1: (6, 6)}))
    assert found[A1] == places.MIXED
    assert found[B1] == places.GOOD


def test_low_prevalence_with_most_services_low_is_a_warning() -> None:
    assert types(CHILDREN, make_services({B1: (2, 10)}))[B1] == places.WATCH


def test_just_the_parents_figure_is_not_above_it() -> None:
    same = CHILDREN | {A1: (30.0, 200.0)}
    assert types(same, make_services({A1: (2, 10)}))[A1] == places.WATCH


def test_every_level_below_is_judged_against_the_selected_region() -> None:
    children = CHILDREN | {KEC_A: (100.0, 500.0), KEC_B: (25.0, 250.0)}
    services = make_services(dict.fromkeys((KEC_A, KEC_B, A1, A2, B1), (2, 10)))
    found = types(children, services)
    assert set(found.index) == {KEC_A, KEC_B, A1, A2, B1}
    assert found[KEC_A] == places.TYPE_1
    assert found[KEC_B] == places.WATCH
    inside = find_problem_locations(
        KEC_A, make_regions(), make_prevalence(children), services, SETTINGS
    )
    assert list(inside["region_code"]) == [A1, A2]
    assert set(inside["tipe"]) == {places.WATCH}


@pytest.mark.parametrize(
    ("children", "services", "reason"),
    [
        ({KAB: (15, 100)}, (2, 10), places.NO_PREVALENCE),
        ({KAB: (15, 100), A1: (10, np.nan)}, (2, 10), places.NO_PREVALENCE),
        ({KAB: (15, 100), A1: (9, 29)}, (2, 10), places.FEW_CHILDREN),
        ({A1: (9, 30)}, (2, 10), places.NO_COMPARISON),
        ({KAB: (15, 100), A1: (9, 30)}, (2, 7), places.FEW_SERVICES),
        ({KAB: (15, 100), A1: (9, 30)}, (0, 0), places.FEW_SERVICES),
        ({KAB: (15, 100), A1: (9, 30)}, (2, 8), ""),
    ],
)
def test_what_cannot_be_judged_says_why(
    children: dict[str, tuple[float, float]], services: tuple[int, int], reason: str
) -> None:
    table = find_problem_locations(
        KAB, make_regions(), make_prevalence(children), make_services({A1: services}), SETTINGS
    )
    row = table.set_index("region_code").loc[A1]
    assert row["alasan"] == reason
    assert (row["tipe"] == places.UNKNOWN) == (reason != "")


def test_half_a_year_is_not_held_against_the_years_target_but_may_be_against_a_cut_off() -> None:
    half = make_services({A1: (2, 10)}).assign(tengah_tahun=True)
    table = find_problem_locations(KAB, make_regions(), make_prevalence(CHILDREN), half, SETTINGS)
    assert set(table.loc[table["region_code"] == A1, "alasan"]) == {places.HALF_YEAR}
    assert types(CHILDREN, half, replace(SETTINGS, low=BELOW_CUTOFF))[A1] == places.TYPE_1


def test_neutral_unknown_impossible_and_untargeted_services_are_counted_apart() -> None:
    extra: list[tuple[str, str, float, float | None, str]] = [
        (A1, "I20", 5.0, 80.0, NEUTRAL),
        (A1, "I21", 130.0, 80.0, ANOMALY),
        (A1, "I22", float("nan"), 80.0, NO_DATA),
        (A1, "I23", 10.0, None, NO_TARGET),
        (A1, "I24", 10.0, None, NO_TARGET),
    ]
    services = pd.concat([make_services({A1: (6, 5)}), make_assessed(extra)])
    row = find_problem_locations(
        KAB, make_regions(), make_prevalence(CHILDREN), services, SETTINGS
    ).set_index("region_code")
    mine = row.loc[A1]
    assert (mine["layanan_dinilai"], mine["layanan_rendah"], mine["layanan_baik"]) == (11, 5, 6)
    assert mine["tak_dinilai_tanpa_target"] == 2
    assert mine["tak_dinilai_anomali"] == mine["tak_dinilai_netral"] == 1
    assert mine["tak_dinilai_belum_ada_data"] == 1
    assert mine["tipe"] == places.TYPE_2
    cut = types(CHILDREN, services, replace(SETTINGS, low=BELOW_CUTOFF))
    assert cut[A1] == places.TYPE_1


def test_each_meaning_of_relatively_high_moves_the_list() -> None:
    services = make_services(dict.fromkeys((A1, A2, B1), (2, 10)))
    children = {KAB: (150.0, 1000.0), A1: (50.0, 250.0), A2: (40.0, 250.0), B1: (25.0, 250.0)}

    def high(rule: str, targets: pd.DataFrame | None = None) -> list[str]:
        found = types(children, services, replace(SETTINGS, high=rule), targets)
        return sorted(found.index[found == places.TYPE_1])

    assert high(SETTINGS.high) == [A1, A2]
    assert high(WHO_HIGH) == [A1]
    assert high(UPPER_THIRD) == [A1]
    wanted = make_resolved({(A1, "PREV"): 25.0, (A2, "PREV"): 12.0, (B1, "PREV"): 9.9})
    assert high(ABOVE_TARGET, wanted) == sorted([A2, B1])
    assert types(children, services, replace(SETTINGS, high=ABOVE_TARGET))[A1] == places.UNKNOWN


def test_equals_all_belong_to_the_upper_third_and_two_places_have_none() -> None:
    services = make_services(dict.fromkeys((KEC_A, KEC_B, A1, A2, B1), (2, 10)))
    children = CHILDREN | {KEC_A: (100.0, 500.0), KEC_B: (25.0, 250.0)}
    found = types(children, services, replace(SETTINGS, high=UPPER_THIRD))
    assert (found[A1], found[A2], found[B1]) == (places.TYPE_1, places.TYPE_1, places.WATCH)
    assert set(found[[KEC_A, KEC_B]]) == {places.UNKNOWN}


def test_what_low_and_most_mean_moves_the_list() -> None:
    services = make_services({A1: (5, 7), A2: (5, 7)})
    assert types(CHILDREN, services)[A1] == places.TYPE_1
    lenient = replace(SETTINGS, low=BELOW_CUTOFF, cutoff_pct=44.0)
    assert types(CHILDREN, services, lenient)[A1] == places.TYPE_2
    assert types(CHILDREN, services, replace(SETTINGS, most_share=0.6))[A1] == places.MIXED
    more = replace(SETTINGS, minimum_services=13)
    assert types(CHILDREN, services, more)[A1] == places.UNKNOWN
    children = replace(SETTINGS, minimum_measured=251)
    assert types(CHILDREN, services, children)[A1] == places.UNKNOWN


def test_six_of_ten_is_not_more_than_six_tenths() -> None:
    services = make_services({A1: (4, 6)})
    assert types(CHILDREN, services, replace(SETTINGS, most_share=0.6))[A1] == places.MIXED
    assert types(CHILDREN, services, replace(SETTINGS, most_share=0.59))[A1] == places.TYPE_1


def test_a_figure_near_the_comparison_is_marked_as_not_convincing() -> None:
    children = {KAB: (150.0, 1000.0), A1: (5.0, 32.0), A2: (90.0, 250.0)}
    table = find_problem_locations(
        KAB, make_regions(), make_prevalence(children), make_services({A1: (2, 10)}), SETTINGS
    ).set_index("region_code")
    assert table.loc[A1, "belum_meyakinkan"]
    assert not table.loc[A2, "belum_meyakinkan"]
    assert not table.loc[B1, "belum_meyakinkan"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"most_share": 0.4},
        {"most_share": 1.0},
        {"high": "tinggi"},
        {"low": "rendah"},
        {"cutoff_pct": 0},
        {"minimum_services": 0},
    ],
)
def test_settings_that_contradict_themselves_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"rule|most|cut-off|at least"):
        replace(SETTINGS, **wrong)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_types_agree_with_an_independent_computation_for_balangan(seed: int) -> None:
    rng = np.random.Generator(np.random.PCG64(seed))
    desa = tuple(f"63.11.{1 + n // 20:02d}.{2001 + n % 20}" for n in range(154))
    simple = INDICATORS[INDICATORS["status_penyebut"] == "lengkap"]
    simple = simple[simple["arah_baik"] == "naik"]
    pairs = dict(zip(simple["kode"], simple["penyebut_sasaran"], strict=True))
    values: dict[str, dict[str, float | None]] = {}
    cells: Cells = {}
    stunted: dict[str, tuple[int, int]] = {"63.11": (0, 0)}
    for code in desa:
        level = rng.uniform(0.4, 0.95)
        mine: dict[str, float | None] = {s: int(rng.integers(0, 90)) for s in set(pairs.values())}
        for item, people in pairs.items():
            size = int(mine[people] or 0)
            mine[item] = int(rng.binomial(size, level)) + (5 if rng.uniform() < 0.03 else 0)
        for item in rng.choice(list(mine), 3, replace=False):
            mine[str(item)] = None
        for item, people in pairs.items():
            top, bottom = mine[item], mine[people]
            cells[(code, item)] = (
                None if top is None else int(top),
                None if bottom is None else int(bottom),
            )
        measured = int(rng.integers(15, 150))
        stunted[code] = (int(rng.binomial(measured, rng.uniform(0.05, 0.35))), measured)
        values[code] = mine
    stunted["63.11"] = (sum(s for s, _ in stunted.values()), sum(m for _, m in stunted.values()))
    targets = {item: float(rng.integers(60, 85)) for item in pairs}
    regions = make_regions(desa)
    resolved = make_resolved({(code, i): t for code in desa for i, t in targets.items()})
    coverage = compute_coverage(make_facts(values), regions, INDICATORS)
    assessed = assess_coverage(coverage, resolved, INDICATORS, near_share=0.9)
    table = find_problem_locations(
        "63.11", regions, make_prevalence(stunted), assessed, SETTINGS
    ).set_index("region_code")
    found = table.loc[table["tipe"].isin(["tipe 1", "tipe 2"]), "tipe"].to_dict()
    expected = name_types(stunted, cells, targets, "63.11")
    assert found == expected
    assert len(set(expected.values())) == 2
