from dataclasses import replace

import pandas as pd
import pytest

from analysis.coverage import NOTHING, REACHED_NOBODY, add_denominators, compute_coverage
from analysis.coverage_status import assess_coverage, count_statuses, is_midyear
from analysis.plausibility import ABOVE_TARGET_GROUP, PART_ABOVE_WHOLE, check_facts
from analysis.prevalence import compute_prevalence, sum_measurements
from analysis.problem_locations import TYPE_1, TYPE_2, find_problem_locations
from analysis.problem_settings import UPPER_THIRD, ProblemSettings
from analysis.targets import find_target_year, resolve_targets
from data_access import reference
from data_access.demo.making import DemoData, make_demo
from data_access.demo.services import COLUMNS, PERIODS, make_services, make_targets
from data_access.periods import parse_entry_period
from tests.analysis.by_the_words import count_cells, name_types

INDICATORS = add_denominators(
    reference.read_table("indikator"), reference.read_table("butir_tambahan")
)


@pytest.fixture(scope="module")
def demo() -> DemoData:
    return make_demo(150, seed=1)


@pytest.fixture(scope="module")
def services(demo: DemoData) -> pd.DataFrame:
    return make_services(demo.regions, demo.measurements, seed=1)


def make_regions(demo: DemoData) -> pd.DataFrame:
    desa = pd.DataFrame({"code": demo.regions["code"], "name": demo.regions["name"]})
    every = pd.concat([demo.parents, desa.assign(level="desa")], ignore_index=True)
    parents = every["code"].map(lambda code: code.rpartition(".")[0])
    return every[["code", "name", "level"]].assign(parent_code=parents)


def assess(demo: DemoData, services: pd.DataFrame, period: str) -> pd.DataFrame:
    regions = make_regions(demo)
    facts = services[services["period"] == period]
    coverage = compute_coverage(facts, regions, INDICATORS)
    resolved = resolve_targets(make_targets("99.01"), regions, find_target_year(period))
    return assess_coverage(
        coverage, resolved, INDICATORS, near_share=0.9, midyear=is_midyear(period)
    )


def test_same_seed_makes_the_same_figures(demo: DemoData, services: pd.DataFrame) -> None:
    assert make_services(demo.regions, demo.measurements, seed=1).equals(services)
    assert not make_services(demo.regions, demo.measurements, seed=2).equals(services)


def test_the_order_of_the_regions_does_not_matter(demo: DemoData, services: pd.DataFrame) -> None:
    turned = replace(demo, regions=demo.regions.iloc[::-1])
    assert make_services(turned.regions, demo.measurements, seed=1).equals(services)


def test_figures_are_counts_of_known_items_and_entry_periods(services: pd.DataFrame) -> None:
    assert tuple(services.columns) == COLUMNS
    assert set(services["period"]) == set(PERIODS)
    assert all(parse_entry_period(label) for label in PERIODS)
    names = ("sasaran", "butir_tambahan", "indikator", "data_dukung")
    known = {code for name in names for code in reference.read_table(name)["kode"]}
    assert set(services["item_code"]) == known
    assert not services.duplicated(["period", "unit_code", "item_code"]).any()
    assert services["value"].dtype == "int64"
    assert (services["value"] >= 0).all()


def test_the_demonstration_has_type_1_and_type_2(demo: DemoData, services: pd.DataFrame) -> None:
    rows = demo.measurements[demo.measurements["period"] == "2025-08"]
    sums = [
        sum_measurements(rows.assign(code=rows["unit_code"].str[:length]), ["code"])
        for length in (5, 8, 13)
    ]
    prevalence = compute_prevalence(pd.concat(sums))
    settings = ProblemSettings(10, 30, 20, 60)
    assessed = assess(demo, services, "2026")
    for high in (settings.high, UPPER_THIRD):
        table = find_problem_locations(
            "99.01", make_regions(demo), prevalence, assessed, replace(settings, high=high)
        )
        number = table.loc[table["level"] == "desa", "tipe"].value_counts()
        assert number[TYPE_1] > number[TYPE_2] >= 5


def test_its_types_agree_with_the_guidelines_words(demo: DemoData, services: pd.DataFrame) -> None:
    measured = demo.measurements[demo.measurements["period"] == "2025-08"]
    desa = list(demo.regions["code"])
    children = {
        str(row.unit_code): (int(row.stunting_jiwa), int(row.diukur_jiwa))
        for row in measured.itertuples(index=False)
    }
    children["99.01"] = (
        sum(number for number, _ in children.values()),
        sum(number for _, number in children.values()),
    )
    targets = make_targets("99.01").query("year == 2025 and item_code != 'PREV'")
    wanted = dict(zip(targets["item_code"], targets["target_pct"], strict=True))
    cells = count_cells(services[services["period"] == "2026"], desa)
    expected = name_types(children, cells, wanted, "99.01")
    counts = pd.DataFrame(
        [(code, *pair) for code, pair in children.items()],
        columns=["code", "pembilang_jiwa", "penyebut_jiwa"],
    )
    table = find_problem_locations(
        "99.01",
        make_regions(demo),
        compute_prevalence(counts),
        assess(demo, services, "2026"),
        ProblemSettings(10, 30, 20, 60),
    ).set_index("region_code")
    found = table.loc[table["tipe"].isin([TYPE_1, TYPE_2]), "tipe"].to_dict()
    assert found == expected


def test_the_kabupaten_reaches_some_targets_and_misses_others(
    demo: DemoData, services: pd.DataFrame
) -> None:
    counts = count_statuses(assess(demo, services, "2026")).set_index("region_code").loc["99.01"]
    assert counts["tercapai"] >= 5
    assert counts["hampir"] + counts["jauh"] >= 8
    assert counts["tanpa target"] == 2
    assert counts["netral"] == 1
    desa = count_statuses(assess(demo, services, "2026")).query("region_code.str.len() == 13")
    assert desa["jauh"].sum() > 500


def test_half_a_year_has_less_than_the_year(demo: DemoData, services: pd.DataFrame) -> None:
    share = {
        period: assess(demo, services, period)
        .query("region_code == '99.01'")
        .set_index("item_code")["cakupan_pct"]
        for period in ("2025-S1", "2025-S2")
    }
    assert share["2025-S1"]["I04"] < 0.65 * share["2025-S2"]["I04"]
    assert share["2025-S1"].mean() < share["2025-S2"].mean()


@pytest.mark.parametrize("period", PERIODS)
def test_every_period_has_a_few_honest_flaws(
    demo: DemoData, services: pd.DataFrame, period: str
) -> None:
    assessed = assess(demo, services, period)
    desa = assessed[assessed["region_code"].str.len() == 13]
    assert (desa["cakupan_pct"] > 100).sum() == 1
    assert (desa["alasan"] == REACHED_NOBODY).sum() == 1
    silent = desa["alasan"].eq(NOTHING).groupby(desa["region_code"]).sum()
    assert (silent == 30).sum() == 1
    uncounted = desa["desa_tanpa_penyebut"].groupby(desa["region_code"]).sum()
    assert (uncounted > 25).sum() == 1


def test_apart_from_the_flaws_nothing_exceeds_its_group(
    demo: DemoData, services: pd.DataFrame
) -> None:
    facts = services[services["period"] == "2026-S1"]
    found = check_facts(
        facts,
        services[services["period"] == "2025-S1"],
        demo.regions["code"],
        INDICATORS,
        factor=2,
        least=20,
    )
    assert (found["code"] == ABOVE_TARGET_GROUP).sum() == 2
    assert not (found["code"] == PART_ABOVE_WHOLE).any()


def test_targets_are_there_for_28_services_and_a_series_of_years() -> None:
    targets = make_targets("99.01")
    services = targets[targets["item_code"] != "PREV"]
    assert services["item_code"].nunique() == 28
    assert set(targets["year"]) >= {2024, 2025, 2026, 2027}
    assert set(targets["document"]) == {"Renja", "RPJMD", "RKPD"}
    assert targets["target_pct"].between(0, 100).all()
    assert set(targets["wilayah_code"]) == {"99.01"}
    plan = targets[(targets["item_code"] == "PREV") & (targets["document"] == "RPJMD")]
    assert plan["target_pct"].is_monotonic_decreasing
