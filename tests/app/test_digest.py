"""The weekly digest: four files that say the same, and an e-mail only where a server is set."""

import smtplib
from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
import typer
from click.testing import Result
from sqlalchemy import Engine
from typer.testing import CliRunner

from app.cli.digest import make_digest
from app.cli.digest_making import send_digest
from app.digest_figures import Digest
from app.mail import is_address, make_message
from app.settings import MailSettings
from app.text import peringatan as text

Run = Callable[..., Result]
TO = "kepala@contoh.go.id"
DIGEST = Digest(
    "99.01",
    "Kabupaten Arunika",
    date(2026, 11, 21),
    (),
    (),
    {},
    None,
    None,
    None,
    None,
    is_demo=True,
)


class FakeServer:
    """Stands for smtplib.SMTP: takes what a program does with it."""

    taken: list[tuple[EmailMessage, list[str]]]
    steps: list[str]

    def __init__(self, host: str, port: int, **_rest: object) -> None:
        FakeServer.steps.append(f"{host}:{port}")

    def __enter__(self) -> "FakeServer":
        return self

    def __exit__(self, *_rest: object) -> None:
        FakeServer.steps.append("tutup")

    def starttls(self, **_rest: object) -> None:
        FakeServer.steps.append("starttls")

    def login(self, user: str, password: str) -> None:
        FakeServer.steps.append(f"masuk {user} {password}")

    def send_message(self, message: EmailMessage, to_addrs: list[str]) -> None:
        if to_addrs == ["tolak@contoh.go.id"]:
            raise smtplib.SMTPRecipientsRefused({})
        FakeServer.taken.append((message, to_addrs))


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> type[FakeServer]:
    FakeServer.taken, FakeServer.steps = [], []
    monkeypatch.setattr("smtplib.SMTP", FakeServer)
    for name in MailSettings.model_fields:
        monkeypatch.delenv(f"KONVERGENSI_SMTP_{name.upper()}", raising=False)
    return FakeServer


@pytest.fixture
def configured(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("HOST", "surel.contoh"), ("SENDER", "app@contoh.go.id"), ("USER", "app")):
        monkeypatch.setenv(f"KONVERGENSI_SMTP_{name}", value)
    monkeypatch.setenv("KONVERGENSI_SMTP_PASSWORD", "rahasia")


def ringkas(out: Path, *arguments: str, region: str = "99.01") -> Result:
    command = typer.Typer()
    command.command()(make_digest)
    return CliRunner().invoke(command, ["--wilayah", region, "--out", str(out), *arguments])


def test_without_a_server_the_files_are_written_and_nothing_is_sent(
    demo: Engine, tmp_path: Path, server: type[FakeServer]
) -> None:
    done = ringkas(tmp_path / "r", "--kirim", "--kepada", TO)
    assert done.exit_code == 1
    assert text.NO_SMTP in done.output
    assert server.steps == []
    files = {path.suffix: path.read_bytes() for path in (tmp_path / "r").iterdir()}
    assert set(files) == {".html", ".txt", ".pdf", ".docx"}
    assert files[".pdf"].startswith(b"%PDF")
    assert files[".docx"].startswith(b"PK")
    html, plain = files[".html"].decode(), files[".txt"].decode()
    assert text.DEMO in html
    assert text.DEMO in plain
    assert "<script" not in html
    assert "http" not in html
    for line in plain.splitlines():
        number, _, rest = line.partition(". ")
        if number.isdecimal():
            assert rest.partition(": ")[2].split(" (")[0].split("&")[0][:60] in html


def send(*recipients: str) -> None:
    send_digest(MailSettings(), DIGEST, b"%PDF", list(recipients))


def test_a_digest_is_sent_to_each_without_showing_the_others(
    server: type[FakeServer], configured: None, capsys: pytest.CaptureFixture[str]
) -> None:
    send(TO, "b@contoh.go.id")
    assert server.steps == ["surel.contoh:587", "starttls", "masuk app rahasia", "tutup"]
    (message, recipients) = server.taken[0]
    assert recipients == [TO, "b@contoh.go.id"]
    assert TO not in str(message["To"])
    assert "Kabupaten Arunika" in str(message["Subject"])
    kinds = [part.get_content_type() for part in message.walk() if not part.is_multipart()]
    assert kinds == ["text/plain", "text/html", "application/pdf"]
    assert text.SENT.format(count=2) in capsys.readouterr().out
    with pytest.raises(typer.Exit):
        send("tolak@contoh.go.id")
    told = capsys.readouterr().err
    assert "SMTPRecipientsRefused" in told
    assert "rahasia" not in told


def test_nothing_is_sent_to_nobody_or_to_what_is_no_address(
    server: type[FakeServer], configured: None, capsys: pytest.CaptureFixture[str]
) -> None:
    for asked, told in (
        ((), text.NO_RECIPIENT),
        (("bukan alamat",), text.BAD_RECIPIENT.format(address="bukan alamat")),
    ):
        with pytest.raises(typer.Exit):
            send(*asked)
        assert told in capsys.readouterr().err
    assert server.taken == []


def test_an_unknown_region_and_a_desa_have_no_digest(demo: Engine, tmp_path: Path) -> None:
    assert text.UNKNOWN_REGION.format(code="11.11") in ringkas(tmp_path, region="11.11").output
    assert ringkas(tmp_path, region="99.01.01.2001").exit_code == 1
    assert list(tmp_path.glob("ringkasan*")) == []


def test_a_header_takes_no_line_end_and_an_address_no_name() -> None:
    with pytest.raises(ValueError, match="linefeed"):
        make_message("a@b.id", [TO], "Ringkasan\nBcc: x@y.id", "", "")
    assert is_address(TO)
    assert not any(map(is_address, ("Nama <a@b.id>", "a@b", "a@b.id, c@d.id", "")))
