"""When the database or the disk fails: named sentences, and a log that cannot break them."""

import io
import json
import sqlite3
import sys
from pathlib import Path
from typing import get_args

import pytest
from sqlalchemy import exc
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app import cli
from app.components.unexpected import draw_unexpected
from app.logs import Trouble, configure_logs, log_unexpected
from app.sign_in.trouble import calmly, show_left
from app.text import gangguan
from app.text.screens import UNEXPECTED
from data_access.faults import FaultName
from tests.app.asgi_client import Client


def read_only_error() -> exc.OperationalError:
    error = sqlite3.OperationalError("attempt to write a readonly database")
    error.sqlite_errorcode = sqlite3.SQLITE_READONLY
    return exc.OperationalError("INSERT", {}, error)


class FullDisk(io.StringIO):
    def write(self, _text: str) -> int:
        raise OSError(28, "No space left on device")


def test_every_named_fault_has_its_sentences() -> None:
    names = set(get_args(FaultName))
    assert set(gangguan.SCREEN) == set(gangguan.COMMAND_LINE) == names
    assert all("{reference}" in each for each in gangguan.SCREEN.values())
    assert set(gangguan.FORM) <= names


def test_a_fault_is_logged_with_its_number_and_name(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs()
    trouble = log_unexpected(read_only_error())
    line = json.loads(capsys.readouterr().err.splitlines()[-1])
    assert (line["reference"], line["fault"]) == (trouble.reference, "hanya_baca")
    assert trouble.fault == "hanya_baca"


def test_a_log_on_a_full_disk_does_not_hide_what_happened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", FullDisk())
    configure_logs()
    assert log_unexpected(read_only_error()).fault == "hanya_baca"
    monkeypatch.undo()
    configure_logs()


def test_a_command_works_where_its_log_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    configure_logs(tmp_path / "berkas" / "konvergensi.log")
    assert log_unexpected(ValueError("x")).fault is None
    configure_logs()


def test_the_screen_names_the_fault_or_gives_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("streamlit.error", lambda sentence, icon: said.append(sentence))
    draw_unexpected(Trouble("1234ABCD", "penuh"))
    draw_unexpected(Trouble("1234ABCD"))
    assert said == [
        gangguan.SCREEN["penuh"].format(reference="1234ABCD"),
        UNEXPECTED.format(reference="1234ABCD"),
    ]


def test_a_form_without_a_database_that_writes_says_so_and_is_no_bare_error() -> None:
    async def refused(request: Request) -> Response:
        raise read_only_error()

    async def left(request: Request) -> Response:
        return show_left(read_only_error())

    app = Starlette(routes=[Route("/masuk", calmly(refused)), Route("/keluar", calmly(left))])
    for path, words in (("/masuk", gangguan.FORM["hanya_baca"]), ("/keluar", gangguan.LEFT_HERE)):
        answer = Client(app).get(path)
        assert answer.status_code == 503
        assert words.split("{")[0].strip() in answer.text
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_the_command_line_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fail() -> None:
        raise read_only_error()

    monkeypatch.setenv("KONVERGENSI_HOME", str(tmp_path))
    monkeypatch.setattr(cli, "app", fail)
    with pytest.raises(SystemExit) as end:
        cli.main()
    configure_logs()
    assert end.value.code == 2
    assert gangguan.COMMAND_LINE["hanya_baca"] in capsys.readouterr().err
