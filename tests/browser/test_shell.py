"""The page around the app in a real Chromium whose own language is English."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Response


@pytest.fixture
def address(harness_app: str) -> str:
    return harness_app


def test_the_browser_is_told_indonesian(address: str, page_at: Callable[..., Page]) -> None:
    page = page_at()
    page.goto(address)
    assert page.evaluate("document.documentElement.lang") == "id"
    assert page.evaluate("[navigator.language, ...navigator.languages]") == [
        "id-ID", "id-ID", "id",
    ]  # fmt: skip


def test_a_first_load_sends_compressed_scripts(address: str, page_at: Callable[..., Page]) -> None:
    page = page_at()
    answers: list[Response] = []

    def note(answer: Response) -> None:
        answers.append(answer)

    page.on("response", note)
    page.goto(address)
    page.wait_for_selector(".peta[data-painted]")
    scripts = [
        answer
        for answer in answers
        if "/static/js/" in answer.url and int(answer.headers["content-length"]) > 500
    ]
    assert len(scripts) > 20
    assert {answer.headers.get("content-encoding") for answer in scripts} == {"gzip"}


def test_no_text_font_is_downloaded(address: str, page_at: Callable[..., Page]) -> None:
    page = page_at()
    page.goto(address)
    page.wait_for_selector(".peta[data-painted]")
    fonts = [url for url in page.requested if url.endswith((".woff2", ".ttf"))]  # type: ignore[attr-defined]
    assert [url for url in fonts if "SourceSans" in url] == []
