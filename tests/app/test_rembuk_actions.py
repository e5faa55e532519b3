"""Who records in meetings, and what is refused whatever the screen showed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from analysis.meetings import MeetingHead
from app.access import Account, Grant, NotAllowedError
from app.actions import rembuk, rembuk_closing, rembuk_koreksi, rembuk_outcomes, usulan
from app.actions.rembuk_koreksi import CorrectionDraft
from app.actions.rembuk_outcomes import CommitmentDraft, RowChange
from data_access.database import make_engine
from data_access.reads import rembuk as reads
from data_access.reads.rembuk import Meeting
from data_access.reads.tahapan import read_parts
from data_access.upgrade import upgrade_schema
from data_access.writes.usulan import ProposalChange
from tests.corpus.entry import DESA, KECAMATAN, add_regions

KAB, YEAR, PDF = "63.11", 2026, b"%PDF-1.4\n%%EOF"
HEAD = MeetingHead(date(2026, 2, 10), " Aula  desa ", "Budi", "Camat", 42, "Usulan", None)
PROMISE = CommitmentDraft("opd", "Dinkes", "Ani", "Menyediakan TTD")
SNAPSHOT = {"region": {"code": KECAMATAN}, "year": YEAR}


def person(agency: str = "setcam", role: str = "operator", code: str = KECAMATAN) -> Account:
    return Account(1, f"{agency}.{role}", "Ani", grants=(Grant(role, code, agency),))


RECORDER = person()
BAPPEDA = person("bappeda", "bappeda", KAB)
STRANGERS = [
    None,
    person("setcam", "verifikator"),
    person("puskesmas"),
    person("camat", "penyetuju"),
    person("setcam", "operator", "63.11.02"),
    person("bappeda", "bappeda", KAB),
    person("", "pimpinan", KAB),
    person("", "admin", KAB),
]


@pytest.fixture
def place(tmp_path: Path) -> Engine:
    engine = make_engine(f"sqlite:///{tmp_path / 'uji.db'}")
    upgrade_schema(engine)
    add_regions(engine)
    return engine


def begin(engine: Engine, who: Account | None = RECORDER, code: str = KECAMATAN) -> Meeting:
    asked: dict[str, Any] = {"region_code": code, "year": YEAR, "kind": "pra-musrenbang"}
    result = rembuk.open_meeting(engine, who, held_on=None, token="f1", **asked)
    assert result.number is not None
    return find(engine, result.number)


def find(engine: Engine, number: int) -> Meeting:
    found = reads.read_meeting(engine, number)
    assert found is not None
    return found


def make_ready(engine: Engine) -> Meeting:
    meeting = begin(engine)
    assert rembuk.change_head(engine, RECORDER, meeting, HEAD).is_done
    assert rembuk.freeze(engine, RECORDER, find(engine, meeting.id), SNAPSHOT).is_done
    return find(engine, meeting.id)


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_else_records_anything_in_a_meeting(place: Engine, who: Account | None) -> None:
    meeting = make_ready(place)
    figure = CorrectionDraft("2026", DESA[0], "I02", None, 0, "3", "Bidan", "Kohort")
    rembuk_outcomes.save_rows(place, RECORDER, meeting, [RowChange(None, PROMISE)], "k")
    (given,) = reads.read_commitments(place, KECAMATAN)
    attempts: list[Callable[[], object]] = [
        lambda: begin(place, who),
        lambda: rembuk.change_head(place, who, meeting, HEAD),
        lambda: rembuk.freeze(place, who, meeting, SNAPSHOT),
        lambda: rembuk_outcomes.save_rows(place, who, meeting, [RowChange(None, PROMISE)], "x"),
        lambda: rembuk_outcomes.save_priorities(place, who, meeting, (), {"I02": None}),
        lambda: rembuk_outcomes.follow_up(place, who, given, "berjalan", ""),
        lambda: rembuk_koreksi.correct_figure(place, who, meeting, figure, "x"),
        lambda: rembuk_closing.close_meeting(place, who, meeting, "ba.pdf", PDF, "x"),
        lambda: rembuk_closing.reopen_meeting(place, who, meeting, "salah"),
    ]
    for attempt in attempts:
        with pytest.raises(NotAllowedError):
            attempt()
    assert find(place, meeting.id) == meeting


def test_a_meeting_that_claims_another_region_is_asked_by_its_stored_one(place: Engine) -> None:
    meeting = begin(place)
    other = person("setcam", "operator", "63.11.02")
    disguised = replace(meeting, wilayah_code="63.11.02")
    with pytest.raises(NotAllowedError):
        rembuk.change_head(place, other, disguised, HEAD)
    with pytest.raises(NotAllowedError):
        rembuk_closing.close_meeting(place, other, disguised, "ba.pdf", PDF, "x")


def test_bappeda_opens_the_kabupatens_meeting_with_the_guidelines_elements(place: Engine) -> None:
    meeting = begin(place, person("bappeda", "bappeda", KAB), KAB)
    elements = [each.element for each in reads.read_participants(place, meeting.id)]
    assert "Forum Komunikasi Pimpinan Daerah" in elements
    assert len(elements) == 11
    own = [each.element for each in reads.read_participants(place, begin(place).id)]
    assert own[:3] == [
        "Camat",
        "Perwakilan perangkat daerah kabupaten/kota",
        "Kepala desa/lurah",
    ]


def test_names_are_tidied_and_unfit_signs_refused_by_field(place: Engine) -> None:
    meeting = begin(place)
    assert rembuk.change_head(place, RECORDER, meeting, HEAD).is_done
    assert find(place, meeting.id).place == "Aula desa"
    bad = rembuk.change_head(place, RECORDER, meeting, replace(HEAD, chair_name="<b>Budi</b>"))
    assert (bad.fault, bad.field) == ("tanda", "chair_name")
    far = rembuk.change_head(place, RECORDER, meeting, replace(HEAD, held_on=date(2016, 2, 1)))
    assert (far.fault, far.field) == ("tanggal", "held_on")


def test_a_commitment_needs_its_statement_and_a_kept_one_its_evidence(place: Engine) -> None:
    meeting = begin(place)
    empty = RowChange(None, replace(PROMISE, statement="  "))
    refused = rembuk_outcomes.save_rows(place, RECORDER, meeting, [empty], "k1")
    assert (refused.fault, refused.field) == ("kosong", "statement")
    rembuk_outcomes.save_rows(place, RECORDER, meeting, [RowChange(None, PROMISE)], "k2")
    (given,) = reads.read_commitments(place, KECAMATAN)
    assert rembuk_outcomes.follow_up(place, RECORDER, given, "selesai", " ").fault == "bukti_kosong"
    assert rembuk_outcomes.follow_up(place, RECORDER, given, "selesai", "BAST 12").is_done


def test_a_commitment_is_for_a_proposal_of_its_own_region_or_for_none(place: Engine) -> None:
    above = begin(place, BAPPEDA, KAB)
    draft = ProposalChange({"activity": "Pipa air"})
    (theirs,) = usulan.save_drafts(place, BAPPEDA, above, [draft], "u1").saved
    meeting = begin(place)
    (ours,) = usulan.save_drafts(place, RECORDER, meeting, [draft], "u2").saved
    for number in (theirs.id, theirs.id + ours.id):
        change = RowChange(None, replace(PROMISE, usulan_id=number))
        with pytest.raises(ValueError, match="no proposal"):
            rembuk_outcomes.save_rows(place, RECORDER, meeting, [change], "k1")
    change = RowChange(None, replace(PROMISE, usulan_id=ours.id))
    assert rembuk_outcomes.save_rows(place, RECORDER, meeting, [change], "k2").is_done
    # From below they come before the higher meeting, which may promise them.
    assert rembuk_outcomes.save_rows(place, BAPPEDA, above, [change], "k3").is_done
    assert {each.usulan_id for each in reads.read_commitments(place, KAB)} == {ours.id}


def test_an_unfinished_record_is_not_closed_and_says_what_is_missing(place: Engine) -> None:
    meeting = begin(place)
    result = rembuk_closing.close_meeting(place, RECORDER, meeting, "ba.pdf", PDF, "x")
    assert result.missing == ("tanggal", "tempat", "pimpinan", "jabatan", "angka")
    assert find(place, meeting.id).is_open


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [("ba.docx", PDF, "berkas_isi_lain"), ("ba.pdf", b"halo", "berkas_isi_lain")],
)
def test_only_a_real_scan_closes(place: Engine, name: str, content: bytes, fault: str) -> None:
    meeting = make_ready(place)
    result = rembuk_closing.close_meeting(place, RECORDER, meeting, name, content, "x")
    assert result.fault == fault
    assert find(place, meeting.id).is_open


def test_closing_hands_the_stage_in_and_everything_else_is_refused_in_words(
    place: Engine,
) -> None:
    meeting = make_ready(place)
    done = rembuk_closing.close_meeting(place, RECORDER, meeting, "ba.pdf", PDF, "x")
    assert (done.number, done.is_handed_in) == (meeting.id, True)
    states = {each.stage: each.state for each in read_parts(place, [KECAMATAN], YEAR)}
    assert states["kecamatan.pra-musrenbang"] == "diajukan"
    assert rembuk.change_head(place, RECORDER, find(place, meeting.id), HEAD).is_closed
    locked = rembuk_closing.reopen_meeting(place, RECORDER, meeting, "salah tulis")
    assert locked.locked_state == "diajukan"


def test_a_correction_needs_a_count_a_person_and_a_ground(place: Engine) -> None:
    meeting = begin(place)
    good = CorrectionDraft("2026", DESA[0], "I02", None, 0, "1.250", "Bidan", "Kohort")

    def fault(**changes: Any) -> str | None:
        draft = replace(good, **changes)
        return rembuk_koreksi.correct_figure(place, RECORDER, meeting, draft, "k").fault

    assert fault(new_text="banyak") == "angka_tak_terbaca"
    assert fault(new_text=" ") == "angka_kosong"
    assert fault(asked_by=" ") == "kosong"
    assert fault(evidence="") == "kosong"
    assert reads.read_corrections(place, meeting.id) == ()
    assert fault() is None
    (noted,) = reads.read_corrections(place, meeting.id)
    assert noted.new_value == 1250


@pytest.mark.parametrize(
    "changes",
    [{"unit_code": "63.11.02.2001"}, {"item_code": "X99"}, {"period": "2026-08"}],
)
def test_a_figure_that_is_not_the_regions_is_no_correction(
    place: Engine, changes: dict[str, Any]
) -> None:
    meeting = begin(place)
    good = CorrectionDraft("2026", DESA[0], "I02", None, 0, "3", "Bidan", "Kohort")
    with pytest.raises(ValueError, match="no figure"):
        rembuk_koreksi.correct_figure(place, RECORDER, meeting, replace(good, **changes), "k")


def test_figures_of_another_region_are_not_frozen(place: Engine) -> None:
    with pytest.raises(ValueError, match="another place"):
        rembuk.freeze(place, RECORDER, begin(place), SNAPSHOT | {"year": 2025})
