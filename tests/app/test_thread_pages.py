"""Benang merah and Nasib usulan as Streamlit runs them, and the export that says the same."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from analysis.thread import BREAKS
from app.text import benang as text
from app.text import screens
from data_access.reads.pengguna import read_account
from data_access.reads.usulan import read_proposals_inside
from tests.app.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
KABUPATEN, KECAMATAN = "99.01", "99.01.01"
Open = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def open_as(demo: Engine, monkeypatch: pytest.MonkeyPatch) -> Open:
    monkeypatch.setattr("app.session.read_token", lambda: "uji")
    monkeypatch.setattr("app.stage_loaders.load_today", lambda code: date(2026, 11, 21))

    def open_it(username: str, page: str, **query: str) -> AppTest:
        account = read_account(demo, username)
        monkeypatch.setattr("app.loaders.load_person", lambda token: account)
        test = AppTest.from_file(str(ROOT / "app" / "main.py"), default_timeout=60)
        for key, value in query.items():
            test.query_params[key] = value
        test.switch_page(str(ROOT / "pages" / f"{page}.py")).run()
        assert not test.exception, [each.message for each in test.exception]
        return test

    return open_it


def words(test: AppTest) -> str:
    kinds = ("text", "markdown", "info", "success", "error", "caption", "subheader")
    return "\n".join(each.value for kind in kinds for each in test.get(kind)).replace("\\", "")


def counts(test: AppTest) -> dict[str, str]:
    return {each.label: each.value for each in test.metric}


def by_key(widgets: Any, ending: str) -> Any:
    return next(each for each in widgets if (each.key or "").endswith(ending))


@pytest.mark.parametrize("page", ["benang_merah", "nasib_usulan"])
@pytest.mark.parametrize("code", ["99", KABUPATEN, KECAMATAN, f"{KECAMATAN}.1003"])
def test_every_page_draws_every_level(open_as: Open, page: str, code: str) -> None:
    test = open_as("camat", page, wilayah=code, tahun="2026")
    titles = {"benang_merah": screens.PAGE_BENANG, "nasib_usulan": screens.PAGE_NASIB}
    assert test.title[0].value.startswith(titles[page])


def test_the_chains_add_up_and_a_break_can_be_asked_for(open_as: Open) -> None:
    test = open_as("bappeda", "benang_merah", wilayah=KABUPATEN, tahun="2026")
    found = {code: int(counts(test)[text.BREAKS[code]].replace(".", "")) for code in BREAKS}
    table = test.dataframe[0].value
    assert len(table) == sum(found.values()) > 0
    wanted = max(found, key=lambda code: found[code])
    by_key(test.selectbox, "benang_putus").set_value(wanted).run()
    assert not test.exception
    shown = test.dataframe[0].value
    assert set(shown[text.COLUMNS["broken"]]) == {text.BREAKS[wanted]}
    assert len(shown) == found[wanted]


def test_a_card_opens_the_chain_step_by_step(open_as: Open) -> None:
    test = open_as("bappeda", "benang_merah", wilayah=KECAMATAN, tahun="2026")
    by_key(test.segmented_control, "benang_tampilan").set_value("kartu").run()
    assert not test.exception
    said = words(test)
    assert "Lokasi masalah: ada" in said
    assert text.STEP_STATES["putus"] in said


def test_a_year_without_figures_says_where_they_are_entered(open_as: Open) -> None:
    test = open_as("bappeda", "benang_merah", wilayah=KABUPATEN, tahun="2024")
    assert text.EMPTY_TITLE.format(year=2024) in words(test)
    fates = open_as("bappeda", "nasib_usulan", wilayah=KABUPATEN, tahun="2024")
    assert text.FATE_EMPTY_TITLE.format(year=2024) in words(fates)


def test_every_proposal_has_one_fate_on_top(open_as: Open, demo: Engine) -> None:
    found = counts(open_as("camat", "nasib_usulan", wilayah=KECAMATAN, tahun="2026"))
    own = read_proposals_inside(demo, KECAMATAN, 2026)
    assert int(found[text.TOTAL]) == len(own)
    assert sum(int(found[label]) for label in text.FATES.values()) == len(own)


def test_the_command_line_writes_the_chains_of_the_screen(
    run: Run, demo: Engine, open_as: Open
) -> None:
    result = run("export", "benang-merah", "--wilayah", KABUPATEN, "--periode", "2026")
    assert result.exit_code == 0, result.output
    rows = json.loads(result.stdout)["data"]
    table = open_as("bappeda", "benang_merah", wilayah=KABUPATEN, tahun="2026").dataframe[0].value
    assert sorted(row["broken"] for row in rows) == sorted(table[text.COLUMNS["broken"]])
