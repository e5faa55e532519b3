"""A visitor without a session, asking a server that has just started: the form and nothing else."""

import http.client
import socket
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from app.navigation import ENTRIES
from app.tokens import COOKIE
from tests.browser import screens

NAMES = [entry.name for entry in ENTRIES]


@pytest.fixture(scope="module")
def fresh_app(start_app: Callable[..., str], demo_database: Path) -> str:
    """A server that nobody has visited: no page of it was ever run."""
    return start_app(home=demo_database.parent)


def ask(address: str, path: str, **headers: str) -> http.client.HTTPResponse:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
    connection.request("GET", path, headers={"Accept": "text/html", **headers})
    answer = connection.getresponse()
    answer.read()
    return answer


@pytest.mark.parametrize("cookie", [None, "palsu", ""])
def test_every_page_leads_to_the_form_from_the_first_request_on(
    fresh_app: str, cookie: str | None
) -> None:
    headers = {} if cookie is None else {"Cookie": f"{COOKIE}={cookie}"}
    for name in ["", *NAMES, "pages/pengguna.py", "pengguna.py", "tidak-ada"]:
        answer = ask(fresh_app, f"/{name}", **headers)
        assert answer.status == 303, name
        assert (answer.getheader("location") or "").startswith("/masuk"), name


@pytest.mark.parametrize(
    "path",
    [
        "/media/abc.xlsx",
        "/_stcore/metrics",
        "/_stcore/host-config",
        "/_stcore/upload_file/a/b",
        "/peta/lapisan/0123456789abcdef.json",
        "/lampiran/1",
        "/component/x/y",
    ],
)
def test_nothing_else_answers_a_visitor(fresh_app: str, path: str) -> None:
    assert ask(fresh_app, path, Accept="*/*").status == 401


def test_the_health_probe_stays_open(fresh_app: str) -> None:
    assert ask(fresh_app, "/_stcore/health", Accept="*/*").status == 200


@pytest.mark.parametrize("cookie", ["", f"Cookie: {COOKIE}=palsu\r\n"])
def test_no_websocket_opens_for_a_visitor(fresh_app: str, cookie: str) -> None:
    parts = urlsplit(fresh_app)
    request = (
        f"GET /_stcore/stream HTTP/1.1\r\nHost: {parts.netloc}\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        f"Sec-WebSocket-Version: 13\r\nOrigin: http://{parts.netloc}\r\n{cookie}\r\n"
    )
    with socket.create_connection((parts.hostname or "", parts.port or 80), 30) as connection:
        connection.sendall(request.encode())
        assert b" 403 " in connection.recv(200).splitlines()[0]


def test_a_visitor_sees_the_form_and_a_leader_signs_in_to_the_map(
    fresh_app: str, page_at: Callable[..., Page]
) -> None:
    page = page_at(person=None)
    page.goto(f"{fresh_app}/peta")
    expect(page.get_by_label("Nama akun")).to_be_visible()
    screens.submit_sign_in(page, "pimpinan", "demonstrasi")
    page.wait_for_selector(".peta[data-painted]")
    assert page.url.split("?")[0].endswith("/peta")


def test_signing_out_ends_the_session_for_downloads_and_the_open_page(
    fresh_app: str, page_at: Callable[..., Page]
) -> None:
    page = page_at(person=None)
    page.goto(f"{fresh_app}/masuk")
    screens.submit_sign_in(page, "pimpinan", "demonstrasi")
    page.wait_for_selector('[data-testid="stMetric"]')
    token = next(c["value"] for c in page.context.cookies() if c["name"] == COOKIE)
    assert ask(fresh_app, "/", Cookie=f"{COOKIE}={token}").status == 200
    other_tab = page.context.new_page()
    other_tab.goto(f"{fresh_app}/peta")
    other_tab.wait_for_selector(".peta[data-painted]")
    page.get_by_role("button", name="Keluar", exact=True).click()
    page.wait_for_url("**/masuk*")
    assert ask(fresh_app, "/", Cookie=f"{COOKIE}={token}").status == 303
    assert ask(fresh_app, "/media/x.xlsx", Cookie=f"{COOKIE}={token}", Accept="*/*").status == 401
    other_tab.get_by_role("radio", name="Partisipasi", exact=True).click()
    other_tab.wait_for_url("**/masuk*")
