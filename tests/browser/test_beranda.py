"""Beranda of the running app: figures, ways to the map, sizes, no English words."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import independent, screens
from tests.browser.every_page import ENGLISH, visible_words


def test_the_four_figures_are_those_of_the_database(
    demo_app: str, demo_database: Path, page_at: Callable[..., Page]
) -> None:
    page = screens.open_beranda(page_at(), demo_app)
    desa = independent.read_desa(demo_database)
    stunted, measured = desa["stunting"].sum(), desa["diukur"].sum()
    values = page.get_by_test_id("stMetricValue").all_inner_texts()
    assert values[0] == f"{100 * stunted / measured:.1f} %".replace(".", ",")
    assert values[1] == f"{stunted:,.0f}".replace(",", ".")
    assert len(values) == 4


def test_a_sentence_leads_to_the_map_of_its_place(
    demo_app: str, page_at: Callable[..., Page]
) -> None:
    page = screens.open_beranda(page_at(), demo_app)
    # The sentence on the desa with the lowest participation names one place.
    row = page.get_by_test_id("stHorizontalBlock").filter(has_text="Pengukuran paling rendah")
    if row.count() == 0:
        row = page.get_by_test_id("stLayoutWrapper").filter(has_text="Pengukuran paling rendah")
    name = re.search(r"rendah di ([^:]+):", row.last.inner_text())
    assert name
    row.last.get_by_role("link", name="Buka di peta").click()
    screens.expect_title(page, f"Peta · {name[1]}")
    page.wait_for_selector(".peta[data-painted]")


def test_the_region_chosen_holds_on_every_page(demo_app: str, page_at: Callable[..., Page]) -> None:
    page = screens.open_beranda(page_at(), demo_app)
    page.get_by_test_id("stSelectbox").filter(has_text="Kecamatan").first.click()
    page.get_by_role("option", name="Warusekar").click()
    screens.expect_title(page, "Konvergensi · Warusekar")
    page.locator(".st-key-halaman").get_by_role("link", name="Peta", exact=True).click()
    screens.expect_title(page, "Peta · Warusekar")
    expect(page).to_have_url(re.compile(r"wilayah=99\.01\.03"))
    page.locator(".st-key-halaman").get_by_role("link", name="Peta untuk dibagikan").click()
    screens.expect_title(page, "Peta untuk dibagikan · Warusekar")


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768), (390, 844)])
def test_beranda_fits_every_size(
    demo_app: str, page_at: Callable[..., Page], tmp_path: Path, width: int, height: int
) -> None:
    page = page_at(width=width, height=height, phone=width < 500)
    screens.open_beranda(page, demo_app)
    page.screenshot(path=tmp_path / f"beranda_{width}.png")
    assert screens.faults_on(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    last = page.get_by_test_id("stMetric").last.bounding_box()
    assert last is not None
    assert last["y"] + last["height"] <= height, "the four figures stand on the first screen"
    expect(page.get_by_text("DEMONSTRASI")).to_be_in_viewport()


def test_lists_and_the_shared_map_hold_no_english_word(
    demo_app: str, page_at: Callable[..., Page]
) -> None:
    page = screens.open_bagikan(page_at(), demo_app)
    words = visible_words(page) + visible_words(page.frames[-1])
    # Typing nonsense in the lists of regions shows Streamlit's own "No results": no parameter
    # changes it. The other lists cannot be typed in.
    for selectbox in page.get_by_test_id("stSelectbox").all()[1:]:
        selectbox.click()
        page.keyboard.type("zzzz")
        page.wait_for_timeout(200)
        words += visible_words(page)
        page.keyboard.press("Escape")
    found = [word for word in ENGLISH if re.search(rf"\b{word}\b", words)]
    assert found == []
