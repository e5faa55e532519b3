"""The pages Program desa dan mitra and Biaya satuan as Streamlit runs them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from app.access import Account, Grant
from app.actions.databases import create_database
from app.text import biaya as cost_text
from app.text import program as text
from data_access.reads.anggaran import read_unit_costs
from data_access.reads.program_mitra import read_programs
from data_access.writes.biaya_satuan import CostChange, CostRequest, UnitCost, save_unit_costs
from data_access.writes.program_mitra import ProgramDraft, add_program
from data_access.writes.tahapan import StageMove, move_parts
from data_access.writes.wilayah import save_regions
from tests.corpus.places import make_info, make_place

ROOT = Path(__file__).resolve().parents[2]
KECAMATAN, YEAR = "63.11.01", 2026
DESA, KELURAHAN = f"{KECAMATAN}.2001", f"{KECAMATAN}.1001"
DRAFT = ProgramDraft(DESA, "apbdes", None, "PMT *lokal*", "I17", 45.0, "balita", 40_500_000)
Open = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def place(engine: Engine) -> Engine:
    create_database(engine, kind="nyata")
    save_regions(engine, make_place([DESA, KELURAHAN]), make_info("wilayah"))
    return engine


def person(role: str, code: str = KECAMATAN, agency: str = "setcam") -> Account:
    return Account(1, f"{role}.{agency}", "Ani", grants=(Grant(role, code, agency),))


OPERATOR, CAMAT = person("operator"), person("penyetuju", agency="camat")
BAPPEDA = person("bappeda", "63.11", "")


@pytest.fixture
def open_page(place: Engine, monkeypatch: pytest.MonkeyPatch) -> Open:
    monkeypatch.setattr("app.session.read_token", lambda: "uji")

    def open_it(who: Account, page: str = "program_desa", code: str = KECAMATAN) -> AppTest:
        monkeypatch.setattr("app.loaders.load_person", lambda token: who)
        test = AppTest.from_file(str(ROOT / "app" / "main.py"), default_timeout=30)
        test.query_params["wilayah"] = code
        test.query_params["tahun"] = str(YEAR)
        test.switch_page(str(ROOT / "pages" / f"{page}.py")).run()
        assert not test.exception
        return test

    return open_it


def by_key(widgets: Any, ending: str) -> Any:
    return next(each for each in widgets if (each.key or "").endswith(ending))


def sentences(test: AppTest) -> str:
    groups = (test.error, test.warning, test.success, test.info, test.text, test.caption)
    return "\n".join(each.value for group in groups for each in group)


def fill(test: AppTest, desa: str, amount: str) -> AppTest:
    by_key(test.selectbox, "_desa").set_value(desa)
    by_key(test.selectbox, "_sumber").set_value("apbdes")
    by_key(test.text_input, "_kegiatan").set_value("PMT *lokal*")
    by_key(test.text_input, "_anggaran").set_value(amount)
    by_key(test.button, "_simpan").click().run()
    assert not test.exception
    return test


def test_an_operator_records_a_programme_and_mends_what_was_refused(
    place: Engine, open_page: Open
) -> None:
    test = open_page(OPERATOR)
    assert text.EMPTY_OWN in sentences(test)
    by_key(test.button, "_simpan").click().run()
    assert "belum dipilih" in sentences(test)
    assert "dapat dibaca dengan dua cara" in sentences(fill(test, DESA, "1,250,000"))
    assert "ini kelurahan" in sentences(fill(test, KELURAHAN, "1.250.000"))
    assert text.ADDED in sentences(fill(test, DESA, "1.250.000"))
    (row,) = read_programs(place, KECAMATAN, YEAR).itertuples(index=False)
    assert (row.activity, row.amount_idr, row.review) == ("PMT *lokal*", 1_250_000, "menunggu")


def test_a_programme_is_changed_and_removed(place: Engine, open_page: Open) -> None:
    number = add_program(place, "budi", DRAFT, YEAR, key="k").number
    test = open_page(OPERATOR)
    by_key(test.button, f"program_ubah_{number}").click().run()
    by_key(list(reversed(test.text_input)), "_anggaran").set_value("41.000.000")
    by_key(list(reversed(test.button)), "_simpan").click().run()
    assert text.CHANGED in sentences(test)
    assert read_programs(place, KECAMATAN, YEAR)["amount_idr"].tolist() == [41_000_000]
    by_key(test.button, f"program_hapus_{number}").click().run()
    assert read_programs(place, KECAMATAN, YEAR).empty


def test_the_camat_approves_all_that_waits_at_once(place: Engine, open_page: Open) -> None:
    add_program(place, "budi", DRAFT, YEAR, key="k")
    test = open_page(CAMAT)
    by_key(test.button, "program_setujui").click().run()
    assert "1 program sudah disetujui" in sentences(test)
    assert read_programs(place, KECAMATAN, YEAR)["review"].tolist() == ["disetujui"]


def test_others_read_and_a_locked_inventory_says_why(place: Engine, open_page: Open) -> None:
    add_program(place, "budi", DRAFT, YEAR, key="k")
    test = open_page(BAPPEDA, code="63.11")
    assert not test.text_input
    assert [each.value for each in test.metric][:1] == ["1"]
    step = StageMove("ajukan", KECAMATAN, YEAR, "kecamatan.ansit", "setcam", "draf", 1)
    move_parts(place, "budi", [step])
    locked = open_page(OPERATOR)
    assert "sudah diajukan" in sentences(locked)
    assert not locked.text_input


def test_bappeda_enters_a_unit_cost_with_its_source(place: Engine, open_page: Open) -> None:
    test = open_page(BAPPEDA, "biaya_satuan", "63.11")
    by_key(test.segmented_control, "biaya_tampilan").set_value(cost_text.FORM_VIEW).run()
    by_key(test.text_input, "_I01_biaya").set_value("125.000").run()
    assert cost_text.FAULTS["sumber_kosong"] in str(test.dataframe[0].value.to_numpy())
    by_key(test.text_input, "_I01_sumber").set_value("SSH 2026").run()
    by_key(test.button, "biaya_simpan").click().run()
    assert not test.exception
    assert "1 biaya satuan sudah disimpan" in sentences(test)
    (row,) = read_unit_costs(place, "63.11").itertuples(index=False)
    assert (row.item_code, row.cost_idr, row.source, row.year) == ("I01", 125_000, "SSH 2026", YEAR)


def test_a_kecamatan_reads_the_unit_costs_of_its_kabupaten(place: Engine, open_page: Open) -> None:
    change = CostChange("I01", YEAR, UnitCost(125_000, "SSH 2026"), None, 0)
    save_unit_costs(place, "budi", CostRequest("k", "63.11", (change,)))
    test = open_page(OPERATOR, "biaya_satuan")
    assert cost_text.READ_ONLY in sentences(test)
    assert not test.text_input
    table = test.dataframe[0].value
    assert table[cost_text.COLUMNS["cost"]].dropna().tolist() == [125_000]
    assert cost_text.MISSING in table[cost_text.COLUMNS["note"]].iloc[1]


def simulate_cost() -> None:
    """A script of Streamlit's: a target that asks for 10 people more than the 4 before."""
    from analysis.reach import Simulation
    from app.components.costs_simulated import draw_simulated_cost

    result = Simulation(50.0, 50.0, 4, 14, 0, ())
    draw_simulated_cost("63.11.01", "I01", 2026, result)


def test_a_simulated_target_costs_people_times_the_regions_own_unit_cost(place: Engine) -> None:
    test = AppTest.from_function(simulate_cost, default_timeout=30).run()
    assert not test.exception
    assert not test.metric
    assert cost_text.SIM_COST_MISSING in sentences(test)
    change = CostChange("I01", 2025, UnitCost(125_000, "SSH 2025"), None, 0)
    save_unit_costs(place, "budi", CostRequest("k", "63.11", (change,)))
    fresh = AppTest.from_function(simulate_cost, default_timeout=30).run()
    assert [each.value for each in fresh.metric] == ["Rp1,75 jt", "Rp1,25 jt"]
    assert "SSH 2025" in sentences(fresh)
