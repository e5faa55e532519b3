"""The page Dokumen and `konvergensi dokumen`: documents with their state, files, refusals."""

from pathlib import Path

import pytest
import streamlit as st
import typer
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner, Result

from app.access import Account, Grant
from app.cli.making_documents import dokumen
from app.guideline_list import DOCUMENTS, find_document
from app.text import dokumen as text

ROOT = Path(__file__).resolve().parents[2]


def open_page(monkeypatch: pytest.MonkeyPatch, **query: str) -> AppTest:
    st.cache_data.clear()
    st.cache_resource.clear()
    person = Account(1, "pimpinan", "Pimpinan", grants=(Grant("pimpinan", "ID"),))
    monkeypatch.setattr("app.session.read_token", lambda: "uji")
    monkeypatch.setattr("app.loaders.load_person", lambda token: person)
    test = AppTest.from_file(str(ROOT / "app" / "main.py"), default_timeout=60)
    for key, value in query.items():
        test.query_params[key] = value
    test.switch_page(str(ROOT / "pages" / "dokumen.py"))
    test.run()
    assert not test.exception
    return test


def make(*arguments: str) -> Result:
    command = typer.Typer()
    command.command()(dokumen)
    return CliRunner().invoke(command, list(arguments), catch_exceptions=False)


@pytest.mark.parametrize("code", ["99.01.01", "99.01", "99.01.01.1001"])
def test_every_document_is_listed_with_its_state(
    demo: Engine, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    test = open_page(monkeypatch, wilayah=code, tahun="2026")
    shown = [each.value.replace("\\", "").strip("*") for each in test.markdown]
    assert all(text.SHORT_TITLES[each.key] in shown for each in DOCUMENTS)
    drafts = [each for each in test.expander if each.label.startswith("Yang masih kurang")]
    assert 0 < len(drafts) < len(DOCUMENTS)


def test_the_nation_is_told_to_choose_a_region(
    demo: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    test = open_page(monkeypatch, wilayah="ID")
    titles = [each.value for each in test.title]
    assert titles


def test_the_command_writes_every_document_and_says_which_are_drafts(
    demo: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = [find_document(key) for key in ("penandaan-apbd", "daftar-regulasi", "hasil-monitoring")]
    monkeypatch.setattr("app.documents.guideline_files.DOCUMENTS", few)
    out = tmp_path / "baru" / "dokumen"
    result = make("--wilayah", "99.01.01", "--tahun", "2026", "--out", str(out))
    assert result.exit_code == 0, result.output
    names = {each.name for each in out.iterdir()}
    for document in few:
        assert {f"{document.key}-99.01.01-2026.{form}" for form in ("docx", "pdf")} <= names
    assert "penandaan-apbd-99.01.01-2026: final" in result.output
    assert "konsep" in result.output


@pytest.mark.parametrize(
    ("code", "year", "words"), [("99.01.01.1001", "2026", "bukan kecamatan"), ("99", "26", "Tahun")]
)
def test_the_command_refuses_what_has_no_documents(
    demo: Engine, tmp_path: Path, code: str, year: str, words: str
) -> None:
    result = make("--wilayah", code, "--tahun", year, "--out", str(tmp_path / "x"))
    assert result.exit_code != 0
    assert words in result.output
    assert not (tmp_path / "x").exists()
