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
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from data_access.database import make_engine
from tests.browser import screens
from tests.signed_in import sign_everybody_in

# How long something may take says nothing of whether it is right: a busy machine is given time.
expect.set_options(timeout=screens.PATIENCE_MS)

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
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


class Servers:
    """The server processes of a test run, each on a free port of 127.0.0.1."""

    def __init__(self, logs: Path) -> None:
        self.logs = logs
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.shared: set[str] = set()

    def start(self, command: list[str], env: dict[str, str], cwd: Path, port: int) -> str:
        log = self.logs / f"{port}.log"
        with log.open("wb") as sink:
            process = subprocess.Popen(
                command,
                cwd=cwd,
                env=env,
                stdout=sink,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        url = f"http://127.0.0.1:{port}"
        self.processes[url] = process
        try:
            wait_until_healthy(url, process)
        except (RuntimeError, TimeoutError) as fault:
            raise RuntimeError(log.read_text(errors="replace")[-4000:]) from fault
        return url

    def share(self, url: str) -> str:
        """Keep a server until the end of the run."""
        self.shared.add(url)
        return url

    def stop(self, *, shared: bool = True) -> None:
        ending = [url for url in self.processes if shared or url not in self.shared]
        processes = [self.processes.pop(url) for url in ending]
        for process in processes:
            process.send_signal(signal.SIGTERM)
        for process in processes:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def find_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """All servers of this test run; ended with it."""
    made = Servers(tmp_path_factory.mktemp("server"))
    yield made
    made.stop()


@pytest.fixture(scope="module", autouse=True)
def own_servers(servers: Servers) -> Iterator[None]:
    """A file's own servers end with it: even one that nobody asks takes its part of the machine."""
    yield
    servers.stop(shared=False)


@pytest.fixture(scope="session")
def start_server(servers: Servers) -> StartServer:
    """Start `streamlit run <entry>` and give its address."""

    # Streamlit reads its settings from the working folder and the entry's: app/ has ours.
    def start(
        entry: Path | str, env: dict[str, str] | None = None, cwd: Path = ROOT / "app"
    ) -> str:
        port = find_free_port()
        command = [
            str(Path(sys.executable).with_name("streamlit")), "run", str(Path(entry).resolve()),
            "--server.port", str(port), "--server.address", "127.0.0.1",
        ]  # fmt: skip
        return servers.start(
            command, {**os.environ, "PYTHONPATH": str(ROOT), **(env or {})}, cwd, port
        )

    return start


@pytest.fixture(scope="session")
def start_app(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> StartServer:
    """Start `konvergensi run` as an office does, from a folder that is not ours.

    Settings (KONVERGENSI_...) are given by keyword without that beginning: `home=...`; `extra`
    holds other variables of the environment.
    """

    def start(extra: dict[str, str] | None = None, **settings: object) -> str:
        port = find_free_port()
        own = {key: value for key, value in os.environ.items() if "KONVERGENSI_" not in key}
        given = {f"KONVERGENSI_{key.upper()}": str(value) for key, value in settings.items()}
        command = [str(Path(sys.executable).with_name("konvergensi")), "run", "--port", str(port)]
        return servers.start(
            command, {**own, **given, **(extra or {})}, tmp_path_factory.mktemp("kantor"), port
        )

    return start


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory, demo_template: Path) -> Path:
    """The demonstration with everybody signed in: read it, copy it, never write to it."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    shutil.copy(demo_template, path)
    engine = make_engine(f"sqlite:///{path.as_posix()}")
    sign_everybody_in(engine)
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def demo_app(servers: Servers, start_app: StartServer, demo_database: Path) -> str:
    """The address of the app showing the demonstration, shared by all tests."""
    return servers.share(start_app(home=demo_database.parent))


@pytest.fixture(scope="session")
def harness_app(servers: Servers, start_server: StartServer) -> str:
    """The address of a page with nothing but the map on it, shared by all tests."""
    return servers.share(start_server(Path(__file__).parent / "harness" / "asgi.py"))


def find_chromium() -> str:
    """Find Chromium: the setting, the system's own, or Debian's package where we may install it."""
    named = os.environ.get("KONVERGENSI_CHROMIUM")
    if named:
        return named
    found = _chromium_on_path()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
            subprocess.run(["apt-get", *step], check=True, capture_output=True, env=quiet)
        found = _chromium_on_path()
    if found is None:
        pytest.fail(
            "Chromium was not found: install it (apt-get install chromium) "
            "or name its program in KONVERGENSI_CHROMIUM"
        )
    return found


def _chromium_on_path() -> str | None:
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, installed where it is missing and may be."""
    path = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


class Seats:
    """Browser contexts kept for the next test: what one has loaded, the next need not load again.

    Between two tests nothing of a person stays: no cookie, no storage, no permission, no page.
    """

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.free: dict[bool, list[BrowserContext]] = {True: [], False: []}

    def take(self, phone: bool) -> BrowserContext:
        """A context of nobody's; a telephone has a touch screen and says so."""
        if self.free[phone]:
            return self.free[phone].pop()
        return self.browser.new_context(
            has_touch=phone,
            is_mobile=phone,
            device_scale_factor=2 if phone else 1,
            locale="en-US",
            reduced_motion="reduce",
        )

    def give_back(self, context: BrowserContext, phone: bool) -> None:
        """Leave the context as if nobody had sat there."""
        context.set_offline(False)
        context.clear_cookies()
        context.clear_permissions()
        for page in context.pages:
            if page.url.startswith("http"):
                page.evaluate("localStorage.clear()")
            page.close()
        self.free[phone].append(context)


@pytest.fixture(scope="session")
def seats(chromium: Browser) -> Seats:
    """The contexts of this worker's browser."""
    return Seats(chromium)


@pytest.fixture
def page_at(seats: Seats) -> Iterator[OpenPage]:
    """Open an empty page of a size; `phone=True` gives a touch screen. Notes what it asks for.

    `person`: whose session the browser holds, None for a visitor.
    """
    taken: list[tuple[BrowserContext, bool]] = []

    def open_page(
        width: int = 1366,
        height: int = 768,
        phone: bool = False,
        person: str | None = "pimpinan",
    ) -> Page:
        context = seats.take(phone)
        taken.append((context, phone))
        if person is not None:
            screens.admit(context, person)
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        asked: list[str] = []
        dialogs: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.requested = asked  # type: ignore[attr-defined]
        page.dialogs = dialogs  # type: ignore[attr-defined]
        return page

    yield open_page
    for context, phone in taken:
        seats.give_back(context, phone)


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
