"""Coverage, problem places, targets and problems on a projector, an office laptop and a phone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import screens
from tests.browser.independent_coverage import Kecamatan, read_kecamatan

Sizes = tuple[tuple[int, int], ...]
MERAWESI, DESA = "99.01.01", "99.01.01.2007"
# Of the demonstration: all figures approved, and the year after with nothing entered yet.
ANALYSIS = "Analisis+situasi+2026"
SCREENS = (
    ("bappeda", "cakupan?wilayah=99.01", "Cakupan"),
    ("bappeda", f"cakupan?wilayah={MERAWESI}&periode_layanan={ANALYSIS}&tampilan=Tabel", "Cakupan"),
    ("bappeda", f"cakupan?wilayah={DESA}&periode_layanan={ANALYSIS}&sel={MERAWESI}:I02", "Cakupan"),
    ("bappeda", f"lokasi_masalah?wilayah={MERAWESI}", "Lokasi masalah"),
    ("pimpinan", "layanan_tertinggal?wilayah=99.01", "Layanan tertinggal"),
    ("pimpinan", f"profil_desa?wilayah={DESA}", "Profil desa"),
    ("pimpinan", "target?wilayah=99.01&tahun=2026", "Target"),
    ("bappeda", "target?wilayah=99.01&tahun=2027", "Target"),
    ("puskesmas.operator", f"masalah?wilayah={MERAWESI}&tahun=2027", "Masalah"),
)
# A window is made smaller as a person would; a telephone also says that it is one.
DESKS, PHONES = ((1920, 1080), (1366, 768)), ((390, 844),)
READABLE_PX = 14


@pytest.mark.parametrize("sizes", [DESKS, PHONES])
def test_nothing_is_wider_than_the_screen_and_nothing_foreign_is_asked(
    demo_app: str,
    page_at: Callable[..., Page],
    foreign_requests: Callable[[Page], list[str]],
    sizes: Sizes,
) -> None:
    page = page_at(*sizes[0], phone=sizes is PHONES, person=None)
    answers: list[tuple[int, str]] = []
    page.on("response", lambda answer: answers.append((answer.status, answer.url)))
    for person, path, title in SCREENS:
        screens.sit_down(page, person)
        screens.open_screen(page, demo_app, path, title)
        for width, height in sizes:
            if len(sizes) > 1:
                page.set_viewport_size({"width": width, "height": height})
            assert screens.settled_overflow_of(page) == [], (path, width)
        assert screens.faults_on(page) == [], path
        assert page.get_by_text("Maaf, ada yang tidak berjalan").count() == 0, path
    assert foreign_requests(page) == []
    assert [url for status, url in answers if status >= 400] == []


def test_a_phone_lists_the_weakest_services_with_readable_numbers(
    demo_app: str, demo_database: Path, page_at: Callable[..., Page]
) -> None:
    page = page_at(*PHONES[0], phone=True, person="bappeda")
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
