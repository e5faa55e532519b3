"""Frozen figures: the same for ever, and what has changed since is named."""

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pytest
from sqlalchemy import Engine, text

from app.meeting_figures import describe_basis, list_lamps, tabulate_changes, tabulate_places
from app.meeting_snapshot import compare_snapshot, make_snapshot
from app.meeting_sources import Sources, ask_database
from data_access.database import open_write
from data_access.reads.isian import read_cells

KECAMATAN, SOURCE = "99.01.01", "e-PPGBM"


def change(engine: Engine, unit: str, item: str, value: int) -> None:
    with open_write(engine, "uji") as connection:
        statement = text(
            "UPDATE isian SET value = :v WHERE period = '2026' AND unit_code = :u"
            " AND item_code = :i"
        )
        connection.execute(statement, {"v": value, "u": unit, "i": item})


def test_a_snapshot_is_plain_and_does_not_change_with_the_data(demo: Engine) -> None:
    made = make_snapshot(demo, KECAMATAN, 2026, SOURCE)
    frozen = json.loads(json.dumps(made))
    assert frozen == made
    assert (frozen["period"], frozen["measured"]) == ("2026", "2025-08")
    assert frozen["prevalence"][0]["code"] == frozen["coverage"][0]["code"] == KECAMATAN
    codes = {row["code"] for row in frozen["coverage"]}
    assert codes == {row["code"] for row in frozen["prevalence"]}
    assert compare_snapshot(frozen, make_snapshot(demo, KECAMATAN, 2026, SOURCE)) == ()


def test_what_has_changed_since_is_named_with_both_figures(demo: Engine) -> None:
    frozen = json.loads(json.dumps(make_snapshot(demo, KECAMATAN, 2026, SOURCE)))
    cells = read_cells(demo, KECAMATAN, "2026")
    served = cells[(cells["item_code"] == "I02") & cells["value"].gt(0)].iloc[0]
    change(demo, served["unit_code"], "I02", 0)
    now = make_snapshot(demo, KECAMATAN, 2026, SOURCE)
    changes = compare_snapshot(frozen, now)
    found = {(each.subject, each.code, each.item): each for each in changes}
    own = found["cakupan", served["unit_code"], "I02"]
    assert own.old > 0
    assert own.new == 0
    assert ("cakupan", KECAMATAN, "I02") in found
    assert not [each for each in changes if each.subject == "prevalensi"]
    table = tabulate_changes(changes, frozen, now)
    assert len(table) == len(changes)
    assert "0,00 %" in table.to_string()


def test_figures_unknown_are_said_to_be_and_never_zero(demo: Engine) -> None:
    made = make_snapshot(demo, KECAMATAN, 2026, None)
    assert made["measured"] is None
    assert all(row["prevalensi_pct"] is None for row in made["prevalence"])
    with pytest.raises(ValueError, match="no meetings"):
        make_snapshot(demo, "99.01.01.1001", 2026, SOURCE)


def test_a_snapshot_says_its_basis_in_words(demo: Engine) -> None:
    made = make_snapshot(demo, KECAMATAN, 2026, SOURCE)
    basis = "\n".join(describe_basis(made))
    assert "Analisis situasi 2026" in basis
    assert "Agustus 2025" in basis
    assert "bawaan Konvergensi" in basis
    assert len(list_lamps(made["budget"])) == 3
    assert tabulate_places(made).iloc[0, 0] == "Merawesi"


def test_a_changed_setting_is_a_change() -> None:
    from app.problem_figures import read_default_settings

    base = {
        "region": {"code": "99"},
        "period": None,
        "measured": None,
        "marks": [],
        "settings": {"values": asdict(read_default_settings())},
        "thresholds": {},
        "prevalence": [],
        "coverage": [],
        "problems": [{"code": "99.01", "type": "tipe 1"}],
        "budget": None,
    }
    other = base | {
        "settings": {"values": asdict(read_default_settings()) | {"cutoff_pct": 70.0}},
        "problems": [],
    }
    found = [
        (each.subject, each.item, each.old, each.new) for each in compare_snapshot(base, other)
    ]
    assert found == [("setelan", "cutoff_pct", 60.0, 70.0), ("masalah", "", "tipe 1", None)]


def test_a_snapshot_made_of_known_answers_is_the_one_made_from_the_database(
    demo: Engine,
) -> None:
    asked: list[str] = []
    database = ask_database(demo)

    def note(name: str) -> Callable[..., Any]:
        def answer(*given: Any) -> Any:
            asked.append(name)
            return getattr(database, name)(*given)

        return answer

    known = Sources(note("inputs"), note("problems"), note("gaps"))
    made = make_snapshot(demo, KECAMATAN, 2026, SOURCE, known)
    assert compare_snapshot(make_snapshot(demo, KECAMATAN, 2026, SOURCE), made) == ()
    assert asked == ["inputs", "problems", "gaps", "problems"]
