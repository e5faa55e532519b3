"""A small OpenID Connect provider on a free port of this computer, honest or hostile as told."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "konvergensi-uji", "rahasia: uji/klien"
Change = Callable[[dict[str, Any]], dict[str, Any]]


def make_key(kid: str) -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": kid, "use": "sig", "alg": "RS256"}, private=True)


def unsigned(claims: dict[str, Any]) -> str:
    """A token that says of itself that it needs no signature."""
    parts = ({"alg": "none", "typ": "JWT"}, claims)
    plain = (base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in parts)
    return b".".join((*plain, b"")).decode()


@dataclass
class IdentityProvider:
    """Who signs in there, and what it does otherwise than it should."""

    person: dict[str, Any] = field(default_factory=lambda: {"preferred_username": "siti"})
    change: Change = dict
    describe: Change = dict
    sign: Callable[[dict[str, Any]], str] | None = None
    refusal: str = ""
    issuer: str = ""
    key: RSAKey = field(default_factory=lambda: make_key("satu"))
    published: list[RSAKey] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    began: list[dict[str, str]] = field(default_factory=list)
    exchanged: list[dict[str, str]] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def description(self) -> dict[str, Any]:
        return self.describe({
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "end_session_endpoint": f"{self.issuer}/logout",
            "id_token_signing_alg_values_supported": ["RS256"],
        })  # fmt: skip

    def keys(self) -> dict[str, Any]:
        return {"keys": [key.as_dict(private=False) for key in self.published or [self.key]]}

    def authorize(self, query: dict[str, str]) -> str:
        """Where the browser goes back to."""
        self.began.append(query)
        answer = {"state": query["state"], "iss": self.issuer}
        if self.refusal:
            answer |= {"error": self.refusal}
        else:
            code = secrets.token_urlsafe(8)
            self.codes[code] = query
            answer |= {"code": code}
        return f"{query['redirect_uri']}?{urlencode(answer)}"

    def exchange(self, fields: dict[str, str], authorization: str) -> dict[str, Any] | None:
        """The answer to a code, None where the provider refuses it."""
        self.exchanged.append(fields)
        begun = self.codes.pop(fields.get("code", ""), None)
        verifier = fields.get("code_verifier", "").encode()
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier).digest()).rstrip(b"=")
        pair = "konvergensi-uji:rahasia%3A%20uji%2Fklien"
        honest = (
            begun is not None
            and begun["code_challenge"] == challenge.decode()
            and begun["redirect_uri"] == fields.get("redirect_uri")
            and authorization == f"Basic {base64.b64encode(pair.encode()).decode()}"
        )
        return {"id_token": self.token(begun), "token_type": "Bearer"} if honest and begun else None

    def token(self, begun: dict[str, str]) -> str:
        now = int(time.time())
        claims = {"iss": self.issuer, "sub": "orang-1", "aud": CLIENT, "iat": now,
                  "exp": now + 300, "nonce": begun["nonce"], **self.person}  # fmt: skip
        changed = self.change(claims)
        if self.sign is not None:
            return self.sign(changed)
        return jwt.encode({"alg": "RS256", "kid": self.key.kid}, changed, self.key)


def _make_handler(provider: IdentityProvider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            provider.asked.append(parts.path)
            if parts.path == "/.well-known/openid-configuration":
                self.answer(200, json.dumps(provider.description()), "application/json")
            elif parts.path == "/keys":
                self.answer(200, json.dumps(provider.keys()), "application/json")
            elif parts.path == "/authorize":
                back = provider.authorize(query).replace("&", "&amp;")
                self.answer(200, f'<h1>Akun Uji</h1><a href="{back}">Izinkan</a>', "text/html")
            elif parts.path == "/logout":
                back = query["post_logout_redirect_uri"]
                self.answer(200, f'<h1>Keluar</h1><a href="{back}">Kembali</a>', "text/html")
            else:
                self.answer(404, "", "text/plain")

        def do_POST(self) -> None:
            provider.asked.append(self.path)
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            fields = {name: values[0] for name, values in parse_qs(body).items()}
            answer = provider.exchange(fields, self.headers.get("authorization", ""))
            content = answer or {"error": "invalid_grant"}
            self.answer(200 if answer else 400, json.dumps(content), "application/json")

        def answer(self, status: int, content: str, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content.encode())))
            self.end_headers()
            self.wfile.write(content.encode())

        def log_message(self, *_: object) -> None:
            return

    return Handler


@contextmanager
def run_provider() -> Iterator[IdentityProvider]:
    """Start a provider; it ends with the block."""
    provider = IdentityProvider()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _make_handler(provider))
    provider.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
