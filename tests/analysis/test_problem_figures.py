from dataclasses import replace

from analysis.problem_figures import ServiceFigure, collect_figures
from analysis.problem_locations import FEW_CHILDREN, TYPE_1, find_problem_locations
from analysis.problem_settings import BELOW_CUTOFF
from tests.analysis.problems import SETTINGS, make_prevalence, make_services
from tests.analysis.services import A1, A2, B1, KAB, make_regions

CHILDREN = {KAB: (150.0, 1000.0), A1: (50.0, 250.0), A2: (5.0, 20.0)}


def test_a_reason_has_the_figures_of_prevalence_and_services_and_the_three_worst() -> None:
    services = make_services({A1: (4, 8), A2: (4, 8)})
    table = find_problem_locations(
        KAB, make_regions(), make_prevalence(CHILDREN), services, SETTINGS
    )
    figures = collect_figures(table, services, SETTINGS)
    mine = figures[A1]
    assert mine.type == TYPE_1
    assert (mine.prevalence_pct, mine.comparison_pct) == (20, 15)
    assert (mine.stunted, mine.measured) == (50, 250)
    assert (mine.assessed, mine.low, mine.good) == (12, 8, 4)
    assert mine.worst == (
        ServiceFigure("I12", 39.0, 80.0),
        ServiceFigure("I11", 40.0, 80.0),
        ServiceFigure("I10", 41.0, 80.0),
    )
    assert figures[A2].reason == FEW_CHILDREN
    assert figures[B1].prevalence_pct is None
    assert figures[B1].worst == ()


def test_the_worst_are_measured_by_attainment_and_by_coverage_under_a_cut_off() -> None:
    services = make_services({A1: (4, 8)})
    services.loc[services["item_code"] == "I05", "target_pct"] = 400.0
    table = find_problem_locations(
        KAB, make_regions(), make_prevalence(CHILDREN), services, SETTINGS
    )
    assert collect_figures(table, services, SETTINGS)[A1].worst[0].item_code == "I05"
    cut = replace(SETTINGS, low=BELOW_CUTOFF)
    assert collect_figures(table, services, cut)[A1].worst[0].item_code == "I12"
