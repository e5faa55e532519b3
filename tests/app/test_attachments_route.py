"""Attachments leave as downloads only, whatever they say they are."""

import pytest
from starlette.applications import Starlette

from app.attachments_route import make_attachment_route
from data_access.reads.lampiran import Attachment
from tests.app.asgi_client import Client

FILES = {
    1: Attachment(1, "63.11", "tahapan:1", "SK “A”.pdf", "application/pdf", b"%PDF-"),
    2: Attachment(2, "63.11", "tahapan:1", 'a"; x="b\r\nX: y.html', "text/html", b"<script>"),
}  # fmt: skip


@pytest.fixture
def client() -> Client:
    return Client(Starlette(routes=[make_attachment_route(FILES.get)]))


def test_an_attachment_is_a_download_under_its_name(client: Client) -> None:
    answer = client.get("/lampiran/1")
    assert answer.content == b"%PDF-"
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"SK _A_.pdf\"; filename*=UTF-8''SK%20%E2%80%9CA%E2%80%9D.pdf"
    )
    assert "no-store" in answer.headers["cache-control"]


def test_what_a_browser_would_run_leaves_as_bytes(client: Client) -> None:
    answer = client.get("/lampiran/2")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith('attachment; filename="a__ x__b__X_ y')
    assert "sandbox" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("name", ["3", "0", "x", "-1", "1.0", "9" * 40, "../1", ""])
def test_an_unknown_attachment_is_not_found(client: Client, name: str) -> None:
    assert client.get(f"/lampiran/{name}").status_code == 404


def test_an_attachment_is_only_read(client: Client) -> None:
    assert client.request("POST", "/lampiran/1").status_code == 405
