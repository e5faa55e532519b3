"""A filled-in entry workbook stored in one transaction: versions, imports, conflicts, locks."""

import pytest
from sqlalchemy import Engine

from data_access.reads.batches import read_versions
from data_access.reads.isian import read_cells
from data_access.reads.riwayat import HistoryFilter, read_history
from data_access.reads.tahapan import read_parts
from data_access.writes.ansit import FileOutcome, FileSet, save_file
from data_access.writes.batches import BatchInfo
from data_access.writes.isian import CellChange
from data_access.writes.tahapan import StageLockedError, StageMove, move_parts
from tests.corpus.entry import DESA, KECAMATAN, PERIOD, PUSKESMAS, add_regions, cell, save

A, B = DESA[:2]
PARTS = {"S04": PUSKESMAS, "S05": PUSKESMAS}


@pytest.fixture
def place(engine: Engine) -> Engine:
    add_regions(engine)
    return engine


def bring(engine: Engine, *cells: CellChange, digest: str = "a", actor: str = "ani") -> FileOutcome:
    info = BatchInfo("isian", f"{digest}.xlsx", digest, actor, {"wilayah": KECAMATAN})
    return save_file(engine, FileSet(KECAMATAN, PERIOD, PARTS, cells), info)


def change(unit: str, item: str, value: int | None, base: int | None, version: int) -> CellChange:
    return CellChange(unit, item, value, base, version)


def stored(engine: Engine) -> list[tuple[object, ...]]:
    cells = read_cells(engine, KECAMATAN, PERIOD).astype(object)
    return list(cells.where(cells.notna(), None).itertuples(index=False, name=None))


def test_new_cells_come_with_their_import_and_stand_in_history_once(place: Engine) -> None:
    outcome = bring(place, cell(A, "S04", 34), cell(B, "S04", 0))
    assert outcome.written is not None
    assert outcome.written.row_count == 2
    assert stored(place) == [(A, "S04", 34, 1), (B, "S04", 0, 1)]
    assert read_history(place, HistoryFilter(table="isian")) == []
    (line,) = read_history(place, HistoryFilter(table="batch", actor="ani"))
    assert line.action == "tambah"
    assert read_versions(place)["isian"] == 1
    (part,) = read_parts(place, [KECAMATAN], 2026)
    assert (part.part, part.state) == ("puskesmas", "draf")


def test_what_a_file_replaces_is_kept_by_history_one_line_a_cell(place: Engine) -> None:
    save(place, "budi", cell(A, "S04", 34), cell(B, "S04", 5), key="k1")
    outcome = bring(place, change(A, "S04", 36, 34, 1), change(B, "S04", None, 5, 1))
    assert stored(place) == [(A, "S04", 36, 2), (B, "S04", None, 2)]
    lines = read_history(place, HistoryFilter(table="isian", actor="ani"))
    assert sorted((each.row_key, (each.before or {})["value"]) for each in lines) == [
        (f"{PERIOD}|{A}|S04", 34),
        (f"{PERIOD}|{B}|S04", 5),
    ]
    assert outcome.written is not None
    assert outcome.written.replaced_batches == ()


def test_a_later_file_marks_the_earlier_one_as_replaced(place: Engine) -> None:
    first = bring(place, cell(A, "S04", 34), cell(B, "S04", 5)).written
    second = bring(place, change(A, "S04", 36, 34, 1), digest="b").written
    assert first is not None
    assert second is not None
    assert second.replaced_batches == (first.batch_id,)
    states = {
        (each.after or {})["id"]: (each.after or {})["status"]
        for each in reversed(read_history(place, HistoryFilter(table="batch")))
    }
    assert states[first.batch_id] == "sebagian digantikan"


def test_the_same_file_again_changes_nothing(place: Engine) -> None:
    first = bring(place, cell(A, "S04", 34)).written
    versions = read_versions(place)
    again = bring(place, cell(A, "S04", 34)).written
    assert first is not None
    assert again is not None
    assert (again.unchanged, again.batch_id) == (True, first.batch_id)
    assert read_versions(place) == versions
    assert stored(place) == [(A, "S04", 34, 1)]


def test_a_cell_that_somebody_changed_since_is_a_conflict_and_nothing_is_written(
    place: Engine,
) -> None:
    save(place, "budi", cell(A, "S04", 35), key="k1")
    versions = read_versions(place)
    outcome = bring(place, cell(A, "S04", 34), cell(B, "S04", 5))
    assert outcome.written is None
    (conflict,) = outcome.conflicts
    assert (conflict.theirs, conflict.version, conflict.who) == (35, 1, "budi")
    assert stored(place) == [(A, "S04", 35, 1)]
    assert read_versions(place) == versions


def test_a_cell_that_somebody_filled_in_alike_is_no_conflict(place: Engine) -> None:
    save(place, "budi", cell(A, "S04", 34), key="k1")
    outcome = bring(place, cell(A, "S04", 34), cell(B, "S04", 5))
    assert outcome.written is not None
    assert outcome.written.row_count == 1
    assert stored(place) == [(A, "S04", 34, 1), (B, "S04", 5, 1)]


def test_a_locked_part_takes_no_file(place: Engine) -> None:
    save(place, "budi", cell(A, "S04", 34), key="k1")
    stage = "kecamatan.ansit"
    move_parts(place, "budi", [StageMove("ajukan", KECAMATAN, 2026, stage, "puskesmas", "draf", 1)])
    with pytest.raises(StageLockedError):
        bring(place, change(A, "S04", 36, 34, 1))
    assert stored(place) == [(A, "S04", 34, 1)]
    assert read_history(place, HistoryFilter(table="batch", actor="ani")) == []
