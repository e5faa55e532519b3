"""Lokasi masalah, Layanan tertinggal and Profil desa as Streamlit runs them, at every level."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from app.text import lokasi as text
from app.text import lokus as lokus_text
from app.text import profil as profile_text
from app.text import screens
from app.text import tertinggal as lagging_text
from data_access.reads.lokus import read_lokus
from data_access.reads.pengguna import read_account
from data_access.writes.lokus import Decree, LokusChange, save_lokus
from tests.raw_writes import write_raw

ROOT = Path(__file__).resolve().parents[2]
KABUPATEN, KECAMATAN, DESA = "99.01", "99.01.01", "99.01.01.1003"
TITLES = {
    "lokasi_masalah": screens.PAGE_LOKASI,
    "layanan_tertinggal": screens.PAGE_TERTINGGAL,
    "profil_desa": screens.PAGE_PROFIL,
}
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
    kinds = ("text", "markdown", "warning", "info", "success", "error", "caption", "subheader")
    return "\n".join(each.value for kind in kinds for each in test.get(kind)).replace("\\", "")


@pytest.mark.parametrize("page", list(TITLES))
@pytest.mark.parametrize("code", ["99", KABUPATEN, KECAMATAN, DESA])
def test_every_page_draws_every_level(open_as: Open, page: str, code: str) -> None:
    test = open_as("bappeda", page, wilayah=code)
    assert test.title[0].value.startswith(TITLES[page])


def test_the_settings_say_whose_they_are_and_both_periods_are_named(open_as: Open) -> None:
    said = words(open_as("pimpinan", "lokasi_masalah", wilayah=KABUPATEN))
    assert text.IS_DEFAULT in said
    assert "Analisis situasi 2026" in said
    assert "Agustus 2025" in said


def test_a_moved_setting_changes_the_list_and_says_so(open_as: Open) -> None:
    test = open_as("pimpinan", "lokasi_masalah", wilayah=KABUPATEN)
    before = {each.label: each.value for each in test.metric}
    test.selectbox(key="tinggi").set_value("sepertiga teratas").run()
    assert not test.exception
    after = {each.label: each.value for each in test.metric}
    assert before != after
    assert "Setelan diubah dari bawaan Konvergensi" in words(test)


def test_half_a_year_is_not_judged_and_the_page_says_what_helps(open_as: Open) -> None:
    test = open_as("pimpinan", "lokasi_masalah", wilayah=KABUPATEN)
    test.selectbox(key="periode_layanan").set_value("2026-S1").run()
    assert not test.exception
    assert text.MIDYEAR in words(test)


def test_without_any_service_the_page_leads_to_the_entry(open_as: Open, database: Path) -> None:
    write_raw(database, "DELETE FROM isian")
    for page in TITLES:
        said = words(open_as("bappeda", page, wilayah=DESA))
        assert text.EMPTY_TITLE in said


def test_without_targets_the_pages_lead_to_the_form(open_as: Open, database: Path) -> None:
    write_raw(database, "DELETE FROM target")
    for page in ("lokasi_masalah", "layanan_tertinggal"):
        test = open_as("bappeda", page, wilayah=KABUPATEN)
        assert "Belum ada target cakupan tahun 2025" in words(test)


def test_bappeda_chooses_lokus_and_the_list_shows_the_decree(open_as: Open, demo: Engine) -> None:
    test = open_as("bappeda", "lokasi_masalah", wilayah=KABUPATEN)
    test.multiselect(key="lokus_pilihan").set_value([DESA])
    test.text_input(key="lokus_sk").set_value("188.45/12/2026")
    test.button(key="lokus_simpan").click().run()
    assert not test.exception
    assert lokus_text.LOKUS_SAVED.format(count="1", year=2027) in words(test)
    assert read_lokus(demo, KABUPATEN, 2027)["sk_number"].tolist() == ["188.45/12/2026"]


def test_a_lokus_without_a_number_is_refused_in_words(open_as: Open, demo: Engine) -> None:
    test = open_as("bappeda", "lokasi_masalah", wilayah=KABUPATEN)
    test.multiselect(key="lokus_pilihan").set_value([DESA])
    test.button(key="lokus_simpan").click().run()
    assert lokus_text.LOKUS_FAULTS["sk_kosong"] in words(test)
    assert read_lokus(demo, KABUPATEN, 2027).empty


@pytest.mark.parametrize("username", ["pimpinan", "puskesmas.operator", "camat"])
def test_others_see_the_list_without_the_forms(open_as: Open, username: str) -> None:
    test = open_as(username, "lokasi_masalah", wilayah=KABUPATEN)
    assert not [each for each in test.button if each.key == "lokus_simpan"]
    assert text.SETTINGS_TITLE in words(test)


def test_bappeda_makes_the_chosen_settings_the_regions_own(open_as: Open) -> None:
    test = open_as("bappeda", "lokasi_masalah", wilayah=KABUPATEN)
    test.slider(key="sebagian").set_value(60).run()
    test.text_input(key="setelan_alasan").set_value("Rembuk 12 Maret 2026")
    test.button(key="setelan_simpan").click().run()
    assert not test.exception
    assert text.SAVED in words(test)
    said = words(open_as("pimpinan", "lokasi_masalah", wilayah=KECAMATAN))
    assert "Rembuk 12 Maret 2026" in said


def test_the_profile_shows_type_decree_services_and_neighbours(open_as: Open, demo: Engine) -> None:
    save_lokus(demo, "bappeda", Decree(2027, "SK 7"), [LokusChange(DESA, True, 0)])
    test = open_as("pimpinan", "profil_desa", wilayah=DESA)
    said = words(test)
    assert "Lokus tahun 2027 menurut SK SK 7" in said
    assert "Prevalensi 3,8 % (3 dari 78 anak)" in said
    assert profile_text.BESIDE_TITLE in said
    [services] = [
        each.value
        for each in test.dataframe
        if profile_text.SERVICE_COLUMNS["status"] in each.value.columns
    ]
    assert len(services) == 31


def test_a_kabupaten_offers_its_desa_to_choose_from(open_as: Open) -> None:
    test = open_as("pimpinan", "profil_desa", wilayah=KABUPATEN)
    test.selectbox(key="_profil_pilih").set_value(DESA).run()
    assert not test.exception
    assert test.title[0].value.endswith("Parit Kenari")


def test_too_few_children_are_marked_in_the_list_and_counted(open_as: Open) -> None:
    test = open_as("pimpinan", "lokasi_masalah", wilayah=KABUPATEN)
    listed = next(e.value for e in test.dataframe if text.COLUMNS["reason"] in e.value.columns)
    heads = list(listed.columns)
    assert heads.index(text.COLUMNS["firm"]) < heads.index(text.COLUMNS["reason"])
    few = int(listed[text.COLUMNS["firm"]].str.startswith(text.FIRM_FEW).sum())
    assert few
    assert f"{few} dari {len(listed)} desa/kelurahan ditandai" in words(test)


def test_services_in_narrow_columns_have_their_code_and_short_name(open_as: Open) -> None:
    lagging = open_as("pimpinan", "layanan_tertinggal", wilayah=KABUPATEN)
    shown = lagging.dataframe[0].value[lagging_text.LAGGING_COLUMNS["service"]]
    assert "IBU-1 · PMT ibu hamil KEK" in set(shown)
    profile = open_as("pimpinan", "profil_desa", wilayah=DESA)
    tables = [e.value for e in profile.dataframe if "Layanan" in e.value.columns]
    assert "IBU-1 · PMT ibu hamil KEK" in set(tables[0]["Layanan"])
