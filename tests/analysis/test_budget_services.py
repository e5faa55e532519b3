import pandas as pd

from analysis.budget_cells import build_cells
from analysis.budget_needs import choose_unit_costs, compute_needs
from analysis.budget_services import find_services
from data_access import reference
from tests.analysis.budget_example import KAB, A, make_amounts, make_regions

SERVICES = find_services(reference.read_table("indikator"))


def make_reach() -> pd.DataFrame:
    """Children with diarrhoea: both services have the two groups' one count."""
    frame = pd.DataFrame(
        {"region_code": [A, A], "item_code": ["I14", "I19"], "perlu_dijangkau": [7, 7]}
    )
    return frame.astype({"perlu_dijangkau": "Int64"})


def make_costs(rows: list[tuple[str, int]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["item_code", "cost_idr"])
    return frame.assign(year=2026, source="SSH 2026")


def test_two_services_with_one_count_of_people_are_one_for_money() -> None:
    assert len(SERVICES.items) == 30
    assert "I19" not in SERVICES.items
    assert SERVICES.of("I19") == "I14"
    assert SERVICES.members("I14") == ("I14", "I19")
    assert SERVICES.members("I01") == ("I01",)


def test_the_same_children_are_not_paid_for_twice() -> None:
    needs = compute_needs(make_reach(), make_costs([("I14", 1000)]), 2026, SERVICES)
    assert needs[["item_code", "need_idr"]].to_numpy().tolist() == [["I14", 7000]]


def test_the_unit_cost_of_either_serves_and_the_first_goes_before() -> None:
    both = choose_unit_costs(make_costs([("I19", 900), ("I14", 1000)]), 2026, SERVICES)
    assert both[["item_code", "cost_idr"]].to_numpy().tolist() == [["I14", 1000]]
    other = choose_unit_costs(make_costs([("I19", 900)]), 2026, SERVICES)
    assert other[["item_code", "cost_idr"]].to_numpy().tolist() == [["I14", 900]]


def test_money_of_both_counts_for_the_one_need() -> None:
    amounts = make_amounts().assign(place_code=A)
    twice = amounts.assign(item_code=amounts["tag_id"].map({1: "I14", 2: "I19"}))
    needs = compute_needs(make_reach(), make_costs([("I14", 1000)]), 2026, SERVICES)
    cells = build_cells(
        twice, needs, make_regions(), level="desa", owner_code=KAB, services=SERVICES
    ).set_index(["region_code", "item_code"])
    assert cells.loc[(A, "I14"), "serving_idr"] == 1_440_000 + 960_000
    assert len(cells) == 4 * 30
