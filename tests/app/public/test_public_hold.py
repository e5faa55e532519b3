"""The tab that withholds a year: what it says is shown, who may press, what comes of it."""

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from app.access import Account
from app.format import escape_markdown
from app.text import publik as text
from data_access.reads.publik import read_holds
from tests.app.stage_people import make_person

KABUPATEN = "99.01"
BAPPEDA = make_person("bappeda", KABUPATEN, "bappeda")
READER = make_person("pimpinan", KABUPATEN)


@pytest.fixture(autouse=True)
def fresh_caches(demo: Engine) -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


def open_tab(person: Account) -> AppTest:
    # Its source runs by itself: it may name nothing of this file.
    def draw(who, code):  # type: ignore[no-untyped-def]
        from app.components.public_hold import draw_public_page
        from app.loaders import begin_run

        begin_run()
        draw_public_page(who, code, 2026)

    return AppTest.from_function(draw, args=(person, KABUPATEN), default_timeout=60).run()


def test_the_tab_says_what_is_shown_and_leads_there() -> None:
    tab = open_tab(READER)
    assert not tab.exception
    shown = dict(tab.dataframe[0].value.itertuples(index=False))
    assert shown[text.HOLD_SUBJECTS["prevalensi"]] == text.HOLD_STATES["terbit"]
    assert shown[text.HOLD_SUBJECTS["penilaian"]] == text.HOLD_STATES["belum_disetujui"]
    [link] = tab.get("link_button")
    assert link.proto.url == f"/publik/{KABUPATEN}/2026"


def test_a_reader_sees_the_state_and_no_button() -> None:
    tab = open_tab(READER)
    assert not tab.button
    assert any("Bappeda Kabupaten Arunika" in each.value for each in tab.caption)


def test_bappeda_withholds_with_a_reason_and_releases(demo: Engine) -> None:
    tab = open_tab(BAPPEDA)
    tab.button[0].click().run()
    assert [each.value for each in tab.error] == [escape_markdown(text.HOLD_FAULTS["tanpa_alasan"])]
    tab.text_input[0].input("Pengukuran diperiksa ulang")
    tab.button[0].click().run()
    assert not tab.exception
    [hold] = read_holds(demo, KABUPATEN)
    assert (hold.year, hold.updated_by) == (2026, BAPPEDA.username)
    assert "Pengukuran diperiksa ulang" in tab.warning[0].value
    assert tab.success
    assert set(tab.dataframe[0].value.iloc[:, 1]) == {text.HOLD_STATES["ditahan"]}
    tab.button[0].click().run()
    assert read_holds(demo, KABUPATEN) == ()
    assert not tab.exception


def test_a_kecamatan_says_that_its_kabupaten_is_withheld(demo: Engine) -> None:
    tab = open_tab(BAPPEDA)
    tab.text_input[0].input("Diperiksa")
    tab.button[0].click().run()
    tab.selectbox[0].select(f"{KABUPATEN}.03").run()
    assert not tab.exception
    assert any("ikut tidak tampil" in each.value for each in tab.warning)
