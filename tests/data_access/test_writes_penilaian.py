"""Results of the assessment and clarifications: on the version seen, once, and locked."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine

from data_access.reads.batches import read_versions
from data_access.reads.penilaian import (
    OFFICIAL,
    SIMULATED,
    read_clarifications,
    read_results,
)
from data_access.reads.penilaian_bukti import (
    read_approval_moments,
    read_attached_names,
    read_support,
)
from data_access.reads.riwayat import HistoryFilter, read_history
from data_access.reads.tahapan import read_parts
from data_access.writes.isian import StagePart
from data_access.writes.penilaian import (
    ClarificationDraft,
    ResultDraft,
    add_clarification,
    change_clarification,
    remove_clarification,
    save_result,
)
from data_access.writes.tahapan import StageLockedError, StageMove, move_parts
from tests.corpus.entry import KECAMATAN, add_regions

PLACE = StagePart(KECAMATAN, 2026, "kecamatan.penilaian", "setcam")
FROZEN = {"form": 1, "evidence": [{"facts": {"documents": ["a.pdf"]}, "fraction": 0.5}]}
SIMULATION = ResultDraft(KECAMATAN, 2026, SIMULATED, None, 51.986, frozen=FROZEN)
MINISTRY = ResultDraft(KECAMATAN, 2026, OFFICIAL, "berdaya", None, "Surat 1", date(2027, 2, 1))
SAID = ClarificationDraft("regulasi", "Camat", "SK camat sudah terbit.")


@pytest.fixture
def place(engine: Engine) -> Engine:
    add_regions(engine)
    return engine


def hand_in(engine: Engine) -> None:
    part = read_parts(engine, [KECAMATAN], 2026)[0]
    move = StageMove("ajukan", *part_key(), part.state, part.version)
    assert move_parts(engine, "ani", [move]).moved


def part_key() -> tuple[str, int, str, str]:
    return PLACE.wilayah_code, PLACE.year, PLACE.stage, PLACE.part


def test_a_simulation_is_kept_frozen_and_makes_the_stage_a_draft(place: Engine) -> None:
    done = save_result(place, "ani", SIMULATION, version=0, entry=PLACE)
    (stored,) = read_results(place, [KECAMATAN], 2026)
    assert (stored.id, stored.frozen, stored.score) == (done.number, FROZEN, 51.986)
    assert (stored.class_name, stored.version, stored.updated_by) == (None, 1, "ani")
    assert [part.state for part in read_parts(place, [KECAMATAN], 2026)] == ["draf"]
    assert read_versions(place)["penilaian"] == 1
    lines = read_history(place, HistoryFilter(table="hasil_penilaian"))
    assert [(line.actor, line.action) for line in lines] == [("ani", "tambah")]


def test_the_official_result_stands_beside_and_does_not_wait_for_the_stage(place: Engine) -> None:
    save_result(place, "ani", SIMULATION, version=0, entry=PLACE)
    hand_in(place)
    with pytest.raises(StageLockedError):
        save_result(place, "ani", replace(SIMULATION, score=1), version=1, entry=PLACE)
    assert save_result(place, "bapp", MINISTRY, version=0, entry=None).number is not None
    kinds = {each.kind: each.class_name for each in read_results(place, [KECAMATAN], 2026)}
    assert kinds == {OFFICIAL: "berdaya", SIMULATED: None}


def test_two_people_do_not_write_over_each_other(place: Engine) -> None:
    for _ in range(2):  # the same click twice is one row
        save_result(place, "ani", MINISTRY, version=0, entry=None)
    other = replace(MINISTRY, class_name="tumbuh")
    theirs = save_result(place, "budi", other, version=0, entry=None).their_result
    assert theirs is not None
    assert (theirs.class_name, theirs.version) == ("berdaya", 1)
    assert save_result(place, "budi", other, version=1, entry=None).number == theirs.id
    assert read_results(place, [KECAMATAN], 2026)[0].class_name == "tumbuh"


def test_a_clarification_is_noted_once_answered_and_removed(place: Engine) -> None:
    numbers = {add_clarification(place, "ani", PLACE, SAID, key="k").number for _ in range(3)}
    (stored,) = read_clarifications(place, KECAMATAN, 2026)
    assert numbers == {stored.id}
    answered = replace(SAID, answer="Dicatat.")
    assert change_clarification(place, "ani", PLACE, stored, answered).number == stored.id
    stale = change_clarification(place, "budi", PLACE, stored, replace(SAID, answer="Lain"))
    assert stale.their_clarification is not None
    assert stale.their_clarification.answer == "Dicatat."
    (now,) = read_clarifications(place, KECAMATAN, 2026)
    assert remove_clarification(place, "ani", PLACE, now).number == now.id
    assert change_clarification(place, "ani", PLACE, now, SAID).is_gone


def test_nothing_is_noted_once_the_assessment_was_handed_in(place: Engine) -> None:
    add_clarification(place, "ani", PLACE, SAID, key="k")
    (stored,) = read_clarifications(place, KECAMATAN, 2026)
    hand_in(place)
    with pytest.raises(StageLockedError):
        add_clarification(place, "ani", PLACE, SAID, key="k2")
    with pytest.raises(StageLockedError):
        change_clarification(place, "ani", PLACE, stored, replace(SAID, answer="x"))
    with pytest.raises(StageLockedError):
        remove_clarification(place, "ani", PLACE, stored)


def test_the_last_approval_counts_and_evidence_is_read_for_a_region_and_its_year(
    place: Engine,
) -> None:
    add_clarification(place, "ani", PLACE, SAID, key="k")
    for kind in ("ajukan", "verifikasi", "setujui"):
        part = read_parts(place, [KECAMATAN], 2026)[0]
        move_parts(place, "ani", [StageMove(kind, *part_key(), part.state, part.version)])
    found = read_approval_moments(place, KECAMATAN[:5], 2026)
    assert list(found) == [(KECAMATAN, PLACE.stage)]
    assert read_approval_moments(place, KECAMATAN[:5], 2025) == {}
    assert read_attached_names(place, KECAMATAN, 2026).empty
    assert read_support(place, KECAMATAN, 2026).empty
