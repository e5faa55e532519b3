"""Problems of the situation analysis: recorded once, changed on a version, removed, locked."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from data_access.reads.batches import read_versions
from data_access.reads.masalah import Problem, read_problem_places, read_problems
from data_access.reads.riwayat import HistoryFilter, read_history
from data_access.reads.tahapan import read_parts
from data_access.writes.masalah import (
    ProblemDraft,
    add_problem,
    change_problem,
    remove_problem,
    to_draft,
)
from data_access.writes.once import KeyReusedError
from data_access.writes.tahapan import StageLockedError, StageMove, move_parts
from tests.corpus.entry import DESA, KECAMATAN, PUSKESMAS, add_regions

STAGE = PUSKESMAS.stage
DRAFT = ProblemDraft("I02", DESA[0], "permintaan", "budaya", "Ibu hamil enggan minum TTD")


@pytest.fixture
def place(engine: Engine) -> Engine:
    add_regions(engine)
    return engine


def only(engine: Engine) -> Problem:
    (problem,) = read_problems(engine, KECAMATAN, 2026, STAGE)
    return problem


def lines(engine: Engine) -> list[tuple[str, str]]:
    rows = read_history(engine, HistoryFilter(table="masalah"))
    return [(row.actor, row.action) for row in reversed(rows)]


def test_a_problem_is_recorded_with_one_line_of_history_and_makes_a_draft(place: Engine) -> None:
    outcome = add_problem(place, "ani", PUSKESMAS, DRAFT, key="k1")
    problem = only(place)
    assert problem.id == outcome.number
    assert to_draft(problem) == DRAFT
    assert (problem.version, problem.updated_by, problem.part) == (1, "ani", "puskesmas")
    assert problem.updated_at.tzinfo is not None
    assert lines(place) == [("ani", "tambah")]
    assert read_versions(place)["masalah"] == 1
    assert [part.state for part in read_parts(place, [KECAMATAN], 2026)] == ["draf"]


def test_three_clicks_record_one_problem_and_another_content_is_refused(place: Engine) -> None:
    numbers = {add_problem(place, "ani", PUSKESMAS, DRAFT, key="k1").number for _ in range(3)}
    assert numbers == {only(place).id}
    with pytest.raises(KeyReusedError):
        add_problem(place, "ani", PUSKESMAS, replace(DRAFT, problem="lain"), key="k1")


def test_a_change_on_the_version_seen_is_stored_and_one_on_an_older_comes_back(
    place: Engine,
) -> None:
    add_problem(place, "ani", PUSKESMAS, DRAFT, key="k1")
    seen = only(place)
    first = replace(DRAFT, cause="Mual")
    assert change_problem(place, "ani", seen, first).number == seen.id
    versions = read_versions(place)
    second = change_problem(place, "budi", seen, replace(DRAFT, cause="Stok kosong"))
    assert second.number is None
    assert second.theirs is not None
    assert (second.theirs.cause, second.theirs.updated_by) == ("Mual", "ani")
    assert read_versions(place) == versions
    assert (only(place).cause, only(place).version) == ("Mual", 2)
    assert lines(place) == [("ani", "tambah"), ("ani", "ubah")]


def test_the_same_change_again_is_not_written_again(place: Engine) -> None:
    add_problem(place, "ani", PUSKESMAS, DRAFT, key="k1")
    seen, wanted = only(place), replace(DRAFT, proposal="Kelas ibu hamil")
    for _ in range(3):
        assert change_problem(place, "ani", seen, wanted).number == seen.id
    assert only(place).version == 2


def test_a_problem_is_removed_as_seen_and_history_keeps_what_it_said(place: Engine) -> None:
    add_problem(place, "ani", PUSKESMAS, DRAFT, key="k1")
    seen = only(place)
    change_problem(place, "ani", seen, replace(DRAFT, cause="Mual"))
    refused = remove_problem(place, "budi", seen)
    assert refused.theirs is not None
    assert remove_problem(place, "budi", only(place)).number == seen.id
    assert read_problems(place, KECAMATAN, 2026, STAGE) == ()
    last = read_history(place, HistoryFilter(table="masalah"))[0]
    assert (last.actor, last.action, (last.before or {})["cause"]) == ("budi", "hapus", "Mual")
    assert change_problem(place, "ani", seen, DRAFT).is_gone
    assert remove_problem(place, "ani", seen).is_gone


def test_a_part_that_was_handed_in_takes_no_problem(place: Engine) -> None:
    add_problem(place, "ani", PUSKESMAS, DRAFT, key="k1")
    seen = only(place)
    move_parts(place, "ani", [StageMove("ajukan", KECAMATAN, 2026, STAGE, "puskesmas", "draf", 1)])
    with pytest.raises(StageLockedError):
        add_problem(place, "ani", PUSKESMAS, DRAFT, key="k2")
    with pytest.raises(StageLockedError):
        change_problem(place, "ani", seen, replace(DRAFT, cause="Mual"))
    with pytest.raises(StageLockedError):
        remove_problem(place, "ani", seen)
    assert only(place) == seen


def test_places_are_the_region_and_what_lies_in_it(place: Engine) -> None:
    assert list(read_problem_places(place, KECAMATAN)["code"]) == [KECAMATAN, *DESA]
    assert set(read_problem_places(place, "63.11")["level"]) == {"kabupaten", "kecamatan", "desa"}
