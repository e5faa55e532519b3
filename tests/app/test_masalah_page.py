"""The page Masalah dan usulan as Streamlit runs it: recording, changing, conflict, reading."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from app.access import Account, Grant
from app.documents.masalah import to_xlsx
from app.text import masalah as text
from data_access.reads.masalah import Problem, read_problems
from data_access.writes.isian import StagePart
from data_access.writes.masalah import ProblemDraft, add_problem, change_problem, to_draft
from data_access.writes.tahapan import StageMove, move_parts

ROOT = Path(__file__).resolve().parents[2]
KECAMATAN, DESA, YEAR, STAGE = "99.01.02", "99.01.02.2001", 2024, "kecamatan.ansit"
PLACE = StagePart(KECAMATAN, YEAR, STAGE, "puskesmas")
DRAFT = ProblemDraft("I02", DESA, "permintaan", None, "Ibu hamil enggan *minum* TTD")
Open = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


def person(role: str = "operator", agency: str = "puskesmas", code: str = KECAMATAN) -> Account:
    return Account(1, f"{agency}.{role}", "Ani", grants=(Grant(role, code, agency),))


@pytest.fixture
def open_page(demo: Engine, monkeypatch: pytest.MonkeyPatch) -> Open:
    monkeypatch.setattr("app.session.read_token", lambda: "uji")

    def open_it(who: Account, code: str = KECAMATAN) -> AppTest:
        monkeypatch.setattr("app.loaders.load_person", lambda token: who)
        test = AppTest.from_file(str(ROOT / "app" / "main.py"), default_timeout=30)
        test.query_params["wilayah"] = code
        test.query_params["tahun"] = str(YEAR)
        test.switch_page(str(ROOT / "pages" / "masalah.py")).run()
        assert not test.exception
        return test

    return open_it


def by_key(widgets: Any, ending: str) -> Any:
    return next(each for each in widgets if (each.key or "").endswith(ending))


def stored(engine: Engine, code: str = KECAMATAN, stage: str = STAGE) -> tuple[Problem, ...]:
    return read_problems(engine, code, YEAR, stage)


def record(engine: Engine) -> Problem:
    add_problem(engine, "budi", PLACE, DRAFT, key="k1")
    return stored(engine)[0]


def sentences(test: AppTest) -> str:
    groups = (test.error, test.warning, test.success, test.info, test.text)
    return "\n".join(each.value for group in groups for each in group)


def test_a_problem_is_recorded_and_shown(demo: Engine, open_page: Open) -> None:
    test = open_page(person())
    assert text.EMPTY_OWN in sentences(test)
    by_key(test.text_area, "_masalah").set_value("Kader kurang\n<b>x</b>")
    by_key(test.selectbox, "_layanan").set_value("I17")
    by_key(test.radio, "_sisi").set_value("penyediaan")
    by_key(test.button, "_simpan").click().run()
    assert not test.exception
    (problem,) = stored(demo)
    assert (problem.item_code, problem.place_code) == ("I17", KECAMATAN)
    assert (problem.aspect, problem.problem) == ("penyediaan", "Kader kurang\n<b>x</b>")
    assert text.ADDED in sentences(test)
    assert "Kader kurang\n<b>x</b>" in [each.value for each in test.text]
    assert by_key(test.text_area, "_masalah").value == ""


def test_an_empty_problem_is_not_stored_and_what_was_typed_stays(
    demo: Engine, open_page: Open
) -> None:
    test = open_page(person())
    by_key(test.text_area, "_penyebab").set_value("Jauh")
    by_key(test.button, "_simpan").click().run()
    assert "masalahnya belum ditulis" in sentences(test)
    assert stored(demo) == ()
    assert by_key(test.text_area, "_penyebab").value == "Jauh"


def test_a_problem_is_changed_and_removed(demo: Engine, open_page: Open) -> None:
    problem = record(demo)
    test = open_page(person())
    by_key(test.button, f"_ubah_{problem.id}").click().run()
    by_key(list(reversed(test.text_area)), "_penyebab").set_value("Mual")
    by_key(list(reversed(test.button)), "_simpan").click().run()
    assert stored(demo)[0].cause == "Mual"
    assert text.CHANGED in sentences(test)
    by_key(test.button, f"_hapus_{problem.id}").click().run()
    assert stored(demo) == ()
    assert text.REMOVED in sentences(test)


def test_the_second_of_two_sees_theirs_beside_their_own_and_chooses(
    demo: Engine, open_page: Open
) -> None:
    problem = record(demo)
    test = open_page(person())
    by_key(test.button, f"_ubah_{problem.id}").click().run()
    change_problem(demo, "budi", problem, replace(to_draft(problem), cause="Stok kosong"))
    by_key(list(reversed(test.text_area)), "_penyebab").set_value("Mual")
    by_key(list(reversed(test.button)), "_simpan").click().run()
    assert "budi sudah mengubah masalah ini" in sentences(test)
    shown = [each.value for each in test.text]
    assert {"Stok kosong", "Mual"} <= set(shown)
    assert stored(demo)[0].cause == "Stok kosong"
    by_key(test.button, "masalah_pakai_saya").click().run()
    assert not test.exception
    assert (stored(demo)[0].cause, stored(demo)[0].version) == ("Mual", 3)


@pytest.mark.parametrize("who", [person("verifikator"), person("pimpinan", "", "99.01")])
def test_others_read_and_change_nothing(demo: Engine, open_page: Open, who: Account) -> None:
    record(demo)
    test = open_page(who)
    assert DRAFT.problem in [each.value for each in test.text]
    assert not test.text_area
    assert not [each for each in test.button if "masalah_ubah" in str(each.key)]


def test_a_locked_part_is_read_only_and_says_so(demo: Engine, open_page: Open) -> None:
    record(demo)
    move_parts(demo, "budi", [StageMove("ajukan", KECAMATAN, YEAR, STAGE, "puskesmas", "draf", 1)])
    test = open_page(person())
    assert "sudah diajukan" in sentences(test)
    assert not test.text_area


def test_bappeda_records_for_the_kabupaten_and_a_nation_has_none(
    demo: Engine, open_page: Open
) -> None:
    test = open_page(person("operator", "bappeda", "99.01"), "99.01")
    by_key(test.text_area, "_masalah").set_value("Data sasaran berbeda")
    by_key(test.selectbox, "_tempat").set_value(DESA)
    by_key(test.button, "_simpan").click().run()
    assert [each.place_code for each in stored(demo, "99.01", "kabupaten.ansit")] == [DESA]


def test_the_list_is_filtered_and_says_how_many(demo: Engine, open_page: Open) -> None:
    record(demo)
    add_problem(demo, "budi", PLACE, replace(DRAFT, aspect="dukungan", problem="Lain"), key="k2")
    test = open_page(person("verifikator"))
    by_key(test.selectbox, "saring_sisi").set_value("dukungan").run()
    assert "1 dari 2 masalah" in sentences(test)
    assert DRAFT.problem not in [each.value for each in test.text]


def test_the_excel_holds_what_was_said_as_text() -> None:
    import pandas as pd

    row = dict.fromkeys(text.COLUMNS, "=1+1") | {"cause": None}
    content = to_xlsx(pd.DataFrame([row]), [("Wilayah", "x")])
    from io import BytesIO

    import openpyxl

    page = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    assert {cell.data_type for cell in page[2] if cell.value is not None} == {"s"}
    assert page.max_row == 2
