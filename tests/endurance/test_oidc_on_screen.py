"""A whole sign-in in Chromium: TLS before the server, a provider beside it, out again."""

import http.client
import socket
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from app.actions.databases import create_database
from app.sign_in.limits import FAILURES
from app.tokens import COOKIE
from data_access.database import make_engine
from data_access.reads.pengguna import Grant
from tests.identity_provider import CLIENT, SECRET, IdentityProvider, run_provider
from tests.signed_in import add_person
from tests.tls_proxy import make_certificate, run_proxy

EMPTY = "Basis data ini masih kosong"


@pytest.fixture(scope="module")
def provider() -> Iterator[IdentityProvider]:
    with run_provider() as running:
        yield running


@pytest.fixture(scope="module")
def server(
    provider: IdentityProvider,
    start_app: Callable[..., str],
    tmp_path_factory: pytest.TempPathFactory,
) -> str:
    folder = tmp_path_factory.mktemp("kantor")
    url = f"sqlite:///{(folder / 'nyata.db').as_posix()}"
    engine = make_engine(url)
    create_database(engine, kind="nyata")
    add_person(engine, "siti", Grant("pimpinan", "63.11"))
    engine.dispose()
    return start_app(
        database_url=url,
        home=folder,
        hosts="localhost",
        oidc_issuer=provider.issuer,
        oidc_client_id=CLIENT,
        oidc_client_secret=SECRET,
        oidc_label="Akun Uji",
    )


@pytest.fixture(scope="module")
def address(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from stand_before(server, tmp_path_factory.mktemp("sertifikat"), "203.0.113.9")


@pytest.fixture(scope="module")
def other_office(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from stand_before(server, tmp_path_factory.mktemp("sertifikat"), "203.0.113.10")


def stand_before(server: str, folder: Path, visitor: str) -> Iterator[str]:
    """The address with TLS for visitors who come from one network."""
    with run_proxy(urlsplit(server).port or 0, make_certificate(folder), visitor) as port:
        yield f"https://localhost:{port}"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(ignore_https_errors=True)
    yield context.new_page()
    context.close()


def come_in(page: Page, address: str, provider: IdentityProvider) -> None:
    """Sign in as somebody whom the provider and we know."""
    provider.person = {"preferred_username": "siti"}
    sign_in(page, address)
    expect(page.get_by_role("heading", name=EMPTY)).to_be_visible()


def sign_in(page: Page, address: str) -> None:
    page.goto(f"{address}/peta")
    page.get_by_role("link", name="Masuk dengan Akun Uji").click()
    page.get_by_role("link", name="Izinkan").click()


def test_a_person_signs_in_through_the_provider_and_out_of_both(
    page: Page, address: str, provider: IdentityProvider
) -> None:
    come_in(page, address, provider)
    assert page.url == f"{address}/peta"
    assert provider.began[-1]["redirect_uri"] == f"{address}/masuk/oidc/kembali"
    ours = [each for each in page.context.cookies() if each["name"].startswith("konvergensi_")]
    assert {each["name"] for each in ours} == {COOKIE, "konvergensi_oidc_lewat"}
    for cookie in ours:
        flags = (cookie["secure"], cookie["httpOnly"], cookie["sameSite"])
        assert flags == (True, True, "Lax"), cookie["name"]
    page.get_by_role("button", name="Keluar", exact=True).click()
    page.wait_for_url("**/masuk*")
    page.get_by_role("link", name="keluar dari Akun Uji").click()
    page.get_by_role("link", name="Kembali").click()
    expect(page.get_by_role("link", name="Masuk dengan Akun Uji")).to_be_visible()
    assert page.get_by_role("link", name="keluar dari Akun Uji").count() == 0
    assert page.goto(f"{address}/peta") is not None
    expect(page).to_have_url(f"{address}/masuk?lanjut=/peta")


def test_somebody_whom_only_the_provider_knows_is_told_what_to_do(
    page: Page, address: str, provider: IdentityProvider
) -> None:
    provider.person = {"preferred_username": "budi.lain"}
    sign_in(page, address)
    refused = page.get_by_role("alert")
    expect(refused).to_contain_text("Akun Uji mengenal Anda sebagai “budi.lain”")
    expect(refused).to_contain_text("Mintalah admin")
    assert not any(each["name"] == COOKIE for each in page.context.cookies())
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def ask(address: str, path: str, host: str | None = None) -> http.client.HTTPResponse:
    parts = urlsplit(address)
    context = ssl._create_unverified_context()
    connection = http.client.HTTPSConnection("127.0.0.1", parts.port, timeout=30, context=context)
    headers = {"Accept": "text/html", "Host": host or parts.netloc}
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    answer.read()
    return answer


@pytest.mark.parametrize("path", ["/", "/masuk", "/masuk/oidc", "/publik", "/peta", "/media/a"])
def test_under_a_foreign_name_the_server_answers_nothing(address: str, path: str) -> None:
    for host in ("jahat.contoh", "127.0.0.1", "localhost.jahat.contoh", "localhost@jahat.contoh"):
        answer = ask(address, path, host)
        assert answer.status == 421, host
        assert answer.getheader("location") is None
    assert ask(address, path).status < 421


def test_over_tls_a_browser_is_told_to_stay_there(address: str, server: str) -> None:
    told = ask(address, "/masuk").getheader("strict-transport-security")
    assert told == "max-age=15552000"
    plain = http.client.HTTPConnection("127.0.0.1", urlsplit(server).port, timeout=30)
    plain.request("GET", "/masuk", headers={"Host": "localhost"})
    assert plain.getresponse().getheader("strict-transport-security") is None


def test_a_websocket_of_another_site_is_not_opened(
    page: Page, address: str, provider: IdentityProvider
) -> None:
    come_in(page, address, provider)
    token = next(each["value"] for each in page.context.cookies() if each["name"] == COOKIE)
    parts = urlsplit(address)
    for origin, expected in ((address, 101), ("https://jahat.contoh", 403)):
        assert open_websocket(parts.port or 0, parts.netloc, origin, token) == expected, origin


def open_websocket(port: int, host: str, origin: str, token: str) -> int:
    request = (
        f"GET /_stcore/stream HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        f"Sec-WebSocket-Version: 13\r\nOrigin: {origin}\r\nCookie: {COOKIE}={token}\r\n\r\n"
    )
    context = ssl._create_unverified_context()
    with (
        socket.create_connection(("127.0.0.1", port), 30) as plain,
        context.wrap_socket(plain, server_hostname="localhost") as connection,
    ):
        connection.sendall(request.encode())
        return int(connection.recv(4096).split(b" ", 2)[1])


def try_to_enter(address: str, username: str) -> int:
    parts = urlsplit(address)
    context = ssl._create_unverified_context()
    connection = http.client.HTTPSConnection("127.0.0.1", parts.port, timeout=60, context=context)
    headers = {
        "Host": parts.netloc,
        "Origin": address,
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Forwarded-For": "127.0.0.1",
    }
    body = urlencode({"akun": username, "sandi": "salah sekali"})
    connection.request("POST", "/masuk", body, headers)
    return connection.getresponse().status


def test_a_network_that_tries_many_names_is_stopped_and_others_are_not(
    address: str, other_office: str
) -> None:
    # The one from which nobody tried before: each refusal counts, by the provider's way too.
    answers = [try_to_enter(other_office, f"orang.{number}") for number in range(FAILURES)]
    assert set(answers) == {401}
    assert try_to_enter(other_office, "siti") == 429
    assert try_to_enter(address, "siti") == 401
