"""Chromium for measurements: cold contexts, bytes received, libraries of a CDN from local files."""

import base64
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from playwright.sync_api import Browser, Page, Request, sync_playwright

from app.assets import jquery_script_path, leaflet_script_path, leaflet_style_path
from app.tokens import COOKIE
from benchmarks.visitor import TOKEN

LIMIT_S = 120
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_WATCH = (Path(__file__).parent / "watch.js").read_text(encoding="utf-8")
# What folium asks of a CDN, by the end of the address. Everything else (bootstrap, icons, tiles)
# gets an empty answer; d3, which draws folium's legend, a stand-in that accepts every call.
_LOCAL = {
    "/leaflet.js": leaflet_script_path(),
    "/leaflet.css": leaflet_style_path(),
    "/jquery-3.7.1.min.js": jquery_script_path(),
}
_D3 = (
    "window.d3 = new Proxy(function () {}, {"
    "get: (_, name) => name === Symbol.toPrimitive ? () => 0 : window.d3,"
    "apply: () => window.d3 });"
)


@contextmanager
def open_chromium() -> Iterator[Browser]:
    """The system's Chromium, closed at the end."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    with sync_playwright() as playwright:
        # Without a system Chromium, playwright's own, where it is installed.
        browser = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        try:
            yield browser
        finally:
            browser.close()


class Visit:
    """One page in a context of its own, its cache empty at the start."""

    def __init__(self, browser: Browser, probe: str, shapes: int = 0) -> None:
        self._context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="en-US")
        cookie = {"name": COOKIE, "value": TOKEN, "domain": "127.0.0.1", "path": "/"}
        self._context.add_cookies([cookie])  # type: ignore[list-item]
        self._context.set_default_timeout(LIMIT_S * 1000)
        self._context.add_init_script(
            f"window.benchProbe = {probe!r}; window.benchShapes = {shapes};\n{_WATCH}"
        )
        self.page: Page = self._context.new_page()
        self._requests: list[Request] = []
        self.page.on("requestfinished", self._note)
        self._answer_cdn()

    def close(self) -> None:
        """Close the context."""
        self._context.close()

    def painted_s(self) -> float:
        """Seconds on the page's clock from its start, or the armed click, until painted."""
        waited: float = self.page.evaluate(
            """(limit) => Promise.race([window.bench.done, new Promise((_, fail) =>
            setTimeout(() => fail(new Error("Timeout: nothing painted")), limit))])""",
            LIMIT_S * 1000,
        )
        return waited / 1000

    def _note(self, request: Request) -> None:
        self._requests.append(request)

    def received_bytes(self) -> int:
        """Bytes from our server so far: answers as sent, websocket messages before compression."""
        total = int(self.page.evaluate("window.bench.received"))
        for request in self._requests:
            host = urlparse(request.url).hostname
            if host == "127.0.0.1" and request.url.startswith("http"):
                sizes = request.sizes()
                total += max(sizes["responseBodySize"], 0) + max(sizes["responseHeadersSize"], 0)
        return total

    def _answer_cdn(self) -> None:
        """Answer what leaves this machine from local files; our own server is not touched.

        By the protocol itself, since playwright's routing switches the browser's cache off.
        """
        session = self._context.new_cdp_session(self.page)

        def answer(event: dict[str, Any]) -> None:
            body = _cdn_body(event["request"]["url"])
            kind = "text/css" if ".css" in event["request"]["url"] else "text/javascript"
            headers = [
                {"name": "Content-Type", "value": kind},
                {"name": "Cache-Control", "value": "public, max-age=86400"},
                {"name": "Access-Control-Allow-Origin", "value": "*"},
            ]
            session.send(
                "Fetch.fulfillRequest",
                {
                    "requestId": event["requestId"],
                    "responseCode": 200,
                    "responseHeaders": headers,
                    "body": base64.b64encode(body).decode(),
                },
            )

        session.on("Fetch.requestPaused", answer)
        session.send("Fetch.enable", {"patterns": [{"urlPattern": "https://*"}]})


def _cdn_body(url: str) -> bytes:
    path = urlparse(url).path
    if "/d3" in path:
        return _D3.encode()
    for ending, file in _LOCAL.items():
        if path.endswith(ending):
            return file.read_bytes()
    return b""
