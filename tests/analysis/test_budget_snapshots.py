"""The budget of `budget_example` after a change: one line more, one gone, one cut to nothing."""

import pandas as pd
import pytest

from analysis.budget_snapshots import compare_snapshots, line_up_snapshots, sum_changes
from tests.analysis.budget_example import IMMUNISATION, KEK, make_amounts, make_lines


def change_lines() -> pd.DataFrame:
    """Line 1 30 of 24 portions, line 3 dearer, line 4 left out, 7 cut to nothing, 13 new.

    Lines get other ids in another snapshot; the key stays.
    """
    lines = make_lines()
    lines = lines[lines["line_id"] != 4].set_index("line_id")
    lines.loc[1, ["volume", "total_idr"]] = [30.0, 3_000_000]
    lines.loc[3, ["unit_price_idr", "total_idr"]] = [125_000.0, 1_000_000]
    lines.loc[7, ["volume", "total_idr"]] = [0.0, 0]
    new = lines.loc[[12]].rename(index={12: 13}).assign(line_key="kunci-13", total_idr=900_000)
    after = pd.concat([lines, new]).reset_index()
    return after.assign(line_id=after["line_id"] + 100).astype({"total_idr": "int64"})


def compare() -> pd.DataFrame:
    return compare_snapshots(make_lines(), change_lines()).set_index("line_key")


def test_each_line_is_new_gone_changed_or_the_same() -> None:
    table = compare()
    states = table["state"].to_dict()
    changed = {"kunci-1": "berubah", "kunci-3": "berubah", "kunci-4": "hilang"}
    changed |= {"kunci-7": "hilang", "kunci-13": "baru"}
    assert {key: state for key, state in states.items() if state != "tetap"} == changed
    assert len(table) == 13


def test_what_changed_is_said() -> None:
    table = compare()
    marks = ["volume_changed", "price_changed", "total_changed"]
    assert table.loc["kunci-1", marks].tolist() == [True, False, True]
    assert table.loc["kunci-3", marks].tolist() == [False, True, True]
    assert table.loc["kunci-4", marks].tolist() == [False, False, False]
    assert table.loc["kunci-1", "difference_idr"] == 600_000
    assert table.loc["kunci-4", "difference_idr"] == -700_000
    assert table.loc["kunci-13", "difference_idr"] == 900_000
    assert (table.loc["kunci-1", "line_id_before"], table.loc["kunci-1", "line_id_after"]) == (
        1,
        101,
    )
    assert pd.isna(table.loc["kunci-4", "line_id_after"])
    assert pd.isna(table.loc["kunci-4", "total_after_idr"])
    assert table.loc["kunci-4", "description"] == "Vaksin"


def test_changes_add_up_to_both_totals() -> None:
    sums = sum_changes(compare().reset_index()).set_index("state")
    assert sums["before_idr"].sum() == make_lines()["total_idr"].sum() == 13_800_001
    # + 600,000 + 200,000 - 700,000 - 400,000 + 900,000
    assert sums["after_idr"].sum() == change_lines()["total_idr"].sum() == 14_400_001
    assert sums["line_count"].to_dict() == {"baru": 1, "hilang": 2, "berubah": 2, "tetap": 8}
    assert sums.loc["berubah", "difference_idr"] == 800_000
    assert sums.loc["tetap", "difference_idr"] == 0


def test_a_line_raised_from_nothing_is_new() -> None:
    table = compare_snapshots(change_lines(), make_lines()).set_index("line_key")
    assert table.loc["kunci-7", "state"] == "baru"
    assert table.loc["kunci-4", "state"] == "baru"
    assert table.loc["kunci-13", "state"] == "hilang"


def test_without_an_earlier_snapshot_every_line_is_new() -> None:
    table = compare_snapshots(make_lines().iloc[:0], make_lines())
    assert set(table["state"]) == {"baru"}
    assert sum_changes(table)["line_count"].tolist() == [12, 0, 0, 0]


def test_the_same_key_twice_in_a_sub_kegiatan_is_refused() -> None:
    twice = make_lines().assign(line_key="satu")
    with pytest.raises(pd.errors.MergeError):
        compare_snapshots(twice, twice)


def test_snapshots_stand_side_by_side_and_a_missing_one_is_no_zero() -> None:
    amounts = make_amounts()
    later = amounts[amounts["item_code"] == KEK]
    table = line_up_snapshots({"murni": amounts, "perubahan": later, "rencana": None})
    named = table[table["item_code"].notna()].set_index("item_code")
    assert named.loc[KEK, ["murni_idr", "perubahan_idr"]].tolist() == [4_100_001, 4_100_001]
    assert named.loc[IMMUNISATION, "murni_idr"] == 2_400_000
    assert named.loc[IMMUNISATION, "perubahan_idr"] == 0
    assert table["rencana_idr"].isna().all()
    whole = line_up_snapshots({"murni": amounts}, measure="tagged_idr")
    assert whole["murni_idr"].sum() == 11_200_001


def test_no_snapshot_at_all_is_an_empty_table() -> None:
    assert line_up_snapshots({}).empty


def test_a_sub_unit_spelt_otherwise_is_no_other_line() -> None:
    before = make_lines().assign(sub_unit="UPTD Puskesmas Satu")
    table = compare_snapshots(before, make_lines().assign(sub_unit="UPTD  Puskesmas Satu"))
    assert set(table["state"]) == {"tetap"}
