"""The page Pengguna as Streamlit runs it: adding, changing, the password shown once."""

import re
from collections.abc import Callable

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from app.access import Account, Grant
from app.actions.passwords import matches
from app.navigation import PAGES
from app.text import accounts as text
from data_access.reads.masuk import read_secret
from data_access.reads.pengguna import read_account

ADMIN = Account(1, "admin", "Galih", grants=(Grant("admin", "99.01"),))
PASSWORD = re.compile(r"[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}")
Open = Callable[[Account], AppTest]


@pytest.fixture(autouse=True)
def fresh() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def open_page(demo: Engine, monkeypatch: pytest.MonkeyPatch) -> Open:
    def open_it(person: Account) -> AppTest:
        monkeypatch.setattr("app.session.read_token", lambda: "uji")
        monkeypatch.setattr("app.loaders.load_person", lambda token: person)
        test = AppTest.from_file(str(PAGES.parent / "app" / "main.py"), default_timeout=60)
        test.switch_page(str(PAGES / "pengguna.py"))
        return run(test)

    return open_it


def run(test: AppTest) -> AppTest:
    test.run()
    assert not test.exception, [each.message for each in test.exception]
    return test


def choose(test: AppTest, label: str, value: str) -> AppTest:
    """Choose in the form for a new person, which stands last on the page."""
    box = [each for each in test.selectbox if each.label == label][-1]
    box.select(value)
    return run(test)


def shown_password(test: AppTest) -> str:
    found = [each.value for each in test.code if PASSWORD.fullmatch(each.value)]
    return found[0] if found else ""


def press(test: AppTest, key: str) -> AppTest:
    test.button(key=key).click()
    return run(test)


def add_person(test: AppTest) -> AppTest:
    fields = {each.label: each for each in test.text_input}
    fields[text.NAME].input("Budi Laksono")
    fields[text.USERNAME].input("Budi.L")
    test = choose(test, text.ROLE, "operator")
    test = choose(test, text.REGION, "99.01.02")
    return press(choose(test, text.AGENCY, "puskesmas"), "_buat_akun")


def test_a_person_is_added_and_the_password_shown_until_handed_over(
    open_page: Open, demo: Engine
) -> None:
    test = add_person(open_page(ADMIN))
    account, secret = read_account(demo, "budi.l"), read_secret(demo, "budi.l")
    assert account is not None
    assert secret is not None
    assert [(g.role, g.wilayah_code, g.agency) for g in account.grants] == [
        ("operator", "99.01.02", "puskesmas")
    ]
    password = shown_password(test)
    assert matches(secret.password_hash, password)
    test = run(test)
    assert shown_password(test) == password
    test = press(test, "_sandi_disampaikan_baru")
    assert shown_password(test) == ""


def test_an_incomplete_form_says_what_is_missing(open_page: Open) -> None:
    test = press(open_page(ADMIN), "_buat_akun")
    assert [each.value for each in test.warning] == [text.INCOMPLETE]


def test_a_taken_name_is_said_and_the_form_keeps_what_was_typed(open_page: Open) -> None:
    test = open_page(ADMIN)
    fields = {each.label: each for each in test.text_input}
    fields[text.NAME].input("Orang Lain")
    fields[text.USERNAME].input("camat")
    test = press(choose(choose(test, text.ROLE, "pimpinan"), text.REGION, "99.01"), "_buat_akun")
    assert "sudah ada" in test.error[0].value
    assert {each.label: each.value for each in test.text_input}[text.USERNAME] == "camat"


def test_an_account_is_disabled_reset_and_enabled(open_page: Open, demo: Engine) -> None:
    test = open_page(ADMIN)
    test.selectbox(key="_akun_terpilih").select("camat")
    test = press(run(test), "_nonaktif_camat")
    account = read_account(demo, "camat")
    assert account is not None
    assert not account.active
    test = press(press(test, "_aktif_camat"), "_atur_ulang_camat")
    secret = read_secret(demo, "camat")
    assert secret is not None
    assert secret.active
    assert matches(secret.password_hash, shown_password(test))


def test_one_cannot_disable_oneself_on_the_screen(open_page: Open) -> None:
    test = open_page(ADMIN)
    test.selectbox(key="_akun_terpilih").select("admin")
    test = run(test)
    assert text.OWN_ACCOUNT in [each.value for each in test.caption]
    assert not any(each.key == "_nonaktif_admin" for each in test.button)


def test_the_list_is_searched_and_filtered(open_page: Open) -> None:
    test = open_page(ADMIN)
    test.text_input(key="_cari_akun").input("puskesmas")
    test = run(test)
    assert list(test.dataframe[0].value["username"]) == [
        "puskesmas.operator",
        "puskesmas.verifikator",
    ]
    test.selectbox(key="_saring_peran").select("verifikator")
    test = run(test)
    assert list(test.dataframe[0].value["username"]) == ["puskesmas.verifikator"]
    test.text_input(key="_cari_akun").input("tidak ada orangnya")
    test = run(test)
    assert text.NO_MATCH in [each.value for each in test.info]


def test_an_admin_before_any_region_can_name_colleagues(open_page: Open) -> None:
    test = open_page(Account(1, "admin", "Galih", grants=(Grant("admin", "63.11"),)))
    test = choose(test, text.ROLE, "admin")
    box = [each for each in test.selectbox if each.label == text.REGION][-1]
    assert box.options == ["63.11 (63.11)"]
