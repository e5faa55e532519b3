from math import nan

from analysis.narrative import describe_prevalence
from tests.analysis.tables import make_table

TABLE = make_table(
    [
        ("Lampihong", 21.7, -2.49, 900),
        ("Paringin", 8.24, 1.1, 900),
        ("Juai", 16.0, 2.55, 900),
        ("Awayan", 12.0, -9.92, 900),
        ("Desa Kecil", 50.0, 40.0, 12),
        ("Tanpa Data", nan, nan, nan),
    ]
)


def names(figures) -> list[str]:
    return [figure.name for figure in figures]


def test_facts_are_those_that_bappeda_reports_of_balangan() -> None:
    facts = describe_prevalence(TABLE, 14.91)
    assert names(facts.above) == ["Lampihong", "Juai"]
    assert [(f.name, f.value) for f in facts.highest] == [("Lampihong", 21.7)]
    assert [(f.name, f.value) for f in facts.lowest] == [("Paringin", 8.24)]
    assert [(f.name, f.value) for f in facts.largest_fall] == [("Awayan", -9.92)]
    assert [(f.name, f.value) for f in facts.smallest_fall] == [("Lampihong", -2.49)]
    assert [(f.name, f.value) for f in facts.largest_rise] == [("Juai", 2.55)]
    assert (facts.falling_count, facts.rising_count, facts.unchanged_count) == (2, 2, 0)


def test_a_region_with_too_few_measured_supports_no_claim_and_is_counted() -> None:
    facts = describe_prevalence(TABLE, 14.91)
    assert "Desa Kecil" not in names(facts.above + facts.highest + facts.largest_rise)
    assert facts.left_out_count == 1


def test_regions_that_share_the_lowest_figure_are_all_named() -> None:
    table = make_table([("A", 0.0, nan, 50), ("B", 0.0, nan, 60), ("C", 5.0, nan, 60)])
    assert names(describe_prevalence(table, 3.0).lowest) == ["A", "B"]


def test_one_region_alone_is_highest_and_not_also_lowest() -> None:
    facts = describe_prevalence(make_table([("A", 5.0, nan, 50)]), 5.0)
    assert names(facts.highest) == ["A"]
    assert facts.lowest == ()
    assert facts.above == ()


def test_an_unknown_parent_gives_no_comparison() -> None:
    assert describe_prevalence(TABLE, nan).parent_pct is None
    assert describe_prevalence(TABLE, None).above == ()


def test_no_figures_at_all_give_empty_facts() -> None:
    facts = describe_prevalence(make_table([("A", nan, nan, nan)]), None)
    assert facts.highest == ()
    assert facts.falling_count == facts.rising_count == facts.unchanged_count == 0
