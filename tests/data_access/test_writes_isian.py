"""Entered figures: one transaction, versions, conflicts, the same click once."""

import pytest
from sqlalchemy import Engine

from data_access.reads.batches import read_versions
from data_access.reads.isian import read_cells
from data_access.reads.riwayat import HistoryFilter, read_history
from data_access.topics import entered_in
from data_access.writes.isian import CellChange, SaveRequest, save_cells
from data_access.writes.once import KeyReusedError
from data_access.writes.tahapan import StageLockedError, StageMove, move_parts
from tests.corpus.entry import DESA, KECAMATAN, PERIOD, PUSKESMAS, add_regions, cell, save

A, B = DESA[:2]


@pytest.fixture
def place(engine: Engine) -> Engine:
    add_regions(engine)
    return engine


def stored(engine: Engine) -> dict[tuple[str, str], tuple[object, int]]:
    cells = read_cells(engine, KECAMATAN, PERIOD)
    return {
        (row.unit_code, row.item_code): (None if row.value is None else row.value, row.version)
        for row in cells.astype(object).where(cells.notna(), None).itertuples(index=False)
    }


def lines(engine: Engine) -> list[tuple[str, str, str]]:
    rows = read_history(engine, HistoryFilter(table="isian"))
    return [(row.actor, row.row_key, row.action) for row in reversed(rows)]


def test_new_cells_are_stored_with_a_first_version_and_one_line_of_history_each(
    place: Engine,
) -> None:
    outcome = save(place, "ani", cell(A, "S04", 34), cell(B, "S04", 0), key="k1")
    assert (outcome.saved, outcome.conflicts, outcome.repeated) == (2, (), False)
    assert stored(place) == {(A, "S04"): (34, 1), (B, "S04"): (0, 1)}
    assert lines(place) == [
        ("ani", f"2026|{A}|S04", "tambah"),
        ("ani", f"2026|{B}|S04", "tambah"),
    ]
    assert read_versions(place)["isian"] == 1


def test_a_save_moves_its_own_periods_version_and_no_other(place: Engine) -> None:
    save(place, "ani", cell(A, "S04", 34), key="k1")
    half_year = SaveRequest("k2", "2026-S1", KECAMATAN, (PUSKESMAS,), (cell(A, "S04", 17),))
    save_cells(place, "ani", half_year)
    versions = read_versions(place)
    assert versions["isian"] == 2
    assert (versions[entered_in(PERIOD)], versions[entered_in("2026-S1")]) == (1, 1)


def test_a_changed_and_a_cleared_cell_are_one_line_of_history_each(place: Engine) -> None:
    save(place, "ani", cell(A, "S04", 34), cell(B, "S04", 5), key="k1")
    save(place, "budi", cell(A, "S04", 36, 1), cell(B, "S04", None, 1), key="k2")
    assert stored(place) == {(A, "S04"): (36, 2), (B, "S04"): (None, 2)}
    assert lines(place)[2:] == [
        ("budi", f"2026|{A}|S04", "ubah"),
        ("budi", f"2026|{B}|S04", "ubah"),
    ]


def test_the_first_entry_makes_the_part_a_draft(place: Engine) -> None:
    save(place, "ani", cell(A, "S04", 34), key="k1")
    steps = read_history(place, HistoryFilter(table="tahapan"))
    assert [(row.action, (row.after or {})["state"]) for row in steps] == [("tambah", "draf")]


def test_the_second_of_two_who_change_one_cell_sees_theirs_and_writes_nothing(
    place: Engine,
) -> None:
    save(place, "ani", cell(A, "S04", 34), cell(B, "S04", 5), key="k1")
    save(place, "ani", cell(A, "S04", 35, 1), key="k2")
    outcome = save(place, "budi", cell(A, "S04", 36, 1), cell(B, "S04", 6, 1), key="k3")
    (conflict,) = outcome.conflicts
    assert (conflict.theirs, conflict.version, conflict.who) == (35, 2, "ani")
    assert conflict.ours.value == 36
    assert conflict.at is not None
    assert outcome.saved == 0
    assert stored(place) == {(A, "S04"): (35, 2), (B, "S04"): (5, 1)}


def test_two_who_fill_the_same_empty_cell_do_not_overwrite_each_other(place: Engine) -> None:
    save(place, "ani", cell(A, "S04", 34), key="k1")
    outcome = save(place, "budi", cell(A, "S04", 34), key="k2")
    assert [(each.theirs, each.who) for each in outcome.conflicts] == [(34, "ani")]


def test_after_a_conflict_the_choice_is_saved_on_the_new_version(place: Engine) -> None:
    save(place, "ani", cell(A, "S04", 34), key="k1")
    save(place, "ani", cell(A, "S04", 35, 1), key="k2")
    assert save(place, "budi", cell(A, "S04", 36, 1), key="k3").conflicts
    assert save(place, "budi", cell(A, "S04", 36, 2), key="k4").saved == 1
    assert stored(place) == {(A, "S04"): (36, 3)}


def test_a_refused_save_gives_its_key_free(place: Engine) -> None:
    save(place, "ani", cell(A, "S04", 34), key="k1")
    assert save(place, "budi", cell(A, "S04", 36), key="k2").conflicts
    assert save(place, "budi", cell(A, "S04", 36, 1), key="k2").saved == 1


def test_the_same_click_again_is_told_the_first_result_and_writes_nothing(place: Engine) -> None:
    for repeated in (False, True, True):
        outcome = save(place, "ani", cell(A, "S04", 34), key="k1")
        assert (outcome.saved, outcome.repeated) == (1, repeated)
    assert stored(place) == {(A, "S04"): (34, 1)}
    assert len(lines(place)) == 1


def test_a_key_of_another_content_or_person_is_refused(place: Engine) -> None:
    save(place, "ani", cell(A, "S04", 34), key="k1")
    with pytest.raises(KeyReusedError):
        save(place, "ani", cell(A, "S04", 35, 1), key="k1")
    with pytest.raises(KeyReusedError):
        save(place, "budi", cell(A, "S04", 34), key="k1")
    assert stored(place) == {(A, "S04"): (34, 1)}


def test_a_submitted_part_takes_no_entry_but_the_other_parties_do(place: Engine) -> None:
    save(place, "ani", cell(A, "S04", 34), key="k1")
    move = StageMove("ajukan", KECAMATAN, 2026, "kecamatan.ansit", "puskesmas", "draf", 1)
    assert move_parts(place, "ani", [move]).moved
    with pytest.raises(StageLockedError):
        save(place, "ani", cell(A, "S04", 35, 1), key="k2")
    setcam = type(PUSKESMAS)(KECAMATAN, 2026, "kecamatan.ansit", "setcam")
    assert save(place, "cici", cell(A, "S01", 900), key="k3", part=setcam).saved == 1
    assert stored(place) == {(A, "S04"): (34, 1), (A, "S01"): (900, 1)}


def test_a_save_that_the_database_refuses_leaves_nothing(place: Engine) -> None:
    with pytest.raises(Exception, match="tak_negatif"):
        save(place, "ani", cell(A, "S04", 34), cell(B, "S04", -1), key="k1")
    assert stored(place) == {}
    assert lines(place) == []


def test_a_period_in_which_nothing_is_entered_is_refused(place: Engine) -> None:
    request = SaveRequest("k", "2025-08", KECAMATAN, (), (cell(A, "S04", 1),))
    with pytest.raises(ValueError, match="2025-08"):
        save_cells(place, "ani", request)


def test_twelve_hundred_cells_go_in_at_once(place: Engine) -> None:
    cells = [CellChange(unit, f"X{i}", i, None, 0) for unit in DESA for i in range(240)]
    assert save(place, "ani", *cells, key="k1").saved == 1200
    again = [CellChange(c.unit_code, c.item_code, (c.value or 0) + 1, None, 1) for c in cells]
    assert save(place, "ani", *again, key="k2").saved == 1200
    assert {version for _, version in stored(place).values()} == {2}
    assert len(lines(place)) == 2400


def test_cells_of_another_region_or_period_are_not_read(place: Engine) -> None:
    save(place, "ani", cell(A, "S04", 34), key="k1")
    assert read_cells(place, "63.11.02", PERIOD).empty
    assert read_cells(place, KECAMATAN, "2025").empty
    assert len(read_cells(place, "63.11", PERIOD)) == 1
