"""Ask an ASGI app directly, without a socket and without an HTTP client library."""

import asyncio
import gzip
from collections.abc import Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message

T = TypeVar("T")


def run_apart(asked: Coroutine[Any, Any, T]) -> T:
    """Await in a thread of its own: a browser driven here keeps a loop in the main one."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, asked).result()


@dataclass(frozen=True)
class Answer:
    """An answer as sent (`raw`) and as a browser would read it (`content`)."""

    status_code: int
    headers: Headers
    raw: bytes

    @property
    def content(self) -> bytes:
        packed = self.headers.get("content-encoding") == "gzip"
        return gzip.decompress(self.raw) if packed and self.raw else self.raw

    @property
    def text(self) -> str:
        return self.content.decode()


@dataclass(frozen=True)
class Client:
    """Ask `app` from the address `peer`. Like a browser it accepts gzip unless told otherwise."""

    app: ASGIApp
    peer: str = "127.0.0.1"

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        return self.request("GET", url, headers)

    def request(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
    ) -> Answer:
        return run_apart(self.ask(method, url, headers or {}, body))

    def open_websocket(self, path: str, headers: Mapping[str, str] | None = None) -> str:
        """Try to open a websocket; gives the type of the first message that comes back."""
        return run_apart(self._open(path, headers or {}))

    async def _open(self, path: str, headers: Mapping[str, str]) -> str:
        sent = {"host": "127.0.0.1", **headers}
        scope = {
            "type": "websocket",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "scheme": "ws",
            "path": path,
            "raw_path": path.encode(),
            "query_string": b"",
            "root_path": "",
            "headers": [(k.lower().encode(), v.encode("latin-1")) for k, v in sent.items()],
            "client": (self.peer, 1),
            "server": ("127.0.0.1", 80),
            "subprotocols": [],
        }
        messages: list[Message] = []

        async def receive() -> Message:
            return {"type": "websocket.connect"}

        async def send(message: Message) -> None:
            messages.append(message)

        await self.app(scope, receive, send)
        return str(messages[0]["type"])

    async def ask(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """The answer within a loop that runs already."""
        parts = urlsplit(url)
        sent = {"host": "127.0.0.1", "accept-encoding": "gzip", **headers}
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": parts.path,
            "raw_path": quote(parts.path).encode(),
            "query_string": parts.query.encode(),
            "root_path": "",
            "headers": [(k.lower().encode(), v.encode("latin-1")) for k, v in sent.items()],
            "client": (self.peer, 1),
            "server": ("127.0.0.1", 80),
        }
        messages: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Message) -> None:
            messages.append(message)

        await self.app(scope, receive, send)
        start = messages[0]
        chunks = b"".join(message.get("body", b"") for message in messages[1:])
        return Answer(start["status"], Headers(raw=start["headers"]), chunks)
