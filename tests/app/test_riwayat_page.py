"""The page Riwayat as Streamlit runs it."""

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from app.access import Account, Grant
from app.text import riwayat as text
from data_access.writes.isian import CellChange, SaveRequest, StagePart, save_cells

ROOT = Path(__file__).resolve().parents[2]
KECAMATAN, DESA = "99.01.02", "99.01.02.2001"
PLACE = StagePart(KECAMATAN, 2024, "kecamatan.semester-1", "puskesmas")
PERSON = Account(1, "ani", "Ani", grants=(Grant("operator", KECAMATAN, "puskesmas"),))
Open = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def open_page(demo: Engine, monkeypatch: pytest.MonkeyPatch) -> Open:
    monkeypatch.setattr("app.session.read_token", lambda: "uji")
    monkeypatch.setattr("app.loaders.load_person", lambda token: PERSON)

    def open_it(code: str) -> AppTest:
        test = AppTest.from_file(str(ROOT / "app" / "main.py"), default_timeout=30)
        test.query_params["wilayah"] = code
        test.switch_page(str(ROOT / "pages" / "riwayat.py")).run()
        assert not test.exception
        return test

    return open_it


def change(engine: Engine, value: int, version: int) -> None:
    cell = CellChange(DESA, "S04", value, None, version)
    save_cells(engine, "ani", SaveRequest(f"k{version}", "2024-S1", KECAMATAN, (PLACE,), (cell,)))


def test_the_newest_change_comes_first_in_words(demo: Engine, open_page: Open) -> None:
    change(demo, 34, 0)
    change(demo, 36, 1)
    table = open_page(KECAMATAN).dataframe[0].value
    assert table.iloc[0].tolist()[2:3] == ["Isian desa"]
    assert table.iloc[0].tolist()[4:] == ["34", "36"]
    assert table.iloc[0, 3].startswith("Ibu Hamil (orang) · ")
    assert table.columns[0].startswith("Waktu (WI")


def test_an_import_stands_once_under_its_files_name(open_page: Open) -> None:
    table = open_page("99.01").dataframe[0].value
    imports = table[table.iloc[:, 2] == "Impor"]
    assert imports.iloc[:, 3].str.startswith("demo-").all()
    assert len(imports) == imports.iloc[:, 3].nunique() > 3


def test_the_filters_narrow_what_is_shown(demo: Engine, open_page: Open) -> None:
    change(demo, 34, 0)
    test = open_page(KECAMATAN)
    by_key = {each.key: each for each in test.selectbox}
    by_key["riwayat_tabel"].set_value("isian").run()
    assert len(test.dataframe[0].value) == 1
    by_key = {each.key: each for each in test.selectbox}
    by_key["riwayat_tabel"].set_value("survei").run()
    assert text.NONE_TITLE in [each.value for each in test.subheader]
