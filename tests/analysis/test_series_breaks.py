import pandas as pd

from analysis.series_breaks import describe_breaks, find_comparable_from, join_series
from data_access import reference

BREAKS = describe_breaks(reference.read_table("indikator"), reference.read_table("padanan_lama"))


def make_series(rows: list[tuple[str, int, float]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["item_code", "year", "value_pct"])


def test_every_counterpart_of_the_reference_is_said_to_be_comparable_or_not() -> None:
    named = reference.read_table("indikator").query("padanan_lama != ''")
    pairs = dict(zip(named["kode"], named["padanan_lama"], strict=True))
    known = BREAKS[BREAKS["kode_lama"].notna()]
    assert dict(zip(known["item_code"], known["kode_lama"], strict=True)) == pairs
    assert (known["alasan"] != "").all()
    assert len(BREAKS) == 31
    assert not BREAKS.loc[BREAKS["kode_lama"].isna(), ["sebanding", "patah"]].to_numpy().any()


def test_tablets_water_and_sanitation_break_and_exclusive_breastfeeding_goes_on() -> None:
    by_item = BREAKS.set_index("item_code")
    assert by_item.loc[["I02", "I26", "I27", "I28", "I31"], "patah"].all()
    assert by_item.loc[["I07", "I08", "I22"], "sebanding"].all()
    assert find_comparable_from(BREAKS, "I26") == 2025
    assert find_comparable_from(BREAKS, "I07") is None
    assert find_comparable_from(BREAKS, "I03") is None


def test_a_broken_series_is_two_lines_and_an_unbroken_one_is_one() -> None:
    old = make_series([("E11", 2023, 90), ("E14", 2023, 60), ("E14", 2025, 99), ("E99", 2023, 1)])
    new = make_series([("I02", 2025, 60), ("I07", 2025, 64), ("I03", 2025, 50)])
    joined = join_series(old, new, BREAKS)
    lines = {
        item: list(rows[["year", "value_pct", "deret"]].itertuples(index=False, name=None))
        for item, rows in joined.groupby("item_code")
    }
    assert lines["I02"] == [(2023, 90, "lama"), (2025, 60, "kini")]
    assert lines["I07"] == [(2023, 60, "kini"), (2025, 64, "kini")]
    assert lines["I03"] == [(2025, 50, "kini")]


def test_one_older_indicator_may_stand_before_two_new_ones() -> None:
    joined = join_series(make_series([("E17", 2023, 80)]), make_series([]), BREAKS)
    assert list(joined["item_code"]) == ["I11", "I17"]
    assert set(joined["deret"]) == {"lama"}
