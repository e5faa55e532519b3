"""Signing in, out and changing the password, by the real forms on a real database."""

import asyncio
import re
import threading
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine, select, text, update
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from app.access import Grant
from app.actions import account_changes
from app.actions.account_changes import Draft
from app.actions.passwords import find_fault, hash_password, matches
from app.actions.signing_in import find_account
from app.gate import Gate
from app.middleware import SecurityHeaders
from app.sign_in import make_sign_in_routes
from app.sign_in.limits import FAILURES, SECONDS, Attempts
from app.sign_in.requests import network_of, safe_target
from app.text import sign_in as words
from app.tokens import COOKIE, hash_token
from data_access.database import open_log, open_read
from data_access.reads.pengguna import read_account
from data_access.schema import Pengguna, PercobaanMasuk, Sesi
from data_access.writes.pengguna import save_account, set_active
from tests.app.asgi_client import Answer, Client, run_apart

PASSWORD = "kerbau menyeberang sungai"
HERE = {"host": "127.0.0.1:8501", "origin": "http://127.0.0.1:8501"}
FORM = {**HERE, "content-type": "application/x-www-form-urlencoded", "accept": "text/html"}
TOKEN = re.compile(rf"{COOKIE}=([\w-]{{40,}});")


def make_client(engine: Engine, peer: str = "127.0.0.1") -> Client:
    async def passed(request: Request) -> PlainTextResponse:
        return PlainTextResponse("lewat")

    app = Starlette(
        routes=[*make_sign_in_routes(lambda: engine), Route("/{rest:path}", passed)],
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(Gate, find_account=lambda token: find_account(engine, token)),
        ],
    )
    return Client(app, peer=peer)


def add(engine: Engine, username: str, **changed: bool) -> int:
    given = {"must_change": False, "is_demo": False, **changed}
    return save_account(
        engine, "uji", username=username, name=f"Ibu {username}", position=None,
        password_hash=hash_password(PASSWORD), grants=[Grant("pimpinan", "63.11")], **given,
    )  # fmt: skip


@pytest.fixture
def client(office: Engine) -> Client:
    add(office, "siti")
    return make_client(office)


def send(client: Client, path: str, headers: dict[str, str] | None = None, **fields: str) -> Answer:
    body = urlencode(fields).encode()
    sent = {**FORM, "content-length": str(len(body)), **(headers or {})}
    return client.request("POST", path, {k: v for k, v in sent.items() if v}, body)


def sign_in(
    client: Client, username: str = "siti", password: str = PASSWORD, **more: str
) -> Answer:
    return send(client, "/masuk", akun=username, sandi=password, **more)


def token_of(answer: Answer) -> str:
    found = TOKEN.search(answer.headers.get("set-cookie", ""))
    assert found, answer.headers
    return found[1]


def with_token(token: str) -> dict[str, str]:
    return {"cookie": f"{COOKIE}={token}"}


def error_in(answer: Answer) -> str:
    found = re.search(r'class="error" role="alert">([^<]*)<', answer.text)
    return found[1] if found else ""


def test_a_person_signs_in_reaches_the_page_and_signs_out(client: Client, office: Engine) -> None:
    answer = sign_in(client, lanjut="/peta?wilayah=63.11")
    assert (answer.status_code, answer.headers["location"]) == (303, "/peta?wilayah=63.11")
    session = with_token(token_of(answer))
    assert client.get("/peta", session).text == "lewat"
    left = send(client, "/keluar", session)
    assert (left.status_code, left.headers["location"]) == (303, "/masuk")
    assert f'{COOKIE}=""' in left.headers["set-cookie"]
    assert client.get("/peta", session).status_code == 401
    assert client.open_websocket("/_stcore/stream", session) == "websocket.close"


def test_the_database_keeps_only_the_hash_of_a_token(client: Client, office: Engine) -> None:
    token = token_of(sign_in(client))
    with open_read(office) as connection:
        stored = connection.scalars(select(Sesi.token_hash)).all()
    assert stored == [hash_token(token)]
    assert client.get("/peta", with_token(stored[0])).status_code == 401


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(client: Client) -> None:
    plain = sign_in(client).headers["set-cookie"]
    for part in ("HttpOnly", "SameSite=lax", "Path=/", "Max-Age=28800"):
        assert part in plain
    assert "Secure" not in plain
    assert "Domain" not in plain
    behind = send(client, "/masuk", {"x-forwarded-proto": "https"}, akun="siti", sandi=PASSWORD)
    assert "Secure" in behind.headers["set-cookie"]


def test_each_sign_in_has_a_token_of_its_own_and_ends_the_one_before(client: Client) -> None:
    first = token_of(sign_in(client))
    again = send(client, "/masuk", with_token(first), akun="siti", sandi=PASSWORD)
    second = token_of(again)
    assert first != second
    assert client.get("/peta", with_token(first)).status_code == 401
    assert client.get("/peta", with_token(second)).status_code == 200
    planted = send(client, "/masuk", with_token("dipasang-orang"), akun="siti", sandi=PASSWORD)
    assert token_of(planted) != "dipasang-orang"
    assert client.get("/peta", with_token("dipasang-orang")).status_code == 401


def test_a_session_ends_by_itself_after_eight_hours(client: Client, office: Engine) -> None:
    session = with_token(token_of(sign_in(client)))
    with open_read(office) as connection:
        begun, ends = connection.execute(select(Sesi.created_at, Sesi.expires_at)).one()
    assert ends - begun == timedelta(hours=8)
    past = datetime.now(UTC) - timedelta(seconds=1)
    with open_log(office) as connection:
        connection.execute(update(Sesi).values(expires_at=past))
    assert client.get("/peta", session).status_code == 401


def test_a_disabled_account_is_out_at_once_and_stays_out(client: Client, office: Engine) -> None:
    session = with_token(token_of(sign_in(client)))
    account = read_account(office, "siti")
    assert account is not None
    set_active(office, "admin", account.id, active=False)
    assert client.get("/media/a.xlsx", session).status_code == 401
    assert client.open_websocket("/_stcore/stream", session) == "websocket.close"
    assert error_in(sign_in(client)) == words.ERRORS["nonaktif"]
    assert error_in(sign_in(client, password="salah sekali")) == words.ERRORS["salah"]
    set_active(office, "admin", account.id, active=True)
    assert client.get("/peta", session).status_code == 401  # the old session stays ended
    assert sign_in(client).status_code == 303


def test_a_wrong_password_and_an_unknown_account_read_the_same(client: Client) -> None:
    wrong, unknown = sign_in(client, password="salah"), sign_in(client, "orang.lain")
    assert wrong.status_code == unknown.status_code == 401
    assert error_in(wrong) == error_in(unknown) == words.ERRORS["salah"]
    assert "set-cookie" not in wrong.headers
    assert wrong.text.replace("siti", "") == unknown.text.replace("orang.lain", "")


def test_an_unknown_account_costs_a_comparison_too(
    office: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str | None] = []

    def note(password_hash: str | None, password: str) -> bool:
        compared.append(password_hash)
        return matches(password_hash, password)

    monkeypatch.setattr("app.actions.signing_in.matches", note)
    sign_in(make_client(office), "orang.lain")
    assert compared == [None]


@pytest.mark.parametrize("username", ["siti", "tidak.ada"])
def test_five_failures_lock_for_a_quarter_of_an_hour(
    client: Client, office: Engine, username: str
) -> None:
    for _ in range(5):
        assert error_in(sign_in(client, username, "salah")) == words.ERRORS["salah"]
    locked = sign_in(client, username)
    assert error_in(locked) == words.ERRORS["terkunci"]
    _move_attempts(office, minutes=14)
    assert error_in(sign_in(client, username)) == words.ERRORS["terkunci"]
    _move_attempts(office, minutes=1)
    expected = 303 if username == "siti" else 401
    assert sign_in(client, username).status_code == expected


def _move_attempts(engine: Engine, *, minutes: int) -> None:
    with open_log(engine) as connection:
        for row in connection.execute(select(PercobaanMasuk.id, PercobaanMasuk.at)).all():
            earlier = row.at - timedelta(minutes=minutes)
            statement = update(PercobaanMasuk).where(PercobaanMasuk.id == row.id)
            connection.execute(statement.values(at=earlier))


def test_many_names_tried_from_one_network_are_slowed(office: Engine) -> None:
    add(office, "siti")
    there = make_client(office, peer="10.0.0.7")
    for number in range(FAILURES):
        assert error_in(sign_in(there, f"orang.{number}", "x")) == words.ERRORS["salah"]
    refused = sign_in(there)
    assert (refused.status_code, error_in(refused)) == (429, words.ERRORS["terlalu_sering"])
    assert "set-cookie" not in refused.headers
    elsewhere = Client(there.app, peer="10.0.0.8")
    assert sign_in(elsewhere).status_code == 303
    assert sign_in(Client(there.app, peer="127.0.0.1")).status_code == 303


def test_a_flood_of_sign_ins_leaves_who_is_in_at_work(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = with_token(token_of(sign_in(client)))
    release = threading.Event()
    monkeypatch.setattr("app.actions.signing_in.matches", lambda *_: release.wait(20) and False)

    async def flood() -> Answer:
        waiting = []
        for number in range(60):  # more than there are threads for blocking work
            body = urlencode({"akun": f"orang.{number}", "sandi": "x"}).encode()
            headers = {**FORM, "content-length": str(len(body))}
            asked = client.ask("POST", "/masuk", headers, body)
            waiting.append(asyncio.create_task(asked))
        await asyncio.sleep(0.5)
        try:
            return await asyncio.wait_for(client.ask("GET", "/peta", session, b""), 10)
        finally:
            release.set()
            await asyncio.gather(*waiting)

    assert run_apart(flood()).text == "lewat"


def test_who_signs_in_is_not_counted(office: Engine) -> None:
    attempts = Attempts(failures=2, networks=2)
    for _ in range(9):
        assert attempts.begin("a", 0)
        attempts.forgive("a")
    assert [attempts.begin("a", 0) for _ in range(3)] == [True, True, False]
    assert attempts.begin("a", SECONDS)
    assert [attempts.begin(network, 0) for network in ("b", "c", "a")] == [True] * 3
    assert all(attempts.begin(None, 0) for _ in range(9))


@pytest.mark.parametrize(
    ("peer", "network"),
    [
        ("10.0.0.7", "10.0.0.7"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("127.0.0.1", None),
        ("::1", None),
        ("", None),
        ("unix", None),
    ],
)
def test_a_network_is_an_address_or_the_half_of_a_long_one(peer: str, network: str | None) -> None:
    scope: dict[str, object] = {
        "type": "http",
        "headers": [],
        "client": (peer, 1) if peer else None,
    }
    assert network_of(HTTPConnection(scope)) == network


def test_a_success_forgets_the_failures_before_it(client: Client) -> None:
    for _ in range(3):
        for _ in range(4):
            sign_in(client, password="salah")
        assert sign_in(client).status_code == 303


def test_a_hash_of_former_parameters_is_renewed_at_sign_in(
    office: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(office, "siti")
    stronger = PasswordHasher(time_cost=2, memory_cost=128, parallelism=1)
    monkeypatch.setattr("app.actions.passwords._HASHER", stronger)
    client = make_client(office)
    session = with_token(token_of(sign_in(client)))
    with open_read(office) as connection:
        stored = connection.scalar(select(Pengguna.password_hash))
    assert "m=128,t=2" in str(stored)
    assert client.get("/peta", session).status_code == 200
    assert sign_in(client).status_code == 303


def test_the_first_password_is_for_one_sign_in_only(office: Engine) -> None:
    draft = Draft("budi", "Budi", grants=(Grant("admin", "63.11"),))
    first = account_changes.add(office, "pemasang", draft)
    client = make_client(office)
    session = with_token(token_of(sign_in(client, "budi", first)))
    page = client.get("/peta", {**session, "accept": "text/html"})
    assert (page.status_code, page.headers["location"]) == (303, "/sandi")
    assert client.open_websocket("/_stcore/stream", session) == "websocket.close"
    assert words.MUST_CHANGE in client.get("/sandi", session).text
    changed = send(client, "/sandi", session, lama=first, baru=PASSWORD, lagi=PASSWORD)
    assert (changed.status_code, changed.headers["location"]) == (303, "/")
    assert client.get("/peta", session).status_code == 401
    assert client.get("/peta", with_token(token_of(changed))).status_code == 200
    assert error_in(sign_in(client, "budi", first)) == words.ERRORS["salah"]
    assert sign_in(client, "budi").status_code == 303


@pytest.mark.parametrize(
    ("old", "new", "again", "code"),
    [
        ("bukan yang lama", "gajah makan nasi", "gajah makan nasi", "sandi_lama_salah"),
        (PASSWORD, "gajah makan nasi", "gajah makan roti", "sandi_beda"),
        (PASSWORD, PASSWORD, PASSWORD, "sandi_sama"),
        (PASSWORD, "pendek", "pendek", "terlalu_pendek"),
        (PASSWORD, "x y" * 100, "x y" * 100, "terlalu_panjang"),
        (PASSWORD, "Puskesmas2026", "Puskesmas2026", "mudah_ditebak"),
    ],
)
def test_a_bad_change_of_password_changes_nothing(
    client: Client, old: str, new: str, again: str, code: str
) -> None:
    session = with_token(token_of(sign_in(client)))
    refused = send(client, "/sandi", session, lama=old, baru=new, lagi=again)
    assert error_in(refused) == words.ERRORS[code]
    assert client.get("/peta", session).status_code == 200
    assert sign_in(client).status_code == 303


def test_a_change_of_password_ends_every_other_session(client: Client) -> None:
    here, phone = (with_token(token_of(sign_in(client))) for _ in range(2))
    new = "gajah makan nasi"
    changed = send(client, "/sandi", here, lama=PASSWORD, baru=new, lagi=new)
    assert client.get("/peta", with_token(token_of(changed))).status_code == 200
    assert [client.get("/peta", old).status_code for old in (here, phone)] == [401, 401]


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://jahat.contoh"},
        {"origin": "null"},
        {"origin": ""},
        {"origin": "", "referer": "http://jahat.contoh/127.0.0.1:8501"},
        {"origin": "http://127.0.0.1:8501.jahat.contoh"},
        {"origin": "http://127.0.0.1:9999"},
    ],
)
def test_a_form_from_another_site_is_refused(client: Client, headers: dict[str, str]) -> None:
    answer = send(client, "/masuk", headers, akun="siti", sandi=PASSWORD)
    assert error_in(answer) == words.ERRORS["asal_lain"]
    assert "set-cookie" not in answer.headers
    session = with_token(token_of(sign_in(client)))
    assert send(client, "/keluar", {**session, **headers}).status_code == 403
    new = "gajah makan nasi"
    refused = send(client, "/sandi", {**session, **headers}, lama=PASSWORD, baru=new, lagi=new)
    assert refused.status_code == 403
    assert client.get("/peta", session).status_code == 200


def test_a_referer_or_a_proxys_host_will_do(client: Client) -> None:
    referer = {"origin": "", "referer": "http://127.0.0.1:8501/masuk?lanjut=/peta"}
    proxy = {"origin": "https://stunting.contoh", "x-forwarded-host": "stunting.contoh"}
    for headers in (referer, proxy):
        assert send(client, "/masuk", headers, akun="siti", sandi=PASSWORD).status_code == 303


def test_a_large_or_odd_form_is_refused(client: Client) -> None:
    assert error_in(sign_in(client, password="x" * 20_000)) == words.ERRORS["terlalu_besar"]
    odd = {"content-type": "multipart/form-data; boundary=x"}
    assert "set-cookie" not in send(client, "/masuk", odd, akun="siti", sandi=PASSWORD).headers
    many = {f"a{number}": "" for number in range(50)}
    assert "set-cookie" not in sign_in(client, **many).headers
    assert error_in(sign_in(client, "  ")) == words.ERRORS["kosong"]


@pytest.mark.parametrize(
    "target",
    ["//jahat.contoh", "https://jahat.contoh", "/\\jahat.contoh", "javascript:alert(1)", "peta",
     "/peta\r\nSet-Cookie: a=b", "\t//jahat.contoh", "/masuk?lanjut=/masuk", "/keluar", "/sandi/",
     "", "/" + "a" * 3000, "///jahat.contoh", "/%0d%0a/\x00"],
)  # fmt: skip
def test_nobody_is_led_to_another_site(client: Client, target: str) -> None:
    assert safe_target(target) == "/"
    assert sign_in(client, lanjut=target).headers["location"] == "/"


def test_who_is_signed_in_needs_no_form(client: Client) -> None:
    session = with_token(token_of(sign_in(client)))
    assert client.get("/masuk?lanjut=/peta", session).headers["location"] == "/peta"
    asked = client.get("/keluar", {**session, "accept": "text/html"})
    assert words.CONFIRM_SIGN_OUT in asked.text
    assert client.get("/peta", session).status_code == 200
    client.get("/keluar", {**session, "sec-fetch-site": "same-origin"})
    assert client.get("/peta", session).status_code == 401


def test_the_form_is_plain_html_that_shows_text_as_text(client: Client) -> None:
    page = sign_in(client, '"><script>alert(1)</script>{{7*7}}', "salah")
    assert "<script" not in page.text
    assert page.headers["x-frame-options"] == "DENY"
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert page.headers["cache-control"] == "no-store"
    assert not re.search(r"""(src|href)=["'](?!data:|/)""", page.text)


def test_without_any_account_the_form_says_how_to_make_the_first(office: Engine) -> None:
    page = make_client(office).get("/masuk")
    assert words.NO_ACCOUNTS_TITLE in page.text
    assert "konvergensi user add" in page.text
    assert "<form" not in page.text


def test_real_data_never_lists_its_accounts(client: Client, office: Engine) -> None:
    add(office, "tersisa", is_demo=True)
    assert "<li>" not in client.get("/masuk", HERE).text
    assert error_in(sign_in(client, "tersisa")) == ""  # on this computer it works
    far = make_client(office, peer="10.0.0.7")
    assert "set-cookie" not in sign_in(far, "tersisa").headers
    assert sign_in(far).status_code == 303


def test_the_demonstration_lists_its_accounts_for_one_click(demo: Engine) -> None:
    client = make_client(demo)
    page = client.get("/masuk?lanjut=/peta", HERE).text
    with open_read(demo) as connection:
        names = connection.scalars(select(Pengguna.username)).all()
    listed = re.findall(r'name="akun" value="([^"]+)"', page)
    assert sorted(listed) == sorted(names)
    for username in listed:
        answer = sign_in(client, username, "demonstrasi", lanjut="/peta")
        assert answer.headers["location"] == "/peta"


@pytest.mark.parametrize(
    ("peer", "host"), [("10.0.0.7", "127.0.0.1:8501"), ("127.0.0.1", "demo.contoh:8501")]
)
def test_the_demonstration_is_for_this_computer_only(demo: Engine, peer: str, host: str) -> None:
    client = make_client(demo, peer=peer)
    from_there = {"host": host, "origin": f"http://{host}"}
    page = client.get("/masuk", from_there)
    assert "<li>" not in page.text
    assert words.DEMO_ELSEWHERE in page.text
    refused = send(client, "/masuk", from_there, akun="admin", sandi="demonstrasi")
    assert refused.status_code == 403
    assert "set-cookie" not in refused.headers
    stolen = token_of(sign_in(make_client(demo), "admin", "demonstrasi"))
    assert client.get("/peta", {**from_there, **with_token(stolen)}).status_code == 401


def test_an_account_made_in_the_demonstration_stays_on_this_computer(demo: Engine) -> None:
    add(demo, "buatan")
    token = token_of(sign_in(make_client(demo), "buatan"))
    far = make_client(demo, peer="10.0.0.7")
    assert far.get("/peta", with_token(token)).status_code == 401
    assert make_client(demo).get("/peta", {**HERE, **with_token(token)}).status_code == 200


def test_the_demonstrations_password_stays_what_the_form_says(demo: Engine) -> None:
    client = make_client(demo)
    session = with_token(token_of(sign_in(client, "camat", "demonstrasi")))
    new = "gajah makan nasi"
    refused = send(client, "/sandi", session, lama="demonstrasi", baru=new, lagi=new)
    assert error_in(refused) == words.ERRORS["sandi_demo"]
    account_changes.reset(demo, "admin", "camat")
    assert 'value="camat"' not in client.get("/masuk", HERE).text


def test_history_never_holds_a_password_or_its_hash(client: Client, office: Engine) -> None:
    account_changes.reset(office, "admin", "siti")
    with open_read(office) as connection:
        rows = connection.execute(text("SELECT before, after, actor FROM riwayat")).all()
        hashes = connection.scalars(select(Pengguna.password_hash)).all()
    assert rows
    assert all(row.actor for row in rows)
    written = " ".join(str(row) for row in rows)
    assert "password_hash" not in written
    assert not any(each and each in written for each in hashes)


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("sembilan9", "terlalu_pendek"),
        ("1234567890", "mudah_ditebak"),
        ("aaaaaaaaaaaa", "mudah_ditebak"),
        ("demonstrasi", "mudah_ditebak"),
        ("admin123456", "mudah_ditebak"),
        ("sandisandisandi", "mudah_ditebak"),
        ("Siti.Rahma99", "sama_dengan_akun"),
        ("hujan di sawah", None),
        ("kopi8teh9susu", None),
    ],
)
def test_length_counts_and_the_obvious_is_refused(password: str, fault: str | None) -> None:
    assert find_fault(password, "siti.rahma") == fault


def test_every_refusal_has_a_sentence() -> None:
    from typing import get_args

    from app.actions import signing_in

    assert set(get_args(signing_in.Refusal)) <= set(words.ERRORS)
