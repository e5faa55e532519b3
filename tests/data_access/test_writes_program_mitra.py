"""Programmes of desa and partners: recorded once, changed on a version, reviewed, spent."""

from dataclasses import replace

import pandas as pd
import pytest
from sqlalchemy import Engine

from data_access.reads.batches import read_versions
from data_access.reads.program_mitra import Program, find_programs, read_programs
from data_access.reads.riwayat import HistoryFilter, read_history
from data_access.reads.tahapan import read_parts
from data_access.writes.batches import BatchInfo
from data_access.writes.once import KeyReusedError
from data_access.writes.program_file import ChangedRow, ProgramSet, save_programs
from data_access.writes.program_mitra import (
    ProgramDraft,
    add_program,
    change_program,
    remove_program,
    to_draft,
)
from data_access.writes.program_realisation import (
    RealisationChange,
    RealisationRequest,
    save_realisation,
)
from data_access.writes.program_review import Review, review_programs
from data_access.writes.tahapan import StageLockedError, StageMove, move_parts
from tests.corpus.entry import DESA, KECAMATAN, add_regions

YEAR = 2026
DRAFT = ProgramDraft(DESA[0], "apbdes", None, "PMT balita", "I17", 45.0, "balita", 40_500_000)
OTHER = ProgramDraft(DESA[1], "swasta", "PT Maju", "Jamban sehat", None, None, None, 0)


@pytest.fixture
def place(engine: Engine) -> Engine:
    add_regions(engine)
    return engine


def stored(engine: Engine) -> list[Program]:
    numbers = read_programs(engine, KECAMATAN, YEAR)["id"].tolist()
    with engine.connect() as connection:
        return list(find_programs(connection, numbers).values())


def only(engine: Engine) -> Program:
    (program,) = stored(engine)
    return program


def submit(engine: Engine, stage: str) -> None:
    version = next(p.version for p in read_parts(engine, [KECAMATAN], YEAR) if p.stage == stage)
    step = StageMove("ajukan", KECAMATAN, YEAR, stage, "setcam", "draf", version)
    assert move_parts(engine, "ani", [step]).moved


def spend(engine: Engine, who: str, key: str, *cells: RealisationChange):  # type: ignore[no-untyped-def]
    return save_realisation(engine, who, RealisationRequest(key, KECAMATAN, YEAR, cells))


def test_a_programme_waits_for_review_and_makes_the_inventory_a_draft(place: Engine) -> None:
    outcome = add_program(place, "ani", DRAFT, YEAR, key="k1")
    program = only(place)
    assert (program.id, program.review, program.version) == (outcome.number, "menunggu", 1)
    assert to_draft(program) == DRAFT
    assert program.updated_at.tzinfo is not None
    (part,) = read_parts(place, [KECAMATAN], YEAR)
    assert (part.stage, part.part, part.state) == ("kecamatan.ansit", "setcam", "draf")
    assert read_versions(place)["program"] == 1
    (line,) = read_history(place, HistoryFilter(table="program_mitra"))
    assert (line.actor, line.action, line.wilayah_code) == ("ani", "tambah", DESA[0])


def test_what_is_not_known_stays_missing_in_the_table(place: Engine) -> None:
    add_program(place, "ani", OTHER, YEAR, key="k1")
    (row,) = read_programs(place, "63.11", YEAR).itertuples(index=False)
    assert row.amount_idr == 0
    assert row.item_code is None
    assert pd.isna(row.volume)
    assert pd.isna(row.realisation_june_idr)
    assert read_programs(place, "63.11.02", YEAR).empty
    assert read_programs(place, "63.11", YEAR + 1).empty


def test_three_clicks_record_one_programme(place: Engine) -> None:
    numbers = {add_program(place, "ani", DRAFT, YEAR, key="k1").number for _ in range(3)}
    assert numbers == {only(place).id}
    with pytest.raises(KeyReusedError):
        add_program(place, "ani", OTHER, YEAR, key="k1")


def test_the_same_programme_twice_in_a_desa_is_refused(place: Engine) -> None:
    add_program(place, "ani", DRAFT, YEAR, key="k1")
    again = replace(DRAFT, activity="pmt BALITA", amount_idr=1)
    assert add_program(place, "budi", again, YEAR, key="k2").is_double
    add_program(place, "ani", OTHER, YEAR, key="k3")
    other = next(each for each in stored(place) if each.source == "swasta")
    assert change_program(place, "ani", other, DRAFT).is_double
    assert add_program(place, "budi", again, YEAR + 1, key="k4").number is not None


def test_a_change_on_an_older_version_comes_back_and_a_newer_one_is_reviewed_again(
    place: Engine,
) -> None:
    add_program(place, "ani", DRAFT, YEAR, key="k1")
    seen = only(place)
    assert review_programs(place, "camat", [Review(seen.id, 1, "disetujui")]).reviewed == 1
    refused = change_program(place, "ani", seen, replace(DRAFT, amount_idr=1))
    assert refused.theirs is not None
    assert (refused.theirs.review, refused.theirs.updated_by) == ("disetujui", "camat")
    now = only(place)
    assert change_program(place, "ani", now, replace(DRAFT, amount_idr=1)).number == now.id
    assert (only(place).review, only(place).amount_idr, only(place).version) == ("menunggu", 1, 3)


def test_a_programme_is_removed_as_seen_and_history_keeps_it(place: Engine) -> None:
    add_program(place, "ani", DRAFT, YEAR, key="k1")
    seen = only(place)
    change_program(place, "ani", seen, replace(DRAFT, unit="anak"))
    assert remove_program(place, "budi", seen).theirs is not None
    assert remove_program(place, "budi", only(place)).number == seen.id
    last = read_history(place, HistoryFilter(table="program_mitra"))[0]
    assert (last.actor, last.action, (last.before or {})["unit"]) == ("budi", "hapus", "anak")
    assert remove_program(place, "ani", seen).is_gone
    assert change_program(place, "ani", seen, OTHER).is_gone


def test_an_inventory_that_was_handed_in_takes_no_programme_but_still_a_review(
    place: Engine,
) -> None:
    add_program(place, "ani", DRAFT, YEAR, key="k1")
    submit(place, "kecamatan.ansit")
    seen = only(place)
    with pytest.raises(StageLockedError):
        add_program(place, "ani", OTHER, YEAR, key="k2")
    with pytest.raises(StageLockedError):
        change_program(place, "ani", seen, OTHER)
    with pytest.raises(StageLockedError):
        remove_program(place, "ani", seen)
    returned = Review(seen.id, seen.version, "dikembalikan", "Volume?")
    assert review_programs(place, "camat", [returned]).reviewed == 1
    assert only(place).review_note == "Volume?"


def test_a_review_of_several_is_all_or_none_and_once(place: Engine) -> None:
    for number, draft in enumerate((DRAFT, OTHER)):
        add_program(place, "ani", draft, YEAR, key=f"k{number}")
    reviews = [Review(each.id, each.version, "disetujui") for each in stored(place)]
    stale = [reviews[0], replace(reviews[1], version=7)]
    assert [each.id for each in review_programs(place, "camat", stale).moved] == [
        reviews[1].program_id
    ]
    assert {each.review for each in stored(place)} == {"menunggu"}
    assert review_programs(place, "camat", [*reviews, Review(999, 1, "disetujui")]).gone == (999,)
    for _ in range(3):
        assert review_programs(place, "camat", reviews).reviewed == 2
    assert {(each.review, each.version) for each in stored(place)} == {("disetujui", 2)}


def test_realisations_are_kept_by_semester_and_do_not_undo_the_review(place: Engine) -> None:
    add_program(place, "ani", DRAFT, YEAR, key="k1")
    program = only(place)
    review_programs(place, "camat", [Review(program.id, 1, "disetujui")])
    submit(place, "kecamatan.ansit")
    june = RealisationChange(program.id, "juni", 20_000_000, None, 1)
    assert spend(place, "ani", "s1", june).saved == 1
    assert spend(place, "ani", "s1", june).saved == 1
    now = only(place)
    assert (now.realisation_june_idr, now.realisation_december_idr) == (20_000_000, None)
    assert (now.review, now.version) == ("disetujui", 3)
    submit(place, "kecamatan.semester-1")
    with pytest.raises(StageLockedError):
        spend(place, "ani", "s2", replace(june, value=5, base_value=20_000_000))
    december = RealisationChange(program.id, "desember", 40_500_000, None, 3)
    assert spend(place, "ani", "s3", december).saved == 1


def test_a_realisation_that_somebody_else_changed_is_a_conflict_and_nothing_is_written(
    place: Engine,
) -> None:
    for number, draft in enumerate((DRAFT, OTHER)):
        add_program(place, "ani", draft, YEAR, key=f"k{number}")
    first, second = stored(place)
    spend(place, "budi", "s1", RealisationChange(first.id, "juni", 7, None, 1))
    cells = [RealisationChange(each.id, "juni", 5, None, 1) for each in (first, second)]
    (conflict,) = spend(place, "ani", "s2", *cells).conflicts
    assert (conflict.theirs, conflict.who, conflict.version) == (7, "budi", 2)
    assert stored(place)[1].realisation_june_idr is None
    mended = cells[0].rebase(conflict.theirs, conflict.version)
    assert spend(place, "ani", "s3", mended, cells[1]).saved == 2
    remove_program(place, "ani", stored(place)[0])
    gone = RealisationChange(first.id, "desember", 9, None, 3)
    assert spend(place, "ani", "s4", gone).gone == (first.id,)


def test_a_file_adds_and_changes_as_one_import_and_the_same_again_changes_nothing(
    place: Engine,
) -> None:
    add_program(place, "ani", DRAFT, YEAR, key="k1")
    row = ChangedRow(only(place).id, 1, replace(DRAFT, amount_idr=9))
    data = ProgramSet(KECAMATAN, YEAR, (OTHER,), (row,))
    info = BatchInfo("program", "a.xlsx", "f" * 64, "ani", {"tahun": YEAR})
    done = save_programs(place, data, info).written
    assert done is not None
    assert done.row_count == 2
    assert sorted(each.amount_idr for each in stored(place)) == [0, 9]
    again = save_programs(place, data, info).written
    assert again is not None
    assert again.unchanged


def test_a_file_on_older_rows_or_with_what_is_there_already_writes_nothing(place: Engine) -> None:
    add_program(place, "ani", DRAFT, YEAR, key="k1")
    seen = only(place)
    change_program(place, "budi", seen, replace(DRAFT, unit="anak"))
    stale = ChangedRow(seen.id, 1, replace(DRAFT, amount_idr=9))
    gone = ChangedRow(999, 1, OTHER)
    data = ProgramSet(KECAMATAN, YEAR, (replace(DRAFT, volume=None, unit=None),), (stale, gone))
    info = BatchInfo("program", "a.xlsx", "f" * 64, "ani")
    outcome = save_programs(place, replace(data, added=()), info)
    assert [each.updated_by for each in outcome.moved] == ["budi"]
    assert outcome.gone == (999,)
    doubled = save_programs(place, replace(data, changed=()), info)
    assert [each.activity for each in doubled.doubled] == ["PMT balita"]
    assert len(stored(place)) == 1
    assert "batch" not in read_versions(place) or only(place).amount_idr == DRAFT.amount_idr
