"""The middleware without a browser: a small Starlette app stands in for Streamlit."""

import base64
import re
from hashlib import sha256
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from app.middleware import CompressedStatic, IndonesianShell, SecurityHeaders, rewrite_shell
from tests.app.asgi_client import Client

REAL_SHELL = (Path(streamlit.__file__).parent / "static" / "index.html").read_text()
SCRIPT = "const a = 1;\n" * 400
PAGE = {"accept": "text/html,*/*", "accept-encoding": "gzip"}


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def client(asked: list[str]) -> Client:
    def static(request: Request) -> Response:
        asked.append(request.url.path)
        if request.url.path.endswith(".png"):
            return Response(b"\x89PNG" + b"0" * 2000, media_type="image/png")
        if request.url.path.endswith("none.js"):
            return PlainTextResponse("missing " * 200, status_code=404)
        return Response(SCRIPT, media_type="text/javascript", headers={"etag": '"one"'})

    def shell(request: Request) -> Response:
        asked.append(request.headers.get("accept-encoding", "none"))
        answer = HTMLResponse(REAL_SHELL, headers={"etag": '"streamlit"'})
        answer.set_cookie("session", "abc")
        return answer

    def sign_in(request: Request) -> Response:
        return HTMLResponse("<html lang='id'>masuk", headers={"X-Frame-Options": "DENY"})

    app = Starlette(
        routes=[
            Route("/static/{name:path}", static),
            Route("/masuk", sign_in),
            Route("/{rest:path}", shell),
        ],
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(CompressedStatic, limit_bytes=400),
            Middleware(IndonesianShell, title="Konvergensi", no_script="Aktifkan JavaScript"),
        ],
    )
    return Client(app)


def test_the_shell_speaks_indonesian_on_every_address(client: Client) -> None:
    for path in ("/", "/peta", "/tidak/ada"):
        page = client.get(path, headers=PAGE)
        assert '<html lang="id"' in page.text
        assert "<title>Konvergensi</title>" in page.text
        assert "You need to enable JavaScript" not in page.text


def test_the_locale_is_set_before_any_module_runs() -> None:
    page = rewrite_shell(REAL_SHELL, "Judul", "Pesan")
    assert page.index("'id-ID'") < page.index('type="module"')
    assert 'as="font"' not in page
    assert page.count("modulepreload") == REAL_SHELL.count("modulepreload")


def test_streamlit_is_told_that_its_server_is_at_the_root() -> None:
    page = rewrite_shell(REAL_SHELL, "Judul", "Pesan")
    told = "window.__streamlit = { BACKEND_BASE_URL: location.origin }"
    assert page.index(told) < page.index('type="module"')


def test_a_title_cannot_become_markup() -> None:
    page = rewrite_shell(REAL_SHELL, "<script>1</script>", r"\1 <b>")
    assert "<title>&lt;script&gt;1&lt;/script&gt;</title>" in page
    assert r"\1 &lt;b&gt;" in page


def test_streamlit_is_asked_for_a_plain_page_and_ours_is_compressed(
    client: Client, asked: list[str]
) -> None:
    page = client.get("/peta", headers=PAGE)
    assert asked == ["none"]
    assert page.headers["content-encoding"] == "gzip"


def test_the_shell_has_an_entity_tag_of_its_own(client: Client) -> None:
    first = client.get("/", headers=PAGE)
    assert first.headers["etag"] != '"streamlit"'
    again = client.get("/", headers={**PAGE, "if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    stale = client.get("/", headers={**PAGE, "if-none-match": '"streamlit"'})
    assert stale.status_code == 200


def test_a_cookie_set_with_the_shell_arrives(client: Client) -> None:
    assert "session=abc" in client.get("/", headers=PAGE).headers["set-cookie"]


def test_a_client_without_gzip_gets_the_page_plain(client: Client) -> None:
    page = client.get("/", headers={"accept": "text/html", "accept-encoding": "identity"})
    assert "content-encoding" not in page.headers
    assert 'lang="id"' in page.text


def test_other_pages_are_left_as_they_are(client: Client) -> None:
    page = client.get("/masuk", headers=PAGE)
    assert page.text == "<html lang='id'>masuk"


def test_a_script_is_compressed_once(client: Client, asked: list[str]) -> None:
    for _ in range(3):
        answer = client.get("/static/a.js")
        assert answer.headers["content-encoding"] == "gzip"
        assert int(answer.headers["content-length"]) == len(answer.raw) < 1000
        assert answer.text == SCRIPT
    assert asked == ["/static/a.js"]


def test_a_broken_download_goes_on_with_the_whole_file(client: Client) -> None:
    first = client.get("/static/a.js")
    tag = first.headers["etag"]
    assert tag != '"one"'
    assert first.headers["accept-ranges"] == "none"
    for stated in (tag, '"one"'):
        rest = client.get("/static/a.js", {"range": "bytes=40-", "if-range": stated})
        assert (rest.status_code, rest.text) == (200, SCRIPT)
        assert "content-range" not in rest.headers


def test_a_browser_that_has_the_script_is_told_so(client: Client, asked: list[str]) -> None:
    tag = client.get("/static/a.js").headers["etag"]
    assert client.get("/static/a.js", {"if-none-match": tag}).status_code == 304
    assert client.get("/static/a.js", {"if-none-match": '"one"'}).status_code == 200
    assert asked == ["/static/a.js"]


def test_what_is_kept_is_bounded(client: Client, asked: list[str]) -> None:
    for name in [*"abcdefgh", "a"]:
        client.get(f"/static/{name}.js", headers={"accept-encoding": "gzip"})
    assert asked.count("/static/a.js") == 2


def test_pictures_errors_and_ranges_pass_unchanged(client: Client) -> None:
    gzip_ok = {"accept-encoding": "gzip"}
    assert "content-encoding" not in client.get("/static/a.png", headers=gzip_ok).headers
    missing = client.get("/static/none.js", headers=gzip_ok)
    assert missing.status_code == 404
    assert "content-encoding" not in missing.headers
    ranged = client.get("/static/a.js", headers={**gzip_ok, "range": "bytes=0-10"})
    assert "content-encoding" not in ranged.headers


def policy_of(client: Client, path: str, **headers: str) -> dict[str, str]:
    policy = client.get(path, headers={**PAGE, **headers}).headers["content-security-policy"]
    parts = (part.strip().split(" ", 1) for part in policy.split(";"))
    return {part[0]: part[-1] for part in parts}


def test_the_shell_runs_its_own_inline_scripts_and_no_other(client: Client) -> None:
    page = client.get("/peta", headers=PAGE)
    scripts = re.findall(r"<script>(.*?)</script>", page.text, re.DOTALL)
    hashes = [base64.b64encode(sha256(script.encode()).digest()).decode() for script in scripts]
    allowed = policy_of(client, "/peta")["script-src"].split()
    assert len(scripts) >= 3
    assert sorted(allowed) == sorted(["'self'", "blob:", *(f"'sha256-{h}'" for h in hashes)])
    assert "x-inline-scripts" not in page.headers
    etag = page.headers["etag"]
    again = client.get("/peta", headers={**PAGE, "if-none-match": etag})
    assert again.status_code == 304
    assert again.headers["content-security-policy"] == page.headers["content-security-policy"]


def test_only_a_ready_made_frame_may_run_scripts_of_any_origin_of_text(client: Client) -> None:
    frame = policy_of(client, "/component/streamlit_folium.st_folium/index.html")
    assert "'unsafe-inline' 'unsafe-eval'" in frame["script-src"]
    for path in ("/", "/static/a.js", "/media/component/x.html", "/masuk"):
        policy = policy_of(client, path)
        assert "unsafe" not in policy["script-src"]
        assert "unsafe" not in policy["default-src"]


def test_a_browser_that_came_over_tls_is_told_to_stay_there(client: Client) -> None:
    assert "strict-transport-security" not in client.get("/", headers=PAGE).headers
    told = client.get("/", headers={**PAGE, "x-forwarded-proto": "https"}).headers
    assert told["strict-transport-security"] == "max-age=15552000"


@pytest.mark.parametrize("path", ["/", "/static/a.js", "/masuk", "/static/none.js"])
def test_every_answer_carries_the_safety_headers(client: Client, path: str) -> None:
    headers = client.get(path, headers=PAGE).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "frame-ancestors 'self'" in headers["content-security-policy"]
    assert headers["x-frame-options"] == ("DENY" if path == "/masuk" else "SAMEORIGIN")


def test_only_a_named_host_may_send_pictures() -> None:
    app = Starlette(
        routes=[Route("/", lambda _: PlainTextResponse("a"))],
        middleware=[Middleware(SecurityHeaders, image_hosts=("https://petadasar.contoh",))],
    )
    policy = Client(app).get("/").headers["content-security-policy"]
    assert "img-src 'self' data: blob: https://petadasar.contoh;" in policy
    assert policy.count("petadasar") == 1


def test_an_address_that_is_no_page_leads_to_the_first_one() -> None:
    def shell(request: Request) -> Response:
        return HTMLResponse(REAL_SHELL)

    known = Middleware(IndonesianShell, title="A", no_script="B", pages=frozenset({"peta"}))
    client = Client(Starlette(routes=[Route("/{rest:path}", shell)], middleware=[known]))
    for path in ("/", "/peta", "/peta/", "/peta?wilayah=63.11"):
        assert client.get(path, PAGE).status_code == 200, path
    for path in ("/tidak-ada", "/pages/peta", "/peta.py"):
        answer = client.get(path, PAGE)
        assert (answer.status_code, answer.headers["location"]) == (303, "/"), path
