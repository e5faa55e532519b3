"""The gate alone: who gets through, and what everybody else gets."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy.exc import OperationalError
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from app.access import Account, Grant
from app.gate import Gate
from app.sign_in.requests import sign_in_address
from app.text import sign_in as text
from app.tokens import COOKIE
from tests.app.asgi_client import Client

PERSON = Account(1, "siti", "Siti", grants=(Grant("pimpinan", "63.11"),))
PAGE = {"accept": "text/html,*/*"}
SIGNED_IN = {"cookie": f"{COOKIE}=benar"}
BEHIND = (
    "/", "/peta", "/pengguna", "/index.html", "/media/abc.xlsx", "/_stcore/metrics",
    "/_stcore/host-config", "/_stcore/upload_file/a/b", "/_stcore/script-health-check",
    "/component/x/index.html", "/app/static/rahasia.txt", "/peta/lapisan/0123456789abcdef.json",
    "/lampiran/1", "/sandi", "/keluar", "/static", "/static/", "/static/../_stcore/metrics",
    "/static/js/../../media/a.xlsx", "/static/js/%2e%2e/x", "/peta/pustaka/../lapisan/a.json",
    "/peta/pustaka/a/../../../media/x", "/masuk/", "/masuk/x", "/MASUK",
    "/_stcore/health/", "/_stcore/health/../metrics", "/favicon.png/x", "/static/js/a\\..\\b",
)  # fmt: skip
OPEN = (
    "/_stcore/health", "/masuk", "/static/js/index.Dx_-9.js", "/static/css/a.css",
    "/static/media/a.woff2", "/peta/pustaka/leaflet-1.9.3/leaflet.js", "/favicon.png",
)  # fmt: skip


class People:
    """Stands in for the database: one account by one token, changed as the test goes."""

    def __init__(self) -> None:
        self.person: Account | None = PERSON
        self.asked: list[str] = []
        self.down = False

    def find(self, token: str) -> Account | None:
        self.asked.append(token)
        if self.down:
            raise OperationalError("select", {}, Exception("mati"))
        return self.person if token == "benar" else None


def make_app(people: People, hosts: frozenset[str] = frozenset()) -> Starlette:
    async def passed(request: Request) -> PlainTextResponse:
        return PlainTextResponse("lewat")

    async def socket(websocket: WebSocket) -> None:
        await websocket.accept()

    return Starlette(
        routes=[
            WebSocketRoute("/_stcore/stream", socket),
            Route("/{rest:path}", passed, methods=["GET", "POST", "PUT", "DELETE"]),
        ],
        middleware=[Middleware(Gate, find_account=people.find, body_limit_mb=1, hosts=hosts)],
    )


@pytest.fixture
def people() -> People:
    return People()


@pytest.fixture
def client(people: People) -> Client:
    return Client(make_app(people))


@pytest.mark.parametrize("path", BEHIND)
def test_a_stranger_opening_a_page_is_led_to_the_form(client: Client, path: str) -> None:
    answer = client.get(path, headers=PAGE)
    assert answer.status_code == 303
    assert urlsplit(answer.headers["location"])[:3] == ("", "", "/masuk")
    assert answer.content == b""


@pytest.mark.parametrize("cookie", ["", f"{COOKIE}=", f"{COOKIE}=palsu", "sesi=benar"])
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"])
def test_a_stranger_asking_for_anything_else_gets_nothing(
    client: Client, cookie: str, method: str
) -> None:
    for path in BEHIND:
        answer = client.request(method, path, {"cookie": cookie, "accept": "*/*"})
        assert (answer.status_code, answer.content) == (401, b""), path


@pytest.mark.parametrize("path", OPEN)
def test_what_everybody_may_read_is_open(client: Client, people: People, path: str) -> None:
    assert client.get(path).text == "lewat"
    assert people.asked == []


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_the_form_is_open_for_reading_and_sending_only(client: Client, method: str) -> None:
    assert client.request(method, "/masuk").status_code == 401
    assert client.request(method, "/static/js/a.js").status_code == 401


def test_who_is_signed_in_reaches_everything(client: Client) -> None:
    for path in BEHIND:
        assert client.get(path, headers=SIGNED_IN).text == "lewat", path


def test_the_database_is_asked_for_every_request(client: Client, people: People) -> None:
    for path in ("/", "/media/a.xlsx", "/_stcore/metrics"):
        assert client.get(path, headers=SIGNED_IN).status_code == 200
    assert people.asked == ["benar"] * 3
    people.person = None
    for path in ("/", "/media/a.xlsx", "/_stcore/metrics"):
        assert client.get(path, headers=SIGNED_IN).status_code == 401
    assert client.open_websocket("/_stcore/stream", SIGNED_IN) == "websocket.close"


def test_a_websocket_opens_for_who_is_signed_in_and_for_nobody_else(client: Client) -> None:
    assert client.open_websocket("/_stcore/stream", SIGNED_IN) == "websocket.accept"
    for headers in ({}, {"cookie": f"{COOKIE}=palsu"}):
        assert client.open_websocket("/_stcore/stream", headers) == "websocket.close"
    assert client.open_websocket("/masuk") == "websocket.close"
    assert client.open_websocket("/static/js/a.js") == "websocket.close"


def test_the_form_leads_back_to_the_page_with_its_selection(client: Client) -> None:
    answer = client.get("/peta?wilayah=63.11&periode=2025-08", headers=PAGE)
    query = parse_qs(urlsplit(answer.headers["location"]).query)
    assert query == {"lanjut": ["/peta?wilayah=63.11&periode=2025-08"]}
    assert client.get("/", headers=PAGE).headers["location"] == "/masuk"
    for path in ("/sandi", "/keluar"):
        assert client.get(path, headers=PAGE).headers["location"] == "/masuk"
    assert sign_in_address("//jahat.contoh/x", "") == "/masuk"


def test_before_the_first_password_is_changed_only_its_form_opens(
    client: Client, people: People
) -> None:
    people.person = replace(PERSON, must_change=True)
    assert client.get("/peta", headers={**SIGNED_IN, **PAGE}).headers["location"] == "/sandi"
    assert client.get("/media/a.xlsx", headers=SIGNED_IN).status_code == 401
    assert client.open_websocket("/_stcore/stream", SIGNED_IN) == "websocket.close"
    for path in ("/sandi", "/keluar", "/masuk"):
        assert client.get(path, headers=SIGNED_IN).text == "lewat"


@pytest.mark.parametrize(
    ("peer", "headers"),
    [
        ("10.0.0.7", {}),
        ("127.0.0.1", {"host": "konvergensi.contoh"}),
        ("127.0.0.1", {"host": "127.0.0.1.contoh"}),
        ("127.0.0.1", {"host": "192.168.1.4:8501"}),
        ("127.0.0.1", {"host": ""}),
        ("127.0.0.1", {"x-forwarded-for": "127.0.0.1"}),
        ("127.0.0.1", {"forwarded": "for=10.0.0.7"}),
        ("127.0.0.1", {"x-real-ip": "10.0.0.7"}),
    ],
)
def test_an_account_of_the_demonstration_works_on_this_computer_only(
    people: People, peer: str, headers: dict[str, str]
) -> None:
    people.person = replace(PERSON, is_demo=True)
    elsewhere = Client(make_app(people), peer=peer)
    assert elsewhere.get("/peta", {**SIGNED_IN, **headers}).status_code == 401
    socket = elsewhere.open_websocket("/_stcore/stream", {**SIGNED_IN, **headers})
    assert socket == "websocket.close"


@pytest.mark.parametrize(
    ("peer", "host"),
    [("127.0.0.1", "localhost:8501"), ("::1", "[::1]:8501"), ("127.0.0.2", "127.0.0.1")],
)
def test_this_computer_has_several_names(people: People, peer: str, host: str) -> None:
    people.person = replace(PERSON, is_demo=True)
    here = Client(make_app(people), peer=peer)
    assert here.get("/peta", {**SIGNED_IN, "host": host}).text == "lewat"


NAMES = frozenset({"stunting.kabcontoh.go.id"})


@pytest.mark.parametrize(
    "host",
    [
        "jahat.contoh", "stunting.kabcontoh.go.id.jahat.contoh", "jahat.stunting.kabcontoh.go.id",
        "stunting.kabcontoh.go.id@jahat.contoh", "10.0.0.7:8501", "localhost", "", "[", "a b",
        "stunting.kabcontoh.go.id/../x:80",
    ],
)  # fmt: skip
def test_under_a_foreign_name_nothing_is_answered(people: People, host: str) -> None:
    behind = Client(make_app(people, NAMES), peer="10.0.0.7")
    for path in ("/", "/masuk", "/publik", "/static/js/a.js"):
        answer = behind.get(path, {**SIGNED_IN, **PAGE, "host": host})
        assert answer.status_code == 421, path
        assert text.UNKNOWN_HOST_TITLE in answer.text
    socket = behind.open_websocket("/_stcore/stream", {**SIGNED_IN, "host": host})
    assert socket == "websocket.close"
    assert behind.get("/_stcore/health", {"host": host}).text == "lewat"


@pytest.mark.parametrize("host", ["stunting.kabcontoh.go.id", "STUNTING.kabcontoh.go.id.:8443"])
def test_under_its_own_name_it_answers(people: People, host: str) -> None:
    behind = Client(make_app(people, NAMES), peer="10.0.0.7")
    assert behind.get("/peta", {**SIGNED_IN, "host": host}).text == "lewat"
    here = Client(make_app(people, NAMES))
    assert here.get("/peta", {**SIGNED_IN, "host": "127.0.0.1:8501"}).text == "lewat"
    forwarded = {**SIGNED_IN, "host": "127.0.0.1:8501", "x-forwarded-for": "10.0.0.7"}
    assert here.get("/peta", forwarded).status_code == 421


@pytest.mark.parametrize("path", ["/masuk/oidc", "/masuk/oidc/kembali", "/masuk/oidc/keluar"])
def test_the_way_to_the_provider_is_open_for_reading_only(client: Client, path: str) -> None:
    assert client.get(path).text == "lewat"
    for method in ("HEAD", "POST", "PUT"):
        assert client.request(method, path).status_code == 401
    for near in (f"{path}/", f"{path}/x", path.upper()):
        assert client.get(near).status_code == 401


def test_too_long_a_body_is_refused_before_it_is_read(client: Client) -> None:
    for length in (str((1 << 20) + 1), "9" * 40, "-1", "abc"):
        answer = client.request("POST", "/masuk", {"content-length": length})
        assert answer.status_code == 413
    assert client.request("POST", "/masuk", {"content-length": str(1 << 20)}).status_code == 200
    chunked = client.request("POST", "/masuk", {"transfer-encoding": "chunked"})
    assert chunked.status_code == 411


def test_without_the_database_nobody_gets_in_and_it_is_said_calmly(
    client: Client, people: People
) -> None:
    people.down = True
    answer = client.get("/peta", headers={**SIGNED_IN, **PAGE})
    assert answer.status_code == 503
    assert "Basis data sedang tidak dapat dihubungi" in answer.text
    assert client.open_websocket("/_stcore/stream", SIGNED_IN) == "websocket.close"
