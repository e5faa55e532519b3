"""The stages' pages as Streamlit runs them, for each who works on them, on the demonstration."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from app.actions.isian import CellChange, StagePart, save_entry
from app.actions.tahapan import return_parts
from app.components.waiting import list_duties
from app.text import pengaturan as settings_text
from app.text import screens
from app.text import tahapan as text
from data_access.database import make_engine
from data_access.reads.pengguna import read_account
from data_access.reads.tahapan import read_parts

ROOT = Path(__file__).resolve().parents[2]
KABUPATEN, KECAMATAN = "99.01", "99.01.01"
TODAY = date(2026, 11, 21)
MARKING = "Penandaan pasca Perubahan APBD"
Open = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def open_as(demo: Engine, monkeypatch: pytest.MonkeyPatch) -> Open:
    monkeypatch.setattr("app.session.read_token", lambda: "uji")
    monkeypatch.setattr("app.stage_loaders.load_today", lambda code: TODAY)

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


def labels(test: AppTest) -> set[str]:
    return {button.label for button in test.main.button}


def words(test: AppTest) -> str:
    kinds = ("text", "markdown", "warning", "info", "success", "error", "caption")
    return "\n".join(each.value for kind in kinds for each in test.get(kind))


@pytest.mark.parametrize("page", ["tahapan", "kesiapan", "pengaturan"])
@pytest.mark.parametrize("code", ["99", KABUPATEN, KECAMATAN, "99.01.01.2001"])
def test_every_page_draws_every_level(open_as: Open, page: str, code: str) -> None:
    test = open_as("bappeda", page, wilayah=code)
    title = {
        "tahapan": screens.PAGE_TAHAPAN,
        "kesiapan": screens.PAGE_KESIAPAN,
        "pengaturan": screens.PAGE_PENGATURAN,
    }[page]
    assert test.title[0].value.startswith(title)


def test_an_operator_sees_only_the_button_of_its_own_part(open_as: Open) -> None:
    test = open_as("puskesmas.operator", "tahapan", wilayah=KECAMATAN)
    assert labels(test) == {text.WITHDRAW}
    assert "Dua desa belum diisi" in words(test)


def test_a_pimpinan_sees_it_all_and_can_press_nothing(open_as: Open) -> None:
    for page in ("tahapan", "kesiapan"):
        test = open_as("pimpinan", page, wilayah=KABUPATEN)
        assert labels(test) == set()
    test = open_as("pimpinan", "tahapan", wilayah=KECAMATAN)
    assert labels(test) == set()


def test_pressing_takes_the_step_and_says_so(open_as: Open, database: Path) -> None:
    test = open_as("puskesmas.operator", "tahapan", wilayah=KECAMATAN)
    next(each for each in test.main.button if each.label == text.WITHDRAW).click().run()
    assert not test.exception
    assert text.DONE["tarik"] in words(test).replace("\\", "")
    assert labels(test) == {text.SUBMIT}
    engine = make_engine(f"sqlite:///{database.as_posix()}")
    stored = {p.part: p for p in read_parts(engine, [KECAMATAN], 2026) if "perubahan" in p.stage}
    assert (stored["puskesmas"].state, stored["puskesmas"].updated_by) == (
        "draf",
        "puskesmas.operator",
    )
    engine.dispose()


def test_a_button_pressed_after_another_was_quicker_says_who(open_as: Open, database: Path) -> None:
    test = open_as("puskesmas.operator", "tahapan", wilayah=KECAMATAN)
    engine = make_engine(f"sqlite:///{database.as_posix()}")
    verifier = read_account(engine, "puskesmas.verifikator")
    assert verifier is not None
    [seen] = [
        part
        for part in read_parts(engine, [KECAMATAN], 2026)
        if (part.stage, part.part) == ("kecamatan.penandaan-perubahan", "puskesmas")
    ]
    assert return_parts(engine, verifier, [seen], "periksa desa A").is_done
    next(each for each in test.main.button if each.label == text.WITHDRAW).click().run()
    assert not test.exception
    assert "periksa desa A" in words(test)
    assert labels(test) == {text.SUBMIT}
    engine.dispose()


def test_a_return_without_a_note_is_refused_calmly(open_as: Open) -> None:
    test = open_as("puskesmas.verifikator", "tahapan", wilayah=KECAMATAN)
    next(each for each in test.main.button if each.label == text.RETURN).click().run()
    assert not test.exception
    assert text.REFUSALS["catatan_kosong"] in words(test).replace("\\", "")


def test_the_kabupaten_shows_who_is_waited_for_by_name(open_as: Open) -> None:
    test = open_as(
        "bappeda", "tahapan", wilayah=KABUPATEN, tahun="2027", tahapan="Analisis Situasi"
    )
    shown = words(test)
    assert "Merawesi" in shown
    assert "12 dari 12 kecamatan" in shown
    assert text.GATE_OVERRIDE in labels(test)


def test_the_board_tells_states_and_days_in_words(open_as: Open) -> None:
    test = open_as("pimpinan", "kesiapan", wilayah=KABUPATEN)
    board = test.dataframe[0].value.set_index(text.COLUMNS["region"])
    column = text.SHORT_NAMES["penandaan-perubahan"]
    assert board.loc["Merawesi", column] == "dikembalikan, terlambat 21 hari"
    assert board.loc["Kabupaten Arunika", text.SHORT_NAMES["pengukuran"]] == "terverifikasi"
    assert board.loc["Merawesi", text.SHORT_NAMES["ansit"]] == "disetujui"
    detail = test.dataframe[1].value
    assert "Guntur Wibawa" in detail.loc[1, text.COLUMNS["waiting"]]


def test_the_board_of_one_agency_shows_its_parts_only(open_as: Open) -> None:
    test = open_as("pimpinan", "kesiapan", wilayah=KABUPATEN)
    box = next(each for each in test.selectbox if each.label == text.AGENCY_FILTER)
    box.set_value("plkb").run()
    assert not test.exception
    board = test.dataframe[0].value
    assert "Kabupaten Arunika" not in set(board[text.COLUMNS["region"]])
    assert text.SHORT_NAMES["target"] not in board.columns


def test_the_list_for_telephones_names_every_region(open_as: Open) -> None:
    test = open_as("pimpinan", "kesiapan", wilayah=KABUPATEN)
    test.main.get("button_group")[0].set_value(text.VIEW_LIST).run()
    assert not test.exception
    assert "Merawesi" in words(test)


def test_bappeda_changes_a_deadline_and_the_page_shows_why(open_as: Open) -> None:
    test = open_as("bappeda", "pengaturan", wilayah=KABUPATEN)
    next(e for e in test.number_input if e.label == settings_text.DEADLINE_DAY).set_value(20)
    next(e for e in test.text_input if e.label == settings_text.REASON).set_value("SK 7/2026")
    next(e for e in test.button if e.label == settings_text.SAVE).click().run()
    assert not test.exception
    assert text.DONE["pengaturan"] in words(test).replace("\\", "")
    table = test.dataframe[0].value
    assert "20 Januari 2026" in set(table[settings_text.DEADLINE_COLUMNS["due"]])
    assert "SK 7/2026" in set(table[settings_text.DEADLINE_COLUMNS["reason"]])


def test_who_only_reads_has_no_duty_and_bappeda_fills_its_own_part(demo: Engine) -> None:
    reader, planner = read_account(demo, "pimpinan"), read_account(demo, "bappeda")
    assert reader is not None
    assert planner is not None
    assert list_duties(reader) == frozenset()
    assert list_duties(planner) == {("operator", KABUPATEN, "bappeda")}


def test_handing_in_a_part_that_is_hardly_filled_is_asked_about_once(
    open_as: Open, demo: Engine
) -> None:
    place = StagePart(KECAMATAN, 2026, "kecamatan.semester-2", "puskesmas")
    operator = read_account(demo, "puskesmas.operator")
    assert operator is not None
    change = CellChange(f"{KECAMATAN}.1001", "S04", 31, None, 0)
    assert save_entry(demo, operator, place, (change,), "uji").outcome.saved == 1
    test = open_as(
        "puskesmas.operator", "tahapan", wilayah=KECAMATAN, tahapan="Capaian semester II"
    )
    assert text.SUBMIT_ASK.format(fill="0 % (1 dari 470)") in words(test)
    assert labels(test) == {text.SUBMIT_ANYWAY}
    next(each for each in test.main.button if each.label == text.SUBMIT_ANYWAY).click().run()
    assert not test.exception
    assert text.DONE["ajukan"] in words(test).replace("\\", "")
    assert labels(test) == {text.WITHDRAW}


def test_the_title_of_a_kecamatan_says_that_it_is_one(open_as: Open) -> None:
    for page in ("tahapan", "kesiapan"):
        title = open_as("pimpinan", page, wilayah=KECAMATAN).title[0].value
        assert title.endswith("Kecamatan Merawesi")


@pytest.mark.parametrize(
    ("username", "code", "stage", "page"),
    [
        ("puskesmas.operator", KECAMATAN, MARKING, screens.PAGE_PENANDAAN),
        ("setcam.operator", KECAMATAN, "Pra Musrenbang", screens.PAGE_REMBUK),
        ("setcam.operator", KECAMATAN, "Capaian semester II", screens.PAGE_ISIAN),
        ("dinkes.operator", KABUPATEN, MARKING, screens.PAGE_PENANDAAN),
    ],
)
def test_a_stage_leads_to_where_it_is_worked_on(
    open_as: Open, username: str, code: str, stage: str, page: str
) -> None:
    test = open_as(username, "tahapan", wilayah=code, tahapan=stage)
    shown = [each.label for each in test.main.get("page_link")]
    assert text.LINK_WORK.format(page=page) in shown


def test_a_stage_that_has_only_steps_leads_nowhere(open_as: Open) -> None:
    test = open_as("bappeda.operator", "tahapan", wilayah=KABUPATEN, tahapan="Analisis Situasi")
    assert not [each for each in test.main.get("page_link") if each.label.startswith("Buka ")]
