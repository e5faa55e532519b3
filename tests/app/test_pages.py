"""Every page run as Streamlit runs it, without a browser: what must stand, stands."""

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from app.access import Account, Grant
from app.actions.databases import create_database
from app.text import screens as text
from tests.raw_writes import write_raw

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("beranda", "peta", "peta_bagikan")
OpenPage = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    """Databases differ from test to test: nothing read before may be shown."""
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> OpenPage:
    person = Account(1, "pimpinan", "Pimpinan", grants=(Grant("pimpinan", "ID"),))
    monkeypatch.setattr("app.session.read_token", lambda: "uji")
    monkeypatch.setattr("app.loaders.load_person", lambda token: person)

    def open_it(name: str, **query: str) -> AppTest:
        test = AppTest.from_file(str(ROOT / "app" / "main.py"), default_timeout=30)
        for key, value in query.items():
            test.query_params[key] = value
        if name != "beranda":
            test.switch_page(str(ROOT / "pages" / f"{name}.py"))
        test.run()
        assert not test.exception
        return test

    return open_it


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("code", ["99.01", "99.01.03", "99.01.03.2004"])
def test_every_page_draws_every_level(
    demo: Engine, open_page: OpenPage, name: str, code: str
) -> None:
    test = open_page(name, wilayah=code)
    region = {"99.01": "Kabupaten Arunika", "99.01.03": "Warusekar"}.get(code, "Curug Kemuning")
    assert test.title[0].value.endswith(region)
    assert any(text.DEMO_BANNER in each.value for each in test.markdown)


@pytest.mark.parametrize("name", PAGES)
def test_an_empty_database_says_what_to_do(engine: Engine, open_page: OpenPage, name: str) -> None:
    create_database(engine, kind="nyata")
    test = open_page(name)
    assert test.header[0].value == text.EMPTY_TITLE
    assert [each.value for each in test.code] == [text.EMPTY_STEPS[1], text.EMPTY_STEPS[3]]


@pytest.mark.parametrize("name", PAGES)
def test_regions_without_measurements_say_so(
    demo: Engine, database: Path, open_page: OpenPage, name: str
) -> None:
    write_raw(database, "DELETE FROM pengukuran", "DELETE FROM kumpulan_data")
    test = open_page(name)
    assert test.subheader[0].value == text.NO_MEASUREMENTS_TITLE


def test_counts_without_denominators_show_counts_and_say_why(
    demo: Engine, database: Path, open_page: OpenPage
) -> None:
    write_raw(
        database,
        "UPDATE pengukuran SET sangat_pendek_jiwa = NULL, pendek_jiwa = NULL,"
        " normal_jiwa = NULL, tinggi_jiwa = NULL, diukur_jiwa = NULL, sasaran_jiwa = NULL",
    )
    test = open_page("peta")
    assert any("hanya memuat jumlah balita stunting" in each.value for each in test.info)
    assert not [each for each in test.text if "prevalensi" in each.value.lower()]


def test_the_earliest_period_has_nothing_to_be_compared_with(
    demo: Engine, open_page: OpenPage
) -> None:
    test = open_page("beranda")
    boxes = {each.label: each for each in test.selectbox}
    assert text.COMPARE_LABEL in boxes
    boxes[text.PERIOD_LABEL].set_value("2024-02").run()
    assert not test.exception
    assert text.COMPARE_LABEL not in {each.label for each in test.selectbox}
    assert any("Februari 2024" in each.value for each in test.caption)
