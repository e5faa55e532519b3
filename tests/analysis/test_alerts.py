from datetime import date
from math import nan

import pandas as pd
import pytest

from analysis.alert_prevalence import find_overcounted, find_rises
from analysis.alert_rules import AlertRules, find_due, find_late
from analysis.alert_services import find_contradictions, find_falls, find_unfunded
from analysis.alerts import ATTENTION, NOTICE, RISE, URGENT, Alert, count_severities, order_alerts
from analysis.rises import find_firm_rises, keep_by_false_share
from tests.analysis.stage_cases import KABUPATEN, KECAMATAN, make_board
from tests.analysis.tables import make_table

RULES = AlertRules(30, 5, 1, 0.05, 10, 14)
SCOPE = (KABUPATEN.code, KABUPATEN.name)
JUAI = KECAMATAN[0].code


def measured(*rows: tuple[str, float, float, float]) -> pd.DataFrame:
    """A region table whose changes are known to about four points."""
    table = make_table(list(rows))
    return table.assign(perubahan_bawah_poin=table["perubahan_poin"] - 4)


def test_the_same_thing_is_told_once_and_what_is_mine_comes_first() -> None:
    theirs = Alert(RISE, URGENT, "wilayah", "63.11")
    again = Alert(RISE, URGENT, "wilayah", "63.11", figures={"poin": 2.0})
    mine = Alert("bertentangan", URGENT, "x", "63.11", is_mine=True)
    mild = Alert("komitmen", NOTICE, "segera", "63.11")
    assert order_alerts([mild, theirs, again, mine]) == [mine, theirs, mild]
    assert count_severities([mild, theirs]) == {URGENT: 1, ATTENTION: 0, NOTICE: 1}


def test_late_stages_below_are_one_alert_and_those_waiting_for_me_are_urgent() -> None:
    board = make_board(today=date(2026, 1, 20))
    ansit = {a.code: a for a in find_late(board, KABUPATEN.code, (), RULES)}["tahapan"]
    assert [code for code, _ in ansit.regions] == [place.code for place in KECAMATAN]
    assert (ansit.severity, ansit.is_mine) == (ATTENTION, False)
    operator = {("operator", JUAI, "puskesmas")}
    mine = [a for a in find_late(board, KABUPATEN.code, operator, RULES) if a.is_mine]
    assert [a.severity for a in mine] == [URGENT]


def test_a_stage_late_for_a_month_is_urgent_for_everybody() -> None:
    board = make_board(today=date(2026, 3, 1))
    found = find_late(board, KABUPATEN.code, (), RULES)
    first = next(a for a in found if a.words["stage"] == "kecamatan.ansit")
    assert first.severity == URGENT
    assert first.since == "2026-01-15"


def test_only_a_rise_that_is_large_convincing_and_measured_on_enough_is_told() -> None:
    table = measured(("Ragu", 12.0, 0.5, 500), ("Kecil", 50.0, 30.0, 12), ("Nyata", 22.0, 9.0, 500))
    (alert,) = find_rises(table, None, SCOPE, ("2025-08", "2025-02"), RULES)
    assert alert.regions == (("63.11.03", "Nyata"),)
    assert alert.region_code == "63.11.03"
    assert alert.figures["poin"] == pytest.approx(9.0)
    assert find_rises(table.iloc[:2], None, SCOPE, ("2025-08", "2025-02"), RULES) == []


def test_among_many_regions_a_rise_just_convincing_alone_is_taken_for_chance() -> None:
    # Benjamini and Hochberg's own example: four of fifteen are kept at one in twenty.
    chances = [
        *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
        *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0),
    ]
    kept = keep_by_false_share(pd.Series(chances).to_numpy(), 0.05)
    assert list(kept) == [True] * 4 + [False] * 11
    alone = measured(("Satu", 22.0, 9.0, 100)).assign(
        perubahan_bawah_poin=0.1, belum_meyakinkan=False
    )
    many = pd.concat([alone, *[alone.assign(perubahan_poin=0.0)] * 40], ignore_index=True)
    assert len(find_firm_rises(alone, 5, 0.05)) == 1
    assert len(find_firm_rises(many, 5, 0.05)) == 0


def test_more_children_measured_than_there_should_be_is_told() -> None:
    table = make_table([("A", 10.0, nan, 100), ("B", 12.0, nan, 100)])
    above = table.assign(di_atas_100=[False, True])
    (alert,) = find_overcounted(above, "63.11", "2025-08")
    assert alert.regions == (("63.11.02", "B"),)
    assert find_overcounted(table.assign(di_atas_100=False), "63.11", "2025-08") == []


def services(*rows: tuple[str, str, float, int, bool]) -> pd.DataFrame:
    """Rows: region, service, coverage of 200 people, desa counted, small denominator."""
    columns = ["region_code", "item_code", "cakupan_pct", "desa_dihitung", "penyebut_kecil"]
    made = pd.DataFrame(list(rows), columns=columns)
    counts = {"pembilang": made["cakupan_pct"] * 2, "penyebut": 200.0}
    return made.assign(name=made["region_code"], level="kecamatan", **counts)


def test_a_fall_counts_only_where_as_many_desa_are_known_as_before() -> None:
    before = services(
        ("63.11", "I01", 80.0, 10, False),
        ("63.11", "I02", 80.0, 10, False),
        (JUAI, "I01", 90.0, 5, False),
        (JUAI, "I03", 90.0, 5, True),
    )
    now = services(
        ("63.11", "I01", 65.0, 10, False),
        ("63.11", "I02", 50.0, 7, False),
        (JUAI, "I01", 85.0, 5, False),
        (JUAI, "I03", 10.0, 5, True),
    )
    (alert,) = find_falls(now, before, SCOPE, ("2026", "2025"), RULES)
    assert (alert.code, alert.severity) == ("wilayah", ATTENTION)
    assert alert.figures == {"layanan": 1, "wilayah": 1, "poin": 15.0, "cakupan_pct": 65.0}


def test_figures_that_cannot_be_are_urgent_for_who_enters_them() -> None:
    findings = pd.DataFrame(
        {
            "unit_code": ["63.11.01.2001", "63.11.01.2001", "63.11.02.2001"],
            "item_code": ["I01", "I02", "I01"],
            "code": ["capaian_di_atas_sasaran"] * 2 + ["berubah_terlalu_jauh"],
            "period": "2026",
        }
    )
    names = pd.Series({"63.11.01.2001": "Buntu"})
    (alert,) = find_contradictions(findings, names, "63.11", {(JUAI, "I02")})
    assert (alert.severity, alert.is_mine, alert.region_code) == (URGENT, True, JUAI)
    assert alert.figures == {"banyak": 2, "desa": 1}
    (other,) = find_contradictions(findings, names, "63.11", ())
    assert other.severity == ATTENTION


def test_problem_places_without_money_are_one_alert() -> None:
    rows = pd.DataFrame(
        {
            "region_code": ["63.11.01.2001"] * 2 + ["63.11.01.2002"],
            "item_code": ["I01", "I02", "I01"],
            "tertinggal": [False, False, True],
        }
    )
    (alert,) = find_unfunded(rows, pd.Series(dtype=object), "63.11", 2026, "APBD murni 2026")
    assert alert.figures == {"pasangan": 3, "desa": 2, "layanan": 2, "tertinggal": 1}
    assert alert.severity == URGENT
    assert find_unfunded(rows.head(0), pd.Series(dtype=object), "63.11", 2026, "") == []


def test_commitments_are_told_from_two_weeks_before_their_day_on() -> None:
    made = pd.DataFrame(
        {
            "wilayah_code": "63.11",
            "name": "Balangan",
            "year": 2026,
            "office": None,
            "statement": "Menambah air bersih",
            "due_on": [date(2026, 1, 1), date(2026, 3, 10), date(2026, 3, 15), date(2026, 3, 16)],
        }
    )
    found = find_due(made, "63.11", date(2026, 3, 1), RULES)
    assert [(a.code, a.severity, a.figures["banyak"]) for a in found] == [
        ("lewat", URGENT, 1),
        ("segera", NOTICE, 2),
    ]
    assert found[0].since == "2026-01-01"
