"""A server on a free port and a real Chromium, for every test of what stands on the screen."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
StartServer = Callable[..., str]
OpenPage = Callable[..., Page]


def wait_until_healthy(url: str, process: "subprocess.Popen[bytes]", seconds: float = 60) -> None:
    """Wait for the health answer's own text: unknown paths answer 200 as well."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:
                if answer.read().strip() == b"ok":
                    return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(url)


@pytest.fixture(scope="session")
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartServer]:
    """Start `streamlit run <entry>` on 127.0.0.1 and give its address; ended with the session."""
    processes: list[subprocess.Popen[bytes]] = []

    # Streamlit reads its settings from the working folder and the entry's: app/ has ours.
    def start(
        entry: Path | str, env: dict[str, str] | None = None, cwd: Path = ROOT / "app"
    ) -> str:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        log = tmp_path_factory.mktemp("server") / "log"
        command = [
            str(Path(sys.executable).with_name("streamlit")), "run", str(Path(entry).resolve()),
            "--server.port", str(port), "--server.address", "127.0.0.1",
        ]  # fmt: skip
        with log.open("wb") as sink:
            process = subprocess.Popen(
                command,
                cwd=cwd,
                env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
                stdout=sink,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        processes.append(process)
        url = f"http://127.0.0.1:{port}"
        try:
            wait_until_healthy(url, process)
        except (RuntimeError, TimeoutError) as fault:
            raise RuntimeError(log.read_text(errors="replace")[-4000:]) from fault
        return url

    yield start
    for process in processes:
        process.send_signal(signal.SIGTERM)
    for process in processes:
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium; skipped where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        pytest.skip("Chromium tidak terpasang")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page_at(chromium: Browser) -> Iterator[OpenPage]:
    """Open an empty page of a size; `phone=True` gives a touch screen. Notes what it asks for."""
    contexts = []

    def open_page(width: int = 1366, height: int = 768, phone: bool = False) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            has_touch=phone,
            is_mobile=phone,
            device_scale_factor=2 if phone else 1,
            locale="en-US",
        )
        contexts.append(context)
        page = context.new_page()
        asked: list[str] = []
        dialogs: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.requested = asked  # type: ignore[attr-defined]
        page.dialogs = dialogs  # type: ignore[attr-defined]
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def foreign_requests() -> Callable[[Page], list[str]]:
    """Give what a page asked of any host but the one it came from."""

    def foreign(page: Page) -> list[str]:
        own = urlparse(page.url).netloc
        network = {"http", "https", "ws", "wss"}
        asked: list[str] = page.requested  # type: ignore[attr-defined]
        return [
            url for url in asked if urlparse(url).scheme in network and urlparse(url).netloc != own
        ]

    return foreign
