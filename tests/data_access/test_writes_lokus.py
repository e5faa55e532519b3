"""Desa chosen as lokus by decree: nothing is lost between two who choose at once."""

from datetime import date

import pytest
from sqlalchemy import Engine, select

from data_access.database import open_read
from data_access.reads.batches import read_versions
from data_access.reads.lokus import read_lokus, read_lokus_years
from data_access.schema import Lokus, Riwayat
from data_access.writes import lokus as writes
from data_access.writes.lokus import Decree, LokusChange, LokusConflict, save_lokus
from data_access.writes.wilayah import RegionSet, save_regions
from tests.corpus.places import draw_squares, list_regions, make_info

JUAI, HALONG = "63.11.01.2001", "63.11.01.2002"
DECREE = Decree(2027, "188.45/12/2026", date(2026, 3, 1))


@pytest.fixture
def place(engine: Engine) -> Engine:
    names = {
        "63": "Kalsel",
        "63.11": "Balangan",
        "63.11.01": "Juai",
        JUAI: "Sirap",
        HALONG: "Hukai",
    }
    regions = RegionSet(list_regions(names), draw_squares([JUAI, HALONG]).iloc[0:0])
    save_regions(engine, regions, make_info("wilayah"))
    return engine


def choose(engine: Engine, *changes: LokusChange, decree: Decree = DECREE) -> list[LokusConflict]:
    return save_lokus(engine, "bappeda", decree, changes)


def test_chosen_desa_stand_with_their_decree_and_in_the_history(place: Engine) -> None:
    assert choose(place, LokusChange(JUAI, True, 0), LokusChange(HALONG, True, 0)) == []
    rows = read_lokus(place, "63.11", 2027)
    assert rows[["wilayah_code", "sk_number", "version"]].to_numpy().tolist() == [
        [JUAI, "188.45/12/2026", 1],
        [HALONG, "188.45/12/2026", 1],
    ]
    assert rows["sk_date"].tolist() == [date(2026, 3, 1)] * 2
    assert read_lokus(place, "63.11", 2026).empty
    question = select(Riwayat.action, Riwayat.actor).where(
        Riwayat.table_name == Lokus.__tablename__
    )
    with open_read(place) as connection:
        history = [tuple(row) for row in connection.execute(question)]
    assert history == [("tambah", "bappeda")] * 2
    assert read_versions(place)["lokus"] == 1


def test_the_same_click_again_changes_nothing(place: Engine) -> None:
    choose(place, LokusChange(JUAI, True, 0))
    before = read_versions(place)
    assert choose(place, LokusChange(JUAI, True, 0)) == []
    assert read_versions(place) == before
    assert read_lokus(place, "63", 2027)["version"].tolist() == [1]


def test_another_decree_moves_a_desa_only_on_the_version_that_was_seen(place: Engine) -> None:
    choose(place, LokusChange(JUAI, True, 0))
    later = Decree(2027, "188.45/99/2026")
    assert choose(place, LokusChange(JUAI, True, 0), decree=later) == [
        LokusConflict(JUAI, "188.45/12/2026")
    ]
    assert choose(place, LokusChange(JUAI, True, 1), decree=later) == []
    [row] = read_lokus(place, "63.11", 2027).to_dict("records")
    assert (row["sk_number"], row["sk_date"], row["version"]) == ("188.45/99/2026", None, 2)


def test_one_conflict_and_nothing_of_the_list_is_written(place: Engine) -> None:
    choose(place, LokusChange(JUAI, True, 0))
    other = Decree(2027, "lain")
    changes = [LokusChange(HALONG, True, 0), LokusChange(JUAI, True, 0)]
    assert choose(place, *changes, decree=other) == [LokusConflict(JUAI, "188.45/12/2026")]
    assert read_lokus(place, "63.11", 2027)["wilayah_code"].tolist() == [JUAI]


def test_a_desa_taken_off_is_gone_and_taken_off_twice_is_no_conflict(place: Engine) -> None:
    choose(place, LokusChange(JUAI, True, 0))
    assert choose(place, LokusChange(JUAI, False, 1)) == []
    assert read_lokus_years(place, JUAI).empty
    assert choose(place, LokusChange(JUAI, False, 1)) == []


def test_who_takes_off_what_another_changed_learns_of_it(place: Engine) -> None:
    choose(place, LokusChange(JUAI, True, 0))
    choose(place, LokusChange(JUAI, True, 1), decree=Decree(2027, "baru"))
    assert choose(place, LokusChange(JUAI, False, 1)) == [LokusConflict(JUAI, "baru")]
    assert len(read_lokus_years(place, JUAI)) == 1


def test_two_who_choose_the_same_desa_in_one_moment_do_not_fail(
    place: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(place, LokusChange(JUAI, True, 0))
    # The other one's row came after this one's look: as if nothing stood there yet.
    monkeypatch.setattr(writes, "_hold", lambda *_: {})
    other = Decree(2027, "lain")
    changes = [LokusChange(HALONG, True, 0), LokusChange(JUAI, True, 0)]
    assert choose(place, *changes, decree=other) == [LokusConflict(JUAI, None)]
    monkeypatch.undo()
    assert read_lokus(place, "63.11", 2027)["sk_number"].tolist() == ["188.45/12/2026"]
