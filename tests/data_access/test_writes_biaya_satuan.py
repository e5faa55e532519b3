"""Unit costs: stored with their source on what was seen, taken away, and theirs beside ours."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from data_access.reads.anggaran import read_unit_costs
from data_access.reads.batches import read_versions
from data_access.reads.riwayat import HistoryFilter, read_history
from data_access.writes.biaya_satuan import (
    CostChange,
    CostOutcome,
    CostRequest,
    UnitCost,
    save_unit_costs,
)
from data_access.writes.once import KeyReusedError

KABUPATEN = "63.11"
SSH = UnitCost(125_000, "SSH 2026")
NEW = CostChange("I01", 2026, SSH, None, 0)


def save(engine: Engine, actor: str, key: str, *cells: CostChange) -> CostOutcome:
    return save_unit_costs(engine, actor, CostRequest(key, KABUPATEN, cells))


def rows(engine: Engine) -> list[tuple[object, ...]]:
    columns = ["item_code", "year", "cost_idr", "source", "version"]
    return list(read_unit_costs(engine, KABUPATEN)[columns].itertuples(index=False, name=None))


def test_a_unit_cost_is_stored_once_with_its_source_and_history(engine: Engine) -> None:
    for _ in range(3):
        assert save(engine, "ani", "k1", NEW).saved == 1
    assert rows(engine) == [("I01", 2026, 125_000, "SSH 2026", 1)]
    assert read_versions(engine)["biaya"] == 1
    (line,) = read_history(engine, HistoryFilter(table="biaya_satuan"))
    assert (line.actor, line.action) == ("ani", "tambah")
    with pytest.raises(KeyReusedError):
        save(engine, "ani", "k1", replace(NEW, year=2025))


def test_prices_of_two_years_stand_beside_each_other(engine: Engine) -> None:
    save(engine, "ani", "k1", NEW, replace(NEW, year=2025, value=UnitCost(100_000, "SSH 2025")))
    assert [(row[1], row[2]) for row in rows(engine)] == [(2025, 100_000), (2026, 125_000)]


def test_a_change_on_what_was_seen_and_on_what_was_not(engine: Engine) -> None:
    save(engine, "ani", "k1", NEW)
    dearer = CostChange("I01", 2026, UnitCost(130_000, "SSH 2026 perubahan"), SSH, 1)
    other = CostChange("I02", 2026, SSH, None, 0)
    assert save(engine, "budi", "k2", dearer).saved == 1
    (conflict,) = save(engine, "ani", "k3", replace(dearer, value=None), other).conflicts
    assert (conflict.theirs, conflict.who) == (dearer.value, "budi")
    assert [row[0] for row in rows(engine)] == ["I01"]
    ours = conflict.ours.rebase(conflict.theirs, conflict.version)
    assert save(engine, "ani", "k4", ours, other).saved == 2
    assert [row[0] for row in rows(engine)] == ["I02"]


def test_two_who_set_the_same_for_the_first_time_meet(engine: Engine) -> None:
    save(engine, "ani", "k1", NEW)
    (conflict,) = save(engine, "budi", "k2", replace(NEW, value=UnitCost(1, "x"))).conflicts
    assert (conflict.theirs, conflict.version) == (SSH, 1)


def test_one_taken_away_and_set_anew_is_not_what_was_seen(engine: Engine) -> None:
    save(engine, "ani", "k1", NEW)
    save(engine, "budi", "k2", CostChange("I01", 2026, None, SSH, 1))
    save(engine, "budi", "k3", replace(NEW, value=UnitCost(9, "lain")))
    (conflict,) = save(engine, "ani", "k4", CostChange("I01", 2026, None, SSH, 1)).conflicts
    assert conflict.theirs == UnitCost(9, "lain")
    save(engine, "budi", "k5", CostChange("I01", 2026, None, UnitCost(9, "lain"), 1))
    (gone,) = save(engine, "ani", "k6", CostChange("I01", 2026, SSH, SSH, 1)).conflicts
    assert (gone.theirs, gone.who) == (None, None)
