"""Neither the browser nor the server asks another host for anything, on any page."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Page

from tests.browser import screens

# Read by every Python process of the server, whatever folder it was started in: each connection
# and each name looked up is written down, however short it lives.
WATCH = """\
import os, sys

def _note(event, arguments):
    if event in {"socket.connect", "socket.sendto"}:
        line = repr(arguments[1])
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        line = repr(arguments[0])
    else:
        return
    with open(os.environ["WATCH_LOG"], "a", encoding="utf-8") as log:
        log.write(f"{event} {line}\\n")

sys.addaudithook(_note)
with open(os.environ["WATCH_LOG"], "a", encoding="utf-8") as log:
    log.write("watching '127.0.0.1'\\n")
"""
LOOPBACK = ("127.", "::1", "::ffff:127.")


@pytest.fixture(scope="module")
def watched_app(
    start_app: Callable[..., str], demo_database: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path]:
    folder = tmp_path_factory.mktemp("awas")
    (folder / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    log = folder / "log"
    log.touch()
    address = start_app(
        home=demo_database.parent, extra={"PYTHONPATH": str(folder), "WATCH_LOG": str(log)}
    )
    return address, log


@pytest.fixture
def connections(watched_app: tuple[str, Path], servers: object) -> Iterator[set[str]]:
    """Remote addresses that the server's processes were connected to, looked at all the time."""
    process = psutil.Process(servers.processes[watched_app[0]].pid)  # type: ignore[attr-defined]
    found: set[str] = set()
    done = threading.Event()

    def look() -> None:
        while not done.wait(0.05):
            for each in (process, *process.children(recursive=True)):
                found.update(one.raddr.ip for one in each.net_connections("inet") if one.raddr)

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    yield found
    done.set()
    watcher.join()


def test_nothing_is_asked_of_another_host_by_browser_or_server(
    watched_app: tuple[str, Path],
    connections: set[str],
    page_at: Callable[..., Page],
    foreign_requests: Callable[[Page], list[str]],
) -> None:
    address, log = watched_app
    page = page_at()
    screens.open_beranda(page, address)
    assert foreign_requests(page) == []
    screens.open_peta(page, address)
    screens.hover_region(page, "99.01.03.2004")
    screens.choose(page, "Perubahan")
    for label in ("Unduh Excel", "Unduh gambar"):
        with page.expect_download():
            page.get_by_role("button", name=label).click()
    screens.click_region(page, "99.01.03.2004")
    screens.expect_title(page, "Peta · Curug Kemuning")
    screens.wait_until_idle(page)
    screens.open_bagikan(page, address)
    with page.expect_download():
        page.get_by_role("button", name="Unduh peta").click()
    page.wait_for_timeout(500)
    assert len(page.requested) > 30  # type: ignore[attr-defined]
    assert foreign_requests(page) == []
    assert connections, "the browser's own connections were seen"
    assert [ip for ip in connections if not ip.startswith(LOOPBACK)] == []
    noted = log.read_text("utf-8").splitlines()
    assert noted.count("watching '127.0.0.1'") >= 1, "the server's own calls were watched"
    asked = [line for line in noted if not is_local(line)]
    assert asked == []


def is_local(line: str) -> bool:
    """Whether a noted call stayed on this machine."""
    return any(each in line for each in ("'127.0.0.1'", "'::1'", "'localhost'"))
