"""The page Penilaian as Streamlit runs it: every level and part, and who sees which form."""

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from app import assessment_loaders
from app.access import Account, Grant
from app.assessment_figures import assess_all
from app.text import penilaian as text
from data_access.reads.pengaturan import read_settings

ROOT = Path(__file__).resolve().parents[2]
OpenPage = Callable[..., AppTest]
BAPPEDA = Account(1, "bappeda", "Ani", grants=(Grant("bappeda", "99.01"),))
PIMPINAN = Account(2, "pimpinan", "Budi", grants=(Grant("pimpinan", "ID"),))


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> OpenPage:
    def open_it(person: Account, **query: str) -> AppTest:
        monkeypatch.setattr("app.session.read_token", lambda: "uji")
        monkeypatch.setattr("app.loaders.load_person", lambda token: person)
        test = AppTest.from_file(str(ROOT / "app" / "main.py"), default_timeout=30)
        for key, value in query.items():
            test.query_params[key] = value
        test.switch_page(str(ROOT / "pages" / "penilaian.py"))
        test.run()
        assert not test.exception
        return test

    return open_it


def marks(test: AppTest) -> str:
    return " ".join(each.value for each in test.markdown)


def test_every_level_says_that_it_is_a_simulation(demo: Engine, open_page: OpenPage) -> None:
    for code in ("99", "99.01"):
        test = open_page(PIMPINAN, wilayah=code)
        assert text.SIMULATION in marks(test)
        assert text.CLASSES["berdaya"] in [each.label for each in test.metric]
    test = open_page(PIMPINAN, wilayah="99.01.03")
    assert text.RAISES_TITLE in [each.value for each in test.subheader]
    labels = [each.label for each in test.expander]
    assert [f"Bukti {name.lower()}" for name in text.COMPONENTS.values()] == labels[:6]


def test_a_kecamatan_has_the_assessment_that_it_has_by_itself(demo: Engine) -> None:
    for year in (2025, 2026):
        alone = assess_all(demo, "99.01.03", year)
        assert assessment_loaders.load_assessments("99.01.03", year) == alone
        assert assessment_loaders.load_assessments("99.01", year) == assess_all(demo, "99.01", year)
    assert assessment_loaders.load_assessments("99.01.99", 2026) == {}


def test_a_changed_weight_lists_who_changes_class_before_anything_is_saved(
    demo: Engine, open_page: OpenPage
) -> None:
    test = open_page(BAPPEDA, wilayah="99.01", bagian_penilaian=text.VIEWS["rubrik"], tahun="2025")
    fields = {each.label: each for each in test.number_input}
    assert {each.label for each in test.button if not each.disabled} & {text.RUBRIC_SAVE} == set()
    fields[text.RUBRIC_EMPOWERED].set_value(99)
    fields[text.RUBRIC_DEVELOPING].set_value(98).run()
    assert not test.exception
    assert any("wilayah berganti kelas" in each.value for each in test.warning)
    assert read_settings(demo, "99.01").query("key == 'rubrik.monev'").empty
    next(each for each in test.text_input if each.label == text.RUBRIC_REASON).input("Uji")
    next(each for each in test.button if each.label == text.RUBRIC_SAVE).click().run()
    assert not test.exception
    stored = read_settings(demo, "99.01").query("key == 'rubrik.monev'")
    assert stored["value"].iloc[0]["berdaya"] == 99


def test_a_reader_is_offered_no_form(demo: Engine, open_page: OpenPage) -> None:
    for part in ("rubrik", "klarifikasi", "rincian"):
        test = open_page(PIMPINAN, wilayah="99.01", bagian_penilaian=text.VIEWS[part])
        assert not test.number_input
        assert not [each for each in test.button if each.label in {text.RECORD_BUTTON}]
