"""Meetings: opened once, changed on a version, frozen, closed with their stage, corrected."""

from dataclasses import asdict, replace
from datetime import date

import pytest
from sqlalchemy import Engine

from analysis.meetings import MeetingHead
from analysis.stages import PartState
from data_access.database import open_write
from data_access.reads import rembuk as reads
from data_access.reads.isian import read_cells
from data_access.reads.lampiran import list_attachments
from data_access.reads.rembuk import Commitment, Meeting
from data_access.reads.riwayat import HistoryFilter, read_history
from data_access.reads.tahapan import read_parts
from data_access.writes.cell_changes import CellChange, StagePart
from data_access.writes.lampiran import NewAttachment
from data_access.writes.once import KeyReusedError
from data_access.writes.rembuk import change_head, freeze_figures, head_of, open_meeting
from data_access.writes.rembuk_closing import close_meeting, reopen_meeting
from data_access.writes.rembuk_hold import MeetingClosedError, hold_meeting
from data_access.writes.rembuk_koreksi import CorrectionRequest, save_correction
from data_access.writes.rembuk_prioritas import save_priorities
from data_access.writes.rembuk_rows import (
    CommitmentDraft,
    ParticipantDraft,
    RowChange,
    follow_up,
    save_rows,
)
from data_access.writes.tahapan import StageLockedError, StageMove, move_parts
from tests.corpus.entry import DESA, KECAMATAN, PERIOD, PUSKESMAS, add_regions, cell, save

STAGE = "kecamatan.pra-musrenbang"
PART = StagePart(KECAMATAN, 2026, STAGE, "setcam")
HEAD = MeetingHead(date(2026, 2, 10), "Aula", "Budi", "Camat", 42, "Membahas usulan", None)
PROMISE = CommitmentDraft("opd", "Dinas Kesehatan", "Ani", "Menyediakan TTD", date(2026, 9, 1))
SIGNED = NewAttachment(KECAMATAN, "rembuk:1:63.11.01:setcam", "ba.pdf", "application/pdf", b"%PDF-")


@pytest.fixture
def place(engine: Engine) -> Engine:
    add_regions(engine)
    return engine


def begin(engine: Engine, kind: str = "pra-musrenbang", key: str = "buka") -> Meeting:
    number = open_meeting(
        engine,
        "ani",
        wilayah_code=KECAMATAN,
        year=2026,
        kind=kind,
        elements=["Camat", "Kepala desa/lurah"],
        key=key,
    )
    return find(engine, number)


def find(engine: Engine, number: int) -> Meeting:
    found = reads.read_meeting(engine, number)
    assert found is not None
    return found


def part(engine: Engine, stage: str = STAGE, name: str = "setcam") -> PartState:
    states = read_parts(engine, [KECAMATAN], 2026)
    return next(each for each in states if (each.stage, each.part) == (stage, name))


def promise(engine: Engine, meeting: Meeting) -> Commitment:
    save_rows(engine, "ani", meeting.id, [RowChange(None, PROMISE)], key=f"janji{meeting.id}")
    return reads.read_commitments(engine, KECAMATAN)[0]


def close(engine: Engine, meeting: Meeting, key: str = "tutup") -> Meeting:
    assert close_meeting(engine, "ani", meeting, SIGNED, key=key).number == meeting.id
    return find(engine, meeting.id)


def test_three_clicks_open_one_meeting_with_the_elements_to_invite(place: Engine) -> None:
    numbers = {begin(place).id for _ in range(3)}
    (meeting,) = reads.read_meetings(place, KECAMATAN, 2026)
    assert numbers == {meeting.id}
    assert (meeting.state, meeting.version, meeting.updated_by) == ("dibuka", 1, "ani")
    assert meeting.updated_at.tzinfo is not None
    invited = reads.read_participants(place, meeting.id)
    assert [(each.element, each.is_present) for each in invited] == [
        ("Camat", None),
        ("Kepala desa/lurah", None),
    ]
    assert part(place).state == "draf"
    with pytest.raises(KeyReusedError):
        begin(place, kind="rembuk")


def test_the_head_is_changed_on_the_version_seen_and_theirs_comes_back(place: Engine) -> None:
    seen = begin(place)
    assert change_head(place, "ani", seen, HEAD).number == seen.id
    other = change_head(place, "budi", seen, replace(HEAD, place="Pendopo"))
    assert other.number is None
    assert other.theirs is not None
    assert (other.theirs.place, other.theirs.updated_by) == ("Aula", "ani")
    assert head_of(find(place, seen.id)) == HEAD
    # The same click again is no second change.
    assert change_head(place, "ani", seen, HEAD).number == seen.id
    assert find(place, seen.id).version == 2


def test_frozen_figures_stay_until_somebody_freezes_anew(place: Engine) -> None:
    seen = begin(place)
    first = {"angka": [1, 2.5, None]}
    assert freeze_figures(place, "ani", seen, first).number == seen.id
    # The first document of somebody who still sees none frozen leaves them alone.
    assert freeze_figures(place, "budi", seen, {"angka": []}, once=True).number == seen.id
    assert reads.read_snapshot(place, seen.id) == first
    assert freeze_figures(place, "budi", seen, {"angka": []}).theirs is not None
    assert freeze_figures(place, "budi", find(place, seen.id), {"angka": []}).number == seen.id
    assert reads.read_snapshot(place, seen.id) == {"angka": []}


def test_rows_are_saved_together_or_none_with_the_conflicts(place: Engine) -> None:
    meeting = begin(place)
    camat, head = reads.read_participants(place, meeting.id)
    present = ParticipantDraft("Camat", "Budi", "Camat Juai", is_present=True)
    changes = [RowChange(camat, present), RowChange(None, ParticipantDraft("TP-PKK", "Siti"))]
    for _ in range(2):
        assert save_rows(place, "ani", meeting.id, changes, key="k1").saved == 2
    assert [each.name for each in reads.read_participants(place, meeting.id)] == [
        "Budi",
        None,
        "Siti",
    ]
    late = [RowChange(camat, ParticipantDraft("Camat", "Lain")), RowChange(head, None)]
    refused = save_rows(place, "cici", meeting.id, late, key="k2")
    assert [each.theirs and each.theirs["name"] for each in refused.conflicts] == ["Budi"]
    assert len(reads.read_participants(place, meeting.id)) == 3
    assert save_rows(place, "cici", meeting.id, late[1:], key="k3").saved == 1
    assert [each.element for each in reads.read_participants(place, meeting.id)] == [
        "Camat",
        "TP-PKK",
    ]


def test_priorities_are_set_as_a_whole_and_not_over_somebody_elses(place: Engine) -> None:
    meeting = begin(place)
    assert save_priorities(place, "ani", meeting.id, (), {"I02": "Semua desa", "I05": None})
    seen = reads.read_priorities(place, meeting.id)
    assert [(each.item_code, each.note) for each in seen] == [("I02", "Semua desa"), ("I05", None)]
    assert not save_priorities(place, "budi", meeting.id, (), {"I07": None})
    assert save_priorities(place, "budi", meeting.id, seen, {"I02": "Empat desa"})
    (left,) = reads.read_priorities(place, meeting.id)
    assert (left.item_code, left.note, left.version) == ("I02", "Empat desa", 2)


def test_closing_stores_the_copy_and_hands_the_part_in_at_once(place: Engine) -> None:
    meeting = begin(place)
    outcomes = [close_meeting(place, "ani", meeting, SIGNED, key="tutup") for _ in range(2)]
    assert [(each.number, each.is_handed_in) for each in outcomes] == [(meeting.id, True)] * 2
    assert find(place, meeting.id).state == "ditutup"
    assert part(place).state == "diajukan"
    assert list(list_attachments(place, SIGNED.subject)["file_name"]) == ["ba.pdf"]
    lines = read_history(place, HistoryFilter(table="tahapan"))
    assert lines[0].actor == "ani"


def test_nothing_of_a_closed_meeting_changes_but_what_came_of_its_commitments(
    place: Engine,
) -> None:
    meeting = begin(place)
    given = promise(place, meeting)
    closed = close(place, meeting)
    with pytest.raises(MeetingClosedError):
        change_head(place, "ani", closed, HEAD)
    with pytest.raises(MeetingClosedError):
        save_rows(place, "ani", closed.id, [RowChange(given, None)], key="k1")
    with pytest.raises(MeetingClosedError):
        save_priorities(place, "ani", closed.id, (), {"I02": None})
    with pytest.raises(MeetingClosedError):
        freeze_figures(place, "ani", closed, {})
    with open_write(place, "ani") as connection, pytest.raises(MeetingClosedError):
        hold_meeting(connection, closed.id, "ani")
    now = follow_up(place, "budi", given, "selesai", "Bukti serah terima")
    assert now is not None
    assert (now.state, now.evidence, now.updated_by) == ("selesai", "Bukti serah terima", "budi")


def test_of_two_who_follow_up_at_once_the_second_sees_the_first(place: Engine) -> None:
    given = promise(place, begin(place))
    follow_up(place, "ani", given, "berjalan", None)
    now = follow_up(place, "budi", given, "batal", "Tidak ada dana")
    assert now is not None
    assert (now.state, now.updated_by) == ("berjalan", "ani")


def test_open_commitments_come_first_the_oldest_meeting_before_the_others(place: Engine) -> None:
    first = promise(place, begin(place))
    later = begin(place, kind="rembuk", key="b2")
    save_rows(place, "ani", later.id, [RowChange(None, PROMISE)], key="k2")
    follow_up(place, "ani", first, "selesai", "ada")
    kinds = [(each.meeting_kind, each.state) for each in reads.read_commitments(place, KECAMATAN)]
    assert kinds == [("rembuk", "belum"), ("pra-musrenbang", "selesai")]


def test_a_part_is_handed_in_with_the_last_of_its_meetings(place: Engine) -> None:
    first, second = begin(place), begin(place, kind="rembuk", key="b2")
    assert not close_meeting(place, "ani", first, SIGNED, key="t1").is_handed_in
    assert part(place).state == "draf"
    assert close_meeting(place, "ani", second, SIGNED, key="t2").is_handed_in
    assert part(place).state == "diajukan"


def test_a_meeting_changed_meanwhile_is_not_closed(place: Engine) -> None:
    seen = begin(place)
    change_head(place, "budi", seen, HEAD)
    assert close_meeting(place, "ani", seen, SIGNED, key="t1").theirs is not None
    assert find(place, seen.id).is_open
    assert part(place).state == "draf"
    assert list_attachments(place, SIGNED.subject).empty
    # The key is free again: the second press with what stands now closes it.
    assert close_meeting(place, "ani", find(place, seen.id), SIGNED, key="t1").number == seen.id


def test_a_closed_meeting_opens_again_once_its_stage_was_given_back(place: Engine) -> None:
    meeting = close(place, begin(place))
    with pytest.raises(StageLockedError):
        reopen_meeting(place, "ani", meeting.id, "Salah tulis")
    seen = part(place)
    back = StageMove("kembalikan", **asdict(PART), from_state=seen.state, version=seen.version)
    move_parts(place, "verifikator", [replace(back, note="Perbaiki")])
    assert reopen_meeting(place, "ani", meeting.id, "Salah tulis")
    assert not reopen_meeting(place, "ani", meeting.id, "Salah tulis")
    assert find(place, meeting.id).is_open
    assert (part(place).state, part(place).note) == ("dikembalikan", "Salah tulis")


def correction(engine: Engine, meeting: Meeting, value: int, key: str) -> CorrectionRequest:
    stands = read_cells(engine, KECAMATAN, PERIOD)
    version = int(stands["version"].iloc[0]) if len(stands) else 0
    old = None if stands.empty else int(stands["value"].iloc[0])
    change = CellChange(DESA[0], "I02", value, old, version)
    return CorrectionRequest(
        key, meeting.id, PERIOD, change, PUSKESMAS, "Bidan desa", "Kohort", "dikoreksi"
    )


def approve_figures(engine: Engine) -> None:
    save(engine, "puskesmas", cell(DESA[0], "I02", 10), key="isi")
    for kind in ("ajukan", "verifikasi", "setujui"):
        seen = part(engine, PUSKESMAS.stage, "puskesmas")
        move = StageMove(kind, **asdict(PUSKESMAS), from_state=seen.state, version=seen.version)
        assert move_parts(engine, kind, [move]).moved


def test_a_correction_shows_at_once_and_its_part_waits_for_verification_again(
    place: Engine,
) -> None:
    approve_figures(place)
    meeting = begin(place)
    outcome = save_correction(place, "ani", correction(place, meeting, 14, "k1"))
    assert outcome.is_set_back
    assert list(read_cells(place, KECAMATAN, PERIOD)["value"]) == [14]
    (noted,) = reads.read_corrections(place, meeting.id)
    assert (noted.old_value, noted.new_value, noted.asked_by) == (10, 14, "Bidan desa")
    state = part(place, PUSKESMAS.stage, "puskesmas")
    assert (state.state, state.note) == ("diajukan", "dikoreksi")
    kinds = ("isian", "koreksi_rapat", "tahapan")
    changes = {read_history(place, HistoryFilter(table=kind))[0].change_id for kind in kinds}
    assert len(changes) == 1


def test_a_cell_corrected_twice_keeps_what_stood_there_first(place: Engine) -> None:
    approve_figures(place)
    meeting = begin(place)
    save_correction(place, "ani", correction(place, meeting, 14, "k1"))
    second = save_correction(place, "budi", correction(place, meeting, 15, "k2"))
    assert not second.is_set_back
    (noted,) = reads.read_corrections(place, meeting.id)
    assert (noted.old_value, noted.new_value, noted.corrected_by) == (10, 15, "budi")


def test_a_figure_that_moved_meanwhile_is_not_corrected(place: Engine) -> None:
    approve_figures(place)
    meeting = begin(place)
    wanted = correction(place, meeting, 20, "k2")
    save_correction(place, "ani", correction(place, meeting, 14, "k1"))
    outcome = save_correction(place, "budi", wanted)
    assert outcome.conflict is not None
    assert (outcome.conflict.theirs, outcome.conflict.who) == (14, "ani")
    assert list(read_cells(place, KECAMATAN, PERIOD)["value"]) == [14]


def test_a_closed_meeting_corrects_nothing_and_the_part_stays_approved(place: Engine) -> None:
    approve_figures(place)
    closed = close(place, begin(place))
    with pytest.raises(MeetingClosedError):
        save_correction(place, "ani", correction(place, closed, 14, "k1"))
    assert part(place, PUSKESMAS.stage, "puskesmas").state == "disetujui"
    assert list(read_cells(place, KECAMATAN, PERIOD)["value"]) == [10]


def test_a_figure_that_nobody_entered_yet_is_noted_as_new(place: Engine) -> None:
    meeting = begin(place)
    assert save_correction(place, "ani", correction(place, meeting, 3, "k1")).number is not None
    (noted,) = reads.read_corrections(place, meeting.id)
    assert noted.old_value is None
    assert part(place, PUSKESMAS.stage, "puskesmas").state == "draf"
