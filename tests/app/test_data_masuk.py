"""The page Data masuk, run as Streamlit runs it: from the file to the save and back."""

from collections.abc import Callable

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from app.access import Account, Grant
from app.navigation import PAGES
from app.text import uploads as text
from data_access.reads.batches import read_batches
from data_access.reads.pengukuran import read_measurements
from data_access.reads.wilayah import read_regions

HEAD = "kode,nama,sasaran,sangat_pendek,pendek,normal,tinggi"
OpenAs = Callable[[str], AppTest]


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def open_as(demo: Engine, monkeypatch: pytest.MonkeyPatch) -> OpenAs:
    def open_it(role: str) -> AppTest:
        person = Account(1, f"uji.{role}", "Uji", grants=(Grant(role, "99.01", "dinkes"),))
        monkeypatch.setattr("app.session.read_token", lambda: "uji")
        monkeypatch.setattr("app.loaders.load_person", lambda token: person)
        test = AppTest.from_file(str(PAGES.parent / "app" / "main.py"), default_timeout=60)
        test.switch_page(str(PAGES / "data_masuk.py")).run()
        assert not test.exception
        return test

    return open_it


def hand_in(test: AppTest, lines: list[str]) -> AppTest:
    """A file for October 2025, of which the demonstration knows nothing."""
    choose(test, text.MONTH_LABEL, 10)
    choose(test, text.YEAR_LABEL, 2025)
    (uploader,) = [each for each in test.file_uploader if each.label == text.FILE_LABEL]
    uploader.upload("oktober.csv", "\n".join(lines).encode(), "text/csv").run()
    press(test, text.CHECK)
    return test


def choose(test: AppTest, label: str, value: object) -> None:
    (box,) = [each for each in test.selectbox if each.label == label]
    box.set_value(value).run()


def press(test: AppTest, label: str) -> None:
    (button,) = [each for each in test.button if each.label == label]
    button.click().run()
    assert not test.exception


def lines_of(engine: Engine, count: int = 150) -> list[str]:
    desa = read_regions(engine, "99.01", "desa").head(count)
    return [HEAD, *(f"{row.code},{row.name},60,2,8,40,1" for row in desa.itertuples())]


def test_a_file_is_checked_stored_listed_and_withdrawn(demo: Engine, open_as: OpenAs) -> None:
    test = hand_in(open_as("operator"), lines_of(demo))
    for tick in test.checkbox:
        if tick.label.endswith("peringatan sudah saya periksa"):
            tick.check().run()
    press(test, text.SAVE)
    batch = int(read_batches(demo)["id"].max())
    assert any(f"impor nomor {batch}: 150 baris" in each.value for each in test.success)
    facts = read_measurements(demo, "99.01", "e-PPGBM")
    assert (facts["period"] == "2025-10").sum() == 150
    assert read_batches(demo)["imported_by"].iloc[0] == "uji.operator"


def test_a_file_with_an_error_can_be_mended_but_not_stored(demo: Engine, open_as: OpenAs) -> None:
    before = len(read_batches(demo))
    lines = [HEAD, "99.01.01.1001,Pasir Mentari,60,2,delapan,40,1"]
    test = hand_in(open_as("operator"), lines)
    assert [each.value for each in test.error] == [text.MUST_MEND.format(count=1)]
    assert text.SAVE not in {each.label for each in test.button}
    assert len(read_batches(demo)) == before


def test_warnings_are_to_be_ticked_before_a_save(demo: Engine, open_as: OpenAs) -> None:
    lines = [HEAD, "99.01.01.1001,Nama Lain,60,2,8,40,1"]
    test = hand_in(open_as("operator"), lines)
    (save,) = [each for each in test.button if each.label == text.SAVE]
    assert save.disabled
    (tick,) = [each for each in test.checkbox if "sudah saya periksa" in each.label]
    tick.check().run()
    (save,) = [each for each in test.button if each.label == text.SAVE]
    assert not save.disabled


def test_another_choice_after_the_check_asks_for_a_new_one(demo: Engine, open_as: OpenAs) -> None:
    test = hand_in(open_as("operator"), lines_of(demo))
    choose(test, text.MONTH_LABEL, 11)
    assert text.CHANGED in {each.value for each in test.info}
    assert text.SAVE not in {each.label for each in test.button}


def test_unknown_columns_are_asked_for(demo: Engine, open_as: OpenAs) -> None:
    test = hand_in(open_as("operator"), ["Wil,SP,P", "99.01.01.1001,2,8"])
    for meaning, place in (("kode", 0), ("sangat_pendek", 1), ("pendek", 2)):
        choose(test, text.MEANINGS[meaning], place)
    press(test, text.COLUMNS_USE)
    assert any("dipastikan uji" in each.value for each in test.info)


def test_names_that_match_nothing_are_asked_for(demo: Engine, open_as: OpenAs) -> None:
    region = read_regions(demo, "99.01", "desa").iloc[0]
    kecamatan = read_regions(demo, "99.01.01", "kecamatan").iloc[0]["name"]
    head = HEAD.replace("kode,nama", "kecamatan,desa")
    test = hand_in(open_as("operator"), [head, f"{kecamatan},{region['name']}h,60,2,8,40,1"])
    (box,) = [each for each in test.selectbox if each.label == text.CHOOSE]
    assert box.options[0] == f"{region['name']} ({region['code']})"
    box.set_value(region["code"])
    press(test, text.NAMES_USE)
    assert not test.error


def test_templates_are_offered_for_what_a_person_may_bring(open_as: OpenAs) -> None:
    labels = {each.label for each in open_as("bappeda").get("download_button")}
    assert len([label for label in labels if label.startswith("Unduh")]) == 5


def test_after_a_save_the_page_says_for_which_cycle_the_month_counts_and_what_is_next(
    demo: Engine, open_as: OpenAs
) -> None:
    test = open_as("operator")
    choose(test, text.MONTH_LABEL, 8)
    choose(test, text.YEAR_LABEL, 2023)
    (uploader,) = [each for each in test.file_uploader if each.label == text.FILE_LABEL]
    uploader.upload("agustus.csv", "\n".join(lines_of(demo)).encode(), "text/csv").run()
    press(test, text.CHECK)
    for tick in test.checkbox:
        if tick.label.endswith("peringatan sudah saya periksa"):
            tick.check().run()
    press(test, text.SAVE)
    said = {each.value for each in test.text}
    assert text.NEXT_CYCLE.format(month="Agustus 2023", year=2024) in said
    assert text.NEXT_LINK in {each.label for each in test.main.get("page_link")}


def test_a_month_of_no_stage_needs_no_further_step(demo: Engine, open_as: OpenAs) -> None:
    test = hand_in(open_as("operator"), lines_of(demo))
    for tick in test.checkbox:
        if tick.label.endswith("peringatan sudah saya periksa"):
            tick.check().run()
    press(test, text.SAVE)
    expected = text.NEXT_NO_STAGE.format(month="Oktober 2025")
    assert expected in {each.value for each in test.caption}
    assert text.NEXT_LINK not in {each.label for each in test.main.get("page_link")}
