"""Whom the claims name, and settings that cannot work."""

import os
import re
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from app.settings import OidcSettings, read_settings
from app.sign_in.identity import name_account
from app.text import sign_in as words

ROOT = Path(__file__).resolve().parents[3]
SITI, OTHER = "siti@kab.go.id", "siti@surel.contoh"
BY_MAIL, SURE = {"claim": "email", "domain": "KAB.go.id"}, {"email_verified": True}


@pytest.mark.parametrize(
    ("settings", "claims", "name"),
    [
        ({}, {"preferred_username": " Siti.Rahma "}, "siti.rahma"),
        ({}, {"sub": "siti"}, None),
        ({}, {"preferred_username": ""}, None),
        ({}, {"preferred_username": ["siti"]}, None),
        ({}, {"preferred_username": SITI}, None),
        ({"domain": "kab.go.id"}, {"preferred_username": SITI}, "siti"),
        ({"claim": "sub"}, {"sub": "198501012010012001"}, "198501012010012001"),
        (BY_MAIL, {"email": SITI, **SURE}, "siti"),
        (BY_MAIL, {"email": SITI, "email_verified": "true"}, None),
        (BY_MAIL, {"email": SITI}, None),
        (BY_MAIL, {"email": OTHER, **SURE}, None),
        (BY_MAIL, {"email": "siti", **SURE}, None),
        ({"claim": "email"}, {"email": SITI, **SURE}, None),
    ],
)  # fmt: skip
def test_who_the_claims_name(
    settings: dict[str, str], claims: dict[str, Any], name: str | None
) -> None:
    assert name_account(OidcSettings.model_validate(settings), claims) == name


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({}, None),
        ({"issuer": "https://sso.contoh", "client_id": "a"}, None),
        ({"issuer": "https://sso.contoh"}, "tak_lengkap"),
        ({"client_id": "a"}, "tak_lengkap"),
        ({"issuer": "http://sso.contoh", "client_id": "a"}, "bukan_https"),
        ({"issuer": "https://sso.contoh?x=1", "client_id": "a"}, "bukan_https"),
        ({"issuer": "https://sso.contoh", "client_id": "a", "claim": "email"}, "tanpa_domain"),
    ],
)
def test_settings_that_cannot_work_are_named(given: dict[str, str], fault: str | None) -> None:
    assert OidcSettings.model_validate(given).fault == fault
    assert fault is None or words.OIDC_FAULTS[fault]


def test_the_command_line_refuses_to_start_with_half_a_provider(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KONVERGENSI_OIDC_ISSUER", "https://sso.contoh")
    answer = run("run")
    assert answer.exit_code == 1
    assert words.OIDC_FAULTS["tak_lengkap"] in " ".join(answer.output.split())


def test_every_setting_stands_in_the_security_document() -> None:
    document = (ROOT / "docs" / "keamanan.md").read_text("utf-8")
    for name in OidcSettings.model_fields:
        assert f"KONVERGENSI_OIDC_{name.upper()}" in document
    named = set(re.findall(r"`(tests/[\w/*.]+)`", document))
    assert named
    assert [each for each in named if not list(ROOT.glob(each))] == []


@pytest.mark.parametrize(
    ("given", "trusted"), [({}, "127.0.0.1,::1"), ({"proxies": "10.0.0.2"}, "10.0.0.2")]
)
def test_the_server_trusts_the_proxies_of_the_settings(
    run: Callable[..., Any],
    demo: Engine,
    monkeypatch: pytest.MonkeyPatch,
    given: dict[str, str],
    trusted: str,
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(f"KONVERGENSI_{name.upper()}", value)
    read_settings.cache_clear()
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "")
    monkeypatch.delenv("FORWARDED_ALLOW_IPS")
    started: list[str] = []
    monkeypatch.setattr("app.cli.running.os.execv", lambda path, arguments: started.append(path))
    run("run", "--port", free_port())
    assert started
    assert os.environ["FORWARDED_ALLOW_IPS"] == trusted


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
