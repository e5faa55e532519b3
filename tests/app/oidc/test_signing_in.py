"""Signing in through a provider of identities that is honest, and what people are told."""

import base64
import socket
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import Engine, func, select, update
from sqlalchemy.exc import OperationalError

from app.actions.signing_in import find_account
from app.settings import OidcSettings
from app.sign_in.flight import COOKIE as FLIGHT
from app.text import sign_in as words
from app.tokens import COOKIE
from data_access.database import open_log, open_read
from data_access.reads.pengguna import read_account
from data_access.schema import Pengguna, Sesi
from data_access.writes.pengguna import set_active
from tests.app.oidc.desk import (
    BACK,
    HERE,
    add,
    come_back,
    cookies_of,
    error_in,
    go_to_provider,
    make_client,
    sentence,
    settings_for,
    sign_in,
)
from tests.identity_provider import (
    CLIENT,
    SECRET,
    IdentityProvider,
    make_key,
    run_provider,
)


def test_a_person_known_to_the_provider_and_to_us_is_in(
    office: Engine, provider: IdentityProvider
) -> None:
    client = make_client(office, settings_for(provider))
    answer = sign_in(client, provider, "/peta?wilayah=63.11")
    assert (answer.status_code, answer.headers["location"]) == (303, "/peta?wilayah=63.11")
    token = cookies_of(answer)[COOKIE]
    assert client.get("/peta", {"cookie": f"{COOKIE}={token}"}).text == "lewat"
    account = find_account(office, token)
    assert account is not None
    assert account.username == "siti"
    assert cookies_of(answer)[FLIGHT] == '""'
    assert "HttpOnly" in answer.headers.getlist("set-cookie")[0]


def test_the_provider_is_asked_for_a_code_with_a_challenge_and_gives_it_once(
    office: Engine, provider: IdentityProvider
) -> None:
    sign_in(make_client(office, settings_for(provider)), provider)
    asked, exchanged = provider.began[0], provider.exchanged[0]
    assert asked["response_type"] == "code"
    assert asked["code_challenge_method"] == "S256"
    assert asked["redirect_uri"] == exchanged["redirect_uri"] == BACK
    assert len({asked["state"], asked["nonce"], exchanged["code_verifier"]}) == 3
    assert "client_secret" not in asked | exchanged


def test_a_public_client_and_a_secret_in_the_form_work_as_the_provider_says(
    office: Engine, provider: IdentityProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = IdentityProvider.exchange
    basic = "Basic " + base64.b64encode(b"konvergensi-uji:rahasia%3A%20uji%2Fklien").decode()

    def from_form(
        self: IdentityProvider, fields: dict[str, str], authorization: str
    ) -> dict[str, Any] | None:
        assert authorization == ""
        assert fields["client_id"] == CLIENT
        return honest(self, fields, basic)

    monkeypatch.setattr(IdentityProvider, "exchange", from_form)
    posted = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    provider.describe = lambda found: found | posted
    assert sign_in(make_client(office, settings_for(provider)), provider).status_code == 303
    assert provider.exchanged[0]["client_secret"] == SECRET
    public = settings_for(provider, client_secret=None)
    assert sign_in(make_client(office, public), provider).status_code == 303
    assert "client_secret" not in provider.exchanged[1]


def test_an_identity_without_an_account_is_refused_and_makes_none(
    office: Engine, provider: IdentityProvider
) -> None:
    provider.person = {"preferred_username": "orang.lain<b>"}
    answer = sign_in(make_client(office, settings_for(provider)), provider)
    assert answer.status_code == 403
    assert error_in(answer) == sentence("tak_terdaftar", "orang.lain&lt;b&gt;")
    assert COOKIE not in cookies_of(answer)
    with open_read(office) as connection:
        assert connection.scalar(select(func.count()).select_from(Pengguna)) == 1


def test_a_disabled_account_stays_out(office: Engine, provider: IdentityProvider) -> None:
    account = read_account(office, "siti")
    assert account is not None
    set_active(office, "admin", account.id, active=False)
    answer = sign_in(make_client(office, settings_for(provider)), provider)
    assert error_in(answer) == words.ERRORS["nonaktif"]
    assert COOKIE not in cookies_of(answer)


def test_the_demonstration_stays_on_this_computer(demo: Engine, provider: IdentityProvider) -> None:
    provider.person = {"preferred_username": "bappeda"}
    far = make_client(demo, settings_for(provider), peer="10.0.0.7")
    assert COOKIE not in cookies_of(sign_in(far, provider))
    assert COOKIE in cookies_of(sign_in(make_client(demo, settings_for(provider)), provider))


def test_a_first_password_is_withdrawn_once_identity_is_proven(
    office: Engine, provider: IdentityProvider
) -> None:
    add(office, "budi", must_change=True)
    provider.person = {"preferred_username": "Budi"}
    answer = sign_in(make_client(office, settings_for(provider)), provider)
    assert answer.status_code == 303
    account = find_account(office, cookies_of(answer)[COOKIE])
    assert account is not None
    assert not account.must_change


def test_a_changed_key_is_fetched_anew_but_not_again_and_again(
    office: Engine, provider: IdentityProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = make_client(office, settings_for(provider))
    assert sign_in(client, provider).status_code == 303
    provider.key = make_key("dua")
    provider.published = [provider.key]
    assert error_in(sign_in(client, provider)) == sentence("oidc_ditolak")
    assert provider.asked.count("/keys") == 1
    monkeypatch.setattr("app.sign_in.provider._FAULT_SECONDS", 0)
    assert sign_in(client, provider).status_code == 303
    assert provider.asked.count("/keys") == 2
    assert provider.asked.count("/.well-known/openid-configuration") == 1


def test_what_the_provider_refuses_is_said_in_our_words(
    office: Engine, provider: IdentityProvider
) -> None:
    client = make_client(office, settings_for(provider))
    provider.refusal = "access_denied"
    assert error_in(sign_in(client, provider)) == sentence("oidc_batal")
    provider.refusal = "<script>alert(1)</script>"
    answer = sign_in(client, provider)
    assert error_in(answer) == sentence("oidc_ditolak")
    assert "<script" not in answer.text
    provider.refusal = ""
    asked, cookie = go_to_provider(client)
    mixed = provider.authorize(asked).replace("iss=http", "iss=https")
    assert error_in(come_back(client, mixed, cookie)) == sentence("oidc_ditolak")


def test_a_provider_that_is_down_is_said_calmly_and_passwords_still_work(office: Engine) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{probe.getsockname()[1]}"
    settings = OidcSettings(issuer=address, client_id=CLIENT, label="Akun Uji")
    client = make_client(office, settings)
    answer = client.get("/masuk/oidc", HERE)
    assert answer.status_code == 503
    assert error_in(answer) == sentence("oidc_tak_terhubung")
    assert 'name="sandi"' in answer.text
    assert client.get("/masuk", HERE).status_code == 200


def test_a_provider_that_goes_down_meanwhile_is_said_calmly(office: Engine) -> None:
    with run_provider() as short_lived:
        client = make_client(office, settings_for(short_lived))
        asked, cookie = go_to_provider(client)
        address = short_lived.authorize(asked)
    answer = come_back(client, address, cookie)
    assert error_in(answer) == sentence("oidc_tak_terhubung")


def test_the_button_stands_only_where_a_provider_is_set(
    office: Engine, provider: IdentityProvider
) -> None:
    page = make_client(office, settings_for(provider)).get("/masuk?lanjut=/peta", HERE)
    assert 'href="/masuk/oidc?lanjut=/peta">Masuk dengan Akun Uji</a>' in page.text
    assert provider.asked == []
    plain = make_client(office, OidcSettings())
    assert "oidc" not in plain.get("/masuk", HERE).text
    for path in ("/masuk/oidc", "/masuk/oidc/kembali?code=a&state=b", "/masuk/oidc/keluar"):
        answer = plain.get(path, HERE)
        assert (answer.status_code, answer.headers["location"]) == (303, "/masuk")
    assert provider.asked == []


def test_after_leaving_the_provider_is_asked_to_check_anew(
    office: Engine, provider: IdentityProvider
) -> None:
    client = make_client(office, settings_for(provider))
    assert "prompt" not in go_to_provider(client)[0]
    assert go_to_provider(client, konvergensi_oidc_lewat="ya")[0]["prompt"] == "login"
    marked = {**HERE, "cookie": "konvergensi_oidc_lewat=ya"}
    assert words.OIDC_LEAVE_LINK.format(label="Akun Uji") in client.get("/masuk", marked).text
    left = client.get("/masuk/oidc/keluar", marked)
    query = parse_qs(urlsplit(left.headers["location"]).query)
    assert left.headers["location"].startswith(f"{provider.issuer}/logout?")
    assert query["post_logout_redirect_uri"] == ["http://127.0.0.1:8501/masuk"]


def test_an_answer_is_not_used_up_by_a_mere_look(
    office: Engine, provider: IdentityProvider
) -> None:
    client = make_client(office, settings_for(provider))
    for method in ("HEAD", "POST"):
        assert client.request(method, "/masuk/oidc/kembali").status_code in {401, 411}


def test_sessions_long_over_are_cleared_by_whoever_signs_in_next(
    office: Engine, provider: IdentityProvider
) -> None:
    client = make_client(office, settings_for(provider))
    sign_in(client, provider)
    past = datetime.now(UTC) - timedelta(days=31)
    with open_log(office) as connection:
        connection.execute(update(Sesi).values(expires_at=past))
    sign_in(client, provider)
    with open_read(office) as connection:
        assert connection.scalar(select(func.count()).select_from(Sesi)) == 1


def test_without_the_database_it_is_said_calmly_and_nobody_is_in(
    office: Engine, provider: IdentityProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> str:
        raise OperationalError("select", {}, Exception("mati"))

    monkeypatch.setattr("app.sign_in.oidc_routes.sign_in_proven", fail)
    answer = sign_in(make_client(office, settings_for(provider)), provider)
    assert answer.status_code == 503
    assert COOKIE not in cookies_of(answer)
    assert "Traceback" not in answer.text
