"""A hostile provider, or somebody between it and us: nothing of theirs lets anybody in."""

import base64
import time
from collections.abc import Callable
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey
from sqlalchemy import Engine

from app.sign_in.flight import begin_flight, read_flight
from app.sign_in.limits import FAILURES
from app.sign_in.provider import ProviderError, fetch_json
from app.tokens import COOKIE
from tests.app.oidc.desk import (
    HERE,
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
    unsigned,
)


def later(claims: dict[str, Any], **changed: Any) -> dict[str, Any]:
    return claims | changed


def without(claims: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in claims.items() if key != name}


HOSTILE: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "another nonce": lambda c: later(c, nonce="lain"),
    "no nonce": lambda c: without(c, "nonce"),
    "another client's": lambda c: later(c, aud="aplikasi-lain"),
    "no audience": lambda c: without(c, "aud"),
    "several audiences, no party": lambda c: later(c, aud=[CLIENT, "aplikasi-lain"]),
    "another party": lambda c: later(c, aud=[CLIENT, "lain"], azp="lain"),
    "another party alone": lambda c: later(c, azp="lain"),
    "another issuer": lambda c: later(c, iss="https://penyedia.contoh"),
    "no issuer": lambda c: without(c, "iss"),
    "expired": lambda c: later(c, exp=int(time.time()) - 120),
    "no expiry": lambda c: without(c, "exp"),
    "an expiry that is no number": lambda c: later(c, exp="besok"),
    "not yet": lambda c: later(c, nbf=int(time.time()) + 600),
    "made in the future": lambda c: later(c, iat=int(time.time()) + 600),
    "made long ago": lambda c: later(c, iat=int(time.time()) - 3600),
    "no subject": lambda c: without(c, "sub"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_token_for_somebody_or_sometime_else_is_refused(
    office: Engine, provider: IdentityProvider, name: str
) -> None:
    provider.change = HOSTILE[name]
    answer = sign_in(make_client(office, settings_for(provider)), provider)
    assert error_in(answer) == sentence("oidc_ditolak")
    assert COOKIE not in cookies_of(answer)


def sign_with_shared_secret(claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(SECRET.encode() * 3))


def sign_with_public_key(provider: IdentityProvider) -> Callable[[dict[str, Any]], str]:
    """The public key taken for a shared secret: the classic confusion of kinds."""
    public = OctKey.import_key(base64.b64encode(provider.key.as_pem(private=False)))
    kid = str(provider.key.kid)
    return lambda claims: jwt.encode({"alg": "HS256", "kid": kid}, claims, public)


def break_signature(provider: IdentityProvider) -> Callable[[dict[str, Any]], str]:
    def sign(claims: dict[str, Any]) -> str:
        kid = str(provider.key.kid)
        whole = jwt.encode({"alg": "RS256", "kid": kid}, claims, provider.key)
        other = jwt.encode({"alg": "RS256", "kid": kid}, claims | {"sub": "lain"}, provider.key)
        return f"{whole.rsplit('.', 1)[0]}.{other.rsplit('.', 1)[1]}"

    return sign


FORGED: dict[str, Callable[[IdentityProvider], Callable[[dict[str, Any]], str]]] = {
    "no signature": lambda _: unsigned,
    "signature cut off": lambda p: lambda c: unsigned(c).rstrip("."),
    "shared secret": lambda _: sign_with_shared_secret,
    "public key as a secret": sign_with_public_key,
    "another token's signature": break_signature,
    "another key of the same name": lambda _: (
        lambda c: jwt.encode({"alg": "RS256", "kid": "satu"}, c, make_key("satu"))
    ),
    "a key that it brings itself": lambda _: (
        lambda c: jwt.encode(
            {"alg": "RS256", "jwk": make_key("x").as_dict(private=False)}, c, make_key("x")
        )
    ),
    "a key of no name known": lambda _: (
        lambda c: jwt.encode({"alg": "RS256", "kid": "tak-dikenal"}, c, make_key("tak-dikenal"))
    ),
    "an algorithm that it does not use": lambda p: (
        lambda c: jwt.encode({"alg": "RS512", "kid": p.key.kid}, c, p.key, algorithms=["RS512"])
    ),
    "no token at all": lambda _: lambda _: "bukan-token",
    "nothing": lambda _: lambda _: "",
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_token_is_refused(office: Engine, provider: IdentityProvider, name: str) -> None:
    provider.key = provider.key if name != "an algorithm that it does not use" else any_use_key()
    provider.sign = FORGED[name](provider)
    answer = sign_in(make_client(office, settings_for(provider)), provider)
    assert error_in(answer) == sentence("oidc_ditolak")
    assert COOKIE not in cookies_of(answer)


def any_use_key() -> Any:
    from joserfc.jwk import RSAKey

    return RSAKey.generate_key(2048, {"kid": "bebas"}, private=True)


def test_an_answer_serves_once(office: Engine, provider: IdentityProvider) -> None:
    client = make_client(office, settings_for(provider))
    asked, cookie = go_to_provider(client)
    address = provider.authorize(asked)
    assert come_back(client, address, cookie).status_code == 303
    again = come_back(client, address, cookie)
    assert error_in(again) == sentence("oidc_usang")
    assert len(provider.exchanged) == 1
    other = make_client(office, settings_for(provider))
    assert error_in(come_back(other, address, cookie)) == sentence("oidc_ditolak")


def test_an_answer_to_another_browser_is_refused(
    office: Engine, provider: IdentityProvider
) -> None:
    client = make_client(office, settings_for(provider))
    asked, cookie = go_to_provider(client)
    address = provider.authorize(asked)
    _, others = go_to_provider(client)
    bare = address.replace(f"state={asked['state']}", "state=")
    secret, begun, _ = cookie.split(".")
    leading_away = f"{secret}.{begun}.{base64.urlsafe_b64encode(b'/lain').decode().rstrip('=')}"
    older = f"{secret}.{int(begun) + 1}.Lw"
    held_then = [(address, held) for held in ("", others, "a.b.c", leading_away, older)]
    for tried, held in [*held_then, (bare, cookie)]:
        answer = come_back(client, tried, held)
        assert error_in(answer) == sentence("oidc_usang")
        assert COOKIE not in cookies_of(answer)
    assert provider.exchanged == []


def test_a_sign_in_that_took_too_long_begins_anew() -> None:
    flight = begin_flight("/peta", 1_000)
    assert read_flight(flight.write(), 1_600) == flight
    assert read_flight(flight.write(), 1_601) is None
    assert read_flight(flight.write(), 999) is None
    assert begin_flight("/" + "é" * 1_999, 0).target == "/"


@pytest.mark.parametrize("target", ["//jahat.contoh", "https://jahat.contoh", "/masuk/oidc"])
def test_nobody_is_led_to_another_site(
    office: Engine, provider: IdentityProvider, target: str
) -> None:
    client = make_client(office, settings_for(provider))
    assert sign_in(client, provider, target).headers["location"] == "/"


@pytest.mark.parametrize(
    "changed",
    [
        {"issuer": "https://penyedia.contoh"},
        {"token_endpoint": "http://penyedia.contoh/token"},
        {"jwks_uri": "file:///etc/passwd"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"authorization_endpoint": None},
    ],
)
def test_a_description_that_leads_elsewhere_is_not_followed(
    office: Engine, provider: IdentityProvider, changed: dict[str, Any]
) -> None:
    provider.describe = lambda found: found | changed
    answer = make_client(office, settings_for(provider)).get("/masuk/oidc", HERE)
    assert error_in(answer) == sentence("oidc_tak_terhubung")


def test_answers_are_bounded_and_redirections_not_followed(
    provider: IdentityProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.sign_in.provider._LARGEST", 100)
    for path in ("/.well-known/openid-configuration", "/tidak-ada", "/logout?x"):
        with pytest.raises(ProviderError):
            fetch_json(f"{provider.issuer}{path}")
    for address in ("http://penyedia.contoh/", "file:///etc/passwd", "ftp://127.0.0.1/", "x"):
        with pytest.raises(ProviderError):
            fetch_json(address)


def test_a_network_that_fails_again_and_again_no_longer_reaches_the_provider(
    office: Engine, provider: IdentityProvider
) -> None:
    provider.change = HOSTILE["another nonce"]
    client = make_client(office, settings_for(provider), peer="10.0.0.7")
    for _ in range(FAILURES):
        assert error_in(sign_in(client, provider)) == sentence("oidc_ditolak")
    asked = len(provider.exchanged)
    assert error_in(sign_in(client, provider)) == sentence("terlalu_sering")
    assert len(provider.exchanged) == asked
