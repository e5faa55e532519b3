"""The page Isian as Streamlit runs it: entering, faults, conflicts, locks, whose part it is."""

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from app.access import Account, Grant
from app.text import isian as text
from data_access.reads.isian import read_cells
from data_access.writes.isian import CellChange, SaveRequest, StagePart, save_cells
from data_access.writes.tahapan import StageMove, move_parts

ROOT = Path(__file__).resolve().parents[2]
KECAMATAN, DESA, ITEM, YEAR = "99.01.02", "99.01.02.2001", "S04", "2024"
STAGE = "kecamatan.semester-1"
PERIOD = "2024-S1"
PLACE = StagePart(KECAMATAN, 2024, STAGE, "puskesmas")
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

    def open_it(
        who: Account, code: str = KECAMATAN, view: str = text.VIEW_FORM, **query: str
    ) -> AppTest:
        monkeypatch.setattr("app.loaders.load_person", lambda token: who)
        test = AppTest.from_file(str(ROOT / "app" / "main.py"), default_timeout=30)
        test.query_params["wilayah"] = code
        for key, value in (query or {"tahun": YEAR, "tahapan": "Capaian semester I"}).items():
            test.query_params[key] = value
        test.session_state["isian_tampilan"] = view
        test.switch_page(str(ROOT / "pages" / "isian.py")).run()
        assert not test.exception
        return test

    return open_it


def field(test: AppTest, item: str = ITEM, unit: str = DESA):  # type: ignore[no-untyped-def]
    return next(each for each in test.text_input if (each.key or "").endswith(f"_{unit}_{item}"))


def button(test: AppTest, key: str):  # type: ignore[no-untyped-def]
    return next(each for each in test.button if each.key == key)


def other_saves(engine: Engine, value: int, version: int, key: str) -> None:
    change = CellChange(DESA, ITEM, value, None, version)
    outcome = save_cells(engine, "budi", SaveRequest(key, PERIOD, KECAMATAN, (PLACE,), (change,)))
    assert outcome.saved == 1


def stored(engine: Engine) -> list[tuple[object, ...]]:
    cells = read_cells(engine, KECAMATAN, PERIOD)
    return list(cells.itertuples(index=False, name=None))


def sentences(test: AppTest) -> str:
    groups = (test.error, test.warning, test.success, test.info, test.text)
    return "\n".join(each.value for group in groups for each in group)


def test_a_typed_figure_is_previewed_then_saved(demo: Engine, open_page: Open) -> None:
    test = open_page(person())
    field(test).set_value("34").run()
    assert "1 sel berubah, belum disimpan" in sentences(test)
    assert test.dataframe[-1].value.iloc[0].tolist()[2:] == ["belum diketahui", "34"]
    assert stored(demo) == []
    button(test, "isian_simpan").click().run()
    assert not test.exception
    assert stored(demo) == [(DESA, ITEM, 34, 1)]
    assert "1 sel sudah disimpan pukul" in sentences(test)
    assert field(test).value == "34"


@pytest.mark.parametrize("typed", ["=1+1", "12,5", "-3", "1e3", "12.5", "1,234", "tiga"])
def test_a_bad_cell_is_named_and_blocks_the_save(demo: Engine, open_page: Open, typed: str) -> None:
    test = open_page(person())
    field(test).set_value(typed)
    field(test, "S05").set_value("7").run()
    assert "1 sel belum dapat dibaca" in sentences(test)
    fault = test.dataframe[-2].value.iloc[0].tolist()
    assert fault[1].startswith("Ibu Hamil")
    assert fault[2] == typed
    assert button(test, "isian_simpan").disabled
    assert stored(demo) == []


def test_thousands_written_with_a_point_are_read_and_nothing_else_changes(
    demo: Engine, open_page: Open
) -> None:
    test = open_page(person())
    field(test).set_value("1.234").run()
    button(test, "isian_simpan").click().run()
    assert stored(demo) == [(DESA, ITEM, 1234, 1)]
    field(test).set_value("01234").run()
    assert "belum disimpan" not in sentences(test)


def test_a_cleared_figure_is_not_known_and_never_zero(demo: Engine, open_page: Open) -> None:
    other_saves(demo, 34, 0, "k1")
    test = open_page(person())
    field(test).set_value("").run()
    button(test, "isian_simpan").click().run()
    assert read_cells(demo, KECAMATAN, PERIOD)["value"].isna().tolist() == [True]


def test_the_second_of_two_sees_whose_figure_stands_and_keeps_their_own(
    demo: Engine, open_page: Open
) -> None:
    other_saves(demo, 34, 0, "k1")
    test = open_page(person())
    field(test).set_value("36")
    field(test, "S05").set_value("7").run()
    other_saves(demo, 35, 1, "k2")
    button(test, "isian_simpan").click().run()
    assert "1 sel sudah diubah orang lain" in sentences(test)
    (choice,) = test.radio
    ours, theirs = (option.replace("\\", "") for option in choice.options)
    assert ours.replace("\u2060", "") == "Nilai Anda: 36"
    assert "Nilai budi:" in theirs
    assert "35" in theirs
    assert len(stored(demo)) == 1
    assert button(test, "bentrok_simpan").disabled
    button(test, "bentrok_semua_saya").click().run()
    button(test, "bentrok_simpan").click().run()
    assert not test.exception
    assert stored(demo) == [(DESA, ITEM, 36, 3), (DESA, "S05", 7, 1)]


def test_theirs_may_be_kept_too(demo: Engine, open_page: Open) -> None:
    test = open_page(person())
    field(test).set_value("36").run()
    other_saves(demo, 35, 0, "k2")
    button(test, "isian_simpan").click().run()
    button(test, "bentrok_semua_mereka").click().run()
    button(test, "bentrok_simpan").click().run()
    assert stored(demo) == [(DESA, ITEM, 35, 1)]
    assert "tidak ada yang diubah" in sentences(test)
    assert field(test).value == "35"


def test_what_was_typed_outlives_a_look_at_the_table(demo: Engine, open_page: Open) -> None:
    test = open_page(person())
    field(test).set_value("36").run()
    test.session_state["isian_tampilan"] = text.VIEW_TABLE
    test.run()
    assert "1 sel berubah" in sentences(test)
    test.session_state["isian_tampilan"] = text.VIEW_FORM
    test.run()
    assert field(test).value == "36"
    button(test, "isian_simpan").click().run()
    assert stored(demo) == [(DESA, ITEM, 36, 1)]


def test_a_submitted_part_is_read_only_and_says_who_can_return_it(
    demo: Engine, open_page: Open
) -> None:
    other_saves(demo, 34, 0, "k1")
    move_parts(demo, "budi", [StageMove("ajukan", KECAMATAN, 2024, STAGE, "puskesmas", "draf", 1)])
    test = open_page(person())
    assert not [each for each in test.text_input if (each.key or "").startswith("isian_")]
    assert "sudah diajukan" in sentences(test)
    assert "verifikator Puskesmas" in sentences(test)


def test_a_part_locked_while_typing_is_not_written(demo: Engine, open_page: Open) -> None:
    other_saves(demo, 34, 0, "k1")
    test = open_page(person())
    field(test).set_value("36").run()
    move_parts(demo, "budi", [StageMove("ajukan", KECAMATAN, 2024, STAGE, "puskesmas", "draf", 1)])
    test.session_state["isian_tampilan"] = text.VIEW_FORM
    test.run()
    assert "1 sel yang Anda ketik belum tersimpan" in sentences(test)
    assert stored(demo) == [(DESA, ITEM, 34, 1)]


@pytest.mark.parametrize(
    "who",
    [
        person("operator", "setcam"),
        person("verifikator", "puskesmas"),
        person("operator", "puskesmas", "99.01.01"),
        person("penyetuju", "camat"),
    ],
)
def test_a_part_of_others_is_read_and_not_entered(
    demo: Engine, open_page: Open, who: Account
) -> None:
    other_saves(demo, 34, 0, "k1")
    test = open_page(who)
    if who.grants[0].agency == "setcam":
        assert field(test, "S01").value == ""  # their own part comes first
    control = next(each for each in test.segmented_control if "bagian" in str(each.key))
    control.set_value("puskesmas").run()
    assert "diisi operator Puskesmas" in sentences(test)
    assert not [each for each in test.text_input if (each.key or "").endswith("_S04")]


def test_in_a_whole_kabupaten_the_operator_lands_on_their_own_kecamatan(open_page: Open) -> None:
    test = open_page(person(), "99.01")
    assert field(test).value == ""


def test_in_a_whole_province_a_pimpinan_is_told_to_choose(open_page: Open) -> None:
    test = open_page(person("verifikator", "dinkes", "99.01"), "99")
    assert text.NO_KECAMATAN_TITLE in [each.value for each in test.subheader]


def chosen_stage(test: AppTest) -> str:
    return str(test.selectbox(key="tahapan").value)


def test_without_a_stage_in_the_address_the_first_that_waits_for_the_person_is_opened(
    open_page: Open,
) -> None:
    operator = open_page(person(), tahun="2026")
    assert chosen_stage(operator) == "Capaian semester II"
    assert chosen_stage(open_page(person("penyetuju", "camat"), tahun="2026")) == (
        "Capaian semester II"
    )


def test_a_verifier_begins_with_what_was_handed_in(demo: Engine, open_page: Open) -> None:
    other_saves(demo, 34, 0, "k1")
    move_parts(demo, "budi", [StageMove("ajukan", KECAMATAN, 2024, STAGE, "puskesmas", "draf", 1)])
    assert chosen_stage(open_page(person("verifikator"), tahun=YEAR)) == "Capaian semester I"
    assert chosen_stage(open_page(person("verifikator"), tahun="2026")) == "Capaian semester II"
