"""The figures of the page Anggaran beside sums made by hand: see `tests.budget_example`."""

import pandas as pd
import pytest
from sqlalchemy import Engine

from analysis.budget_lamps import light_lamps
from analysis.budget_places import sum_unplaced
from app.actions.databases import create_database
from app.budget_figures import (
    BudgetData,
    BudgetGaps,
    Ground,
    Snapshot,
    compute_budget_gaps,
    find_owner,
    pick_amounts,
    pick_snapshot,
    place_money,
    read_thresholds,
)
from app.budget_figures_cycle import tabulate_snapshots
from app.budget_matrix import pick_known, sum_loose, tabulate_matrix
from app.budget_words import (
    find_link,
    list_unplaced,
    list_why,
    name_item,
    name_place,
    name_service,
    write_figure,
    write_gap,
    write_sentence,
)
from tests.budget_example import A, B, C, add_example, make_needs
from tests.budget_rows import KABUPATEN, KECAMATAN, OTHER_KECAMATAN


@pytest.fixture
def data(engine: Engine) -> BudgetData:
    create_database(engine, kind="nyata")
    return add_example(engine)


@pytest.fixture
def ground(engine: Engine, data: BudgetData) -> Ground:
    return make_needs(engine)


@pytest.fixture
def gaps(data: BudgetData, ground: Ground) -> BudgetGaps:
    return compute_budget_gaps(data, ground)


def one(rows: pd.DataFrame, code: str, item: str, column: str) -> object:
    return rows.loc[(rows["region_code"] == code) & (rows["item_code"] == item), column].item()


@pytest.mark.parametrize(
    ("code", "gap_idr"),
    [
        (A, 0),  # 5 million needed, 6 placed there
        (B, 9_000_000),  # 10 needed, 1 from the village
        (C, 2_500_000),  # the private programme waits for the camat
        (KECAMATAN, 8_000_000),  # 15 needed, 6 placed inside, 1 from the village
        (OTHER_KECAMATAN, 2_500_000),
        (KABUPATEN, 6_500_000),  # 17.5 needed; here also the 4 for the whole kabupaten count
    ],
)
def test_a_gap_is_the_need_less_what_is_placed_there(
    gaps: BudgetGaps, code: str, gap_idr: int
) -> None:
    assert one(gaps.of(code), code, "I01", "gap_idr") == gap_idr


def test_without_a_unit_cost_there_is_no_gap_and_never_a_zero(gaps: BudgetGaps) -> None:
    assert pd.isna(one(gaps.of(A), A, "I18", "gap_idr"))
    assert one(gaps.of(A), A, "I18", "need_reason") == "biaya_kosong"


def test_money_of_a_kecamatan_is_what_is_placed_in_it_and_its_own_agencys(
    data: BudgetData,
) -> None:
    mine = pick_amounts(data.amounts, KABUPATEN, KECAMATAN)
    assert sorted(mine["amount_idr"]) == [1_000_001, 4_000_000, 6_000_000]
    assert pick_amounts(data.amounts, KABUPATEN, OTHER_KECAMATAN).empty
    assert len(pick_amounts(data.amounts, KABUPATEN, KABUPATEN)) == 5


def test_a_kecamatan_and_a_desa_belong_to_their_kabupatens_budget() -> None:
    assert {find_owner(code) for code in (KABUPATEN, KECAMATAN, A)} == {KABUPATEN}
    assert find_owner("63") == "63"


def test_money_that_no_desa_has_is_named_with_its_reason(data: BudgetData, ground: Ground) -> None:
    words = list_unplaced(sum_unplaced(place_money(data.amounts, ground, "desa")))
    assert "Rp7 jt tanpa tempat" in words
    assert "Rp4 jt untuk seluruh wilayah" in words
    assert "Rp4 jt hanya sampai kecamatan" in words


def test_the_lamps_say_their_figure_and_where_it_comes_from(gaps: BudgetGaps) -> None:
    funded, enough, placed = light_lamps(gaps.own, gaps.desa, {B}, read_thresholds())
    assert write_figure(funded) == "3 dari 30"
    # 10 of 17.5 million; I18 has no unit cost and is left out.
    assert write_figure(enough) == "57 %"
    assert "Rp17,5 jt" in write_sentence(enough)
    assert "Rp7,5 jt" in write_sentence(enough)
    assert any("1 layanan" in line for line in list_why(enough, read_thresholds()))
    assert list_why(enough, read_thresholds())[-1].startswith("Batas ini bawaan Konvergensi")
    # Nothing of the 6 million that a desa has is in B, where 10 of 17.5 million are needed.
    assert (write_figure(placed), placed.state) == ("0 %", "merah")
    assert "57 % kebutuhan" in write_sentence(placed)
    assert "Rp4 jt belum terurai" in write_sentence(placed)


def test_a_lamp_that_cannot_be_said_tells_why_and_leads_there(
    data: BudgetData, ground: Ground
) -> None:
    bare = Ground(
        ground.owner_code,
        ground.regions,
        ground.reach,
        ground.unit_costs.head(0),
        ground.programmes.head(0),
    )
    gaps = compute_budget_gaps(data, bare)
    enough = light_lamps(gaps.own, gaps.desa, {B}, read_thresholds())[1]
    assert enough.state == "abu"
    assert write_figure(enough) == "–"
    assert "biaya satuan belum diisi" in write_sentence(enough)
    link = find_link(enough)
    assert link is not None
    assert link[0] == "biaya_satuan"


def test_without_any_priority_place_the_third_lamp_stays_dark(gaps: BudgetGaps) -> None:
    placed = light_lamps(gaps.own, gaps.desa, set(), read_thresholds())[2]
    assert write_sentence(placed) == "Belum dapat dikatakan: belum ada lokasi prioritas."


def test_the_matrix_writes_rupiah_in_words_and_never_a_zero_for_the_unknown(
    gaps: BudgetGaps,
) -> None:
    rows = gaps.inside(KECAMATAN)
    table = rows.pivot(index="item_code", columns="region_code", values="gap_idr")
    shown, kinds = tabulate_matrix(rows, table.loc[["I01", "I18"]].astype("Int64"))
    assert list(shown[A]) == ["✓ Rp0", "?"]
    assert list(shown[B]) == ["Rp9 jt", "?"]
    assert list(kinds[B]) == ["besar", "belum"]
    assert shown["total"].iloc[0] == "Rp9 jt"
    assert list(pick_known(rows, table.loc[["I01", "I18"]]).index) == ["I01"]


def test_money_for_a_wider_region_stands_beside_the_matrix_once(gaps: BudgetGaps) -> None:
    assert sum_loose(gaps.inside(KABUPATEN))["I01"] == 4_000_000
    assert sum_loose(gaps.inside(KECAMATAN))["I18"] == 4_000_000
    assert sum_loose(gaps.inside(KABUPATEN))["I12"] == 7_000_000


def test_the_snapshot_of_the_running_year_stands_first_and_not_the_plan() -> None:
    plan, changed, first = (
        Snapshot(3, KABUPATEN, 2027, "rencana", None),
        Snapshot(2, KABUPATEN, 2026, "perubahan", None),
        Snapshot(1, KABUPATEN, 2026, "murni", None),
    )
    assert pick_snapshot((plan, changed, first), 2026) == changed
    assert pick_snapshot((plan,), 2026) == plan


def test_services_and_places_have_names_a_leader_knows() -> None:
    assert name_service("I14").startswith("BAD-9 + BAL-4")
    assert name_item(None) == "tanpa layanan"
    names = {KABUPATEN: "Balangan"}
    assert name_place(KABUPATEN, names, KABUPATEN) == "seluruh Balangan"
    assert name_place(None, names, KABUPATEN) == "tanpa tempat"


def test_a_gap_of_known_desa_only_is_at_least_so_much() -> None:
    assert write_gap(2_500_000, True) == "≥ Rp2,5 jt"
    assert write_gap(pd.NA, True) == "belum ada data"


def test_snapshots_stand_side_by_side_with_their_difference(data: BudgetData) -> None:
    less = data.amounts[data.amounts["place_code"] != A]
    table = tabulate_snapshots({"murni": data.amounts, "perubahan": less}, KABUPATEN, KABUPATEN)
    rows = table.set_index("item_code")
    assert list(rows.loc["I01"]) == [10_000_000, 4_000_000, -6_000_000]
    assert list(rows.loc[""]) == [21_000_000, 15_000_000, -6_000_000]
