from dataclasses import replace

import pandas as pd

from analysis.problem_locations import MIXED, TYPE_1, find_problem_locations
from analysis.problem_settings import BELOW_CUTOFF, HIGH_RULES
from analysis.sensitivity import Step, StepSizes, compare_steps, list_steps, rate_firmness
from tests.analysis.problems import SETTINGS, make_prevalence, make_services
from tests.analysis.services import A1, A2, B1, KAB, make_regions

SIZES = StepSizes(most_share=0.1, cutoff_points=5, services=3, children=10)
CHILDREN = {KAB: (150.0, 1000.0), A1: (90.0, 250.0), A2: (40.0, 250.0), B1: (7.0, 35.0)}
SERVICES = make_services({A1: (1, 11), A2: (5, 7), B1: (1, 11)})


def moved(steps: tuple[Step, ...]) -> tuple[pd.DataFrame, pd.DataFrame]:
    prevalence = make_prevalence(CHILDREN)
    base = find_problem_locations(KAB, make_regions(), prevalence, SERVICES, SETTINGS)
    changes = compare_steps(
        base,
        steps,
        selected=KAB,
        regions=make_regions(),
        prevalence=prevalence,
        assessed=SERVICES,
    )
    return base, changes


def test_each_setting_moves_once_and_never_into_a_contradiction() -> None:
    steps = list_steps(SETTINGS, SIZES)
    values = {(step.field, step.value) for step in steps}
    assert {value for field, value in values if field == "high"} == set(HIGH_RULES[1:])
    assert {value for field, value in values if field == "most_share"} == {0.6}
    assert {value for field, value in values if field == "minimum_services"} == {7, 13}
    assert not [field for field, _ in values if field == "cutoff_pct"]
    by_cutoff = list_steps(replace(SETTINGS, low=BELOW_CUTOFF), SIZES)
    assert {step.value for step in by_cutoff if step.field == "cutoff_pct"} == {55, 65}


def test_a_place_that_barely_has_its_type_changes_and_a_firm_one_does_not() -> None:
    base, changes = moved(list_steps(SETTINGS, SIZES))
    most = changes[changes["setelan"] == "most_share"]
    assert most[["region_code", "tipe", "tipe_baru"]].to_numpy().tolist() == [[A2, TYPE_1, MIXED]]
    fewer = changes[(changes["setelan"] == "minimum_measured") & (changes["nilai"] == 40)]
    assert list(fewer["region_code"]) == [B1]
    assert set(changes["region_code"]) >= {A2, B1}
    rated = rate_firmness(base, changes).set_index("region_code")
    assert rated.loc[A2, "langkah_mengubah"] == (changes["region_code"] == A2).sum()


def test_places_whose_children_are_too_few_to_say_are_marked() -> None:
    base, changes = moved(())
    assert changes.empty
    rated = rate_firmness(base, changes).set_index("region_code")
    assert not rated.loc[A1, "anak_terlalu_sedikit"]
    assert rated.loc[B1, "anak_terlalu_sedikit"]
    assert set(rated["langkah_mengubah"]) == {0}
