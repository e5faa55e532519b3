"""The page Target as Streamlit runs it: setting, faults, conflicts, locks, who sees what."""

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import Engine, delete, insert
from streamlit.testing.v1 import AppTest

from analysis.targets import PREVALENCE
from app.access import Account, Grant
from app.text import target as text
from data_access.database import open_write
from data_access.reads.target import read_targets
from data_access.schema import Isian, PenanggungJawab, Target
from data_access.writes.batches import move_entered, move_version
from data_access.writes.isian import StagePart, ensure_period
from data_access.writes.tahapan import StageMove, move_parts
from data_access.writes.target import TargetChange, TargetRequest, save_targets

ROOT = Path(__file__).resolve().parents[2]
KABUPATEN, KECAMATAN, YEAR = "99.01", "99.01.01", 2024
STAGE = "kabupaten.target"
Open = Callable[..., AppTest]


def person(role: str, agency: str = "", code: str = KABUPATEN) -> Account:
    return Account(1, f"{agency}.{role}".strip("."), "Ani", grants=(Grant(role, code, agency),))


BAPPEDA, DINKES = person("bappeda", "bappeda"), person("operator", "dinkes")


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def place(demo: Engine) -> Engine:
    with open_write(demo, "uji") as connection:
        connection.execute(delete(Target))
        connection.execute(delete(PenanggungJawab))
        duty = {"wilayah_code": KABUPATEN, "item_code": "I01", "agency": "dinkes", "version": 1}
        connection.execute(insert(PenanggungJawab).values(**duty))
        for topic in ("target", "pengaturan"):
            move_version(connection, topic)
    return demo


@pytest.fixture
def open_page(place: Engine, monkeypatch: pytest.MonkeyPatch) -> Open:
    monkeypatch.setattr("app.session.read_token", lambda: "uji")

    def open_it(who: Account, view: str | None = None, code: str = KABUPATEN) -> AppTest:
        monkeypatch.setattr("app.loaders.load_person", lambda token: who)
        test = AppTest.from_file(str(ROOT / "app" / "main.py"), default_timeout=60)
        test.query_params["wilayah"] = code
        test.query_params["tahun"] = str(YEAR)
        test.session_state["target_tampilan"] = text.FORM_VIEW
        if view is not None:
            test.session_state["target_buka"] = view
        test.switch_page(str(ROOT / "pages" / "target.py")).run()
        assert not test.exception
        return test

    return open_it


def field(test: AppTest, item: str, document: str, year: int):  # type: ignore[no-untyped-def]
    ending = f"_{item}_{document}_{year}"
    return next(each for each in test.text_input if (each.key or "").endswith(ending))


def button(test: AppTest, key: str):  # type: ignore[no-untyped-def]
    return next(each for each in test.button if each.key == key)


def save(engine: Engine, item: str, value: float, key: str, base: tuple[float, int] | None = None,
         part: str = "bappeda") -> None:  # fmt: skip
    known = base or (None, 0)
    change = TargetChange(item, "RPJPD", 2025, value, *known)
    place = StagePart(KABUPATEN, YEAR, STAGE, part)
    outcome = save_targets(engine, "budi", TargetRequest(key, KABUPATEN, place, (change,)))
    assert outcome.saved == 1


def stored(engine: Engine, code: str = KABUPATEN) -> dict[tuple[str, str, int], float]:
    rows = read_targets(engine, code)
    own = rows[rows["wilayah_code"] == code]
    keys = zip(own["item_code"], own["document"], own["year"], strict=True)
    return dict(zip(keys, own["target_pct"], strict=True))


def sentences(test: AppTest) -> str:
    groups = (test.error, test.warning, test.success, test.info, test.text, test.caption)
    return "\n".join(each.value for group in groups for each in group)


def test_bappeda_types_a_series_sees_the_change_and_saves_it(
    place: Engine, open_page: Open
) -> None:
    test = open_page(BAPPEDA)
    assert text.EMPTY_STEPS[0] in sentences(test)
    field(test, PREVALENCE, "RPJPD", 2025).set_value("18,40")
    field(test, PREVALENCE, "RPJPD", 2026).set_value("17").run()
    assert "2 target berubah, belum disimpan" in sentences(test)
    assert test.dataframe[-1].value.iloc[0].tolist()[2:] == ["tidak ada", "18,4 %"]
    assert stored(place) == {}
    button(test, "target_simpan").click().run()
    assert not test.exception
    assert "2 target sudah disimpan." in sentences(test)
    assert stored(place) == {(PREVALENCE, "RPJPD", 2025): 18.4, (PREVALENCE, "RPJPD", 2026): 17.0}
    assert field(test, PREVALENCE, "RPJPD", 2025).value == "18,4"


@pytest.mark.parametrize("typed", ["0,9", "120", "1.234", "=1+1", "tujuh belas"])
def test_a_bad_cell_is_named_and_blocks_the_save(
    place: Engine, open_page: Open, typed: str
) -> None:
    test = open_page(BAPPEDA)
    field(test, PREVALENCE, "RPJPD", 2025).set_value(typed)
    field(test, PREVALENCE, "RPJPD", 2026).set_value("17").run()
    assert "1 sel belum dapat dibaca" in sentences(test)
    assert test.dataframe[-2].value.iloc[0].tolist()[:3] == ["RPJPD", "2025", typed]
    assert button(test, "target_simpan").disabled
    assert stored(place) == {}


def test_a_figure_written_otherwise_is_no_change(place: Engine, open_page: Open) -> None:
    save(place, PREVALENCE, 18.4, "k1")
    test = open_page(BAPPEDA)
    field(test, PREVALENCE, "RPJPD", 2025).set_value("18.40 %").run()
    assert "belum disimpan" not in sentences(test)


def test_the_second_of_two_sees_whose_figure_stands_and_keeps_their_own(
    place: Engine, open_page: Open
) -> None:
    save(place, PREVALENCE, 18.4, "k1")
    test = open_page(BAPPEDA)
    field(test, PREVALENCE, "RPJPD", 2025).set_value("18").run()
    save(place, PREVALENCE, 18.2, "k2", base=(18.4, 1))
    button(test, "target_simpan").click().run()
    assert "1 target sudah diubah orang lain" in sentences(test)
    (choice,) = test.radio
    assert "18,2" in choice.options[1]
    assert stored(place) == {(PREVALENCE, "RPJPD", 2025): 18.2}
    button(test, "target_bentrok_semua_saya").click().run()
    button(test, "target_bentrok_simpan").click().run()
    assert not test.exception
    assert stored(place) == {(PREVALENCE, "RPJPD", 2025): 18.0}


def test_an_agency_sees_and_sets_only_the_services_it_answers_for(
    place: Engine, open_page: Open
) -> None:
    test = open_page(DINKES)
    assert not [each for each in test.segmented_control if each.key == "target_jenis"]
    (rows,) = [each for each in test.selectbox if (each.key or "").startswith("target_baris")]
    assert [option[:5] for option in rows.options] == ["IBU-1"]
    field(test, "I01", "Renja", 2025).set_value("90").run()
    button(test, "target_simpan").click().run()
    assert stored(place) == {("I01", "Renja", 2025): 90.0}
    assert not [each for each in test.button if each.key == "target_lama_ambil"]


def test_a_part_that_is_handed_in_is_read_only_and_says_who_can_help(
    place: Engine, open_page: Open
) -> None:
    save(place, PREVALENCE, 18.4, "k1")
    assert move_parts(
        place, "budi", [StageMove("ajukan", KABUPATEN, YEAR, STAGE, "bappeda", "draf", 1)]
    ).moved
    test = open_page(BAPPEDA)
    assert "sudah diajukan" in sentences(test)
    assert not [e for e in test.text_input if PREVALENCE in (e.key or "")]


def test_what_an_agency_handed_in_is_refused_by_name_and_stays_typed(
    place: Engine, open_page: Open
) -> None:
    save(place, "I01", 80.0, "k1", part="dinkes")
    assert move_parts(
        place, "budi", [StageMove("ajukan", KABUPATEN, YEAR, STAGE, "dinkes", "draf", 1)]
    ).moved
    test = open_page(BAPPEDA)
    control = next(each for each in test.segmented_control if each.key == "target_jenis")
    control.set_value(text.WHAT_COVERAGE).run()
    field(test, "I01", "RPJPD", 2025).set_value("70").run()
    button(test, "target_simpan").click().run()
    assert "bagian Dinas Kesehatan sudah diajukan" in sentences(test)
    assert field(test, "I01", "RPJPD", 2025).value == "70"
    assert stored(place)["I01", "RPJPD", 2025] == 80.0


@pytest.mark.parametrize(
    "who",
    [
        person("pimpinan"),
        person("verifikator", "dinkes"),
        person("penyetuju", "bappeda"),
        person("operator", "setcam", KECAMATAN),
        person("bappeda", "bappeda", "99"),
    ],
)
def test_others_read_and_find_no_cell_to_type_in(
    place: Engine, open_page: Open, who: Account
) -> None:
    save(place, PREVALENCE, 18.4, "k1")
    test = open_page(who, text.VIEW_ENTER)
    assert not [each for each in test.text_input if (each.key or "").startswith("target_")]
    assert text.NOT_YOURS in sentences(test)


def test_a_kecamatan_shows_whose_target_holds_there(place: Engine, open_page: Open) -> None:
    save(place, PREVALENCE, 18.4, "k1")
    save(place, "I01", 90.0, "k2")
    test = open_page(person("pimpinan"), text.VIEW_LOOK, KECAMATAN)
    year = next(each for each in test.selectbox if each.key == "target_tahun")
    year.set_value(2025).run()
    assert not test.exception
    assert "dari Kabupaten Arunika, RPJPD" in sentences(test)
    table = test.dataframe[0].value
    row = table[table["Kode"] == "IBU-1"].iloc[0]
    assert row["Target 2025"] == "90 %"
    assert row["Asal target"] == "dari Kabupaten Arunika, RPJPD"
    assert set(table.loc[table["Kode"] != "IBU-1", "Target 2025"]) == {"tanpa target"}


def add_coverage(engine: Engine) -> None:
    """People to reach and reached of one service in every desa: 10 of 20 at the end of 2024."""
    from data_access.reads.wilayah import read_regions

    codes = list(read_regions(engine, KABUPATEN, "desa")["code"])
    with open_write(engine, "uji") as connection:
        connection.execute(delete(Isian))
        ensure_period(connection, "2025")
        rows = [
            {"period": "2025", "unit_code": code, "item_code": item, "value": n, "version": 1}
            for code in codes
            for item, n in (("S07", 20), ("I01", 10))
        ]
        connection.execute(insert(Isian), rows)
        move_entered(connection, "2025")


def test_people_to_reach_stand_beside_the_target_and_by_desa(
    place: Engine, open_page: Open
) -> None:
    add_coverage(place)
    save(place, "I01", 75.0, "k1")
    test = open_page(person("pimpinan"), text.VIEW_LOOK, KECAMATAN)
    next(each for each in test.selectbox if each.key == "target_tahun").set_value(2025).run()
    assert not test.exception
    row = test.dataframe[0].value.iloc[0]
    assert row["Cakupan akhir 2024"] == "50,0 %"
    by_desa = test.dataframe[1].value
    assert set(by_desa["Perlu dijangkau"]) == {"5"}
    assert row["Perlu dijangkau"] == str(5 * len(by_desa))


def test_the_simulator_moves_figures_and_saves_nothing(place: Engine, open_page: Open) -> None:
    add_coverage(place)
    save(place, "I01", 75.0, "k1")
    test = open_page(BAPPEDA, text.VIEW_SIMULATE, KECAMATAN)
    assert not test.exception
    desa = next(each for each in test.multiselect if each.key == "simulasi_desa")
    desa.select(desa.options[0]).run()
    assert not test.exception
    metrics = {each.label: each.value for each in test.metric}
    assert metrics[text.SIM_CARD_MORE] == "6"
    assert stored(place) == {("I01", "RPJPD", 2025): 75.0}


@pytest.mark.parametrize("view", [text.VIEW_LOOK, text.VIEW_ENTER, text.VIEW_FILE])
@pytest.mark.parametrize("code", ["99", KABUPATEN, "99.01.01.2001"])
def test_every_view_opens_at_every_level_without_any_target(
    open_page: Open, view: str, code: str
) -> None:
    assert not open_page(person("pimpinan"), view, code).exception
