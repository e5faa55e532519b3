"""Problem places on the real list of regions of Kabupaten Balangan (63.11), with invented figures.

The list is Kemendagri's; all figures are made here. Expected is what `by_the_words` counts.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.coverage import compute_coverage
from analysis.coverage_status import assess_coverage
from analysis.prevalence import compute_prevalence
from analysis.problem_locations import TYPE_1, TYPE_2, find_problem_locations
from analysis.problem_settings import (
    ABOVE_TARGET,
    BELOW_CUTOFF,
    UPPER_THIRD,
    WHO_HIGH,
    ProblemSettings,
)
from analysis.targets import PREVALENCE, resolve_targets
from data_access.demo.services import make_services, make_targets
from tests.analysis.by_the_words import (
    Cells,
    Children,
    Words,
    count_cells,
    name_types,
    sum_cells,
)
from tests.analysis.problems import SETTINGS
from tests.analysis.services import INDICATORS

BALANGAN, LIST = "63.11", "kemendagri_2025_list.csv.gz"
PERIOD, YEAR, PREVALENCE_PCT = "2026", 2025, 14.5
SEEDS = (1, 2, 3)
MOVED = {
    "di atas target": (replace(SETTINGS, high=ABOVE_TARGET), Words("target", str(PREVALENCE_PCT))),
    "WHO tinggi": (replace(SETTINGS, high=WHO_HIGH), Words("WHO")),
    "sepertiga teratas": (replace(SETTINGS, high=UPPER_THIRD), Words("sepertiga")),
    "batas 60 %": (replace(SETTINGS, low=BELOW_CUTOFF), Words(cutoff_pct=60)),
    "batas 75 %": (replace(SETTINGS, low=BELOW_CUTOFF, cutoff_pct=75.0), Words(cutoff_pct=75)),
    "lebih dari 60 %": (replace(SETTINGS, most_share=0.6), Words(most_pct=60)),
    "28 layanan dinilai": (replace(SETTINGS, minimum_services=28), Words(services=28)),
    "80 anak diukur": (replace(SETTINGS, minimum_measured=80), Words(children=80)),
}


@dataclass(frozen=True)
class Region:
    """Balangan in one period: what the rules get, and what is counted by hand."""

    regions: pd.DataFrame
    prevalence: pd.DataFrame
    assessed: pd.DataFrame
    resolved: pd.DataFrame
    stunted: Children
    cells: Cells
    wanted: dict[str, float]

    def find(self, settings: ProblemSettings) -> dict[str, str]:
        """Places of type 1 and 2 by our rules."""
        table = find_problem_locations(
            BALANGAN, self.regions, self.prevalence, self.assessed, settings, self.resolved
        )
        problems = table[table["tipe"].isin([TYPE_1, TYPE_2])]
        return dict(zip(problems["region_code"], problems["tipe"], strict=True))

    def expect(self, words: Words) -> dict[str, str]:
        """The same by the guideline's words."""
        return name_types(self.stunted, self.cells, self.wanted, BALANGAN, words)


def read_regions(file: Path) -> pd.DataFrame:
    every = pd.read_csv(file, dtype=str)
    inside = (every["code"] == BALANGAN) | every["code"].str.startswith(f"{BALANGAN}.")
    return every[inside].reset_index(drop=True)


def measure(desa: list[str], seed: int) -> pd.DataFrame:
    """Children of every desa but a few, some of them very few."""
    rng = np.random.Generator(np.random.PCG64([seed, 63]))
    invited = rng.integers(34, 172, len(desa))
    measured = np.round(invited * rng.uniform(0.6, 0.98, len(desa))).astype(int)
    measured[rng.choice(len(desa), 6, replace=False)] = rng.integers(9, 30, 6)
    rows = pd.DataFrame({"unit_code": desa, "sasaran_jiwa": invited, "diukur_jiwa": measured})
    rows["stunting_jiwa"] = rng.binomial(measured, np.clip(rng.normal(0.16, 0.06, len(desa)), 0, 1))
    return rows[rng.uniform(size=len(desa)) > 0.02].reset_index(drop=True)


def count_children(measurements: pd.DataFrame) -> Children:
    """Stunted and measured children of every desa, kecamatan and of the kabupaten."""
    counted: Children = {}
    for row in measurements.itertuples(index=False):
        for length in (5, 8, 13):
            number, measured = counted.get(row.unit_code[:length], (0, 0))
            both = (number + int(row.stunting_jiwa), measured + int(row.diukur_jiwa))
            counted[row.unit_code[:length]] = both
    return counted


def make_region(file: Path, seed: int) -> Region:
    regions = read_regions(file)
    desa = [code for code in regions["code"] if len(code) == 13]
    measurements = measure(desa, seed)
    facts = make_facts(regions, seed)
    targets = make_targets(BALANGAN).query("year == @YEAR")
    targets.loc[targets["item_code"] == PREVALENCE, "target_pct"] = PREVALENCE_PCT
    resolved = resolve_targets(targets, regions, YEAR)
    coverage = compute_coverage(facts, regions, INDICATORS)
    stunted = count_children(measurements)
    own = targets[targets["item_code"] != PREVALENCE]
    inside = {
        code: [each for each in desa if each.startswith(f"{code}.")]
        for code in regions.loc[regions["level"] == "kecamatan", "code"]
    }
    cells = count_cells(facts, desa)
    return Region(
        regions,
        compute_prevalence(
            pd.DataFrame(
                [(code, *pair) for code, pair in stunted.items()],
                columns=["code", "pembilang_jiwa", "penyebut_jiwa"],
            )
        ),
        assess_coverage(
            coverage, resolved[resolved["item_code"] != PREVALENCE], INDICATORS, near_share=0.9
        ),
        resolved,
        stunted,
        cells | sum_cells(cells, inside),
        dict(zip(own["item_code"], own["target_pct"], strict=True)),
    )


def make_facts(regions: pd.DataFrame, seed: int) -> pd.DataFrame:
    """People to reach and people reached of every desa in the period."""
    desa = [code for code in regions["code"] if len(code) == 13]
    services = make_services(pd.DataFrame({"code": desa}), measure(desa, seed), seed)
    return services[services["period"] == PERIOD].drop(columns="period")


@pytest.fixture
def make(shared_data: Callable[[str], Path]) -> Callable[[int], Region]:
    return lambda seed: make_region(shared_data(LIST), seed)


def test_the_list_of_balangan_has_its_eight_kecamatan_and_157_desa_and_kelurahan(
    shared_data: Callable[[str], Path],
) -> None:
    levels = read_regions(shared_data(LIST))["level"].value_counts()
    assert levels.to_dict() == {"desa": 157, "kecamatan": 8, "kabupaten": 1}


def test_figures_asked_for_some_regions_are_those_that_they_have_among_all(
    shared_data: Callable[[str], Path],
) -> None:
    regions = read_regions(shared_data(LIST))
    facts = make_facts(regions, seed=1)
    asked = pd.Index([BALANGAN, f"{BALANGAN}.02", f"{BALANGAN}.02.2001"])
    every = compute_coverage(facts, regions, INDICATORS)
    some = compute_coverage(facts, regions, INDICATORS, asked)
    expected = every[every["region_code"].isin(asked)].reset_index(drop=True)
    pd.testing.assert_frame_equal(some, expected)
    assert set(some["region_code"]) == set(asked)


@pytest.mark.parametrize("seed", SEEDS)
def test_type_1_and_type_2_in_balangan_agree_with_the_guidelines_words(
    make: Callable[[int], Region], seed: int
) -> None:
    region = make(seed)
    found = region.find(SETTINGS)
    assert found == region.expect(Words())
    assert set(found.values()) == {TYPE_1, TYPE_2}
    assert {len(code) for code in found} == {8, 13}


@pytest.mark.parametrize("name", MOVED)
@pytest.mark.parametrize("seed", SEEDS)
def test_moving_a_setting_changes_the_list_of_balangan_as_the_words_say(
    make: Callable[[int], Region], seed: int, name: str
) -> None:
    region = make(seed)
    settings, words = MOVED[name]
    found = region.find(settings)
    assert found == region.expect(words)
    assert found
    assert found != region.find(SETTINGS)
