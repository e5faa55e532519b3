"""Proposals: numbered once and for ever, changed on what was seen, decided here and above."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine

from data_access.reads import usulan as reads
from data_access.reads.rembuk import Meeting, read_meeting
from data_access.reads.usulan import Proposal
from data_access.writes.lampiran import NewAttachment
from data_access.writes.once import KeyReusedError
from data_access.writes.rembuk import open_meeting
from data_access.writes.rembuk_closing import close_meeting, reopen_meeting
from data_access.writes.rembuk_hold import MeetingClosedError, MeetingGoneError
from data_access.writes.rembuk_rows import CommitmentDraft, RowChange, save_rows
from data_access.writes.tahapan import StageMove, move_parts
from data_access.writes.usulan import (
    ProposalChange,
    ProposalsOutcome,
    remove_proposals,
    save_proposals,
)
from data_access.writes.usulan_raised import RaisedDecision, decide_raised
from tests.corpus.entry import DESA, KECAMATAN, add_regions

KABUPATEN, PROVINSI, OTHER = "63.11", "63", "63.11.02"
AGREE = {"decision": "disepakati"}


@pytest.fixture
def place(engine: Engine) -> Engine:
    add_regions(engine)
    return engine


def begin(engine: Engine, code: str = KECAMATAN, kind: str = "pra-musrenbang") -> Meeting:
    key = f"buka{code}{kind}"
    number = open_meeting(engine, "ani", wilayah_code=code, year=2026, kind=kind, key=key)
    return find(engine, number)


def find(engine: Engine, number: int) -> Meeting:
    found = read_meeting(engine, number)
    assert found is not None
    return found


def close(engine: Engine, meeting: Meeting) -> None:
    signed = NewAttachment(meeting.wilayah_code, "rembuk", "ba.pdf", "application/pdf", b"%PDF-")
    now = find(engine, meeting.id)
    assert close_meeting(engine, "ani", now, signed, key=f"tutup{meeting.id}").is_handed_in


def store(
    engine: Engine, meeting: Meeting, *changes: ProposalChange, key: str, actor: str = "ani"
) -> ProposalsOutcome:
    return save_proposals(engine, actor, key=key, meeting_id=meeting.id, changes=changes)


def add(engine: Engine, meeting: Meeting, name: str = "PMT", **values: Any) -> Proposal:
    new = ProposalChange({"activity": name, **values})
    return store(engine, meeting, new, key=f"{meeting.id}{name}").saved[0]


def test_a_paste_of_25_rows_is_stored_at_once_with_numbers_in_its_order(place: Engine) -> None:
    meeting = begin(place)
    rows = [ProposalChange({"activity": f"Kegiatan {n}", "places": (DESA[0],)}) for n in range(25)]
    for _ in range(3):  # three clicks
        saved = store(place, meeting, *rows, key="tempel").saved
        assert [each.number for each in saved] == [
            f"{KECAMATAN}/2026/{n:03d}" for n in range(1, 26)
        ]
    stored = reads.read_proposals(place, meeting.id)
    assert [each.activity for each in stored] == [f"Kegiatan {n}" for n in range(25)]
    assert stored[0].places == (DESA[0],)
    assert (stored[0].decision, stored[0].amount_idr, stored[0].version) == ("belum", None, 1)
    with pytest.raises(KeyReusedError):
        store(place, meeting, *rows[:1], key="tempel")


def test_two_recorders_of_two_meetings_never_give_one_number_twice(place: Engine) -> None:
    meetings = [begin(place), begin(place, kind="rapat-ansit")]

    def write(number: int) -> str:
        return add(place, meetings[number % 2], f"Kegiatan {number}").number

    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(write, range(12)))
    assert sorted(numbers) == [f"{KECAMATAN}/2026/{n:03d}" for n in range(1, 13)]


def test_the_number_of_a_removed_proposal_is_not_given_again(place: Engine) -> None:
    meeting = begin(place)
    first, second = add(place, meeting, "Satu"), add(place, meeting, "Dua", places=(DESA[0],))
    assert remove_proposals(place, "ani", meeting.id, [second]).removed == 1
    assert remove_proposals(place, "ani", meeting.id, [second]).removed == 0
    assert add(place, meeting, "Tiga").number.endswith("/003")
    changed = store(place, meeting, ProposalChange({"unit": "paket"}, first), key="u").saved[0]
    assert remove_proposals(place, "ani", meeting.id, [first]).changed == (changed,)


def test_a_proposal_that_somebody_promised_is_not_removed(place: Engine) -> None:
    meeting = begin(place)
    stored = add(place, meeting)
    promise = CommitmentDraft("opd", None, None, "Menganggarkan", usulan_id=stored.id)
    save_rows(place, "ani", meeting.id, [RowChange(None, promise)], key="janji")
    assert remove_proposals(place, "ani", meeting.id, [stored]).in_use == (stored,)
    assert reads.read_proposals(place, meeting.id) == (stored,)


def test_two_recorders_keep_each_other_and_the_same_field_is_a_conflict(place: Engine) -> None:
    meeting = begin(place)
    seen = add(place, meeting, places=(DESA[0],))
    mine = ProposalChange({"amount_idr": 12_500_000}, seen)
    assert not store(place, meeting, mine, key="a").conflicts
    other = ProposalChange({"agency": "dinkes", "places": (DESA[1], DESA[2])}, seen)
    now = store(place, meeting, other, key="b", actor="budi").saved[0]
    assert (now.amount_idr, now.agency, now.places) == (12_500_000, "dinkes", (DESA[1], DESA[2]))
    late = ProposalChange({"amount_idr": 9_000_000}, seen)
    new = ProposalChange({"activity": "Lain"})
    refused = store(place, meeting, late, new, key="c", actor="cici")
    assert [each.theirs for each in refused.conflicts] == [now]
    assert reads.read_proposals(place, meeting.id) == (now,)
    same = ProposalChange({"amount_idr": 12_500_000}, seen)
    assert store(place, meeting, same, key="d", actor="cici").saved == (now,)


def test_a_decision_is_not_taken_on_what_changed_meanwhile(place: Engine) -> None:
    meeting = begin(place)
    seen = add(place, meeting, amount_idr=1_000_000)
    now = store(place, meeting, ProposalChange({"amount_idr": 9_000_000}, seen), key="a").saved[0]
    refused = store(place, meeting, ProposalChange(AGREE, seen), key="b", actor="budi")
    assert [each.theirs for each in refused.conflicts] == [now]
    assert (
        store(place, meeting, ProposalChange(AGREE, now), key="c").saved[0].decision
        == AGREE["decision"]
    )


def test_a_removed_or_foreign_proposal_is_a_conflict_without_theirs(place: Engine) -> None:
    meeting, other = begin(place), begin(place, OTHER)
    foreign = add(place, other)
    refused = store(place, meeting, ProposalChange({"unit": "paket"}, foreign), key="x")
    assert [each.theirs for each in refused.conflicts] == [None]
    assert remove_proposals(place, "ani", meeting.id, [foreign]).removed == 0
    assert reads.read_proposals(place, other.id) == (foreign,)


def test_nothing_enters_a_closed_meeting_or_one_that_is_not_there(place: Engine) -> None:
    meeting = begin(place)
    stored = add(place, meeting)
    close(place, meeting)
    with pytest.raises(MeetingClosedError):
        add(place, meeting, "Susulan")
    with pytest.raises(MeetingClosedError):
        remove_proposals(place, "ani", meeting.id, [stored])
    with pytest.raises(MeetingGoneError):
        add(place, replace(meeting, id=99), "Hilang")
    with pytest.raises(ValueError, match="no proposal"):
        add(place, meeting, "")
    with pytest.raises(ValueError, match="no proposal"):
        add(place, meeting, "PMT", number="1")


def test_the_analysis_taken_over_by_two_recorders_gives_each_proposal_once(place: Engine) -> None:
    meeting = begin(place)
    first = add(place, meeting, "Dari analisis", masalah_id=7)
    again = store(place, meeting, ProposalChange({"activity": "x", "masalah_id": 7}), key="lagi")
    assert [each.id for each in again.saved] == [first.id]
    assert again.saved[0].activity == "Dari analisis"


def test_agreed_proposals_of_closed_meetings_come_before_the_kabupaten(place: Engine) -> None:
    meeting, other, above = begin(place), begin(place, OTHER), begin(place, KABUPATEN)
    agreed = add(place, meeting, "Disepakati", **AGREE)
    add(place, meeting, "Ditunda", decision="ditunda", decision_reason="nanti")
    add(place, other, "Masih dirapatkan", **AGREE)
    assert reads.read_raised(place, above) == ()
    close(place, meeting)
    (raised,) = reads.read_raised(place, above)
    assert raised.proposal == agreed
    assert (raised.decision, raised.version, raised.origin_state) == ("belum", 0, "ditutup")
    # The kecamatan's own meeting has none before it.
    assert reads.read_raised(place, meeting) == ()
    assert reads.read_raised(place, begin(place, KABUPATEN, "rembuk")) == ()


def raise_one(place: Engine) -> tuple[Proposal, Meeting, Meeting]:
    meeting, above = begin(place), begin(place, KABUPATEN)
    agreed = add(place, meeting, "Disepakati", **AGREE)
    close(place, meeting)
    return agreed, meeting, above


def test_two_of_a_kabupaten_do_not_decide_over_each_other(place: Engine) -> None:
    agreed, _, above = raise_one(place)
    later = RaisedDecision(agreed.id, "ditunda", "menunggu pagu", None, 0)
    assert decide_raised(place, "ani", above.id, [later]) == ()
    assert decide_raised(place, "ani", above.id, [later]) == ()  # the same click again
    (theirs,) = decide_raised(
        place, "budi", above.id, [RaisedDecision(agreed.id, "disepakati", None, 1, 0)]
    )
    assert (theirs.decision, theirs.reason, theirs.version) == ("ditunda", "menunggu pagu", 1)
    mine = RaisedDecision(agreed.id, "disepakati", None, 1, 1)
    assert decide_raised(place, "budi", above.id, [mine]) == ()
    (now,) = reads.read_raised(place, above)
    assert (now.decision, now.reason, now.priority, now.version) == ("disepakati", None, 1, 2)
    # The proposal itself, with its number, stays as its own meeting left it.
    assert now.proposal == agreed
    (discussed,) = reads.read_discussions(place, [agreed.id])
    assert (discussed.rembuk_id, discussed.wilayah_code) == (above.id, KABUPATEN)
    with pytest.raises(LookupError):
        decide_raised(place, "ani", above.id, [replace(mine, usulan_id=99)])


def test_the_province_gets_the_kabupatens_own_and_what_it_agreed_of_the_kecamatan(
    place: Engine,
) -> None:
    agreed, _, above = raise_one(place)
    top = begin(place, PROVINSI)
    own = add(place, above, "Usulan kabupaten", **AGREE)
    decide_raised(place, "ani", above.id, [RaisedDecision(agreed.id, "disepakati", None, 1, 0)])
    assert reads.read_raised(place, top) == ()
    close(place, above)
    raised = reads.read_raised(place, top)
    assert [each.proposal.number for each in raised] == [own.number, agreed.number]


def test_what_was_discussed_above_stays_when_the_origin_is_opened_again(place: Engine) -> None:
    agreed, meeting, above = raise_one(place)
    decide_raised(place, "ani", above.id, [RaisedDecision(agreed.id, "disepakati", None, 1, 0)])
    stage = "kecamatan.pra-musrenbang"
    back = StageMove("kembalikan", KECAMATAN, 2026, stage, "setcam", "diajukan", 2, "ralat")
    assert not move_parts(place, "camat", [back]).conflicts
    assert reopen_meeting(place, "ani", meeting.id, "ralat")
    (raised,) = reads.read_raised(place, above)
    assert (raised.origin_state, raised.decision) == ("dibuka", "disepakati")
