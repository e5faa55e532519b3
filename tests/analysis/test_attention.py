from math import nan

from analysis.attention import where_to_look_first
from tests.analysis.tables import make_table


def by_code(table):
    return {fact.code: fact for fact in where_to_look_first(table)}


def test_the_heaviest_burden_is_counted_in_children_not_in_percent() -> None:
    table = make_table([("Besar", 10.0, nan, 1000), ("Kecil", 50.0, nan, 40)])
    fact = by_code(table)["beban_terbesar"]
    assert fact.regions[0] == ("63.11.01", "Besar")
    assert fact.values["seluruh"] == 120
    assert fact.values["bagian_pct"] == 100 * fact.values["jumlah"] / 120


def test_only_a_convincing_rise_of_enough_children_is_reported() -> None:
    table = make_table(
        [("Ragu", 12.0, 0.5, 500), ("Kecil", 50.0, 30.0, 12), ("Nyata", 20.0, 4.0, 500)]
    )
    fact = by_code(table)["kenaikan_meyakinkan"]
    assert fact.regions == (("63.11.03", "Nyata"),)
    assert fact.values["banyak"] == 1
    assert "kenaikan_meyakinkan" not in by_code(table.iloc[:2])


def test_missing_data_and_shares_above_hundred_are_named() -> None:
    table = make_table([("A", 10.0, nan, 100), ("B", nan, nan, nan), ("C", 12.0, nan, 100)])
    table.loc[2, ["partisipasi_pct", "di_atas_100"]] = [130.0, True]
    facts = by_code(table)
    assert [name for _, name in facts["belum_ada_data"].regions] == ["B"]
    assert [name for _, name in facts["partisipasi_di_atas_100"].regions] == ["C"]
    assert facts["partisipasi_terendah"].regions[0][1] == "A"


def test_a_table_without_figures_has_nothing_to_look_at_but_never_fails() -> None:
    table = make_table([("A", nan, nan, nan)])
    assert "beban_terbesar" not in by_code(table)
