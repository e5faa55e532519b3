"""The sign-in forms with a provider of identities beside them, for tests without a browser."""

import re
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from pydantic import SecretStr
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from app.actions.signing_in import find_account
from app.gate import Gate
from app.middleware import SecurityHeaders
from app.settings import OidcSettings
from app.sign_in import make_sign_in_routes
from app.sign_in.flight import COOKIE as FLIGHT
from app.text import sign_in as words
from data_access.reads.pengguna import Grant
from data_access.writes.pengguna import save_account
from tests.app.asgi_client import Answer, Client
from tests.identity_provider import (
    CLIENT,
    SECRET,
    IdentityProvider,
)

HERE = {"host": "127.0.0.1:8501", "accept": "text/html"}
BACK = "http://127.0.0.1:8501/masuk/oidc/kembali"


def add(engine: Engine, username: str, *, must_change: bool = False) -> int:
    return save_account(
        engine, "uji", username=username, name=f"Ibu {username}", position=None,
        password_hash="", must_change=must_change, is_demo=False,
        grants=[Grant("pimpinan", "63.11")],
    )  # fmt: skip


def settings_for(provider: IdentityProvider, **changed: Any) -> OidcSettings:
    given = {"issuer": provider.issuer, "client_id": CLIENT, "client_secret": SecretStr(SECRET),
             "label": "Akun Uji"}  # fmt: skip
    return OidcSettings(**{**given, **changed})


def make_client(engine: Engine, settings: OidcSettings, peer: str = "127.0.0.1") -> Client:
    async def passed(request: Request) -> PlainTextResponse:
        return PlainTextResponse("lewat")

    app = Starlette(
        routes=[*make_sign_in_routes(lambda: engine, settings), Route("/{rest:path}", passed)],
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(Gate, find_account=lambda token: find_account(engine, token)),
        ],
    )
    return Client(app, peer=peer)


def cookies_of(answer: Answer) -> dict[str, str]:
    pairs = (line.split(";")[0].split("=", 1) for line in answer.headers.getlist("set-cookie"))
    return {line[0]: line[1] for line in pairs}


def go_to_provider(client: Client, target: str = "", **cookies: str) -> tuple[dict[str, str], str]:
    """Press the button: what the provider is asked, and the browser's cookie."""
    query = f"?{urlencode({'lanjut': target})}" if target else ""
    sent = {"cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    answer = client.get(f"/masuk/oidc{query}", {**HERE, **sent})
    assert answer.status_code == 303, answer.text
    asked = parse_qs(urlsplit(answer.headers["location"]).query)
    return {name: values[0] for name, values in asked.items()}, cookies_of(answer)[FLIGHT]


def come_back(client: Client, address: str, cookie: str) -> Answer:
    parts = urlsplit(address)
    return client.get(f"{parts.path}?{parts.query}", {**HERE, "cookie": f"{FLIGHT}={cookie}"})


def sign_in(client: Client, provider: IdentityProvider, target: str = "") -> Answer:
    asked, cookie = go_to_provider(client, target)
    return come_back(client, provider.authorize(asked), cookie)


def error_in(answer: Answer) -> str:
    found = re.search(r'class="error" role="alert">([^<]*)<', answer.text)
    return found[1] if found else ""


def sentence(code: str, identity: str = "") -> str:
    return words.ERRORS[code].format(label="Akun Uji", identity=identity)
