"""Handing in a budget on Data masuk: from the file to the save, and pairing what is left."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence

import pandas as pd
import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from app.access import Account, Grant
from app.actions.databases import create_database
from app.components.budget_skpd import find_pair_changes, label_owners
from app.navigation import PAGES
from app.text import anggaran_masuk as text
from app.text import uploads as upload_text
from data_access.reads.anggaran import read_skpd, read_snapshots
from data_access.writes.wilayah import save_regions
from tests.app.test_anggaran_actions import DISTRICT, HEAD, HEALTH, JUAI, KABUPATEN, WORKS
from tests.corpus.places import make_info, make_place

OpenAs = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def fresh_caches() -> Iterator[None]:
    st.cache_data.clear()
    st.cache_resource.clear()
    yield
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def place(engine: Engine) -> Engine:
    create_database(engine, kind="nyata")
    save_regions(engine, make_place([f"{JUAI}.2001"]), make_info("wilayah"))
    return engine


@pytest.fixture
def open_as(place: Engine, monkeypatch: pytest.MonkeyPatch) -> OpenAs:
    def open_it(role: str, region: str = KABUPATEN, agency: str = "") -> AppTest:
        person = Account(1, f"uji.{role}", "Uji", grants=(Grant(role, region, agency),))
        monkeypatch.setattr("app.session.read_token", lambda: "uji")
        monkeypatch.setattr("app.loaders.load_person", lambda token: person)
        test = AppTest.from_file(str(PAGES.parent / "app" / "main.py"), default_timeout=60)
        test.switch_page(str(PAGES / "data_masuk.py")).run()
        assert not test.exception
        return test

    return open_it


def hand_in(test: AppTest, *rows: Sequence[object]) -> None:
    written = io.StringIO()
    csv.writer(written).writerows([HEAD, *rows])
    (uploader,) = [each for each in test.file_uploader if each.label == upload_text.FILE_LABEL]
    uploader.upload("rka.csv", written.getvalue().encode(), "text/csv").run()
    press(test, "anggaran_periksa")


def press(test: AppTest, key: str) -> None:
    test.button(key=key).click().run()
    assert not test.exception


def test_bappeda_checks_stores_and_is_told_who_is_not_paired(
    place: Engine, open_as: OpenAs
) -> None:
    test = open_as("bappeda", KABUPATEN, "bappeda")
    test.segmented_control[0].set_value("anggaran").run()
    hand_in(test, HEALTH, WORKS, DISTRICT)
    assert {each.label: each.value for each in test.metric}[text.SUMS["total_idr"]] == "Rp96 jt"
    assert test.button(key="anggaran_simpan").disabled
    (tick,) = [each for each in test.checkbox if "sudah saya periksa" in each.label]
    tick.check().run()
    press(test, "anggaran_simpan")
    assert any("3 baris" in each.value for each in test.success)
    assert any(text.PAIRS_OPEN.format(count="1") in each.value for each in test.warning)
    (snapshot,) = read_snapshots(place, KABUPATEN)
    assert snapshot.kind == "murni"


def test_an_operator_of_a_kecamatan_brings_its_own_budget_only(
    place: Engine, open_as: OpenAs
) -> None:
    test = open_as("operator", JUAI, "setcam")
    assert [each.options for each in test.segmented_control] == [[upload_text.KINDS["anggaran"]]]
    hand_in(test, HEALTH, DISTRICT)
    assert test.error
    assert "anggaran_simpan" not in {each.key for each in test.button}
    hand_in(test, DISTRICT)
    press(test, "anggaran_simpan")
    assert list(read_skpd(place, KABUPATEN)["agency"]) == ["setcam"]


def test_only_changed_pairs_are_saved_on_the_version_that_was_seen() -> None:
    labels = label_owners({(KABUPATEN, "dinkes"): "Dinas Kesehatan", (JUAI, "setcam"): "Juai"})
    assert list(labels) == ["Dinas Kesehatan (dinkes)", "Kecamatan Juai (63.11.01)"]
    seen = pd.DataFrame(
        {
            "name": ["Dinkes", "RSUD", "Kecamatan Juai"],
            "owner_code": [KABUPATEN, None, JUAI],
            "agency": ["dinkes", None, "setcam"],
            "version": [1, 1, 4],
        }
    )
    chosen = pd.Series(["Dinas Kesehatan (dinkes)", "Dinas Kesehatan (dinkes)", None])
    assert find_pair_changes(seen, chosen, labels) == [
        ("RSUD", (KABUPATEN, "dinkes"), 1),
        ("Kecamatan Juai", None, 4),
    ]
