"""The part "Dokumen" of the page Rembuk: what is offered, to whom, and what is left out."""

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from app.access import Account
from app.documents.meeting_files import make_file
from app.text import rembuk as meeting_text
from app.text import surat as text
from data_access.reads.rembuk import Meeting
from tests.app.documents.meeting_example import KECAMATAN, YEAR, find, open_recorded
from tests.app.stage_people import make_person

ROOT = Path(__file__).resolve().parents[2]
RECORDER = make_person("operator", KECAMATAN, "setcam")
READER = make_person("pimpinan", "99.01")
Open = Callable[[Account, Meeting], AppTest]


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def open_page(demo: Engine, monkeypatch: pytest.MonkeyPatch) -> Open:
    monkeypatch.setattr("app.session.read_token", lambda: "uji")

    def open_it(who: Account, meeting: Meeting) -> AppTest:
        monkeypatch.setattr("app.loaders.load_person", lambda token: who)
        test = AppTest.from_file(str(ROOT / "app" / "main.py"), default_timeout=60)
        for key, value in {
            "wilayah": KECAMATAN,
            "tahun": str(YEAR),
            "rapat": str(meeting.id),
            "bagian": meeting_text.PARTS["dokumen"],
        }.items():
            test.query_params[key] = value
        return test.switch_page(str(ROOT / "pages" / "rembuk.py")).run()

    return open_it


def words(test: AppTest) -> str:
    shown = [*test.text, *test.info, *test.warning, *test.success, *test.caption]
    return "\n".join(each.value for each in shown)


def labels(test: AppTest) -> list[str]:
    return [each.proto.label for each in test.get("download_button")]


def test_a_whole_record_offers_every_document_and_names_what_is_left_out(
    demo: Engine, open_page: Open
) -> None:
    test = open_page(RECORDER, open_recorded(demo))
    assert not test.exception
    assert labels(test).count("Word") == labels(test).count("PDF") == 5
    assert "KONSEP" not in words(test)
    assert text.PAPERS_OMITTED.format(count=3) in words(test)
    assert "kurang OPD" in words(test)
    assert text.PAPERS_UNDECIDED.format(count=1) in words(test)


def test_before_freezing_the_recorder_freezes_first(demo: Engine, open_page: Open) -> None:
    meeting = open_recorded(demo, freeze=False)
    test = open_page(RECORDER, meeting)
    # The list, the commitments and the attendance sheet quote no figures.
    assert labels(test).count("PDF") == 3
    test.button(key=f"surat_bekukan_{meeting.id}").click().run()
    assert not test.exception
    assert find(demo, meeting.id).frozen_at is not None
    assert labels(test).count("PDF") == 5


def test_a_reader_waits_for_the_freezing_and_sees_no_form(demo: Engine, open_page: Open) -> None:
    test = open_page(READER, open_recorded(demo, freeze=False))
    assert not test.exception
    assert text.PAPERS_WAIT in words(test)
    assert text.HEAD_READ_ONLY in words(test)
    assert not [each for each in test.button if str(each.key).startswith("surat_bekukan")]


def test_a_letterhead_set_there_stands_on_the_next_document(demo: Engine, open_page: Open) -> None:
    meeting = open_recorded(demo)
    test = open_page(RECORDER, meeting)
    test.text_area(key=f"kop_{KECAMATAN}_0_baris").set_value("Kantor Uji *Satu*")
    test.text_area(key=f"kop_{KECAMATAN}_0_penanda_tangan").set_value("Sekretaris; Rina")
    save = [each for each in test.button if each.label == text.HEAD_SAVE]
    save[0].click().run()
    assert not test.exception
    assert text.HEAD_SAVED in words(test)
    assert make_file(demo, meeting.id, "berita-acara", "pdf").startswith(b"%PDF-")
