"""The page Rembuk as Streamlit runs it: opening, recording, correcting, reading, closed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from analysis.meetings import MeetingHead
from app.access import Account, Grant
from app.actions import rembuk, rembuk_closing, rembuk_outcomes
from app.actions.rembuk_outcomes import CommitmentDraft, RowChange
from app.meeting_snapshot import make_snapshot
from app.text import rembuk as text
from data_access.reads import rembuk as reads
from data_access.reads.rembuk import Meeting
from data_access.reads.tahapan import read_parts
from data_access.writes.tahapan import StageMove, move_parts

ROOT = Path(__file__).resolve().parents[2]
KECAMATAN, YEAR, SOURCE = "99.01.01", 2027, "e-PPGBM"
HEAD = MeetingHead(date(2027, 2, 10), "Aula", "Budi", "Camat", 42, "Usulan", "001")
PROMISE = CommitmentDraft("opd", "Dinkes", "Ani", "Menyediakan *TTD* <b>", date(2027, 9, 1))
Open = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


def person(role: str = "operator", agency: str = "setcam", code: str = KECAMATAN) -> Account:
    return Account(1, f"{agency}.{role}", "Ani", grants=(Grant(role, code, agency),))


RECORDER = person()


@pytest.fixture
def open_page(demo: Engine, monkeypatch: pytest.MonkeyPatch) -> Open:
    monkeypatch.setattr("app.session.read_token", lambda: "uji")

    def open_it(who: Account, code: str = KECAMATAN, part: str = "") -> AppTest:
        monkeypatch.setattr("app.loaders.load_person", lambda token: who)
        test = AppTest.from_file(str(ROOT / "app" / "main.py"), default_timeout=60)
        test.query_params["wilayah"] = code
        test.query_params["tahun"] = str(YEAR)
        if part:
            test.query_params["bagian"] = part
        test.switch_page(str(ROOT / "pages" / "rembuk.py")).run()
        assert not test.exception
        return test

    return open_it


def begin(engine: Engine, kind: str = "pra-musrenbang") -> Meeting:
    done = rembuk.open_meeting(
        engine, RECORDER, region_code=KECAMATAN, year=YEAR, kind=kind, held_on=None, token=kind
    )
    assert done.number is not None
    found = reads.read_meeting(engine, done.number)
    assert found is not None
    return found


def promise(engine: Engine, meeting: Meeting) -> None:
    change = RowChange(None, PROMISE)
    assert rembuk_outcomes.save_rows(engine, RECORDER, meeting, [change], "k").is_done


def by_key(widgets: Any, part: str) -> Any:
    return next(each for each in widgets if part in (each.key or ""))


def sentences(test: AppTest) -> str:
    groups = (test.error, test.warning, test.success, test.info, test.text, test.caption)
    return "\n".join(each.value for group in groups for each in group)


def test_an_operator_opens_a_meeting_and_fills_its_head(demo: Engine, open_page: Open) -> None:
    test = open_page(RECORDER)
    assert text.EMPTY_OWN in sentences(test)
    next(each for each in test.button if each.label == text.OPEN_BUTTON).click().run()
    assert text.OPENED in sentences(test)
    (meeting,) = reads.read_meetings(demo, KECAMATAN, YEAR)
    by_key(test.text_input, "rembuk_tempat_").set_value("Aula")
    by_key(test.text_input, "rembuk_jumlah_").set_value("42")
    next(each for each in test.button if each.label == text.SAVE).click().run()
    assert text.HEAD_SAVED in sentences(test)
    found = reads.read_meeting(demo, meeting.id)
    assert found is not None
    assert (found.place, found.participant_count) == ("Aula", 42)


def test_a_stage_already_handed_in_says_so_instead_of_the_form(
    demo: Engine, open_page: Open
) -> None:
    stage = "kecamatan.pra-musrenbang"
    move_parts(
        demo, "uji", [StageMove("ajukan", KECAMATAN, YEAR, stage, "setcam", "belum mulai", 0)]
    )
    test = open_page(RECORDER)
    assert "sudah diajukan, jadi rapat untuk tahapan itu" in sentences(test)
    (kinds,) = [each.options for each in test.selectbox if each.label == text.OPEN_KIND]
    assert kinds == [text.KINDS["rapat-ansit"]]


def test_a_leader_reads_and_finds_no_form(demo: Engine, open_page: Open) -> None:
    promise(demo, begin(demo))
    test = open_page(person("pimpinan", "", "99.01"), part=text.PARTS["komitmen"])
    assert PROMISE.statement in [each.value for each in test.text]
    assert not test.text_area
    assert not [each for each in test.button if each.label in (text.SAVE, text.OPEN_BUTTON)]


def test_commitments_of_earlier_meetings_come_first(demo: Engine, open_page: Open) -> None:
    promise(demo, begin(demo))
    begin(demo, "rembuk")
    test = open_page(RECORDER)
    assert PROMISE.statement in [each.value for each in test.text]
    pending = sum(each.is_pending for each in reads.read_commitments(demo, KECAMATAN))
    title = text.PENDING_TITLE.format(count=str(pending))
    assert [each.label for each in test.expander][1] == title


def test_frozen_figures_are_shown_with_what_has_changed(demo: Engine, open_page: Open) -> None:
    meeting = begin(demo)
    test = open_page(RECORDER)
    assert text.LIVE in sentences(test)
    by_key(test.button, "rembuk_bekukan").click().run()
    assert text.FROZEN in sentences(test)
    assert text.CHANGED_NONE in sentences(test)
    assert reads.read_snapshot(demo, meeting.id) is not None


def test_a_correction_typed_in_the_meeting_shows_and_waits_for_verification(
    demo: Engine, open_page: Open
) -> None:
    meeting = begin(demo)
    test = open_page(RECORDER, part=text.PARTS["koreksi"])
    by_key(test.text_input, "koreksi_angka").set_value("1.250")
    by_key(test.text_input, "koreksi_peminta").set_value("Bidan Desa")
    by_key(test.text_area, "koreksi_dasar").set_value("Kohort")
    next(each for each in test.button if each.label == text.CORRECTION_SAVE).click().run()
    assert text.CORRECTION_SET_BACK in sentences(test)
    (noted,) = reads.read_corrections(demo, meeting.id)
    assert noted.new_value == 1250
    parts = {(e.stage, e.part): e.state for e in read_parts(demo, [KECAMATAN], 2026)}
    assert "diajukan" in {state for (stage, _), state in parts.items() if "ansit" in stage}


def test_a_closed_meeting_is_read_only_but_its_commitments_are_followed_up(
    demo: Engine, open_page: Open
) -> None:
    meeting = begin(demo)
    promise(demo, meeting)
    rembuk.change_head(demo, RECORDER, meeting, HEAD)
    ready = reads.read_meeting(demo, meeting.id)
    assert ready is not None
    rembuk.freeze(demo, RECORDER, ready, make_snapshot(demo, KECAMATAN, YEAR, SOURCE))
    ready = reads.read_meeting(demo, meeting.id)
    assert ready is not None
    pdf = b"%PDF-1.4\n%%EOF"
    assert rembuk_closing.close_meeting(demo, RECORDER, ready, "ba.pdf", pdf, "t").is_done
    test = open_page(RECORDER, part=text.PARTS["komitmen"])
    assert text.CLOSED_NOTE in sentences(test)
    assert not [each for each in test.text_area if "komitmen_" in str(each.key)]
    given = next(e for e in reads.read_commitments(demo, KECAMATAN) if e.rembuk_id == meeting.id)
    by_key(test.radio, f"rembuk_keadaan_{given.id}_").set_value("berjalan")
    by_key(test.text_area, f"rembuk_bukti_{given.id}_").set_value("Sudah dipesan")
    by_key(test.button, f"rembuk_lanjut_{given.id}_").click().run()
    mine = [e for e in reads.read_commitments(demo, KECAMATAN) if e.rembuk_id == meeting.id]
    assert [each.state for each in mine] == ["berjalan"]


def test_every_part_of_the_record_draws(demo: Engine, open_page: Open) -> None:
    begin(demo)
    for part in text.PARTS.values():
        open_page(RECORDER, part=part)
