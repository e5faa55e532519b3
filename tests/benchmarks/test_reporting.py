"""What the benchmark of maps prints: units, ratios, goals, and pages that did not finish."""

from benchmarks.map import parse
from benchmarks.measuring import Measured
from benchmarks.reporting import judge, ratio, seconds, size, tabulate


def three(ours: Measured, naive: Measured, empty: Measured) -> dict[str, Measured]:
    return {"ours": ours, "naive": naive, "empty": empty}


def goal_lines(ours_at_8563_s: float) -> list[str]:
    small = three(
        Measured(recolour_s=0.15, recolour_bytes=30_000, recolour_cpu_s=0.09),
        Measured(recolour_s=3.0, recolour_bytes=4_000_000),
        Measured(recolour_s=0.13),
    )
    large = three(Measured(recolour_s=ours_at_8563_s, cold_s=2.0), Measured(), Measured())
    return [str(goal) for goal in judge({300: small, 8563: large})]


def test_a_goal_says_what_was_found_and_whether_it_held() -> None:
    lines = goal_lines(0.31)
    verdicts = [line.rpartition(": ")[2] for line in lines]
    assert verdicts == ["met", "met", "met", "NOT MET", "NOT MET", "met"]
    assert "server CPU a recolour, s, at most 0.08: 0.09" in lines[3]


def test_a_page_that_did_not_finish_is_said_so_and_gives_no_ratio() -> None:
    stuck = Measured(note="not finished: over 120 s")
    table = tabulate(three(Measured(recolour_s=0.2), stuck, Measured(recolour_s=0.1)))
    assert "naive: not finished: over 120 s" in table
    assert "| recolour, s | 0.200 | - | 0.100 | - | 2.0 |" in table


def test_a_goal_without_a_measurement_is_not_met_and_not_missed() -> None:
    results = {300: three(Measured(recolour_s=0.1), Measured(), Measured())}
    assert str(judge(results)[0]).endswith("not measured")


def test_numbers_carry_their_unit() -> None:
    assert (seconds(0.1234), seconds(4.5), seconds(51.2)) == ("0.123", "4.50", "51.2")
    assert (size(2_300), size(4_060_000)) == ("2.3 kB", "4.06 MB")
    assert (ratio(3.0, 0.1), ratio(1, None)) == ("30", "-")


def test_the_command_line_of_the_readme_is_understood() -> None:
    assert parse(["--desa", "300", "8563", "84000"]).desa == [300, 8563, 84000]
