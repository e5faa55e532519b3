import pandas as pd

from analysis.completeness import Fill, count_fill, sum_fill

ITEMS = {"puskesmas": frozenset({"S01", "S02"}), "plkb": frozenset({"S03"})}


def test_cells_are_desa_times_the_partys_items() -> None:
    filled = pd.DataFrame(
        [("63.11.01", "S01", 3), ("63.11.01", "S02", 1), ("63.11.01", "S09", 3)],
        columns=["kecamatan_code", "item_code", "filled"],
    )
    fills = count_fill(filled, {"63.11.01": 4, "63.11.02": 5}, ITEMS)
    assert fills["63.11.01", "puskesmas"] == Fill(4, 8)
    assert fills["63.11.01", "puskesmas"].share_pct == 50
    assert fills["63.11.02", "puskesmas"] == Fill(0, 10)
    assert sum_fill(fills.values()) == Fill(4, 8 + 4 + 10 + 5)


def test_nothing_to_fill_has_no_share() -> None:
    assert sum_fill([]).share_pct is None
