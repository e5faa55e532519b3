"""The headers of every answer: what may frame a page, and which scripts it may run."""

import base64
import hashlib
import re

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.sign_in.requests import is_secure

# How a page names its own inline scripts to `SecurityHeaders`; it never leaves the server.
INLINE = "x-inline-scripts"
_SCRIPTS = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
# Streamlit's frames of ready-made parts: theirs is the page with scripts of its own.
_FRAMES = "/component/"
# Half a year, and for this very name only: a region's other sites are not ours to decide.
_ALWAYS_TLS = "max-age=15552000"


class SecurityHeaders:
    """Add the headers that keep a page from being framed, sniffed, or from calling out.

    `image_hosts`: sources that the browser may load pictures from besides ours ("https://host"),
    for an online basemap that an administrator has switched on; none by default.
    """

    def __init__(self, app: ASGIApp, image_hosts: tuple[str, ...] = ()) -> None:
        """Wrap `app`."""
        self._app = app
        self._pictures = " ".join(("'self'", "data:", "blob:", *image_hosts))
        self._headers = {
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "SAMEORIGIN",
            "Referrer-Policy": "same-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add each header that the answer does not set itself."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                scripts = headers.get(INLINE, "")
                del headers[INLINE]
                if scope["path"].startswith(_FRAMES):
                    scripts = "'unsafe-inline' 'unsafe-eval'"
                headers.setdefault("Content-Security-Policy", self._write_policy(scripts))
                if is_secure(HTTPConnection(scope)):
                    headers.setdefault("Strict-Transport-Security", _ALWAYS_TLS)
            await send(message)

        await self._app(scope, receive, send_with_headers)

    def _write_policy(self, scripts: str) -> str:
        """What a page may load and run; `scripts`: inline ones besides our own files."""
        return (
            f"default-src 'self' data: blob:; script-src 'self' blob: {scripts}; "
            f"style-src 'self' 'unsafe-inline'; img-src {self._pictures}; "
            "connect-src 'self' ws: wss: data: blob:; object-src 'none'; base-uri 'self'; "
            "form-action 'self'; frame-ancestors 'self'"
        )


def name_inline_scripts(page: bytes) -> str:
    """The inline scripts of a page of our own as a policy names them, told by their hashes.

    A script that a hostile text might bring has another hash, and does not run.
    """
    return " ".join(map(_hash, _SCRIPTS.findall(page)))


def _hash(script: bytes) -> str:
    digest = base64.b64encode(hashlib.sha256(script).digest()).decode()
    return f"'sha256-{digest}'"
