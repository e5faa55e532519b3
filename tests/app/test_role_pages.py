"""Every page for every role: by its address, and by hashes that a tampered browser might send."""

import shutil
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from app.access import Account, Grant
from app.navigation import ENTRIES, PAGES
from app.settings import read_settings
from app.text import screens as text
from data_access.schema import ROLES

MAIN = PAGES.parent / "app" / "main.py"
AGENCY = {"operator": "plkb", "verifikator": "plkb", "penyetuju": "camat"}
READ = {"beranda", "peta", "peta_bagikan", "kesiapan", "tahapan", "target", "masalah"}
READ |= {"cakupan", "lokasi_masalah", "layanan_tertinggal", "profil_desa"}
READ |= {"anggaran", "penandaan", "program_desa", "biaya_satuan"}
READ |= {"rembuk", "nasib_usulan", "benang_merah"}
READ |= {"penilaian", "dukungan", "dokumen", "presentasi", "glosarium"}
WRITTEN = [entry for entry in ENTRIES if entry.path.exists()]
# As the roles say; an operator of the Dinas Kesehatan brings data, one of the PLKB not.
SEEN = {
    "pimpinan": READ,
    "anggota_tpps": READ,
    "operator": READ | {"isian", "riwayat"},
    "verifikator": READ | {"isian", "riwayat"},
    "penyetuju": READ | {"isian", "riwayat"},
    "bappeda": READ | {"isian", "riwayat", "data_masuk", "pengaturan"},
    "admin": READ | {"riwayat", "pengguna"},
}


@pytest.fixture(scope="module")
def one_office(demo_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One database and one set of caches for every role, as on a server: nothing may leak."""
    path = tmp_path_factory.mktemp("peran") / "peran.db"
    shutil.copy(demo_template, path)
    st.cache_data.clear()
    st.cache_resource.clear()
    return path


@pytest.fixture(autouse=True)
def demo(database: Path, one_office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KONVERGENSI_DATABASE_URL", f"sqlite:///{one_office.as_posix()}")
    read_settings.cache_clear()


def person_of(role: str) -> Account:
    region = "99.01.01" if role in AGENCY else "99.01"
    grant = Grant(role, region, AGENCY.get(role, ""))
    return Account(1, role, role.capitalize(), grants=(grant,))


def open_as(role: str, page_hash: str, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setattr("app.session.read_token", lambda: "uji")
    monkeypatch.setattr("app.loaders.load_person", lambda token: person_of(role))
    test = AppTest.from_file(str(MAIN), default_timeout=60)
    test._page_hash = page_hash
    test.run()
    assert not test.exception, [each.message for each in test.exception]
    return test


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_its_pages_and_no_others_by_address(
    monkeypatch: pytest.MonkeyPatch, role: str
) -> None:
    for entry in WRITTEN:
        test = open_as(role, calc_hash(entry.name), monkeypatch)
        refused = [each.value for each in test.subheader]
        assert (text.NOT_YOUR_PAGE_TITLE in refused) == (entry.name not in SEEN[role]), entry.name


@pytest.mark.parametrize("role", ROLES)
def test_a_forged_hash_opens_no_page_that_is_not_theirs(
    monkeypatch: pytest.MonkeyPatch, role: str
) -> None:
    for entry in WRITTEN:
        if entry.name in SEEN[role]:
            continue
        for forged in (str(entry.path), f"{entry.path.resolve()}", f"../pages/{entry.name}.py"):
            test = open_as(role, calc_hash(forged), monkeypatch)
            titles = {each.value.split(" ")[0] for each in test.title}
            refused = text.NOT_YOUR_PAGE_TITLE in [each.value for each in test.subheader]
            assert refused or entry.title not in titles, (entry.name, forged, titles)


def test_nobody_sees_no_page_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.session.read_token", lambda: "palsu")
    for entry in WRITTEN:
        test = AppTest.from_file(str(MAIN), default_timeout=60)
        test._page_hash = calc_hash(entry.name)
        test.run()
        assert [each.value for each in test.text] == [text.SIGNED_OUT]
        assert not test.title
        assert not test.selectbox


def test_a_person_without_any_role_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.session.read_token", lambda: "uji")
    monkeypatch.setattr("app.loaders.load_person", lambda token: Account(1, "baru", "Baru"))
    test = AppTest.from_file(str(MAIN), default_timeout=60).run()
    assert not test.exception
    assert text.NOT_YOUR_PAGE_TITLE in [each.value for each in test.subheader]


def test_a_changed_role_holds_at_the_next_run(monkeypatch: pytest.MonkeyPatch) -> None:
    test = open_as("bappeda", calc_hash("pengaturan"), monkeypatch)
    assert text.NOT_YOUR_PAGE_TITLE not in [each.value for each in test.subheader]
    monkeypatch.setattr("app.loaders.load_person", lambda token: person_of("pimpinan"))
    test._page_hash = calc_hash("pengaturan")
    test.run()
    assert text.NOT_YOUR_PAGE_TITLE in [each.value for each in test.subheader]
    monkeypatch.setattr("app.loaders.load_person", lambda token: None)
    test.run()
    assert [each.value for each in test.text] == [text.SIGNED_OUT]
