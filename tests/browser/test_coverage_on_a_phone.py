"""Coverage on a phone: a list of the weakest services with numbers that can be read."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser import screens
from tests.browser.every_page import PHONE
from tests.browser.independent_coverage import Kecamatan, read_kecamatan

MERAWESI = "99.01.01"
ANALYSIS = "Analisis+situasi+2026"
READABLE_PX = 14


def test_a_phone_lists_the_weakest_services_with_readable_numbers(
    demo_app: str, demo_database: Path, page_at: Callable[..., Page]
) -> None:
    page = page_at(*PHONE, phone=True, person="bappeda")
    screens.open_heatmap(page, demo_app, f"wilayah={MERAWESI}&periode_layanan={ANALYSIS}")
    expect(page.locator(".panas .bingkai")).to_be_hidden()
    lines = page.locator(".panas .hp li button[data-item]")
    known = read_kecamatan(demo_database, MERAWESI, "2026", 2025)
    assert lines.evaluate_all("lines => lines.map(line => line.dataset.item)") == weakest(known)
    for line, item in zip(lines.all(), weakest(known), strict=True):
        cell = known.cells[MERAWESI, item]
        words = line.inner_text()
        assert f"{cell.percent:.1f} %".replace(".", ",") in words.replace("\u00a0", " ")
    assert min(text_sizes(page)) >= READABLE_PX
    lines.first.tap()
    expect(page.locator(".st-key-rincian_cakupan")).to_contain_text("Perlu dijangkau")
    assert screens.settled_overflow_of(page) == []


def weakest(known: Kecamatan) -> list[str]:
    """Services below their target, those furthest from it first; those without one at the end."""
    below = {"hampir tercapai", "jauh dari target", "tanpa target"}
    own = {
        item: cell
        for (code, item), cell in known.cells.items()
        if code == known.code and cell.status in below
    }

    def need(item: str) -> tuple[bool, float]:
        cell, percent = own[item], own[item].percent or 0.0
        return cell.target is None, percent / (cell.target or 1)

    return sorted(own, key=need)[:8]


def text_sizes(page: Page) -> list[float]:
    """The sizes in px of everything written in the list of a phone."""
    sizes: list[float] = page.locator(".panas .hp").evaluate(
        """list => [...list.querySelectorAll("h3, p, strong, small")].map(
          words => parseFloat(getComputedStyle(words).fontSize))"""
    )
    return sizes
