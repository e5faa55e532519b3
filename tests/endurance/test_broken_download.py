"""A line that breaks in the middle of a large script: afterwards the page still works."""

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import screens

LARGE, PASSED_BYTES = b"/static/js/PlotlyChart", 400_000


class BreakingLine:
    """Passes bytes on; while `breaks`, ends in the middle of the charts' script."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.breaks = True
        self.broken = 0
        self.listening = socket.create_server(("127.0.0.1", 0), backlog=64)
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.listening.getsockname()[1]}"

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                browser, _ = self.listening.accept()
                threading.Thread(target=self._serve, args=(browser,), daemon=True).start()

    def _serve(self, browser: socket.socket) -> None:
        with suppress(OSError), browser, socket.create_connection(("127.0.0.1", self.port)) as far:
            limit = PASSED_BYTES if self.breaks else None
            state = {"large": False}
            back = threading.Thread(
                target=self._answer, args=(far, browser, state, limit), daemon=True
            )
            back.start()
            while chunk := browser.recv(65_536):
                state["large"] = LARGE in chunk
                far.sendall(chunk)
            with suppress(OSError):
                far.shutdown(socket.SHUT_WR)
            back.join()

    def _answer(
        self, far: socket.socket, browser: socket.socket, state: dict[str, bool], limit: int | None
    ) -> None:
        passed = 0
        with suppress(OSError):
            while chunk := far.recv(65_536):
                passed = passed + len(chunk) if state["large"] else 0
                browser.sendall(chunk)
                if limit is not None and passed > limit:
                    self.broken += 1
                    break
        with suppress(OSError):
            browser.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def line(demo_app: str) -> Iterator[BreakingLine]:
    made = BreakingLine(urlsplit(demo_app).port or 0)
    yield made
    made.listening.close()


def test_charts_are_drawn_once_the_line_holds_again(chromium: Browser, line: BreakingLine) -> None:
    context = chromium.new_context()
    screens.admit(context, "pimpinan")
    page = context.new_page()
    address = f"{line.address}/anggaran?wilayah=99.01&tahun=2026"
    page.goto(address)
    for _ in range(120):
        if line.broken:
            break
        page.wait_for_timeout(500)
    assert line.broken > 0, "the script was never under way"
    line.breaks = False
    page.goto(f"{line.address}/glosarium")
    screens.wait_until_idle(page)
    page.goto(address)
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    context.close()
