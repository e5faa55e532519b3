"""The three answers of the hand-worked example of `budget_example`."""

import pandas as pd
import pytest

from analysis.budget_answers import Thresholds, answer_cells, answer_placement
from analysis.budget_cells import build_cells
from analysis.budget_lamps import light_lamps
from analysis.budget_needs import choose_unit_costs, compute_needs
from analysis.budget_places import find_ancestors, place_amounts, sum_unplaced
from tests.analysis.budget_example import (
    IMMUNISATION,
    KAB,
    KEC_1,
    KEC_2,
    KEK,
    PRIORITY,
    SANITATION,
    SERVICES,
    THRESHOLDS,
    YEAR,
    A,
    B,
    C,
    D,
    make_amounts,
    make_cells,
    make_costs,
    make_needs,
    make_reach,
    make_regions,
)


def answers(level: str) -> pd.DataFrame:
    table = answer_cells(make_cells(level), THRESHOLDS)
    return table.set_index(["region_code", "item_code"])


def placement(priority: tuple[str, ...] = PRIORITY) -> pd.DataFrame:
    groups = dict.fromkeys((A, B, C, D), KAB)
    table = answer_placement(make_cells("desa"), groups, priority, THRESHOLDS)
    return table.set_index("item_code")


def test_the_newest_price_up_to_the_budget_year_is_taken() -> None:
    costs = choose_unit_costs(make_costs(), YEAR, SERVICES).set_index("item_code")
    assert costs.loc[KEK, "cost_idr"] == 100_000
    assert (costs.loc[KEK, "cost_year"], costs.loc[KEK, "cost_source"]) == (2025, "SSH 2025")
    assert SANITATION not in costs.index


def test_needs_are_people_times_cost_and_say_why_they_are_unknown() -> None:
    needs = make_needs().set_index(["region_code", "item_code"])
    assert needs.loc[(A, KEK), "need_idr"] == 2_000_000
    assert needs.loc[(D, KEK), "need_idr"] == 0
    assert pd.isna(needs.loc[(B, IMMUNISATION), "need_idr"])
    assert needs.loc[(B, IMMUNISATION), "need_reason"] == "sasaran_tak_diketahui"
    assert pd.isna(needs.loc[(A, SANITATION), "need_idr"])
    assert needs.loc[(A, SANITATION), "need_reason"] == "biaya_kosong"


def test_nobody_left_to_reach_needs_nothing_whatever_it_costs() -> None:
    reach = make_reach().assign(perlu_dijangkau=pd.array([0] * 12, dtype="Int64"))
    needs = compute_needs(reach, make_costs().iloc[:0], YEAR, SERVICES)
    assert list(needs["need_idr"]) == [0] * 12
    assert set(needs["need_reason"]) == {""}


def test_money_is_placed_only_as_far_as_its_tag_says() -> None:
    desa = place_amounts(make_amounts(), make_regions(), "desa", KAB).set_index("tag_id")
    assert desa.loc[1, "region_code"] == A
    assert desa.loc[[5, 6, 7], "place_reason"].tolist() == [
        "kecamatan",
        "seluruh_wilayah",
        "tanpa_tempat",
    ]
    assert desa.loc[[5, 6, 7], "region_code"].isna().all()
    kecamatan = place_amounts(make_amounts(), make_regions(), "kecamatan", KAB).set_index("tag_id")
    assert kecamatan.loc[[1, 5], "region_code"].tolist() == [KEC_1, KEC_1]
    assert pd.isna(kecamatan.loc[6, "region_code"])
    own = place_amounts(make_amounts(), make_regions(), "kabupaten", KAB)
    assert set(own["region_code"]) == {KAB}


def test_a_place_of_another_region_is_named_and_counts_nowhere() -> None:
    strange = make_amounts().assign(place_code="98.01.01.2001")
    for level in ("desa", "kabupaten"):
        placed = place_amounts(strange, make_regions(), level, KAB)
        assert set(placed["place_reason"]) == {"luar_wilayah"}
    cells = build_cells(
        strange, make_needs(), make_regions(), level="kabupaten", owner_code=KAB, services=SERVICES
    )
    assert cells["tagged_idr"].sum() == 0


def test_unplaced_money_is_summed_by_reason() -> None:
    sums = sum_unplaced(place_amounts(make_amounts(), make_regions(), "desa", KAB))
    table = sums.set_index("place_reason")
    # Whole region: 700,000 and 500,000 of travel; without place: 600,000 and 1,000,000 of guidance.
    assert table["amount_idr"].to_dict() == {
        "tanpa_tempat": 1_600_000,
        "seluruh_wilayah": 1_200_000,
        "kecamatan": 800_000,
    }
    assert table["serving_idr"].to_dict() == {
        "tanpa_tempat": 600_000,
        "seluruh_wilayah": 700_000,
        "kecamatan": 800_000,
    }


def test_is_it_funded_in_each_desa() -> None:
    table = answers("desa")
    funded = table["dibiayai"].unstack("item_code")
    assert funded[KEK].to_dict() == dict.fromkeys((A, B, C, D), "dibiayai")
    # Money for the whole region and without place is known of, and not counted in A and B.
    assert funded[IMMUNISATION].to_dict() == {
        A: "belum_terurai",
        B: "belum_terurai",
        C: "dibiayai",
        D: "dibiayai",
    }
    assert funded[SANITATION].to_dict() == {
        A: "dibiayai",
        B: "tidak_dibiayai",
        C: "dibiayai",
        D: "tidak_dibiayai",
    }
    assert table.loc[(A, KEK), "above_idr"] == 800_000
    assert table.loc[(C, KEK), "above_idr"] == 0
    assert set(table.xs(IMMUNISATION, level="item_code")["above_idr"]) == {700_000}
    assert set(table.xs(IMMUNISATION, level="item_code")["unsaid_idr"]) == {600_000}


def test_only_administration_is_no_funding() -> None:
    amounts = make_amounts()
    travel = amounts[amounts["kind"] == "administrasi"]
    cells = build_cells(
        travel, make_needs(), make_regions(), level="kabupaten", owner_code=KAB, services=SERVICES
    )
    table = answer_cells(cells, THRESHOLDS).set_index("item_code")
    assert table.loc[KEK, "dibiayai"] == "hanya_pendukung"
    assert table.loc[KEK, "serving_idr"] == 0
    assert table.loc[IMMUNISATION, "dibiayai"] == "tidak_dibiayai"


def test_is_it_enough_in_the_whole_kabupaten() -> None:
    table = answers("kabupaten").loc[KAB]
    # KEK: need (20 + 10 + 30 + 0) x 100,000 = 6,000,000; money 4,100,001 of all places.
    assert table.loc[KEK, "need_idr"] == 6_000_000
    assert table.loc[KEK, "sufficiency_pct"] == pytest.approx(100 * 4_100_001 / 6_000_000)
    assert table.loc[KEK, "cukup"] == "kurang"
    assert table.loc[KEK, "divided_idr"] == 500_001
    # Imunisasi: (5 + 10 + 5) x 50,000 = 1,000,000 without B; money 2,400,000.
    assert table.loc[IMMUNISATION, "sufficiency_pct"] == 240
    assert table.loc[IMMUNISATION, "cukup"] == "cukup"
    assert table.loc[IMMUNISATION, "desa_unknown"] == 1
    assert table.loc[IMMUNISATION, "need_partial"]
    assert not table.loc[KEK, "need_partial"]
    # Sanitasi has no unit cost of 2026 or before.
    assert pd.isna(table.loc[SANITATION, "sufficiency_pct"])
    assert table.loc[SANITATION, "cukup"] == "tak_dapat_dinilai"
    assert table.loc[SANITATION, "cukup_alasan"] == "biaya_kosong"


def test_is_it_enough_in_each_desa() -> None:
    table = answers("desa").xs(KEK, level="item_code")
    # A 1,440,000 of 2,000,000; B 960,000 of 1,000,000; C 500,001 of 3,000,000; nobody left in D.
    assert table["sufficiency_pct"].round(4).tolist()[:3] == [72, 96, 16.6667]
    assert table["cukup"].tolist() == ["kurang", "kurang", "sangat_kurang", "tanpa_kebutuhan"]


def test_is_it_where_the_people_are() -> None:
    table = placement()
    # KEK: (1,440,000 + 500,001) of 3,300,001 in A and C, where 50 of 60 mothers are.
    assert table.loc[KEK, "placement_pct"] == pytest.approx(100 * 1_940_001 / 3_300_001)
    assert table.loc[KEK, "need_share_pct"] == pytest.approx(100 * 50 / 60)
    assert table.loc[KEK, "lokasi"] == "kurang"
    # Imunisasi: 500,000 of 1,100,000, where 15 of 20 known children are.
    assert table.loc[IMMUNISATION, "placement_pct"] == pytest.approx(100 * 5 / 11)
    assert table.loc[IMMUNISATION, "need_share_pct"] == 75
    # Sanitasi: all of it, where 10 of 20 households are; no unit cost is needed to say so.
    assert table.loc[SANITATION, "placement_pct"] == 100
    assert table.loc[SANITATION, "lokasi"] == "sesuai"


def test_placement_of_each_kecamatan_is_its_own() -> None:
    groups = find_ancestors(make_regions(), "kecamatan")
    table = answer_placement(make_cells("desa"), groups, PRIORITY, THRESHOLDS)
    table = table.set_index(["region_code", "item_code"])
    # Kecamatan Satu, KEK: 1,440,000 of 2,400,000 in A, where 20 of 30 mothers are.
    assert table.loc[(KEC_1, KEK), "placement_pct"] == 60
    assert table.loc[(KEC_1, KEK), "need_share_pct"] == pytest.approx(100 * 2 / 3)
    assert table.loc[(KEC_1, IMMUNISATION), "lokasi_alasan"] == "belum_ditempatkan"
    assert table.loc[(KEC_2, SANITATION), "lokasi"] == "sesuai"


def test_placement_says_why_it_cannot_be_said() -> None:
    assert set(placement(())["lokasi_alasan"]) == {"lokasi_prioritas_kosong"}
    assert set(placement(())["lokasi"]) == {"tak_dapat_dinilai"}
    assert placement((D,)).loc[KEK, "lokasi_alasan"] == "tanpa_kebutuhan"
    assert placement((B,)).loc[IMMUNISATION, "lokasi_alasan"] == "sasaran_tak_diketahui"


def test_the_three_lamps_of_the_kabupaten() -> None:
    funded, enough, places = light_lamps(
        make_cells("kabupaten"), make_cells("desa"), PRIORITY, THRESHOLDS
    )
    assert (funded.state, funded.figures["services"], funded.figures["funded"]) == ("hijau", 3, 3)
    # Known needs 6,000,000 + 1,000,000. Imunisasi counts 1,000,000 of its 2,400,000 only:
    # 4,100,001 + 1,000,000 of 7,000,000.
    assert enough.figures["need_idr"] == 7_000_000
    assert enough.figures["serving_idr"] == 6_500_001
    assert enough.figures["sufficiency_pct"] == pytest.approx(100 * 6_500_001 / 7_000_000)
    assert enough.figures["covered_pct"] == pytest.approx(100 * 5_100_001 / 7_000_000)
    assert enough.figures["gap_idr"] == 1_899_999
    assert (enough.state, enough.figures["services_without_cost"]) == ("kuning", 1)
    assert enough.figures["desa_unknown"] == 1
    # Placed in desa: KEK 3,300,001 and imunisasi 1,100,000; in A and C 1,940,001 + 500,000.
    # Need in A and C: KEK 5,000,000, imunisasi 750,000 of 7,000,000 together.
    assert places.figures["placed_idr"] == 4_400_001
    assert places.figures["priority_idr"] == 2_440_001
    assert places.figures["need_share_pct"] == pytest.approx(100 * 5_750_000 / 7_000_000)
    # 800,000 of the kecamatan, 700,000 of the whole region, 600,000 without place.
    assert places.figures["unplaced_idr"] == 2_100_000
    assert places.state == "kuning"


def test_the_lamps_of_one_kecamatan_see_only_its_own_money() -> None:
    own, desa = make_cells("kecamatan"), make_cells("desa")
    funded, enough, places = light_lamps(
        own[own["region_code"] == KEC_1],
        desa[desa["region_code"].isin([A, B])],
        PRIORITY,
        THRESHOLDS,
    )
    assert (funded.state, funded.figures["funded"], funded.figures["unspread"]) == ("kuning", 2, 1)
    # KEK 3,000,000 needed, 3,200,000 there (800,000 of the kecamatan); imunisasi 250,000, none.
    assert enough.figures["covered_pct"] == pytest.approx(100 * 3_000_000 / 3_250_000)
    assert places.figures["unplaced_idr"] == 800_000


def test_lamps_stay_dark_for_a_reason() -> None:
    own, desa = make_cells("kabupaten"), make_cells("desa")
    _, _, places = light_lamps(own, desa, (), THRESHOLDS)
    assert (places.state, places.reason) == ("abu", "lokasi_prioritas_kosong")
    no_cost = compute_needs(make_reach(), make_costs().iloc[:0], YEAR, SERVICES)
    cells = {
        level: build_cells(
            make_amounts(),
            no_cost,
            make_regions(),
            level=level,
            owner_code=KAB,
            services=SERVICES,
        )
        for level in ("kabupaten", "desa")
    }
    funded, enough, places = light_lamps(cells["kabupaten"], cells["desa"], PRIORITY, THRESHOLDS)
    assert funded.state == "hijau"
    assert (enough.state, enough.reason) == ("abu", "biaya_kosong")
    assert (places.state, places.reason) == ("abu", "biaya_kosong")
    # A service with a desa that needs nobody has no known need either without a cost.
    assert cells["kabupaten"]["need_idr"].isna().all()


def test_before_anything_is_tagged_no_lamp_is_red() -> None:
    def empty(level: str) -> pd.DataFrame:
        return build_cells(
            make_amounts().iloc[:0],
            make_needs(),
            make_regions(),
            level=level,
            owner_code=KAB,
            services=SERVICES,
        )

    lamps = light_lamps(empty("kabupaten"), empty("desa"), PRIORITY, THRESHOLDS)
    assert {(lamp.state, lamp.reason) for lamp in lamps} == {("abu", "belum_ada_tanda")}
    assert len(empty("desa")) == 12


def test_thresholds_that_contradict_themselves_are_refused() -> None:
    with pytest.raises(ValueError, match="middling"):
        Thresholds(0.5, 1.0, 1.0, 0.5, 1.0, 0.5)


def test_another_threshold_changes_the_word_and_not_the_figure() -> None:
    easy = Thresholds(1.0, 0.5, 0.6, 0.1, 1.0, 0.5)
    table = answer_cells(make_cells("kabupaten"), easy).set_index("item_code")
    assert table.loc[KEK, "cukup"] == "cukup"
    assert table.loc[KEK, "sufficiency_pct"] == pytest.approx(100 * 4_100_001 / 6_000_000)
