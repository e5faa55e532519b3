"""The page Anggaran as Streamlit runs it: nothing there, nothing tagged, three lamps and lines."""

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from app.access import Account, Grant
from app.actions.databases import create_database
from app.text import anggaran as text
from tests.budget_example import add_example
from tests.budget_rows import KABUPATEN, KECAMATAN, add_budget, add_places

ROOT = Path(__file__).resolve().parents[2]
OpenPage = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> OpenPage:
    person = Account(1, "pimpinan", "Pimpinan", grants=(Grant("pimpinan", "ID"),))
    monkeypatch.setattr("app.session.read_token", lambda: "uji")
    monkeypatch.setattr("app.loaders.load_person", lambda token: person)

    def open_it(**query: str) -> AppTest:
        test = AppTest.from_file(str(ROOT / "app" / "main.py"), default_timeout=30)
        for key, value in query.items():
            test.query_params[key] = value
        test.switch_page(str(ROOT / "pages" / "anggaran.py"))
        test.run()
        assert not test.exception
        return test

    return open_it


@pytest.fixture
def empty(engine: Engine) -> Engine:
    create_database(engine, kind="nyata")
    return engine


def texts(test: AppTest) -> str:
    return "\n".join(str(each.value) for each in test.text)


def lamps(test: AppTest) -> list[str]:
    shown = [each.proto.body for each in test.get("html") if "font-size:3.4rem" in each.proto.body]
    return [next(s for s in text.LAMP_SIGNS.values() if f">{s} " in body) for body in shown]


def test_without_a_budget_the_page_says_who_brings_it(empty: Engine, open_page: OpenPage) -> None:
    add_places(empty)
    test = open_page(wilayah=KABUPATEN)
    assert test.subheader[0].value == text.EMPTY_TITLE
    assert "SIPD" in texts(test)


def test_with_nothing_tagged_the_page_leads_to_tagging(empty: Engine, open_page: OpenPage) -> None:
    add_budget(empty)
    test = open_page(wilayah=KABUPATEN)
    assert test.subheader[0].value == text.NOTHING_TAGGED_TITLE


def test_a_tagged_budget_lights_what_can_be_said_and_tells_why_the_rest_is_dark(
    empty: Engine, open_page: OpenPage
) -> None:
    add_example(empty)
    test = open_page(wilayah=KABUPATEN)
    assert lamps(test) == ["×", "?", "?"]
    assert "jumlah yang masih harus dijangkau belum diketahui" in texts(test)
    titles = [each.value for each in test.subheader]
    assert text.SERVICES_TITLE in titles
    assert text.CHECKS_TITLE in titles
    services = test.dataframe[0].value
    assert len(services) == 30
    assert any("Rp7 jt tanpa tempat" in each.value for each in test.info)
    test.segmented_control(key="tampilan_alur").set_value(text.FLOW_TABLE).run()
    assert not test.exception


def test_a_kecamatan_sees_what_is_placed_in_it(empty: Engine, open_page: OpenPage) -> None:
    add_example(empty)
    test = open_page(wilayah=f"{KECAMATAN}.2001")
    captions = "\n".join(str(each.value) for each in test.caption)
    assert "ditempatkan di Kecamatan" in captions
    assert "Rp11 jt" in captions
    assert "dilihat dalam kecamatannya" in captions
