"""Gaps and problem locations without direct money, of the example of `budget_example`."""

import pandas as pd

from analysis.budget_gaps import compute_gaps, list_unfunded, pivot_gaps, sum_programmes
from tests.analysis.budget_example import (
    IMMUNISATION,
    KEC_1,
    KEC_2,
    KEK,
    PRIORITY,
    SANITATION,
    SERVICES,
    A,
    B,
    C,
    D,
    make_cells,
    make_programmes,
    make_regions,
)


def gaps(level: str, programmes: pd.DataFrame | None = None) -> pd.DataFrame:
    given = make_programmes() if programmes is None else programmes
    partners = sum_programmes(given, make_regions(), level, SERVICES)
    return compute_gaps(make_cells(level), partners)


def test_only_programmes_that_the_camat_approved_count_each_source_apart() -> None:
    sums = sum_programmes(make_programmes(), make_regions(), "kecamatan", SERVICES)
    table = sums[sums["item_code"].notna()].set_index("region_code")
    assert table.loc[KEC_1, ["apbdes_idr", "swasta_idr", "swadaya_idr"]].tolist() == [300_000, 0, 0]
    assert table.loc[KEC_2, "mitra_idr"] == 1_000_000
    unnamed = sums[sums["item_code"].isna()]
    assert unnamed[["region_code", "mitra_idr"]].to_numpy().tolist() == [[KEC_1, 200_000]]


def test_the_gap_of_each_desa_and_service() -> None:
    table = gaps("desa").set_index(["region_code", "item_code"])
    # A: 2,000,000 - 1,440,000 - 300,000 of APBDes; the 50,000 that wait for the camat do not count.
    assert table.loc[(A, KEK), "gap_idr"] == 260_000
    assert table.loc[(B, KEK), "gap_idr"] == 40_000
    # C: 3,000,000 - 500,001 - 1,000,000 of a company.
    assert table.loc[(C, KEK), "gap_idr"] == 1_499_999
    assert table.loc[(C, KEK), ["apbd_idr", "mitra_idr"]].tolist() == [500_001, 1_000_000]
    # More than is needed is no negative gap.
    assert table.loc[(D, KEK), "gap_idr"] == 0
    assert table.loc[(A, IMMUNISATION), "gap_idr"] == 250_000
    assert table.loc[(C, IMMUNISATION), "gap_idr"] == 0
    assert pd.isna(table.loc[(B, IMMUNISATION), "gap_idr"])
    assert table.loc[(B, IMMUNISATION), "need_reason"] == "sasaran_tak_diketahui"
    assert table.xs(SANITATION, level="item_code")["gap_idr"].isna().all()


def test_the_matrix_of_services_by_kecamatan() -> None:
    matrix = pivot_gaps(gaps("kecamatan"), SERVICES)
    assert list(matrix.index) == list(SERVICES.items)
    # Kecamatan Satu, KEK: 3,000,000 - (1,440,000 + 960,000 + 800,000) is below 0.
    assert matrix.loc[KEK, KEC_1] == 0
    # Kecamatan Dua, KEK: 3,000,000 - (500,001 + 400,000) - 1,000,000.
    assert matrix.loc[KEK, KEC_2] == 1_099_999
    assert matrix.loc[IMMUNISATION, KEC_1] == 250_000
    assert matrix.loc[IMMUNISATION, KEC_2] == 0
    assert matrix.loc[SANITATION].isna().all()


def test_problem_locations_without_direct_money() -> None:
    # A and C have money of their own for KEK and sanitasi; A has none for imunisasi.
    found = list_unfunded(gaps("desa"), PRIORITY)
    assert found[["region_code", "item_code"]].to_numpy().tolist() == [[A, IMMUNISATION]]
    row = found.iloc[0]
    assert (row["perlu_dijangkau"], row["gap_idr"]) == (5, 250_000)
    assert (row["above_idr"], row["unsaid_idr"]) == (700_000, 600_000)
    assert not row["tertinggal"]


def test_lagging_services_come_first_and_what_needs_nobody_is_left_out() -> None:
    lagging = pd.DataFrame(
        {
            "region_code": [D, D, B],
            "item_code": [KEK, SANITATION, SANITATION],
            "tertinggal": [True, True, False],
        }
    )
    found = list_unfunded(gaps("desa"), (B, D), lagging)
    # D lacks sanitasi for 2 households and lags; B for 8 and does not; nobody needs KEK in D.
    assert found[["region_code", "item_code", "tertinggal"]].to_numpy().tolist() == [
        [D, SANITATION, True],
        [B, SANITATION, False],
    ]
    assert set(found["need_reason"]) == {"biaya_kosong"}


def test_without_programmes_the_gap_is_that_of_the_budget_alone() -> None:
    table = gaps("desa", make_programmes().iloc[:0]).set_index(["region_code", "item_code"])
    assert table.loc[(A, KEK), "gap_idr"] == 560_000
    assert table["mitra_idr"].sum() == 0
