"""The page Cakupan as Streamlit runs it: every level and period, nothing there, no targets."""

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from app.access import Account, Grant
from app.actions.databases import create_database
from app.text import cakupan as text
from app.text import screens
from tests.raw_writes import write_raw

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
        test.switch_page(str(ROOT / "pages" / "cakupan.py"))
        test.run()
        assert not test.exception
        return test

    return open_it


def plain(value: str) -> str:
    """Text as it is read, without the marks that keep it literal."""
    return value.replace("\\", "").replace("\u2060", "")


def captions(test: AppTest) -> list[str]:
    return [plain(each.value) for each in test.caption]


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("ID", "Indonesia"),
        ("99", "Provinsi Khayal"),
        ("99.01", "Kabupaten Arunika"),
        ("99.01.03", "Kecamatan Warusekar"),
        ("99.01.03.2004", "Kecamatan Warusekar"),
    ],
)
def test_every_level_is_drawn(demo: Engine, open_page: OpenPage, code: str, title: str) -> None:
    test = open_page(wilayah=code)
    assert title.rsplit(maxsplit=1)[-1] in test.title[0].value
    assert any("sumber: isian desa" in each for each in captions(test))


@pytest.mark.parametrize("period", ["2025", "2025-S1", "2025-S2", "2026", "2026-S1"])
def test_every_period_is_drawn_with_the_year_of_its_targets(
    demo: Engine, open_page: OpenPage, period: str
) -> None:
    test = open_page(wilayah="99.01.03")
    test.selectbox(key="periode_layanan").set_value(period).run()
    assert not test.exception
    year = int(period[:4]) - (len(period) == 4)
    assert any(f"target {year}" in each for each in captions(test))


def test_half_a_year_is_marked(demo: Engine, open_page: OpenPage) -> None:
    test = open_page(wilayah="99.01")
    test.selectbox(key="periode_layanan").set_value("2026-S1").run()
    assert any(text.MIDYEAR_MARK in each.value for each in test.markdown)
    test.selectbox(key="periode_layanan").set_value("2026").run()
    assert not any(text.MIDYEAR_MARK in each.value for each in test.markdown)


def test_an_opened_cell_shows_counts_target_with_origin_and_people_to_reach(
    demo: Engine, open_page: OpenPage
) -> None:
    test = open_page(wilayah="99.01", sel="99.01.03:I02")
    heads = [plain(each.value) for each in test.subheader]
    assert any("IBU-2" in each and "Warusekar" in each for each in heads)
    assert any(" dari " in each for each in heads)
    assert any("Renja" in each and "Arunika" in each for each in captions(test))
    words = " ".join(each.value for each in test.text)
    assert "Dihitung dari" in words
    assert "Sumber: isian desa" in words
    test.button(key="tutup_rincian").click().run()
    assert not [each for each in test.subheader if "IBU-2" in plain(each.value)]


@pytest.mark.parametrize("cell", ["11.01:I02", "99.01.03:I99", "x", ""])
def test_an_address_with_a_foreign_cell_opens_none(
    demo: Engine, open_page: OpenPage, cell: str
) -> None:
    test = open_page(wilayah="99.01", sel=cell)
    assert text.OPEN_HINT in captions(test)


def test_the_table_holds_every_cell_and_can_be_filtered_by_status(
    demo: Engine, open_page: OpenPage
) -> None:
    test = open_page(wilayah="99.01", tampilan=text.VIEW_TABLE)
    table = test.dataframe[0].value
    assert len(table) == 12 * 31
    assert set(table[text.HEADINGS["status"]]) <= set(text.STATUS_WORDS.values())
    test.button_group(key="status_cakupan").set_value(["tercapai"]).run()
    assert set(test.dataframe[0].value[text.HEADINGS["status"]]) == {"tercapai"}


def test_without_targets_the_page_says_so_and_leads_to_the_form(
    demo: Engine, database: Path, open_page: OpenPage
) -> None:
    write_raw(database, "DELETE FROM target")
    test = open_page(wilayah="99.01")
    assert any("belum ditetapkan" in each.value for each in test.info)
    assert not any(f" {text.STATUS_WORDS['jauh']}" in each for each in captions(test))


def test_without_any_service_the_page_says_what_to_do(
    demo: Engine, database: Path, open_page: OpenPage
) -> None:
    write_raw(database, "DELETE FROM isian")
    test = open_page(wilayah="99.01")
    assert test.subheader[0].value == text.NO_DATA_TITLE


def test_an_empty_database_says_what_to_do(engine: Engine, open_page: OpenPage) -> None:
    create_database(engine, kind="nyata")
    assert open_page().header[0].value == screens.EMPTY_TITLE


@pytest.mark.parametrize(
    ("role", "code", "agency", "leads"),
    [
        ("operator", "99.01.01", "puskesmas", False),
        ("pimpinan", "99.01", "", False),
        ("operator", "99.01.01", "setcam", True),
        ("bappeda", "99.01", "", True),
    ],
)
def test_missing_targets_lead_only_those_who_set_them_to_where_they_are_set(
    demo: Engine,
    open_page: OpenPage,
    monkeypatch: pytest.MonkeyPatch,
    role: str,
    code: str,
    agency: str,
    leads: bool,
) -> None:
    person = Account(1, "uji", "Uji", grants=(Grant(role, code, agency),))
    monkeypatch.setattr("app.loaders.load_person", lambda token: person)
    test = open_page(wilayah="99.01.01")
    links = {each.label for each in test.main.get("page_link")}
    told = text.TARGETS_SET_BY.format(name="Kabupaten Arunika")
    assert (text.LINK_TARGET in links) is leads
    assert any(told in each for each in captions(test)) is not leads
