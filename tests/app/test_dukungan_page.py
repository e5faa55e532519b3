"""The page Regulasi dan publikasi as Streamlit runs it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from app.access import Account, Grant
from app.actions.databases import create_database
from app.format import escape_markdown
from app.text import dukungan as text
from data_access.reads.dukungan import read_publications, read_regulations
from data_access.reads.tahapan import read_parts
from data_access.writes.dukungan import PublicationDraft, RegulationDraft, add_support
from data_access.writes.tahapan import StageMove, move_parts
from data_access.writes.wilayah import save_regions
from tests.corpus.places import make_info, make_place

ROOT = Path(__file__).resolve().parents[2]
KABUPATEN, KECAMATAN, YEAR = "63.11", "63.11.01", 2026
RULE = RegulationDraft("keputusan", "440/12", date(2026, 1, 5), "Tim *kecamatan*", "ansit")
NEWS = PublicationDraft("radio", "Siaran", None, "https://contoh.id/a", "semua")
Open = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def place(engine: Engine) -> Engine:
    create_database(engine, kind="nyata")
    save_regions(engine, make_place([f"{KECAMATAN}.2001"]), make_info("wilayah"))
    return engine


def person(role: str, code: str = KECAMATAN, agency: str = "setcam") -> Account:
    return Account(1, f"{role}.{agency}", "Ani", grants=(Grant(role, code, agency),))


OPERATOR, LEADER = person("operator"), person("pimpinan", "ID", "")


@pytest.fixture
def open_page(place: Engine, monkeypatch: pytest.MonkeyPatch) -> Open:
    monkeypatch.setattr("app.session.read_token", lambda: "uji")

    def open_it(who: Account, code: str = KECAMATAN, kind: str = "Regulasi") -> AppTest:
        monkeypatch.setattr("app.loaders.load_person", lambda token: who)
        test = AppTest.from_file(str(ROOT / "app" / "main.py"), default_timeout=30)
        test.query_params["wilayah"] = code
        test.query_params["tahun"] = str(YEAR)
        test.query_params["dukungan"] = kind
        test.switch_page(str(ROOT / "pages" / "dukungan.py")).run()
        assert not test.exception
        return test

    return open_it


def by_key(widgets: Any, ending: str) -> Any:
    return next(each for each in widgets if (each.key or "").endswith(ending))


def sentences(test: AppTest) -> str:
    groups = (test.error, test.warning, test.success, test.info, test.text, test.caption)
    return "\n".join(each.value for group in groups for each in group)


def test_an_operator_records_a_regulation_and_its_card_opens(
    place: Engine, open_page: Open
) -> None:
    test = open_page(OPERATOR)
    assert text.EMPTY_OWN["regulasi"] in sentences(test)
    by_key(test.selectbox, "_kind").set_value("keputusan")
    by_key(test.selectbox, "_stage").set_value("ansit")
    by_key(test.text_input, "_number").set_value("440/12")
    by_key(test.text_input, "_subject").set_value("Tim *kecamatan*")
    by_key(test.button, "_simpan").click().run()
    assert not test.exception
    assert text.ADDED["regulasi"] in sentences(test)
    assert read_regulations(place, KECAMATAN, YEAR)["number"].tolist() == ["440/12"]
    shown = sentences(test)
    assert "Tim *kecamatan*" in shown
    assert "1 regulasi belum ada berkasnya." in shown
    assert "Pra-musrenbang" in shown  # a stage that has none yet
    by_key(test.button, f"regulasi_tarik_{1}").click().run()
    assert text.WITHDRAWN in sentences(test)
    assert read_regulations(place, KECAMATAN, YEAR).empty


def test_nothing_chosen_is_refused_with_what_to_do(open_page: Open) -> None:
    test = open_page(OPERATOR, kind="Publikasi")
    by_key(test.button, "_simpan").click().run()
    assert escape_markdown(text.FAULTS["jenis_kosong"]) in sentences(test)


def test_a_link_is_text_to_copy_never_an_anchor(place: Engine, open_page: Open) -> None:
    add_support(place, "ani", NEWS, KECAMATAN, YEAR, key="k")
    test = open_page(LEADER, kind="Publikasi")
    assert text.ALL_COVERED in sentences(test)
    by_key(test.selectbox, "dukungan_pilih_publikasi").set_value(1).run()
    assert not test.exception
    assert [block.value for block in test.code] == ["https://contoh.id/a"]
    assert not any("contoh.id" in each.value for each in test.markdown)
    assert not [b for b in test.button if (b.key or "").startswith("publikasi_")]


def test_a_change_meets_what_somebody_else_saved(place: Engine, open_page: Open) -> None:
    add_support(place, "ani", NEWS, KECAMATAN, YEAR, key="k")
    test = open_page(OPERATOR, kind="Publikasi")
    by_key(test.selectbox, "dukungan_pilih_publikasi").set_value(1).run()
    by_key(test.button, "publikasi_ubah_1").click().run()
    titles = [each for each in test.text_input if (each.key or "").endswith("_title")]
    titles[-1].set_value("Siaran pagi")
    saves = [each for each in test.button if (each.key or "").endswith("_simpan")]
    saves[-1].click().run()
    assert not test.exception
    assert text.CHANGED in sentences(test)
    assert read_publications(place, KECAMATAN, YEAR)["title"].tolist() == ["Siaran pagi"]


def test_a_handed_in_list_is_read_only_and_says_why(place: Engine, open_page: Open) -> None:
    add_support(place, "ani", RULE, KECAMATAN, YEAR, key="k")
    (part,) = read_parts(place, [KECAMATAN], YEAR)
    step = StageMove("ajukan", KECAMATAN, YEAR, part.stage, part.part, "draf", part.version)
    assert move_parts(place, "ani", [step]).moved
    test = open_page(OPERATOR)
    assert "sudah diajukan, jadi daftarnya hanya dapat dibaca" in sentences(test)
    assert not [b for b in test.button if (b.key or "").endswith("_simpan")]


def test_above_one_sees_which_kecamatan_have_none(place: Engine, open_page: Open) -> None:
    add_support(place, "ani", RULE, KECAMATAN, YEAR, key="k")
    test = open_page(LEADER, KABUPATEN)
    assert text.EMPTY_TITLE["regulasi"].format(year=YEAR) in [h.value for h in test.subheader]
    (below,) = [each.value for each in test.dataframe]
    assert below["Jumlah"].tolist() == ["1"]
    assert below["Keadaan tahapan"].tolist() == ["draf"]
    assert "Analisis situasi" not in below["Yang mana"].iloc[0]


def test_the_nation_is_asked_for_a_region(open_page: Open) -> None:
    assert text.WRONG_LEVEL in sentences(open_page(LEADER, "ID"))
