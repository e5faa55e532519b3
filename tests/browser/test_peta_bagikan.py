"""Peta untuk dibagikan: the file that is taken along opens anywhere, and asks nothing."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import independent, screens


@pytest.fixture
def shared_file(demo_app: str, page_at: Callable[..., Page], tmp_path: Path) -> Path:
    page = screens.open_bagikan(page_at(), demo_app)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Unduh peta").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_the_file_opens_from_disk_without_network(
    shared_file: Path, demo_database: Path, page_at: Callable[..., Page]
) -> None:
    assert shared_file.name == "peta-prevalensi-99.01-2026-08.html"
    assert shared_file.stat().st_size < 3_000_000
    addresses = set(re.findall(r"https?://[^\s\"'<>\\)]+", shared_file.read_text("utf-8")))
    # Leaflet's own attribution, and names (never fetched) of the notations of the page itself.
    assert {each for each in addresses if "leafletjs.com" not in each} <= {
        "http://www.w3.org/2000/svg"
    }
    page = page_at()
    page.context.set_offline(True)
    page.goto(shared_file.as_uri())
    page.wait_for_selector(".leaflet-overlay-pane canvas")
    panel = page.locator(".panel-peta").inner_text()
    for words in ("Kabupaten Arunika", "Agustus 2026", "e-PPGBM", "Belum ada data", "fiktif"):
        assert words in panel
    desa = independent.read_desa(demo_database)
    lines = hover_middle(page)
    assert lines[0] in set(desa["name"])
    assert len(lines) >= 2
    if lines[1] != "Belum ada data":
        row = desa[desa["name"] == lines[0]].iloc[0]
        assert f"{row['prevalensi']:.1f}".replace(".", ",") in " ".join(lines[1:])
    assert page.requested == [shared_file.as_uri()]  # type: ignore[attr-defined]
    assert page.dialogs == []  # type: ignore[attr-defined]


def hover_middle(page: Page) -> list[str]:
    """Point at the middle of the map: the tooltip's lines."""
    box = page.locator(".leaflet-container").bounding_box()
    assert box is not None
    for part in (0.5, 0.45, 0.4, 0.55, 0.6):
        for shift in (2, 0):
            page.mouse.move(box["x"] + box["width"] * part - shift, box["y"] + box["height"] * part)
            page.wait_for_timeout(60)
        if page.locator(".leaflet-tooltip").count():
            break
    lines: list[str] = page.locator(".leaflet-tooltip").first.inner_text().splitlines()
    return lines


def test_the_preview_follows_the_choice_of_measure(
    demo_app: str, page_at: Callable[..., Page]
) -> None:
    page = screens.open_bagikan(page_at(), demo_app, "wilayah=99.01.03")
    panel = page.frame_locator("iframe").locator(".panel-peta")
    expect(panel).to_contain_text("Warusekar")
    # A map just drawn tells its place, which draws the page once more.
    page.wait_for_timeout(500)
    screens.wait_until_idle(page)
    page.get_by_role("radio", name="Partisipasi", exact=True).click()
    expect(panel).to_contain_text("Balita diukur dari sasaran")
    assert screens.faults_on(page) == []


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768), (390, 844)])
def test_the_preview_begins_on_the_first_screen(
    demo_app: str, page_at: Callable[..., Page], tmp_path: Path, width: int, height: int
) -> None:
    page = page_at(width=width, height=height, phone=width < 500)
    screens.open_bagikan(page, demo_app)
    page.screenshot(path=tmp_path / f"bagikan_{width}.png")
    assert screens.faults_on(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    frame = page.locator("iframe").first.bounding_box()
    assert frame is not None
    assert frame["y"] < 0.75 * height
    assert frame["width"] > 0.4 * width
